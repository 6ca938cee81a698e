/** Which row of the Templates tab a mail is written with. */
import type { Language } from '../language';
import type { Row } from '../workbook/rows';

export interface TemplateWish {
  readonly language: Language;
  /** `novice`, `experienced`, or `any` when nothing is known. */
  readonly audience: string;
  readonly firmLanguage: Language;
}

/**
 * The nearest row with this key: first by language (asked for, then the firm's, then English, then any), then by
 * audience (asked for, then for everybody, then for beginners, then any). A mail in the right language for
 * another audience is better than one that cannot be read. Null when no row has the key.
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
    const rank =
      rankOf(row.language, [wish.language, wish.firmLanguage, 'en']) * 8 + audienceRank(row.audience, wish);
    // Of equals the first in the tab.
    if (rank < bestRank) {
      best = row;
      bestRank = rank;
    }
  }
  return best;
}

function audienceRank(audience: string, wish: TemplateWish): number {
  return rankOf(audience === '' || audience === 'mixed' ? 'any' : audience, [wish.audience, 'any', 'novice']);
}

function rankOf(value: string, wanted: readonly string[]): number {
  const place = wanted.indexOf(value);
  return place === -1 ? wanted.length : place;
}
