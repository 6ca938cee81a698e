/** Settings that a workbook does not have yet, its version, and the legend of the owner colours. */
import type { Language } from '../../core/language';
import { LABEL_ROW } from '../../core/workbook/columns';
import { OWNERS } from '../column-spec';
import { choiceLabels } from '../labels';
import {
  initialSetting,
  SCHEMA_VERSION,
  SETTING_CHOICES,
  SETTING_KEYS,
  SETTING_NOTES,
  type SettingKey,
} from '../settings';
import { words } from '../words/words';
import { columnIndex, type TabLayout } from './layout';
import { labelFormat } from './new-columns';
import type { SheetsRequest } from './sheets-api';
import { appendStarterRows } from './starter-cells';

export const LEGEND_WIDTH = OWNERS.length;

export interface FoundSetting {
  readonly rowIndex: number;
  readonly value: string;
}

export function findSetting(layout: TabLayout<'settings'>, key: SettingKey): FoundSetting | null {
  const rows = layout.sheet?.rows ?? [];
  if (layout.added.includes('key')) return null;
  const rowIndex = rows.findIndex(
    (row, i) =>
      i > LABEL_ROW &&
      String(row[columnIndex(layout, 'key')] ?? '')
        .trim()
        .toLowerCase() === key,
  );
  if (rowIndex < 0) return null;
  return { rowIndex, value: String(rows[rowIndex]?.[columnIndex(layout, 'value')] ?? '').trim() };
}

/** Appended below whatever is there; a setting that is there is never touched. */
export function missingSettings(
  layout: TabLayout<'settings'>,
  language: Language,
  zone: string,
  given: Partial<Readonly<Record<SettingKey, string>>>,
): SheetsRequest[] {
  const missing = SETTING_KEYS.filter((key) => findSetting(layout, key) === null);
  const rows = missing.map((key) => ({
    key,
    value: given[key] ?? initialSetting(key, language, zone),
    note: SETTING_NOTES[key][language],
  }));
  return [
    ...appendStarterRows(layout, rows, language),
    ...missing.flatMap((key, i) => dropDown(layout, key, firstFreeRow(layout) + i, language)),
  ];
}

/** Where appended rows come to stand: behind the last row with anything in it, the headings at least. */
function firstFreeRow(layout: TabLayout<'settings'>): number {
  const rows = layout.sheet?.rows ?? [];
  let last = rows.length - 1;
  while (last > LABEL_ROW && (rows[last] ?? []).every((cell) => cell === null || cell === '')) last--;
  return Math.max(last, LABEL_ROW) + 1;
}

function dropDown(
  layout: TabLayout<'settings'>,
  key: SettingKey,
  startRowIndex: number,
  language: Language,
): SheetsRequest[] {
  const choice = SETTING_CHOICES[key];
  if (choice === undefined) return [];
  const startColumnIndex = columnIndex(layout, 'value');
  const values = choiceLabels(choice, language).map((label) => ({ userEnteredValue: label }));
  return [
    {
      setDataValidation: {
        range: {
          sheetId: layout.sheetId,
          startRowIndex,
          endRowIndex: startRowIndex + 1,
          startColumnIndex,
          endColumnIndex: startColumnIndex + 1,
        },
        // Words of the other languages are understood as well, so nothing is refused.
        rule: { condition: { type: 'ONE_OF_LIST', values }, strict: false, showCustomUi: true },
      },
    },
  ];
}

/**
 * The version the workbook is at. A new one is at ours; a Settings tab that lost the row is taken to be at ours
 * too, because the columns themselves are completed by key whatever the version.
 *
 * @throws RangeError for a workbook that a newer Rowdesk has set up
 */
export function versionOf(layout: TabLayout<'settings'>): number {
  const found = findSetting(layout, 'schema_version');
  const version = found && /^\d+$/.test(found.value) ? Number(found.value) : SCHEMA_VERSION;
  if (version > SCHEMA_VERSION) {
    throw new RangeError(
      `This workbook was set up by a newer Rowdesk (layout ${version}, this program knows ${SCHEMA_VERSION}). ` +
        'Update the program, then set up again.',
    );
  }
  return version;
}

/** In the label row, which stays in sight and is never sorted. */
export function legend(layout: TabLayout<'settings'>, language: Language): SheetsRequest {
  const startColumnIndex = layout.width - LEGEND_WIDTH;
  return {
    updateCells: {
      range: {
        sheetId: layout.sheetId,
        startRowIndex: LABEL_ROW,
        endRowIndex: LABEL_ROW + 1,
        startColumnIndex,
        endColumnIndex: layout.width,
      },
      rows: [
        {
          values: OWNERS.map((owner) => ({
            userEnteredValue: { stringValue: words(language).owner[owner].name },
            note: words(language).owner[owner].fills,
            userEnteredFormat: labelFormat(owner),
          })),
        },
      ],
      fields: 'userEnteredValue,note,userEnteredFormat',
    },
  };
}
