import { excelNumberFormat } from '../../../local-sheet/xlsx/cell-style';
import { EXCEL_LONGEST_CELL, exportedValue, looksLikeFormula } from '../../../local-sheet/xlsx/cell-value';
import { hexColor } from '../../../local-sheet/xlsx/grid';
import { isPortableFormula } from '../../../local-sheet/xlsx/portable-formula';
import { parseRangeReference } from '../../../local-sheet/xlsx/range-reference';
import { sheetNames } from '../../../local-sheet/xlsx/sheet-names';
import { entered } from './desk-workbook';

describe('the value of a cell in the file', () => {
  it.each([
    ['a number', 12.5, 12.5],
    ['a date, as its serial', 46342.5, 46342.5],
    ['a boolean', false, false],
    ['plain text', 'Zażółć', 'Zażółć'],
    ['text that looks like a formula', '=1+1', '=1+1'],
    ['text with a bell and a NUL, which XML has no place for', 'a\u0007b\u0000c', 'abc'],
    ['half of an emoji', 'x\uD83D', 'x\uFFFD'],
    ['a whole emoji', 'x😀', 'x😀'],
    ['text that Excel would read as an escape', '_x0041_', '_x005F_x0041_'],
  ])('keeps %s', (_name, value, expected) => {
    expect(exportedValue(entered(value))).toEqual({ kind: 'plain', value: expected, cut: false });
  });

  it('cuts what is longer than Excel allows and shows that it did', () => {
    const value = exportedValue(entered('ä'.repeat(49_000)));
    if (value.kind !== 'plain' || typeof value.value !== 'string') throw new Error('expected a text');
    expect(value.cut).toBe(true);
    expect(value.value).toHaveLength(EXCEL_LONGEST_CELL);
    expect(value.value.endsWith(' […]')).toBe(true);
  });

  it('takes the value of a formula that other programs would read differently', () => {
    const cell = { userEnteredValue: { formulaValue: '=QUERY(A:B)' }, effectiveValue: { numberValue: 7 } };
    expect(exportedValue(cell)).toEqual({ kind: 'plain', value: 7, cut: false });
  });

  it('keeps a formula that means the same everywhere, with its result', () => {
    const cell = {
      userEnteredValue: { formulaValue: '=COUNTIF(A:A,"x")' },
      effectiveValue: { numberValue: 7 },
    };
    expect(exportedValue(cell)).toEqual({ kind: 'formula', formula: 'COUNTIF(A:A,"x")', result: 7 });
  });

  it.each(['=1', '+48 600', '-5', '@name'])('knows that %s would become a formula when edited', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
  });
});

describe('formulas that mean the same in Google Sheets, Excel and LibreOffice', () => {
  it.each([
    ['=AND($I3<>"",$I3<NOW())', true],
    ['=COUNTIFS(Tickets!B:B,"New")', true],
    ["='Zespół (2)'!A1", true],
    ['=REGEXMATCH(A1,"x")', false],
    ['=SUM(A3:A)', false],
    ['=SUM({1,2})', false],
    ['text', false],
  ])('%s: %s', (formula, portable) => {
    expect(isPortableFormula(formula)).toBe(portable);
  });
});

describe('number formats', () => {
  it.each([
    [{ type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' }, 'yyyy-mm-dd hh:mm'],
    [{ type: 'DATE_TIME', pattern: 'd.mm.yyyy h:mm am/pm' }, 'd.mm.yyyy h:mm AM/PM'],
    [{ type: 'TIME', pattern: '[h]:[mm]' }, '[h]:mm'],
    [{ type: 'TEXT' }, '@'],
    [{ type: 'DATE' }, 'yyyy-mm-dd'],
    [undefined, null],
  ])('%j becomes %j', (format, expected) => {
    expect(excelNumberFormat(format)).toBe(expected);
  });
});

describe('ranges in rules', () => {
  it.each([
    [
      '=Team!$B$3:$B',
      { sheetTitle: 'Team', range: { startRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 } },
    ],
    [
      "='Zespół ''A'''!C2:D9",
      {
        sheetTitle: "Zespół 'A'",
        range: { startRowIndex: 1, endRowIndex: 9, startColumnIndex: 2, endColumnIndex: 4 },
      },
    ],
    ['B:B', { sheetTitle: null, range: { startColumnIndex: 1, endColumnIndex: 2 } }],
    [
      'AA7',
      {
        sheetTitle: null,
        range: { startRowIndex: 6, endRowIndex: 7, startColumnIndex: 26, endColumnIndex: 27 },
      },
    ],
    ['=SUM(A1)', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(parseRangeReference(text)).toEqual(expected);
  });
});

describe('names of sheets in the file', () => {
  it('never takes the name that Excel keeps for itself', () => {
    expect(sheetNames(['History']).get('History')).toBe('History 2');
  });

  it('fit into 31 characters, lose the signs that Excel refuses, and stay different', () => {
    const titles = [
      'Tickets: new/old?',
      'Z'.repeat(40),
      `${'Z'.repeat(40)}!`,
      "'quoted'",
      'TICKETS',
      'Tickets',
    ];
    const names = [...sheetNames(titles).values()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
    }
    expect(names.slice(0, 3)).toEqual(['Tickets  new old', 'Z'.repeat(31), `${'Z'.repeat(29)} 2`]);
  });
});

describe('colours', () => {
  it.each([
    [{ rgbColor: { red: 1, green: 0.5 } }, 'FF8000'],
    [{ themeColor: 'LINK' }, '1155CC'],
    [{ rgbColor: {} }, '000000'],
    [undefined, null],
  ])('%j is %j', (style, expected) => {
    expect(hexColor(style)).toBe(expected);
  });
});
