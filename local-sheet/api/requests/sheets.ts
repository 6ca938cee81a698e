/** Sheets of a spreadsheet, and its own properties. */
import type { sheets_v4 } from '@googleapis/sheets';
import { badRequest, notEmulated } from '../../model/area';
import type { Batch } from '../../model/batch';
import { checkSize, deleteDimension } from '../../model/dimensions';
import { checkNumberFormat } from '../../model/number-format';
import {
  DEFAULT_COLUMNS,
  DEFAULT_ROWS,
  emptySheet,
  type SheetLook,
  type SheetState,
} from '../../model/state';
import { type FieldMask, fieldMask, merge, within } from '../field-mask';
import { findByTitle } from '../ranges';
import { sheetProperties } from '../resource';
import type { Handlers } from './registry';

type SheetProperties = sheets_v4.Schema$SheetProperties;

export const sheetRequests = {
  addSheet(batch, request) {
    const sheet = addSheet(batch, request.properties ?? {});
    return { addSheet: { properties: sheetProperties(sheet, batch.state.sheets.indexOf(sheet)) } };
  },

  deleteSheet(batch, request) {
    const { sheetId } = batch.sheet(request.sheetId);
    const sheets = batch.state.sheets.filter((sheet) => sheet.sheetId !== sheetId);
    if (!sheets.some((sheet) => !sheet.look.hidden)) {
      throw badRequest("You can't remove all the visible sheets in a document.");
    }
    const reader = sheets.find((sheet) =>
      sheet.pivots.some((pivot) => (pivot.table.source?.sheetId ?? 0) === sheetId),
    );
    if (reader) throw notEmulated(`deleting a sheet that a pivot table on "${reader.title}" reads`);
    const gone = (range: sheets_v4.Schema$GridRange | undefined): boolean =>
      (range?.sheetId ?? 0) === sheetId;
    batch.change({
      sheets,
      namedRanges: batch.state.namedRanges.filter((named) => !gone(named.range)),
      developerMetadata: batch.state.developerMetadata.filter(({ location }) => {
        const owner = location?.dimensionRange?.sheetId ?? location?.sheetId;
        return location?.spreadsheet || owner !== sheetId;
      }),
    });
    return {};
  },

  updateSheetProperties(batch, request) {
    const given = request.properties ?? {};
    const before = batch.sheet(given.sheetId);
    updateSheet(batch, before, given, fieldMask(request.fields, 'SheetProperties'));
    return {};
  },

  duplicateSheet(batch, request) {
    const source = batch.sheet(request.sourceSheetId);
    const sheetId = freeSheetId(batch, request.newSheetId);
    const title = request.newSheetName ?? copyTitle(batch, source.title);
    checkTitle(batch, title, null);
    if (source.protectedRanges.length + source.charts.length + source.bandedRanges.length > 0) {
      throw notEmulated('duplicateSheet of a sheet with protected ranges, charts or banding');
    }
    const moved = (range: sheets_v4.Schema$GridRange) => ({ ...range, sheetId });
    const copy: SheetState = {
      ...source,
      sheetId,
      title,
      merges: source.merges.map(moved),
      conditionalFormats: source.conditionalFormats.map((rule) => ({
        ...rule,
        ...(rule.ranges ? { ranges: rule.ranges.map(moved) } : {}),
      })),
      basicFilter: source.basicFilter?.range
        ? { ...source.basicFilter, range: moved(source.basicFilter.range) }
        : source.basicFilter,
      // A batch changes the rows it owns in place: the copy must not be one of them.
      rows: source.rows.slice(),
    };
    const index = request.insertSheetIndex ?? 0;
    insertSheet(batch, copy, index);
    checkSize(batch);
    return { duplicateSheet: { properties: sheetProperties(copy, batch.state.sheets.indexOf(copy)) } };
  },

  updateSpreadsheetProperties(batch, request) {
    const mask = fieldMask(request.fields, 'SpreadsheetProperties');
    const given = request.properties ?? {};
    updateSpreadsheet(batch, given, mask);
    return {};
  },
} satisfies Handlers;

