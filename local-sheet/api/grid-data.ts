/** Our cells as Google's GridData, built field by field as the mask asks. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Area } from '../model/area';
import { notEmulated } from '../model/area';
import { filteredRows } from '../model/filter';
import { formatValue } from '../model/number-format';
import { overlayOf } from '../model/pivot-view';
import {
  type CellExtras,
  DEFAULT_COLUMN_PIXELS,
  DEFAULT_ROW_PIXELS,
  type DimensionState,
  type PivotTable,
  type Scalar,
  type SheetState,
  type SpreadsheetState,
} from '../model/state';
import { type FieldMask, project, within } from './field-mask';

type CellData = sheets_v4.Schema$CellData;

export function gridData(
  state: SpreadsheetState,
  sheet: SheetState,
  area: Area,
  mask: FieldMask,
): sheets_v4.Schema$GridData {
  const data: sheets_v4.Schema$GridData = {};
  if (area.startRow > 0 && within(mask, 'startRow')) data.startRow = area.startRow;
  if (area.startColumn > 0 && within(mask, 'startColumn')) data.startColumn = area.startColumn;
  const rows = within(mask, 'rowData');
  if (rows) {
    const rowData = cellsOf(state, sheet, area, within(rows, 'values'));
    if (rowData.length > 0) data.rowData = rowData;
  }
  const rowMetadata = within(mask, 'rowMetadata');
  if (rowMetadata) {
    data.rowMetadata = dimensions(
      sheet.rowDimensions,
      area.startRow,
      area.endRow,
      DEFAULT_ROW_PIXELS,
      rowMetadata,
      metadataOf(state, sheet, 'ROWS'),
      filteredRows(sheet, state.locale),
    );
  }
  const columnMetadata = within(mask, 'columnMetadata');
  if (columnMetadata) {
    data.columnMetadata = dimensions(
      sheet.columnDimensions,
      area.startColumn,
      area.endColumn,
      DEFAULT_COLUMN_PIXELS,
      columnMetadata,
      metadataOf(state, sheet, 'COLUMNS'),
      new Set(),
    );
  }
  return data;
}

function cellsOf(
  state: SpreadsheetState,
  sheet: SheetState,
  area: Area,
  mask: FieldMask | null,
): sheets_v4.Schema$RowData[] {
  const overlay = overlayOf(state, sheet, true);
  const pivots = new Map(sheet.pivots.map((pivot) => [`${pivot.row},${pivot.column}`, pivot.table]));
  const builder = mask === null ? null : new CellBuilder(mask, state.locale);
  let lastRow = Math.min(area.endRow, sheet.rows.length);
  for (const row of overlay.keys()) if (row < area.endRow) lastRow = Math.max(lastRow, row + 1);
  const result: sheets_v4.Schema$RowData[] = [];
  let used = 0;
  for (let r = area.startRow; r < lastRow; r++) {
    const row = sheet.rows[r];
    const over = overlay.get(r);
    const width = Math.max(
      row?.values.length ?? 0,
      row?.extras.length ?? 0,
      ...(over === undefined ? [] : [...over.keys()].map((column) => column + 1)),
    );
    const values: CellData[] = [];
    for (let c = area.startColumn; c < Math.min(area.endColumn, width); c++) {
      const own = row?.values[c] ?? null;
      const shown = own === null ? (over?.get(c) ?? null) : null;
      const pivot = pivots.size === 0 ? undefined : pivots.get(`${r},${c}`);
      values.push(
        builder?.build(
          own,
          row?.extras[c] ?? null,
          shown?.value ?? null,
          shown?.numberFormat ?? null,
          pivot,
        ) ?? {},
      );
    }
    result.push(values.length === 0 || mask === null ? {} : { values });
    if (values.length > 0) used = result.length;
  }
  return result.slice(0, used);
}

class CellBuilder {
  readonly #mask: FieldMask;
  readonly #locale: string;
  readonly #entered: FieldMask | null;
  readonly #effective: FieldMask | null;
  readonly #formatted: boolean;
  readonly #format: FieldMask | null;
  readonly #note: boolean;
  readonly #validation: FieldMask | null;

  constructor(mask: FieldMask, locale: string) {
    // What a cell looks like depends on conditional formats, whose formulas are not computed here: better no
    // answer than a wrong one. Without a mask the field is left out.
    if (!mask.all && mask.children.has('effectiveFormat')) throw notEmulated('CellData.effectiveFormat');
    this.#mask = mask;
    this.#locale = locale;
    this.#entered = within(mask, 'userEnteredValue');
    this.#effective = within(mask, 'effectiveValue');
    this.#formatted = within(mask, 'formattedValue') !== null;
    this.#format = within(mask, 'userEnteredFormat');
    this.#note = within(mask, 'note') !== null;
    this.#validation = within(mask, 'dataValidation');
  }

  build(
    own: Scalar | null,
    extras: CellExtras | null,
    pivotValue: Scalar | null,
    pivotFormat: sheets_v4.Schema$NumberFormat | null,
    pivot: PivotTable | undefined,
  ): CellData {
    const cell: CellData = {};
    const value = own ?? pivotValue;
    if (own !== null && this.#entered) cell.userEnteredValue = masked(extended(own), this.#entered);
    if (value !== null && this.#effective) cell.effectiveValue = masked(extended(value), this.#effective);
    if (value !== null && this.#formatted) {
      cell.formattedValue = formatValue(value, extras?.format?.numberFormat ?? pivotFormat, this.#locale);
    }
    if (extras?.format && this.#format) cell.userEnteredFormat = masked(extras.format, this.#format);
    if (extras?.note && this.#note) cell.note = extras.note;
    if (extras?.dataValidation && this.#validation) {
      cell.dataValidation = masked(extras.dataValidation, this.#validation);
    }
    if (pivot !== undefined) {
      const pivotMask = within(this.#mask, 'pivotTable');
      if (pivotMask) cell.pivotTable = masked(pivot, pivotMask);
    }
    return cell;
  }
}

/** A part of a message is a message of the same kind, as every field is optional. */
function masked<T>(value: T, mask: FieldMask): T {
  return project(value, mask) as T;
}

