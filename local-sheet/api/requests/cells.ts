/** appendCells, updateCells, repeatCell: writing cells. */
import type { sheets_v4 } from '@googleapis/sheets';
import { areaOf, badRequest } from '../../model/area';
import type { Batch } from '../../model/batch';
import { growRows } from '../../model/dimensions';
import { endOfData, overlayOf } from '../../model/pivot-view';
import { type Cell, cellAt, changeRows, putCells, putValues } from '../../model/row';
import type { Row, SheetState } from '../../model/state';
import { CellWriter } from '../cell-data';
import { fieldMask } from '../field-mask';
import { checkedPivot } from './pivots';
import type { Handlers } from './registry';

type RowData = sheets_v4.Schema$RowData;
const NO_CELL: sheets_v4.Schema$CellData = {};

export const cellRequests = {
  appendCells(batch, request) {
    if (request.tableId) throw badRequest(`No table with id: ${request.tableId}`);
    const sheet = batch.sheet(request.sheetId);
    const writer = writerOf(batch, request.fields);
    const rows = request.rows ?? [];
    const start = endOfData(sheet, overlayOf(batch.state, sheet, false));
    const width = widthOf(rows);
    if (width > sheet.columnCount) {
      throw badRequest(
        `Attempting to write column: ${sheet.columnCount}, beyond the last requested column of: ${sheet.columnCount - 1}`,
      );
    }
    growRows(batch, sheet.sheetId, start + rows.length);
    writeRowData(batch, sheet.sheetId, writer, rows, start, 0);
    return {};
  },

  updateCells(batch, request) {
    const writer = writerOf(batch, request.fields);
    const rows = request.rows ?? [];
    if (request.start && request.range) throw badRequest('Only one of "start" and "range" may be set.');
    if (request.start) {
      const sheet = batch.sheet(request.start.sheetId);
      const [row, column] = [request.start.rowIndex ?? 0, request.start.columnIndex ?? 0];
      checkReach(sheet, row, column, row + rows.length, column + widthOf(rows));
      writeRowData(batch, sheet.sheetId, writer, rows, row, column);
      return {};
    }
    if (!request.range) throw badRequest('One of "start" and "range" must be set.');
    const sheet = batch.sheet(request.range.sheetId);
    const area = areaOf(request.range, sheet);
    if (rows.length > area.endRow - area.startRow) {
      throw badRequest(
        `Attempting to write row: ${area.endRow}, beyond the last requested row of: ${area.endRow - 1}`,
      );
    }
    if (widthOf(rows) > area.endColumn - area.startColumn) {
      throw badRequest(
        `Attempting to write column: ${area.endColumn}, beyond the last requested column of: ${area.endColumn - 1}`,
      );
    }
    // "If the data in rows does not cover the entire requested region, the fields matching those set in fields
    // will be cleared."
    fillArea(batch, sheet.sheetId, writer, area, (r, c) => rows[r]?.values?.[c] ?? NO_CELL);
    return {};
  },

  repeatCell(batch, request) {
    if (!request.range) throw badRequest('"range" must be set.');
    const writer = writerOf(batch, request.fields);
    const sheet = batch.sheet(request.range.sheetId);
    const cell = request.cell ?? NO_CELL;
    const { startRow, endRow, startColumn, endColumn } = areaOf(request.range, sheet);
    const line = Array.from({ length: endColumn - startColumn }, () => cell);
    if (writesCells(writer)) {
      changeRows(batch.rows(sheet.sheetId), startRow, endRow, (row) =>
        withLine(row, startColumn, writer, line),
      );
    }
    for (let r = startRow; r < endRow; r++) putPivots(batch, sheet.sheetId, writer, r, startColumn, line);
    return {};
  },
} satisfies Handlers;

function writerOf(batch: Batch, fields: string | null | undefined): CellWriter {
  return new CellWriter(fieldMask(fields, 'CellData'), batch.state.locale);
}

function widthOf(rows: readonly RowData[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
}

function checkReach(sheet: SheetState, row: number, column: number, endRow: number, endColumn: number): void {
  if (row < 0 || column < 0 || endRow > sheet.rowCount || endColumn > sheet.columnCount) {
    throw badRequest(
      `GridCoordinate of sheet ${sheet.sheetId} exceeds grid limits. ` +
        `Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
}

function writeRowData(
  batch: Batch,
  sheetId: number,
  writer: CellWriter,
  data: readonly RowData[],
  startRow: number,
  startColumn: number,
): void {
  const rows = batch.rows(sheetId);
  data.forEach((line, index) => {
    const cells = line.values ?? [];
    putLine(rows, startRow + index, startColumn, writer, cells);
    putPivots(batch, sheetId, writer, startRow + index, startColumn, cells);
  });
}

function fillArea(
  batch: Batch,
  sheetId: number,
  writer: CellWriter,
  area: { startRow: number; endRow: number; startColumn: number; endColumn: number },
  dataAt: (row: number, column: number) => sheets_v4.Schema$CellData,
): void {
  const rows = batch.rows(sheetId);
  const width = area.endColumn - area.startColumn;
  for (let r = area.startRow; r < area.endRow; r++) {
    const line = Array.from({ length: width }, (_, c) => dataAt(r - area.startRow, c));
    putLine(rows, r, area.startColumn, writer, line);
    putPivots(batch, sheetId, writer, r, area.startColumn, line);
  }
}

function putLine(
  rows: (Row | undefined)[],
  index: number,
  startColumn: number,
  writer: CellWriter,
  data: readonly sheets_v4.Schema$CellData[],
): void {
  if (!writesCells(writer)) return;
  while (rows.length <= index) rows.push(undefined);
  rows[index] = withLine(rows[index], startColumn, writer, data);
}

function writesCells({ writesValue, writesExtras }: CellWriter): boolean {
  return writesValue || writesExtras;
}

function withLine(
  before: Row | undefined,
  startColumn: number,
  writer: CellWriter,
  data: readonly sheets_v4.Schema$CellData[],
): Row | undefined {
  return writer.writesExtras
    ? putCells(
        before,
        startColumn,
        data.map((cell, i): Cell => writer.write(cellAt(before, startColumn + i), cell)),
      )
    : putValues(
        before,
        startColumn,
        data.map((cell) => writer.value(cell)),
      );
}

function putPivots(
  batch: Batch,
  sheetId: number,
  writer: CellWriter,
  row: number,
  startColumn: number,
  data: readonly sheets_v4.Schema$CellData[],
): void {
  if (!writer.writesPivot) return;
  const { pivots } = batch.sheet(sheetId);
  const end = startColumn + data.length;
  const kept = pivots.filter((p) => p.row !== row || p.column < startColumn || p.column >= end);
  const added = data.flatMap((cell, i) =>
    cell.pivotTable
      ? [{ row, column: startColumn + i, table: checkedPivot(cell.pivotTable, batch.state) }]
      : [],
  );
  if (kept.length !== pivots.length || added.length > 0)
    batch.changeSheet(sheetId, { pivots: [...kept, ...added] });
}
