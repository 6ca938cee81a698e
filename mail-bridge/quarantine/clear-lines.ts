/** Takes lines off the Problems tab whose mails are settled. */
import type { Row } from '../../core/workbook/rows';
import { appendRows, updateRow } from '../../core/workbook/table';
import type { ReleasedMail } from '../intake/ledger';
import type { Desk } from '../sheets/desk';

/** Under which a mail of the quarantine was reported. */
export function problemKeyOf({ name, epoch, uid }: ReleasedMail): string {
  return name === null ? `unfetchable:${epoch}:${uid}` : `quarantined:${name}`;
}

const ATTEMPTS = 3;
const EMPTY = { key: '', at: null, tab: '', row: '', what: '', todo: '' } as const;

/**
 * Rows are addressed by position, and somebody may sort the tab between reading and writing. So it is read again
 * afterwards: a line that was hit by mistake is written anew, and one that was missed is taken off after all.
 */
export async function clearLines(desk: Desk, keys: ReadonlySet<string>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await desk.untilTaken(async () => {
      const { problems } = await desk.read(['problems']);
      const settled = problems.rows.filter(({ row }) => keys.has(row.key));
      if (settled.length === 0) return null;
      await desk.write(
        settled.flatMap(({ rowIndex }) => updateRow(problems.layout, rowIndex, EMPTY, desk.context)),
      );
      return problems.rows.map(({ row }) => row).filter(({ key }) => !keys.has(key));
    });
    if (before === null) return;
    await desk.untilTaken(async () => {
      const { problems } = await desk.read(['problems']);
      const standing = new Set(problems.rows.map(({ row }) => identity(row)));
      const lost = before.filter((row) => !standing.has(identity(row)));
      await desk.write(appendRows(problems.layout, lost, desk.context));
    });
  }
}

function identity({ key, at, row, what }: Row<'problems'>): string {
  return [key, at ?? '', row, what].join('\n');
}
