/**
 * Finds a ticket and all that hangs on it in tabs that may be long. One call for the columns searched, one for the rows
 * that matched, whatever their number: Messages holds whole conversations, so it is never read whole.
 */
import { addressKey } from '../../core/mail/addresses';
import { parseTicketId } from '../../core/ticket/ticket-id';
import { type ColumnKey, SHEET_ID } from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import { readTable, type TableContext, type TableLayout } from '../../core/workbook/table';
import type { GridRead, WorkbookPort } from '../ports';
import { cellText } from '../workbook/cell-text';
import type { OpenTable } from '../workbook/read-tables';

const SEARCHED = {
  tickets: ['id', 'merged_into', 'parent', 'requester_email'],
  messages: ['ticket_id'],
  outbox: ['ticket_id'],
} as const satisfies {
  readonly tickets: readonly ColumnKey<'tickets'>[];
  readonly messages: readonly ColumnKey<'messages'>[];
  readonly outbox: readonly ColumnKey<'outbox'>[];
};

type Searched = keyof typeof SEARCHED;
const TABS: readonly Searched[] = ['tickets', 'messages', 'outbox'];

export type Layouts = { readonly [T in Searched]: TableLayout<T> };

export interface Found {
  readonly tickets: OpenTable<'tickets'>;
  readonly messages: OpenTable<'messages'>;
  readonly outbox: OpenTable<'outbox'>;
  /** Messages of the ticket that were left out: the oldest. */
  readonly olderMessages: number;
  /** Every ticket id of the workbook. */
  readonly ids: ReadonlySet<string>;
}

/** Google gives 6 minutes and little memory, and nobody reads on beyond: the newest rows stand at the end. */
const MOST_MESSAGES = 120;
/** Whoever has written more often has told the rest in their newest tickets. */
const MOST_OTHERS = 12;

/**
 * Gives the rows of the ticket, of those merged into it, of its incident and cases, of the same person, and of `named`;
 * the messages and outgoing mails of the ticket and of those merged into it.
 */
export function searchTicket(
  workbook: WorkbookPort,
  layouts: Layouts,
  context: TableContext,
  ticketId: string,
  named: readonly string[],
): Found {
  const ranges = TABS.flatMap((table) => columnRanges(table, layouts));
  const columns = workbook.read(ranges);
  const cells = (table: Searched, column: string): readonly string[] => {
    const place = placeOf(layouts, table, column);
    const grid = columns.find(
      ({ sheetId, startColumn }) => sheetId === SHEET_ID[table] && startColumn === place,
    );
    return place === undefined ? [] : (grid?.values ?? []).map((row) => cellText(row[0]));
  };
  const ids = cells('tickets', 'id');
  const parents = cells('tickets', 'parent');
  const heirs = cells('tickets', 'merged_into').map((id) => parseTicketId(id) ?? '');
  const people = cells('tickets', 'requester_email').map(addressKey);
  const own = ids.indexOf(ticketId);
  const incident = parseTicketId(parents[own] ?? '') ?? '';
  const person = people[own] ?? '';
  const wanted = new Set<string>([ticketId, ...named, ...(incident === '' ? [] : [incident])]);
  const related = ids.flatMap((id, row) =>
    wanted.has(id) || heirs[row] === ticketId || parseTicketId(parents[row] ?? '') === ticketId ? [row] : [],
  );
  const others = ids.flatMap((id, row) =>
    person !== '' && id !== '' && people[row] === person ? [row] : [],
  );
  const merged = new Set([ticketId, ...ids.filter((_, row) => heirs[row] === ticketId)]);
  const matching = (table: 'messages' | 'outbox'): number[] =>
    cells(table, 'ticket_id').flatMap((id, row) => (merged.has(id) ? [row] : []));
  const messages = matching('messages');
  const rowsOf = {
    tickets: Array.from(new Set([...related, ...others.slice(-MOST_OTHERS)])).sort((a, b) => a - b),
    messages: messages.slice(-MOST_MESSAGES),
    outbox: matching('outbox').slice(-MOST_MESSAGES),
  };
  const asked = TABS.flatMap((table) => rowRanges(table, rowsOf[table]));
  const rows = asked.length === 0 ? [] : workbook.read(asked);
  return {
    tickets: openTable(layouts.tickets, rows, columns, context),
    messages: openTable(layouts.messages, rows, columns, context),
    outbox: openTable(layouts.outbox, rows, columns, context),
    olderMessages: messages.length - rowsOf.messages.length,
    ids: new Set(ids),
  };
}

function placeOf(layouts: Layouts, table: Searched, column: string): number | undefined {
  // Each layout has its own keys; SEARCHED names only those of its table.
  return (layouts[table].columns as ReadonlyMap<string, number>).get(column);
}

function columnRanges(table: Searched, layouts: Layouts): GridRange[] {
  return SEARCHED[table].flatMap((column) => {
    const index = placeOf(layouts, table, column);
    return index === undefined
      ? []
      : [{ sheetId: SHEET_ID[table], startColumnIndex: index, endColumnIndex: index + 1 }];
  });
}

/** Neighbouring rows in one range. */
function rowRanges(table: Searched, rows: readonly number[]): GridRange[] {
  const ranges: { sheetId: number; startRowIndex: number; endRowIndex: number }[] = [];
  for (const row of rows) {
    const last = ranges[ranges.length - 1];
    if (last?.endRowIndex === row) last.endRowIndex = row + 1;
    else ranges.push({ sheetId: SHEET_ID[table], startRowIndex: row, endRowIndex: row + 1 });
  }
  return ranges;
}

/** A tab with just these rows filled, each where it stands. */
function openTable<T extends Searched>(
  layout: TableLayout<T>,
  rows: readonly GridRead[],
  columns: readonly GridRead[],
  context: TableContext,
): OpenTable<T> {
  const sheetId = SHEET_ID[layout.table];
  const keyRow: unknown[] = [];
  layout.columns.forEach((place, key) => {
    keyRow[place] = key;
  });
  const values: (readonly unknown[])[] = [keyRow];
  for (const grid of rows) {
    if (grid.sheetId !== sheetId) continue;
    grid.values.forEach((row, index) => {
      values[grid.startRow + index] = row;
    });
  }
  const a1Sheet = [...rows, ...columns].find((grid) => grid.sheetId === sheetId)?.a1Sheet ?? '';
  return { ...readTable(layout.table, values, context), values, a1Sheet };
}
