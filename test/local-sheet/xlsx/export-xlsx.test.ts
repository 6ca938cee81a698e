import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { exportWorkbook, exportXlsx } from '../../../local-sheet/xlsx/export-xlsx';
import { unzip } from '../../../local-sheet/xlsx/zip';
import { CATEGORIES, deskWorkbook, OWNER_COLORS } from './desk-workbook';

let bytes: Uint8Array;
let leftOut: readonly string[];
let parts: Map<string, string>;
let workbook: Workbook;

beforeAll(async () => {
  ({ bytes, leftOut } = await exportWorkbook(deskWorkbook()));
  parts = new Map([...unzip(bytes)].map(([name, content]) => [name, Buffer.from(content).toString('utf8')]));
  workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes));
});

function sheet(name: string): Worksheet {
  const found = workbook.getWorksheet(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function part(name: string): string {
  return parts.get(name) ?? '';
}

describe('the exported workbook, read again', () => {
  it('has every tab in order, and the long lists on a hidden sheet', () => {
    expect(workbook.worksheets.map((each) => [each.name, each.state])).toEqual([
      ['Tickets', 'visible'],
      ['Team', 'visible'],
      ['Dashboard', 'visible'],
      ['_choices', 'hidden'],
    ]);
  });

  it('keeps values with their types', () => {
    const row = sheet('Tickets').getRow(3);
    expect(row.getCell(2).value).toBe('New');
    expect(row.getCell(8).value).toEqual(new Date(Date.UTC(2026, 10, 16, 8)));
    expect(row.getCell(10).value).toBe(1);
    expect(sheet('Team').getCell('C3').value).toBe(true);
  });

  it.each(['F9', 'F10'])('keeps %s, which looks like a formula, as text for good', (address) => {
    const cell = sheet('Tickets').getCell(address);
    expect(cell.formula).toBeUndefined();
    expect(cell.value).toMatch(/^[=+]/);
    expect(cell.numFmt).toBe('@');
  });

  it('hides the row of keys and freezes the labels and the first column', () => {
    expect(sheet('Tickets').getRow(1).hidden).toBe(true);
    expect(sheet('Tickets').getRow(2).hidden).toBe(false);
    expect(sheet('Tickets').views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 });
  });

  it('keeps widths, hidden columns, tab colours, notes and the filter', () => {
    expect(sheet('Tickets').getColumn(6).width).toBeCloseTo((300 - 5) / 7, 1);
    expect(sheet('Tickets').getColumn(11).hidden).toBe(true);
    expect(sheet('Tickets').properties.tabColor).toMatchObject({ argb: 'FF1A73E8' });
    expect(JSON.stringify(sheet('Tickets').getCell('F2').note)).toContain('Written by the mail bridge.');
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<autoFilter ref="A2:K1000"/);
  });

  it('shows owners by the colours of their labels, and dates in their format', () => {
    const label = sheet('Tickets').getCell('A2');
    expect(label.fill).toMatchObject({ fgColor: { argb: `FF${OWNER_COLORS.bridge}` } });
    expect(label.font).toMatchObject({ bold: true });
    expect(sheet('Tickets').getCell('H3').numFmt).toBe('yyyy-mm-dd hh:mm');
  });

  it('offers short choices in the rule and long ones from the hidden sheet', () => {
    const rules = part('xl/worksheets/sheet1.xml').matchAll(
      /<dataValidation [^>]*sqref="([^"]*)"><formula1>([^<]*)</g,
    );
    expect([...rules].map(([, area, formula]) => [area, formula])).toEqual([
      ['B3:B47', expect.stringContaining('Waiting for participant,Waiting for vendor')],
      ['C3:C47', '&quot;Urgent,High,Normal,Low&quot;'],
      ['D3:D47', '&apos;Team&apos;!$B$3:$B$6'],
      ['E3:E47', `&apos;_choices&apos;!$A$1:$A$${CATEGORIES.length}`],
    ]);
    expect(sheet('_choices').getCell('A1').value).toBe(CATEGORIES[0]);
    expect(sheet('Tickets').getCell('C5').dataValidation).toMatchObject({ type: 'list', errorStyle: 'stop' });
  });

  it('takes choices from a range up to its last filled row, and only warns where the rule is not strict', () => {
    expect(sheet('Tickets').getCell('D3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'Team'!$B$3:$B$6"],
      errorStyle: 'warning',
    });
  });

  it('writes conditional formats in their order of precedence', () => {
    const rules = part('xl/worksheets/sheet1.xml').match(/<cfRule [^>]*>.*?<\/cfRule>/g) ?? [];
    expect(rules).toHaveLength(5);
    expect(rules[0]).toContain('priority="1"');
    expect(rules[0]).toContain('<formula>B3&amp;&quot;&quot;=&quot;New&quot;&amp;&quot;&quot;</formula>');
    expect(rules[4]).toContain(
      '<formula>AND($I3&lt;&gt;&quot;&quot;,$I3&lt;46345,$B3&lt;&gt;&quot;Closed&quot;)</formula>',
    );
  });

  it('writes computed pivot values with headings', () => {
    const dashboard = sheet('Dashboard');
    expect(dashboard.getCell('A3').value).toBe('Status');
    expect(dashboard.getCell('A3').font).toMatchObject({ bold: true });
    expect([dashboard.getCell('A4').value, dashboard.getCell('B4').value]).toEqual(['Closed', 3]);
  });

  it('names what the file cannot say', () => {
    expect(leftOut).toEqual([
      'Tickets: the conditional format 6 (CUSTOM_FORMULA) cannot be written.',
      'Dashboard: the chart "Tickets in all" (scorecard) is not drawn in the file.',
    ]);
  });
});

