/**
 * Which ticket a mail belongs to, and whether its writer may post there. The order is that of the design: signed
 * reply address, own signed Message-ID, known Message-ID, subject token; and last, for the mail programs that keep
 * neither headers nor token, the same subject of the same person.
 *
 * A signature proves that somebody received our mail, not who writes now. So whoever is no participant of the
 * ticket never speaks as one: a stranger with a valid signature gets a new ticket that points to the other.
 */
import type { TicketId } from '../ticket/ticket-id';
import { addressKey } from './addresses';
import { atWords } from './at-words';
import type { Mail } from './mail';
import { headerValues } from './mail';
import type { MacKeys } from './signed-id';
import { readReplyAddress, readSignedMessageId } from './signed-id';
import { readSubject, subjectKey, ticketsNamed } from './subject';

export interface Known {
  /** The ticket of a Message-ID that we have sent or received, or that a mail of the ticket answers. */
  readonly ticketOfMessageId: (id: string) => TicketId | null;
  /** The ticket of mails that answer this Message-ID, as long as the mail that has it has not come in. */
  readonly ticketAwaiting: (id: string) => TicketId | null;
  /** Tickets in which the writer has written under this subject (subjectKey), young enough to be still talked about. */
  readonly ticketsOfSubject: (writer: string, key: string) => readonly TicketId[];
  /** The ticket in which a merged one goes on; any other is itself. */
  readonly goesOnIn: (ticket: TicketId) => TicketId;
  /** Addresses that take part in a ticket, in the form of addressKey; null when there is no such ticket. */
  readonly participantsOf: (ticket: TicketId) => ReadonlySet<string> | null;
  readonly keys: MacKeys;
}

export type ThreadedBy =
  | 'reply-address'
  | 'own-message-id'
  | 'known-message-id'
  | 'subject-token'
  | 'same-subject';

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
  for (const named of candidates(mail, known)) {
    const candidate = { ...named, ticket: known.goesOnIn(named.ticket) };
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
  for (const word of recipientWords(mail)) {
    const ticket = readReplyAddress(word, known.keys);
    if (ticket !== null) yield { ticket, by: 'reply-address' };
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
  // An answer overtook the mail that it answers: greylisting holds the one and not the other.
  const awaiting = mail.messageIdMissing ? null : known.ticketAwaiting(mail.messageId);
  if (awaiting !== null) yield { ticket: awaiting, by: 'known-message-id' };
  for (const ticket of ticketsNamed(mail.subject)) yield { ticket, by: 'subject-token' };
  const alike = known.ticketsOfSubject(mail.from?.address ?? '', answeredSubject(mail));
  // Two matters of one name: nobody can tell which is meant.
  const [only] = alike;
  if (only !== undefined && alike.length === 1) yield { ticket: only, by: 'same-subject' };
}

/** What may be an address in the headers that say whom a mail went to. */
export function* recipientWords(mail: Pick<Mail, 'headers'>): Generator<string> {
  for (const name of RECIPIENT_HEADERS) {
    for (const value of headerValues(mail.headers, name)) {
      yield* atWords(value.slice(0, 20_000), /[\s<>,;:"()]+/);
    }
  }
}

/** Only what calls itself an answer: "Invoice" twice in a week is two invoices, "Re: Invoice" goes on with one. */
function answeredSubject(mail: Mail): string {
  const { isReply, isForward } = readSubject(mail.subject);
  return isReply && !isForward ? subjectKey(mail.subject) : '';
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

/** Ancestors that a ticket remembers besides the root: the mails that others may be answering at the same time. */
const MOST_AWAITED = 4;

/**
 * The ids of other mails by which later ones may find the ticket of this one: the conversation's root and the nearest
 * ancestors. So a conversation comes together whose mails arrive out of order, or whose first mail never reached us.
 */
export function awaitedIds(mail: Pick<Mail, 'inReplyTo' | 'references'>): string[] {
  const [root] = mail.references;
  const nearest = ancestorIds(mail).slice(0, MOST_AWAITED);
  return root === undefined || nearest.includes(root) ? nearest : [...nearest, root];
}
