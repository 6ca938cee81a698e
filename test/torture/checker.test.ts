/** The judge of torture runs: it finds each kind of damage, and nothing where all went well. */
import { check } from '../../scripts/torture/checker';
import type { Evidence, Finding } from '../../scripts/torture/evidence';
import {
  ACK_ROW,
  ACKNOWLEDGEMENT,
  accepted,
  CLEAN,
  DAY,
  delivered,
  MESSAGES,
  messageOf,
  OTHER,
  QUESTION,
  REPLY,
  REPLY_ROW,
  row,
  TICKET,
  withMessages,
  withOutbox,
  withoutMessage,
  withSheet,
} from './small-evidence';

/** `kind which`, of every finding. */
const found = (evidence: Evidence): string[] =>
  check(evidence).findings.map(({ kind, which }) => `${kind} ${which}`);

interface Case {
  readonly damage: string;
  readonly evidence: Evidence;
  readonly finding: `${Finding['kind']} ${string}`;
}

const only = (...mails: Evidence['accepted']): Evidence => ({ ...CLEAN, accepted: mails });
const [, secondTicket = TICKET] = CLEAN.sheet.tickets;
const problem = (what: string) => row('problems', { key: 'p', what });

const MAILS: readonly Case[] = [
  {
    damage: 'a mail without a row',
    evidence: withoutMessage('robot'),
    finding: 'lost-mail cedar',
  },
  {
    damage: 'a mail whose bytes are not in the spool',
    evidence: { ...CLEAN, spool: new Map([...CLEAN.spool].filter(([name]) => name !== OTHER.sha256)) },
    finding: 'lost-mail elder',
  },
  {
    damage: 'a second row of the same mail',
    evidence: withMessages({}, [{ ...MESSAGES.robot, id: 'in:again' }]),
    finding: 'duplicate-ticket cedar',
  },
  {
    damage: 'a second row that knows the mail by its mark alone',
    evidence: withMessages({}, [{ ...MESSAGES.robot, id: 'in:again', original: '' }]),
    finding: 'duplicate-ticket cedar',
  },
  {
    damage: 'two tickets with one id',
    evidence: withSheet({ tickets: [...CLEAN.sheet.tickets, TICKET] }),
    finding: 'duplicate-ticket T-1',
  },
  {
    damage: 'an answer in a ticket of its own',
    evidence: withMessages({ answer: { ...MESSAGES.answer, ticket_id: 'T-2' } }),
    finding: 'wrong-ticket birch',
  },
  {
    damage: 'two questions in one ticket',
    evidence: withMessages({ other: { ...MESSAGES.other, ticket_id: 'T-1' } }),
    finding: 'wrong-ticket elder',
  },
  {
    damage: 'a question without a ticket',
    evidence: withMessages({ other: { ...MESSAGES.other, ticket_id: '' } }),
    finding: 'wrong-ticket elder',
  },
  {
    damage: 'a robot on a ticket',
    evidence: withMessages({ robot: { ...MESSAGES.robot, ticket_id: 'T-2' } }),
    finding: 'wrong-ticket cedar',
  },
  {
    damage: 'a file that the row does not name',
    evidence: withMessages({ question: { ...MESSAGES.question, attachments: [] } }),
    finding: 'lost-attachment amber: screen.png',
  },
  {
    damage: 'a file that the spooled bytes do not hold whole',
    evidence: { ...CLEAN, spool: new Map([...CLEAN.spool, [QUESTION.sha256, { attachments: ['0'] }]]) },
    finding: 'lost-attachment amber: screen.png',
  },
  {
    damage: 'a row that points to other bytes',
    evidence: withMessages({ robot: { ...MESSAGES.robot, original: 'another' } }),
    finding: 'shown-otherwise cedar',
  },
  {
    damage: 'a row that no mail explains',
    evidence: withMessages({}, [
      messageOf(delivered({ mark: 'ghost', sha256: '9'.repeat(64) }), 'T-2', { direction: 'note' }),
    ]),
    finding: `shown-otherwise in:${'9'.repeat(24)}`,
  },
];

