/** In which language and tone a participant is written to, and which of a step's variants is theirs. */
import type { Language } from '../language';
import { isLanguage } from '../language';
import type { Row } from '../workbook/rows';

/** `any` where neither the participant nor the session says. */
export type Tone = 'novice' | 'experienced' | 'any';

export function languageOf(
  participant: Row<'participants'>,
  session: Row<'sessions'>,
  sheetLanguage: Language,
): Language {
  if (isLanguage(participant.language)) return participant.language;
  return isLanguage(session.language) ? session.language : sheetLanguage;
}

export function toneOf(participant: Row<'participants'>, session: Row<'sessions'>): Tone {
  return asTone(participant.audience) ?? asTone(session.audience) ?? 'any';
}

/**
 * Of the rows of one step, the one for this tone: its own; else the one for everybody; else, for people of whom
 * nothing is known, the one for beginners, because plain words harm nobody. Undefined: the step is not for them.
 */
export function variantFor<T extends { readonly audience: string }>(
  variants: readonly T[],
  tone: Tone,
): T | undefined {
  const own = variants.find(({ audience }) => audience === tone);
  const everybody = variants.find(({ audience }) => asTone(audience) === null);
  if (own ?? everybody) return own ?? everybody;
  return tone === 'any' ? variants.find(({ audience }) => audience === 'novice') : undefined;
}

function asTone(audience: string): 'novice' | 'experienced' | null {
  return audience === 'novice' || audience === 'experienced' ? audience : null;
}
