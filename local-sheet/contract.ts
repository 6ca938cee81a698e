/**
 * The seams inside local-sheet. One workbook model; two fronts over it (the Sheets API over HTTP, and Apps
 * Script's services), a page to look at it, and an export to .xlsx. Everything speaks Google's own resource
 * shapes, so no part knows how another stores a cell.
 */
import type { sheets_v4 } from '@googleapis/sheets';
import type { AddOnClick, AddOnResult, FormInputs, GmailMail } from './add-on-contract';

export type Spreadsheet = sheets_v4.Schema$Spreadsheet;
export type BatchUpdateRequest = sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
export type BatchUpdateResponse = sheets_v4.Schema$BatchUpdateSpreadsheetResponse;

/** Milliseconds since the epoch. The demo moves it; tests stop it. */
export interface LocalClock {
  now(): number;
}

/**
 * The Sheets API v4 without the HTTP: parameters and bodies as Google documents them, checked against the
 * published schema before anything is applied. Synchronous, because the model is in memory and Apps Script's
 * advanced service is synchronous too.
 *
 * @throws ApiError what Google would answer (400, 404 …), and 501 for what is not emulated
 */
export interface SheetsService {
  create(body: Spreadsheet): Spreadsheet;
  get(
    spreadsheetId: string,
    params?: { ranges?: string[]; includeGridData?: boolean; fields?: string },
  ): Spreadsheet;
  getByDataFilter(
    spreadsheetId: string,
    body: sheets_v4.Schema$GetSpreadsheetByDataFilterRequest,
    params?: { fields?: string },
  ): Spreadsheet;
  batchUpdate(spreadsheetId: string, body: BatchUpdateRequest): BatchUpdateResponse;
  readonly values: {
    get(spreadsheetId: string, range: string, params?: ValueReadParams): sheets_v4.Schema$ValueRange;
    batchGet(
      spreadsheetId: string,
      params: ValueReadParams & { ranges: string[] },
    ): sheets_v4.Schema$BatchGetValuesResponse;
    batchGetByDataFilter(
      spreadsheetId: string,
      body: sheets_v4.Schema$BatchGetValuesByDataFilterRequest,
    ): sheets_v4.Schema$BatchGetValuesByDataFilterResponse;
    update(
      spreadsheetId: string,
      range: string,
      body: sheets_v4.Schema$ValueRange,
      params: ValueWriteParams,
    ): sheets_v4.Schema$UpdateValuesResponse;
    batchUpdate(
      spreadsheetId: string,
      body: sheets_v4.Schema$BatchUpdateValuesRequest,
    ): sheets_v4.Schema$BatchUpdateValuesResponse;
    append(
      spreadsheetId: string,
      range: string,
      body: sheets_v4.Schema$ValueRange,
      params: ValueWriteParams & { insertDataOption?: string },
    ): sheets_v4.Schema$AppendValuesResponse;
    clear(spreadsheetId: string, range: string): sheets_v4.Schema$ClearValuesResponse;
  };
}

export interface ValueReadParams {
  majorDimension?: string;
  valueRenderOption?: string;
  dateTimeRenderOption?: string;
}

export interface ValueWriteParams {
  valueInputOption?: string;
  includeValuesInResponse?: boolean;
}

/** An answer of the API that is not 200. The HTTP front turns it into Google's error body. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** HTTP status: 400 INVALID_ARGUMENT, 404 NOT_FOUND, 429 RESOURCE_EXHAUSTED, 501 UNIMPLEMENTED … */
    readonly code: number,
    readonly status: string,
    message: string,
  ) {
    super(message);
  }
}

/** Says who is at the keyboard: onEdit events and Session.getActiveUser() tell the script. */
export interface SheetUser {
  readonly email: string;
  /** BCP 47, as Session.getActiveUserLocale() gives it. */
  readonly locale: string;
}

export interface MenuItem {
  readonly caption: string;
  readonly functionName: string;
}

export interface ShownHtml {
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** What an execution did on the screen. */
export interface ExecutionResult {
  readonly returned: unknown;
  readonly sidebar: ShownHtml | null;
  readonly dialog: ShownHtml | null;
  readonly alerts: readonly string[];
  readonly toasts: readonly string[];
  readonly log: readonly string[];
  /** Calls of Google services, the measure of `bench tick`. */
  readonly serviceCalls: number;
}

/** Where people stand in the sheet when a function runs. Row and column from 1, as SpreadsheetApp counts. */
export interface Selection {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** The Apps Script project bound to one spreadsheet: the very bundle that clasp uploads. */
export interface ScriptHost {
  /** Menus that onOpen built for this user. Runs onOpen(e) as a simple trigger. */
  open(user: SheetUser): readonly { readonly caption: string; readonly items: readonly MenuItem[] }[];
  /** A menu item chosen by a person. */
  runMenuItem(user: SheetUser, functionName: string, selection: Selection): ExecutionResult;
  /** google.script.run from a page that this script showed: only top-level functions not ending in "_". */
  runFromPage(
    user: SheetUser,
    functionName: string,
    args: readonly unknown[],
    selection: Selection,
  ): ExecutionResult;
  /** After a person typed `value` into one cell (already in the model), runs onEdit(e) as a simple trigger. */
  edited(
    user: SheetUser,
    cell: Selection,
    change: { readonly oldValue: string | null; readonly value: string | null },
  ): ExecutionResult | null;
  /** Runs every installed time trigger that is due by now. */
  runDueTriggers(): readonly ExecutionResult[];
  /** Runs any function of the project as its owner, as from the script editor (setup, tests, bench). */
  run(functionName: string, ...args: readonly unknown[]): ExecutionResult;
  /** doGet(e), for the portal. */
  get(parameters: Readonly<Record<string, string>>): { readonly mimeType: string; readonly content: string };
  /** Somebody opens a mail in Gmail, or the add-on's home page: what it shows. */
  runAddOnTrigger(user: SheetUser, trigger: 'gmail' | 'home', mail: GmailMail | null): AddOnResult;
  /** Somebody presses or chooses something on a card. */
  runAddOnAction(user: SheetUser, click: AddOnClick, mail: GmailMail | null, inputs: FormInputs): AddOnResult;
}
