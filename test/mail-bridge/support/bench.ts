/**
 * A firm for the tests: a workbook behind the Sheets API on loopback, a configuration, and the bridge between it and
 * whatever mail servers the test brings. The clock runs and can be moved ahead; the state folder is gone at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../../core/language';
import { type Clock, type Instant, instant, MS_PER_MINUTE, zone } from '../../../core/time/instant';
import type { TableKey } from '../../../core/workbook/columns';
import type { WriteRequest } from '../../../core/workbook/requests';
import type { PlacedRow, Row, RowChange } from '../../../core/workbook/rows';
import { appendRows, updateRow } from '../../../core/workbook/table';
import type { FullSheetsService } from '../../../local-sheet/api/service';
import { type SheetsApi, startSheetsApi } from '../../../local-sheet/http/server';
import { type LocalSheets, openLocalSheets } from '../../../local-sheet/storage/open';
import { type Bridge, openBridge } from '../../../mail-bridge/bridge';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { type Config, parseConfig } from '../../../mail-bridge/config/config';
import { type Log, openLog } from '../../../mail-bridge/log/log';
import type { BookedMail } from '../../../mail-bridge/outbox/outbox-book';
import { runOnce } from '../../../mail-bridge/run';
import { type Desk, openDesk } from '../../../mail-bridge/sheets/desk';
import { setUpWorkbook } from '../../../mail-bridge/sheets/set-up-workbook';
import { openSheets } from '../../../mail-bridge/sheets/sheets-client';
import type { SettingKey } from '../../../sheet-templates/settings';
import { planSetup } from '../../../sheet-templates/setup';

export const SUPPORT = 'support@firm.test';
export const ZONE = zone('Europe/Warsaw');
const TOKEN = 'bench';
const LOOKS = ['repeatCell', 'setDataValidation', 'addConditionalFormatRule', 'updateDimensionProperties'];
/** A second pause becomes five milliseconds. */
const PAUSE_SCALE = 0.005;

export interface BenchOptions {
  readonly imap: { readonly port: number; readonly secure?: boolean; readonly password?: string };
  readonly smtp: { readonly port: number };
  /** Another support address than the usual one: tests that share a mail server have a mailbox each. */
  readonly address?: string;
  readonly language?: Language;
  readonly settings?: Partial<Readonly<Record<SettingKey, string>>>;
  /** What stands in the configuration file besides the servers and the Sheet. */
  readonly config?: {
    readonly sentCopies?: 'append' | 'provider';
    readonly startFrom?: 'now' | 'all';
    readonly authservId?: string;
    readonly sent?: 'watch' | 'ignore';
    readonly plusAddressing?: boolean;
  };
  /** With formats, choices and protections: most of the work of setup, and nothing to the bridge. */
  readonly looks?: boolean;
  /** Stands between the API and the workbook: a person who acts while the bridge does. */
  readonly between?: (sheets: LocalSheets) => FullSheetsService;
}

export interface MovableClock extends Clock {
  advance(minutes: number): void;
}

export interface OneRun {
  readonly sent: readonly BookedMail[];
  readonly calls: { readonly read: number; readonly write: number };
}

export interface BridgeBench {
  readonly clock: MovableClock;
  readonly sheets: LocalSheets;
  readonly api: SheetsApi;
  readonly spreadsheetId: string;
  readonly config: Config;
  /** The configuration as it stands in the file. */
  readonly configValue: Readonly<Record<string, unknown>>;
  readonly folder: string;
  readonly desk: Desk;
  /** What the bridge has logged, one line an event. */
  readonly logged: readonly string[];
  rows<T extends TableKey>(table: T): Promise<readonly Row<T>[]>;
  row<T extends TableKey>(table: T, wanted: (row: Row<T>) => boolean): Promise<PlacedRow<T>>;
  append<T extends TableKey>(table: T, rows: readonly RowChange<T>[]): Promise<void>;
  /** Cells of the one row that is wanted, as a person changes them. */
  edit<T extends TableKey>(table: T, wanted: (row: Row<T>) => boolean, change: RowChange<T>): Promise<void>;
  /** A bridge over `stateDir` (the bench's own unless said otherwise). Closed by the bench if not before. */
  open(more?: { readonly signal?: AbortSignal; readonly stateDir?: string }): Promise<Bridge>;
  /** `start --once`: opens a bridge, runs it once and closes it. */
  once(more?: { readonly stateDir?: string }): Promise<OneRun>;
  close(): Promise<void>;
}

