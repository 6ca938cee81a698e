/** Rows of the Outbox tab that people and the tracker made become mails to send. */

import type { KnownTicket, KnownTickets } from '../../core/intake/known-tickets';
import { isLanguage, type Language } from '../../core/language';
import { isSendableAddress } from '../../core/mail/addresses';
import { cleanLine } from '../../core/mail/clean-text';
import { signMessageId } from '../../core/mail/signed-id';
import { isForTheTeam, type OutgoingFile, type OutgoingMail } from '../../core/outbox/outgoing-mail';
import { withNote } from '../../core/template/note-in-letter';
import { isTicketId, type TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import { OUTBOX_KINDS, type OutboxKind } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { Keys } from '../keys';
import { inTheirThread, mayBeAnswered, signedMessageId } from './colleague-mail';
import { viaFirm } from './display-name';
import { keyMark, ownMessageId } from './letters';
import type { OutboxBook } from './outbox-book';

export interface TakeOnContext {
  readonly book: Pick<OutboxBook, 'lettersTo'>;
  readonly tickets: Pick<KnownTickets, 'get'>;
  readonly keys: Keys;
  readonly domain: string;
  readonly firmName: string;
  readonly firmLanguage: Language;
  readonly now: Instant;
  /** What goes with it, found beforehand: files are no part of a row. */
  readonly files: RowFiles;
}

export interface RowFiles {
  readonly files: readonly OutgoingFile[];
  /** What its reader is told of files that do not come with it; '' for nothing. */
  readonly note: string;
}

export const NO_ROW_FILES: RowFiles = { files: [], note: '' };

export type TakenOn =
  | { readonly kind: 'mail'; readonly mail: OutgoingMail }
  /** It cannot be sent; `why` stands in the row afterwards. */
  | { readonly kind: 'unsendable'; readonly mail: OutgoingMail; readonly why: string };

/** Whether the row waits to be taken on. One typed by hand may have no state yet; one without a key is not finished. */
export function waitsForUs({ key, state }: Row<'outbox'>): boolean {
  return key !== '' && (state === 'queued' || state === '');
}

/** @returns null for a row that is not waiting to be sent */
export function takeOn(row: Row<'outbox'>, context: TakeOnContext): TakenOn | null {
  if (!waitsForUs(row)) return null;
  const { tickets, now, firmLanguage, files } = context;
  const ticketId = isTicketId(row.ticket_id) ? row.ticket_id : null;
  const ticket = ticketId === null ? null : tickets.get(ticketId);
  const kind = isKind(row.kind) ? row.kind : 'reply';
  const forTheTeam = isForTheTeam(kind);
  // What is written for colleagues must not reach the participant because a cell is empty.
  const to = row.to.trim() || (forTheTeam ? '' : (ticket?.requesterEmail ?? ''));
  const language = isLanguage(row.language) ? row.language : (ticket?.language ?? firmLanguage);
  const mail: OutgoingMail = {
    key: row.key,
    kind,
    ticketId,
    sessionId: row.session_id,
    to,
    subject: cleanLine(row.subject) || (ticket && !forTheTeam ? `Re: ${ticket.subject} [#${ticket.id}]` : ''),
    text: row.body.trim() === '' ? '' : withNote(row.body, files.note),
    language,
    template: row.template,
    ...threadOf({ key: row.key, kind, template: row.template, to }, ticketId, ticket, context),
    date: now,
    createdAt: row.created_at ?? now,
    createdBy: row.created_by,
    notBefore: row.not_before,
    notAfter: row.not_after,
    covers: row.covers,
    invitations: [],
    plainOnly: false,
    fromName: kind === 'assignment' ? viaFirm(ticket?.requesterName ?? '', context.firmName, language) : '',
    cc: row.cc,
    files: files.files,
  };
  const why =
    row.ticket_id !== '' && ticketId === null
      ? `"${row.ticket_id}" is no ticket number.`
      : whyUnsendable(mail);
  return why === null ? { kind: 'mail', mail } : { kind: 'unsendable', mail, why };
}

/** Its name, and the mails that it stands behind. */
function threadOf(
  letter: Pick<OutgoingMail, 'key' | 'kind' | 'template' | 'to'>,
  ticketId: TicketId | null,
  ticket: KnownTicket | null,
  { book, keys, domain }: TakeOnContext,
): Pick<OutgoingMail, 'messageId' | 'inReplyTo' | 'references'> {
  const { key, to } = letter;
  if (ticketId !== null && !isForTheTeam(letter.kind)) {
    return {
      messageId: signMessageId(ticketId, keyMark(key, keys), domain, keys),
      inReplyTo: ticket?.lastInboundId ?? null,
      references: ticket?.messageIds ?? [],
    };
  }
  if (ticketId !== null && to !== '' && mayBeAnswered(letter)) {
    return {
      messageId: signedMessageId({ key, ticketId, agent: to }, { keys, domain }),
      ...inTheirThread({ key, ticketId, agent: to, answers: null }, book),
    };
  }
  // Other alerts to colleagues are about a conversation, not in it: an answer to one must never pass for one to the participant.
  return { messageId: ownMessageId(key, domain, keys), inReplyTo: null, references: [] };
}

/** What keeps it from being sent, for its row; null: nothing. */
export function whyUnsendable(mail: OutgoingMail): string | null {
  if (mail.to === '') return 'No address to send to.';
  if (!isSendableAddress(mail.to)) return `"${mail.to}" is not an address that can be written to.`;
  if (mail.text.trim() === '') return 'The text is empty.';
  if (mail.subject === '') return 'The subject is empty.';
  if (mail.kind === 'assignment' && mail.ticketId === null) return 'No ticket that an answer could go to.';
  return null;
}

function isKind(value: string): value is OutboxKind {
  return (OUTBOX_KINDS as readonly string[]).includes(value);
}
