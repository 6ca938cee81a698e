/** Tickets joined and parted from the sidebar: what the workbook holds afterwards. */
import type { Conversation } from '../../apps-script/sidebar/contract';
import { SHEET_ID } from '../../core/workbook/columns';
import { STORY_TICKET, tellStory } from './support/believable';
import { ANNA, at, type Desk, newTicket, openDesk } from './support/desk';
import { call, value } from './support/sidebar-call';

const OTHER = 'T-2M8FD';
const KEY = 'a1'.repeat(16);

function storyDesk(): Desk {
  const desk = openDesk();
  tellStory(desk, 'en');
  return desk;
}

const shown = (desk: Desk, ticketId: string): Conversation => value(call(desk, 'conversation', { ticketId }));
const relate = (desk: Desk, how: 'merge' | 'case' | 'link', other: string, ticketId = STORY_TICKET) =>
  call(desk, 'relate', { ticketId, wish: { how, other } });
const history = (desk: Desk, id: string) =>
  desk.rows('history').filter(({ ticket_id, who }) => ticket_id === id && who === ANNA.email);

describe('merging', () => {
  test('closes the ticket, and the other one shows both conversations', () => {
    const desk = storyDesk();
    desk.append('messages', [
      {
        id: 'n1',
        ticket_id: OTHER,
        at: at('2026-11-23T08:00:00Z'),
        direction: 'in',
        from: 'tomasz@klient.example',
        text: 'Me too.',
      },
    ]);
    expect(value(relate(desk, 'merge', OTHER.toLowerCase()))).toEqual({ other: OTHER });
    expect(desk.ticket(STORY_TICKET).row).toMatchObject({ status: 'closed', merged_into: OTHER });
    expect(history(desk, STORY_TICKET).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Merged into', 'Status']),
    );
    expect(history(desk, OTHER)).not.toEqual([]);
    const { messages } = shown(desk, OTHER);
    expect(messages.map(({ id, of }) => [id, of])).toEqual([
      ['n1', ''],
      ['m1', STORY_TICKET],
      ['m2', STORY_TICKET],
      ['m3', STORY_TICKET],
      ['m4', STORY_TICKET],
    ]);
    expect(shown(desk, STORY_TICKET).mergedInto).toBe(OTHER);
  });

  test('is agreed to by the next tick', () => {
    const desk = storyDesk();
    relate(desk, 'merge', OTHER);
    const before = desk.rows('history').length;
    desk.host.run('tick');
    expect(desk.rows('history')).toHaveLength(before);
    expect(desk.ticket(STORY_TICKET).row).toMatchObject({ status: 'closed', merged_into: OTHER });
  });

  test.each([
    ['a ticket that is not there', 'T-99999', 'there is no such ticket'],
    ['itself', STORY_TICKET, 'into itself'],
    ['a word', 'the other one', 'there is no such ticket'],
  ])('with %s is refused in words, and nothing changes', (_, other, words) => {
    const desk = storyDesk();
    expect(relate(desk, 'merge', other)).toMatchObject({
      ok: false,
      refusal: 'link-refused',
      detail: expect.stringContaining(words),
    });
    expect(desk.ticket(STORY_TICKET).row).toMatchObject({ status: 'open', merged_into: '' });
  });
});

