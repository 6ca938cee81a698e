/** The starter articles as rows of the Knowledge tab. */
import { LANGUAGES, type Localized } from '../../core/language';
import type { Instant } from '../../core/time/instant';
import type { RowChange } from '../../core/workbook/rows';
import { en } from './knowledge-en';
import { ARTICLE_IDS, type Article, type ArticleId } from './knowledge-ids';
import { pl } from './knowledge-pl';
import { uk } from './knowledge-uk';

export const STARTER_ARTICLES: Localized<Readonly<Record<ArticleId, Article>>> = { en, pl, uk };

export function knowledgeRows(now: Instant): readonly RowChange<'knowledge'>[] {
  const updated_at = new Date(now).toISOString().slice(0, 10);
  return ARTICLE_IDS.flatMap((id) =>
    LANGUAGES.map((language) => {
      const { title, steps, also } = STARTER_ARTICLES[language][id];
      return {
        id,
        language,
        title,
        body: steps.join('\n'),
        also_called: also.join(', '),
        public: true,
        updated_at,
      };
    }),
  );
}
