/**
 * Boolean conditions, as filters use them.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#ConditionType
 */
import type { sheets_v4 } from '@googleapis/sheets';
import { badRequest, notEmulated } from './area';
import type { Scalar } from './state';
import { readEntered } from './user-entered';

type Condition = sheets_v4.Schema$BooleanCondition;

/** How many values each emulated condition takes. */
const VALUES: Readonly<Record<string, number>> = {
  NUMBER_GREATER: 1,
  NUMBER_GREATER_THAN_EQ: 1,
  NUMBER_LESS: 1,
  NUMBER_LESS_THAN_EQ: 1,
  NUMBER_EQ: 1,
  NUMBER_NOT_EQ: 1,
  NUMBER_BETWEEN: 2,
  NUMBER_NOT_BETWEEN: 2,
  DATE_EQ: 1,
  DATE_BEFORE: 1,
  DATE_AFTER: 1,
  DATE_ON_OR_BEFORE: 1,
  DATE_ON_OR_AFTER: 1,
  TEXT_CONTAINS: 1,
  TEXT_NOT_CONTAINS: 1,
  TEXT_STARTS_WITH: 1,
  TEXT_ENDS_WITH: 1,
  TEXT_EQ: 1,
  TEXT_NOT_EQ: 1,
  BLANK: 0,
  NOT_BLANK: 0,
};

/** @throws ApiError 400 for a wrong number of values, 501 for a condition that is not computed here */
export function checkCondition(condition: Condition, locale: string): void {
  const type = condition.type ?? 'CONDITION_TYPE_UNSPECIFIED';
  const count = VALUES[type];
  if (count === undefined) throw notEmulated(`the filter condition ${type}`);
  const values = condition.values ?? [];
  if (values.length !== count)
    throw badRequest(`The condition ${type} takes ${count} values, not ${values.length}.`);
  for (const value of values) {
    if (value.relativeDate) throw notEmulated('relative dates in filter conditions');
    const entered = operand(value, locale);
    if (/^(NUMBER|DATE)_/.test(type) && typeof entered !== 'number') {
      throw badRequest(`The condition ${type} takes a ${type.startsWith('DATE') ? 'date' : 'number'}.`);
    }
  }
}

function operand(value: sheets_v4.Schema$ConditionValue, locale: string): Scalar | null {
  return readEntered(value.userEnteredValue ?? '', locale).value;
}

/** Whether a cell meets a checked condition. Texts are compared as shown, without regard to case. */
export function meets(condition: Condition, value: Scalar | null, shown: string, locale: string): boolean {
  const [first, second] = (condition.values ?? []).map((one) => operand(one, locale));
  const type = condition.type ?? '';
  if (type === 'BLANK') return value === null || value === '';
  if (type === 'NOT_BLANK') return value !== null && value !== '';
  if (type.startsWith('TEXT_')) {
    return textMeets(
      type,
      shown.toLowerCase(),
      (condition.values?.[0]?.userEnteredValue ?? '').toLowerCase(),
    );
  }
  if (typeof value !== 'number') return false;
  // A date condition asks for the day; the time of day does not count.
  const number = type.startsWith('DATE_') ? Math.floor(value) : value;
  return numberMeets(type, number, Number(first), Number(second));
}

function textMeets(type: string, shown: string, wanted: string): boolean {
  switch (type) {
    case 'TEXT_CONTAINS':
      return shown.includes(wanted);
    case 'TEXT_NOT_CONTAINS':
      return !shown.includes(wanted);
    case 'TEXT_STARTS_WITH':
      return shown.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return shown.endsWith(wanted);
    case 'TEXT_NOT_EQ':
      return shown !== wanted;
    default:
      return shown === wanted;
  }
}

function numberMeets(type: string, value: number, first: number, second: number): boolean {
  switch (type) {
    case 'NUMBER_GREATER':
    case 'DATE_AFTER':
      return value > first;
    case 'NUMBER_GREATER_THAN_EQ':
    case 'DATE_ON_OR_AFTER':
      return value >= first;
    case 'NUMBER_LESS':
    case 'DATE_BEFORE':
      return value < first;
    case 'NUMBER_LESS_THAN_EQ':
    case 'DATE_ON_OR_BEFORE':
      return value <= first;
    case 'NUMBER_NOT_EQ':
      return value !== first;
    case 'NUMBER_BETWEEN':
      return value >= Math.min(first, second) && value <= Math.max(first, second);
    case 'NUMBER_NOT_BETWEEN':
      return value < Math.min(first, second) || value > Math.max(first, second);
    default:
      return value === first;
  }
}
