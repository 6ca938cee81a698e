/**
 * Everything that the bridge needs, looked at once: each check is a pure function over facts, and gathering the facts
 * is apart. Nothing is sent, and nothing is changed. All servers are asked at the same time.
 */
import type { Clock, ZoneOffset } from '../../core/time/instant';
import type { Config } from '../config/config';
import { isLoopback } from '../config/loopback';
import type { MailboxSettings } from '../mailbox/connection';
import type { TransportSettings } from '../outbox/transport';
import { SCOPES } from '../sheets/sheets-client';
import { checkClock } from './check-clock';
import { type ConfigFacts, checkConfig, type ServerName } from './check-config';
import { checkImap, type ServerAddress } from './check-imap';
import { checkScript } from './check-script';
import { checkAccount, checkSheet } from './check-sheet';
import { checkSmtp } from './check-smtp';
import { checkState } from './check-state';
import type { Finding } from './finding';
import { gatherClock } from './gather-clock';
import { gatherConfig } from './gather-config';
import { gatherImap } from './gather-imap';
import { gatherScript } from './gather-script';
import { gatherKeyFile, gatherSheet } from './gather-sheet';
import { gatherSmtp } from './gather-smtp';
import { gatherState } from './gather-state';
import { PATIENCE_MS } from './time-limit';

export interface DoctorInput {
  readonly configFile: string;
  /** Where passwords may come from (process.env). */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The manifest of the built script, which may not be there. */
  readonly manifest: string;
  readonly clock: Clock;
  readonly offset: ZoneOffset;
  /** How long a server may be silent. */
  readonly patience?: number;
}

export async function examine(input: DoctorInput): Promise<readonly Finding[]> {
  const { facts, config } = gatherConfig(input.configFile, input.environment);
  const script = checkScript(gatherScript(input.manifest));
  if (config === null) return [...checkConfig(facts), ...script];
  const found = await Promise.all([
    gatherState(config.stateDir, input.offset).then(checkState),
    examineImap(config, facts, input),
    examineSmtp(config, facts, input),
    examineSheet(config, input),
  ]);
  return [...checkConfig(facts), ...found.flat(), ...script];
}

async function examineImap(
  config: Config,
  facts: ConfigFacts,
  { patience }: DoctorInput,
): Promise<Finding[]> {
  // Without its password there is nothing to try: some providers lock accounts after wrong ones.
  if (!hasPassword(facts, 'imap')) return [];
  const settings: MailboxSettings = { ...config.imap, password: config.imapPassword };
  return checkImap(await gatherImap(settings, patience ?? PATIENCE_MS), {
    server: addressOf(config.imap),
    folder: config.imap.folder,
    filesCopies: config.smtp.sentCopies === 'append',
    watchesSent: config.imap.sent === 'watch',
    authservId: config.authservId,
  });
}

async function examineSmtp(
  config: Config,
  facts: ConfigFacts,
  { patience }: DoctorInput,
): Promise<Finding[]> {
  if (!hasPassword(facts, 'smtp')) return [];
  const settings: TransportSettings = { ...config.smtp, password: config.smtpPassword };
  return checkSmtp(await gatherSmtp(settings, patience ?? PATIENCE_MS), addressOf(config.smtp));
}

async function examineSheet(
  config: Config,
  { clock, offset, patience = PATIENCE_MS }: DoctorInput,
): Promise<Finding[]> {
  const keyFile = gatherKeyFile(config.google);
  const account = checkAccount(keyFile, SCOPES);
  const began = performance.now();
  const server = await gatherClock(config.google, clock, patience);
  const known = [...account, ...checkClock(server)];
  // What stops here is said already, and trying on would only say it again.
  if (server.kind === 'unreachable' || (keyFile !== null && keyFile.fault !== null)) return known;
  const left = Math.max(1_000, patience - (performance.now() - began));
  return [...known, ...checkSheet(await gatherSheet({ config, offset, now: clock.now(), patience: left }))];
}

function hasPassword({ passwords }: ConfigFacts, server: ServerName): boolean {
  return passwords !== null && passwords[server].from !== 'fault';
}

function addressOf({ host, port, user, allowSelfSigned }: Config['imap'] | Config['smtp']): ServerAddress {
  return { host, port, user, allowSelfSigned, onThisMachine: isLoopback(host) };
}
