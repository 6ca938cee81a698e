/** A desk in a storm: many people write at once, and a person works the Problems tab. */
import { SHEET_ID } from '../../../core/workbook/columns';
import type { Row } from '../../../core/workbook/rows';
import type { DeskBench } from '../support/desks';
import { letter } from '../support/letters';

/** Mails of so many people, each from a domain of their own. */
export async function flood(bench: DeskBench, count: number, from = 0): Promise<void> {
  for (let index = from; index < from + count; index += 1) {
    await bench.dovecot.deliver(
      bench.address,
      letter({
        from: `Person ${index} <person@firm-${index}.test>`,
        subject: `Question ${index}`,
        text: `I cannot open exercise ${index}. What am I to do?`,
      }),
      'INBOX',
      new Date(bench.clock.now()),
    );
  }
}

/** The lines that say that the brake is on. */
export async function brakeLines(bench: DeskBench): Promise<readonly Row<'problems'>[]> {
  return (await bench.rows('problems')).filter(({ key }) => key.startsWith('brake:'));
}

export async function deleteBrakeLine(bench: DeskBench): Promise<void> {
  const { rowIndex } = await bench.row('problems', ({ key }) => key.startsWith('brake:'));
  bench.sheets.batchUpdate(bench.spreadsheetId, {
    requests: [
      {
        deleteDimension: {
          range: {
            sheetId: SHEET_ID.problems,
            dimension: 'ROWS',
            startIndex: rowIndex,
            endIndex: rowIndex + 1,
          },
        },
      },
    ],
  });
}

/** To whom mails of ours went that people, and not colleagues, got. */
export function mailsTo(bench: DeskBench, domain: RegExp): readonly string[] {
  return bench.smtp.mails.flatMap(({ to }) => to).filter((address) => domain.test(address));
}
