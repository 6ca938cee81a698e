/** Answers to invitations (iTIP, RFC 5546 section 3.2.3): a calendar program says who comes and who does not. */
import ICAL from 'ical.js';
import { cleanLine, cleanText } from './clean-text';

export interface CalendarAnswer {
  readonly answer: 'accepted' | 'declined' | 'tentative';
  /** Who answers, without `mailto:`, in lower case. */
  readonly attendee: string;
  /** The event's UID, by which the invitation is found. */
  readonly uid: string;
  readonly summary: string;
  /** What the person added: COMMENT, or Google's own parameter; '' when nothing. */
  readonly comment: string;
}

/** No answer to an invitation is as long; an invitation that carries its files within may be. */
const LONGEST = 200_000;
const LONGEST_COMMENT = 10_000;
const PARTSTATS: ReadonlyMap<string, CalendarAnswer['answer']> = new Map([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
]);

/** @returns null when the calendar is no answer to an invitation, or none that can be read */
export function readCalendarAnswer(text: string): CalendarAnswer | null {
  // Cheap, and true of every answer: most calendars are invitations.
  if (text.length > LONGEST || !/reply/i.test(text)) return null;
  const calendar = parse(text);
  if (calendar === null || texts(calendar, 'method')[0]?.toUpperCase() !== 'REPLY') return null;
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) return null;
  const [attendee, second] = event.getAllProperties('attendee');
  // RFC 5546 section 3.2.3: a reply holds the one who replies. Whose answer it is with two, nobody can tell.
  if (attendee === undefined || second !== undefined) return null;
  const answer = PARTSTATS.get(parameter(attendee, 'partstat').toUpperCase());
  if (answer === undefined) return null;
  return {
    answer,
    attendee: cleanLine(String(attendee.getFirstValue()).replace(/^mailto:/i, ''), 320).toLowerCase(),
    uid: cleanLine(texts(event, 'uid')[0] ?? '', 1_000),
    summary: cleanLine(texts(event, 'summary')[0] ?? '', 300),
    comment: commentOf([...texts(event, 'comment'), parameter(attendee, 'x-response-comment')]),
  };
}

/** The parser throws on what is no calendar; then the mail is read as if it had none, and its text is a person's. */
function parse(text: string): ICAL.Component | null {
  try {
    const parsed: unknown = ICAL.parse(text);
    // Several calendars in one part come as a list of them.
    const jCal: unknown = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
    if (!Array.isArray(jCal) || jCal[0] !== 'vcalendar') return null;
    return new ICAL.Component(jCal);
  } catch {
    return null;
  }
}

function texts(component: ICAL.Component, name: string): string[] {
  return component.getAllProperties(name).map((property) => String(property.getFirstValue() ?? ''));
}

function parameter(property: ICAL.Property, name: string): string {
  const value = property.getParameter(name);
  return typeof value === 'string' ? value : '';
}

/** Programs write the same comment into several places. */
function commentOf(found: readonly string[]): string {
  const comments = found.map((one) => one.trim()).filter((one) => one !== '');
  return cleanText([...new Set(comments)].join('\n'), LONGEST_COMMENT).trim();
}
