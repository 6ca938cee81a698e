/** Letters to the colleague whose turn it is, as the built tracker puts them into the Outbox. */
import type { MailReaders } from '../../core/workbook/choices';
import type { Row, RowChange } from '../../core/workbook/rows';
import { ask, ID, LATER, OLA, OTHER } from './support/command-desk';
import { ANNA, at, type Desk, newTicket, openDesk } from './support/desk';
import { call } from './support/sidebar-call';

const TOM = 'tom@firma.example';
const TEAM: readonly RowChange<'team'>[] = [
  { email: ANNA.email, name: 'Anna Zielińska', role: 'support', active: true },
  { email: OLA, name: 'Ola Nowak', role: 'trainer', languages: ['pl'], active: true },
  { email: TOM, name: 'Tom Wrona', role: 'trainer', languages: ['uk'], active: true },
];
const AWAY = { absent_from: '2026-11-01', absent_until: '2026-12-31' };
const ASKED = 'Where is the link?';

let count = 0;
function said(desk: Desk, text: string, more: RowChange<'messages'> = {}): void {
  count++;
  desk.append('messages', [
    {
      id: `in:${count}`,
      ticket_id: ID,
      at: at('2026-11-23T08:00:00Z'),
      direction: 'in',
      class: 'human',
      from: 'Olena Kovalenko <olena@client.example>',
      text,
      ...more,
    },
  ]);
}

function choose(desk: Desk, key: string, value: string): void {
  const rows = desk.rows('settings');
  desk.emptyTable('settings');
  desk.append('settings', [...rows.filter((row) => row.key !== key), { key, value }]);
}

interface Firm {
  readonly team?: readonly RowChange<'team'>[];
  readonly readers?: MailReaders;
  readonly ticket?: RowChange<'tickets'>;
}

/** A ticket in which somebody has asked a question, brought up to date once. */
function firm({ team = TEAM, readers, ticket = {} }: Firm = {}): Desk {
  const desk = openDesk();
  desk.append('team', team);
  choose(desk, 'assignment', 'off');
  if (readers) choose(desk, 'mail_tickets_to', readers);
  desk.append('tickets', [newTicket(ID, { subject: 'Re: Odp: The link', ...ticket })]);
  said(desk, ASKED);
  desk.host.run('tick');
  desk.clock.time = LATER;
  return desk;
}

function writes(desk: Desk, time: string, text: string): void {
  const moment = at(`2026-11-23T${time}:00Z`);
  said(desk, text, { at: moment });
  desk.update(ID, { last_inbound_at: moment });
  if (desk.clock.time < moment) desk.clock.time = moment;
}

const letters = (desk: Desk): readonly Row<'outbox'>[] =>
  desk.rows('outbox').filter(({ kind }) => kind === 'assignment');
const toWhom = (desk: Desk): string[] => letters(desk).map(({ to, template }) => `${template} ${to}`);