/** What `properties` of a spreadsheet this model keeps; the rest of them are not emulated. */
export function updateSpreadsheet(
  batch: Batch,
  given: sheets_v4.Schema$SpreadsheetProperties,
  mask: FieldMask,
): void {
  for (const name of Object.keys(given) as (keyof typeof given)[]) {
    const kept = name === 'title' || name === 'locale' || name === 'timeZone' || name === 'autoRecalc';
    if (!kept && within(mask, name) !== null) throw notEmulated(`SpreadsheetProperties.${name}`);
  }
  if (given.autoRecalc && given.autoRecalc !== 'ON_CHANGE' && within(mask, 'autoRecalc')) {
    throw notEmulated(`SpreadsheetProperties.autoRecalc ${given.autoRecalc}`);
  }
  if (within(mask, 'title') && given.title) batch.change({ title: given.title });
  if (within(mask, 'locale') && given.locale) {
    checkLocale(given.locale);
    batch.change({ locale: given.locale });
    for (const format of numberFormatsOf(batch)) checkNumberFormat(format, given.locale);
  }
  if (within(mask, 'timeZone') && given.timeZone) {
    checkTimeZone(given.timeZone);
    batch.change({ timeZone: given.timeZone });
  }
}

/** Every number format in use, once: a change of the locale must not make a cell unreadable. */
function numberFormatsOf(batch: Batch): Set<sheets_v4.Schema$NumberFormat> {
  const formats = new Set<sheets_v4.Schema$NumberFormat>();
  for (const sheet of batch.state.sheets) {
    for (const row of sheet.rows) {
      for (const extras of row?.extras ?? []) {
        if (extras?.format?.numberFormat) formats.add(extras.format.numberFormat);
      }
    }
  }
  return formats;
}

function checkLocale(locale: string): void {
  // "an ISO 639-1 language code such as en, an ISO 639-2 language code such as haw, or a combination of the ISO
  // language code and country code, such as en_US"
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) throw badRequest(`Invalid locale: ${locale}`);
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw badRequest(`Invalid time zone: ${timeZone}`);
  }
}

/** Adds a sheet of the given properties and gives ids and titles as Google does when they are left out. */
export function addSheet(batch: Batch, given: SheetProperties): SheetState {
  if (given.sheetType && given.sheetType !== 'GRID')
    throw notEmulated(`sheets of the type ${given.sheetType}`);
  if (given.dataSourceSheetProperties) throw notEmulated('data source sheets');
  const sheetId = freeSheetId(batch, given.sheetId);
  const title = given.title ?? freeTitle(batch);
  checkTitle(batch, title, null);
  const rowCount = given.gridProperties?.rowCount ?? DEFAULT_ROWS;
  const columnCount = given.gridProperties?.columnCount ?? DEFAULT_COLUMNS;
  if (rowCount < 1 || columnCount < 1) throw badRequest('A grid needs at least one row and one column.');
  const sheet: SheetState = { ...emptySheet(sheetId, title, rowCount, columnCount), look: lookOf(given) };
  checkFrozen(sheet);
  insertSheet(batch, sheet, given.index ?? batch.state.sheets.length);
  checkSize(batch);
  return sheet;
}

function freeSheetId(batch: Batch, wanted: number | null | undefined): number {
  const taken = (id: number): boolean => batch.state.sheets.some((sheet) => sheet.sheetId === id);
  if (wanted === null || wanted === undefined) return batch.mintId(taken);
  if (wanted < 0) throw badRequest(`Invalid sheetId: ${wanted}. Ids must not be negative.`);
  if (taken(wanted))
    throw badRequest(`A sheet with the id ${wanted} already exists. Please enter another id.`);
  return wanted;
}

function freeTitle(batch: Batch): string {
  for (let n = batch.state.sheets.length + 1; ; n++) {
    if (findByTitle(batch.state, `Sheet${n}`) === undefined) return `Sheet${n}`;
  }
}

function copyTitle(batch: Batch, title: string): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? `Copy of ${title}` : `Copy of ${title} ${n}`;
    if (findByTitle(batch.state, candidate) === undefined) return candidate;
  }
}

