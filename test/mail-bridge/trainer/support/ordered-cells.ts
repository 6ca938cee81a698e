import type { Row } from '../../../../core/workbook/rows';

/** What was asked for a ticket by mail: `status resolved`. */
export function orderedCells(rows: readonly Row<'commands'>[], ticketId: string): readonly string[] {
  return rows
    .filter(({ ticket_id }) => ticket_id === ticketId)
    .map(({ cell, value }) => `${cell} ${value}`)
    .sort();
}