const TICKETS: readonly Case[] = [
  ...(['requester_email', 'subject', 'status'] as const).map(
    (cell): Case => ({
      damage: `a ticket without ${cell}`,
      evidence: withSheet({ tickets: [{ ...TICKET, [cell]: '' }, secondTicket] }),
      finding: 'half-ticket T-1',
    }),
  ),
  {
    damage: 'a ticket that was never created',
    evidence: withSheet({ tickets: [{ ...TICKET, created_at: null }, secondTicket] }),
    finding: 'half-ticket T-1',
  },
  {
    damage: 'a ticket without messages',
    evidence: withSheet({ tickets: [...CLEAN.sheet.tickets, { ...TICKET, id: 'T-3' }] }),
    finding: 'half-ticket T-3',
  },
  {
    damage: 'messages without their ticket',
    evidence: withSheet({ tickets: [secondTicket] }),
    finding: 'half-ticket T-1',
  },
  {
    damage: 'a deleted ticket that is neither back nor named on Problems',
    evidence: { ...withSheet({ tickets: [secondTicket] }), deletedTickets: ['T-1'] },
    finding: 'half-ticket T-1',
  },
  {
    damage: 'a requester who never wrote',
    evidence: withSheet({ tickets: [{ ...TICKET, requester_email: 'eva@people.test' }, secondTicket] }),
    finding: 'half-ticket T-1',
  },
  {
    damage: 'a count of mails that is not true',
    evidence: withSheet({ tickets: [{ ...TICKET, message_count: 5 }, secondTicket] }),
    finding: 'shown-otherwise T-1',
  },
];

const withRow = (outbox: Evidence['sheet']['outbox'], mails: Evidence['accepted']): Evidence => ({
  ...CLEAN,
  sheet: { ...CLEAN.sheet, outbox, messages: Object.values(MESSAGES) },
  accepted: mails,
});

const SENDING: readonly Case[] = [
  {
    damage: 'one acknowledgement accepted twice',
    evidence: only(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT, REPLY),
    finding: 'double-acknowledgement amber',
  },
  {
    damage: 'two acknowledgements with different ids',
    evidence: withRow(
      [ACK_ROW, REPLY_ROW, { ...ACK_ROW, key: 'ack:again', message_id: '<again@firm.test>' }],
      [ACKNOWLEDGEMENT, REPLY, { ...ACKNOWLEDGEMENT, messageId: '<again@firm.test>', inReplyTo: '' }],
    ),
    finding: 'double-acknowledgement amber',
  },
  {
    damage: 'an acknowledgement of an answer',
    evidence: withRow(
      [ACK_ROW, REPLY_ROW, row('outbox', { key: 'ack:b', state: 'sent', message_id: '<b@firm.test>' })],
      [
        ACKNOWLEDGEMENT,
        REPLY,
        { ...ACKNOWLEDGEMENT, messageId: '<b@firm.test>', inReplyTo: '<birch@people.test>' },
      ],
    ),
    finding: 'double-acknowledgement birch',
  },
  {
    damage: 'an acknowledgement that is owed and has no row',
    evidence: withRow([REPLY_ROW], [REPLY]),
    finding: 'missing-acknowledgement amber',
  },
  {
    damage: 'an acknowledgement that is owed and still waits',
    evidence: withRow([{ ...ACK_ROW, state: 'queued' }, REPLY_ROW], [REPLY]),
    finding: 'missing-acknowledgement amber',
  },
  {
    damage: 'an automatic answer to what a robot wrote',
    evidence: withRow(
      [ACK_ROW, REPLY_ROW, row('outbox', { key: 'ack:c', state: 'sent', message_id: '<c@firm.test>' })],
      [
        ACKNOWLEDGEMENT,
        REPLY,
        { ...ACKNOWLEDGEMENT, messageId: '<c@firm.test>', inReplyTo: '<cedar@people.test>' },
      ],
    ),
    finding: 'answered-robot cedar',
  },
  {
    damage: 'an automatic mail to the address of a robot',
    evidence: withRow(
      [ACK_ROW, REPLY_ROW, row('outbox', { key: 'n', state: 'sent', message_id: '<n@firm.test>' })],
      [
        ACKNOWLEDGEMENT,
        REPLY,
        accepted({ messageId: '<n@firm.test>', autoSubmitted: 'auto-generated', to: ['Robot@shop.test'] }),
      ],
    ),
    finding: 'answered-robot cedar',
  },
  {
    damage: 'one reply accepted twice',
    evidence: only(ACKNOWLEDGEMENT, REPLY, REPLY),
    finding: 'double-reply fennel',
  },
  {
    damage: 'a reply in two mails',
    evidence: withRow(
      [ACK_ROW, REPLY_ROW, row('outbox', { key: 'r2', state: 'sent', message_id: '<r2@firm.test>' })],
      [ACKNOWLEDGEMENT, REPLY, { ...REPLY, messageId: '<r2@firm.test>' }],
    ),
    finding: 'double-reply fennel',
  },
  {
    damage: 'a mail that nobody here asked for, accepted twice',
    evidence: withRow(
      [ACK_ROW, REPLY_ROW, row('outbox', { key: 'n', state: 'sent', message_id: '<n@firm.test>' })],
      [
        ACKNOWLEDGEMENT,
        REPLY,
        accepted({ messageId: '<n@firm.test>' }),
        accepted({ messageId: '<n@firm.test>' }),
      ],
    ),
    finding: 'double-reply n@firm.test',
  },
  {
    damage: 'a reply that never went out and waits',
    evidence: withRow([ACK_ROW, { ...REPLY_ROW, state: 'queued' }], [ACKNOWLEDGEMENT]),
    finding: 'lost-reply fennel',
  },
  {
    damage: 'a reply whose row is gone',
    evidence: withRow([ACK_ROW], [ACKNOWLEDGEMENT]),
    finding: 'lost-reply fennel',
  },
  {
    damage: 'a reply to somebody else',
    evidence: withRow([ACK_ROW, REPLY_ROW], [ACKNOWLEDGEMENT, { ...REPLY, to: ['eva@people.test'] }]),
    finding: 'lost-reply fennel',
  },
];

