/**
 * Pivot tables, computed from their source.
 * https://developers.google.com/workspace/sheets/api/guides/pivot-tables
 *
 * The layout is the one that Sheets draws:
 *
 *   status   | COUNTA of id          without column groups
 *   new      | 3
 *
 *   COUNTA of id | priority |        with a column group
 *   status       | high     | low
 *   new          | 1        | 2
 *
 * Google says nothing about where exactly headings and totals stand; this is not yet verified against it.
 */
import { type Area, badRequest, clippedArea, notEmulated } from './area';
import { checkCondition, meets } from './condition';
import { formatValue } from './number-format';
import { aggregateOf, KEEPS_FORMAT } from './pivot-aggregate';
import {
  type AxisLine,
  axisOf,
  checkGroup,
  type NumberFormat,
  type PivotValue,
  type Source,
} from './pivot-axis';
import type { PivotTable, Scalar, SheetState, SpreadsheetState } from './state';

export interface PivotCell {
  readonly value: Scalar;
  readonly numberFormat: NumberFormat | null;
}

/** @throws ApiError 400 or 501 when the table cannot be computed */
export function checkPivot(table: PivotTable, state: SpreadsheetState): void {
  if (table.dataSourceId) throw notEmulated('pivot tables of data sources');
  if (table.criteria) throw notEmulated('PivotTable.criteria; use filterSpecs');
  if (!table.source) throw badRequest('A pivot table must have a source.');
  const { area } = sourceOf(table, state);
  const width = area === null ? 0 : area.endColumn - area.startColumn;
  const rows = table.rows ?? [];
  const columns = table.columns ?? [];
  const values = table.values ?? [];
  for (const group of [...rows, ...columns]) checkGroup(group);
  if (table.valueLayout === 'VERTICAL' && values.length > 1)
    throw notEmulated('pivot values laid out VERTICAL');
  if (columns.length > 1) throw notEmulated('pivot tables with more than one column group');
  if (columns.length === 1 && rows.length === 0) throw notEmulated('pivot tables with columns but no rows');
  if (columns.length === 1 && values.length > 1)
    throw notEmulated('pivot tables with columns and several values');
  for (const value of values) {
    if (value.formula) throw notEmulated('calculated fields of pivot tables');
    if (value.calculatedDisplayType) throw notEmulated('PivotValue.calculatedDisplayType');
    aggregateOf(value.summarizeFunction);
  }
  for (const { filterCriteria } of table.filterSpecs ?? []) {
    if (filterCriteria?.condition) checkCondition(filterCriteria.condition, state.locale);
  }
  for (const column of columnsUsed(table)) {
    if (column < 0 || column >= width)
      throw badRequest(`The pivot column offset ${column} is outside its source.`);
  }
}

/** The offsets into the source that the table names. */
function columnsUsed(table: PivotTable): number[] {
  return [
    ...[...(table.rows ?? []), ...(table.columns ?? []), ...(table.values ?? [])].map(
      (one) => one.sourceColumnOffset ?? 0,
    ),
    ...(table.filterSpecs ?? []).map((filter) => filter.columnOffsetIndex ?? 0),
  ];
}

