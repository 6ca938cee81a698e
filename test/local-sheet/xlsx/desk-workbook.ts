/**
 * A small help desk's workbook as Google would answer `spreadsheets.get` with `includeGridData`: forty tickets,
 * a team, a dashboard with a computed pivot and charts. Made up; no real person or mail.
 */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Spreadsheet } from '../../../local-sheet/contract';

type Cell = sheets_v4.Schema$CellData;
type Format = sheets_v4.Schema$CellFormat;

export const TICKETS = 7101;
export const TEAM = 7112;
export const DASHBOARD = 7118;

export const STATUSES = [
  'New',
  'Open',
  'Waiting for participant',
  'Waiting for vendor',
  'Resolved',
  'Closed',
];
const PRIORITIES = ['Urgent', 'High', 'Normal', 'Low'];
/** Over 255 characters together: Excel refuses such a list inside the rule. */
export const CATEGORIES = [
  'Cannot log in or reset the password',
  'Sound, picture or microphone',
  'Link to the session does not work',
  'Materials, exercises, slides',
  'Recording of a past session',
  'Certificate: name, date, missing',
  'Invoice and payment',
  'Schedule and time zones',
  'Content of the course itself',
  'Something else entirely',
];
const PEOPLE = ['Kasia Wrona', 'Tomek Lis', 'Olena Shevchuk', 'Maja Bąk'];
const SUBJECTS: readonly (readonly [string, string])[] = [
  ['Nie mogę się zalogować na szkolenie', 'Ania Kowalczyk'],
  ['Where is the link for tomorrow?', 'Ben Carter'],
  ['Не чути звук під час заняття', 'Ірина Мельник'],
  ['Certificate has my old surname', 'Julia Stone'],
  ['Faktura za szkolenie Excel – poprawka', 'Piotr Zając'],
  ['Recording of session 3', 'Maria Rossi'],
  ['=SUM(A1:A9) pasted into the chat', 'Hacker Harry'],
  ['+48 600 100 200 – please call me', 'Ewa Maj'],
  ['Materiały z modułu 2 nie otwierają się', 'Łukasz Żak'],
  ['Чи можна перенести на іншу групу?', 'Олег Бондар'],
];

const rgb = (hex: string): sheets_v4.Schema$ColorStyle => ({
  rgbColor: {
    red: Number.parseInt(hex.slice(0, 2), 16) / 255,
    green: Number.parseInt(hex.slice(2, 4), 16) / 255,
    blue: Number.parseInt(hex.slice(4, 6), 16) / 255,
  },
});

export const OWNER_COLORS = { person: 'E6F4EA', bridge: 'E8F0FE', script: 'FEF7E0' } as const;

const DATE_TIME: Format = { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } };
const NUMBER: Format = { numberFormat: { type: 'NUMBER', pattern: '0' } };

interface Column {
  readonly key: string;
  readonly label: string;
  readonly width: number;
  readonly owner: keyof typeof OWNER_COLORS;
  readonly format?: Format;
  readonly choices?: readonly string[];
  readonly fromTeam?: boolean;
  readonly hidden?: boolean;
  readonly value: (n: number) => string | number | boolean | null;
}

/** 2026-11-16 08:00, a Monday. */
const FIRST_DAY = 46342 + 8 / 24;

const at = (list: readonly string[], n: number) => list[n % list.length] ?? '';

