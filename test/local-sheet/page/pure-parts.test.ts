import fc from 'fast-check';
import { niceTicks } from '../../../local-sheet/page/client/axis-chart';
import { chartSvg } from '../../../local-sheet/page/client/chart-svg';
import { contrast, paint, READABLE, rgbOf } from '../../../local-sheet/page/client/colors';
import {
  axis,
  blocksOf,
  columnName,
  fittedHeight,
  rowSizes,
  rowWindow,
} from '../../../local-sheet/page/client/layout';
import { slicePath } from '../../../local-sheet/page/client/pie-chart';
import { type ChartLook, type SvgNode, twoLines } from '../../../local-sheet/page/client/svg-node';
import { chooseLanguage, wordsIn } from '../../../local-sheet/page/client/words';
import { editText } from '../../../local-sheet/page/edit-text';
import { zoneSerial } from '../../../local-sheet/page/zone-serial';
import { readChart } from '../../../local-sheet/xlsx/chart-data';
import { DASHBOARD, deskWorkbook, entered } from '../xlsx/desk-workbook';

describe('where rows and columns stand', () => {
  const sizes = fc.array(fc.constantFrom(0, 20, 28, 60), { minLength: 1, maxLength: 200 });

  it('finds the row that covers a distance, never a hidden one while there is another', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const rows = axis(list);
        fc.pre(rows.total > 0);
        const offset = Math.min(share * rows.total, rows.total - 0.5);
        const found = rows.at(offset);
        expect(rows.start(found)).toBeLessThanOrEqual(offset);
        expect(rows.start(found + 1)).toBeGreaterThan(offset);
      }),
    );
  });

  it('draws every row that is seen, and never more than a screen and the spare rows', () => {
    fc.assert(
      fc.property(fc.nat(280_000), fc.integer({ min: 100, max: 2000 }), (top, height) => {
        const rows = axis(rowSizes(10_000, [[0, 1, 0]]));
        const { first, end } = rowWindow(rows, 2, top, height, 12);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 28) + 2 + 24);
        const offset = Math.min(rows.start(2) + top, rows.total);
        expect(rows.start(first)).toBeLessThanOrEqual(offset);
        expect(rows.start(end)).toBeGreaterThanOrEqual(Math.min(offset + height, rows.total));
      }),
    );
  });

  it('steps over hidden rows and stays at the edges', () => {
    const rows = axis([0, 28, 0, 0, 28]);
    expect([rows.shown(2, 1), rows.shown(3, -1), rows.shown(0, -1), rows.shown(5, 1)]).toEqual([4, 1, 1, 4]);
  });

  it.each([
    ['an empty row', [], 28],
    ['a text on one line', [{ text: 'short', width: 100, fontPixels: 13.5, wraps: true }], 28],
    ['a title', [{ text: 'Dashboard', width: 100, fontPixels: 21.6, wraps: false }], 40],
    ['two lines', [{ text: 'one two three four', width: 118, fontPixels: 13.5, wraps: true }], 47],
    ['two paragraphs', [{ text: 'one\ntwo', width: 300, fontPixels: 13.5, wraps: true }], 47],
    [
      'a long text, up to four lines',
      [{ text: 'word '.repeat(400), width: 100, fontPixels: 13.5, wraps: true }],
      85,
    ],
    [
      'a long text that does not wrap',
      [{ text: 'word '.repeat(400), width: 100, fontPixels: 13.5, wraps: false }],
      28,
    ],
  ])('makes room for %s', (_name, texts, height) => {
    expect(fittedHeight(texts, (text) => text.length * 8)).toBe(height);
  });

  it('asks for rows in blocks', () => {
    expect(blocksOf({ first: 95, end: 201 })).toEqual([0, 1, 2]);
    expect(blocksOf({ first: 100, end: 200 })).toEqual([1]);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %i %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });
});

describe('colours of cells', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0'));

  it('can be read on the light and on the dark page, whatever people chose', () => {
    fc.assert(
      fc.property(fc.option(hex), fc.option(hex), fc.boolean(), (background, color, dark) => {
        const painted = paint(background ?? undefined, color ?? undefined, dark);
        fc.pre(painted.text !== null);
        const paper = dark ? '1b1d21' : 'ffffff';
        const fill = rgbOf(painted.fill?.slice(1) ?? paper);
        expect(contrast(fill, rgbOf(painted.text?.slice(1) ?? ''))).toBeGreaterThanOrEqual(READABLE);
      }),
      { numRuns: 500 },
    );
  });

  it('are left as chosen on the light page where they can be read', () => {
    expect(paint('CEEAD6', '0D652D', false)).toEqual({ fill: '#ceead6', text: '#0d652d' });
  });
});

describe('the text that is edited', () => {
  it.each([
    ['plain text', entered('Ania'), 'Ania'],
    ['text that would be a number', entered('0048600'), "'0048600"],
    ['text that would be a formula', entered('=1+1'), "'=1+1"],
    ['text that would be a boolean', entered('true'), "'true"],
    ['a negative word', entered('-dash'), '-dash'],
    ['a number, in full', { ...entered(1234.5678), formattedValue: '1,234.57' }, '1234.5678'],
    [
      'a date, as it is shown',
      entered(46342.5, { userEnteredFormat: { numberFormat: { type: 'DATE_TIME' } } }),
      '2026-11-16 12:00',
    ],
    ['a boolean', entered(true), 'TRUE'],
    ['an empty cell', {}, ''],
  ])('%s', (_name, cell, expected) => {
    expect(editText(cell)).toBe(expected);
  });
});

