/**
 * What becomes of one mail: its outcome, its row, its ticket, and whether its sender is told that it arrived.
 *
 * Pure: whoever calls this writes the rows, and only then is the plan true.
 */

import type { Language } from '../language';
import { addressKey, isSendableAddress } from '../mail/addresses';
import { cutText } from '../mail/clean-text';
import type { Standing } from '../mail/standing';
import { readSubject } from '../mail/subject';
import { isMereThanks } from '../mail/thanks';
import { awaitedIds, type ThreadVerdict } from '../mail/thread';
import type { TicketId } from '../ticket/ticket-id';
import { type Instant, MS_PER_DAY } from '../time/instant';
import type { Outcome, Priority } from '../workbook/choices';
import type { RowChange } from '../workbook/rows';
import type { IncomingMail } from './incoming';
import type { KnownTicket, MailIn, MailOut } from './known-tickets';
import { notesOn, type SenderDoubt, shownWords, signalsOf } from './message-notes';
import { messageRow, shownAddress } from './message-row';
import type { SessionCells, SessionMailReading } from './session-mail';

export interface IntakeFacts {
  /** Where the mail belongs, and whether its sender may write there. */
  readonly verdict: ThreadVerdict;
  /** The ticket that a bounce is about, by the Message-ID of the mail that bounced. */
  readonly bouncedTicket: TicketId | null;
  readonly knownTicket: (id: TicketId) => KnownTicket | null;
  /** Gives the id of a new ticket; called at most once. */
  readonly mint: () => TicketId;
  /** Id of the mail's row in Messages. */
  readonly messageRowId: string;
  /** The firm's language, for mails that do not tell theirs. */
  readonly firmLanguage: Language;
  readonly sender: Standing;
  readonly now: Instant;
  /** Language of the sender in the roster, which knows better than a guess from three words. */
  readonly rosterLanguage: Language | null;
  /** What the mail has to do with those that we sent about sessions; left out: nothing. */
  readonly sessionMail?: Pick<SessionMailReading, 'session' | 'stop'>;
  /** It asked how tickets stand and is answered; left out: it did not. */
  readonly statusTold?: {
    /** The conversation that it is kept with; null: none. */
    readonly ticketId: TicketId | null;
  };
}

export interface IntakePlan {
  readonly outcome: Outcome;
  readonly message: RowChange<'messages'>;
  readonly ticket: MailIn | null;
  /** It is a person's answer, sent without us: nothing goes out any more. null: it is none. */
  readonly answered: AnswerSent | null;
  /** How a ticket that the mail opens begins. */
  readonly birth: {
    readonly priority: Priority;
    /** The session of our mail that it answers; null: the tracker looks in the roster. */
    readonly session: SessionCells | null;
    /** Who has it from the first: the colleague whose own mail opens it. Left out: the tracker finds somebody. */
    readonly assignee?: string;
  };
  /** Ticket that a new one points to: a stranger quoted its number. */
  readonly related: TicketId | null;
  /** A mail of this ticket did not reach its recipient, and will not. */
  readonly undelivered: {
    readonly ticketId: TicketId;
    readonly address: string;
    readonly status: string;
  } | null;
  /** Whom to tell that the ticket was registered; null: nobody. */
  readonly acknowledge: { readonly to: string; readonly language: Language } | null;
}

/** That the people of a ticket were answered. */
export type AnswerSent = MailOut & { readonly answeredAt: Instant };

const EXCERPT_LENGTH = 280;
/** "We have your mail" a week later only confuses; a mailbox that is read anew would say it for years. */
const LATEST_ACKNOWLEDGEMENT = MS_PER_DAY;

