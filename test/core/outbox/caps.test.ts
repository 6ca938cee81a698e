import fc from 'fast-check';
import { type AutomaticAnswer, type AutomaticMail, brokenCap, CAPS } from '../../../core/outbox/caps';
import { parseTicketId } from '../../../core/ticket/ticket-id';
import { instant, minutes, plus } from '../../../core/time/instant';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 0));
const TICKET = parseTicketId('T-7K3Q9');
const OLA: AutomaticAnswer = { to: 'ola@firma.test', ticketId: null };
const minutesAgo = (n: number) => plus(NOW, minutes(-n));
const mail = (to: string, ago: number, ticketId = OLA.ticketId): AutomaticMail => ({
  to,
  ticketId,
  at: minutesAgo(ago),
});
const many = (count: number, one: (index: number) => AutomaticMail) =>
  Array.from({ length: count }, (_, i) => one(i));

describe('caps on automatic answers', () => {
  it('let the first ones through', () => {
    expect(brokenCap(OLA, [], NOW)).toBeNull();
  });

  it.each([
    [
      'a fourth to one person within an hour',
      many(3, () => mail('OLA@firma.test', 59)),
      { per: 'person', minutes: 60 },
    ],
    [
      'a fourth to one person who writes with tags in the address',
      many(3, (i) => mail(`ola+${i}@firma.test`, 59)),
      { per: 'person', minutes: 60 },
    ],
    [
      'an eleventh to one person within a day',
      many(10, (i) => mail('ola@firma.test', 61 + i)),
      { per: 'person', minutes: 1440 },
    ],
    [
      'a thirty-first to one domain within an hour',
      many(30, (i) => mail(`p${i}@firma.test`, 5)),
      { per: 'domain', minutes: 60 },
    ],
    [
      'a hundred-and-first to anybody within an hour',
      many(100, (i) => mail(`p@d${i}.test`, 59)),
      { per: 'all', minutes: 60 },
    ],
  ])('stop %s', (_name, recent, cap) => {
    expect(brokenCap(OLA, recent, NOW)).toMatchObject(cap);
    expect(brokenCap(OLA, recent.slice(1), NOW)).toBeNull();
  });

  it('stop a second one about a ticket within a day, to the same person only', () => {
    const about: AutomaticAnswer = { to: 'ola@firma.test', ticketId: TICKET };
    expect(TICKET).not.toBeNull();
    expect(brokenCap(about, [mail('Ola@firma.test', 1439, TICKET)], NOW)?.per).toBe('ticket');
    expect(brokenCap(about, [mail('Ola@firma.test', 1440, TICKET)], NOW)).toBeNull();
    expect(brokenCap(about, [mail('jan@firma.test', 5, TICKET)], NOW)).toBeNull();
    expect(brokenCap(OLA, [mail('ola@firma.test', 5, TICKET)], NOW)).toBeNull();
  });

  it('forget what is older than they look back', () => {
    expect(
      brokenCap(
        OLA,
        many(3, () => mail('ola@firma.test', 60)),
        NOW,
      ),
    ).toBeNull();
  });

  it('do not punish strangers who share a large provider', () => {
    const recent = many(60, (i) => mail(`somebody${i}@gmail.com`, 5));
    expect(brokenCap({ to: 'ola@gmail.com', ticketId: null }, recent, NOW)).toBeNull();
  });

  it('the one over all counts anew after the brake was released, the others go on', () => {
    const everybody = many(100, (i) => mail(`p@d${i}.test`, 10));
    expect(brokenCap(OLA, everybody, NOW, minutesAgo(11))?.per).toBe('all');
    expect(brokenCap(OLA, everybody, NOW, minutesAgo(9))).toBeNull();
    const one = many(3, () => mail('ola@firma.test', 10));
    expect(brokenCap(OLA, one, NOW, minutesAgo(9))?.per).toBe('person');
  });

  it('whoever is capped alone does not reach the cap over all', () => {
    const recent = [...many(97, (i) => mail(`p@d${i}.test`, 5)), ...many(3, () => mail('ola@firma.test', 5))];
    expect(brokenCap(OLA, recent, NOW)?.per).toBe('person');
    expect(brokenCap({ to: 'jan@firma.test', ticketId: null }, recent, NOW)?.per).toBe('all');
  });

  it('hold in every window, whoever writes and when', () => {
    const people = ['a@x.test', 'a+1@x.test', 'b@x.test', 'c@y.test', 'd@gmail.com'];
    const writing = fc.record({ who: fc.constantFrom(...people), gap: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(writing, { minLength: 20, maxLength: 150 }), (writings) => {
        const sent: AutomaticMail[] = [];
        let now = NOW;
        for (const { who, gap } of writings) {
          now = plus(now, minutes(gap));
          const answer = { to: who, ticketId: null };
          if (brokenCap(answer, sent, now) === null) sent.push({ ...answer, at: now });
        }
        const personal = CAPS.filter(({ per }) => per === 'person');
        expect(personal).toHaveLength(2);
        for (const { minutes: span, atMost } of personal) {
          for (const { at: end, to } of sent) {
            const same = sent.filter(
              (one) => bare(one.to) === bare(to) && one.at <= end && one.at > end - span * 60_000,
            );
            expect(same.length).toBeLessThanOrEqual(atMost);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

function bare(address: string): string {
  return address.replace(/\+\d/, '');
}
