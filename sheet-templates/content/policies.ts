/** Starter rows of the SLA and Escalations tabs. */
import type { Language, Localized } from '../../core/language';
import type { Priority } from '../../core/workbook/choices';
import type { RowChange } from '../../core/workbook/rows';
import { choiceLabel } from '../labels';

const WORKING_DAY = 8 * 60;

interface PriorityPromise {
  readonly priority: Priority;
  readonly first: number;
  readonly next: number;
  readonly resolution: number;
  readonly note: Localized;
}

/** Small promises that two or three people can keep. */
const PROMISES: readonly PriorityPromise[] = [
  {
    priority: 'urgent',
    first: 30,
    next: 30,
    resolution: 4 * 60,
    note: {
      en: 'Somebody cannot take part in a session that is on or about to start.',
      pl: 'Ktoś nie może wziąć udziału w zajęciach, które trwają lub zaraz się zaczną.',
      uk: 'Хтось не може взяти участь у занятті, яке триває або ось-ось почнеться.',
    },
  },
  {
    priority: 'high',
    first: 2 * 60,
    next: 2 * 60,
    resolution: WORKING_DAY,
    note: {
      en: 'Learning is held up, but there is some time left.',
      pl: 'Nauka stoi w miejscu, ale jest jeszcze trochę czasu.',
      uk: 'Навчання зупинилося, але трохи часу ще є.',
    },
  },
  {
    priority: 'normal',
    first: 4 * 60,
    next: WORKING_DAY,
    resolution: 3 * WORKING_DAY,
    note: {
      en: 'An ordinary question. New tickets start here.',
      pl: 'Zwykłe pytanie. Tak zaczyna każde nowe zgłoszenie.',
      uk: 'Звичайне запитання. Так починається кожне нове звернення.',
    },
  },
  {
    priority: 'low',
    first: WORKING_DAY,
    next: 2 * WORKING_DAY,
    resolution: 5 * WORKING_DAY,
    note: {
      en: 'It can wait: wishes, thanks, questions for later.',
      pl: 'Może poczekać: życzenia, podziękowania, pytania na później.',
      uk: 'Може зачекати: побажання, подяки, запитання на потім.',
    },
  },
];

export function slaRows(language: Language): readonly RowChange<'sla'>[] {
  return PROMISES.map(({ priority, first, next, resolution, note }) => ({
    name: choiceLabel('priority', priority, language),
    priority,
    calendar: language === 'uk' ? 'uk' : 'pl',
    first_answer: first,
    next_answer: next,
    resolution,
    near_before: 60,
    near_within: 15,
    note: note[language],
  }));
}

/** A warning to whoever has the ticket, then the people above. */
export function escalationRows(language: Language): readonly RowChange<'escalations'>[] {
  const step = (when: string, alert: string, note: Localized): RowChange<'escalations'> => ({
    clock: 'any',
    when,
    alert,
    enabled: true,
    note: note[language],
  });
  return [
    step('-30 min', 'assignee', {
      en: 'Half an hour is left.',
      pl: 'Zostało pół godziny.',
      uk: 'Лишилося пів години.',
    }),
    step('0', 'assignee, duty', {
      en: 'The time is up: whoever is on duty hears of it too.',
      pl: 'Termin minął: dowiaduje się też osoba na dyżurze.',
      uk: 'Термін минув: дізнається й черговий.',
    }),
    step('+2 h', 'managers', {
      en: 'Two hours late: the managers decide.',
      pl: 'Dwie godziny po terminie: decyduje kierownictwo.',
      uk: 'Дві години після терміну: вирішує керівництво.',
    }),
  ];
}
