/**
 * `npm run torture -- --seed N --rounds K`: breaks everything around a running bridge and judges what is left.
 *
 * The bridge is the built program in a process of its own. Its clock and its pauses run faster by one factor (SPEED),
 * and the clock is set ahead when all it does is wait; nothing else of it is changed.
 */
import { parseArgs } from 'node:util';
import { dayText, playDay } from './day';
import { reportLines, summaryOf } from './report';
import { faultsNamed, runTorture } from './run';

const USAGE = `usage: npm run torture -- [--seed N] [--rounds K] [--only WORDS]… [--jobs N] [--program FILE] [--json] [--list]
  --seed N     which schedule (1); the same seed plays the same one
  --rounds K   faults to play (100)
  --only WORDS only faults whose name holds these words
  --jobs N     firms that are tortured beside each other (2)
  --program F  the bridge to be tortured (dist/rowdesk.cjs)
  --list       names of the faults, and nothing else
  --day        instead: a working day with a fault now and then, and whether memory and open files stay flat
  --hours H    of that day (8)
  --rate N     mails in an hour of it (200)
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '100' },
      jobs: { type: 'string', default: '2' },
      only: { type: 'string', multiple: true, default: [] },
      program: { type: 'string' },
      json: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      day: { type: 'boolean', default: false },
      hours: { type: 'string', default: '8' },
      rate: { type: 'string', default: '200' },
      help: { type: 'boolean', default: false },
    },
  });
  const count = (name: 'seed' | 'rounds' | 'jobs' | 'hours' | 'rate') => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} wants a whole number from 1.`);
    return value;
  };
  if (faultsNamed(values.only).length === 0)
    throw new Error(`No fault has a name like "${values.only.join(', ')}".`);
  return {
    ...values,
    seed: count('seed'),
    rounds: count('rounds'),
    jobs: count('jobs'),
    hours: count('hours'),
    rate: count('rate'),
  };
}

async function main(): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const { seed, rounds, jobs, only, program, json, list, help } = options;
  if (help || list) {
    process.stdout.write(
      help
        ? USAGE
        : `${faultsNamed(only)
            .map(({ name }) => name)
            .join('\n')}\n`,
    );
    return 0;
  }
  const onProgress = (said: string) => process.stderr.write(`${said}\n`);
  if (options.day) {
    const day = await playDay({ seed, hours: options.hours, rate: options.rate, onProgress });
    tell(dayText(day), json ? day : null);
    return day.held ? 0 : 1;
  }
  const result = await runTorture({
    seed,
    rounds,
    jobs,
    only,
    ...(program ? { program } : {}),
    onProgress,
  });
  const summary = summaryOf(result);
  tell(reportLines(summary, result.worlds), json ? summary : null);
  return summary.ok ? 0 : 1;
}

/** JSON alone on standard output, as the last line; the report is for people in either case. */
function tell(report: readonly string[], forPrograms: object | null): void {
  const lines = `${report.join('\n')}\n`;
  if (forPrograms === null) {
    process.stdout.write(lines);
    return;
  }
  process.stderr.write(lines);
  process.stdout.write(`${JSON.stringify(forPrograms)}\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
