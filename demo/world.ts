/**
 * A whole firm on this machine: a spreadsheet, its script, a mailbox, a mail server and the bridge between them, with
 * people to talk to. Only what stands in for Google and for the provider is the demo's own; the bridge, the tracker
 * and the workbook are the very ones that a firm runs.
 */
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Language } from '../core/language';
import type { Mailbox } from '../core/mail/mail';
import { type Instant, type Zone, type ZoneOffset, zone } from '../core/time/instant';
import { createScriptHost } from '../local-sheet/apps-script/host';
import type { ScriptState, ScriptStorage } from '../local-sheet/apps-script/project';
import type { ScriptHost, SheetUser } from '../local-sheet/contract';
import { startSheetsApi } from '../local-sheet/http/server';
import { type LocalSheets, openLocalSheets } from '../local-sheet/storage/open';
import { type Bridge, openBridge } from '../mail-bridge/bridge';
import { intlOffset } from '../mail-bridge/clock/intl-offset';
import { systemClock } from '../mail-bridge/clock/system-clock';
import { type Config, parseConfig } from '../mail-bridge/config/config';
import type { Log } from '../mail-bridge/log/log';
import { type Desk, openDesk } from '../mail-bridge/sheets/desk';
import { setUpWorkbook } from '../mail-bridge/sheets/set-up-workbook';
import { openSheets } from '../mail-bridge/sheets/sheets-client';
import { reasonOf, UserError } from '../mail-bridge/user-error';
import { DEMO_DOMAIN, type DemoContent, demoContent } from '../sheet-templates/demo';
import { demoPast } from '../sheet-templates/demo-past';
import { furnish } from './furnish';
import { readKept, writeKept } from './kept-files';
import { type LetterBox, openLetterBox } from './letter-box';
import { type DemoMail, startDemoMail } from './mail-server/demo-mail';
import { type MovableClock, movableClock } from './movable-clock';
import { showOpenTickets } from './open-tickets';

export const SUPPORT_ADDRESS = `pomoc@${DEMO_DOMAIN}`;
const FIRM = 'Akademia Jasna';
export const SUPPORT_MAILBOX: Mailbox = { name: FIRM, address: SUPPORT_ADDRESS };
const MAILBOX_PASSWORD = 'only-on-this-machine';
const API_TOKEN = 'only-on-this-machine';
/** As the mailbox's own server names itself in what it says of senders. */
const MAIL_SERVER = `mx.${DEMO_DOMAIN}`;
/** The mail servers of the invented people: they know who of them has written. */
const PROVIDERS = { login: 'providers', password: 'only-on-this-machine' };

