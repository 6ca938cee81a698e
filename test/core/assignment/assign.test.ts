import { assign } from '../../../core/assignment/assign';
import type { Row } from '../../../core/workbook/rows';
import { asTheTrackerLeaves, changesOf, colleague, contextOf, duty, givenTo, newTicket } from './team-rows';

const LENA = colleague('Lena Wrona', { languages: ['pl', 'en'], skills: ['login', 'Dźwięk i obraz'] });
const OLENA = colleague('Olena Haj', { languages: ['uk', 'pl'], skills: ['Excel bez stresu'] });
const EWA = colleague('Ewa Kalina', { role: 'manager', skills: ['Faktura', 'certificate'] });
const ADAM = colleague('Adam Lis');

interface Case {
  readonly name: string;
  readonly team: readonly Row<'team'>[];
  readonly ticket?: Partial<Row<'tickets'>>;
  readonly others?: readonly Row<'tickets'>[];
  readonly rota?: readonly Row<'rota'>[];
  readonly gets: string;
  readonly because: string;
}

const CASES: readonly Case[] = [
  {
    name: 'who knows its category, by the machine word',
    team: [ADAM, LENA],
    ticket: { category: 'login' },
    gets: 'Lena Wrona',
    because: 'knows Login; nobody else fits as well; answers in English',
  },
  {
    name: 'who knows its category, by a label in another language',
    team: [ADAM, LENA],
    ticket: { category: 'sound_and_picture' },
    gets: 'Lena Wrona',
    because: 'knows Sound and picture; nobody else fits as well; answers in English',
  },
  {
    name: 'who knows its course',
    team: [ADAM, OLENA],
    ticket: { course: 'EXCEL bez stresu', language: 'pl' },
    gets: 'Olena Haj',
    because: 'knows the course EXCEL bez stresu; nobody else fits as well; answers in Polish',
  },
  {
    name: 'who answers in its language, though another knows the subject',
    team: [LENA, OLENA],
    ticket: { category: 'login', language: 'uk' },
    gets: 'Olena Haj',
    because: 'nobody else fits as well; answers in Ukrainian',
  },
  {
    name: 'a manager, where the manager is named for the category',
    team: [ADAM, EWA],
    ticket: { category: 'invoice' },
    gets: 'Ewa Kalina',
    because: 'knows Invoice; nobody else fits as well',
  },
  {
    name: 'no manager, where nothing names one',
    team: [ADAM, EWA],
    others: [newTicket('T-OLD01', { assignee: 'Adam Lis', assigned_why: 'Adam Lis: next in turn.' })],
    gets: 'Adam Lis',
    because: 'nobody else fits as well',
  },
  {
    name: 'who is on duty',
    team: [ADAM, colleague('Berta Mak')],
    rota: [duty('berta.mak@firm.example')],
    gets: 'Berta Mak',
    because: 'on duty now; nobody else fits as well',
  },
  {
    name: 'nobody whose duty is over',
    team: [ADAM, colleague('Berta Mak')],
    rota: [duty('berta.mak@firm.example', 'support', 0, 1)],
    gets: 'Adam Lis',
    because: 'has the fewest open: 0 tickets',
  },
  {
    name: 'who is on duty for its session, before everybody else',
    team: [LENA, EWA],
    ticket: { category: 'login', session_id: 'XL-01', priority: 'urgent' },
    rota: [duty('Ewa', 'xl-01'), duty('lena.wrona@firm.example')],
    gets: 'Ewa Kalina',
    because: 'on duty for session XL-01; on duty now; nobody else fits as well',
  },
  {
    name: 'nobody who is on duty for another session only',
    team: [ADAM, colleague('Pavlo Bondar', { role: 'trainer' })],
    ticket: { session_id: 'XL-02', priority: 'urgent' },
    rota: [duty('Pavlo', 'XL-01')],
    gets: 'Adam Lis',
    because: 'nobody else fits as well',
  },
  {
    name: 'nobody who is on duty for a session, when it is about none',
    team: [ADAM, colleague('Aleks Aas')],
    others: [newTicket('T-OLD01', { assignee: 'Adam Lis', assigned_why: 'Adam Lis: chosen by hand.' })],
    rota: [duty('Adam', 'xl-01')],
    gets: 'Aleks Aas',
    because: 'has the fewest open: 0 tickets',
  },
  {
    name: 'a trainer who is on duty for its session',
    team: [ADAM, colleague('Pavlo Bondar', { role: 'trainer' })],
    ticket: { session_id: 'XL-01' },
    rota: [duty('Pavlo', 'xl-01')],
    gets: 'Pavlo Bondar',
    because: 'on duty for session XL-01; on duty now; nobody else fits as well',
  },
  {
    name: 'who is on a duty that the firm calls by a name of its own',
    team: [ADAM, colleague('Pavlo Bondar', { role: 'trainer' })],
    rota: [duty('Pavlo', 'phone')],
    gets: 'Pavlo Bondar',
    because: 'on duty now; nobody else fits as well',
  },
  {
    name: 'who knows its subject rather than who is on duty, when it is not urgent',
    team: [ADAM, LENA],
    ticket: { category: 'login' },
    rota: [duty('adam.lis@firm.example')],
    gets: 'Lena Wrona',
    because: 'knows Login; nobody else fits as well; answers in English',
  },
  {
    name: 'who is on duty, when it is urgent',
    team: [ADAM, LENA],
    ticket: { category: 'login', priority: 'urgent' },
    rota: [duty('adam.lis@firm.example')],
    gets: 'Adam Lis',
    because: 'on duty now; nobody else fits as well',
  },
  {
    name: 'the substitute, who counts as the absent colleague',
    team: [ADAM, { ...LENA, absent_from: '2026-11-20', absent_until: '2026-11-23', substitute: 'ewa' }, EWA],
    ticket: { category: 'login' },
    gets: 'Ewa Kalina',
    because: 'in place of Lena Wrona, who is absent until 23 Nov 2026; knows Login; nobody else fits as well',
  },
  {
    name: 'the substitute of an absent substitute',
    team: [
      { ...LENA, absent_from: '2026-11-23', substitute: 'Berta Mak' },
      colleague('Berta Mak', { absent_until: '2026-12-01', substitute: 'Ewa Kalina' }),
      EWA,
    ],
    ticket: { category: 'login' },
    gets: 'Ewa Kalina',
    because: 'in place of Lena Wrona, who is absent; knows Login; nobody else fits as well',
  },
  {
    name: 'somebody whose absence begins tomorrow',
    team: [{ ...ADAM, absent_from: '2026-11-24' }],
    gets: 'Adam Lis',
    because: 'nobody else fits as well',
  },
  {
    name: 'somebody whose absence ended yesterday',
    team: [{ ...ADAM, absent_from: '2026-11-02', absent_until: '2026-11-22' }],
    gets: 'Adam Lis',
    because: 'nobody else fits as well',
  },
  {
    name: 'who has the fewest open; what is done does not count',
    team: [ADAM, colleague('Berta Mak')],
    others: [
      newTicket('T-OLD01', { assignee: 'Adam Lis', assigned_why: 'Adam Lis: next in turn.' }),
      newTicket('T-OLD02', { assignee: 'Berta Mak', status: 'resolved' }),
      newTicket('T-OLD03', { assignee: 'Berta Mak', status: 'spam' }),
    ],
    gets: 'Berta Mak',
    because: 'has the fewest open: 0 tickets',
  },
  {
    name: 'of equals the first by name, whatever the order of the tab',
    team: [colleague('Zofia Bąk'), ADAM, colleague('Berta Mak')],
    gets: 'Adam Lis',
    because: 'has the fewest open: 0 tickets',
  },
  {
    name: 'nobody who has as many as allowed',
    team: [{ ...LENA, max_open: 1 }, ADAM],
    ticket: { category: 'login' },
    others: [newTicket('T-OLD01', { assignee: 'Lena Wrona', assigned_why: 'Lena Wrona: next in turn.' })],
    gets: 'Adam Lis',
    because: 'nobody else fits as well',
  },
];

