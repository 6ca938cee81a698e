/** Google's data validation rules as those of a workbook file. */
import type { DataValidation } from '@cj-tech-master/excelts';
import type { sheets_v4 } from '@googleapis/sheets';
import type { Rectangle, Sheet } from './grid';
import { absoluteRange, boundedRange, cellsOf, quotedTitle, titleOf, trimmedToContent } from './grid';
import { parseRangeReference } from './range-reference';

type Rule = sheets_v4.Schema$DataValidationRule;

/** Excel refuses a longer list inside the rule itself. */
const LONGEST_INLINE_LIST = 255;

interface RuleArea {
  readonly rule: Rule;
  readonly area: Rectangle;
}

/** The sheet's rules, each as the fewest column-wise rectangles: a rule stands in every cell of Google's answer. */
export function ruleAreas(sheet: Sheet): readonly RuleArea[] {
  const byColumn = new Map<number, { row: number; key: string; rule: Rule }[]>();
  const keys = new Map<Rule, string>();
  for (const { row, column, cell } of cellsOf(sheet)) {
    const rule = cell.dataValidation;
    if (rule === undefined) continue;
    const key = keys.get(rule) ?? JSON.stringify(rule);
    keys.set(rule, key);
    const cells = byColumn.get(column) ?? [];
    if (cells.length === 0) byColumn.set(column, cells);
    cells.push({ row, key, rule });
  }
  const areas: RuleArea[] = [];
  for (const [column, cells] of byColumn) {
    cells.sort((a, b) => a.row - b.row);
    let start = 0;
    for (let i = 1; i <= cells.length; i++) {
      const first = cells[start];
      const before = cells[i - 1];
      const here = cells[i];
      if (first === undefined || before === undefined) break;
      if (here !== undefined && here.row === before.row + 1 && here.key === first.key) continue;
      areas.push({
        rule: first.rule,
        area: { startRow: first.row, endRow: before.row + 1, startColumn: column, endColumn: column + 1 },
      });
      start = i;
    }
  }
  return areas;
}

/** Keeps the lists that do not fit into a rule; the writer puts them on a hidden sheet. */
export interface LongLists {
  /** A reference to the place where these values will stand. */
  placeFor(values: readonly string[]): string;
}

/** @returns null for a condition that a workbook file cannot hold */
export function excelRule(
  rule: Rule,
  sheets: readonly Sheet[],
  ownSheet: Sheet,
  longLists: LongLists,
  nameOf: (title: string) => string,
): DataValidation | null {
  const condition = rule.condition;
  const values = (condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    // Google only marks what a rule that is not strict does not like; Excel's nearest is a warning.
    errorStyle: rule.strict ? 'stop' : 'warning',
    ...(rule.inputMessage ? { showInputMessage: true, prompt: rule.inputMessage.slice(0, 255) } : {}),
  };
  const list = (formula: string): DataValidation => ({ ...common, type: 'list', formulae: [formula] });

  switch (condition?.type) {
    case 'ONE_OF_LIST':
      return list(inlineList(values) ?? longLists.placeFor(values));
    case 'ONE_OF_RANGE': {
      const reference = parseRangeReference(values[0] ?? '');
      const sheet = reference?.sheetTitle
        ? sheets.find((candidate) => titleOf(candidate) === reference.sheetTitle)
        : ownSheet;
      if (reference === null || sheet === undefined) return null;
      const full = boundedRange(reference.range, sheet);
      const filled = trimmedToContent(full, sheet);
      const target = filled.endRow > filled.startRow ? filled : { ...full, endRow: full.startRow + 1 };
      return list(`${quotedTitle(nameOf(titleOf(sheet)))}!${absoluteRange(target)}`);
    }
    case 'BOOLEAN':
      return list('"TRUE,FALSE"');
    case 'DATE_IS_VALID':
      return {
        ...common,
        type: 'date',
        operator: 'greaterThanOrEqual',
        formulae: [new Date(Date.UTC(1900, 0, 1))],
      };
    case 'NUMBER_BETWEEN':
      return decimal(common, 'between', values);
    case 'NUMBER_GREATER':
      return decimal(common, 'greaterThan', values);
    case 'NUMBER_GREATER_THAN_EQ':
      return decimal(common, 'greaterThanOrEqual', values);
    case 'NUMBER_LESS':
      return decimal(common, 'lessThan', values);
    case 'NUMBER_LESS_THAN_EQ':
      return decimal(common, 'lessThanOrEqual', values);
    default:
      return null;
  }
}

function decimal(
  common: Partial<DataValidation>,
  operator: 'between' | 'greaterThan' | 'greaterThanOrEqual' | 'lessThan' | 'lessThanOrEqual',
  values: readonly string[],
): DataValidation | null {
  const numbers = values.map(Number);
  if (numbers.length === 0 || numbers.some((value) => !Number.isFinite(value))) return null;
  return { ...common, type: 'decimal', operator, formulae: numbers } as DataValidation;
}

/** A comma separates the entries of an inline list and cannot be escaped; a quote is doubled. */
function inlineList(values: readonly string[]): string | null {
  if (values.some((value) => value.includes(',') || value !== value.trim())) return null;
  const joined = values.join(',');
  if (joined.length > LONGEST_INLINE_LIST) return null;
  return `"${joined.replace(/"/g, '""')}"`;
}
