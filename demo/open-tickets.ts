/** The Tickets tab as a support person keeps it: its own filter hides what is done with. People may change the filter. */
import type { Language } from '../core/language';
import { SHEET_ID } from '../core/workbook/columns';
import type { LocalSheets } from '../local-sheet/storage/open';
import { choiceLabel } from '../sheet-templates/labels';

export function showOpenTickets(sheets: LocalSheets, spreadsheetId: string, language: Language): void {
  const { sheets: read } = sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId,title),basicFilter)',
  });
  const tickets = read?.find(({ properties }) => properties?.sheetId === SHEET_ID.tickets);
  const range = tickets?.basicFilter?.range;
  if (!range || tickets.basicFilter?.filterSpecs?.length) return;
  const keys = sheets.values.get(spreadsheetId, `'${tickets.properties?.title}'!1:1`).values?.[0] ?? [];
  const columnIndex = keys.indexOf('status');
  const hiddenValues = (['closed', 'spam'] as const).map((status) => choiceLabel('status', status, language));
  const filter = { range, filterSpecs: [{ columnIndex, filterCriteria: { hiddenValues } }] };
  sheets.batchUpdate(spreadsheetId, { requests: [{ setBasicFilter: { filter } }] });
}
