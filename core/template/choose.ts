/** Which row of the Templates tab a mail is written with. */
import type { Language } from '../language';
import type { Need } from '../session/planned-mail';
import type { Row } from '../workbook/rows';

export interface TemplateWish {
  readonly language: Language;
  /** `novice`, `experienced`, or `any` when nothing is known. */
  readonly audience: string;
  /** `any` unless said otherwise. */
  readonly need?: Need;
  readonly firmLanguage: Language;
}

/** Whoever told us of special needs gets the plain wording. */
export function needOf(participant: Pick<Row<'participants'>, 'needs'> | null | undefined): Need {
  return (participant?.needs ?? '').trim() === '' ? 'any' : 'accessible';
}

/**
 * The nearest row with this key: first by language (asked for, then the firm's, then English, then any), then by
 * audience (asked for, then for everybody, then for beginners, then any), then by need (asked for, then for
 * everybody, then any). A mail in the right language for another audience is better than one that cannot be read,
 * and the right words for a beginner matter more than the form. Null when no row has the key.
 */
export function chooseTemplate(
  rows: readonly Row<'templates'>[],
  key: string,
  wish: TemplateWish,
): Row<'templates'> | null {
  let best: Row<'templates'> | null = null;
  let bestRank = Infinity;
  for (const row of rows) {
    if (row.key !== key || row.body.trim() === '') continue;
    const rank = rankOfRow(row, wish);
    // Of equals the first in the tab.
    if (rank < bestRank) {
      best = row;
      bestRank = rank;
    }
  }
  return best;
}

/** More than there are ranks on the rung below, so that a lower rung only decides between equals. */
const RUNG = 8;

function rankOfRow({ language, audience, need }: Row<'templates'>, wish: TemplateWish): number {
  const byLanguage = rankOf(language, [wish.language, wish.firmLanguage, 'en']);
  const byAudience = rankOf(audience === '' || audience === 'mixed' ? 'any' : audience, [
    wish.audience,
    'any',
    'novice',
  ]);
  const byNeed = rankOf(need === '' ? 'any' : need, [wish.need ?? 'any', 'any']);
  return (byLanguage * RUNG + byAudience) * RUNG + byNeed;
}

function rankOf(value: string, wanted: readonly string[]): number {
  const place = wanted.indexOf(value);
  return place === -1 ? wanted.length : place;
}