describe('a new ticket goes to', () => {
  test.each(CASES)('$name', ({ team, ticket, others = [], rota = [], gets, because }) => {
    const changes = changesOf([newTicket('T-NEW01', ticket), ...others], team, { rota });
    expect(changes).toEqual([
      { ticketId: 'T-NEW01', kind: 'given', from: '', assignee: gets, why: `${gets}: ${because}.` },
    ]);
  });

  test('everybody in turn, where the firm chose so: whoever got one longest ago', () => {
    const team = [colleague('Berta Mak'), ADAM, colleague('Cezary Wit')];
    const old = newTicket('T-OLD01', { assignee: 'Adam Lis', status: 'closed' });
    const waiting = ['T-1', 'T-2', 'T-3', 'T-4'].map((id) => newTicket(id));
    const changes = changesOf([old, ...waiting], team, { mode: 'round_robin' });
    expect(Object.values(givenTo(changes))).toEqual(['Berta Mak', 'Cezary Wit', 'Adam Lis', 'Berta Mak']);
    expect(changes[0]).toMatchObject({ why: 'Berta Mak: next in turn.' });
  });

  test('nobody, where the firm chose to do it by hand', () => {
    expect(changesOf([newTicket('T-1')], [ADAM], { mode: 'off' })).toEqual([]);
  });

  test.each([
    ['pl', 'Lena Wrona: zna się na: Logowanie; nikt inny nie pasuje tak dobrze; odpowiada po angielsku.'],
    [
      'uk',
      'Lena Wrona: знається на темі «Вхід»; ніхто інший не підходить так добре; відповідає англійською.',
    ],
  ] as const)('somebody, with the reason in the language of the firm: %s', (language, why) => {
    const changes = changesOf([newTicket('T-1', { category: 'login' })], [ADAM, LENA], { language });
    expect(changes).toEqual([expect.objectContaining({ why })]);
  });
});

