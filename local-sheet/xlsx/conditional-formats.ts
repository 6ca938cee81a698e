/** Google's conditional formats as those of a workbook file. */
import type { ConditionalFormattingOptions, ConditionalFormattingRule } from '@cj-tech-master/excelts';
import type { sheets_v4 } from '@googleapis/sheets';
import { differentialStyle } from './cell-style';
import type { Sheet } from './grid';
import { a1, a1Range, boundedRange, hexColor } from './grid';
import { isPortableFormula } from './portable-formula';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** @returns the rule, or the name of what cannot be said in a workbook file */
export function excelConditionalFormat(
  rule: Rule,
  index: number,
  sheet: Sheet,
): ConditionalFormattingOptions | { readonly leftOut: string } {
  const areas = (rule.ranges ?? []).map((range) => boundedRange(range, sheet));
  const first = areas[0];
  if (first === undefined) return { leftOut: 'a rule without a range' };
  const ref = areas.map(a1Range).join(' ');
  // The first rule that fits wins in Google Sheets: lower numbers go first in the file too.
  const priority = index + 1;
  if (rule.gradientRule) {
    const scale = colorScale(rule.gradientRule, priority);
    return scale === null ? { leftOut: 'a colour scale' } : { ref, rules: [scale] };
  }
  const condition = rule.booleanRule?.condition;
  const style = differentialStyle(rule.booleanRule?.format ?? {});
  const formula = conditionFormula(condition, a1(first.startRow, first.startColumn));
  if (formula === null) return { leftOut: condition?.type ?? 'a rule without a condition' };
  return { ref, rules: [{ type: 'expression', formulae: [formula], style, priority }] };
}

/** Every condition as a formula over the first cell: one way for all, and the same in Excel and LibreOffice. */
function conditionFormula(
  condition: sheets_v4.Schema$BooleanCondition | undefined,
  cell: string,
): string | null {
  const values = (condition?.values ?? []).map((value) => operand(value));
  if (values.includes(null)) return null;
  const [a, b] = values;
  switch (condition?.type) {
    case 'BLANK':
      return `LEN(TRIM(${cell}))=0`;
    case 'NOT_BLANK':
      return `LEN(TRIM(${cell}))>0`;
    case 'CUSTOM_FORMULA': {
      const formula = condition.values?.[0]?.userEnteredValue ?? '';
      return isPortableFormula(formula) ? formula.slice(1) : null;
    }
    default:
      break;
  }
  if (a === undefined || a === null) return null;
  switch (condition?.type) {
    case 'TEXT_EQ':
      // A number in a cell must equal its own text here as it does in Google Sheets.
      return `${cell}&""=${a}&""`;
    case 'TEXT_NOT_EQ':
      return `${cell}&""<>${a}&""`;
    case 'TEXT_CONTAINS':
      return `ISNUMBER(SEARCH(${a},${cell}))`;
    case 'TEXT_NOT_CONTAINS':
      return `NOT(ISNUMBER(SEARCH(${a},${cell})))`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${cell},LEN(${a}))=${a}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${cell},LEN(${a}))=${a}`;
    case 'NUMBER_EQ':
      return `AND(ISNUMBER(${cell}),${cell}=${a})`;
    case 'NUMBER_NOT_EQ':
      return `AND(ISNUMBER(${cell}),${cell}<>${a})`;
    case 'NUMBER_GREATER':
    case 'DATE_AFTER':
      return `AND(ISNUMBER(${cell}),${cell}>${a})`;
    case 'NUMBER_GREATER_THAN_EQ':
      return `AND(ISNUMBER(${cell}),${cell}>=${a})`;
    case 'NUMBER_LESS':
    case 'DATE_BEFORE':
      return `AND(ISNUMBER(${cell}),${cell}<${a})`;
    case 'NUMBER_LESS_THAN_EQ':
      return `AND(ISNUMBER(${cell}),${cell}<=${a})`;
    case 'NUMBER_BETWEEN':
      return b ? `AND(ISNUMBER(${cell}),${cell}>=${a},${cell}<=${b})` : null;
    case 'NUMBER_NOT_BETWEEN':
      return b ? `AND(ISNUMBER(${cell}),OR(${cell}<${a},${cell}>${b}))` : null;
    default:
      return null;
  }
}

const RELATIVE_DATES: Readonly<Record<string, string>> = {
  TODAY: 'TODAY()',
  YESTERDAY: '(TODAY()-1)',
  TOMORROW: '(TODAY()+1)',
  PAST_WEEK: '(TODAY()-7)',
};

function operand(value: sheets_v4.Schema$ConditionValue): string | null {
  if (value.relativeDate) return RELATIVE_DATES[value.relativeDate] ?? null;
  const text = value.userEnteredValue ?? '';
  if (text.startsWith('=')) return isPortableFormula(text) ? `(${text.slice(1)})` : null;
  return /^-?\d+(\.\d+)?$/.test(text) ? text : `"${text.replace(/"/g, '""')}"`;
}

function colorScale(rule: sheets_v4.Schema$GradientRule, priority: number): ConditionalFormattingRule | null {
  const types = {
    MIN: 'min',
    MAX: 'max',
    NUMBER: 'num',
    PERCENT: 'percent',
    PERCENTILE: 'percentile',
  } as const;
  const points = [rule.minpoint, rule.midpoint, rule.maxpoint].filter((point) => point !== undefined);
  const cfvo = [];
  const color = [];
  for (const point of points) {
    const type = types[(point.type ?? '') as keyof typeof types];
    const hex = hexColor(point.colorStyle, point.color);
    if (type === undefined || hex === null) return null;
    const value = Number(point.value ?? Number.NaN);
    cfvo.push(Number.isFinite(value) ? { type, value } : { type });
    color.push({ argb: `FF${hex}` });
  }
  return points.length < 2 ? null : { type: 'colorScale', cfvo, color, priority };
}
