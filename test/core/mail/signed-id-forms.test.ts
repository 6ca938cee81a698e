/** The form of what we sign, sign for sign: what a change here would break are answers to mails that are out. */
import {
  type Mac,
  readReplyAddress,
  readSignedMessageId,
  signMessageId,
  signReplyAddress,
} from '../../../core/mail/signed-id';
import type { TicketId } from '../../../core/ticket/ticket-id';

const T = 'T-7K3Q9' as TicketId;
const counting: Mac = () => Uint8Array.from({ length: 32 }, (_, at) => at + 1);
/** As Apps Script hands them out. */
const signed: Mac = () => Int8Array.from({ length: 32 }, (_, at) => at + 1 - 128);
const unsigned: Mac = () => Uint8Array.from({ length: 32 }, (_, at) => at + 1 + 128);
/** RFC 4648 base32 of the bytes 1 to 10. */
const MAC = 'aebagbafaydqqcik';

test('the signature is base32 of the first ten bytes', () => {
  expect(signMessageId(T, 'x', 'a.test', [counting])).toBe(`<b1_${T}.x.${MAC}@a.test>`);
  expect(signReplyAddress('s@a.test', T, [counting])).toBe(`s+t.t-7k3q9.${MAC}@a.test`);
  expect(signReplyAddress('s@a.test', T, [signed])).toBe(signReplyAddress('s@a.test', T, [unsigned]));
});

test('ten bytes are enough, and nine are refused', () => {
  const ten: Mac = () => Uint8Array.from({ length: 10 }, (_, at) => at + 1);
  expect(signReplyAddress('s@a.test', T, [ten])).toContain(MAC);
  expect(() => signReplyAddress('s@a.test', T, [() => new Uint8Array(9)])).toThrow('10 bytes');
});

test.each([
  ['a b', 'a-b'],
  ['a  !! b', 'a-b'],
  ['', '0'],
  ['x'.repeat(61), 'x'.repeat(60)],
])('the suffix %j becomes %j', (suffix, safe) => {
  expect(signMessageId(T, suffix, 'a.test', [counting])).toContain(`.${safe}.${MAC}@`);
});

test.each([
  [`<b1_${T}.x.${MAC}@a.test>`, T],
  [`  b1_${T}.x.${MAC}@a.test  `, T],
  [`x<b1_${T}.x.${MAC}@a.test>`, null],
  [`<b1_${T}.x.${MAC}@a.test> x`, null],
  [`<b1_T-UUUUU.x.${MAC}@a.test>`, null],
])('of %j the ticket is %s', (id, ticket) => {
  expect(readSignedMessageId(id, [counting])).toBe(ticket);
});

test('an address needs a name before its @, and a token a ticket', () => {
  expect(signReplyAddress('s@a.test', T, [counting])).toContain('s+t.');
  expect(() => signReplyAddress('@a.test', T, [counting])).toThrow('no address');
  expect(readReplyAddress(`s+t.t-uuuuu.${MAC}@a.test`, [counting])).toBeNull();
});
