/**
 * The bridge on a virtual clock: round by round it reads the Sheet as it stands, takes back what has lost its reason,
 * plans with the real planner, hands over what is ready by the real rules of the outbox, and remembers.
 *
 * Rounds in which nothing can happen by what planner and outbox say themselves are left out: a wrong `next` of the
 * planner shows as a mail that is late.
 */

import type { Invitation } from '../../../../core/session/invitation';
import type { PlannedMail } from '../../../../core/session/planned-mail';
import type { ReminderInput } from '../../../../core/session/reminder-input';
import { planReminders } from '../../../../core/session/reminders';
import { sequenceOf, uidOf } from '../../../../core/session/revision';
import { sessionEnd } from '../../../../core/session/session-end';
import type { Instant } from '../../../../core/time/instant';
import type { Firm } from './firm/firm';
import { type Outage, roundBefore, roundFrom } from './firm/history';
import type { HandedOver, Letter, MailLog, Remembered } from './mail-log';
import { answerOf, comesBackAt } from './mail-server';
import { planningInput } from './planning-input';
import { type Book, type BookedLetter, simulatedBook } from './simulated-book';
import { type SimulatedSheet, sheetOf } from './simulated-sheet';
import { unwantedIn } from './take-back';

/** Ways to break the bridge on purpose, so that the oracle can be seen to notice. */
export interface Sabotage {
  readonly sheet?: (sheet: SimulatedSheet) => SimulatedSheet;
  readonly input?: (input: ReminderInput, book: Book) => ReminderInput;
  readonly planned?: (mails: readonly PlannedMail[], now: Instant) => readonly PlannedMail[];
  readonly letter?: (letter: Letter) => Letter;
  /** What was queued goes out whatever has happened since. */
  readonly takesNothingBack?: boolean;
  readonly handedOver?: (item: HandedOver) => readonly HandedOver[];
}

export interface Simulation {
  readonly log: MailLog;
  readonly book: Book;
  readonly sheet: SimulatedSheet;
  readonly rounds: number;
}

const DOMAIN = 'firm.test';

/** @param until the simulation may be stopped early and looked at */
export function simulate(firm: Firm, sabotage: Sabotage = {}, until: Instant = firm.ends): Simulation {
  const book = simulatedBook();
  const handedOver: HandedOver[] = [];
  const remembered: Remembered[] = [];
  const comingBack: { readonly at: Instant; readonly key: string }[] = [];
  const killedIn = new Map(firm.rounds.outages.map((outage) => [roundBefore(outage, firm.rounds), outage]));
  const sheets = sheetOf(firm);
  let rounds = 0;
  let now = roundFrom(firm.rounds.first, firm.rounds);
  let sheet = sheets.at(now);
  while (now < until) {
    rounds += 1;
    sheet = sheets.at(now);
    const seen = sabotage.sheet?.(sheet) ?? sheet;
    for (const { key } of comingBack.filter(({ at }) => at <= now)) book.step(key, { kind: 'bounced' }, now);
    for (const { letter, item } of book.open()) {
      if (item.state === 'sending') book.step(letter.key, { kind: 'lost' }, now);
      if (item.state === 'unknown') book.step(letter.key, { kind: 'found-in-sent' }, now);
    }
    expire(book, now, remembered);
    if (!sabotage.takesNothingBack) {
      for (const { key, why } of unwantedIn(book, planningInput(seen, book, now))) {
        book.withdraw(key, now);
        remembered.push({ at: now, key, why });
      }
    }
    const next = planRound(seen, book, now, sabotage, remembered);
    sendRound(book, now, firm, sabotage, killedIn.get(now), handedOver, comingBack, remembered);
    now = nextRound(
      now,
      [next, book.nextAttempt(now), sheets.nextEdit(now), ...comingBack.map(({ at }) => at)],
      firm,
    );
  }
  return { log: { handedOver, remembered }, book, sheet, rounds };
}

function expire(book: Book, now: Instant, remembered: Remembered[]): void {
  for (const { letter, item } of book.open()) {
    if (item.notAfter === null || item.notAfter > now) continue;
    remembered.push({ at: now, key: letter.key, why: 'expired' });
    book.step(letter.key, { kind: 'expired' }, now);
  }
}

