/**
 * What strangers and curious colleagues can make the script do: google.script.run calls any global function with any
 * plain value. Run against the uploaded bundle.
 */
import type { SheetUser } from '../../local-sheet/contract';
import { furnishFirm, STORY_TICKET, tellStory } from '../apps-script/support/believable';
import { builtProject } from '../apps-script/support/bundle';
import { ANNA, at, bareDesk, type Desk, newTicket, openDesk, setUpDesk } from '../apps-script/support/desk';
import { call, NOWHERE, value } from '../apps-script/support/sidebar-call';

/** Whoever opens the published page: Google does not name them to the script. */
const VISITOR: SheetUser = { email: '', locale: 'en' };
const OUTSIDER: SheetUser = { email: 'eve@elsewhere.example', locale: 'en' };
const KEY = 'f'.repeat(32);

const FUNCTIONS = Array.from(builtProject().code.matchAll(/^function (\w+)\(/gm), ([, name]) => name ?? '');

function firmDesk(): Desk {
  const desk = openDesk();
  // By the founder, and so before there is a team: it links the add-on to this workbook.
  desk.host.run('setUp');
  furnishFirm(desk, tellStory(desk, 'en'));
  desk.append('tickets', [newTicket('T-0CA5E')]);
  return desk;
}

const contentOf = (desk: Desk): string =>
  JSON.stringify(desk.service.get(desk.spreadsheetId, { includeGridData: true }));

/** One for all tests in which nothing may change; each of them looks whether it did. */
const desk = firmDesk();
const before = contentOf(desk);
const expectNothingChanged = (): void => expect(contentOf(desk) === before).toBe(true);

interface Tried {
  readonly returned: unknown;
  readonly failed: string;
  readonly serviceCalls: number;
}

/** As a page calls: what the script throws, the page gets as an error. */
function tryCall(desk: Desk, user: SheetUser, name: string, args: readonly unknown[]): Tried {
  try {
    const { returned, serviceCalls } = desk.host.runFromPage(user, name, args, NOWHERE);
    return { returned, failed: '', serviceCalls };
  } catch (error) {
    return { returned: undefined, failed: String(error), serviceCalls: 0 };
  }
}

describe('a visitor of the published page', () => {
  const argumentsOf: Readonly<Record<string, readonly unknown[]>> = {
    tick: [{ triggerUid: '1234567890', authMode: 'FULL' }],
    doGet: [{ parameter: { stop: KEY } }],
    onEdit: [{ range: { row: 3, column: 1 }, value: '=1+1' }],
    sidebarCall: [{ action: 'conversation', ticketId: STORY_TICKET }],
    dialogCall: [{ action: 'forecast', days: 7 }],
    portalCall: [{ action: 'stop', token: KEY }],
    addOnHome: [{ commonEventObject: {} }],
    addOnMail: [{ gmail: { messageId: KEY, accessToken: KEY } }],
    addOnCall: [
      { commonEventObject: { parameters: { action: 'ticket', ticketId: STORY_TICKET, how: 'push' } } },
    ],
  };

  test('is offered the functions that are tried here', () => {
    expect(FUNCTIONS).toEqual(expect.arrayContaining([...Object.keys(argumentsOf), 'setUp', 'about']));
  });

  test.each(FUNCTIONS)('changes nothing and learns nothing of the firm by calling %s', (name) => {
    const { returned, failed } = tryCall(desk, VISITOR, name, argumentsOf[name] ?? []);
    expectNothingChanged();
    expect(`${JSON.stringify(returned ?? null)} ${failed}`).not.toMatch(
      /client\.example|firma\.example|Olena/,
    );
  });

  test.each(['setUp', 'tick'])('cannot start %s in a workbook that nobody has furnished yet', (name) => {
    for (const fresh of [bareDesk(), openDesk()]) {
      const empty = contentOf(fresh);
      tryCall(fresh, VISITOR, name, argumentsOf[name] ?? []);
      expect(contentOf(fresh)).toBe(empty);
    }
  });

  test('makes the tick do no work at all, while the clock does', () => {
    const running = setUpDesk();
    running.append('tickets', [newTicket('T-5TALE')]);
    expect(tryCall(running, VISITOR, 'tick', [{ triggerUid: 'x' }]).serviceCalls).toBeLessThanOrEqual(2);
    expect(running.ticket('T-5TALE').row.sla_state).toBe('');
    running.clock.time = at('2026-11-23T09:20:00Z');
    expect(running.host.runDueTriggers().length).toBeGreaterThan(0);
    expect(running.ticket('T-5TALE').row.sla_state).not.toBe('');
  });

  test.each([
    'answerSidebar',
    'runTick',
    'google',
    'constructor',
    '__proto__',
    'eval',
    'toString',
    'Rowdesk.tick',
    'tick_',
  ])('finds no function %s', (name) => {
    expect(tryCall(desk, VISITOR, name, []).failed).toMatch(/not a function/);
  });
});

/** By name: what stands for an action, with what comes along. */
const PROTOTYPES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', ''];
const TYPES: readonly unknown[] = [
  null,
  true,
  7,
  'conversation',
  [],
  [[]],
  {},
  { action: null },
  { action: ['look'] },
  { action: { toString: 'look' } },
];
const HUGE = 'x'.repeat(1_000_000);

describe.each(['sidebarCall', 'dialogCall', 'portalCall'])('%s refuses', (name) => {
  test.each(
    [...PROTOTYPES.map((action) => ({ action })), ...TYPES].map((request) => [
      JSON.stringify(request),
      request,
    ]),
  )('%s', (_shown, request) => {
    const { returned, failed } = tryCall(desk, ANNA, name, [request]);
    expect(failed).toBe('');
    expect(returned).toMatchObject({ ok: false });
    if (name !== 'portalCall') expect(returned).toMatchObject({ refusal: 'unknown-request' });
    expectNothingChanged();
  });

  test('a name that is a megabyte long, and says none of it back', () => {
    const { returned } = tryCall(desk, ANNA, name, [{ action: HUGE }]);
    expect(returned).toMatchObject({ ok: false });
    expect(JSON.stringify(returned).length).toBeLessThan(1_000);
  });

  test('what hides its action in a prototype, and nothing of it stays behind', () => {
    const hidden: unknown = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    expect(tryCall(desk, ANNA, name, [hidden]).returned).toMatchObject({ ok: false });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(tryCall(desk, ANNA, name, [{}]).returned).toMatchObject({ ok: false });
  });

  test('nothing at all', () => {
    expect(tryCall(desk, ANNA, name, []).returned).toMatchObject({ ok: false });
  });
});

describe('the sidebar refuses a request of a colleague that no page makes', () => {
  const reply = {
    key: KEY,
    ticketId: STORY_TICKET,
    text: 'Hi',
    template: '',
    resolve: false,
    to: 'requester',
  };

  test.each<[string, unknown]>([
    ['a ticket of a prototype’s name', { action: 'conversation', ticketId: '__proto__' }],
    ['a ticket that is a list', { action: 'conversation', ticketId: [STORY_TICKET] }],
    ['a ticket of a megabyte', { action: 'conversation', ticketId: HUGE }],
    ['an answer of a megabyte', { action: 'queueReply', ...reply, text: HUGE }],
    ['an answer that is no text', { action: 'queueReply', ...reply, text: { length: 1 } }],
    ['an answer to an address', { action: 'queueReply', ...reply, to: 'eve@evil.test' }],
    ['an answer to whoever is asked for', { action: 'queueReply', ...reply, to: 'everybody' }],
    ['a template of a prototype’s name', { action: 'queueReply', ...reply, template: 'constructor' }],
    ['a key that a person chose', { action: 'queueReply', ...reply, key: 'ack:T-0CA5E' }],
    [
      'a note under the key of a mail',
      { action: 'addNote', key: `../${KEY}`, ticketId: STORY_TICKET, text: 'x' },
    ],
    [
      'a column of the bridge',
      { action: 'setCell', ticketId: STORY_TICKET, wish: { column: 'requester_email', to: 'eve@evil.test' } },
    ],
    [
      'a status that there is not',
      { action: 'setCell', ticketId: STORY_TICKET, wish: { column: 'status', to: '=1+1' } },
    ],
    [
      'an assignee who is nobody',
      { action: 'setCell', ticketId: STORY_TICKET, wish: { column: 'assignee', to: '=1+1' } },
    ],
    [
      'a day that is none',
      { action: 'setCell', ticketId: STORY_TICKET, wish: { column: 'hold_until', to: '2026-99-99' } },
    ],
    [
      'a merge with a prototype',
      { action: 'relate', ticketId: STORY_TICKET, wish: { how: 'merge', other: '__proto__' } },
    ],
    ['a split of another ticket’s mail', { action: 'split', key: KEY, ticketId: 'T-0CA5E', messageId: 'm4' }],
  ])('%s', (_what, request) => {
    const { returned, failed } = tryCall(desk, ANNA, 'sidebarCall', [request]);
    expect(failed).toBe('');
    expect(returned).toMatchObject({ ok: false });
    expectNothingChanged();
    // Nothing that was sent in comes back at length.
    expect(JSON.stringify(returned).length).toBeLessThan(1_000);
  });

  test('an answer is written to the requester whatever else the request names, in the name of whom Google names', () => {
    const own = firmDesk();
    const asked = {
      action: 'queueReply',
      ...reply,
      requester_email: 'eve@evil.test',
      createdBy: 'boss@firm.test',
      state: 'sent',
    };
    expect(tryCall(own, ANNA, 'sidebarCall', [asked]).returned).toMatchObject({ ok: true });
    const written = own.rows('outbox').find(({ key }) => key.includes(KEY));
    expect(written).toMatchObject({
      to: own.ticket(STORY_TICKET).row.requester_email,
      created_by: ANNA.email,
      state: 'queued',
    });
  });
});

describe('somebody who may open the Sheet and is not of the team', () => {
  test.each(['sidebarCall', 'dialogCall'])('gets nothing from %s', (name) => {
    for (const action of ['conversation', 'queueReply', 'forecast', 'previewStart', 'importRows']) {
      const { returned } = tryCall(desk, OUTSIDER, name, [{ action, ticketId: STORY_TICKET, days: 7 }]);
      expect(returned).toMatchObject({ ok: false });
      expect(JSON.stringify(returned)).not.toContain('client.example');
    }
    expectNothingChanged();
  });
});

describe('templates around a stranger’s words', () => {
  const HOSTILE = [
    '{{ firm.name }}',
    '{% for i in (1..9) %}x{% endfor %}',
    '{% raw %}',
    '{{ "x" | upcase }}',
    '{{',
    '=1+1',
  ];

  test.each(HOSTILE)('%s in name, subject and answer stays as it was written', (hostile) => {
    const own = openDesk();
    own.append('tickets', [newTicket('T-E71E1', { subject: hostile, requester_name: hostile })]);
    own.append('templates', [
      {
        key: 'shows_all',
        language: 'en',
        subject: 'Re: {{ ticket.subject }}',
        body: '{{ person.name }}|{{ answer }}|',
      },
    ]);
    value(
      call(own, 'queueReply', {
        key: KEY,
        ticketId: 'T-E71E1',
        text: hostile,
        template: 'shows_all',
        resolve: false,
        to: 'requester',
      }),
    );
    const written = own.rows('outbox').find(({ ticket_id }) => ticket_id === 'T-E71E1');
    expect(written).toMatchObject({ subject: `Re: ${hostile} [#T-E71E1]`, body: `${hostile}|${hostile}|` });
  });
});
