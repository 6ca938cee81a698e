/** The Team and Rota tabs as assignment sees them. */
import { LANGUAGES, type Language } from '../language';
import { addressKey } from '../mail/addresses';
import { ROLES, type Role } from '../team/roles';
import { type DayNumber, parseDay } from '../time/civil';
import type { Instant } from '../time/instant';
import { folded } from '../words/folded';
import type { ChoiceKey } from '../workbook/choices';
import type { CalendarDay, Row } from '../workbook/rows';
import type { TableRead } from '../workbook/table';
import { type NameReading, readName } from './names';

/** Where somebody stands today. Only who is `here` gets tickets. */
export type Presence =
  | { readonly kind: 'here' }
  /** `until` is the last day; null when nobody has written one. */
  | { readonly kind: 'absent'; readonly until: CalendarDay | null }
  /** The row is kept for the history. */
  | { readonly kind: 'left' };

export interface Colleague {
  /** As the Team tab has it, which is what stands in `assignee`; the address where the name is empty. */
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Empty: no language is ruled out. */
  readonly languages: readonly Language[];
  readonly categories: readonly string[];
  /** Folded names of courses. */
  readonly courses: readonly string[];
  readonly presence: Presence;
  /** The name of the colleague who takes over, '' when none is named or nobody knows who is meant. */
  readonly substitute: string;
  /** Null: no limit. */
  readonly maxOpen: number | null;
}

export interface TeamReading {
  readonly colleagues: readonly Colleague[];
  /** Whoever is meant by a name, an address, a part of a name or a misspelt one. */
  who(written: string): NameReading;
}

type WordOf = (choice: ChoiceKey, typed: string) => string | null;

/** The tab as it was read: only there is a role that nobody understands different from an empty one. */
export function readTeamTab(
  { rows, problems }: Pick<TableRead<'team'>, 'rows' | 'problems'>,
  today: DayNumber,
  wordOf: WordOf,
): TeamReading {
  const misread = new Set(problems.flatMap(({ column, rowIndex }) => (column === 'role' ? [rowIndex] : [])));
  return readTeam(
    rows.map(({ row }) => row),
    today,
    wordOf,
    new Set(rows.flatMap(({ row, rowIndex }) => (misread.has(rowIndex) ? [row] : []))),
  );
}

/**
 * The first row of a name counts.
 *
 * @param misread rows whose role is a word that nobody understands
 */
export function readTeam(
  rows: readonly Row<'team'>[],
  today: DayNumber,
  wordOf: WordOf,
  misread: ReadonlySet<Row<'team'>> = new Set(),
): TeamReading {
  const people = new Map<string, Row<'team'>>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== '' && !people.has(folded(name))) people.set(folded(name), row);
  }
  const known = Array.from(people.values(), (row) => ({ name: nameOf(row), email: addressKey(row.email) }));
  const readings = new Map<string, NameReading>();
  const who = (written: string): NameReading => {
    let reading = readings.get(written);
    if (!reading) {
      reading = readName(written, known);
      readings.set(written, reading);
    }
    return reading;
  };
  const colleagues = Array.from(people.values(), (row): Colleague => {
    const categories = row.skills.map((skill) => wordOf('category', skill));
    const substitute = row.substitute.trim() === '' ? null : who(row.substitute);
    return {
      name: nameOf(row),
      email: addressKey(row.email),
      role: misread.has(row) ? LEAST : roleOf(row),
      languages: row.languages.flatMap((written) => {
        const word = wordOf('language', written);
        return LANGUAGES.filter((language) => language === word);
      }),
      categories: categories.filter((word) => word !== null),
      courses: row.skills.filter((_, index) => categories[index] === null).map(folded),
      presence: presenceOf(row, today),
      substitute: substitute?.kind === 'known' ? substitute.name : '',
      maxOpen: row.max_open,
    };
  });
  return { colleagues, who };
}

export function nameOf(row: Row<'team'>): string {
  return row.name.trim() === '' ? row.email.trim() : row.name.trim();
}

/** What a word that no list has stands for: a slip must not open every ticket. */
const LEAST: Role = 'trainer';

/** Whoever has no role written does support, as most do. */
function roleOf({ role }: Row<'team'>): Role {
  return role === '' ? 'support' : (ROLE_WORDS.find((word) => word === role) ?? LEAST);
}

// Object.keys of a constant object: its keys are known.
const ROLE_WORDS = Object.keys(ROLES) as readonly Role[];

/** First and last day count both; a day that is missing leaves that end open. */
function presenceOf(row: Row<'team'>, today: DayNumber): Presence {
  if (!row.active) return { kind: 'left' };
  const from = row.absent_from === null ? null : parseDay(row.absent_from);
  const until = row.absent_until === null ? null : parseDay(row.absent_until);
  if (from === null && until === null) return { kind: 'here' };
  if ((from !== null && today < from) || (until !== null && today > until)) return { kind: 'here' };
  return { kind: 'absent', until: until === null ? null : row.absent_until };
}

export interface Duty {
  readonly name: string;
  /** Folded id of the session whose tickets alone are meant; null: whatever comes in, however the firm calls that. */
  readonly session: string | null;
}

/** Who is on duty at that moment. The end is no longer part of a duty; an end that is missing leaves it open. */
export function dutiesAt(
  rota: readonly Row<'rota'>[],
  sessions: readonly Pick<Row<'sessions'>, 'id'>[],
  at: Instant,
  { who }: TeamReading,
): readonly Duty[] {
  const ids = new Set(sessions.map(({ id }) => folded(id)).filter((id) => id !== ''));
  return rota.flatMap(({ from, to, email, duty }) => {
    if (from === null || at < from || (to !== null && at >= to)) return [];
    const reading = who(email);
    if (reading.kind !== 'known') return [];
    return [{ name: reading.name, session: ids.has(folded(duty)) ? folded(duty) : null }];
  });
}

export function countsFor({ session }: Duty, { session_id }: Pick<Row<'tickets'>, 'session_id'>): boolean {
  return session === null || session === folded(session_id);
}
