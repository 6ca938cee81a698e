/** The tab Trends: how the weeks went. Charts over the Figures tab above, tables over the tickets below. */
import type { Language } from '../../core/language';
import { type ColumnKey, LABEL_ROW, SHEET_ID } from '../../core/workbook/columns';
import { dashboardWords } from '../words/dashboard';
import type { ChartWords } from '../words/dashboard-words';
import { CHART_COLOUR, type ChartPlan, cells, chart, type Series } from './dashboard-charts';
import {
  by,
  columnWidths,
  heading,
  mostFirst,
  pivot,
  type Source,
  sentence,
  shortDates,
  title,
  value,
} from './dashboard-parts';
import { type DashboardSources, isCounted, notBlank } from './dashboard-sources';
import { columnIndex } from './layout';
import type { SheetsRequest } from './sheets-api';

const SHEET = SHEET_ID.trends;

/** Three cards side by side, each as wide as a phone. */
const WIDTHS = [128, 64, 64, 64, 64, 72, ...Array.from({ length: 10 }, () => 64)];
const CARD_COLUMNS = [0, 4, 9] as const;
const CARD_ROWS = [3, 20] as const;
const CARD = { width: 308, height: 246 } as const;
/** Rows of the grid that a card's chart covers; its sentence stands below. */
const CARD_HEIGHT = 12;
const SENTENCE_ROWS = 4;

const POLICIES_AT = 37;
const WEEKS_AT = 60;
const TOPICS = { row: 37, column: 5 } as const;
const MOST_POLICIES = 16;
const TOP = ['blue', 'orange', 'green', 'violet', 'grey'] as const;

export const TRENDS_SIZE = { rowCount: 1000, columnCount: WIDTHS.length } as const;

export function trendsContent(sources: DashboardSources, language: Language): SheetsRequest[] {
  const text = dashboardWords(language);
  const { trends: own } = text;
  const counted: Source<'tickets'> = {
    layout: sources.tickets,
    filters: isCounted(sources.tickets, language),
  };
  const settled = [notBlank(sources.tickets, 'sla_met')];
  const count = value(counted, 'id', 'COUNTA', text.count);
  const figure = (column: ColumnKey<'figures'>) =>
    cells(sources.figures.sheetId, columnIndex(sources.figures, column), LABEL_ROW);
  const weekly = (
    words: ChartWords,
    kind: ChartPlan['kind'],
    series: readonly Series[],
    shares?: true,
  ): ChartPlan => ({ words, kind, labels: figure('week'), series, ...(shares ? { shares } : {}) });
  const policies = { sheetId: SHEET, row: POLICIES_AT + 3, column: 0 };
  const topics = { sheetId: SHEET, row: TOPICS.row + 3, column: TOPICS.column };
  // Of a pivot with columns the second line of headings names them: there the charts begin.
  const ofPolicies = (column: number) => cells(SHEET, column, policies.row + 1, 1 + MOST_POLICIES);
  const ofTopics = (column: number) => cells(SHEET, TOPICS.column + column, topics.row + 1);
  const cards: readonly ChartPlan[] = [
    weekly(own.volume, 'columns', [
      { over: figure('created'), colour: CHART_COLOUR.blue },
      { over: figure('resolved'), colour: CHART_COLOUR.green },
      { over: figure('backlog'), colour: CHART_COLOUR.orange, line: true },
    ]),
    weekly(own.firstAnswer, 'lines', [
      { over: figure('first_median'), colour: CHART_COLOUR.blue },
      { over: figure('first_p90'), colour: CHART_COLOUR.orange },
    ]),
    weekly(own.resolution, 'lines', [
      { over: figure('resolution_median'), colour: CHART_COLOUR.blue },
      { over: figure('resolution_p90'), colour: CHART_COLOUR.orange },
    ]),
    weekly(
      own.promises,
      'columns',
      [
        { over: figure('promises_kept'), colour: CHART_COLOUR.green },
        { over: figure('promises_missed'), colour: CHART_COLOUR.red },
      ],
      true,
    ),
    {
      words: own.policies,
      kind: 'bars',
      shares: true,
      labels: ofPolicies(0),
      series: [
        { over: ofPolicies(1), colour: CHART_COLOUR.green },
        { over: ofPolicies(2), colour: CHART_COLOUR.red },
      ],
    },
    {
      words: own.topTopics,
      kind: 'columns',
      stacked: true,
      labels: ofTopics(0),
      series: TOP.map((name, i) => ({ over: ofTopics(1 + i), colour: CHART_COLOUR[name] })),
    },
  ];
  return [
    ...columnWidths(SHEET, WIDTHS),
    ...title(SHEET, own.title, own.about),
    ...heading({ sheetId: SHEET, row: POLICIES_AT, column: 0 }, own.policyTable),
    ...pivot(policies, {
      source: counted,
      rows: [by(counted, 'policy', false)],
      // "Yes" before "No" in each language.
      columns: [by(counted, 'sla_met', false, 'DESCENDING')],
      values: [count],
      also: settled,
      width: 3,
    }),
    ...heading({ sheetId: SHEET, row: WEEKS_AT, column: 0 }, own.weekTable),
    ...pivot(
      { sheetId: SHEET, row: WEEKS_AT + 3, column: 0 },
      {
        source: counted,
        rows: [by(counted, 'week', false, 'DESCENDING'), by(counted, 'policy', false)],
        columns: [by(counted, 'sla_met', true, 'DESCENDING')],
        values: [count],
        also: settled,
        width: 5,
        tall: true,
      },
    ),
    weekDates(WEEKS_AT + 5, 0),
    weekDates(topics.row + 2, TOPICS.column),
    ...heading({ sheetId: SHEET, ...TOPICS }, own.topicTable),
    ...pivot(topics, {
      source: counted,
      rows: [by(counted, 'week', false)],
      columns: [mostFirst(counted, 'category', false)],
      values: [count],
      width: 11,
      tall: true,
    }),
    ...cards.flatMap((plan, i) => card(i, plan)),
  ];
}

/** With the year: the tables go back as far as there are tickets. */
function weekDates(row: number, column: number): SheetsRequest {
  return shortDates({ sheetId: SHEET, row, column }, TRENDS_SIZE.rowCount - row, 'd mmm yy');
}

function card(index: number, plan: ChartPlan): SheetsRequest[] {
  const row = CARD_ROWS[index < CARD_COLUMNS.length ? 0 : 1];
  const column = CARD_COLUMNS[(index % CARD_COLUMNS.length) as 0 | 1 | 2];
  return [
    chart({ sheetId: SHEET, row, column, ...CARD }, plan),
    ...sentence({ sheetId: SHEET, row: row + CARD_HEIGHT, column }, plan.words.means, SENTENCE_ROWS),
  ];
}
