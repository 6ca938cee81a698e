/** Lets a person at a ticket, or says why not. Every handler that touches a ticket gets it from here. */
import { TICKET_RIGHTS, type TicketRight } from '../../core/team/roles';
import { isOwnTicket, mayOnTicket, type Standing, standingOf } from '../../core/team/standing';
import type { Services } from '../ports';
import { Refused } from './refused';
import { mailFile, openSidebarDesk, openTicketFile, type TicketFile } from './ticket-file';

/** @throws Refused when there is no such ticket, or the person may not do that with it */
export function admittedTo(
  services: Services,
  right: TicketRight,
  ticketId: string,
  named: readonly string[] = [],
): TicketFile {
  const desk = openSidebarDesk(services);
  const { language } = desk.workbook;
  const standing = standingOf(services.userEmail(), desk.team);
  // Not even whether there is such a ticket is told to a stranger.
  if (standing.kind === 'stranger') throw new Refused('not-on-team', standing.address, language);
  const file = openTicketFile(services, desk, ticketId, named);
  if (mayOnTicket(standing, right, ownsIt(standing, file))) return file;
  const maySee = mayOnTicket(standing, 'read', ownsIt(standing, file));
  throw new Refused(maySee ? 'not-your-role' : 'not-your-ticket', ticketId, language);
}

export function rightsOn(file: TicketFile, userEmail: string): readonly TicketRight[] {
  const standing = standingOf(userEmail, file.team);
  const isOwn = ownsIt(standing, file);
  return TICKET_RIGHTS.filter((right) => mayOnTicket(standing, right, isOwn));
}

/** Whether a ticket of the same file may be shown to the person. */
export function mayRead(file: TicketFile, ticketId: string, userEmail: string): boolean {
  const ticket = file.book.get(ticketId);
  if (!ticket) return false;
  const standing = standingOf(userEmail, file.team);
  return mayOnTicket(standing, 'read', ownsIt(standing, { ...file, ...mailFile(file.workbook, ticket) }));
}

function ownsIt(standing: Standing, { ticket, session, team }: TicketFile): boolean {
  return standing.kind === 'colleague' && isOwnTicket(standing.name, ticket, session, team);
}
