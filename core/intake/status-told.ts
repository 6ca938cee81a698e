/**
 * Of which tickets somebody who asks by mail is told.
 *
 * Of a ticket its requester alone is told, whoever else takes part in it; a number that is somebody else's is treated like
 * one that does not exist, so that nobody finds out numbers by asking.
 */
import { isLanguage, type Language } from '../language';
import { addressKey } from '../mail/addresses';
import { asStatus } from '../ticket/status';
import { isTicketId, type TicketId } from '../ticket/ticket-id';
import { type Instant, MS_PER_DAY } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { KnownTicket } from './known-tickets';
import type { StatusWish } from './status-wish';

export interface ToldTicket {
  /** The number that its requester knows. */
  readonly id: TicketId;
  /** Where a ticket goes on in another, that of the other: what was asked is dealt with there. */
  readonly status: TicketStatus;
  readonly subject: string;
  readonly createdAt: Instant | null;
  /** When a person of ours last wrote. */
  readonly answeredAt: Instant | null;
  readonly language: Language | null;
}

export type StatusTold =
  /** The latest first; at least one. */
  | { readonly kind: 'tickets'; readonly tickets: readonly [ToldTicket, ...ToldTicket[]] }
  /** The writer has nothing open with us. */
  | { readonly kind: 'none-open' }
  /** A person must read the mail. */
  | { readonly kind: 'not-told' };

export interface Asking {
  readonly wish: StatusWish;
  /** The sender's address: the answer goes there, so whoever borrows it learns nothing. */
  readonly writer: string;
  /**
   * The ticket in which the mail was written, or to which it points. `none`: it is a mail of its own. `unknown`: it answers
   * a mail of which nobody can tell the ticket.
   */
  readonly about: { readonly ticket: TicketId } | 'none' | 'unknown';
  readonly at: Instant;
}

export interface AllTickets {
  readonly rows: readonly TicketCells[];
  /** Those that the bridge knows, by the addresses that they came from: some may not have their rows yet. */
  readonly known: Iterable<KnownTicket>;
  readonly goesOnIn: (id: TicketId) => TicketId;
}

type TicketCells = Pick<
  Row<'tickets'>,
  | 'id'
  | 'status'
  | 'status_seen'
  | 'requester_email'
  | 'subject'
  | 'created_at'
  | 'last_outbound_at'
  | 'language'
>;

/** So many lines of one mail a person reads. */
const MOST_TOLD = 20;
/** A ticket without a row is on its way into the Sheet; an older one was taken out of it by people. */
const LONGEST_ON_ITS_WAY = MS_PER_DAY;
const OVER: readonly TicketStatus[] = ['closed', 'spam'];
const NOT_TOLD: StatusTold = { kind: 'not-told' };

export function statusTold({ wish, writer, about, at }: Asking, tickets: AllTickets): StatusTold {
  const own = ticketsOf(writer, at, tickets);
  const known = own.filter(({ status }) => status !== 'spam');
  // Whose every ticket was spam is not written to.
  if (own.length > 0 && known.length === 0) return NOT_TOLD;
  const named = new Set<string>(wish.named);
  if (named.size > 0) return told(known.filter(({ id }) => named.has(id)));
  const { goesOnIn } = tickets;
  if (about !== 'none' && about !== 'unknown') {
    const itself = known.filter(({ id }) => id === about.ticket);
    return told(itself.length > 0 ? itself : known.filter(({ id }) => goesOnIn(id) === about.ticket));
  }
  const ids = new Set(known.map(({ id }) => id));
  const open = known.filter(
    // One's own ticket that goes on in another of one's own is told once.
    ({ id, status }) => !OVER.includes(status) && (goesOnIn(id) === id || !ids.has(goesOnIn(id))),
  );
  return open.length === 0 && about === 'none' ? { kind: 'none-open' } : told(open);
}

function told(tickets: readonly ToldTicket[]): StatusTold {
  const [first, ...others] = [...tickets].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  if (first === undefined) return NOT_TOLD;
  return { kind: 'tickets', tickets: [first, ...others.slice(0, MOST_TOLD - 1)] };
}

function ticketsOf(writer: string, at: Instant, { rows, known, goesOnIn }: AllTickets): ToldTicket[] {
  const key = addressKey(writer);
  if (key === '') return [];
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const own = new Map<TicketId, ToldTicket>();
  for (const row of rows) {
    if (!isTicketId(row.id) || own.has(row.id) || addressKey(row.requester_email) !== key) continue;
    own.set(row.id, toldOf(row.id, row, rowOf.get(goesOnIn(row.id)) ?? row));
  }
  for (const ticket of known) {
    if (rowOf.has(ticket.id) || addressKey(ticket.requesterEmail) !== key) continue;
    if (ticket.createdAt > at - LONGEST_ON_ITS_WAY) own.set(ticket.id, toldOfUnwritten(ticket));
  }
  return Array.from(own.values());
}

function toldOf(id: TicketId, row: TicketCells, goesOn: TicketCells): ToldTicket {
  return {
    id,
    // A word that is none the tracker puts right in a minute; an empty cell is that of a ticket which nobody has touched.
    status: asStatus(goesOn.status) ?? asStatus(goesOn.status_seen) ?? 'new',
    subject: row.subject,
    createdAt: row.created_at,
    // It may go on in a ticket of somebody else, whose answers are not told.
    answeredAt: (isOfTheSame(row, goesOn) ? goesOn : row).last_outbound_at,
    language: isLanguage(row.language) ? row.language : null,
  };
}

function isOfTheSame(a: TicketCells, b: TicketCells): boolean {
  return addressKey(a.requester_email) === addressKey(b.requester_email);
}

function toldOfUnwritten({ id, subject, createdAt, lastOutboundAt, language }: KnownTicket): ToldTicket {
  return { id, status: 'new', subject, createdAt, answeredAt: lastOutboundAt, language };
}
