/** Processes that all want the same locks at the same moments: the built lock, in children of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const LOCK = join(__dirname, '..', '..', '..', 'mail-bridge', 'state', 'process-lock.ts');

/**
 * Waits for "go" and its moments, one a line, then takes the lock of each round at its moment and keeps it, and says
 * which it got. Between two steps of the file system it dawdles, so that the others come between.
 */
const CHILD = `
const fs = require('node:fs');
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
for (const step of ['linkSync', 'renameSync', 'rmSync', 'readFileSync']) {
  const real = fs[step];
  fs[step] = (...args) => {
    if (String(args[0]).includes('.lock')) wait(Math.random() * 4);
    return real(...args);
  };
}
const { takeProcessLock } = require(process.argv[2]);
const [folder, rounds] = process.argv.slice(3);
process.stdout.write('ready\\n');
process.stdin.once('data', (start) => {
  for (let round = 0; round < Number(rounds); round++) {
    wait(Math.max(0, Number(start) + 40 * round - Date.now()));
    try {
      takeProcessLock(folder + '/' + round + '.lock');
      process.stdout.write('got ' + round + '\\n');
    } catch (error) {
      if (error.name !== 'UserError') process.stdout.write('failed ' + error.message + '\\n');
    }
  }
  process.stdout.write('done\\n');
});
`;

interface Starter {
  readonly child: ChildProcess;
  /** Lines that it has said so far. */
  readonly lines: string[];
  said(line: string): Promise<void>;
}

/** @returns what each of the starters said about the rounds, once all are through; nobody has given anything back */
export async function startAtOnce(folder: string, starters: number, rounds: number): Promise<string[][]> {
  const lock = join(folder, 'process-lock.cjs');
  buildSync({ entryPoints: [LOCK], bundle: true, platform: 'node', format: 'cjs', outfile: lock });
  const script = join(folder, 'starter.cjs');
  writeFileSync(script, CHILD);
  const all = Array.from({ length: starters }, () => starter([script, lock, folder, String(rounds)]));
  try {
    await Promise.all(all.map(({ said }) => said('ready')));
    const start = Date.now() + 50;
    for (const { child } of all) child.stdin?.write(`${start}\n`);
    await Promise.all(all.map(({ said }) => said('done')));
    return all.map(({ lines }) => lines.filter((line) => line !== 'ready' && line !== 'done'));
  } finally {
    for (const { child } of all) child.kill('SIGKILL');
  }
}

function starter(args: readonly string[]): Starter {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting: { readonly line: string; readonly done: () => void }[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const { line, done } of waiting) if (lines.includes(line)) done();
  });
  return {
    child,
    lines,
    said: (line) =>
      new Promise((done, reject) => {
        if (lines.includes(line)) return done();
        waiting.push({ line, done });
        child.once('exit', (code) => reject(new Error(`a starter ended with ${code}`)));
      }),
  };
}
