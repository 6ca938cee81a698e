/** What threading is told of the tickets, for a mail that came in at a certain moment. */
import { knownTickets, type MailIn } from '../../../core/intake/known-tickets';
import { knownToThread } from '../../../core/intake/known-to-thread';
import type { Mac } from '../../../core/mail/signed-id';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { instant, MS_PER_DAY } from '../../../core/time/instant';

const A = 'T-AAAAA' as TicketId;
const OPENED_AT = instant(1_800_000_000_000);
const OPENING: MailIn = {
  ticketId: A,
  opened: true,
  at: OPENED_AT,
  from: 'anna@client.example',
  name: 'Anna',
  subject: 'The certificate',
  excerpt: '',
  language: 'en',
  human: true,
  signals: [],
  answers: ['<before@client.example>'],
  onlyThanks: false,
  shownTo: ['boris@client.example'],
};
const MAC: Mac = () => new Uint8Array(32);

function knownAfter(days: number) {
  const tickets = knownTickets();
  tickets.mailIn(OPENING, '<first@client.example>');
  return knownToThread(tickets, [MAC], instant(OPENED_AT + days * MS_PER_DAY));
}

test('mails, awaited mails, participants and keys are those of the tickets', () => {
  const known = knownAfter(0);
  expect(known.ticketOfMessageId('<first@client.example>')).toBe(A);
  expect(known.ticketAwaiting('<before@client.example>')).toBe(A);
  expect(known.goesOnIn(A)).toBe(A);
  expect([...(known.participantsOf(A) ?? [])]).toEqual(['anna@client.example', 'boris@client.example']);
  expect(known.participantsOf('T-ZZZZZ' as TicketId)).toBeNull();
  expect(known.keys).toEqual([MAC]);
});

test('a subject is talked about for a fortnight', () => {
  const found = (days: number) => knownAfter(days).ticketsOfSubject('anna@client.example', 'the certificate');
  expect(found(0)).toEqual([A]);
  expect(found(14)).toEqual([A]);
  expect(found(14.01)).toEqual([]);
});
