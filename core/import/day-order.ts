/** Whether a file writes the day or the month first, by all its dates together. */
import { type DayOrder, orderShown } from './read-moment';

/** `each`: nothing shows it, or the file contradicts itself; a date with two readings is then nobody's. */
export type DayOrderOfFile = DayOrder | 'each';

export function dayOrderOf(cells: Iterable<string>): DayOrderOfFile {
  let found: DayOrder | null = null;
  for (const cell of cells) {
    const shown = orderShown(cell);
    if (shown === null) continue;
    if (found !== null && found !== shown) return 'each';
    found = shown;
  }
  return found ?? 'each';
}
