/** Which ticket a row without a number was, told by the first message of each ticket that has no row. */
import { addressKey } from '../mail/addresses';
import type { PlacedRow, Row } from '../workbook/rows';

export interface Recalled {
  /** Row index → id. */
  readonly found: ReadonlyMap<number, string>;
  /** Rows that fit more than one, or share one with another row. */
  readonly unclear: ReadonlySet<number>;
}

export function recalledIds(
  rows: readonly PlacedRow<'tickets'>[],
  firstMessages: readonly Row<'messages'>[],
): Recalled {
  const found = new Map<number, string>();
  const unclear = new Set<number>();
  const claims = new Map<string, number[]>();
  for (const { row, rowIndex } of rows) {
    const ids = firstMessages.filter((message) => opened(message, row)).map(({ ticket_id }) => ticket_id);
    for (const id of ids) claims.set(id, [...(claims.get(id) ?? []), rowIndex]);
    if (ids.length > 1) unclear.add(rowIndex);
    else if (ids[0] !== undefined) found.set(rowIndex, ids[0]);
  }
  for (const rowIndexes of claims.values()) {
    if (rowIndexes.length < 2) continue;
    for (const rowIndex of rowIndexes) {
      found.delete(rowIndex);
      unclear.add(rowIndex);
    }
  }
  return { found, unclear };
}

/** The bridge opens a ticket with the sender and the moment of its first message. */
function opened(message: Row<'messages'>, ticket: Row<'tickets'>): boolean {
  return (
    message.at !== null &&
    message.at === ticket.created_at &&
    ticket.requester_email !== '' &&
    addressKey(message.from).includes(addressKey(ticket.requester_email))
  );
}
