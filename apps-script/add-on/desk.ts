/** What the handlers read, each in a fixed number of calls whatever the number of rows. */

import type { Language } from '../../core/language';
import { addressKey } from '../../core/mail/addresses';
import { type Standing, standingOf } from '../../core/team/standing';
import { SHEET_ID } from '../../core/workbook/columns';
import type { Services } from '../ports';
import { ticketFacts } from '../sidebar/conversation';
import { shownTemplates } from '../sidebar/reply-mail';
import { openSidebarDesk, type SidebarDesk, type TicketFile } from '../sidebar/ticket-file';
import type { Card } from './card';
import { hexKey } from './hex-key';
import { NotDone } from './not-done';
import type { OpenMail } from './open-mail';
import { readerLanguage, toldIn } from './reader';
import { type ReplyRoute, replyRoute } from './reply-route';
import { noReplyText, replyChoice } from './reply-text';
import { type ReplySection, ticketCard } from './ticket-card';

/** A card, and the language that it speaks. */
export interface SpokenCard {
  readonly card: Card;
  readonly language: Language;
}

export interface ReaderDesk extends SidebarDesk {
  readonly standing: Standing;
  readonly language: Language;
}

/** @throws TurnedAway whoever is not of the team, before anything of a mail or a ticket is read */
export function openDesk(services: Services): ReaderDesk {
  const desk = openSidebarDesk(services);
  const standing = standingOf(services.userEmail(), desk.team);
  const firm = desk.workbook.language;
  if (standing.kind === 'stranger') throw new NotDone('not-on-team', standing.address, firm);
  return { ...desk, standing, language: readerLanguage(services, firm) };
}

/** @param beside the open mail, if it is this ticket's: then the card has what can be put into a reply */
export function cardOf(services: Services, file: TicketFile, beside: OpenMail | null): SpokenCard {
  const { workbook, ticket, tickets } = file;
  const language = readerLanguage(services, workbook.language);
  const user = services.userEmail();
  const shown = ticketFacts(toldIn(language, file), services);
  const placed = tickets.rows.find(({ row }) => row.id === ticket.id);
  const card = ticketCard({
    ticket: shown,
    language,
    row: services.workbook.address(SHEET_ID.tickets, placed?.rowIndex ?? 0),
    noteKey: hexKey(services, `note\n${user}\n${ticket.id}\n${services.clock.now()}`),
    reply: beside && replySection(services, file, beside, language),
  });
  return { card, language };
}

function replySection(
  services: Services,
  file: TicketFile,
  mail: OpenMail,
  language: Language,
): ReplySection {
  const { ticket } = file;
  const route = routeOf(services, file, mail);
  if (route.kind === 'none') return { says: noReplyText(route.why, language), templates: [] };
  // In the participant's language, with the firm's own as the other: not as the reader is told.
  const templates = shownTemplates(file, services.userEmail(), services.offset);
  return replyChoice(route, templates, ticket.requester_name || ticket.requester_email, language);
}

export function routeOf(
  services: Services,
  { workbook, ticket }: Pick<TicketFile, 'workbook' | 'ticket'>,
  mail: OpenMail,
): ReplyRoute {
  const { support_address, show_colleague_address } = workbook.settings;
  return replyRoute(mail, ticket.requester_email, services.userEmail(), {
    supportAddress: support_address,
    showsColleagues: show_colleague_address,
  });
}

export function teamAddresses({ team, workbook }: SidebarDesk): ReadonlySet<string> {
  const others = workbook.tables.team.rows.flatMap(({ row }) => row.other_emails.map(addressKey));
  return new Set([...team.colleagues.map(({ email }) => email), ...others].filter((email) => email !== ''));
}
