/**
 * Words that say that a mail cannot wait, or that somebody is angry. The list is the firm's own: it stands on the
 * Settings tab, and what is here is only what setup writes there. An entry is a beginning of a word, so that
 * inflected forms are found too ("reklamacj" finds "reklamację"), or several words of which the last may go on.
 */
import { LANGUAGES, type Localized } from '../language';

export const TONE_KINDS = ['urgent', 'conflict'] as const;
export type ToneKind = (typeof TONE_KINDS)[number];
export type ToneWords = Readonly<Record<ToneKind, readonly string[]>>;

export const STARTING_TONE_WORDS: Localized<ToneWords> = {
  en: {
    urgent: [
      'urgent',
      'asap',
      'as soon as possible',
      'immediately',
      'right away',
      'about to start',
      'starts in a few minutes',
      'has already started',
    ],
    conflict: [
      'unacceptable',
      'complaint',
      'complain',
      'refund',
      'money back',
      'lawyer',
      'disappointed',
      'ridiculous',
      'outrageous',
      'third time',
    ],
  },
  pl: {
    urgent: [
      'pilne',
      'pilna',
      'pilny',
      'pilnie',
      'natychmiast',
      'jak najszybciej',
      'jak najprędzej',
      'zaraz się zaczyna',
      'za chwilę się zaczyna',
      'za chwilę zaczyna',
      'już się zaczęł',
      'na już',
    ],
    conflict: [
      'reklamacj',
      'skarg',
      'zwrot pieniędzy',
      'zwrotu pieniędzy',
      'niedopuszczaln',
      'skandal',
      'prawnik',
      'rozczarowan',
      'po raz trzeci',
    ],
  },
  uk: {
    urgent: [
      'термінов',
      'негайн',
      'якнайшвидше',
      'якомога швидше',
      'зараз починається',
      'ось-ось почнеться',
      'вже почалося',
    ],
    conflict: [
      'скарг',
      'неприпустим',
      'повернення коштів',
      'поверніть кошти',
      'поверніть гроші',
      'обурен',
      'розчарован',
      'юрист',
      'втретє',
    ],
  },
};

/** People mix languages in one mail, so the words of all languages are looked for in each. */
export const EVERY_STARTING_WORD: ToneWords = {
  urgent: LANGUAGES.flatMap((language) => STARTING_TONE_WORDS[language].urgent),
  conflict: LANGUAGES.flatMap((language) => STARTING_TONE_WORDS[language].conflict),
};

/** The words found, in lower case, otherwise as the sender wrote them; each once. */
export type Tone = Readonly<Record<ToneKind, readonly string[]>>;

export const NO_TONE: Tone = { urgent: [], conflict: [] };

/** A hurry is told in the first pages. */
const LONGEST_TEXT = 6_000;
const LONGEST_FOUND = 60;
const MOST_FOUND = 5;

/** @param text the sender's own words: a quoted complaint is not his */
export function readTone(text: string, words: ToneWords = EVERY_STARTING_WORD): Tone {
  const { entries, probes } = entriesOf(words);
  const cut = text.slice(0, LONGEST_TEXT);
  // Most mails hold none of the words, and that is told at once.
  const letters = folded(cut.toLowerCase());
  if (!probes.some((probe) => mayHold(letters, probe))) return NO_TONE;
  const said = wordsOf(cut);
  const found: Record<ToneKind, string[]> = { urgent: [], conflict: [] };
  for (let at = 0; at < said.length; at++) {
    const first = said[at];
    if (first === undefined) break;
    for (const entry of entries.get(first.folded.charAt(0)) ?? []) {
      if (!standsAt(entry, said, at) || isDenied(entry.kind, said, at)) continue;
      const phrase = said.slice(at, at + entry.words.length).map(({ shown }) => shown);
      const shown = phrase.join(' ').slice(0, LONGEST_FOUND);
      const list = found[entry.kind];
      if (list.length < MOST_FOUND && !list.includes(shown)) list.push(shown);
    }
  }
  return found;
}

/** A plain search for the first word; only where it begins a word the rest of the entry is looked at. */
function mayHold(letters: string, { first, whole }: Probe): boolean {
  for (let at = letters.indexOf(first); at !== -1; at = letters.indexOf(first, at + 1)) {
    if (at > 0 && LETTER.test(letters.charAt(at - 1))) continue;
    whole.lastIndex = at;
    if (whole.test(letters)) return true;
  }
  return false;
}
const LETTER = /[\p{L}\p{N}]/u;

