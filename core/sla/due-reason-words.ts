/** The reason of a due time in a sentence or two, for the team: times are in the spreadsheet's zone. */
import type { Language, Localized } from '../language';
import { formatLength, formatShortMoment } from '../time/format';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import type { Priority, TicketStatus } from '../workbook/choices';
import type { DueReason } from './due-reason';
import type { ClockName } from './policy';

const CLOCK_WORDS: Localized<Readonly<Record<ClockName, string>>> = {
  en: { first: 'First answer', next: 'Next answer', resolution: 'Solution' },
  pl: { first: 'Pierwsza odpowiedź', next: 'Kolejna odpowiedź', resolution: 'Rozwiązanie' },
  uk: { first: 'Перша відповідь', next: 'Наступна відповідь', resolution: 'Розвʼязання' },
};

const PRIORITY_WORDS: Localized<Readonly<Record<Priority, string>>> = {
  en: { urgent: 'urgent', high: 'high', normal: 'normal', low: 'low' },
  pl: { urgent: 'pilny', high: 'wysoki', normal: 'zwykły', low: 'niski' },
  uk: { urgent: 'терміновий', high: 'високий', normal: 'звичайний', low: 'низький' },
};

/** Only statuses in which clocks stand still need words. */
const WAITING_WORDS: Localized<Readonly<Partial<Record<TicketStatus, string>>>> = {
  en: {
    waiting_participant: 'waiting for the participant',
    waiting_vendor: 'waiting for the vendor',
    on_hold: 'on hold',
  },
  pl: {
    waiting_participant: 'czekamy na uczestnika',
    waiting_vendor: 'czekamy na dostawcę',
    on_hold: 'zgłoszenie odłożone',
  },
  uk: {
    waiting_participant: 'чекаємо на учасника',
    waiting_vendor: 'чекаємо на постачальника',
    on_hold: 'звернення відкладено',
  },
};

const WORKING_TIME: Localized = { en: 'working time', pl: 'czasu pracy', uk: 'робочого часу' };

export interface ReasonContext {
  readonly language: Language;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

export function dueReasonText(reason: DueReason, context: ReasonContext): string {
  const { language } = context;
  const moment = (at: Instant): string => formatShortMoment(at, context.zone, language, context.offset);
  const length = (total: number, calendar: string): string => {
    const text = formatLength(total, language);
    if (calendar === '') return text;
    return language === 'en' ? `${text} of ${WORKING_TIME.en}` : `${text} ${WORKING_TIME[language]}`;
  };
  switch (reason.kind) {
    case 'target':
      return TARGET[language](reason, moment, length);
    case 'near-session':
      return NEAR[language](reason, moment, (total) => formatLength(total, language));
    case 'paused':
      return PAUSED[language](reason, moment, length);
  }
}

type Moment = (at: Instant) => string;
type Length = (minutes: number, calendar: string) => string;
type Of<K extends DueReason['kind']> = Extract<DueReason, { kind: K }>;

const TARGET: Localized<(reason: Of<'target'>, moment: Moment, length: Length) => string> = {
  en: (reason, moment, length) =>
    `${CLOCK_WORDS.en[reason.clock]}${reason.due === null ? ': no due time, the calendar has no open hours' : ` by ${moment(reason.due)}`}. ` +
    `Target: ${length(reason.target, reason.calendar)} from ${moment(reason.since)}, priority ${PRIORITY_WORDS.en[reason.priority]}.` +
    (reason.resumedAt === null
      ? ''
      : ` Used before a pause: ${length(reason.usedBefore, '')}; running again from ${moment(reason.resumedAt)}.`),
  pl: (reason, moment, length) =>
    `${CLOCK_WORDS.pl[reason.clock]}${reason.due === null ? ': bez terminu, kalendarz nie ma godzin pracy' : ` do: ${moment(reason.due)}`}. ` +
    `Cel: ${length(reason.target, reason.calendar)} od ${moment(reason.since)}, priorytet ${PRIORITY_WORDS.pl[reason.priority]}.` +
    (reason.resumedAt === null
      ? ''
      : ` Wykorzystane przed przerwą: ${length(reason.usedBefore, '')}; zegar działa znów od ${moment(reason.resumedAt)}.`),
  uk: (reason, moment, length) =>
    `${CLOCK_WORDS.uk[reason.clock]}${reason.due === null ? ': без терміну, у календарі немає робочих годин' : ` до: ${moment(reason.due)}`}. ` +
    `Ціль: ${length(reason.target, reason.calendar)} від ${moment(reason.since)}, пріоритет ${PRIORITY_WORDS.uk[reason.priority]}.` +
    (reason.resumedAt === null
      ? ''
      : ` Використано до паузи: ${length(reason.usedBefore, '')}; відлік знову йде від ${moment(reason.resumedAt)}.`),
};

const NEAR: Localized<
  (reason: Of<'near-session'>, moment: Moment, length: (minutes: number) => string) => string
> = {
  en: (reason, moment, length) =>
    `${CLOCK_WORDS.en[reason.clock]} by ${moment(reason.due)}. ` +
    `The session “${reason.course}” starts ${moment(reason.startsAt)}; around a session (from ${length(reason.before)} before the start until the end) the target is ${length(reason.within)}, whatever the working hours.`,
  pl: (reason, moment, length) =>
    `${CLOCK_WORDS.pl[reason.clock]} do: ${moment(reason.due)}. ` +
    `Zajęcia „${reason.course}” zaczynają się: ${moment(reason.startsAt)}. W pobliżu zajęć (przed początkiem: ${length(reason.before)}, i aż do ich końca) cel to ${length(reason.within)}, także poza godzinami pracy.`,
  uk: (reason, moment, length) =>
    `${CLOCK_WORDS.uk[reason.clock]} до: ${moment(reason.due)}. ` +
    `Заняття «${reason.course}» починається: ${moment(reason.startsAt)}. Поблизу заняття (до початку: ${length(reason.before)}, і аж до кінця) ціль: ${length(reason.within)}, також поза робочими годинами.`,
};

const PAUSED: Localized<(reason: Of<'paused'>, moment: Moment, length: Length) => string> = {
  en: (reason, moment, length) =>
    `The clock stands still: ${WAITING_WORDS.en[reason.status] ?? reason.status}. ` +
    (reason.missed === null
      ? `${CLOCK_WORDS.en[reason.clock]}: ${length(reason.left, reason.calendar)} left.`
      : `${CLOCK_WORDS.en[reason.clock]} was due ${moment(reason.missed)}.`),
  pl: (reason, moment, length) =>
    `Zegar stoi: ${WAITING_WORDS.pl[reason.status] ?? reason.status}. ` +
    (reason.missed === null
      ? `${CLOCK_WORDS.pl[reason.clock]}, pozostało: ${length(reason.left, reason.calendar)}.`
      : `${CLOCK_WORDS.pl[reason.clock]}, termin minął: ${moment(reason.missed)}.`),
  uk: (reason, moment, length) =>
    `Відлік зупинено: ${WAITING_WORDS.uk[reason.status] ?? reason.status}. ` +
    (reason.missed === null
      ? `${CLOCK_WORDS.uk[reason.clock]}, залишилося: ${length(reason.left, reason.calendar)}.`
      : `${CLOCK_WORDS.uk[reason.clock]}, термін минув: ${moment(reason.missed)}.`),
};