const SHOWN: readonly Case[] = [
  {
    damage: 'a row that says "sent" of a mail that the server never had',
    evidence: only(ACKNOWLEDGEMENT),
    finding: 'shown-otherwise r1',
  },
  ...['failed', 'cancelled', 'deferred', 'sending'].map(
    (state): Case => ({
      damage: `a row that says "${state}" of a mail that went out`,
      evidence: { ...CLEAN, sheet: withOutbox(ACK_ROW, { ...REPLY_ROW, state }) },
      finding: 'shown-otherwise r1',
    }),
  ),
  {
    damage: 'a row that says "unknown" of a mail with a copy among the sent ones',
    evidence: { ...CLEAN, sheet: withOutbox(ACK_ROW, { ...REPLY_ROW, state: 'unknown' }) },
    finding: 'shown-otherwise r1',
  },
  {
    damage: 'a row that says "unknown" of a mail whose taking the bridge had read',
    evidence: {
      ...CLEAN,
      sheet: withOutbox(ACK_ROW, { ...REPLY_ROW, state: 'unknown' }),
      sentFolder: [],
      leftOpen: ['jan@people.test'],
    },
    finding: 'shown-otherwise r1',
  },
  {
    damage: 'two rows of one key',
    evidence: { ...CLEAN, sheet: withOutbox(ACK_ROW, REPLY_ROW, REPLY_ROW) },
    finding: 'shown-otherwise r1',
  },
  {
    damage: 'a mail that went out and has no row',
    evidence: { ...CLEAN, accepted: [...CLEAN.accepted, accepted({ messageId: '<stray@firm.test>' })] },
    finding: 'shown-otherwise <stray@firm.test>',
  },
  {
    damage: 'a reply that went out and is not in the conversation',
    evidence: withSheet({
      tickets: [{ ...TICKET, message_count: 3 }, secondTicket],
      messages: Object.values(MESSAGES).filter(({ direction }) => direction !== 'out'),
    }),
    finding: 'shown-otherwise fennel',
  },
];

