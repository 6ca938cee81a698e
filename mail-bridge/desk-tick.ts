/**
 * One round at the desk: what people asked for in the Outbox tab is taken on, reminders whose moment has come are
 * written, what is ready goes out, and the Sheet shows what became of it.
 *
 * Calls: one read; when something changed, one more read (rows may have moved meanwhile) and one write, and in the next
 * round one read to see that it met the right rows.
 */
import { outboxCorrections, ticketCorrections } from '../core/intake/corrections';
import type { KnownTickets } from '../core/intake/known-tickets';
import { learnMerges } from '../core/intake/learn-merges';
import { withNotes } from '../core/intake/roster-note';
import { isRelay, outboxResult, outboxRow, sentMessageRow } from '../core/outbox/outbox-row';
import { isPersonsAnswer } from '../core/outbox/outgoing-mail';
import { isTicketId } from '../core/ticket/ticket-id';
import type { Instant, ZoneOffset } from '../core/time/instant';
import { withAddresses } from '../core/trainer/team-note';
import type { Row } from '../core/workbook/rows';
import { appendRows } from '../core/workbook/table';
import { takeOnAskedMails } from './desk/asked-mails';
import { heedPeople } from './desk/heed-people';
import { showNotes } from './desk/noted-cells';
import { takeOnSessionMails } from './desk/session-mails';
import { addressesOfTeam, type DeskFacts, deskFacts, FACT_TABLES } from './desk-facts';
import { deskProblems, type Problem } from './desk-problems';
import type { Ledger } from './intake/ledger';
import { rememberAnswered } from './intake/recall';
import type { Keys } from './keys';
import type { Log } from './log/log';
import type { BookedMail, OutboxBook } from './outbox/outbox-book';
import type { FindRowFiles } from './outbox/row-files';
import type { SessionMemory } from './outbox/session-memory';
import type { Desk } from './sheets/desk';
import { UnclearWrite } from './sheets/sheets-client';
import type { RosterNotes } from './state/roster-notes';

export interface DeskContext {
  readonly desk: Desk;
  readonly ledger: Pick<Ledger, 'unfetchable' | 'unsettled' | 'waiting'>;
  readonly book: OutboxBook;
  readonly sessionMails: SessionMemory;
  readonly notes: RosterNotes;
  readonly tickets: KnownTickets;
  readonly keys: Keys;
  readonly domain: string;
  readonly supportAddress: string;
  /** Files that go with a row. */
  readonly filesOf: FindRowFiles;
  readonly offset: ZoneOffset;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface DeskReading {
  readonly facts: DeskFacts;
  /** What could not be acted on. Most of it is reported already. */
  readonly problems: readonly Problem[];
}

/** Reads the desk and takes on what it asks for and what is due. Sends nothing. */
export async function readDesk(context: DeskContext): Promise<DeskReading> {
  const { desk, ledger, book, sessionMails, notes, offset, now } = context;
  const tables = await desk.read([...FACT_TABLES, 'outbox']);
  const written = deskFacts(tables, offset);
  // What people wished by mail holds before the Sheet shows it.
  const team = withAddresses(written.team, notes.pendingOfTeam());
  const facts = {
    ...written,
    participants: withNotes(written.participants, notes.pending()),
    team,
    teamAddresses: addressesOfTeam(team),
  };
  desk.speak(facts.settings.language);
  const outbox = tables.outbox.rows.map(({ row }) => row);
  heedPeople(tables.outbox, context);
  await rememberAnswered(
    outbox.flatMap(({ key, kind, ticket_id }) =>
      book.get(key) === null && kind !== 'acknowledgement' && isTicketId(ticket_id) ? [ticket_id] : [],
    ),
    context,
    desk,
  );
  await takeOnAskedMails(outbox, facts, context);
  sessionMails.learn(outbox);
  const faults = takeOnSessionMails(facts, context);
  return {
    facts,
    problems: deskProblems(
      facts,
      { ...faults, copiedKeys: copiedKeys(outbox), unfetchable: ledger.unfetchable() },
      now(),
    ),
  };
}

function copiedKeys(outbox: readonly Row<'outbox'>[]): string[] {
  const seen = new Set<string>();
  const copied = new Set<string>();
  for (const { key } of outbox) {
    if (key !== '' && seen.has(key)) copied.add(key);
    seen.add(key);
  }
  return [...copied];
}

/** Times that what became of the mails is shown again at once after an unclear write. */
const UNCLEAR_ATTEMPTS = 3;

/**
 * Lets the Sheet show what became of the mails. Returns whether anything was written.
 *
 * @throws UnclearWrite after several; the next round begins by reading what is there, so nothing is shown twice
 */
export async function showDesk(context: DeskContext): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      const shown = await context.desk.untilTaken(() => showOnce(context));
      await context.desk.untilTaken(() => showNotes(context));
      return shown;
    } catch (error) {
      if (!(error instanceof UnclearWrite) || attempt === UNCLEAR_ATTEMPTS) throw error;
      context.log.warn({}, 'a write of the Sheet is unclear; reading again what it shows');
    }
  }
}

async function showOnce({ desk, book, tickets, supportAddress }: DeskContext): Promise<boolean> {
  const items = book.toShow();
  if (items.length === 0 && !desk.unverified) return false;
  const tables = await desk.read(['outbox', 'tickets'], ['messages']);
  learnMerges(tables.tickets, tickets);
  const rowOf = new Map(tables.outbox.rows.map(({ row }) => [row.key, row]));
  // A reminder of this round, or a row that somebody deleted: what was sent stays on the record.
  const born = items
    .filter(({ mail }) => !rowOf.has(mail.key))
    .map((item) => ({ ...outboxRow(item.mail), ...outboxResult(item) }));
  // The row and the message are written together: a row that says "sent" has its message already.
  const conversation = items
    .filter((item) => isNewAnswer(item) && rowOf.get(item.mail.key)?.state !== 'sent')
    .map(({ mail, at }) => sentMessageRow(mail, supportAddress, at));
  const requests = [
    ...outboxCorrections(tables.outbox, (key) => book.get(key), desk.context),
    ...ticketCorrections(tables.tickets, tickets, desk.context),
    ...appendRows(tables.outbox.layout, born, desk.context),
    ...appendRows(tables.messages.layout, conversation, desk.context),
  ];
  if (requests.length === 0) desk.verified();
  else await desk.write(requests);
  book.markShown(items);
  return requests.length > 0;
}

/** A person's answer that went out, and whose words do not stand in the conversation yet. */
function isNewAnswer({ mail, state }: BookedMail): boolean {
  return state === 'sent' && mail.ticketId !== null && isPersonsAnswer(mail.kind) && !isRelay(mail.key);
}
