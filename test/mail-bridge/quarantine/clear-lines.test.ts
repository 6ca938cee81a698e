/** Lines of settled mails leave the Problems tab, and no other line does, whoever sorts it at that moment. */
import { FIRST_DATA_ROW, SHEET_ID } from '../../../core/workbook/columns';
import { clearLines, problemKeyOf } from '../../../mail-bridge/quarantine/clear-lines';
import type { SpoolName } from '../../../mail-bridge/state/spool';
import { type BridgeBench, bridgeBench } from '../support/bench';

let bench: BridgeBench;
let disturb: (() => void) | null = null;
beforeEach(async () => {
  bench = await bridgeBench({
    imap: { port: 9 },
    smtp: { port: 9 },
    between: (sheets) => ({
      ...sheets,
      batchUpdate(...args) {
        const now = disturb;
        disturb = null;
        now?.();
        return sheets.batchUpdate(...args);
      },
    }),
  });
});
afterEach(() => bench.close());

const line = (key: string) => ({
  key,
  at: bench.clock.now(),
  tab: 'messages',
  row: key,
  what: `${key}!`,
  todo: '?',
});
const keys = async () => (await bench.rows('problems')).map(({ key }) => key).sort();

/** As a person does between the bridge's reading and its writing. */
async function sortAtNextWrite(): Promise<void> {
  const { layout } = (await bench.desk.read(['problems'])).problems;
  disturb = () => {
    bench.sheets.batchUpdate(bench.spreadsheetId, {
      requests: [
        {
          sortRange: {
            range: { sheetId: SHEET_ID.problems, startRowIndex: FIRST_DATA_ROW },
            sortSpecs: [{ dimensionIndex: layout.columns.get('key') ?? 0, sortOrder: 'DESCENDING' }],
          },
        },
      ],
    });
  };
}

it('takes off the lines with these keys, each as often as it stands there', async () => {
  await bench.append('problems', ['a', 'b', 'a', 'c'].map(line));
  await clearLines(bench.desk, new Set(['a', 'none']));
  expect(await keys()).toEqual(['b', 'c']);
});

it('gives a line back that was sorted into its way, and finds the one that was meant', async () => {
  await bench.append('problems', ['a', 'b', 'c'].map(line));
  await sortAtNextWrite();
  await clearLines(bench.desk, new Set(['a']));
  expect(await keys()).toEqual(['b', 'c']);
});

it('writes nothing where there is nothing to take off', async () => {
  await bench.append('problems', ['b'].map(line));
  const before = bench.api.counts.write;
  await clearLines(bench.desk, new Set(['a']));
  expect(bench.api.counts.write).toBe(before);
});

it.each([
  [{ epoch: 'e.1', uid: 4, name: 'ab'.repeat(32) as SpoolName }, `quarantined:${'ab'.repeat(32)}`],
  [{ epoch: 'e.1', uid: 4, name: null }, 'unfetchable:e.1:4'],
])('knows the key under which a mail was reported: %#', (mail, key) => {
  expect(problemKeyOf(mail)).toBe(key);
});
