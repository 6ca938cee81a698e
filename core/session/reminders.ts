/**
 * Which mails about sessions are due, and when the next one will be. Nothing is remembered here: what was planned and
 * told before is asked by key and seat, so planning can be repeated and crash at any point without a mail going out
 * twice.
 */
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import { languageOf } from './audience';
import type { ReaderCandidate } from './candidates';
import { candidateFor, withOthers } from './candidates';
import type { MergedReminder } from './merge-reminders';
import { mergeReminders } from './merge-reminders';
import type { PlannedMail } from './planned-mail';
import type { Outlook, Planning, Standing } from './planning';
import { outlookOf, readPlanning, slotsFor, standingOf, verdictOn } from './planning';
import type { ReminderInput } from './reminder-input';
import type { Seat } from './roster';
import type { SessionClock } from './session-clock';
import type { SkipReason } from './skip-reason';

export type { ReminderInput } from './reminder-input';
export { REMINDER_RULE } from './reminder-input';

export interface SkippedMail {
  readonly key: string;
  readonly reason: SkipReason;
}

export interface UnknownReaderZone {
  readonly sessionId: string;
  readonly email: string;
  /** As written. */
  readonly zone: string;
}

export interface ReminderPlan {
  /** In the order in which the sessions start. */
  readonly due: readonly PlannedMail[];
  /** When planning is to be repeated; null when nothing is ahead. */
  readonly next: Instant | null;
  /** Mails that have come, or would, and never go out: only of people who are there and want them. */
  readonly skipped: readonly SkippedMail[];
  /** Names of enabled steps whose offset nobody can read: they belong on the Problems tab. */
  readonly unreadable: readonly string[];
  /** The same for conditions. Such a step is not sent. */
  readonly unreadableConditions: readonly string[];
  /** Ids of sessions whose zone nobody knows. Nothing is planned for them; the others go on. */
  readonly unknownZones: readonly string[];
  /** Participants of sessions that are not over whose zone nobody knows: the session's own serves. */
  readonly unknownReaderZones: readonly UnknownReaderZone[];
}

/** What has been found so far. */
class Draft {
  readonly notices: PlannedMail[] = [];
  readonly due: ReaderCandidate[] = [];
  readonly skipped: SkippedMail[] = [];
  readonly unknownZones: string[] = [];
  readonly unknownReaderZones: UnknownReaderZone[] = [];
  next: Instant | null = null;

  wait(at: Instant | null): void {
    if (at !== null && (this.next === null || at < this.next)) this.next = at;
  }
}

export function planReminders(input: ReminderInput): ReminderPlan {
  const planning = readPlanning(input);
  const draft = new Draft();
  for (const session of planning.sessions.values()) {
    const seats = planning.roster.seatsIn(session.id);
    if (seats.length === 0) continue;
    if (session.state === 'cancelled') planCancelled(session, seats, planning, draft);
    else if (session.starts_at !== null) planSession(session, seats, planning, draft);
  }
  const { notices, due, skipped, next, unknownZones, unknownReaderZones } = draft;
  const { unreadable, unreadableConditions } = planning.reading;
  return {
    due: notices.concat(joined(due, planning).map((merged) => reminderMail(merged, planning))),
    next,
    skipped,
    unreadable,
    unreadableConditions,
    unknownZones,
    unknownReaderZones,
  };
}

function planSession(
  session: Row<'sessions'>,
  seats: readonly Seat[],
  planning: Planning,
  draft: Draft,
): void {
  const { now } = planning.input;
  const clock = planning.clockOf(session);
  if (clock === null) {
    draft.unknownZones.push(session.id);
    return;
  }
  for (const seat of seats) {
    if (!seat.present) continue;
    const outlook = outlookOf(seat, session, clock.zone, planning);
    if (outlook.unknownZone !== null && clock.endsAt > now) {
      draft.unknownReaderZones.push({
        sessionId: session.id,
        email: seat.email,
        zone: outlook.unknownZone,
      });
    }
    const standing = standingOf(outlook, session, planning);
    planNotice(standing, outlook, session, planning, draft);
    if (seat.wantsReminders) planSteps(clock, outlook, standing, planning, draft);
  }
}

