/** Mails about sessions that wait to be sent and have lost their reason since: the session moved, the participant left. */
import type { Row } from '../workbook/rows';
import type { NudgeIdentity } from './checkpoint-key';
import type { Invitation } from './invitation';
import { holds } from './ladder';
import type { MailIdentity } from './mail-key';
import { parseMailKey } from './mail-key';
import { isNight } from './night';
import { noticeOf, whenToNotice } from './notices';
import type { Planning } from './planning';
import { outlookOf, readPlanning, slotOf } from './planning';
import type { ReminderInput } from './reminder-input';
import type { Seat } from './roster';
import { sessionEnd } from './session-end';

type WithdrawReason =
  | 'session-gone'
  | 'session-cancelled'
  | 'session-moved'
  /** Its end, place or link is another than the mail says. */
  | 'session-changed'
  | 'session-on-again'
  /** It was moved back to what was told, or somebody was told already. */
  | 'nothing-to-tell'
  | 'participant-left'
  | 'not-wanted'
  | 'bounced'
  /** The participant has done what was asked, or the session is not online any more. */
  | 'condition'
  /** It has become night where the reader is; planning says whether there is still time in the morning. */
  | 'night'
  /** The step is no longer on the Reminders tab, or turned off. */
  | 'step-off';

export interface Withdrawn {
  readonly key: string;
  readonly why: WithdrawReason;
}

/** Not handed over yet. */
export interface WaitingMail {
  readonly key: string;
  readonly covers: readonly string[];
  /** What it was written for. */
  readonly invitations: readonly Pick<Invitation, 'sessionId' | 'startsAt' | 'endsAt' | 'place' | 'link'>[];
}

export interface WithdrawalInput extends ReminderInput {
  /** Whether a nudge still has something to ask for. */
  readonly nudgeHolds: (nudge: NudgeIdentity) => boolean;
}

/**
 * A mail for several sessions is withdrawn when one of them has changed: its keys are free again (see `alreadyPlanned`
 * of ReminderInput), and the next planning says what still holds. So is one whose text is out of date.
 *
 * @param waiting mails that are not about sessions are passed over
 */
export function withdrawnMails(waiting: readonly WaitingMail[], input: WithdrawalInput): Withdrawn[] {
  if (waiting.length === 0) return [];
  const planning = readPlanning(input);
  const withdrawn: Withdrawn[] = [];
  for (const mail of waiting) {
    const why = whyWithdrawn(mail, planning, input.nudgeHolds);
    if (why !== null) withdrawn.push({ key: mail.key, why });
  }
  return withdrawn;
}

function whyWithdrawn(
  mail: WaitingMail,
  planning: Planning,
  nudgeHolds: WithdrawalInput['nudgeHolds'],
): WithdrawReason | null {
  for (const key of [mail.key, ...mail.covers]) {
    const identity = parseMailKey(key);
    if (identity === null) continue;
    const session = planning.sessions.get(identity.sessionId);
    // That it does not take place is true of a session that is not in the tab any more, too.
    if (!session) return identity.kind === 'cancelled' ? null : 'session-gone';
    const seat = planning.roster.seatOf(identity.sessionId, identity.email);
    const why =
      whyUnreasonable(identity, key, session, seat, mail, planning) ??
      (identity.kind === 'nudge' && !nudgeHolds(identity) ? 'condition' : null);
    if (why !== null) return why;
    // The first of several sessions sends the mail: the others go with it before their own time.
    if (key === mail.key && seat && isAsleep(identity, session, seat, planning)) return 'night';
  }
  return null;
}

function whyUnreasonable(
  identity: MailIdentity,
  key: string,
  session: Row<'sessions'>,
  seat: Seat | null,
  mail: WaitingMail,
  { input, reading }: Planning,
): WithdrawReason | null {
  const { kind, sessionId, email, startsAt } = identity;
  if (session.state === 'cancelled' && kind !== 'cancelled') return 'session-cancelled';
  if (session.state !== 'cancelled' && kind === 'cancelled') return 'session-on-again';
  if (!seat?.present) return 'participant-left';
  if (input.undeliverable(email)) return 'bounced';
  if (kind === 'cancelled' || kind === 'changed') {
    const notice = noticeOf(session, email, input.told(sessionId, email));
    if (notice === null) return 'nothing-to-tell';
    if (notice.key === key) return null;
    return startsAt === session.starts_at ? 'session-changed' : 'session-moved';
  }
  if (session.starts_at !== startsAt) return 'session-moved';
  if (!seat.wantsReminders) return 'not-wanted';
  if (mail.invitations.some((told) => told.sessionId === sessionId && isOutdated(told, session))) {
    return 'session-changed';
  }
  if (kind === 'nudge') return null;
  const variants = reading.ladder.steps.get(identity.step);
  if (!variants) return 'step-off';
  const hasDone = (what: string): boolean => input.hasDone(sessionId, email, what);
  return variants.some(({ condition }) => holds(condition, { session, hasDone })) ? null : 'condition';
}

/** By the same rules by which it was planned: it waited into the night for the server, or for others before it. */
function isAsleep(identity: MailIdentity, session: Row<'sessions'>, seat: Seat, planning: Planning): boolean {
  const { input } = planning;
  const { now, offset, rule } = input;
  const zone = planning.sessionZone(session) ?? input.calendar.zone;
  const outlook = outlookOf(seat, session, zone, planning);
  if (!isNight(now, outlook.zone, offset, rule.night)) return false;
  switch (identity.kind) {
    case 'nudge':
      return true;
    case 'changed':
    case 'cancelled': {
      const notice = noticeOf(session, seat.email, input.told(session.id, seat.email));
      return notice !== null && typeof whenToNotice(session, notice, outlook.zone, input) === 'number';
    }
    case 'reminder': {
      const clock = planning.clockOf(session);
      const slot = clock && slotOf(clock, outlook, identity.step, planning);
      return slot ? slot.verdict !== 'due' : false;
    }
  }
}

function isOutdated(told: WaitingMail['invitations'][number], session: Row<'sessions'>): boolean {
  return (
    told.startsAt !== session.starts_at ||
    told.endsAt !== sessionEnd(session, told.startsAt) ||
    told.place.trim() !== session.place.trim() ||
    told.link.trim() !== session.link.trim()
  );
}
