/** Of which tickets somebody who asks by mail is told, whatever they ask for. */
import type { KnownTicket } from '../../../core/intake/known-tickets';
import { type Asking, type StatusTold, statusTold } from '../../../core/intake/status-told';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { type Instant, minutes, plus } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { BORN, ticketRow } from '../ticket/ticket-rows';

const days = (n: number) => minutes(n * 24 * 60);
const id = (signs: string): TicketId => `T-${signs}` as TicketId;
const OPEN = id('ABCDE');
const WAITING = id('22222');
const CLOSED = id('33333');
const SPAM = id('44444');
const BENS = id('55555');
const NOW = plus(BORN, days(10));

const row = (ticket: TicketId, age: number, change: Partial<Row<'tickets'>> = {}): Row<'tickets'> =>
  ticketRow({
    id: ticket,
    requester_email: 'anna@client.test',
    created_at: plus(NOW, days(-age)),
    ...change,
  });

const ROWS = [
  row(OPEN, 4, { status: 'open', requester_email: ' Anna@Client.test' }),
  row(WAITING, 3, { status: 'waiting_participant' }),
  row(CLOSED, 2, { status: 'closed' }),
  row(SPAM, 1, { status: 'spam' }),
  row(BENS, 1, { status: 'open', requester_email: 'ben@client.test' }),
];

interface Given {
  readonly named?: readonly TicketId[];
  readonly writer?: string;
  readonly about?: Asking['about'];
  readonly rows?: readonly Row<'tickets'>[];
  readonly known?: readonly KnownTicket[];
  readonly merged?: Readonly<Record<string, TicketId>>;
}

function ask({ named = [], writer = 'anna@client.test', about = 'none', ...given }: Given): StatusTold {
  const { rows = ROWS, known = [], merged = {} } = given;
  return statusTold(
    { wish: { named, language: null }, writer, about, at: NOW },
    { rows, known, goesOnIn: (ticket) => merged[ticket] ?? ticket },
  );
}

const idsOf = (told: StatusTold): readonly string[] | string =>
  told.kind === 'tickets' ? told.tickets.map((ticket) => ticket.id) : told.kind;

const unwritten = (
  ticket: TicketId,
  createdAt: Instant,
  requesterEmail = 'anna@client.test',
): KnownTicket => ({
  id: ticket,
  requesterEmail,
  requesterName: '',
  language: 'uk',
  subject: 'Не можу увійти',
  excerpt: '',
  participants: new Set(),
  messageIds: [],
  lastInboundId: null,
  createdAt,
  lastInboundAt: null,
  lastThanksAt: null,
  lastOutboundAt: null,
  firstAnswerAt: null,
  messageCount: 1,
  signals: [],
});

describe('the requester is told of', () => {
  test.each<[string, Given, readonly TicketId[]]>([
    ['all that are not over, the latest first', {}, [WAITING, OPEN]],
    ['the same from an address in capitals', { writer: 'ANNA@client.test ' }, [WAITING, OPEN]],
    ['those named, also one that is closed', { named: [OPEN, CLOSED] }, [CLOSED, OPEN]],
    ['those of one’s own among others', { named: [OPEN, BENS, id('99999')] }, [OPEN]],
    ['that of the conversation', { about: { ticket: OPEN } }, [OPEN]],
    ['that of the conversation, though it is closed', { about: { ticket: CLOSED } }, [CLOSED]],
    [
      'the named one in the conversation of another',
      { named: [WAITING], about: { ticket: OPEN } },
      [WAITING],
    ],
    ['all, in answer to a mail that nobody knows', { about: 'unknown' }, [WAITING, OPEN]],
  ])('%s', (_, given, ids) => {
    expect(idsOf(ask(given))).toEqual(ids);
  });

  test('no more tickets than a mail can list', () => {
    const rows = Array.from({ length: 30 }, (_, n) => row(id(String(10_000 + n)), n));
    const told = idsOf(ask({ rows: [...rows, ...rows] }));
    expect(told).toHaveLength(20);
    expect(told).toContain('T-10000');
  });

  test('nothing open, where all that they have is closed or they have none', () => {
    expect(ask({ rows: [row(CLOSED, 2, { status: 'closed' })] })).toEqual({ kind: 'none-open' });
    expect(ask({ writer: 'new@client.test' })).toEqual({ kind: 'none-open' });
  });
});

