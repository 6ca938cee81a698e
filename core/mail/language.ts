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

/** Whole words: `\b` knows ASCII letters only, so "proszę" would have no end. */
const wholeWords = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');

/** Frequent short words: what greets and asks is too short for trigrams. Polish is also written without its accents. */
const WORDS: readonly (readonly [DetectedLanguage, RegExp])[] = [
  [
    'pl',
    wholeWords(
      'dzie[nń] dobry|dobry wiecz[oó]r|witam|prosz[eę]|poprosz[eę]|dzi[eę]kuj[eę]|dzi[eę]ki|pozdrawiam|cze[sś][cć]|szanowni|czy|mog[eę]|nie|jest|si[eę]|b[eę]d[eę]|' +
        'haslo|has[lł]a|szkoleni[aeu]|pro[sś]ba|zaj[eę]cia|faktur[aeęy]|mam|moje|moja|jak|gdzie|kiedy|oraz|ale|tak|na|do|w|z|o|' +
        'poniedzia[lł]ek|wtorek|[sś]rod[aeęy]|czwartek|pi[aą]tek|sobot[aeęy]|niedziel[aeęi]',
    ),
  ],
  [
    'en',
    wholeWords(
      'do i|do you|i need|i have|i am|can i|may i|hello|hi|dear|thanks|thank you|please|regards|the|and|you|can|is|my|not|have|with|for|how|what|when|where|does|works?|yes|need|an|am|are|we|would|could|will|of|this|that|get|want|' +
        'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
    ),
  ],
  ['de', wholeWords('hallo|guten tag|danke|bitte|und|nicht|ich|sie|der|die|das|ist|wann|mit freundlichen')],
  ['fr', wholeWords('bonjour|merci|vous|nous|est|les|des|pas|pour|avec|cordialement')],
  ['es', wholeWords('hola|gracias|por favor|usted|está|los|las|una|para|saludos')],
  ['it', wholeWords('buongiorno|grazie|per favore|sono|non|che|della|saluti')],
  [
    'cs',
    wholeWords(
      'dobr[yý] den|dobr[eé] r[aá]no|ahoj|pros[ií]m|d[eě]kuj[iu]|kdy|jsem|nen[ií]|m[uů]žete|mohu|s pozdravem',
    ),
  ],
];

/** Words without the letters that tell the two apart. */
const UKRAINIAN = wholeWords(
  'так|добре|дякую|дуже|добрий вечір|добридень|вітаю|привіт|доброго|мене|допоможіть|немає|чому|коли|де|та|можу|прошу|що|як|або|якщо|зараз|ще|вже|буде|треба|потрібно|будь ласка|гаразд|рахунок|вчора|сьогодні|з|й|до побачення',
);
const RUSSIAN = wholeWords(
  'да|нет|хорошо|спасибо|здравствуйте|пожалуйста|добрый|меня|мне|что|как|когда|где|или|если|сейчас|еще|будет|надо|нужно|нужен|нужна|могу|можно|почему|очень|счет|вчера|сегодня|занятие|занятия|и|с|ли|от|во|со|до свидания',
);

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
  const ukrainianWords = count(text, UKRAINIAN);
  const russianWords = count(text, RUSSIAN);
  if (ukrainianWords !== russianWords) return ukrainianWords > russianWords ? 'uk' : 'ru';
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
