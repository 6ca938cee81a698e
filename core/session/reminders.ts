/**
 * Which reminders are due, and when the next one will be. Nothing is remembered here: what was planned before is
 * asked by key, so planning can be repeated and crash at any point without a reminder going out twice.
 */
import type { Language } from '../language';
import type { Instant, Minutes, Zone, ZoneOffset } from '../time/instant';
import { minutes, plus } from '../time/instant';
import { knownZone } from '../time/zoned';
import type { Row } from '../workbook/rows';
import type { Tone } from './audience';
import { languageOf, toneOf, variantFor } from './audience';
import type { Night } from './night';
import { eveningBefore, isNight, morningAfter, NIGHT } from './night';
import type { Offset } from './offset';
import { applyOffset, parseOffset } from './offset';
import type { PlannedMail } from './planned-mail';
import { normalEmail, reminderKeys } from './reminder-key';
import { sessionEnd } from './session-end';

export interface ReminderRule {
  readonly night: Night;
  /** How long a reminder after the session (thanks, a survey) still makes sense. */
  readonly keepAfterEnd: Minutes;
}

export const REMINDER_RULE: ReminderRule = {
  night: NIGHT,
  keepAfterEnd: minutes(48 * 60),
};

export interface ReminderInput {
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
  readonly steps: readonly Row<'reminders'>[];
  readonly now: Instant;
  readonly zoneOf: (session: Row<'sessions'>) => Zone;
  readonly offset: ZoneOffset;
  readonly sheetLanguage: Language;
  readonly alreadyPlanned: (key: string) => boolean;
  readonly rule: ReminderRule;
}

type SkipReason =
  /** A later step has come: the older one would only confuse. */
  | 'superseded'
  /** It is night, and by morning it would be too late. */
  | 'night'
  | 'no-address';

interface SkippedReminder {
  readonly key: string;
  readonly reason: SkipReason;
}

export interface ReminderPlan {
  readonly due: readonly PlannedMail[];
  /** When planning is to be repeated; null when nothing is ahead. */
  readonly next: Instant | null;
  /** Reminders of coming sessions that will not go out. */
  readonly skipped: readonly SkippedReminder[];
  /** Names of enabled steps whose offset nobody can read: they belong on the Problems tab. */
  readonly unreadable: readonly string[];
  /** Ids of sessions whose zone nobody knows. Nothing is planned for them; the others go on. */
  readonly unknownZones: readonly string[];
}

interface Step {
  readonly row: Row<'reminders'>;
  readonly offset: Offset;
}

/** A step on the clock of one session. */
interface Moment {
  readonly step: Row<'reminders'>;
  /** As written in the sheet. */
  readonly asked: Instant;
  /** As sent, out of the night. */
  readonly at: Instant;
  readonly notAfter: Instant;
}

export function planReminders(input: ReminderInput): ReminderPlan {
  const { steps, unreadable } = readSteps(input.steps);
  const bySession = new Map<string, Row<'participants'>[]>();
  for (const participant of input.participants) {
    const group = bySession.get(participant.session_id);
    if (group) group.push(participant);
    else bySession.set(participant.session_id, [participant]);
  }
  const due: PlannedMail[] = [];
  const skipped: SkippedReminder[] = [];
  const unknownZones: string[] = [];
  let next: Instant | null = null;
  for (const session of input.sessions) {
    const group = bySession.get(session.id);
    if (!group || session.starts_at === null || session.state === 'cancelled') continue;
    const zone = knownZone(input.zoneOf(session), input.offset);
    if (zone === null) {
      unknownZones.push(session.id);
      continue;
    }
    const plan = planSession(session, session.starts_at, zone, group, steps, input);
    due.push(...plan.due);
    skipped.push(...plan.skipped);
    if (plan.next !== null && (next === null || plan.next < next)) next = plan.next;
  }
  return { due, next, skipped, unreadable, unknownZones };
}

