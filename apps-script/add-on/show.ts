/** The cards that somebody opens: home, the open mail, one ticket. */
import { addressKey } from '../../core/mail/addresses';
import { isOwnTicket, mayOnTicket } from '../../core/team/standing';
import { fingerprint } from '../../core/words/fingerprint';
import { SHEET_ID } from '../../core/workbook/columns';
import { TABS } from '../../sheet-templates/tabs';
import type { Services } from '../ports';
import { admittedTo } from '../sidebar/admitted';
import { momentsIn } from '../sidebar/conversation';
import { openTicketFile, type TicketFile } from '../sidebar/ticket-file';
import { words } from '../workbook/read-tables';
import type { Card } from './card';
import { cardOf, openDesk, type ReaderDesk, type SpokenCard, teamAddresses } from './desk';
import { findTicketOfMail } from './find-ticket';
import { homeCard } from './home-card';
import { mailCard, type StrangeMail } from './mail-card';
import { NotDone } from './not-done';
import { type OpenMail, type OpenMailPort, peopleIn, traceOf } from './open-mail';
import { type ListedTicket, listTickets } from './ticket-list';

export function showHome(services: Services): Card {
  const { workbook, team, standing, language } = openDesk(services);
  const { layouts, context, tables } = workbook;
  const tickets = listTickets(services.workbook, layouts, context);
  return homeCard({
    tickets,
    sessions: tables.sessions.rows.map(({ row }) => row),
    team,
    standing,
    language,
    moment: momentsIn(services.clock.now(), context, language),
    labelOf: words(language).labelOf,
    sheet: services.workbook.address(SHEET_ID.tickets, 0),
    sheetLabel: TABS.tickets.title[language],
  });
}

/** The ticket of the mail, or what can be made of a mail without one. */
export function showMail(services: Services, mailbox: OpenMailPort): Card {
  const desk = openDesk(services);
  const mail = openMail(mailbox);
  const { ticket, requesters } = findTicket(services, desk.workbook, mail);
  if (ticket === null) return strangeCard(services, desk, mail, requesters);
  const file = openTicketFile(services, desk, ticket, []);
  if (!mayRead(desk, file.ticket)) throw new NotDone('not-your-ticket', ticket, desk.workbook.language);
  return cardOf(services, file, mail).card;
}

export function showTicket(services: Services, mailbox: OpenMailPort, ticketId: string): SpokenCard {
  const file = admittedTo(services, 'read', ticketId);
  return cardOf(services, file, mailOfTicket(services, mailbox, file));
}

/**
 * The open mail if it is the ticket's; null otherwise. Found out anew each time: what a card says of the mail beside
 * which it was shown is nothing to rely on.
 */
export function mailOfTicket(
  services: Services,
  mailbox: OpenMailPort,
  { ticket, workbook }: TicketFile,
): OpenMail | null {
  const mail = mailbox.read();
  return mail && findTicket(services, workbook, mail).ticket === ticket.id ? mail : null;
}

export function openMail(mailbox: OpenMailPort): OpenMail {
  const mail = mailbox.read();
  if (mail === null) throw new NotDone('no-mail', '');
  return mail;
}

function findTicket(
  { workbook }: Services,
  { layouts }: ReaderDesk['workbook'],
  mail: OpenMail,
): ReturnType<typeof findTicketOfMail> {
  return findTicketOfMail(workbook, layouts, traceOf(mail));
}

export function strangeMail(desk: ReaderDesk, mail: OpenMail): StrangeMail {
  return { mail, supportAddress: desk.workbook.settings.support_address, team: teamAddresses(desk) };
}

function strangeCard(
  services: Services,
  desk: ReaderDesk,
  mail: OpenMail,
  requesters: ReadonlySet<string>,
): Card {
  const { layouts, context } = desk.workbook;
  const [sender] = peopleIn(mail.from);
  const person = addressKey(sender?.address ?? '');
  // Most mails are of people who have no ticket: then there is nothing more to read.
  const listed =
    person !== '' && requesters.has(person) ? listTickets(services.workbook, layouts, context) : [];
  const theirs = listed.filter(
    (ticket) => addressKey(ticket.requester_email) === person && mayRead(desk, ticket),
  );
  const mark = forwardMark(services, mail);
  const wasForwarded = services.shortMemory.getAll([mark])[mark] !== undefined;
  const { labelOf } = words(desk.language);
  return mailCard(strangeMail(desk, mail), theirs, wasForwarded, labelOf, desk.language);
}

/** Under which it is remembered for a few hours that this person has opened a draft for this mail. */
export function forwardMark(services: Pick<Services, 'userEmail'>, mail: OpenMail): string {
  return `forward:${fingerprint(`${addressKey(services.userEmail())}\n${mail.messageId}\n${mail.subject}`)}`;
}

function mayRead(
  { standing, team, workbook }: ReaderDesk,
  ticket: Pick<ListedTicket, 'session_id' | 'assignee'>,
): boolean {
  const session = workbook.tables.sessions.rows.find(({ row }) => row.id === ticket.session_id)?.row ?? null;
  const isOwn = standing.kind === 'colleague' && isOwnTicket(standing.name, ticket, session, team);
  return mayOnTicket(standing, 'read', isOwn);
}
