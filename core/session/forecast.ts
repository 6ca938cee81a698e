/** Who will be written to and when, and why others will not: what a dry run shows. As things stand now. */
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { ReaderCandidate } from './candidates';
import { candidateFor } from './candidates';
import type { MergedReminder } from './merge-reminders';
import { mergeReminders } from './merge-reminders';
import type { PlannedMail } from './planned-mail';
import type { Outlook, Planning, Standing } from './planning';
import { outlookOf, readPlanning, slotsFor, standingOf, verdictOn } from './planning';
import type { ReminderInput } from './reminder-input';
import type { Seat } from './roster';
import type { SessionClock, Slot } from './session-clock';
import type { SkipReason } from './skip-reason';

export interface ForecastLine {
  /** When it goes out; of what does not, when it would have. */
  readonly at: Instant;
  readonly email: string;
  readonly name: string;
  readonly sessionId: string;
  readonly course: string;
  /** '' where nothing can be said of single steps: nobody knows the zone of the session. */
  readonly step: string;
  readonly template: string;
  /** As it stands in the Sheet; '' where there is none. What goes by it goes only if it holds by then. */
  readonly condition: string;
  readonly purpose: PlannedMail['purpose']['kind'];
  readonly verdict: { readonly kind: 'goes' } | { readonly kind: 'not'; readonly reason: SkipReason };
}

/**
 * Every reminder and notice from now on, of those that are not planned yet. What was missed of sessions that are still
 * ahead is named too: that is what people ask about.
 */
export function forecast(input: ReminderInput, until: Instant): ForecastLine[] {
  const planning = readPlanning(input);
  const lines: ForecastLine[] = [];
  const going: ReaderCandidate[] = [];
  for (const session of planning.sessions.values()) {
    const clock = planning.clockOf(session);
    const isZoneUnknown = planning.sessionZone(session) === null;
    const zone = planning.sessionZone(session) ?? input.calendar.zone;
    for (const seat of planning.roster.seatsIn(session.id)) {
      const outlook = outlookOf(seat, session, zone, planning);
      const standing = seat.present ? standingOf(outlook, session, planning) : null;
      if (standing && !(isZoneUnknown && session.state !== 'cancelled')) {
        lines.push(...noticeLines(standing, outlook, session, input.now));
      }
      if (clock) {
        addStepLines(clock, outlook, standing?.silentUntil ?? null, planning, lines, going);
      } else if (isZoneUnknown && session.starts_at !== null && session.starts_at > input.now) {
        lines.push(withoutZone(seat, session, session.starts_at));
      }
    }
  }
  for (const line of goingLines(going, input)) lines.push(line);
  return lines.filter(({ at }) => at <= until).sort(inOrder);
}

function noticeLines(
  { pending }: Standing,
  outlook: Outlook,
  session: Row<'sessions'>,
  now: Instant,
): ForecastLine[] {
  if (pending === null) return [];
  const { notice, when } = pending;
  const reason = outlook.unreachable ?? (when === 'too-late' ? when : null);
  return [
    {
      ...about(outlook.seat, session),
      at: typeof when === 'number' ? when : now,
      step: notice.purpose.kind,
      template: notice.template,
      condition: '',
      purpose: notice.purpose.kind,
      verdict: reason === null ? GOES : { kind: 'not', reason },
    },
  ];
}

/** What goes out is still to be joined with other sessions of its reader. */
function addStepLines(
  clock: SessionClock,
  outlook: Outlook,
  silentUntil: Instant | null,
  planning: Planning,
  lines: ForecastLine[],
  going: ReaderCandidate[],
): void {
  const { seat } = outlook;
  const blocked = whyNothing(seat, clock.session);
  const { slots } = slotsFor(clock, outlook, planning);
  const { now } = planning.input;
  for (const slot of slots) {
    // What was missed of a session that has begun is no news any more.
    if (slot.notAfter <= now && clock.startsAt <= now) continue;
    const key = clock.keyOf(seat.email, slot.step.row.step);
    if (planning.input.alreadyPlanned(key)) continue;
    const verdict = verdictOn(slot, outlook, silentUntil, clock, slots, planning);
    const goesAt = verdict === 'due' ? now : typeof verdict === 'number' ? verdict : null;
    if (goesAt !== null && blocked === null) {
      going.push(candidateFor(slot, key, outlook, clock, planning, goesAt));
    } else if (goesAt !== null && blocked !== null) {
      lines.push(stepLine(seat, clock, slot, goesAt, blocked));
    } else if (blocked === null && typeof verdict === 'string' && verdict !== 'due') {
      lines.push(stepLine(seat, clock, slot, slot.at, verdict));
    }
  }
}

