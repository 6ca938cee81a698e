/** What the forecast says of the next seven days is what then happens, when nobody changes anything. */
import { forecast } from '../../../../core/session/forecast';
import type { Instant } from '../../../../core/time/instant';
import type { Firm } from './firm/firm';
import { firmOf } from './firm/firm';
import { roundFrom } from './firm/history';
import { DAY } from './firm/sessions';
import { planningInput } from './planning-input';
import { simulate } from './simulated-bridge';

jest.setTimeout(5 * 60_000);

const FIRST = Number(process.env.HALF_YEAR_FIRST ?? 1);
const SEEDS = Number(process.env.HALF_YEAR_SEEDS ?? 4);
const WEEK = 7 * DAY;

/** From an instant on nobody edits anything, nothing is put off, lost or returned, and the bridge does not stop. */
function quietFrom(firm: Firm, at: Instant): Firm {
  return {
    ...firm,
    edits: firm.edits.filter((edit) => edit.at <= at),
    rounds: { ...firm.rounds, outages: firm.rounds.outages.filter(({ to }) => to <= at) },
    smoothFrom: at,
    ends: (at + WEEK) as Instant,
  };
}

/** Lines of all seeds so far. */
let compared = 0;

const line = (at: number, email: string, sessionId: string, step: string): string =>
  `${new Date(at).toISOString()} ${email} ${sessionId} ${step}`;

test.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('in a small firm (seed %i)', (seed) => {
  const firm = firmOf(seed, { sessions: 8, people: 60, twins: 3 });
  const starts = firm.edits.flatMap((edit) => (edit.tab === 'sessions' ? (edit.row.starts_at ?? []) : []));
  // Each seed looks at another time before some session.
  const chosen = starts[seed % starts.length] ?? firm.ends;
  const now = roundFrom(chosen - (seed % 9) * 13 * 3_600_000, firm.rounds);
  const until = (now + WEEK) as Instant;
  const quiet = quietFrom(firm, now);

  const before = simulate(quiet, {}, now);
  // Their mails are on the way, come back, or have no address: that is for other tests.
  const unsure = new Set(before.book.open().map(({ letter }) => letter.to));
  const counts = (email: string): boolean => !unsure.has(email) && !email.endsWith('@gone.example');
  const sheet = simulate(quiet, {}, (now + 1) as Instant).sheet;
  const foretold = forecast(planningInput(sheet, before.book, now), (until - 1) as Instant)
    .filter(({ email, verdict }) => counts(email) && (verdict.kind === 'goes' || verdict.reason === 'merged'))
    .map(({ at, email, sessionId, step }) => ({ at: roundFrom(at, quiet.rounds), email, sessionId, step }))
    .filter(({ at }) => at < until)
    .map(({ at, email, sessionId, step }) => line(at, email, sessionId, step));

  const happened = simulate(quiet)
    .log.handedOver.filter(({ at, letter }) => at >= now && counts(letter.to))
    .flatMap(({ at, letter: { to, about, kind, step } }) =>
      about.map(({ sessionId }) => line(at, to, sessionId, kind === 'reminder' ? step : kind)),
    );
  expect([...foretold].sort()).toEqual([...happened].sort());
  compared += foretold.length;
});

test('there was something to foretell', () => {
  expect(compared).toBeGreaterThan(0);
});
