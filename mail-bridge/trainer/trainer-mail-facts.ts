/** Looks up all that decides what a colleague's mail about a ticket is. */
import { readTeam } from '../../core/assignment/colleagues';
import type { IncomingMail } from '../../core/intake/incoming';
import type { KnownTicket, KnownTickets } from '../../core/intake/known-tickets';
import { knownToThread } from '../../core/intake/known-to-thread';
import { addressKey } from '../../core/mail/addresses';
import type { ThreadVerdict } from '../../core/mail/thread';
import { ancestorIds } from '../../core/mail/thread';
import { judgeTrust } from '../../core/mail/trust';
import { asStatus } from '../../core/ticket/status';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Instant, ZoneOffset } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import { type Agents, readAgents } from '../../core/trainer/agents';
import { asTyped } from '../../core/trainer/as-typed';
import { askedOf } from '../../core/trainer/asked';
import { type DirectMailFacts, readDirectMail } from '../../core/trainer/direct-mail';
import type { AddressQuestion, SpokenOf, TrainerMailInput } from '../../core/trainer/trainer-mail-input';
import type { Asked } from '../../core/trainer/trainer-mail-types';
import type { Row } from '../../core/workbook/rows';
import { choiceWord } from '../../sheet-templates/labels';
import type { DeskFacts } from '../desk-facts';
import type { Keys } from '../keys';
import type { OutboxBook } from '../outbox/outbox-book';
import { type Correspondence, TOLD } from './correspondence';
import { templatesForAnswers } from './relay-mail';
import type { WaitingMails } from './waiting-mails';

export interface TrainerMailContext {
  readonly facts: () => DeskFacts;
  /** Addresses of the support mailbox and its aliases. */
  readonly own: readonly string[];
  readonly authservId: string | undefined;
  readonly spreadsheetId: string;
  readonly keys: Keys;
  readonly tickets: KnownTickets;
  readonly book: Pick<OutboxBook, 'mailOf'>;
  readonly ownMessageId: (id: string) => boolean;
  readonly waiting: WaitingMails;
  readonly correspondence: Correspondence;
  /** The Tickets tab by id, as it is now. */
  readonly ticketRows: () => Promise<ReadonlyMap<string, Row<'tickets'>>>;
  readonly offset: ZoneOffset;
  readonly now: () => Instant;
}

/** A ticket that a colleague's mail speaks of. */
export interface TicketFile {
  readonly known: KnownTicket | null;
  readonly row: Row<'tickets'>;
}

export interface GatheredFacts {
  readonly input: TrainerMailInput;
  /** The ticket of `input`. */
  readonly file: TicketFile | null;
}

/**
 * @param agents the team by its addresses
 * @returns null for a mail that is no colleague's and answers none of our letters to one: nothing is looked up for it
 */
export async function trainerMailFacts(
  incoming: IncomingMail,
  verdict: ThreadVerdict,
  agents: Agents,
  context: TrainerMailContext,
): Promise<GatheredFacts | null> {
  const { mail, receivedAt } = incoming;
  const { keys, own, authservId, tickets, book, facts, now, offset, correspondence, waiting } = context;
  const asked = askedOf(mail, { agents: agents.all, others: agents.others, keys });
  const writer = agents.at(mail.from?.address ?? '');
  if (asked === null && writer === null) return null;
  const { team, templates, sessions, settings } = facts();
  const named = asked?.ticket ?? (verdict.kind === 'reply' ? verdict.ticket : verdict.pointsTo);
  const rows =
    named === null && writer === null ? new Map<string, Row<'tickets'>>() : await context.ticketRows();
  const file = named === null ? null : fileOf(tickets.goesOnIn(named), rows, tickets);
  const today = dayAt(now(), settings.zone, offset);
  const spokenOf = (id: TicketId, { known, row }: TicketFile): SpokenOf => ({
    id,
    mergedRequester: named === null || named === id ? null : requesterOf(named, rows, tickets),
    status: asStatus(row.status) ?? 'open',
    requester: row.requester_email,
    participants: known?.participants ?? new Set<string>(),
    assignee: row.assignee,
    session: sessions.find((session) => session.id !== '' && session.id === row.session_id) ?? null,
    given: correspondence.given(id, agents),
    held: waiting.held(id),
  });
  const id = named === null ? null : tickets.goesOnIn(named);
  const input: TrainerMailInput = {
    incoming: { ...incoming, words: asTyped(incoming.words, mail.htmlMarked) },
    trust: judgeTrust(mail, { authservIds: authservId === undefined ? [] : [authservId] }),
    asked,
    direct: readDirectMail(mail, directFacts(asked, receivedAt, agents, context)),
    askedAt: askedAt(incoming, book),
    toldAt: id === null || writer === null ? null : correspondence.toldOfAnother(id, writer.email),
    question: questionOf(incoming, agents, book),
    ticket: id === null || file === null ? null : spokenOf(id, file),
    own,
    spreadsheetId: context.spreadsheetId,
    agents,
    team: readTeam(team, today, (choice, typed) => choiceWord(choice, typed)?.word ?? null),
    templates: templatesForAnswers(templates),
    readChoice: choiceWord,
    today,
  };
  return { input, file };
}

/** A row that somebody has deleted stands in the journals still; one that people made stands in the Sheet alone. */
function fileOf(
  id: TicketId,
  rows: ReadonlyMap<string, Row<'tickets'>>,
  tickets: KnownTickets,
): TicketFile | null {
  const known = tickets.get(id);
  const row = rows.get(id);
  return row === undefined ? null : { known, row };
}

function requesterOf(id: TicketId, rows: ReadonlyMap<string, Row<'tickets'>>, tickets: KnownTickets): string {
  return rows.get(id)?.requester_email ?? tickets.get(id)?.requesterEmail ?? '';
}

function directFacts(
  asked: Asked | null,
  sentAt: Instant,
  agents: Agents,
  { own, ownMessageId, keys, tickets }: TrainerMailContext,
): DirectMailFacts {
  return {
    own,
    isColleague: (address) => agents.at(address) !== null,
    ownMessageId,
    keys,
    known: knownToThread(tickets, keys, sentAt),
    ticket: tickets.get,
    sentAt,
    asked,
  };
}

/** When the letter that it answers was sent; what has come since, its writer may not have seen. */
function askedAt({ mail }: IncomingMail, book: Pick<OutboxBook, 'mailOf'>): Instant | null {
  for (const id of ancestorIds(mail)) {
    const letter = book.mailOf(id);
    if (letter !== null) return letter.leftAt ?? letter.mail.createdAt;
  }
  return null;
}

/** Of "is this address yours?" the key says what was asked of whom. */
function questionOf(
  { mail }: IncomingMail,
  agents: Agents,
  book: Pick<OutboxBook, 'mailOf'>,
): AddressQuestion | null {
  const key = mail.inReplyTo === null ? '' : (book.mailOf(mail.inReplyTo)?.mail.key ?? '');
  if (!key.startsWith(TOLD.address)) return null;
  const [agent = '', address = ''] = key.slice(TOLD.address.length).split('|');
  const asked = agents.at(agent);
  return asked === null || address === '' ? null : { agent: asked, address };
}

/** With an address that the colleague has confirmed just now. */
export function agentsOf(
  team: readonly Row<'team'>[],
  confirmed?: { agent: string; address: string },
): Agents {
  if (confirmed === undefined) return readAgents(team);
  const { agent, address } = confirmed;
  return readAgents(
    team.map((row) =>
      addressKey(row.email) === agent ? { ...row, other_emails: [...row.other_emails, address] } : row,
    ),
  );
}
