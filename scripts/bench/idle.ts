/**
 * The bundled bridge as a firm runs it, idling on a real IMAP server: the memory it holds, and the time from a mail's
 * delivery to its row in the Sheet.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zone } from '../../core/time/instant';
import { SHEET_ID } from '../../core/workbook/columns';
import { systemClock } from '../../mail-bridge/clock/system-clock';
import { setUpWorkbook } from '../../mail-bridge/sheets/set-up-workbook';
import { openSheets, type SheetsClient } from '../../mail-bridge/sheets/sheets-client';
import { type Dovecot, startDovecot } from '../../test/bench/dovecot';
import { startRecordingSmtp } from '../../test/bench/recording-smtp';
import { median, newSpreadsheet, sheetUrl } from './bench-sheet';
import { generateMails } from './generate-mails';

const USER = 'support@firm.test';
const MAILS = 20;
const LOOK_EVERY_MS = 20;

export async function benchIdle(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-idle-'));
  const dovecot = await startDovecot({ users: [USER] });
  const smtp = await startRecordingSmtp();
  const sheet = fork(process.argv[1] ?? '', ['serve-sheet'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let bridge: ChildProcess | null = null;
  try {
    const url = await sheetUrl(sheet);
    const google = { kind: 'local', url, token: 'bench' } as const;
    const spreadsheetId = await newSpreadsheet(url);
    const client = openSheets(google, spreadsheetId, new AbortController().signal);
    await setUpWorkbook(client, { language: 'pl', zone: zone('Europe/Warsaw'), now: systemClock.now() });
    const config = join(folder, 'rowdesk.config.json');
    const server = { host: '127.0.0.1', secure: true, user: USER, allowSelfSigned: true };
    writeFileSync(
      config,
      JSON.stringify({
        spreadsheetId,
        google,
        support: { address: USER },
        imap: { ...server, port: dovecot.imapsPort },
        smtp: { ...server, secure: false, user: '', port: smtp.port },
        startFrom: 'all',
      }),
    );
    bridge = spawn(process.execPath, ['dist/rowdesk.cjs', 'start', '--config', config, '--json'], {
      env: { ...process.env, ROWDESK_IMAP_PASSWORD: dovecot.user(USER).password },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await running(bridge);
    const latencies: number[] = [];
    for (const mail of generateMails(MAILS, 11)) latencies.push(await deliveredToRow(dovecot, client, mail));
    // Quiet for a while: what remains is what an idling bridge holds.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    return {
      name: 'idle',
      rssMb: Math.round(residentBytes(bridge.pid ?? 0) / 1e6),
      rowAfterMs: { median: median(latencies), max: Math.max(...latencies) },
      mails: MAILS,
    };
  } finally {
    bridge?.kill('SIGTERM');
    sheet.disconnect();
    await smtp.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function deliveredToRow(dovecot: Dovecot, client: SheetsClient, mail: Buffer): Promise<number> {
  const before = await messageRows(client);
  const started = performance.now();
  await dovecot.deliver(USER, mail);
  while ((await messageRows(client)) <= before)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  return Math.round(performance.now() - started);
}

async function messageRows(client: SheetsClient): Promise<number> {
  const [ids] = await client.read([
    { gridRange: { sheetId: SHEET_ID.messages, startColumnIndex: 0, endColumnIndex: 1 } },
  ]);
  return ids?.length ?? 0;
}

function running(bridge: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    bridge.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.includes('is running')) resolve();
    });
    bridge.once('exit', (code) => reject(new Error(`The bridge ended with ${code}: ${told}`)));
  });
}

/** Linux only, as Dovecot here is. */
function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('The memory of the bridge cannot be read.');
  return Number(kilobytes) * 1024;
}
