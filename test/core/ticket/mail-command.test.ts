/** What a colleague asks for by mail, as the sidebar would have done it at the moment of the mail. */
import fc from 'fast-check';
import { readTeam } from '../../../core/assignment/colleagues';
import { readEscalations } from '../../../core/sla/escalation-steps';
import { firmView } from '../../../core/template/view';
import {
  type Commanded,
  type CommandRefusal,
  type CommandWorld,
  reconcileCommanded,
} from '../../../core/ticket/mail-command';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import { dayNumber } from '../../../core/time/civil';
import type { Instant } from '../../../core/time/instant';
import { readAgents } from '../../../core/trainer/agents';
import { COMMAND_CELLS, PRIORITIES, TICKET_STATUSES } from '../../../core/workbook/choices';
import type { Row } from '../../../core/workbook/rows';
import { starterText } from '../../../sheet-templates/content/templates';
import { colleague } from '../assignment/team-rows';
import { stepRow, winter } from '../sla/sla-rows';
import { applied, reconcileContext, settled, ticketRow } from './ticket-rows';

const MAIL = winter('2026-11-23T10:10');
const NOW = winter('2026-11-23T10:12');
const OLA = 'ola.nowak@firm.example';

const TEAM: readonly Row<'team'>[] = [
  colleague('Ola Nowak', { role: 'trainer', other_emails: ['ola@private.example'] }),
  colleague('Jan Lis'),
  colleague('Ewa Mak', { active: false, role: 'support' }),
];

function world(change: Partial<CommandWorld> = {}): CommandWorld {
  return {
    rules: reconcileContext({ now: NOW }),
    team: readTeam(TEAM, dayNumber(20_780), () => null),
    agents: readAgents(TEAM),
    sessionOf: () => null,
    editedSince: () => false,
    ...change,
  };
}

let count = 0;
function command(cell: string, value: string, more: Partial<Row<'commands'>> = {}): Row<'commands'> {
  count++;
  return {
    id: `c${count}`,
    at: MAIL,
    ticket_id: 'T-7K3Q9',
    who: OLA,
    cell,
    value,
    state: '',
    done_at: null,
    answer: '',
    ...more,
  };
}

/** Ola's, open, at rest. */
const OPEN = settled(ticketRow({ status: 'open', assignee: 'Ola Nowak' }));

const refusals = ({ settled: all }: Commanded): (string | null)[] =>
  all.map(({ refusal }) => refusal?.kind ?? null);

const run = (
  ticket: Row<'tickets'>,
  commands: readonly Row<'commands'>[],
  change: Partial<CommandWorld> = {},
): Commanded => reconcileCommanded(ticket, undefined, commands, world(change));

