/** The dashboards' numbers against counting by hand, and what setup leaves to people. */
import { words } from '../../apps-script/workbook/read-tables';
import { LANGUAGES, type Language } from '../../core/language';
import { instant, zone } from '../../core/time/instant';
import {
  CATEGORIES,
  OUTCOMES,
  PRIORITIES,
  SESSION_PHASES,
  SLA_STATES,
  TICKET_STATUSES,
} from '../../core/workbook/choices';
import { COLUMNS, DASHBOARDS, type DashboardKey, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { RowChange } from '../../core/workbook/rows';
import { appendRows, readLayout, type TableContext } from '../../core/workbook/table';
import { contrast, rgbOf } from '../../local-sheet/page/client/colors';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { dice } from '../../sheet-templates/dice';
import { choiceLabel } from '../../sheet-templates/labels';
import { CHART_COLOUR } from '../../sheet-templates/setup/dashboard-charts';
import { dashboardWords } from '../../sheet-templates/words/dashboard';
import { NOW, Workbook } from './workbook';

const OPEN = new Set(['new', 'open', 'waiting_participant', 'waiting_vendor', 'on_hold']);
const POLICIES = ['Urgent', 'Normal', 'VIP'] as const;
const WEEKS = ['2026-11-02', '2026-11-09', '2026-11-16'] as const;
const WEEKDAYS = ['1 pon', '2 wt', '5 pt'] as const;

type Invented = ReturnType<typeof invent>[number];

function invent() {
  const roll = dice(7);
  return Array.from({ length: 240 }, (_, i) => ({
    id: `T-${i}`,
    status: roll.pick(TICKET_STATUSES),
    merged_into: roll.chance(0.1) ? 'T-0' : '',
    priority: roll.pick(PRIORITIES),
    sla_state: roll.pick(SLA_STATES),
    assignee: roll.pick(['Lena', 'Ewa', 'Olena', '']),
    course: roll.pick(['Excel', 'Word', '']),
    client: roll.pick(['Northlight', 'Криниця', '']),
    category: roll.pick(CATEGORIES),
    created_at: instant(NOW - roll.between(0, 20 * 86_400) * 1000),
    message_count: roll.between(1, 9),
    phase: roll.pick(SESSION_PHASES),
    week: roll.pick(WEEKS),
    weekday: roll.pick(WEEKDAYS),
    hour: roll.between(8, 19),
    policy: roll.pick(POLICIES),
    sla_met: roll.pick(['yes', 'no', '']),
  }));
}

const TICKETS = invent();
const open = TICKETS.filter(({ status, merged_into }) => OPEN.has(status) && merged_into === '');
const counted = TICKETS.filter(({ status, merged_into }) => status !== 'spam' && merged_into === '');

const DAYS: RowChange<'intake'>[] = ['2026-11-19', '2026-11-20'].map((day, i) => ({
  day,
  mailbox: 20 + i,
  ...Object.fromEntries(OUTCOMES.map((outcome, n) => [outcome.replace('-', '_'), n + i])),
  difference: 2 * i,
}));

function filled(language: Language): Workbook {
  const workbook = new Workbook().setUp(language);
  const context: TableContext = { zone: zone('Europe/Warsaw'), offset: intlOffset(), ...words(language) };
  const append = <T extends TableKey>(table: T, rows: readonly RowChange<T>[]) =>
    workbook.batch(appendRows(readLayout(table, workbook.values(table)[0] ?? []), rows, context));
  append('tickets', TICKETS);
  append('intake', DAYS);
  return workbook;
}

const counts = <K>(from: readonly Invented[], key: (ticket: Invented) => K): Map<K, number> => {
  const found = new Map<K, number>();
  for (const ticket of from) found.set(key(ticket), (found.get(key(ticket)) ?? 0) + 1);
  return found;
};

const tables = new Map<Language, Workbook>();

describe.each(LANGUAGES)('the tables of the dashboards in %s', (language) => {
  const text = dashboardWords(language);
  const label = (
    word: string,
    choice: 'status' | 'priority' | 'sla_state' | 'category' | 'session_phase' | 'yes_no',
  ) => choiceLabel(choice, word as never, language);
  let workbook: Workbook;

  beforeAll(() => {
    workbook = tables.get(language) ?? filled(language);
    tables.set(language, workbook);
  });

  /** The lines below a heading, from its pivot's headings to the first empty line, `width` columns of them. */
  function table(tab: DashboardKey, title: string, width = 12): unknown[][] {
    const rows = workbook.values(tab);
    const at = rows.findIndex((row) => row.includes(title));
    const column = rows[at]?.indexOf(title) ?? -1;
    const below = rows.slice(at + 3).map((row) => row.slice(column, column + width));
    const end = below.findIndex((row) => row.every((cell) => cell === '' || cell === undefined));
    return end < 0 ? below : below.slice(0, end);
  }

  /** Name → number, of a table without columns. */
  const numbers = (tab: DashboardKey, title: string) =>
    new Map(
      table(tab, title)
        .slice(1)
        .map((row) => [row[0], row[1]]),
    );

  /** `line|column` → number, of a table with columns; empty cells left out. */
  function cross(tab: DashboardKey, title: string, width: number): Map<string, unknown> {
    const [, names, ...lines] = table(tab, title, width);
    const found = new Map<string, unknown>();
    for (const line of lines)
      line.forEach((cell, i) => {
        if (i > 0 && typeof cell === 'number' && names?.[i] !== undefined)
          found.set(`${line[0]}|${names[i]}`, cell);
      });
    return found;
  }

  test('count what is open by status, colleague and course', () => {
    const byLabel = counts(open, (t) => label(t.status, 'status'));
    expect(numbers('dashboard', text.dashboard.status.title)).toEqual(byLabel);
    expect(numbers('dashboard', text.dashboard.colleagues.title)).toEqual(counts(open, (t) => t.assignee));
    expect(numbers('dashboard', text.dashboard.courses.title)).toEqual(counts(open, (t) => t.course));
  });

  test('name the oldest open ticket of each colleague, and begin with whoever has most', () => {
    const lines = table('dashboard', text.dashboard.colleagues.title).slice(1);
    for (const [name, , oldest] of lines) {
      const first = Math.min(...open.filter((t) => t.assignee === name).map((t) => t.created_at));
      // Warsaw is an hour ahead in November; 25569 is the first day of 1970.
      expect(Number(oldest)).toBeCloseTo((first + 3_600_000) / 86_400_000 + 25_569, 5);
    }
    const loads = lines.map(([, count]) => Number(count));
    expect(loads).toEqual([...loads].sort((a, b) => b - a));
  });

  test('cross promised times with priorities, with totals', () => {
    const found = cross('dashboard', text.dashboard.promises.title, 6);
    const wanted = counts(open, (t) => `${label(t.sla_state, 'sla_state')}|${label(t.priority, 'priority')}`);
    for (const [key, value] of wanted) expect([key, found.get(key)]).toEqual([key, value]);
    expect(found.get('Grand Total|Grand Total')).toBe(open.length);
  });

  test('show that the mails in the mailbox are the sum of their outcomes, or what is missing', () => {
    const [, line] = table('dashboard', text.dashboard.intake.title);
    const [mailbox, difference, ...outcomes] = (line ?? []).map(Number);
    expect(mailbox).toBe(41);
    expect(difference).toBe(2);
    expect(outcomes).toEqual(OUTCOMES.map((_, n) => 2 * n + 1));
  });

  test('count by weekday and hour, by phase, topic and client', () => {
    expect(cross('load', text.load.hours.title, 8)).toEqual(counts(counted, (t) => `${t.hour}|${t.weekday}`));
    expect(numbers('load', text.load.phases.title)).toEqual(
      counts(counted, (t) => label(t.phase, 'session_phase')),
    );
    expect(numbers('load', text.load.topics.title)).toEqual(
      counts(counted, (t) => label(t.category, 'category')),
    );
    const withClient = counted.filter(({ client }) => client !== '');
    const clients = table('load', text.load.clients.title).slice(1);
    expect(clients).toHaveLength(2);
    for (const [client, tickets, messages] of clients) {
      const own = withClient.filter((t) => t.client === client);
      expect([tickets, messages]).toEqual([own.length, own.reduce((sum, t) => sum + t.message_count, 0)]);
    }
  });

  test('put the phases of a session in the order of time', () => {
    const names = [...numbers('load', text.load.phases.title).keys()];
    expect(names).toEqual(SESSION_PHASES.map((phase) => label(phase, 'session_phase')));
  });

  test('count promises by policy and by week, the kept ones first', () => {
    const settled = counted.filter(({ sla_met }) => sla_met !== '');
    expect(cross('trends', text.trends.policyTable.title, 3)).toEqual(
      counts(settled, (t) => `${t.policy}|${label(t.sla_met, 'yes_no')}`),
    );
    expect(table('trends', text.trends.policyTable.title)[1]?.slice(1, 3)).toEqual([
      label('yes', 'yes_no'),
      label('no', 'yes_no'),
    ]);
    const lines = table('trends', text.trends.weekTable.title, 5).slice(2);
    let week: unknown = '';
    const found = new Map<string, number>();
    for (const [first, policy, yes, no] of lines) {
      if (typeof first === 'number')
        week = new Date((first - 25_569) * 86_400_000).toISOString().slice(0, 10);
      if (typeof yes === 'number') found.set(`${week}|${policy}|yes`, yes);
      if (typeof no === 'number') found.set(`${week}|${policy}|no`, no);
    }
    expect(found).toEqual(counts(settled, (t) => `${t.week}|${t.policy}|${t.sla_met}`));
  });

  test('count topics by week, the most frequent of all in the first column', () => {
    const [, names, ...lines] = table('trends', text.trends.topicTable.title);
    const all = counts(counted, (t) => label(t.category, 'category'));
    const shown = (names ?? []).slice(1, 1 + all.size).map((name) => all.get(String(name)) ?? 0);
    expect(shown).toEqual([...all.values()].sort((a, b) => b - a));
    const sum = lines
      .flatMap((line) => line.slice(1))
      .reduce<number>((total, n) => total + Number(n || 0), 0);
    expect(sum).toBe(counted.length);
  });

  test('say beside every block what its numbers mean', () => {
    const shown = DASHBOARDS.map((tab) =>
      workbook
        .values(tab)
        .map((row) => row.filter((cell) => typeof cell === 'string').join(' '))
        .join(' '),
    );
    const blocks = DASHBOARDS.flatMap((tab, i) =>
      Object.values(text[tab]).flatMap((block) =>
        typeof block === 'object' ? [{ tab, means: block.means, on: shown[i] ?? '' }] : [],
      ),
    );
    expect(blocks.length).toBeGreaterThan(15);
    // Sentences are broken into lines, and those of neighbouring cards stand in the same rows.
    for (const { means, on } of blocks) for (const word of means.split(' ')) expect(on).toContain(word);
  });
});

describe('the charts of the dashboards', () => {
  const workbook = () => tables.get('en') ?? filled('en');
  const chartsOf = (tab: DashboardKey) => workbook().sheet(tab).charts ?? [];

  test('are over ranges that begin with a heading and go on with what it names', () => {
    const book = workbook();
    for (const tab of DASHBOARDS) {
      for (const chart of chartsOf(tab)) {
        const basic = chart.spec?.basicChart;
        for (const { series } of basic?.series ?? []) {
          const range = series?.sourceRange?.sources?.[0];
          const source = [...DASHBOARDS, 'figures' as const].find((key) => SHEET_ID[key] === range?.sheetId);
          expect(source).toBeDefined();
          if (source === undefined) continue;
          const cells = book.values(source);
          const heading = cells[range?.startRowIndex ?? 0]?.[range?.startColumnIndex ?? 0];
          expect([chart.spec?.title, typeof heading]).toEqual([chart.spec?.title, 'string']);
          expect(basic?.headerCount).toBe(1);
        }
      }
    }
    expect(DASHBOARDS.map((tab) => chartsOf(tab).length)).toEqual([3, 6, 3]);
  });

  test('have words for who cannot see them', () => {
    for (const tab of DASHBOARDS)
      for (const { spec } of chartsOf(tab)) expect(spec?.altText?.length).toBeGreaterThan(40);
  });

  test('are drawn in colours that stand out from white paper (WCAG 2.2, 1.4.11: 3 to 1)', () => {
    for (const hex of Object.values(CHART_COLOUR))
      expect(contrast(rgbOf(hex.slice(1)), [255, 255, 255])).toBeGreaterThanOrEqual(3);
  });

  test('leave the digits of the heat map readable at its darkest', () => {
    const rule = workbook()
      .sheet('load')
      .conditionalFormats?.find(({ gradientRule }) => gradientRule);
    const { red, green, blue } = rule?.gradientRule?.maxpoint?.colorStyle?.rgbColor ?? {};
    const darkest = [red, green, blue].map((part) => (part ?? 0) * 255) as [number, number, number];
    expect(contrast(darkest, [32, 33, 36])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('what people do with the dashboards', () => {
  test('stays: charts changed and deleted, pivots changed, sentences overwritten', () => {
    const workbook = new Workbook().setUp('en');
    const [first, second] = workbook.sheet('dashboard').charts ?? [];
    workbook.batch([
      { deleteEmbeddedObject: { objectId: first?.chartId ?? 0 } },
      {
        updateChartSpec: {
          chartId: second?.chartId ?? 0,
          spec: { ...second?.spec, title: 'Ours' },
        },
      },
    ]);
    workbook.write('dashboard', 6, 0, 'instead of the pivot');
    const before = workbook.sheets.get(workbook.id, { includeGridData: true });
    expect(workbook.plan('en')).toEqual([]);
    workbook.setUp('en');
    expect(workbook.sheets.get(workbook.id, { includeGridData: true })).toEqual(before);
  });

  test('and a dashboard of the first layout stays too, beside the new ones', () => {
    const workbook = new Workbook({
      properties: { title: 'x' },
      sheets: [{ properties: { sheetId: 7118, title: 'Dashboard' } }],
    });
    workbook.setUp('en');
    const titles = (workbook.sheets.get(workbook.id).sheets ?? []).map((sheet) => sheet.properties?.title);
    expect(titles).toEqual(expect.arrayContaining(['Dashboard', 'Dashboard (2)', 'Trends', 'Load']));
    expect(workbook.plan('en')).toEqual([]);
  });

  test('and a dashboard that was deleted comes back whole, while the tickets keep their custom columns', () => {
    const workbook = new Workbook().setUp('en');
    const width = Object.keys(COLUMNS.tickets).length;
    workbook.batch([
      { deleteSheet: { sheetId: SHEET_ID.load } },
      { appendDimension: { sheetId: SHEET_ID.tickets, dimension: 'COLUMNS', length: 1 } },
    ]);
    workbook.write('tickets', 1, width, 'Room');
    workbook.setUp('en');
    expect(workbook.sheet('load').charts).toHaveLength(3);
    expect(workbook.values('tickets')[1]?.[width]).toBe('Room');
    expect(workbook.plan('en')).toEqual([]);
  });
});
