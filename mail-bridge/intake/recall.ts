/**
 * What the Sheet can tell at the start: which rows of the last, perhaps unclear, batch are there; and, when the state
 * folder is younger than the Sheet, which tickets and messages existed before it.
 */

import type { KnownTickets } from '../../core/intake/known-tickets';
import { learnMerges } from '../../core/intake/learn-merges';
import { ownRowId } from '../../core/intake/message-row-id';
import { recalledTicket } from '../../core/intake/recalled-ticket';
import { acceptedLinks } from '../../core/ticket/seen';
import { parseTicketId, type TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import type { TableRead } from '../../core/workbook/table';
import type { BridgeState } from '../bridge-state';
import type { Log } from '../log/log';
import type { Desk } from '../sheets/desk';
import type { Ledger } from './ledger';
import { rowIdOf } from './ledger-records';

/**
 * @param tickets the whole tab, which the start has read together with the facts
 * @param mayBeBehind the state folder may be a backup, restored after more mail came in
 * @returns ids of Messages rows that need not be written again
 */
export async function recallFromSheet(
  state: BridgeState,
  desk: Desk,
  tickets: TableRead<'tickets'>,
  log: Log,
  mayBeBehind: boolean,
): Promise<ReadonlySet<string>> {
  const { ledger } = state;
  if (mayBeBehind || ledger.isEmpty() || ledger.isYoungerThanSheet()) await recallTickets(state, desk, log);
  await rememberAnswered(
    [...state.book.all()].flatMap(({ mail }) => (mail.kind !== 'acknowledgement' && mail.ticketId) || []),
    state,
    desk,
  );
  const unsettled = ledger.unsettled();
  await recallMerges(state, desk, tickets);
  if (unsettled.length === 0) return new Set();
  const { messages } = await desk.read(['messages']);
  const present = new Set(messages.rows.map(({ row }) => row.id));
  const written = unsettled.filter((id) => present.has(id));
  log.info({ mails: unsettled.length, found: written.length }, 'the last batch was cut short; looked it up');
  return new Set(written);
}

/**
 * Tickets that people made in the Sheet (a call that was noted down, a conversation that was split): the bridge learns of
 * them when the first answer is to go out, so that what comes back finds them.
 */
export async function rememberAnswered(
  answered: readonly TicketId[],
  { tickets: known, ledger }: { readonly tickets: KnownTickets; readonly ledger: Pick<Ledger, 'unsettled'> },
  desk: Desk,
): Promise<void> {
  const strange = new Set<string>(answered.filter((id) => known.get(id) === null));
  // Of a batch that was cut short nobody can tell yet which tickets it opened: it is taken in again first.
  if (strange.size === 0 || ledger.unsettled().length > 0) return;
  const { tickets, messages } = await desk.read(['tickets', 'messages']);
  const rows = messages.rows.map(({ row }) => row);
  for (const { row } of tickets.rows) {
    if (!strange.has(row.id)) continue;
    const ticket = recalledTicket(
      row,
      rows.filter(({ ticket_id }) => ticket_id === row.id),
    );
    if (ticket) known.remember(ticket);
  }
}

/**
 * No journal tells of merges. Before the first mail is looked at, or whoever may write only because their ticket was
 * merged would be a stranger after a restart.
 */
async function recallMerges(state: BridgeState, desk: Desk, tickets: TableRead<'tickets'>): Promise<void> {
  const { ledger, tickets: known } = state;
  if (ledger.isEmpty()) return;
  const targets = tickets.rows.flatMap(({ row }) => parseTicketId(acceptedLinks(row).merged_into) ?? []);
  // One that people made themselves has had mail since: the Messages tab tells of it.
  await rememberAnswered(targets, state, desk);
  // What a batch that was cut short opened must not be known before it is taken in again.
  const isSettled = ledger.unsettled().length === 0;
  learnMerges(tickets, isSettled ? known : { ...known, remember: () => undefined });
}

/** Nothing to do in a Sheet without mails. A later start reads again: the ledger tells nothing of these tickets. */
async function recallTickets(state: BridgeState, desk: Desk, log: Log): Promise<void> {
  const { tickets, messages } = await desk.read(['tickets', 'messages']);
  if (messages.rows.length === 0) return;
  const strange = strangeRows(messages.rows, state);
  const { ledger } = state;
  if (!ledger.isEmpty() && !ledger.isYoungerThanSheet() && strange.length === 0) return;
  if (!ledger.isYoungerThanSheet()) ledger.noteYoungerThanSheet(firstArrival(messages.rows));
  // Mails of a batch that was cut short are taken in once more: what they opened must not be known before.
  const unsettled = new Set(ledger.unsettled());
  const beingBorn = new Set(
    messages.rows.flatMap(({ row }) => (unsettled.has(row.id) ? [row.ticket_id] : [])),
  );
  const byTicket = new Map<string, Row<'messages'>[]>();
  for (const { row } of messages.rows) {
    if (unsettled.has(row.id)) continue;
    state.seen.addRow(row.id);
    const conversation = byTicket.get(row.ticket_id) ?? [];
    conversation.push(row);
    byTicket.set(row.ticket_id, conversation);
  }
  const grown = new Set(strange.map(({ ticket_id }) => ticket_id));
  for (const { row } of tickets.rows) {
    const conversation = byTicket.get(row.id) ?? [];
    if (conversation.length === 0 && beingBorn.has(row.id)) continue;
    const ticket = recalledTicket(row, conversation);
    if (!ticket) continue;
    state.tickets.remember(ticket);
    if (grown.has(ticket.id)) state.tickets.relearn(ticket);
  }
  log.info(
    { tickets: tickets.rows.length },
    'the state folder is younger than the Sheet; recalled its tickets',
  );
}

/** Rows of ours of which the journals do not know that the mail came in or went out. */
function strangeRows(
  rows: readonly PlacedRow<'messages'>[],
  { ledger, book }: BridgeState,
): readonly Row<'messages'>[] {
  const known = new Set([
    ...ledger.unsettled(),
    ...ledger.history().flatMap(({ spooled, done }) =>
      // A duplicate has no row of its own: that of its bytes may be one of which the ledger knows nothing more.
      done.outcome === 'duplicate' || done.outcome === 'quarantined' ? [] : [rowIdOf(spooled)],
    ),
  ]);
  return rows.flatMap(({ row }) => {
    const { id } = row;
    if (id.startsWith('out:')) return book.get(id.slice('out:'.length))?.state === 'sent' ? [] : [row];
    return /^(?:in|sent):/.test(id) && !known.has(ownRowId(id)) ? [row] : [];
  });
}

/** When the oldest mail of the Sheet came in; null where none says. */
function firstArrival(rows: readonly PlacedRow<'messages'>[]): Instant | null {
  let first: Instant | null = null;
  for (const { row } of rows) {
    if (row.direction === 'in' && row.at !== null && (first === null || row.at < first)) first = row.at;
  }
  return first;
}
