/** A ticket as a letter to the colleague whose turn it is, who answers it by mail: a row of the Outbox tab. */
import type { Language, Localized } from '../language';
import { cleanLine, cutText } from '../mail/clean-text';
import { readSubject } from '../mail/subject';
import { askedRow } from '../outbox/outbox-row';
import { sessionEnd } from '../session/session-end';
import { requesterOf } from '../sla/alert-mail';
import type { DueReason } from '../sla/due-reason';
import { dueReasonText, SENTENCE_CLOCK_WORDS } from '../sla/due-reason-words';
import { renderTemplate, type TemplateText } from '../template/render';
import {
  type FirmPart,
  type MailView,
  mailView,
  NO_ALERT,
  NO_DESK,
  sessionView,
  ticketView,
} from '../template/view';
import { formatShortDay, formatShortMoment } from '../time/format';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import { conversationView, type ReaderPlace, type Said } from './conversation-view';
import { commandLegend } from './legend';
import type { Turn } from './turn';
import { isAfterHold } from './turn-sign';

export type TurnTemplate = 'assignment' | 'assignment_again' | 'substitute_asked';

/** What such letters need of the firm. */
export interface TurnDesk {
  /** The texts to try in turn: the firm's own, then one that is known to work. */
  readonly texts: (template: TurnTemplate, language: Language) => readonly TemplateText[];
  readonly firm: (language: Language) => FirmPart;
  readonly statusLabel: (status: TicketStatus, language: Language) => string;
  /** To the ticket's row; '' where nobody knows it. */
  readonly linkTo: (ticketId: string) => string;
  readonly now: Instant;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

/** What the letter tells of the ticket. */
export interface TurnStory {
  readonly ticket: Row<'tickets'> & { readonly status: TicketStatus };
  /** In any order; what participants may not see is left out here. */
  readonly messages: readonly Said[];
  /** Every session of the participant. */
  readonly sessions: readonly Row<'sessions'>[];
  readonly reason: DueReason | null;
}

/** A cell of the sheet takes 50,000 characters. */
const LONGEST_BODY = 49_000;
const LONGEST_LINE = 200;

export function assignmentMail(
  turn: Turn,
  { ticket, messages, sessions, reason }: TurnStory,
  language: Language,
  desk: TurnDesk,
): Row<'outbox'> {
  const { now, zone, offset } = desk;
  const place: ReaderPlace = { language, zone, offset };
  const { newest, older } = conversationView(messages, place);
  const template = templateOf(turn);
  const viewWith = (quoted: string): MailView =>
    mailView({
      firm: desk.firm(language),
      support: '',
      personName: cleanLine(ticket.requester_name, LONGEST_LINE) || ticket.requester_email,
      agentName: turn.agent.name,
      ticket: {
        ...ticketView(ticket, statusOf(turn, ticket, desk, language)),
        subject: plain(ticket.subject),
      },
      alert: { ...NO_ALERT, requester: cleanLine(requesterOf(ticket), LONGEST_LINE) },
      desk: {
        ...NO_DESK,
        newest,
        older: quoted,
        ...dueParts(reason, place),
        session: nextSession(sessions, now, place),
        link: desk.linkTo(ticket.id),
        legend: commandLegend(language),
        colleague: turn.insteadOf,
      },
    });
  return askedRow({
    key: turn.key,
    kind: 'assignment',
    ticket_id: ticket.id,
    session_id: '',
    to: turn.agent.email,
    subject: subjectOf(viewWith(''), language, desk),
    body: bodyOf(template, viewWith, older, language, desk),
    language,
    template,
    created_at: now,
    created_by: 'Rowdesk',
  });
}

const WAS_PUT_OFF: Localized<(day: string) => string> = {
  en: (day) => `it was put off until ${day}`,
  pl: (day) => `było odłożone do ${day}`,
  uk: (day) => `було відкладено до ${day}`,
};

/** Nothing else in the letter would say why it comes now. */
function statusOf(
  { mark }: Turn,
  { status, hold_until }: TurnStory['ticket'],
  { statusLabel }: TurnDesk,
  language: Language,
): string {
  const label = statusLabel(status, language);
  if (!isAfterHold(mark) || hold_until === null) return label;
  return `${label} (${WAS_PUT_OFF[language](formatShortDay(hold_until, language))})`;
}

/** Whoever gets a ticket back gets the letter that says so: it is about no new message. */
function templateOf({ insteadOf, again }: Turn): TurnTemplate {
  if (insteadOf !== '') return 'substitute_asked';
  return again ? 'assignment_again' : 'assignment';
}

/** Of the first letter, whichever this one is: mail programs put letters of one subject together. */
function subjectOf(view: MailView, language: Language, desk: TurnDesk): string {
  for (const text of desk.texts('assignment', language)) {
    const rendered = renderTemplate(text, view, { language });
    if (rendered.kind === 'rendered' && rendered.subject !== '') return rendered.subject;
  }
  return cleanLine(`[#${view.ticket.id}] ${view.ticket.subject}`);
}

function bodyOf(
  template: TurnTemplate,
  viewWith: (older: string) => MailView,
  older: string,
  language: Language,
  desk: TurnDesk,
): string {
  for (const text of desk.texts(template, language)) {
    const render = (quoted: string): string => {
      const rendered = renderTemplate(text, viewWith(quoted), { language });
      return rendered.kind === 'rendered' ? rendered.text : '';
    };
    const whole = render(older);
    if (whole === '') continue;
    if (whole.length <= LONGEST_BODY) return whole;
    // What came before can be read in the sheet; a quotation of short lines is longer than its words.
    const room = Math.max(0, older.length - (whole.length - LONGEST_BODY));
    const shorter = render(older.slice(0, older.lastIndexOf('\n', room) + 1).trimEnd());
    return cutText(shorter === '' ? whole : shorter, LONGEST_BODY);
  }
  const { ticket, desk: said } = viewWith('');
  return cutText(said.newest === '' ? `${ticket.id}: ${ticket.subject}` : said.newest, LONGEST_BODY);
}

/** Tokens of other tickets, and the words that say "answer", would lead the colleague's answer astray. */
function plain(subject: string): string {
  const line = cleanLine(subject, LONGEST_LINE).replace(/\[\s*#\s*T[-\s]?[0-9A-Z]{5,12}\s*\]/gi, ' ');
  return cleanLine(readSubject(line).base);
}

function dueParts(
  reason: DueReason | null,
  place: ReaderPlace,
): { readonly due: string; readonly why: string } {
  if (reason === null) return { due: '', why: '' };
  const due = reason.kind === 'paused' ? reason.missed : reason.due;
  const { language, zone, offset } = place;
  const named = SENTENCE_CLOCK_WORDS[language][reason.clock];
  return {
    due: due === null ? '' : `${formatShortMoment(due, zone, language, offset)} (${named})`,
    why: cleanLine(dueReasonText(reason, place)),
  };
}

/** The one that is on, or the next one: '' when none is ahead. */
function nextSession(sessions: readonly Row<'sessions'>[], now: Instant, place: ReaderPlace): string {
  let next: Row<'sessions'> | null = null;
  for (const session of sessions) {
    const start = session.starts_at;
    if (start === null || session.state === 'cancelled' || sessionEnd(session, start) <= now) continue;
    if (next === null || start < (next.starts_at ?? Infinity)) next = session;
  }
  if (next === null) return '';
  const { course, starts } = sessionView(next, place);
  return [cleanLine(course, LONGEST_LINE), starts].filter((part) => part !== '').join(', ');
}