const COLUMNS: readonly Column[] = [
  { key: 'id', label: 'Ticket', width: 92, owner: 'bridge', value: (n) => `T-${ticketCode(n)}` },
  {
    key: 'status',
    label: 'Status',
    width: 190,
    owner: 'person',
    choices: STATUSES,
    value: (n) => at(STATUSES, (n * 7) % 11),
  },
  {
    key: 'priority',
    label: 'Priority',
    width: 100,
    owner: 'person',
    choices: PRIORITIES,
    value: (n) => at(PRIORITIES, n % 3 === 0 ? n : 2),
  },
  {
    key: 'assignee',
    label: 'Assignee',
    width: 150,
    owner: 'person',
    fromTeam: true,
    value: (n) => (n % 5 === 4 ? null : at(PEOPLE, n)),
  },
  {
    key: 'category',
    label: 'Category',
    width: 220,
    owner: 'person',
    choices: CATEGORIES,
    value: (n) => at(CATEGORIES, n * 3),
  },
  {
    key: 'subject',
    label: 'Subject',
    width: 300,
    owner: 'bridge',
    value: (n) => SUBJECTS[n % SUBJECTS.length]?.[0] ?? '',
  },
  {
    key: 'requester',
    label: 'From',
    width: 150,
    owner: 'bridge',
    value: (n) => SUBJECTS[n % SUBJECTS.length]?.[1] ?? '',
  },
  {
    key: 'created_at',
    label: 'Created',
    width: 140,
    owner: 'bridge',
    format: DATE_TIME,
    value: (n) => FIRST_DAY + n * 0.17,
  },
  {
    key: 'next_due',
    label: 'Answer due',
    width: 140,
    owner: 'script',
    format: DATE_TIME,
    value: (n) => FIRST_DAY + n * 0.17 + 0.25,
  },
  {
    key: 'message_count',
    label: 'Messages',
    width: 90,
    owner: 'bridge',
    format: NUMBER,
    value: (n) => 1 + ((n * 5) % 7),
  },
  { key: 'clock', label: 'Clock', width: 120, owner: 'script', hidden: true, value: (n) => `{"n":${n}}` },
];

function ticketCode(n: number): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  let rest = (n + 3) * 7_368_787;
  let code = '';
  for (let i = 0; i < 5; i++) {
    code += letters[rest % letters.length] ?? '';
    rest = Math.floor(rest / letters.length);
  }
  return code;
}

export function entered(value: string | number | boolean | null, more: Cell = {}): Cell {
  if (value === null) return more;
  const typed =
    typeof value === 'string'
      ? { stringValue: value }
      : typeof value === 'number'
        ? { numberValue: value }
        : { boolValue: value };
  return { userEnteredValue: typed, effectiveValue: typed, formattedValue: shown(value, more), ...more };
}

function shown(value: string | number | boolean, cell: Cell): string {
  const type = cell.userEnteredFormat?.numberFormat?.type;
  if (typeof value === 'number' && type === 'DATE_TIME') {
    return new Date(Date.UTC(1899, 11, 30) + Math.round(value * 1440) * 60_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
  }
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

const withFormat = (format: Format): Cell => ({ userEnteredFormat: format, effectiveFormat: format });

const labelFormat = (hex: string): Format => ({
  backgroundColorStyle: rgb(hex),
  textFormat: { bold: true },
  verticalAlignment: 'MIDDLE',
});

function rule(column: Column): Cell {
  if (column.choices) {
    const values = column.choices.map((choice) => ({ userEnteredValue: choice }));
    return {
      dataValidation: { condition: { type: 'ONE_OF_LIST', values }, strict: true, showCustomUi: true },
    };
  }
  if (column.fromTeam) {
    const values = [{ userEnteredValue: '=Team!$B$3:$B' }];
    return {
      dataValidation: { condition: { type: 'ONE_OF_RANGE', values }, strict: false, showCustomUi: true },
    };
  }
  return {};
}

const textEquals = (
  column: number,
  text: string,
  fill: string,
  color: string,
): sheets_v4.Schema$ConditionalFormatRule => ({
  ranges: [{ sheetId: TICKETS, startRowIndex: 2, startColumnIndex: column, endColumnIndex: column + 1 }],
  booleanRule: {
    condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: text }] },
    format: { backgroundColorStyle: rgb(fill), textFormat: { foregroundColorStyle: rgb(color) } },
  },
});

