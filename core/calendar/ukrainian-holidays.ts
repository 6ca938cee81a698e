/**
 * Holidays in Ukraine: article 73 of the Labour Code (Кодекс законів про працю), as it reads since the laws of
 * 2023 that moved Christmas, Statehood Day and Defenders Day to the new church calendar and replaced 9 May by
 * 8 May. Easter and Trinity still follow the Julian computus.
 *
 * While martial law lasts, article 6 of the law on labour relations under martial law suspends article 73:
 * these days are not off by law, nor does a day move on from a weekend. Each firm decides, by keeping the rows
 * of its Calendar tab or deleting them.
 */
import { julianEaster } from './easter';
import { type Holiday, type HolidayRule, holidaysOf } from './holidays';

/** The first whole year of the list below. */
const FIRST_YEAR = 2024;

const RULES: readonly HolidayRule[] = [
  { month: 1, day: 1, name: { en: 'New Year', pl: 'Nowy Rok', uk: 'Новий рік' } },
  {
    month: 3,
    day: 8,
    name: {
      en: "International Women's Day",
      pl: 'Międzynarodowy Dzień Kobiet',
      uk: 'Міжнародний жіночий день',
    },
  },
  { afterEaster: 0, name: { en: 'Easter Sunday', pl: 'Wielkanoc (wschodnia)', uk: 'Великдень' } },
  { month: 5, day: 1, name: { en: 'Labour Day', pl: 'Święto Pracy', uk: 'День праці' } },
  {
    month: 5,
    day: 8,
    name: {
      en: 'Day of Remembrance and Victory over Nazism',
      pl: 'Dzień Pamięci i Zwycięstwa nad Nazizmem',
      uk: 'День пам’яті та перемоги над нацизмом',
    },
  },
  { afterEaster: 49, name: { en: 'Trinity Sunday', pl: 'Święto Trójcy (wschodnie)', uk: 'Трійця' } },
  {
    month: 6,
    day: 28,
    name: { en: 'Constitution Day', pl: 'Dzień Konstytucji Ukrainy', uk: 'День Конституції' },
  },
  {
    month: 7,
    day: 15,
    name: { en: 'Statehood Day', pl: 'Dzień Państwowości Ukrainy', uk: 'День Української Державності' },
  },
  {
    month: 8,
    day: 24,
    name: { en: 'Independence Day', pl: 'Dzień Niepodległości Ukrainy', uk: 'День Незалежності' },
  },
  {
    month: 10,
    day: 1,
    name: { en: 'Defenders Day', pl: 'Dzień Obrońców Ukrainy', uk: 'День захисників і захисниць України' },
  },
  { month: 12, day: 25, name: { en: 'Christmas Day', pl: 'Boże Narodzenie', uk: 'Різдво Христове' } },
];

/** @throws RangeError before 2024, when the list was another one */
export function ukrainianHolidays(year: number): readonly Holiday[] {
  if (year < FIRST_YEAR)
    throw new RangeError(`Ukrainian holidays are known from ${FIRST_YEAR}, not for ${year}`);
  return holidaysOf(year, RULES, julianEaster);
}