describe('the charts of the file', () => {
  it.each([
    ['xl/charts/chart1.xml', '<c:barDir val="col"/>', 'Tickets by status'],
    ['xl/charts/chart2.xml', '<c:holeSize val="50"/>', 'Tickets by category'],
    ['xl/charts/chart3.xml', '<c:barDir val="bar"/>', 'Categories as bars'],
    ['xl/charts/chart4.xml', '<c:lineChart>', 'Tickets, as a line'],
  ])('%s holds its kind and title', (name, mark, title) => {
    expect(part(name)).toContain(mark);
    expect(part(name)).toContain(`<a:t>${title}</a:t>`);
  });

  it('refer to exactly the rows of the pivot, and carry their present values', () => {
    const xml = part('xl/charts/chart1.xml');
    expect(xml).toContain("<c:f>'Dashboard'!$A$4:$A$9</c:f>");
    expect(xml).toContain("<c:f>'Dashboard'!$B$4:$B$9</c:f>");
    expect(xml).toContain("<c:tx><c:strRef><c:f>'Dashboard'!$B$3</c:f>");
    expect(xml).toContain(
      '<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="6"/><c:pt idx="0"><c:v>3</c:v>',
    );
    expect(xml).toContain('<a:t>Status</a:t>');
  });

  it('are tied to their sheet and declared once each', () => {
    expect(part('xl/worksheets/_rels/sheet3.xml.rels')).toContain('Target="../drawings/drawing1.xml"');
    expect(part('xl/worksheets/sheet3.xml')).toMatch(/<drawing r:id="rIdDrawing"\/>/);
    expect(part('xl/worksheets/sheet1.xml')).not.toContain('<drawing ');
    const types = part('[Content_Types].xml');
    for (const name of ['charts/chart1', 'charts/chart4', 'drawings/drawing1']) {
      expect(types.split(`/xl/${name}.xml`)).toHaveLength(2);
    }
  });

  it('are well-formed XML with unique part names', async () => {
    for (const [name, xml] of parts)
      if (name.endsWith('.xml') || name.endsWith('.rels')) expect(balanced(xml)).toBe(true);
  });
});

describe('charts over dates', () => {
  it('carry the dates with the format of their cells, and for shares an axis up to a hundred', async () => {
    const dated = deskWorkbook(3);
    const board = dated.sheets?.find((sheet) => (sheet.charts ?? []).length > 0);
    const chart = board?.charts?.[0]?.spec?.basicChart;
    const range = chart?.domains?.[0]?.domain?.sourceRange?.sources?.[0];
    if (!board || !chart || !range) throw new Error('the desk has a chart');
    const week = (day: number) => ({
      userEnteredValue: { numberValue: 46_342 + day },
      formattedValue: 'some week',
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'd mmm' } },
    });
    board.data = [
      {
        startRow: range.startRowIndex ?? 0,
        startColumn: range.startColumnIndex ?? 0,
        rowMetadata: [{ pixelSize: 34 }, { pixelSize: 21 }, { pixelSize: 21 }],
        rowData: [
          { values: [{ formattedValue: 'Week' }, { formattedValue: 'New' }] },
          { values: [week(0), { userEnteredValue: { numberValue: 3 } }] },
          { values: [week(7), { userEnteredValue: { numberValue: 4 } }] },
        ],
      },
    ];
    board.charts = board.charts?.slice(0, 1) ?? [];
    chart.stackedType = 'PERCENT_STACKED';
    chart.headerCount = 1;
    const files = unzip(await exportXlsx(dated));
    const text = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');
    const xml = text('xl/charts/chart1.xml');
    expect(xml).toContain(
      '<c:formatCode>d mmm</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>46342</c:v>',
    );
    expect(xml).toContain('<c:numFmt formatCode="d mmm" sourceLinked="0"/>');
    expect(xml).toContain('<c:max val="1"/>');
    // Rows of a sheet with charts keep their heights, and the sheet is printed upright and one page wide.
    const written = text('xl/worksheets/sheet3.xml');
    expect(written).toMatch(/<row [^>]*ht="25.5"/);
    expect(written).toMatch(/<row [^>]*ht="15.75"/);
    expect(written).toMatch(/<pageSetup [^>]*orientation="portrait"/);
  });
});

it('a workbook without charts needs no drawing parts', async () => {
  const plain = deskWorkbook(3);
  for (const each of plain.sheets ?? []) delete each.charts;
  const names = [...unzip(await exportXlsx(plain)).keys()];
  expect(names.filter((name) => name.includes('chart'))).toEqual([]);
});

/** Every element that is opened is closed in order. */
function balanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, slash, name, empty] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g,
  )) {
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else if (empty !== '/') open.push(name ?? '');
  }
  return open.length === 0;
}
