/** What the add-on costs, what it does when Google does not do its part, and what it is to people outside. */

import { SHEET_ID } from '../../core/workbook/columns';
import { ApiCallException } from '../../local-sheet/apps-script/failure';
import type { SheetUser } from '../../local-sheet/contract';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import { addOnFirm, contentOf, MARIA, PAVLO } from './support/add-on-desk';
import { STORY_TICKET } from './support/believable';
import { builtProject } from './support/bundle';
import { ANNA, type Desk, newTicket, openDesk } from './support/desk';
import { Gmail, gmailMail } from './support/gmail';
import { NOWHERE } from './support/sidebar-call';

const words = addOnWords('en');
const { page } = trackerWords('en');
const STRANGE = gmailMail({ from: 'nina@client.example', messageId: '<n@client.example>' });

describe('each card costs the same number of service calls whatever the number of rows', () => {
  function costs({ desk, question }: ReturnType<typeof addOnFirm>): Readonly<Record<string, number>> {
    const calls = (gmail: Gmail): number => gmail.last?.serviceCalls ?? 0;
    const beside = () => new Gmail(desk, PAVLO, question).open();
    return {
      home: calls(new Gmail(desk, PAVLO, null).open()),
      mail: calls(beside()),
      strange: calls(new Gmail(desk, PAVLO, STRANGE).open()),
      ofSomebodyKnown: calls(new Gmail(desk, MARIA, gmailMail({ from: 'olena@client.example' })).open()),
      refresh: calls(beside().press(page.refresh)),
      setCell: calls(beside().choose('priority', 'low')),
      setItBack: calls(beside().choose('priority', 'high')),
      note: calls(beside().press(page.saveNote, { note: ['x'] })),
      template: calls(beside().press(words.reply.show)),
      reply: calls(beside().press(words.reply.show).press(words.reply.insert)),
      forward: calls(new Gmail(desk, PAVLO, STRANGE).open().press(words.mail.make)),
    };
  }

  test('and few of them', () => {
    const few = addOnFirm();
    few.desk.append('tickets', [newTicket('T-22222')]);
    const before = costs(few);
    const many = addOnFirm();
    many.desk.append(
      'tickets',
      Array.from({ length: 300 }, (_, n) => newTicket(`T-${String(n).padStart(5, '2')}`)),
    );
    many.desk.append(
      'messages',
      Array.from({ length: 600 }, (_, n) => ({
        id: `n${n}`,
        ticket_id: n % 2 ? STORY_TICKET : 'T-22223',
        direction: 'in',
        message_id: `<${n}@x.example>`,
      })),
    );
    expect(costs(many)).toEqual(before);
    expect(before).toEqual(MEASURED);
  });
});

/** Written down so that a change is seen; each is a few calls of the Sheets API and a few of Gmail. */
const MEASURED = {
  home: 4,
  mail: 7,
  strange: 6,
  ofSomebodyKnown: 7,
  refresh: 7,
  setCell: 15,
  setItBack: 15,
  note: 14,
  template: 7,
  reply: 8,
  forward: 8,
};