/** The cells that a checked table shows, from its anchor cell on. */
export function computePivot(table: PivotTable, state: SpreadsheetState): (PivotCell | null)[][] {
  const { sheet, area } = sourceOf(table, state);
  if (area === null) return [];
  const source: Source = (record, column) => {
    const row = sheet.rows[record];
    const at = area.startColumn + column;
    return {
      value: row?.values[at] ?? null,
      numberFormat: row?.extras[at]?.format?.numberFormat ?? null,
    };
  };
  const title = (column: number): string => {
    const { value, numberFormat } = source(area.startRow, column);
    return value === null ? '' : formatValue(value, numberFormat, state.locale);
  };
  const records = recordsOf(table, state, sheet, area, source);
  const values = table.values ?? [];
  const summarized = (index: number, among: readonly number[]): PivotValue => {
    const value = values[index];
    if (value === undefined) return { value: null, numberFormat: null };
    const column = value.sourceColumnOffset ?? 0;
    const cells = among.map((record) => source(record, column));
    return {
      value: aggregateOf(value.summarizeFunction)(cells.map((one) => one.value)),
      numberFormat: KEEPS_FORMAT.has(value.summarizeFunction ?? '')
        ? (cells.find((one) => one.numberFormat !== null)?.numberFormat ?? null)
        : null,
    };
  };
  const axis = (groups: PivotTable['rows']): AxisLine[] =>
    axisOf({
      groups: groups ?? [],
      records,
      source,
      valueOf: (index, among) => Number(summarized(index, among).value ?? 0),
      locale: state.locale,
    });
  const valueTitle = (index: number): string => {
    const value = values[index];
    return value?.name ?? `${value?.summarizeFunction ?? ''} of ${title(value?.sourceColumnOffset ?? 0)}`;
  };
  const groupTitle = (group: { label?: string | null; sourceColumnOffset?: number | null }): PivotCell => ({
    value: group.label ?? title(group.sourceColumnOffset ?? 0),
    numberFormat: null,
  });
  const rowTitles = (table.rows ?? []).map(groupTitle);
  const text = (value: string): PivotCell => ({ value, numberFormat: null });
  const rowLines = axis(table.rows);
  const [columnGroup] = table.columns ?? [];
  if (columnGroup === undefined) {
    const headings = [...rowTitles, ...values.map((_, index) => text(valueTitle(index)))];
    return [
      headings,
      ...rowLines.map((line) => [
        ...line.labels.map(shown),
        ...values.map((_, index) => shown(summarized(index, line.records))),
      ]),
    ];
  }
  const columnLines = axis(table.columns);
  const placeOf = columnPlaces(columnLines);
  return [
    // The name of the value stands over the row headings, that of the column group over the columns.
    [
      ...rowTitles.map((_, i) => (i === 0 && values.length > 0 ? text(valueTitle(0)) : null)),
      groupTitle(columnGroup),
    ],
    [...rowTitles, ...columnLines.map((line) => shown(line.labels[0] ?? null))],
    ...rowLines.map((line) => {
      const buckets = columnLines.map((): number[] => []);
      for (const record of line.records)
        for (const place of placeOf.get(record) ?? []) buckets[place]?.push(record);
      // Where no record meets both groups, nothing is shown.
      const cells = buckets.map((among) =>
        among.length === 0 || values.length === 0 ? null : shown(summarized(0, among)),
      );
      return [...line.labels.map(shown), ...cells];
    }),
  ];
}

/** Record → the columns in which it counts: its group, and the total. */
function columnPlaces(lines: readonly AxisLine[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  lines.forEach((line, place) => {
    for (const record of line.records) {
      const own = places.get(record);
      if (own === undefined) places.set(record, [place]);
      else own.push(place);
    }
  });
  return places;
}

function shown(cell: PivotValue | null): PivotCell | null {
  return cell === null || cell.value === null ? null : { value: cell.value, numberFormat: cell.numberFormat };
}

function sourceOf(table: PivotTable, state: SpreadsheetState): { sheet: SheetState; area: Area | null } {
  const range = table.source ?? {};
  const sheet = state.sheets.find((candidate) => candidate.sheetId === (range.sheetId ?? 0));
  if (sheet === undefined) throw badRequest(`No grid with id: ${range.sheetId ?? 0}`);
  return { sheet, area: clippedArea(range, sheet) };
}

/** The rows below the headings that have anything in the source and pass every filter. */
function recordsOf(
  table: PivotTable,
  state: SpreadsheetState,
  sheet: SheetState,
  area: Area,
  source: Source,
): number[] {
  const records: number[] = [];
  const filters = (table.filterSpecs ?? []).map((filter) => ({
    column: filter.columnOffsetIndex ?? 0,
    condition: filter.filterCriteria?.condition ?? null,
    // "visibleByDefault: Whether values are visible by default. If true, the visible_values are ignored".
    values: filter.filterCriteria?.visibleByDefault
      ? null
      : new Set(filter.filterCriteria?.visibleValues ?? []),
  }));
  const end = Math.min(area.endRow, sheet.rows.length);
  for (let r = area.startRow + 1; r < end; r++) {
    const row = sheet.rows[r];
    let empty = true;
    for (let c = area.startColumn; c < area.endColumn && empty; c++)
      empty = (row?.values[c] ?? null) === null;
    if (empty) continue;
    const passes = filters.every(({ column, condition, values }) => {
      const { value, numberFormat } = source(r, column);
      const text = value === null ? '' : formatValue(value, numberFormat, state.locale);
      // "visibleValues does not override this": what is shown must be listed and meet the condition.
      if (condition !== null && !meets(condition, value, text, state.locale)) return false;
      return values === null || values.has(text);
    });
    if (passes) records.push(r);
  }
  return records;
}