function extended(value: Scalar): sheets_v4.Schema$ExtendedValue {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

function metadataOf(
  state: SpreadsheetState,
  sheet: SheetState,
  dimension: 'ROWS' | 'COLUMNS',
): Map<number, sheets_v4.Schema$DeveloperMetadata[]> {
  const byIndex = new Map<number, sheets_v4.Schema$DeveloperMetadata[]>();
  for (const metadata of state.developerMetadata) {
    const range = metadata.location?.dimensionRange;
    if (range?.sheetId !== sheet.sheetId || range.dimension !== dimension) continue;
    const index = range.startIndex ?? 0;
    byIndex.set(index, [...(byIndex.get(index) ?? []), metadata]);
  }
  return byIndex;
}

function dimensions(
  states: readonly (DimensionState | undefined)[],
  start: number,
  end: number,
  pixels: number,
  mask: FieldMask,
  metadata: Map<number, sheets_v4.Schema$DeveloperMetadata[]>,
  filtered: ReadonlySet<number>,
): sheets_v4.Schema$DimensionProperties[] {
  const result: sheets_v4.Schema$DimensionProperties[] = [];
  for (let i = start; i < end; i++) {
    const state = states[i];
    const own = metadata.get(i);
    const full: sheets_v4.Schema$DimensionProperties = {
      ...(filtered.has(i) ? { hiddenByFilter: true } : {}),
      ...(state?.hiddenByUser ? { hiddenByUser: true } : {}),
      pixelSize: state?.pixelSize ?? pixels,
      ...(own === undefined ? {} : { developerMetadata: own }),
    };
    result.push(masked(full, mask));
  }
  return result;
}
