/** The Reminders tab, read: the steps of the ladder, each with its variants for tones and conditions. */
import type { Row } from '../workbook/rows';
import { canonicalActivity } from './activity-names';
import type { Condition } from './condition';
import { parseCondition } from './condition';
import type { Offset } from './offset';
import { parseOffset } from './offset';

export interface Step {
  readonly row: Row<'reminders'>;
  readonly offset: Offset;
  readonly condition: Condition;
}

export interface Ladder {
  /** Rows that share a name are one step: a person gets at most one of them. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  /** What conditions ask for, each once. */
  readonly deeds: readonly string[];
}

export interface LadderReading {
  readonly ladder: Ladder;
  /** Names of enabled steps whose offset nobody can read: they belong on the Problems tab. */
  readonly unreadable: readonly string[];
  /** The same for conditions. */
  readonly unreadableConditions: readonly string[];
}

export function readLadder(rows: readonly Row<'reminders'>[]): LadderReading {
  const steps = new Map<string, Step[]>();
  const deeds = new Map<string, string>();
  const unreadable: string[] = [];
  const unreadableConditions: string[] = [];
  for (const row of rows) {
    if (!row.enabled) continue;
    const offset = parseOffset(row.offset);
    const condition = parseCondition(row.condition);
    if (offset === null) unreadable.push(row.step);
    if (condition === null) unreadableConditions.push(row.step);
    if (offset === null || condition === null) continue;
    if (condition.kind === 'activity') deeds.set(canonicalActivity(condition.what), condition.what);
    const variants = steps.get(row.step);
    if (variants) variants.push({ row, offset, condition });
    else steps.set(row.step, [{ row, offset, condition }]);
  }
  return { ladder: { steps, deeds: Array.from(deeds.values()) }, unreadable, unreadableConditions };
}

/** What a condition is asked about. */
export interface Circumstances {
  readonly session: Pick<Row<'sessions'>, 'link' | 'place'>;
  readonly hasDone: (what: string) => boolean;
}

export function holds(condition: Condition, { session, hasDone }: Circumstances): boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'online':
      return session.link.trim() !== '';
    case 'on-site':
      return session.place.trim() !== '';
    case 'activity':
      return hasDone(condition.what) === condition.done;
  }
}
