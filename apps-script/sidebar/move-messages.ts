/**
 * Writes the ticket of a few messages whose rows may move at any moment. As with tickets (workbook/guarded-write.ts),
 * positions are looked up right before the write, and what the write hit is looked at afterwards: a row that had moved
 * in between gets its own ticket back, and the message is looked for again.
 */
import { SHEET_ID } from '../../core/workbook/columns';
import { cell, type UpdateCells } from '../../core/workbook/requests';
import type { TableLayout } from '../../core/workbook/table';
import type { WorkbookPort } from '../ports';
import { cellText } from '../workbook/cell-text';

const ROUNDS = 3;

/** Two reads and a write; more of both only when rows moved in between. */
export function moveMessages(
  workbook: WorkbookPort,
  layout: TableLayout<'messages'>,
  ticketOf: ReadonlyMap<string, string>,
): void {
  const id = layout.columns.get('id');
  const ticket = layout.columns.get('ticket_id');
  if (id === undefined || ticket === undefined)
    throw new Error('The Messages tab has lost its column of ids.');
  let rows = readRows(workbook, id, ticket);
  // Every message keeps the ticket that it had, but for those to be moved.
  const wanted = new Map<string, string>();
  const copied = new Set<string>();
  for (const row of rows) {
    if (wanted.has(row.id)) copied.add(row.id);
    wanted.set(row.id, ticketOf.get(row.id) ?? row.ticketId);
  }
  // Nobody knows which of two rows with the same id hangs on which ticket.
  for (const id of copied) if (!ticketOf.has(id)) wanted.delete(id);
  for (let round = 0; round < ROUNDS; round++) {
    const wrong = rows.flatMap((row, rowIndex) => {
      const to = wanted.get(row.id);
      return to === undefined || row.id === '' || to === row.ticketId ? [] : [update(rowIndex, ticket, to)];
    });
    if (wrong.length === 0) return;
    workbook.write(wrong);
    rows = readRows(workbook, id, ticket);
  }
}

interface MessagePlace {
  readonly id: string;
  readonly ticketId: string;
}

function readRows(workbook: WorkbookPort, id: number, ticket: number): readonly MessagePlace[] {
  const column = (index: number): { sheetId: number; startColumnIndex: number; endColumnIndex: number } => ({
    sheetId: SHEET_ID.messages,
    startColumnIndex: index,
    endColumnIndex: index + 1,
  });
  const grids = workbook.read([column(id), column(ticket)]);
  const texts = (index: number): readonly string[] =>
    (grids.find(({ startColumn }) => startColumn === index)?.values ?? []).map((row) => cellText(row[0]));
  const tickets = texts(ticket);
  return texts(id).map((text, row) => ({ id: text, ticketId: tickets[row] ?? '' }));
}

function update(rowIndex: number, columnIndex: number, to: string): UpdateCells {
  return {
    updateCells: {
      range: {
        sheetId: SHEET_ID.messages,
        startRowIndex: rowIndex,
        endRowIndex: rowIndex + 1,
        startColumnIndex: columnIndex,
        endColumnIndex: columnIndex + 1,
      },
      rows: [{ values: [cell(to)] }],
      fields: 'userEnteredValue',
    },
  };
}
