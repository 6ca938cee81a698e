/**
 * Single columns of long tabs, in one call: Messages holds whole conversations and Outbox whole letters, and the tick
 * needs to know only which tickets the former name, and what became of the latter.
 */

import { isPersonsAnswer } from '../../core/outbox/outgoing-mail';
import type { MailCells } from '../../core/readiness/mails';
import type { Instant } from '../../core/time/instant';
import { fromSerial, isSerial } from '../../core/time/serial';
import { OUTBOX_KINDS } from '../../core/workbook/choices';
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
  /** Of every answer in Outbox, where it was asked for. */
  readonly answers: readonly AnswerCells[];
}

export interface HistoryCells {
  readonly at: Instant | null;
  readonly ticketId: string;
  readonly who: string;
  readonly what: string;
  readonly why: string;
}

/** An answer to a participant, as its row of Outbox tells it. */
export interface AnswerCells {
  readonly key: string;
  readonly ticketId: string;
  /** Address or name of whoever wrote it. */
  readonly by: string;
  readonly writtenAt: Instant | null;
  /** Null while it has not been sent. */
  readonly leftAt: Instant | null;
}

/** What somebody needs to know besides: columns that are not read otherwise. */
interface AlsoWanted {
  /** Who has changed what. */
  readonly history: boolean;
  /** Who has answered. */
  readonly answers: boolean;
}

/**
 * Ids and messages come from one answer: read apart, a ticket that the bridge adds with its message in between would
 * look lost.
 */
export function readColumns(
  services: Services,
  workbook: OpenWorkbook<'tickets', 'messages' | 'outbox' | 'history'>,
  also: AlsoWanted,
): Columns {
  const { layouts, tables, context } = workbook;
  const asked = [
    place(tables.tickets.layout, 'id'),
    place(layouts.messages, 'ticket_id'),
    place(layouts.outbox, 'key'),
    place(layouts.outbox, 'state'),
    place(layouts.outbox, 'covers'),
    ...(['at', 'ticket_id', 'who', 'what', 'why'] as const).map((column) =>
      also.history ? place(layouts.history, column) : null,
    ),
    ...(['kind', 'ticket_id', 'created_by', 'created_at', 'sent_at'] as const).map((column) =>
      also.answers ? place(layouts.outbox, column) : null,
    ),
  ];
  const grids = services.workbook.read(
    asked.flatMap((column) =>
      column === null
        ? []
        : [{ sheetId: column.sheetId, startColumnIndex: column.index, endColumnIndex: column.index + 1 }],
    ),
  );
  const [
    tickets,
    messages,
    keys,
    states,
    covers,
    moments,
    about,
    doers,
    changed,
    reasons,
    kinds,
    answered,
    writers,
    written,
    left,
  ] = asked.map((column) => texts(grids, column));
  const momentOf = (cell = ''): Instant | null =>
    cell === '' || !isSerial(Number(cell)) ? null : fromSerial(Number(cell), context.zone, context.offset);
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
      return {
        at: momentOf(moments?.[rowIndex]),
        ticketId,
        who: doers?.[rowIndex] ?? '',
        what: changed?.[rowIndex] ?? '',
        why: reasons?.[rowIndex] ?? '',
      };
    }),
    answers: (kinds ?? []).slice(FIRST_DATA_ROW).flatMap((typed, index) => {
      const kind = OUTBOX_KINDS.find((one) => one === context.wordOf('outbox_kind', typed));
      if (kind === undefined || !isPersonsAnswer(kind)) return [];
      const rowIndex = index + FIRST_DATA_ROW;
      return [
        {
          key: keys?.[rowIndex] ?? '',
          ticketId: answered?.[rowIndex] ?? '',
          by: writers?.[rowIndex] ?? '',
          writtenAt: momentOf(written?.[rowIndex]),
          leftAt: momentOf(left?.[rowIndex]),
        },
      ];
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
