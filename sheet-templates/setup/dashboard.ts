/** The Dashboard tab: pivots over Tickets and a chart over the first of them, all Google's own, to be changed freely. */
import type { Language } from '../../core/language';
import { TICKET_STATUSES } from '../../core/workbook/choices';
import { LABEL_ROW, SHEET_ID } from '../../core/workbook/columns';
import { words } from '../words/words';
import { columnIndex, type TabLayout } from './layout';
import type { PivotGroup, SheetsRequest, StyledCell } from './sheets-api';

const SHEET = SHEET_ID.dashboard;

/** Rows (from 0) where things start, with room below each for words that people type themselves. */
const STATUS_AT = 3;
const SLA_AT = 22;
const COURSE_AT = 38;

export const DASHBOARD_SIZE = { rowCount: 200, columnCount: 26 } as const;

export function dashboardContent(tickets: TabLayout<'tickets'>, language: Language): SheetsRequest[] {
  const text = words(language).dashboard;
  const status = columnIndex(tickets, 'status');
  return [
    put(0, {
      userEnteredValue: { stringValue: text.title },
      userEnteredFormat: { textFormat: { bold: true, fontSize: 16 } },
    }),
    put(1, { userEnteredValue: { stringValue: text.about } }),
    heading(STATUS_AT - 1, text.byStatus),
    put(STATUS_AT, pivot(tickets, [group(status, false)], [], text.count)),
    heading(SLA_AT - 1, text.bySla),
    put(
      SLA_AT,
      pivot(
        tickets,
        [group(columnIndex(tickets, 'sla_state'), true)],
        [group(columnIndex(tickets, 'priority'), true)],
        text.count,
      ),
    ),
    heading(COURSE_AT - 1, text.byCourse),
    put(
      COURSE_AT,
      pivot(tickets, [group(status, true)], [group(columnIndex(tickets, 'course'), true)], text.count),
    ),
    {
      updateDimensionProperties: {
        range: { sheetId: SHEET, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
        properties: { pixelSize: 220 },
        fields: 'pixelSize',
      },
    },
    chart(text.byStatus, text.chartAlt),
  ];
}

function put(row: number, cell: StyledCell): SheetsRequest {
  return {
    updateCells: {
      range: {
        sheetId: SHEET,
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: 0,
        endColumnIndex: 1,
      },
      rows: [{ values: [cell] }],
      fields: cell.pivotTable ? 'pivotTable' : 'userEnteredValue,userEnteredFormat',
    },
  };
}

function heading(row: number, title: string): SheetsRequest {
  return put(row, {
    userEnteredValue: { stringValue: title },
    userEnteredFormat: { textFormat: { bold: true, fontSize: 12 } },
  });
}

function group(sourceColumnOffset: number, showTotals: boolean): PivotGroup {
  return { sourceColumnOffset, showTotals, sortOrder: 'ASCENDING' };
}

function pivot(
  tickets: TabLayout<'tickets'>,
  rows: PivotGroup[],
  columns: PivotGroup[],
  name: string,
): StyledCell {
  const id = columnIndex(tickets, 'id');
  return {
    pivotTable: {
      // From the labels down, without an end: the source grows with the tickets.
      source: {
        sheetId: tickets.sheetId,
        startRowIndex: LABEL_ROW,
        startColumnIndex: 0,
        endColumnIndex: tickets.width,
      },
      rows,
      ...(columns.length > 0 ? { columns } : {}),
      values: [{ sourceColumnOffset: id, summarizeFunction: 'COUNTA', name }],
      filterSpecs: [
        {
          columnOffsetIndex: id,
          filterCriteria: { condition: { type: 'NOT_BLANK' }, visibleByDefault: true },
        },
      ],
      valueLayout: 'HORIZONTAL',
    },
  };
}

/** Over the headings and one row for each status of the first pivot. */
function chart(title: string, altText: string): SheetsRequest {
  const column = (startColumnIndex: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId: SHEET,
          startRowIndex: STATUS_AT,
          endRowIndex: STATUS_AT + 1 + TICKET_STATUSES.length,
          startColumnIndex,
          endColumnIndex: startColumnIndex + 1,
        },
      ],
    },
  });
  return {
    addChart: {
      chart: {
        spec: {
          title,
          altText,
          basicChart: {
            chartType: 'BAR',
            legendPosition: 'NO_LEGEND',
            headerCount: 1,
            domains: [{ domain: column(0) }],
            series: [{ series: column(1), targetAxis: 'BOTTOM_AXIS' }],
          },
        },
        position: {
          overlayPosition: {
            anchorCell: { sheetId: SHEET, rowIndex: STATUS_AT - 1, columnIndex: 3 },
            widthPixels: 560,
            heightPixels: 340,
          },
        },
      },
    },
  };
}
