/**
 * The bridge's own cells, put right wherever they differ from what the bridge knows.
 *
 * The Sheets API addresses rows by position, and people sort and insert between our reading and our writing; a write
 * may then meet another row. So nothing is believed to be in place: every time the tab is read whole, every row is
 * compared, which mends the row that was missed and the row that was hit alike.
 */

import { outboxResult, type ShownResult } from '../outbox/outbox-row';
import { isTicketId } from '../ticket/ticket-id';
import type { OutboxState } from '../workbook/choices';
import type { TableKey } from '../workbook/columns';
import type { WriteRequest } from '../workbook/requests';
import type { Row, RowChange } from '../workbook/rows';
import { type TableContext, type TableRead, updateRow } from '../workbook/table';
import type { KnownTickets } from './known-tickets';
import { bridgeCells } from './ticket-row';

export function ticketCorrections(
  tickets: TableRead<'tickets'>,
  known: Pick<KnownTickets, 'get'>,
  context: TableContext,
): WriteRequest[] {
  return corrections(tickets, context, ({ id, id_seen }) => {
    // A number that somebody pasted over another: the tracker puts it back, and this row is not that ticket's.
    if (id_seen !== '' && id_seen !== id) return null;
    const ticket = isTicketId(id) ? known.get(id) : null;
    return ticket && bridgeCells(ticket);
  });
}

/** @param resultOf what became of the mail with this key; null for a row that is not ours to fill in */
export function outboxCorrections(
  outbox: TableRead<'outbox'>,
  resultOf: (key: string) => ShownResult | null,
  context: TableContext,
): WriteRequest[] {
  const seen = new Set<string>();
  return corrections(outbox, context, ({ key }) => {
    // A copied row is another person's wish, not another name for the same mail: it never shows what became of the first.
    if (seen.has(key)) return null;
    seen.add(key);
    const result = resultOf(key);
    return result && !PASSING.includes(result.state) ? outboxResult(result) : null;
  });
}

/** It lasts a moment and would only make the Sheet flicker. */
const PASSING: readonly OutboxState[] = ['sending'];

function corrections<T extends TableKey>(
  table: TableRead<T>,
  context: TableContext,
  wanted: (row: Row<T>) => RowChange<T> | null,
): WriteRequest[] {
  return table.rows.flatMap(({ row, rowIndex }) => {
    const cells = wanted(row);
    return cells ? updateRow(table.layout, rowIndex, changedCells(row, cells), context) : [];
  });
}

/** Only the cells that differ. */
export function changedCells<T extends TableKey>(row: Row<T>, wanted: RowChange<T>): RowChange<T> {
  const entries = Object.entries(wanted).filter(
    ([key, value]) => value !== undefined && !same((row as Readonly<Record<string, unknown>>)[key], value),
  );
  // Object.fromEntries forgets which keys a row has; these come from a RowChange of the same table.
  return Object.fromEntries(entries) as RowChange<T>;
}

/** Smaller numbers are counts; an Instant of this size lies in 1973. */
const SMALLEST_INSTANT = 1e11;

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    // A date-time in a cell is a fraction of a day: within a second it is the same moment.
    return a === b || (a > SMALLEST_INSTANT && Math.abs(a - b) < 1000);
  }
  if (Array.isArray(a) && Array.isArray(b)) return a.join('\n') === b.join('\n');
  return a === b;
}
