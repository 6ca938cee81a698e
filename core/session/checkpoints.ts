/**
 * Who is to be nudged because something has not been done by a checkpoint. As with reminders nothing is remembered
 * here: what was planned before is asked by key.
 */
import type { Instant, Zone } from '../time/instant';
import { plus } from '../time/instant';
import { knownZone } from '../time/zoned';
import type { Row } from '../workbook/rows';
import { canonicalActivity } from './activity-names';
import { languageOf, toneOf } from './audience';
import { nudgeKey } from './checkpoint-key';
import type { Checkpoint } from './checkpoint-rows';
import { readCheckpoints } from './checkpoint-rows';
import { eveningBefore, isNight, morningAfter } from './night';
import { momentOf } from './offset';
import type { PlannedMail } from './planned-mail';
import type { ReminderInput, ReminderRule } from './reminder-input';
import { readRoster, type Seat } from './roster';
import { sessionEnd } from './session-end';
import { sessionsById } from './sessions-by-id';
import type { SkipReason } from './skip-reason';

/** What planning reminders asks for serves here too. */
export interface NudgeInput
  extends Pick<
    ReminderInput,
    | 'sessions'
    | 'participants'
    | 'now'
    | 'zoneOf'
    | 'offset'
    | 'calendar'
    | 'sheetLanguage'
    | 'alreadyPlanned'
    | 'hasDone'
    | 'undeliverable'
    | 'rule'
  > {
  readonly checkpoints: readonly Row<'checkpoints'>[];
}

/** `condition`: has done it already. `superseded`: a later checkpoint asks for the same thing, and its moment has come. */
export type NudgeSkip = Extract<
  SkipReason,
  'condition' | 'superseded' | 'night' | 'unwanted' | 'bounced' | 'no-address'
>;

export interface SkippedNudge {
  readonly key: string;
  readonly reason: NudgeSkip;
}

export interface NudgePlan {
  readonly due: readonly PlannedMail[];
  /** When planning is to be repeated; null when nothing is ahead. */
  readonly next: Instant | null;
  /** Nudges whose moment has come and that will not go out. */
  readonly skipped: readonly SkippedNudge[];
  /** Enabled checkpoints that nobody can read: they belong on the Problems tab. */
  readonly unreadable: readonly string[];
}

/** A checkpoint on the clock of one session. */
interface Moment {
  readonly checkpoint: Checkpoint;
  /** As written in the sheet. */
  readonly asked: Instant;
  readonly notAfter: Instant;
}

export function planNudges(input: NudgeInput): NudgePlan {
  const reading = readCheckpoints(input.checkpoints);
  // Without a letter only a colleague is told: follow-up.ts.
  const checkpoints = reading.checkpoints.filter(({ row }) => row.template.trim() !== '');
  const due: PlannedMail[] = [];
  const skipped: SkippedNudge[] = [];
  let next: Instant | null = null;
  if (checkpoints.length > 0) {
    const roster = readRoster(input.participants);
    for (const session of sessionsById(input.sessions).values()) {
      const seats = roster.seatsIn(session.id).filter(({ present }) => present);
      if (seats.length === 0 || session.starts_at === null || session.state === 'cancelled') continue;
      // A zone that nobody knows is reported with the reminders, and no time can be told in it.
      const zone = knownZone(input.zoneOf(session), input.offset);
      if (zone === null) continue;
      const plan = planSession(session, session.starts_at, zone, seats, checkpoints, input);
      due.push(...plan.due);
      skipped.push(...plan.skipped);
      if (plan.next !== null && (next === null || plan.next < next)) next = plan.next;
    }
  }
  return { due, next, skipped, unreadable: reading.unreadable };
}