describe('an incident', () => {
  function incidentDesk(): Desk {
    const desk = storyDesk();
    desk.append('tickets', [
      newTicket('T-0CA51', { requester_email: 'ola@client.example', language: 'pl' }),
      newTicket('T-0CA52', { requester_email: 'ola@client.example' }),
      newTicket('T-0CA53', { requester_email: 'kim@client.example', status: 'closed' }),
    ]);
    desk.host.run('tick');
    for (const id of ['T-0CA51', 'T-0CA52', OTHER]) value(relate(desk, 'case', STORY_TICKET, id));
    return desk;
  }
  const answer = (desk: Desk, to: 'requester' | 'requester-and-cases', resolve = false) =>
    call(desk, 'queueReply', {
      key: KEY,
      ticketId: STORY_TICKET,
      text: 'It works again.',
      template: '',
      resolve,
      to,
    });
  const replies = (desk: Desk) => desk.rows('outbox').filter(({ key }) => key.startsWith('reply:'));

  test('knows its open cases, and each case its incident', () => {
    const desk = incidentDesk();
    expect(shown(desk, STORY_TICKET).openCases).toBe(3);
    expect(shown(desk, 'T-0CA51').incident).toMatchObject({ id: STORY_TICKET });
  });

  test('is answered to every person once, each in their own ticket and language', () => {
    const desk = incidentDesk();
    expect(value(answer(desk, 'requester-and-cases'))).toEqual({
      queued: 'now',
      cases: 2,
      skipped: ['T-0CA52'],
    });
    expect(
      replies(desk)
        .map(({ ticket_id, to, language }) => [ticket_id, to, language])
        .sort(),
    ).toEqual([
      ['T-0CA51', 'ola@client.example', 'pl'],
      [OTHER, 'tomasz@klient.example', 'en'],
      [STORY_TICKET, 'priya.natarajan@client.example', 'en'],
    ]);
    const [polish] = replies(desk).filter(({ language }) => language === 'pl');
    expect(polish?.subject).toContain('[#T-0CA51]');
    expect(polish?.body).toContain('Potrzebna pomoc?');
    // A second click queues nothing more.
    expect(value(answer(desk, 'requester-and-cases'))).toMatchObject({ queued: 'already' });
    expect(replies(desk)).toHaveLength(3);
  });

  describe('that was filed by hand, without a requester', () => {
    function filed(): Desk {
      const desk = incidentDesk();
      desk.update(STORY_TICKET, { requester_email: '', requester_name: '' });
      return desk;
    }

    test('is answered to its cases, once, and keeps a note of it', () => {
      const desk = filed();
      expect(value(answer(desk, 'requester-and-cases'))).toMatchObject({ queued: 'now', cases: 2 });
      const tickets = () => replies(desk).map(({ ticket_id }) => ticket_id);
      expect(tickets().sort()).toEqual(['T-0CA51', OTHER]);
      const { messages } = shown(desk, STORY_TICKET);
      expect(messages.slice(-1)).toMatchObject([{ direction: 'note', text: 'It works again.' }]);
      expect(value(answer(desk, 'requester-and-cases'))).toMatchObject({ queued: 'already' });
      expect(tickets()).toHaveLength(2);
      expect(shown(desk, STORY_TICKET).messages).toHaveLength(messages.length);
    });

    test('is resolved with them', () => {
      const desk = filed();
      value(answer(desk, 'requester-and-cases', true));
      for (const id of [STORY_TICKET, 'T-0CA51', OTHER]) expect(desk.ticket(id).row.status).toBe('resolved');
    });

    test('cannot be answered alone, nor where no case has an address either', () => {
      const desk = filed();
      expect(answer(desk, 'requester')).toMatchObject({ ok: false, refusal: 'address-invalid' });
      for (const id of ['T-0CA51', 'T-0CA52', OTHER]) desk.update(id, { requester_email: '' });
      expect(answer(desk, 'requester-and-cases', true)).toMatchObject({
        ok: false,
        refusal: 'address-invalid',
      });
      expect(replies(desk)).toEqual([]);
      expect(desk.ticket(STORY_TICKET).row.status).not.toBe('resolved');
    });

    test('is still told what is wrong with the answer', () => {
      const empty = { key: KEY, ticketId: STORY_TICKET, text: ' ', template: '', resolve: false } as const;
      expect(call(filed(), 'queueReply', { ...empty, to: 'requester-and-cases' })).toMatchObject({
        refusal: 'text-empty',
      });
    });
  });

  test('resolved, resolves its cases too', () => {
    const desk = incidentDesk();
    answer(desk, 'requester-and-cases', true);
    const statuses = [STORY_TICKET, OTHER, 'T-0CA51', 'T-0CA52', 'T-0CA53'].map(
      (id) => desk.ticket(id).row.status,
    );
    expect(statuses).toEqual(['resolved', 'resolved', 'resolved', 'resolved', 'closed']);
  });

  test('answered alone, leaves its cases as they are', () => {
    const desk = incidentDesk();
    expect(value(answer(desk, 'requester', true))).toMatchObject({ cases: 0 });
    expect(replies(desk)).toHaveLength(1);
    expect(desk.ticket(OTHER).row.status).toBe('new');
  });

  test('is left again', () => {
    const desk = incidentDesk();
    value(call(desk, 'relate', { ticketId: OTHER, wish: { how: 'case', other: '' } }));
    expect(desk.ticket(OTHER).row.parent).toBe('');
    expect(shown(desk, STORY_TICKET).openCases).toBe(2);
  });
});

