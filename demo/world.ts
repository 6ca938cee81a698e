/**
 * A whole firm on this machine: a spreadsheet, its script, a mailbox, a mail server and the bridge between them, with
 * people to talk to. Only what stands in for Google and for the provider is the demo's own; the bridge, the tracker
 * and the workbook are the very ones that a firm runs.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../core/language';
import { type Zone, zone } from '../core/time/instant';
import { createScriptHost } from '../local-sheet/apps-script/host';
import type { ScriptHost, SheetUser } from '../local-sheet/contract';
import { startSheetsApi } from '../local-sheet/http/server';
import { type LocalSheets, openLocalSheets } from '../local-sheet/storage/open';
import { type Bridge, openBridge } from '../mail-bridge/bridge';
import { intlOffset } from '../mail-bridge/clock/intl-offset';
import { type Config, parseConfig } from '../mail-bridge/config/config';
import type { Log } from '../mail-bridge/log/log';
import { type Desk, openDesk } from '../mail-bridge/sheets/desk';
import { setUpWorkbook } from '../mail-bridge/sheets/set-up-workbook';
import { openSheets } from '../mail-bridge/sheets/sheets-client';
import { DEMO_DOMAIN, type DemoContent, demoContent } from '../sheet-templates/demo';
import { furnish } from './furnish';
import { type DemoMail, startDemoMail } from './mail-server/demo-mail';
import { type MovableClock, movableClock } from './movable-clock';

export const SUPPORT_ADDRESS = `pomoc@${DEMO_DOMAIN}`;
const MAILBOX_PASSWORD = 'only-on-this-machine';
const API_TOKEN = 'only-on-this-machine';

export interface WorldOptions {
  /** Where the workbook is kept; null: in memory, gone at the end. */
  readonly directory: string | null;
  readonly language: Language;
  readonly log: Log;
  readonly port?: number;
  /** Answers what is not the Sheets API: the pages. */
  readonly routes?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface World {
  readonly clock: MovableClock;
  readonly zone: Zone;
  readonly sheets: LocalSheets;
  readonly spreadsheetId: string;
  readonly url: string;
  readonly host: ScriptHost;
  /** The workbook by its rows, for looking. */
  readonly desk: Desk;
  /** Who sits at the Sheet. */
  readonly user: SheetUser;
  readonly content: DemoContent;
  readonly mail: DemoMail;
  readonly config: Config;
  /** Opens the bridge with the configuration above: one at a time. */
  openBridge(signal: AbortSignal): Promise<Bridge>;
  close(): Promise<void>;
}

export async function openWorld({ directory, language, log, port, routes }: WorldOptions): Promise<World> {
  const clock = movableClock();
  const firmZone = zone('Europe/Warsaw');
  const folder = directory ?? mkdtempSync(join(tmpdir(), 'rowdesk-demo-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sheets = openLocalSheets({ directory: directory === null ? null : join(folder, 'workbook'), clock });
  const api = await startSheetsApi({
    service: sheets,
    token: API_TOKEN,
    clock,
    ...(port === undefined ? {} : { port }),
    ...(routes === undefined ? {} : { extraRoutes: routes }),
  });
  const mail = await startDemoMail({
    clock,
    users: [{ address: SUPPORT_ADDRESS, name: 'Akademia Jasna', password: MAILBOX_PASSWORD }],
  });
  const spreadsheetId = sheets.spreadsheetIds()[0] ?? newSpreadsheet(sheets, firmZone);
  const config = configFor(spreadsheetId, api.url, mail, folder);
  const client = openSheets(config.google, spreadsheetId, new AbortController().signal);
  const offset = intlOffset();
  const content = demoContent({ now: clock.now(), zone: firmZone, offset });
  await setUpWorkbook(client, { language, zone: firmZone, now: clock.now(), settings: content.settings });
  const desk = await openDesk(client, offset, language);
  await furnish(desk, content);
  const user: SheetUser = { email: content.team[0]?.email ?? SUPPORT_ADDRESS, locale: language };
  const host = createScriptHost({
    bundle: readBundle(),
    service: sheets,
    spreadsheetId,
    clock,
    owner: user,
    timeZone: firmZone,
  });
  return {
    clock,
    zone: firmZone,
    sheets,
    spreadsheetId,
    url: api.url,
    host,
    desk,
    user,
    content,
    mail,
    config,
    openBridge: (signal) => openBridge({ config, clock, offset, log, signal }),
    async close() {
      await api.close();
      await mail.close();
      sheets.close();
      if (directory === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newSpreadsheet(sheets: LocalSheets, timeZone: Zone): string {
  const { spreadsheetId } = sheets.create({ properties: { title: 'Rowdesk · Akademia Jasna', timeZone } });
  if (!spreadsheetId) throw new Error('The local sheet made a workbook without an id.');
  return spreadsheetId;
}

/** The project as clasp uploads it. This file is bundled into dist/, beside the folder apps-script. */
function readBundle() {
  const file = (name: string) => readFileSync(join(__dirname, 'apps-script', name), 'utf8');
  return {
    code: file('Code.js'),
    htmlFiles: { Sidebar: file('Sidebar.html') },
    manifest: JSON.parse(file('appsscript.json')) as object,
  };
}

function configFor(spreadsheetId: string, url: string, mail: DemoMail, folder: string): Config {
  const server = { secure: false, user: SUPPORT_ADDRESS };
  return parseConfig(
    {
      spreadsheetId,
      google: { kind: 'local', url, token: API_TOKEN },
      support: { address: SUPPORT_ADDRESS },
      imap: { ...server, ...mail.imap },
      smtp: { ...server, ...mail.smtp, user: '' },
      startFrom: 'all',
      stateDir: join(folder, 'bridge'),
      pollSeconds: 2,
    },
    join(folder, 'demo.json'),
    { ROWDESK_IMAP_PASSWORD: MAILBOX_PASSWORD },
  );
}
