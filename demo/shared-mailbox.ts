/** The shared mailbox of support as somebody has it who opens it in a mail program of their own. */
import type { KnownTickets } from '../core/intake/known-tickets';
import { ticketTokens } from '../core/mail/subject';
import { type ReadLetter, readLetter } from './letter-box';
import type { Letter } from './page/letters';
import { SUPPORT_ADDRESS, type World } from './world';

/** @returns the participant's newest mail of the ticket that the letter names in its subject; null when there is none */
export async function mailToAnswer(
  { mail }: Pick<World, 'mail'>,
  tickets: KnownTickets,
  { subject }: Pick<Letter, 'subject'>,
): Promise<ReadLetter | null> {
  const [id] = ticketTokens(subject);
  const ticket = id === undefined ? null : tickets.get(id);
  if (ticket === null) return null;
  const all = await Promise.all(mail.messages(SUPPORT_ADDRESS).map(({ raw, at }) => readLetter(raw, at)));
  return all.reverse().find(({ messageId }) => messageId === ticket.lastInboundId) ?? null;
}
