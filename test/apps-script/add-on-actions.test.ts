/** What a colleague does on a card: the same rules and rights as in the sidebar, told on the card. */

import { instant } from '../../core/time/instant';
import type { AddOnClick } from '../../local-sheet/add-on-contract';
import type { SheetUser } from '../../local-sheet/contract';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import { addOnFirm, contentOf, EVE, MARIA, PAVLO } from './support/add-on-desk';
import { STORY_TICKET } from './support/believable';
import { ANNA, type Desk, newTicket } from './support/desk';
import { Gmail } from './support/gmail';

const { page, refusal } = trackerWords('en');
const words = addOnWords('en');
const FOREIGN = 'T-2M8FD';

function opened(user: SheetUser = PAVLO): { gmail: Gmail; desk: Desk } {
  const { desk, question } = addOnFirm();
  return { gmail: new Gmail(desk, user, question).open(), desk };
}

const clicking = (parameters: Readonly<Record<string, string>>): AddOnClick => ({
  action: {
    function: 'addOnCall',
    parameters: Object.entries(parameters).map(([key, value]) => ({ key, value })),
  },
});

describe('choosing from a list', () => {
  test.each([
    ['status', 'waiting_vendor', 'waiting_vendor'],
    ['priority', 'low', 'low'],
    ['assignee', '=Maria Sokół', 'Maria Sokół'],
    ['assignee', '=', ''],
  ] as const)('of %s sets the cell to %s and shows the ticket as it is then', (field, value, cell) => {
    const { gmail, desk } = opened();
    if (field === 'assignee') desk.update(STORY_TICKET, { assignee: 'Pavlo Hrytsenko' });
    gmail.open().choose(field, value);
    expect(desk.ticket(STORY_TICKET).row[field]).toBe(cell);
    expect(gmail.last?.notification).toBe(page.saved);
    expect(gmail.chosen(field)).toBe(value);
    expect(gmail.depth).toBe(1);
  });

  test('is told in History as the person’s', () => {
    const { gmail, desk } = opened();
    gmail.choose('status', 'waiting_vendor');
    const told = desk.rows('history').filter(({ ticket_id }) => ticket_id === STORY_TICKET);
    expect(told[told.length - 1]).toMatchObject({ who: PAVLO.email, to: 'Waiting for vendor' });
  });

  test('of what stands there already changes nothing', () => {
    const { gmail, desk } = opened();
    const before = contentOf(desk);
    gmail.choose('status', 'open');
    expect(contentOf(desk) === before).toBe(true);
  });

  test('offers neither "new" nor "on hold", which need more than a choice', () => {
    const values = opened()
      .gmail.list('status')
      .items.map(({ value }) => value);
    expect(values).not.toContain('new');
    expect(values).not.toContain('on_hold');
    expect(values).toContain('resolved');
  });

  test('shows a word that nobody understands as it stands', () => {
    const { gmail, desk } = opened();
    desk.type(STORY_TICKET, 'priority', 'Panic');
    expect(gmail.open().chosen('priority')).toBe('');
    expect(gmail.list('priority').items.map(({ text }) => text)).toContain('—');
  });

  test('that is refused says why on the card, and the list falls back', () => {
    const { gmail, desk } = opened();
    desk.update(STORY_TICKET, { status: 'closed', status_seen: 'closed' });
    gmail.choose('status', 'waiting_vendor');
    expect(desk.ticket(STORY_TICKET).row.status).toBe('closed');
    expect(gmail.last?.notification).toBe(words.notice.refused);
    expect(gmail.chosen('status')).toBe('closed');
    expect(gmail.card.sections[0]?.widgets).toHaveLength(1);
    expect(gmail.card.sections[0]?.widgets[0]?.textParagraph?.text).toContain(STORY_TICKET);
  });

  test('of a colleague who has just left is refused', () => {
    const { gmail, desk } = opened();
    gmail.choose('assignee', '=Nobody Here');
    expect(gmail.words).toContain(refusal['unknown-colleague']('Nobody Here'));
    expect(desk.ticket(STORY_TICKET).row.assignee).not.toBe('Nobody Here');
  });

  test('while a tick is at work is refused after ten seconds, and the card still comes in time', () => {
    const { gmail, desk } = opened();
    let isTicking = false;
    desk.onCall = ({ name, functionName }) => {
      if (isTicking || functionName !== 'tick' || name !== 'Sheets.Spreadsheets.Values.batchGetByDataFilter')
        return;
      isTicking = true;
      gmail.choose('status', 'waiting_vendor');
    };
    desk.host.run('tick');
    expect(isTicking).toBe(true);
    expect(gmail.words).toContain(refusal.busy);
    expect(gmail.last?.elapsedMs).toBeGreaterThan(10_000);
    expect(gmail.last?.elapsedMs).toBeLessThan(30_000);
    expect(desk.ticket(STORY_TICKET).row.status).toBe('open');
  });
});

