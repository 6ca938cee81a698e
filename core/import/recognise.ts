/** Finds the heading of a table and what each of its columns means, and says of what it is not sure. */
import { contentOf, isValue } from './content-signs';
import { FIELDS, type ImportField, type ImportKind } from './fields';
import { type HeaderBook, headerBook, type OwnLabels } from './header-match';
import { isBlank, type SourceRow } from './source';

export interface ImportColumn {
  /** As headed in the file; `A`, `B` … where nothing stands there. */
  readonly title: string;
  readonly field: ImportField | null;
  /** `given`: by the person. `likely`: to be looked at before importing. */
  readonly certainty: 'given' | 'sure' | 'likely' | 'unknown';
  /** The first filled cell. */
  readonly sample: string;
}

export interface Recognised {
  readonly columns: readonly ImportColumn[];
  /** Number of the row with the headings; null when the table has none. */
  readonly headerRow: number | null;
  readonly rows: readonly SourceRow[];
}

/** What the person says of columns, by their title: a field, or null to leave the column out. */
export type GivenColumns = ReadonlyMap<string, ImportField | null>;

/** Reports begin with lines about the meeting. */
const HEADER_WITHIN = 30;
const SAMPLE = 50;

export function recogniseTable(
  kind: ImportKind,
  table: readonly SourceRow[],
  labels: OwnLabels,
  given: GivenColumns = new Map(),
): Recognised {
  const book = headerBook(kind, labels);
  const header = findHeader(table, book, given);
  if (kind === 'participants' && header === null && isAddressList(table)) return addressList(table);
  const below = header === null ? table : table.slice(table.indexOf(header) + 1);
  const rows = withoutSecondHeader(untilNextSection(below), header, book).filter((row) => !isBlank(row));
  const width = Math.max(
    0,
    header?.cells.length ?? 0,
    ...rows.slice(0, 200).map(({ cells }) => cells.length),
  );
  const titles = Array.from({ length: width }, (_, place) => header?.cells[place]?.trim() || letter(place));
  const samples = titles.map((_, place) => filledCells(rows, place));
  const columns = titles.map((title, place): ImportColumn => {
    const sample = samples[place]?.[0] ?? '';
    const told = given.get(title);
    if (told !== undefined)
      return { title, field: told, certainty: told === null ? 'unknown' : 'given', sample };
    const match = header === null ? null : book.match(title);
    if (match === null) return { title, field: null, certainty: 'unknown', sample };
    return { title, field: match.field, certainty: match.how === 'whole' ? 'sure' : 'likely', sample };
  });
  const once = eachFieldOnce(columns, given);
  return { columns: byContent(kind, once, samples, given), headerRow: header?.number ?? null, rows };
}

/** What was copied from the address line of a mail: nothing but addresses, however they were cut into cells. */
function isAddressList(table: readonly SourceRow[]): boolean {
  return table.every(({ cells }) => cells.every((cell) => cell.trim() === '' || cell.includes('@')));
}

function addressList(table: readonly SourceRow[]): Recognised {
  const rows = table
    .filter((row) => !isBlank(row))
    .map(({ number, cells }) => ({ number, cells: [cells.filter((cell) => cell.trim() !== '').join(', ')] }));
  const column: ImportColumn = {
    title: letter(0),
    field: 'email',
    certainty: 'likely',
    sample: rows[0]?.cells[0] ?? '',
  };
  return { columns: [column], headerRow: null, rows };
}

/** `A`, `B`, … `AA`: as spreadsheets name columns. */
export function letter(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest === 0 ? '' : letter(rest - 1)) + String.fromCharCode(65 + (place % 26));
}

/** The row of the first thirty that names most fields; a row with values among its cells is none. */
function findHeader(table: readonly SourceRow[], book: HeaderBook, given: GivenColumns): SourceRow | null {
  let best: SourceRow | null = null;
  let bestScore = 0;
  for (const row of table.slice(0, HEADER_WITHIN)) {
    const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const fields = new Set<string>();
    let score = 0;
    for (const cell of cells) {
      if (given.has(cell)) score += 2;
      const match = isValue(cell) ? null : book.match(cell);
      if (match === null || fields.has(match.field)) continue;
      fields.add(match.field);
      score += match.how === 'whole' ? 1 : 0.4;
    }
    const values = cells.filter(isValue).length;
    if (score > bestScore && score >= 0.4 && values < cells.length / 3) {
      best = row;
      bestScore = score;
    }
  }
  return best ?? strangeHeader(table);
}

