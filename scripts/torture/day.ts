/**
 * A long day: one bridge from morning to evening, mail at a steady rate, and something breaking every now and then. At
 * the end nothing is lost or done twice, and the process holds no more memory and files than its work explains.
 */
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { check } from './checker';
import { type DayBridge, startDayBridge } from './day-bridge';
import { type DaySample, type Growth, growthOf, megabytes } from './day-growth';
import type { Finding } from './evidence';
import type { Fault } from './faults/fault';
import { IMAP_FAULTS } from './faults/imap';
import { SHEETS_FAULTS } from './faults/sheets';
import { SMTP_FAULTS } from './faults/smtp';
import { gather } from './gather';
import { type Random, randomFrom } from './random';
import { waiting } from './steady';
import { openWorld, type World } from './world';

export interface DayOptions {
  readonly seed: number;
  readonly hours: number;
  /** Mails an hour. */
  readonly rate: number;
  /** Seconds of the bridge's clock in one of ours. */
  readonly speed?: number;
  readonly program?: string;
  readonly onProgress?: (said: string) => void;
}

export interface DayResult {
  readonly samples: readonly DaySample[];
  /** null: the day was too short to say. */
  readonly growth: Growth | null;
  readonly findings: readonly Finding[];
  readonly unknown: number;
  readonly faults: readonly string[];
  readonly mails: { readonly delivered: number; readonly accepted: number };
  /** What still waited in the evening. */
  readonly stuck: readonly string[];
  /** Whether all that was promised held. */
  readonly held: boolean;
}

const SPEED = 60;
const HOUR_MS = 60 * 60_000;
const SAMPLES_AN_HOUR = 2;
const FAULTS_AN_HOUR = 4;
/**
 * Times that several people write an hour. Beyond, only those write who have written before: a question is acknowledged,
 * and a hundred automatic answers an hour trip the brake, as they should.
 */
const MOST_ACTS_AN_HOUR = 50;
const STEP_MS = 25;
/** After the day: what was put off for an hour goes out. */
const EVENING_MS = 3 * HOUR_MS;
const FEWEST_SAMPLES = 6;

/**
 * Faults that a running bridge lives through while people write. Not those that end it, take the mailbox from under the
 * people, number it anew as a whole, or stop mail for hours.
 */
export const DAY_FAULTS: readonly Fault[] = [...IMAP_FAULTS, ...SMTP_FAULTS, ...SHEETS_FAULTS].filter(
  ({ name }) =>
    !/the bridge is off|reads first|renamed|UIDVALIDITY|moved out|daily limit|for ever/.test(name),
);

export async function playDay(options: DayOptions): Promise<DayResult> {
  const { seed, hours, rate, speed = SPEED, onProgress = () => undefined } = options;
  const program = resolve(options.program ?? 'dist/rowdesk.cjs');
  const random = randomFrom(seed);
  const world = await openWorld({ program, name: `day${seed}`, sentCopies: 'append', speed });
  const bridge = startDayBridge(world);
  try {
    // The day begins when the bridge is at its mailbox: one that cannot come to it at its start gives up.
    await bridge.ready;
    const day = { world, bridge, random, begun: world.clock.now(), hours, rate, onProgress };
    const { samples, faults } = await fromMorningToEvening(day);
    const stuck = await untilAtRest(world, bridge);
    samples.push(await sample(day));
    await bridge.stop();
    const evidence = await gather(world);
    const { findings, unknown } = check(evidence);
    const growth = samples.length < FEWEST_SAMPLES ? null : growthOf(samples);
    return {
      samples,
      growth,
      findings,
      unknown,
      faults,
      mails: { delivered: evidence.delivered.length, accepted: evidence.accepted.length },
      stuck,
      held: findings.length === 0 && stuck.length === 0 && (growth?.complaints.length ?? 0) === 0,
    };
  } finally {
    await bridge.stop();
    await world.close();
  }
}

interface Day {
  readonly world: World;
  readonly bridge: DayBridge;
  readonly random: Random;
  readonly begun: number;
  readonly hours: number;
  readonly rate: number;
  readonly onProgress: (said: string) => void;
}

