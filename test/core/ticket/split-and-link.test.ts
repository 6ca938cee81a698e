import { linkTickets, unlinkTickets } from '../../../core/ticket/link';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import { splitTicket } from '../../../core/ticket/split';
import { parseTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import type { Row } from '../../../core/workbook/rows';
import { winter } from '../sla/sla-rows';
import { reconcileContext, settled, ticketRow } from './ticket-rows';

function ticketId(written: string): TicketId {
  const id = parseTicketId(written);
  if (id === null) throw new Error(`${written} is no ticket id`);
  return id;
}
const NOW = winter('2026-11-23T16:00');
const words = reconcileContext();
const source = settled(ticketRow({ assignee: 'Ola Nowak', client: 'Nordwind' }));
const fresh = ticketId('T-NEW77');
const context = { now: NOW, words, by: 'ola@firm.test', newId: fresh };

const message = (id: string, at: string, change: Partial<Row<'messages'>> = {}): Row<'messages'> => ({
  id,
  ticket_id: source.id,
  at: winter(`2026-11-23T${at}`),
  direction: 'in',
  from: 'Anna Kowalska <anna@example.com>',
  to: 'help@firm.test',
  subject: 'Re: Nie mogę się zalogować',
  text: `Text of ${id}`,
  full_text: '',
  class: 'human',
  language: 'pl',
  attachments: [],
  message_id: `<${id}@example.com>`,
  original: '',
  warnings: '',
  ...change,
});
const messages = [
  message('in:3', '14:00', { subject: 'Re: Faktura', text: '  Proszę o\nfakturę.  ' }),
  message('in:1', '10:00'),
  message('out:1', '11:00', { direction: 'out', class: '' }),
  message('auto', '11:01', { class: 'auto-reply' }),
  message('out:2', '15:00', { direction: 'out', class: '' }),
];

describe('splitting', () => {
  test('makes a ticket of the chosen messages and points both at each other', () => {
    const split = splitTicket(source, messages, ['out:2', 'in:3'], context);
    expect(split).toMatchObject({
      kind: 'split',
      ticket: {
        id: fresh,
        status: 'new',
        subject: 'Faktura',
        excerpt: 'Proszę o fakturę.',
        requester_email: 'anna@example.com',
        assignee: 'Ola Nowak',
        client: 'Nordwind',
        created_at: winter('2026-11-23T14:00'),
        last_inbound_at: winter('2026-11-23T14:00'),
        last_outbound_at: winter('2026-11-23T15:00'),
        first_answer_at: winter('2026-11-23T15:00'),
        message_count: 2,
        related: source.id,
      },
      messages: [
        { id: 'in:3', change: { ticket_id: fresh } },
        { id: 'out:2', change: { ticket_id: fresh } },
      ],
      history: [
        { ticket_id: source.id, who: 'ola@firm.test', to: fresh },
        { ticket_id: fresh, to: source.id },
      ],
    });
  });

  test('gives a row that the tracker takes up like any other', () => {
    const split = splitTicket(source, messages, ['in:3'], context);
    if (split.kind === 'refused') throw new Error(split.why);
    const row = { ...ticketRow({ last_inbound_at: null, category: '' }), ...split.ticket };
    const { change, problems } = reconcileTicket(row, reconcileContext({ now: NOW }));
    expect(change).toMatchObject({ status_seen: 'new', sla_state: expect.any(String) });
    expect(problems).toEqual([]);
  });

  test.each<[string, string, readonly string[], Row<'tickets'>]>([
    ['nothing', 'nothing-chosen', [], source],
    ['every question', 'nothing-left', ['in:1', 'in:3'], source],
    ['only our own answers', 'no-question', ['out:1'], source],
    ['only an automatic mail', 'no-question', ['auto'], source],
    ['a message of another ticket', 'not-of-this-ticket', ['in:3', 'in:9'], source],
    ['messages of a merged ticket', 'is-merged', ['in:3'], { ...source, seen: '{"v":1,"m":"T-BBBBB"}' }],
  ])('%s is refused: %s', (_, why, chosen, ticket) => {
    expect(splitTicket(ticket, messages, chosen, context)).toEqual({ kind: 'refused', why });
  });
});

describe('linking', () => {
  const a = { id: 'T-AAAAA', related: '' };
  const b = { id: 'T-BBBBB', related: 'T-CCCCC' };

  test('makes two tickets point to each other, beside what they point to already', () => {
    expect(linkTickets(a, b, context)).toMatchObject({
      tickets: [
        { id: 'T-AAAAA', change: { related: 'T-BBBBB' } },
        { id: 'T-BBBBB', change: { related: 'T-CCCCC, T-AAAAA' } },
      ],
      history: [
        { ticket_id: 'T-AAAAA', what: 'Related', from: '', to: 'T-BBBBB' },
        { ticket_id: 'T-BBBBB', from: 'T-CCCCC', to: 'T-CCCCC, T-AAAAA' },
      ],
    });
  });

  test('adds only the side that lacks it', () => {
    expect(linkTickets({ ...a, related: 'T-BBBBB' }, b, context)).toMatchObject({
      tickets: [{ id: 'T-BBBBB', change: { related: 'T-CCCCC, T-AAAAA' } }],
    });
  });

  test('is undone on whichever side it stands', () => {
    expect(unlinkTickets({ ...a, related: 'T-BBBBB, T-DDDDD' }, b, context)).toMatchObject({
      tickets: [{ id: 'T-AAAAA', change: { related: 'T-DDDDD' } }],
    });
  });

  test.each([
    ['to itself', () => linkTickets(a, a, context), 'to-itself'],
    ['twice', () => linkTickets({ ...a, related: b.id }, { ...b, related: a.id }, context), 'already-linked'],
    ['that was none', () => unlinkTickets(a, b, context), 'not-linked'],
  ])('%s is refused', (_, deed, why) => {
    expect(deed()).toEqual({ kind: 'refused', why });
  });
});
