/** What a colleague's mail about a ticket leaves in the workbook: its row of Messages, and what it asks of the tracker. */
import type { IncomingMail } from '../intake/incoming';
import { messageRow, shownAddress } from '../intake/message-row';
import type { IntakePlan } from '../intake/plan-intake';
import type { Language } from '../language';
import { isTicketId, type TicketId } from '../ticket/ticket-id';
import type { Instant } from '../time/instant';
import type { CommandCell } from '../workbook/choices';
import type { RowChange } from '../workbook/rows';
import type { Agent, Order } from './trainer-mail-types';

export interface ColleagueRowFacts {
  /** Id of the mail's row in Messages. */
  readonly messageRowId: string;
  readonly firmLanguage: Language;
  /** As the ticket has it, for words that do not tell theirs. */
  readonly ticketLanguage: Language;
  /** What the team should know of it besides its words. */
  readonly why: string;
}

/** Stays with the team: nobody outside gets to read it. */
export function teamNote(
  incoming: IncomingMail,
  ticketId: TicketId,
  words: string,
  { messageRowId, firmLanguage, ticketLanguage, why }: ColleagueRowFacts,
): RowChange<'messages'> {
  const { mail } = incoming;
  return messageRow(incoming, {
    id: messageRowId,
    ticketId,
    direction: 'note',
    from: shownAddress(mail.from),
    words,
    language: incoming.language ?? ticketLanguage,
    messageId: mail.messageId,
    warnings: sentences([why, ...mail.warnings.map(({ text }) => text)]),
    firmLanguage,
  });
}

/**
 * The colleague's answer, as the participant gets to read it.
 *
 * @param relayed Message-ID of the mail by which it reaches the participant, who answers that one
 */
export function answerRow(
  incoming: IncomingMail,
  ticketId: TicketId,
  { words, relayed, to }: { readonly words: string; readonly relayed: string; readonly to: string },
  { messageRowId, firmLanguage, ticketLanguage, why }: ColleagueRowFacts,
): RowChange<'messages'> {
  const { mail } = incoming;
  return {
    ...messageRow(incoming, {
      id: messageRowId,
      ticketId,
      direction: 'out',
      from: shownAddress(mail.from),
      words,
      language: incoming.language ?? ticketLanguage,
      messageId: relayed,
      warnings: sentences([why, ...mail.warnings.map(({ text }) => text)]),
      firmLanguage,
    }),
    to,
  };
}

/** What becomes of the day's count and of the ticket when a colleague's mail is nothing but these rows. */
export function colleaguePlan(
  outcome: 'agent-reply' | 'automatic',
  message: RowChange<'messages'>,
): IntakePlan {
  return {
    outcome,
    message,
    ticket: null,
    answered: null,
    birth: { priority: 'normal', session: null },
    related: null,
    undelivered: null,
    acknowledge: null,
  };
}

export interface CommandSource {
  readonly messageRowId: string;
  readonly ticketId: TicketId;
  readonly agent: Agent;
  /** When the mailbox got the mail. */
  readonly at: Instant;
}

/** In the order in which they are to be carried out. Their ids begin with that of the mail's row. */
export function commandRows(
  orders: readonly (Order | { readonly cell: 'away'; readonly to: '' })[],
  { messageRowId, ticketId, agent, at }: CommandSource,
): RowChange<'commands'>[] {
  return orders.map(({ cell, to }, index) => ({
    id: `${messageRowId}:${index + 1}`,
    at,
    ticket_id: ticketId,
    who: agent.email,
    cell: cell satisfies CommandCell,
    value: to,
  }));
}

/** The ticket that a row belongs to, for whoever has to find it. */
export function ticketOfRow({ ticket_id = '' }: RowChange<'messages'>): TicketId | null {
  return isTicketId(ticket_id) ? ticket_id : null;
}

const sentences = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
