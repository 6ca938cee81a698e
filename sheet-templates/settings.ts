/** The Settings tab: its keys, what their values may be, and what holds when a value is missing or makes no sense. */
import * as v from 'valibot';
import type { Language, Localized } from '../core/language';
import { NIGHT } from '../core/session/night';
import { type Distance, parseDistance } from '../core/session/offset';
import { formatTimeOfDay, parseTimeOfDay } from '../core/time/civil';
import { type Zone, zone } from '../core/time/instant';
import type { Assignment, ChoiceKey, MailReaders } from '../core/workbook/choices';
import { choiceLabel, choiceWord } from './labels';
import {
  DEFAULT_TONE_SETTINGS,
  isToneSetting,
  TONE_SETTING_NOTES,
  TONE_SETTING_SCHEMAS,
  type ToneSettings,
} from './tone-settings';

/** Raised whenever a migration is added (setup/migrations.ts). */
export const SCHEMA_VERSION = 2;

export interface Settings extends ToneSettings {
  readonly firm_name: string;
  readonly support_address: string;
  readonly language: Language;
  readonly zone: Zone;
  /** Empty: told from the Calendar tab in each reader's language (support-hours.ts). */
  readonly support_hours: string;
  readonly portal_url: string;
  readonly acknowledgements: boolean;
  readonly reminders: boolean;
  readonly calendar: string;
  /** No automatic mail at all leaves while this is on. */
  readonly brake: boolean;
  /** Minutes since 0:00. From `quiet_from` to `quiet_until`, over midnight, reminders wait unless marked otherwise. */
  readonly quiet_from: number;
  readonly quiet_until: number;
  /** Quiet days after which a resolved ticket is closed, and one that waits for its participant is resolved; null never. */
  readonly close_after_days: number | null;
  readonly resolve_after_days: number | null;
  /** Whether participants are told when a ticket is closed for want of an answer. */
  readonly closing_notice: boolean;
  readonly assignment: Assignment;
  /** Which colleagues get their tickets by mail, and answer them there. */
  readonly mail_tickets_to: MailReaders;
  /** Whether participants see the address of the colleague who answered by mail. */
  readonly show_colleague_address: boolean;
  /** Whether a colleague's answer by mail goes to the others as well who take part in the ticket. */
  readonly answers_to_cc: boolean;
  /** Where people say how a session was; '' leaves it out of the mails. */
  readonly survey_url: string;
  /** What the mail provider lets out in 24 hours and in a minute. */
  readonly mails_per_day: number;
  readonly mails_per_minute: number;
  /** Of a day's mails, those that reminders may not use. */
  readonly mails_kept_for_replies: number;
  /** How long before a session its participants log in for the first time. */
  readonly first_login: Distance;
  /** Tickets that one colleague on duty answers in an hour. */
  readonly tickets_per_hour: number;
  readonly schema_version: number;
}

export type SettingKey = keyof Settings;

const FIRST_LOGIN: Distance = { unit: 'days', amount: -1 };

export interface SettingProblem {
  readonly key: SettingKey;
  readonly value: string;
}

const text = v.pipe(v.string(), v.trim());
const timeOfDay = v.pipe(
  text,
  v.check((written) => parseTimeOfDay(written) !== null),
  v.transform((written) => parseTimeOfDay(written) ?? 0),
);
const yesNo = v.pipe(
  text,
  // What a tick box holds, if somebody puts one into the cell.
  v.transform((written) => ({ true: 'yes', false: 'no' })[written.toLowerCase()] ?? written),
  v.check((written) => choiceWord('yes_no', written) !== null),
  v.transform((written) => choiceWord('yes_no', written)?.word === 'yes'),
);

/** 0: never. */
const quietDays = v.pipe(
  text,
  v.regex(/^\d{1,3}$/),
  v.transform((written) => (Number(written) === 0 ? null : Number(written))),
);