test('when nobody fits, everybody’s reason is told and the ticket stays empty', () => {
  const team = [
    { ...LENA, absent_from: '2026-11-20' },
    colleague('Berta Mak', { active: false }),
    colleague('Dora Ton', { languages: ['pl'] }),
    colleague('Emil Rys', { max_open: 0 }),
    EWA,
  ];
  expect(changesOf([newTicket('T-1', { category: 'login' })], team)).toEqual([
    {
      ticketId: 'T-1',
      kind: 'nobody-fits',
      refusals: [
        { name: 'Lena Wrona', reason: 'absent' },
        { name: 'Berta Mak', reason: 'left' },
        { name: 'Dora Ton', reason: 'language' },
        { name: 'Emil Rys', reason: 'full' },
        { name: 'Ewa Kalina', reason: 'other-work' },
      ],
    },
  ]);
});

test('substitutes who stand in for each other while both are absent are nobody', () => {
  const team = [
    colleague('Adam Lis', { absent_from: '2026-11-20', substitute: 'Berta Mak' }),
    colleague('Berta Mak', { absent_from: '2026-11-20', substitute: 'Adam Lis' }),
  ];
  expect(changesOf([newTicket('T-1')], team)).toEqual([expect.objectContaining({ kind: 'nobody-fits' })]);
});

describe('what a person chose stays', () => {
  test.each([
    ['who is there', ADAM, 'by-hand', 'Adam Lis: chosen by hand.'],
    [
      'who is absent',
      { ...ADAM, absent_from: '2026-11-20', substitute: 'Lena' },
      'by-hand-anyway',
      'Adam Lis: chosen by hand although not available.',
    ],
    [
      'who has left',
      { ...ADAM, active: false },
      'by-hand-anyway',
      'Adam Lis: chosen by hand although not available.',
    ],
  ] as const)('%s', (_, adam, choice, why) => {
    const ticket = newTicket('T-1', { assignee: 'Adam Lis', assigned_why: 'Lena Wrona: next in turn.' });
    const changes = changesOf([ticket], [adam, LENA]);
    expect(changes).toEqual([{ ticketId: 'T-1', kind: 'chosen-by-hand', assignee: 'Adam Lis', choice, why }]);
    expect(changesOf(asTheTrackerLeaves([ticket], changes), [adam, LENA])).toEqual([]);
  });

  test('also an emptied cell', () => {
    const ticket = newTicket('T-1', { assigned_why: 'Lena Wrona: next in turn.' });
    const changes = changesOf([ticket], [LENA]);
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'chosen-by-hand', choice: 'emptied', assignee: '' }),
    ]);
    expect(changesOf(asTheTrackerLeaves([ticket], changes), [LENA])).toEqual([]);
  });

  test('also when the firm changes its language afterwards', () => {
    const ticket = newTicket('T-1', { assignee: 'Adam Lis', assigned_why: '' });
    const absent = { ...ADAM, absent_from: '2026-11-20', substitute: 'Lena' };
    const chosen = asTheTrackerLeaves([ticket], changesOf([ticket], [absent, LENA], { language: 'pl' }));
    expect(changesOf(chosen, [absent, LENA], { language: 'uk' })).toEqual([]);
  });
});

