/// <reference lib="dom" />
/** What happened, newest first, in plain words. */
import type { Language } from '../../../core/language';
import { byId, el } from '../../../local-sheet/page/client/dom';
import { choiceLabel } from '../../../sheet-templates/labels';
import type { DemoWords } from '../../words/dictionary';
import type { NewsItem } from '../protocol';
import type { Times } from './format';

export class NewsPane {
  private readonly list = byId('news', HTMLElement);
  private language: Language | null = null;
  private last = 0;
  private lastAt: number | null = null;

  /** Adds what is new and leaves the rest alone: a screen reader reads out only what was added. */
  show(items: readonly NewsItem[], words: DemoWords, language: Language, times: Times): void {
    const isFirst = this.language === null;
    if (this.language !== language) {
      this.language = language;
      this.last = 0;
      this.lastAt = null;
      this.list.replaceChildren();
    }
    for (const item of items) {
      if (item.number <= this.last) continue;
      this.add(item, sentence(item, words, language, times), times, !isFirst);
    }
    // Two for each item are more than enough: with the days between them.
    while (this.list.childElementCount > items.length * 2) this.list.lastElementChild?.remove();
  }

  private add(item: NewsItem, text: string, times: Times, isFresh: boolean): void {
    if (this.lastAt === null || !times.isSameDay(this.lastAt, item.at)) {
      this.list.prepend(el('li', { class: 'day' }, times.day(item.at)));
    }
    const line = el(
      'li',
      { class: isFresh ? 'is-fresh' : '' },
      el('time', {}, times.time(item.at)),
      el('span', { class: lookOf(item) }, ...withWholeIds(text)),
    );
    this.list.firstElementChild?.after(line);
    this.last = item.number;
    this.lastAt = item.at;
  }
}

/** A ticket's number is not broken at its hyphen. */
function withWholeIds(text: string): (Node | string)[] {
  return text
    .split(/(T-[0-9A-Z]{5,})/)
    .map((part, index) => (index % 2 === 1 ? el('span', { class: 'id' }, part) : part));
}

function lookOf(item: NewsItem): string {
  if (item.kind === 'sla') return item.state === 'breached' ? 'is-late' : 'is-hurry';
  if (item.kind === 'unsent' || item.kind === 'fault') return 'is-late';
  return item.kind === 'moved' ? 'is-clock' : '';
}

function sentence(item: NewsItem, { news }: DemoWords, language: Language, times: Times): string {
  switch (item.kind) {
    case 'wrote':
      return news.wrote(item);
    case 'ticket':
      return news.ticket(item);
    case 'acknowledged':
      return news.acknowledged(item);
    case 'answered':
      return news.answered(item);
    case 'asked':
      return news.asked(item);
    case 'told':
      return news.told[item.why](item.id, item.who);
    case 'reminded':
      return news.reminded(item);
    case 'status':
      return news.status(item.id, choiceLabel('status', item.status, language));
    case 'sla': {
      const time = item.due === null ? '' : times.near(item.due.at, item.at);
      return (item.state === 'breached' ? news.late : news.atRisk)(item.id, item.due, time);
    }
    case 'moved':
      return news.moved(times.time(item.to));
    case 'unsent':
      return news.unsent(item);
    case 'fault':
      return news.fault(item.what);
  }
}
