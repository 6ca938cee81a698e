/** By which ticket a mail is known: the columns that say so are read in one call, whatever their length. */
import { addressKey } from '../../core/mail/addresses';
import { messageIdKey } from '../../core/mail/message-id';
import { parseTicketId } from '../../core/ticket/ticket-id';
import type { ColumnKey } from '../../core/workbook/columns';
import type { WorkbookPort } from '../ports';
import type { SidebarWorkbook } from '../sidebar/ticket-file';
import { readColumns } from '../workbook/read-columns';
import type { Trace } from './open-mail';

type Layouts = Pick<SidebarWorkbook['layouts'], 'tickets' | 'messages' | 'outbox'>;

const TICKET_COLUMNS = ['id', 'merged_into', 'requester_email'] as const satisfies ColumnKey<'tickets'>[];
/** Of mails that came in or went out. */
const MAIL_COLUMNS = ['message_id', 'ticket_id'] as const satisfies ColumnKey<'messages' | 'outbox'>[];

export interface Found {
  /** Null when no ticket is known to be the mail's. */
  readonly ticket: string | null;
  /** Everybody who has a ticket, in the form of addressKey. */
  readonly requesters: ReadonlySet<string>;
}

export function findTicketOfMail(workbook: WorkbookPort, layouts: Layouts, trace: Trace): Found {
  const [tickets, messages, outbox] = readColumns(workbook, [
    { layout: layouts.tickets, columns: TICKET_COLUMNS },
    { layout: layouts.messages, columns: MAIL_COLUMNS },
    { layout: layouts.outbox, columns: MAIL_COLUMNS },
  ]);
  const known = (tickets ?? []).map(
    ([id = '', mergedInto = '', requester = '']): KnownTicket => ({
      id,
      mergedInto,
      requester: addressKey(requester),
    }),
  );
  const mails = [...(messages ?? []), ...(outbox ?? [])];
  return {
    ticket: ticketOfMail(
      trace,
      known,
      mails.map(([messageId = '', ticketId = '']) => ({ messageId: messageId.trim(), ticketId })),
    ),
    requesters: new Set(known.map(({ requester }) => requester).filter((address) => address !== '')),
  };
}

export interface KnownTicket {
  readonly id: string;
  readonly mergedInto: string;
  /** In the form of addressKey. */
  readonly requester: string;
}

export interface KnownMail {
  readonly messageId: string;
  readonly ticketId: string;
}

/**
 * The ticket that a mail belongs to: by its own Message-ID, by those that it answers, and by the number in its subject
 * if the participant of that ticket wrote it or gets it. The signatures in our ids and addresses are for the bridge,
 * which has the keys. Whoever forges a header thereby shows a colleague a ticket that the colleague may read anyway.
 */
export function ticketOfMail(
  { ids, tokens, people }: Trace,
  tickets: readonly KnownTicket[],
  mails: readonly KnownMail[],
): string | null {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const keys = ids.map(messageIdKey);
  const found = ticketsOf(new Set(keys), mails);
  for (const key of keys) {
    const ticket = goesOnIn(found.get(key) ?? '', byId);
    if (ticket) return ticket.id;
  }
  for (const token of tokens) {
    const ticket = goesOnIn(token, byId);
    if (ticket && people.has(ticket.requester)) return ticket.id;
  }
  return null;
}

function ticketsOf(wanted: ReadonlySet<string>, mails: readonly KnownMail[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (wanted.size === 0) return found;
  for (const { messageId, ticketId } of mails) {
    const key = messageIdKey(messageId);
    if (wanted.has(key) && !found.has(key)) found.set(key, ticketId);
  }
  return found;
}

/** A merged ticket's mail is read where it goes on. */
function goesOnIn(id: string, tickets: ReadonlyMap<string, KnownTicket>): KnownTicket | undefined {
  const passed = new Set<string>();
  let ticket = id === '' ? undefined : tickets.get(id);
  while (ticket) {
    passed.add(ticket.id);
    const next = tickets.get(parseTicketId(ticket.mergedInto) ?? '');
    if (!next || passed.has(next.id)) return ticket;
    ticket = next;
  }
  return undefined;
}
