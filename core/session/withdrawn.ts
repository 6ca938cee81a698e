/** Reminders that were queued and have lost their reason since: the session moved, the participant left. */
import type { Row } from '../workbook/rows';
import { normalEmail, parseReminderKey } from './reminder-key';

type WithdrawReason =
  | 'session-gone'
  | 'session-cancelled'
  | 'session-moved'
  | 'participant-left'
  | 'not-wanted';

export interface Withdrawn {
  readonly key: string;
  readonly why: WithdrawReason;
}

/** @param outbox rows whose mail has not been sent; rows that are no reminders are passed over */
export function withdrawnReminders(
  outbox: readonly Row<'outbox'>[],
  sessions: readonly Row<'sessions'>[],
  participants: readonly Row<'participants'>[],
): Withdrawn[] {
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const seats = new Map<string, Row<'participants'>[]>();
  for (const participant of participants) {
    const seat = seatOf(participant.session_id, normalEmail(participant.email));
    const rows = seats.get(seat);
    if (rows) rows.push(participant);
    else seats.set(seat, [participant]);
  }
  const withdrawn: Withdrawn[] = [];
  for (const { key, kind } of outbox) {
    const reminder = kind === 'reminder' ? parseReminderKey(key) : null;
    if (!reminder) continue;
    const session = sessionOf.get(reminder.sessionId);
    const why = !session
      ? 'session-gone'
      : session.state === 'cancelled'
        ? 'session-cancelled'
        : session.starts_at !== reminder.startsAt
          ? 'session-moved'
          : unwanted(seats.get(seatOf(reminder.sessionId, reminder.email)) ?? []);
    if (why !== null) withdrawn.push({ key, why });
  }
  return withdrawn;
}

/** A person entered twice still gets the reminder when one of the rows wants it. */
function unwanted(rows: readonly Row<'participants'>[]): 'participant-left' | 'not-wanted' | null {
  const staying = rows.filter(({ state }) => state !== 'left');
  if (staying.length === 0) return 'participant-left';
  return staying.every(({ reminders }) => reminders === 'no') ? 'not-wanted' : null;
}

function seatOf(sessionId: string, email: string): string {
  return `${sessionId}\n${email}`;
}
