/** The words that a validation rule offers. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { SheetsService } from '../contract';
import type { Sheet } from '../xlsx/grid';
import { quotedTitle, titleOf } from '../xlsx/grid';

/** @returns null for a rule that is not a list */
export function choicesOf(
  { service, spreadsheetId }: { readonly service: SheetsService; readonly spreadsheetId: string },
  sheet: Sheet,
  rule: sheets_v4.Schema$DataValidationRule,
): readonly string[] | null {
  const values = (rule.condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
  if (rule.condition?.type === 'ONE_OF_LIST') return values;
  if (rule.condition?.type !== 'ONE_OF_RANGE') return null;
  const reference = (values[0] ?? '').replace(/^=/, '').replace(/\$/g, '');
  const range = reference.includes('!') ? reference : `${quotedTitle(titleOf(sheet))}!${reference}`;
  const answer = service.values.get(spreadsheetId, range, { valueRenderOption: 'FORMATTED_VALUE' });
  const texts = (answer.values ?? []).flat().map((value) => String(value ?? ''));
  return [...new Set(texts.filter((text) => text !== ''))];
}
