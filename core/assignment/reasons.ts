/** Why somebody got a ticket, or did not, in words of the firm's language. */
import { LANGUAGES, type Language, type Localized } from '../language';
import { formatShortDay } from '../time/format';
import { plural } from '../time/plural';
import type { CalendarDay } from '../workbook/rows';

export type ChoiceReason =
  | { readonly kind: 'on-session-duty'; readonly session: string }
  | { readonly kind: 'on-duty' }
  | { readonly kind: 'knows-course'; readonly course: string }
  | { readonly kind: 'knows-category'; readonly category: string }
  | { readonly kind: 'speaks'; readonly language: Language }
  | { readonly kind: 'instead-of-absent'; readonly name: string; readonly until: CalendarDay | null }
  | { readonly kind: 'instead-of-left'; readonly name: string }
  | { readonly kind: 'nobody-else' }
  | { readonly kind: 'fewest'; readonly open: number }
  | { readonly kind: 'in-turn' };

export type RefusalReason = 'absent' | 'left' | 'other-work' | 'language' | 'full';

/** How a ticket came to its colleague without us. */
export type HandChoice =
  | 'by-hand'
  /** Although the colleague is absent or has left: it stays so. */
  | 'by-hand-anyway'
  /** Somebody emptied the cell: it stays empty. */
  | 'emptied';

interface ReasonWords {
  reason(reason: ChoiceReason, labelOfCategory: (word: string) => string): string;
  readonly hand: Readonly<Record<HandChoice, string>>;
  readonly refusal: Readonly<Record<RefusalReason, string>>;
}

const SPEAKS: Localized<Localized> = {
  en: { en: 'answers in English', pl: 'answers in Polish', uk: 'answers in Ukrainian' },
  pl: { en: 'odpowiada po angielsku', pl: 'odpowiada po polsku', uk: 'odpowiada po ukraińsku' },
  uk: { en: 'відповідає англійською', pl: 'відповідає польською', uk: 'відповідає українською' },
};

export const REASON_WORDS: Localized<ReasonWords> = {
  en: {
    reason(reason, labelOfCategory) {
      switch (reason.kind) {
        case 'on-session-duty':
          return `on duty for session ${reason.session}`;
        case 'on-duty':
          return 'on duty now';
        case 'knows-course':
          return `knows the course ${reason.course}`;
        case 'knows-category':
          return `knows ${labelOfCategory(reason.category)}`;
        case 'speaks':
          return SPEAKS.en[reason.language];
        case 'instead-of-absent':
          return `in place of ${reason.name}, who is absent${reason.until === null ? '' : ` until ${formatShortDay(reason.until, 'en')}`}`;
        case 'instead-of-left':
          return `in place of ${reason.name}, who is no longer active`;
        case 'nobody-else':
          return 'nobody else fits as well';
        case 'fewest':
          return `has the fewest open: ${reason.open} ${plural('en', reason.open, ['ticket', 'tickets'])}`;
        case 'in-turn':
          return 'next in turn';
      }
    },
    hand: {
      'by-hand': 'chosen by hand',
      'by-hand-anyway': 'chosen by hand although not available',
      emptied: 'emptied by hand, so nobody is chosen',
    },
    refusal: {
      absent: 'absent',
      left: 'no longer active',
      'other-work': 'does not do this kind of ticket',
      language: 'does not answer in its language',
      full: 'has as many open tickets as allowed',
    },
  },
  pl: {
    reason(reason, labelOfCategory) {
      switch (reason.kind) {
        case 'on-session-duty':
          return `dyżur przy zajęciach ${reason.session}`;
        case 'on-duty':
          return 'ma teraz dyżur';
        case 'knows-course':
          return `zna szkolenie ${reason.course}`;
        case 'knows-category':
          return `zna się na: ${labelOfCategory(reason.category)}`;
        case 'speaks':
          return SPEAKS.pl[reason.language];
        case 'instead-of-absent':
          return `w zastępstwie: ${reason.name}, nieobecność${reason.until === null ? '' : ` do ${formatShortDay(reason.until, 'pl')}`}`;
        case 'instead-of-left':
          return `w zastępstwie: ${reason.name} już nie pracuje`;
        case 'nobody-else':
          return 'nikt inny nie pasuje tak dobrze';
        case 'fewest':
          return `najmniej otwartych: ${reason.open} ${plural('pl', reason.open, ['zgłoszenie', 'zgłoszenia', 'zgłoszeń'])}`;
        case 'in-turn':
          return 'następna osoba w kolejce';
      }
    },
    hand: {
      'by-hand': 'wybór ręczny',
      'by-hand-anyway': 'wybór ręczny mimo niedostępności',
      emptied: 'komórkę opróżniono ręcznie, więc nikogo nie wybrano',
    },
    refusal: {
      absent: 'nieobecność',
      left: 'już nie pracuje',
      'other-work': 'nie zajmuje się takimi zgłoszeniami',
      language: 'nie odpowiada w tym języku',
      full: 'ma już tyle otwartych zgłoszeń, ile wolno',
    },
  },
  uk: {
    reason(reason, labelOfCategory) {
      switch (reason.kind) {
        case 'on-session-duty':
          return `чергує на занятті ${reason.session}`;
        case 'on-duty':
          return 'зараз чергує';
        case 'knows-course':
          return `знає курс ${reason.course}`;
        case 'knows-category':
          return `знається на темі «${labelOfCategory(reason.category)}»`;
        case 'speaks':
          return SPEAKS.uk[reason.language];
        case 'instead-of-absent':
          return `заміна: ${reason.name}, відсутність${reason.until === null ? '' : ` до ${formatShortDay(reason.until, 'uk')}`}`;
        case 'instead-of-left':
          return `заміна: ${reason.name} більше не працює`;
        case 'nobody-else':
          return 'ніхто інший не підходить так добре';
        case 'fewest':
          return `найменше відкритих: ${reason.open} ${plural('uk', reason.open, ['звернення', 'звернення', 'звернень'])}`;
        case 'in-turn':
          return 'наступна людина в черзі';
      }
    },
    hand: {
      'by-hand': 'обрано вручну',
      'by-hand-anyway': 'обрано вручну попри недоступність',
      emptied: 'комірку очищено вручну, тож нікого не обрано',
    },
    refusal: {
      absent: 'відсутність',
      left: 'більше не працює',
      'other-work': 'не займається такими зверненнями',
      language: 'не відповідає цією мовою',
      full: 'має вже стільки відкритих звернень, скільки дозволено',
    },
  },
};

const NOBODY = '—';

/** `Lena Wrona: knows Login; on duty now.` The name stays in front, so that the tracker sees when somebody changes the cell. */
export function whyText(assignee: string, reasons: readonly string[]): string {
  return `${assignee === '' ? NOBODY : assignee}: ${reasons.join('; ')}.`;
}

/** Whether this reason was written for the colleague who stands there now. */
export function isAbout(why: string, assignee: string): boolean {
  return why.startsWith(`${assignee === '' ? NOBODY : assignee}: `);
}

/** Whether a person chose this colleague, as noted in whichever language the firm had then. */
export function isHandChoice(why: string, assignee: string, choice: HandChoice): boolean {
  return LANGUAGES.some((language) => why === whyText(assignee, [REASON_WORDS[language].hand[choice]]));
}
