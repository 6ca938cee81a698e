import fc from 'fast-check';
import { type AutomaticMail, brokenCap, CAPS } from '../../../core/outbox/caps';
import { instant, minutes, plus } from '../../../core/time/instant';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 0));
const minutesAgo = (n: number) => plus(NOW, minutes(-n));
const many = (count: number, mail: (index: number) => AutomaticMail) =>
  Array.from({ length: count }, (_, i) => mail(i));

describe('caps on automatic mail', () => {
  it('lets the first ones through', () => {
    expect(brokenCap('ola@firma.test', [], NOW)).toBeNull();
  });

  it.each([
    [
      'a fourth mail to one person within an hour',
      many(3, () => ({ to: 'OLA@firma.test', at: minutesAgo(59) })),
      'person',
    ],
    [
      'an eleventh to one person within a day',
      many(10, (i) => ({ to: 'ola@firma.test', at: minutesAgo(61 + i) })),
      'person',
    ],
    [
      'a thirty-first to one domain within an hour',
      many(30, (i) => ({ to: `p${i}@firma.test`, at: minutesAgo(5) })),
      'domain',
    ],
    [
      'a hundred-and-first to anybody within an hour',
      many(100, (i) => ({ to: `p@d${i}.test`, at: minutesAgo(5) })),
      'all',
    ],
  ])('stops %s', (_name, recent, per) => {
    expect(brokenCap('ola@firma.test', recent, NOW)?.per).toBe(per);
  });

  it('forgets what is older than the cap looks back', () => {
    expect(
      brokenCap(
        'ola@firma.test',
        many(3, () => ({ to: 'ola@firma.test', at: minutesAgo(60) })),
        NOW,
      ),
    ).toBeNull();
  });

  it('does not punish strangers who share a large provider', () => {
    const recent = many(60, (i) => ({ to: `somebody${i}@gmail.com`, at: minutesAgo(5) }));
    expect(brokenCap('ola@gmail.com', recent, NOW)).toBeNull();
  });

  it('two robots that answer each other at once stop after three mails of ours', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 50, maxLength: 200 }), (gaps) => {
        const sent: AutomaticMail[] = [];
        let now = NOW;
        for (const gap of gaps) {
          now = plus(now, minutes(gap / 60));
          if (brokenCap('robot@loop.test', sent, now) === null) sent.push({ to: 'robot@loop.test', at: now });
        }
        expect(sent.length).toBeLessThanOrEqual(CAPS[0]?.atMost ?? 0);
      }),
    );
  });
});
