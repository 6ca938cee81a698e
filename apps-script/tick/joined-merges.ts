/**
 * Merges that open the other ticket, because nobody has answered what the merged one asks.
 *
 * That the question joined the other ticket is known only in the run that accepts the merge: afterwards the link looks
 * like any other. So both rows are written in one step, whatever lies between them on the tab.
 */
import type { Prior } from '../../core/ticket/link-edits';
import type { PlacedRow } from '../../core/workbook/rows';

/** By id of each of them: the ticket that is opened, and those that are merged into it. */
export function joinedMerges(
  tickets: readonly PlacedRow<'tickets'>[],
  priors: ReadonlyMap<string, Prior>,
): ReadonlyMap<string, readonly PlacedRow<'tickets'>[]> {
  const targetOf = new Map<string, string>();
  for (const [id, { change, events }] of priors) {
    const target = change.merged_into;
    if (target === undefined || !events.some(({ kind }) => kind === 'merged')) continue;
    if (!priors.get(target)?.events.some(({ kind }) => kind === 'question-joined')) continue;
    // A ticket that is merged never has others merged into it: no chains.
    targetOf.set(id, target).set(target, target);
  }
  const joined = new Map<string, PlacedRow<'tickets'>[]>();
  if (targetOf.size === 0) return joined;
  const groups = new Map<string, PlacedRow<'tickets'>[]>();
  for (const placed of tickets) {
    const target = targetOf.get(placed.row.id);
    if (target === undefined) continue;
    const group = groups.get(target) ?? [];
    group.push(placed);
    groups.set(target, group);
    joined.set(placed.row.id, group);
  }
  return joined;
}
