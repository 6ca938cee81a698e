/**
 * A participant asked a colleague, who answered from the own account and put the mailbox in Cc: no mail of the participant
 * has come to us, so the colleague's opens the ticket. It is the participant's, it is the colleague's to look after, and
 * it is answered already: nothing goes out, nobody is told that we have it, and nobody waits for us.
 */
import type { IncomingMail } from '../intake/incoming';
import type { MailIn } from '../intake/known-tickets';
import { messageRow, shownAddress } from '../intake/message-row';
import { excerptOf, type IntakePlan } from '../intake/plan-intake';
import type { Language } from '../language';
import { addressKey } from '../mail/addresses';
import { awaitedIds } from '../mail/thread';
import type { TicketId } from '../ticket/ticket-id';
import { pastUs, shownTo } from './direct-answer';
import type { DirectMailFacts } from './direct-mail';
import type { Agent } from './trainer-mail-types';

export interface DirectOpeningFacts extends Pick<DirectMailFacts, 'own' | 'isColleague'> {
  /** Who wrote, and has the ticket from the first. */
  readonly agent: Agent;
  /** Who asks: `to` of the reading. */
  readonly requester: string;
  /** Of the new ticket. */
  readonly ticketId: TicketId;
  /** The participant's. */
  readonly language: Language;
  /** Id of the mail's row in Messages. */
  readonly messageRowId: string;
  readonly firmLanguage: Language;
}

/**
 * First `ticket`, then `answered`: an answer to a ticket that is not known yet is an answer to nothing. No clock of the
 * participant runs, because no words of theirs are here (`human`).
 */
export function directOpening(incoming: IncomingMail, facts: DirectOpeningFacts): IntakePlan {
  const { mail, receivedAt, words } = incoming;
  const { agent, requester, ticketId, language, firmLanguage } = facts;
  const opened: MailIn = {
    ticketId,
    opened: true,
    at: receivedAt,
    from: requester,
    name: mail.to.find(({ address }) => addressKey(address) === requester)?.name ?? '',
    subject: mail.subject,
    excerpt: excerptOf(words),
    language,
    human: false,
    onlyThanks: false,
    signals: [],
    answers: awaitedIds(mail),
    shownTo: [],
  };
  const ticket = { requesterEmail: requester, participants: new Set([requester]) };
  const readers = shownTo(mail, { ...facts, ticket });
  return {
    outcome: 'new-ticket',
    message: messageRow(incoming, {
      id: facts.messageRowId,
      ticketId,
      direction: 'out',
      from: shownAddress(mail.from),
      words,
      language,
      messageId: mail.messageId,
      class: 'human',
      warnings: pastUs(mail, facts),
      firmLanguage,
    }),
    ticket: opened,
    answered: { ticketId, messageId: mail.messageId, to: readers.join(', '), answeredAt: receivedAt },
    birth: { priority: 'normal', session: null, assignee: agent.name },
    related: null,
    undelivered: null,
    acknowledge: null,
  };
}
