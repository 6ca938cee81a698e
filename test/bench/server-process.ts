import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';

/** How long a server may take to leave after SIGTERM before it is killed. */
const patienceMs = 30_000;

export interface ServerProcess {
  pid: number;
  isRunning(): boolean;
  /** What it wrote to stdout and stderr, for the message of a failing test. */
  output(): string;
  /** SIGTERM to this process and no other, then waits until it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Runs a server in the foreground as our child. setpriv asks the kernel to send it SIGTERM when this process
 * dies, so that a killed test run leaves no server behind (prctl(2), PR_SET_PDEATHSIG).
 */
export function startServerProcess(command: string, args: readonly string[]): ServerProcess {
  const chunks: string[] = [];
  const child = existsSync('/usr/bin/setpriv')
    ? spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', command, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    : spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  }
  // A test that fails before it stops its server must not keep the run waiting: the kernel ends the server then.
  unref(child);
  child.on('error', (error) => chunks.push(`${error.message}\n`));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

  return {
    pid: child.pid ?? 0,
    isRunning: () => isRunning(child),
    output: () => chunks.join(''),
    async stop() {
      if (!isRunning(child)) return;
      child.ref();
      child.kill('SIGTERM');
      const last = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await gone;
      clearTimeout(last);
    },
  };
}

function unref(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdout, child.stderr]) {
    // Node's pipes are sockets; the type of a child's stream does not say so.
    if (stream instanceof Socket) stream.unref();
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