export function planIntake(incoming: IncomingMail, facts: IntakeFacts): IntakePlan {
  const { mail, receivedAt } = incoming;
  const sender = incoming.forwardedFrom ?? mail.from;
  const from = sender?.address ?? '';
  const name = sender?.name ?? '';
  const placed = place(incoming, facts);
  const language = languageOf(incoming, facts, placed.ticketId);
  const words = shownWords(incoming, facts.firmLanguage);
  const onlyThanks = placed.speaks && !placed.opened && saysOnlyThanks(incoming);
  const ticket: MailIn | null =
    placed.ticketId === null
      ? null
      : {
          ticketId: placed.ticketId,
          opened: placed.opened,
          at: receivedAt,
          from,
          name,
          // Who passed it on put the "Fwd:" there, not the person whose ticket this is.
          subject: incoming.forwardedFrom === null ? mail.subject : readSubject(mail.subject).base,
          excerpt: excerptOf(words),
          language,
          human: placed.speaks,
          onlyThanks,
          signals: signalsOf(incoming.tone, facts.firmLanguage),
          answers: awaitedIds(mail),
          shownTo: placed.speaks ? shownTo(mail) : [],
        };
  const message = messageRow(incoming, {
    id: facts.messageRowId,
    ticketId: placed.ticketId,
    direction: placed.outcome === 'agent-reply' ? 'note' : 'in',
    from: shownAddress(mail.from),
    words,
    language,
    messageId: mail.messageId,
    warnings: notesOn(incoming, facts.firmLanguage, {
      doubt: placed.opened ? senderDoubt(facts) : null,
      onlyThanks,
      stop: facts.sessionMail?.stop ?? null,
    }),
    firmLanguage: facts.firmLanguage,
  });
  return {
    outcome: placed.outcome,
    message,
    ticket,
    answered: null,
    birth: {
      // Never "urgent" by itself: that is a promise of minutes, and a person makes it.
      priority: incoming.tone.urgent.length > 0 ? 'high' : 'normal',
      session: facts.sessionMail?.session ?? null,
    },
    related: placed.related,
    undelivered: undeliveredMail(incoming, placed),
    acknowledge: acknowledgement(incoming, placed, from, language, facts),
  };
}

/** A file says more than the words beside it, and a forwarded mail is not the sender's own. */
function saysOnlyThanks({ words, mail, calendar, forwardedFrom }: IncomingMail): boolean {
  if (calendar !== null || forwardedFrom !== null || mail.attachments.some(({ inline }) => !inline))
    return false;
  // A subject of one's own says something too: "Still no sound".
  if (mail.subject !== '' && !readSubject(mail.subject).isReply) return false;
  return isMereThanks(words, mail.from ?? { name: '', address: '' });
}

interface Place {
  readonly outcome: Outcome;
  readonly ticketId: TicketId | null;
  readonly opened: boolean;
  readonly related: TicketId | null;
  /** The participant's own words: they move the ticket. */
  readonly speaks: boolean;
}

function place(incoming: IncomingMail, facts: IntakeFacts): Place {
  const { verdict } = facts;
  const known = verdict.kind === 'reply' ? verdict.ticket : null;
  const silent = { ticketId: known, opened: false, related: null, speaks: false };
  // Obeyed by the program, and nothing in it is for a person.
  if (facts.sessionMail?.stop?.pure) return { ...silent, ticketId: null, outcome: 'automatic' };
  // Answered by the program, and nothing is left for a person to do.
  if (facts.statusTold) return { ...silent, ticketId: facts.statusTold.ticketId, outcome: 'automatic' };
  switch (incoming.classification.class) {
    case 'bounce':
      return { ...silent, outcome: 'bounce', ticketId: facts.bouncedTicket ?? known };
    case 'loop':
      return { ...silent, outcome: 'loop-stopped' };
    case 'auto-reply':
    case 'report':
      return { ...silent, outcome: 'automatic' };
    case 'human':
    case 'list':
      // A sender who may be anybody speaks for nobody: a ticket of its own, which points to the other, shows it to people.
      if (verdict.kind === 'reply' && verdict.as === 'unverified') return newTicket(facts, verdict.ticket);
      if (
        verdict.kind === 'reply' &&
        (facts.sender === 'other' || isRequester(incoming, facts, verdict.ticket))
      ) {
        return { ...silent, outcome: 'reply', speaks: true };
      }
      return colleaguesMail(incoming, facts, verdict.kind === 'reply' ? verdict.ticket : verdict.pointsTo);
  }
}

