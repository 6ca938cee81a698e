/** The tab Load: when people write, how far the session was, what about, from which company. */
import type { Language } from '../../core/language';
import { CATEGORIES, SESSION_PHASES } from '../../core/workbook/choices';
import { type ColumnKey, SHEET_ID } from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import { dashboardWords } from '../words/dashboard';
import type { ChartWords } from '../words/dashboard-words';
import { colour } from './colours';
import { CHART_COLOUR, cells, chart } from './dashboard-charts';
import {
  by,
  columnWidths,
  heading,
  mostFirst,
  type Place,
  pivot,
  type Source,
  title,
  value,
} from './dashboard-parts';
import { type DashboardSources, isCounted, notBlank } from './dashboard-sources';
import type { CellFormat, PivotGroup, PivotValue, SheetsRequest } from './sheets-api';

const SHEET = SHEET_ID.load;

/** Hours down and weekdays across: so a week fits the width of a phone. Names of the other blocks from NAMES on. */
const WIDTHS = [66, ...Array.from({ length: 7 }, () => 50), 20, 170, ...Array.from({ length: 7 }, () => 64)];
const NAMES = 9;
const CHARTS = { column: 12, right: 0, width: 320 } as const;

const HOURS_AT = 3;
const AT = { phases: 3, topics: 17, clients: 36 } as const;
/** Most lines that a chart shows: all of them where the list is ours, the largest where it is the world. */
const MOST_CLIENTS = 12;

export const LOAD_SIZE = { rowCount: 200, columnCount: WIDTHS.length } as const;

export function loadContent(sources: DashboardSources, language: Language): SheetsRequest[] {
  const text = dashboardWords(language);
  const { load: own } = text;
  const counted: Source<'tickets'> = {
    layout: sources.tickets,
    filters: isCounted(sources.tickets, language),
  };
  const count = value(counted, 'id', 'COUNTA', text.count);
  const block = (
    words: ChartWords,
    row: number,
    group: PivotGroup,
    most: number,
    height: number,
    more: { readonly source?: Source<'tickets'>; readonly values?: readonly PivotValue[] } = {},
  ): SheetsRequest[] => {
    const at = { sheetId: SHEET, row: row + 3, column: NAMES };
    const { source = counted, values = [] } = more;
    return [
      ...heading({ sheetId: SHEET, row, column: NAMES }, words),
      ...pivot(at, { source, rows: [group], values: [count, ...values], width: 2 + values.length }),
      chart(
        { sheetId: SHEET, row, ...CHARTS, height },
        {
          words,
          kind: 'bars',
          labels: cells(SHEET, NAMES, at.row, 1 + most),
          series: [{ over: cells(SHEET, NAMES + 1, at.row, 1 + most), colour: CHART_COLOUR.blue }],
        },
      ),
    ];
  };
  const most = (column: ColumnKey<'tickets'>) => mostFirst(counted, column, false);
  return [
    ...columnWidths(SHEET, WIDTHS),
    ...title(SHEET, own.title, own.about),
    ...heading({ sheetId: SHEET, row: HOURS_AT, column: 0 }, own.hours),
    ...heatMap(counted, count),
    ...block(own.phases, AT.phases, by(counted, 'phase', false), SESSION_PHASES.length, 260),
    ...block(own.topics, AT.topics, most('category'), CATEGORIES.length, 360),
    ...block(own.clients, AT.clients, most('client'), MOST_CLIENTS, 340, {
      source: { ...counted, filters: [...counted.filters, notBlank(sources.tickets, 'client')] },
      values: [value(counted, 'message_count', 'SUM', text.messages)],
    }),
  ];
}

const HOURS = 24;
const WEEKDAYS = 7;

function heatMap(counted: Source<'tickets'>, count: PivotValue): SheetsRequest[] {
  const at: Place = { sheetId: SHEET, row: HOURS_AT + 3, column: 0 };
  const range = {
    sheetId: SHEET,
    startRowIndex: at.row + 2,
    endRowIndex: at.row + 2 + HOURS,
    startColumnIndex: 1,
    endColumnIndex: 1 + WEEKDAYS,
  };
  return [
    ...pivot(at, {
      source: counted,
      rows: [by(counted, 'hour', false)],
      columns: [by(counted, 'weekday', false)],
      values: [count],
      width: 1 + WEEKDAYS,
    }),
    centred(range, {}),
    // Small enough for a weekday to stand on one line.
    centred(
      { ...range, startRowIndex: at.row + 1, endRowIndex: at.row + 2 },
      { textFormat: { bold: true, fontSize: 8 } },
    ),
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [range],
          // The darkest still carries black digits at more than 4.5:1.
          gradientRule: {
            minpoint: { colorStyle: colour('#eef4fd'), type: 'MIN' },
            maxpoint: { colorStyle: colour('#6ba1ee'), type: 'MAX' },
          },
        },
        index: 0,
      },
    },
  ];
}

function centred(range: GridRange, more: CellFormat): SheetsRequest {
  const userEnteredFormat: CellFormat = { horizontalAlignment: 'CENTER', ...more };
  return {
    repeatCell: {
      range,
      cell: { userEnteredFormat },
      fields: `userEnteredFormat(${Object.keys(userEnteredFormat).join()})`,
    },
  };
}
