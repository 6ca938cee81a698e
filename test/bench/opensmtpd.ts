import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath, whyMissing } from '../support/needs';
import type { Dovecot } from './dovecot';
import { freePort, untilGreeted } from './ports';
import { type ServerProcess, startServerProcess } from './server-process';

export interface Opensmtpd {
  host: '127.0.0.1';
  port: number;
  /** What smtpd wrote: one line for each connection, message and delivery. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts an OpenSMTPD that takes mail for every address and puts it into the Maildirs of a bench Dovecot: one
 * mailbox for each full address in lower case, without a +tag. Nothing is relayed and no name is looked up.
 *
 * The paths of its queue and control socket are compiled in, so it runs in a mount namespace in which they lie in
 * a temporary folder: benches run beside each other, and a queue that this machine really uses is never touched.
 */
export async function startOpensmtpd(options: {
  deliverTo: Pick<Dovecot, 'mailRoot' | 'mailUser'>;
}): Promise<Opensmtpd> {
  const missing = whyMissing('opensmtpd');
  const program = programPath('opensmtpd');
  if (missing !== null || program === null) throw new Error(`OpenSMTPD cannot run here: ${missing}.`);
  const home = await mkdtemp(join(tmpdir(), 'opensmtpd-'));
  await chmod(home, 0o755);
  await mkdir(join(home, 'run'));
  await mkdir(join(home, 'spool'));
  // smtpd refuses a spool with other rights than these.
  await chmod(join(home, 'spool'), 0o711);

  const { server, port } = await startOnFreePort(program, home, options.deliverTo);
  let stopped = false;
  return {
    host: '127.0.0.1',
    port,
    log: () => server.output(),
    async stop() {
      if (stopped) return;
      stopped = true;
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** $0 is our folder, $1 is smtpd. */
const ownPaths = [
  'mkdir -p /var/spool/smtpd',
  'mount --bind "$0/spool" /var/spool/smtpd',
  'mount --bind "$0/run" /run',
  'exec "$1" -d -f "$0/smtpd.conf"',
].join('\n');

async function startOnFreePort(
  program: string,
  home: string,
  deliverTo: Pick<Dovecot, 'mailRoot' | 'mailUser'>,
): Promise<{ server: ServerProcess; port: number }> {
  let said = '';
  // Somebody else may take the port between our look and smtpd's bind: that is worth three tries.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await freePort();
    const conf = join(home, 'smtpd.conf');
    await writeFile(conf, smtpdConf(port, deliverTo));
    const inOwnNamespace = ['--mount', '--propagation', 'private', '/bin/sh', '-ec', ownPaths];
    const server = startServerProcess('/usr/bin/unshare', [...inOwnNamespace, home, program]);
    if (await untilGreeted(port, () => !server.isRunning())) return { server, port };
    said = server.output();
  }
  throw new Error(`OpenSMTPD did not start.\n${said}`);
}

function smtpdConf(port: number, { mailRoot, mailUser }: Pick<Dovecot, 'mailRoot' | 'mailUser'>): string {
  const mailbox = '%{rcpt.user:lowercase|strip}@%{rcpt.domain:lowercase}';
  return [
    'smtp max-message-size 100M',
    `listen on 127.0.0.1 port ${port} hostname mx.firm.test`,
    `table catchall { "@" = "${mailUser}" }`,
    `action deliver maildir "${mailRoot}/${mailbox}/Maildir" virtual <catchall>`,
    'match from any for any action deliver',
    '',
  ].join('\n');
}