function count(least: number, most: number) {
  return v.pipe(text, v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
}

/** What a cell may hold, as text. Empty cells mean the default, but a list that people emptied is empty. */
const SCHEMAS = {
  firm_name: text,
  support_address: v.pipe(text, v.regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/)),
  language: v.pipe(
    text,
    v.check((written) => choiceWord('language', written) !== null),
    v.transform((written): Language => choiceWord('language', written)?.word ?? 'en'),
  ),
  zone: v.pipe(text, v.regex(/^(UTC|[A-Z][A-Za-z_]+\/[A-Za-z_+\-/0-9]+)$/), v.transform(zone)),
  support_hours: text,
  portal_url: v.pipe(text, v.regex(/^https?:\/\/[^\s]+$/i)),
  acknowledgements: yesNo,
  reminders: yesNo,
  calendar: text,
  brake: yesNo,
  quiet_from: timeOfDay,
  quiet_until: timeOfDay,
  ...TONE_SETTING_SCHEMAS,
  close_after_days: quietDays,
  resolve_after_days: quietDays,
  closing_notice: yesNo,
  assignment: v.pipe(
    text,
    v.check((written) => choiceWord('assignment', written) !== null),
    v.transform((written): Assignment => choiceWord('assignment', written)?.word ?? 'fewest'),
  ),
  mail_tickets_to: v.pipe(
    text,
    v.check((written) => choiceWord('mail_readers', written) !== null),
    v.transform((written): MailReaders => choiceWord('mail_readers', written)?.word ?? 'trainers'),
  ),
  show_colleague_address: yesNo,
  answers_to_cc: yesNo,
  survey_url: v.pipe(text, v.regex(/^https?:\/\/[^\s]+$/i)),
  mails_per_day: count(1, 100_000),
  mails_per_minute: count(1, 1_000),
  mails_kept_for_replies: count(0, 100_000),
  first_login: v.pipe(
    text,
    v.check((written) => (parseDistance(written)?.amount ?? 1) <= 0),
    v.transform((written) => parseDistance(written) ?? FIRST_LOGIN),
  ),
  tickets_per_hour: count(1, 100),
  schema_version: v.pipe(text, v.regex(/^\d+$/), v.transform(Number), v.minValue(1)),
} satisfies { [K in SettingKey]: v.GenericSchema<string, Settings[K]> };

/** Settings whose value is a word of a list, offered in a drop-down. */
export const SETTING_CHOICES: { readonly [K in SettingKey]?: ChoiceKey } = {
  language: 'language',
  acknowledgements: 'yes_no',
  reminders: 'yes_no',
  brake: 'yes_no',
  closing_notice: 'yes_no',
  assignment: 'assignment',
  mail_tickets_to: 'mail_readers',
  show_colleague_address: 'yes_no',
  answers_to_cc: 'yes_no',
};

export const SETTING_KEYS = Object.keys(SCHEMAS) as readonly SettingKey[];

export const DEFAULT_SETTINGS: Settings = {
  firm_name: '',
  support_address: '',
  language: 'en',
  zone: zone('Europe/Warsaw'),
  support_hours: '',
  portal_url: '',
  acknowledgements: true,
  reminders: true,
  calendar: 'pl',
  brake: false,
  quiet_from: NIGHT.from,
  quiet_until: NIGHT.to,
  ...DEFAULT_TONE_SETTINGS,
  close_after_days: 7,
  // Resolving what waits for the participant is the firm's decision: off until it says so.
  resolve_after_days: null,
  closing_notice: true,
  assignment: 'fewest',
  mail_tickets_to: 'trainers',
  show_colleague_address: false,
  answers_to_cc: false,
  survey_url: '',
  // Gmail lets a free account send to 500 people in 24 hours (support.google.com/mail/answer/22839).
  mails_per_day: 400,
  mails_per_minute: 20,
  mails_kept_for_replies: 100,
  first_login: FIRST_LOGIN,
  tickets_per_hour: 6,
  schema_version: SCHEMA_VERSION,
};

