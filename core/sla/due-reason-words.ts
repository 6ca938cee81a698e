/** The reason of a due time in a sentence or two, for the team: times are in the spreadsheet's zone. */
import type { Language, Localized } from '../language';
import { LANGUAGES } from '../language';
import { formatLength, formatShortMoment, zoneName } from '../time/format';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { MOMENT_KINDS, type MomentKind, type Priority, type TicketStatus } from '../workbook/choices';
import type { DueReason } from './due-reason';
import type { ClockName } from './policy';

const CLOCK_WORDS: Localized<Readonly<Record<ClockName, string>>> = {
  en: { first: 'First answer', next: 'Next answer', resolution: 'Solution' },
  pl: { first: 'Pierwsza odpowiedź', next: 'Kolejna odpowiedź', resolution: 'Rozwiązanie' },
  uk: { first: 'Перша відповідь', next: 'Наступна відповідь', resolution: 'Вирішення' },
};

/** The same inside a sentence. */
export const SENTENCE_CLOCK_WORDS: Localized<Readonly<Record<ClockName, string>>> = {
  en: { first: 'first answer', next: 'next answer', resolution: 'solution' },
  pl: { first: 'pierwsza odpowiedź', next: 'kolejna odpowiedź', resolution: 'rozwiązanie' },
  uk: { first: 'перша відповідь', next: 'наступна відповідь', resolution: 'вирішення' },
};

