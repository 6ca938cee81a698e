/** Rows and columns. */
import type { sheets_v4 } from '@googleapis/sheets';
import { badRequest, notEmulated } from '../../model/area';
import type { Batch } from '../../model/batch';
import {
  appendDimension,
  type Dimension,
  deleteDimension,
  insertDimension,
  moveDimension,
  sizeOf,
} from '../../model/dimensions';
import { formatValue } from '../../model/number-format';
import { DEFAULT_ROW_PIXELS, type DimensionState, type SheetState } from '../../model/state';
import { type FieldMask, fieldMask, within } from '../field-mask';
import type { Handlers } from './registry';

export const dimensionRequests = {
  appendDimension(batch, request) {
    const sheet = batch.sheet(request.sheetId);
    const length = request.length ?? 0;
    if (length < 1) throw badRequest('The length must be at least 1.');
    appendDimension(batch, sheet.sheetId, dimensionOf(request.dimension), length);
    return {};
  },

  insertDimension(batch, request) {
    const { sheet, dimension, start, end } = spanOf(batch, request.range, 'insert');
    const inherit = request.inheritFromBefore === true;
    if (inherit && start === 0) {
      throw badRequest(
        'inheritFromBefore cannot be true when inserting at index 0: there is nothing before it.',
      );
    }
    insertDimension(batch, sheet.sheetId, dimension, start, end - start, inherit);
    return {};
  },

  deleteDimension(batch, request) {
    const { sheet, dimension, start, end } = spanOf(batch, request.range, 'existing');
    deleteDimension(batch, sheet.sheetId, dimension, start, end);
    return {};
  },

  moveDimension(batch, request) {
    const { sheet, dimension, start, end } = spanOf(batch, request.source, 'existing');
    const destination = request.destinationIndex ?? 0;
    if (destination < 0 || destination > sizeOf(sheet, dimension)) {
      throw badRequest(`destinationIndex ${destination} is outside the grid.`);
    }
    moveDimension(batch, sheet.sheetId, dimension, start, end, destination);
    return {};
  },

  updateDimensionProperties(batch, request) {
    if (request.dataSourceSheetRange) throw notEmulated('data source sheets');
    const mask = fieldMask(request.fields, 'DimensionProperties');
    const { sheet, dimension, start, end } = spanOf(batch, request.range, 'existing');
    const given = request.properties ?? {};
    refuseUnwritable(given, mask);
    const states = [...(dimension === 'ROWS' ? sheet.rowDimensions : sheet.columnDimensions)];
    while (states.length < end) states.push(undefined);
    for (let i = start; i < end; i++) states[i] = changed(states[i], given, mask);
    putStates(batch, sheet, dimension, states);
    return {};
  },

  autoResizeDimensions(batch, request) {
    if (request.dataSourceSheetDimensions) throw notEmulated('data source sheets');
    const { sheet, dimension, start, end } = spanOf(batch, request.dimensions, 'existing');
    const states = [...(dimension === 'ROWS' ? sheet.rowDimensions : sheet.columnDimensions)];
    while (states.length < end) states.push(undefined);
    for (let i = start; i < end; i++) {
      const pixelSize =
        dimension === 'ROWS' ? DEFAULT_ROW_PIXELS : fittingWidth(sheet, i, batch.state.locale);
      if (pixelSize !== null) states[i] = { ...states[i], pixelSize };
    }
    putStates(batch, sheet, dimension, states);
    return {};
  },
} satisfies Handlers;

export function dimensionOf(dimension: string | null | undefined): Dimension {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw badRequest('The dimension must be ROWS or COLUMNS.');
}

interface Span {
  readonly sheet: SheetState;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

/** @param of `existing` ones must lie in the grid; an `insert` may begin right behind it */
function spanOf(
  batch: Batch,
  range: sheets_v4.Schema$DimensionRange | undefined,
  of: 'existing' | 'insert',
): Span {
  if (!range) throw badRequest('A dimension range must be set.');
  const sheet = batch.sheet(range.sheetId);
  const dimension = dimensionOf(range.dimension);
  const size = sizeOf(sheet, dimension);
  const start = range.startIndex ?? 0;
  if (of === 'insert') {
    if (range.endIndex === undefined || range.endIndex === null)
      throw badRequest('range.endIndex must be set.');
    if (start < 0 || start > size || range.endIndex <= start) {
      throw badRequest(
        `range.startIndex[${start}] must be within the grid of ${size} and below range.endIndex.`,
      );
    }
    return { sheet, dimension, start, end: range.endIndex };
  }
  const end = range.endIndex ?? size;
  if (start < 0 || end > size || end <= start) {
    throw badRequest(
      `Cannot use ${dimension === 'ROWS' ? 'rows' : 'columns'} ${start} to ${end} of sheet ${sheet.sheetId}: ` +
        `it has ${size}.`,
    );
  }
  return { sheet, dimension, start, end };
}

function refuseUnwritable(given: sheets_v4.Schema$DimensionProperties, mask: FieldMask): void {
  const named = (field: string): boolean => (mask.all ? field in given : mask.children.has(field));
  if (named('hiddenByFilter')) throw badRequest('DimensionProperties.hiddenByFilter is read-only.');
  if (named('developerMetadata'))
    throw notEmulated('DimensionProperties.developerMetadata; use createDeveloperMetadata');
  if (named('dataSourceColumnReference')) throw notEmulated('data source sheets');
  if (typeof given.pixelSize === 'number' && given.pixelSize < 0)
    throw badRequest('pixelSize must not be negative.');
}

function changed(
  state: DimensionState | undefined,
  given: sheets_v4.Schema$DimensionProperties,
  mask: FieldMask,
): DimensionState | undefined {
  const next: { pixelSize?: number; hiddenByUser?: boolean } = { ...state };
  if (within(mask, 'pixelSize')) {
    if (typeof given.pixelSize === 'number') next.pixelSize = given.pixelSize;
    else delete next.pixelSize;
  }
  if (within(mask, 'hiddenByUser')) {
    if (given.hiddenByUser) next.hiddenByUser = true;
    else delete next.hiddenByUser;
  }
  return Object.keys(next).length === 0 ? undefined : next;
}

function putStates(
  batch: Batch,
  sheet: SheetState,
  dimension: Dimension,
  states: readonly (DimensionState | undefined)[],
): void {
  batch.changeSheet(
    sheet.sheetId,
    dimension === 'ROWS' ? { rowDimensions: states } : { columnDimensions: states },
  );
}

/**
 * Google measures the text in its font; here a sign counts seven pixels (the average of Arial 10), so the size
 * is near Google's and not equal to it. An empty column keeps its width.
 */
function fittingWidth(sheet: SheetState, column: number, locale: string): number | null {
  let longest = 0;
  for (const row of sheet.rows) {
    const value = row?.values[column] ?? null;
    if (value === null) continue;
    const shown = formatValue(value, row?.extras[column]?.format?.numberFormat, locale);
    for (const line of shown.split('\n')) longest = Math.max(longest, line.length);
  }
  return longest === 0 ? null : Math.max(21, longest * 7 + 6);
}