describe('now as a serial of a zone', () => {
  it.each([
    ['Europe/Warsaw', Date.UTC(2026, 10, 21, 12), 46347 + 13 / 24],
    ['Europe/Warsaw', Date.UTC(2026, 6, 1, 22, 30), 46205 + 0.5 / 24],
    ['UTC', Date.UTC(1899, 11, 31), 1],
  ])('%s', (zone, at, serial) => {
    expect(zoneSerial(at, zone)).toBeCloseTo(serial, 8);
  });
});

describe('the steps of an axis', () => {
  it('cover all values in a few round steps', () => {
    const value = fc.integer({ min: -1e8, max: 1e8 }).map((n) => n / 100);
    fc.assert(
      fc.property(value, value, (a, b) => {
        const ticks = niceTicks(Math.min(a, b), Math.max(a, b));
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, a, b));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, a, b));
        expect(ticks.length).toBeLessThanOrEqual(9);
        expect(ticks).toContain(0);
      }),
    );
  });

  it.each([
    [0, 8, [0, 2, 4, 6, 8]],
    [0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-3, 7, [-4, -2, 0, 2, 4, 6, 8]],
  ])('%d to %d', (low, high, expected) => {
    expect(niceTicks(low, high)).toEqual(expected);
  });
});

describe('labels of an axis', () => {
  it.each([
    ['New', 60, ['New']],
    ['Waiting for participant', 70, ['Waiting for', 'participant']],
    ['Waiting for participant', 60, ['Waiting', 'for part…']],
    ['Unbreakablelabel', 40, ['Unbre…']],
  ])('%s in %i pixels', (label, pixels, lines) => {
    expect(twoLines(label, pixels)).toEqual(lines);
  });
});

describe('charts as SVG', () => {
  const sheets = deskWorkbook().sheets ?? [];
  const charts = (sheets.find((sheet) => sheet.properties?.sheetId === DASHBOARD)?.charts ?? []).map(
    (chart) => readChart(chart, sheets),
  );
  const look: ChartLook = {
    dark: false,
    words: { noData: 'No data yet', notDrawn: 'Not drawn' },
    color: (hex) => `#${hex}`,
  };
  const drawn = charts.map((chart) => chartSvg(chart, look));

  function all(node: SvgNode, tag: string): SvgNode[] {
    const inside = node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, tag)));
    return node.tag === tag ? [node, ...inside] : inside;
  }
  const texts = (node: SvgNode | undefined) =>
    node === undefined ? [] : all(node, 'text').flatMap((text) => text.children);

  it('draws a column for every status, with its value to be read', () => {
    const columns = drawn[0] === undefined ? [] : all(drawn[0], 'rect');
    expect(columns).toHaveLength(6);
    expect(columns[0]?.children[0]).toMatchObject({ tag: 'title', children: ['Closed: 3'] });
    expect(columns[0]?.attributes.fill).toBe('#1A73E8');
    expect(texts(drawn[0])).toEqual(expect.arrayContaining(['Tickets by status', 'Status', 'Tickets', '8']));
  });

  it('makes the heights of columns proportional to their values', () => {
    const [closed, fresh] = (drawn[0] === undefined ? [] : all(drawn[0], 'rect')).map((bar) =>
      Number(bar.attributes.height),
    );
    expect((fresh ?? 0) / (closed ?? 1)).toBeCloseTo(8 / 3, 1);
  });

  it('draws a slice for every category and names them with their share', () => {
    expect(drawn[1] === undefined ? 0 : all(drawn[1], 'path').length).toBe(10);
    expect(texts(drawn[1]).filter((text) => text === '10%')).toHaveLength(10);
  });

  it('shows the sum of a scorecard', () => {
    expect(texts(drawn[4])).toEqual(['Tickets in all', '40']);
  });

  it('gives every chart a name for people who cannot see it', () => {
    expect(drawn[0]?.attributes).toMatchObject({
      role: 'img',
      'aria-label': 'How many tickets stand in each status',
    });
  });

  it('never draws what is not a number', () => {
    expect(JSON.stringify(drawn)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says so when there is no data', () => {
    const empty = deskWorkbook(0).sheets ?? [];
    const first = charts[0];
    const spec = empty.find((sheet) => sheet.properties?.sheetId === DASHBOARD)?.charts?.[0];
    if (first === undefined || spec === undefined) throw new Error('the desk has charts');
    expect(texts(chartSvg(readChart(spec, empty), look))).toContain('No data yet');
  });

  it('says which kind it does not draw', () => {
    const chart = readChart({ spec: { title: 'Tree', treemapChart: {} } }, []);
    expect(texts(chartSvg(chart, look))).toContain('Not drawn: treemapChart');
  });

  it('draws a whole pie for a single slice', () => {
    expect(slicePath({ x: 0, y: 0 }, 10, 0, 0, 1)).toMatch(/A10 10 .*A10 10 /);
    expect(slicePath({ x: 0, y: 0 }, 10, 5, 0, 0.25)).not.toContain('NaN');
  });
});

describe('the language of the page', () => {
  it.each([
    ['pl', ['en-GB'], 'pl'],
    ['uk-UA', [], 'uk'],
    ['de', ['fr', 'pl-PL'], 'pl'],
    [null, ['de'], 'en'],
  ])('asked %s, preferring %j: %s', (asked, preferred, expected) => {
    expect(chooseLanguage(asked, preferred)).toBe(expected);
  });

  it('differs between the languages', () => {
    expect(
      new Set((['en', 'pl', 'uk'] as const).map((language) => wordsIn(language)('not-in-list'))).size,
    ).toBe(3);
  });
});
