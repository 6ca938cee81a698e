/**
 * Which charset unlabelled or mislabelled bytes are in, by the letters that would come out: a wrong reading of a
 * Slavic text puts signs where letters belong (`w³a¶ciwie`), capitals inside words, or letters no language uses.
 */

/** How often each letter of a language with few accents stands among its letters beyond ASCII: common ones first. */
const COMMON_LETTERS: readonly string[] = [
  // Polish, Czech and Slovak, Hungarian
  'łąężśćóńźŁŻŚĆÓ',
  'áíéěřčžšýůúťňďľôäÁČŘŽŠÚ',
  'áéíóöőúüűÁÉÖŐ',
  // German, French, Spanish, Portuguese, Nordic
  'äöüßÄÖÜ',
  'éèàùâêîôûçëïœÉÀÇ',
  'ñáéíóúü¿¡ÑÁÉÍÓÚ',
  'ãõçáéíóúâêô',
  'åäöøæÅÄÖØÆ',
];
const CYRILLIC = 'оаеиінтсрвлкмдпуяьзбгйчхжшюцщїєґфыэёъ';

const CANDIDATES = [
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-u',
  'windows-1252',
  'iso-8859-5',
  'ibm866',
  'cp852',
] as const;
const EAST_ASIAN = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const;
const EAST_ASIAN_HINT = /^(?:iso-2022|shift|x-sjis|sjis|euc-|big5|gb|hz|ks_c|cp9[345])/;
/** Every byte is a letter or a box in these: they explain anything, so they must explain it well. */
const DOS = new Set(['ibm866', 'cp852']);
const SAMPLE = 20_000;

type Decode = (bytes: Buffer, charset: string) => string | null;

export function guessCharset(bytes: Buffer, labelled: string, hint: string, decode: Decode): string {
  const sample = sampleOf(bytes);
  if (EAST_ASIAN_HINT.test(hint)) {
    const eastAsian = guessEastAsian(sample, decode);
    if (eastAsian !== null) return eastAsian;
  }
  let best = labelled === '' ? 'windows-1252' : labelled;
  let bestScore = Number.NEGATIVE_INFINITY;
  const candidates = new Set<string>([labelled, hint, ...CANDIDATES]);
  for (const charset of candidates) {
    if (charset === '' || charset === 'us-ascii' || charset === 'utf-8' || charset === 'utf-7') continue;
    const text = decode(sample, charset);
    if (text === null) continue;
    // A label or a hint is evidence too: it wins a draw.
    const score =
      scoreOf(text) +
      (charset === labelled ? 0.15 : 0) +
      (charset === hint ? 0.1 : 0) -
      (DOS.has(charset) ? 0.25 : 0);
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  if (bestScore >= 0.2) return best;
  return guessEastAsian(sample, decode) ?? best;
}

/** Charsets of one alphabet, which programs confuse. */
const SIBLINGS: readonly (readonly string[])[] = [
  ['windows-1251', 'koi8-u', 'koi8-r', 'iso-8859-5', 'ibm866', 'cp866'],
  ['windows-1250', 'iso-8859-2', 'cp852', 'ibm852'],
];
const CLEARLY_BETTER = 0.4;
/** A capital after a small letter, or a sign within a word: what no reading that is right has. */
const FAULT = new RegExp(
  [
    '[а-яёєіїґ][А-ЯЁЄІЇҐ]',
    '[А-яёєіїґ][\\u0080-\\u00bf\\u2400-\\u25ff]',
    '[\\u0080-\\u00bf\\u2400-\\u25ff][А-яёєіїґ]',
    '[a-zA-Zà-ž][\\u0080-\\u009f¶±¦¬]',
    '[\\u0080-\\u009f¶±¦¬ˇ][a-zA-Zà-ž]',
  ].join('|'),
);

/** The charset of the same alphabet that explains a text better than its label does; null when none does. */
export function betterSibling(bytes: Buffer, labelled: string, decode: Decode): string | null {
  const siblings = SIBLINGS.find((charsets) => charsets.includes(labelled));
  if (siblings === undefined) return null;
  const sample = sampleOf(bytes);
  const written = decode(sample, labelled) ?? '';
  const score = scoreOf(written);
  const isFaulty = FAULT.test(written);
  if (!isFaulty && score + CLEARLY_BETTER >= 1) return null;
  let best: string | null = null;
  let bestScore = score;
  for (const charset of siblings) {
    const text = charset === labelled ? null : decode(sample, charset);
    if (text === null) continue;
    const itsScore = scoreOf(text);
    const margin = isFaulty && !FAULT.test(text) ? 0.02 : CLEARLY_BETTER;
    if (itsScore > bestScore && itsScore > score + margin) {
      best = charset;
      bestScore = itsScore;
    }
  }
  return best;
}

/** Is a text that decoded without error nevertheless not what was written? Only clear cases. */
export function looksMisread(text: string): boolean {
  return /[\u0080-\u009f]/.test(text) || scoreOf(text.slice(0, SAMPLE)) < -0.5;
}

/** Lines with something to see: a mail is mostly ASCII, and the sample should hold its letters. */
function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= SAMPLE) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 200);
  return bytes.subarray(from, from + SAMPLE);
}