describe('the colleague is told', () => {
  test('of a ticket that the rules give out, in the run that gives it out, once', () => {
    const desk = openDesk();
    desk.append('team', [{ ...TEAM[1], role: 'support' }]);
    choose(desk, 'mail_tickets_to', 'everybody');
    desk.append('tickets', [newTicket(ID, { subject: 'Re: Odp: The link', language: 'pl' })]);
    said(desk, ASKED);
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.ticket(ID).row.assignee).toBe('Ola Nowak');
    expect(letters(desk)).toMatchObject([
      {
        ticket_id: ID,
        to: OLA,
        subject: `[#${ID}] The link`,
        template: 'assignment',
        language: 'pl',
        state: 'queued',
        created_by: 'Rowdesk',
      },
    ]);
    expect(letters(desk)[0]?.body).toContain(ASKED);
  });

  test('of a ticket that somebody gives out in the sheet', () => {
    const desk = firm();
    expect(letters(desk)).toEqual([]);
    desk.type(ID, 'assignee', 'Ola Nowak');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`]);
  });

  test.each([
    ['of somebody else', 'Ola Nowak', ANNA.email, OLA],
    ['of their own, because they may want to answer by mail', 'Ola Nowak', OLA, OLA],
  ])('of a ticket that the sidebar has given out before the tick came: %s', (_, to, user, told) => {
    const desk = firm({
      team: TEAM.map((row) => (row.email === user ? { ...row, role: 'admin' } : row)),
      readers: 'everybody',
    });
    const wish = { column: 'assignee', to } as const;
    expect(
      call(desk, 'setCell', { ticketId: ID, wish }, { user: { email: user, locale: 'en' } }),
    ).toMatchObject({
      ok: true,
    });
    expect(letters(desk)).toEqual([]);
    desk.host.run('tick');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${told}`]);
  });

  test('of a ticket that the sidebar gives out before any tick has seen it', () => {
    const desk = openDesk();
    desk.append('team', TEAM);
    choose(desk, 'assignment', 'off');
    desk.append('tickets', [newTicket(ID)]);
    said(desk, ASKED);
    const wish = { column: 'assignee', to: 'Ola Nowak' } as const;
    expect(call(desk, 'setCell', { ticketId: ID, wish })).toMatchObject({ ok: true });
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`]);
  });

  test('of a ticket that a colleague gives out by mail', () => {
    const desk = firm({ ticket: { assignee: 'Ola Nowak' } });
    ask(desk, 'assignee', 'Tom Wrona');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`, `assignment ${TOM}`]);
    expect(letters(desk)[1]?.language).toBe('uk');
  });

  test('each time that it is handed on, and again when it comes back', () => {
    const desk = firm({ ticket: { assignee: 'Ola Nowak' } });
    for (const name of ['Tom Wrona', '', 'Tom Wrona', 'Ola Nowak']) {
      desk.type(ID, 'assignee', name);
      desk.host.run('tick');
    }
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`, `assignment ${TOM}`, `assignment ${OLA}`]);
    expect(new Set(letters(desk).map(({ key }) => key)).size).toBe(3);
  });

  test('each time that the participant writes, under one subject, the newest message on top', () => {
    const desk = firm({ ticket: { assignee: 'Ola Nowak' } });
    said(desk, 'Here it is.', { direction: 'out', class: '', from: 'Ola', at: at('2026-11-23T09:08:00Z') });
    desk.update(ID, { last_outbound_at: at('2026-11-23T09:08:00Z') });
    desk.clock.time = at('2026-11-23T09:09:00Z');
    desk.host.run('tick');
    expect(letters(desk)).toHaveLength(1);
    writes(desk, '09:10', 'It does not open.');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`, `assignment_again ${OLA}`]);
    expect(new Set(letters(desk).map(({ subject }) => subject))).toEqual(new Set([`[#${ID}] The link`]));
    const body = letters(desk)[1]?.body ?? '';
    expect(body.indexOf('It does not open.')).toBeGreaterThan(0);
    expect(body.indexOf('> Here it is.')).toBeGreaterThan(body.indexOf('It does not open.'));
    expect(body).toContain(`> ${ASKED}`);
  });

  test('when a ticket that is done comes back to life, as whoever has it by then', () => {
    const desk = firm({ ticket: { assignee: 'Ola Nowak' } });
    desk.type(ID, 'status', 'Resolved');
    desk.host.run('tick');
    desk.type(ID, 'assignee', 'Tom Wrona');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`]);
    writes(desk, '09:30', 'It is broken again.');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`, `assignment ${TOM}`]);
  });

  test('when the day comes up to which they have put it off by mail, once', () => {
    const desk = firm({ ticket: { assignee: 'Ola Nowak', language: 'pl' } });
    ask(desk, 'hold_until', '2026-11-26');
    desk.host.run('tick');
    expect(desk.ticket(ID).row.status).toBe('on_hold');
    expect(letters(desk)).toHaveLength(1);
    desk.clock.time = at('2026-11-26T07:00:00Z');
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.ticket(ID).row.status).toBe('open');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`, `assignment ${OLA}`]);
    expect(letters(desk)[1]?.body).toContain('W toku (było odłożone do 26.11.2026)');
    writes(desk, '09:00', 'And now?');
    desk.update(ID, { last_inbound_at: at('2026-11-26T07:30:00Z') });
    desk.clock.time = at('2026-11-26T07:31:00Z');
    desk.host.run('tick');
    expect(toWhom(desk).slice(2)).toEqual([`assignment_again ${OLA}`]);
    expect(letters(desk)[2]?.body).not.toContain('odłożone');
  });

  test('in the ticket in which a merged one goes on, with what was written in both', () => {
    const desk = firm({ ticket: { assignee: 'Ola Nowak' } });
    desk.append('tickets', [newTicket(OTHER, { assignee: 'Tom Wrona' })]);
    said(desk, 'The other matter.', { ticket_id: OTHER });
    desk.host.run('tick');
    desk.type(OTHER, 'merged_into', ID);
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`, `assignment ${TOM}`]);
    writes(desk, '09:30', 'Both at once, please.');
    desk.host.run('tick');
    expect(toWhom(desk).slice(2)).toEqual([`assignment_again ${OLA}`]);
    expect(letters(desk)[2]?.body).toContain('The other matter.');
  });

  test('with the words of a Messages tab that somebody sorts at this very moment', () => {
    const desk = firm();
    for (const id of ['T-2A2A2', 'T-3B3B3']) said(desk, `Somebody else’s words in ${id}`, { ticket_id: id });
    desk.type(ID, 'assignee', 'Ola Nowak');
    let reads = 0;
    desk.onCall = ({ name }) => {
      if (name !== 'Sheets.Spreadsheets.Values.batchGetByDataFilter' || ++reads !== 3) return;
      const rows = desk.rows('messages');
      desk.emptyTable('messages');
      desk.append('messages', [...rows].reverse());
    };
    desk.host.run('tick');
    expect(letters(desk)[0]?.body).toContain(ASKED);
    expect(letters(desk)[0]?.body).not.toContain('Somebody else’s words');
  });
});

