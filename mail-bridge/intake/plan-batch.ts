/** Plans one spooled mail in the knowledge of those before it, and notes what it changed. Nothing is written here. */
import { createHash } from 'node:crypto';
import type { IncomingMail } from '../../core/intake/incoming';
import type { KnownTickets } from '../../core/intake/known-tickets';
import { type IntakeFacts, type IntakePlan, planIntake } from '../../core/intake/plan-intake';
import { NO_SESSION_MAIL, type SessionMailReading, type StopWish } from '../../core/intake/session-mail';
import type { Language } from '../../core/language';
import type { Mail } from '../../core/mail/mail';
import { messageIdKey } from '../../core/mail/message-id';
import type { ThreadVerdict } from '../../core/mail/thread';
import { isForTheTeam, type OutgoingMail } from '../../core/outbox/outgoing-mail';
import { mintTicketId, type TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import type { Outcome } from '../../core/workbook/choices';
import type { Hmac } from '../keys';
import type { Answered } from '../outbox/answered-mail';
import type { StatusAnswer } from '../status-answer/status-answer';
import type { PlannedColleagueMail } from '../trainer/colleague-context';
import { type ColleagueEffects, NO_EFFECTS, rowsKept } from '../trainer/colleague-effects';
import { rowIdOf, type SpooledRecord } from './ledger-records';

export interface PlannedMail {
  readonly spooled: SpooledRecord;
  readonly outcome: Outcome;
  readonly messageId: string;
  readonly content: string;
  /** null: a duplicate, of which only the ledger knows, or a mail in quarantine. */
  readonly plan: IntakePlan | null;
  /** Why the mail is in quarantine: a fault of ours, shown on the Problems tab. The mail is safe in the spool. */
  readonly fault: string | null;
  /** "We have it", or how the sender's tickets stand. */
  readonly acknowledgement: OutgoingMail | null;
  /** What it has to do with the mails that we sent about sessions. */
  readonly sessionMail: SessionMailReading;
  /** The mail that says "no more reminders, as you wished". */
  readonly confirmation: OutgoingMail | null;
  /** What it sets off as a colleague's mail about a ticket. */
  readonly colleague: ColleagueEffects;
}

export interface PlanContext {
  readonly tickets: KnownTickets;
  readonly hmac: Hmac;
  readonly firmLanguage: () => Language;
  readonly senderIs: (mail: Mail) => IntakeFacts['sender'];
  readonly now: () => Instant;
  readonly rosterLanguage: (address: string) => Language | null;
  readonly thread: (incoming: IncomingMail) => ThreadVerdict;
  /** The mail that says "we have it", or null when none is due or a cap forbids it. */
  readonly acknowledge: (
    answered: Answered,
    language: Language,
    ticket: TicketId,
    receivedAt: Instant,
  ) => OutgoingMail | null;
  /** An acknowledgement that was planned does not go. */
  readonly takeBack: (acknowledgement: OutgoingMail) => void;
  /** Told of every mail that opens a ticket, whether or not it is acknowledged. */
  readonly heard: (from: string, at: Instant) => void;
  readonly sessionMail: (incoming: IncomingMail) => SessionMailReading;
  /** The mail that says that a wish for no more reminders is obeyed, or null where none may go. */
  readonly confirmStop: (stop: StopWish, wish: Answered, receivedAt: Instant) => OutgoingMail | null;
  readonly seen: SeenMail;
  /** What a colleague's mail about a ticket comes to; null for every other mail. */
  readonly colleague: (
    spooled: SpooledRecord,
    incoming: IncomingMail,
    verdict: ThreadVerdict,
  ) => Promise<PlannedColleagueMail | null>;
  /** The ticket that a letter of ours to a colleague is about, by its Message-ID; null: it is no such letter. */
  readonly ticketOfLetter: (messageId: string) => TicketId | null;
  /** The answer to a mail that asks how tickets stand; null for every other mail, and where none may go. */
  readonly statusAnswer: (incoming: IncomingMail, verdict: ThreadVerdict) => Promise<StatusAnswer | null>;
}

/** Mails taken in before, to know the same mail when it is delivered twice. */
export interface SeenMail {
  /**
   * The same bytes, or the same Message-ID with the same content. A Message-ID alone is no identity.
   * @param row the id of its row in Messages, which is made of its bytes
   */
  has(row: string, messageId: string, content: string): boolean;
  add(row: string, messageId: string, content: string): void;
  /** The rows of this mail were refused: when it is tried again it is no second delivery of itself. */
  forget(row: string): void;
  /** A row of Messages that was there before the ledger began. */
  addRow(row: string): void;
}

export function seenMail(): SeenMail {
  const rows = new Set<string>();
  const contents = new Set<string>();
  const contentOf = new Map<string, string>();
  const contentKey = (messageId: string, content: string) => `${messageIdKey(messageId)} ${content}`;
  return {
    has: (row, messageId, content) => rows.has(row) || contents.has(contentKey(messageId, content)),
    add(row, messageId, content) {
      const key = contentKey(messageId, content);
      rows.add(row);
      contents.add(key);
      contentOf.set(row, key);
    },
    forget(row) {
      rows.delete(row);
      contents.delete(contentOf.get(row) ?? '');
    },
    addRow: (row) => rows.add(row),
  };
}

export async function planMail(
  spooled: SpooledRecord,
  incoming: IncomingMail,
  context: PlanContext,
): Promise<PlannedMail> {
  const { mail } = incoming;
  const { tickets, seen, hmac } = context;
  const content = contentDigest(mail);
  const common = { spooled, messageId: mail.messageId, content };
  const row = rowIdOf(spooled);
  if (seen.has(row, mail.messageId, content)) {
    return { ...common, ...NOTHING_BESIDES, outcome: 'duplicate', fault: null };
  }
  const verdict = context.thread(incoming);
  const byColleague = await context.colleague(spooled, incoming, verdict);
  if (byColleague !== null) {
    const { plan, effects } = byColleague;
    seen.add(row, mail.messageId, content);
    remember(plan, mail.messageId, effects.mails, context);
    const kept = rowsKept(plan, effects);
    if (kept !== null) tickets.keep(kept);
    return { ...common, ...NOTHING_BESIDES, outcome: plan.outcome, plan, fault: null, colleague: effects };
  }
  const sessionMail = context.sessionMail(incoming);
  const status = sessionMail.stop === null ? await context.statusAnswer(incoming, verdict) : null;
  const birth = hmac(`ticket|${spooled.name}`);
  const plan = planIntake(incoming, {
    verdict,
    bouncedTicket: incoming.bounce?.originalMessageId
      ? (tickets.ticketOf(incoming.bounce.originalMessageId) ??
        context.ticketOfLetter(incoming.bounce.originalMessageId))
      : null,
    knownTicket: tickets.get,
    mint: () => mintTicketId(birth, (id) => tickets.get(id) !== null),
    messageRowId: row,
    firmLanguage: context.firmLanguage(),
    sender: context.senderIs(mail),
    now: context.now(),
    rosterLanguage: mail.from === null ? null : context.rosterLanguage(mail.from.address),
    sessionMail,
    ...(status === null ? {} : { statusTold: { ticketId: status.ticketId } }),
  });
  const acknowledgement =
    plan.acknowledge && plan.ticket
      ? context.acknowledge(
          answeredBy(plan.acknowledge.to, mail),
          plan.acknowledge.language,
          plan.ticket.ticketId,
          incoming.receivedAt,
        )
      : (status?.letter ?? null);
  const confirmation =
    sessionMail.stop && incoming.classification.autoReplyAllowed
      ? context.confirmStop(sessionMail.stop, answeredBy(sessionMail.stop.email, mail), incoming.receivedAt)
      : null;
  // Last of all, when nothing can fail any more: a mail in quarantine leaves no trace in what is known.
  seen.add(row, mail.messageId, content);
  if (plan.ticket?.opened) context.heard(plan.ticket.from, plan.ticket.at);
  remember(plan, mail.messageId, acknowledgement ? [acknowledgement] : [], context);
  return {
    ...common,
    outcome: plan.outcome,
    plan,
    fault: null,
    acknowledgement,
    sessionMail,
    confirmation,
    colleague: NO_EFFECTS,
  };
}

/** What later mails of the batch find their tickets by. */
function remember(
  { ticket, answered }: IntakePlan,
  messageId: string,
  mails: readonly OutgoingMail[],
  { tickets }: PlanContext,
): void {
  if (ticket) tickets.mailIn(ticket, messageId);
  if (answered) tickets.mailOut(answered);
  for (const mail of mails) {
    if (mail.ticketId === null || isForTheTeam(mail.kind)) continue;
    tickets.mailOut({ ticketId: mail.ticketId, messageId: mail.messageId, to: mail.to, answeredAt: null });
  }
}

export const NOTHING_BESIDES = {
  plan: null,
  acknowledgement: null,
  sessionMail: NO_SESSION_MAIL,
  confirmation: null,
  colleague: NO_EFFECTS,
} as const;

/** An id that was made up here would lead the reader's mail program to nothing. */
function answeredBy(to: string, mail: Mail): Answered {
  return { to, messageId: mail.messageIdMissing ? null : mail.messageId };
}

/** A mail on which our own code failed. It must not stop the mails after it. */
export function quarantined(spooled: SpooledRecord, fault: string): PlannedMail {
  return {
    spooled,
    outcome: 'quarantined',
    messageId: '',
    content: '',
    fault,
    ...NOTHING_BESIDES,
  };
}

/** Who wrote what, apart from how it travelled: two deliveries of one mail differ in their Received lines. */
export function contentDigest(mail: Mail): string {
  const parts = [
    mail.from?.address.toLowerCase() ?? '',
    String(mail.date ?? ''),
    mail.subject,
    mail.text,
    mail.html,
    ...mail.attachments.map(({ sha256 }) => sha256),
  ];
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32);
}
