import { colourScale } from '../../../local-sheet/page/colour-scale';
import { conditionalLooks } from '../../../local-sheet/page/conditional-looks';
import type { Sheet } from '../../../local-sheet/xlsx/grid';

const color = (red: number, green: number, blue: number) => ({
  colorStyle: { rgbColor: { red, green, blue } },
});
const BLACK = color(0, 0, 0);
const WHITE = color(1, 1, 1);
const RED = color(1, 0, 0);
const NUMBERS = [10, 0, 5, 20, 2];

describe('a colour scale', () => {
  const simple = { minpoint: { ...BLACK, type: 'MIN' }, maxpoint: { ...WHITE, type: 'MAX' } };

  test.each([
    [0, '000000'],
    [5, '404040'],
    [10, '808080'],
    [20, 'FFFFFF'],
  ])('from the least to the largest number paints %d %s', (value, hex) => {
    expect(colourScale(simple)?.(value, NUMBERS)).toBe(hex);
  });

  test('paints numbers outside of its points like the nearest point', () => {
    const scale = colourScale({
      minpoint: { ...BLACK, type: 'NUMBER', value: '5' },
      maxpoint: { ...WHITE, type: 'NUMBER', value: '10' },
    });
    expect([0, 5, 10, 99].map((value) => scale?.(value, NUMBERS))).toEqual([
      '000000',
      '000000',
      'FFFFFF',
      'FFFFFF',
    ]);
  });

  test.each([
    ['PERCENT', '50', 10],
    ['PERCENTILE', '50', 5],
    ['NUMBER', '7', 7],
  ])('with a middle point at %s %s turns at %d', (type, value, turn) => {
    const scale = colourScale({ ...simple, midpoint: { ...RED, type, value } });
    expect(scale?.(turn, NUMBERS)).toBe('FF0000');
    expect(scale?.(0, NUMBERS)).toBe('000000');
    expect(scale?.(20, NUMBERS)).toBe('FFFFFF');
  });

  test('paints equal numbers like the largest', () => {
    expect(colourScale(simple)?.(3, [3, 3])).toBe('FFFFFF');
  });

  test('is not computed with a point of a kind that is not known, or without a colour', () => {
    expect(colourScale({ ...simple, midpoint: { ...RED, type: 'SOMETHING' } })).toBeNull();
    expect(colourScale({ ...simple, maxpoint: { type: 'MAX' } })).toBeNull();
    expect(colourScale({ maxpoint: { ...WHITE, type: 'MAX' } })).toBeNull();
  });
});

describe('a colour scale on a sheet', () => {
  const sheet: Sheet = {
    properties: { gridProperties: { rowCount: 10, columnCount: 3 } },
    conditionalFormats: [
      {
        ranges: [{ startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 }],
        gradientRule: { minpoint: { ...BLACK, type: 'MIN' }, maxpoint: { ...WHITE, type: 'MAX' } },
      },
    ],
  };
  const cells = { now: 0, value: () => null };

  test('paints numbers inside of its range, compared with all of it, and nothing else', () => {
    const asked: unknown[] = [];
    const looks = conditionalLooks(sheet, (area) => {
      asked.push(area);
      return NUMBERS;
    });
    expect(looks.notShown).toEqual([]);
    expect(looks.at(1, 1, 20, cells)).toEqual({ background: 'FFFFFF' });
    expect(looks.at(1, 1, 10, cells)).toEqual({ background: '808080' });
    expect(looks.at(1, 1, 'ten', cells)).toBeNull();
    expect(looks.at(1, 1, null, cells)).toBeNull();
    expect(looks.at(7, 1, 10, cells)).toBeNull();
    expect(asked).toEqual([{ startRow: 0, endRow: 5, startColumn: 0, endColumn: 3 }]);
  });
});