async function fromMorningToEvening(day: Day): Promise<{ samples: DaySample[]; faults: readonly string[] }> {
  const { world, bridge, hours, rate, onProgress } = day;
  const { delivered } = world.people;
  const samples = [await sample(day)];
  const people = peopleOf(day);
  const trouble = troubleOf(day);
  // On a machine that is too slow for its clock the day is longer, and no easier.
  for (let passed = 0; passed < hours || delivered.length < hours * rate; passed = hoursOf(day)) {
    alive(bridge);
    if (delivered.length < passed * rate) await people.write(passed);
    await trouble.goOn(passed);
    if (samples.length <= passed * SAMPLES_AN_HOUR) {
      const taken = await sample(day);
      samples.push(taken);
      onProgress(sampleLine(taken));
    }
    await pause(STEP_MS);
  }
  await trouble.end();
  return { samples, faults: trouble.played };
}

function peopleOf({ world: { people }, random }: Day) {
  let acts = 0;
  return {
    async write(passed: number): Promise<void> {
      const mayAct = acts < passed * MOST_ACTS_AN_HOUR;
      if (!mayAct) {
        await people.answer(random);
        return;
      }
      acts += 1;
      await people.act(random);
    },
  };
}

/** One thing breaks after the other, a few each hour. */
function troubleOf({ world, random }: Day) {
  const [first, ...others] = DAY_FAULTS;
  if (!first) throw new Error('There are no faults to play.');
  const played: string[] = [];
  let broken: { readonly fault: Fault; readonly until: number } | null = null;
  const end = async () => {
    const { fault } = broken ?? {};
    broken = null;
    await fault?.end(world, random);
  };
  return {
    played,
    end,
    async goOn(passed: number): Promise<void> {
      if (broken !== null && (broken.fault.bitten?.(world) || passed > broken.until)) await end();
      if (broken !== null || played.length >= passed * FAULTS_AN_HOUR) return;
      const fault = random.pick([first, ...others]);
      played.push(fault.name);
      await fault.begin(world, random);
      broken = { fault, until: passed + (fault.lasts * 1000) / HOUR_MS };
    },
  };
}

async function untilAtRest(world: World, bridge: DayBridge): Promise<readonly string[]> {
  const night = world.clock.now() + EVENING_MS;
  for (;;) {
    alive(bridge);
    const left = await waiting(world);
    if (left.length === 0 || world.clock.now() > night) return left;
    await pause(10 * STEP_MS);
  }
}

function alive(bridge: DayBridge): void {
  const died = bridge.died();
  if (died !== null) throw new Error(died);
}

async function sample(day: Day): Promise<DaySample> {
  const held = await day.bridge.held();
  return { ...held, hours: hoursOf(day), mails: day.world.people.delivered.length };
}

function hoursOf({ world, begun }: Day): number {
  return (world.clock.now() - begun) / HOUR_MS;
}

export function sampleLine({ hours, mails, rss, heapUsed, external, handles }: DaySample): string {
  return `${hours.toFixed(1)} h, ${mails} mails: process ${megabytes(rss)} MB, live ${megabytes(heapUsed + external)} MB, ${handles} open files`;
}

/** The day in lines for a person; the gravest last. */
export function dayText({
  samples,
  growth,
  findings,
  unknown,
  faults,
  mails,
  stuck,
  held,
}: DayResult): readonly string[] {
  return [
    ...samples.map(sampleLine),
    `${mails.delivered} mails delivered, ${mails.accepted} accepted, ${unknown} unknown, ${faults.length} faults`,
    ...(growth === null
      ? ['The day was too short to say whether the process grows.']
      : [
          `second half: ${Math.round(growth.bytesPerMail)} bytes of live memory a mail, ${megabytes(growth.rssPerHour)} MB an hour of the process, ${growth.moreHandles} more open files`,
          ...growth.complaints.map((complaint) => `GROWS: ${complaint}`),
        ]),
    ...findings.map(({ kind, which, what }) => `FOUND ${kind} ${which}: ${what}`),
    ...stuck.map((what) => `STUCK: ${what}`),
    held ? 'All held.' : 'Not all held.',
  ];
}