export interface WorldOptions {
  /** Where the workbook is kept; null: in memory, gone at the end. */
  readonly directory: string | null;
  readonly language: Language;
  readonly log: Log;
  readonly port?: number;
  /** When the firm's time begins, given the present; without it, the present. A kept demo goes on where it was. */
  readonly beginAt?: (now: Instant, zone: Zone, offset: ZoneOffset) => Instant;
  /** With weeks of tickets behind it: dashboards have something to show. */
  readonly withPast?: boolean;
  /** Answers what is not the Sheets API: the pages. */
  readonly routes?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface World {
  readonly clock: MovableClock;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
  /** Where files of this demo are; they go with it unless it is kept. */
  readonly folder: string;
  readonly isKept: boolean;
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
  /** Sends the mail of the invented people. */
  readonly letterBox: LetterBox;
  readonly config: Config;
  /** Opens the bridge with the configuration above: one at a time. */
  openBridge(signal: AbortSignal): Promise<Bridge>;
  close(): Promise<void>;
}

/** @throws UserError when the folder cannot be used */
export async function openWorld(options: WorldOptions): Promise<World> {
  const folder = openFolder(options.directory);
  // What is open closes again, in the opposite order: at the end, or at once when the rest cannot open.
  const closers: (() => unknown)[] = [];
  if (options.directory === null) closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const world = await build(options, folder, closers);
    return { ...world, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(
  { directory, language, log, port, routes, beginAt, withPast }: WorldOptions,
  folder: string,
  closers: (() => unknown)[],
): Promise<Omit<World, 'close'>> {
  const firmZone = zone('Europe/Warsaw');
  const offset = intlOffset();
  const clock = openClock(join(folder, 'clock.json'), firmZone, offset, beginAt);
  const sheets = openLocalSheets({ directory: directory === null ? null : join(folder, 'workbook'), clock });
  closers.push(() => sheets.close());
  const api = await startSheetsApi({
    service: sheets,
    token: API_TOKEN,
    clock,
    ...(port === undefined ? {} : { port }),
    ...(routes === undefined ? {} : { extraRoutes: routes }),
  });
  closers.push(() => api.close());
  const mail = await startDemoMail({
    clock,
    users: [{ address: SUPPORT_ADDRESS, name: FIRM, password: MAILBOX_PASSWORD }],
    authservId: MAIL_SERVER,
    providers: [PROVIDERS],
  });
  closers.push(() => mail.close());
  const spreadsheetId = sheets.spreadsheetIds()[0] ?? newSpreadsheet(sheets, firmZone);
  const config = configFor(spreadsheetId, api.url, mail, folder);
  const client = openSheets(config.google, spreadsheetId, new AbortController().signal);
  const content = demoContent({ now: clock.now(), zone: firmZone, offset });
  await setUpWorkbook(client, { language, zone: firmZone, now: clock.now(), settings: content.settings });
  const desk = await openDesk(client, offset, language);
  await furnish(desk, content, withPast ? demoPast({ now: clock.now(), zone: firmZone, offset }) : null);
  const user: SheetUser = { email: content.team[0]?.email ?? SUPPORT_ADDRESS, locale: language };
  const host = createScriptHost({
    bundle: readBundle(),
    service: sheets,
    spreadsheetId,
    clock,
    owner: user,
    timeZone: firmZone,
    storage: scriptStorage(join(folder, 'script.json')),
  });
  if (withPast) {
    showOpenTickets(sheets, spreadsheetId, language);
    // Due times and figures of the past stand before anybody looks for news.
    host.run('tick');
  }
  const letterBox = openLetterBox({ smtp: mail.smtp, provider: PROVIDERS, support: SUPPORT_MAILBOX, clock });
  closers.push(() => letterBox.close());
  return {
    clock,
    zone: firmZone,
    offset,
    folder,
    isKept: directory !== null,
    sheets,
    spreadsheetId,
    url: api.url,
    host,
    desk,
    user,
    content,
    mail,
    letterBox,
    config,
    openBridge: (signal) => openBridge({ config, clock, offset, log, signal }),
  };
}

function openFolder(directory: string | null): string {
  if (directory === null) return mkdtempSync(join(tmpdir(), 'rowdesk-demo-'));
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.W_OK);
  } catch (error) {
    throw new UserError(
      `The folder ${directory} cannot be used: ${reasonOf(error)}.`,
      'Give --state another one.',
      {
        cause: error,
      },
    );
  }
  return directory;
}

function openClock(
  file: string,
  firmZone: Zone,
  offset: ZoneOffset,
  beginAt: WorldOptions['beginAt'],
): MovableClock {
  const kept = v.parse(v.nullable(v.object({ ahead: v.number() })), readKept(file));
  const now = systemClock.now();
  const ahead = kept?.ahead ?? (beginAt === undefined ? 0 : beginAt(now, firmZone, offset) - now);
  const keep = (lead: number) => writeKept(file, { ahead: lead });
  keep(ahead);
  return movableClock({ ahead, onMove: keep });
}

/** Properties and triggers of the script outlive a run, as with Google. */
function scriptStorage(file: string): ScriptStorage {
  return {
    // Only the host below writes this file, so its shape is taken at its word.
    load: () => readKept(file) as ScriptState | null,
    save: (state) => writeKept(file, state),
  };
}

function newSpreadsheet(sheets: LocalSheets, timeZone: Zone): string {
  const { spreadsheetId } = sheets.create({ properties: { title: `Rowdesk · ${FIRM}`, timeZone } });
  if (!spreadsheetId) throw new Error('The local sheet made a workbook without an id.');
  return spreadsheetId;
}

/** The project as clasp uploads it. This file is bundled into dist/, beside the folder apps-script. */
function readBundle() {
  const folder = join(__dirname, 'apps-script');
  const file = (name: string) => readFileSync(join(folder, name), 'utf8');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return {
    code: file('Code.js'),
    htmlFiles: Object.fromEntries(pages.map((name) => [name.slice(0, -'.html'.length), file(name)])),
    manifest: JSON.parse(file('appsscript.json')) as object,
  };
}

function configFor(spreadsheetId: string, url: string, mail: DemoMail, folder: string): Config {
  const server = { secure: false, user: SUPPORT_ADDRESS };
  return parseConfig(
    {
      spreadsheetId,
      google: { kind: 'local', url, token: API_TOKEN },
      support: { address: SUPPORT_ADDRESS, plusAddressing: true },
      imap: { ...server, ...mail.imap },
      smtp: { ...server, ...mail.smtp, user: '' },
      authservId: MAIL_SERVER,
      startFrom: 'all',
      stateDir: join(folder, 'bridge'),
      pollSeconds: 2,
    },
    join(folder, 'demo.json'),
    { ROWDESK_IMAP_PASSWORD: MAILBOX_PASSWORD },
  );
}