function whyNothing(
  seat: Seat,
  session: Row<'sessions'>,
): Extract<SkipReason, 'cancelled' | 'left' | 'unwanted'> | null {
  if (session.state === 'cancelled') return 'cancelled';
  if (!seat.present) return 'left';
  return seat.wantsReminders ? null : 'unwanted';
}

function goingLines(going: readonly ReaderCandidate[], { rule }: ReminderInput): ForecastLine[] {
  const byStep = new Map<string, ReaderCandidate[]>();
  for (const candidate of going) {
    const name = `${candidate.outlook.seat.email}\n${candidate.slot.step.row.step}`;
    const group = byStep.get(name);
    if (group) group.push(candidate);
    else byStep.set(name, [candidate]);
  }
  const mails = [...byStep.values()].flatMap((group) => mergeReminders(group, rule.mergeWithin));
  const isOvertaken = overtaken(mails);
  const lines: ForecastLine[] = [];
  for (const { first, others, template } of mails) {
    const reason = isOvertaken(first, first.goesAt) ? 'superseded' : null;
    lines.push(stepLine(first.outlook.seat, first.clock, first.slot, first.goesAt, reason, template));
    for (const other of others) {
      const why = isOvertaken(other, first.goesAt) ? 'superseded' : 'merged';
      lines.push(stepLine(other.outlook.seat, other.clock, other.slot, first.goesAt, why));
    }
  }
  return lines;
}

/** Whether a later step of the same session has gone before, early, because another session of that day took it along. */
function overtaken(
  mails: readonly MergedReminder<ReaderCandidate>[],
): (candidate: ReaderCandidate, goesAt: Instant) => boolean {
  const early = new Map<string, { readonly ofStep: Instant; readonly went: Instant }[]>();
  for (const { first, others } of mails) {
    for (const { outlook, clock, slot } of others) {
      const place = `${outlook.seat.email}\n${clock.session.id}`;
      early.set(place, [...(early.get(place) ?? []), { ofStep: slot.at, went: first.goesAt }]);
    }
  }
  return ({ outlook, clock, slot }, goesAt) =>
    (early.get(`${outlook.seat.email}\n${clock.session.id}`) ?? []).some(
      ({ ofStep, went }) => slot.at < ofStep && goesAt > went,
    );
}

/** There are very many of them, and copying one object into another is slow: every part by its name. */
function stepLine(
  { participant, email }: Seat,
  { session }: SessionClock,
  { step: { row } }: Slot,
  at: Instant,
  reason: SkipReason | null,
  template = row.template,
): ForecastLine {
  return {
    at,
    email,
    name: participant.name,
    sessionId: session.id,
    course: session.course,
    step: row.step,
    template,
    condition: row.condition.trim(),
    purpose: 'reminder',
    verdict: reason === null ? GOES : { kind: 'not', reason },
  };
}

const GOES = { kind: 'goes' } as const;

function withoutZone(seat: Seat, session: Row<'sessions'>, at: Instant): ForecastLine {
  return {
    ...about(seat, session),
    at,
    step: '',
    template: '',
    condition: '',
    purpose: 'reminder',
    verdict: { kind: 'not', reason: 'unknown-zone' },
  };
}

function about(
  { participant, email }: Seat,
  { id, course }: Row<'sessions'>,
): Pick<ForecastLine, 'email' | 'name' | 'sessionId' | 'course'> {
  return { email, name: participant.name, sessionId: id, course };
}

function inOrder(a: ForecastLine, b: ForecastLine): number {
  return (
    a.at - b.at ||
    byText(a.sessionId, b.sessionId) ||
    byText(a.email, b.email) ||
    byText(a.name, b.name) ||
    byText(a.step, b.step)
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
