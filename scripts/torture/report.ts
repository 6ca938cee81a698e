/** What a run has shown, for people and as one line of JSON. */
import type { Finding } from './evidence';
import { KILLED_STEPS } from './faults/kills';
import type { RoundResult } from './round';
import type { RunResult, WorldResult } from './run';
import { inShort, unnamed } from './steps';

/** A goal of the run, and the findings that speak against it. */
const GOALS: readonly (readonly [string, readonly Finding['kind'][]])[] = [
  ['lost mails', ['lost-mail']],
  ['duplicate tickets', ['duplicate-ticket']],
  ['half tickets', ['half-ticket', 'wrong-ticket']],
  ['lost attachments', ['lost-attachment']],
  ['double acknowledgements', ['double-acknowledgement', 'answered-robot']],
  ['missing acknowledgements', ['missing-acknowledgement']],
  ['double replies', ['double-reply']],
  ['lost replies', ['lost-reply']],
  ['leaked to participants', ['leaked']],
  ['needless letters to colleagues', ['needless-letter']],
  ['commands lost or doubled', ['lost-command', 'double-command']],
  ['shown otherwise than it is', ['shown-otherwise', 'unbalanced-intake']],
];

export interface Summary {
  readonly name: 'torture';
  readonly seed: number;
  readonly rounds: number;
  /** Faults that found their moment; the others began and ended without one. */
  readonly bitten: number;
  readonly kills: number;
  readonly faults: Readonly<Record<string, { readonly played: number; readonly bitten: number }>>;
  readonly mails: { readonly delivered: number; readonly accepted: number };
  readonly damage: Readonly<Record<string, number>>;
  /** Mails of which the Sheet says, and rightly, that nobody knows whether they went out. */
  readonly unknown: number;
  /** Seconds of the bridge's own clock from the end of a fault until nothing waited. */
  readonly steadyAfter: {
    readonly median: number;
    readonly p90: number;
    readonly max: number;
    readonly slowest: string;
  };
  readonly stuck: number;
  readonly slowestStopMs: number;
  /** Starts of the bridge that ended by themselves, with a code other than 0. */
  readonly falls: number;
  /** Steps that the bridge was seen to take, and those of them that no kill names. */
  readonly steps: { readonly seen: number; readonly unnamed: readonly string[] };
  readonly seconds: number;
  readonly ok: boolean;
}

export function summaryOf({ seed, worlds, seconds }: RunResult): Summary {
  const rounds = worlds.flatMap((world) => world.rounds);
  const findings = worlds.flatMap((world) => world.findings);
  const seen = [...new Set(worlds.flatMap(({ steps }) => steps))];
  const stuck = worlds.filter((world) => world.stuck.length > 0).length;
  const sum = (figure: (world: WorldResult) => number) =>
    worlds.reduce((total, world) => total + figure(world), 0);
  return {
    name: 'torture',
    seed,
    rounds: rounds.length,
    bitten: rounds.filter(({ bitten }) => bitten).length,
    kills: rounds.filter(({ fault, bitten }) => bitten && /kill|torn/.test(fault)).length,
    faults: timesPlayed(rounds),
    mails: { delivered: sum(({ mails }) => mails.delivered), accepted: sum(({ mails }) => mails.accepted) },
    damage: Object.fromEntries(
      GOALS.map(([goal, kinds]) => [goal, findings.filter(({ kind }) => kinds.includes(kind)).length]),
    ),
    unknown: sum(({ unknown }) => unknown),
    steadyAfter: distribution(rounds),
    stuck,
    slowestStopMs: Math.round(Math.max(0, ...worlds.map(({ stopMs }) => stopMs))),
    falls: sum(({ falls }) => falls),
    steps: { seen: seen.length, unnamed: unnamed(seen, KILLED_STEPS) },
    seconds: Math.round(seconds),
    ok: findings.length === 0 && stuck === 0,
  };
}

function timesPlayed(rounds: readonly RoundResult[]): Summary['faults'] {
  const times = new Map<string, { played: number; bitten: number }>();
  for (const { fault, bitten } of rounds) {
    const count = times.get(fault) ?? { played: 0, bitten: 0 };
    times.set(fault, { played: count.played + 1, bitten: count.bitten + (bitten ? 1 : 0) });
  }
  return Object.fromEntries([...times].sort(([a], [b]) => a.localeCompare(b)));
}

function distribution(rounds: readonly RoundResult[]): Summary['steadyAfter'] {
  const waited = rounds
    .flatMap(({ fault, steadyAfter }) => (steadyAfter === null ? [] : [{ fault, steadyAfter }]))
    .sort((a, b) => a.steadyAfter - b.steadyAfter);
  const at = (share: number) =>
    Math.round(waited[Math.max(0, Math.ceil(waited.length * share) - 1)]?.steadyAfter ?? 0);
  return { median: at(0.5), p90: at(0.9), max: at(1), slowest: waited[waited.length - 1]?.fault ?? '' };
}

/** As lines for people. */
export function reportLines(summary: Summary, worlds: readonly WorldResult[]): string[] {
  const { steadyAfter, mails, damage } = summary;
  const width = Math.max(5, ...Object.keys(summary.faults).map((name) => name.length));
  return [
    `${'fault'.padEnd(width)}  played  found its moment`,
    ...Object.entries(summary.faults).map(
      ([name, { played, bitten }]) => `${name.padEnd(width)}  ${String(played).padStart(6)}  ${bitten}`,
    ),
    '',
    ...worlds.flatMap(({ name, findings, stuck, kept }) => [
      ...findings.map(({ kind, which, what }) => `${name}: ${kind}: ${which}: ${what}`),
      ...stuck.map((what) => `${name}: not steady: ${what}`),
      ...(kept === null ? [] : [`${name}: state folder, log and evidence are in ${kept}`]),
    ]),
    `seed ${summary.seed}: ${summary.rounds} rounds, ${summary.bitten} faults that found their moment (${summary.kills} kills), ${mails.delivered} mails in, ${mails.accepted} out, ${summary.seconds} s`,
    `steady after (the bridge's clock): median ${steadyAfter.median} s, p90 ${steadyAfter.p90} s, max ${steadyAfter.max} s (${steadyAfter.slowest})`,
    `slowest stop by SIGTERM: ${summary.slowestStopMs} ms`,
    `ended by itself, with a code other than 0: ${summary.falls} times`,
    `${summary.steps.seen} steps seen, ${summary.steps.unnamed.length} of them named by no kill: ${inShort(summary.steps.unnamed).join(', ')}`,
    ...Object.entries(damage).map(([goal, count]) => `${goal}: ${count}`),
    `unknown, and shown so: ${summary.unknown}`,
    summary.ok ? 'Nothing was lost and nothing came twice.' : 'DAMAGE: see above.',
  ];
}
