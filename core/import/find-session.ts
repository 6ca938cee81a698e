/** Which session a row is about: by its id, or by its course and day. */
import { dayNumber, dayOfWall } from '../time/civil';
import { wallAt } from '../time/zoned';
import { folded } from '../words/folded';
import type { Row } from '../workbook/rows';
import type { RowCells } from './cells';
import type { ImportWorld } from './import-world';
import { BadRow } from './problem';

export interface SessionFinder {
  /** The id as it stands in Sessions; null when the row names no session. @throws BadRow */
  find(cells: RowCells): string | null;
}

type Session = Row<'sessions'>;

export function sessionFinder({ sessions, options, context }: ImportWorld): SessionFinder {
  const withId = sessions.filter(({ id }) => id.trim() !== '');
  const byId = new Map(withId.map((session) => [sessionKey(session.id), session.id.trim()]));
  const byCourse = new Map<string, Session[]>();
  for (const session of withId) {
    const key = folded(session.course);
    byCourse.set(key, [...(byCourse.get(key) ?? []), session]);
  }
  const dayOf = (session: Session): number | null =>
    session.starts_at === null ? null : dayOfWall(wallAt(session.starts_at, context.zone, context.offset));

  const ofCourse = (course: string, day: number | null): string => {
    const named = byCourse.get(folded(course)) ?? [];
    const found = day === null ? named : named.filter((session) => dayOf(session) === day);
    const shown =
      day === null ? course : `${course}, ${new Date(day * 86_400_000).toISOString().slice(0, 10)}`;
    if (found.length > 1) throw new BadRow({ code: 'several-sessions', found: shown });
    const [only] = found;
    if (only === undefined) throw new BadRow({ code: 'unknown-session', found: shown });
    return only.id.trim();
  };

  return {
    find(cells) {
      const reference = cells.text('session_id');
      const course = cells.text('course');
      if (reference !== '') {
        const known = byId.get(sessionKey(reference));
        if (known !== undefined) return known;
        // A column "session" that holds the name of the course.
        if (byCourse.has(folded(reference))) return ofCourse(reference, dayIn(cells, context));
        throw new BadRow({ code: 'unknown-session', found: reference });
      }
      if (options.sessionId !== null) return options.sessionId;
      return course === '' ? null : ofCourse(course, dayIn(cells, context));
    },
  };
}

export const sessionKey = (id: string): string => id.trim().toLowerCase();

function dayIn(cells: RowCells, { zone, offset }: ImportWorld['context']): number | null {
  const moment = cells.has('starts_at') ? cells.moment('starts_at') : null;
  if (moment === null || moment.kind === 'time' || moment.kind === 'ambiguous') return null;
  return moment.kind === 'instant' ? dayOfWall(wallAt(moment.at, zone, offset)) : dayNumber(moment.day);
}
