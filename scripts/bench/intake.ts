/**
 * Mails a second from a real IMAP server over TLS to confirmed rows, beside a bare loop over the same mailbox: fetch the
 * source and parse it, nothing else. The bare loop keeps nothing, understands nothing and writes nothing.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { zone } from '../../core/time/instant';
import { openBridge } from '../../mail-bridge/bridge';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { systemClock } from '../../mail-bridge/clock/system-clock';
import { parseConfig } from '../../mail-bridge/config/config';
import { silentLog } from '../../mail-bridge/log/log';
import { takeInAll } from '../../mail-bridge/run';
import { setUpWorkbook } from '../../mail-bridge/sheets/set-up-workbook';
import { openSheets } from '../../mail-bridge/sheets/sheets-client';
import { type Dovecot, startDovecot } from '../../test/bench/dovecot';
import { median, newSpreadsheet, sheetUrl } from './bench-sheet';
import { generateMails } from './generate-mails';

const MAILS = 2_000;
const ROUNDS = 3;
const USER = 'support@firm.test';

export async function benchIntake(): Promise<object> {
  const dovecot = await startDovecot({ users: [USER] });
  const sheet = fork(process.argv[1] ?? '', ['serve-sheet'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const url = await sheetUrl(sheet);
    const mails = generateMails(MAILS, 2026);
    for (const mail of mails) await dovecot.deliver(USER, mail);
    // The first reading of a fresh Maildir builds Dovecot's index, and the first run of either side compiles its code:
    // neither should pay for that.
    await bareLoop(dovecot);
    await ourIntake(dovecot, url);
    const runs = [];
    for (let round = 0; round < ROUNDS; round++) {
      const floor = await bareLoop(dovecot);
      const ours = await ourIntake(dovecot, url);
      runs.push({ floor, ours: ours.rate, ratio: round2(ours.rate / floor), ...ours.cost });
    }
    const ours = median(runs.map((run) => run.ours));
    const floor = median(runs.map((run) => run.floor));
    return {
      name: 'intake',
      ours,
      floor,
      unit: 'mails/s',
      ratio: round2(ours / floor),
      mails: MAILS,
      megabytes: round2(mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6),
      sheetCalls: runs[0]?.sheetCalls,
      peakRssMb: Math.max(...runs.map((run) => run.peakRssMb)),
      runs,
    };
  } finally {
    sheet.disconnect();
    await dovecot.stop();
  }
}

async function bareLoop(dovecot: Dovecot): Promise<number> {
  const { user, password } = dovecot.user(USER);
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.imapsPort,
    secure: true,
    auth: { user, pass: password },
    tls: { rejectUnauthorized: false },
    logger: false,
    disableAutoIdle: true,
  });
  const started = performance.now();
  await client.connect();
  await client.mailboxOpen('INBOX');
  let parsed = 0;
  for await (const message of client.fetch('1:*', { source: true })) {
    if (message.source) await simpleParser(message.source);
    parsed++;
  }
  const seconds = (performance.now() - started) / 1000;
  await client.logout();
  if (parsed !== MAILS) throw new Error(`The bare loop saw ${parsed} of ${MAILS} mails.`);
  return Math.round(parsed / seconds);
}

async function ourIntake(dovecot: Dovecot, url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-bench-'));
  const { signal } = new AbortController();
  try {
    const { user, password } = dovecot.user(USER);
    const server = { host: dovecot.host, port: dovecot.imapsPort, secure: true, user, allowSelfSigned: true };
    const google = { kind: 'local', url, token: 'bench' } as const;
    const spreadsheetId = await newSpreadsheet(url);
    const config = parseConfig(
      {
        spreadsheetId,
        google,
        support: { address: USER },
        imap: server,
        smtp: { ...server, port: 1 },
        startFrom: 'all',
        stateDir: folder,
      },
      join(folder, 'bench.json'),
      { ROWDESK_IMAP_PASSWORD: password, ROWDESK_SMTP_PASSWORD: password },
    );
    await setUpWorkbook(openSheets(google, spreadsheetId, signal), {
      language: 'pl',
      zone: zone('Europe/Warsaw'),
      now: systemClock.now(),
    });
    const started = performance.now();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const bridge = await openBridge({
      config,
      clock: systemClock,
      offset: intlOffset(),
      log: silentLog,
      signal,
    });
    await takeInAll(bridge, await bridge.connect());
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);
    const done = bridge.state.ledger.history().length;
    const { calls } = bridge;
    await bridge.close();
    if (done !== MAILS) throw new Error(`Intake finished ${done} of ${MAILS} mails.`);
    return {
      rate: Math.round(done / seconds),
      cost: { sheetCalls: { ...calls }, peakRssMb: Math.round(peak / 1e6) },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
