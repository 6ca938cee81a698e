/** The command line as a person runs it: the built file, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../bench/until';
import { compiledOnce } from './compiled';

const PROGRAM = join(__dirname, '..', '..', '..', 'dist', 'rowdesk.cjs');
const compiled = compiledOnce();

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  stderr(): string;
  /** Resolves when standard error has said it. */
  said(words: string): Promise<void>;
}

export interface RunOptions {
  readonly cwd: string;
  readonly password?: string | null;
  readonly smtpPassword?: string;
}

export function startRowdesk(
  args: readonly string[],
  { cwd, password = 'secret', smtpPassword }: RunOptions,
): Running {
  if (!existsSync(PROGRAM)) throw new Error('dist/rowdesk.cjs is not built: run "npm run build".');
  const { ROWDESK_IMAP_PASSWORD: _imap, ROWDESK_SMTP_PASSWORD: _smtp, ...environment } = process.env;
  const child = spawn(process.execPath, [...compiled.nodeArgs, PROGRAM, ...args], {
    cwd,
    env: {
      ...environment,
      ...compiled.environment,
      ...(password === null ? {} : { ROWDESK_IMAP_PASSWORD: password }),
      ...(smtpPassword === undefined ? {} : { ROWDESK_SMTP_PASSWORD: smtpPassword }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    child,
    ended,
    stderr: () => stderr,
    said: async (words) => {
      await until(
        () => stderr,
        (text) => text.includes(words),
      );
    },
  };
}

export function rowdesk(args: readonly string[], options: RunOptions): Promise<Ended> {
  return startRowdesk(args, options).ended;
}

/** Writes the configuration where `start` looks for it by default. */
export function writeConfig(folder: string, value: unknown): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  writeFileSync(join(folder, 'rowdesk.config.json'), text);
}
