/** Data validation and conditional formats. */
import type { sheets_v4 } from '@googleapis/sheets';
import { areaOf, badRequest, notEmulated } from '../../model/area';
import type { Batch } from '../../model/batch';
import { type Cell, cellAt, changeRows, putCells } from '../../model/row';
import type { SheetState } from '../../model/state';
import { checkedRule } from '../cell-data';
import type { Handlers } from './registry';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

export const ruleRequests = {
  setDataValidation(batch, request) {
    if (!request.range) throw badRequest('"range" must be set.');
    const sheet = batch.sheet(request.range.sheetId);
    const area = areaOf(request.range, sheet);
    const rule = request.rule ? checkedRule(request.rule) : null;
    const rows = batch.rows(sheet.sheetId);
    const endRow = rule === null ? Math.min(area.endRow, rows.length) : area.endRow;
    changeRows(rows, area.startRow, endRow, (before) => {
      const cells: Cell[] = [];
      for (let c = area.startColumn; c < area.endColumn; c++) {
        const { value, extras } = cellAt(before, c);
        const { dataValidation: _old, ...rest } = extras ?? {};
        const next = rule === null ? rest : { ...rest, dataValidation: rule };
        cells.push({ value, extras: Object.keys(next).length === 0 ? null : next });
      }
      return putCells(before, area.startColumn, cells);
    });
    return {};
  },

  addConditionalFormatRule(batch, request) {
    const rule = checked(batch, request.rule);
    const { sheet } = rule;
    const index = request.index ?? 0;
    if (index < 0 || index > sheet.conditionalFormats.length) {
      throw badRequest(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
    }
    put(batch, sheet, index, 0, rule.rule);
    return {};
  },

  updateConditionalFormatRule(batch, request) {
    const index = request.index ?? 0;
    const sheet = batch.sheet(request.rule?.ranges?.[0]?.sheetId ?? request.sheetId);
    const oldRule = existing(sheet, index);
    if (request.rule) {
      const { rule } = checked(batch, request.rule);
      put(batch, sheet, index, 1, rule);
      return { updateConditionalFormatRule: { oldRule, newRule: rule, oldIndex: index, newIndex: index } };
    }
    const newIndex = request.newIndex ?? 0;
    const rules = sheet.conditionalFormats.filter((_, i) => i !== index);
    if (newIndex < 0 || newIndex > rules.length) throw badRequest(`newIndex ${newIndex} is out of bounds.`);
    rules.splice(newIndex, 0, oldRule);
    batch.changeSheet(sheet.sheetId, { conditionalFormats: rules });
    return { updateConditionalFormatRule: { oldRule, newRule: oldRule, oldIndex: index, newIndex } };
  },

  deleteConditionalFormatRule(batch, request) {
    const sheet = batch.sheet(request.sheetId);
    const index = request.index ?? 0;
    const rule = existing(sheet, index);
    put(batch, sheet, index, 1);
    return { deleteConditionalFormatRule: { rule } };
  },
} satisfies Handlers;

function existing(sheet: SheetState, index: number): Rule {
  const rule = sheet.conditionalFormats[index];
  if (rule === undefined)
    throw badRequest(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
  return rule;
}

function put(batch: Batch, sheet: SheetState, index: number, remove: number, ...rules: Rule[]): void {
  const conditionalFormats = [...sheet.conditionalFormats];
  conditionalFormats.splice(index, remove, ...rules);
  batch.changeSheet(sheet.sheetId, { conditionalFormats });
}

/** "All the ranges must be on the same grid", and a rule is either boolean or a gradient. */
function checked(batch: Batch, rule: Rule | undefined): { rule: Rule; sheet: SheetState } {
  const first = rule?.ranges?.[0];
  if (!rule || !first) throw badRequest('A conditional format rule must have at least one range.');
  const sheet = batch.sheet(first.sheetId);
  for (const range of rule.ranges ?? []) {
    if ((range.sheetId ?? 0) !== sheet.sheetId)
      throw badRequest('All ranges of a rule must be on the same sheet.');
    areaOf(range, sheet);
  }
  if (!rule.booleanRule === !rule.gradientRule) {
    throw badRequest('A conditional format rule must have either a booleanRule or a gradientRule.');
  }
  if (rule.booleanRule && !rule.booleanRule.condition?.type) {
    throw badRequest('A booleanRule must have a condition.');
  }
  checkFormat(rule.booleanRule?.format);
  return { rule, sheet };
}

/** "Conditional formatting can only apply a subset of formatting: bold, italic, strikethrough, foreground color and background color." */
function checkFormat(format: sheets_v4.Schema$CellFormat | undefined): void {
  const cell = new Set(['backgroundColor', 'backgroundColorStyle', 'textFormat']);
  const text = new Set([
    'bold',
    'italic',
    'strikethrough',
    'underline',
    'foregroundColor',
    'foregroundColorStyle',
  ]);
  const other =
    Object.keys(format ?? {}).find((name) => !cell.has(name)) ??
    Object.keys(format?.textFormat ?? {}).find((name) => !text.has(name));
  if (other === 'link') throw notEmulated('links in conditional formats');
  if (other !== undefined) throw badRequest(`Conditional formatting cannot set ${other}.`);
}
