/**
 * Makes a workbook, or completes one: a pure plan of Sheets API requests, carried out in one batchUpdate.
 *
 * What setup makes, it makes once. A tab, a column or a setting that is missing is added with everything that
 * belongs to it; one that is there is left as people have it, so a second plan right after the first is empty.
 */
import type { Language } from '../core/language';
import type { Instant, Zone } from '../core/time/instant';
import {
  DASHBOARDS,
  FIRST_DATA_ROW,
  LABEL_ROW,
  SHEET_ID,
  TABLES,
  type TabKey,
  type TableKey,
} from '../core/workbook/columns';
import { holidayRows, holidayYears } from './content/calendars';
import { SCHEMA_VERSION, type SettingKey } from './settings';
import { colour } from './setup/colours';
import { DASHBOARD_SPECS } from './setup/dashboard';
import { type ExistingWorkbook, HOLIDAYS, isPrepared, PREPARED, sheetOf } from './setup/existing';
import { columnIndex, hasData, layOut, type TabLayout, tabTitles, titleOf } from './setup/layout';
import { migrate, settingsBefore } from './setup/migrations';
import { newColumns, type SetupContext } from './setup/new-columns';
import { findSetting, LEGEND_WIDTH, legend, missingSettings, versionOf } from './setup/settings-rows';
import type { SheetProperties, SheetsRequest } from './setup/sheets-api';
import { appendStarterRows } from './setup/starter-cells';
import { starterRows } from './starter';
import { isDashboard, TAB_ORDER, tabColour } from './tabs';

export { SCHEMA_VERSION } from './settings';
export { existingWorkbook, readRangesForSetup, SETUP_FIELDS } from './setup/existing';
export { migrations } from './setup/migrations';
export type { SheetsRequest } from './setup/sheets-api';

export interface SetupInput {
  readonly existing: ExistingWorkbook;
  readonly language: Language;
  readonly zone: Zone;
  readonly now: Instant;
  /** Settings that the caller knows already, such as the firm's name. Used only for rows that are missing. */
  readonly settings?: Partial<Readonly<Record<SettingKey, string>>>;
}

const LOCALE: Readonly<Record<Language, string>> = { en: 'en_GB', pl: 'pl_PL', uk: 'uk_UA' };

/** Rows of a new tab. Sheets adds more by itself; each costs time wherever the workbook is opened. */
const LONG = 1000;
const SHORT = 200;
const LONG_TABS: ReadonlySet<TabKey> = new Set<TabKey>([
  'tickets',
  'messages',
  'outbox',
  'history',
  'participants',
  'activity',
]);

/** @throws RangeError when the workbook was set up by a newer Rowdesk */
export function planSetup({ existing, language, zone, now, settings = {} }: SetupInput): SheetsRequest[] {
  const titles = tabTitles(existing, language);
  const layouts = layOutAll(existing, titles);
  const context: SetupContext = { language, titles, layouts };
  const settingsTab = layoutOf(layouts, 'settings');
  const version = versionOf(settingsTab);
  const before = existing.sheets.some(isPrepared) ? settingsBefore(version, language) : {};
  return [
    ...firstOfAll(existing, language, zone),
    ...TAB_ORDER.flatMap((tab) => makeRoom(existing, layouts, tab, titleOf(titles, tab))),
    ...migrate({ layoutOf: (tab) => layoutOf(layouts, tab) }, version, SCHEMA_VERSION),
    ...TABLES.flatMap((tab) => newColumns(layoutOf(layouts, tab), context)),
    ...TABLES.flatMap((tab) => prepare(layoutOf(layouts, tab), language, now)),
    ...dashboards(existing, layouts, language),
    ...newHolidays(layoutOf(layouts, 'calendar'), language, now),
    ...missingSettings(settingsTab, language, zone, { ...before, ...settings }),
    ...versionRow(settingsTab, version),
  ];
}

/**
 * Only before any of our tabs is in use. Later the zone must stay: date-times are serials on the spreadsheet's
 * own wall clock, and another zone would move every one of them.
 */
function firstOfAll(existing: ExistingWorkbook, language: Language, timeZone: string): SheetsRequest[] {
  if (existing.sheets.some(isPrepared)) return [];
  const properties = { locale: LOCALE[language], timeZone };
  return [{ updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } }];
}

function layOutAll(
  existing: ExistingWorkbook,
  titles: ReadonlyMap<TabKey, string>,
): Map<TableKey, TabLayout> {
  return new Map(TABLES.map((tab) => [tab, layOut(existing, tab, titleOf(titles, tab))]));
}

function layoutOf<T extends TableKey>(layouts: ReadonlyMap<TableKey, TabLayout>, tab: T): TabLayout<T> {
  const layout = layouts.get(tab);
  if (layout === undefined) throw new RangeError(`tab ${tab} was not laid out`);
  // layOutAll made it from this very key.
  return layout as unknown as TabLayout<T>;
}

/** A tab that is missing, or more columns in one that is there. */
function makeRoom(
  existing: ExistingWorkbook,
  layouts: ReadonlyMap<TableKey, TabLayout>,
  tab: TabKey,
  title: string,
): SheetsRequest[] {
  const sheet = sheetOf(existing, tab);
  const width = isDashboard(tab) ? DASHBOARD_SPECS[tab].size.columnCount : wholeWidth(layoutOf(layouts, tab));
  if (sheet === null) return [{ addSheet: { properties: newSheet(existing, tab, title, width) } }];
  const length = isDashboard(tab) ? 0 : width - sheet.columnCount;
  return length > 0 ? [{ appendDimension: { sheetId: sheet.sheetId, dimension: 'COLUMNS', length } }] : [];
}

