/** One side of a pivot table: the groups of its records, nested, sorted, and with the totals that are asked for. */
import type { sheets_v4 } from '@googleapis/sheets';
import { notEmulated } from './area';
import { dateGroupRule } from './pivot-date-group';
import { compareScalars } from './sort';
import type { CellFormat, Scalar } from './state';

type PivotGroup = sheets_v4.Schema$PivotGroup;
export type NumberFormat = NonNullable<CellFormat['numberFormat']>;

export interface PivotValue {
  readonly value: Scalar | null;
  readonly numberFormat: NumberFormat | null;
}

/** Reads the source: a record is a row of it, a column an offset into it. */
export type Source = (record: number, column: number) => PivotValue;

/** A line (or column) of the body. */
export interface AxisLine {
  /** One label for each group; null where the label of the line above still holds. */
  readonly labels: readonly (PivotValue | null)[];
  readonly records: readonly number[];
  readonly isTotal: boolean;
}

interface Node {
  readonly label: PivotValue;
  readonly records: readonly number[];
}

/** @throws ApiError 501 for a group that is not computed here */
export function checkGroup(group: PivotGroup): void {
  for (const name of ['groupLimit', 'dataSourceColumnReference'] as const) {
    if (group[name]) throw notEmulated(`PivotGroup.${name}`);
  }
  if (group.valueMetadata?.some((metadata) => metadata.collapsed))
    throw notEmulated('collapsed pivot groups');
  if (group.groupRule?.histogramRule || group.groupRule?.manualRule) {
    throw notEmulated('PivotGroupRule other than dateTimeRule');
  }
  if (group.groupRule?.dateTimeRule) dateGroupRule(group.groupRule.dateTimeRule.type);
  if (group.valueBucket?.buckets?.length) throw notEmulated('PivotGroupSortValueBucket.buckets');
}

export interface AxisInput {
  readonly groups: readonly PivotGroup[];
  readonly records: readonly number[];
  readonly source: Source;
  /** What a group is sorted by when its valueBucket says so. */
  readonly valueOf: (valuesIndex: number, records: readonly number[]) => number | null;
  readonly locale: string;
}

export function axisOf(input: AxisInput): AxisLine[] {
  const { groups, records } = input;
  if (groups.length === 0) return [{ labels: [], records, isTotal: false }];
  const lines = expand(input, 0, records, []);
  if (groups[0]?.showTotals) lines.push(totalLine('Grand Total', 0, groups.length, records));
  return lines;
}

function expand(
  input: AxisInput,
  depth: number,
  records: readonly number[],
  outer: (PivotValue | null)[],
): AxisLine[] {
  const group = input.groups[depth];
  if (group === undefined) return [];
  const isLast = depth === input.groups.length - 1;
  let above = outer;
  return nodesOf(input, group, records).flatMap((node) => {
    const labels = [...above, node.label];
    // Outer labels show once, on the first line of their group, unless headings are to be repeated.
    above = outer.map((label, i) => (input.groups[i]?.repeatHeadings ? label : null));
    if (isLast) return [{ labels, records: node.records, isTotal: false }];
    const inner = expand(input, depth + 1, node.records, labels);
    if (input.groups[depth + 1]?.showTotals) {
      const title = `${String(node.label.value ?? '')} Total`;
      inner.push(totalLine(title, depth, input.groups.length, node.records));
    }
    return inner;
  });
}

function totalLine(title: string, depth: number, width: number, records: readonly number[]): AxisLine {
  const labels = Array.from({ length: width }, (_, i) =>
    i === depth ? { value: title, numberFormat: null } : null,
  );
  return { labels, records, isTotal: true };
}

function nodesOf(input: AxisInput, group: PivotGroup, records: readonly number[]): Node[] {
  const { source, locale } = input;
  const column = group.sourceColumnOffset ?? 0;
  const rule = group.groupRule?.dateTimeRule ? dateGroupRule(group.groupRule.dateTimeRule.type) : null;
  const found = new Map<string, { label: PivotValue; order: Scalar | null; records: number[] }>();
  for (const record of records) {
    const cell = source(record, column);
    const dated = rule !== null && typeof cell.value === 'number' ? rule(cell.value, locale) : null;
    const label: PivotValue = dated === null ? cell : { value: dated.label, numberFormat: null };
    // The type is part of the key: the text "1" and the number 1 are two groups.
    const key = `${typeof label.value} ${String(label.value)}`;
    const node = found.get(key);
    if (node === undefined) found.set(key, { label, order: dated?.order ?? label.value, records: [record] });
    else node.records.push(record);
  }
  const direction = group.sortOrder === 'DESCENDING' ? -1 : 1;
  const bucket = group.valueBucket;
  const rank = (node: { order: Scalar | null; records: readonly number[] }): Scalar | null =>
    bucket ? input.valueOf(bucket.valuesIndex ?? 0, node.records) : node.order;
  const ranked = [...found.values()].map((node) => ({ node, rank: rank(node) }));
  ranked.sort((a, b) => direction * compareRanks(a.rank, b.rank, locale));
  return ranked.map(({ node }) => ({ label: node.label, records: node.records }));
}

/** The group of empty cells comes first when ascending. */
function compareRanks(a: Scalar | null, b: Scalar | null, locale: string): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareScalars(a, b, locale);
}
