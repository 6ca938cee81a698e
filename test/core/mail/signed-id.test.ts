import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  type Mac,
  readReplyAddress,
  readSignedMessageId,
  signMessageId,
  signReplyAddress,
  withoutReplyToken,
} from '../../../core/mail/signed-id';
import type { TicketId } from '../../../core/ticket/ticket-id';

const key =
  (secret: string): Mac =>
  (text) =>
    createHmac('sha256', secret).update(text).digest();
const KEYS = [key('new'), key('old')];
const TICKET = 'T-7K3Q9' as TicketId;
const ticketIds = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')), { minLength: 5, maxLength: 12 })
  .map((signs) => `T-${signs.join('')}` as TicketId);

describe('a Message-ID of ours', () => {
  test('holds the ticket and the version, as SpamAssassin likes it', () => {
    expect(signMessageId(TICKET, 'ack', 'school.example', KEYS)).toMatch(
      /^<b1_T-7K3Q9\.ack\.[a-z2-7]{16}@school\.example>$/,
    );
  });

  test('is known again for every ticket and suffix, in any case', () => {
    fc.assert(
      fc.property(ticketIds, fc.string({ maxLength: 80 }), (ticket, suffix) => {
        const id = signMessageId(ticket, suffix, 'school.example', KEYS);
        expect(readSignedMessageId(id, KEYS)).toBe(ticket);
        expect(readSignedMessageId(id.toUpperCase(), KEYS)).toBe(ticket);
      }),
    );
  });

  test('is known with a key that was rotated out of first place, and not with a stranger key', () => {
    const id = signMessageId(TICKET, 'x', 'school.example', [key('old')]);
    expect(readSignedMessageId(id, KEYS)).toBe(TICKET);
    expect(readSignedMessageId(id, [key('stranger')])).toBeNull();
  });

  test('one changed sign makes it nobody’s', () => {
    const id = signMessageId(TICKET, 'reply-7', 'school.example', KEYS);
    for (let at = 1; at < id.indexOf('@'); at++) {
      const sign = id.charAt(at) === '2' ? '3' : '2';
      const forged = id.slice(0, at) + sign + id.slice(at + 1);
      expect(readSignedMessageId(forged, KEYS)).toBeNull();
    }
  });

  test('of another program is none of ours', () => {
    expect(readSignedMessageId('<CAF1234@mail.gmail.com>', KEYS)).toBeNull();
  });
});

describe('a reply address of ours', () => {
  test('is known again, lower-cased on the way or not', () => {
    fc.assert(
      fc.property(ticketIds, (ticket) => {
        const address = signReplyAddress('support@school.example', ticket, KEYS);
        expect(readReplyAddress(address, KEYS)).toBe(ticket);
        expect(readReplyAddress(address.toUpperCase(), KEYS)).toBe(ticket);
        expect(withoutReplyToken(address)).toBe('support@school.example');
      }),
    );
  });

  test('a MAC of a Message-ID does not open it', () => {
    const mac = /\.([a-z2-7]{16})@/.exec(signMessageId(TICKET, '0', 'school.example', KEYS))?.[1] ?? '';
    expect(readReplyAddress(`support+t.t-7k3q9.${mac}@school.example`, KEYS)).toBeNull();
  });

  test('signing without a key says so', () => {
    expect(() => signReplyAddress('support@school.example', TICKET, [])).toThrow('at least one key');
    expect(() => signReplyAddress('nobody', TICKET, KEYS)).toThrow('no address to sign');
  });
});
