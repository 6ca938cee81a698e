import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { programPath } from '../support/needs';
import { dovecotConf } from './dovecot-conf';
import {
  deliverToMaildir,
  folderPath,
  forgetUids,
  type MaildirMessage,
  type MailOwner,
  makeMaildir,
  readMaildir,
} from './maildir';
import { freePorts, untilGreeted } from './ports';
import { type ServerProcess, startServerProcess } from './server-process';

const password = 'secret';
/** A user that every Debian has; as root the mail belongs to it, for Dovecot refuses to serve root's. */
const debianMailUser = 'mail';
/** A name without @ means an address here: `support` is `support@firm.test`. */
const benchDomain = 'firm.test';

export interface Dovecot {
  host: '127.0.0.1';
  imapPort: number;
  imapsPort: number;
  /** The directory that holds a Maildir home for each full address. */
  mailRoot: string;
  /** The system user that owns the mail. */
  mailUser: string;
  user(name: string): { user: string; password: string };
  /** Puts a mail into a folder as a delivery agent would; `at` becomes its INTERNALDATE. */
  deliver(name: string, raw: Buffer, folder?: string, at?: Date): Promise<void>;
  /** Makes a folder that is still empty. */
  makeFolder(name: string, folder: string): Promise<void>;
  /** What lies in the Maildir of a user, in all folders, read from the disk and not by IMAP. */
  mailbox(name: string): Promise<MaildirMessage[]>;
  changeUidValidity(name: string): Promise<void>;
  /** Breaks every open IMAP connection at once; the server goes on listening. */
  cut(): Promise<void>;
  /** Stops and starts on the same ports with the same mail. */
  restart(): Promise<void>;
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a Dovecot of its own: free ports, a temporary folder, a certificate made for this start. */
export async function startDovecot(options: { users?: readonly string[] } = {}): Promise<Dovecot> {
  const program = programPath('dovecot');
  if (program === null) throw new Error('Dovecot is not installed: apt-get install dovecot-imapd.');
  const home = await mkdtemp(join(tmpdir(), 'dovecot-'));
  // mkdtemp gives 0700 of ours, but the mail user must pass through.
  await chmod(home, 0o755);
  const mailRoot = join(home, 'mail');
  const owner = mailOwner();
  for (const part of ['run', 'state', 'mail']) await mkdir(join(home, part));
  if (owner !== null) await chown(mailRoot, owner.uid, owner.gid);
  makeCertificate(home);

  const addressOf = (name: string): string =>
    (name.includes('@') ? name : `${name}@${benchDomain}`).toLowerCase();
  const maildirOf = (name: string): string => join(mailRoot, addressOf(name), 'Maildir');
  for (const name of options.users ?? []) {
    await makeHome(join(mailRoot, addressOf(name)), owner);
    await makeMaildir(maildirOf(name), owner);
  }

  const log = async (): Promise<string> => {
    const file = join(home, 'dovecot.log');
    return existsSync(file) ? await readFile(file, 'utf8') : '';
  };
  let { server, imapPort, imapsPort } = await startOnFreePorts(program, home, log);
  let stopped = false;

  return {
    host: '127.0.0.1',
    imapPort,
    imapsPort,
    mailRoot,
    mailUser: mailUserName(),
    user: (name) => ({ user: addressOf(name), password }),
    async deliver(name, raw, folder = 'INBOX', at) {
      await makeHome(join(mailRoot, addressOf(name)), owner);
      await makeMaildir(maildirOf(name), owner);
      await deliverToMaildir(maildirOf(name), raw, { folder, owner, at });
    },
    async makeFolder(name, folder) {
      await makeHome(join(mailRoot, addressOf(name)), owner);
      await makeMaildir(maildirOf(name), owner);
      await makeMaildir(folderPath(maildirOf(name), folder), owner);
    },
    mailbox: (name) => readMaildir(maildirOf(name)),
    changeUidValidity: (name) => forgetUids(maildirOf(name)),
    async cut() {
      await endSessions(server.pid);
    },
    async restart() {
      await server.stop();
      // A login process that waits for a server that is gone holds the ports for some seconds after it.
      let again: ServerProcess | null = null;
      for (let attempt = 0; again === null && attempt < 15; attempt += 1) {
        if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 2_000));
        again = await startOn(program, home, imapPort, imapsPort, log);
      }
      if (again === null) throw new Error(`Dovecot did not start again.\n${await log()}`);
      server = again;
    },
    log,
    async stop() {
      if (stopped) return;
      stopped = true;
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function startOnFreePorts(
  program: string,
  home: string,
  log: () => Promise<string>,
): Promise<{ server: ServerProcess; imapPort: number; imapsPort: number }> {
  // Somebody else may take a port between our look and Dovecot's bind: that is worth three tries.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const [imapPort = 0, imapsPort = 0] = await freePorts(2);
    const server = await startOn(program, home, imapPort, imapsPort, log);
    if (server !== null) return { server, imapPort, imapsPort };
  }
  throw new Error(`Dovecot did not start.\n${await log()}`);
}

async function startOn(
  program: string,
  home: string,
  imapPort: number,
  imapsPort: number,
  log: () => Promise<string>,
): Promise<ServerProcess | null> {
  const conf = join(home, 'dovecot.conf');
  await writeFile(
    conf,
    dovecotConf({
      home,
      imapPort,
      imapsPort,
      password,
      domain: benchDomain,
      mailUser: mailUserName(),
      mailGroup: mailGroupName(),
      asRoot: isRoot(),
    }),
  );
  const server = startServerProcess(program, ['-F', '-c', conf]);
  if (await untilGreeted(imapPort, () => !server.isRunning())) return server;
  await server.stop();
  const said = `${server.output()}${await log()}`;
  if (said.includes('Address already in use')) return null;
  throw new Error(`Dovecot did not start.\n${said}`);
}

/**
 * The login and imap processes of this master, found as its children: an imap process holds the socket of a
 * plain connection, imap-login that of a TLS one. The master starts new ones when they are needed.
 */
async function endSessions(masterPid: number): Promise<void> {
  const holders = new Set(['imap', 'imap-login']);
  const holdersAlive: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    // pid (command) state ppid …; a command may hold spaces and parentheses (proc(5)).
    const [, command = '', parent = ''] = /^\d+ \((.*)\) \S (\d+)/s.exec(stat) ?? [];
    if (Number(parent) === masterPid && holders.has(command)) holdersAlive.push(Number(entry));
  }
  for (const pid of holdersAlive) killIfThere(pid);
}

async function makeHome(directory: string, owner: MailOwner): Promise<void> {
  const made = await mkdir(directory, { recursive: true });
  if (made !== undefined && owner !== null) await chown(directory, owner.uid, owner.gid);
}

function makeCertificate(home: string): void {
  const request =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost';
  const more = ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const files = ['-keyout', join(home, 'key.pem'), '-out', join(home, 'cert.pem')];
  // Debian's dovecot-core depends on openssl.
  execFileSync('/usr/bin/openssl', [...request.split(' '), ...more, ...files], { stdio: 'pipe' });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function mailUserName(): string {
  return isRoot() ? debianMailUser : userInfo().username;
}

function mailGroupName(): string {
  return execFileSync('id', ['-gn', mailUserName()], { encoding: 'utf8' }).trim();
}

function mailOwner(): MailOwner {
  if (!isRoot()) return null;
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, debianMailUser], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself since we looked, which is as good.
  }
}
