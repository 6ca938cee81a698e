/** Names of months, weekdays and zones as they stand inside a date, and of lengths of time. */
import type { Localized } from '../language';
import type { PluralForms } from './plural';

/** In the case that follows a day's number: `26 listopada`, `26 листопада`. */
export const MONTHS: Localized<readonly string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  pl: [
    'stycznia',
    'lutego',
    'marca',
    'kwietnia',
    'maja',
    'czerwca',
    'lipca',
    'sierpnia',
    'września',
    'października',
    'listopada',
    'grudnia',
  ],
  uk: [
    'січня',
    'лютого',
    'березня',
    'квітня',
    'травня',
    'червня',
    'липня',
    'серпня',
    'вересня',
    'жовтня',
    'листопада',
    'грудня',
  ],
};

/** From Monday. */
export const WEEKDAYS: Localized<readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  pl: ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'],
  uk: ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя'],
};

export const SHORT_WEEKDAYS: Localized<readonly string[]> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  pl: ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'],
  uk: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'],
};

/** Zones that training firms of this region name in their invitations. Any other shows its IANA name. */
export const ZONE_NAMES: Readonly<Record<string, Localized>> = {
  'Europe/Warsaw': { en: 'Warsaw time', pl: 'czas warszawski', uk: 'за варшавським часом' },
  'Europe/Kyiv': { en: 'Kyiv time', pl: 'czas kijowski', uk: 'за київським часом' },
  'Europe/Kiev': { en: 'Kyiv time', pl: 'czas kijowski', uk: 'за київським часом' },
  'Europe/London': { en: 'London time', pl: 'czas londyński', uk: 'за лондонським часом' },
  'Europe/Berlin': { en: 'Berlin time', pl: 'czas berliński', uk: 'за берлінським часом' },
  'Europe/Prague': { en: 'Prague time', pl: 'czas praski', uk: 'за празьким часом' },
  'Europe/Vilnius': { en: 'Vilnius time', pl: 'czas wileński', uk: 'за вільнюським часом' },
  'Europe/Paris': { en: 'Paris time', pl: 'czas paryski', uk: 'за паризьким часом' },
  'America/New_York': { en: 'New York time', pl: 'czas nowojorski', uk: 'за нью-йоркським часом' },
  UTC: { en: 'UTC', pl: 'UTC', uk: 'UTC' },
};

export const MINUTE_FORMS: Localized<PluralForms> = {
  en: ['minute', 'minutes'],
  pl: ['minuta', 'minuty', 'minut'],
  uk: ['хвилина', 'хвилини', 'хвилин'],
};

export const HOUR_FORMS: Localized<PluralForms> = {
  en: ['hour', 'hours'],
  pl: ['godzina', 'godziny', 'godzin'],
  uk: ['година', 'години', 'годин'],
};