describe('linking', () => {
  test('makes both tickets name each other, with a line of History in each', () => {
    const desk = storyDesk();
    value(relate(desk, 'link', OTHER));
    expect(desk.ticket(STORY_TICKET).row.related).toBe(OTHER);
    expect(desk.ticket(OTHER).row.related).toBe(STORY_TICKET);
    expect([history(desk, STORY_TICKET).length, history(desk, OTHER).length]).toEqual([1, 1]);
    expect(relate(desk, 'link', OTHER)).toMatchObject({ refusal: 'already-linked' });
    expect(relate(desk, 'link', 'T-99999')).toMatchObject({ refusal: 'ticket-gone' });
  });
});

describe('splitting', () => {
  const split = (desk: Desk, messageId: string, key = KEY) =>
    call(desk, 'split', { key, ticketId: STORY_TICKET, messageId });

  test('makes a ticket of the message, and both name each other', () => {
    const desk = storyDesk();
    const { newTicketId } = value(split(desk, 'm4'));
    expect(desk.ticket(newTicketId).row).toMatchObject({
      status: 'new',
      requester_email: 'priya.natarajan@client.example',
      related: STORY_TICKET,
      message_count: 1,
    });
    expect(desk.ticket(STORY_TICKET).row.related).toBe(newTicketId);
    expect(shown(desk, newTicketId).messages.map(({ id }) => id)).toEqual(['m4']);
    expect(shown(desk, STORY_TICKET).messages.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
    desk.host.run('tick');
    expect(desk.ticket(newTicketId).row.next_due).not.toBeNull();
  });

  test('goes on where it stopped when Google gave up in the middle', () => {
    const desk = storyDesk();
    const { newTicketId } = value(split(desk, 'm4'));
    const place = desk.read('messages');
    const row = place.rows.find((placed) => placed.row.id === 'm4')?.rowIndex ?? 0;
    const column = place.layout.columns.get('ticket_id') ?? 0;
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [cellRequest(row, column, STORY_TICKET)],
    });
    expect(value(split(desk, 'm4'))).toEqual({ newTicketId });
    expect(desk.rows('tickets').filter(({ related }) => related === STORY_TICKET)).toHaveLength(1);
    expect(shown(desk, newTicketId).messages.map(({ id }) => id)).toEqual(['m4']);
  });

  test('finds the message though somebody sorts the tab in that moment', () => {
    const desk = storyDesk();
    const sorted: string[] = [];
    desk.onCall = ({ name }) => {
      // Right before the write of the messages: the second batchUpdate of the script.
      if (!name.endsWith('batchUpdate')) return;
      sorted.push(name);
      if (sorted.length !== 2) return;
      desk.onCall = () => undefined;
      desk.service.batchUpdate(desk.spreadsheetId, {
        requests: [
          {
            sortRange: {
              range: { sheetId: SHEET_ID.messages, startRowIndex: 2 },
              sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
            },
          },
        ],
      });
    };
    const { newTicketId } = value(split(desk, 'm4'));
    expect(sorted).toHaveLength(2);
    const places = Object.fromEntries(desk.rows('messages').map(({ id, ticket_id }) => [id, ticket_id]));
    expect(places).toEqual({ m1: STORY_TICKET, m2: STORY_TICKET, m3: STORY_TICKET, m4: newTicketId });
  });

  test.each([
    ['m2', 'split-no-question'],
    ['m3', 'split-no-question'],
    ['m9', 'split-impossible'],
  ])('refuses %s: %s', (messageId, refusal) => {
    const desk = storyDesk();
    expect(split(desk, messageId)).toMatchObject({ ok: false, refusal });
    expect(desk.rows('tickets')).toHaveLength(2);
  });

  test('refuses to leave a ticket without a question', () => {
    const desk = storyDesk();
    value(split(desk, 'm4'));
    expect(split(desk, 'm1', 'b2'.repeat(16))).toMatchObject({ refusal: 'split-nothing-left' });
  });
});

function cellRequest(rowIndex: number, columnIndex: number, text: string): object {
  return {
    updateCells: {
      range: {
        sheetId: SHEET_ID.messages,
        startRowIndex: rowIndex,
        endRowIndex: rowIndex + 1,
        startColumnIndex: columnIndex,
        endColumnIndex: columnIndex + 1,
      },
      rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
      fields: 'userEnteredValue',
    },
  };
}
