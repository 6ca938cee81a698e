/** A small run in which all went well, made by hand, and the ways to spoil it. */

import { instant } from '../../core/time/instant';
import { COLUMNS, type TableKey } from '../../core/workbook/columns';
import type { Row, RowChange } from '../../core/workbook/rows';
import type { AcceptedMail, DeliveredMail, Evidence } from '../../scripts/torture/evidence';

const EMPTY = {
  text: '',
  choice: '',
  list: [],
  datetime: null,
  date: null,
  number: null,
  boolean: false,
} as const;

/** A row of the tab with these cells; all others are empty. */
export function row<T extends TableKey>(table: T, cells: RowChange<T>): Row<T> {
  const empty = Object.fromEntries(
    Object.entries(COLUMNS[table]).map(([column, kind]) => [column, EMPTY[kind as keyof typeof EMPTY]]),
  );
  // The columns of the table, each with the empty value of its kind.
  return { ...empty, ...cells } as Row<T>;
}

export const AT = instant(Date.UTC(2026, 10, 20, 9));

const sha = (sign: string): string => sign.repeat(64);

export function delivered(change: Partial<DeliveredMail> & { readonly mark: string }): DeliveredMail {
  return {
    messageId: `<${change.mark}@people.test>`,
    from: 'jan@people.test',
    kind: 'question',
    belongsTo: null,
    sha256: sha('0'),
    attachments: [],
    owedAcknowledgement: false,
    ...change,
  };
}

export function accepted(change: Partial<AcceptedMail>): AcceptedMail {
  return {
    to: ['jan@people.test'],
    messageId: '<ours@firm.test>',
    autoSubmitted: '',
    inReplyTo: '',
    references: [],
    answerTo: 'support@firm.test',
    subject: 'Re: Help',
    text: '',
    html: '',
    files: [],
    toldNobody: false,
    ...change,
  };
}

export const QUESTION = delivered({
  mark: 'amber',
  sha256: sha('a'),
  attachments: [{ filename: 'screen.png', sha256: 'f11e' }],
  owedAcknowledgement: true,
});
export const COPY = delivered({ ...QUESTION, kind: 'copy' });
export const ANSWER = delivered({ mark: 'birch', kind: 'answer', belongsTo: 'amber', sha256: sha('b') });
export const ROBOT = delivered({ mark: 'cedar', kind: 'robot', from: 'robot@shop.test', sha256: sha('c') });
export const BOUNCE = delivered({
  mark: 'daisy',
  kind: 'bounce',
  from: 'mailer-daemon@people.test',
  belongsTo: 'amber',
  sha256: sha('d'),
});
export const OTHER = delivered({ mark: 'elder', from: 'eva@people.test', sha256: sha('e') });

export const ACKNOWLEDGEMENT = accepted({
  messageId: '<ack.T-1@firm.test>',
  autoSubmitted: 'auto-replied',
  inReplyTo: QUESTION.messageId,
});
export const REPLY = accepted({ messageId: '<reply@firm.test>', text: 'Please try again. fennel' });

export const TICKET = row('tickets', {
  id: 'T-1',
  requester_email: 'jan@people.test',
  subject: 'Help amber',
  status: 'open',
  created_at: AT,
  message_count: 4,
});
const OTHER_TICKET = row('tickets', {
  ...TICKET,
  id: 'T-2',
  requester_email: 'eva@people.test',
  message_count: 1,
});

export function messageOf(mail: DeliveredMail, ticket: string, more: RowChange<'messages'> = {}) {
  return row('messages', {
    id: `in:${mail.sha256.slice(0, 24)}`,
    ticket_id: ticket,
    direction: 'in',
    subject: `Help ${mail.mark}`,
    original: mail.sha256,
    attachments: mail.attachments.map(({ filename }) => filename),
    ...more,
  });
}

export const MESSAGES = {
  question: messageOf(QUESTION, 'T-1'),
  answer: messageOf(ANSWER, 'T-1', { subject: 'Re: Help amber birch' }),
  robot: messageOf(ROBOT, ''),
  bounce: messageOf(BOUNCE, 'T-1'),
  other: messageOf(OTHER, 'T-2'),
  reply: row('messages', {
    id: 'out:r1',
    ticket_id: 'T-1',
    direction: 'out',
    text: 'Please try again. fennel',
  }),
};

export const ACK_ROW = row('outbox', {
  key: 'ack:T-1',
  kind: 'acknowledgement',
  ticket_id: 'T-1',
  to: 'jan@people.test',
  state: 'sent',
  message_id: '<ack.T-1@firm.test>',
});
export const REPLY_ROW = row('outbox', {
  key: 'r1',
  kind: 'reply',
  ticket_id: 'T-1',
  to: 'jan@people.test',
  state: 'sent',
  message_id: '<reply@firm.test>',
});

export const DAY = row('intake', {
  day: '2026-11-20',
  mailbox: 6,
  new_ticket: 2,
  reply: 1,
  agent_reply: 0,
  bounce: 1,
  automatic: 1,
  loop_stopped: 0,
  duplicate: 1,
  quarantined: 0,
  difference: 0,
});

export const CLEAN: Evidence = {
  delivered: [QUESTION, COPY, ANSWER, ROBOT, BOUNCE, OTHER],
  asked: [{ mark: 'fennel', key: 'r1', to: 'jan@people.test' }],
  agentMails: [],
  accepted: [ACKNOWLEDGEMENT, REPLY],
  refusals: [],
  leftOpen: [],
  notesRefused: 0,
  sheet: {
    tickets: [TICKET, OTHER_TICKET],
    messages: Object.values(MESSAGES),
    outbox: [ACK_ROW, REPLY_ROW],
    intake: [DAY],
    problems: [],
    commands: [],
  },
  deletedTickets: [],
  spool: new Map([
    [QUESTION.sha256, { attachments: ['f11e'] }],
    ...[ANSWER, ROBOT, BOUNCE, OTHER].map(({ sha256 }): [string, { attachments: string[] }] => [
      sha256,
      { attachments: [] },
    ]),
  ]),
  sentFolder: ['<reply@firm.test>'],
  filedByProvider: false,
};

/** The clean run with other rows in some tabs. */
export function withSheet(change: Partial<Evidence['sheet']>): Evidence {
  return { ...CLEAN, sheet: { ...CLEAN.sheet, ...change } };
}

export function withOutbox(...outbox: readonly Row<'outbox'>[]): Evidence['sheet'] {
  return { ...CLEAN.sheet, outbox };
}

export function withMessages(
  messages: Partial<typeof MESSAGES>,
  more: readonly Row<'messages'>[] = [],
): Evidence {
  return withSheet({ messages: [...Object.values({ ...MESSAGES, ...messages }), ...more] });
}

export function withoutMessage(name: keyof typeof MESSAGES): Evidence {
  const { [name]: _gone, ...others } = MESSAGES;
  return withSheet({ messages: Object.values(others) });
}