/** The Settings tab has the legend to the right of its columns, with one column between. */
function wholeWidth<T extends TableKey>(layout: TabLayout<T>): number {
  const legendToCome = layout.tab === 'settings' && !layout.prepared;
  return layout.width + (legendToCome ? 1 + LEGEND_WIDTH : 0);
}

function newSheet(
  existing: ExistingWorkbook,
  tab: TabKey,
  title: string,
  columnCount: number,
): SheetProperties {
  const fresh = TAB_ORDER.every((key) => sheetOf(existing, key) === null);
  return {
    sheetId: SHEET_ID[tab],
    title,
    // In a new workbook ours stand first, in their order; a tab that comes later is put at the end.
    ...(fresh ? { index: TAB_ORDER.indexOf(tab) } : {}),
    gridProperties: isDashboard(tab)
      ? { ...DASHBOARD_SPECS[tab].size, hideGridlines: true }
      : {
          rowCount: LONG_TABS.has(tab) ? LONG : SHORT,
          columnCount,
          frozenRowCount: FIRST_DATA_ROW,
          ...(tab === 'tickets' ? { frozenColumnCount: 1 } : {}),
        },
    tabColorStyle: colour(tabColour(tab)),
  };
}

/** What a tab gets once: hidden keys, frozen headings, a filter, starter rows. */
function prepare<T extends TableKey>(
  layout: TabLayout<T>,
  language: Language,
  now: Instant,
): SheetsRequest[] {
  if (layout.prepared) return [];
  const { sheetId } = layout;
  const startColumnIndex = Math.min(...layout.columns.values());
  const endColumnIndex = Math.max(...layout.columns.values()) + 1;
  return [
    ...(layout.sheet ? [headingsInSight(layout)] : []),
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    {
      setBasicFilter: {
        filter: { range: { sheetId, startRowIndex: LABEL_ROW, startColumnIndex, endColumnIndex } },
      },
    },
    ...(layout.tab === 'settings' ? [legend(settingsWithLegend(layout), language)] : []),
    ...seed(layout, language, now),
    note(sheetId, PREPARED, layout.tab),
  ];
}

function headingsInSight<T extends TableKey>(layout: TabLayout<T>): SheetsRequest {
  return {
    updateSheetProperties: {
      properties: {
        sheetId: layout.sheetId,
        gridProperties: { frozenRowCount: FIRST_DATA_ROW },
        tabColorStyle: colour(tabColour(layout.tab)),
      },
      fields: 'gridProperties.frozenRowCount,tabColorStyle',
    },
  };
}

function settingsWithLegend<T extends TableKey>(layout: TabLayout<T>): TabLayout<'settings'> {
  // Called for the Settings tab only.
  return { ...layout, width: wholeWidth(layout) } as unknown as TabLayout<'settings'>;
}

function seed<T extends TableKey>(layout: TabLayout<T>, language: Language, now: Instant): SheetsRequest[] {
  const rows = hasData(layout) ? [] : starterRows(layout.tab, { language, now });
  return appendStarterRows(layout, rows, language);
}

function dashboards(
  existing: ExistingWorkbook,
  layouts: ReadonlyMap<TableKey, TabLayout>,
  language: Language,
): SheetsRequest[] {
  const sources = {
    tickets: layoutOf(layouts, 'tickets'),
    figures: layoutOf(layouts, 'figures'),
    intake: layoutOf(layouts, 'intake'),
  };
  return DASHBOARDS.filter((tab) => sheetOf(existing, tab) === null).flatMap((tab) => [
    ...DASHBOARD_SPECS[tab].content(sources, language),
    note(SHEET_ID[tab], PREPARED, tab),
  ]);
}

/**
 * Holidays of this year and the next, each year once: rows that a firm deleted do not come back. Later years come
 * for the calendars that the firm has kept, and none for a tab that was filled before we first saw it.
 */
function newHolidays(layout: TabLayout<'calendar'>, language: Language, now: Instant): SheetsRequest[] {
  const { sheet, prepared } = layout;
  const written = new Set(
    (sheet?.metadata ?? []).filter(({ key }) => key === HOLIDAYS).map(({ value }) => value),
  );
  const at = columnIndex(layout, 'calendar');
  const kept = new Set((sheet?.rows ?? []).map((row) => String(row[at] ?? '').trim()));
  const wanted = (calendar: string): boolean => (prepared ? kept.has(calendar) : !hasData(layout));
  return holidayYears(now)
    .filter((year) => !written.has(String(year)))
    .flatMap((year) => [
      ...appendStarterRows(layout, holidayRows(year, language, wanted), language),
      note(layout.sheetId, HOLIDAYS, String(year)),
    ]);
}

function versionRow(layout: TabLayout<'settings'>, version: number): SheetsRequest[] {
  const found = findSetting(layout, 'schema_version');
  if (found === null || version === SCHEMA_VERSION) return [];
  const column = columnIndex(layout, 'value');
  return [
    {
      updateCells: {
        range: {
          sheetId: layout.sheetId,
          startRowIndex: found.rowIndex,
          endRowIndex: found.rowIndex + 1,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
        rows: [{ values: [{ userEnteredValue: { stringValue: String(SCHEMA_VERSION) } }] }],
        fields: 'userEnteredValue',
      },
    },
  ];
}

function note(sheetId: number, metadataKey: string, metadataValue: string): SheetsRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, metadataValue, location: { sheetId }, visibility: 'DOCUMENT' },
    },
  };
}