describe('nobody is told', () => {
  test.each<[string, Firm]>([
    ['by a firm that wants no such letters', { readers: 'nobody', ticket: { assignee: 'Ola Nowak' } }],
    ['who is no trainer, where trainers are told', { ticket: { assignee: 'Anna Zielińska' } }],
    [
      'without an address',
      { team: [{ name: 'Eva', role: 'trainer', active: true }], ticket: { assignee: 'Eva' } },
    ],
    ['whose name nobody knows', { readers: 'everybody', ticket: { assignee: 'Zygfryd' } }],
    ['of a question that they ask themselves', { ticket: { assignee: 'Ola Nowak', requester_email: OLA } }],
    ['of a matter that has no participant', { ticket: { assignee: 'Ola Nowak', requester_email: '' } }],
    [
      'while all are away who could stand in',
      {
        team: [
          { email: OLA, name: 'Ola', role: 'trainer', active: true, ...AWAY, substitute: 'Tom' },
          { email: TOM, name: 'Tom', role: 'trainer', active: true, ...AWAY, substitute: 'Ola' },
        ],
        ticket: { assignee: 'Ola' },
      },
    ],
    [
      'of a ticket that somebody brought from elsewhere',
      { ticket: { status: 'open', assignee: 'Ola Nowak' } },
    ],
    ['of a ticket that waits', { ticket: { status: 'waiting_participant', assignee: 'Ola Nowak' } }],
    ['of a ticket that is resolved', { ticket: { status: 'resolved', assignee: 'Ola Nowak' } }],
  ])('%s', (_, how) => {
    const desk = firm(how);
    desk.host.run('tick');
    expect(letters(desk)).toEqual([]);
  });

  test('of what was there when the firm began with such letters', () => {
    const desk = firm({ readers: 'nobody', ticket: { assignee: 'Ola Nowak' } });
    choose(desk, 'mail_tickets_to', 'everybody');
    desk.host.run('tick');
    expect(letters(desk)).toEqual([]);
    writes(desk, '09:30', 'And now?');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`]);
  });
});

test('where everybody is told, support is told too', () => {
  expect(toWhom(firm({ readers: 'everybody', ticket: { assignee: 'Anna Zielińska' } }))).toEqual([
    `assignment ${ANNA.email}`,
  ]);
});

test('the substitute of a substitute is asked, in the name of whoever is away', () => {
  const desk = firm({
    team: [
      { email: OLA, name: 'Ola Nowak', role: 'trainer', active: true, ...AWAY, substitute: 'Tom Wrona' },
      { email: TOM, name: 'Tom Wrona', role: 'trainer', active: true, ...AWAY, substitute: 'Anna Zielińska' },
      { email: ANNA.email, name: 'Anna Zielińska', role: 'support', languages: ['en'], active: true },
    ],
    ticket: { assignee: 'Ola Nowak' },
  });
  expect(toWhom(desk)).toEqual([`substitute_asked ${ANNA.email}`]);
  expect(letters(desk)[0]?.body).toContain('Ola Nowak is away');
});

describe('a workbook from before there were such letters', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `T-${String(20_000 + index)}`);
  const older = (): Desk => {
    const desk = openDesk();
    desk.append('team', TEAM);
    choose(desk, 'assignment', 'off');
    choose(desk, 'mail_tickets_to', 'nobody');
    desk.append(
      'tickets',
      ids.map((id, index) => newTicket(id, { assignee: index % 4 === 0 ? '' : 'Ola Nowak' })),
    );
    desk.host.run('tick');
    // As the older program left them.
    const before = desk
      .rows('tickets')
      .map((row) => ({ ...row, seen: row.seen.replace(/,"w":"[^"]*"/, '') }));
    desk.emptyTable('tickets');
    desk.append('tickets', before);
    choose(desk, 'mail_tickets_to', 'everybody');
    desk.clock.time = LATER;
    return desk;
  };

  test('sends nothing for two hundred tickets that lie there, and what happens from then on is told', () => {
    const desk = older();
    const moment = at('2026-11-23T09:06:30Z');
    // In the very minute of the upgrade.
    desk.update('T-20003', { last_inbound_at: moment });
    desk.host.run('tick');
    expect(letters(desk).map(({ ticket_id }) => ticket_id)).toEqual(['T-20003']);
    desk.host.run('tick');
    expect(letters(desk)).toHaveLength(1);
    const wish = { column: 'assignee', to: 'Tom Wrona' } as const;
    for (const ticketId of ['T-20000', 'T-20001'])
      expect(call(desk, 'setCell', { ticketId, wish })).toMatchObject({ ok: true });
    desk.host.run('tick');
    expect(
      letters(desk)
        .slice(1)
        .map(({ ticket_id, to }) => [ticket_id, to]),
    ).toEqual([
      ['T-20000', TOM],
      ['T-20001', TOM],
    ]);
  });
});

describe('a run that ends in the middle', () => {
  test.each([
    ['before it writes', true],
    ['right after it has written', false],
  ])('%s: the letter is there once after the next run', (_, isBefore) => {
    const desk = firm();
    desk.type(ID, 'assignee', 'Ola Nowak');
    let written = false;
    desk.onCall = ({ name }) => {
      if (isBefore ? name.endsWith('batchUpdate') : written)
        throw new Error('Exceeded maximum execution time');
      if (name.endsWith('batchUpdate')) written = true;
    };
    expect(() => desk.host.run('tick')).toThrow('Exceeded maximum execution time');
    expect(letters(desk)).toHaveLength(isBefore ? 0 : 1);
    desk.onCall = () => undefined;
    desk.host.run('tick');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`]);
  });

  test('and one whose ticket somebody puts off meanwhile: nobody is told before it is to be worked on again', () => {
    const desk = firm();
    desk.type(ID, 'assignee', 'Ola Nowak');
    let reads = 0;
    desk.onCall = ({ name }) => {
      // The places of the rows are looked up last, after the conversation.
      if (name === 'Sheets.Spreadsheets.Values.batchGetByDataFilter' && ++reads === 4) {
        desk.type(ID, 'status', 'Waiting for vendor');
      }
    };
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.ticket(ID).row.status).toBe('waiting_vendor');
    expect(letters(desk)).toEqual([]);
    desk.type(ID, 'status', 'Open');
    desk.host.run('tick');
    expect(toWhom(desk)).toEqual([`assignment ${OLA}`]);
  });
});

test('a run with letters makes one call more than one without, however many they are', () => {
  const desk = firm();
  const ids = Array.from({ length: 30 }, (_, index) => `T-${String(30_000 + index)}`);
  desk.append(
    'tickets',
    ids.map((id) => newTicket(id, { assignee: 'Ola Nowak' })),
  );
  ids.forEach((ticket_id) => {
    said(desk, `Words of ${ticket_id}`, { ticket_id });
  });
  const { serviceCalls } = desk.host.run('tick');
  expect(letters(desk)).toHaveLength(ids.length);
  for (const { ticket_id, body } of letters(desk)) {
    expect(ids.filter((id) => body.includes(`Words of ${id}`))).toEqual([ticket_id]);
  }
  ids.forEach((id) => {
    desk.update(id, { priority: 'high' });
  });
  expect(serviceCalls).toBe(desk.host.run('tick').serviceCalls + 1);
});
