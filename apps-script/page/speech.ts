/** The language that a page speaks: the firm's as soon as the script has told it, the browser's until then. */
import { isLanguage, type Language } from '../../core/language';

const browserLanguage = navigator.language.slice(0, 2);
let language: Language = isLanguage(browserLanguage) ? browserLanguage : 'en';

export const spoken = (): Language => language;

/** Puts the words where the document wants them: `data-word="save"` for `words.save`. */
export function speak(next: Language, wordsOf: (language: Language) => object): void {
  language = next;
  if (document.body.dataset.worded === next) return;
  document.documentElement.lang = next;
  document.body.dataset.worded = next;
  const words: Readonly<Record<string, unknown>> = { ...wordsOf(next) };
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = words[place.dataset.word ?? ''];
    if (typeof word === 'string') place.textContent = word;
  }
}
