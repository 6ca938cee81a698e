/** Labels of machine words, and the way back from what a person typed. */
import { LANGUAGES, type Language } from '../core/language';
import { editDistance } from '../core/words/edit-distance';
import { folded, slipsAllowed } from '../core/words/folded';
import { CHOICES, type ChoiceKey, type ChoiceWord } from '../core/workbook/choices';
import { CHOICE_LABELS } from './choice-labels';

export interface UnderstoodWord<K extends ChoiceKey> {
  readonly word: ChoiceWord<K>;
  /** False when the text was misspelt and the word is our best reading of it. */
  readonly exact: boolean;
}

export function choiceWords<K extends ChoiceKey>(choice: K): readonly ChoiceWord<K>[] {
  return CHOICES[choice];
}

export function choiceLabel<K extends ChoiceKey>(choice: K, word: ChoiceWord<K>, language: Language): string {
  return CHOICE_LABELS[choice][word][language];
}

/** As `choiceLabel`, for a word whose list is known only at run time. A word that is not in the list stays itself. */
export function labelOfWord(choice: ChoiceKey, word: string, language: Language): string {
  const known = choiceWords(choice).find((candidate) => candidate === word);
  return known === undefined ? word : choiceLabel(choice, known, language);
}

/** The entries of the drop-down list. */
export function choiceLabels(choice: ChoiceKey, language: Language): readonly string[] {
  return choiceWords(choice).map((word) => choiceLabel(choice, word, language));
}

/**
 * Reads what a person typed or pasted into a choice cell: a label in any language or the machine word itself,
 * whatever its case, accents and spaces. A misspelling is understood when only one word is that near.
 *
 * @returns null for an empty text, an unknown word and one that could be two
 */
export function choiceWord<K extends ChoiceKey>(choice: K, text: string): UnderstoodWord<K> | null {
  const typed = folded(text);
  if (typed === '') return null;
  const spellings = spellingsOf(choice);
  const exact = wordsAt(spellings, (spelling) => spelling === typed);
  if (exact.length === 1 && exact[0] !== undefined) return { word: exact[0], exact: true };
  if (exact.length > 1) return null;
  for (let slips = 1; slips <= slipsAllowed(typed); slips++) {
    const near = wordsAt(
      spellings,
      (spelling) => spelling.length > 3 && editDistance(typed, spelling, slips) <= slips,
    );
    if (near.length === 1 && near[0] !== undefined) return { word: near[0], exact: false };
    if (near.length > 1) return null;
  }
  return null;
}

interface Spelling<K extends ChoiceKey> {
  readonly folded: string;
  readonly word: ChoiceWord<K>;
}

/** Of each choice, made once: a reader asks for every cell of a tab. */
const SPELLINGS: { [K in ChoiceKey]?: readonly Spelling<K>[] } = {};

function spellingsOf<K extends ChoiceKey>(choice: K): readonly Spelling<K>[] {
  const known: readonly Spelling<K>[] | undefined = SPELLINGS[choice];
  if (known !== undefined) return known;
  const made = choiceWords(choice).flatMap((word) =>
    [word, ...LANGUAGES.flatMap((language) => forms(choiceLabel(choice, word, language)))].map(
      (spelling) => ({
        folded: folded(spelling),
        word,
      }),
    ),
  );
  (SPELLINGS as Record<ChoiceKey, readonly Spelling<K>[]>)[choice] = made;
  return made;
}

/** `Trener/ka` is also typed `Trener`. */
function forms(label: string): readonly string[] {
  const slash = label.indexOf('/');
  return slash < 0 ? [label] : [label, label.slice(0, slash)];
}

function wordsAt<K extends ChoiceKey>(
  spellings: readonly Spelling<K>[],
  fits: (spelling: string) => boolean,
): readonly ChoiceWord<K>[] {
  return Array.from(new Set(spellings.filter((spelling) => fits(spelling.folded)).map(({ word }) => word)));
}
