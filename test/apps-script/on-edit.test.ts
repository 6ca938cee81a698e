import { SHEET_ID } from '../../core/workbook/columns';
import { ANNA, type Desk, newTicket, openDesk } from './support/desk';

const ID = 'T-7K3Q9';

function typed(
  desk: Desk,
  column: 'status' | 'priority' | 'subject' | 'assignee',
  text: string,
): readonly string[] {
  const calls: string[] = [];
  desk.type(ID, column, text);
  desk.onCall = ({ name }) => calls.push(name);
  const result = desk.host.edited(ANNA, desk.place(ID, column), { oldValue: null, value: text });
  desk.onCall = () => undefined;
  expect(result?.log).toEqual([]);
  return calls;
}

describe('onEdit', () => {
  const desk = openDesk({ language: 'pl', user: { email: ANNA.email, locale: 'pl' } });
  desk.append('tickets', [newTicket(ID)]);
  desk.append('team', [
    { name: 'Lena Wrona', email: 'lena@firm.example', role: 'support', active: true },
    { name: '=Lis Adam', email: 'adam@firm.example', role: 'support', active: true },
  ]);

  test.each([
    ['assignee', 'wrona', 'Lena Wrona'],
    ['assignee', 'Lena@firm.example', 'Lena Wrona'],
    ['status', 'resolved', 'Rozwiązane'],
    ['status', 'rozwiazane', 'Rozwiązane'],
    ['status', 'вирішено', 'Rozwiązane'],
    ['priority', 'urgent', 'Pilny'],
  ] as const)('puts %s “%s” right at once', (column, text, label) => {
    typed(desk, column, text);
    expect(desk.shown(ID, column)).toBe(label);
  });

  test.each([
    ['status', 'banana'],
    ['status', ''],
    ['subject', 'resolved'],
    ['assignee', 'Gustaw'],
    // Written here it would become a formula.
    ['assignee', 'adam@firm.example'],
  ] as const)('leaves %s “%s” alone', (column, text) => {
    typed(desk, column, text);
    expect(desk.shown(ID, column)).toBe(text);
  });

  test('uses the spreadsheet and nothing that needs permission', () => {
    const services = new Set(typed(desk, 'status', 'closed').map((name) => name.split('.')[0]));
    expect(Array.from(services)).toEqual(expect.arrayContaining(['Range', 'Sheet', 'SpreadsheetApp']));
    for (const service of services)
      expect(['Range', 'Sheet', 'Spreadsheet', 'SpreadsheetApp']).toContain(service);
  });

  test('does nothing on other tabs and in the heading rows', () => {
    const calls: string[] = [];
    desk.onCall = ({ name }) => calls.push(name);
    for (const cell of [
      { sheetId: SHEET_ID.tickets, row: 2, column: 2 },
      { sheetId: SHEET_ID.wishes, row: 3, column: 2 },
    ]) {
      desk.host.edited(ANNA, cell, { oldValue: null, value: 'resolved' });
    }
    desk.onCall = () => undefined;
    expect(calls).not.toContain('Range.setValue');
  });

  test('never disturbs the person: when a column has lost its key, the cell stays as it is', () => {
    const place = desk.place(ID, 'status');
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          updateCells: {
            range: {
              sheetId: SHEET_ID.tickets,
              startRowIndex: 0,
              endRowIndex: 1,
              startColumnIndex: place.column - 1,
              endColumnIndex: place.column,
            },
            rows: [{ values: [{}] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    });
    expect(desk.host.edited(ANNA, place, { oldValue: null, value: 'resolved' })?.log).toEqual([]);
  });
});
