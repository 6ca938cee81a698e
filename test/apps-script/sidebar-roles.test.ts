/** What each role may do in the menu and by each call of the sidebar: asked of the script, as a page could ask it. */
import type { SidebarAction, SidebarAnswer, SidebarCalls } from '../../apps-script/sidebar/contract';
import { SHEET_ID } from '../../core/workbook/columns';
import type { SheetUser } from '../../local-sheet/contract';
import { furnishFirm, STORY_TICKET, tellStory } from './support/believable';
import { ANNA, type Desk, newTicket, openDesk } from './support/desk';
import { call } from './support/sidebar-call';

const person = (name: string, domain = 'firma.example'): SheetUser => ({
  email: `${name}@${domain}`,
  locale: 'en',
});
const [TRAINER, MANAGER, ADMIN] = [person('pavlo'), person('maria'), person('jan')];
const STRANGER = person('eve', 'elsewhere.example');
const KEY = 'f'.repeat(32);
const FOREIGN = 'T-2M8FD';

function firmDesk(): Desk {
  const desk = openDesk();
  furnishFirm(desk, tellStory(desk, 'en'));
  // The story's ticket is of the trainer's session; the other one is in Anna's name.
  desk.append('tickets', [newTicket('T-0CA5E')]);
  return desk;
}

type Calls = { readonly [A in SidebarAction]: (ticketId: string) => SidebarCalls[A]['takes'] };

/** One request of every kind that the door has. A new action does not compile without a row here. */
const REQUESTS: Calls = {
  look: (shown) => ({ shown, does: 'reads' }),
  conversation: (ticketId) => ({ ticketId }),
  articles: (ticketId) => ({ ticketId }),
  queueReply: (ticketId) => ({
    key: KEY,
    ticketId,
    text: 'Please reload the page.',
    template: '',
    resolve: false,
    to: 'requester',
  }),
  setCell: (ticketId) => ({ ticketId, wish: { column: 'status', to: 'waiting_vendor' } }),
  addNote: (ticketId) => ({ key: KEY, ticketId, text: 'A note.' }),
  relate: (ticketId) => ({ ticketId, wish: { how: 'link', other: 'T-0CA5E' } }),
  split: (ticketId) => ({ key: KEY, ticketId, messageId: 'm4' }),
};
const ACTIONS = Object.keys(REQUESTS) as SidebarAction[];

function outcome(answer: SidebarAnswer<SidebarAction>): string {
  return answer.ok ? 'done' : answer.refusal;
}

const ask = <A extends SidebarAction>(desk: Desk, action: A, ticketId: string, user: SheetUser): string =>
  outcome(call(desk, action, REQUESTS[action](ticketId), { user }));

