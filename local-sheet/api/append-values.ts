/**
 * spreadsheets.values.append: finds the table that the range touches and writes after it.
 * https://developers.google.com/workspace/sheets/api/guides/values#append_values
 */
import type { sheets_v4 } from '@googleapis/sheets';
import type { ValueWriteParams } from '../contract';
import { formatA1 } from '../model/a1';
import type { Area } from '../model/area';
import type { Batch } from '../model/batch';
import { growRows, insertDimension } from '../model/dimensions';
import { effectiveValue, endOfData, type Overlay, overlayOf } from '../model/pivot-view';
import type { SheetState } from '../model/state';
import { areaOfA1 } from './ranges';
import { oneOf } from './read-values';
import { inputRows, isRaw, updateResponse, type Written, writeRows } from './write-values';

export function appendValues(
  batch: Batch,
  range: string,
  body: sheets_v4.Schema$ValueRange,
  params: ValueWriteParams & { readonly insertDataOption?: string },
): { response: sheets_v4.Schema$AppendValuesResponse; written: Written } {
  const raw = isRaw(params.valueInputOption);
  const mode = oneOf(
    'insertDataOption',
    params.insertDataOption,
    ['OVERWRITE', 'INSERT_ROWS'],
    'OVERWRITE',
    [],
  );
  const input = inputRows(body);
  const { sheet, area } = areaOfA1(batch.state, range);
  const overlay = overlayOf(batch.state, sheet, false);
  const table = findTable(sheet, overlay, area);
  const startRow = table?.endRow ?? area.startRow;
  const startColumn = table?.startColumn ?? area.startColumn;
  if (mode === 'INSERT_ROWS' && table !== null && startRow < sheet.rowCount && input.length > 0) {
    insertDimension(batch, sheet.sheetId, 'ROWS', startRow, input.length, true);
  }
  growRows(batch, sheet.sheetId, startRow + input.length);
  const target = {
    sheet: batch.sheet(sheet.sheetId),
    area: { startRow, endRow: startRow + 1, startColumn, endColumn: startColumn + 1 },
    isCell: true,
  };
  const written = writeRows(batch, target, input, raw);
  return {
    response: {
      spreadsheetId: batch.state.spreadsheetId,
      ...(table === null ? {} : { tableRange: formatA1(sheet.title, table) }),
      updates: updateResponse(batch.state.spreadsheetId, batch.sheet(sheet.sheetId), written),
    },
    written,
  };
}

/**
 * The last table that has a cell in the area: cells with values that touch each other, and the smallest
 * rectangle around them with nothing but empty cells along its edges.
 */
function findTable(sheet: SheetState, overlay: Overlay, area: Area): Area | null {
  const last = Math.min(area.endRow, endOfData(sheet, overlay));
  for (let row = last - 1; row >= area.startRow; row--) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      if (effectiveValue(sheet, overlay, row, column) !== null) return grow(sheet, overlay, row, column);
    }
  }
  return null;
}

function grow(sheet: SheetState, overlay: Overlay, row: number, column: number): Area {
  const filled = (fromRow: number, toRow: number, fromColumn: number, toColumn: number): boolean => {
    for (let r = Math.max(0, fromRow); r < toRow; r++) {
      for (let c = Math.max(0, fromColumn); c < toColumn; c++) {
        if (effectiveValue(sheet, overlay, r, c) !== null) return true;
      }
    }
    return false;
  };
  let [top, bottom, left, right] = [row, row + 1, column, column + 1];
  // Up and down as far as it goes, then sideways once: a table of 50,000 rows is walked once per column gained.
  for (;;) {
    while (top > 0 && filled(top - 1, top, left - 1, right + 1)) top--;
    while (bottom < sheet.rowCount && filled(bottom, bottom + 1, left - 1, right + 1)) bottom++;
    if (left > 0 && filled(top - 1, bottom + 1, left - 1, left)) left--;
    else if (right < sheet.columnCount && filled(top - 1, bottom + 1, right, right + 1)) right++;
    else return { startRow: top, endRow: bottom, startColumn: left, endColumn: right };
  }
}