const INTAKE: readonly Case[] = [
  {
    damage: 'a day with a difference',
    evidence: withSheet({ intake: [{ ...DAY, mailbox: 7, difference: 1 }] }),
    finding: 'unbalanced-intake 2026-11-20',
  },
  {
    damage: 'a day whose difference is not what it says',
    evidence: withSheet({ intake: [{ ...DAY, mailbox: 7 }] }),
    finding: 'unbalanced-intake 2026-11-20',
  },
  {
    damage: 'a mail that no day counts',
    evidence: withSheet({ intake: [{ ...DAY, mailbox: 5, reply: 0 }] }),
    finding: 'unbalanced-intake all days',
  },
  {
    damage: 'a copy that no day counts',
    evidence: withSheet({ intake: [{ ...DAY, mailbox: 5, duplicate: 0 }] }),
    finding: 'unbalanced-intake all days',
  },
  {
    damage: 'two lines of one day',
    evidence: withSheet({ intake: [DAY, row('intake', { day: '2026-11-20', mailbox: 0, difference: 0 })] }),
    finding: 'unbalanced-intake 2026-11-20',
  },
];

describe('the judge of torture runs', () => {
  it('finds nothing where all went well', () => {
    expect(check(CLEAN)).toEqual({ findings: [], unknown: 0 });
  });

  it.each([...MAILS, ...TICKETS, ...SENDING, ...SHOWN, ...INTAKE])(
    'finds $damage',
    ({ evidence, finding }) => {
      expect(found(evidence)).toContain(finding);
    },
  );

  it('says of a lost mail whether the Problems tab names it', () => {
    const silent = check(withoutMessage('robot')).findings;
    expect(silent[0]?.what).toContain('no line of Problems');
    const evidence = withoutMessage('robot');
    const sheet = { ...evidence.sheet, problems: [problem(`In quarantine: ${'c'.repeat(16)}`)] };
    expect(check({ ...evidence, sheet }).findings[0]?.what).toContain('the Problems tab names it');
  });

  it('accepts a deleted ticket that the Problems tab names', () => {
    const sheet = { ...CLEAN.sheet, tickets: [secondTicket], problems: [problem('T-1 was deleted')] };
    expect(found({ ...CLEAN, sheet, deletedTickets: ['T-1'] })).toEqual([]);
  });

  it('takes "unknown" for the truth about a mail that the server kept and told nobody', () => {
    const sheet = withOutbox(ACK_ROW, { ...REPLY_ROW, state: 'unknown' });
    const kept = [ACKNOWLEDGEMENT, { ...REPLY, toldNobody: true }];
    expect(check({ ...CLEAN, sheet, accepted: kept, sentFolder: [] })).toEqual({ findings: [], unknown: 1 });
  });

  it('takes "bounced" for a mail that went out', () => {
    expect(found({ ...CLEAN, sheet: withOutbox({ ...ACK_ROW, state: 'bounced' }, REPLY_ROW) })).toEqual([]);
  });

  it('accepts that a mailbox numbered anew is counted anew', () => {
    expect(found(withSheet({ intake: [{ ...DAY, mailbox: 11, duplicate: 6 }] }))).toEqual([]);
  });

  it('asks for no acknowledgement that is not owed, and accepts one under the caps', () => {
    const mails = CLEAN.delivered.map((mail) => ({ ...mail, owedAcknowledgement: false }));
    expect(found({ ...CLEAN, delivered: mails })).toEqual([]);
    expect(found({ ...withRow([REPLY_ROW], [REPLY]), delivered: mails })).toEqual([]);
  });

  it('lets a person answer a robot', () => {
    const reply = { ...REPLY, to: ['robot@shop.test'] };
    const asked = [{ mark: 'fennel', key: 'r1', to: 'robot@shop.test' }];
    expect(found({ ...CLEAN, asked, accepted: [ACKNOWLEDGEMENT, reply] })).toEqual([]);
  });
});