function ticketsSheet(count: number): sheets_v4.Schema$Sheet {
  const rows: Cell[][] = [
    COLUMNS.map((column) => entered(column.key)),
    COLUMNS.map((column) => entered(column.label, withFormat(labelFormat(OWNER_COLORS[column.owner])))),
  ];
  for (let n = 0; n < count; n++) {
    rows.push(
      COLUMNS.map((column) =>
        entered(column.value(n), { ...(column.format ? withFormat(column.format) : {}), ...rule(column) }),
      ),
    );
  }
  // Rules reach below the last ticket, as a column's rule does.
  for (let n = 0; n < 5; n++) rows.push(COLUMNS.map(rule));
  const subjectLabel = rows[1]?.[5];
  if (subjectLabel) subjectLabel.note = 'Written by the mail bridge.';
  return {
    properties: {
      sheetId: TICKETS,
      title: 'Tickets',
      index: 0,
      gridProperties: {
        rowCount: Math.max(1000, count + 10),
        columnCount: COLUMNS.length,
        frozenRowCount: 2,
        frozenColumnCount: 1,
      },
      tabColorStyle: rgb('1A73E8'),
    },
    data: [
      {
        rowData: rows.map((values) => ({ values })),
        columnMetadata: COLUMNS.map((column) => ({
          pixelSize: column.width,
          ...(column.hidden ? { hiddenByUser: true } : {}),
        })),
        rowMetadata: rows.map((_, i) =>
          i === 0 ? { pixelSize: 21, hiddenByUser: true } : { pixelSize: 21 },
        ),
      },
    ],
    basicFilter: {
      range: { sheetId: TICKETS, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: COLUMNS.length },
    },
    protectedRanges: [
      {
        protectedRangeId: 1,
        range: { sheetId: TICKETS, startColumnIndex: 0, endColumnIndex: 1 },
        warningOnly: true,
        description: 'Written by the mail bridge',
      },
    ],
    conditionalFormats: [
      textEquals(1, 'New', 'D2E3FC', '174EA6'),
      textEquals(1, 'Open', 'FEEFC3', '7A4F01'),
      textEquals(1, 'Resolved', 'CEEAD6', '0D652D'),
      textEquals(2, 'Urgent', 'FAD2CF', 'A50E0E'),
      {
        ranges: [{ sheetId: TICKETS, startRowIndex: 2, startColumnIndex: 8, endColumnIndex: 9 }],
        booleanRule: {
          condition: {
            type: 'CUSTOM_FORMULA',
            values: [{ userEnteredValue: '=AND($I3<>"",$I3<46345,$B3<>"Closed")' }],
          },
          format: {
            backgroundColorStyle: rgb('FCE8E6'),
            textFormat: { foregroundColorStyle: rgb('A50E0E'), bold: true },
          },
        },
      },
      {
        ranges: [{ sheetId: TICKETS, startRowIndex: 2, startColumnIndex: 5, endColumnIndex: 6 }],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=REGEXMATCH(F3,"Faktura")' }] },
          format: { textFormat: { italic: true } },
        },
      },
    ],
  };
}

function teamSheet(): sheets_v4.Schema$Sheet {
  const rows: Cell[][] = [
    [entered('email'), entered('name'), entered('active')],
    ['E-mail', 'Name', 'Active'].map((label) => entered(label, withFormat(labelFormat(OWNER_COLORS.person)))),
    ...PEOPLE.map((name, i) => [
      entered(`${name.split(' ')[0]?.toLowerCase()}@desk.example`),
      entered(name),
      entered(i !== 3, { dataValidation: { condition: { type: 'BOOLEAN' }, strict: true } }),
    ]),
  ];
  return {
    properties: {
      sheetId: TEAM,
      title: 'Team',
      index: 1,
      gridProperties: { rowCount: 200, columnCount: 3, frozenRowCount: 2 },
      tabColorStyle: rgb('188038'),
    },
    data: [
      {
        rowData: rows.map((values) => ({ values })),
        columnMetadata: [{ pixelSize: 220 }, { pixelSize: 180 }, { pixelSize: 80 }],
        rowMetadata: rows.map((_, i) => (i === 0 ? { hiddenByUser: true } : {})),
      },
    ],
  };
}

function tally(key: string, count: number): [string, number][] {
  const column = COLUMNS.find((candidate) => candidate.key === key);
  const found = new Map<string, number>();
  for (let n = 0; n < count; n++) {
    const value = String(column?.value(n) ?? '');
    found.set(value, (found.get(value) ?? 0) + 1);
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b));
}

/** A pivot's cells as Google answers them: computed values only, the definition in the first cell. */
function computed(value: string | number, format?: Format): Cell {
  const typed = typeof value === 'string' ? { stringValue: value } : { numberValue: value };
  return {
    effectiveValue: typed,
    formattedValue: String(value),
    ...(format ? { effectiveFormat: format } : {}),
  };
}

