/**
 * What templates see. The shape is always whole (what does not apply is empty), so a placeholder that is not
 * here is a misspelling and nothing else.
 */
import type { Language } from '../language';
import { formatLongDate, formatMoment, formatTime, zoneName } from '../time/format';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { civilAt } from '../time/zoned';
import type { Row } from '../workbook/rows';

export interface TicketPart {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
}

export interface SessionPart {
  readonly course: string;
  /** `czwartek, 26 listopada 2026, 10:00 (czas warszawski)`. */
  readonly starts: string;
  /** `czwartek, 26 listopada 2026`. */
  readonly date: string;
  /** `10:00`. */
  readonly time: string;
  /** `12:00`, or '' when the end is not known. */
  readonly ends: string;
  /** `czas warszawski`. */
  readonly zone: string;
  readonly link: string;
  readonly place: string;
  readonly materials: string;
  readonly trainer: string;
}

/** Of a mail that alerts a colleague. */
export interface AlertPart {
  /** `First answer`. */
  readonly promise: string;
  /** `Thu 26 Nov 2026, 10:00`. */
  readonly due: string;
  /** How long is left, or '' once the time is up; then `late` says how long ago that was. */
  readonly left: string;
  readonly late: string;
  readonly why: string;
  readonly requester: string;
  /** '' while nobody has the ticket. */
  readonly assignee: string;
  /** To the ticket's row; '' where nobody knows it. */
  readonly link: string;
  /** Where one mail stands for many: how many, and each in a line. */
  readonly count: string;
  readonly list: string;
}

export interface FirmPart {
  readonly name: string;
  readonly support_hours: string;
  readonly support_address: string;
  readonly portal: string;
}

export type MailView = {
  readonly ticket: TicketPart & { readonly [name: string]: string };
  readonly session: SessionPart & { readonly [name: string]: string };
  readonly person: { readonly name: string };
  readonly alert: AlertPart & { readonly [name: string]: string };
  readonly firm: FirmPart & { readonly [name: string]: string };
  readonly agent: { readonly name: string };
  /** The text that somebody wrote as the answer. */
  readonly answer: string;
  /** Where to get help, in a sentence or two: belongs in every invitation and reminder. */
  readonly support: string;
};

export interface ViewParts {
  readonly firm: FirmPart;
  readonly support: string;
  readonly personName: string;
  readonly ticket?: TicketPart;
  readonly session?: SessionPart;
  readonly alert?: AlertPart;
  readonly agentName?: string;
  readonly answer?: string;
}

const NO_TICKET: TicketPart = { id: '', subject: '', status: '' };
const NO_SESSION: SessionPart = {
  course: '',
  starts: '',
  date: '',
  time: '',
  ends: '',
  zone: '',
  link: '',
  place: '',
  materials: '',
  trainer: '',
};

export const NO_ALERT: AlertPart = {
  promise: '',
  due: '',
  left: '',
  late: '',
  why: '',
  requester: '',
  assignee: '',
  link: '',
  count: '',
  list: '',
};

export function mailView(parts: ViewParts): MailView {
  return {
    ticket: { ...(parts.ticket ?? NO_TICKET) },
    session: { ...(parts.session ?? NO_SESSION) },
    person: { name: parts.personName },
    alert: { ...(parts.alert ?? NO_ALERT) },
    firm: { ...parts.firm },
    agent: { name: parts.agentName ?? '' },
    answer: parts.answer ?? '',
    support: parts.support,
  };
}

/** @param statusLabel the status in the reader's language */
export function ticketView(ticket: Pick<Row<'tickets'>, 'id' | 'subject'>, statusLabel: string): TicketPart {
  return { id: ticket.id, subject: ticket.subject, status: statusLabel };
}

export function sessionView(
  session: Row<'sessions'>,
  options: { readonly language: Language; readonly zone: Zone; readonly offset: ZoneOffset },
): SessionPart {
  const { language, zone, offset } = options;
  const start = session.starts_at;
  const at = <T>(format: (start: Instant) => T, none: T): T => (start === null ? none : format(start));
  return {
    course: session.course,
    starts: at((moment) => formatMoment(moment, zone, language, offset), ''),
    date: at((moment) => formatLongDate(civilAt(moment, zone, offset), language), ''),
    time: at((moment) => formatTime(moment, zone, offset), ''),
    ends: session.ends_at === null ? '' : formatTime(session.ends_at, zone, offset),
    zone: at((moment) => zoneName(moment, zone, language, offset), ''),
    link: session.link,
    place: session.place,
    materials: session.materials,
    // The substitute stands in as soon as one is named.
    trainer: session.substitute === '' ? session.trainer : session.substitute,
  };
}

export function firmView(settings: {
  readonly name: string;
  readonly supportHours: string;
  readonly supportAddress: string;
  readonly portal: string;
}): FirmPart {
  return {
    name: settings.name,
    support_hours: settings.supportHours,
    support_address: settings.supportAddress,
    portal: settings.portal,
  };
}
