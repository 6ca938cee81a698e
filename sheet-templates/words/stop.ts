/** The sentence under every reminder that says how to get no more of them. */
import type { Language, Localized } from '../../core/language';

export interface StopLinks {
  /** `mailto:` with the subject that stops. */
  readonly mailto: string;
  /** Page that stops, or null where the firm has none. */
  readonly page: string | null;
}

/** Links stand at the end of their clause with nothing behind them that a mail program could take for a part. */
const SENTENCES: Localized<(links: StopLinks) => string> = {
  en: ({ mailto, page }) =>
    page === null
      ? `To get no more reminders, write to us: ${mailto}`
      : `To get no more reminders, open this page: ${page} or write to us: ${mailto}`,
  pl: ({ mailto, page }) =>
    page === null
      ? `Żeby nie dostawać przypomnień, napisz do nas: ${mailto}`
      : `Żeby nie dostawać przypomnień, otwórz tę stronę: ${page} albo napisz do nas: ${mailto}`,
  uk: ({ mailto, page }) =>
    page === null
      ? `Щоб не отримувати нагадувань, напишіть нам: ${mailto}`
      : `Щоб не отримувати нагадувань, відкрийте цю сторінку: ${page} або напишіть нам: ${mailto}`,
};

export function stopSentence(language: Language, links: StopLinks): string {
  return SENTENCES[language](links);
}
