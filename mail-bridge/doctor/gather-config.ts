/** Reads the configuration as the bridge does; where one password is missing, everything else can still be looked at. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Config, loadConfig, parseConfig } from '../config/config';
import { isUserError, type UserError } from '../user-error';
import type { ConfigFacts, PasswordFacts, ServerName } from './check-config';

type Environment = Readonly<Record<string, string | undefined>>;

export interface GatheredConfig {
  readonly facts: ConfigFacts;
  /** null: it cannot be used. A password that could not be had is '' in it. */
  readonly config: Config | null;
}

export function gatherConfig(file: string, environment: Environment): GatheredConfig {
  let fault: UserError;
  try {
    const config = loadConfig(file, environment);
    const value = readValue(file);
    return whole(file, config, {
      imap: passwordOf('imap', value, config, file),
      smtp: passwordOf('smtp', value, config, file),
    });
  } catch (error) {
    if (!isUserError(error)) throw error;
    fault = error;
  }
  const value = readValue(file);
  const config = tried(() => parseConfig(without(value, ['imap', 'smtp']), file, STAND_INS));
  if (!isRead(config)) return { facts: broken(file, fault), config: null };
  const password = (name: ServerName, other: ServerName): PasswordFacts => {
    const read = tried(() =>
      parseConfig(without(value, [other]), file, { ...environment, ...standInFor(other) }),
    );
    return isRead(read)
      ? passwordOf(name, value, read, file)
      : { from: 'fault', what: read.what, todo: read.todo };
  };
  const passwords = { imap: password('imap', 'smtp'), smtp: password('smtp', 'imap') };
  return whole(file, { ...config, imapPassword: '', smtpPassword: '' }, passwords);
}

const STAND_IN = 'x';
const STAND_INS = { ROWDESK_IMAP_PASSWORD: STAND_IN, ROWDESK_SMTP_PASSWORD: STAND_IN };
const standInFor = (server: ServerName): Environment =>
  server === 'imap' ? { ROWDESK_IMAP_PASSWORD: STAND_IN } : { ROWDESK_SMTP_PASSWORD: STAND_IN };

function whole(file: string, config: Config, passwords: ConfigFacts['passwords']): GatheredConfig {
  const holdsToken = config.google.kind === 'local';
  return { facts: { file, mode: modeOf(file), fault: null, passwords, holdsToken }, config };
}

function broken(file: string, { what, todo }: UserError): ConfigFacts {
  return { file, mode: null, fault: { what, todo }, passwords: null, holdsToken: false };
}

function passwordOf(name: ServerName, value: unknown, config: Config, file: string): PasswordFacts {
  const path = passwordFileOf(value, name);
  if (path !== null) return { from: 'file', path: resolve(dirname(resolve(file)), path) };
  return config[name].user === '' ? { from: 'nowhere' } : { from: 'variable' };
}

function passwordFileOf(value: unknown, server: ServerName): string | null {
  const part = isObject(value) ? value[server] : null;
  return isObject(part) && typeof part.passwordFile === 'string' ? part.passwordFile : null;
}

/** The configuration as if the passwords of these servers came from the environment. */
function without(value: unknown, servers: readonly ServerName[]): unknown {
  if (!isObject(value)) return value;
  const copy = { ...value };
  for (const server of servers) {
    const part = copy[server];
    if (!isObject(part)) continue;
    const { passwordFile: _, ...rest } = part;
    copy[server] = rest;
  }
  return copy;
}

function readValue(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // loadConfig has said already what is wrong with it.
    return null;
  }
}

function tried(parse: () => Config): Config | UserError {
  try {
    return parse();
  } catch (error) {
    if (isUserError(error)) return error;
    throw error;
  }
}

const isRead = (config: Config | UserError): config is Config => !isUserError(config);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Windows has other means than permission bits. */
export function modeOf(file: string): number | null {
  if (process.platform === 'win32') return null;
  try {
    return statSync(file).mode & 0o777;
  } catch {
    return null;
  }
}
