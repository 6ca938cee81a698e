/**
 * What templates see. The shape is always whole (what does not apply is empty), so a placeholder that is not
 * here is a misspelling and nothing else.
 */
import type { Language } from '../language';
import { formatEnd, formatLongDate, formatMoment, formatTime, zoneName } from '../time/format';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { civilAt } from '../time/zoned';
import type { Row } from '../workbook/rows';
import { FOOTER_MARK } from './footer';

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
  /** `12:00`, with the day where it is another than that of the start; '' when the end is not known. */
  readonly ends: string;
  /** `czas warszawski`. */
  readonly zone: string;
  readonly link: string;
  readonly place: string;
  readonly materials: string;
  readonly trainer: string;
  /** Until when something must be done: `środa, 25 listopada 2026, 18:00 (czas warszawski)`, or ''. */
  readonly deadline: string;
  /** Of a mail about a change: a line for each thing that changed, `Termin: … → …`. */
  readonly changes: string;
  /** Of a mail about several sessions of one day: a line for each, beginning with "- ". */
  readonly list: string;
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

/** Of a mail to a colleague who works by mail, and of the answer to a participant who asks how a request stands. */
export interface DeskPart {
  /** The participant's newest message, as far as it is new. */
  readonly newest: string;
  /** The messages before it, each line behind "> ". */
  readonly older: string;
  /** `Thu 26 Nov 2026, 10:00 (first answer)`, and why then. */
  readonly due: string;
  readonly why: string;
  /** The participant's next session, in words. */
  readonly session: string;
  /** To the ticket's row. */
  readonly link: string;
  /** What the colleague can write on the first lines, in two lines. */
  readonly legend: string;
  /** What was not understood or could not be done. */
  readonly help: string;
  /** Name of another colleague: who is away, or who was faster. */
  readonly colleague: string;
  /** From which somebody wrote. */
  readonly address: string;
  /** How the requests of a participant stand, each in a line. */
  readonly list: string;
}

export interface FirmPart {
  readonly name: string;
  readonly support_hours: string;
  readonly support_address: string;
  /** `mailto:` with the subject that asks how a request stands, or ''. */
  readonly status_mailto: string;
  readonly portal: string;
  /** Page that asks how a session was, or ''. */
  readonly survey: string;
}

export type MailView = {
  readonly ticket: TicketPart & { readonly [name: string]: string };
  readonly session: SessionPart & { readonly [name: string]: string };
  /** `needs`: what the participant said would make taking part easier, as it stands in the roster. */
  readonly person: { readonly name: string; readonly needs: string };
  readonly alert: AlertPart & { readonly [name: string]: string };
  readonly desk: DeskPart & { readonly [name: string]: string };
  readonly firm: FirmPart & { readonly [name: string]: string };
  readonly agent: { readonly name: string };
  /** The text that somebody wrote as the answer. */
  readonly answer: string;
  /** `missing`: what has not been done, as a noun in the genitive: `zalogowania się`, `входу`, `logging in`. */
  readonly checkpoint: { readonly missing: string };
  /** Where to get help, in a sentence or two: belongs in every invitation and reminder. Sets itself off (FOOTER_MARK). */
  readonly support: string;
  /** How to get no more reminders; '' in a mail that is none. */
  readonly stop: string;
};

export interface ViewParts {
  readonly firm: FirmPart;
  readonly support: string;
  readonly personName: string;
  readonly personNeeds?: string;
  readonly ticket?: TicketPart;
  readonly session?: SessionPart;
  readonly alert?: AlertPart;
  readonly desk?: DeskPart;
  readonly agentName?: string;
  readonly answer?: string;
  readonly missing?: string;
  readonly stop?: string;
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
  deadline: '',
  changes: '',
  list: '',
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

export const NO_DESK: DeskPart = {
  newest: '',
  older: '',
  due: '',
  why: '',
  session: '',
  link: '',
  legend: '',
  help: '',
  colleague: '',
  address: '',
  list: '',
};

export function mailView(parts: ViewParts): MailView {
  return {
    ticket: { ...(parts.ticket ?? NO_TICKET) },
    session: { ...(parts.session ?? NO_SESSION) },
    person: { name: parts.personName, needs: parts.personNeeds ?? '' },
    alert: { ...(parts.alert ?? NO_ALERT) },
    desk: deskView(parts.desk ?? NO_DESK),
    firm: { ...parts.firm },
    agent: { name: parts.agentName ?? '' },
    answer: parts.answer ?? '',
    checkpoint: { missing: parts.missing ?? '' },
    support: parts.support === '' ? '' : `${FOOTER_MARK}\n${parts.support}`,
    stop: parts.stop ?? '',
  };
}

/** A participant's own line above the signature must not be taken for the one that sets off our help. */
function deskView(desk: DeskPart): MailView['desk'] {
  return { ...desk, newest: desk.newest.replace(/^--[ \u00a0]?$/gm, '—') };
}

/** @param statusLabel the status in the reader's language */
export function ticketView(ticket: Pick<Row<'tickets'>, 'id' | 'subject'>, statusLabel: string): TicketPart {
  return { id: ticket.id, subject: ticket.subject, status: statusLabel };
}

export function sessionView(
  session: Row<'sessions'>,
  options: {
    readonly language: Language;
    readonly zone: Zone;
    readonly offset: ZoneOffset;
    readonly changes?: string;
    readonly list?: string;
  },
): SessionPart {
  const { language, zone, offset, changes = '', list = '' } = options;
  const said = (at: Instant | null, format: (at: Instant) => string): string =>
    at === null ? '' : format(at);
  const moment = (at: Instant): string => formatMoment(at, zone, language, offset);
  const time = (at: Instant): string => formatTime(at, zone, offset);
  const start = session.starts_at;
  return {
    course: session.course,
    starts: said(start, moment),
    date: said(start, (at) => formatLongDate(civilAt(at, zone, offset), language)),
    time: said(start, time),
    ends: said(session.ends_at, (end) =>
      start === null ? time(end) : formatEnd(end, start, zone, language, offset),
    ),
    zone: said(start, (at) => zoneName(at, zone, language, offset)),
    link: session.link,
    place: session.place,
    materials: session.materials,
    // The substitute stands in as soon as one is named.
    trainer: session.substitute === '' ? session.trainer : session.substitute,
    deadline: said(session.deadline, moment),
    changes,
    list,
  };
}

export function firmView(settings: {
  readonly name: string;
  readonly supportHours: string;
  readonly supportAddress: string;
  readonly portal: string;
  readonly survey?: string;
  /** By which a participant asks how a request stands; left out where nobody would answer. */
  readonly statusSubject?: string;
}): FirmPart {
  const { supportAddress, statusSubject = '' } = settings;
  return {
    name: settings.name,
    support_hours: settings.supportHours,
    support_address: supportAddress,
    status_mailto: supportAddress === '' || statusSubject === '' ? '' : mailto(supportAddress, statusSubject),
    portal: settings.portal,
    survey: settings.survey ?? '',
  };
}

/** RFC 6068 §2: "?", "&" and "#" would end the address. */
function mailto(address: string, subject: string): string {
  return `mailto:${encodeURI(address).replace(/[?&#]/g, encodeURIComponent)}?subject=${encodeURIComponent(subject)}`;
}
