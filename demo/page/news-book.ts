/** What happened lately, numbered. */
import type { Instant } from '../../core/time/instant';
import type { News, NewsItem } from './protocol';

const KEPT = 60;

export interface NewsBook {
  add(news: readonly News[], at: Instant): void;
  /** Oldest first. */
  readonly items: readonly NewsItem[];
}

export function newsBook(): NewsBook {
  const items: NewsItem[] = [];
  let number = 0;
  return {
    items,
    add(news, at) {
      for (const item of news) items.push({ ...item, number: ++number, at });
      items.splice(0, items.length - KEPT);
    },
  };
}
