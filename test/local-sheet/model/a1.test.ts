import fc from 'fast-check';
import { columnIndex, columnLetters, formatA1, parseA1, quoteTitle } from '../../../local-sheet/model/a1';

describe('A1 notation', () => {
  test.each([
    ['A1', { sheet: null, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1, isCell: true }],
    ['$B$7', { sheet: null, startRow: 6, endRow: 7, startColumn: 1, endColumn: 2, isCell: true }],
    ['Tickets!A3:C', { sheet: 'Tickets', startRow: 2, startColumn: 0, endColumn: 3, isCell: false }],
    ['Tickets!A:C', { sheet: 'Tickets', startColumn: 0, endColumn: 3, isCell: false }],
    ['Tickets!2:4', { sheet: 'Tickets', startRow: 1, endRow: 4, isCell: false }],
    [
      'Tickets!C4:A2',
      { sheet: 'Tickets', startRow: 1, endRow: 4, startColumn: 0, endColumn: 3, isCell: false },
    ],
    ['Tickets', { sheet: 'Tickets', isCell: false }],
    [
      "'It''s here'!B2",
      { sheet: "It's here", startRow: 1, endRow: 2, startColumn: 1, endColumn: 2, isCell: true },
    ],
    ["'A1'", { sheet: 'A1', isCell: false }],
    ['Zgłoszenia', { sheet: 'Zgłoszenia', isCell: false }],
    [
      'My sheet!A1',
      { sheet: 'My sheet', startRow: 0, endRow: 1, startColumn: 0, endColumn: 1, isCell: true },
    ],
  ])('%s', (text, expected) => {
    expect(parseA1(text)).toEqual(expected);
  });

  test.each(['', '!A1', "'open!A1", 'Sheet1!', 'Sheet1!A0', 'Sheet1!1:A', 'Sheet1!A1:B2:C3', "''!A1"])(
    '"%s" is no range',
    (text) => {
      expect(parseA1(text)).toBeNull();
    },
  );

  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [18_277, 'ZZZ'],
  ])('column %i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
  });

  test.each([
    ['Tickets', 'Tickets'],
    ['Abc1', "'Abc1'"],
    ['two words', "'two words'"],
    ["it's", "'it''s'"],
    ['2026', "'2026'"],
  ])('the title %s is written %s', (title, written) => {
    expect(quoteTitle(title)).toBe(written);
  });

  test('what is written is read back, for any title and any area', () => {
    const index = fc.integer({ min: 0, max: 18_000 });
    const length = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
        fc.tuple(index, length, index, length),
        (title, [startRow, height, startColumn, width]) => {
          const area = {
            startRow,
            endRow: startRow + height,
            startColumn,
            endColumn: Math.min(18_278, startColumn + width),
          };
          const read = parseA1(formatA1(title, area));
          expect(read).toEqual({
            sheet: title,
            ...area,
            isCell: height === 1 && area.endColumn === startColumn + 1,
          });
        },
      ),
    );
  });
});
