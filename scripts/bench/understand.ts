/**
 * How fast mails are understood: parsed, classified, trimmed, their language told, as `rowdesk explain` does it;
 * beside bare simpleParser with its default options on the same mails. Ours and floor take turns in one run.
 */
import { simpleParser } from 'mailparser';
import { explain } from '../../mail-bridge/mime/explain';
import { generateMails } from './generate-mails';

const MAILS = 600;
const SEED = 20261121;
const RUNS = 5;

export interface UnderstandResult {
  readonly name: 'understand';
  readonly ours: number;
  readonly floor: number;
  readonly unit: 'mails/s';
  readonly ratio: number;
  readonly runs: readonly { readonly ours: number; readonly floor: number }[];
  readonly mails: number;
  readonly meanBytes: number;
}

export async function benchUnderstand(): Promise<UnderstandResult> {
  const mails = generateMails(MAILS, SEED);
  const ours = async (): Promise<void> => {
    for (const mail of mails) await explain(mail, 'bench');
  };
  const floor = async (): Promise<void> => {
    for (const mail of mails) await simpleParser(mail);
  };
  // Both are compiled before the clock runs.
  await ours();
  await floor();
  const runs: { ours: number; floor: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    // Who goes first changes, so that neither always finds the heap clean.
    const first = run % 2 === 0;
    const a = await rate(first ? ours : floor);
    const b = await rate(first ? floor : ours);
    runs.push(first ? { ours: a, floor: b } : { ours: b, floor: a });
  }
  const oursMedian = median(runs.map((run) => run.ours));
  const floorMedian = median(runs.map((run) => run.floor));
  return {
    name: 'understand',
    ours: oursMedian,
    floor: floorMedian,
    unit: 'mails/s',
    ratio: Number((oursMedian / floorMedian).toFixed(3)),
    runs,
    mails: MAILS,
    meanBytes: Math.round(mails.reduce((sum, mail) => sum + mail.length, 0) / MAILS),
  };
}

async function rate(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return Math.round(MAILS / ((performance.now() - before) / 1000));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
