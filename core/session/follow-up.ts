/**
 * Which checkpoints call for a colleague now: some time after the nudge somebody still has not done it. Nothing is
 * remembered: whoever makes the ticket of it asks by `birth` whether it was made before.
 */
import type { Instant, Zone } from '../time/instant';
import { minutes, plus } from '../time/instant';
import { knownZone } from '../time/zoned';
import type { Row } from '../workbook/rows';
import { followUpBirth } from './checkpoint-key';
import type { Checkpoint } from './checkpoint-rows';
import { readCheckpoints } from './checkpoint-rows';
import { momentOf } from './offset';
import type { ReminderInput } from './reminder-input';
import { readRoster } from './roster';
import { sessionEnd } from './session-end';
import { sessionsById } from './sessions-by-id';

export interface FollowUpInput
  extends Pick<
    ReminderInput,
    'sessions' | 'participants' | 'now' | 'zoneOf' | 'offset' | 'calendar' | 'hasDone'
  > {
  readonly checkpoints: readonly Row<'checkpoints'>[];
}

export interface FollowUp {
  /** One for each checkpoint and session, and for each time to which the session is moved. */
  readonly birth: string;
  readonly session: Row<'sessions'>;
  readonly checkpoint: Checkpoint;
  /** Those who still have not, each once. Whether they want mails does not matter: a colleague may call them. */
  readonly people: readonly Row<'participants'>[];
}

/** How long after its moment a ticket is still of use that comes after the session. */
const LATE_BY = minutes(48 * 60);

export function dueFollowUps(input: FollowUpInput): readonly FollowUp[] {
  const checkpoints = readCheckpoints(input.checkpoints).checkpoints.filter(
    ({ followAfter }) => followAfter !== null,
  );
  if (checkpoints.length === 0) return [];
  const roster = readRoster(input.participants);
  return Array.from(sessionsById(input.sessions).values()).flatMap((session) => {
    const start = session.starts_at;
    const zone = knownZone(input.zoneOf(session), input.offset);
    if (start === null || zone === null || session.state === 'cancelled') return [];
    return checkpoints.flatMap((checkpoint) => {
      if (!isTime(checkpoint, session, start, zone, input)) return [];
      const people = roster
        .seatsIn(session.id)
        .filter(({ present, email }) => present && !input.hasDone(session.id, email, checkpoint.missing))
        .map(({ participant }) => participant);
      const birth = followUpBirth(checkpoint.id, session.id, start);
      return people.length === 0 ? [] : [{ birth, session, checkpoint, people }];
    });
  });
}

function isTime(
  { moment, followAfter }: Checkpoint,
  session: Row<'sessions'>,
  start: Instant,
  zone: Zone,
  { now, offset, calendar }: FollowUpInput,
): boolean {
  if (followAfter === null) return false;
  const asked = momentOf(start, moment, zone, offset, calendar);
  const told = asked && momentOf(asked, followAfter, zone, offset, calendar);
  if (told === null) return false;
  const end = sessionEnd(session, start);
  // What was to be ready for the session is of no use after it, unless the firm asks for it then.
  const until = told < end ? end : plus(told, LATE_BY);
  return told <= now && now < until;
}
