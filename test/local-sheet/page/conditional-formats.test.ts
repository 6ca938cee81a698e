import { conditionalLooks } from '../../../local-sheet/page/conditional-looks';
import { compileFormula, type FormulaValue } from '../../../local-sheet/page/formula';
import type { Sheet } from '../../../local-sheet/xlsx/grid';

const grid: readonly (readonly FormulaValue[])[] = [
  ['New', 10, true],
  ['closed', 46350, null],
];
const cells = { now: 46346.5, value: (row: number, column: number) => grid[row]?.[column] ?? null };
const here = { rows: 0, columns: 0 };

describe('formulas of conditional formats', () => {
  it.each<[string, FormulaValue]>([
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['=-2-3', -5],
    ['=10/4', 2.5],
    ['="a"&B1', 'a10'],
    ['=A1="new"', true],
    ['=A1<>"new"', false],
    ['=B1>=10', true],
    ['=C2=""', true],
    ['=C2=0', true],
    ['=ISBLANK(C2)', true],
    ['=AND($A1="New",$B1<NOW())', true],
    ['=OR(A1="x",A2="CLOSED")', true],
    ['=NOT(C1)', false],
    ['=IF(B2>TODAY(),"later","sooner")', 'later'],
    ['=LEN(TRIM(" ab "))', 2],
    ['=LEFT(A1,1)&RIGHT(A2,2)', 'Ned'],
    ['=ISNUMBER(SEARCH("LOSE",A2))', true],
    ['=ISNUMBER(SEARCH("z",A2))', false],
    ['=MOD(7,3)', 1],
    ['="say ""hi"""', 'say "hi"'],
  ])('%s', (formula, expected) => {
    expect(compileFormula(formula)?.(cells, here)).toBe(expected);
  });

  it.each(['=REGEXMATCH(A1,"x")', '=A1:A3', '=SUM(', '=1 2', '=Other!A1', '=QUERY', 'A1'])(
    '%s is outside of what is computed here',
    (formula) => {
      expect(compileFormula(formula)).toBeUndefined();
    },
  );

  it('moves relative references with the cell and leaves fixed ones', () => {
    const formula = compileFormula('=A1&$A1&A$1&$A$1');
    expect(formula?.(cells, { rows: 1, columns: 0 })).toBe('closedclosedNewNew');
  });
});

function sheetWith(type: string, ...values: string[]): Sheet {
  return {
    properties: { gridProperties: { rowCount: 10, columnCount: 3 } },
    conditionalFormats: [
      {
        ranges: [{ startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 }],
        booleanRule: {
          condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
          format: { textFormat: { bold: true } },
        },
      },
    ],
  };
}

describe('which conditional format holds', () => {
  it.each<[string, string[], FormulaValue, boolean]>([
    ['TEXT_EQ', ['New'], 'new', true],
    ['TEXT_EQ', ['New'], 'Newer', false],
    ['TEXT_CONTAINS', ['we'], 'Newer', true],
    ['TEXT_NOT_CONTAINS', ['we'], 'Newer', false],
    ['TEXT_STARTS_WITH', ['ne'], 'Newer', true],
    ['TEXT_ENDS_WITH', ['r'], 'Newer', true],
    ['NUMBER_GREATER', ['5'], 6, true],
    ['NUMBER_GREATER', ['5'], '6', false],
    ['NUMBER_BETWEEN', ['1', '3'], 3, true],
    ['DATE_BEFORE', ['=TODAY()'], 46345, true],
    ['DATE_BEFORE', ['=TODAY()'], null, false],
    ['BLANK', [], null, true],
    ['NOT_BLANK', [], 'x', true],
    ['CUSTOM_FORMULA', ['=$A1="New"'], 'anything', true],
  ])('%s %j on %j: %s', (type, values, value, holds) => {
    const look = conditionalLooks(sheetWith(type, ...values)).at(0, 1, value, cells);
    expect(look).toEqual(holds ? { bold: true } : null);
  });

  it('holds only within its ranges', () => {
    expect(conditionalLooks(sheetWith('NOT_BLANK')).at(7, 1, 'x', cells)).toBeNull();
  });

  it('takes the first of several', () => {
    const sheet = sheetWith('NOT_BLANK');
    sheet.conditionalFormats?.push({
      ranges: [{}],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { italic: true } } },
    });
    expect(conditionalLooks(sheet).at(0, 0, 'x', cells)).toEqual({ bold: true });
    expect(conditionalLooks(sheet).at(7, 0, 'x', cells)).toEqual({ italic: true });
  });

  it('names the rules that it cannot compute instead of guessing', () => {
    const looks = conditionalLooks(sheetWith('CUSTOM_FORMULA', '=REGEXMATCH(A1,"x")'));
    expect(looks.notShown).toEqual(['=REGEXMATCH(A1,"x")']);
    expect(looks.at(0, 0, 'x', cells)).toBeNull();
  });
});
