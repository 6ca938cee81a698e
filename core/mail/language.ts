/** The language of a text: letters that only one language has, then trigrams among the likely ones. */
import { franc } from 'franc-min';

/** Two-letter codes of what we can tell apart. */
export type DetectedLanguage = 'pl' | 'uk' | 'en' | 'ru' | 'de' | 'fr' | 'es' | 'it' | 'cs';

const CODES: Readonly<Record<string, DetectedLanguage>> = {
  pol: 'pl',
  ukr: 'uk',
  eng: 'en',
  rus: 'ru',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  ces: 'cs',
};
const LATIN = ['pol', 'eng', 'deu', 'fra', 'spa', 'ita', 'ces'];
const CYRILLIC = ['ukr', 'rus'];

const SAMPLE = 3_000;
const SHORTEST_FOR_TRIGRAMS = 25;

/** Frequent short words: what greets and asks is too short for trigrams. */
const WORDS: readonly (readonly [DetectedLanguage, RegExp])[] = [
  ['pl', /\b(?:dzie[nń] dobry|witam|prosz[eę]|dzi[eę]kuj[eę]|pozdrawiam|cze[sś][cć]|szanowni|czy|mog[eę]|nie|jest|si[eę]|haslo|has[lł]a|szkoleni[ae]|prosba|zajecia|mam|moje|moja|jak|gdzie|kiedy|oraz|ale|tak|na|do)\b/gi],
  ['en', /\b(?:hello|hi|dear|thanks|thank you|please|regards|the|and|you|can|is|my|not|have|with|for|how|what|when|where|does|do|i)\b/gi],
  ['de', /\b(?:hallo|guten tag|danke|bitte|und|nicht|ich|sie|der|die|das|ist|mit freundlichen)\b/gi],
  ['fr', /\b(?:bonjour|merci|vous|nous|est|les|des|pas|pour|avec|cordialement)\b/gi],
  ['es', /\b(?:hola|gracias|por favor|usted|está|los|las|una|para|saludos)\b/gi],
  ['it', /\b(?:buongiorno|grazie|per favore|sono|non|che|della|saluti)\b/gi],
];

/** @returns null when the text is too short or in none of the languages */
export function detectLanguage(text: string): DetectedLanguage | null {
  const sample = text
    .slice(0, SAMPLE)
    .replace(/https?:\/\/\S+|\S+@\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cyrillic = count(sample, /[\u0400-\u04ff]/g);
  const latin = count(sample, /[A-Za-z\u00c0-\u024f]/g);
  if (cyrillic + latin < 2) return null;
  return cyrillic > latin ? ofCyrillic(sample) : ofLatin(sample, latin);
}

/** і, ї, є, ґ and the apostrophe are Ukrainian; ы, э, ё, ъ are Russian (and Belarusian, which has ў). */
function ofCyrillic(text: string): DetectedLanguage | null {
  const ukrainian = count(text, /[іїєґ]/gi);
  const russian = count(text, /[ыэёъ]/gi);
  if (ukrainian > 0 || russian > 0) return ukrainian >= russian ? 'uk' : 'ru';
  if (/(?:^|[^а-я])(?:дякую|добрий|будь ласка|вітаю|привіт|доброго|мене|мені|допоможіть|немає|чому|коли|де|та|не можу|прошу|що|як)(?=$|[^а-яіїєґ])/i.test(text) && !/(?:^|[^а-я])(?:спасибо|здравствуйте|пожалуйста|добрый|меня|что|как|нет)(?=$|[^а-я])/i.test(text)) {
    return 'uk';
  }
  return byTrigrams(text, CYRILLIC) ?? null;
}

function ofLatin(text: string, letters: number): DetectedLanguage | null {
  const polish = count(text, /[ąćęłńśźż]/gi);
  // ł, ą, ę, ż hardly stand in any other language of Europe; two in a hundred letters are a Polish text.
  if (count(text, /[łąężśźćń]/gi) >= 2 && polish / letters > 0.015) return 'pl';
  if (count(text, /[ěřůťďň]/gi) >= 2) return 'cs';
  let best: DetectedLanguage | null = null;
  let bestCount = 0;
  for (const [language, pattern] of WORDS) {
    const found = count(text, pattern) + (language === 'pl' ? polish : 0);
    if (found > bestCount) {
      best = language;
      bestCount = found;
    }
  }
  const words = count(text, /\s+/g) + 1;
  const guessed = text.length >= SHORTEST_FOR_TRIGRAMS ? byTrigrams(text, LATIN) : null;
  if (best !== null && (best === guessed || bestCount >= Math.max(1, words * 0.12))) return best;
  return guessed ?? best;
}

function byTrigrams(text: string, only: readonly string[]): DetectedLanguage | null {
  return CODES[franc(text, { only: [...only], minLength: 10 })] ?? null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