describe('a note', () => {
  const notes = (desk: Desk): readonly string[] =>
    desk.rows('messages').flatMap(({ direction, text }) => (direction === 'note' ? [text] : []));

  test('is kept in the person’s name and shown', () => {
    const { gmail, desk } = opened();
    gmail.press(page.saveNote, { note: ['Her IT blocks it.\nAsk Pavlo.'] });
    const kept = desk.rows('messages').find(({ text }) => text.startsWith('Her IT'));
    expect(kept).toMatchObject({ ticket_id: STORY_TICKET, direction: 'note', from: PAVLO.email });
    expect(gmail.last?.notification).toBe(page.noteSaved);
    expect(gmail.words).toContain('Her IT blocks it.<br>Ask Pavlo.');
  });

  test('pressed twice on one card is one', () => {
    const { gmail, desk } = opened();
    const press = gmail.buttons.find(({ text }) => text === page.saveNote)?.onClick as AddOnClick;
    const before = notes(desk).length;
    for (let times = 0; times < 2; times++) gmail.click(press, { note: ['Once.'] });
    expect(notes(desk).length).toBe(before + 1);
    gmail.click(press, { note: ['Another from the same card.'] });
    expect(notes(desk).length).toBe(before + 2);
  });

  test('of nothing is refused', () => {
    const { gmail, desk } = opened();
    const before = contentOf(desk);
    gmail.press(page.saveNote, { note: ['  '] });
    expect(gmail.words).toContain(refusal['text-empty']);
    expect(contentOf(desk) === before).toBe(true);
  });

  test('of a megabyte is refused', () => {
    const { gmail, desk } = opened();
    const before = contentOf(desk);
    gmail.press(page.saveNote, { note: ['x'.repeat(1_000_000)] });
    expect(gmail.title).toBe(words.notice.outdated.title);
    expect(contentOf(desk) === before).toBe(true);
  });
});

test('Refresh shows the ticket anew on the same card', () => {
  const { gmail, desk } = opened();
  desk.update(STORY_TICKET, { subject: 'It works again' });
  expect(gmail.press(page.refresh).title).toBe('It works again');
  expect(gmail.depth).toBe(1);
});

test('what was saved late is said, and the card is not read again', () => {
  const { gmail, desk } = opened();
  // As when Google is slow: each call of the Sheets API takes four seconds.
  desk.onCall = ({ name }) => {
    if (name.startsWith('Sheets.')) desk.clock.time = instant(desk.clock.time + 4_000);
  };
  gmail.choose('status', 'waiting_vendor');
  expect(desk.ticket(STORY_TICKET).row.status).toBe('waiting_vendor');
  expect(gmail.last?.notification).toBe(words.ticket.savedLook);
  expect(gmail.last?.navigations).toEqual([]);
  expect(gmail.last?.elapsedMs).toBeGreaterThan(15_000);
});

