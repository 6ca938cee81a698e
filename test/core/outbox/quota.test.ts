/** How fast mail may leave: never faster than the limits, never later than it must. */
import fc from 'fast-check';
import { type Departure, type Lane, laneOf, mayLeaveAt, type Quota } from '../../../core/outbox/quota';
import { type Instant, instant, MS_PER_DAY, MS_PER_MINUTE } from '../../../core/time/instant';

const NOON = instant(Date.UTC(2026, 10, 22, 12));
const after = (ms: number): Instant => instant(NOON + ms);

const quota: fc.Arbitrary<Quota> = fc.record({
  perDay: fc.integer({ min: 1, max: 12 }),
  perMinute: fc.integer({ min: 1, max: 4 }),
  keptForReplies: fc.integer({ min: 0, max: 8 }),
});
const lane = fc.constantFrom<Lane>('mailing', 'single');

/** Lets mails of these lanes go one after the other, each as soon as it may, with idle time between. */
function run(wishes: readonly { readonly lane: Lane; readonly idle: number }[], limits: Quota): Departure[] {
  const gone: Departure[] = [];
  let now = NOON;
  for (const wish of wishes) {
    now = instant(now + wish.idle);
    const at = mayLeaveAt(wish.lane, gone, limits);
    if (at === null) continue;
    now = instant(Math.max(at, now));
    gone.push({ at: now, lane: wish.lane });
  }
  return gone;
}

const wishes = fc.array(
  fc.record({
    lane,
    idle: fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: MS_PER_DAY })),
  }),
  { maxLength: 40 },
);

/** In the span that ends with the moment, its beginning left out. */
const within = (
  gone: readonly Departure[],
  end: Instant,
  span: number,
  wanted: (one: Departure) => boolean,
) => gone.filter((one) => one.at > end - span && one.at <= end && wanted(one)).length;

describe('the limits of the Settings tab', () => {
  it('hold in every minute and every 24 hours, whatever is sent in whatever order', () => {
    fc.assert(
      fc.property(wishes, quota, (wanted, limits) => {
        const gone = run(wanted, limits);
        for (const [index, { at, lane: kind }] of gone.entries()) {
          const sofar = gone.slice(0, index + 1);
          expect(within(sofar, at, MS_PER_DAY, () => true)).toBeLessThanOrEqual(limits.perDay);
          if (kind !== 'mailing') continue;
          const mailing = (one: Departure) => one.lane === 'mailing';
          expect(within(sofar, at, MS_PER_MINUTE, mailing)).toBeLessThanOrEqual(limits.perMinute);
          expect(within(sofar, at, MS_PER_DAY, () => true)).toBeLessThanOrEqual(
            limits.perDay - limits.keptForReplies,
          );
        }
      }),
    );
  });

  it('keep nothing longer than they must: a moment earlier would break one of them', () => {
    fc.assert(
      fc.property(wishes, quota, lane, (wanted, limits, kind) => {
        const gone = run(wanted, limits);
        const at = mayLeaveAt(kind, gone, limits);
        const last = gone[gone.length - 1]?.at ?? NOON;
        if (at === null || at <= last) return;
        const sooner = instant(at - 1);
        const all = within(gone, sooner, MS_PER_DAY, () => true);
        const broken =
          kind === 'single'
            ? all >= limits.perDay
            : all >= limits.perDay - limits.keptForReplies ||
              within(gone, sooner, MS_PER_MINUTE, (one) => one.lane === 'mailing') >= limits.perMinute;
        expect(broken).toBe(true);
      }),
    );
  });

  it('let an answer go whenever they let a mailing go', () => {
    fc.assert(
      fc.property(wishes, quota, (wanted, limits) => {
        const gone = run(wanted, limits);
        const mailing = mayLeaveAt('mailing', gone, limits);
        const single = mayLeaveAt('single', gone, limits);
        expect(single).not.toBeNull();
        if (mailing !== null && single !== null) expect(single).toBeLessThanOrEqual(mailing);
      }),
    );
  });

  it('keep every mailing back where all mails of a day are kept for answers', () => {
    const limits = { perDay: 5, perMinute: 2, keptForReplies: 5 };
    expect(mayLeaveAt('mailing', [], limits)).toBeNull();
    expect(mayLeaveAt('single', [], limits)).toBeLessThanOrEqual(NOON);
  });

  it('let 200 reminders out in ten minutes at 20 a minute', () => {
    const limits = { perDay: 1_000, perMinute: 20, keptForReplies: 100 };
    const gone = run(
      Array.from({ length: 200 }, () => ({ lane: 'mailing' as const, idle: 0 })),
      limits,
    );
    expect(gone).toHaveLength(200);
    expect(gone[199]?.at).toBe(after(9 * MS_PER_MINUTE));
  });
});

describe('a mailing is', () => {
  it.each([
    ['a reminder', 'reminder', 'S1', 'mailing'],
    ['a notice about a session', 'notice', 'S1', 'mailing'],
    ['not a notice about a ticket', 'notice', '', 'single'],
    ['not an answer, whatever session its ticket is about', 'reply', 'S1', 'single'],
    ['not an acknowledgement', 'acknowledgement', '', 'single'],
    ['not an alert', 'alert', '', 'single'],
  ] as const)('%s', (_name, kind, sessionId, expected) => {
    expect(laneOf({ kind, sessionId })).toBe(expected);
  });
});