/** Of a cancelled session only those hear who were told of it. */
function planCancelled(
  session: Row<'sessions'>,
  seats: readonly Seat[],
  planning: Planning,
  draft: Draft,
): void {
  // A zone that nobody knows keeps no cancellation back: it only tells the night.
  const zone = planning.sessionZone(session) ?? planning.input.calendar.zone;
  for (const seat of seats) {
    if (!seat.present) continue;
    const outlook = outlookOf(seat, session, zone, planning);
    planNotice(standingOf(outlook, session, planning), outlook, session, planning, draft);
  }
}

function planNotice(
  { pending }: Standing,
  outlook: Outlook,
  session: Row<'sessions'>,
  planning: Planning,
  draft: Draft,
): void {
  if (pending === null) return;
  const { notice, when } = pending;
  if (outlook.unreachable !== null) draft.skipped.push({ key: notice.key, reason: outlook.unreachable });
  else if (when === 'too-late') draft.skipped.push({ key: notice.key, reason: when });
  else if (when !== 'due') draft.wait(when);
  else {
    const { key, purpose, template, notAfter } = notice;
    const notBefore = planning.input.now;
    const mail = { key, purpose, also: [], step: purpose.kind, template, notBefore, notAfter };
    draft.notices.push(mailTo(outlook, session, mail, planning));
  }
}

function planSteps(
  clock: SessionClock,
  outlook: Outlook,
  { silentUntil }: Standing,
  planning: Planning,
  draft: Draft,
): void {
  const { slots, ready, next } = slotsFor(clock, outlook, planning);
  draft.wait(next);
  for (const slot of ready) {
    const key = clock.keyOf(outlook.seat.email, slot.step.row.step);
    if (planning.input.alreadyPlanned(key)) continue;
    const verdict = verdictOn(slot, outlook, silentUntil, clock, slots, planning);
    if (verdict === 'due') draft.due.push(candidateFor(slot, key, outlook, clock, planning));
    else if (typeof verdict !== 'number') draft.skipped.push({ key, reason: verdict });
  }
}

/** Joins each with what its reader would be sent about other sessions of that day, now or later. */
function joined(due: readonly ReaderCandidate[], planning: Planning): MergedReminder<ReaderCandidate>[] {
  const { input, roster } = planning;
  const byStep = new Map<string, ReaderCandidate[]>();
  for (const candidate of due) {
    const { email } = candidate.outlook.seat;
    const isAlone = roster.severalSessionsOf(email).length === 0;
    const name = isAlone ? candidate.key : `${email}\n${candidate.slot.step.row.step}`;
    const group = byStep.get(name);
    if (group) group.push(candidate);
    else byStep.set(name, [candidate]);
  }
  const merged: MergedReminder<ReaderCandidate>[] = [];
  for (const group of byStep.values()) {
    for (const one of mergeReminders(withOthers(group, planning), input.rule.mergeWithin)) {
      if (one.first.goesAt <= input.now) merged.push(one);
    }
  }
  return merged;
}

function reminderMail(
  { first, others, template, notAfter }: MergedReminder<ReaderCandidate>,
  planning: Planning,
): PlannedMail {
  const { key, clock, slot, outlook } = first;
  const mail = {
    key,
    purpose: { kind: 'reminder' },
    also: others.map((other) => ({ session: other.clock.session, key: other.key })),
    step: slot.step.row.step,
    template,
    notBefore: slot.at,
    notAfter,
  } as const;
  return mailTo(outlook, clock.session, mail, planning);
}

/** Thousands at a time, and copying one object into another is slow: every part by its name. */
function mailTo(
  { seat: { participant, email }, tone, zone }: Outlook,
  session: Row<'sessions'>,
  {
    key,
    purpose,
    also,
    step,
    template,
    notBefore,
    notAfter,
  }: Pick<PlannedMail, 'key' | 'purpose' | 'also' | 'step' | 'template' | 'notBefore' | 'notAfter'>,
  { input }: Planning,
): PlannedMail {
  return {
    key,
    purpose,
    session,
    also,
    participant,
    step,
    email,
    template,
    language: languageOf(participant, session, input.sheetLanguage),
    tone,
    need: participant.needs.trim() === '' ? 'any' : 'accessible',
    zone,
    notBefore,
    notAfter,
  };
}
