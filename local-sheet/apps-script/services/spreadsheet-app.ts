import { parseA1 } from '../../model/a1';
import type { Execution } from '../execution';
import { NotEmulated, ServiceException } from '../failure';
import { remote, serviceObject } from '../service-object';
import { refuseArguments, text, whole } from './arguments';
import type { BoundDocument } from './document';
import { boxOf, checked, rangeObject } from './range';
import { boxOfA1, sheetObject } from './sheet';
import { type Asking, requireUi, uiService } from './ui';

export interface SpreadsheetObjects {
  /** The global SpreadsheetApp. */
  readonly app: object;
  readonly spreadsheet: object;
  /** The cell of an event object. */
  readonly cell: (sheetId: number, row: number, column: number) => object;
}

/** SpreadsheetApp for a container-bound script (developers.google.com/apps-script/reference/spreadsheet). */
export function spreadsheetObjects(
  run: Execution,
  document: BoundDocument,
  asking: Asking,
): SpreadsheetObjects {
  const sheets = new Map<number, object>();
  // One object for one sheet, so that a script may compare them.
  const sheet = (sheetId: number): object => {
    const made =
      sheets.get(sheetId) ?? sheetObject(run, document, sheetId, { sheet, spreadsheet: () => spreadsheet });
    sheets.set(sheetId, made);
    return made;
  };
  const spreadsheet = spreadsheetObject(run, document, sheet);
  let ui: object | null = null;
  const activeCell = (): object => {
    const at = document.position();
    return rangeObject(run, document, checked({ ...at, rows: 1, columns: 1 }, document), sheet);
  };

  const scoped =
    <T>(method: string, give: () => T): (() => T) =>
    () => {
      // Nothing is open there; what Google answers (nothing, or an error) is not verified.
      if (run.setup.kind === 'add-on') throw new NotEmulated(`SpreadsheetApp.${method} in a Gmail add-on`);
      run.requireScope(`SpreadsheetApp.${method}`, ['spreadsheets.currentonly', 'spreadsheets']);
      return give();
    };

  const app = serviceObject(run, 'SpreadsheetApp', {
    getActive: scoped('getActive', () => spreadsheet),
    getActiveSpreadsheet: scoped('getActiveSpreadsheet', () => spreadsheet),
    getActiveSheet: scoped('getActiveSheet', () => sheet(document.position().sheetId)),
    getActiveRange: scoped('getActiveRange', activeCell),
    getCurrentCell: scoped('getCurrentCell', activeCell),
    setActiveSheet: (target: unknown) => activateSheet(document, sheet, target),
    getUi: () => {
      requireUi(run);
      ui ??= uiService(run, asking);
      return ui;
    },
    // Every write here is done when its call returns; with Google it waits for flush or the end.
    flush: remote(() => undefined),
    openById: (id: unknown) => {
      run.requireAuthorization('SpreadsheetApp.openById', ['spreadsheets']);
      if (id === document.spreadsheetId) return spreadsheet;
      throw new NotEmulated(
        `SpreadsheetApp.openById for another spreadsheet than the script's own (${String(id)})`,
      );
    },
  });

  return {
    app,
    spreadsheet,
    cell: (sheetId, row, column) =>
      rangeObject(run, document, { sheetId, row, column, rows: 1, columns: 1 }, sheet),
  };
}

function spreadsheetObject(
  run: Execution,
  document: BoundDocument,
  sheet: (sheetId: number) => object,
): object {
  const properties = () => document.resource().properties ?? {};
  const activeCell = (): object => {
    const at = document.position();
    return rangeObject(run, document, checked({ ...at, rows: 1, columns: 1 }, document), sheet);
  };
  return serviceObject(run, 'Spreadsheet', {
    getId: () => document.spreadsheetId,
    getUrl: () => document.resource().spreadsheetUrl ?? null,
    getName: remote(() => properties().title ?? ''),
    getSpreadsheetTimeZone: remote(() => properties().timeZone ?? null),
    getSpreadsheetLocale: remote(() => properties().locale ?? null),
    getSheets: remote(() => document.sheets().map(({ sheetId }) => sheet(sheetId))),
    getNumSheets: remote(() => document.sheets().length),
    getSheetByName: remote((name: unknown) => {
      const wanted = text(name, 'Spreadsheet.getSheetByName');
      const found = document.sheets().find(({ title }) => title === wanted);
      return found === undefined ? null : sheet(found.sheetId);
    }),
    getSheetById: remote((id: unknown) => {
      const wanted = whole(id, 'Spreadsheet.getSheetById');
      return document.sheets().some(({ sheetId }) => sheetId === wanted) ? sheet(wanted) : null;
    }),
    getActiveSheet: () => sheet(document.position().sheetId),
    setActiveSheet: (target: unknown) => activateSheet(document, sheet, target),
    getActiveRange: activeCell,
    getActiveCell: activeCell,
    getCurrentCell: activeCell,
    setActiveRange: (target: unknown) => {
      const box = boxOf(target);
      if (box === null) return refuseArguments('Spreadsheet.setActiveRange', [target]);
      document.selection = { sheetId: box.sheetId, row: box.row, column: box.column };
      return target;
    },
    getRange: (notation: unknown) => {
      const wanted = text(notation, 'Spreadsheet.getRange');
      const named = parseA1(wanted)?.sheet ?? null;
      const all = document.sheets();
      const { sheetId } = document.position();
      const on = all.find((one) => (named === null ? one.sheetId === sheetId : one.title === named));
      if (on === undefined) throw new ServiceException('Range not found');
      const box = { sheetId: on.sheetId, ...boxOfA1(wanted, on) };
      return rangeObject(run, document, checked(box, document), sheet);
    },
    insertSheet: remote((name?: unknown) => {
      const title = name === undefined ? undefined : text(name, 'Spreadsheet.insertSheet');
      const before = new Set(document.sheets().map(({ sheetId }) => sheetId));
      document.change({ addSheet: { properties: title === undefined ? {} : { title } } });
      const added = document.sheets().find(({ sheetId }) => !before.has(sheetId));
      if (added === undefined) throw new ServiceException('The sheet was not added.');
      document.selection = { sheetId: added.sheetId, row: 1, column: 1 };
      return sheet(added.sheetId);
    }),
    deleteSheet: remote((target: unknown) => {
      document.change({ deleteSheet: { sheetId: sheetIdOf(target, 'Spreadsheet.deleteSheet') } });
    }),
    toast: remote((message: unknown, title?: unknown, _timeoutSeconds?: unknown) => {
      const words = text(message, 'Spreadsheet.toast');
      const heading =
        title === undefined || title === null || title === '' ? null : text(title, 'Spreadsheet.toast');
      run.screen.toasts.push(heading === null ? words : `${heading}: ${words}`);
    }),
  });
}

function activateSheet(document: BoundDocument, sheet: (sheetId: number) => object, target: unknown): object {
  const sheetId = sheetIdOf(target, 'setActiveSheet');
  document.selection = { sheetId, row: 1, column: 1 };
  return sheet(sheetId);
}

function sheetIdOf(target: unknown, method: string): number {
  const getSheetId =
    typeof target === 'object' && target !== null && 'getSheetId' in target ? target.getSheetId : null;
  if (typeof getSheetId !== 'function') return refuseArguments(method, [target]);
  return whole((getSheetId as () => unknown)(), method);
}
