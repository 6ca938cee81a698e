/** What we sign for colleagues: an answer to it may reach a participant. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  type Mac,
  readAgentAddress,
  readAgentMessageId,
  readReplyAddress,
  readSignedMessageId,
  signAgentAddress,
  signAgentMessageId,
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
const T = 'T-7K3Q9' as TicketId;
const MAILBOX = 'support@school.example';
const TOM = 'tom@school.example';
const TEAM = ['lena@school.example', TOM, 'sara@school.example'];

const ticketIds = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')), { minLength: 5, maxLength: 12 })
  .map((signs) => `T-${signs.join('')}` as TicketId);
const agents = fc.emailAddress().map((address) => address.toLowerCase());

/** Both forms, as one signs and reads them. */
const FORMS = [
  {
    name: 'address',
    sign: (ticket: TicketId, agent: string, keys = KEYS) => signAgentAddress(MAILBOX, ticket, agent, keys),
    read: readAgentAddress,
  },
  {
    name: 'Message-ID',
    sign: (ticket: TicketId, agent: string, keys = KEYS) =>
      signAgentMessageId(ticket, 'turn-7', agent, 'school.example', keys),
    read: readAgentMessageId,
  },
] as const;

describe.each(FORMS)('a colleague’s $name', ({ sign, read }) => {
  test('is known again for every ticket and colleague, lower-cased on the way or not', () => {
    fc.assert(
      fc.property(ticketIds, agents, fc.array(agents, { maxLength: 4 }), (ticket, agent, others) => {
        const signed = sign(ticket, agent);
        for (const form of [signed, signed.toLowerCase(), signed.toUpperCase()]) {
          expect(read(form, [...others, agent], KEYS)).toEqual({ ticket, agent });
        }
      }),
    );
  });

  test('is nobody’s where the colleague is not among those who are asked', () => {
    fc.assert(
      fc.property(ticketIds, agents, fc.array(agents, { maxLength: 4 }), (ticket, agent, others) => {
        fc.pre(!others.includes(agent));
        expect(read(sign(ticket, agent), others, KEYS)).toBeNull();
      }),
    );
    expect(read(sign(T, ''), ['', ' '], KEYS)).toBeNull();
  });

  test('does not pass for another ticket', () => {
    fc.assert(
      fc.property(ticketIds, ticketIds, (ticket, other) => {
        fc.pre(ticket !== other);
        const moved = sign(ticket, TOM).replace(new RegExp(ticket, 'i'), other);
        expect(read(moved, TEAM, KEYS)).toBeNull();
      }),
    );
  });

  test('one changed sign makes it nobody’s', () => {
    const signed = sign(T, TOM);
    const from = signed.search(/\+a\.|b1a/);
    for (let at = from; at < signed.lastIndexOf('@'); at++) {
      const sign_ = signed.charAt(at) === '2' ? '3' : '2';
      expect(read(signed.slice(0, at) + sign_ + signed.slice(at + 1), TEAM, KEYS)).toBeNull();
    }
  });

  test('is known with a key that was rotated out of first place, and not with a stranger’s', () => {
    const signed = sign(T, TOM, [key('old')]);
    expect(read(signed, TEAM, KEYS)).toEqual({ ticket: T, agent: TOM });
    expect(read(signed, TEAM, [key('stranger')])).toBeNull();
  });

  test('is no matter of how the Team tab writes the address', () => {
    expect(read(sign(T, ' Tom@School.Example '), ['TOM@school.example'], KEYS)).toEqual({
      ticket: T,
      agent: TOM,
    });
  });

  test('is none of the participants’ forms, and they are none of it', () => {
    fc.assert(
      fc.property(ticketIds, agents, (ticket, agent) => {
        const signed = sign(ticket, agent);
        expect(readReplyAddress(signed, KEYS)).toBeNull();
        expect(readSignedMessageId(signed, KEYS)).toBeNull();
        const theirs = [signReplyAddress(MAILBOX, ticket, KEYS), signMessageId(ticket, 'x', 'a.test', KEYS)];
        for (const form of theirs) expect(read(form, [agent], KEYS)).toBeNull();
      }),
    );
  });

  test('names a ticket, or is none', () => {
    const unreadable = sign(T, TOM).replace(/T-7K3Q9/i, 'T-UUUUU');
    expect(read(unreadable, TEAM, KEYS)).toBeNull();
  });
});

describe('a MAC is worth nothing in another form', () => {
  const macOf = (signed: string): string => /\.([a-z2-7]{16})@/.exec(signed)?.[1] ?? '';
  const T_LOWER = T.toLowerCase();
  test.each([
    ['a participant’s address', signReplyAddress(MAILBOX, T, KEYS)],
    ['a participant’s Message-ID', signMessageId(T, '0', 'school.example', KEYS)],
    ['a colleague’s Message-ID', signAgentMessageId(T, '0', TOM, 'school.example', KEYS)],
  ])('that of %s opens no colleague’s address', (_, signed) => {
    expect(macOf(signed)).toHaveLength(16);
    expect(readAgentAddress(`support+a.${T_LOWER}.${macOf(signed)}@school.example`, TEAM, KEYS)).toBeNull();
  });

  test.each([
    ['a colleague’s address', signAgentAddress(MAILBOX, T, TOM, KEYS)],
    ['a participant’s Message-ID of the same suffix', signMessageId(T, '0', 'school.example', KEYS)],
  ])('that of %s opens no colleague’s Message-ID', (_, signed) => {
    expect(readAgentMessageId(`<b1a_${T}.0.${macOf(signed)}@school.example>`, TEAM, KEYS)).toBeNull();
  });

  test('and a colleague’s opens no participant’s', () => {
    const address = macOf(signAgentAddress(MAILBOX, T, TOM, KEYS));
    expect(readReplyAddress(`support+t.${T_LOWER}.${address}@school.example`, KEYS)).toBeNull();
    const id = macOf(signAgentMessageId(T, '0', TOM, 'school.example', KEYS));
    expect(readSignedMessageId(`<b1_${T}.0.${id}@school.example>`, KEYS)).toBeNull();
  });
});

describe('what cannot be signed', () => {
  test('is said', () => {
    expect(() => signAgentAddress('nobody', T, TOM, KEYS)).toThrow('no address to sign');
    expect(() => signAgentAddress(MAILBOX, T, TOM, [])).toThrow('at least one key');
    expect(() => signAgentMessageId(T, 'x', TOM, 'a.test', [])).toThrow('at least one key');
  });
});

test('a suffix keeps letters and digits, as in the Message-IDs for participants', () => {
  expect(signAgentMessageId(T, 'turn:1 /x', TOM, 'a.test', KEYS)).toMatch(
    /^<b1a_T-7K3Q9\.turn-1-x\.[a-z2-7]{16}@a\.test>$/,
  );
});

describe('without our token', () => {
  test('both forms are the mailbox again', () => {
    fc.assert(
      fc.property(ticketIds, agents, (ticket, agent) => {
        expect(withoutReplyToken(signAgentAddress(MAILBOX, ticket, agent, KEYS))).toBe(MAILBOX);
        expect(withoutReplyToken(signReplyAddress(MAILBOX, ticket, KEYS))).toBe(MAILBOX);
      }),
    );
  });

  test('each address of a text is', () => {
    const one = signAgentAddress(MAILBOX, T, TOM, KEYS);
    expect(withoutReplyToken(`<${one}>, ${one.toUpperCase()} and tom+a.friend@x.test`)).toBe(
      `<${MAILBOX}>, ${MAILBOX.toUpperCase()} and tom+a.friend@x.test`,
    );
  });
});