/**
 * Reads the rows of the Settings tab. The first row of a key counts; keys we do not know are the firm's own. A
 * value that makes no sense is reported and the default holds, so that one slip stops nothing.
 */
export function readSettings(rows: readonly { readonly key: string; readonly value: string }[]): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const settings: Record<SettingKey, unknown> = { ...DEFAULT_SETTINGS };
  const problems: SettingProblem[] = [];
  for (const key of SETTING_KEYS) {
    const row = rows.find((candidate) => candidate.key.trim().toLowerCase() === key);
    const value = row?.value.trim() ?? '';
    if (row === undefined || (value === '' && !isToneSetting(key))) continue;
    const result = v.safeParse(SCHEMAS[key], value);
    if (result.success) settings[key] = result.output;
    else problems.push({ key, value });
  }
  // Each key holds its default or what its own schema gave.
  return { settings: settings as unknown as Settings, problems };
}

const YES_NO_NOTE: Localized = { en: 'Yes or no.', pl: 'Tak albo nie.', uk: 'Так або ні.' };

export const SETTING_NOTES: Readonly<Record<SettingKey, Localized>> = {
  firm_name: {
    en: 'Name of your firm, as participants know it. It stands in every mail.',
    pl: 'Nazwa firmy, jaką znają uczestnicy. Jest w każdym liście.',
    uk: 'Назва вашої фірми, яку знають учасники. Вона є в кожному листі.',
  },
  support_address: {
    en: 'The address to which participants write for help.',
    pl: 'Adres, na który uczestnicy piszą po pomoc.',
    uk: 'Адреса, на яку учасники пишуть по допомогу.',
  },
  language: {
    en: 'Language of this workbook and of mails to people whose language is not known.',
    pl: 'Język tego arkusza i listów do osób, których języka nie znamy.',
    uk: 'Мова цієї таблиці та листів людям, чиєї мови ми не знаємо.',
  },
  zone: {
    en: 'Time zone of the firm, such as Europe/Warsaw. Keep it equal to the zone of the spreadsheet.',
    pl: 'Strefa czasowa firmy, np. Europe/Warsaw. Musi być taka sama jak strefa arkusza.',
    uk: 'Часовий пояс фірми, як-от Europe/Kyiv. Має збігатися з поясом таблиці.',
  },
  support_hours: {
    en: 'When you answer, in your own words. Empty: told from the Calendar tab in each reader’s language.',
    pl: 'Kiedy odpowiadacie, własnymi słowami. Puste: z karty Kalendarz, w języku odbiorcy.',
    uk: 'Коли ви відповідаєте, вашими словами. Порожньо: за вкладкою «Календар», мовою адресата.',
  },
  portal_url: {
    en: 'Address of the help page, once it is published. Empty: mails do not mention it.',
    pl: 'Adres strony pomocy, gdy jest opublikowana. Puste: listy o niej nie wspominają.',
    uk: 'Адреса сторінки допомоги, коли її опубліковано. Порожньо: листи її не згадують.',
  },
  acknowledgements: {
    en: `Whether a new ticket is acknowledged by mail. ${YES_NO_NOTE.en}`,
    pl: `Czy nowe zgłoszenie potwierdzamy listem. ${YES_NO_NOTE.pl}`,
    uk: `Чи підтверджуємо нове звернення листом. ${YES_NO_NOTE.uk}`,
  },
  reminders: {
    en: `Whether reminders before sessions are sent. ${YES_NO_NOTE.en}`,
    pl: `Czy wysyłamy przypomnienia przed zajęciami. ${YES_NO_NOTE.pl}`,
    uk: `Чи надсилаємо нагадування перед заняттями. ${YES_NO_NOTE.uk}`,
  },
  calendar: {
    en: 'Calendar that counts when nothing else says which.',
    pl: 'Kalendarz, według którego liczymy, gdy nic innego nie wskazano.',
    uk: 'Календар, за яким рахуємо, коли не вказано іншого.',
  },
  brake: {
    en: 'Emergency brake. Yes: no automatic mail leaves until you write No again.',
    pl: 'Hamulec awaryjny. Tak: żaden automatyczny list nie wyjdzie, dopóki nie wpiszesz Nie.',
    uk: 'Аварійне гальмо. Так: жоден автоматичний лист не піде, доки не впишете Ні.',
  },
  quiet_from: {
    en: 'Start of the quiet hours, when reminders wait. Such as 21:00.',
    pl: 'Początek godzin ciszy, w których przypomnienia czekają. Np. 21:00.',
    uk: 'Початок тихих годин, коли нагадування чекають. Наприклад, 21:00.',
  },
  quiet_until: {
    en: 'End of the quiet hours. Such as 07:00.',
    pl: 'Koniec godzin ciszy. Np. 07:00.',
    uk: 'Кінець тихих годин. Наприклад, 07:00.',
  },
  ...TONE_SETTING_NOTES,
  close_after_days: {
    en: 'Days without a word after which a resolved ticket is closed. 0: never.',
    pl: 'Po ilu dniach ciszy zamykamy rozwiązane zgłoszenie. 0: nigdy.',
    uk: 'Через скільки днів тиші закриваємо вирішене звернення. 0: ніколи.',
  },
  resolve_after_days: {
    en: 'Days after which a ticket that waits for its participant counts as resolved. 0: never.',
    pl: 'Po ilu dniach zgłoszenie, które czeka na uczestnika, uznajemy za rozwiązane. 0: nigdy.',
    uk: 'Через скільки днів звернення, яке чекає на учасника, вважаємо вирішеним. 0: ніколи.',
  },
  closing_notice: {
    en: `Whether participants are told when a ticket is resolved because they did not answer. ${YES_NO_NOTE.en}`,
    pl: `Czy zawiadamiamy uczestnika, gdy zgłoszenie uznajemy za rozwiązane z braku odpowiedzi. ${YES_NO_NOTE.pl}`,
    uk: `Чи сповіщаємо учасника, коли вважаємо звернення вирішеним, бо він не відповів. ${YES_NO_NOTE.uk}`,
  },
  assignment: {
    en: 'How new tickets find their colleague: by hand, whoever has the fewest open, or in turn.',
    pl: 'Jak przydzielamy nowe zgłoszenia: ręcznie, osobie z najmniejszą liczbą otwartych albo po kolei.',
    uk: 'Як розподіляємо нові звернення: вручну, тому, в кого найменше відкритих, чи по черзі.',
  },
  mail_tickets_to: {
    en: 'Who gets their tickets by mail and may answer there: trainers, everybody or nobody.',
    pl: 'Kto dostaje swoje zgłoszenia mailem i może na nie stamtąd odpowiadać: trenerzy, wszyscy albo nikt.',
    uk: 'Хто отримує свої звернення поштою і може звідти відповідати: тренери, усі чи ніхто.',
  },
  show_colleague_address: {
    en: `Whether participants see the address of the colleague who answered by mail. ${YES_NO_NOTE.en}`,
    pl: `Czy uczestnik widzi adres osoby, która odpowiedziała mailem. ${YES_NO_NOTE.pl}`,
    uk: `Чи бачить учасник адресу того, хто відповів йому поштою. ${YES_NO_NOTE.uk}`,
  },
  answers_to_cc: {
    en: `Whether answers that colleagues write by mail go also to others who take part, such as people in Cc. ${YES_NO_NOTE.en}`,
    pl: `Czy odpowiedzi wysłane mailem idą też do innych osób z rozmowy, na przykład tych w kopii. ${YES_NO_NOTE.pl}`,
    uk: `Чи надсилати відповіді, написані поштою, також іншим учасникам розмови, як-от людям у копії. ${YES_NO_NOTE.uk}`,
  },
  survey_url: {
    en: 'Page on which participants say how a session was. Empty: mails do not ask.',
    pl: 'Strona, na której uczestnicy oceniają zajęcia. Puste: listy o to nie pytają.',
    uk: 'Сторінка, де учасники оцінюють заняття. Порожньо: листи про це не питають.',
  },
  mails_per_day: {
    en: 'How many mails your provider lets out in 24 hours. Gmail: 500, Google Workspace: 2000; leave some room.',
    pl: 'Ile listów dostawca poczty wypuszcza w 24 godziny. Gmail: 500, Google Workspace: 2000; zostaw zapas.',
    uk: 'Скільки листів ваш провайдер випускає за 24 години. Gmail: 500, Google Workspace: 2000; лишіть запас.',
  },
  mails_per_minute: {
    en: 'How many reminders leave in a minute at most, so that the provider does not take them for spam.',
    pl: 'Ile przypomnień wychodzi najwyżej w ciągu minuty, żeby dostawca nie uznał ich za spam.',
    uk: 'Скільки щонайбільше нагадувань іде за хвилину, щоб провайдер не вважав їх спамом.',
  },
  mails_kept_for_replies: {
    en: 'How many mails of a day are kept for answers to people: reminders stop before they use them.',
    pl: 'Ile listów dziennie zostawiamy na odpowiedzi: przypomnienia zatrzymują się, zanim je zużyją.',
    uk: 'Скільки листів на день лишаємо для відповідей людям: нагадування зупиняються раніше.',
  },
  first_login: {
    en: 'When participants log in for the first time, counted from the start: -1 d. Questions are expected then.',
    pl: 'Kiedy uczestnicy logują się pierwszy raz, licząc od początku zajęć: -1 d. Wtedy spodziewamy się pytań.',
    uk: 'Коли учасники входять уперше, відносно початку заняття: -1 d. Тоді очікуємо запитань.',
  },
  tickets_per_hour: {
    en: 'How many tickets one colleague on duty can answer in an hour.',
    pl: 'Ile zgłoszeń jedna osoba na dyżurze obsłuży w godzinę.',
    uk: 'Скільки звернень один черговий опрацює за годину.',
  },
  schema_version: {
    en: 'Version of this workbook’s layout. The program keeps it.',
    pl: 'Wersja układu arkusza. Dba o nią program.',
    uk: 'Версія будови таблиці. Про неї дбає програма.',
  },
};

