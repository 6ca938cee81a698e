/**
 * The messages of a few tickets. Messages holds whole conversations, so only the rows of these tickets are read, in one
 * call whatever their number; the tick has read before which row is about which ticket.
 */
import { KEY_ROW, SHEET_ID } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { readTable, type TableLayout } from '../../core/workbook/table';
import type { Services } from '../ports';
import type { OpenWorkbook } from '../workbook/read-tables';

/** More stretches than this are not worth telling apart: then the tab is read whole. */
const MOST_STRETCHES = 500;

/** @param ticketOf the tickets that messages name, from row 1 on, as they were a moment ago */
export function readConversations(
  services: Services,
  { layouts, context }: OpenWorkbook<never, 'messages'>,
  ticketOf: readonly string[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly Row<'messages'>[]> {
  const { messages: layout } = layouts;
  const wanted = stretches(ticketOf, ids);
  if (wanted.length === 0 || !layout.columns.has('ticket_id')) return new Map();
  const read = (ranges: readonly object[]): readonly Row<'messages'>[] => {
    const rows = services.workbook
      .read(ranges.map((range) => ({ sheetId: SHEET_ID.messages, ...range })))
      .flatMap(({ values }) => values);
    return readTable('messages', [keyRow(layout), [], ...rows], context).rows.map(({ row }) => row);
  };
  if (wanted.length <= MOST_STRETCHES) {
    const rows = read(wanted);
    // As many as there were, all about these tickets: nobody has sorted the tab in between.
    const expected = ticketOf.filter((id) => ids.has(id)).length;
    if (rows.length === expected && rows.every(({ ticket_id }) => ids.has(ticket_id.trim())))
      return byTicket(rows);
  }
  return byTicket(read([{ startRowIndex: KEY_ROW }]).filter(({ ticket_id }) => ids.has(ticket_id.trim())));
}

/** Rows next to each other are one range. */
function stretches(
  ticketOf: readonly string[],
  ids: ReadonlySet<string>,
): readonly { readonly startRowIndex: number; readonly endRowIndex: number }[] {
  const found: { startRowIndex: number; endRowIndex: number }[] = [];
  ticketOf.forEach((id, rowIndex) => {
    if (!ids.has(id)) return;
    const last = found[found.length - 1];
    if (last?.endRowIndex === rowIndex) last.endRowIndex = rowIndex + 1;
    else found.push({ startRowIndex: rowIndex, endRowIndex: rowIndex + 1 });
  });
  return found;
}

function keyRow({ columns }: TableLayout<'messages'>): unknown[] {
  const keys: unknown[] = [];
  for (const [key, place] of columns) keys[place] = key;
  return keys;
}

function byTicket(rows: readonly Row<'messages'>[]): ReadonlyMap<string, readonly Row<'messages'>[]> {
  const found = new Map<string, Row<'messages'>[]>();
  for (const row of rows) {
    const id = row.ticket_id.trim();
    const known = found.get(id);
    if (known) known.push(row);
    else found.set(id, [row]);
  }
  return found;
}
