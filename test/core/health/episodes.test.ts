/** What is told to people when something goes wrong, comes and goes, and ends: each once. */
import * as fc from 'fast-check';
import { CONDITIONS, type Condition, type Verdict } from '../../../core/health/conditions';
import {
  afterRecord,
  dueLines,
  type HealthMemory,
  type HealthRecord,
  holding,
  news,
  turns,
} from '../../../core/health/episodes';
import type { Instant } from '../../../core/time/instant';
import { at } from './table-facts';

type Sign = 'x' | '.' | '?';

const CLEAR: Verdict = { kind: 'clear' };

function verdict(sign: Sign, now: Instant): Verdict {
  if (sign === 'x') return { kind: 'holds', since: now, reason: 'no', count: null };
  return { kind: sign === '.' ? 'clear' : 'unsure' };
}

interface Told {
  readonly minute: number;
  readonly what: 'alert' | 'end' | 'quiet end';
  readonly since: Instant;
}

/** A minute a sign: `x` it holds, `.` it is clear, `?` nobody can tell. */
function play(condition: Condition, signs: string, restartsAt: ReadonlySet<number> = new Set()) {
  let memory: HealthMemory = new Map();
  const written: HealthRecord[] = [];
  const told: Told[] = [];
  const note = (record: HealthRecord) => {
    memory = afterRecord(memory, record);
    written.push(record);
  };
  signs.split('').forEach((sign, minute) => {
    if (restartsAt.has(minute)) memory = written.reduce(afterRecord, new Map() as HealthMemory);
    const now = at(minute);
    const all = Object.fromEntries(CONDITIONS.map((each) => [each, CLEAR])) as Record<Condition, Verdict>;
    const verdicts = { ...all, [condition]: verdict(sign as Sign, now) };
    for (const record of turns(memory, verdicts, now)) note(record);
    for (const item of news(memory, now)) {
      const { since } = item.episode;
      if (item.kind === 'alert') {
        note({ t: 'alerted', condition, at: now });
        told.push({ minute, what: 'alert', since });
      } else {
        const ended = item.episode.clearSince ?? now;
        note({ t: 'over', condition, at: ended, mailedAt: item.mail ? now : null });
        told.push({ minute, what: item.mail ? 'end' : 'quiet end', since });
      }
    }
  });
  return { memory, told };
}

const story = (signs: string, condition: Condition = 'mailbox-silent') =>
  play(condition, signs).told.map(({ minute, what }) => `${minute} ${what}`);

describe('what people are told', () => {
  it.each<[string, string, string[]]>([
    ['nothing while all is well', '......', []],
    ['nothing while nobody can tell', '???.?', []],
    ['one alert while it lasts', '.xxxxxxxxxx', ['1 alert']],
    ['and its end, once it has stayed away for three minutes', '.xxx......', ['1 alert', '7 end']],
    ['no end while it comes and goes', `.${'x.'.repeat(30)}`, ['1 alert']],
    ['no end while nobody can tell', 'xx??????', ['0 alert']],
    ['no end where it was clear for a moment and nobody can tell after', 'x..?..?..', ['0 alert']],
    ['a second time within the hour: nothing', 'x....xxx....', ['0 alert', '4 end', '11 quiet end']],
    [
      'a second time that lasts beyond the hour: an alert then',
      `x....${'x'.repeat(60)}....`,
      ['0 alert', '4 end', '60 alert', '68 end'],
    ],
  ])('is %s', (_name, signs, told) => {
    expect(story(signs)).toEqual(told);
  });

  it('comes by mail only when it is over where mail is what does not work', () => {
    expect(story('.xxxxx....', 'smtp-silent')).toEqual(['9 end']);
    expect(story(`.x....x....${'.'.repeat(55)}x....`, 'smtp-login')).toEqual([
      '5 end',
      '10 quiet end',
      '70 end',
    ]);
  });

  it('names each episode by a beginning of its own', () => {
    const { told } = play('disk', `x....${'x'.repeat(61)}....`);
    expect(new Set(told.map(({ since }) => since)).size).toBe(2);
  });
});

describe('lines of the Problems tab', () => {
  const lines = (memory: HealthMemory) => dueLines(memory).map(({ says }) => says);

  it('are due at the beginning, and at the end where there was one', () => {
    const { memory } = play('disk', '.x');
    expect(lines(memory)).toEqual(['standing']);
    const shown = afterRecord(memory, { t: 'line', condition: 'disk', says: 'standing' });
    expect(lines(shown)).toEqual([]);
    const over = afterRecord(shown, { t: 'over', condition: 'disk', at: at(9), mailedAt: at(9) });
    expect(lines(over)).toEqual(['over']);
    expect(lines(afterRecord(over, { t: 'line', condition: 'disk', says: 'over' }))).toEqual([]);
  });

  it('are not due for what began and ended while the tab could not be written', () => {
    expect(lines(play('sheet-silent', 'x....').memory)).toEqual([]);
  });

  it('are due again when it happens again', () => {
    const { memory } = play('disk', 'x....');
    const shown = afterRecord(memory, { t: 'line', condition: 'disk', says: 'over' });
    const again = afterRecord(shown, { t: 'begins', condition: 'disk', since: at(9), reason: '', count: 1 });
    expect(lines(again)).toEqual(['standing']);
    expect(holding(again).map(({ condition }) => condition)).toEqual(['disk']);
  });
});

describe('whatever happens, and wherever the bridge is restarted', () => {
  const signs = fc
    .array(fc.record({ sign: fc.constantFrom('x', '.', '?'), length: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 25,
    })
    .map((runs) => runs.map(({ sign, length }) => sign.repeat(length)).join(''));
  const restarts = fc.array(fc.nat(400), { maxLength: 8 }).map((minutes) => new Set(minutes));

  it('no condition gives more than one alert an hour, and an end follows an alert', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONDITIONS), signs, restarts, (condition, minutes, restartsAt) => {
        const { told } = play(condition, minutes, restartsAt);
        const alerts = told.filter(({ what }) => what === 'alert');
        alerts.forEach(({ minute }, index) => {
          const before = alerts[index - 1];
          if (before) expect(minute - before.minute).toBeGreaterThanOrEqual(60);
        });
        const ends = told.filter(({ what }) => what === 'end');
        if (condition.startsWith('smtp')) {
          expect(alerts).toEqual([]);
          ends.forEach(({ minute }, index) => {
            const before = ends[index - 1];
            if (before) expect(minute - before.minute).toBeGreaterThanOrEqual(60);
          });
        } else {
          expect(ends.every(({ since }) => alerts.some((alert) => alert.since === since))).toBe(true);
        }
        // Each episode is told once, and ends once.
        for (const what of ['alert', 'end'] as const) {
          const named = told.filter((each) => each.what === what).map(({ since }) => since);
          expect(new Set(named).size).toBe(named.length);
        }
      }),
    );
  });

  it('a condition that holds for an hour is told, and one that stays away is over', () => {
    fc.assert(
      fc.property(signs, (minutes) => {
        const { memory } = play('quarantine', `${minutes}${'x'.repeat(62)}`);
        expect(holding(memory)).toMatchObject([{ condition: 'quarantine', alertedAt: expect.any(Number) }]);
        expect(holding(play('quarantine', `${minutes}.....`).memory)).toEqual([]);
      }),
    );
  });
});
