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

const SAMPLE = 1_500;
const SHORTEST_FOR_TRIGRAMS = 25;

/** Frequent short words: what greets and asks is too short for trigrams. */
const WORDS: readonly (readonly [DetectedLanguage, RegExp])[] = [
  [
    'pl',
    /\b(?:dzie[nń] dobry|witam|prosz[eę]|dzi[eę]kuj[eę]|pozdrawiam|cze[sś][cć]|szanowni|czy|mog[eę]|nie|jest|si[eę]|haslo|has[lł]a|szkoleni[ae]|prosba|zajecia|mam|moje|moja|jak|gdzie|kiedy|oraz|ale|tak|na|do)\b/gi,
  ],
  [
    'en',
    /\b(?:hello|hi|dear|thanks|thank you|please|regards|the|and|you|can|is|my|not|have|with|for|how|what|when|where|does|do|i)\b/gi,
  ],
  ['de', /\b(?:hallo|guten tag|danke|bitte|und|nicht|ich|sie|der|die|das|ist|mit freundlichen)\b/gi],
  ['fr', /\b(?:bonjour|merci|vous|nous|est|les|des|pas|pour|avec|cordialement)\b/gi],
  ['es', /\b(?:hola|gracias|por favor|usted|está|los|las|una|para|saludos)\b/gi],
  ['it', /\b(?:buongiorno|grazie|per favore|sono|non|che|della|saluti)\b/gi],
];

/** @returns null when the text is too short or in none of the languages */
export function detectLanguage(text: string): DetectedLanguage | null {
  const cut = text.slice(0, SAMPLE);
  const sample = /[@:]/.test(cut) ? cut.replace(/https?:\/\/\S+|\S+@\S+/g, ' ') : cut;
  let cyrillic = 0;
  let latin = 0;
  let polish = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 0x41) continue;
    if (code >= 0x400 && code < 0x500) cyrillic++;
    else if (code < 0x5b || (code >= 0x61 && code < 0x7b)) latin++;
    else if (code >= 0xc0 && code < 0x250) {
      latin++;
      if (POLISH.includes(sample.charAt(at))) polish++;
    }
  }
  if (cyrillic + latin < 2) return null;
  return cyrillic > latin ? ofCyrillic(sample) : ofLatin(sample, latin, polish);
}

/** ł, ą, ę, ż hardly stand in any other language of Europe. */
const POLISH = 'ąćęłńśźżĄĆĘŁŃŚŹŻ';

/** і, ї, є, ґ and the apostrophe are Ukrainian; ы, э, ё, ъ are Russian (and Belarusian, which has ў). */
function ofCyrillic(text: string): DetectedLanguage | null {
  const ukrainian = count(text, /[іїєґ]/gi);
  const russian = count(text, /[ыэёъ]/gi);
  if (ukrainian > 0 || russian > 0) return ukrainian >= russian ? 'uk' : 'ru';
  if (
    /(?:^|[^а-я])(?:дякую|добрий|будь ласка|вітаю|привіт|доброго|мене|мені|допоможіть|немає|чому|коли|де|та|не можу|прошу|що|як)(?=$|[^а-яіїєґ])/i.test(
      text,
    ) &&
    !/(?:^|[^а-я])(?:спасибо|здравствуйте|пожалуйста|добрый|меня|что|как|нет)(?=$|[^а-я])/i.test(text)
  ) {
    return 'uk';
  }
  return byTrigrams(text, CYRILLIC) ?? null;
}

function ofLatin(text: string, letters: number, polish: number): DetectedLanguage | null {
  if (polish >= 2 && polish / letters > 0.015) return 'pl';
  if (count(text, /[ěřůťďň]/gi) >= 2) return 'cs';
  const words = count(text, /\s+/g) + 1;
  let best: DetectedLanguage | null = null;
  let bestCount = 0;
  let second = 0;
  for (const [language, pattern] of WORDS) {
    const found = count(text, pattern) + (language === 'pl' ? polish : 0);
    if (found > bestCount) {
      second = bestCount;
      best = language;
      bestCount = found;
    } else if (found > second) second = found;
  }
  // The small words of one language, and hardly any of another: no need to look closer.
  if (best !== null && bestCount >= Math.max(1, words * 0.1) && bestCount >= second * 2) return best;
  const guessed = text.length >= SHORTEST_FOR_TRIGRAMS ? byTrigrams(text.replace(/\s+/g, ' '), LATIN) : null;
  if (best !== null && (best === guessed || bestCount >= Math.max(1, words * 0.12))) return best;
  return guessed ?? best;
}

function byTrigrams(text: string, only: readonly string[]): DetectedLanguage | null {
  return CODES[franc(text, { only: [...only], minLength: 10 })] ?? null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