function planSession(
  session: Row<'sessions'>,
  startsAt: Instant,
  zone: Zone,
  group: readonly Row<'participants'>[],
  steps: ReadonlyMap<string, readonly Step[]>,
  input: ReminderInput,
): Pick<ReminderPlan, 'due' | 'next' | 'skipped'> {
  const keyOf = reminderKeys(session.id, startsAt);
  const verdicts = new Map<Tone, readonly (readonly [Moment, Verdict])[]>();
  const due: PlannedMail[] = [];
  const skipped: SkippedReminder[] = [];
  const done = new Set<string>();
  let next: Instant | null = null;
  for (const participant of group) {
    if (participant.state === 'left' || participant.reminders === 'no') continue;
    const tone = toneOf(participant, session);
    // Every participant of one tone shares the moments: most work is done once a session, not once a person.
    let judged = verdicts.get(tone);
    if (!judged) {
      judged = momentsFor(tone, steps, session, startsAt, zone, input)
        .filter(({ notAfter }) => notAfter > input.now || startsAt > input.now)
        .map((moment) => [moment, judge(moment, zone, input)] as const);
      verdicts.set(tone, judged);
    }
    for (const [moment, verdict] of judged) {
      if (typeof verdict === 'number') {
        if (next === null || verdict < next) next = verdict;
        continue;
      }
      const email = normalEmail(participant.email);
      const step = moment.step.step;
      const key = keyOf(email, step);
      if (done.has(key) || input.alreadyPlanned(key)) continue;
      done.add(key);
      const reason = isAddress(email) ? verdict : 'no-address';
      if (reason !== 'due') {
        skipped.push({ key, reason });
        continue;
      }
      due.push({
        key,
        purpose: { kind: 'reminder' },
        session,
        also: [],
        participant,
        step,
        email,
        template: moment.step.template,
        language: languageOf(participant, session, input.sheetLanguage),
        tone,
        need: participant.needs.trim() === '' ? 'any' : 'accessible',
        zone,
        notBefore: moment.at,
        notAfter: moment.notAfter,
      });
    }
  }
  return { due, next, skipped };
}

/** Due, due at a later instant, or never. */
type Verdict = 'due' | Instant | Exclude<SkipReason, 'no-address'>;

function judge(moment: Moment, zone: Zone, input: ReminderInput): Verdict {
  if (moment.notAfter <= moment.at || moment.notAfter <= input.now) return 'superseded';
  if (moment.at > input.now) return moment.at;
  // Late, because the program was off or the participant joined late: still not at night.
  if (moment.step.at_night || !isNight(input.now, zone, input.offset, input.rule.night)) return 'due';
  const morning = morningAfter(input.now, zone, input.offset, input.rule.night);
  return morning < moment.notAfter ? morning : 'night';
}

function isAddress(email: string): boolean {
  const at = email.indexOf('@');
  return at > 0 && at === email.lastIndexOf('@') && at < email.length - 1 && !/\s/.test(email);
}

function readSteps(rows: readonly Row<'reminders'>[]): { steps: Map<string, Step[]>; unreadable: string[] } {
  const steps = new Map<string, Step[]>();
  const unreadable: string[] = [];
  for (const row of rows) {
    if (!row.enabled) continue;
    const offset = parseOffset(row.offset);
    if (!offset) {
      unreadable.push(row.step);
      continue;
    }
    const variants = steps.get(row.step) ?? [];
    variants.push({ row, offset });
    steps.set(row.step, variants);
  }
  return { steps, unreadable };
}

/** The steps of a session for people of one tone, in order, each good until the next one comes. */
function momentsFor(
  tone: Tone,
  steps: ReadonlyMap<string, readonly Step[]>,
  session: Row<'sessions'>,
  start: Instant,
  zone: Zone,
  input: ReminderInput,
): Moment[] {
  const end = sessionEnd(session, start);
  const moments: Moment[] = [];
  for (const variants of steps.values()) {
    const chosen = variantFor(
      variants.map((step) => ({ ...step, audience: step.row.audience })),
      tone,
    );
    if (!chosen) continue;
    const { row } = chosen;
    const asked = applyOffset(row.anchor === 'end' ? end : start, chosen.offset, zone, input.offset);
    const last = lastMoment(asked, start, end, input.rule);
    moments.push({
      step: row,
      asked,
      at: awake(asked, start, last, row.at_night, zone, input),
      notAfter: last,
    });
  }
  moments.sort((a, b) => a.at - b.at || a.asked - b.asked);
  return moments.map((moment, index) => {
    const later = moments.slice(index + 1).find(({ asked }) => asked !== moment.asked);
    return later && later.at < moment.notAfter ? { ...moment, notAfter: later.at } : moment;
  });
}

/** Before the session a reminder is good until the start, during it until the end, afterwards for a while. */
function lastMoment(asked: Instant, start: Instant, end: Instant, rule: ReminderRule): Instant {
  if (asked < start) return start;
  return asked < end ? end : plus(asked, rule.keepAfterEnd);
}

function awake(
  asked: Instant,
  start: Instant,
  last: Instant,
  atNight: boolean,
  zone: Zone,
  input: ReminderInput,
): Instant {
  const { night } = input.rule;
  if (atNight || !isNight(asked, zone, input.offset, night)) return asked;
  const morning = morningAfter(asked, zone, input.offset, night);
  if (morning < last) return morning;
  // During a session at night everybody is awake; the evening before would be before the session.
  return asked < start ? eveningBefore(asked, zone, input.offset, night) : asked;
}