describe('a command of a mail', () => {
  test.each([
    ['status', 'resolved', { status: 'resolved', status_seen: 'resolved' }, 'Status', 'Open', 'Resolved'],
    ['status', 'waiting_vendor', { status: 'waiting_vendor' }, 'Status', 'Open', 'Waiting for vendor'],
    ['priority', 'urgent', { priority: 'urgent' }, 'Priority', 'Normal', 'Urgent'],
    ['assignee', 'Jan Lis', { assignee: 'Jan Lis' }, 'Assigned to', 'Ola Nowak', 'Jan Lis'],
  ])(
    '%s: %s changes the cell, and History says who asked for it, when and how',
    (cell, value, cells, what, from, to) => {
      const done = run(OPEN, [command(cell, value)]);
      expect(refusals(done)).toEqual([null]);
      expect(applied(OPEN, done.result)).toMatchObject(cells);
      expect(done.result.history).toEqual([
        { at: MAIL, ticket_id: 'T-7K3Q9', who: 'Ola Nowak', what, from, to, why: 'Asked for by mail.' },
      ]);
      expect(done.isAssigned).toBe(cell === 'assignee');
    },
  );

  test('to wait until a day puts the ticket on hold', () => {
    const done = run(OPEN, [command('hold_until', '2026-11-26')]);
    expect(applied(OPEN, done.result)).toMatchObject({ status: 'on_hold', hold_until: '2026-11-26' });
    expect(done.result.history.map(({ what, to, who, why }) => [what, to, who, why])).toEqual([
      ['On hold until', '2026-11-26', 'Ola Nowak', 'Asked for by mail.'],
      ['Status', 'On hold', 'Ola Nowak', 'Asked for by mail.'],
    ]);
  });

  test('moves the due time as a change in the sheet does', () => {
    const done = run(OPEN, [command('priority', 'urgent')]);
    const byHand = reconcileTicket({ ...OPEN, priority: 'urgent' }, world().rules);
    expect(applied(OPEN, done.result).next_due).toBe(applied(OPEN, byHand).next_due);
    expect(applied(OPEN, done.result).next_due).not.toBe(OPEN.next_due);
  });

  test('is done when it stands so already, and changes nothing', () => {
    const done = run(OPEN, [command('priority', 'normal'), command('status', 'open')]);
    expect(refusals(done)).toEqual([null, null]);
    expect(done.result).toEqual({ change: {}, history: [], problems: [], outbox: [] });
  });

  test('of a ticket that nobody has looked at yet: first how it began, then what was asked', () => {
    const born = ticketRow({ assignee: 'Ola Nowak' });
    const { result } = run(born, [command('priority', 'high')]);
    expect(result.history.map(({ what }) => what)).toEqual(['Ticket', 'Priority']);
    expect(applied(born, result)).toMatchObject({ status: 'new', priority: 'high' });
  });

  test('from another address of the colleague counts as from the first', () => {
    const done = run(OPEN, [command('priority', 'high', { who: 'Ola@Private.example' })]);
    expect(refusals(done)).toEqual([null]);
    expect(done.result.history[0]?.who).toBe('Ola Nowak');
  });

  test('after the answer that the same mail brought: the answer moved the ticket, the command has the last word', () => {
    const answered = { ...OPEN, last_outbound_at: winter('2026-11-23T10:11') };
    expect(applied(answered, run(answered, []).result).status).toBe('waiting_participant');
    const { result } = run(answered, [command('status', 'waiting_vendor')]);
    expect(applied(answered, result).status).toBe('waiting_vendor');
  });

  test('dated in the future counts as of now', () => {
    const { result } = run(OPEN, [command('priority', 'high', { at: winter('2027-01-01T10:00') })]);
    expect(result.history.map(({ at }) => at)).toEqual([NOW]);
  });
});

describe('several commands', () => {
  test('are carried out in the order of their mails, whatever the order of their rows', () => {
    const later = winter('2026-11-23T10:11');
    const { result } = run(OPEN, [
      command('priority', 'low', { at: later }),
      command('priority', 'urgent'),
      command('status', 'waiting_vendor'),
    ]);
    expect(applied(OPEN, result)).toMatchObject({ priority: 'low', status: 'waiting_vendor' });
    expect(result.history.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'Normal → Urgent',
      'Open → Waiting for vendor',
      'Urgent → Low',
    ]);
  });

  test('of one mail may hand the ticket on and raise it, in either order', () => {
    for (const commands of [
      [command('assignee', 'Jan Lis'), command('priority', 'high')],
      [command('priority', 'high'), command('assignee', 'Jan Lis')],
    ]) {
      const done = run(OPEN, commands);
      expect(refusals(done)).toEqual([null, null]);
      expect(applied(OPEN, done.result)).toMatchObject({ assignee: 'Jan Lis', priority: 'high' });
    }
  });

  test('of a later mail come too late when the ticket has been handed on', () => {
    const done = run(OPEN, [
      command('assignee', 'Jan Lis'),
      command('priority', 'high', { at: winter('2026-11-23T10:11') }),
    ]);
    expect(refusals(done)).toEqual([null, 'not-yours']);
    expect(applied(OPEN, done.result)).toMatchObject({ assignee: 'Jan Lis', priority: 'normal' });
  });

  test('a refused one leaves the others as they are', () => {
    const done = run(OPEN, [command('status', 'new'), command('priority', 'high')]);
    expect(refusals(done)).toEqual(['status-refused', null]);
    expect(applied(OPEN, done.result)).toMatchObject({ status: 'open', priority: 'high' });
    expect(done.result.problems).toEqual([]);
  });
});

