/** A length of time as people write it: `90`, `90 min`, `1h 30m`, `1:30`, `1,5 godz.`, `2 години`. */

import { MS_PER_MINUTE } from '../time/instant';
import { folded } from '../words/folded';

const HOURS = '(?:h|hr|hrs|hour|hours|g|godz|godzina|godziny|godzin|год|година|години|годин)';
const MINUTES = '(?:m|min|mins|minute|minutes|minut|minuty|minuta|хв|хвилина|хвилини|хвилин)';
const WRITTEN = new RegExp(
  `^(?:(\\d+(?:[.,]\\d+)?) ?${HOURS}\\.?)?(?: ?(?:i|and|та|і)? ?(\\d+) ?${MINUTES}\\.?)?(?: ?\\d+ ?(?:s|sec|sek|с))?$`,
);
/** A bare number below this counts hours: no session lasts eight minutes, and none lasts thirty hours. */
const FEWEST_MINUTES = 15;
const LONGEST = 31 * 24 * 60;

/** @returns milliseconds; null when it is no length */
export function readDuration(written: string, unit: 'minutes' | 'hours' | null): number | null {
  // Folding takes a sign away.
  if (written.trim().startsWith('-')) return null;
  const text = folded(written);
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (clock) return inRange(Number(clock[1]) * 60 + Number(clock[2]));
  if (/^\d+(?:[.,]\d+)?$/.test(text)) {
    const value = Number(text.replace(',', '.'));
    const isHours = unit === 'hours' || (unit === null && value < FEWEST_MINUTES);
    return inRange(isHours ? value * 60 : value);
  }
  const match = WRITTEN.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  return inRange(Number((match[1] ?? '0').replace(',', '.')) * 60 + Number(match[2] ?? 0));
}

function inRange(minutes: number): number | null {
  return minutes > 0 && minutes <= LONGEST ? Math.round(minutes) * MS_PER_MINUTE : null;
}
