/** A firm whose trainer has been told of so many tickets by mail, and a bridge that runs as a firm runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { zone } from '../../core/time/instant';
import { appendRows, updateRow } from '../../core/workbook/table';
import { createScriptHost } from '../../local-sheet/apps-script/host';
import { startSheetsApi } from '../../local-sheet/http/server';
import { openLocalSheets } from '../../local-sheet/storage/open';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { systemClock } from '../../mail-bridge/clock/system-clock';
import { openDesk } from '../../mail-bridge/sheets/desk';
import { setUpWorkbook } from '../../mail-bridge/sheets/set-up-workbook';
import { openSheets } from '../../mail-bridge/sheets/sheets-client';
import { until } from '../../test/bench/until';
import { type Letter, letterOf, type Person } from '../../test/mail-bridge/trainer/programs/answering';
import { passed, SERVER, type Servers, startServers } from '../../test/mail-bridge/trainer/support/servers';

const SUPPORT = 'support@firm.test';
export const TRAINER: Person = { name: 'Tom Wrona', address: 'tom@firm.test' };
const ZONE = zone('Europe/Warsaw');
const TOKEN = 'bench';
/** How long the bridge may take to look at the Outbox tab, and more. */
const LONGEST_WAIT_MS = 90_000;

export interface TrainerDesk {
  readonly servers: Servers;
  readonly participants: readonly Person[];
  /** Our letter to the trainer about the ticket of each participant. */
  readonly letters: ReadonlyMap<Person, Letter>;
  /** How many mails lie in somebody's mailbox. */
  mailsOf(person: Person): Promise<number>;
  stop(): Promise<void>;
}

export async function trainerDesk(tickets: number): Promise<TrainerDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-trainer-'));
  const servers = await startServers();
  const sheets = openLocalSheets({ directory: null });
  const api = await startSheetsApi({ service: sheets, token: TOKEN });
  let bridge: ChildProcess | null = null;
  const stop = async () => {
    if (bridge !== null) {
      const ended = new Promise((resolve) => bridge?.once('exit', resolve));
      bridge.kill('SIGTERM');
      await ended;
    }
    await api.close();
    sheets.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const spreadsheetId =
      sheets.create({ properties: { title: 'bench', timeZone: ZONE } }).spreadsheetId ?? '';
    const google = { kind: 'local', url: api.url, token: TOKEN } as const;
    const client = openSheets(google, spreadsheetId, new AbortController().signal);
    await setUpWorkbook(client, {
      language: 'en',
      zone: ZONE,
      now: systemClock.now(),
      settings: { firm_name: 'Firm', support_address: SUPPORT, assignment: 'off' },
    });
    const desk = await openDesk(client, intlOffset(), 'en');
    const { layout } = (await desk.read(['team'])).team;
    const trainer = { name: TRAINER.name, email: TRAINER.address, role: 'trainer', active: true };
    await desk.write(appendRows(layout, [trainer], desk.context));
    const host = createScriptHost({
      bundle: builtProject(),
      service: sheets,
      spreadsheetId,
      clock: systemClock,
      owner: { email: 'owner@firm.test', locale: 'en' },
      timeZone: ZONE,
    });
    const mailsOf = async ({ address }: Person) =>
      (await readdir(join(servers.dovecot.mailRoot, address, 'Maildir', 'new')).catch(() => [])).length;

    bridge = await startBridge(folder, spreadsheetId, google, servers);
    const participants = Array.from({ length: tickets }, (_, at) => ({
      name: 'Anna Nowak',
      // Of a domain each: a firm's participants are not all of one client, and domains have caps.
      address: `anna@client${at}.test`,
    }));
    await servers.post(participants.map(question));
    for (const person of participants)
      await until(
        () => mailsOf(person),
        (count) => count === 1,
        LONGEST_WAIT_MS,
      );
    const asked = (await desk.read(['tickets'])).tickets;
    await desk.write(
      asked.rows.flatMap(({ rowIndex }) =>
        updateRow(asked.layout, rowIndex, { assignee: TRAINER.name }, desk.context),
      ),
    );
    host.run('tick');
    await until(
      () => mailsOf(TRAINER),
      (count) => count === tickets,
      LONGEST_WAIT_MS,
    );
    const inbox = await servers.dovecot.mailbox(TRAINER.address);
    const byTicket = await Promise.all(inbox.map(async ({ raw }) => letterOf(await simpleParser(raw))));
    const letters = new Map<Person, Letter>();
    for (const { row } of asked.rows) {
      const person = participants.find(({ address }) => address === row.requester_email);
      const letter = byTicket.find(({ subject }) => subject.includes(row.id));
      if (person && letter) letters.set(person, letter);
    }
    return { servers, participants, letters, mailsOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function question({ name, address }: Person) {
  const raw = [
    `From: ${name} <${address}>`,
    `To: ${SUPPORT}`,
    'Subject: Cannot log in',
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <question.${address}>`,
    '',
    'I cannot log in since Monday. What should I do?',
    '',
  ];
  const domain = address.slice(address.indexOf('@') + 1);
  return { raw: Buffer.from(raw.join('\r\n')), from: address, to: [SUPPORT], results: passed(domain) };
}

/** As clasp uploads it. */
function builtProject() {
  const folder = join('dist', 'apps-script');
  return {
    code: readFileSync(join(folder, 'Code.js'), 'utf8'),
    htmlFiles: {},
    manifest: JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8')) as object,
  };
}

function startBridge(
  folder: string,
  spreadsheetId: string,
  google: object,
  { dovecot, smtp }: Servers,
): Promise<ChildProcess> {
  const config = join(folder, 'rowdesk.config.json');
  const server = { host: '127.0.0.1', user: SUPPORT, allowSelfSigned: true };
  writeFileSync(
    config,
    JSON.stringify({
      spreadsheetId,
      google,
      support: { address: SUPPORT, plusAddressing: true },
      imap: { ...server, port: dovecot.imapsPort, secure: true },
      smtp: { ...server, port: smtp.port, secure: false, user: '' },
      startFrom: 'all',
      authservId: SERVER,
    }),
  );
  const bridge = spawn(process.execPath, ['dist/rowdesk.cjs', 'start', '--config', config, '--json'], {
    env: { ...process.env, ROWDESK_IMAP_PASSWORD: dovecot.user(SUPPORT).password },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let told = '';
    bridge.stderr.on('data', (chunk: Buffer) => {
      told = `${told}${chunk.toString()}`.slice(-5_000);
      if (told.includes('is running')) resolve(bridge);
    });
    bridge.once('exit', (code) => reject(new Error(`The bridge ended with ${code}: ${told}`)));
  });
}