describe('a name in the cell', () => {
  test.each([
    ['lena'],
    ['LENA WRONA'],
    ['Wrona Lena'],
    ['lena.wrona@firm.example'],
    ['Lena <Lena.Wrona@firm.example>'],
    ['Lena Wrnoa'],
    ['wrna'],
    ['lena.wrona'],
  ])('“%s” is put right', (written) => {
    const ticket = newTicket('T-1', { assignee: written });
    expect(changesOf([ticket], [LENA, ADAM])).toEqual([
      expect.objectContaining({ kind: 'chosen-by-hand', assignee: 'Lena Wrona' }),
    ]);
  });

  test.each([
    ['Gustaw', []],
    ['gustaw@elsewhere.example', []],
    ['Anna', ['Anna Bór', 'Anna Lis']],
  ])('“%s” is left as it is and reported', (written, couldBe) => {
    const team = [LENA, colleague('Anna Bór'), colleague('Anna Lis')];
    expect(changesOf([newTicket('T-1', { assignee: written })], team)).toEqual([
      { ticketId: 'T-1', kind: 'unknown-name', written, couldBe },
    ]);
  });
});

describe('a ticket of somebody who', () => {
  const mine = (more: Partial<Row<'tickets'>> = {}): Row<'tickets'> =>
    newTicket('T-1', { assignee: 'Lena Wrona', assigned_why: 'Lena Wrona: next in turn.', ...more });

  test.each([
    [
      'became absent',
      { absent_from: '2026-11-23', absent_until: '2026-11-30' },
      'who is absent until 30 Nov 2026',
    ],
    ['left', { active: false }, 'who is no longer active'],
  ])('%s goes to the substitute, whatever else the substitute does', (_, change, words) => {
    const team = [{ ...LENA, ...change, substitute: 'Ewa Kalina' }, EWA, ADAM];
    expect(changesOf([mine()], team)).toEqual([
      {
        ticketId: 'T-1',
        kind: 'given',
        from: 'Lena Wrona',
        assignee: 'Ewa Kalina',
        why: `Ewa Kalina: in place of Lena Wrona, ${words}.`,
      },
    ]);
  });

  test('became absent without a substitute goes to whoever fits', () => {
    const team = [{ ...LENA, absent_from: '2026-11-23' }, ADAM];
    expect(givenTo(changesOf([mine()], team))).toEqual({ 'T-1': 'Adam Lis' });
  });

  test('became absent waits for the return while it waits for the participant', () => {
    const team = [{ ...LENA, absent_from: '2026-11-23' }, ADAM];
    expect(changesOf([mine({ status: 'waiting_participant' })], team)).toEqual([]);
  });

  test('left does not wait', () => {
    const team = [{ ...LENA, active: false }, ADAM];
    expect(givenTo(changesOf([mine({ status: 'waiting_participant' })], team))).toEqual({
      'T-1': 'Adam Lis',
    });
  });

  test('became absent stays where it is when nobody fits', () => {
    expect(changesOf([mine()], [{ ...LENA, absent_from: '2026-11-23' }])).toEqual([
      expect.objectContaining({ kind: 'nobody-fits' }),
    ]);
  });

  test('became absent, and that a person gave back, stays', () => {
    const team = [{ ...LENA, absent_from: '2026-11-23', substitute: 'Adam Lis' }, ADAM];
    const handedOver = asTheTrackerLeaves([mine()], changesOf([mine()], team));
    const givenBack = handedOver.map((ticket) => ({ ...ticket, assignee: 'Lena Wrona' }));
    const settled = asTheTrackerLeaves(givenBack, changesOf(givenBack, team));
    expect(settled[0]?.assignee).toBe('Lena Wrona');
    expect(changesOf(settled, team)).toEqual([]);
  });
});

test('everybody’s load is told with the changes counted in', () => {
  const tickets = [
    newTicket('T-1'),
    newTicket('T-2'),
    newTicket('T-3', { assignee: 'adam', status: 'on_hold' }),
  ];
  const { open } = assign(tickets, contextOf([ADAM, colleague('Berta Mak')]));
  expect(Array.from(open)).toEqual([
    ['Adam Lis', 2],
    ['Berta Mak', 1],
  ]);
});
