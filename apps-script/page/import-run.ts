/** Sends the rows a thousand at a time, waits while the workbook is busy, and stops between two calls when asked to. */
import type { SourceRow } from '../../core/import/source';
import type { ImportOutcome } from '../dialog/import-contract';

/** Rows of one call. Those that are one row of the Sheet go together: the later ones look at what the first has written. */
export function callsFor(
  groups: readonly (readonly number[])[],
  rows: readonly SourceRow[],
  most: number,
): readonly (readonly SourceRow[])[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const calls: SourceRow[][] = [];
  let numbers = new Set<number>();
  const close = (): void => {
    const call = Array.from(numbers)
      .sort((a, b) => a - b)
      .flatMap((number) => byNumber.get(number) ?? []);
    if (call.length > 0) calls.push(call);
    numbers = new Set();
  };
  for (const group of groups) {
    if (numbers.size > 0 && numbers.size + group.length > most) close();
    for (const number of group) numbers.add(number);
  }
  close();
  return calls;
}

export interface RunParts {
  /** Null when Google did not answer, or said no in words that the person has read. */
  send(rows: readonly SourceRow[], last: boolean): Promise<ImportOutcome | null>;
  progress(done: number, of: number): void;
  isStopped(): boolean;
  wait(ms: number): Promise<void>;
}

export type RunEnd =
  | {
      /** `failed`: Google stayed silent, or said no in words that the person has read. `busy`: the workbook stayed so. */
      readonly end: 'done' | 'stopped' | 'failed' | 'busy';
      readonly done: number;
      readonly added: number;
      readonly updated: number;
    }
  | { readonly end: 'other'; readonly who: string }
  | { readonly end: 'refused'; readonly why: string };

const PAUSE_MS = 3_000;
/** A tick over a large workbook takes a minute or two. */
const BUSY_TURNS = 40;
const LOST_TURNS = 3;

export async function runImport(calls: readonly (readonly SourceRow[])[], parts: RunParts): Promise<RunEnd> {
  const of = calls.reduce((sum, call) => sum + call.length, 0);
  let sums = { done: 0, added: 0, updated: 0 };
  /** Nobody else can import before this one has said that it is over. */
  const closed = async (end: 'stopped' | 'failed' | 'busy'): Promise<RunEnd> => {
    await parts.send([], true);
    return { end, ...sums };
  };
  parts.progress(0, of);
  for (const [place, call] of calls.entries()) {
    if (parts.isStopped()) return closed('stopped');
    const outcome = await patiently(call, place === calls.length - 1, parts);
    if (outcome === null || outcome.state === 'busy') {
      if (parts.isStopped()) return closed('stopped');
      return closed(outcome === null ? 'failed' : 'busy');
    }
    if (outcome.state === 'other') return { end: 'other', who: outcome.who };
    if (outcome.state === 'refused') return { end: 'refused', why: outcome.why };
    sums = {
      done: sums.done + call.length,
      added: sums.added + outcome.added,
      updated: sums.updated + outcome.updated,
    };
    parts.progress(sums.done, of);
  }
  return { end: 'done', ...sums };
}

/** The same rows again do no harm: what was written is found. */
async function patiently(
  call: readonly SourceRow[],
  last: boolean,
  { send, wait, isStopped }: RunParts,
): Promise<ImportOutcome | null> {
  let lost = 0;
  for (let turn = 1; ; turn++) {
    const outcome = await send(call, last);
    if (outcome === null) lost++;
    const isOver = outcome !== null && outcome.state !== 'busy';
    if (isOver || lost === LOST_TURNS || turn === BUSY_TURNS || isStopped()) return outcome;
    await wait(PAUSE_MS);
  }
}
