/** Courses, questions and people of the demo firm's past weeks. Every name is made up; `.test` reaches nobody. */
import type { Language, Localized } from '../core/language';
import type { CATEGORIES } from '../core/workbook/choices';
import type { Dice } from './dice';

export interface PastCourse {
  readonly id: string;
  readonly course: string;
  readonly client: string;
  readonly weekday: number;
  readonly startsAt: number;
  readonly hours: number;
  readonly zone: string;
  readonly trainer: string;
  readonly audience: string;
  readonly language: Language;
}

export const PAST_COURSES: readonly PastCourse[] = [
  {
    id: 'XL',
    course: 'Excel bez stresu',
    client: '',
    weekday: 2,
    startsAt: 10,
    hours: 3,
    zone: '',
    trainer: 'Tomasz Brzoza',
    audience: 'novice',
    language: 'pl',
  },
  {
    id: 'OW',
    course: 'Online workshops that work',
    client: 'Northlight Learning',
    weekday: 3,
    startsAt: 14,
    hours: 3,
    zone: '',
    trainer: 'Tomasz Brzoza',
    audience: 'experienced',
    language: 'en',
  },
  {
    id: 'BI',
    course: 'Безпека в інтернеті',
    client: 'Фонд «Криниця»',
    weekday: 4,
    startsAt: 17,
    hours: 2,
    zone: 'Europe/Kyiv',
    trainer: 'Olena Haj',
    audience: 'mixed',
    language: 'uk',
  },
  {
    id: 'RO',
    course: 'RODO w praktyce',
    client: 'Biblioteka Pod Dębem',
    weekday: 5,
    startsAt: 9,
    hours: 4,
    zone: '',
    trainer: 'Tomasz Brzoza',
    audience: 'mixed',
    language: 'pl',
  },
];

interface PastQuestion {
  readonly category: (typeof CATEGORIES)[number];
  readonly weight: number;
  /** When the session is about to begin or under way. */
  readonly nearWeight: number;
  readonly subject: Localized;
}

export const PAST_QUESTIONS: readonly [PastQuestion, ...PastQuestion[]] = [
  {
    category: 'login',
    weight: 14,
    nearWeight: 26,
    subject: { en: 'Cannot sign in', pl: 'Nie mogę się zalogować', uk: 'Не можу увійти' },
  },
  {
    category: 'sound_and_picture',
    weight: 4,
    nearWeight: 34,
    subject: { en: 'No sound in the room', pl: 'Nie słychać prowadzącego', uk: 'Немає звуку' },
  },
  {
    category: 'link',
    weight: 12,
    nearWeight: 22,
    subject: {
      en: 'Where is the link?',
      pl: 'Gdzie jest link do spotkania?',
      uk: 'Де посилання на зустріч?',
    },
  },
  {
    category: 'materials',
    weight: 17,
    nearWeight: 5,
    subject: { en: 'Slides and handouts', pl: 'Prośba o materiały', uk: 'Прошу матеріали' },
  },
  {
    category: 'recording',
    weight: 15,
    nearWeight: 1,
    subject: { en: 'Will there be a recording?', pl: 'Czy będzie nagranie?', uk: 'Чи буде запис?' },
  },
  {
    category: 'certificate',
    weight: 13,
    nearWeight: 1,
    subject: { en: 'Certificate of attendance', pl: 'Zaświadczenie o udziale', uk: 'Сертифікат про участь' },
  },
  {
    category: 'invoice',
    weight: 9,
    nearWeight: 1,
    subject: { en: 'Invoice for our company', pl: 'Faktura na firmę', uk: 'Рахунок для компанії' },
  },
  {
    category: 'schedule',
    weight: 10,
    nearWeight: 4,
    subject: { en: 'Can I change the date?', pl: 'Czy mogę zmienić termin?', uk: 'Чи можна змінити дату?' },
  },
  {
    category: 'content',
    weight: 6,
    nearWeight: 6,
    subject: { en: 'A question about task 3', pl: 'Pytanie do zadania 3', uk: 'Питання до завдання 3' },
  },
];

type Names = {
  readonly first: readonly [string, ...string[]];
  readonly last: readonly [string, ...string[]];
};

const NAMES: Localized<Names> = {
  pl: {
    first: ['Hanna', 'Oskar', 'Lidia', 'Marcel', 'Iga', 'Borys', 'Tamara', 'Witold', 'Nela', 'Gustaw'],
    last: ['Modra', 'Jarzębina', 'Leszczyna', 'Bławatek', 'Turkus', 'Rumianek', 'Kolibra', 'Szarotka'],
  },
  uk: {
    first: ['Дарина', 'Левко', 'Мирослава', 'Назар', 'Злата', 'Тарас', 'Устина', 'Роман', 'Віра', 'Гордій'],
    last: ['Барвінок', 'Чебрець', 'Смерека', 'Ясенова', 'Волошка', 'Дзвінка', 'Терен', 'Горобина'],
  },
  en: {
    first: ['Imogen', 'Rufus', 'Clara', 'Tobias', 'Maeve', 'Jasper', 'Edith', 'Conrad', 'Opal', 'Silas'],
    last: ['Thornbury', 'Larkmead', 'Ashgrove', 'Wetherfield', 'Brookhollow', 'Finchley-Moor', 'Harrowgate'],
  },
};

const HOSTS: Localized = { pl: 'dawniej.test', uk: 'davno.test', en: 'formerly.test' };

/** With a number in the address, so that nobody is met twice by accident. */
export function pastPerson(
  language: Language,
  roll: Dice,
): { readonly name: string; readonly email: string } {
  const { first, last } = NAMES[language];
  return {
    name: `${roll.pick(first)} ${roll.pick(last)}`,
    email: `guest${roll.between(100_000, 999_999)}@${HOSTS[language]}`,
  };
}
