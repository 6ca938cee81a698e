/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Which language the page speaks, and its words put where page.html wants them. */
import { isLanguage, LANGUAGES, type Language } from '../../../core/language';
import { el } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';

const KEY = 'rowdesk-demo-language';
const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', pl: 'Polski', uk: 'Українська' };
const SHORT: Readonly<Record<Language, string>> = { en: 'EN', pl: 'PL', uk: 'УК' };

export function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  const codes = [asked, localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return codes.find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

export function fillWords(words: DemoWords): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) {
    place.textContent = wordAt(words, place.dataset.word ?? '');
  }
}

function wordAt(words: DemoWords, path: string): string {
  let value: unknown = words;
  for (const step of path.split('.'))
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  if (typeof value !== 'string') throw new Error(`The demo has no word ${path}.`);
  return value;
}

export function languageButtons(current: Language, choose: (language: Language) => void): HTMLElement[] {
  return LANGUAGES.map((language) => {
    const attributes = { type: 'button', lang: language, title: OWN_NAMES[language] };
    const pressed = language === current ? 'true' : 'false';
    // What is seen is a part of the name, for those who say it (WCAG 2.2, 2.5.3).
    const name = `${SHORT[language]} ${OWN_NAMES[language]}`;
    const button = el(
      'button',
      { ...attributes, 'aria-label': name, 'aria-pressed': pressed },
      SHORT[language],
    );
    button.addEventListener('click', () => choose(language));
    return button;
  });
}
