/** Sessions by id, or by course and start where a row has no id; and ids for those that come without. */

import { twoDigits } from '../time/civil';
import type { Instant } from '../time/instant';
import { civilAt } from '../time/zoned';
import { folded } from '../words/folded';
import type { RowChange } from '../workbook/rows';
import type { TableContext } from '../workbook/table';
import { sessionKey } from './find-session';
import { BadRow } from './problem';
import { type SheetClock, sheetSecond } from './sheet-second';

interface Held {
  readonly row: RowChange<'sessions'>;
}

export class SessionBook<H extends Held> {
  readonly #byId = new Map<string, H>();
  readonly #byStart = new Map<string, H[]>();

  constructor(private readonly clock: SheetClock) {}

  add(held: H): void {
    const { id = '' } = held.row;
    if (id.trim() !== '' && !this.#byId.has(sessionKey(id))) this.#byId.set(sessionKey(id), held);
    const start = startKey(held.row, this.clock);
    if (start !== null) this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), held]);
  }

  /** @throws BadRow when a row without id could be one of several */
  find(row: RowChange<'sessions'>): H | null {
    const id = row.id?.trim() ?? '';
    const start = startKey(row, this.clock);
    const alike = (start === null ? [] : (this.#byStart.get(start) ?? [])).filter(
      ({ row: other }) => !isApart(row, other),
    );
    if (id !== '') {
      // A row that still lacks its id may be the same session.
      return (
        this.#byId.get(sessionKey(id)) ??
        alike.find(({ row: other }) => (other.id ?? '').trim() === '') ??
        null
      );
    }
    // The same client beside a row that names none: the former is meant.
    const closer = alike.filter(({ row: other }) => folded(other.client ?? '') === folded(row.client ?? ''));
    const [only, ...more] = closer.length > 0 ? closer : alike;
    if (more.length > 0) throw new BadRow({ code: 'several-sessions', found: row.course ?? '' });
    return only ?? null;
  }

  has(id: string): boolean {
    return this.#byId.has(sessionKey(id));
  }
}

/** A firm gives one course to two clients at the same hour, in two rooms: what these cells name is another session. */
const APART = ['client', 'trainer', 'place', 'link'] as const;

function isApart(one: RowChange<'sessions'>, other: RowChange<'sessions'>): boolean {
  return APART.some((column) => {
    const [here, there] = [folded(one[column] ?? ''), folded(other[column] ?? '')];
    return here !== '' && there !== '' && here !== there;
  });
}

function startKey(
  { course = '', starts_at: start = null }: RowChange<'sessions'>,
  clock: SheetClock,
): string | null {
  if (course.trim() === '' || start === null) return null;
  return `${folded(course)}\n${Math.round(sheetSecond(start, clock) / 60)}`;
}

/** `EOP-261126`: the initials of the course and the day. Told from the row alone, so that it is the same next time. */
export function mintSessionId(
  course: string,
  start: Instant,
  { zone, offset }: TableContext,
  taken: (id: string) => boolean,
): string {
  const words = course
    .toUpperCase()
    .replace(/['’ʼ]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const initials =
    words.length === 1
      ? (words[0] ?? '').slice(0, 3)
      : words
          .map((word) => word.charAt(0))
          .join('')
          .slice(0, 4);
  const { year, month, day } = civilAt(start, zone, offset);
  const plain = `${initials === '' ? 'S' : initials}-${twoDigits(year % 100)}${twoDigits(month)}${twoDigits(day)}`;
  for (let turn = 1; ; turn++) {
    const id = turn === 1 ? plain : `${plain}-${turn}`;
    if (!taken(id)) return id;
  }
}