/** Headings that nobody knows: a first row of words over columns of addresses, dates or numbers. */
function strangeHeader(table: readonly SourceRow[]): SourceRow | null {
  const [first, ...below] = table.slice(0, HEADER_WITHIN).filter((row) => !isBlank(row));
  if (first === undefined || first.cells.some(isValue)) return null;
  return below.some(({ cells }) => cells.some(isValue)) ? first : null;
}

/** Reports of some meetings hold several tables, each under a line such as `3. In-Meeting Activities`. */
function untilNextSection(rows: readonly SourceRow[]): readonly SourceRow[] {
  const end = rows.findIndex(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length === 1 && cells.length > 0 && /^\d+\.\s+\p{L}/u.test(filled[0] ?? '');
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** A tab of ours that was downloaded has its keys above its labels. */
function withoutSecondHeader(
  rows: readonly SourceRow[],
  header: SourceRow | null,
  book: HeaderBook,
): readonly SourceRow[] {
  const [next, ...rest] = rows;
  if (header === null || next === undefined) return rows;
  const filled = next.cells.filter((cell) => cell.trim() !== '').length;
  const same = next.cells.filter((cell, place) => {
    const match = book.match(cell);
    return (
      match !== null && match.how === 'whole' && match.field === book.match(header.cells[place] ?? '')?.field
    );
  }).length;
  return filled > 1 && same >= filled * 0.6 ? rest : rows;
}

/** Of two columns for one field the surer, then the first, holds. */
function eachFieldOnce(columns: readonly ImportColumn[], given: GivenColumns): ImportColumn[] {
  const RANK = { given: 0, sure: 1, likely: 2, unknown: 3 } as const;
  const taken = new Map<ImportField, number>();
  columns.forEach(({ field, certainty }, place) => {
    if (field === null) return;
    const holder = columns[taken.get(field) ?? -1];
    if (holder === undefined || RANK[certainty] < RANK[holder.certainty]) taken.set(field, place);
  });
  return columns.map((column, place) =>
    column.field === null || taken.get(column.field) === place || given.get(column.title) === column.field
      ? column
      : { ...column, field: null, certainty: 'unknown' },
  );
}

/** What headings did not say: the column full of addresses is that of addresses. */
function byContent(
  kind: ImportKind,
  columns: readonly ImportColumn[],
  samples: readonly (readonly string[])[],
  given: GivenColumns,
): ImportColumn[] {
  const out = [...columns];
  const isMapped = (field: ImportField): boolean => out.some((column) => column.field === field);
  const guess = (content: ReturnType<typeof contentOf>, fields: readonly ImportField[]): void => {
    for (const field of fields) {
      if (isMapped(field) || !(FIELDS[kind] as readonly ImportField[]).includes(field)) continue;
      const place = out.findIndex(
        (column, index) =>
          column.field === null && !given.has(column.title) && contentOf(samples[index] ?? []) === content,
      );
      const column = out[place];
      if (column) out[place] = { ...column, field, certainty: 'likely' };
    }
  };
  // A heading that says "e-mail" over cells that hardly ever are one is to be looked at.
  out.forEach((column, place) => {
    const cells = samples[place] ?? [];
    const addresses = cells.filter((cell) => cell.includes('@')).length;
    if (column.field !== 'email' || column.certainty !== 'sure' || addresses * 3 >= cells.length) return;
    out[place] = { ...column, certainty: 'likely' };
  });
  guess('email', ['email']);
  // Without any heading there is nothing but what the cells look like.
  if (columns.some(({ certainty }) => certainty !== 'unknown')) return out;
  if (kind === 'sessions') {
    guess('moment', ['starts_at', 'ends_at']);
    guess('time', ['start_time', 'end_time']);
    guess('link', ['link']);
    guess('text', ['course']);
    guess('name', isMapped('course') ? ['trainer'] : ['course', 'trainer']);
  } else if (kind === 'participants') guess('name', ['name']);
  else {
    guess('moment', ['at']);
    guess('text', ['what']);
    guess('name', ['name']);
  }
  return out;
}

function filledCells(rows: readonly SourceRow[], place: number): string[] {
  const found: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[place]?.trim() ?? '';
    if (cell !== '') found.push(cell);
    if (found.length === SAMPLE) break;
  }
  return found;
}