export const PRIORITY_WORDS: Localized<Readonly<Record<Priority, string>>> = {
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

/** Kinds of key moments, as a sentence begins with them. */
const MOMENT_WORDS: Localized<Readonly<Record<MomentKind, string>>> = {
  en: { first_login: 'First login', start: 'Start', deadline: 'Deadline', other: 'Key moment' },
  pl: {
    first_login: 'Pierwsze logowanie',
    start: 'Początek',
    deadline: 'Ostateczny termin',
    other: 'Kluczowy moment',
  },
  uk: { first_login: 'Перший вхід', start: 'Початок', deadline: 'Крайній термін', other: 'Ключовий момент' },
};

function momentWord(kind: string, language: Language): string {
  const known = MOMENT_KINDS.find((word) => word === kind) ?? 'other';
  return MOMENT_WORDS[language][known];
}

const WORKING_TIME: Localized = { en: 'of working time', pl: 'czasu pracy', uk: 'робочого часу' };

const POLICY: Localized<(name: string) => string> = {
  en: (name) => `policy “${name}”`,
  pl: (name) => `zasada „${name}”`,
  uk: (name) => `правило «${name}»`,
};

export interface ReasonContext {
  readonly language: Language;
  /** Of the reader: times are given in it. */
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

export function dueReasonText(reason: DueReason, context: ReasonContext): string {
  const { language, zone, offset } = context;
  const moment = (at: Instant): string => formatShortMoment(at, zone, language, offset);
  const plainLength = (total: number): string => formatLength(total, language);
  const length = (total: number, calendar: string): string =>
    calendar === '' ? plainLength(total) : `${plainLength(total)} ${WORKING_TIME[language]}`;
  switch (reason.kind) {
    case 'target':
      return TARGET[language]({
        reason,
        moment,
        // Working hours of the reader's own zone need no zone.
        length: (total) =>
          reason.calendar === '' || reason.zone === null || reason.zone === zone
            ? length(total, reason.calendar)
            : `${length(total, reason.calendar)} (${zoneName(reason.since, reason.zone, language, offset)})`,
        plainLength,
        policy: namesMore(reason.policy, reason.priority) ? `${POLICY[language](reason.policy)}, ` : '',
      });
    case 'near-session':
      return (reason.moment === null ? NEAR : IN_MOMENT)[language]({
        reason,
        moment,
        plainLength,
        policy: reason.policy === '' ? '' : ` (${POLICY[language](reason.policy)})`,
      });
    case 'paused':
      return PAUSED[language](reason, moment, length);
  }
}

/** A row that is called like the priority it holds for tells nothing that the priority does not. */
function namesMore(policy: string, priority: Priority): boolean {
  const name = policy.toLowerCase();
  return name !== '' && LANGUAGES.every((language) => PRIORITY_WORDS[language][priority] !== name);
}

type Moment = (at: Instant) => string;
type Length = (minutes: number, calendar: string) => string;
type PlainLength = (minutes: number) => string;
type Of<K extends DueReason['kind']> = Extract<DueReason, { kind: K }>;

interface Said<K extends DueReason['kind']> {
  readonly reason: Of<K>;
  readonly moment: Moment;
  readonly plainLength: PlainLength;
  /** Ready to be put in, '' when the row has no name. */
  readonly policy: string;
}

const TARGET: Localized<(said: Said<'target'> & { readonly length: PlainLength }) => string> = {
  en: ({ reason, moment, length, plainLength, policy }) =>
    `${CLOCK_WORDS.en[reason.clock]}${reason.due === null ? ': no due time, the calendar has no open hours' : ` by ${moment(reason.due)}`}. ` +
    `Target: ${length(reason.target)} from ${moment(reason.since)}, ${policy}priority ${PRIORITY_WORDS.en[reason.priority]}.` +
    (reason.resumedAt === null
      ? ''
      : ` Used before a pause: ${plainLength(reason.usedBefore)}; running again from ${moment(reason.resumedAt)}.`),
  pl: ({ reason, moment, length, plainLength, policy }) =>
    `${CLOCK_WORDS.pl[reason.clock]}${reason.due === null ? ': bez terminu, kalendarz nie ma godzin pracy' : ` do: ${moment(reason.due)}`}. ` +
    `Cel: ${length(reason.target)} od ${moment(reason.since)}, ${policy}priorytet ${PRIORITY_WORDS.pl[reason.priority]}.` +
    (reason.resumedAt === null
      ? ''
      : ` Wykorzystane przed przerwą: ${plainLength(reason.usedBefore)}; zegar działa znów od ${moment(reason.resumedAt)}.`),
  uk: ({ reason, moment, length, plainLength, policy }) =>
    `${CLOCK_WORDS.uk[reason.clock]}${reason.due === null ? ': без терміну, у календарі немає робочих годин' : ` до: ${moment(reason.due)}`}. ` +
    `Ціль: ${length(reason.target)} від ${moment(reason.since)}, ${policy}пріоритет ${PRIORITY_WORDS.uk[reason.priority]}.` +
    (reason.resumedAt === null
      ? ''
      : ` Використано до паузи: ${plainLength(reason.usedBefore)}; відлік знову йде від ${moment(reason.resumedAt)}.`),
};

const NEAR: Localized<(said: Said<'near-session'>) => string> = {
  en: ({ reason, moment, plainLength, policy }) =>
    `${CLOCK_WORDS.en[reason.clock]} by ${moment(reason.due)}. ` +
    `The session “${reason.course}” starts ${moment(reason.startsAt)}; around a session (from ${plainLength(reason.before)} before the start until the end) the target is ${plainLength(reason.within)}, whatever the working hours${policy}.`,
  pl: ({ reason, moment, plainLength, policy }) =>
    `${CLOCK_WORDS.pl[reason.clock]} do: ${moment(reason.due)}. ` +
    `Zajęcia „${reason.course}” zaczynają się: ${moment(reason.startsAt)}. Gdy zajęcia są blisko (przed początkiem: ${plainLength(reason.before)}, i aż do ich końca), cel to ${plainLength(reason.within)}, także poza godzinami pracy${policy}.`,
  uk: ({ reason, moment, plainLength, policy }) =>
    `${CLOCK_WORDS.uk[reason.clock]} до: ${moment(reason.due)}. ` +
    `Заняття «${reason.course}» починається: ${moment(reason.startsAt)}. Коли заняття близько (до початку: ${plainLength(reason.before)}, і аж до кінця), ціль: ${plainLength(reason.within)}, також поза робочими годинами${policy}.`,
};

const IN_MOMENT: Localized<(said: Said<'near-session'>) => string> = {
  en: ({ reason, moment, plainLength, policy }) =>
    `${CLOCK_WORDS.en[reason.clock]} by ${moment(reason.due)}. ` +
    `${momentWord(reason.moment?.kind ?? '', 'en')} of the session “${reason.course}”${spanText(reason, moment, ': ')}; while it lasts the target is ${plainLength(reason.within)}, whatever the working hours${policy}.`,
  pl: ({ reason, moment, plainLength, policy }) =>
    `${CLOCK_WORDS.pl[reason.clock]} do: ${moment(reason.due)}. ` +
    `${momentWord(reason.moment?.kind ?? '', 'pl')}, zajęcia „${reason.course}”${spanText(reason, moment, ': ')}. W tym czasie cel to ${plainLength(reason.within)}, także poza godzinami pracy${policy}.`,
  uk: ({ reason, moment, plainLength, policy }) =>
    `${CLOCK_WORDS.uk[reason.clock]} до: ${moment(reason.due)}. ` +
    `${momentWord(reason.moment?.kind ?? '', 'uk')}, заняття «${reason.course}»${spanText(reason, moment, ': ')}. У цей час ціль: ${plainLength(reason.within)}, також поза робочими годинами${policy}.`,
};

function spanText({ moment }: Of<'near-session'>, said: Moment, lead: string): string {
  return moment === null ? '' : `${lead}${said(moment.from)} – ${said(moment.to)}`;
}

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