function planRound(
  sheet: SimulatedSheet,
  book: Book,
  now: Instant,

  sabotage: Sabotage,
  remembered: Remembered[],
): Instant | null {
  const input = planningInput(sheet, book, now);
  const plan = planReminders(sabotage.input?.(input, book) ?? input);
  for (const { key, reason } of plan.skipped) remembered.push({ at: now, key, why: reason });
  for (const planned of sabotage.planned?.(plan.due, now) ?? plan.due) {
    const letter = letterOf(planned, book, now);
    book.admit(planned, sabotage.letter?.(letter) ?? letter, now);
  }
  return plan.next;
}

function letterOf(planned: PlannedMail, book: Book, now: Instant): Letter {
  const { key, purpose, session, also, email, step } = planned;
  if (purpose.kind === 'nudge') throw new Error('No checkpoints here.');
  const about = [session, ...also.map((other) => other.session)].flatMap(({ id, starts_at }) =>
    starts_at === null ? [] : [{ sessionId: id, startsAt: starts_at }],
  );
  return {
    key,
    kind: purpose.kind,
    to: email,
    step,
    about,
    invitations: invitationsOf(planned, now).map((plan) => ({
      ...plan,
      uid: uidOf(plan.sessionId, DOMAIN),
      sequence: sequenceOf(plan, book.invitationsOf(plan.sessionId), now),
    })),
    writtenAt: now,
  };
}

function invitationsOf(
  { purpose, session, also, notBefore }: PlannedMail,
  now: Instant,
): Omit<Invitation, 'uid' | 'sequence'>[] {
  if (purpose.kind === 'cancelled') {
    const { startsAt, details } = purpose.before;
    if (!details) throw new Error(`Nobody remembers what was told of ${session.id}.`);
    return [{ method: 'CANCEL', sessionId: session.id, startsAt, ...details, summary: session.course }];
  }
  return [session, ...also.map((other) => other.session)].flatMap((row) => {
    const { id, starts_at: startsAt, place, link, course } = row;
    if (startsAt === null) return [];
    const endsAt = sessionEnd(row, startsAt);
    // A word of thanks after the end invites nobody.
    if (purpose.kind === 'reminder' && (purpose.kind === 'reminder' ? notBefore : now) >= endsAt) return [];
    return [{ method: 'REQUEST' as const, sessionId: id, startsAt, endsAt, summary: course, place, link }];
  });
}

function sendRound(
  book: Book,
  now: Instant,
  { seed, smoothFrom = Number.POSITIVE_INFINITY as Instant }: Firm,
  sabotage: Sabotage,
  killed: Outage | undefined,
  handedOver: HandedOver[],
  comingBack: { readonly at: Instant; readonly key: string }[],
  remembered: Remembered[],
): void {
  let left = killed ? killed.killedAfter : Number.POSITIVE_INFINITY;
  for (const { letter } of book.ready(now)) {
    const claimed = book.step(letter.key, { kind: 'claimed' }, now);
    if (!claimed) continue;
    const answer =
      left <= 0 ? 'lost' : now >= smoothFrom ? 'accepted' : answerOf(letter.key, claimed.item.attempts, seed);
    const item: HandedOver = { at: now, letter, answer };
    handedOver.push(...(sabotage.handedOver?.(item) ?? [item]));
    const back = answer === 'deferred' ? null : comesBackAt(letter.to, now);
    if (back !== null) comingBack.push({ at: back, key: letter.key });
    // Killed between two mails, the one in hand delivered and not written down.
    if (left <= 0) return;
    left -= 1;
    const settled = settle(book, claimed, answer, now);
    if (settled?.item.state === 'cancelled') remembered.push({ at: now, key: letter.key, why: 'expired' });
  }
}

function settle(book: Book, { letter }: BookedLetter, answer: HandedOver['answer'], now: Instant) {
  const event = { accepted: 'accepted', deferred: 'refused-for-now', lost: 'lost' } as const;
  return book.step(letter.key, { kind: event[answer] }, now);
}

/** The first round after `now` in which something is to be expected. */
function nextRound(now: Instant, ahead: readonly (Instant | null)[], { rounds, ends }: Firm): Instant {
  const after = roundFrom(now + 1, rounds);
  const moments = ahead.filter((at): at is Instant => at !== null && at > now);
  // The round after an outage is for what could not be done in it.
  const outage = rounds.outages.find(({ from }) => from > now)?.to;
  const first = Math.min(ends, ...moments, ...(outage === undefined ? [] : [outage]));
  const round = roundFrom(first, rounds);
  return Math.max(round, after) as Instant;
}
