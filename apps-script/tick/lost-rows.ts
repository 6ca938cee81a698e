/** Messages that name a ticket which is not on the tab: its row was deleted, or its number was emptied. */
import { type HistoryContext, rowLine } from '../../core/ticket/ticket-history';
import { FIRST_DATA_ROW, SHEET_ID } from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import type { Row } from '../../core/workbook/rows';
import type { Services } from '../ports';
import { cellText } from '../workbook/cell-text';
import type { OpenWorkbook } from '../workbook/read-tables';
import { fitting } from './standing';

/** Rows of Messages (from 0) by the ticket they name, for tickets that are not on the tab. */
export type LostRows = ReadonlyMap<string, readonly number[]>;

/**
 * Both columns come from one answer: read apart, a ticket that the bridge adds with its message in between would
 * look lost.
 */
export function lostRows(services: Services, workbook: OpenWorkbook<'tickets', 'messages'>): LostRows {
  const idColumn = workbook.tables.tickets.layout.columns.get('id');
  const ticketColumn = workbook.layouts.messages.columns.get('ticket_id');
  if (idColumn === undefined || ticketColumn === undefined) return new Map();
  const grids = services.workbook.read([
    columnRange(SHEET_ID.tickets, idColumn),
    columnRange(SHEET_ID.messages, ticketColumn),
  ]);
  const texts = (sheetId: number): readonly string[] =>
    (grids.find((grid) => grid.sheetId === sheetId)?.values ?? []).map((row) => cellText(row[0]).trim());
  const present = new Set(texts(SHEET_ID.tickets).slice(FIRST_DATA_ROW));
  const lost = new Map<string, number[]>();
  texts(SHEET_ID.messages).forEach((id, rowIndex) => {
    if (rowIndex < FIRST_DATA_ROW || id === '' || present.has(id)) return;
    const rows = lost.get(id);
    if (rows) rows.push(rowIndex);
    else lost.set(id, [rowIndex]);
  });
  return lost;
}

function columnRange(sheetId: number, column: number): GridRange {
  return { sheetId, startColumnIndex: column, endColumnIndex: column + 1 };
}

export interface Departures {
  readonly history: readonly Row<'history'>[];
  /** To be remembered until the next tick. */
  readonly gone: ReadonlySet<string>;
}

/** A row that went since the last tick, and one that came back, are each a line of History. */
export function departures(
  lost: Iterable<string>,
  before: ReadonlySet<string>,
  present: ReadonlySet<string>,
  context: HistoryContext,
): Departures {
  const isLost = new Set(lost);
  // Those known before come first, so that none of them is told a second time when there are too many to remember.
  const gone = fitting(new Set([...before, ...isLost].filter((id) => isLost.has(id))));
  const left = Array.from(gone).filter((id) => !before.has(id));
  const back = Array.from(before).filter((id) => !isLost.has(id) && present.has(id));
  return {
    history: [
      ...left.map((id) => rowLine(id, 'deleted', context)),
      ...back.map((id) => rowLine(id, 'back', context)),
    ],
    gone,
  };
}
