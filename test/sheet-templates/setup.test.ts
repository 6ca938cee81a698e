import { isDeepStrictEqual } from 'node:util';
import { LANGUAGES } from '../../core/language';
import { instant } from '../../core/time/instant';
import { COLUMNS, SHEET_ID, TABLES } from '../../core/workbook/columns';
import { choiceLabels } from '../../sheet-templates/labels';
import { SETTING_CHOICES } from '../../sheet-templates/settings';
import { migrations, SCHEMA_VERSION } from '../../sheet-templates/setup';
import { columnOrder, columnSpec, TAB_ORDER, tabTitle } from '../../sheet-templates/tabs';
import { freshWorkbook, NOW, Workbook } from './workbook';

describe('a new workbook', () => {
  test.each(LANGUAGES)('is accepted by the Sheets API and complete in %s', (language) => {
    const workbook = freshWorkbook(language);
    for (const tab of TABLES) {
      const [keys, labels] = workbook.values(tab);
      expect(keys?.slice(0, columnOrder(tab).length)).toEqual(columnOrder(tab));
      expect(labels?.slice(0, columnOrder(tab).length)).toEqual(
        columnOrder(tab).map((column) => columnSpec(tab, column).words[language][0]),
      );
    }
    expect(workbook.title('dashboard')).toBe(tabTitle('dashboard')[language]);
  });

  test.each(LANGUAGES)('needs nothing more when set up again in %s', (language) => {
    expect(freshWorkbook(language).plan(language)).toEqual([]);
  });

  test('has our tabs first, in their order, before the sheet that Google made', () => {
    const workbook = freshWorkbook('pl');
    const titles = (workbook.sheets.get(workbook.id).sheets ?? []).map((sheet) => sheet.properties?.title);
    expect(titles.slice(0, TAB_ORDER.length)).toEqual(TAB_ORDER.map((tab) => tabTitle(tab).pl));
    expect(titles).toHaveLength(TAB_ORDER.length + 1);
  });

  test('keeps time and writes dates as the firm does', () => {
    const { sheets, id } = freshWorkbook('uk');
    expect(sheets.get(id).properties).toMatchObject({ locale: 'uk_UA', timeZone: 'Europe/Warsaw' });
  });

  test('shows the labels and hides the keys', () => {
    const workbook = freshWorkbook('pl');
    expect(workbook.properties('tickets').gridProperties).toMatchObject({ frozenRowCount: 2 });
    const { data } =
      workbook.sheets.get(workbook.id, { ranges: ["'Zgłoszenia'!A1:AZ2"], includeGridData: true })
        .sheets?.[0] ?? {};
    expect(data?.[0]?.rowMetadata?.map((row) => row.hiddenByUser ?? false)).toEqual([true, false]);
    const hidden = columnOrder('tickets').filter((_, i) => data?.[0]?.columnMetadata?.[i]?.hiddenByUser);
    expect(hidden).toEqual([
      'status_seen',
      'inbound_seen',
      'outbound_seen',
      'last_thanks_at',
      'clock',
      'seen',
      'id_seen',
    ]);
  });

  test('explains each label in a note and paints it by owner', () => {
    const [, labels] = freshWorkbook('en').cells('tickets', 2);
    const order = columnOrder('tickets');
    const noteOf = (key: (typeof order)[number]) => labels?.[order.indexOf(key)]?.note;
    expect(noteOf('status')).toBe(
      'Where the ticket stands. Choose from the list; mail may move it on as well.\nYou fill this in.',
    );
    expect(noteOf('subject')).toContain('The mail bridge fills this in');
    const paint = (key: (typeof order)[number]) =>
      JSON.stringify(labels?.[order.indexOf(key)]?.userEnteredFormat?.backgroundColorStyle);
    expect(new Set(['status', 'subject', 'next_due'].map((key) => paint(key as 'status'))).size).toBe(3);
  });

  test('offers choices as labels, and names, sessions and templates from their own tabs', () => {
    const workbook = freshWorkbook('pl');
    const ruleOf = (tab: 'tickets' | 'reminders' | 'participants', key: string) =>
      workbook.cells(tab, 3)[2]?.[workbook.columnOf(tab, key)]?.dataValidation;
    expect(ruleOf('tickets', 'status')).toMatchObject({ strict: false, showCustomUi: true });
    expect(ruleOf('tickets', 'status')?.condition?.values?.map((value) => value.userEnteredValue)).toEqual(
      choiceLabels('status', 'pl'),
    );
    expect(ruleOf('tickets', 'assignee')?.condition?.values).toEqual([
      { userEnteredValue: "='Zespół'!$A$3:$A" },
    ]);
    expect(ruleOf('reminders', 'template')?.condition?.type).toBe('ONE_OF_RANGE');
    expect(ruleOf('participants', 'session_id')?.condition?.values).toEqual([
      { userEnteredValue: "='Zajęcia'!$A$3:$A" },
    ]);
  });

  test('warns, and only warns, before a program’s column is edited', () => {
    const workbook = freshWorkbook('pl');
    for (const tab of TABLES) {
      const guarded = new Set<number>();
      for (const { range, warningOnly } of workbook.sheet(tab).protectedRanges ?? []) {
        expect(warningOnly).toBe(true);
        for (let i = range?.startColumnIndex ?? 0; i < (range?.endColumnIndex ?? 0); i++) guarded.add(i);
      }
      const owned = columnOrder(tab).flatMap((key, i) =>
        columnSpec(tab, key).owner === 'person' ? [] : [i],
      );
      expect([...guarded].sort((a, b) => a - b)).toEqual(owned);
    }
  });

  test('is ready to use: policies, hours, holidays, reminders, texts, settings', () => {
    const workbook = freshWorkbook('pl');
    const filled = TABLES.filter((tab) => workbook.values(tab).length > 2);
    expect(filled).toEqual([
      'checkpoints',
      'reminders',
      'templates',
      'knowledge',
      'sla',
      'escalations',
      'calendar',
      'settings',
    ]);
    expect(workbook.values('sla')[2]).toEqual([
      'Pilny',
      'Pilny',
      '',
      '',
      '',
      'pl',
      30,
      30,
      240,
      60,
      15,
      'Ktoś nie może wziąć udziału w zajęciach, które trwają lub zaraz się zaczną.',
    ]);
    const settings = new Map(workbook.values('settings').map((row) => [row[0], row[1]]));
    expect(settings.get('language')).toBe('Polski');
    expect(settings.get('zone')).toBe('Europe/Warsaw');
    expect(settings.get('schema_version')).toBe(String(SCHEMA_VERSION));
  });

  test.each(LANGUAGES)(
    'offers the words of a setting in %s beside the setting, and nowhere else',
    (language) => {
      const workbook = freshWorkbook(language);
      const at = workbook.columnOf('settings', 'value');
      const offered = workbook.cells('settings', workbook.values('settings').length).flatMap((cells, row) => {
        const rule = cells[at]?.dataValidation;
        const key = String(workbook.values('settings')[row]?.[0] ?? '');
        return rule ? [[key, rule.condition?.values?.map(({ userEnteredValue }) => userEnteredValue)]] : [];
      });
      expect(offered).toHaveLength(Object.keys(SETTING_CHOICES).length);
      for (const [key, values] of offered) {
        const choice = SETTING_CHOICES[key as keyof typeof SETTING_CHOICES];
        expect([key, values]).toEqual([key, choice && choiceLabels(choice, language)]);
      }
    },
  );

  test('explains the colours in the Settings tab', () => {
    const labels = freshWorkbook('en').values('settings')[1];
    expect(labels).toEqual([
      'Setting',
      'Value',
      'Meaning',
      '',
      'You fill this in',
      'The mail bridge fills this in',
      'The tracker fills this in',
    ]);
  });

  test('can begin with a sheet that the creator of the file has given our id', () => {
    const workbook = new Workbook({
      properties: { title: 'x' },
      sheets: [{ properties: { sheetId: SHEET_ID.tickets, title: 'Tickets' } }],
    }).setUp('en');
    expect(workbook.values('tickets')[0]).toEqual(columnOrder('tickets'));
    expect(workbook.properties('tickets').gridProperties?.frozenRowCount).toBe(2);
    expect(workbook.plan('en')).toEqual([]);
  });

  test('makes room beside a tab of the same name', () => {
    const workbook = new Workbook({
      properties: { title: 'x' },
      sheets: [{ properties: { sheetId: 5, title: 'tickets' } }],
    }).setUp('en');
    expect(workbook.title('tickets')).toBe('Tickets (2)');
    expect(workbook.plan('en')).toEqual([]);
  });
});

