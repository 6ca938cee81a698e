/** Where a conversation is looked up: each Message-ID and each subject leads to one place, and nobody can take it over. */
import { mailIndex, subjectIndex } from '../../../core/intake/conversation-index';
import type { TicketId } from '../../../core/ticket/ticket-id';

const A = 'T-AAAAA' as TicketId;
const B = 'T-BBBBB' as TicketId;

describe('Message-IDs', () => {
  test('a mail keeps the ticket in which it was first', () => {
    const index = mailIndex();
    index.add('<m@x>', A);
    index.add('<m@x>', B);
    expect(index.ticketOf('<m@x>')).toBe(A);
    expect(index.ticketOf('<m@X>')).toBe(A);
    expect(index.ticketOf('<other@x>')).toBeNull();
    expect(index.ticketAwaiting('<m@x>')).toBeNull();
  });

  test('an awaited mail is known, and awaited, until it is here', () => {
    const index = mailIndex();
    index.await('<m@x>', A);
    expect(index.ticketOf('<m@x>')).toBe(A);
    expect(index.ticketAwaiting('<m@x>')).toBe(A);
    index.add('<m@X>', B);
    expect(index.ticketOf('<m@x>')).toBe(B);
    expect(index.ticketAwaiting('<m@x>')).toBeNull();
  });

  test('the first to await a mail has it', () => {
    const index = mailIndex();
    index.await('<m@x>', A);
    index.await('<m@x>', B);
    expect(index.ticketAwaiting('<m@x>')).toBe(A);
  });

  test('a mail that is here can be awaited by nobody', () => {
    const index = mailIndex();
    index.add('<m@x>', A);
    index.await('<m@x>', B);
    expect(index.ticketOf('<m@x>')).toBe(A);
    expect(index.ticketAwaiting('<m@x>')).toBeNull();
  });

  test('no id is nobody’s', () => {
    const index = mailIndex();
    index.add('', A);
    index.await('', A);
    expect(index.ticketOf('')).toBeNull();
    expect(index.ticketAwaiting('')).toBeNull();
  });
});

describe('subjects', () => {
  test('are found by writer and key', () => {
    const index = subjectIndex();
    index.add('Anna@Client.example', 'Re: The certificate', A);
    expect(index.find('anna@client.example', 'the certificate')).toEqual([A]);
    expect(index.find('boris@client.example', 'the certificate')).toEqual([]);
    expect(index.find('anna@client.example', 'the other one')).toEqual([]);
  });

  test('each ticket is there once, the last opened last', () => {
    const index = subjectIndex();
    for (const ticket of [A, B, A]) index.add('anna@client.example', 'The certificate', ticket);
    expect(index.find('anna@client.example', 'the certificate')).toEqual([A, B]);
  });

  test('a short word names no conversation, and nobody has none', () => {
    const index = subjectIndex();
    index.add('anna@client.example', 'Re: Hello', A);
    index.add('anna@client.example', 'Zooms?', A);
    index.add('', 'The certificate', A);
    expect(index.find('anna@client.example', 'hello')).toEqual([]);
    expect(index.find('anna@client.example', 'zooms?')).toEqual([A]);
    expect(index.find('', 'the certificate')).toEqual([]);
  });

  test('of fifty-one tickets of one subject the oldest goes', () => {
    const index = subjectIndex();
    const tickets = Array.from({ length: 51 }, (_, at) => `T-${String(at).padStart(5, '0')}` as TicketId);
    for (const ticket of tickets) index.add('anna@client.example', 'The certificate', ticket);
    expect(index.find('anna@client.example', 'the certificate')).toEqual(tickets.slice(1));
  });
});