const source = (column: number): sheets_v4.Schema$ChartData => ({
  sourceRange: {
    sources: [
      {
        sheetId: DASHBOARD,
        startRowIndex: 2,
        endRowIndex: 40,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
    ],
  },
});

function place(
  row: number,
  column: number,
  width: number,
  height: number,
): sheets_v4.Schema$EmbeddedObjectPosition {
  const anchorCell = { sheetId: DASHBOARD, rowIndex: row, columnIndex: column };
  return { overlayPosition: { anchorCell, widthPixels: width, heightPixels: height } };
}

function dashboardSheet(count: number): sheets_v4.Schema$Sheet {
  const heading: Format = { textFormat: { bold: true }, backgroundColorStyle: rgb('F1F3F4') };
  const byStatus = tally('status', count);
  const byCategory = tally('category', count);
  const rows: Cell[][] = [
    [entered('dashboard')],
    [entered('How the desk is doing', withFormat({ textFormat: { bold: true, fontSize: 16 } }))],
  ];
  const height = Math.max(byStatus.length, byCategory.length) + 1;
  for (let i = 0; i < height; i++) {
    const status = byStatus[i - 1];
    const category = byCategory[i - 1];
    rows.push(
      i === 0
        ? [
            computed('Status', heading),
            computed('Tickets', heading),
            computed('Category', heading),
            computed('Tickets', heading),
          ]
        : [
            ...(status ? [computed(status[0]), computed(status[1])] : [{}, {}]),
            ...(category ? [computed(category[0]), computed(category[1])] : [{}, {}]),
          ],
    );
  }
  const first = rows[2]?.[0];
  if (first)
    first.pivotTable = { source: { sheetId: TICKETS, startRowIndex: 1 }, rows: [{ sourceColumnOffset: 1 }] };
  return {
    properties: {
      sheetId: DASHBOARD,
      title: 'Dashboard',
      index: 2,
      gridProperties: { rowCount: 100, columnCount: 16, frozenRowCount: 2, hideGridlines: true },
      tabColorStyle: rgb('F9AB00'),
    },
    data: [
      {
        rowData: rows.map((values) => ({ values })),
        columnMetadata: [200, 80, 250, 80, 40, 100, 100, 100].map((pixelSize) => ({ pixelSize })),
        rowMetadata: rows.map((_, i) =>
          i === 0 ? { hiddenByUser: true } : i === 1 ? { pixelSize: 36 } : {},
        ),
      },
    ],
    charts: [
      {
        chartId: 1,
        position: place(2, 5, 480, 280),
        spec: {
          title: 'Tickets by status',
          altText: 'How many tickets stand in each status',
          basicChart: {
            chartType: 'COLUMN',
            headerCount: 1,
            legendPosition: 'NO_LEGEND',
            axis: [
              { position: 'BOTTOM_AXIS', title: 'Status' },
              { position: 'LEFT_AXIS', title: 'Tickets' },
            ],
            domains: [{ domain: source(0) }],
            series: [{ series: source(1), targetAxis: 'LEFT_AXIS', colorStyle: rgb('1A73E8') }],
          },
        },
      },
      {
        chartId: 2,
        position: place(14, 5, 480, 280),
        spec: {
          title: 'Tickets by category',
          pieChart: { legendPosition: 'RIGHT_LEGEND', domain: source(2), series: source(3), pieHole: 0.5 },
        },
      },
      {
        chartId: 3,
        position: place(16, 0, 480, 280),
        spec: {
          title: 'Categories as bars',
          basicChart: {
            chartType: 'BAR',
            headerCount: 1,
            axis: [{ position: 'BOTTOM_AXIS', title: 'Tickets' }],
            domains: [{ domain: source(2) }],
            series: [{ series: source(3), targetAxis: 'BOTTOM_AXIS' }],
          },
        },
      },
      {
        chartId: 4,
        position: place(28, 0, 480, 240),
        spec: {
          title: 'Tickets, as a line',
          basicChart: {
            chartType: 'LINE',
            headerCount: 1,
            domains: [{ domain: source(0) }],
            series: [{ series: source(1), targetAxis: 'LEFT_AXIS' }],
          },
        },
      },
      {
        chartId: 5,
        position: place(28, 5, 220, 120),
        spec: {
          title: 'Tickets in all',
          scorecardChart: { aggregateType: 'SUM', keyValueData: source(1) },
        },
      },
    ],
  };
}

/** @param count tickets */
export function deskWorkbook(count = 40): Spreadsheet {
  return {
    spreadsheetId: 'desk',
    properties: { title: 'Rowdesk · Jasny Kurs', locale: 'en_GB', timeZone: 'Europe/Warsaw' },
    sheets: [ticketsSheet(count), teamSheet(), dashboardSheet(count)],
  };
}
