/**
 * Single columns of long tabs, in one call: Messages holds whole conversations and Outbox whole letters, and the tick
 * needs to know only which tickets the former name, and what became of the latter.
 */

import type { MailCells } from '../../core/readiness/mails';
import type { Instant } from '../../core/time/instant';
import { fromSerial, isSerial } from '../../core/time/serial';
import { type ColumnKey, FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { TableLayout } from '../../core/workbook/table';
import type { GridRead, Services } from '../ports';
import { cellText } from '../workbook/cell-text';
import type { OpenWorkbook } from '../workbook/read-tables';

export interface Columns {
  /** Ids, from row 1 on; empty when nothing can be told because the column is gone. */
  readonly tickets: readonly string[];
  /** The tickets that messages name, from row 1 on. */
  readonly messages: readonly string[];
  /** Of every row of Outbox, in the order of the tab. */
  readonly mails: readonly MailCells[];
  /** Of every line of History, where it was asked for. */
  readonly history: readonly HistoryCells[];
}

export interface HistoryCells {
  readonly at: Instant | null;
  readonly ticketId: string;
  readonly who: string;
  readonly what: string;
}

/**
 * Ids and messages come from one answer: read apart, a ticket that the bridge adds with its message in between would
 * look lost.
 *
 * @param withHistory whether somebody needs to know who has changed what
 */
export function readColumns(
  services: Services,
  workbook: OpenWorkbook<'tickets', 'messages' | 'outbox' | 'history'>,
  withHistory: boolean,
): Columns {
  const { layouts, tables, context } = workbook;
  const asked = [
    place(tables.tickets.layout, 'id'),
    place(layouts.messages, 'ticket_id'),
    place(layouts.outbox, 'key'),
    place(layouts.outbox, 'state'),
    place(layouts.outbox, 'covers'),
    ...(['at', 'ticket_id', 'who', 'what'] as const).map((column) =>
      withHistory ? place(layouts.history, column) : null,
    ),
  ];
  const grids = services.workbook.read(
    asked.flatMap((column) =>
      column === null
        ? []
        : [{ sheetId: column.sheetId, startColumnIndex: column.index, endColumnIndex: column.index + 1 }],
    ),
  );
  const [tickets, messages, keys, states, covers, moments, about, doers, changed] = asked.map((column) =>
    texts(grids, column),
  );
  const isWhole = asked[0] !== null && asked[1] !== null;
  return {
    tickets: isWhole ? (tickets ?? []) : [],
    messages: isWhole ? (messages ?? []) : [],
    mails: (keys ?? []).slice(FIRST_DATA_ROW).map((key, index) => {
      const rowIndex = index + FIRST_DATA_ROW;
      const state = states?.[rowIndex] ?? '';
      const also = covers?.[rowIndex] ?? '';
      return {
        key,
        state: context.wordOf('outbox_state', state) ?? '',
        covers: also === '' ? [] : also.split(',').map((one) => one.trim()),
      };
    }),
    history: (about ?? []).slice(FIRST_DATA_ROW).map((ticketId, index) => {
      const rowIndex = index + FIRST_DATA_ROW;
      const serial = moments?.[rowIndex] ?? '';
      return {
        at:
          serial === '' || !isSerial(Number(serial))
            ? null
            : fromSerial(Number(serial), context.zone, context.offset),
        ticketId,
        who: doers?.[rowIndex] ?? '',
        what: changed?.[rowIndex] ?? '',
      };
    }),
  };
}

interface Place {
  readonly sheetId: number;
  readonly index: number;
}

function place<T extends TableKey>(layout: TableLayout<T>, key: ColumnKey<T>): Place | null {
  const index = layout.columns.get(key);
  return index === undefined ? null : { sheetId: SHEET_ID[layout.table], index };
}

function texts(grids: readonly GridRead[], column: Place | null): readonly string[] {
  if (column === null) return [];
  const found = grids.find(
    ({ sheetId, startColumn }) => sheetId === column.sheetId && startColumn === column.index,
  );
  return (found?.values ?? []).map((row) => cellText(row[0]).trim());
}
