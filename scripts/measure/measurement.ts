/** One line of the table: what was measured on which set, how well, and what was wanted. */
export interface Measurement {
  readonly set: string;
  readonly measure: string;
  readonly good: number;
  readonly total: number;
  /** share: good/total. count: `good` itself, such as lost replies. */
  readonly as: 'share' | 'count';
  /** null: shown for information only. */
  readonly goal: Goal | null;
  /** Names of what went wrong, for --verbose. */
  readonly misses: readonly string[];
}

export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export function scoreOf(measurement: Measurement): number {
  if (measurement.as === 'count') return measurement.good;
  return measurement.total === 0 ? 1 : measurement.good / measurement.total;
}

export function isMet(measurement: Measurement): boolean {
  const { goal } = measurement;
  if (goal === null || measurement.total === 0) return true;
  const value = scoreOf(measurement);
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** Counts good and bad, remembering the bad by name. */
export class Tally {
  private good = 0;
  private total = 0;
  private readonly misses: string[] = [];

  note(isGood: boolean, name: string): void {
    this.total++;
    if (isGood) this.good++;
    else this.misses.push(name);
  }

  add(good: number, total: number): void {
    this.good += good;
    this.total += total;
  }

  share(set: string, measure: string, goal: Goal | null): Measurement {
    return { set, measure, good: this.good, total: this.total, as: 'share', goal, misses: this.misses };
  }

  /** How many were bad. */
  failures(set: string, measure: string, goal: Goal | null): Measurement {
    return {
      set,
      measure,
      good: this.misses.length,
      total: this.total,
      as: 'count',
      goal,
      misses: this.misses,
    };
  }
}

export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map((m) => [
    m.set,
    m.measure,
    shown(m),
    goalOf(m),
    isMet(m) ? (m.goal === null ? '' : 'ok') : 'MISSED',
  ]);
  const all = [['set', 'measure', 'score', 'goal', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(m: Measurement): string {
  if (m.as === 'count') return `${m.good} of ${m.total}`;
  return `${(scoreOf(m) * 100).toFixed(1)} % (${m.good}/${m.total})`;
}

function goalOf(m: Measurement): string {
  if (m.goal === null) return '';
  const factor = m.as === 'share' ? 100 : 1;
  const unit = m.as === 'share' ? ' %' : '';
  return 'atLeast' in m.goal ? `≥ ${m.goal.atLeast * factor}${unit}` : `≤ ${m.goal.atMost * factor}${unit}`;
}
