import type { TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import { COLUMNS } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { mailNews } from '../../demo/stage/mail-news';
import { ticketNews } from '../../demo/stage/ticket-news';
import type { BookedMail } from '../../mail-bridge/outbox/outbox-book';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 23, hour, minute) as Instant;

const EMPTY = { text: '', choice: '', list: [], datetime: null, date: null, number: null, boolean: false };
const emptyTicket = Object.fromEntries(
  Object.entries(COLUMNS.tickets).map(([key, kind]) => [key, EMPTY[kind]]),
) as unknown as Row<'tickets'>;

const ticket = (change: Partial<Row<'tickets'>>): Row<'tickets'> => ({
  ...emptyTicket,
  id: 'T-7K3Q9',
  requester_name: 'Jan Gruszka',
  status: 'new',
  sla_state: 'running',
  first_due: at(13, 5),
  ...change,
});

describe('news of tickets', () => {
  it('tell of a new row and its sender', () => {
    expect(ticketNews([], [ticket({})], at(9))).toEqual([
      { kind: 'ticket', id: 'T-7K3Q9', who: 'Jan Gruszka' },
    ]);
    expect(
      ticketNews([], [ticket({ requester_name: '', requester_email: 'jan@poczta.test' })], at(9)),
    ).toEqual([{ kind: 'ticket', id: 'T-7K3Q9', who: 'jan@poczta.test' }]);
  });

  it('tell of a status that changed, but not of the first one', () => {
    expect(ticketNews([ticket({})], [ticket({ status: 'open' })], at(9))).toEqual([
      { kind: 'status', id: 'T-7K3Q9', status: 'open' },
    ]);
    expect(ticketNews([ticket({ status: '' })], [ticket({})], at(9))).toEqual([]);
  });

  it('tell when a due time comes near and when it has passed', () => {
    expect(ticketNews([ticket({})], [ticket({ sla_state: 'at_risk' })], at(12, 40))).toEqual([
      { kind: 'sla', id: 'T-7K3Q9', state: 'at_risk', due: { of: 'first', at: at(13, 5) } },
    ]);
    const late = ticket({ sla_state: 'breached', resolve_due: at(16) });
    expect(ticketNews([ticket({})], [late], at(13, 30))).toEqual([
      { kind: 'sla', id: 'T-7K3Q9', state: 'breached', due: { of: 'first', at: at(13, 5) } },
    ]);
  });

  it('do not name the first due time of a ticket that was answered', () => {
    const answered = { first_answer_at: at(10), next_due: at(15) };
    expect(ticketNews([ticket(answered)], [ticket({ ...answered, sla_state: 'at_risk' })], at(14))).toEqual([
      { kind: 'sla', id: 'T-7K3Q9', state: 'at_risk', due: { of: 'next', at: at(15) } },
    ]);
  });

  it('tell nothing of rows that did not change, or that somebody is typing', () => {
    expect(ticketNews([ticket({})], [ticket({}), ticket({ id: '' })], at(9))).toEqual([]);
  });
});

function booked(
  key: string,
  change: Partial<BookedMail>,
  mail: Partial<BookedMail['mail']> = {},
): BookedMail {
  return {
    mail: {
      key,
      kind: 'reminder',
      ticketId: null,
      sessionId: 'XL-01',
      to: 'jan@poczta.test',
      subject: 'Jutro',
      text: 'Do zobaczenia',
      language: 'pl',
      template: 'reminder_1d',
      messageId: `<${key}@akademia-jasna.test>`,
      date: at(9),
      inReplyTo: null,
      references: [],
      createdAt: at(9),
      createdBy: '',
      notBefore: null,
      notAfter: null,
      covers: [],
      invitations: [],
      plainOnly: false,
      fromName: '',
      cc: [],
      files: [],
      ...mail,
    },
    state: 'sent',
    transmission: 'none',
    attempts: 1,
    retryAt: null,
    at: at(9),
    answer: '',
    shown: true,
    leftAt: at(9),
    withdrawn: false,
    again: false,
    ...change,
  };
}

describe('news of mails that went out', () => {
  const context = { nameOf: () => 'Jan Gruszka', courseOf: () => 'Excel bez stresu' };
  // Parsed where it is minted; here any of the right form will do.
  const id = 'T-7K3Q9' as TicketId;

  it('count reminders of one kind together and tell each mail once', () => {
    const told = new Set<string>();
    const items = [booked('a', {}), booked('b', {}), booked('c', {}, { template: 'reminder_2h' })];
    expect(mailNews(items, told, context)).toEqual([
      { kind: 'reminded', template: 'reminder_1d', course: 'Excel bez stresu', count: 2 },
      { kind: 'reminded', template: 'reminder_2h', course: 'Excel bez stresu', count: 1 },
    ]);
    expect(mailNews(items, told, context)).toEqual([]);
  });

  it('tell of acknowledgements, answers and what could not be sent', () => {
    const items = [
      booked('a', {}, { kind: 'acknowledgement', ticketId: id }),
      booked('b', {}, { kind: 'reply', ticketId: id }),
      booked('c', { state: 'failed', answer: '550 no such user' }, { kind: 'reply', ticketId: id }),
    ];
    expect(mailNews(items, new Set(), context)).toEqual([
      { kind: 'acknowledged', id, who: 'Jan Gruszka' },
      { kind: 'answered', id, who: 'Jan Gruszka' },
      { kind: 'unsent', who: 'Jan Gruszka', why: '550 no such user' },
    ]);
  });

  it('tell who gets a ticket by mail, and what a colleague is told of an answer by mail', () => {
    const letter = (key: string, template: string) =>
      booked(key, {}, { kind: 'alert', ticketId: id, template });
    const items = [
      booked('a', {}, { kind: 'assignment', ticketId: id, template: 'assignment' }),
      letter('b', 'answer_held'),
      letter('c', 'commands_help'),
      letter('d', 'command_refused'),
      letter('e', 'mail_disbelieved'),
      letter('f', 'confirm_address'),
      letter('g', 'sla_warning'),
    ];
    const who = 'Jan Gruszka';
    expect(mailNews(items, new Set(), context)).toEqual([
      { kind: 'asked', id, who },
      ...['held', 'help', 'refused', 'disbelieved', 'address'].map((why) => ({ kind: 'told', id, who, why })),
    ]);
  });

  it('wait until the Sheet shows it', () => {
    const told = new Set<string>();
    expect(
      mailNews([booked('a', { shown: false }), booked('b', { state: 'queued' })], told, context),
    ).toEqual([]);
    expect(mailNews([booked('a', {})], told, context)).toHaveLength(1);
  });
});