/** The value that setup writes into a new Settings row. */
export function initialSetting(key: SettingKey, language: Language, zoneName: string): string {
  if (isToneSetting(key)) return DEFAULT_TONE_SETTINGS[key].join(', ');
  switch (key) {
    case 'language':
      return choiceLabel('language', language, language);
    case 'zone':
      return zoneName;
    case 'calendar':
      return language === 'uk' ? 'uk' : 'pl';
    case 'acknowledgements':
    case 'reminders':
      return choiceLabel('yes_no', 'yes', language);
    case 'brake':
      return choiceLabel('yes_no', 'no', language);
    case 'quiet_from':
      return formatTimeOfDay(NIGHT.from);
    case 'quiet_until':
      return formatTimeOfDay(NIGHT.to);
    case 'closing_notice':
      return choiceLabel('yes_no', 'yes', language);
    case 'close_after_days':
      return '7';
    case 'resolve_after_days':
      return '0';
    case 'assignment':
      return choiceLabel('assignment', 'fewest', language);
    case 'mail_tickets_to':
      return choiceLabel('mail_readers', 'trainers', language);
    case 'show_colleague_address':
    case 'answers_to_cc':
      return choiceLabel('yes_no', 'no', language);
    case 'mails_per_day':
    case 'mails_per_minute':
    case 'mails_kept_for_replies':
    case 'tickets_per_hour':
      return String(DEFAULT_SETTINGS[key]);
    case 'first_login':
      return '-1 d';
    case 'schema_version':
      return String(SCHEMA_VERSION);
    case 'firm_name':
    case 'support_address':
    case 'support_hours':
    case 'portal_url':
    case 'survey_url':
      return '';
  }
}
