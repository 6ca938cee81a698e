/** The page on which a participant ends the reminders: what the script does when it is opened and when it is used. */
import { answerPortal, portalPage } from '../../apps-script/portal/stop-page';
import type { Language } from '../../core/language';
import { FIRST_DATA_ROW, SHEET_ID } from '../../core/workbook/columns';
import type { RowChange } from '../../core/workbook/rows';
import { at, type Desk, openDesk } from './support/desk';
import { participantServices } from './support/participant-services';

const TOKEN = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const OTHER_TOKEN = '00000000000000000000000000000001';
const NOTICE_TOKEN = '00000000000000000000000000000002';
const NOBODYS = 'ffffffffffffffffffffffffffffffff';

const seat = (session: string, email: string, more: RowChange<'participants'> = {}) => ({
  session_id: session,
  email,
  name: email,
  state: 'active',
  ...more,
});

const mail = (key: string, to: string, token: string, more: RowChange<'outbox'> = {}) => ({
  key,
  kind: 'reminder',
  to,
  subject: 'Reminder',
  body: 'Soon.',
  state: 'sent',
  created_at: at('2026-11-20T08:00:00Z'),
  message_id: `<b1_mail.${token}@help.example>`,
  ...more,
});

function deskOf(language: Language = 'en'): Desk {
  const desk = openDesk({ language });
  desk.append('participants', [
    seat('XL-01', 'zofia@client.example'),
    seat('XL-01', 'jan@client.example', { reminders: 'yes' }),
    seat('XL-02', 'Zofia@Client.example ', { reminders: 'yes' }),
    seat('XL-03', 'olena@client.example'),
  ]);
  desk.append('outbox', [
    mail('reminder:1', 'zofia@client.example', TOKEN),
    mail('reminder:2', 'olena@client.example', OTHER_TOKEN),
    mail('changed:1', 'jan@client.example', NOTICE_TOKEN, { kind: 'notice' }),
  ]);
  return desk;
}

const wishes = (desk: Desk) =>
  desk.rows('participants').map(({ session_id, email, reminders }) => [session_id, email.trim(), reminders]);

const BEFORE = [
  ['XL-01', 'zofia@client.example', ''],
  ['XL-01', 'jan@client.example', 'yes'],
  ['XL-02', 'Zofia@Client.example', 'yes'],
  ['XL-03', 'olena@client.example', ''],
];
const AFTER = [
  ['XL-01', 'zofia@client.example', 'no'],
  ['XL-01', 'jan@client.example', 'yes'],
  ['XL-02', 'Zofia@Client.example', 'no'],
  ['XL-03', 'olena@client.example', ''],
];

describe('opening the link', () => {
  test('changes nothing, because mail scanners open every link', () => {
    const desk = deskOf();
    const used = participantServices(desk);
    portalPage(used.services, { stop: TOKEN });
    expect(used.writes).toBe(0);
    expect(wishes(desk)).toEqual(BEFORE);
  });

  test('shows the same page for a token that exists and for one that does not', () => {
    const { services } = participantServices(deskOf());
    const shown = (stop: string) => {
      const { data, ...page } = portalPage(services, { stop });
      return JSON.stringify({ ...page, data: { ...data, token: '' } });
    };
    expect(shown(TOKEN)).toBe(shown(NOBODYS));
    expect(shown(TOKEN)).not.toContain('client.example');
  });

  test.each([
    [{ stop: TOKEN }, TOKEN],
    [{ stop: ` ${TOKEN.toUpperCase()}\n` }, TOKEN],
    [{ stop: TOKEN.slice(1) }, null],
    [{ stop: '"><script>' }, null],
    [{}, null],
  ])('reads the token of %j', (parameters, token) => {
    expect(portalPage(participantServices(deskOf()).services, parameters).data.token).toBe(token);
  });

  test('names the firm, its address and the language that the link asks for', () => {
    const { services } = participantServices(deskOf('pl'));
    expect(portalPage(services, { stop: TOKEN, lang: 'uk' })).toMatchObject({
      file: 'Stop',
      title: 'Нагадування',
      data: {
        language: 'uk',
        firmLanguage: 'pl',
        firmName: 'Nordlicht Trainings',
        supportAddress: 'help@nordlicht.example',
      },
    });
    expect(portalPage(services, { stop: TOKEN, lang: 'de' }).data.language).toBeNull();
  });
});

