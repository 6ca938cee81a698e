/** The tab Dashboard: what is open now, with whom, about what; and whether every mail is accounted for. */
import type { Language } from '../../core/language';
import { OUTCOMES } from '../../core/workbook/choices';
import { type ColumnKey, SHEET_ID } from '../../core/workbook/columns';
import { labelOfWord } from '../labels';
import { columnSpec } from '../tabs';
import { dashboardWords } from '../words/dashboard';
import { painted, TROUBLE, WORD_PAINT } from './colours';
import { CHART_COLOUR, cells, chart } from './dashboard-charts';
import {
  by,
  columnWidths,
  heading,
  mostFirst,
  type Place,
  pivot,
  rowHeight,
  type Source,
  shortDates,
  title,
  value,
} from './dashboard-parts';
import { type DashboardSources, isOpen, notBlank } from './dashboard-sources';
import type { SheetsRequest } from './sheets-api';

const SHEET = SHEET_ID.dashboard;

/** Names on the left, numbers beside them, charts from the seventh column on. */
const WIDTHS = [190, ...Array.from({ length: 13 }, () => 76)];
const CHARTS = { column: 6, right: 20, width: 440 } as const;

export const OPEN_SIZE = { rowCount: 200, columnCount: WIDTHS.length } as const;

/** Rows (from 0) where blocks begin, with room for what a small firm can fill them with. */
const AT = { status: 3, promises: 14, intake: 28, colleagues: 34, courses: 56 } as const;
const OPEN_STATUSES = 5;
const MOST_COLLEAGUES = 16;
const MOST_COURSES = 40;

export function openContent(sources: DashboardSources, language: Language): SheetsRequest[] {
  const text = dashboardWords(language);
  const { dashboard: own } = text;
  const open: Source<'tickets'> = { layout: sources.tickets, filters: isOpen(sources.tickets, language) };
  const count = value(open, 'id', 'COUNTA', text.count);
  const oldest = value(open, 'created_at', 'MIN', text.oldest);
  const [status, promises, colleagues, courses] = [
    pivotUnder(AT.status),
    pivotUnder(AT.promises),
    pivotUnder(AT.colleagues),
    pivotUnder(AT.courses),
  ];
  const charted = (words: typeof own.status, at: Place, row: number, height: number, most: number) =>
    chart(
      { sheetId: SHEET, row, ...CHARTS, height },
      {
        words,
        kind: 'bars',
        labels: cells(SHEET, 0, at.row, 1 + most),
        series: [{ over: cells(SHEET, 1, at.row, 1 + most), colour: CHART_COLOUR.blue }],
      },
    );
  return [
    ...columnWidths(SHEET, WIDTHS),
    ...title(SHEET, own.title, own.about),
    ...heading(block(AT.status), own.status),
    ...pivot(status, { source: open, rows: [by(open, 'status', false)], values: [count], width: 2 }),
    ...heading(block(AT.promises), own.promises),
    ...pivot(promises, {
      source: open,
      rows: [by(open, 'sla_state', true)],
      columns: [by(open, 'priority', true)],
      values: [count],
      width: 6,
      tall: true,
    }),
    ...stateColours(promises, language),
    ...intake(sources, language),
    ...heading(block(AT.colleagues), own.colleagues),
    ...pivot(colleagues, {
      source: open,
      rows: [mostFirst(open, 'assignee', false)],
      values: [count, oldest],
      width: 3,
    }),
    shortDates({ ...colleagues, row: colleagues.row + 1, column: 2 }, MOST_COLLEAGUES),
    ...heading(block(AT.courses), own.courses),
    ...pivot(courses, {
      source: open,
      rows: [mostFirst(open, 'course', false)],
      values: [count, oldest],
      width: 3,
    }),
    shortDates({ ...courses, row: courses.row + 1, column: 2 }, OPEN_SIZE.rowCount - courses.row - 1),
    charted(own.status, status, AT.status, 200, OPEN_STATUSES),
    charted(own.colleagues, colleagues, AT.promises, 270, MOST_COLLEAGUES),
    charted(own.courses, courses, AT.colleagues, 340, MOST_COURSES),
  ];
}

function block(row: number): Place {
  return { sheetId: SHEET, row, column: 0 };
}

/** Below the heading and its sentence. */
function pivotUnder(row: number): Place {
  return { sheetId: SHEET, row: row + 3, column: 0 };
}

function stateColours({ sheetId, row, column }: Place, language: Language): SheetsRequest[] {
  const range = {
    sheetId,
    startRowIndex: row + 2,
    endRowIndex: row + 9,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  return Object.entries(WORD_PAINT.sla_state ?? {}).map(([word, paint]) => ({
    addConditionalFormatRule: {
      rule: {
        ranges: [range],
        booleanRule: {
          condition: {
            type: 'TEXT_EQ',
            values: [{ userEnteredValue: labelOfWord('sla_state', word, language) }],
          },
          format: painted(paint),
        },
      },
      index: 0,
    },
  }));
}

/** One line: mails in the mailbox, what the outcomes leave unexplained, and each outcome. */
function intake({ intake: layout }: DashboardSources, language: Language): SheetsRequest[] {
  const days: Source<'intake'> = { layout, filters: [notBlank(layout, 'day')] };
  const columns = [
    'mailbox',
    'difference',
    ...OUTCOMES.map((outcome) => outcome.replace('-', '_') as ColumnKey<'intake'>),
  ] as const;
  const at = pivotUnder(AT.intake);
  const difference = {
    sheetId: SHEET,
    startRowIndex: at.row + 1,
    endRowIndex: at.row + 2,
    startColumnIndex: 1,
    endColumnIndex: 2,
  };
  return [
    ...heading(block(AT.intake), dashboardWords(language).dashboard.intake),
    ...pivot(at, {
      source: days,
      values: columns.map((key) => value(days, key, 'SUM', columnSpec('intake', key).words[language][0])),
      width: columns.length,
    }),
    rowHeight(SHEET, at.row, 46),
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [difference],
          booleanRule: {
            condition: { type: 'NUMBER_NOT_EQ', values: [{ userEnteredValue: '0' }] },
            format: painted(TROUBLE),
          },
        },
        index: 0,
      },
    },
  ];
}
