import { figureRequests } from '../../apps-script/tick/figures';
import { FIRST_DATA_ROW, SHEET_ID } from '../../core/workbook/columns';
import type { Row, RowChange } from '../../core/workbook/rows';
import { ticketRow } from '../core/ticket/ticket-rows';
import { at, type Desk, openDesk, ZONE } from './support/desk';

/** A Wednesday. */
const NOW = at('2026-11-25T09:00:00Z');

const TICKETS: readonly Row<'tickets'>[] = [
  ticketRow({
    id: 'T-1',
    status: 'closed',
    created_at: at('2026-11-03T09:00:00Z'),
    resolved_at: at('2026-11-10T09:00:00Z'),
  }),
  ticketRow({ id: 'T-2', status: 'open', created_at: at('2026-11-11T09:00:00Z'), first_minutes: 90 }),
  ticketRow({ id: 'T-3', status: 'spam', created_at: at('2026-11-11T09:00:00Z') }),
];

const plan = (desk: Desk, tickets = TICKETS, now = NOW) =>
  figureRequests({ tickets, figures: desk.read('figures'), context: desk.context, zone: ZONE, now });

function refresh(desk: Desk, tickets = TICKETS, now = NOW): readonly object[] {
  const requests = plan(desk, tickets, now);
  if (requests.length > 0) desk.service.batchUpdate(desk.spreadsheetId, { requests: [...requests] });
  return requests;
}

const shown = (desk: Desk) =>
  desk.rows('figures').map((row) => [row.week, row.created, row.resolved, row.backlog, row.first_median]);

const WEEKS = [
  ['2026-11-02', 1, 0, 1, null],
  ['2026-11-09', 1, 1, 1, 1.5],
  ['2026-11-16', 0, 0, 1, null],
  ['2026-11-23', 0, 0, 1, null],
];

/** Cells that requests write, as people count them. */
const cellsOf = (requests: readonly object[]): number =>
  (JSON.stringify(requests).match(/userEnteredValue":\{|\{\}/g) ?? []).length;

describe('the Figures tab', () => {
  test('is filled from the tickets, and then left alone', () => {
    const desk = openDesk();
    refresh(desk);
    expect(shown(desk)).toEqual(WEEKS);
    expect(plan(desk)).toEqual([]);
  });

  test('gets only the cells that changed', () => {
    const desk = openDesk();
    refresh(desk);
    const requests = refresh(desk, [
      ...TICKETS,
      ticketRow({ id: 'T-4', status: 'closed', created_at: at('2026-11-24T09:00:00Z'), resolved_at: NOW }),
    ]);
    // Created and resolved of the present week; everything else stayed.
    expect(cellsOf(requests)).toBe(2);
    expect(shown(desk)[3]).toEqual(['2026-11-23', 1, 1, 1, null]);
  });

  test('gets a row when a new week begins', () => {
    const desk = openDesk();
    refresh(desk);
    const requests = refresh(desk, TICKETS, at('2026-11-30T00:00:00Z'));
    expect(requests).toHaveLength(1);
    expect(shown(desk)).toEqual([...WEEKS, ['2026-11-30', 0, 0, 1, null]]);
  });

  const MESSES: Readonly<Record<string, (desk: Desk) => object[]>> = {
    'sorted the other way round': () => [
      {
        sortRange: {
          range: { sheetId: SHEET_ID.figures, startRowIndex: FIRST_DATA_ROW },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
        },
      },
    ],
    'a row deleted': () => [
      {
        deleteDimension: {
          range: { sheetId: SHEET_ID.figures, dimension: 'ROWS', startIndex: 3, endIndex: 4 },
        },
      },
    ],
    'words typed over a number': () => [overwrite(3, 1, { stringValue: 'ask Ewa' })],
    'a number typed over': () => [overwrite(4, 2, { numberValue: 99 })],
    'a row copied below': () => [
      overwrite(9, 0, { numberValue: 46_349 }),
      overwrite(9, 1, { numberValue: 5 }),
    ],
  };

  test.each(Object.keys(MESSES))('is put right again: %s', (name) => {
    const desk = openDesk();
    refresh(desk);
    desk.service.batchUpdate(desk.spreadsheetId, { requests: MESSES[name]?.(desk) ?? [] });
    expect(shown(desk)).not.toEqual(WEEKS);
    refresh(desk);
    refresh(desk);
    expect(shown(desk)).toEqual(WEEKS);
    expect(plan(desk)).toEqual([]);
  });

  test('finds its columns where people moved them, and leaves their own alone', () => {
    const desk = openDesk();
    refresh(desk);
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          insertDimension: {
            range: { sheetId: SHEET_ID.figures, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          },
        },
        overwrite(3, 1, { stringValue: 'fair in Poznań' }),
      ],
    });
    refresh(desk, [
      ...TICKETS,
      ticketRow({ id: 'T-5', status: 'open', created_at: at('2026-11-11T11:00:00Z') }),
    ]);
    expect(shown(desk)[1]).toEqual(['2026-11-09', 2, 1, 2, 1.5]);
    const answer = desk.service.values.get(desk.spreadsheetId, 'Figures!B4');
    expect(answer.values).toEqual([['fair in Poznań']]);
  });

  test('grows past the end of its grid', () => {
    const desk = openDesk();
    const old: RowChange<'tickets'> = { id: 'T-9', status: 'open', created_at: at('2020-01-01T09:00:00Z') };
    refresh(desk, [ticketRow(old)]);
    const rows = desk.rows('figures');
    expect(rows.length).toBeGreaterThan(300);
    expect(rows[rows.length - 1]).toMatchObject({ week: '2026-11-23', backlog: 1 });
    expect(plan(desk, [ticketRow(old)])).toEqual([]);
  });

  test('is kept by the tick', () => {
    const desk = openDesk({ now: '2026-11-25T09:00:00Z' });
    desk.append('tickets', [
      { ...ticketRow({ id: 'T-2M8FD', created_at: at('2026-11-24T09:00:00Z') }), inbound_seen: null },
    ]);
    desk.host.run('tick');
    expect(desk.rows('figures')).toEqual([
      expect.objectContaining({ week: '2026-11-23', created: 1, backlog: 1 }),
    ]);
  });
});

function overwrite(row: number, column: number, userEnteredValue: object): object {
  return {
    updateCells: {
      range: {
        sheetId: SHEET_ID.figures,
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  };
}
