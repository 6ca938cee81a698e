/** "Next working morning": when the firm opens on the first working day after a session, or on the last one before. */
import type { BusinessCalendar } from '../sla/business-calendar';
import { plusDays } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { dayAt, startOfDay } from '../time/zoned';

export interface WorkingMorning {
  readonly unit: 'working-morning';
  readonly which: 'next' | 'previous';
}

const NEXT = { unit: 'working-morning', which: 'next' } as const;
const PREVIOUS = { unit: 'working-morning', which: 'previous' } as const;

/** Polish cases and word order vary freely; apostrophes and stress marks do not occur in these words. */
const WORDS: readonly (readonly [RegExp, WorkingMorning])[] = [
  [
    /^(?:on |in )?(?:the )?(?:next|following|first) (?:working|business|work) (?:morning|day(?: in the morning)?)(?: after(?: .*)?)?$/,
    NEXT,
  ],
  [
    /^(?:on |in )?(?:the )?(?:previous|preceding|last) (?:working|business|work) (?:morning|day(?: in the morning)?)(?: before(?: .*)?)?$/,
    PREVIOUS,
  ],
  [
    /^(?:w )?(?:nast[eę]pn(?:y|ego|ym)|najbli[zż]sz(?:y|ego|ym)|kolejn(?:y|ego|ym)) (?:(?:roboczy|robocz(?:ego|ym)) (?:ranek|rana|rankiem|poranek|dzie[nń])|(?:ranek|poranek|dzie[nń]|dnia|dniu) (?:roboczy|robocz(?:ego|ym)))(?: (?:rano|z rana))?(?: po(?: .*)?)?$/,
    NEXT,
  ],
  [
    /^(?:w )?(?:poprzedni(?:ego|m)?|ostatni(?:ego|m)?) (?:(?:roboczy|robocz(?:ego|ym)) (?:ranek|rana|rankiem|poranek|dzie[nń])|(?:ranek|poranek|dzie[nń]|dnia|dniu) (?:roboczy|robocz(?:ego|ym)))(?: (?:rano|z rana))?(?: przed(?: .*)?)?$/,
    PREVIOUS,
  ],
  [
    /^(?:у |в )?(?:наступн(?:ий|ого)|найближч(?:ий|ого)) (?:робоч(?:ий|ого)) (?:ранок|ранку|день(?: (?:вранці|зранку|ранком))?|дня(?: (?:вранці|зранку|ранком))?)(?: після(?: .*)?)?$/,
    NEXT,
  ],
  [
    /^(?:у |в )?(?:попередн(?:ій|ього)|останн(?:ій|ього)) (?:робоч(?:ий|ого)) (?:ранок|ранку|день(?: (?:вранці|зранку|ранком))?|дня(?: (?:вранці|зранку|ранком))?)(?: (?:до|перед)(?: .*)?)?$/,
    PREVIOUS,
  ],
];

export function parseWorkingMorning(text: string): WorkingMorning | null {
  const written = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '');
  return WORDS.find(([pattern]) => pattern.test(written))?.[1] ?? null;
}

/** A firm that stays closed longer than this has closed for good. */
const LONGEST_CLOSURE_DAYS = 366;

/**
 * The day of the anchor is the one on the session's wall clock; the opening is the firm's, wherever it sits.
 *
 * @returns null when the calendar does not open within a year
 */
export function workingMorning(
  anchor: Instant,
  which: WorkingMorning['which'],
  zone: Zone,
  offset: ZoneOffset,
  calendar: BusinessCalendar,
): Instant | null {
  const step = which === 'next' ? 1 : -1;
  let day = dayAt(anchor, zone, offset);
  for (let days = 0; days < LONGEST_CLOSURE_DAYS; days++) {
    day = plusDays(day, step);
    const [opens] = calendar.dayAround(startOfDay(day, calendar.zone, offset)).edges;
    // Between zones most of a day apart the firm's morning of the day after may come before the session.
    if (opens !== undefined && (which === 'next' ? opens > anchor : opens < anchor)) return opens;
  }
  return null;
}
