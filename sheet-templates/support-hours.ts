/** Opening hours as a phrase for mails, from the Calendar tab: `Mon–Fri 9:00–17:00`. */
import type { Language } from '../core/language';
import type { OpeningHours, Span } from '../core/sla/opening-hours';
import { SHORT_WEEKDAYS } from '../core/time/calendar-words';
import { formatTimeOfDay } from '../core/time/civil';

interface DayRun {
  readonly first: number;
  last: number;
  readonly hours: string;
}

/** Days with the same hours that follow each other are told together. Empty when nothing is ever open. */
export function supportHours(hours: OpeningHours, language: Language): string {
  const runs: DayRun[] = [];
  hours.weekly.forEach((spans, weekday) => {
    if (spans.length === 0) return;
    const text = spans.map(spanText).join(', ');
    const run = runs[runs.length - 1];
    if (run && run.last === weekday - 1 && run.hours === text) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, hours: text });
  });
  return runs.map((run) => `${days(run, language)} ${run.hours}`).join('; ');
}

function days({ first, last }: DayRun, language: Language): string {
  const names = SHORT_WEEKDAYS[language];
  const from = names[first] ?? '';
  return first === last ? from : `${from}–${names[last] ?? ''}`;
}

function spanText({ opens, closes }: Span): string {
  return `${time(opens)}–${time(closes)}`;
}

/** `9:00` reads better in a sentence than `09:00`. */
function time(minute: number): string {
  return formatTimeOfDay(minute).replace(/^0(?=\d:)/, '');
}