describe('pressing the button', () => {
  test('ends the reminders in every row of that address, and in no other', () => {
    const desk = deskOf();
    expect(answerPortal(participantServices(desk).services, { action: 'stop', token: TOKEN })).toEqual({
      ok: true,
    });
    expect(wishes(desk)).toEqual(AFTER);
  });

  test('writes the word of the firm’s language', () => {
    const desk = deskOf('uk');
    answerPortal(participantServices(desk).services, { action: 'stop', token: TOKEN });
    const layout = desk.read('participants').layout;
    const grid = desk.service.values.batchGetByDataFilter(desk.spreadsheetId, {
      dataFilters: [{ gridRange: { sheetId: SHEET_ID.participants, startRowIndex: FIRST_DATA_ROW } }],
    }).valueRanges?.[0]?.valueRange?.values;
    expect(grid?.[0]?.[layout.columns.get('reminders') ?? -1]).toBe('Ні');
  });

  test('twice does no more than once', () => {
    const desk = deskOf();
    const used = participantServices(desk);
    for (const _ of [1, 2]) answerPortal(used.services, { action: 'stop', token: TOKEN });
    expect(used.writes).toBe(1);
    expect(wishes(desk)).toEqual(AFTER);
  });

  test.each([
    ['nobody’s', NOBODYS],
    ['that of a mail that is no reminder', NOTICE_TOKEN],
  ])('with a token that is %s: the same answer, and nothing is written', (_, token) => {
    const desk = deskOf();
    const used = participantServices(desk);
    expect(answerPortal(used.services, { action: 'stop', token })).toEqual({ ok: true });
    expect(used.writes).toBe(0);
  });

  test.each([
    null,
    'stop',
    { action: 'stop' },
    { action: 'stop', token: '' },
    { action: 'stop', token: '%' },
    { action: 'start', token: TOKEN },
    { action: 'stop', token: [TOKEN] },
  ])('refuses what is not its one request: %j', (request) => {
    const desk = deskOf();
    expect(answerPortal(participantServices(desk).services, request)).toEqual({ ok: false });
    expect(wishes(desk)).toEqual(BEFORE);
  });

  test('while somebody sorts the rows, the right people are written', () => {
    const desk = deskOf();
    const used = participantServices(desk);
    let sorted = 0;
    used.beforeWrite = () => {
      if (++sorted > 1) return;
      const column = desk.read('participants').layout.columns.get('email') ?? -1;
      desk.service.batchUpdate(desk.spreadsheetId, {
        requests: [
          {
            sortRange: {
              range: { sheetId: SHEET_ID.participants, startRowIndex: FIRST_DATA_ROW },
              sortSpecs: [{ dimensionIndex: column, sortOrder: 'ASCENDING' }],
            },
          },
        ],
      });
    };
    answerPortal(used.services, { action: 'stop', token: TOKEN });
    const byPlace = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(' ')).sort();
    expect(byPlace(wishes(desk))).toEqual(byPlace(AFTER));
    expect(used.writes).toBeGreaterThan(1);
  });

  test('gives up with an error where the rows never stand still, so that the page does not say it was done', () => {
    const desk = deskOf();
    const used = participantServices(desk);
    let turn = 0;
    used.beforeWrite = () => {
      turn += 1;
      desk.service.batchUpdate(desk.spreadsheetId, {
        requests: [
          {
            insertDimension: {
              range: {
                sheetId: SHEET_ID.participants,
                dimension: 'ROWS',
                startIndex: FIRST_DATA_ROW,
                endIndex: FIRST_DATA_ROW + 1,
              },
              inheritFromBefore: false,
            },
          },
        ],
      });
    };
    expect(() => answerPortal(used.services, { action: 'stop', token: TOKEN })).toThrow('kept moving');
    expect(turn).toBe(4);
  });
});

describe('the published page', () => {
  const VISITOR = { email: '', locale: 'pl' };
  const NOWHERE = { sheetId: 0, row: 1, column: 1 };

  test('is served by the built script, and its one call ends the reminders', () => {
    const desk = deskOf('pl');
    const { mimeType, content } = desk.host.get({ stop: TOKEN });
    expect(mimeType).toBe('text/html');
    expect(content).toContain('<title>Przypomnienia</title>');
    expect(content).toContain(`&quot;token&quot;:&quot;${TOKEN}&quot;`);
    expect(content).not.toContain('<?');
    expect(wishes(desk)).toEqual(BEFORE);
    const answer = desk.host.runFromPage(VISITOR, 'portalCall', [{ action: 'stop', token: TOKEN }], NOWHERE);
    expect(answer.returned).toEqual({ ok: true });
    expect(wishes(desk)).toEqual(AFTER);
  });
});
