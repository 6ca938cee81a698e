/** Ranges that move along when rows or columns come, go or move: merges, formats, protections, names, charts … */
import type { sheets_v4 } from '@googleapis/sheets';
import { notEmulated } from './area';
import type { Batch } from './batch';
import type { GridRange, PivotTable, SheetState } from './state';

/** Where [start, end) has gone; null when nothing of it is left. */
export type SpanMap = (start: number, end: number) => { start: number; end: number } | null;

/** Applies the map to everything in the workbook that is tied to rows (or columns) of one sheet. */
export function mapSpans(batch: Batch, sheetId: number, dimension: 'ROWS' | 'COLUMNS', map: SpanMap): void {
  const range = (given: GridRange): GridRange | null => mapRange(given, sheetId, dimension, map);
  batch.change({
    sheets: batch.state.sheets.map((sheet) => mapSheet(sheet, sheetId, dimension, map, range)),
    namedRanges: mapped(batch.state.namedRanges, range),
    developerMetadata: batch.state.developerMetadata.flatMap((metadata) => {
      const own = metadata.location?.dimensionRange;
      if (!own || own.sheetId !== sheetId || own.dimension !== dimension) return [metadata];
      const to = map(own.startIndex ?? 0, own.endIndex ?? 0);
      if (to === null) return [];
      const dimensionRange = { ...own, startIndex: to.start, endIndex: to.end };
      return [{ ...metadata, location: { ...metadata.location, dimensionRange } }];
    }),
  });
}

function mapSheet(
  sheet: SheetState,
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  map: SpanMap,
  range: (given: GridRange) => GridRange | null,
): SheetState {
  const own = sheet.sheetId === sheetId;
  const charts = deepMapped(sheet.charts, range, own ? anchorMap(dimension, map) : null);
  const pivots = sheet.pivots.flatMap((pivot) => {
    const table = mapPivot(pivot.table, sheetId, dimension, map, range);
    if (!own) return [table === pivot.table ? pivot : { ...pivot, table }];
    const at = dimension === 'ROWS' ? pivot.row : pivot.column;
    const to = map(at, at + 1);
    if (to === null) return [];
    return [{ ...pivot, table, ...(dimension === 'ROWS' ? { row: to.start } : { column: to.start }) }];
  });
  if (!own)
    return charts === sheet.charts && same(pivots, sheet.pivots) ? sheet : { ...sheet, charts, pivots };
  const filter = sheet.basicFilter?.range ? range(sheet.basicFilter.range) : null;
  return {
    ...sheet,
    charts,
    pivots,
    merges: sheet.merges.flatMap((merge) => {
      const to = range(merge);
      return to === null || isOneCell(to) ? [] : [to];
    }),
    conditionalFormats: sheet.conditionalFormats.flatMap((rule) => {
      const ranges = (rule.ranges ?? []).flatMap((given) => range(given) ?? []);
      return ranges.length === 0 ? [] : [{ ...rule, ranges }];
    }),
    protectedRanges: sheet.protectedRanges.flatMap((protection) => {
      if (!protection.range) return [protection];
      const to = range(protection.range);
      if (to === null) return [];
      const unprotectedRanges = protection.unprotectedRanges?.flatMap((given) => range(given) ?? []);
      return [{ ...protection, range: to, ...(unprotectedRanges ? { unprotectedRanges } : {}) }];
    }),
    bandedRanges: mapped(sheet.bandedRanges, range),
    basicFilter:
      sheet.basicFilter !== null && filter !== null ? { ...sheet.basicFilter, range: filter } : null,
  };
}

