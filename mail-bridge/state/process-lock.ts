/**
 * One bridge per state folder. Two bridges on one mailbox are the classic cause of duplicate tickets.
 *
 * The lock file names the process that holds it: by machine, by start of the machine, by process id and by when that
 * process began, because a process id alone is soon used again (in a container the bridge is always process 1).
 * A lock left by a process that no longer runs is taken over. Where nobody can tell, it is not.
 *
 * Taking over is where several starters meet (a service manager and a person, or three of them). The file system can
 * put a lock where there is none in one step, but it cannot remove one only if it is still the one that was looked at.
 * So whoever wants to replace a leftover needs the right to, which is a lock of its own, named after the leftover's
 * content: while it is held nobody else replaces that leftover, and the place is never empty in between.
 *
 * Limits: a process of another machine, or of a container with another host name, cannot be looked at, so its lock
 * stays until a person deletes it; containers that share a state folder need host names of their own (Docker gives
 * them by default); and link(2) must work there, which some network file systems do not do.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { UserError } from '../user-error';
import { syncDirectoryOf } from './directories';

const HOLDER = v.object({
  host: v.string(),
  /** One start of the machine; '' where the system does not tell. */
  boot: v.string(),
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When the process began, in the system's own count; '' where it does not tell. */
  started: v.string(),
  /** Of this one taking: no two locks are alike. Older versions wrote none. */
  token: v.optional(v.string(), ''),
});

export type LockHolder = v.InferOutput<typeof HOLDER>;

/** Locks of this very process: a second bridge in it would look like the first. */
const held = new Set<string>();

/**
 * @returns a function that gives the lock back
 * @throws UserError when a process holds it that runs, or of which nobody can tell
 */
export function takeProcessLock(file: string): () => void {
  const path = resolve(file);
  const self = thisProcess();
  if (held.has(path)) throw taken(self, path);
  const content = JSON.stringify(self);
  const holder = take(path, content, self);
  if (holder !== null) throw taken(holder, path);
  syncDirectoryOf(path);
  held.add(path);
  return () => {
    held.delete(path);
    // A person may have deleted it and started another bridge: that lock is not ours to remove.
    if (contentOf(path) === content) rmSync(path, { force: true });
  };
}

/** Another starter needs a few milliseconds to replace a leftover. */
const LOOKS = 100;
const BETWEEN_LOOKS_MS = 10;

/**
 * @returns the process that has the lock, or null: it is ours
 * @throws UserError when nobody can tell whose it is
 */
function take(path: string, content: string, self: LockHolder): LockHolder | null {
  for (let look = 0; look < LOOKS; look++) {
    if (wasPlaced(path, content, self)) return null;
    const found = contentOf(path);
    if (found === null) continue;
    const holder = holderOf(path, found);
    if (mayRun(holder, self, { runs: isRunning, startOf })) return holder;
    if (wasReplaced(path, found, content, self)) return null;
  }
  throw new UserError(
    `The lock ${path} could not be taken.`,
    'Start only one bridge at a time and try again.',
  );
}

/** In the place of a leftover, unless somebody else is doing that, or has done it. */
function wasReplaced(path: string, leftover: string, content: string, self: LockHolder): boolean {
  const right = `${path}.${createHash('sha256').update(leftover).digest('hex').slice(0, 12)}`;
  // Whoever died with the right in its hand left a lock like any other.
  if (take(right, content, self) !== null) {
    pause(BETWEEN_LOOKS_MS);
    return false;
  }
  try {
    if (contentOf(path) !== leftover) return false;
    const own = ownFile(path, self);
    writeDurably(own, content);
    renameSync(own, path);
    return true;
  } finally {
    rmSync(right, { force: true });
  }
}

/** Nothing else can be done meanwhile: no bridge runs without its lock. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Whether the process that wrote the lock may still run. Pure but for a look at the processes of this machine. */
export function mayRun(
  holder: LockHolder,
  self: LockHolder,
  processes: { runs(pid: number): boolean; startOf(pid: number): string },
): boolean {
  if (holder.host !== self.host) return true;
  if (holder.boot !== '' && self.boot !== '' && holder.boot !== self.boot) return false;
  if (!processes.runs(holder.pid)) return false;
  const started = processes.startOf(holder.pid);
  if (holder.started !== '' && started !== '') return holder.started === started;
  // Our own number, and not in `held`: it was another process that had it before us.
  return holder.pid !== self.pid;
}

/** Where there is none. link(2) makes the lock with its content in one step: nobody ever reads an empty one. */
function wasPlaced(path: string, content: string, self: LockHolder): boolean {
  const own = ownFile(path, self);
  writeDurably(own, content);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The host's name too: in two containers both may be process 1. */
function ownFile(path: string, { host, pid }: LockHolder): string {
  return `${path}.${host}.${pid}`;
}

/** Before it gets its name, or a power cut could leave an empty lock. */
function writeDurably(file: string, content: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** @returns null when the lock was given back meanwhile */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** @throws UserError when the lock does not say who holds it */
function holderOf(path: string, content: string): LockHolder {
  const holder = readHolder(content);
  if (holder !== null) return holder;
  throw new UserError(
    `The lock ${path} does not say which process holds it.`,
    'If no bridge runs with this state folder, delete it and start again.',
  );
}

/** A bare number is the lock of an older Rowdesk: a process of this machine, as far as one can tell. */
function readHolder(content: string): LockHolder | null {
  if (/^\s*[1-9]\d*\s*$/.test(content)) {
    return { host: hostname(), boot: '', pid: Number(content), started: '', token: '' };
  }
  try {
    return v.parse(HOLDER, JSON.parse(content));
  } catch {
    return null;
  }
}

function taken(holder: LockHolder, path: string): UserError {
  const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return new UserError(
    `Another bridge (process ${holder.pid}${elsewhere}) is running with this state folder.`,
    `Stop it first. If no bridge runs, delete ${path}.`,
  );
}

function thisProcess(): LockHolder {
  const { pid } = process;
  return { host: hostname(), boot: bootId(), pid, started: startOf(pid), token: randomUUID() };
}

/** Linux: random(4). */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Linux: proc_pid_stat(5), field 22, counted after the name in parentheses, which may hold anything. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Of this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  // By its field: Node's own errors need not be of this realm's Error.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