describe('what goes wrong becomes a card', () => {
  /** Fails the calls of the Sheets API from the n-th of the run on. */
  function failing(desk: Desk, code: number, from = 1): void {
    let calls = 0;
    desk.onCall = ({ name }) => {
      if (!name.startsWith('Sheets.')) return;
      calls += 1;
      if (calls >= from) throw new ApiCallException(name, { code, message: 'refused' });
    };
  }

  test.each([
    ['refuses the person', 403, words.notice.noAccess],
    ['finds no spreadsheet', 404, words.notice.noAccess],
    ['has had too many calls', 429, words.notice.trouble],
    ['has a fault', 500, words.notice.trouble],
  ])('when Google %s', (_, code, { title, text }) => {
    const { desk, question } = addOnFirm();
    for (const mail of [null, question]) {
      failing(desk, code);
      const gmail = new Gmail(desk, PAVLO, mail).open();
      expect(gmail.title).toBe(title);
      expect(gmail.words).toContain(text);
      expect(gmail.last?.log.join()).toContain('The add-on gave up');
    }
  });

  test.each([1, 2, 3, 4, 5, 6])('when Google fails at the call number %i of a change', (from) => {
    const { desk, question } = addOnFirm();
    const gmail = new Gmail(desk, PAVLO, question).open();
    failing(desk, 500, from);
    gmail.choose('priority', 'low');
    expect(gmail.title).toBe(words.notice.trouble.title);
    desk.onCall = () => undefined;
    expect(['low', 'high']).toContain(desk.ticket(STORY_TICKET).row.priority);
    expect(gmail.open().chosen('priority')).toBe(desk.ticket(STORY_TICKET).row.priority);
  });

  test('when the tabs are not there', () => {
    const { desk, question } = addOnFirm();
    const sheetId = SHEET_ID.templates;
    desk.service.batchUpdate(desk.spreadsheetId, { requests: [{ deleteSheet: { sheetId } }] });
    expect(new Gmail(desk, PAVLO, question).open().words).toContain(trackerWords('en').refusal['not-set-up']);
  });

  test('when Gmail does not hand the mail over', () => {
    const { desk, question } = addOnFirm();
    const gmail = new Gmail(desk, PAVLO, question).open();
    const { host } = desk;
    const returned = host.runAddOnAction(
      PAVLO,
      { action: { function: 'addOnCall', parameters: [{ key: 'action', value: 'mail' }] } },
      null,
      {},
    );
    expect(JSON.stringify(returned.navigations)).toContain(words.notice.noMail.text);
    expect(gmail.title).not.toBe('');
  });

  test('when the language of the reader is one of ours, in that', () => {
    const { desk } = addOnFirm();
    failing(desk, 500);
    const gmail = new Gmail(desk, { ...PAVLO, locale: 'uk' }, null).open();
    expect(gmail.title).toBe(addOnWords('uk').notice.trouble.title);
  });
});

describe('setUp', () => {
  test('links the add-on to the workbook, once', () => {
    const desk = openDesk();
    expect(new Gmail(desk, ANNA, null).open().title).toBe(words.notice.notLinked.title);
    desk.host.run('setUp');
    expect(new Gmail(desk, ANNA, null).open().title).toBe(words.home.title);
    const written: string[] = [];
    desk.onCall = ({ name }) => written.push(name);
    desk.host.run('setUp');
    expect(written).not.toContain('Properties.setProperty');
  });
});

describe('for people outside', () => {
  const VISITOR: SheetUser = { email: '', locale: 'en' };

  test.each(['addOnHome', 'addOnMail', 'addOnCall'])(
    '%s does nothing for a visitor of the published page',
    (name) => {
      const { desk } = addOnFirm();
      const before = contentOf(desk);
      const event = {
        commonEventObject: {
          parameters: { action: 'setCell', ticketId: STORY_TICKET, column: 'priority' },
          formInputs: { priority: { stringInputs: { value: ['low'] } } },
        },
        gmail: { messageId: 'x', accessToken: 'y' },
      };
      const called: string[] = [];
      desk.onCall = ({ name: service }) => called.push(service);
      for (const given of [[], [event], [null], ['x'], [{ gmail: 7 }]]) {
        // A card is nothing that a page could be given.
        expect(() => desk.host.runFromPage(VISITOR, name, given, NOWHERE)).toThrow(/cannot carry/);
      }
      // Nobody uses up what the firm may ask of Google.
      expect(called.filter((service) => /^(?:Sheets|Spreadsheet\.|GmailApp)/.test(service))).toEqual([]);
      expect(contentOf(desk) === before).toBe(true);
    },
  );
});

test('no line of the script sends a mail, and GmailApp is used for the open mail and drafts alone', () => {
  const { code } = builtProject();
  const used = Array.from(code.matchAll(/\bGmailApp\.(\w+)/g), ([, member]) => member);
  expect(Array.from(new Set(used)).sort()).toEqual([
    'createDraft',
    'getMessageById',
    'setCurrentMessageAccessToken',
  ]);
  const sending = ['.sendEmail', '.forward(', '.reply(', '.replyAll(', 'MailApp', 'UrlFetchApp'];
  expect(sending.filter((word) => code.includes(word))).toEqual([]);
  // A package that can load templates from a server names the browser's request, which Apps Script has not got.
  expect(Array.from(code.matchAll(/(\w+)\.send\(/g), ([, of]) => of).filter((of) => of !== 'xhr')).toEqual(
    [],
  );
});
