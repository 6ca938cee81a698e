/** Until which day a ticket is put off, as people write it behind "#wait": `3d`, `2 weeks`, `do piątku`, `30.11`. */
import { readMoment } from '../import/read-moment';
import { civilOf, type DayNumber, dayNumber, plusDays, type Weekday, wallOf, weekdayOf } from '../time/civil';
import { folded } from '../words/folded';

export type WaitReading =
  | { readonly kind: 'day'; readonly day: DayNumber }
  /** `05/06` in a firm whose people write it both ways. */
  | { readonly kind: 'ambiguous'; readonly days: readonly DayNumber[] }
  | { readonly kind: 'unknown' };

const UNKNOWN: WaitReading = { kind: 'unknown' };
/** Whoever puts something off for longer has mistyped the year. */
const MOST_DAYS = 366;

/** How many days one of them is, in the folded form. A ticket is on hold by the day, so hours are a part of one. */
const UNITS: readonly { readonly days: number; readonly words: readonly string[] }[] = [
  {
    days: 1 / 24,
    words: 'h hr hrs hour hours g godz godzina godzine godziny godzin г год година годину години годин'.split(
      ' ',
    ),
  },
  {
    days: 1,
    words: 'd day days dzien dni dnia д дн день дні дня днів den dniv'.split(' '),
  },
  {
    days: 7,
    words:
      'w wk wks week weeks t tyg tydz tydzien tygodnie tygodni tygodnia т тиж тиждень тижні тижня тижнів tyzhden tyzhni tyzhniv'.split(
        ' ',
      ),
  },
];

const FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ['tomorrow', 1],
  ['jutro', 1],
  ['jutra', 1],
  ['завтра', 1],
  ['zavtra', 1],
  ['day after tomorrow', 2],
  ['pojutrze', 2],
  ['pojutrza', 2],
  ['післязавтра', 2],
  ['pislyazavtra', 2],
]);

/** From Monday, in the cases that "until" and "on" ask for. */
const WEEKDAY_FORMS: readonly string[] = [
  'monday mon poniedzialek poniedzialku pon pn понеділок понеділка пн понед ponedilok',
  'tuesday tue tues wtorek wtorku wt вівторок вівторка вт vivtorok',
  'wednesday wed weds sroda srode srody sr середа середу середи ср sereda seredy',
  'thursday thu thur thurs czwartek czwartku czw cz четвер четверга чт chetver',
  'friday fri piatek piatku pt пятниця пятницю пятниці пт piatnytsia',
  'saturday sat sobota sobote soboty sob субота суботу суботи сб subota',
  'sunday sun niedziela niedziele niedzieli nd niedz неділя неділю неділі нд nedilya',
];
const WEEKDAY_OF: ReadonlyMap<string, Weekday> = new Map(
  WEEKDAY_FORMS.flatMap((forms, index) =>
    // Seven rows of a constant: the index is a weekday.
    forms.split(' ').map((form) => [folded(form), (index + 1) as Weekday] as const),
  ),
);

/** The Monday of the next week. */
const NEXT_WEEK: ReadonlySet<string> = new Set(
  [
    'next week',
    'przyszły tydzień',
    'przyszłego tygodnia',
    'następnego tygodnia',
    'наступний тиждень',
    'наступного тижня',
  ].map(folded),
);

const LEADING =
  /^(?:(?:until|till|til|to|for|on|by|do|na|przez|za|o|w|we|dnia|до|на|через|за|в|у|по|the|an?) +)+/u;
const LENGTH = /^(?:(\d{1,4}) *)?(\p{L}+)$/u;

export function readWait(written: string, today: DayNumber): WaitReading {
  const text = folded(written.slice(0, 100).replace(/['’ʼ`´]/g, '')).replace(LEADING, '');
  const days = FROM_TODAY.get(text) ?? lengthIn(text) ?? untilWeekday(text, today);
  if (days !== null) return checked([plusDays(today, days)], today);
  // The sign between day, month and year is lost in the folded form.
  return checked(dated(written.slice(0, 100).trim().toLowerCase().replace(LEADING, ''), today), today);
}

function lengthIn(text: string): number | null {
  const [, count, word] = LENGTH.exec(text) ?? [];
  if (word === undefined) return null;
  const unit = UNITS.find(({ words }) => words.some((known) => folded(known) === word));
  // "A week" is a length; "d" is a slip.
  if (unit === undefined || (count === undefined && word.length < 3)) return null;
  return Math.ceil(Number(count ?? 1) * unit.days);
}

/** The next one after today. */
function untilWeekday(text: string, today: DayNumber): number | null {
  const wanted = NEXT_WEEK.has(text) ? 1 : WEEKDAY_OF.get(text);
  if (wanted === undefined) return null;
  return ((wanted - weekdayOf(today) + 6) % 7) + 1;
}

/** Each reading of a date once; the year that is not written is the one in which the day is still to come. */
function dated(text: string, today: DayNumber): DayNumber[] {
  const found = new Set<number>();
  // A number alone: a cell may hold a date so, and nobody writes one.
  if (/^\d+$/.test(text)) return [];
  const { year } = civilOf(wallOf(today, 0));
  for (const order of ['day-first', 'month-first'] as const) {
    const whole = dayIn(text, order);
    if (whole !== null) {
      found.add(whole);
      continue;
    }
    for (const candidate of [year, year + 1]) {
      const day = dayIn(withYear(text, candidate), order);
      if (day === null) continue;
      if (day <= today && candidate === year) continue;
      found.add(day);
      break;
    }
  }
  return Array.from(found, dayNumber);
}

function dayIn(text: string, order: 'day-first' | 'month-first'): DayNumber | null {
  const moment = readMoment(text, order);
  return moment?.kind === 'day' ? moment.day : null;
}

function withYear(text: string, year: number): string {
  const numbers = /^(\d{1,2})([./-])(\d{1,2})[./-]?$/.exec(text);
  return numbers === null ? `${text} ${year}` : `${numbers[1]}${numbers[2]}${numbers[3]}${numbers[2]}${year}`;
}

function checked(days: readonly DayNumber[], today: DayNumber): WaitReading {
  const [day, other] = days.filter((each) => each > today && each <= today + MOST_DAYS);
  if (day === undefined) return UNKNOWN;
  return other === undefined ? { kind: 'day', day } : { kind: 'ambiguous', days: [day, other] };
}
