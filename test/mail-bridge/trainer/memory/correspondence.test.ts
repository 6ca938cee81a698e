/** What was written about a ticket, as far as it decides what becomes of a colleague's mail. */
import type { TicketId } from '../../../../core/ticket/ticket-id';
import { instant, MS_PER_DAY, MS_PER_MINUTE } from '../../../../core/time/instant';
import type { OutboxState } from '../../../../core/workbook/choices';
import type { BookedMail } from '../../../../mail-bridge/outbox/booked-mail';
import { correspondence, TOLD } from '../../../../mail-bridge/trainer/correspondence';
import { outgoing } from '../../support/outgoing';

const TICKET = 'T-7K3Q9' as TicketId;
const OTHER = 'T-9QQQ2' as TicketId;
const NOW = instant(Date.UTC(2026, 10, 23, 12));
const ago = (ms: number) => instant(NOW - ms);
const OLA = { email: 'ola@firm.test', name: 'Ola' };
const agents = { at: (address: string) => (address === OLA.email ? OLA : null) };

function bookOf(...mails: readonly [ReturnType<typeof outgoing>, OutboxState][]) {
  const items = mails.map(([mail, state]) => ({ mail, state }) as BookedMail);
  return {
    all: () => items,
    get: (key: string) => items.find(({ mail }) => mail.key === key) ?? null,
  };
}
const answer = (key: string, ms: number, createdBy = OLA.email) =>
  outgoing(key, { ticketId: TICKET, createdAt: ago(ms), createdBy });
const itself = (id: TicketId) => id;

test.each<[OutboxState, number]>([
  ['queued', 1],
  ['sending', 1],
  ['sent', 1],
  ['deferred', 1],
  ['unknown', 1],
  ['failed', 0],
  ['cancelled', 0],
  ['bounced', 0],
])('an answer that is %s counts %i times as given', (state, times) => {
  const memory = correspondence(bookOf([answer('reply:1', MS_PER_MINUTE), state]), [], itself);
  expect(memory.given(TICKET, agents)).toHaveLength(times);
});

test('an answer is known by whoever wrote it, and those to other tickets do not count', () => {
  const elsewhere = outgoing('reply:2', { ticketId: OTHER, createdBy: OLA.email });
  const memory = correspondence(bookOf([answer('reply:1', 0), 'sent'], [elsewhere, 'sent']), [], itself);
  expect(memory.given(TICKET, agents)).toEqual([{ by: OLA, at: NOW }]);
});

test('an answer that was written past us counts, by nobody knows whom', () => {
  const memory = correspondence(bookOf(), [], itself);
  memory.answered(TICKET, NOW);
  expect(memory.given(TICKET, agents)).toEqual([{ by: null, at: NOW }]);
});

test('a planned answer counts once, before it is in the book and after', () => {
  const mail = answer('relay:in:1', 0);
  const empty = correspondence(bookOf(), [], itself);
  empty.planned([mail]);
  expect(empty.given(TICKET, agents)).toHaveLength(1);
  const booked = correspondence(bookOf([mail, 'queued']), [], itself);
  booked.planned([mail]);
  expect(booked.given(TICKET, agents)).toHaveLength(1);
});

test('one whose rows were refused does not count any more', () => {
  const mail = answer('relay:in:1', 0);
  const memory = correspondence(bookOf(), [], itself);
  memory.planned([mail]);
  memory.takeBack([mail]);
  expect(memory.given(TICKET, agents)).toEqual([]);
  expect(memory.has('relay:in:1')).toBe(false);
});

test.each([
  ['helped', TOLD.help],
  ['asked', TOLD.address],
] as const)('how often somebody was %s is counted for a day, for each colleague', (counted, what) => {
  const help = (key: string, ms: number, to = OLA.email) =>
    outgoing(what + key, { kind: 'alert', ticketId: TICKET, to, createdAt: ago(ms) });
  const memory = correspondence(
    bookOf(
      [help('1', MS_PER_DAY + 1), 'sent'],
      [help('2', MS_PER_DAY - 1), 'sent'],
      [help('3', 0), 'queued'],
      [help('4', 0, 'jan@firm.test'), 'sent'],
    ),
    [],
    itself,
  );
  expect(memory[counted](OLA.email, NOW)).toBe(2);
});

test('the last word about another’s answer is the one that counts', () => {
  const held = (key: string, ms: number) =>
    outgoing(TOLD.held + key, { kind: 'alert', ticketId: TICKET, to: 'Ola@firm.test', createdAt: ago(ms) });
  const memory = correspondence(
    bookOf([held('1', 0), 'sent'], [held('2', MS_PER_MINUTE), 'sent']),
    [],
    itself,
  );
  expect(memory.toldOfAnother(TICKET, OLA.email)).toBe(NOW);
  expect(memory.toldOfAnother(OTHER, OLA.email)).toBeNull();
});