describe('each action asks who is asking', () => {
  const KEY = 'f'.repeat(32);
  const ACTIONS: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    Readonly<Record<string, string[]>>,
  ])[] = [
    ['ticket', { how: 'push' }, {}],
    ['setCell', { column: 'status' }, { status: ['waiting_vendor'] }],
    ['setCell', { column: 'assignee' }, { assignee: ['=Maria Sokół'] }],
    ['addNote', { key: KEY }, { note: ['A note.'] }],
    ['template', {}, { template: ['padlock'] }],
    ['draftReply', { template: 'padlock' }, {}],
  ];

  const { desk, question } = addOnFirm();
  const before = contentOf(desk);

  test.each(ACTIONS)('%s %j is nothing for somebody who is not of the team', (action, parameters, inputs) => {
    const gmail = new Gmail(desk, EVE, question).open();
    gmail.click(clicking({ action, ticketId: STORY_TICKET, ...parameters }), inputs);
    expect(gmail.words).toContain(refusal['not-on-team'](EVE.email));
    expect(gmail.words).not.toMatch(/client\.example|microphone/);
    expect(contentOf(desk) === before).toBe(true);
  });

  test.each(ACTIONS)('%s %j is nothing for a trainer on another’s ticket', (action, parameters, inputs) => {
    const gmail = new Gmail(desk, PAVLO, question).open();
    gmail.click(clicking({ action, ticketId: FOREIGN, ...parameters }), inputs);
    expect(gmail.words).toContain(refusal['not-your-ticket'](FOREIGN));
    expect(contentOf(desk) === before).toBe(true);
  });

  test.each([ANNA, MARIA, PAVLO])('%s may change and note', (user) => {
    const { gmail, desk: own } = opened(user);
    gmail.choose('priority', 'low').press(page.saveNote, { note: ['Done.'] });
    expect(own.ticket(STORY_TICKET).row.priority).toBe('low');
    expect(gmail.last?.notification).toBe(page.noteSaved);
  });

  test('whoever makes the first steps in an empty Team tab may do as the sidebar lets them', () => {
    const { gmail, desk: own } = opened(ANNA);
    own.emptyTable('team');
    gmail.open().choose('priority', 'low');
    expect(own.ticket(STORY_TICKET).row.priority).toBe('low');
  });
});

describe('a request that no card makes', () => {
  const firm = addOnFirm();
  const before = contentOf(firm.desk);

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string[]>>]>([
    ['no action', {}, {}],
    ['an action that there is not', { action: 'queueReply' }, {}],
    ['an action of a prototype’s name', { action: 'constructor' }, {}],
    ['a ticket of a megabyte', { action: 'ticket', ticketId: 'x'.repeat(1_000_000), how: 'push' }, {}],
    ['no ticket', { action: 'ticket', how: 'push' }, {}],
    [
      'a column of the bridge',
      { action: 'setCell', ticketId: STORY_TICKET, column: 'requester_email' },
      { requester_email: ['eve@evil.test'] },
    ],
    [
      'a column of a prototype’s name',
      { action: 'setCell', ticketId: STORY_TICKET, column: '__proto__' },
      {},
    ],
    [
      'a status that there is not',
      { action: 'setCell', ticketId: STORY_TICKET, column: 'status' },
      { status: ['=1+1'] },
    ],
    ['nothing chosen', { action: 'setCell', ticketId: STORY_TICKET, column: 'status' }, { status: [] }],
    [
      'a key that a person chose',
      { action: 'addNote', ticketId: STORY_TICKET, key: 'ack:1' },
      { note: ['x'] },
    ],
  ])('%s is refused as out of date, and changes nothing', (_, parameters, inputs) => {
    const gmail = new Gmail(firm.desk, ANNA, firm.question).open().click(clicking(parameters), inputs);
    expect(gmail.title).toBe(words.notice.outdated.title);
    expect(gmail.words.length).toBeLessThan(500);
    expect(contentOf(firm.desk) === before).toBe(true);
  });

  test('a ticket that is not there is said to be gone', () => {
    const { gmail } = opened();
    gmail.click(clicking({ action: 'ticket', ticketId: 'T-GQNE2', how: 'push' }));
    expect(gmail.words).toContain(refusal['ticket-gone']('T-GQNE2'));
  });

  test('a ticket that stands in two rows is said to', () => {
    const { gmail, desk } = opened();
    desk.append('tickets', [newTicket(STORY_TICKET)]);
    expect(gmail.press(page.refresh).words).toContain(refusal['ticket-doubled'](STORY_TICKET));
  });
});
