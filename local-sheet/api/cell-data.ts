/** Google's CellData into our cells. */
import type { sheets_v4 } from '@googleapis/sheets';
import { badRequest, notEmulated } from '../model/area';
import { checkNumberFormat } from '../model/number-format';
import type { Cell } from '../model/row';
import { type CellExtras, type CellFormat, LONGEST_CELL, type Scalar } from '../model/state';
import { type FieldMask, merge, within } from './field-mask';

type CellData = sheets_v4.Schema$CellData;

/** Fields of CellData that Google computes, or that are not emulated: naming one in a mask is refused. */
const NOT_WRITABLE = [
  'effectiveValue',
  'effectiveFormat',
  'formattedValue',
  'hyperlink',
  'textFormatRuns',
  'chipRuns',
  'dataSourceTable',
  'dataSourceFormula',
] as const;

/** Writes the named fields of CellData over a cell. Made once per request: it remembers merged formats. */
export class CellWriter {
  readonly #mask: FieldMask;
  readonly #locale: string;
  readonly writesValue: boolean;
  readonly writesExtras: boolean;
  readonly writesPivot: boolean;
  /** Cells that shared a format before share the merged one after: formats are many, kinds of format few. */
  readonly #merged = new Map<CellFormat | undefined, Map<CellFormat | undefined, CellFormat | undefined>>();

  constructor(mask: FieldMask, locale: string) {
    this.#mask = mask;
    this.#locale = locale;
    this.writesValue = within(mask, 'userEnteredValue') !== null;
    this.writesPivot = within(mask, 'pivotTable') !== null;
    this.writesExtras = ['userEnteredFormat', 'note', 'dataValidation'].some(
      (name) => within(mask, name) !== null,
    );
    for (const name of NOT_WRITABLE) {
      if (!mask.all && mask.children.has(name)) throw notEmulated(`writing CellData.${name}`);
    }
  }

  value(data: CellData): Scalar | null {
    return scalarOf(data.userEnteredValue);
  }

  write(before: Cell, data: CellData): Cell {
    this.#refuseUnknown(data);
    return {
      value: this.writesValue ? this.value(data) : before.value,
      extras: this.writesExtras ? this.#extras(before.extras, data) : before.extras,
    };
  }

  #refuseUnknown(data: CellData): void {
    if (!this.#mask.all) return;
    for (const name of NOT_WRITABLE) {
      if (data[name] !== undefined && data[name] !== null) throw notEmulated(`writing CellData.${name}`);
    }
  }

  #extras(before: CellExtras | null, data: CellData): CellExtras | null {
    const next: { -readonly [K in keyof CellExtras]: CellExtras[K] } = { ...before };
    const formatMask = within(this.#mask, 'userEnteredFormat');
    if (formatMask !== null) {
      const format = this.#format(before?.format, data.userEnteredFormat ?? undefined, formatMask);
      if (format === undefined) delete next.format;
      else next.format = format;
    }
    if (within(this.#mask, 'note') !== null) {
      if (data.note) next.note = data.note;
      else delete next.note;
    }
    if (within(this.#mask, 'dataValidation') !== null) {
      if (data.dataValidation) next.dataValidation = checkedRule(data.dataValidation);
      else delete next.dataValidation;
    }
    return Object.keys(next).length === 0 ? null : next;
  }

  #format(
    before: CellFormat | undefined,
    given: CellFormat | undefined,
    mask: FieldMask,
  ): CellFormat | undefined {
    const byGiven = this.#merged.get(before) ?? new Map<CellFormat | undefined, CellFormat | undefined>();
    this.#merged.set(before, byGiven);
    if (byGiven.has(given)) return byGiven.get(given);
    const merged = merge(before ?? {}, given ?? {}, mask);
    checkNumberFormat(merged.numberFormat, this.#locale);
    if (merged.numberFormat && !merged.numberFormat.type) {
      throw badRequest('Invalid value at userEnteredFormat.numberFormat: type must be set.');
    }
    const result = Object.keys(merged).length === 0 ? undefined : merged;
    byGiven.set(given, result);
    return result;
  }
}

function scalarOf(value: sheets_v4.Schema$ExtendedValue | null | undefined): Scalar | null {
  if (value === null || value === undefined) return null;
  const kinds = Object.keys(value);
  if (kinds.length > 1) throw badRequest(`ExtendedValue: only one of ${kinds.join(', ')} may be set.`);
  if (typeof value.formulaValue === 'string')
    throw notEmulated(`formulas: ${value.formulaValue.slice(0, 40)}`);
  if (value.errorValue) throw badRequest('ExtendedValue.errorValue is read-only.');
  if (typeof value.stringValue === 'string') return checkedText(value.stringValue);
  return value.numberValue ?? value.boolValue ?? null;
}

/** An empty text is an empty cell. */
export function checkedText(text: string): string | null {
  if (text.length > LONGEST_CELL) {
    throw badRequest(
      `Your input contains more than the maximum of ${LONGEST_CELL} characters in a single cell.`,
    );
  }
  return text === '' ? null : text;
}

/** How many values a condition of a validation rule takes. https://…/reference/rest/v4/spreadsheets/other#ConditionType */
export function checkedRule(rule: sheets_v4.Schema$DataValidationRule): sheets_v4.Schema$DataValidationRule {
  const type = rule.condition?.type;
  if (!type || type === 'CONDITION_TYPE_UNSPECIFIED') {
    throw badRequest('DataValidationRule.condition.type must be set.');
  }
  const count = rule.condition?.values?.length ?? 0;
  if (type === 'ONE_OF_LIST' && count === 0) throw badRequest('ONE_OF_LIST needs at least one value.');
  if (type === 'ONE_OF_RANGE' && count !== 1) throw badRequest('ONE_OF_RANGE needs exactly one value.');
  return rule;
}
