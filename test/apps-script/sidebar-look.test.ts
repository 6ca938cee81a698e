/** What the page asks by itself, and what it costs. */
import type { SidebarAction, SidebarCalls } from '../../apps-script/sidebar/contract';
import { SHEET_ID } from '../../core/workbook/columns';
import type { SheetUser } from '../../local-sheet/contract';
import { furnishFirm, STORY_TICKET, tellStory } from './support/believable';
import { ANNA, at, type Desk, newTicket, openDesk } from './support/desk';
import { call, value } from './support/sidebar-call';

const MARIA: SheetUser = { email: 'maria@firma.example', locale: 'pl' };
const PAVLO: SheetUser = { email: 'pavlo@firma.example', locale: 'uk' };

function firmDesk(): Desk {
  const desk = openDesk();
  furnishFirm(desk, tellStory(desk, 'en'));
  return desk;
}

const onStory = (desk: Desk) => desk.place(STORY_TICKET, 'status');

describe('who else has the ticket open', () => {
  const look = (desk: Desk, user: SheetUser, does: 'reads' | 'writes', shown = STORY_TICKET) =>
    value(call(desk, 'look', { shown, does }, { user })).others;

  test('is named with what they do, and nobody is named to themselves', () => {
    const desk = firmDesk();
    expect(look(desk, ANNA, 'reads')).toEqual([]);
    expect(look(desk, MARIA, 'writes')).toEqual([{ name: 'Anna Zielińska', does: 'reads' }]);
    expect(look(desk, ANNA, 'reads')).toEqual([{ name: 'Maria Sokół', does: 'writes' }]);
    expect(look(desk, PAVLO, 'reads')).toEqual([
      { name: 'Anna Zielińska', does: 'reads' },
      { name: 'Maria Sokół', does: 'writes' },
    ]);
  });

  test('is not who looks at another ticket', () => {
    const desk = firmDesk();
    look(desk, MARIA, 'reads', 'T-2M8FD');
    expect(look(desk, ANNA, 'reads')).toEqual([]);
  });

  test('is forgotten when nothing is heard of them for a while', () => {
    const desk = firmDesk();
    look(desk, MARIA, 'writes');
    desk.clock.time = at('2026-11-23T09:00:30Z');
    expect(look(desk, ANNA, 'reads')).toHaveLength(1);
    desk.clock.time = at('2026-11-23T09:01:30Z');
    expect(look(desk, ANNA, 'reads')).toEqual([]);
  });
});

describe('the stamp of the shown ticket', () => {
  const stamp = (desk: Desk, selection = onStory(desk)) =>
    value(call(desk, 'look', { shown: STORY_TICKET, does: 'reads' }, { selection })).stamp;

  test('changes with any cell of its row, and only then', () => {
    const desk = firmDesk();
    const before = stamp(desk);
    expect(before).not.toBeNull();
    expect(stamp(desk)).toBe(before);
    desk.update(STORY_TICKET, { last_inbound_at: at('2026-11-23T08:59:00Z') });
    expect(stamp(desk)).not.toBe(before);
  });

  test('is none while the person stands elsewhere', () => {
    const desk = firmDesk();
    expect(stamp(desk, desk.place('T-2M8FD', 'status'))).toBeNull();
    expect(stamp(desk, { sheetId: SHEET_ID.settings, row: 5, column: 1 })).toBeNull();
  });
});

describe('articles', () => {
  const article = { id: 'vpn', language: 'en', title: 'How to use the VPN', body: 'Ask.', public: false };

  test('come in the participant’s language, each once, with those for the team marked', () => {
    const desk = openDesk();
    tellStory(desk, 'uk');
    desk.append('knowledge', [article]);
    const { articles } = value(call(desk, 'articles', { ticketId: STORY_TICKET }));
    const byId = new Map(articles.map((each) => [each.id, each]));
    expect(byId.size).toBe(articles.length);
    expect(byId.get('microphone')).toMatchObject({ language: 'uk', audience: 'everybody' });
    // There is none in Ukrainian, so the firm's own language it is.
    expect(byId.get('vpn')).toMatchObject({ language: 'en', audience: 'team' });
  });
});

describe('service calls', () => {
  const requests: { readonly [A in SidebarAction]: SidebarCalls[A]['takes'] } = {
    look: { shown: STORY_TICKET, does: 'reads' },
    conversation: { ticketId: STORY_TICKET },
    articles: { ticketId: STORY_TICKET },
    queueReply: {
      key: '1'.repeat(32),
      ticketId: STORY_TICKET,
      text: 'Reload.',
      template: '',
      resolve: true,
      to: 'requester',
    },
    addNote: { key: '2'.repeat(32), ticketId: STORY_TICKET, text: 'Note.' },
    setCell: { ticketId: STORY_TICKET, wish: { column: 'priority', to: 'low' } },
    relate: { ticketId: STORY_TICKET, wish: { how: 'merge', other: 'T-2M8FD' } },
    split: { key: '3'.repeat(32), ticketId: STORY_TICKET, messageId: 'm4' },
  };

  function costs(desk: Desk, action: SidebarAction): { readonly sheets: number; readonly all: number } {
    const names: string[] = [];
    desk.onCall = ({ name }) => names.push(name);
    value(call(desk, action, requests[action], { selection: onStory(desk) }));
    desk.onCall = () => undefined;
    return { sheets: names.filter((name) => name.startsWith('Sheets.')).length, all: names.length };
  }

  test.each([
    ['look', 1],
    ['conversation', 3],
    ['articles', 4],
    ['addNote', 4],
    ['queueReply', 5],
    ['setCell', 5],
    ['relate', 5],
    ['split', 8],
  ] as const)('%s asks the Sheets API %i times, however large the workbook is', (action, most) => {
    const small = firmDesk();
    const large = firmDesk();
    large.append(
      'tickets',
      Array.from({ length: 300 }, (_, index) => newTicket(`T-${String(10_000 + index)}`)),
    );
    large.append(
      'messages',
      Array.from({ length: 200 }, (_, index) => ({
        id: `x${index}`,
        ticket_id: index % 2 === 0 ? STORY_TICKET : 'T-2M8FD',
        at: at('2026-11-23T08:55:00Z'),
        direction: 'in' as const,
        class: 'human',
        text: `Message ${index}`,
      })),
    );
    const cost = costs(small, action);
    expect(cost.sheets).toBeLessThanOrEqual(most);
    expect(costs(large, action)).toEqual(cost);
  });
});
