import fc from 'fast-check';
import { instant, zone } from '../../../core/time/instant';
import { COLUMNS, LONGEST_CELL } from '../../../core/workbook/columns';
import {
  appendRows,
  cutForCell,
  readLayout,
  readTable,
  type TableContext,
  updateRow,
} from '../../../core/workbook/table';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { choiceWord, labelOfWord } from '../../../sheet-templates/labels';

const context: TableContext = {
  zone: zone('Europe/Warsaw'),
  offset: intlOffset(),
  wordOf: (choice, typed) => choiceWord(choice, typed)?.word ?? null,
  labelOf: (choice, word) => labelOfWord(choice, word, 'pl'),
};
const labels = ['Nagłówki', 'w', 'języku', 'firmy'];

describe('reading a tab', () => {
  it('finds columns by their keys, wherever people moved them', () => {
    const { rows } = readTable(
      'settings',
      [['note', 'x_own', 'value', 'key'], labels, ['n', 'own', 'v', 'k']],
      context,
    );
    expect(rows).toEqual([{ rowIndex: 2, row: { key: 'k', value: 'v', note: 'n' } }]);
  });

  it('passes over empty rows and keeps the places of the others', () => {
    const { rows } = readTable(
      'settings',
      [['key', 'value', 'note'], labels, [], ['', '', ''], ['k']],
      context,
    );
    expect(rows.map(({ rowIndex }) => rowIndex)).toEqual([4]);
  });

  it('says which columns somebody deleted, and reads their cells as empty', () => {
    const { layout, rows } = readTable('settings', [['key'], labels, ['k']], context);
    expect(layout.missing).toEqual(['value', 'note']);
    expect(rows[0]?.row).toEqual({ key: 'k', value: '', note: '' });
  });

  it('understands words of any language and reports the ones it cannot', () => {
    const keys = ['id', 'status', 'priority'];
    const { rows, problems } = readTable(
      'tickets',
      [keys, labels, ['T-7K3Q9', 'Очікує на учасника', 'bardzo'], ['T-7K3QA', 'W toku', 'wysoki']],
      context,
    );
    expect(rows[0]?.row.status).toBe('waiting_participant');
    expect(rows[0]?.row.priority).toBe('');
    expect(rows[1]?.row.status).toBe('open');
    expect(rows[1]?.row.priority).toBe('high');
    expect(problems).toEqual([{ rowIndex: 2, column: 'priority', found: 'bardzo' }]);
  });

  it('reads date-times on the wall clock of the spreadsheet, on both sides of a change of time', () => {
    const keys = ['id', 'created_at', 'hold_until'];
    // 46106 is 2026-03-25; on 29 March 2026 Poland moves from +01:00 to +02:00.
    const { rows } = readTable(
      'tickets',
      [keys, labels, ['a', 46106.5, 46106], ['b', 46112.5, '2026-03-31']],
      context,
    );
    expect(rows[0]?.row.created_at).toBe(Date.UTC(2026, 2, 25, 11));
    expect(rows[1]?.row.created_at).toBe(Date.UTC(2026, 2, 31, 10));
    expect(rows.map(({ row }) => row.hold_until)).toEqual(['2026-03-25', '2026-03-31']);
  });

  it('reports a text where a time should be', () => {
    const { problems } = readTable('tickets', [['id', 'created_at'], labels, ['a', 'wczoraj']], context);
    expect(problems).toEqual([{ rowIndex: 2, column: 'created_at', found: 'wczoraj' }]);
    // A phone number in the cell of a date is a slip of one row, and stops nothing else.
    const slips = readTable(
      'tickets',
      [['id', 'created_at', 'hold_until'], [], ['a', 601234567, 1e300]],
      context,
    );
    expect(slips.problems.map(({ column, found }) => [column, found])).toEqual([
      ['created_at', '601234567'],
      ['hold_until', '1e+300'],
    ]);
  });
});

describe('planning writes', () => {
  const layout = readLayout('tickets', ['status', 'own', 'id', 'subject', 'priority']);

  it('appends at the columns’ places and leaves the firm’s own column empty', () => {
    const [request] = appendRows(layout, [{ id: 'T-7K3Q9', subject: '=1+1', status: 'new' }], context);
    expect(request).toEqual({
      appendCells: {
        sheetId: 7101,
        rows: [
          {
            values: [
              { userEnteredValue: { stringValue: 'Nowe' } },
              {},
              { userEnteredValue: { stringValue: 'T-7K3Q9' } },
              { userEnteredValue: { stringValue: '=1+1' } },
              {},
            ],
          },
        ],
        fields: 'userEnteredValue',
      },
    });
  });

  it('writes only the cells that change, neighbours together', () => {
    const requests = updateRow(layout, 7, { id: 'T-7K3Q9', subject: 's', status: 'open' }, context);
    const ranges = requests.map((request) => 'updateCells' in request && request.updateCells.range);
    expect(ranges).toEqual([
      { sheetId: 7101, startRowIndex: 7, endRowIndex: 8, startColumnIndex: 0, endColumnIndex: 1 },
      { sheetId: 7101, startRowIndex: 7, endRowIndex: 8, startColumnIndex: 2, endColumnIndex: 4 },
    ]);
  });

  it('asks for nothing when nothing is to be written', () => {
    expect(appendRows(layout, [], context)).toEqual([]);
    expect(updateRow(layout, 7, {}, context)).toEqual([]);
  });
});

describe('what is written is read back', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((value) => value.trim() === value && value !== '');
  const row = fc.record({
    id: text,
    subject: text,
    status: fc.constantFrom('new', 'open', 'waiting_participant', 'resolved'),
    created_at: fc.integer({ min: 1.6e12, max: 2.2e12 }).map((ms) => instant(Math.floor(ms / 1000) * 1000)),
    hold_until: fc.constantFrom('2026-02-28', '2028-02-29', '2030-12-31'),
    message_count: fc.integer({ min: 0, max: 999 }),
  });

  it('in every column order', () => {
    const keys = Object.keys(COLUMNS.tickets);
    fc.assert(
      fc.property(row, fc.shuffledSubarray(keys, { minLength: keys.length }), (wanted, order) => {
        const [request] = appendRows(readLayout('tickets', order), [wanted], context);
        if (!request || !('appendCells' in request)) throw new Error('no row was appended');
        const cells = request.appendCells.rows[0]?.values.map(({ userEnteredValue: value }) =>
          value === undefined ? '' : (value.stringValue ?? value.numberValue ?? value.boolValue ?? ''),
        );
        const { rows, problems } = readTable('tickets', [order, [], cells ?? []], context);
        expect(problems).toEqual([]);
        const read = rows[0]?.row;
        // The hour that an autumn night shows twice is read as the earlier one.
        const twice = read?.created_at === wanted.created_at - 3_600_000;
        expect(read).toMatchObject(twice ? { ...wanted, created_at: read?.created_at } : wanted);
      }),
      { numRuns: 200 },
    );
  });
});

describe('cutting a text for a cell', () => {
  it('keeps what fits', () => expect(cutForCell('krótki')).toBe('krótki'));
  it('never ends on half a character', () => {
    const cut = cutForCell(`${'a'.repeat(LONGEST_CELL - 1)}😀 and more`);
    expect(cut).toBe('a'.repeat(LONGEST_CELL - 1));
  });
});
