/** An out-of-office in answer to a letter of ours: who is asked instead, and what people see of it. */
import type { Row, RowChange } from '../../core/workbook/rows';
import { ask, ID, LATER, MAIL, OLA, OTHER, stateOf } from './support/command-desk';
import { ANNA, at, type Desk, newTicket, openDesk } from './support/desk';

const TOM = 'tom@firma.example';
const EWA = 'ewa@firma.example';
const TEAM: readonly RowChange<'team'>[] = [
  { email: ANNA.email, name: 'Anna Zielińska', role: 'manager', active: true },
  {
    email: OLA,
    name: 'Ola Nowak',
    role: 'trainer',
    substitute: 'Tom Wrona',
    other_emails: ['ola@private.example'],
    active: true,
  },
  { email: TOM, name: 'Tom Wrona', role: 'trainer', active: true },
];

/** Ola has been told of her ticket. */
function firm(team: readonly RowChange<'team'>[] = TEAM): Desk {
  const desk = openDesk();
  desk.append('team', team);
  const settings = desk.rows('settings').filter(({ key }) => key !== 'assignment');
  desk.emptyTable('settings');
  desk.append('settings', [...settings, { key: 'assignment', value: 'off' }]);
  desk.append('tickets', [newTicket(ID, { assignee: 'Ola Nowak', subject: 'The link' })]);
  desk.host.run('tick');
  desk.clock.time = LATER;
  return desk;
}

const outbox = (desk: Desk, kind: string): readonly Row<'outbox'>[] =>
  desk.rows('outbox').filter((row) => row.kind === kind);
const told = (desk: Desk): string[] =>
  outbox(desk, 'assignment').map(({ ticket_id, template, to }) => `${ticket_id} ${template} ${to}`);
const problems = (desk: Desk): readonly Row<'problems'>[] => desk.rows('problems');

function writes(desk: Desk, iso: string, id = ID): void {
  desk.update(id, { last_inbound_at: at(iso) });
  if (desk.clock.time < at(iso)) desk.clock.time = at(iso);
  desk.host.run('tick');
}

describe('the substitute is asked', () => {
  test('by the next tick, once, in the name of the colleague', () => {
    const desk = firm();
    expect(told(desk)).toEqual([`${ID} assignment ${OLA}`]);
    const before = desk.ticket(ID).row;
    const command = ask(desk, 'away', '');
    desk.host.run('tick');
    desk.host.run('tick');
    expect(told(desk)).toEqual([`${ID} assignment ${OLA}`, `${ID} substitute_asked ${TOM}`]);
    expect(outbox(desk, 'assignment')[1]?.body).toContain('Ola Nowak is away');
    expect(stateOf(desk, command)).toMatchObject({ state: 'done', answer: '' });
    expect(desk.ticket(ID).row).toEqual(before);
    expect(desk.rows('history').filter(({ at: when }) => (when ?? 0) >= MAIL)).toEqual([]);
  });

  test('once, however often the program answers', () => {
    const desk = firm();
    ask(desk, 'away', '');
    ask(desk, 'away', '', { who: 'ola@private.example' });
    desk.host.run('tick');
    ask(desk, 'away', '', { at: at('2026-11-23T09:20:00Z') });
    desk.clock.time = at('2026-11-23T09:21:00Z');
    desk.host.run('tick');
    expect(told(desk).slice(1)).toEqual([`${ID} substitute_asked ${TOM}`]);
  });

  test('of what the participant writes next, and of the colleague’s other tickets, of which the program says nothing', () => {
    const desk = firm();
    ask(desk, 'away', '');
    desk.host.run('tick');
    writes(desk, '2026-11-24T09:00:00Z');
    desk.append('tickets', [newTicket(OTHER, { assignee: 'Ola Nowak' })]);
    desk.host.run('tick');
    expect(told(desk).slice(1)).toEqual([
      `${ID} substitute_asked ${TOM}`,
      `${ID} substitute_asked ${TOM}`,
      `${OTHER} substitute_asked ${TOM}`,
    ]);
  });

  test('and who stands in for the substitute, when that one’s program answers too', () => {
    const desk = firm([
      ...TEAM.slice(0, 2),
      { email: TOM, name: 'Tom Wrona', role: 'trainer', substitute: 'Ewa Kalina', active: true },
      { email: EWA, name: 'Ewa Kalina', role: 'support', active: true },
    ]);
    ask(desk, 'away', '');
    desk.host.run('tick');
    ask(desk, 'away', '', { who: TOM });
    desk.host.run('tick');
    expect(told(desk).slice(1)).toEqual([`${ID} substitute_asked ${TOM}`, `${ID} substitute_asked ${EWA}`]);
  });
});

