/** What the planner is asked with, out of the simulated Sheet and the simulated book. */
import { activityBook } from '../../../../core/session/activity';
import type { ReminderInput } from '../../../../core/session/reminder-input';
import { REMINDER_RULE } from '../../../../core/session/reminder-input';
import { type BusinessCalendar, businessCalendar } from '../../../../core/sla/business-calendar';
import { readOpeningHours } from '../../../../core/sla/opening-hours';
import type { Instant, ZoneOffset } from '../../../../core/time/instant';
import { zone } from '../../../../core/time/instant';
import { intlOffset } from '../../../../mail-bridge/clock/intl-offset';
import { calendarRows } from './firm/ladder';
import { UNKNOWN_ZONE } from './firm/people';
import { FIRM_ZONE } from './firm/sessions';
import type { Book } from './simulated-book';
import type { SimulatedSheet } from './simulated-sheet';

const INTL = intlOffset();
/** Asking Intl for a zone that it does not know takes it a millisecond every time. */
const OFFSET: ZoneOffset = (at, name) => {
  if (name === UNKNOWN_ZONE) throw new RangeError(name);
  return INTL(at, name);
};
const WARSAW = zone(FIRM_ZONE);
const CALENDAR: BusinessCalendar = businessCalendar(
  readOpeningHours(calendarRows(), 'pl').hours,
  WARSAW,
  OFFSET,
);
const activities = new WeakMap<SimulatedSheet, ReturnType<typeof activityBook>>();

export function planningInput(sheet: SimulatedSheet, book: Book, now: Instant): ReminderInput {
  const done = activities.get(sheet) ?? activityBook(sheet.activity, sheet.sessions);
  activities.set(sheet, done);
  return {
    sessions: sheet.sessions,
    participants: sheet.participants,
    steps: sheet.reminders,
    now,
    zoneOf: (session) => (session.zone === '' ? WARSAW : zone(session.zone)),
    offset: OFFSET,
    calendar: CALENDAR,
    sheetLanguage: 'pl',
    alreadyPlanned: book.isPlanned,
    onItsWay: book.isOnItsWay,
    told: book.told,
    hasDone: done.has,
    undeliverable: book.isUndeliverable,
    rule: REMINDER_RULE,
  };
}
