/** Rows of the Outbox tab that people and the tracker made become mails to send. */

import type { KnownTickets } from '../../core/intake/known-tickets';
import { isLanguage, type Language } from '../../core/language';
import { isSendableAddress } from '../../core/mail/addresses';
import { cleanLine } from '../../core/mail/clean-text';
import { signMessageId } from '../../core/mail/signed-id';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { isTicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import { OUTBOX_KINDS, type OutboxKind } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { Keys } from '../keys';
import { keyMark, ownMessageId } from './letters';

export interface TakeOnContext {
  readonly tickets: KnownTickets;
  readonly keys: Keys;
  readonly domain: string;
  readonly firmLanguage: Language;
  readonly now: Instant;
}

export type TakenOn =
  | { readonly kind: 'mail'; readonly mail: OutgoingMail }
  /** It cannot be sent; `why` stands in the row afterwards. */
  | { readonly kind: 'unsendable'; readonly mail: OutgoingMail; readonly why: string };

/** @returns null for a row that is not waiting to be sent */
export function takeOn(row: Row<'outbox'>, context: TakeOnContext): TakenOn | null {
  // A row typed by hand may have no state yet; one without a key is not finished.
  if (row.key === '' || (row.state !== 'queued' && row.state !== '')) return null;
  const { tickets, keys, domain, now, firmLanguage } = context;
  const ticketId = isTicketId(row.ticket_id) ? row.ticket_id : null;
  const ticket = ticketId === null ? null : tickets.get(ticketId);
  const kind = isKind(row.kind) ? row.kind : 'reply';
  const to = row.to.trim() || (ticket?.requesterEmail ?? '');
  const mail: OutgoingMail = {
    key: row.key,
    kind,
    ticketId,
    sessionId: row.session_id,
    to,
    subject: cleanLine(row.subject) || (ticket ? `Re: ${ticket.subject} [#${ticket.id}]` : ''),
    text: row.body,
    language: isLanguage(row.language) ? row.language : (ticket?.language ?? firmLanguage),
    template: row.template,
    // An alert to a colleague is about the conversation, not in it: an answer to it must never pass for one to the participant.
    messageId:
      ticketId && kind !== 'alert'
        ? signMessageId(ticketId, keyMark(row.key, keys), domain, keys)
        : ownMessageId(row.key, domain, keys),
    date: now,
    inReplyTo: kind === 'alert' ? null : (ticket?.lastInboundId ?? null),
    references: kind === 'alert' ? [] : (ticket?.messageIds ?? []),
    createdAt: row.created_at ?? now,
    createdBy: row.created_by,
    notBefore: row.not_before,
    notAfter: row.not_after,
    covers: row.covers,
    invitations: [],
    plainOnly: false,
    fromName: '',
    cc: row.cc,
    files: [],
  };
  const why =
    row.ticket_id !== '' && ticketId === null
      ? `"${row.ticket_id}" is no ticket number.`
      : whyUnsendable(mail);
  return why === null ? { kind: 'mail', mail } : { kind: 'unsendable', mail, why };
}

/** What keeps it from being sent, for its row; null: nothing. */
export function whyUnsendable(mail: OutgoingMail): string | null {
  if (mail.to === '') return 'No address to send to.';
  if (!isSendableAddress(mail.to)) return `"${mail.to}" is not an address that can be written to.`;
  if (mail.text.trim() === '') return 'The text is empty.';
  if (mail.subject === '') return 'The subject is empty.';
  return null;
}

function isKind(value: string): value is OutboxKind {
  return (OUTBOX_KINDS as readonly string[]).includes(value);
}
