/** A mail to be sent, with everything that a retry must repeat to the byte. */
import type { Language } from '../language';
import type { Invitation } from '../session/invitation';
import type { TicketId } from '../ticket/ticket-id';
import type { Instant } from '../time/instant';
import type { OutboxKind } from '../workbook/choices';

export interface OutgoingMail {
  /** Deterministic: the same reason to write gives the same key, and a key is sent at most once. */
  readonly key: string;
  readonly kind: OutboxKind;
  readonly ticketId: TicketId | null;
  readonly sessionId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly template: string;
  /** With angle brackets; fixed once, repeated on every attempt. */
  readonly messageId: string;
  /** The Date header. */
  readonly date: Instant;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly notBefore: Instant | null;
  readonly notAfter: Instant | null;
  /** Keys of other reminders that this mail stands for. */
  readonly covers: readonly string[];
  /** What it tells calendars, and we remember as told; the first goes into the body, the others are attached. */
  readonly invitations: readonly Invitation[];
  /** Only the text: for people whose needs a page would not serve. */
  readonly plainOnly: boolean;
  /** In whose name it goes out, always from the support address; '' for the firm's. */
  readonly fromName: string;
  readonly cc: readonly string[];
  /** In the order in which they are attached. */
  readonly files: readonly OutgoingFile[];
}

/** A file of a mail in the spool that goes on with another mail. Never copied: retried mails take the same bytes. */
export interface OutgoingFile {
  /** The mail in the spool that holds it. */
  readonly original: string;
  /** hex digest of the decoded bytes: finds the file within the mail and proves that it is the one. */
  readonly sha256: string;
  readonly filename: string;
  readonly type: string;
  readonly size: number;
  /** Without angle brackets, of a picture that the text shows in its midst; null: an attached file. */
  readonly contentId: string | null;
}

/** Whether a program decided to write. RFC 3834 §5: such mail says so, and answers to it are not answered. */
export type Automatic = 'auto-replied' | 'auto-generated' | null;

export const AUTOMATIC: Readonly<Record<OutboxKind, Automatic>> = {
  acknowledgement: 'auto-replied',
  reply: null,
  resolved: null,
  reminder: 'auto-generated',
  notice: 'auto-generated',
  alert: 'auto-generated',
  // A participant's words, passed on to be answered. Not marked, so that the colleague's out-of-office answers and tells
  // us to ask somebody else; robots' answers are never answered.
  assignment: null,
};

/** Written by a person to a person: it moves the ticket, and no brake on automatic mail holds it back. */
export function isPersonsAnswer(kind: OutboxKind): boolean {
  return kind === 'reply' || kind === 'resolved';
}

/** About a ticket's conversation, and no part of it: it moves no ticket, and who gets it is no participant. */
export function isForTheTeam(kind: OutboxKind): boolean {
  return kind === 'alert' || kind === 'assignment';
}

/** Longest References header, in characters: relays refuse header blocks over some kilobytes. */
const LONGEST_REFERENCES = 1_500;

/** RFC 5322 §3.6.4, kept short: the first id (the thread's root) and as many of the latest as fit. */
export function boundedReferences(ids: readonly string[]): string[] {
  const [root, ...rest] = [...new Set(ids)];
  if (root === undefined) return [];
  const kept: string[] = [];
  let length = root.length;
  for (const id of rest.reverse()) {
    length += id.length + 1;
    if (length > LONGEST_REFERENCES) break;
    kept.unshift(id);
  }
  return [root, ...kept];
}
