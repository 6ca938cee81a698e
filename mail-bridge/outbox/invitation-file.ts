/**
 * What a calendar reads of a session: one iTIP message (RFC 5546) with one event (RFC 5545), by ical-generator, which
 * alone folds lines by bytes. Times in UTC: no table of zones has to be right in anybody's program.
 */
import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Language, Localized } from '../../core/language';
import { cleanLine, cleanText } from '../../core/mail/clean-text';
import type { Invitation } from '../../core/session/invitation';
import type { Instant } from '../../core/time/instant';
import { asUri } from './as-uri';

export interface InvitationMail {
  readonly language: Language;
  /** The Date header: the same mail always holds the same file. */
  readonly date: Instant;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendee: string;
  /** How to get help, in the reader's language. */
  readonly help: string;
}

const JOIN: Localized = { en: 'Join here', pl: 'Dołącz tutaj', uk: 'Приєднатися' };
const NAMELESS: Localized = { en: 'Training session', pl: 'Zajęcia', uk: 'Заняття' };

export function invitationFile(invitation: Invitation, mail: InvitationMail): string {
  const { method, uid, sequence, startsAt, endsAt } = invitation;
  const { language, organizer, attendee } = mail;
  const cancelled = method === 'CANCEL';
  const place = cleanLine(invitation.place);
  const link = cleanLine(invitation.link);
  const url = /^https?:\/\//i.test(link) ? link : '';
  const calendar = ical({
    prodId: { company: 'Rowdesk', product: 'Rowdesk', language: language.toUpperCase() },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(mail.date),
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: cleanLine(invitation.summary) || NAMELESS[language],
    // Calendars show the place first: people without a room look for the link there.
    location: place || link || null,
    // ical-generator escapes these as it does in texts; in a URI no backslash may stand (RFC 5545 §3.3.13).
    url: url === '' || cancelled ? null : asUri(url).replace(/;/g, '%3B').replace(/,/g, '%2C'),
    description: description(link === place || cancelled ? '' : link, mail),
    organizer: { name: quotable(organizer.name) || organizer.address, email: organizer.address },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
  });
  event.createAttendee({
    email: attendee,
    // We read answers, but nobody has to give one (RFC 5545 §3.2.17).
    rsvp: false,
    status: ICalAttendeeStatus.NEEDSACTION,
  });
  // RFC 5545 §3.1: the last line ends as the others do.
  return `${calendar.toString()}\r\n`;
}

function description(link: string, { language, help }: InvitationMail): string | null {
  const parts = [link === '' ? '' : `${JOIN[language]}: ${link}`, cleanText(help).trim()];
  return parts.filter((part) => part !== '').join('\n\n') || null;
}

/** RFC 5545 §3.2: a quoted parameter value cannot hold the quote, in whatever way it is escaped. */
function quotable(name: string): string {
  return cleanLine(name).replace(/["\\]/g, "'");
}
