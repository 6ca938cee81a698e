/**
 * What planning costs, from a thousand pairs (a participant and a step) to a hundred thousand: sessions spread over two
 * weeks back and six ahead, five steps, everybody told already what was due.
 *
 * Seconds are of the processor, medians:
 * - `seconds`: planning again with nothing new, which is what nearly every round of the bridge does;
 * - `firstSeconds`: nothing was ever planned;
 * - `movedSeconds`: every session was moved by an hour since, and everybody who was told is due a notice;
 * - `withdrawSeconds`: every mail of that first planning still waits, and each is asked whether it still has its reason;
 * - `heapMb`: what one planning adds to the heap while it runs, garbage and all.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { planReminders } from '../../core/session/reminders';
import { withdrawnMails } from '../../core/session/withdrawn';
import { median } from './bench-sheet';
import { reminderFirm } from './reminder-firm';

const SIZES = [
  { sessions: 10, people: 20 },
  { sessions: 20, people: 30 },
  { sessions: 100, people: 20 },
  { sessions: 200, people: 30 },
  { sessions: 500, people: 40 },
] as const;
const RUNS = 5;

interface ReminderRow {
  readonly pairs: number;
  readonly sessions: number;
  readonly seconds: number;
  readonly firstSeconds: number;
  readonly movedSeconds: number;
  readonly withdrawSeconds: number;
  readonly due: number;
  readonly moved: number;
  readonly heapMb: number;
}

export async function benchReminders(): Promise<object> {
  // Every size is measured with compiled code.
  measure({ sessions: 200, people: 30 });
  const rows: ReminderRow[] = [];
  for (const size of SIZES) {
    const row = measure(size);
    process.stderr.write(`${JSON.stringify(row)}\n`);
    rows.push(row);
  }
  return { name: 'reminders', rows };
}

function measure({ sessions, people }: { readonly sessions: number; readonly people: number }): ReminderRow {
  const firm = reminderFirm(sessions, people);
  const fresh = firm.input();
  const first = planReminders(fresh);
  firm.remember(first.due);
  const again = firm.input();
  const moved = { ...again, sessions: firm.movedSessions };
  const notices = planReminders(moved);
  const waiting = firm.waiting(first.due);
  if (planReminders(again).due.length > 0) throw new Error('What was told is planned again.');
  return {
    pairs: firm.pairs,
    sessions,
    seconds: timed(() => planReminders(again)),
    firstSeconds: timed(() => planReminders(fresh)),
    movedSeconds: timed(() => planReminders(moved)),
    withdrawSeconds: timed(() => withdrawnMails(waiting, { ...again, nudgeHolds: () => true })),
    due: first.due.length,
    moved: notices.due.length,
    heapMb: heapOf(() => planReminders(again)),
  };
}

function timed(work: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
  }
  return Number((median(times) / 1_000_000).toFixed(5));
}

function heapOf(work: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const grown: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    collect();
    const before = process.memoryUsage().heapUsed;
    const result = work();
    grown.push(process.memoryUsage().heapUsed - before);
    if (result === null) throw new Error('Nothing was planned.');
  }
  return Number((median(grown) / 1_000_000).toFixed(1));
}
