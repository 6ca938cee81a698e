/** The Tickets tab in the columns that lists of tickets need. */
import { type ColumnKey, SHEET_ID } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { readTable, type TableContext, type TableLayout } from '../../core/workbook/table';
import type { WorkbookPort } from '../ports';
import { columnRanges } from '../workbook/read-columns';

const LISTED = [
  'id',
  'status',
  'assignee',
  'subject',
  'requester_name',
  'requester_email',
  'session_id',
  'created_at',
  'next_due',
  'resolve_due',
  'sla_state',
  'last_inbound_at',
] as const satisfies readonly ColumnKey<'tickets'>[];

export type ListedTicket = Pick<Row<'tickets'>, (typeof LISTED)[number]>;

/** One read. */
export function listTickets(
  workbook: WorkbookPort,
  { tickets: layout }: { readonly tickets: TableLayout<'tickets'> },
  context: TableContext,
): readonly ListedTicket[] {
  const rows: unknown[][] = [];
  for (const { sheetId, startColumn, values } of workbook.read(columnRanges(layout, LISTED))) {
    if (sheetId !== SHEET_ID.tickets) continue;
    values.forEach((cells, index) => {
      while (rows.length <= index) rows.push([]);
      const row = rows[index];
      if (row) row[startColumn] = cells[0];
    });
  }
  return readTable('tickets', rows, context).rows.map(({ row }) => row);
}
