import { isDeepStrictEqual } from 'node:util';
import { SHEET_ID } from '../../core/workbook/columns';
import { TAB_ORDER } from '../../sheet-templates/tabs';
import { ANNA, at, bareDesk, type Desk, newTicket, setUpDesk } from './support/desk';

const OTHER = { email: 'pavlo@firma.example', locale: 'uk' };
const NOWHERE = { sheetId: 0, row: 1, column: 1 };

/** Everything in it, by the title of the sheet; what belongs to no sheet stands under ''. */
function wholeWorkbook(desk: Desk): ReadonlyMap<string, unknown> {
  const { sheets = [], ...rest } = desk.service.get(desk.spreadsheetId, { includeGridData: true });
  return new Map<string, unknown>([
    ['', rest],
    ...sheets.map((sheet) => [sheet.properties?.title ?? '', sheet] as const),
  ]);
}

describe('setUp', () => {
  test('makes the workbook in the language of the person who runs it', () => {
    const desk = bareDesk({ language: 'pl', user: { email: ANNA.email, locale: 'pl' } });
    const { alerts } = desk.host.runMenuItem({ email: ANNA.email, locale: 'pl' }, 'setUp', NOWHERE);
    const titles = desk.service.get(desk.spreadsheetId).sheets?.map(({ properties }) => properties?.title);
    expect(titles).toEqual(expect.arrayContaining(['Zgłoszenia', 'Pulpit', 'Problemy', 'Ustawienia']));
    expect(alerts).toEqual([expect.stringContaining(`Rowdesk jest gotowy: Dodano ${TAB_ORDER.length} kart`)]);
  });

  test('changes nothing the second time and keeps what people wrote', () => {
    const desk = setUpDesk();
    desk.append('tickets', [newTicket('T-7K3Q9', { tags: ['vip'] })]);
    const before = wholeWorkbook(desk);
    const requests: string[] = [];
    desk.onCall = ({ name }) => requests.push(name);

    const { alerts } = desk.host.runMenuItem(ANNA, 'setUp', NOWHERE);

    expect(requests).not.toContain('Sheets.Spreadsheets.batchUpdate');
    const after = wholeWorkbook(desk);
    expect([...after.keys()]).toEqual([...before.keys()]);
    // A hundred thousand cells: Jest's own comparison takes them one by one, to show what differs.
    expect([...after.keys()].filter((part) => !isDeepStrictEqual(after.get(part), before.get(part)))).toEqual(
      [],
    );
    expect(alerts[0]).toContain('Nothing was changed');
  });

  test('adds a tab that somebody deleted', () => {
    const desk = setUpDesk();
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [{ deleteSheet: { sheetId: SHEET_ID.history } }],
    });
    const { alerts } = desk.host.runMenuItem(ANNA, 'setUp', NOWHERE);
    expect(alerts[0]).toContain('1 tab and 0 columns added');
    expect(desk.rows('history')).toEqual([]);
  });

  test('starts one clock, however often it runs', () => {
    const desk = setUpDesk();
    desk.host.runMenuItem(ANNA, 'setUp', NOWHERE);
    desk.append('tickets', [newTicket('T-7K3Q9')]);
    expect(desk.host.runDueTriggers()).toHaveLength(0);
    desk.clock.time = at('2026-11-23T09:06:00Z');
    expect(desk.host.runDueTriggers()).toHaveLength(1);
    expect(desk.ticket('T-7K3Q9').row.sla_state).toBe('running');
  });

  test('starts no second clock for a colleague while the first one goes, and takes over when it has stopped', () => {
    const desk = setUpDesk();
    desk.clock.time = at('2026-11-23T09:06:00Z');
    desk.host.runDueTriggers();
    const first = desk.host.runMenuItem(OTHER, 'setUp', NOWHERE);
    expect(first.alerts[0]).toContain(`by the account ${ANNA.email}`);

    desk.clock.time = at('2026-11-23T13:00:00Z');
    const later = desk.host.runMenuItem(OTHER, 'setUp', NOWHERE);
    expect(later.alerts[0]).toContain('every 5 minutes');
  });
});

describe('before setup', () => {
  test('the menu is there, in the language of the spreadsheet', () => {
    const desk = bareDesk();
    expect(desk.host.open(ANNA)).toEqual([
      {
        caption: 'Rowdesk',
        items: [
          { caption: 'Open conversation', functionName: 'openConversation' },
          { caption: 'What will be sent …', functionName: 'openForecast' },
          { caption: 'Preview of templates …', functionName: 'openPreview' },
          { caption: 'Import rows …', functionName: 'openImport' },
          { caption: 'Refresh now', functionName: 'refreshNow' },
          { caption: 'Set up', functionName: 'setUp' },
          { caption: 'About', functionName: 'about' },
        ],
      },
    ]);
  });

  test('refreshNow says what is missing and what to do', () => {
    const { toasts } = bareDesk().host.runMenuItem(ANNA, 'refreshNow', NOWHERE);
    expect(toasts).toEqual([expect.stringContaining('Choose Rowdesk → Set up')]);
  });
});

describe('the menu', () => {
  test.each([
    ['pl', 'Otwórz rozmowę'],
    ['uk', 'Відкрити розмову'],
  ] as const)('speaks the firm’s language: %s', (language, caption) => {
    const desk = setUpDesk({ language, user: { email: ANNA.email, locale: language } });
    expect(desk.host.open(ANNA)[0]?.items[0]?.caption).toBe(caption);
  });

  test('refreshNow tells how many tickets it brought up to date', () => {
    const desk = setUpDesk();
    desk.append('tickets', [newTicket('T-7K3Q9'), newTicket('T-2M8FD')]);
    const toasts = (): string => desk.host.runMenuItem(ANNA, 'refreshNow', NOWHERE).toasts.join();
    expect(toasts()).toContain('2 tickets updated.');
    expect(toasts()).toContain('Everything is up to date.');
  });

  test('about tells when the clock last ran', () => {
    const desk = setUpDesk();
    const about = (): string => desk.host.runMenuItem(ANNA, 'about', NOWHERE).alerts.join();
    expect(about()).toContain('never yet');
    desk.host.run('tick');
    expect(about()).toContain('Mon 23 Nov 2026, 10:00');
  });

  test('openConversation shows the sidebar', () => {
    const { sidebar } = setUpDesk().host.runMenuItem(ANNA, 'openConversation', NOWHERE);
    expect(sidebar).toMatchObject({
      title: 'Conversation',
      html: expect.stringContaining('id="conversation"'),
    });
  });
});