describe('each call asks who is asking', () => {
  test.each(ACTIONS)('%s does nothing for somebody who is not on the Team tab', (action) => {
    const desk = firmDesk();
    const before = JSON.stringify([desk.rows('tickets'), desk.rows('messages'), desk.rows('outbox')]);
    const answer = call(desk, action, REQUESTS[action](STORY_TICKET), { user: STRANGER });
    expect(answer).toEqual({
      ok: false,
      language: 'en',
      refusal: 'not-on-team',
      detail: 'eve@elsewhere.example',
    });
    expect(JSON.stringify([desk.rows('tickets'), desk.rows('messages'), desk.rows('outbox')])).toBe(before);
  });

  test('a stranger does not learn whether a ticket exists', () => {
    expect(ask(firmDesk(), 'conversation', 'T-GONE1', STRANGER)).toBe('not-on-team');
  });

  test.each([
    ['support', ANNA],
    ['manager', MANAGER],
    ['admin', ADMIN],
  ])('%s may do everything with every ticket', (_, user) => {
    const desk = firmDesk();
    for (const action of ACTIONS) {
      expect([action, ask(desk, action, STORY_TICKET, user)]).toEqual([action, 'done']);
    }
  });

  test.each([
    ['look', 'done', 'done'],
    ['conversation', 'done', 'not-your-ticket'],
    ['articles', 'done', 'not-your-ticket'],
    ['queueReply', 'done', 'not-your-ticket'],
    ['setCell', 'done', 'not-your-ticket'],
    ['addNote', 'done', 'not-your-ticket'],
    ['relate', 'not-your-role', 'not-your-ticket'],
    ['split', 'not-your-role', 'not-your-ticket'],
  ] as const)(
    'a trainer: %s is %s with a ticket of their session and %s with another',
    (action, own, other) => {
      const desk = firmDesk();
      expect(ask(desk, action, STORY_TICKET, TRAINER)).toBe(own);
      expect(ask(desk, action, FOREIGN, TRAINER)).toBe(other);
    },
  );

  test.each([[{ column: 'priority', to: 'low' }], [{ column: 'assignee', to: 'Maria Sokół' }]] as const)(
    'a trainer may set %j in a ticket of their own, and in no other',
    (wish) => {
      const desk = firmDesk();
      const set = (ticketId: string): string =>
        outcome(call(desk, 'setCell', { ticketId, wish }, { user: TRAINER }));
      expect([set(STORY_TICKET), set(FOREIGN)]).toEqual(['done', 'not-your-ticket']);
      expect(desk.ticket(STORY_TICKET).row[wish.column]).toBe(wish.to);
    },
  );

  test('a trainer who hands a ticket of their own to somebody else has it no longer', () => {
    const desk = openDesk();
    furnishFirm(desk, tellStory(desk, 'en'));
    desk.append('tickets', [newTicket('T-0CA5E', { assignee: 'Pavlo Hrytsenko' })]);
    const set = (to: string): string =>
      outcome(
        call(desk, 'setCell', { ticketId: 'T-0CA5E', wish: { column: 'assignee', to } }, { user: TRAINER }),
      );
    expect([set('Maria Sokół'), set('Pavlo Hrytsenko')]).toEqual(['done', 'not-your-ticket']);
  });

  test('a trainer answers the cases of no incident', () => {
    const desk = firmDesk();
    const takes = { ...REQUESTS.queueReply(STORY_TICKET), to: 'requester-and-cases' as const };
    expect(call(desk, 'queueReply', takes, { user: TRAINER })).toMatchObject({ refusal: 'not-your-role' });
    expect(desk.rows('outbox').filter(({ kind }) => kind === 'reply')).toEqual([]);
  });

  test('a trainer is shown of a person’s other tickets only their own', () => {
    const desk = firmDesk();
    const others = (user: SheetUser): unknown => {
      const answer = call(desk, 'conversation', { ticketId: STORY_TICKET }, { user });
      return answer.ok && answer.value.otherTickets.map(({ id }) => id);
    };
    expect(others(ANNA)).toEqual(['T-8C2HM', 'T-4X9PB']);
    // The first fell to the trainer's session by the roster.
    expect(others(TRAINER)).toEqual(['T-8C2HM']);
  });

  test('a trainer is not shown the incident of their own ticket unless it is theirs too', () => {
    const desk = firmDesk();
    // In Anna's name.
    const wish = { how: 'case', other: 'T-0CA5E' } as const;
    expect(call(desk, 'relate', { ticketId: STORY_TICKET, wish })).toMatchObject({ ok: true });
    const incident = (user: SheetUser): unknown => {
      const answer = call(desk, 'conversation', { ticketId: STORY_TICKET }, { user });
      return answer.ok && answer.value.incident;
    };
    expect(incident(ANNA)).toMatchObject({ id: 'T-0CA5E' });
    expect(incident(TRAINER)).toBeNull();
  });

  test('with an empty Team tab nobody is locked out', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(FOREIGN)]);
    expect(ask(desk, 'conversation', FOREIGN, STRANGER)).toBe('done');
    expect(ask(desk, 'setCell', FOREIGN, STRANGER)).toBe('done');
  });
});

describe('the menu', () => {
  const items = (desk: Desk, user: SheetUser): string[] =>
    desk.host.open(user).flatMap((menu) => menu.items.map(({ functionName }) => functionName));

  const LOOKING = ['openForecast', 'openPreview'];
  const WHOLE = ['openConversation', ...LOOKING, 'openImport', 'refreshNow', 'setUp', 'about'];

  test.each([
    ['support', ANNA, ['openConversation', ...LOOKING, 'openImport', 'refreshNow', 'about']],
    ['trainer', TRAINER, ['openConversation', ...LOOKING, 'refreshNow', 'about']],
    ['manager', MANAGER, ['openConversation', ...LOOKING, 'openImport', 'refreshNow', 'about']],
    ['admin', ADMIN, WHOLE],
    // Google does not tell a simple trigger who opened the file: the commands ask again.
    ['somebody unnamed', STRANGER, WHOLE],
    ['a stranger of the firm’s own domain', person('adam'), ['openConversation', 'about']],
  ])('of %s', (_, user, expected) => {
    expect(items(firmDesk(), user)).toEqual(expected);
  });

  test('of anybody is whole in a fresh workbook', () => {
    expect(items(openDesk(), STRANGER)).toEqual(WHOLE);
  });

  test('the commands refuse whom the menu would not show them', () => {
    const desk = firmDesk();
    const at = { sheetId: SHEET_ID.tickets, row: 3, column: 1 };
    const { alerts } = desk.host.runMenuItem(ANNA, 'setUp', at);
    expect(alerts.join()).toContain('role Administrator');
    const { toasts } = desk.host.runMenuItem(STRANGER, 'refreshNow', at);
    expect(toasts.join()).toContain('colleagues on the Team tab');
    expect(desk.host.runMenuItem(ADMIN, 'setUp', at).alerts.join()).toContain('Rowdesk is set up');
  });
});
