/** Six hundred participants: late joiners, leavers, people in two sessions a day, people who want no reminders. */
import type { Instant } from '../../../../../core/time/instant';
import type { Row } from '../../../../../core/workbook/rows';
import type { Edit } from './history';
import type { Chance } from './random';
import { DAY, HOUR, type PlannedSession } from './sessions';

/** As somebody may misspell it. */
export const UNKNOWN_ZONE = 'Europe/Warszawa';
const ZONES = ['Europe/Warsaw', 'Europe/Kyiv', 'Europe/London', 'America/New_York', UNKNOWN_ZONE] as const;
const MINUTE = 60_000;

export function rosterEdits(
  sessions: readonly PlannedSession[],
  people: number,
  twins: number,
  chance: Chance,
): Edit[] {
  const edits: Edit[] = [];
  let rows = 0;
  for (let number = 0; number < people; number++) {
    const index = number % sessions.length;
    const session = sessions[index];
    if (!session) continue;
    const person = participant(number, chance);
    const enter = (into: PlannedSession): void => {
      rows += 1;
      edits.push(...lifeOf(`P${rows}`, { ...person, session_id: into.id }, into, chance));
    };
    enter(session);
    const twin = index % 2 === 0 && index < 2 * twins ? sessions[index + 1] : undefined;
    if (twin && chance.happens(0.5)) enter(twin);
    else if (chance.happens(0.05)) enter(chance.pick([session, ...sessions]));
    if (chance.happens(0.02)) {
      // Entered twice, once with a wish.
      rows += 1;
      const again = { ...person, session_id: session.id, reminders: chance.pick(['yes', 'no', '']) };
      edits.push(
        ...lifeOf(`P${rows}`, { ...again, email: ` ${person.email.toUpperCase()}` }, session, chance),
      );
    }
    if (chance.happens(0.6)) edits.push(logIn(session, person.email, chance));
  }
  return edits;
}

function participant(number: number, chance: Chance): Row<'participants'> {
  const broken = chance.happens(0.01);
  return {
    session_id: '',
    name: `Person ${number}`,
    email: broken
      ? chance.pick(['', 'nobody'])
      : `p${number}@${chance.happens(0.02) ? 'gone' : 'firm'}.example`,
    language: chance.pick(['', '', '', 'uk', 'en']),
    audience: chance.pick(['', '', 'novice', 'experienced']),
    needs: chance.happens(0.05) ? 'screen reader' : '',
    company: '',
    zone: chance.happens(0.25) ? chance.pick(ZONES) : '',
    state: 'active',
    reminders: chance.happens(0.04) ? 'no' : chance.pick(['', '', 'yes']),
    answer: '',
  };
}

/** What happens to one row: entered early or late, changed, taken out, put back. */
function lifeOf(id: string, row: Row<'participants'>, session: PlannedSession, chance: Chance): Edit[] {
  const edits: Edit[] = [];
  const write = (at: number, now: Row<'participants'> | null): void => {
    edits.push({ at: at as Instant, tab: 'participants', id, row: now });
  };
  // Most come with the client's list.
  const early = session.createdAt + 10 * MINUTE;
  const span = session.startsAt - session.createdAt;
  let at = chance.happens(0.75)
    ? early
    : chance.happens(0.5)
      ? early + Math.floor(chance.number() * (span - HOUR))
      : // Late, a few of them when it has begun.
        session.startsAt + HOUR - Math.floor(chance.number() * 3 * DAY);
  at = Math.max(early, at) + 23_000;
  write(at, row);
  if (chance.happens(0.12)) {
    at += Math.floor(chance.number() * Math.max(HOUR, session.startsAt + 3 * HOUR - at));
    const what = chance.number();
    if (what < 0.4) {
      write(at, chance.happens(0.8) ? { ...row, state: 'left' } : null);
      if (chance.happens(0.25)) write(at + chance.pick([3 * MINUTE, 20 * HOUR]) + 5_000, row);
    } else if (what < 0.8) {
      write(at, { ...row, reminders: 'no' });
      if (chance.happens(0.25)) write(at + chance.pick([3 * MINUTE, 20 * HOUR]) + 5_000, row);
    } else {
      // Somebody else takes the seat.
      write(at, { ...row, name: `${row.name} junior`, email: row.email.replace(/^p/, 'q') });
    }
  }
  return edits;
}

function logIn(session: PlannedSession, email: string, chance: Chance): Edit {
  const at = (session.startsAt + HOUR - Math.floor(chance.number() * 3 * DAY)) as Instant;
  const row: Row<'activity'> = {
    at,
    email: email.toUpperCase(),
    session_id: chance.happens(0.7) ? session.id : '',
    what: 'logged in',
  };
  // The platform's report is pasted every two hours.
  return { at: (Math.ceil(at / (2 * HOUR)) * 2 * HOUR + 3_000) as Instant, tab: 'activity', row };
}
