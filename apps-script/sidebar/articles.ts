/** Articles of the Knowledge tab that can be put into an answer to the participant of a ticket. */
import { isLanguage, type Language } from '../../core/language';
import type { Row } from '../../core/workbook/rows';
import type { Services } from '../ports';
import { openWorkbook } from '../workbook/read-tables';
import { admittedTo } from './admitted';
import type { ShownArticle, SidebarCalls } from './contract';
import { participantLanguage } from './reply-mail';

/** Asked for once a ticket, when somebody looks for an article: too long to come with every look at a conversation. */
export function articles(
  services: Services,
  { ticketId }: SidebarCalls['articles']['takes'],
): SidebarCalls['articles']['gives'] {
  const file = admittedTo(services, 'read', ticketId);
  const { tables, language } = openWorkbook(services, ['knowledge']);
  return {
    articles: articlesIn(
      tables.knowledge.rows.map(({ row }) => row),
      [participantLanguage(file), language, 'en'],
    ),
  };
}

/** Each article once, in the first of the wished languages that it has. */
export function articlesIn(
  rows: readonly Row<'knowledge'>[],
  wished: readonly Language[],
): readonly ShownArticle[] {
  const rank = ({ language }: Row<'knowledge'>): number =>
    isLanguage(language) && wished.includes(language) ? wished.indexOf(language) : wished.length;
  const best = new Map<string, Row<'knowledge'>>();
  for (const row of rows) {
    if (row.title.trim() === '' || row.body.trim() === '') continue;
    const known = best.get(row.id);
    if (!known || rank(row) < rank(known)) best.set(row.id, row);
  }
  return Array.from(
    best.values(),
    (row): ShownArticle => ({
      id: row.id,
      title: row.title,
      text: row.body,
      also: row.also_called,
      audience: row.public ? 'everybody' : 'team',
      language: isLanguage(row.language) ? row.language : (wished[0] ?? 'en'),
    }),
  );
}
