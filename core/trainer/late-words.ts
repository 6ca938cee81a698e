/** To a colleague: why a mail that had waited did not go out when the address turned out to be theirs. */
import type { Language, Localized } from '../language';

interface LateWords {
  /** @param by who has answered; '' where nobody knows */
  answered(by: string): string;
  readonly cannot: string;
}

const WORDS: Localized<LateWords> = {
  en: {
    answered: (by) =>
      `Your message from the other address waited, and meanwhile ${by === '' ? 'somebody else' : by} has answered the participant.`,
    cannot: 'Your message from the other address waited, and it cannot be passed on any more.',
  },
  pl: {
    answered: (by) =>
      `Wiadomość z drugiego adresu czekała, a tymczasem uczestnik dostał już odpowiedź${by === '' ? '' : ` (${by})`}.`,
    cannot: 'Wiadomość z drugiego adresu czekała i nie da się jej już przekazać.',
  },
  uk: {
    answered: (by) =>
      `Лист з іншої адреси чекав, а тим часом учасник уже отримав відповідь${by === '' ? '' : ` (${by})`}.`,
    cannot: 'Лист з іншої адреси чекав, і передати його вже не вдасться.',
  },
};

export function lateWords(language: Language): LateWords {
  return WORDS[language];
}