export async function bridgeBench(options: BenchOptions): Promise<BridgeBench> {
  const { language = 'en', settings = {}, between } = options;
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-bench-'));
  const clock = movableClock();
  const sheets = openLocalSheets();
  const spreadsheetId = sheets.create({ properties: { title: 'Bench', timeZone: ZONE } }).spreadsheetId ?? '';
  const api = await startSheetsApi({ service: between?.(sheets) ?? sheets, token: TOKEN, clock });
  const configValue = configFor(options, api.url, spreadsheetId, folder);
  const config = parseConfig(configValue, join(folder, 'rowdesk.config.json'), {
    ROWDESK_IMAP_PASSWORD: options.imap.password ?? 'secret',
  });
  const offset = intlOffset();
  const client = openSheets(config.google, spreadsheetId, new AbortController().signal, PAUSE_SCALE);
  const setup = {
    language,
    zone: ZONE,
    now: clock.now(),
    settings: { firm_name: 'Firm', support_address: options.address ?? SUPPORT, ...settings },
  };
  if (options.looks) await setUpWorkbook(client, setup);
  else {
    const requests = planSetup({ existing: { sheets: [] }, ...setup });
    sheets.batchUpdate(spreadsheetId, {
      requests: requests.filter((request) => !LOOKS.some((look) => look in request)),
    });
  }
  const desk = await openDesk(client, offset, language);
  const logged: string[] = [];
  const log: Log = openLog({ level: 'debug', json: true, write: (line) => logged.push(line) });
  const open = new Set<Bridge>();

  const bench: BridgeBench = {
    clock,
    sheets,
    api,
    spreadsheetId,
    config,
    configValue,
    folder,
    desk,
    logged,
    rows: async (table) => (await desk.read([table]))[table].rows.map(({ row }) => row),
    async row(table, wanted) {
      const found = (await desk.read([table]))[table].rows.filter(({ row }) => wanted(row));
      const [first] = found;
      if (!first || found.length > 1) throw new Error(`${found.length} rows of ${table} are wanted, not one`);
      return first;
    },
    async append(table, rows) {
      const { layout } = (await desk.read([table]))[table];
      await desk.write(appendRows(layout, rows, desk.context));
    },
    async edit(table, wanted, change) {
      const { rowIndex } = await bench.row(table, wanted);
      const { layout } = (await desk.read([table]))[table];
      const requests: WriteRequest[] = updateRow(layout, rowIndex, change, desk.context);
      await desk.write(requests);
    },
    async open({ signal = new AbortController().signal, stateDir = config.stateDir } = {}) {
      const bridge = await openBridge({
        config: { ...config, stateDir },
        clock,
        offset,
        log,
        signal,
        pauseScale: PAUSE_SCALE,
      });
      open.add(bridge);
      return {
        ...bridge,
        async close() {
          if (open.delete(bridge)) await bridge.close();
        },
      };
    },
    async once(more = {}) {
      const bridge = await bench.open(more);
      try {
        await runOnce(bridge);
        return { sent: [...bridge.state.book.all()], calls: { ...bridge.calls } };
      } finally {
        await bridge.close();
      }
    },
    async close() {
      for (const bridge of open) {
        open.delete(bridge);
        await bridge.close();
      }
      await api.close();
      sheets.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bench;
}

function configFor(
  { imap, smtp, config = {}, address = SUPPORT }: BenchOptions,
  url: string,
  spreadsheetId: string,
  folder: string,
): Record<string, unknown> {
  return {
    spreadsheetId,
    google: { kind: 'local', url, token: TOKEN },
    support: { address, plusAddressing: config.plusAddressing ?? false },
    imap: {
      host: '127.0.0.1',
      port: imap.port,
      secure: imap.secure ?? false,
      user: address,
      allowSelfSigned: true,
      ...(config.sent === undefined ? {} : { sent: config.sent }),
    },
    smtp: { host: '127.0.0.1', port: smtp.port, secure: false, sentCopies: config.sentCopies ?? 'append' },
    startFrom: config.startFrom ?? 'all',
    ...(config.authservId === undefined ? {} : { authservId: config.authservId }),
    stateDir: join(folder, 'state'),
    pollSeconds: 2,
  };
}

/** Runs as the machine's clock does, for mail servers stamp what arrives with that. */
function movableClock(): MovableClock {
  let ahead = 0;
  return {
    now: (): Instant => instant(Date.now() + ahead),
    advance(minutes) {
      ahead += minutes * MS_PER_MINUTE;
    },
  };
}