describe('the colleague is told again', () => {
  const back: readonly [string, (desk: Desk) => void][] = [
    [
      'who has asked for something by mail since',
      (desk) => ask(desk, 'priority', 'high', { at: at('2026-11-23T09:06:00Z') }),
    ],
    [
      'who has changed something since',
      (desk) => {
        desk.append('history', [
          {
            at: at('2026-11-23T09:06:00Z'),
            ticket_id: OTHER,
            who: OLA,
            what: 'Priority',
            from: 'Low',
            to: 'High',
          },
        ]);
      },
    ],
    [
      'who has answered something since',
      (desk) => {
        desk.append('outbox', [
          {
            key: 'relay:in:7',
            kind: 'reply',
            ticket_id: OTHER,
            created_by: OLA,
            created_at: at('2026-11-23T09:06:00Z'),
          },
        ]);
      },
    ],
    [
      'of whom nothing was heard for four days',
      (desk) => {
        desk.clock.time = at('2026-11-27T09:06:00Z');
      },
    ],
  ];

  test.each(back)('%s', (_, shows) => {
    const desk = firm();
    ask(desk, 'away', '');
    desk.host.run('tick');
    shows(desk);
    writes(
      desk,
      desk.clock.time < at('2026-11-27T00:00:00Z') ? '2026-11-23T10:00:00Z' : '2026-11-27T10:00:00Z',
    );
    expect(told(desk).slice(2)).toEqual([`${ID} assignment_again ${OLA}`]);
  });
});

test('an out-of-office in a ticket that is done asks nobody, and nobody gets a letter about that', () => {
  const desk = firm();
  desk.type(ID, 'status', 'Resolved');
  desk.host.run('tick');
  const command = ask(desk, 'away', '');
  desk.host.run('tick');
  expect(stateOf(desk, command)).toMatchObject({ state: 'refused', answer: expect.stringContaining(ID) });
  expect(told(desk)).toEqual([`${ID} assignment ${OLA}`]);
  expect(outbox(desk, 'alert')).toEqual([]);
});

describe('people see', () => {
  test('on the Problems tab who is away and who is told instead, once', () => {
    const desk = firm();
    ask(desk, 'away', '');
    desk.host.run('tick');
    writes(desk, '2026-11-23T09:30:00Z');
    expect(problems(desk)).toMatchObject([
      { key: `team:${OLA}:away-by-mail`, tab: 'team', what: expect.stringMatching(/Ola Nowak.*Tom Wrona/) },
    ]);
  });

  test('which ticket nobody was told of, and the managers get one letter a day', () => {
    const desk = firm(TEAM.map((row) => ({ ...row, substitute: '' })));
    ask(desk, 'away', '');
    desk.host.run('tick');
    desk.append('tickets', [newTicket(OTHER, { assignee: 'Ola Nowak' })]);
    desk.host.run('tick');
    const untold = (): string[] =>
      problems(desk).flatMap(({ key, row }) => (key.endsWith(':untold') ? [row] : []));
    expect(untold()).toEqual([ID, OTHER]);
    expect(problems(desk).find(({ row }) => row === ID)?.what).toContain('Ola Nowak');
    expect(told(desk)).toEqual([`${ID} assignment ${OLA}`]);
    expect(outbox(desk, 'alert')).toMatchObject([
      {
        to: ANNA.email,
        subject: 'Nobody stands in for Ola Nowak',
        body: expect.stringContaining(`- ${ID} · The link`),
      },
    ]);
    writes(desk, '2026-11-24T09:00:00Z');
    expect(outbox(desk, 'alert').filter(({ key }) => key.startsWith('untold:'))).toHaveLength(2);
    // The very same sentence stands there.
    expect(untold()).toEqual([ID, OTHER]);
  });

  test('that a colleague has no address to be told at', () => {
    const desk = firm([{ name: 'Ola Nowak', role: 'trainer', active: true }]);
    expect(problems(desk)).toMatchObject([
      { key: `tickets:${ID}:untold`, what: expect.stringContaining('Ola Nowak') },
    ]);
    expect(outbox(desk, 'alert')).toEqual([]);
  });
});

test('a run in which somebody may be away makes no more calls than one without', () => {
  const desk = firm();
  ask(desk, 'away', '');
  desk.host.run('tick');
  const touch = (priority: 'high' | 'low'): number => {
    desk.update(ID, { priority });
    return desk.host.run('tick').serviceCalls;
  };
  const during = touch('high');
  desk.emptyTable('commands');
  // Which forgets what stood on the Problems tab.
  desk.host.run('tick');
  expect(touch('low')).toBe(during);
});
