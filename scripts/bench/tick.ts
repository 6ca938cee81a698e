/**
 * A tick at four sizes of the Tickets tab, one row in a hundred changed since the last one.
 *
 * `seconds` is the CPU time of our own code: the run on the local sheet with the time in the sheet taken off, because
 * Google's sheet and its way of handing over cells cost what they cost. `emulatedSeconds` is the whole run of the
 * built bundle in the Apps Script runtime of local-sheet, sheet and all; `serviceCalls` are counted there, as Google
 * counts them. `emptySeconds` is a tick in which nothing had changed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTick } from '../../apps-script/tick/tick';
import { createScriptHost } from '../../local-sheet/apps-script/host';
import { median } from './bench-sheet';
import { type TickDesk, tickDesk } from './tick-desk';
import { cpuSeconds, timedServices } from './tick-services';

const SIZES = [100, 1_000, 10_000, 50_000];
const RUNS = 3;

interface TickRow {
  readonly tickets: number;
  readonly seconds: number;
  readonly serviceCalls: number;
  readonly changed: number;
  readonly writeCalls: number;
  readonly writtenKb: number;
  readonly emptySeconds: number;
  readonly emulatedSeconds: number;
}

export async function benchTick(): Promise<object> {
  const rows: TickRow[] = [];
  for (const tickets of SIZES) {
    const row = measure(tickets);
    process.stderr.write(`${JSON.stringify(row)}\n`);
    rows.push(row);
  }
  return { name: 'tick', rows };
}

function measure(tickets: number): TickRow {
  const desk = tickDesk(tickets);
  // What the first tick finds to do in a workbook of this age is not what is measured.
  ownRun(desk);
  const empty = ownRun(desk);
  const own = Array.from({ length: RUNS }, (_, run) => {
    desk.touch(run);
    return ownRun(desk);
  });
  const emulated = Array.from({ length: RUNS }, (_, run) => {
    desk.touch(RUNS + run);
    return emulatedRun(desk);
  });
  const [first] = own;
  return {
    tickets,
    seconds: round(median(own.map(({ seconds }) => seconds))),
    serviceCalls: Math.max(...emulated.map(({ serviceCalls }) => serviceCalls)),
    changed: first?.changed ?? 0,
    writeCalls: Math.max(...own.map(({ writes }) => writes)),
    writtenKb: Math.round((first?.written ?? 0) / 1_000),
    emptySeconds: round(empty.seconds),
    emulatedSeconds: round(median(emulated.map(({ seconds }) => seconds))),
  };
}

function ownRun(desk: TickDesk) {
  const { services, times } = timedServices(desk.service, desk.spreadsheetId, desk.clock);
  const before = cpuSeconds();
  const outcome = runTick(services);
  const seconds = cpuSeconds() - before - times.spent;
  if (outcome.kind !== 'done' || !outcome.finished) throw new Error('The tick did not come to its end.');
  return { seconds, changed: outcome.changed, writes: times.writes, written: times.written };
}

function emulatedRun(desk: TickDesk): { readonly seconds: number; readonly serviceCalls: number } {
  const folder = join('dist', 'apps-script');
  const host = createScriptHost({
    bundle: {
      code: readFileSync(join(folder, 'Code.js'), 'utf8'),
      htmlFiles: {},
      manifest: JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8')) as object,
    },
    service: desk.service,
    spreadsheetId: desk.spreadsheetId,
    clock: desk.clock,
    owner: { email: 'owner@firm.test', locale: 'en' },
    timeZone: 'Europe/Warsaw',
  });
  const before = cpuSeconds();
  const { serviceCalls } = host.run('tick');
  return { seconds: cpuSeconds() - before, serviceCalls };
}

function round(seconds: number): number {
  return Number(seconds.toFixed(3));
}