/**
 * A colleague who writes into a ticket is kept as a note: nothing reaches the participant by itself. Being shown the
 * conversation does not make a participant of a colleague, and whoever only claims to be one gets a ticket of his own.
 */
function colleaguesMail(incoming: IncomingMail, facts: IntakeFacts, spokenOf: TicketId | null): Place {
  if (facts.sender === 'colleague' && spokenOf !== null && incoming.forwardedFrom === null) {
    return { outcome: 'agent-reply', ticketId: spokenOf, opened: false, related: null, speaks: false };
  }
  return newTicket(facts, spokenOf);
}

function senderDoubt({ verdict, sender }: IntakeFacts): SenderDoubt | null {
  if (sender === 'claims-colleague') return { kind: 'claims-colleague' };
  return verdict.kind === 'reply' && verdict.as === 'unverified'
    ? { kind: 'unproved', ticket: verdict.ticket }
    : null;
}

/** A trainer may need help like anybody else: in the ticket of their own they are the one who asks. */
function isRequester({ mail }: IncomingMail, facts: IntakeFacts, id: TicketId): boolean {
  const requester = facts.knownTicket(id)?.requesterEmail ?? '';
  return mail.from !== null && requester !== '' && addressKey(requester) === addressKey(mail.from.address);
}

/** A mail to more people than this is a mailing. */
const MOST_SHOWN_TO = 50;

/** Everybody whom the sender let see the conversation may go on with it. */
function shownTo({ to, cc }: IncomingMail['mail']): string[] {
  const addresses = [...to, ...cc].map(({ address }) => addressKey(address));
  return addresses.length > MOST_SHOWN_TO ? [] : addresses;
}

function newTicket(facts: IntakeFacts, related: TicketId | null): Place {
  return { outcome: 'new-ticket', ticketId: facts.mint(), opened: true, related, speaks: true };
}

/** A delayed mail may still arrive, and a bounce of unknown origin may be forged: neither is reported. */
function undeliveredMail({ bounce }: IncomingMail, placed: Place): IntakePlan['undelivered'] {
  const failed = bounce?.recipients.find(({ action }) => action === 'failed');
  if (placed.outcome !== 'bounce' || placed.ticketId === null || !failed) return null;
  return { ticketId: placed.ticketId, address: failed.address, status: failed.status };
}

/** The roster and the ticket know better than a guess; the sender's own words better than the firm's habit. */
function languageOf(incoming: IncomingMail, facts: IntakeFacts, ticketId: TicketId | null): Language {
  const known = ticketId === null ? null : facts.knownTicket(ticketId);
  return facts.rosterLanguage ?? incoming.language ?? known?.language ?? facts.firmLanguage;
}

/**
 * An acknowledgement answers the first mail of a ticket, never a robot, and only an address that is plainly one:
 * RFC 3834 §2 for what must not be answered.
 */
function acknowledgement(
  incoming: IncomingMail,
  placed: Place,
  from: string,
  language: Language,
  facts: IntakeFacts,
): IntakePlan['acknowledge'] {
  const { mail, classification } = incoming;
  if (!placed.opened || !classification.autoReplyAllowed || mail.fromProblems.length > 0) return null;
  if (facts.sender !== 'other' || incoming.receivedAt < facts.now - LATEST_ACKNOWLEDGEMENT) return null;
  // The person inside a forwarded mail did not write to us: a colleague answers them, not a robot.
  if (incoming.forwardedFrom !== null) return null;
  return isSendableAddress(from) ? { to: from, language } : null;
}

export function excerptOf(words: string): string {
  const line = words
    .slice(0, 4 * EXCERPT_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= EXCERPT_LENGTH ? line : `${cutText(line, EXCERPT_LENGTH - 1).trimEnd()}…`;
}
