/** A row of the file into a row of the Sheet, by the rules that hold for several cells or several rows together. */
import { addressKey } from '../mail/addresses';
import type { Row, RowChange } from '../workbook/rows';
import type { ImportKind } from './fields';
import { type MergedCells, mergeCells } from './merge-cells';
import { refuseBackwards, type Times, timesTogether } from './merge-times';
import type { SheetClock } from './sheet-second';

/** @throws BadRow when the session would end before it starts */
export function mergeRow<K extends ImportKind>(
  standing: RowChange<K>,
  incoming: RowChange<K>,
  /** Columns of the Sheet's row that hold something which is not what they promise. A person wrote it. */
  unread: ReadonlySet<string>,
  replace: boolean,
  clock: SheetClock,
): MergedCells<K> {
  // Only sessions have these columns; for other kinds they are undefined on both sides.
  const before: Times = standing as Times;
  const isFixed = !replace && ((before.starts_at ?? null) !== null || unread.has('starts_at'));
  const { times, kept: keptTimes } = timesTogether(before, incoming as Times, isFixed, clock);
  const { starts_at: _start, ends_at: _end, ...rest } = incoming as Times & Record<string, unknown>;
  const filling = Object.entries({ ...rest, ...times }).filter(([column]) => replace || !unread.has(column));
  // Cells of the same row.
  const { change, kept } = mergeCells(standing, Object.fromEntries(filling) as RowChange<K>, replace, clock);
  refuseBackwards(before, change as Times, clock);
  return { change, kept: [...kept, ...keptTimes.filter((column) => !unread.has(column))] };
}

/**
 * Who has asked for no more reminders, on whichever row of theirs it stands: the person has asked, not the row.
 */
export class NoReminders {
  readonly #addresses = new Set<string>();

  constructor(participants: readonly Row<'participants'>[]) {
    for (const row of participants) this.learn(row);
  }

  learn({ email = '', reminders = '' }: RowChange<'participants'>): void {
    if (reminders === 'no' && email.trim() !== '') this.#addresses.add(addressKey(email));
  }

  /** Whether a row of the file would have that person written to again. */
  undoneBy(incoming: RowChange<'participants'>, standing: RowChange<'participants'> | null): boolean {
    if (incoming.reminders !== 'yes' || !this.#addresses.has(addressKey(incoming.email ?? ''))) return false;
    // What a row of theirs says already is a person's doing, and the file does not change it.
    return (standing?.reminders ?? '') === '';
  }
}
