/** Plans one spooled mail of the folder of sent mails. Nothing is written here. */
import type { IncomingMail } from '../../core/intake/incoming';
import type { KnownTickets } from '../../core/intake/known-tickets';
import type { Language } from '../../core/language';
import type { Mail } from '../../core/mail/mail';
import { type Instant, instant } from '../../core/time/instant';
import { directAnswer } from '../../core/trainer/direct-answer';
import { type DirectMailFacts, readDirectMail } from '../../core/trainer/direct-mail';
import { rowIdOf, type SpooledRecord } from './ledger-records';
import { contentDigest, NOTHING_BESIDES, type PlannedMail, type SeenMail } from './plan-batch';

export interface PlanSentContext {
  readonly tickets: Pick<KnownTickets, 'get' | 'mailOut'>;
  readonly seen: SeenMail;
  readonly firmLanguage: () => Language;
  readonly factsAt: (sentAt: Instant) => DirectMailFacts;
}

/** @throws when the mail is no answer to a ticket (any more): a person should look at it */
export function planSentMail(
  spooled: SpooledRecord,
  incoming: IncomingMail,
  { tickets, seen, firmLanguage, factsAt }: PlanSentContext,
): PlannedMail {
  const { mail } = incoming;
  // A mail to a participant and to oneself lies in both folders: each copy has its own say.
  const content = `sent ${contentDigest(mail)}`;
  const row = rowIdOf(spooled);
  const common = { spooled, messageId: mail.messageId, content, fault: null, ...NOTHING_BESIDES };
  if (seen.has(row, mail.messageId, content)) return { ...common, outcome: 'duplicate' };
  const facts = factsAt(incoming.receivedAt);
  const read = readDirectMail(mail, facts);
  // Its text says what its header did not: the mailbox's responder has written it.
  if (read.kind === 'none' && read.why === 'automatic') return { ...common, outcome: 'automatic' };
  const ticket = read.kind === 'answer' ? tickets.get(read.ticket) : null;
  if (read.kind === 'none' || ticket === null) {
    const why = read.kind === 'none' ? read.why : 'no-ticket';
    throw new Error(`a mail of the folder of sent mails is not the answer that its header promised (${why})`);
  }
  const plan = directAnswer(incoming, {
    own: facts.own,
    isColleague: facts.isColleague,
    ticketId: read.ticket,
    ticket,
    messageRowId: row,
    firmLanguage: firmLanguage(),
  });
  seen.add(row, mail.messageId, content);
  if (plan.answered) tickets.mailOut(plan.answered);
  return { ...common, outcome: plan.outcome, plan };
}

/** Whether a mail is worth fetching, told by its header alone. */
export function readSentHeader(
  header: Mail,
  internalDate: Instant | null,
  { factsAt }: Pick<PlanSentContext, 'factsAt'>,
  now: Instant,
) {
  return readDirectMail(header, factsAt(internalDate ?? instant(header.date ?? now)));
}
