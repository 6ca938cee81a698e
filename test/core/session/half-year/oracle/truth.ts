/** How things stood at an instant, by what people wrote until then and what came back by mail. */
import type { Row } from '../../../../../core/workbook/rows';
import type { Firm } from '../firm/firm';
import { Versions } from '../firm/history';
import type { HandedOver, MailLog } from '../mail-log';
import { comesBackAt } from '../mail-server';

export interface Seat {
  readonly sessionId: string;
  /** The rows of one person in one session. */
  readonly rows: readonly Versions<Row<'participants'> | null>[];
}

export interface Truth {
  readonly session: (id: string, at: number) => Row<'sessions'> | undefined;
  readonly people: ReadonlyMap<string, readonly Seat[]>;
  /** Instants at which something was written that concerns a person. */
  readonly editsFor: (email: string) => readonly number[];
  readonly sessionVersions: (id: string) => readonly Row<'sessions'>[];
  readonly loggedIn: (sessionId: string, email: string, at: number) => boolean;
}

const COUNTS_BEFORE = 60 * 86_400_000;

export function normal(email: string): string {
  return email.trim().toLowerCase();
}

export function truthOf({ edits }: Firm): Truth {
  const sessions = new Map<string, Versions<Row<'sessions'>>>();
  const rows = new Map<string, Versions<Row<'participants'> | null>>();
  const logins = new Map<string, { readonly at: number; readonly row: Row<'activity'> }[]>();
  for (const edit of edits) {
    if (edit.tab === 'sessions') versionsIn(sessions, edit.id).add(edit.at, edit.row);
    else if (edit.tab === 'participants') versionsIn(rows, edit.id).add(edit.at, edit.row);
    else {
      const email = normal(edit.row.email);
      logins.set(email, [...(logins.get(email) ?? []), { at: edit.at, row: edit.row }]);
    }
  }
  const people = seatsByPerson(rows);
  return {
    session: (id, at) => sessions.get(id)?.at(at),
    people,
    sessionVersions: (id) => (sessions.get(id)?.all() ?? []).map(({ value }) => value),
    editsFor: (email) => [
      ...(people.get(email) ?? []).flatMap((seat) => [
        ...(sessions.get(seat.sessionId)?.all() ?? []).map(({ at }) => at),
        ...seat.rows.flatMap((row) => row.all().map(({ at }) => at)),
      ]),
      ...(logins.get(email) ?? []).map(({ at }) => at),
    ],
    loggedIn: (sessionId, email, at) =>
      (logins.get(email) ?? []).some(({ at: written, row }) => {
        if (written > at) return false;
        if (row.session_id !== '') return row.session_id === sessionId;
        const start = sessions.get(sessionId)?.at(at)?.starts_at ?? 0;
        return (row.at ?? 0) >= start - COUNTS_BEFORE;
      }),
  };
}

function versionsIn<T>(map: Map<string, Versions<T>>, id: string): Versions<T> {
  const found = map.get(id) ?? new Versions<T>();
  map.set(id, found);
  return found;
}

/** One row may have belonged to two people, one after the other. */
function seatsByPerson(rows: ReadonlyMap<string, Versions<Row<'participants'> | null>>): Map<string, Seat[]> {
  const people = new Map<string, Map<string, Versions<Row<'participants'> | null>[]>>();
  for (const versions of rows.values()) {
    const owners = new Set(
      versions.all().flatMap(({ value }) => (value ? [`${normal(value.email)}\n${value.session_id}`] : [])),
    );
    for (const owner of owners) {
      const [email = '', sessionId = ''] = owner.split('\n');
      const seats = people.get(email) ?? new Map<string, Versions<Row<'participants'> | null>[]>();
      people.set(email, seats);
      seats.set(sessionId, [...(seats.get(sessionId) ?? []), versions]);
    }
  }
  return new Map(
    [...people].map(([email, seats]) => [
      email,
      [...seats].map(([sessionId, own]) => ({ sessionId, rows: own })),
    ]),
  );
}

/** The rows of a person in a session that are not marked as left. */
export function activeRows(seat: Seat, email: string, at: number): Row<'participants'>[] {
  return seat.rows.flatMap((versions) => {
    const row = versions.at(at);
    return row && normal(row.email) === email && row.session_id === seat.sessionId && row.state !== 'left'
      ? [row]
      : [];
  });
}

/** An empty cell means yes, unless the same person said no elsewhere in the roster. */
export function wants(row: Row<'participants'>, seats: readonly Seat[], email: string, at: number): boolean {
  if (row.reminders !== '') return row.reminders === 'yes';
  return !seats.some((seat) =>
    seat.rows.some((versions) => {
      const other = versions.at(at);
      return other && normal(other.email) === email && other.reminders === 'no';
    }),
  );
}

export function isAddress(email: string): boolean {
  return /^[^@\s]+@[^@\s]+$/.test(email);
}

/** When the bridge may know that a mail came back; null: it did not. */
export function returnedAt({ at, letter, answer }: HandedOver): number | null {
  return answer === 'deferred' ? null : comesBackAt(letter.to, at);
}

/** What was handed over for each person, in order. */
export function handedByPerson({ handedOver }: MailLog): Map<string, HandedOver[]> {
  const map = new Map<string, HandedOver[]>();
  for (const item of handedOver) {
    const list = map.get(item.letter.to);
    if (list) list.push(item);
    else map.set(item.letter.to, [item]);
  }
  return map;
}
