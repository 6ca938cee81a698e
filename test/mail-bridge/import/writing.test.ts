/** Writing an import into a Sheet that others use at the same time, over a line that breaks. */

import { readDelimited } from '../../../core/import/delimited';
import type { ImportKind } from '../../../core/import/fields';
import { fileDayOrder } from '../../../core/import/plan-import';
import { recogniseTable } from '../../../core/import/recognise';
import { instant } from '../../../core/time/instant';
import { FIRST_DATA_ROW, SHEET_ID } from '../../../core/workbook/columns';
import type { Fault } from '../../../local-sheet/http/faults';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import { type ImportWork, writeImport } from '../../../mail-bridge/import/write-import';
import { importLabels } from '../../../sheet-templates/import-labels';
import { type BenchOptions, type BridgeBench, bridgeBench } from '../support/bench';

const START = instant(Date.parse('2026-11-26T09:00:00Z'));

let bench: BridgeBench;

async function open(more: Partial<BenchOptions> = {}): Promise<void> {
  bench = await bridgeBench({ imap: { port: 9 }, smtp: { port: 9 }, ...more });
  await bench.append('sessions', [{ id: 'XL-01', course: 'Excel', starts_at: START }]);
}
afterEach(() => bench.close());

function work<K extends ImportKind>(kind: K, text: string, replace = false): ImportWork<K> {
  const { columns, rows } = recogniseTable(kind, readDelimited(text).rows, importLabels(kind));
  return {
    kind,
    columns,
    rows,
    options: { sessionId: 'XL-01', replace, dates: fileDayOrder(columns, rows) },
  };
}

const people = (count: number, more = ''): string =>
  [
    'Name;E-mail;Company',
    ...Array.from({ length: count }, (_, n) => `Person ${n};p${n}@client.test;${more}`),
  ].join('\n');

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['the quota is used up (429 with Retry-After)', { kind: 'too-many-requests', retryAfterSeconds: 1 }],
  ['an error before anything was written', { kind: 'error-before-commit' }],
  ['an error after all was written', { kind: 'error-after-commit' }],
  ['a cut line before anything was written', { kind: 'cut-before-commit' }],
  ['a cut line after all was written', { kind: 'cut-after-commit' }],
];

describe('writing an import', () => {
  test.each(FAULTS)('writes every row once though %s', async (_name, fault) => {
    await open();
    bench.api.faults.add(fault, { only: 'write' });
    const progress: number[] = [];
    await writeImport(bench.desk, work('participants', people(30)), (done) => progress.push(done));
    expect((await bench.rows('participants')).map(({ email }) => email).sort()).toEqual(
      Array.from({ length: 30 }, (_, n) => `p${n}@client.test`).sort(),
    );
    expect(progress[progress.length - 1]).toBe(30);
    expect(bench.api.faults.pending).toBe(0);
  });

  test('goes on where an import was cut off', async () => {
    await open();
    await writeImport(bench.desk, work('participants', people(10)), () => undefined);
    await writeImport(bench.desk, work('participants', people(2500)), () => undefined);
    expect(await bench.rows('participants')).toHaveLength(2500);
  });

  test('gives cells back to a row that was sorted into its way, and finds the row that was meant', async () => {
    let disturb: (() => void) | null = null;
    await open({
      between: (sheets: LocalSheets) => ({
        ...sheets,
        batchUpdate(id, body) {
          const now = disturb;
          disturb = null;
          now?.();
          return sheets.batchUpdate(id, body);
        },
      }),
    });
    await writeImport(bench.desk, work('participants', people(4)), () => undefined);
    const { layout } = (await bench.desk.read(['participants'])).participants;
    disturb = () => {
      bench.sheets.batchUpdate(bench.spreadsheetId, {
        requests: [
          {
            sortRange: {
              range: { sheetId: SHEET_ID.participants, startRowIndex: FIRST_DATA_ROW },
              sortSpecs: [{ dimensionIndex: layout.columns.get('email') ?? 0, sortOrder: 'DESCENDING' }],
            },
          },
        ],
      });
    };
    const one = 'Name;E-mail;Company\nPerson 0;p0@client.test;Client Ltd';
    await writeImport(bench.desk, work('participants', one), () => undefined);
    const companies = (await bench.rows('participants')).map(({ email, company }) => [email, company]);
    expect(companies).toEqual([
      ['p3@client.test', ''],
      ['p2@client.test', ''],
      ['p1@client.test', ''],
      ['p0@client.test', 'Client Ltd'],
    ]);
  });

  test('leaves a cell alone that holds what its column does not promise', async () => {
    await open();
    await bench.append('sessions', [{ id: 'WD-01', course: 'Word' }]);
    const { layout, rows } = (await bench.desk.read(['sessions'])).sessions;
    const place = layout.columns.get('starts_at') ?? 0;
    const rowIndex = rows.find(({ row }) => row.id === 'WD-01')?.rowIndex ?? 0;
    const range = {
      sheetId: SHEET_ID.sessions,
      startRowIndex: rowIndex,
      endRowIndex: rowIndex + 1,
      startColumnIndex: place,
      endColumnIndex: place + 1,
    };
    bench.sheets.batchUpdate(bench.spreadsheetId, {
      requests: [
        {
          updateCells: {
            range,
            rows: [{ values: [{ userEnteredValue: { stringValue: 'after Easter' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    });
    const text = 'Id;Course;Start\nWD-01;Word;2026-11-26 10:00';
    await writeImport(bench.desk, work('sessions', text), () => undefined);
    expect((await bench.desk.read(['sessions'])).sessions.problems).toMatchObject([
      { found: 'after Easter' },
    ]);
    await writeImport(bench.desk, work('sessions', text, true), () => undefined);
    expect((await bench.row('sessions', ({ id }) => id === 'WD-01')).row.starts_at).toBe(START);
  });

  test('imports into a tab from which people have taken a column', async () => {
    await open();
    const { layout } = (await bench.desk.read(['participants'])).participants;
    const place = layout.columns.get('company') ?? 0;
    bench.sheets.batchUpdate(bench.spreadsheetId, {
      requests: [
        {
          deleteDimension: {
            range: {
              sheetId: SHEET_ID.participants,
              dimension: 'COLUMNS',
              startIndex: place,
              endIndex: place + 1,
            },
          },
        },
      ],
    });
    await writeImport(bench.desk, work('participants', people(2, 'Client Ltd')), () => undefined);
    await writeImport(bench.desk, work('participants', people(2, 'Another'), true), () => undefined);
    expect((await bench.rows('participants')).map(({ email }) => email)).toEqual([
      'p0@client.test',
      'p1@client.test',
    ]);
  });
});
