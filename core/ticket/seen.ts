/**
 * What the tracker last accepted of the columns that people edit, kept as JSON in a ticket's `seen` cell.
 *
 * API writes, pastes, sorts and undo fire no trigger that tells them apart, so a change is whatever differs from what
 * was accepted. A program that changes such a cell itself says so in the same write (withAccepted), or its own change
 * would be told as a person's.
 */
import * as v from 'valibot';
import type { Row, RowChange } from '../workbook/rows';
import { asStatus } from './status';

/** Columns whose every change is a line of History. The status has columns of its own. */
export const WATCHED = ['assignee', 'priority', 'category', 'tags', 'language', 'hold_until'] as const;
/** Columns that name another ticket: accepted only by who knows all tickets (link-edits.ts). */
export const LINKS = ['parent', 'merged_into'] as const;

export type WatchedColumn = (typeof WATCHED)[number];
export type LinkColumn = (typeof LINKS)[number];
type Remembered = WatchedColumn | LinkColumn;

/** Every cell as its text; '' is an empty one. */
export type SeenCells = Readonly<Record<Remembered, string>>;

const VERSION = 1;
/** Enough to tell one value from another; a novel pasted into a cell must not make this one too long. */
const LONGEST_KEPT = 500;

const KEYS: Readonly<Record<Remembered, string>> = {
  assignee: 'a',
  priority: 'p',
  category: 'c',
  tags: 't',
  language: 'l',
  hold_until: 'h',
  parent: 'i',
  merged_into: 'm',
};

// Object.keys of a constant object: its keys are known.
const COLUMNS = Object.keys(KEYS) as readonly Remembered[];

const text = v.optional(v.string(), '');
const SCHEMA = v.object({
  v: v.literal(VERSION),
  a: text,
  p: text,
  c: text,
  t: text,
  l: text,
  h: text,
  i: text,
  m: text,
});

export function parseSeen(cell: string): SeenCells | 'unreadable' {
  let json: unknown;
  try {
    json = JSON.parse(cell);
  } catch {
    return 'unreadable';
  }
  const parsed = v.safeParse(SCHEMA, json);
  if (!parsed.success) return 'unreadable';
  const { a, p, c, t, l, h, i, m } = parsed.output;
  return {
    assignee: a,
    priority: p,
    category: c,
    tags: t,
    language: l,
    hold_until: h,
    parent: i,
    merged_into: m,
  };
}

/** The same cells always give the same text. Empty ones take no room. */
export function formatSeen(cells: SeenCells, turn: TurnSign = ''): string {
  const json: Record<string, string | number> = { v: VERSION };
  for (const column of COLUMNS) if (cells[column] !== '') json[KEYS[column]] = cells[column];
  // The last one: turnOf looks for it there.
  return JSON.stringify(turn === '' ? json : { ...json, w: turn });
}

/**
 * A short sign of whose turn it was, with which mail of the participant, when the tick last told colleagues by mail
 * (core/trainer/turn-sign.ts). It stands here because whoever else accepts an edit before the tick comes (the sidebar)
 * must leave that to the tick, and the tick must write it together with the letter. '' in a row from before there were
 * such letters.
 */
export type TurnSign = string;

/** Of a new ticket: there is nobody yet who was told of it. */
export const NOBODY_TOLD: TurnSign = '-';

/** Found without parsing: asked of every row. A quotation mark in any other cell has a backslash before it. */
export function turnOf(seen: string): TurnSign {
  if (!seen.endsWith('"}')) return '';
  const begin = seen.lastIndexOf(',"w":"');
  const sign = begin < 0 ? '' : seen.slice(begin + 6, -2);
  return /^[0-9a-z.-]{1,40}$/.test(sign) ? sign : '';
}

/** The cell with another sign; one that cannot be read is rebuilt by the next look, without any. */
export function withTurn(seen: string, turn: TurnSign): string {
  const cells = parseSeen(seen);
  return cells === 'unreadable' ? seen : formatSeen(cells, turn);
}

export function cellsOf(ticket: Pick<Row<'tickets'>, Remembered>): SeenCells {
  const { assignee, priority, category, tags, language, hold_until, parent, merged_into } = ticket;
  const kept = (value: string): string => value.slice(0, LONGEST_KEPT);
  return {
    assignee: kept(assignee),
    priority: kept(priority),
    category: kept(category),
    tags: kept(tags.join(', ')),
    language: kept(language),
    hold_until: hold_until ?? '',
    parent: kept(parent),
    merged_into: kept(merged_into),
  };
}

/** The `seen` cell after a program's own change, which is then nobody's edit. Other edits stay to be found. */
export function withAccepted(ticket: Row<'tickets'>, change: RowChange<'tickets'>): string {
  const before = parseSeen(ticket.seen);
  // Not looked at yet, or to be rebuilt: the next look takes the cells as they are.
  if (before === 'unreadable') return ticket.seen;
  const after = cellsOf({ ...ticket, ...change });
  const accepted: Record<Remembered, string> = { ...before };
  for (const column of COLUMNS) if (change[column] !== undefined) accepted[column] = after[column];
  return formatSeen(accepted, turnOf(ticket.seen));
}

export interface CellEdit {
  readonly column: WatchedColumn;
  readonly from: string;
  readonly to: string;
}

export type SeenReading =
  /** Never looked at: what stands there is how it began. */
  | { readonly kind: 'first' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'edits'; readonly edits: readonly CellEdit[] };

export interface SeenLook {
  readonly reading: SeenReading;
  /** The cell after this look. */
  readonly seen: string;
}

const NO_EDITS: SeenReading = { kind: 'edits', edits: [] };
const NO_LINKS: Readonly<Record<LinkColumn, string>> = { parent: '', merged_into: '' };

export function lookAtCells(ticket: Row<'tickets'>): SeenLook {
  const now = cellsOf(ticket);
  const turn = turnOf(ticket.seen);
  // Most rows: found without parsing.
  if (formatSeen(now, turn) === ticket.seen) return { reading: NO_EDITS, seen: ticket.seen };
  const before = ticket.seen === '' ? null : parseSeen(ticket.seen);
  if (before === null || before === 'unreadable') {
    const kind = before === null ? 'first' : before;
    return { reading: { kind }, seen: formatSeen({ ...now, ...NO_LINKS }, isNew(ticket) ? NOBODY_TOLD : '') };
  }
  const edits = WATCHED.filter((column) => before[column] !== now[column]).map((column) => ({
    column,
    from: before[column],
    to: now[column],
  }));
  const { parent, merged_into } = before;
  return { reading: { kind: 'edits', edits }, seen: formatSeen({ ...now, parent, merged_into }, turn) };
}

/** Neither from before there was this cell, nor imported in the middle of its life: nobody's news any more. */
function isNew({ seen, status_seen, status }: Row<'tickets'>): boolean {
  return seen === '' && status_seen === '' && (asStatus(status) ?? 'new') === 'new';
}

/** The ids that were accepted as links of a ticket. */
export function acceptedLinks(
  ticket: Pick<Row<'tickets'>, 'seen' | LinkColumn>,
): Readonly<Record<LinkColumn, string>> {
  // Most tickets have no link and never had one.
  if (!/"[im]":/.test(ticket.seen)) return NO_LINKS;
  const seen = parseSeen(ticket.seen);
  return seen === 'unreadable' ? NO_LINKS : { parent: seen.parent, merged_into: seen.merged_into };
}
