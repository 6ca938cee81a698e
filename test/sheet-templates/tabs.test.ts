import { LANGUAGES } from '../../core/language';
import { COLUMNS, type ColumnKey, SHEET_ID, TABLES, type TableKey } from '../../core/workbook/columns';
import { OWNERS } from '../../sheet-templates/column-spec';
import {
  choiceOf,
  columnKind,
  columnOrder,
  columnSpec,
  TAB_ORDER,
  tabTitle,
} from '../../sheet-templates/tabs';

const columns = TABLES.flatMap((tab) =>
  columnOrder(tab).map((column) => ({ tab, column, spec: columnSpec(tab, column as ColumnKey<typeof tab>) })),
);

test('every column of the workbook is described, and nothing else', () => {
  for (const tab of TABLES) expect([...columnOrder(tab)].sort()).toEqual(Object.keys(COLUMNS[tab]).sort());
  expect([...TAB_ORDER].sort()).toEqual(Object.keys(SHEET_ID).sort());
});

describe.each(LANGUAGES)('in %s', (language) => {
  test('no two tabs have one title', () => {
    const titles = TAB_ORDER.map((tab) => tabTitle(tab)[language].toLowerCase());
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('no two columns of a tab have one label', () => {
    for (const tab of TABLES) {
      const labels = columnOrder(tab).map((column) =>
        columnSpec(tab, column).words[language][0].toLowerCase(),
      );
      expect({ tab, repeated: labels.filter((label, i) => labels.indexOf(label) !== i) }).toEqual({
        tab,
        repeated: [],
      });
    }
  });

  test('every label is short, every help text a sentence', () => {
    for (const { tab, column, spec } of columns) {
      const [label, help] = spec.words[language];
      const where = `${tab}.${column}`;
      expect({ where, label }).toEqual({ where, label: label.trim() });
      expect(label.length).toBeGreaterThan(0);
      expect(label.length).toBeLessThan(30);
      expect({ where, ends: /[.!]$/.test(help) }).toEqual({ where, ends: true });
      expect(help.length).toBeLessThan(130);
    }
  });
});

test('Polish and Ukrainian help texts are in their own alphabets', () => {
  for (const { tab, column, spec } of columns) {
    const where = `${tab}.${column}`;
    expect({ where, cyrillic: /\p{Script=Cyrillic}/u.test(spec.words.pl.join(' ')) }).toEqual({
      where,
      cyrillic: false,
    });
    expect({ where, cyrillic: /\p{Script=Cyrillic}/u.test(spec.words.uk[1]) }).toEqual({
      where,
      cyrillic: true,
    });
    expect({ where, russian: /[ыэъё]/i.test(spec.words.uk.join(' ')) }).toEqual({ where, russian: false });
  }
});

test('every choice column has a list, and no other column has', () => {
  for (const { tab, column } of columns) {
    const key = column as ColumnKey<typeof tab>;
    expect({ tab, column, choice: choiceOf(tab, key) !== null }).toEqual({
      tab,
      column,
      choice: columnKind(tab, key) === 'choice',
    });
  }
});

describe('who writes what', () => {
  const ownersOf = (tab: TableKey): Record<string, string[]> =>
    Object.fromEntries(
      OWNERS.map((owner) => [
        owner,
        columnOrder(tab)
          .filter((column) => columnSpec(tab, column).owner === owner)
          .sort(),
      ]),
    );

  test('people decide about tickets, mail comes from the bridge, the rest is worked out', () => {
    const { person, script } = ownersOf('tickets');
    expect(person).toEqual([
      'assignee',
      'category',
      'hold_until',
      'merged_into',
      'parent',
      'priority',
      'status',
      'tags',
    ]);
    expect(script).toEqual([
      'assigned_why',
      'client',
      'clock',
      'course',
      'due_reason',
      'first_due',
      'first_minutes',
      'hour',
      'id_seen',
      'inbound_seen',
      'next_due',
      'outbound_seen',
      'phase',
      'policy',
      'resolution_minutes',
      'resolve_due',
      'resolved_at',
      'seen',
      'session_id',
      'sla_met',
      'sla_state',
      'status_seen',
      'status_since',
      'week',
      'weekday',
    ]);
  });

  test('the outcome of sending is the bridge’s, the rest of the outbox the tracker’s', () => {
    const { person, bridge } = ownersOf('outbox');
    expect(person).toEqual([]);
    expect(bridge).toEqual([
      'answer',
      'attachments',
      'attempts',
      'cc',
      'covers',
      'message_id',
      'sent_at',
      'state',
    ]);
  });

  test('the bridge writes what a colleague asks by mail, the tracker what became of it', () => {
    expect(ownersOf('commands')).toEqual({
      person: [],
      bridge: ['at', 'cell', 'id', 'ticket_id', 'value', 'who'],
      script: ['answer', 'done_at', 'state'],
    });
  });

  test('the team is the firm’s own, but for the number of open tickets, which is counted', () => {
    expect(ownersOf('team')).toMatchObject({ bridge: [], script: ['open_tickets'] });
  });

  test('the roster is the firm’s own, but for what a calendar answered', () => {
    expect(ownersOf('participants')).toMatchObject({ bridge: ['answer'], script: [] });
  });

  test.each([
    ['messages', 'bridge'],
    ['intake', 'bridge'],
    ['history', 'script'],
    ['problems', 'script'],
    ['readiness', 'script'],
    ['staffing', 'script'],
    ['sessions', 'person'],
    ['moments', 'person'],
    ['templates', 'person'],
    ['knowledge', 'person'],
    ['sla', 'person'],
    ['calendar', 'person'],
    ['settings', 'person'],
  ] as const)('%s belongs to the %s', (tab, owner) => {
    expect(ownersOf(tab)[owner]).toHaveLength(columnOrder(tab).length);
  });
});

test('drop-down lists point to columns that exist', () => {
  for (const { spec } of columns) {
    if (spec.from) expect(columnOrder(spec.from.tab)).toContain(spec.from.column);
  }
});

test('a support person sees number, status and subject of a ticket first', () => {
  expect(columnOrder('tickets').slice(0, 5)).toEqual(['id', 'status', 'priority', 'sla_state', 'subject']);
});
