/** spreadsheets.create. */
import type { Spreadsheet } from '../contract';
import { notEmulated } from '../model/area';
import { Batch } from '../model/batch';
import { emptySheet, type SpreadsheetState } from '../model/state';
import { applyRequests } from './batch-update';
import { addSheet, updateSpreadsheet } from './requests/sheets';

const EVERYTHING = { all: true, children: new Map() };

export function createSpreadsheet(spreadsheetId: string, seed: number, body: Spreadsheet): SpreadsheetState {
  const batch = new Batch({
    spreadsheetId,
    title: 'Untitled spreadsheet',
    locale: 'en_US',
    timeZone: 'Etc/GMT',
    sheets: [],
    namedRanges: [],
    developerMetadata: [],
    idSeed: seed,
  });
  for (const field of ['dataSources', 'dataSourceSchedules'] as const) {
    if (body[field]?.length) throw notEmulated(`Spreadsheet.${field}`);
  }
  updateSpreadsheet(batch, body.properties ?? {}, EVERYTHING);
  if (!body.sheets || body.sheets.length === 0) {
    batch.change({ sheets: [emptySheet(0, 'Sheet1')] });
  }
  for (const given of body.sheets ?? []) {
    const sheet = addSheet(batch, given.properties ?? {});
    const { properties: _properties, data, ...rest } = given;
    const other = Object.entries(rest).find(([, value]) => (Array.isArray(value) ? value.length > 0 : value));
    if (other) throw notEmulated(`Sheet.${other[0]} in spreadsheets.create; use batchUpdate`);
    for (const grid of data ?? []) {
      if (grid.rowMetadata?.length || grid.columnMetadata?.length) {
        throw notEmulated('row or column metadata in spreadsheets.create; use batchUpdate');
      }
      if (!grid.rowData?.length) continue;
      const start = {
        sheetId: sheet.sheetId,
        rowIndex: grid.startRow ?? 0,
        columnIndex: grid.startColumn ?? 0,
      };
      applyRequests(batch, [{ updateCells: { start, rows: grid.rowData, fields: '*' } }]);
    }
  }
  if (body.namedRanges?.length) {
    applyRequests(
      batch,
      body.namedRanges.map((namedRange) => ({ addNamedRange: { namedRange } })),
    );
  }
  if (body.developerMetadata?.length) {
    applyRequests(
      batch,
      body.developerMetadata.map((developerMetadata) => ({ createDeveloperMetadata: { developerMetadata } })),
    );
  }
  return batch.state;
}
