/**
 * The commands that colleagues put on the first lines of an answer, in the words of each language. The first word of a
 * language is the one that we show. Compared in the folded form of core/words, so accents and case say nothing; forms
 * that fold alike stand here once. The last ones of Ukrainian are its words on a keyboard without Cyrillic.
 */
import type { Language, Localized } from '../language';
import type { Priority } from '../workbook/choices';

/** What a command takes after its word. `text`: the colleague's own words, so it may be left out. */
export type Takes = 'nothing' | 'text' | 'colleague' | 'priority' | 'day' | 'template';

interface CommandSpec {
  readonly takes: Takes;
  readonly words: Localized<readonly string[]>;
}

export const COMMANDS = {
  resolved: {
    takes: 'nothing',
    words: {
      en: [
        'resolved',
        'resolve',
        'solved',
        'solve',
        'close',
        'close ticket',
        'close the ticket',
        'closed',
        'done',
        'finished',
        'fixed',
      ],
      pl: [
        'rozwiązane',
        'rozwiąż',
        'rozwiązano',
        'rozwiązany',
        'rozwiązana',
        'zamknij',
        'zamknij zgłoszenie',
        'zamknięte',
        'zamknięta',
        'zamknięty',
        'zakończ',
        'zakończone',
        'załatwione',
        'zrobione',
        'gotowe',
      ],
      uk: [
        'вирішено',
        'вирішити',
        'вирішене',
        'розв’язано',
        'закрито',
        'закрити',
        'закрити звернення',
        'закрий',
        'закрите',
        'завершено',
        'зроблено',
        'готово',
        'vyrisheno',
        'zakryto',
        'zakryty',
        'hotovo',
        'zrobleno',
      ],
    },
  },
  open: {
    takes: 'nothing',
    words: {
      en: ['open', 'reopen', 'opened', 're-open'],
      pl: ['otwórz', 'otwarte', 'otworz ponownie', 'otwórz znowu', 'wznów', 'w toku'],
      uk: [
        'відкрити',
        'відкрито',
        'відкрий',
        'перевідкрити',
        'знову відкрити',
        'відновити',
        'у роботі',
        'vidkryty',
        'vidkryto',
      ],
    },
  },
  note: {
    takes: 'text',
    words: {
      en: ['note', 'internal', 'internal note', 'private', 'private note', 'comment'],
      pl: ['notatka', 'notatka wewnętrzna', 'notka', 'wewnętrzne', 'wewnętrzna', 'komentarz', 'prywatne'],
      uk: [
        'нотатка',
        'внутрішня нотатка',
        'примітка',
        'внутрішнє',
        'внутрішня',
        'коментар',
        'notatka',
        'prymitka',
      ],
    },
  },
  assign: {
    takes: 'colleague',
    words: {
      en: ['assign', 'assign to', 'hand to', 'pass to'],
      pl: ['przydziel', 'przekaż', 'przydziel do', 'przekaż do', 'przypisz', 'przypisz do'],
      uk: [
        'призначити',
        'передати',
        'признач',
        'передай',
        'призначити на',
        'передати до',
        'pryznachyty',
        'peredaty',
      ],
    },
  },
  priority: {
    takes: 'priority',
    words: {
      en: ['priority', 'prio'],
      pl: ['priorytet'],
      uk: ['пріоритет', 'важливість', 'priorytet', 'prioritet'],
    },
  },
  urgent: {
    takes: 'nothing',
    words: {
      en: ['urgent', 'asap'],
      pl: ['pilne', 'pilny', 'pilna', 'pilnie'],
      uk: ['терміново', 'терміновий', 'термінова', 'термінове', 'terminovo'],
    },
  },
  wait: {
    takes: 'day',
    words: {
      en: ['wait', 'wait until', 'wait for', 'hold', 'hold until', 'on hold', 'snooze', 'later'],
      pl: ['czekaj', 'czekaj do', 'odłóż', 'odłóż do', 'odłóż na', 'wstrzymaj', 'wstrzymaj do', 'poczekaj'],
      uk: [
        'чекати',
        'чекати до',
        'зачекати',
        'чекай',
        'відкласти',
        'відкласти до',
        'відкласти на',
        'відклади',
        'chekaty',
        'vidklasty',
      ],
    },
  },
  vendor: {
    takes: 'nothing',
    words: {
      en: [
        'vendor',
        'supplier',
        'waiting for vendor',
        'waiting for the vendor',
        'waiting vendor',
        'wait for vendor',
        'wait for the vendor',
      ],
      pl: [
        'dostawca',
        'dostawcy',
        'czeka na dostawcę',
        'czekaj na dostawcę',
        'czekamy na dostawcę',
        'u dostawcy',
      ],
      uk: [
        'постачальник',
        'постачальника',
        'очікує на постачальника',
        'чекаємо на постачальника',
        'чекати на постачальника',
        'postachalnyk',
      ],
    },
  },
  template: {
    takes: 'template',
    words: {
      en: ['template', 'form', 'canned'],
      pl: ['szablon', 'formularz', 'gotowiec'],
      uk: ['шаблон', 'зразок', 'shablon'],
    },
  },
  send: {
    takes: 'nothing',
    words: {
      en: ['send', 'send it', 'send anyway'],
      pl: ['wyślij', 'wyślij mimo to', 'wyślij jednak'],
      uk: ['надіслати', 'надішли', 'відправити', 'надіслати все одно', 'nadislaty'],
    },
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof COMMANDS;

// Object.keys of a constant object: its keys are known.
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** As the letters and the help show it: `#rozwiązane`. */
export function commandShown(name: CommandName, language: Language): string {
  return `#${COMMANDS[name].words[language][0]}`;
}

/** Forms that a sentence asks for, besides the labels of the list. */
export const PRIORITY_FORMS: Readonly<Record<Priority, readonly string[]>> = {
  urgent: ['urgent', 'pilne', 'pilna', 'pilnie', 'термінове', 'термінова', 'терміново', 'terminovo'],
  high: [
    'high',
    'wysoka',
    'wysokie',
    'ważny',
    'ważne',
    'висока',
    'високе',
    'важливо',
    'vysokyi',
    'vysokyy',
    'vysokij',
  ],
  normal: [
    'normal',
    'zwykła',
    'zwykłe',
    'normalny',
    'normalne',
    'średni',
    'звичайна',
    'звичайне',
    'нормальний',
    'середній',
    'zvychainyi',
  ],
  low: ['low', 'niska', 'niskie', 'низька', 'низьке', 'nyzkyi', 'nyzkyy'],
};

/** The writer of the mail, as the one to whom a ticket goes. */
export const TO_ME: readonly string[] = [
  'me',
  'myself',
  'mnie',
  'mi',
  'sobie',
  'siebie',
  'мені',
  'мене',
  'собі',
];