function planSession(
  session: Row<'sessions'>,
  startsAt: Instant,
  zone: Zone,
  seats: readonly Seat[],
  checkpoints: readonly Checkpoint[],
  input: NudgeInput,
): Pick<NudgePlan, 'due' | 'next' | 'skipped'> {
  const { now } = input;
  const moments = momentsOf(session, startsAt, zone, checkpoints, input).filter(
    // Of what is long over nothing more is to be said, not even why it was not sent.
    ({ notAfter }) => notAfter > now || startsAt > now,
  );
  const due: PlannedMail[] = [];
  const skipped: SkippedNudge[] = [];
  let next: Instant | null = null;
  const verdictIn = remembered((moment: Moment, own: Zone) => judge(moment, startsAt, own, input));
  for (const seat of moments.length === 0 ? [] : seats) {
    const { participant, email } = seat;
    const own = knownZone(participant.zone, input.offset) ?? zone;
    for (const moment of moments) {
      const { checkpoint } = moment;
      const { at, verdict } = verdictIn(moment, own);
      if (verdict === 'ahead') {
        if (at > now && (next === null || at < next)) next = at;
        continue;
      }
      const key = nudgeKey({ checkpointId: checkpoint.id, sessionId: session.id, email, startsAt });
      if (input.alreadyPlanned(key)) continue;
      const reason = whyNot(seat, checkpoint, session, input) ?? verdict;
      if (reason !== 'due') {
        skipped.push({ key, reason });
        continue;
      }
      due.push({
        key,
        purpose: { kind: 'nudge', missing: checkpoint.missing },
        session,
        also: [],
        participant,
        step: checkpoint.id,
        email,
        template: checkpoint.row.template.trim(),
        language: languageOf(participant, session, input.sheetLanguage),
        tone: toneOf(participant, session),
        need: participant.needs.trim() === '' ? 'any' : 'accessible',
        zone: own,
        notBefore: at,
        notAfter: moment.notAfter,
      });
    }
  }
  return { due, next, skipped };
}

function whyNot(
  { email, wantsReminders }: Seat,
  { missing }: Checkpoint,
  session: Row<'sessions'>,
  input: NudgeInput,
): Exclude<NudgeSkip, 'superseded' | 'night'> | null {
  if (!isAddress(email)) return 'no-address';
  if (input.hasDone(session.id, email, missing)) return 'condition';
  if (!wantsReminders) return 'unwanted';
  return input.undeliverable(email) ? 'bounced' : null;
}

function isAddress(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email);
}

/** The checkpoints of a session in order, each good until the next one that asks for the same thing. */
function momentsOf(
  session: Row<'sessions'>,
  start: Instant,
  zone: Zone,
  checkpoints: readonly Checkpoint[],
  input: NudgeInput,
): readonly Moment[] {
  const end = sessionEnd(session, start);
  const moments = checkpoints.flatMap((checkpoint): Moment[] => {
    const asked = momentOf(start, checkpoint.moment, zone, input.offset, input.calendar);
    return asked === null ? [] : [{ checkpoint, asked, notAfter: lastMoment(asked, start, end, input.rule) }];
  });
  moments.sort((a, b) => a.asked - b.asked);
  return moments.map((moment, index) => {
    const what = canonicalActivity(moment.checkpoint.missing);
    const later = moments
      .slice(index + 1)
      .find(
        ({ asked, checkpoint }) => asked > moment.asked && canonicalActivity(checkpoint.missing) === what,
      );
    return later && later.asked < moment.notAfter ? { ...moment, notAfter: later.asked } : moment;
  });
}

/** Before the session a nudge is good until the start, during it until the end, afterwards for a while. */
function lastMoment(asked: Instant, start: Instant, end: Instant, rule: ReminderRule): Instant {
  if (asked < start) return start;
  return asked < end ? end : plus(asked, rule.keepAfterEnd);
}

/** When it goes out in the reader's own night and day, and what that means now. */
interface Judged {
  readonly at: Instant;
  readonly verdict: 'due' | 'ahead' | 'superseded' | 'night';
}

function judge({ asked, notAfter }: Moment, start: Instant, zone: Zone, input: NudgeInput): Judged {
  const { now, offset } = input;
  const { night } = input.rule;
  const waits = isNight(asked, zone, offset, night) ? morningAfter(asked, zone, offset, night) : asked;
  // By morning it would be too late: the evening before, where that is not before the session and the mail about it.
  const at = waits < notAfter ? waits : asked < start ? eveningBefore(asked, zone, offset, night) : null;
  if (notAfter <= now) return { at: at ?? asked, verdict: 'superseded' };
  if (at === null) return { at: asked, verdict: asked > now ? 'ahead' : 'night' };
  if (at > now) return { at, verdict: 'ahead' };
  // Late, because the program was off or the participant joined late: still not at night.
  if (!isNight(now, zone, offset, night)) return { at, verdict: 'due' };
  const morning = morningAfter(now, zone, offset, night);
  return morning < notAfter ? { at: morning, verdict: 'ahead' } : { at, verdict: 'night' };
}

/** Everybody in one zone shares the moments: most work is done once a session, not once a person. */
function remembered(
  judgeOnce: (moment: Moment, zone: Zone) => Judged,
): (moment: Moment, zone: Zone) => Judged {
  const known = new Map<Moment, Map<Zone, Judged>>();
  return (moment, zone) => {
    const byZone = known.get(moment) ?? new Map<Zone, Judged>();
    known.set(moment, byZone);
    const judged = byZone.get(zone) ?? judgeOnce(moment, zone);
    byZone.set(zone, judged);
    return judged;
  };
}
