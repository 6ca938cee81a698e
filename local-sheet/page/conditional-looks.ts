/** Which conditional formats hold for a cell. Google computes this; the model only stores the rules. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Rectangle, Sheet } from '../xlsx/grid';
import { boundedRange } from '../xlsx/grid';
import { colourScale } from './colour-scale';
import type { FormulaCells, FormulaValue } from './formula';
import { compileFormula, truthy } from './formula';
import { lookOf } from './looks';
import type { Look } from './protocol';

type Test = (value: FormulaValue, cells: FormulaCells, row: number, column: number) => boolean;

interface CompiledRule {
  readonly areas: readonly Rectangle[];
  /** Null where the rule does not hold. */
  readonly look: (value: FormulaValue, cells: FormulaCells, row: number, column: number) => Look | null;
}

/** Every number in a rectangle of the sheet: a colour scale compares each cell with all of its range. */
export type NumbersIn = (area: Rectangle) => readonly number[];

interface ConditionalLooks {
  /** The first rule that holds wins, as Google says. */
  at(row: number, column: number, value: FormulaValue, cells: FormulaCells): Look | null;
  readonly notShown: readonly string[];
}

export function conditionalLooks(sheet: Sheet, numbersIn: NumbersIn = () => []): ConditionalLooks {
  const rules: CompiledRule[] = [];
  const notShown: string[] = [];
  for (const rule of sheet.conditionalFormats ?? []) {
    const areas = (rule.ranges ?? []).map((range) => boundedRange(range, sheet));
    const condition = rule.booleanRule?.condition;
    const look = rule.gradientRule
      ? compileGradient(rule.gradientRule, areas, numbersIn)
      : compileBoolean(rule.booleanRule, areas[0]);
    if (look === null)
      notShown.push(condition?.values?.[0]?.userEnteredValue ?? condition?.type ?? 'gradient');
    else rules.push({ areas, look });
  }
  return {
    notShown,
    at(row, column, value, cells) {
      for (const { areas, look } of rules) {
        const found = areas.some((area) => inside(area, row, column))
          ? look(value, cells, row, column)
          : null;
        if (found !== null) return found;
      }
      return null;
    },
  };
}

function compileBoolean(
  rule: sheets_v4.Schema$BooleanRule | undefined,
  first: Rectangle | undefined,
): CompiledRule['look'] | null {
  const test = first && rule?.condition ? compileCondition(rule.condition, first) : null;
  if (test === null) return null;
  const look = lookOf(rule?.format ?? {});
  return (...place) => (test(...place) ? look : null);
}

function compileGradient(
  rule: sheets_v4.Schema$GradientRule,
  areas: readonly Rectangle[],
  numbersIn: NumbersIn,
): CompiledRule['look'] | null {
  const scale = colourScale(rule);
  if (scale === null) return null;
  let numbers: readonly number[] | null = null;
  return (value) => {
    if (typeof value !== 'number') return null;
    numbers ??= areas.flatMap((area) => [...numbersIn(area)]);
    return { background: scale(value, numbers) };
  };
}

function inside(area: Rectangle, row: number, column: number): boolean {
  return row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;
}

function compileCondition(condition: sheets_v4.Schema$BooleanCondition, first: Rectangle): Test | null {
  const entered = (condition.values ?? []).map((value) => value.userEnteredValue ?? '');
  if (condition.type === 'CUSTOM_FORMULA') {
    const formula = compileFormula(entered[0] ?? '');
    if (formula === undefined) return null;
    return (_value, cells, row, column) =>
      truthy(formula(cells, { rows: row - first.startRow, columns: column - first.startColumn }));
  }
  if (condition.type === 'BLANK') return (value) => value === null || value === '';
  if (condition.type === 'NOT_BLANK') return (value) => value !== null && value !== '';
  const operands = (condition.values ?? []).map(operand);
  if (operands.length === 0 || operands.includes(null)) return null;
  const at = (index: number, cells: FormulaCells): FormulaValue => operands[index]?.(cells) ?? null;

  const textTest = TEXT_TESTS[condition.type ?? ''];
  if (textTest !== undefined) {
    return (value, cells) =>
      textTest(String(value ?? '').toLowerCase(), String(at(0, cells) ?? '').toLowerCase());
  }
  const numberTest = NUMBER_TESTS[condition.type ?? ''];
  if (numberTest !== undefined) {
    return (value, cells) =>
      typeof value === 'number' && numberTest(value, Number(at(0, cells)), Number(at(1, cells)));
  }
  return null;
}

const TEXT_TESTS: Readonly<Record<string, (text: string, other: string) => boolean>> = {
  TEXT_EQ: (text, other) => text === other,
  TEXT_NOT_EQ: (text, other) => text !== other,
  TEXT_CONTAINS: (text, other) => text.includes(other),
  TEXT_NOT_CONTAINS: (text, other) => !text.includes(other),
  TEXT_STARTS_WITH: (text, other) => text.startsWith(other),
  TEXT_ENDS_WITH: (text, other) => text.endsWith(other),
};

const NUMBER_TESTS: Readonly<Record<string, (value: number, a: number, b: number) => boolean>> = {
  NUMBER_EQ: (value, a) => value === a,
  NUMBER_NOT_EQ: (value, a) => value !== a,
  NUMBER_GREATER: (value, a) => value > a,
  NUMBER_GREATER_THAN_EQ: (value, a) => value >= a,
  NUMBER_LESS: (value, a) => value < a,
  NUMBER_LESS_THAN_EQ: (value, a) => value <= a,
  NUMBER_BETWEEN: (value, a, b) => value >= a && value <= b,
  NUMBER_NOT_BETWEEN: (value, a, b) => value < a || value > b,
  DATE_BEFORE: (value, a) => value < a,
  DATE_AFTER: (value, a) => value > a,
};

const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  TODAY: 0,
  YESTERDAY: -1,
  TOMORROW: 1,
  PAST_WEEK: -7,
};

function operand(value: sheets_v4.Schema$ConditionValue): ((cells: FormulaCells) => FormulaValue) | null {
  if (value.relativeDate) {
    const days = DAYS_FROM_TODAY[value.relativeDate];
    return days === undefined ? null : (cells) => Math.floor(cells.now) + days;
  }
  const text = value.userEnteredValue ?? '';
  if (!text.startsWith('=')) return () => text;
  const formula = compileFormula(text);
  return formula === undefined ? null : (cells) => formula(cells, { rows: 0, columns: 0 });
}
