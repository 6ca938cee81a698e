/** Letters to colleagues that they may answer: for whom they are signed, which of them stand together, and whose we know them to be. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readAgentAddress, readAgentMessageId, signAgentMessageId } from '../../../core/mail/signed-id';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import type { TicketId } from '../../../core/ticket/ticket-id';
import type { OutboxKind } from '../../../core/workbook/choices';
import {
  answerAddress,
  type ColleagueLetter,
  colleagueMail,
  isOwnMessageId,
  mayBeAnswered,
  readdressed,
  signedForColleague,
  ticketOfLetter,
} from '../../../mail-bridge/outbox/colleague-mail';
import { viaFirm } from '../../../mail-bridge/outbox/display-name';
import { type OutboxBook, openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { outgoing } from '../support/outgoing';
import { keys, NOW } from './letter-firm';

const TICKET = 'T-7K3Q9' as TicketId;
const OTHER = 'T-8M2W4' as TicketId;
const OLA = 'ola@people.test';
const JAN = 'jan@people.test';
const domain = 'firm.test';

let folder: string;
let book: OutboxBook;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-letters-'));
  book = openOutboxBook(join(folder, 'outbox.jsonl'));
});
afterEach(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});
const reopen = () => {
  book.close();
  book = openOutboxBook(join(folder, 'outbox.jsonl'));
};

const write = (more: Partial<ColleagueLetter> = {}): OutgoingMail =>
  colleagueMail(
    {
      key: 'turn:1',
      kind: 'assignment',
      ticketId: TICKET,
      agent: OLA,
      subject: '[#T-7K3Q9] Help',
      text: 'It does not work.',
      language: 'en',
      template: 'assignment',
      now: NOW,
      createdBy: 'Rowdesk',
      ...more,
    },
    { book, keys, domain },
  );
const send = (more: Partial<ColleagueLetter> = {}): OutgoingMail => {
  const mail = write(more);
  book.admit(mail);
  return mail;
};

describe('a letter to a colleague', () => {
  test('is signed for its ticket and its reader', () => {
    const mail = write();
    expect(mail).toMatchObject({ to: OLA, ticketId: TICKET, createdBy: 'Rowdesk', cc: [], files: [] });
    expect(readAgentMessageId(mail.messageId, [JAN, OLA], keys)).toEqual({ ticket: TICKET, agent: OLA });
    expect(readAgentMessageId(mail.messageId, [JAN], keys)).toBeNull();
  });

  test('has the same name whenever it is made again, and no two have one', () => {
    expect(write().messageId).toBe(write().messageId);
    const ids = [write(), write({ key: 'turn:2' }), write({ agent: JAN }), write({ ticketId: OTHER })];
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(4);
  });

  test('is answered at an address that is good for nobody else', () => {
    const signed = signedForColleague(write(), keys);
    if (signed === null) throw new Error('the letter is not signed');
    const address = answerAddress('support@firm.test', signed, keys);
    expect(readAgentAddress(address, [JAN, OLA], keys)).toEqual({ ticket: TICKET, agent: OLA });
    expect(readAgentAddress(address, [JAN], keys)).toBeNull();
  });

  test('is told from an answer to a participant, and from itself in the row of somebody else', () => {
    expect(signedForColleague(outgoing('reply:1', { ticketId: TICKET, to: OLA }), keys)).toBeNull();
    expect(signedForColleague({ ...write(), to: JAN }, keys)).toBeNull();
  });

  test.each<[OutboxKind, string, boolean]>([
    ['assignment', 'assignment', true],
    ['assignment', '', true],
    ['alert', 'answer_held', true],
    ['alert', 'commands_help', true],
    ['alert', 'command_refused', true],
    ['alert', 'mail_disbelieved', true],
    ['alert', 'confirm_address', true],
    ['alert', 'escalation', false],
    ['alert', '', false],
    ['reply', 'command_refused', false],
    ['notice', 'assignment', false],
  ])('%s with the template %j may be answered: %s', (kind, template, expected) => {
    expect(mayBeAnswered({ kind, template })).toBe(expected);
  });
});

describe('the thread of a colleague', () => {
  test('begins with the first letter about a ticket and goes on with every later one', () => {
    const first = send();
    const second = send({ key: 'turn:2' });
    const help = send({ key: 'told:help', kind: 'alert', template: 'commands_help' });
    expect([first.inReplyTo, first.references]).toEqual([null, []]);
    expect([second.inReplyTo, second.references]).toEqual([first.messageId, [first.messageId]]);
    expect(help.references).toEqual([first.messageId, second.messageId]);
  });

  test('is the same after a restart', () => {
    const first = send();
    reopen();
    expect(write({ key: 'turn:2' }).references).toEqual([first.messageId]);
  });

  test('knows nothing of other tickets, other colleagues, or of letters for reading only', () => {
    send({ ticketId: OTHER, key: 'turn:other' });
    send({ agent: JAN, key: 'turn:jan' });
    book.admit(outgoing('alert:1', { kind: 'alert', ticketId: TICKET, to: OLA }));
    book.admit(outgoing('reply:1', { ticketId: TICKET, to: OLA }));
    expect(write().references).toEqual([]);
  });

  test('finds the colleague however the address is written', () => {
    const first = send();
    expect(write({ key: 'turn:2', agent: 'Ola@People.test' }).references).toEqual([first.messageId]);
  });

  test.each(['failed', 'cancelled'] as const)('leaves out a letter that never left: %s', (state) => {
    const { key } = send();
    if (state === 'failed') book.step(key, { kind: 'refused' }, NOW, '550');
    else book.cancel(key, NOW, 'Cancelled in the Sheet.');
    expect(write({ key: 'turn:2' }).references).toEqual([]);
  });

  test('goes on from the mail of the colleague that a letter answers', () => {
    const first = send();
    const help = write({ key: 'told:help', kind: 'alert', answers: '<from-ola@mail.test>' });
    expect(help.inReplyTo).toBe('<from-ola@mail.test>');
    expect(help.references).toEqual([first.messageId, '<from-ola@mail.test>']);
  });

  test('does not hold the letter itself when it is made again', () => {
    send();
    expect(write().references).toEqual([]);
  });
});

describe('a letter whose row gets another address', () => {
  const context = () => ({ book, keys, domain });

  test('is signed for the one who gets it, and stands in that one’s thread', () => {
    const forJan = send({ key: 'turn:jan', agent: JAN });
    const moved = readdressed(send(), JAN, context());
    expect(readAgentMessageId(moved.messageId, [OLA, JAN], keys)).toEqual({ ticket: TICKET, agent: JAN });
    expect(moved).toMatchObject({ to: JAN, references: [forJan.messageId], inReplyTo: forJan.messageId });
  });

  test('stays the letter it was where the address is only written otherwise', () => {
    const mail = send();
    expect(readdressed(mail, 'Ola@people.test', context())).toEqual({ ...mail, to: 'Ola@people.test' });
  });

  test('is nothing that answers to participants have', () => {
    const reply = outgoing('reply:1', { ticketId: TICKET });
    expect(readdressed(reply, JAN, context())).toEqual({ ...reply, to: JAN });
  });
});

describe('a Message-ID that comes back', () => {
  const own = (team: readonly string[]) => ({ book, keys, team: () => team });

  test('is ours when the book has it, whoever is in the team', () => {
    const { messageId } = send();
    expect(isOwnMessageId(messageId, own([]))).toBe(true);
    expect(ticketOfLetter(messageId, own([]))).toBe(TICKET);
  });

  test('is ours by its signature when the book was lost', () => {
    const { messageId } = write();
    expect([isOwnMessageId(messageId, own([OLA])), ticketOfLetter(messageId, own([OLA]))]).toEqual([
      true,
      TICKET,
    ]);
    expect([isOwnMessageId(messageId, own([JAN])), ticketOfLetter(messageId, own([JAN]))]).toEqual([
      false,
      null,
    ]);
  });

  test('is not ours with a signature that somebody made up', () => {
    const forged = signAgentMessageId(TICKET, '0', OLA, domain, [() => new Uint8Array(32)]);
    expect([isOwnMessageId(forged, own([OLA])), ticketOfLetter(forged, own([OLA]))]).toEqual([false, null]);
  });

  test('names the ticket of a letter only, not of mails to participants or of alerts', () => {
    book.admit(outgoing('reply:1', { ticketId: TICKET }));
    book.admit(outgoing('alert:1', { kind: 'alert', ticketId: TICKET, to: OLA }));
    expect(ticketOfLetter('<reply:1@firm.test>', own([OLA]))).toBeNull();
    expect(ticketOfLetter('<alert:1@firm.test>', own([OLA]))).toBeNull();
  });
});

describe('the name of a letter with a participant’s words', () => {
  test.each([
    ['en', 'Zofia Malinka', 'Zofia Malinka via Akademia Jasna'],
    ['pl', 'Zofia Malinka', 'Zofia Malinka via Akademia Jasna'],
    ['uk', 'Оксана Гай', 'Оксана Гай через Akademia Jasna'],
  ] as const)('in %s', (language, person, name) => {
    expect(viaFirm(person, 'Akademia Jasna', language)).toBe(name);
  });

  test.each([[''], ['  '], ['zofia@client.test'], ['<zofia@client.test>'], ['""']])(
    'is the firm’s alone for a person who calls themselves %j',
    (person) => {
      expect(viaFirm(person, 'Akademia Jasna', 'en')).toBe('');
    },
  );

  test('always ends with the firm, however long the person’s is, and holds no address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (person) => {
        const name = viaFirm(person, 'Akademia Jasna', 'en');
        expect(name === '' || name.endsWith(' via Akademia Jasna')).toBe(true);
        expect(name).not.toMatch(/[@<>\n]/);
        expect(name.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
