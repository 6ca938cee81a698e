/**
 * Lines of the Problems tab that live: they appear, later say that their matter is over, and a person may remove them
 * at any time, which says that it is settled.
 */
import type { Row } from '../../core/workbook/rows';
import { appendRows, type TableRead, updateRow } from '../../core/workbook/table';
import type { Problem } from '../desk-problems';
import type { Desk } from '../sheets/desk';

/** A line with all that changes in it. */
export type LivingLine = Problem & Pick<Row<'problems'>, 'at' | 'what' | 'todo'>;

export interface WantedLine {
  readonly line: LivingLine;
  /** What it means that there is no such line: it has not been written yet, or a person has removed it. */
  readonly ifAbsent: 'append' | 'leave';
  /** The tab shows it, or need not. */
  readonly done: () => void;
}

/**
 * One read, and one write when something is missing. A line that was changed in place is done only when it is next read
 * and found right: rows may have moved between reading and writing.
 *
 * @returns the keys that stand on the tab; null when it has lost the columns by which that could be told
 */
export async function showLines(
  desk: Desk,
  wanted: readonly WantedLine[],
): Promise<ReadonlySet<string> | null> {
  return desk.untilTaken(async () => {
    const { problems } = await desk.read(['problems']);
    if (problems.layout.missing.includes('key') || problems.layout.missing.includes('what')) return null;
    const standing = standingLines(problems);
    const absent = wanted.filter(({ line }) => !standing.has(line.key));
    const fresh = absent.filter(({ ifAbsent }) => ifAbsent === 'append');
    const outdated = wanted.flatMap(({ line }) => {
      const place = standing.get(line.key);
      return place && place.row.what !== line.what ? [{ line, place }] : [];
    });
    const requests = [
      ...outdated.flatMap(({ line: { at, what, todo }, place }) =>
        updateRow(problems.layout, place.rowIndex, { at, what, todo }, desk.context),
      ),
      ...appendRows(
        problems.layout,
        fresh.map(({ line }) => line),
        desk.context,
      ),
    ];
    if (requests.length > 0) await desk.write(requests);
    const changing = new Set(outdated.map(({ line }) => line.key));
    for (const { line, done } of wanted) if (!changing.has(line.key)) done();
    return new Set([...standing.keys(), ...fresh.map(({ line }) => line.key)]);
  });
}

/** By their keys. The key's column is hidden: whoever empties a line leaves it, and the line counts as removed. */
export function standingLines({ rows }: TableRead<'problems'>) {
  const filled = rows.filter(({ row }) => row.key !== '' && (row.what !== '' || row.todo !== ''));
  return new Map(filled.map((placed) => [placed.row.key, placed]));
}
