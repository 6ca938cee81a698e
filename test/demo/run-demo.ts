/** Runs the built demo as a person does: `rowdesk demo …` in a process of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const ROOT = join(__dirname, '../..');
const ROWDESK = join(ROOT, 'dist/rowdesk.cjs');

/** The firm's language follows the machine's. */
const environment = (locale: string) => ({
  ...process.env,
  LANG: locale,
  LC_ALL: locale,
  LANGUAGE: locale.slice(0, 2),
});
export const ENGLISH = 'en_US.UTF-8';
export const POLISH = 'pl_PL.UTF-8';

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `rowdesk demo` to its end. */
export function demoToEnd(...args: readonly string[]): Promise<Finished> {
  return run([ROWDESK, 'demo', ...args]);
}

/** `rowdesk demo --once --json` of a machine whose clock shows each of these moments when it begins, in their order. */
export async function storiesAt(starts: readonly string[]): Promise<readonly Finished[]> {
  const player = join(__dirname, 'fixtures/other-day.cjs');
  const { code, stdout, stderr } = await run([player, ...starts]);
  const told = stderr.split('=====\n');
  return stdout
    .split('=====\n')
    .map((summary, index) => ({ code, stdout: summary, stderr: told[index] ?? '' }));
}

/** Far beyond what any of them takes; only a hang reaches it. */
const HANG = 240_000;

function run(args: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { env: environment(ENGLISH), timeout: HANG },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
      },
    );
  });
}

export interface RunningDemo {
  /** Address of the page. */
  readonly url: string;
  readonly xlsx: string | null;
  /** As Ctrl+C does. Resolves to the exit code. */
  interrupt(times?: number): Promise<number | null>;
}

export async function startDemo(locale: string, ...args: readonly string[]): Promise<RunningDemo> {
  const child = spawn(process.execPath, [ROWDESK, 'demo', '--no-open', '--json', ...args], {
    env: environment(locale),
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const { url, xlsx } = await firstLine(child);
  return {
    url,
    xlsx,
    interrupt(times = 1) {
      for (let i = 0; i < times; i++) child.kill('SIGINT');
      return ended;
    },
  };
}

function firstLine(child: ChildProcess): Promise<{ url: string; xlsx: string | null }> {
  return new Promise((resolve, reject) => {
    let complaints = '';
    child.stderr?.on('data', (piece: Buffer) => {
      complaints += piece.toString('utf8');
    });
    child.on('exit', () => reject(new Error(`The demo ended before it was ready: ${complaints}`)));
    if (child.stdout) {
      createInterface({ input: child.stdout }).once('line', (line) => {
        resolve(JSON.parse(line) as { url: string; xlsx: string | null });
      });
    }
  });
}

/** What the page is told at this moment. */
export async function demoState<T>(url: string): Promise<T> {
  const stop = new AbortController();
  const response = await fetch(`${url}demo/events`, { signal: stop.signal });
  let text = '';
  for await (const piece of response.body ?? []) {
    text += Buffer.from(piece as Uint8Array).toString('utf8');
    if (/data: .*\n\n/.test(text)) break;
  }
  stop.abort();
  return JSON.parse(/data: (.*)\n/.exec(text)?.[1] ?? 'null') as T;
}
