import { readTeam, type TeamReading } from '../../../core/assignment/colleagues';
import { DESK_RIGHTS, ROLES, type Role, TICKET_RIGHTS } from '../../../core/team/roles';
import { isOwnTicket, mayAtDesk, mayOnTicket, type Standing, standingOf } from '../../../core/team/standing';
import { dayNumber } from '../../../core/time/civil';
import type { Row } from '../../../core/workbook/rows';

const member = (name: string, role: string, more: Partial<Row<'team'>> = {}): Row<'team'> => ({
  name,
  email: `${name.toLowerCase()}@firm.example`,
  role,
  other_emails: [],
  languages: [],
  skills: [],
  absent_from: null,
  absent_until: null,
  substitute: '',
  max_open: null,
  open_tickets: null,
  active: true,
  ...more,
});

const team = (...rows: readonly Row<'team'>[]): TeamReading => readTeam(rows, dayNumber(20_000), () => null);

const FULL = team(
  member('Sara', 'support'),
  member('Tom', 'trainer'),
  member('Mila', 'manager'),
  member('Ada', 'admin'),
);
const as = (role: Role): Standing => ({ kind: 'colleague', name: 'X', role });

describe('who asks', () => {
  test.each([
    ['support', 'sara@firm.example', { kind: 'colleague', name: 'Sara', role: 'support' }],
    [
      'whatever the case of the address',
      'SARA@Firm.Example',
      { kind: 'colleague', name: 'Sara', role: 'support' },
    ],
    ['another address', 'eve@firm.example', { kind: 'stranger', address: 'eve@firm.example' }],
    ['somebody whom Google does not name', '', { kind: 'stranger', address: '' }],
  ])('%s', (_, address, standing) => {
    expect(standingOf(address, FULL)).toEqual(standing);
  });

  test.each([
    ['empty', team()],
    ['of people who have left', team(member('Sara', 'support', { active: false }))],
    ['of people without an address', team(member('Sara', 'support', { email: '' }))],
  ])('a team %s locks nobody out', (_, fresh) => {
    const standing = standingOf('owner@firm.example', fresh);
    expect(standing).toEqual({ kind: 'founder' });
    expect(TICKET_RIGHTS.every((right) => mayOnTicket(standing, right, false))).toBe(true);
    expect(DESK_RIGHTS.every((right) => mayAtDesk(standing, right, fresh))).toBe(true);
  });

  test('but somebody whom Google does not name founds nothing: a published page has such visitors', () => {
    const standing = standingOf('', team());
    expect(standing).toEqual({ kind: 'stranger', address: '' });
    expect(TICKET_RIGHTS.some((right) => mayOnTicket(standing, right, true))).toBe(false);
    expect(DESK_RIGHTS.some((right) => mayAtDesk(standing, right, team()))).toBe(false);
  });

  test('who has left is a stranger to those who work', () => {
    const rest = team(member('Sara', 'support'), member('Tom', 'trainer', { active: false }));
    expect(standingOf('tom@firm.example', rest).kind).toBe('stranger');
  });

  test('who is absent today still belongs to the team', () => {
    const away = team(member('Sara', 'support', { absent_from: '2000-01-01' }));
    expect(standingOf('sara@firm.example', away).kind).toBe('colleague');
  });
});

describe('what a role may do', () => {
  // `all`, `own` and `none` spelt out once more, so that a change of the table is a change of this test.
  test.each([
    ['support', 'read answer note move triage relate', ''],
    ['trainer', '', 'read answer note move triage'],
    ['manager', 'read answer note move triage relate', ''],
    ['admin', 'read answer note move triage relate', ''],
  ] as const)('%s on every ticket: %s; on own ones also: %s', (role, everywhere, ownOnly) => {
    const allowed = (isOwn: boolean): string =>
      TICKET_RIGHTS.filter((right) => mayOnTicket(as(role), right, isOwn)).join(' ');
    expect(allowed(false)).toBe(everywhere);
    expect(allowed(true)).toBe([everywhere, ownOnly].filter(Boolean).join(' '));
  });

  test.each([
    ['support', 'open-conversation refresh forecast preview import'],
    ['trainer', 'open-conversation refresh forecast preview'],
    ['manager', 'open-conversation refresh forecast preview import'],
    ['admin', 'open-conversation refresh forecast preview import set-up'],
  ] as const)('%s in the menu: %s', (role, rights) => {
    expect(DESK_RIGHTS.filter((right) => mayAtDesk(as(role), right, FULL)).join(' ')).toBe(rights);
  });

  test('the table has a row for each role of the Team tab', () => {
    expect(Object.keys(ROLES).sort()).toEqual(['admin', 'manager', 'support', 'trainer']);
  });

  test('a stranger may do nothing', () => {
    const stranger: Standing = { kind: 'stranger', address: 'eve@firm.example' };
    expect(TICKET_RIGHTS.filter((right) => mayOnTicket(stranger, right, true))).toEqual([]);
    expect(DESK_RIGHTS.filter((right) => mayAtDesk(stranger, right, FULL))).toEqual([]);
  });

  test('anybody may set up while the team names no admin', () => {
    const small = team(member('Sara', 'support'));
    expect(mayAtDesk(standingOf('owner@firm.example', small), 'set-up', small)).toBe(true);
    expect(mayAtDesk(standingOf('owner@firm.example', small), 'refresh', small)).toBe(false);
    const admins = team(member('Sara', 'support'), member('Ada', 'admin', { active: false }));
    expect(mayAtDesk(standingOf('sara@firm.example', admins), 'set-up', admins)).toBe(true);
  });
});

describe('a trainer’s own tickets', () => {
  const session = { trainer: '', substitute: '' };
  test.each([
    ['in their name', { assignee: 'Tom' }, null, true],
    ['in their name by address', { assignee: 'tom@firm.example' }, null, true],
    ['of a session that they hold', { assignee: 'Sara' }, { ...session, trainer: 'tom' }, true],
    [
      'of a session where they stand in',
      { assignee: '' },
      { ...session, trainer: 'Mila', substitute: 'Tom' },
      true,
    ],
    ['of somebody else', { assignee: 'Sara' }, { ...session, trainer: 'Mila' }, false],
    ['of nobody', { assignee: '' }, session, false],
    ['of a name that nobody knows', { assignee: 'Zygfryd' }, null, false],
  ])('%s', (_, ticket, of, own) => {
    expect(isOwnTicket('Tom', ticket, of, FULL)).toBe(own);
  });
});

test('a ticket is also the own one of whoever stands in for the colleague who has it', () => {
  const team = readTeam(
    [member('Tom', 'trainer', { substitute: 'Lena' }), member('Lena', 'trainer'), member('Ola', 'trainer')],
    dayNumber(0),
    () => null,
  );
  const ticket = { assignee: 'Tom' };
  expect(['Tom', 'Lena', 'Ola'].map((name) => isOwnTicket(name, ticket, null, team))).toEqual([
    true,
    true,
    false,
  ]);
});
