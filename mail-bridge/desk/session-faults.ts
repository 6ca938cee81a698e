/** What keeps mails about sessions from going out, for the Problems tab. */
import { addressKey } from '../../core/mail/addresses';
import type { ReminderPlan } from '../../core/session/reminders';
import { sessionEnd } from '../../core/session/session-end';
import { type Instant, MS_PER_DAY } from '../../core/time/instant';
import type { DeskFacts } from '../desk-facts';
import type { SessionMemory } from '../outbox/session-memory';

export interface Undelivered {
  readonly sessionId: string;
  readonly course: string;
  readonly name: string;
  readonly email: string;
}

export interface SessionFaults
  extends Pick<ReminderPlan, 'unreadable' | 'unreadableConditions' | 'unknownZones' | 'unknownReaderZones'> {
  readonly unreadableCheckpoints: readonly string[];
  /** Keys of templates that a due mail needs and nobody can read. */
  readonly missingTemplates: readonly string[];
  /** People whom our mails do not reach. */
  readonly undelivered: readonly Undelivered[];
}

/** Of sessions long over nobody needs the address any more. */
const STILL_OF_USE_DAYS = 7;

export function undeliveredPeople(
  { sessions, participants }: Pick<DeskFacts, 'sessions' | 'participants'>,
  { isUndeliverable }: Pick<SessionMemory, 'isUndeliverable'>,
  now: Instant,
): Undelivered[] {
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  return participants.flatMap(({ session_id, name, email, state }) => {
    const session = sessionOf.get(session_id);
    if (!session || session.starts_at === null || session.state === 'cancelled' || state === 'left')
      return [];
    if (sessionEnd(session, session.starts_at) + STILL_OF_USE_DAYS * MS_PER_DAY < now) return [];
    if (email.trim() === '' || !isUndeliverable(email)) return [];
    return [{ sessionId: session_id, course: session.course, name, email: addressKey(email) }];
  });
}
