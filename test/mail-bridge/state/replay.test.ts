/** After a start the bridge knows of every ticket what it knew before, References in their order. */
import { knownTickets, type MailIn } from '../../../core/intake/known-tickets';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { mintTicketId } from '../../../core/ticket/ticket-id';
import { type Instant, instant } from '../../../core/time/instant';
import type { Ledger } from '../../../mail-bridge/intake/ledger';
import { seenMail } from '../../../mail-bridge/intake/plan-batch';
import type { BookedMail } from '../../../mail-bridge/outbox/outbox-book';
import { replay } from '../../../mail-bridge/state/replay';
import type { SpoolName } from '../../../mail-bridge/state/spool';

const ID = mintTicketId(new Uint8Array(32).fill(3), () => false);
const at = (minute: number) => instant(Date.UTC(2026, 10, 20, 9, minute));

const came = (n: number, minute: number): ReturnType<Ledger['history']>[number] => {
  const event: MailIn = {
    ticketId: ID,
    opened: n === 1,
    at: at(minute),
    from: 'jan@people.test',
    name: 'Jan',
    subject: 'Question',
    excerpt: '',
    language: 'en',
    human: true,
    signals: [],
    answers: [],
    onlyThanks: false,
    shownTo: [],
  };
  const name = String(n).padEnd(64, '0') as SpoolName;
  const position = { epoch: 'aaaaaaaaaaaa.7', uid: n };
  return {
    spooled: { t: 'spooled', ...position, name, at: at(minute), day: '2026-11-20', size: 1, partial: false },
    done: { t: 'done', ...position, outcome: 'reply', messageId: `<in-${n}>`, content: '', ticket: event },
  };
};

const went = (kind: OutgoingMail['kind'], n: number, when: Instant, inReplyTo: string): BookedMail => ({
  mail: {
    key: `k${n}`,
    kind,
    ticketId: ID,
    sessionId: '',
    to: 'jan@people.test',
    subject: 'Re: Question',
    text: 'Yes.',
    language: 'en',
    template: '',
    messageId: `<out-${n}>`,
    date: when,
    inReplyTo,
    references: [],
    createdAt: when,
    createdBy: '',
    notBefore: null,
    notAfter: null,
    covers: [],
    invitations: [],
    plainOnly: false,
    fromName: '',
    cc: [],
    files: [],
  },
  state: 'sent',
  transmission: 'none',
  attempts: 1,
  retryAt: null,
  at: when,
  answer: '250',
  shown: true,
  leftAt: when,
  withdrawn: false,
  again: false,
});

it('each mail has its place among the others, whoever wrote it', () => {
  const tickets = knownTickets();
  const history = [came(1, 0), came(2, 10), came(3, 5), came(4, 30)];
  const sent = [
    // Made when both of the first mails had come, but before the second was looked at.
    went('acknowledgement', 1, at(11), '<in-1>'),
    went('reply', 3, at(40), '<in-4>'),
    went('reply', 2, at(20), '<in-3>'),
  ];
  replay({ history: () => history }, { all: () => sent }, tickets, seenMail());
  expect(tickets.get(ID)?.messageIds).toEqual([
    '<in-1>',
    '<out-1>',
    '<in-2>',
    '<in-3>',
    '<out-2>',
    '<in-4>',
    '<out-3>',
  ]);
  expect(tickets.get(ID)).toMatchObject({ lastOutboundAt: at(40), firstAnswerAt: at(20), messageCount: 6 });
});
