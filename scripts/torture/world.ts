/**
 * A firm to be tortured: its mailbox on a real Dovecot, a mail server that records what it takes, its Sheet, the people
 * who write and answer, and the bridge between all of them. Whatever a fault breaks is reached through here.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dovecot, startDovecot } from '../../test/bench/dovecot';
import { type FaultProxy, startFaultProxy } from '../../test/bench/fault-proxy';
import { type RecordingSmtp, startRecordingSmtp } from '../../test/bench/recording-smtp';
import { OWN_SERVER } from './agent-letters';
import { TEAM } from './agents';
import { type BridgeProcess, bridgeProcess } from './bridge-process';
import { type ImapGate, startImapGate } from './imap-gate';
import { type People, people, SENT_FOLDER } from './people';
import { type SheetWorld, sheetWorld, TOKEN } from './sheet-world';
import { type WorldClock, worldClock } from './world-clock';

export interface WorldOptions {
  /** Its own unless given: some faults break the server for everybody on it. */
  readonly dovecot?: Dovecot;
  /** The bridge to be tortured: a bundled program. */
  readonly program: string;
  /** Where the compiled program may be kept. */
  readonly compiled?: string;
  readonly name: string;
  readonly sentCopies: 'append' | 'provider';
  readonly speed: number;
}

export interface World {
  readonly name: string;
  readonly clock: WorldClock;
  readonly bridge: BridgeProcess;
  /** A second one over the same state folder, which must not run. */
  readonly rival: BridgeProcess;
  readonly program: string;
  readonly dovecot: Dovecot;
  readonly address: string;
  /** The folder that the bridge reads. It is none of those that a server treats specially, so that it can be renamed. */
  readonly mailFolder: string;
  readonly sentCopies: 'append' | 'provider';
  /** The bridge's roads to the mail servers. */
  readonly imapRoad: FaultProxy;
  readonly imapGate: ImapGate;
  readonly smtpRoad: FaultProxy;
  readonly smtp: RecordingSmtp;
  readonly sheet: SheetWorld;
  readonly people: People;
  /** Where the bridge's configuration is. */
  readonly home: string;
  readonly stateDir: string;
  readonly trace: string;
  /** What the bridge has logged. */
  readonly log: string;
  /** Tickets whose row a fault has deleted. */
  readonly deletedTickets: Set<string>;
  /** Sets the clock of everybody, the running bridge included. */
  jump(milliseconds: number): void;
  close(): Promise<void>;
}

export async function openWorld(options: WorldOptions): Promise<World> {
  const { program, name, sentCopies, speed } = options;
  const dovecot = options.dovecot ?? (await startDovecot());
  const address = `${name}@firm.test`;
  const mailFolder = 'Helpdesk';
  const home = mkdtempSync(join(tmpdir(), 'torture-'));
  const stateDir = join(home, 'state');
  mkdirSync(stateDir, { mode: 0o700 });
  const trace = join(home, 'steps');
  const log = join(home, 'bridge.log');
  const clock = worldClock(speed);
  const smtp = await startRecordingSmtp({
    onTaken: ({ raw }) => {
      if (sentCopies === 'provider') void dovecot.deliver(address, raw, SENT_FOLDER);
    },
  });
  const smtpRoad = await startFaultProxy(smtp);
  const imapGate = await startImapGate({ port: dovecot.imapPort });
  const imapRoad = await startFaultProxy({ host: '127.0.0.1', port: imapGate.port });
  const sheet = await sheetWorld(address, clock.now);
  await sheet.append('team', TEAM);
  await dovecot.makeFolder(address, mailFolder);
  const config = {
    spreadsheetId: sheet.spreadsheetId,
    google: { kind: 'local', url: sheet.api.url, token: TOKEN },
    support: { address, plusAddressing: true },
    imap: { host: '127.0.0.1', port: imapRoad.port, secure: false, user: address, folder: mailFolder },
    smtp: { host: '127.0.0.1', port: smtpRoad.port, secure: false, sentCopies },
    startFrom: 'all',
    stateDir,
    pollSeconds: 20,
    authservId: OWN_SERVER,
  };
  writeFileSync(join(home, 'rowdesk.config.json'), JSON.stringify(config));
  const started = {
    program,
    folder: home,
    stateDir,
    imapPort: imapRoad.port,
    smtpPort: smtpRoad.port,
    trace,
    log,
    compiled: options.compiled ?? join(home, 'compiled'),
    clock,
  };
  const bridge = bridgeProcess(started);
  const rival = bridgeProcess(started);
  return {
    name,
    clock,
    bridge,
    rival,
    program,
    dovecot,
    address,
    mailFolder,
    sentCopies,
    imapRoad,
    imapGate,
    smtpRoad,
    smtp,
    sheet,
    people: people({
      dovecot,
      address,
      folder: mailFolder,
      smtp,
      sheet,
      clock,
      name,
      isSentFolderWatched: () =>
        existsSync(trace) && readFileSync(trace, 'utf8').includes('ledger:passed:after'),
    }),
    home,
    stateDir,
    trace,
    log,
    deletedTickets: new Set(),
    jump(milliseconds) {
      clock.jump(milliseconds);
      bridge.setClock();
    },
    async close() {
      for (const running of [bridge, rival]) {
        running.kill();
        await running.gone();
      }
      await Promise.all([imapRoad.stop(), imapGate.stop(), smtpRoad.stop(), smtp.stop(), sheet.close()]);
      if (!options.dovecot) await dovecot.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
