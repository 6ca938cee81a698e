/**
 * Which ticket a mail belongs to, and whether its writer may post there. The order is that of the design: signed
 * reply address, own signed Message-ID, known Message-ID, subject token.
 *
 * A signature proves that somebody received our mail, not who writes now. So whoever is no participant of the
 * ticket never speaks as one: a stranger with a valid signature gets a new ticket that points to the other.
 */
import type { TicketId } from '../ticket/ticket-id';
import { addressKey } from './addresses';
import type { Mail } from './mail';
import { headerValues } from './mail';
import type { MacKeys } from './signed-id';
import { readReplyAddress, readSignedMessageId } from './signed-id';
import { readSubject, ticketTokens } from './subject';

export interface Known {
  /** The ticket of a Message-ID that we have sent or received. */
  readonly ticketOfMessageId: (id: string) => TicketId | null;
  /** Addresses that take part in a ticket, in the form of addressKey; null when there is no such ticket. */
  readonly participantsOf: (ticket: TicketId) => ReadonlySet<string> | null;
  readonly keys: MacKeys;
}

export type ThreadedBy = 'reply-address' | 'own-message-id' | 'known-message-id' | 'subject-token';

export type ThreadVerdict =
  | {
      readonly kind: 'reply';
      readonly ticket: TicketId;
      readonly by: ThreadedBy;
      /**
       * participant: the From address takes part in the ticket, and the From header is sound.
       * unverified: it claims to, but the From header has faults; the text is kept as a note and nothing is done on it.
       */
      readonly as: 'participant' | 'unverified';
    }
  | {
      readonly kind: 'new';
      /** The ticket it speaks of, for people to see. */
      readonly pointsTo: TicketId | null;
      readonly pointedBy: ThreadedBy | null;
    };

/** References right to left: the nearest ancestor counts, and a hostile header costs no more than this. */
const MOST_REFERENCES = 20;
const RECIPIENT_HEADERS = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'x-envelope-to',
  'envelope-to',
  'x-forwarded-to',
];

interface Candidate {
  readonly ticket: TicketId;
  readonly by: ThreadedBy;
}

export function thread(mail: Mail, known: Known): ThreadVerdict {
  const from = addressKey(mail.from?.address ?? '');
  let pointer: Candidate | null = null;
  for (const candidate of candidates(mail, known)) {
    const participants = known.participantsOf(candidate.ticket);
    if (participants === null) {
      // Our own signature names a ticket that only people know: not one to post into, but one to point to.
      if (candidate.by === 'reply-address' || candidate.by === 'own-message-id') pointer ??= candidate;
      continue;
    }
    if (from !== '' && participants.has(from) && !isForwardOfOthers(mail, candidate)) {
      const as = mail.fromProblems.length === 0 ? 'participant' : 'unverified';
      return { kind: 'reply', ticket: candidate.ticket, by: candidate.by, as };
    }
    pointer ??= candidate;
  }
  return { kind: 'new', pointsTo: pointer?.ticket ?? null, pointedBy: pointer?.by ?? null };
}

function* candidates(mail: Mail, known: Known): Generator<Candidate> {
  for (const name of RECIPIENT_HEADERS) {
    for (const value of headerValues(mail.headers, name)) {
      for (const match of value.slice(0, 20_000).matchAll(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g)) {
        const ticket = readReplyAddress(match[0], known.keys);
        if (ticket !== null) yield { ticket, by: 'reply-address' };
      }
    }
  }
  const ids = ancestorIds(mail);
  for (const id of ids) {
    const ticket = readSignedMessageId(id, known.keys);
    if (ticket !== null) yield { ticket, by: 'own-message-id' };
  }
  for (const id of ids) {
    const ticket = known.ticketOfMessageId(id);
    if (ticket !== null) yield { ticket, by: 'known-message-id' };
  }
  for (const ticket of ticketTokens(mail.subject)) yield { ticket, by: 'subject-token' };
}

/** In-Reply-To first, then References from the nearest ancestor back. */
export function ancestorIds(mail: Pick<Mail, 'inReplyTo' | 'references'>): string[] {
  const ids = new Set<string>();
  if (mail.inReplyTo !== null) ids.add(mail.inReplyTo);
  for (let at = mail.references.length - 1; at >= 0 && ids.size < MOST_REFERENCES; at--) {
    const id = mail.references[at];
    if (id !== undefined) ids.add(id);
  }
  return [...ids];
}

/**
 * A participant who forwards somebody else's mail to us starts a new matter even though the headers of the
 * forwarded mail came along (Zammad #4965); a forward of our own signed mail stays in its ticket.
 */
function isForwardOfOthers(mail: Mail, candidate: Candidate): boolean {
  const subject = readSubject(mail.subject);
  return candidate.by === 'known-message-id' && subject.isForward && !subject.isReply;
}

/**
 * The ids by which later mails may find the ticket of this one: its own and those it answers, so that a conversation
 * whose mails arrive out of order, or whose first mail never reached us, still comes together.
 */
export function idsToRemember(mail: Pick<Mail, 'messageId' | 'inReplyTo' | 'references'>): string[] {
  return [mail.messageId, ...ancestorIds(mail)];
}
