/** The ticket of the row in which the person stands: on Tickets, and on every tab whose rows name a ticket. */
import type { Language } from '../../core/language';
import { COLUMNS, FIRST_DATA_ROW, KEY_ROW, SHEET_ID, TABLES } from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import { firmLanguageIn } from '../firm-language';
import type { Services } from '../ports';
import { cellText } from '../workbook/cell-text';

export interface SelectedTicket {
  readonly ticketId: string | null;
  readonly language: Language;
}

/** One read of two rows and the Settings tab: asked every few seconds. */
export function selectedTicket({ screen, workbook }: Services): SelectedTicket {
  const selection = screen.selection();
  const table = TABLES.find((name) => SHEET_ID[name] === selection?.sheetId);
  const column = table === 'tickets' ? 'id' : table && 'ticket_id' in COLUMNS[table] ? 'ticket_id' : null;
  const rows =
    table && column !== null && selection && selection.rowIndex >= FIRST_DATA_ROW
      ? [rowOf(table, KEY_ROW), rowOf(table, selection.rowIndex)]
      : [];
  const grids = workbook.read([{ sheetId: SHEET_ID.settings }, ...rows]);
  const language = firmLanguageIn(grids.find(({ sheetId }) => sheetId === SHEET_ID.settings)?.values ?? []);
  if (!table || column === null || rows.length === 0) return { ticketId: null, language };
  const cells = (rowIndex: number | undefined): readonly unknown[] =>
    grids.find(({ sheetId, startRow }) => sheetId === SHEET_ID[table] && startRow === rowIndex)?.values[0] ??
    [];
  const place = cells(KEY_ROW).findIndex((key) => cellText(key).trim() === column);
  const id = place < 0 ? '' : cellText(cells(selection?.rowIndex)[place]);
  return { ticketId: id === '' ? null : id, language };
}

function rowOf(table: keyof typeof SHEET_ID, rowIndex: number): GridRange {
  return { sheetId: SHEET_ID[table], startRowIndex: rowIndex, endRowIndex: rowIndex + 1 };
}