function checkTitle(batch: Batch, title: string, own: number | null): void {
  if (title === '' || title.length > 100)
    throw badRequest('A sheet title must have between 1 and 100 characters.');
  const holder = findByTitle(batch.state, title);
  if (holder !== undefined && holder.sheetId !== own) {
    throw badRequest(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function insertSheet(batch: Batch, sheet: SheetState, index: number): void {
  if (index < 0 || index > batch.state.sheets.length)
    throw badRequest(`Sheet index ${index} is out of bounds.`);
  const sheets = [...batch.state.sheets];
  sheets.splice(index, 0, sheet);
  batch.change({ sheets });
}

function updateSheet(batch: Batch, before: SheetState, given: SheetProperties, mask: FieldMask): void {
  const index = batch.state.sheets.indexOf(before);
  const { sheetId: _id, sheetType: _type, tabColor: _old, ...known } = sheetProperties(before, index);
  if (!mask.all && mask.children.has('sheetType'))
    throw badRequest('SheetProperties.sheetType is read-only.');
  const next = mergedProperties(known, given, mask);
  if (next.dataSourceSheetProperties) throw notEmulated('data source sheets');
  if (!next.title) throw badRequest('A sheet must have a title.');
  checkTitle(batch, next.title, before.sheetId);
  const rowCount = next.gridProperties?.rowCount ?? before.rowCount;
  const columnCount = next.gridProperties?.columnCount ?? before.columnCount;
  if (rowCount < 1 || columnCount < 1) throw badRequest('A grid needs at least one row and one column.');
  // A smaller grid loses its last rows and columns, with what is in them.
  if (rowCount < before.rowCount) deleteDimension(batch, before.sheetId, 'ROWS', rowCount, before.rowCount);
  if (columnCount < before.columnCount) {
    deleteDimension(batch, before.sheetId, 'COLUMNS', columnCount, before.columnCount);
  }
  const sheet = batch.changeSheet(before.sheetId, {
    title: next.title,
    rowCount,
    columnCount,
    look: lookOf(next),
  });
  checkFrozen(sheet);
  if (!batch.state.sheets.some((candidate) => !candidate.look.hidden)) {
    throw badRequest("You can't hide all the sheets in a document.");
  }
  checkSize(batch);
  if (within(mask, 'index') && given.index !== undefined && given.index !== null)
    moveSheet(batch, sheet, given.index);
}

function mergedProperties(known: SheetProperties, given: SheetProperties, mask: FieldMask): SheetProperties {
  if (mask.all) {
    // "*" names every field, and an absent one would be cleared; title and grid cannot be empty, so they stay.
    const gridProperties = {
      rowCount: known.gridProperties?.rowCount ?? null,
      columnCount: known.gridProperties?.columnCount ?? null,
      ...given.gridProperties,
    };
    return { ...given, title: given.title ?? known.title ?? null, gridProperties };
  }
  const next = merge(known, given, mask);
  // Whichever colour field was named is the one meant.
  if (mask.children.has('tabColor')) {
    if (given.tabColor) next.tabColorStyle = { rgbColor: given.tabColor };
    else delete next.tabColorStyle;
  }
  return next;
}

/** "Sheet indices are relative to the list before the move": moving right, the sheet lands before the one at index. */
function moveSheet(batch: Batch, sheet: SheetState, index: number): void {
  const { sheets } = batch.state;
  if (index < 0 || index > sheets.length) throw badRequest(`Sheet index ${index} is out of bounds.`);
  const from = sheets.indexOf(sheet);
  const rest = sheets.filter((candidate) => candidate !== sheet);
  rest.splice(index > from ? index - 1 : index, 0, sheet);
  batch.change({ sheets: rest });
}

function lookOf(given: SheetProperties): SheetLook {
  const { rowCount: _rows, columnCount: _columns, ...grid } = given.gridProperties ?? {};
  const tabColorStyle = given.tabColorStyle ?? (given.tabColor ? { rgbColor: given.tabColor } : undefined);
  return {
    grid: Object.fromEntries(Object.entries(grid).filter(([, value]) => value)),
    ...(given.hidden ? { hidden: true } : {}),
    ...(given.rightToLeft ? { rightToLeft: true } : {}),
    ...(tabColorStyle ? { tabColorStyle } : {}),
  };
}

function checkFrozen(sheet: SheetState): void {
  if ((sheet.look.grid.frozenRowCount ?? 0) >= sheet.rowCount) {
    throw badRequest("You can't freeze all visible rows on the sheet.");
  }
  if ((sheet.look.grid.frozenColumnCount ?? 0) >= sheet.columnCount) {
    throw badRequest("You can't freeze all visible columns on the sheet.");
  }
}
