/** A workbook as Google's Spreadsheet resource. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Spreadsheet } from '../contract';
import type { Area } from '../model/area';
import type { SheetState, SpreadsheetState } from '../model/state';
import { type FieldMask, project, within } from './field-mask';
import { gridData } from './grid-data';

/** A part of a sheet that a reader asked for. */
export interface SheetArea {
  readonly sheet: SheetState;
  readonly area: Area;
}

/**
 * @param areas the parts to show; null shows every sheet whole
 * @param withData whether cells are wanted when there is no mask ("includeGridData … is ignored if a field mask
 *   was set")
 */
export function spreadsheetResource(
  state: SpreadsheetState,
  areas: readonly SheetArea[] | null,
  withData: boolean,
  mask: FieldMask | null,
): Spreadsheet {
  const shape: FieldMask = mask ?? { all: true, children: new Map() };
  const sheetMask = within(shape, 'sheets');
  const { sheets: _sheets, ...frame } = frameOf(state);
  const result = project(frame, shape) as Spreadsheet;
  if (sheetMask === null) return result;
  const shown =
    areas === null ? state.sheets : state.sheets.filter((s) => areas.some((area) => area.sheet === s));
  const dataMask = mask === null && !withData ? null : within(sheetMask, 'data');
  result.sheets = shown.map((sheet) => {
    const index = state.sheets.indexOf(sheet);
    const resource = project(sheetResource(state, sheet, index), sheetMask) as sheets_v4.Schema$Sheet;
    if (dataMask !== null) {
      const wanted =
        areas === null ? [wholeOf(sheet)] : areas.filter((a) => a.sheet === sheet).map((a) => a.area);
      resource.data = wanted.map((area) => gridData(state, sheet, area, dataMask));
    }
    return resource;
  });
  return result;
}

function wholeOf(sheet: SheetState): Area {
  return { startRow: 0, endRow: sheet.rowCount, startColumn: 0, endColumn: sheet.columnCount };
}

function frameOf(state: SpreadsheetState): Spreadsheet {
  const own = state.developerMetadata.filter((metadata) => metadata.location?.spreadsheet);
  return {
    spreadsheetId: state.spreadsheetId,
    properties: spreadsheetProperties(state),
    ...(state.namedRanges.length > 0 ? { namedRanges: [...state.namedRanges] } : {}),
    ...(own.length > 0 ? { developerMetadata: own } : {}),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${state.spreadsheetId}/edit`,
  };
}

function spreadsheetProperties(state: SpreadsheetState): sheets_v4.Schema$SpreadsheetProperties {
  return { title: state.title, locale: state.locale, autoRecalc: 'ON_CHANGE', timeZone: state.timeZone };
}

export function sheetProperties(sheet: SheetState, index: number): sheets_v4.Schema$SheetProperties {
  const { hidden, rightToLeft, tabColorStyle, grid } = sheet.look;
  return {
    sheetId: sheet.sheetId,
    title: sheet.title,
    index,
    sheetType: 'GRID',
    gridProperties: { rowCount: sheet.rowCount, columnCount: sheet.columnCount, ...grid },
    ...(hidden ? { hidden } : {}),
    ...(tabColorStyle ? { tabColorStyle } : {}),
    // The older field is filled with the colour of the newer one.
    ...(tabColorStyle?.rgbColor ? { tabColor: tabColorStyle.rgbColor } : {}),
    ...(rightToLeft ? { rightToLeft } : {}),
  };
}

function sheetResource(state: SpreadsheetState, sheet: SheetState, index: number): sheets_v4.Schema$Sheet {
  const own = state.developerMetadata.filter((metadata) => metadata.location?.sheetId === sheet.sheetId);
  return {
    properties: sheetProperties(sheet, index),
    ...listed('merges', sheet.merges),
    ...listed('conditionalFormats', sheet.conditionalFormats),
    ...listed('protectedRanges', sheet.protectedRanges),
    ...(sheet.basicFilter === null ? {} : { basicFilter: sheet.basicFilter }),
    ...listed('charts', sheet.charts),
    ...listed('bandedRanges', sheet.bandedRanges),
    ...listed('developerMetadata', own),
  };
}

/** Google leaves empty lists out. */
function listed<K extends string, T>(name: K, list: readonly T[]): { [P in K]?: T[] } {
  return list.length === 0 ? {} : ({ [name]: [...list] } as { [P in K]: T[] });
}
