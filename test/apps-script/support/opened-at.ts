import type { Instant } from '../../../core/time/instant';
import { ZONE } from './desk';

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Weekday and hour of a moment as Intl tells them, another source than the tracker's own calendar. */
export function weekdayHour(at: Instant | null): { readonly weekday: string; readonly hour: number | null } {
  if (at === null) return { weekday: '', hour: null };
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = parts.get('weekday') ?? '';
  return { weekday: `${DAYS.indexOf(day) + 1} ${day}`, hour: Number(parts.get('hour')) };
}
