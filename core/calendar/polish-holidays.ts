/**
 * Days off in Poland: the Act of 18 January 1951 on days off work (ustawa o dniach wolnych od pracy), with
 * Epiphany since 2011 and Christmas Eve since 2025.
 */
import { gregorianEaster } from './easter';
import { type Holiday, type HolidayRule, holidaysOf } from './holidays';

const RULES: readonly HolidayRule[] = [
  { month: 1, day: 1, name: { en: 'New Year', pl: 'Nowy Rok', uk: 'Новий рік' } },
  {
    month: 1,
    day: 6,
    since: 2011,
    name: { en: 'Epiphany', pl: 'Święto Trzech Króli', uk: 'Свято Трьох Королів' },
  },
  { afterEaster: 0, name: { en: 'Easter Sunday', pl: 'Wielkanoc', uk: 'Католицький Великдень' } },
  {
    afterEaster: 1,
    name: { en: 'Easter Monday', pl: 'Poniedziałek Wielkanocny', uk: 'Великодній понеділок' },
  },
  { month: 5, day: 1, name: { en: 'Labour Day', pl: 'Święto Pracy', uk: 'День праці' } },
  {
    month: 5,
    day: 3,
    name: { en: 'Constitution Day', pl: 'Święto Konstytucji 3 Maja', uk: 'День Конституції 3 травня' },
  },
  { afterEaster: 49, name: { en: 'Pentecost', pl: 'Zielone Świątki', uk: 'Зелені свята' } },
  { afterEaster: 60, name: { en: 'Corpus Christi', pl: 'Boże Ciało', uk: 'Свято Тіла і Крові Христових' } },
  {
    month: 8,
    day: 15,
    name: { en: 'Assumption Day', pl: 'Wniebowzięcie NMP', uk: 'Внебовзяття Пресвятої Діви Марії' },
  },
  { month: 11, day: 1, name: { en: "All Saints' Day", pl: 'Wszystkich Świętych', uk: 'День усіх святих' } },
  {
    month: 11,
    day: 11,
    name: { en: 'Independence Day', pl: 'Święto Niepodległości', uk: 'День незалежності Польщі' },
  },
  { month: 12, day: 24, since: 2025, name: { en: 'Christmas Eve', pl: 'Wigilia', uk: 'Святвечір' } },
  {
    month: 12,
    day: 25,
    name: { en: 'Christmas Day', pl: 'Boże Narodzenie (pierwszy dzień)', uk: 'Різдво (перший день)' },
  },
  {
    month: 12,
    day: 26,
    name: { en: 'Second day of Christmas', pl: 'Boże Narodzenie (drugi dzień)', uk: 'Різдво (другий день)' },
  },
];

export function polishHolidays(year: number): readonly Holiday[] {
  return holidaysOf(year, RULES, gregorianEaster);
}
