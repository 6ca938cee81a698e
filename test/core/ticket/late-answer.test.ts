/** An answer that was sent past Rowdesk is found a little later than it was sent: what it says of the status then. */
import { reconcileTicket } from '../../../core/ticket/reconcile';
import { winter } from '../sla/sla-rows';
import { applied, reconcileContext, settled, ticketRow } from './ticket-rows';

const at = (time: string) => reconcileContext({ now: winter(`2026-11-23T${time}`) });
const asked = settled(ticketRow({ last_inbound_at: winter('2026-11-23T10:05') }), at('10:06'));
const found = (sentAt: string) => {
  const row = {
    ...asked,
    last_outbound_at: winter(`2026-11-23T${sentAt}`),
    first_answer_at: winter(`2026-11-23T${sentAt}`),
  };
  return applied(row, reconcileTicket(row, at('10:20')));
};

it('it answers the question before it', () => {
  expect(found('10:10').status).toBe('waiting_participant');
});

it('it does not answer the question that came after it and was seen before it', () => {
  expect(found('10:04').status).toBe(asked.status);
  // Nor the next time that the tracker looks.
  const row = found('10:04');
  expect(applied(row, reconcileTicket(row, at('10:30'))).status).toBe(asked.status);
});

it('an answer to that one still moves the ticket', () => {
  const row = { ...found('10:04'), last_outbound_at: winter('2026-11-23T10:25') };
  expect(applied(row, reconcileTicket(row, at('10:30'))).status).toBe('waiting_participant');
});
