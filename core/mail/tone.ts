/**
 * Words that say that a mail cannot wait, or that somebody is angry. A starting list in three languages, which the
 * firm may replace: each entry is a beginning of a word, or several words.
 */

export interface ToneWords {
  readonly urgent: readonly string[];
  readonly conflict: readonly string[];
}

export const STARTING_TONE_WORDS: ToneWords = {
  urgent: [
    'urgent',
    'asap',
    'as soon as possible',
    'immediately',
    'right now',
    'starts in',
    'deadline',
    'pilne',
    'pilnie',
    'natychmiast',
    'jak najszybciej',
    'zaraz się zaczyna',
    'za chwilę zaczyna',
    'na już',
    'терміново',
    'негайно',
    'якнайшвидше',
    'якомога швидше',
    'зараз починається',
    'просто зараз',
  ],
  conflict: [
    'unacceptable',
    'complaint',
    'refund',
    'lawyer',
    'disappointed',
    'ridiculous',
    'outrageous',
    'third time',
    'reklamacj',
    'skarg',
    'zwrot pieniędzy',
    'zwrotu pieniędzy',
    'niedopuszczaln',
    'skandal',
    'prawnik',
    'rozczarowan',
    'po raz trzeci',
    'скарг',
    'неприпустим',
    'повернення коштів',
    'поверніть гроші',
    'обурен',
    'розчарован',
    'юрист',
    'втретє',
  ],
};

export interface Tone {
  /** The words found, as the list has them. */
  readonly urgent: readonly string[];
  readonly conflict: readonly string[];
}

const LONGEST = 20_000;

/** @param text the sender's own words: a quoted complaint is not his */
export function readTone(text: string, words: ToneWords = STARTING_TONE_WORDS): Tone {
  const said = ` ${text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found = (list: readonly string[]): string[] =>
    list.filter((word) => word.trim() !== '' && said.includes(` ${word.trim().toLowerCase()}`));
  return { urgent: found(words.urgent), conflict: found(words.conflict) };
}
