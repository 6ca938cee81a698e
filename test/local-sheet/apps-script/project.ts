import { createScriptHost } from '../../../local-sheet/apps-script/host';
import type { ScriptHostOptions } from '../../../local-sheet/apps-script/project';
import type { LocalClock, ScriptHost, SheetUser } from '../../../local-sheet/contract';
import { type LocalSheets, openLocalSheets } from '../../../local-sheet/storage/open';

export const OWNER: SheetUser = { email: 'anna@kursy.example', locale: 'pl' };
export const COLLEAGUE: SheetUser = { email: 'olena@kursy.example', locale: 'uk' };
export const STRANGER: SheetUser = { email: 'somebody@gmail.com', locale: 'en' };

/** 2026-11-21T09:30:00Z, a Saturday; half past ten in Warsaw. */
export const START = Date.UTC(2026, 10, 21, 9, 30);

export const MANIFEST = {
  timeZone: 'Europe/Warsaw',
  runtimeVersion: 'V8',
  dependencies: {
    enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }],
  },
  webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
};

export interface MovableClock extends LocalClock {
  advance(ms: number): void;
}

function clockAt(start: number): MovableClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}

export interface Project {
  readonly host: ScriptHost;
  readonly clock: MovableClock;
  readonly sheets: LocalSheets;
  readonly spreadsheetId: string;
  /** A second host over the same spreadsheet, as after a restart. */
  readonly again: (options?: Partial<ScriptHostOptions>) => ScriptHost;
}

/** A project of one code file bound to a new spreadsheet with the tabs `Data` (id 0) and `Other` (id 7). */
export function project(
  code: string,
  options: Partial<ScriptHostOptions> = {},
  files: Record<string, string> = {},
): Project {
  const sheets = openLocalSheets();
  const clock = clockAt(START);
  const { spreadsheetId } = sheets.create({
    properties: { title: 'Courses', locale: 'en_GB', timeZone: 'Europe/Kyiv' },
    sheets: [
      { properties: { sheetId: 0, title: 'Data', gridProperties: { rowCount: 20, columnCount: 6 } } },
      { properties: { sheetId: 7, title: 'Other', gridProperties: { rowCount: 5, columnCount: 5 } } },
    ],
  });
  if (!spreadsheetId) throw new Error('The new spreadsheet has no id.');
  const again = (more: Partial<ScriptHostOptions> = {}): ScriptHost =>
    createScriptHost({
      bundle: { code, htmlFiles: files, manifest: MANIFEST },
      service: sheets,
      spreadsheetId,
      clock,
      owner: OWNER,
      timeZone: 'UTC',
      ...options,
      ...more,
    });
  return { host: again(), clock, sheets, spreadsheetId, again };
}

/** An answer or a message of what the body does, for tables of both. */
export function attempt(body: string, options: Partial<ScriptHostOptions> = {}): unknown {
  return evaluate(`try { ${body} } catch (error) { return String(error); }`, options);
}

/** Runs one piece of script as its owner would from the editor, and gives what it returns. */
export function evaluate(body: string, options: Partial<ScriptHostOptions> = {}): unknown {
  return project(`function main() { ${body} }`, options).host.run('main').returned;
}
