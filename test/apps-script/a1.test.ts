import { columnLetters, columnRanges } from '../../apps-script/workbook/a1';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

test('neighbouring rows of a column share a range', () => {
  expect(columnRanges("'Zgłoszenia'", 2, [7, 3, 4, 5, 9, 4])).toEqual([
    "'Zgłoszenia'!C4:C6",
    "'Zgłoszenia'!C8:C8",
    "'Zgłoszenia'!C10:C10",
  ]);
  expect(columnRanges('Tickets', 0, [])).toEqual([]);
});