describe('a workbook in use', () => {
  test('keeps every title, label, width, column place and row of its people', () => {
    const workbook = new Workbook().setUp();
    const sheetId = SHEET_ID.tickets;
    workbook.batch([
      { updateSheetProperties: { properties: { sheetId, title: 'Nasza pomoc' }, fields: 'title' } },
      {
        moveDimension: {
          source: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          destinationIndex: 6,
        },
      },
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } },
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          properties: { pixelSize: 333 },
          fields: 'pixelSize',
        },
      },
    ]);
    workbook.write('tickets', 1, 0, 'Nr');
    workbook.write('tickets', 1, columnOrder('tickets').length, 'Nasze pole');
    workbook.write('tickets', 2, columnOrder('tickets').length, 'ważne');
    const before = workbook.sheets.get(workbook.id, { includeGridData: true });
    expect(workbook.plan()).toEqual([]);
    expect(workbook.plan('en')).toEqual([]);
    workbook.setUp('uk');
    const after = workbook.sheets.get(workbook.id, { includeGridData: true });
    // Jest takes seconds to walk through two whole workbooks, and is needed only to show where they differ.
    if (!isDeepStrictEqual(after, before)) expect(after).toEqual(before);
  });

  test('gets a lost column back at the right end, with all that belongs to it', () => {
    const workbook = new Workbook().setUp();
    const sheetId = SHEET_ID.tickets;
    // No pivot reads it: local-sheet does not follow pivots whose columns are deleted.
    const at = workbook.columnOf('tickets', 'tags');
    workbook.batch([
      { deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 } } },
    ]);
    workbook.setUp();
    const keys = workbook.values('tickets')[0];
    expect(keys?.[keys.length - 1]).toBe('tags');
    expect(keys).toHaveLength(Object.keys(COLUMNS.tickets).length);
    expect(workbook.plan()).toEqual([]);
  });

  test('gets a lost tab back and touches no other', () => {
    const workbook = new Workbook().setUp();
    workbook.batch([{ deleteSheet: { sheetId: SHEET_ID.rota } }]);
    const requests = workbook.plan();
    expect(
      JSON.stringify(requests)
        .match(/"sheetId":\d+/g)
        ?.every((id) => id.endsWith(String(SHEET_ID.rota))),
    ).toBe(true);
    workbook.setUp();
    expect(workbook.values('rota')[0]).toEqual(columnOrder('rota'));
    expect(workbook.plan()).toEqual([]);
  });

  test('never brings back starter rows that people deleted', () => {
    const workbook = new Workbook().setUp();
    workbook.sheets.values.clear(workbook.id, `'${workbook.title('templates')}'!A3:F200`);
    workbook.sheets.values.clear(workbook.id, `'${workbook.title('calendar')}'!A3:G200`);
    expect(workbook.plan()).toEqual([]);
  });

  test('adds no starter rows to a tab that had rows before its first setup', () => {
    const workbook = new Workbook({
      properties: { title: 'x' },
      sheets: [{ properties: { sheetId: SHEET_ID.knowledge, title: 'FAQ' } }],
    });
    workbook.write('knowledge', 2, 0, 'nasza własna odpowiedź');
    workbook.setUp();
    expect(workbook.sheets.get(workbook.id).properties?.timeZone).toBe('Europe/Warsaw');
    expect(workbook.values('knowledge')[2]).toEqual(['nasza własna odpowiedź']);
    expect(workbook.values('knowledge')[0]?.slice(0, 2)).toEqual(['', columnOrder('knowledge')[0]]);
    expect(workbook.values('knowledge')).toHaveLength(3);
  });

  test('gets a missing setting back at the bottom and keeps the values of the others', () => {
    const workbook = new Workbook().setUp();
    const rows = workbook.values('settings');
    const brake = rows.findIndex((row) => row[0] === 'brake');
    workbook.write(
      'settings',
      rows.findIndex((row) => row[0] === 'firm_name'),
      1,
      'Akademia',
    );
    workbook.write('settings', brake, 0, 'nasz własny wiersz');
    workbook.setUp();
    const after = workbook.values('settings');
    expect(after[after.length - 1]?.slice(0, 2)).toEqual(['brake', 'Nie']);
    expect(after[brake]?.[0]).toBe('nasz własny wiersz');
    expect(after.some((row) => row[0] === 'firm_name' && row[1] === 'Akademia')).toBe(true);
    expect(workbook.plan()).toEqual([]);
  });

  test('gets the holidays of the next year when a new year comes, and only those', () => {
    const workbook = new Workbook().setUp();
    const before = workbook.values('calendar').length;
    const nextYear = instant(NOW + 60 * 86_400_000);
    workbook.setUp('pl', nextYear);
    const added = workbook.values('calendar').slice(before);
    expect(added).toHaveLength(14 + 11);
    expect(workbook.plan('pl', nextYear)).toEqual([]);
  });

  test('gets no new holidays of a calendar that the firm has done away with', () => {
    const workbook = new Workbook().setUp();
    const rows = workbook.values('calendar');
    const ukrainian = rows.flatMap((row, i) => (row[0] === 'uk' ? [i] : []));
    for (const row of ukrainian) workbook.write('calendar', row, 0, 'old');
    workbook.setUp('pl', instant(NOW + 60 * 86_400_000));
    const added = workbook.values('calendar').slice(rows.length);
    expect(added).toHaveLength(14);
    expect(new Set(added.map((row) => row[0]))).toEqual(new Set(['pl']));
  });

  test('keeps its zone and locale, because every date-time in it depends on them', () => {
    const workbook = new Workbook().setUp('pl');
    workbook.batch([
      { updateSpreadsheetProperties: { properties: { timeZone: 'Europe/Kyiv' }, fields: 'timeZone' } },
      { deleteSheet: { sheetId: SHEET_ID.rota } },
    ]);
    workbook.setUp('uk');
    expect(workbook.sheets.get(workbook.id).properties).toMatchObject({
      locale: 'pl_PL',
      timeZone: 'Europe/Kyiv',
    });
  });

  test('is left alone when a newer program has set it up', () => {
    const workbook = new Workbook().setUp();
    const row = workbook.values('settings').findIndex((cells) => cells[0] === 'schema_version');
    workbook.write('settings', row, 1, String(SCHEMA_VERSION + 1));
    expect(() => workbook.plan()).toThrow(/set up by a newer Rowdesk/);
  });
});

test('every older layout has a migration that leads on from it', () => {
  const versions = Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => String(i + 1));
  expect(Object.keys(migrations)).toEqual(versions);
});
