import { parseA1 } from '../../model/a1';
import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import { remote, serviceObject } from '../service-object';
import { refuseArguments, text, whole } from './arguments';
import { writeValues } from './cell-values';
import type { BoundDocument, Box, SheetInfo } from './document';
import { boxOf, checked, rangeObject } from './range';

export interface SheetObjects {
  readonly sheet: (sheetId: number) => object;
  readonly spreadsheet: () => object;
}

/** Sheet (developers.google.com/apps-script/reference/spreadsheet/sheet). */
export function sheetObject(
  run: Execution,
  document: BoundDocument,
  sheetId: number,
  objects: SheetObjects,
): object {
  const info = (): SheetInfo => document.sheet(sheetId);
  const range = (box: Omit<Box, 'sheetId'>): object =>
    rangeObject(run, document, checked({ sheetId, ...box }, document), objects.sheet);
  const after = (act: () => void): object => {
    act();
    return self;
  };
  type Dimension = 'ROWS' | 'COLUMNS';
  const dimension = (which: Dimension, start: number, count: number) => ({
    sheetId,
    dimension: which,
    startIndex: start - 1,
    endIndex: start - 1 + count,
  });
  const insert = (which: Dimension, before: number, count: number): void =>
    document.change({
      insertDimension: { range: dimension(which, before, count), inheritFromBefore: before > 1 },
    });
  const remove = (which: Dimension, at: number, count: number): void =>
    document.change({ deleteDimension: { range: dimension(which, at, count) } });
  const hide = (which: Dimension, at: number, count: number, hiddenByUser: boolean): void =>
    document.change({
      updateDimensionProperties: {
        range: dimension(which, at, count),
        properties: { hiddenByUser },
        fields: 'hiddenByUser',
      },
    });
  const properties = (change: object, fields: string): void =>
    document.change({ updateSheetProperties: { properties: { sheetId, ...change }, fields } });
  const n = (value: unknown, method: string): number => whole(value, `Sheet.${method}`);

  const self: object = serviceObject(run, 'Sheet', {
    getSheetId: () => sheetId,
    getParent: objects.spreadsheet,
    getName: remote(() => info().title),
    getSheetName: remote(() => info().title),
    getIndex: remote(() => info().index + 1),
    getLastRow: remote(() => document.extent(sheetId).rows),
    getLastColumn: remote(() => document.extent(sheetId).columns),
    getMaxRows: remote(() => info().rowCount),
    getMaxColumns: remote(() => info().columnCount),
    getFrozenRows: remote(() => info().frozenRows),
    getFrozenColumns: remote(() => info().frozenColumns),
    isSheetHidden: remote(() => info().hidden),

    getRange: (...args: readonly unknown[]) => {
      const [a, b, rows = 1, columns = 1] = args;
      if (args.length === 1 && typeof a === 'string') return range(boxOfA1(a, info()));
      if (args.length < 2 || args.length > 4) return refuseArguments('SpreadsheetApp.Sheet.getRange', args);
      return range({
        row: n(a, 'getRange'),
        column: n(b, 'getRange'),
        rows: n(rows, 'getRange'),
        columns: n(columns, 'getRange'),
      });
    },
    getDataRange: remote(() => {
      const { rows, columns } = document.extent(sheetId);
      return range({ row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) });
    }),
    getActiveRange: () => activeCell(document, sheetId, range),
    getActiveCell: () => activeCell(document, sheetId, range),
    getCurrentCell: () => activeCell(document, sheetId, range),
    setActiveRange: (target: unknown) => {
      const box = boxOf(target);
      if (box === null) return refuseArguments('SpreadsheetApp.Sheet.setActiveRange', [target]);
      document.selection = { sheetId: box.sheetId, row: box.row, column: box.column };
      return target;
    },
    activate: () =>
      after(() => {
        document.selection = { sheetId, row: 1, column: 1 };
      }),

    appendRow: remote((row: unknown) =>
      after(() => {
        if (!Array.isArray(row)) refuseArguments('SpreadsheetApp.Sheet.appendRow', [row]);
        const { rowCount, columnCount } = info();
        const target = document.extent(sheetId).rows + 1;
        if (target > rowCount)
          document.change({ appendDimension: { sheetId, dimension: 'ROWS', length: 1 } });
        if (row.length > columnCount) {
          const length = row.length - columnCount;
          document.change({ appendDimension: { sheetId, dimension: 'COLUMNS', length } });
        }
        writeValues(document, { sheetId, row: target, column: 1, rows: 1, columns: row.length }, [row]);
      }),
    ),
    insertRowAfter: remote((at: unknown) => after(() => insert('ROWS', n(at, 'insertRowAfter') + 1, 1))),
    insertRowBefore: remote((at: unknown) => after(() => insert('ROWS', n(at, 'insertRowBefore'), 1))),
    insertRowsAfter: remote((at: unknown, count: unknown) =>
      after(() => insert('ROWS', n(at, 'insertRowsAfter') + 1, n(count, 'insertRowsAfter'))),
    ),
    insertRowsBefore: remote((at: unknown, count: unknown) =>
      after(() => insert('ROWS', n(at, 'insertRowsBefore'), n(count, 'insertRowsBefore'))),
    ),
    insertColumnAfter: remote((at: unknown) =>
      after(() => insert('COLUMNS', n(at, 'insertColumnAfter') + 1, 1)),
    ),
    insertColumnsAfter: remote((at: unknown, count: unknown) =>
      after(() => insert('COLUMNS', n(at, 'insertColumnsAfter') + 1, n(count, 'insertColumnsAfter'))),
    ),
    deleteRow: remote((at: unknown) => after(() => remove('ROWS', n(at, 'deleteRow'), 1))),
    deleteRows: remote((at: unknown, count: unknown) => {
      remove('ROWS', n(at, 'deleteRows'), n(count, 'deleteRows'));
    }),
    deleteColumn: remote((at: unknown) => after(() => remove('COLUMNS', n(at, 'deleteColumn'), 1))),
    deleteColumns: remote((at: unknown, count: unknown) => {
      remove('COLUMNS', n(at, 'deleteColumns'), n(count, 'deleteColumns'));
    }),
    hideRows: remote((at: unknown, count: unknown = 1) => {
      hide('ROWS', n(at, 'hideRows'), n(count, 'hideRows'), true);
    }),
    showRows: remote((at: unknown, count: unknown = 1) => {
      hide('ROWS', n(at, 'showRows'), n(count, 'showRows'), false);
    }),
    hideColumns: remote((at: unknown, count: unknown = 1) => {
      hide('COLUMNS', n(at, 'hideColumns'), n(count, 'hideColumns'), true);
    }),
    showColumns: remote((at: unknown, count: unknown = 1) => {
      hide('COLUMNS', n(at, 'showColumns'), n(count, 'showColumns'), false);
    }),
    hideSheet: remote(() => after(() => properties({ hidden: true }, 'hidden'))),
    showSheet: remote(() => after(() => properties({ hidden: false }, 'hidden'))),
    setName: remote((name: unknown) =>
      after(() => properties({ title: text(name, 'Sheet.setName') }, 'title')),
    ),
    setFrozenRows: remote((rows: unknown) => {
      const frozenRowCount = n(rows, 'setFrozenRows');
      properties({ gridProperties: { frozenRowCount } }, 'gridProperties.frozenRowCount');
    }),
    setFrozenColumns: remote((columns: unknown) => {
      const frozenColumnCount = n(columns, 'setFrozenColumns');
      properties({ gridProperties: { frozenColumnCount } }, 'gridProperties.frozenColumnCount');
    }),
    clearContents: remote(() =>
      after(() =>
        document.change({ repeatCell: { range: { sheetId }, cell: {}, fields: 'userEnteredValue' } }),
      ),
    ),
  });
  return self;
}

/** The selection knows one cell: where the person stands. null on a sheet that is not the active one. */
function activeCell(
  document: BoundDocument,
  sheetId: number,
  range: (box: Omit<Box, 'sheetId'>) => object,
): object | null {
  const at = document.position();
  return at.sheetId === sheetId ? range({ row: at.row, column: at.column, rows: 1, columns: 1 }) : null;
}

export function boxOfA1(notation: string, sheet: SheetInfo): Omit<Box, 'sheetId'> {
  const parsed = parseA1(notation);
  const isElsewhere = parsed !== null && parsed.sheet !== null && parsed.sheet !== sheet.title;
  const hasCells = parsed?.startRow !== undefined || parsed?.startColumn !== undefined;
  if (parsed === null || isElsewhere || !hasCells) throw new ServiceException('Range not found');
  const row = (parsed.startRow ?? 0) + 1;
  const column = (parsed.startColumn ?? 0) + 1;
  const rows = (parsed.endRow ?? sheet.rowCount) - row + 1;
  const columns = (parsed.endColumn ?? sheet.columnCount) - column + 1;
  return { row, column, rows, columns };
}