describe('a command is refused', () => {
  const jans = settled(ticketRow({ status: 'open', assignee: 'Jan Lis', session_id: 'S-1' }));
  const closed = settled({ ...OPEN, status: 'closed' });
  const spam = settled({ ...OPEN, status: 'spam' });

  test.each<[why: string, kind: CommandRefusal['kind'], ticket: Row<'tickets'>, asked: Row<'commands'>]>([
    [
      'of somebody whom nobody knows',
      'not-on-team',
      OPEN,
      command('priority', 'high', { who: 'eve@x.example' }),
    ],
    [
      'of a colleague who has left',
      'not-on-team',
      OPEN,
      command('priority', 'high', { who: 'ewa.mak@firm.example' }),
    ],
    ['of nobody', 'not-on-team', OPEN, command('priority', 'high', { who: '' })],
    ['of a trainer, for a ticket of somebody else', 'not-yours', jans, command('status', 'resolved')],
    ['of a trainer who takes what is somebody else’s', 'not-yours', jans, command('assignee', 'Ola Nowak')],
    ['for nothing', 'no-cell', OPEN, command('', 'high')],
    ['for a cell that it does not have', 'no-cell', OPEN, command('subject', 'high')],
    ['with a priority that there is not', 'not-understood', OPEN, command('priority', 'wysoki')],
    ['with a status that there is not', 'not-understood', OPEN, command('status', 'done')],
    ['with a day that there is not', 'not-understood', OPEN, command('hold_until', '2026-02-30')],
    ['without a name', 'not-understood', OPEN, command('assignee', ' ')],
    ['with the name of nobody', 'unknown-colleague', OPEN, command('assignee', 'Jan Lisek')],
    ['with the name of somebody who has left', 'unknown-colleague', OPEN, command('assignee', 'Ewa Mak')],
    ['until today', 'day-past', OPEN, command('hold_until', '2026-11-23')],
    ['until a day that has been', 'day-past', OPEN, command('hold_until', '2026-11-01')],
    ['to wait with what is closed', 'cannot-hold', closed, command('hold_until', '2026-11-30')],
    [
      'against the table of statuses: closed is opened first',
      'status-refused',
      closed,
      command('status', 'resolved'),
    ],
    ['against the table of statuses: never new again', 'status-refused', OPEN, command('status', 'new')],
    ['against the table of statuses: out of spam', 'status-refused', spam, command('status', 'resolved')],
  ])('%s: %s', (_, kind, ticket, asked) => {
    const done = run(ticket, [asked]);
    expect(refusals(done)).toEqual([kind]);
    expect(done.result).toEqual(reconcileTicket(ticket, world().rules));
    expect(done.result.change).toEqual({});
  });

  test('unless the ticket is of a session that the trainer holds', () => {
    const held = { trainer: 'Ola Nowak' } as Row<'sessions'>;
    const done = run(jans, [command('status', 'resolved')], { sessionOf: () => held });
    expect(refusals(done)).toEqual([null]);
  });
});