describe('a person reads the mail, and nobody is told of', () => {
  test.each<[string, Given]>([
    ['somebody else’s number', { named: [BENS] }],
    ['a number that does not exist', { named: [id('99999')] }],
    ['spam', { named: [SPAM] }],
    ['the conversation of somebody else, in which one takes part', { about: { ticket: BENS } }],
    ['one’s own, by a stranger who takes part', { writer: 'eve@client.test', about: { ticket: OPEN } }],
    ['one’s own, by a stranger who names it', { writer: 'eve@client.test', named: [OPEN] }],
    ['anything, to an address whose every ticket was spam', { rows: [row(SPAM, 1, { status: 'spam' })] }],
    ['nothing, in answer to a mail that nobody knows', { writer: 'new@client.test', about: 'unknown' }],
    [
      'a ticket without an address',
      { writer: '', rows: [row(OPEN, 1, { requester_email: '' })], named: [OPEN] },
    ],
  ])('%s', (_, given) => {
    expect(ask(given)).toEqual({ kind: 'not-told' });
  });
});

describe('what is told of a ticket', () => {
  const only = (given: Given) => {
    const told = ask(given);
    if (told.kind !== 'tickets' || told.tickets.length !== 1) throw new Error(`one ticket, not ${told.kind}`);
    return told.tickets[0];
  };

  test('its row, as it stands', () => {
    const rows = [row(OPEN, 4, { status: 'open', subject: 'Hasło', last_outbound_at: BORN, language: 'pl' })];
    expect(only({ rows })).toEqual({
      id: OPEN,
      status: 'open',
      subject: 'Hasło',
      createdAt: plus(NOW, days(-4)),
      answeredAt: BORN,
      language: 'pl',
    });
  });

  test.each([
    ['a misspelt status counts as the last one that was none', 'opne', 'waiting_vendor', 'waiting_vendor'],
    ['a ticket that nobody has touched is new', '', '', 'new'],
  ])('%s', (_, status, status_seen, told) => {
    expect(only({ rows: [row(OPEN, 1, { status, status_seen })] })).toMatchObject({ status: told });
  });

  test('a new one whose row is still on its way', () => {
    const known = [unwritten(OPEN, plus(NOW, minutes(-60))), unwritten(BENS, NOW, 'ben@client.test')];
    expect(only({ rows: [], known })).toMatchObject({ id: OPEN, status: 'new', language: 'uk' });
  });

  test('not one that people took out of the Sheet long ago', () => {
    expect(ask({ rows: [], known: [unwritten(OPEN, plus(NOW, days(-2)))] })).toEqual({ kind: 'none-open' });
  });

  test('not one that people have given to another requester', () => {
    const rows = [row(OPEN, 1, { requester_email: 'ben@client.test' })];
    expect(ask({ rows, known: [unwritten(OPEN, NOW)] })).toEqual({ kind: 'none-open' });
  });
});

describe('a ticket that goes on in another', () => {
  const merged = { [OPEN]: WAITING };
  const into = (change: Partial<Row<'tickets'>>) => [
    row(OPEN, 4, { status: 'closed', subject: 'Hasło' }),
    row(WAITING, 3, { status: 'on_hold', subject: 'Konto', last_outbound_at: BORN, ...change }),
  ];
  const BEN = { requester_email: 'ben@client.test' };

  test.each<[string, Given, Partial<Row<'tickets'>>, readonly TicketId[]]>([
    ['of one’s own is told once, as the other', {}, {}, [WAITING]],
    ['and by its own number where that is named', { named: [OPEN] }, {}, [OPEN]],
    ['and as the other in its conversation', { about: { ticket: WAITING } }, {}, [WAITING]],
    ['of somebody else is told by the number that one knows', {}, BEN, [OPEN]],
    ['the same in its conversation', { about: { ticket: WAITING } }, BEN, [OPEN]],
  ])('%s', (_, given, change, ids) => {
    expect(idsOf(ask({ ...given, rows: into(change), merged }))).toEqual(ids);
  });

  test('of somebody else lends its status, and neither its subject nor its answers', () => {
    expect(ask({ rows: into(BEN), merged })).toMatchObject({
      kind: 'tickets',
      tickets: [{ id: OPEN, status: 'on_hold', subject: 'Hasło', answeredAt: null }],
    });
  });

  test('is never told by the other’s number', () => {
    expect(ask({ named: [WAITING], rows: into(BEN), merged })).toEqual({ kind: 'not-told' });
  });
});
