/**
 * What the command line asks of a bridge that runs: a file each, written as a whole, done by the bridge in its next
 * round and then removed. A bridge that stops in between finds it at its next start.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeDurably } from './durable-file';

const REQUEST = v.object({
  do: v.picklist(['retry', 'drop']),
  mails: v.array(v.object({ epoch: v.string(), uid: v.number() })),
});

export type Request = v.InferOutput<typeof REQUEST>;

export interface PlacedRequest {
  readonly file: string;
  /** null: the file holds something else. */
  readonly request: Request | null;
}

/** @param folder `requests` of the state folder */
export function putRequest(folder: string, request: Request, now: Date): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Done in the order in which they were asked for.
  const name = `${now.toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.json`;
  writeDurably(join(folder, name), `${JSON.stringify(request)}\n`);
}

/** Oldest first. A file that is still being written has another ending. */
export function openRequests(folder: string): readonly PlacedRequest[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const file = join(folder, name);
    return { file, request: requestIn(file) };
  });
}

export function removeRequest({ file }: PlacedRequest): void {
  rmSync(file, { force: true });
}

function requestIn(file: string): Request | null {
  try {
    const parsed = v.safeParse(REQUEST, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