describe('an out-of-office', () => {
  const away = (who = OLA) => command('away', '', { who });

  test.each<[string, Row<'tickets'>, Row<'commands'>, readonly (string | null)[]]>([
    ['of the colleague whose ticket it is', OPEN, away(), [null]],
    [
      'of a colleague whom the ticket does not wait for',
      OPEN,
      away('jan.lis@firm.example'),
      ['with-somebody-else'],
    ],
    ['in a ticket of nobody', settled(ticketRow({ status: 'open' })), away(), ['with-somebody-else']],
    ['in a ticket that is done', settled({ ...OPEN, status: 'resolved' }), away(), ['nothing-to-answer']],
    ['in a ticket that waits', settled({ ...OPEN, status: 'on_hold' }), away(), ['nothing-to-answer']],
    ['of a stranger', OPEN, away('eve@x.example'), ['not-on-team']],
  ])('%s changes no cell', (_, ticket, asked, expected) => {
    const done = run(ticket, [asked]);
    expect(refusals(done)).toEqual(expected);
    expect(done.result).toEqual(reconcileTicket(ticket, world().rules));
    expect(done.isAssigned).toBe(false);
  });

  test('of whoever stands in for the colleague counts as theirs', () => {
    const rows = [colleague('Ola Nowak', { role: 'trainer', substitute: 'Jan Lis' }), colleague('Jan Lis')];
    const team = readTeam(rows, dayNumber(20_780), () => null);
    const asked = away('jan.lis@firm.example');
    expect(refusals(run(OPEN, [asked], { team, agents: readAgents(rows) }))).toEqual([null]);
  });
});

describe('what has happened since the mail', () => {
  const sinceThen = { ...OPEN, last_inbound_at: winter('2026-11-23T10:11') };

  test.each(['resolved', 'closed', 'waiting_participant', 'waiting_vendor', 'on_hold'])(
    'a question of the participant does not rest in “%s”',
    (status) => {
      const done = run(sinceThen, [command('status', status)]);
      expect(refusals(done)).toEqual(['participant-wrote']);
      expect(applied(sinceThen, done.result).status).toBe('open');
    },
  );

  test('nor does it wait for a day', () => {
    expect(refusals(run(sinceThen, [command('hold_until', '2026-11-30')]))).toEqual(['participant-wrote']);
  });

  test('a question hinders nothing else', () => {
    const asked = [command('priority', 'high'), command('assignee', 'Jan Lis'), command('status', 'spam')];
    const done = run(sinceThen, asked.reverse());
    expect(refusals(done)).toEqual([null, null, null]);
    expect(applied(sinceThen, done.result)).toMatchObject({ status: 'spam', priority: 'high' });
  });

  test('a mail with a date to come is no later question', () => {
    const odd = settled({ ...OPEN, last_inbound_at: winter('2027-01-01T10:00') });
    expect(refusals(run(odd, [command('status', 'resolved')]))).toEqual([null]);
  });

  test.each([
    ['priority', 'urgent', { priority: 'low' }],
    ['assignee', 'Jan Lis', { assignee: '' }],
    ['status', 'resolved', { status: 'waiting_vendor' }],
    ['hold_until', '2026-11-30', { status: 'waiting_vendor' }],
    ['status', 'resolved', { hold_until: '2026-12-24' }],
  ] as const)('%s to %s: a person who has just edited %j has the last word', (cell, value, edit) => {
    const edited = { ...OPEN, ...edit };
    const done = run(edited, [command(cell, value)], {
      sessionOf: () => ({ trainer: 'Ola Nowak' }) as Row<'sessions'>,
    });
    expect(refusals(done)).toEqual(['edited-since']);
    expect(done.result).toEqual(reconcileTicket(edited, world().rules));
    expect(applied(edited, done.result)).toMatchObject(edit);
  });

  test('whoever chose the very same is not in the way', () => {
    const edited = { ...OPEN, priority: 'urgent' };
    expect(refusals(run(edited, [command('priority', 'urgent')]))).toEqual([null]);
  });

  test('an edit of another cell is not in the way either', () => {
    const edited = { ...OPEN, priority: 'low' };
    const done = run(edited, [command('status', 'resolved')]);
    expect(refusals(done)).toEqual([null]);
    expect(applied(edited, done.result)).toMatchObject({ priority: 'low', status: 'resolved' });
  });

  test('what History tells of the cell since the mail counts as an edit, and is named', () => {
    const asked: [string, string, Instant][] = [];
    const editedSince: CommandWorld['editedSince'] = (id, cell, at) => {
      asked.push([id, cell, at]);
      return cell === 'status';
    };
    const done = run(OPEN, [command('hold_until', '2026-11-30'), command('priority', 'high')], {
      editedSince,
    });
    expect(done.settled.map(({ refusal }) => refusal)).toEqual([
      { kind: 'edited-since', cell: 'status', now: 'open' },
      null,
    ]);
    expect(asked).toEqual([
      ['T-7K3Q9', 'status', MAIL],
      ['T-7K3Q9', 'priority', MAIL],
    ]);
  });
});