interface Word {
  /** Lower case. */
  readonly shown: string;
  /** Without accents, which people leave out in a hurry. */
  readonly folded: string;
  /** Words of one clause stand between the same signs. */
  readonly clause: number;
}

/** A line may be wrapped anywhere, so only an empty line ends a clause. A dash does between blanks, not within a word. */
const WORD_OR_END = /[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*|[.,;:!?()…]|\s[-–—]\s|\n[ \t]*\n/gu;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let clause = 0;
  for (const [sign] of text.toLowerCase().matchAll(WORD_OR_END)) {
    if (/^[\p{L}\p{N}]/u.test(sign)) words.push({ shown: sign, folded: folded(sign), clause });
    else clause++;
  }
  return words;
}

/** Ł does not decompose. Й and ї fall back to и and і on both sides alike, so nothing is lost. */
function folded(text: string): string {
  return /^[\x00-\x7f]*$/.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/ł/g, 'l')
        .replace(/[’ʼ]/g, "'");
}

interface Entry {
  readonly kind: ToneKind;
  readonly words: readonly string[];
}

interface Probe {
  readonly first: string;
  /** Sticky: matches where it is set to. */
  readonly whole: RegExp;
}

interface Prepared {
  /** By the first letter. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** One for each entry: most mails hold none of them. */
  readonly probes: readonly Probe[];
}

/** The list changes when people edit it, and mails come by the hundred between two edits. */
const PREPARED = new WeakMap<ToneWords, Prepared>();

function entriesOf(words: ToneWords): Prepared {
  const known = PREPARED.get(words);
  if (known !== undefined) return known;
  const entries = new Map<string, Entry[]>();
  const probes: Probe[] = [];
  for (const kind of TONE_KINDS) {
    for (const written of words[kind]) {
      const parts = wordsOf(written).map((word) => word.folded);
      const [first] = parts;
      if (first === undefined) continue;
      // Parts are letters, digits and apostrophes: nothing that a pattern would read otherwise.
      probes.push({ first, whole: new RegExp(parts.join('[^\\p{L}\\p{N}]+'), 'uy') });
      const letter = first.charAt(0);
      entries.set(letter, [...(entries.get(letter) ?? []), { kind, words: parts }]);
    }
  }
  const prepared = { entries, probes };
  PREPARED.set(words, prepared);
  return prepared;
}

function standsAt({ words }: Entry, said: readonly Word[], at: number): boolean {
  const last = words.length - 1;
  return words.every((part, i) => {
    const word = said[at + i];
    if (word === undefined || word.clause !== said[at]?.clause) return false;
    return i === last ? word.folded.startsWith(part) : word.folded === part;
  });
}

/** "Not urgent", "nie jest pilne", "не терміново". Folded, as the words are. */
const DENIALS = new Set(['not', 'non', 'nie', 'ani', 'не', 'ані']);
const WITHOUT = new Set(['no', 'nothing', 'never', 'nic', 'ні', 'нічого'].map(folded));
const DENYING_VERB = /^(?:is|was|are|were|does|do|did)n't$/;
/**
 * What may stand between the denial and the word. A list and not a distance: in "nie działa, pilne" and in "nie mogę
 * wejść pilne", whose comma was forgotten, the denial is about something else.
 */
const BETWEEN = new Set(
  (
    'a an the so very that really particularly especially super too terribly overly be is it this at all in any ' +
    'jest sa to byla bylo bedzie az tak bardzo zbyt szczegolnie specjalnie wcale sprawa rzecz ' +
    'є це так дуже надто занадто аж особливо настільки було буде справа питання'
  )
    .split(' ')
    .map(folded),
);
const FARTHEST = 4;

function isDenied(kind: ToneKind, said: readonly Word[], at: number): boolean {
  const clause = said[at]?.clause;
  for (let before = at - 1; before >= 0 && before >= at - FARTHEST; before--) {
    const word = said[before];
    if (word === undefined || word.clause !== clause) return false;
    if (DENIALS.has(word.folded) || DENYING_VERB.test(word.folded)) return true;
    // "I have got no refund" is no reason to be calm.
    if (kind === 'urgent' && WITHOUT.has(word.folded)) return true;
    if (!BETWEEN.has(word.folded)) return false;
  }
  return false;
}
