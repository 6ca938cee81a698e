/** The Sheet of a tortured firm: one door for the bridge, which may fail, and one for colleagues, which does not. */

import type { Instant } from '../../core/time/instant';
import { zone } from '../../core/time/instant';
import { SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { Row, RowChange } from '../../core/workbook/rows';
import { appendRows, readTable, updateRow } from '../../core/workbook/table';
import type { FullSheetsService } from '../../local-sheet/api/service';
import { ApiError } from '../../local-sheet/contract';
import { type SheetsApi, startSheetsApi } from '../../local-sheet/http/server';
import { type LocalSheets, openLocalSheets } from '../../local-sheet/storage/open';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { type Desk, openDesk } from '../../mail-bridge/sheets/desk';
import { openSheets } from '../../mail-bridge/sheets/sheets-client';
import { planSetup } from '../../sheet-templates/setup';

export const TOKEN = 'torture';
export const ZONE = zone('Europe/Warsaw');
const LOOKS = ['repeatCell', 'setDataValidation', 'addConditionalFormatRule', 'updateDimensionProperties'];

/** What the bridge's door answers instead of doing what it is asked. */
export type Refusal = 'quota' | 'unauthorized' | null;

export interface SheetWorld {
  readonly spreadsheetId: string;
  readonly api: SheetsApi;
  readonly sheets: LocalSheets;
  refuse(refusal: Refusal): void;
  /** Calls that were refused so. */
  refusals(): number;
  /** Called when a write has been done and its answer has not left yet. */
  onCommitted: (() => void) | null;
  /** Does this once, after the bridge has read and before its next write is carried out; null: nothing. */
  beforeNextWrite(act: (() => void) | null): void;
  /** That has not happened yet. */
  isActAwaited(): boolean;
  rows<T extends TableKey>(table: T): Promise<readonly Row<T>[]>;
  /** Several tabs as they are at one moment. */
  tabs: Desk['read'];
  append<T extends TableKey>(table: T, rows: readonly RowChange<T>[]): Promise<void>;
  /**
   * Gives a ticket to a colleague and asks for letters about it, as the tracker does: nobody comes between the reading
   * and the writing. @returns false: the ticket has no row, and nothing was written
   */
  give(ticketId: string, assignee: string, letters: readonly RowChange<'outbox'>[]): boolean;
  close(): Promise<void>;
}

export async function sheetWorld(supportAddress: string, now: () => Instant): Promise<SheetWorld> {
  const sheets = openLocalSheets();
  const spreadsheetId =
    sheets.create({ properties: { title: 'Torture', timeZone: ZONE } }).spreadsheetId ?? '';
  const requests = planSetup({
    existing: { sheets: [] },
    language: 'en',
    zone: ZONE,
    now: now(),
    settings: {
      firm_name: 'Firm',
      support_address: supportAddress,
      mails_per_minute: '1000',
      mails_per_day: '100000',
      quiet_from: '00:00',
      quiet_until: '00:00',
      mail_tickets_to: 'everybody',
    },
  });
  // Formats and choices are most of the work of setup, and nothing to the bridge.
  sheets.batchUpdate(spreadsheetId, {
    requests: requests.filter((request) => !LOOKS.some((look) => look in request)),
  });

  let refusal: Refusal = null;
  let refused = 0;
  let between: (() => void) | null = null;
  const admit = () => {
    if (refusal === null) return;
    refused += 1;
    throw refusal === 'quota'
      ? new ApiError(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'Read requests'.")
      : new ApiError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
  };
  const guarded =
    <A extends unknown[], R>(run: (...args: A) => R) =>
    (...args: A): R => {
      admit();
      return run(...args);
    };
  const service: FullSheetsService = {
    ...sheets,
    get: guarded(sheets.get),
    batchUpdate(...args) {
      admit();
      const act = between;
      between = null;
      act?.();
      const answer = sheets.batchUpdate(...args);
      world.onCommitted?.();
      return answer;
    },
    values: { ...sheets.values, batchGetByDataFilter: guarded(sheets.values.batchGetByDataFilter) },
  };
  const clock = { now: () => Date.now() };
  const api = await startSheetsApi({ service, token: TOKEN, clock });
  const door = await startSheetsApi({ service: sheets, token: TOKEN, clock });
  const client = openSheets(
    { kind: 'local', url: door.url, token: TOKEN },
    spreadsheetId,
    new AbortController().signal,
    0.01,
  );
  const desk = await openDesk(client, intlOffset(), 'en');
  const cellsOf = (table: TableKey): readonly (readonly unknown[])[] =>
    sheets.values.batchGetByDataFilter(spreadsheetId, {
      dataFilters: [{ gridRange: { sheetId: SHEET_ID[table] } }],
      valueRenderOption: 'UNFORMATTED_VALUE',
    }).valueRanges?.[0]?.valueRange?.values ?? [];
  const world: SheetWorld = {
    spreadsheetId,
    api,
    sheets,
    refuse(next) {
      refusal = next;
      refused = 0;
    },
    refusals: () => refused,
    onCommitted: null,
    beforeNextWrite(act) {
      between = act;
    },
    isActAwaited: () => between !== null,
    rows: async (table) => (await desk.read([table]))[table].rows.map(({ row }) => row),
    tabs: (whole, headers) => desk.read(whole, headers),
    async append(table, rows) {
      const { layout } = (await desk.read([table]))[table];
      await desk.write(appendRows(layout, rows, desk.context));
    },
    give(ticketId, assignee, letters) {
      const tickets = readTable('tickets', cellsOf('tickets'), desk.context);
      const found = tickets.rows.find(({ row }) => row.id === ticketId);
      if (found === undefined) return false;
      const outbox = readTable('outbox', cellsOf('outbox'), desk.context);
      sheets.batchUpdate(spreadsheetId, {
        requests: [
          ...updateRow(tickets.layout, found.rowIndex, { assignee }, desk.context),
          ...appendRows(outbox.layout, letters, desk.context),
        ],
      });
      return true;
    },
    async close() {
      await api.close();
      await door.close();
      sheets.close();
    },
  };
  return world;
}