test('whatever is asked, the ticket is then at rest, and the same asked once more changes nothing', () => {
  const value = fc.oneof(
    fc.constantFrom<string>(...TICKET_STATUSES, ...PRIORITIES),
    fc.constantFrom('2026-11-24', '2026-12-24', '2026-11-20', 'Jan Lis', 'Ola Nowak', 'Ewa Mak', ''),
  );
  const asked = fc.record({
    cell: fc.constantFrom(...COMMAND_CELLS),
    value,
    who: fc.constantFrom(OLA, 'jan.lis@firm.example', 'eve@x.example'),
    minutes: fc.integer({ min: -200, max: 5 }),
  });
  const start = fc.record({
    status: fc.constantFrom(...TICKET_STATUSES),
    assignee: fc.constantFrom('', 'Ola Nowak', 'Jan Lis'),
    wrote: fc.constantFrom(null, winter('2026-11-23T10:11')),
  });
  fc.assert(
    fc.property(start, fc.array(asked, { maxLength: 5 }), ({ status, assignee, wrote }, orders) => {
      const known = settled(ticketRow({ status, assignee }));
      const ticket = wrote === null ? known : { ...known, last_inbound_at: wrote };
      const commands = orders.map(({ cell, value: to, who, minutes }) =>
        command(cell, to, { who, at: (NOW + minutes * 60_000) as Instant }),
      );
      const done = run(ticket, commands);
      const after = applied(ticket, done.result);
      expect(done.settled.map(({ command: { id } }) => id).sort()).toEqual(
        commands.map(({ id }) => id).sort(),
      );
      expect(reconcileTicket(after, world().rules).change).toEqual({});
      // A command that was carried out last on its cell is what stands there.
      const last = [...done.settled].reverse().find(({ refusal }) => refusal === null);
      if (last && (last.command.cell === 'priority' || last.command.cell === 'assignee')) {
        expect(after[last.command.cell]).toBe(last.command.value);
      }
      if (done.settled.every(({ refusal }) => refusal !== null)) {
        expect(done.result).toEqual(reconcileTicket(ticket, world().rules));
      }
    }),
    { numRuns: 300 },
  );
});

test('nobody is alerted for a promise that the command brings to an end', () => {
  const overdue = reconcileContext({
    now: winter('2026-11-24T16:00'),
    escalation: {
      steps: readEscalations([stepRow('0', 'assignee')]).steps,
      roster: { team: world().team, duties: [], firmLanguage: 'en' },
      texts: (template, language) => [starterText(template, language)],
      firm: () => firmView({ name: 'Jasna', supportHours: '', supportAddress: '', portal: '' }),
      statusLabel: (status) => status,
      linkTo: () => '',
    },
  });
  const unanswered = settled(ticketRow({ assignee: 'Ola Nowak' }));
  const outbox = (...commands: Row<'commands'>[]) =>
    run(unanswered, commands, { rules: overdue }).result.outbox.map(({ kind }) => kind);
  expect(outbox(command('status', 'resolved'))).toEqual([]);
  expect(outbox(command('priority', 'urgent'))).toEqual(['alert']);
  expect(outbox(command('priority', 'none'))).toEqual(['alert']);
});