/** Between -1 and 1: the mean of what each sign beyond ASCII says. */
function scoreOf(text: string): number {
  let sum = 0;
  let count = 0;
  let spaces = 0;
  const tallies = COMMON_LETTERS.map(() => 0);
  let cyrillic = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // A hard space is what French puts before a colon: it says a little for a charset, nothing about a language.
    if (code === 0xa0) {
      spaces++;
      continue;
    }
    count++;
    const sign = text.charAt(at);
    const score = scoreOfSign(sign, code, text.charCodeAt(at - 1), text.charCodeAt(at + 1));
    if (isCaseTurned(text, at)) {
      sum--;
      continue;
    }
    sum += Number.isNaN(score) ? (isOneLanguage(runAround(text, at)) ? 1 : -1) : score;
    if (code >= 0x400 && code < 0x500) {
      const rank = CYRILLIC.indexOf(sign.toLowerCase());
      cyrillic += rank === -1 ? -0.6 : rank < 18 ? 1 : 0.4;
    } else {
      COMMON_LETTERS.forEach((letters, language) => {
        if (letters.includes(sign)) tallies[language] = (tallies[language] ?? 0) + 1;
      });
    }
  }
  if (count === 0) return spaces === 0 ? 0 : 0.8;
  // One language explains a text; a reading that needs letters of five is a wrong one.
  const explained = Math.max(cyrillic, ...tallies) / count;
  return sum / count / 2 + explained / 2;
}

/** Accents on both sides too: Cyrillic read wrongly, or `żółć` and `äöü`. */
const CROWD = Number.NaN;

/** `дНАПШИ`: KOI8 and Windows-1251 put their small letters where the other has its capitals. */
function isCaseTurned(text: string, at: number): boolean {
  const isCapital = (index: number): boolean => {
    const code = text.charCodeAt(index);
    return (code >= 0x410 && code < 0x430) || (code >= 0x400 && code < 0x410);
  };
  if (!isCapital(at) || !isCapital(at - 1)) return false;
  let from = at - 1;
  while (at - from < 12 && isCapital(from)) from--;
  return isLowerCyrillic(text.charCodeAt(from));
}

function runAround(text: string, at: number): string {
  let from = at;
  let to = at + 1;
  while (at - from < 12 && isBeyondAsciiLetter(text.charCodeAt(from - 1))) from--;
  while (to - at < 12 && isBeyondAsciiLetter(text.charCodeAt(to))) to++;
  return text.slice(from, to);
}

const isOneLanguage = (run: string): boolean =>
  COMMON_LETTERS.some((letters) => Array.from(run).every((sign) => letters.includes(sign)));

function scoreOfSign(sign: string, code: number, before: number, after: number): number {
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return -3;
  const isLetter = sign.toLowerCase() !== sign.toUpperCase();
  const besideLetter = isAsciiLetter(before) || isAsciiLetter(after);
  if (code >= 0x2500 && code < 0x25a0) return -1.5;
  if (code >= 0x400 && code < 0x500) {
    // Cyrillic glued to Latin letters, or a capital after a small letter: not a word of anybody.
    if (besideLetter) return -1;
    return isUpper(sign) && isLowerCyrillic(before) ? -1 : 1;
  }
  if (isLetter) {
    if (isUpper(sign) && (isLowerAscii(before) || isLowerLatin(before))) return -1;
    const crowd = isBeyondAsciiLetter(before) && isBeyondAsciiLetter(after);
    return crowd ? CROWD : 1;
  }
  // A Spanish question begins with a sign and a capital; `¿e` is a Polish word read wrongly.
  if ((code === 0xbf || code === 0xa1) && isUpperAscii(after) && !isAsciiLetter(before)) return 1;
  // Quotation marks, dashes, the euro: welcome beside letters; ¶ ± ³ ¿ ¼ inside a word are letters read wrongly.
  if ((code >= 0x2010 && code <= 0x203a) || code === 0x20ac || code === 0x2122) return 0.6;
  if (code === 0xab || code === 0xbb || code === 0xb0 || code === 0xa7 || code === 0xa9 || code === 0xae)
    return 0.3;
  return besideLetter ? -1 : -0.2;
}

const isAsciiLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isUpperAscii = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isLowerAscii = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isLowerLatin = (code: number): boolean =>
  code >= 0xdf && code <= 0x24f && isLower(String.fromCharCode(code));
const isLowerCyrillic = (code: number): boolean => code >= 0x430 && code <= 0x45f;
const isBeyondAsciiLetter = (code: number): boolean => code >= 0xc0 && code <= 0x24f;
const isUpper = (sign: string): boolean => sign !== sign.toLowerCase();
const isLower = (sign: string): boolean => sign !== sign.toUpperCase();

/** East Asian charsets by strict decoding: bytes that are none of them fail, and the most common signs decide. */
function guessEastAsian(sample: Buffer, decode: Decode): string | null {
  let best: string | null = null;
  let bestScore = 0.5;
  for (const charset of EAST_ASIAN) {
    const text = decode(sample, charset);
    if (text === null) continue;
    let beyond = 0;
    let common = 0;
    for (const sign of text) {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) continue;
      beyond++;
      if (code === 0xfffd || (code >= 0xe000 && code < 0xf900)) common -= 4;
      else if (isKana(code) || isHangul(code) || COMMON_HAN.includes(sign)) common += 2;
      else if (code >= 0x4e00 && code < 0xa000) common += 0.6;
      else if (code >= 0xff61 && code < 0xffa0) common -= 1;
    }
    const score = beyond === 0 ? 0 : common / beyond;
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

const isKana = (code: number): boolean => code >= 0x3040 && code < 0x3100;
const isHangul = (code: number): boolean => code >= 0xac00 && code < 0xd7b0;
const COMMON_HAN =
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里用道行所然家种種事成方多经經么去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運';