/** The columns of a pivot table are counted from the start of its source: they move along, too. */
function mapPivot(
  table: PivotTable,
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  map: SpanMap,
  range: (given: GridRange) => GridRange | null,
): PivotTable {
  if ((table.source?.sheetId ?? 0) !== sheetId) return table;
  const source = range(table.source ?? {});
  if (source === null) throw notEmulated('deleting the whole source of a pivot table');
  if (dimension === 'ROWS') return { ...table, source };
  const start = table.source?.startColumnIndex ?? 0;
  const moved = (offset: number | null | undefined): number => {
    const to = map(start + (offset ?? 0), start + (offset ?? 0) + 1);
    if (to === null) throw notEmulated('deleting a column that a pivot table uses');
    return to.start - (source.startColumnIndex ?? 0);
  };
  const group = <T extends { sourceColumnOffset?: number | null }>(one: T): T => ({
    ...one,
    sourceColumnOffset: moved(one.sourceColumnOffset),
  });
  const filterSpecs = table.filterSpecs?.map((one) => ({
    ...one,
    columnOffsetIndex: moved(one.columnOffsetIndex),
  }));
  return {
    ...table,
    source,
    ...(table.rows ? { rows: table.rows.map(group) } : {}),
    ...(table.columns ? { columns: table.columns.map(group) } : {}),
    ...(table.values ? { values: table.values.map(group) } : {}),
    ...(filterSpecs ? { filterSpecs } : {}),
  };
}

function mapped<T extends { range?: GridRange }>(
  list: readonly T[],
  range: (given: GridRange) => GridRange | null,
): T[] {
  return list.flatMap((item) => {
    if (!item.range) return [item];
    const to = range(item.range);
    return to === null ? [] : [{ ...item, range: to }];
  });
}

function mapRange(
  given: GridRange,
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  map: SpanMap,
): GridRange | null {
  if ((given.sheetId ?? 0) !== sheetId) return given;
  const [startKey, endKey] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const [start, end] = [given[startKey] ?? undefined, given[endKey] ?? undefined];
  if (start === undefined && end === undefined) return given;
  // An open end stays open: it reaches past everything.
  const to = map(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  if (to === null) return null;
  return {
    ...given,
    ...(start === undefined ? {} : { [startKey]: to.start }),
    ...(end === undefined ? {} : { [endKey]: to.end }),
  };
}

function isOneCell(range: GridRange): boolean {
  return (
    (range.endRowIndex ?? 0) - (range.startRowIndex ?? 0) === 1 &&
    (range.endColumnIndex ?? 0) - (range.startColumnIndex ?? 0) === 1
  );
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

type Coordinate = sheets_v4.Schema$GridCoordinate;

function anchorMap(dimension: 'ROWS' | 'COLUMNS', map: SpanMap): (anchor: Coordinate) => Coordinate {
  const key = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  return (anchor) => {
    const at = anchor[key] ?? 0;
    // A chart whose anchor row is deleted stays where the rows behind it have come to.
    const to = map(at, at + 1) ?? map(at, Number.MAX_SAFE_INTEGER) ?? { start: at };
    return { ...anchor, [key]: to.start };
  };
}

/**
 * Charts and pivots refer to cells at many depths of their specs. Every object that looks like a GridRange is
 * mapped (a source that is gone altogether stays as it was, as Google keeps a chart without data), and so is the
 * anchor cell of an overlay. Returns the very same object when nothing changed.
 */
function deepMapped<T>(
  value: T,
  range: (given: GridRange) => GridRange | null,
  anchor: ((given: Coordinate) => Coordinate) | null,
): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => deepMapped(item, range, anchor));
    // Mapping an item keeps its type; only the array itself must be narrowed back.
    return same(items, value) ? value : (items as T);
  }
  if (
    'startRowIndex' in value ||
    'startColumnIndex' in value ||
    'endRowIndex' in value ||
    'endColumnIndex' in value
  ) {
    return (range(value as GridRange) ?? value) as T;
  }
  let changed: Record<string, unknown> | null = null;
  for (const [key, before] of Object.entries(value)) {
    const after: unknown =
      key === 'anchorCell' && anchor !== null
        ? anchor(before as Coordinate)
        : deepMapped<unknown>(before, range, anchor);
    if (after !== before) changed = { ...(changed ?? (value as Record<string, unknown>)), [key]: after };
  }
  return (changed ?? value) as T;
}
