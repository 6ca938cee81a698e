/** The rows of the Checkpoints tab, read once for those who are nudged and for those who are told. */
import type { Row } from '../workbook/rows';
import { canonicalActivity } from './activity-names';
import { parseCondition } from './condition';
import type { Offset } from './offset';
import { parseOffset } from './offset';

export interface Checkpoint {
  /** Names it in keys: what it asks for, where the row has no id of its own. */
  readonly id: string;
  readonly row: Row<'checkpoints'>;
  readonly moment: Offset;
  /** What should have been done by then: a known name, or the words of the cell. */
  readonly missing: string;
  /** How long after the moment somebody is told; null: nobody is. */
  readonly followAfter: Offset | null;
}

export interface CheckpointReading {
  readonly checkpoints: readonly Checkpoint[];
  /** Of enabled rows that nobody can read: they belong on the Problems tab. */
  readonly unreadable: readonly string[];
}

export function readCheckpoints(rows: readonly Row<'checkpoints'>[]): CheckpointReading {
  const checkpoints: Checkpoint[] = [];
  const unreadable: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    if (!row.enabled) continue;
    const moment = parseOffset(row.moment);
    const condition = parseCondition(row.condition, 'not-done');
    const after = row.follow_after.trim() === '' ? null : lengthOf(row.follow_after);
    const name = row.id.trim() || row.condition.trim() || row.moment.trim();
    if (name === '') continue;
    // "Has not yet" can only mean something that is to be done: not "online", and not "logged in = yes".
    if (!moment || condition?.kind !== 'activity' || condition.done || after === 'unreadable') {
      unreadable.push(name);
      continue;
    }
    const id = row.id.trim() || canonicalActivity(condition.what);
    // The first row of an id counts: a second one would have the very same keys.
    if (seen.has(id)) continue;
    seen.add(id);
    checkpoints.push({ id, row, moment, missing: condition.what, followAfter: after });
  }
  return { checkpoints, unreadable };
}

/** "12 h", "+12 h", "12 h after": a length of time needs no sign to be understood. */
function lengthOf(text: string): Offset | 'unreadable' {
  const offset = parseOffset(text) ?? parseOffset(`+${text.trim()}`);
  return offset === null || ('amount' in offset && offset.amount < 0) ? 'unreadable' : offset;
}
