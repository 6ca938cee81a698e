/** Gives every row of the Tickets tab its own number, before anything else is done with it. */
import {
  type FiledContext,
  filedCells,
  filedNote,
  holdsProgramCells,
  IDENTITY_WORDS,
} from '../../core/identity/filed-ticket';
import { recalledIds } from '../../core/identity/recall';
import {
  type IdentifiedRow,
  identifyRows,
  type RowIdentity,
  unsettledRows,
} from '../../core/identity/row-claims';
import { historyLine, ROWDESK } from '../../core/ticket/history-line';
import { mintTicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import { SHEET_ID } from '../../core/workbook/columns';
import type { PlacedRow, Row, RowChange } from '../../core/workbook/rows';
import { readTable } from '../../core/workbook/table';
import type { Services } from '../ports';
import { writeIds } from '../workbook/id-writes';
import type { OpenTable, OpenWorkbook } from '../workbook/read-tables';
import { historyWords } from './history-words';
import type { LostRows } from './lost-rows';

/** Somebody who has deleted more rows than this and emptied a number as well has to undo it. */
const MOST_RECALLED = 500;

type IdentityWorkbook = OpenWorkbook<'tickets', 'messages' | 'history'>;

export interface SettledRows {
  /** As the tab stands after the numbers were put right. */
  readonly table: OpenTable<'tickets'>;
  /** Tickets that may be worked on. */
  readonly tickets: readonly PlacedRow<'tickets'>[];
  /** Every number that stands on the tab, also of rows that may not be worked on. */
  readonly ids: ReadonlySet<string>;
  /** By id: cells, History and the first note of tickets that were filed by hand. */
  readonly parts: ReadonlyMap<string, IdentityPart>;
  /** Rows whose number several claim, by that number. */
  readonly doubled: ReadonlyMap<string, readonly PlacedRow<'tickets'>[]>;
  readonly mixed: readonly PlacedRow<'tickets'>[];
  /** Rows that hold a ticket of which nobody can tell the number. */
  readonly nameless: readonly PlacedRow<'tickets'>[];
  /** Tickets whose row would not stand still. */
  readonly unsettled: readonly string[];
}

/** What belongs to a ticket's own look at its number. */
export interface IdentityPart {
  readonly change: RowChange<'tickets'>;
  readonly history: readonly Row<'history'>[];
  readonly notes: readonly RowChange<'messages'>[];
}

export function settleIds(
  services: Services,
  workbook: IdentityWorkbook,
  lost: LostRows,
  now: Instant,
): SettledRows {
  const before = workbook.tables.tickets;
  const ids = new Set(before.rows.map(({ row }) => row.id.trim()));
  const odd = unsettledRows(before.rows);
  if (odd.length === 0) return { ...NOTHING_ODD, table: before, tickets: before.rows, ids };
  const identified = identifyRows(odd);
  const recalled = recall(services, workbook, identified, lost);
  const taken = new Set([...ids, ...odd.map(({ row }) => row.id_seen), ...lost.keys()]);
  const wanted = new Map<number, string>();
  for (const { placed, identity } of identified) {
    if (identity.kind === 'restore') wanted.set(placed.rowIndex, identity.id);
    // Spaces around a number that was typed or pasted.
    if (identity.kind === 'own' && identity.id !== placed.row.id) wanted.set(placed.rowIndex, identity.id);
    if (identity.kind !== 'filed' || identity.id !== null) continue;
    const known = recalled.found.get(placed.rowIndex);
    if (known === undefined && recalled.unclear.has(placed.rowIndex)) continue;
    const id = known ?? mint(services, placed.row, now, taken);
    taken.add(id);
    wanted.set(placed.rowIndex, id);
  }
  const { written, unsettled } =
    wanted.size === 0
      ? { written: new Set<string>(), unsettled: [] }
      : writeIds(
          services.workbook,
          before,
          Array.from(wanted, ([rowIndex, id]) => ({ rowIndex, id })),
        );

  const tickets: PlacedRow<'tickets'>[] = [];
  const parts = new Map<string, IdentityPart>();
  const doubled = new Map<string, PlacedRow<'tickets'>[]>();
  const mixed: PlacedRow<'tickets'>[] = [];
  const nameless: PlacedRow<'tickets'>[] = [];
  const identityAt = new Map(identified.map(({ placed, identity }) => [placed.rowIndex, identity]));
  const values = before.values.slice();
  const settledRow = (placed: PlacedRow<'tickets'>): PlacedRow<'tickets'> => {
    const { rowIndex, row } = placed;
    const identity: RowIdentity = identityAt.get(rowIndex) ?? { kind: 'own', id: row.id };
    const settle = (id: string, part: IdentityPart | null): PlacedRow<'tickets'> => {
      const isChanged = id !== row.id;
      if (isChanged) values[rowIndex] = withId(before, rowIndex, id);
      const settled = isChanged ? { rowIndex, row: { ...row, id } } : placed;
      tickets.push(settled);
      ids.add(id);
      if (part) parts.set(id, part);
      return settled;
    };
    switch (identity.kind) {
      case 'blank':
        return placed;
      case 'mixed':
        mixed.push(placed);
        return placed;
      case 'doubled': {
        const alike = doubled.get(identity.id);
        if (alike) alike.push(placed);
        else doubled.set(identity.id, [placed]);
        return placed;
      }
      case 'own':
        if (identity.id !== row.id && !written.has(identity.id)) return placed;
        return settle(identity.id, row.id_seen === identity.id ? null : seenNow(identity.id));
      case 'restore':
        if (!written.has(identity.id)) return placed;
        return settle(identity.id, put(workbook, row, identity.id, 'restored', now));
      case 'filed': {
        const id = identity.id ?? wanted.get(rowIndex);
        if (id === undefined) nameless.push(placed);
        if (id === undefined || (identity.id === null && !written.has(id))) return placed;
        if (recalled.found.has(rowIndex)) return settle(id, put(workbook, row, id, 'recalled', now));
        return settle(id, filed(workbook, row, id, identity.copyOf, now));
      }
    }
  };
  const rows = before.rows.map(settledRow);
  return { table: { ...before, rows, values }, tickets, ids, parts, doubled, mixed, nameless, unsettled };
}

const NOTHING_ODD: Pick<SettledRows, 'parts' | 'doubled' | 'mixed' | 'nameless' | 'unsettled'> = {
  parts: new Map(),
  doubled: new Map(),
  mixed: [],
  nameless: [],
  unsettled: [],
};

function withId(table: OpenTable<'tickets'>, rowIndex: number, id: string): readonly unknown[] {
  const cells = Array.from(table.values[rowIndex] ?? []);
  const column = table.layout.columns.get('id');
  if (column !== undefined) cells[column] = id;
  return cells;
}

/** Follows from what the row says and when it was found, so no two programs need a common counter. */
function mint(services: Services, row: Row<'tickets'>, now: Instant, taken: ReadonlySet<string>): string {
  const birth = [now, row.subject, row.requester_email, row.requester_name, row.excerpt].join('\n');
  // Two rows that say the same get different signs of the same digest.
  return mintTicketId(services.digest(birth), (id) => taken.has(id));
}

function seenNow(id: string): IdentityPart {
  return { change: { id_seen: id }, history: [], notes: [] };
}

function put(
  workbook: IdentityWorkbook,
  row: Row<'tickets'>,
  id: string,
  how: 'restored' | 'recalled',
  at: Instant,
): IdentityPart {
  const why = IDENTITY_WORDS[workbook.language][how];
  return {
    change: { id_seen: id },
    history: [
      historyLine(
        { at, ticketId: id, who: ROWDESK, what: 'id', from: row.id, to: id, why },
        historyWords(workbook),
      ),
    ],
    notes: [],
  };
}

function filed(
  workbook: IdentityWorkbook,
  row: Row<'tickets'>,
  id: string,
  copyOf: string | null,
  now: Instant,
): IdentityPart {
  const context: FiledContext = { now, language: workbook.language };
  return {
    change: filedCells(row, id, copyOf !== null || holdsProgramCells(row), context),
    // The line of its birth comes with the first look at the ticket.
    history: [],
    notes: [filedNote(row, id, context)],
  };
}

/** Rows without a number, and messages without a row: where they fit together, the messages tell the number. */
function recall(
  services: Services,
  workbook: IdentityWorkbook,
  identified: readonly IdentifiedRow[],
  lost: LostRows,
): ReturnType<typeof recalledIds> {
  const nameless = identified.flatMap(({ placed, identity }) =>
    identity.kind === 'filed' &&
    identity.id === null &&
    identity.copyOf === null &&
    placed.row.created_at !== null
      ? [placed]
      : [],
  );
  if (nameless.length === 0 || lost.size === 0) return recalledIds([], []);
  const { messages } = workbook.layouts;
  // The first message of each is enough, and the row of Messages may have moved: its ticket_id is read with it.
  const firsts = Array.from(lost.values(), ([first]) => first ?? 0).slice(0, MOST_RECALLED);
  const ranges = firsts.map((rowIndex) => ({
    sheetId: SHEET_ID.messages,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
  }));
  const keyRow: unknown[] = [];
  for (const [key, place] of messages.columns) keyRow[place] = key;
  const rows = services.workbook.read(ranges).flatMap(({ values }) => values);
  const read = readTable('messages', [keyRow, [], ...rows], workbook.context);
  return recalledIds(
    nameless,
    read.rows.map(({ row }) => row).filter(({ ticket_id }) => lost.has(ticket_id)),
  );
}
