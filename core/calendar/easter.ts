/**
 * Easter Sunday by both reckonings, as days of the Gregorian (civil) calendar.
 * Algorithms: J. Meeus, Astronomical Algorithms, chapter 8.
 */
import { type DayNumber, dayOf, plusDays } from '../time/civil';

/** Western Easter, as Poland keeps it. Any Gregorian year (from 1583). */
export function gregorianEaster(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const lunarCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunarCorrection + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const n = epact + weekday - 7 * late + 114;
  return dayOf({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

/** Easter by the Julian computus, as the Ukrainian churches keep it after their calendar reform of 2023. */
export function julianEaster(year: number): DayNumber {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const n = moon + weekday + 114;
  const julian = dayOf({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
  // Days between the calendars: 13 from 1900 to 2099.
  return plusDays(julian, Math.floor(year / 100) - Math.floor(year / 400) - 2);
}
