/** What the bridge tells about its work: one line an event, for people or as JSON, never a secret or a mail's text. */
import pino from 'pino';
import { withoutSecrets } from './secrets';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'silent';
  /** JSON lines instead of plain sentences. */
  readonly json: boolean;
  readonly write: (line: string) => void;
}

/** Field names that may hold a secret, wherever they stand. */
const SECRETS = ['password', 'pass', 'token', 'accessToken', 'authorization', 'private_key'];

export function openLog({ level, json, write }: LogOptions): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '(hidden)' },
    },
    { write: (line: string) => write(withoutSecrets(json ? line : forPeople(line))) },
  );
}

/** `21:14:03 INTAKE took in 12 mails  (tickets: 9, replies: 3)` */
function forPeople(line: string): string {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const detail = Object.entries(rest)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
  const sign = level === 'warn' ? '! ' : level === 'error' ? '!! ' : '';
  return `${String(time).slice(11, 19)} ${sign}${String(msg)}${detail === '' ? '' : `  (${detail})`}\n`;
}

export const silentLog: Log = pino({ level: 'silent' });
