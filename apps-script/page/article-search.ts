/** Finds an article of the knowledge base to put into the answer. */
import { folded } from '../../core/words/folded';
import type { PageWords } from '../../sheet-templates/words/page-words';
import type { ShownArticle } from '../sidebar/contract';
import { button, byIdOf, element } from './dom';
import type { Panel } from './panel';

const MOST_SHOWN = 6;

export interface ArticleActions {
  /** Those that fit what is being written: an article for the team alone never goes into an answer. */
  list(): Promise<readonly ShownArticle[] | null>;
  insert(text: string): void;
}

export class ArticleSearch {
  readonly #button = byIdOf('button', 'article');

  constructor(
    private readonly actions: ArticleActions,
    private readonly panel: Panel,
    private readonly words: () => PageWords,
  ) {
    this.#button.addEventListener('click', () => void this.open());
  }

  async open(): Promise<void> {
    if (this.#button.disabled) return;
    this.#button.disabled = true;
    const articles = await this.actions.list();
    this.#button.disabled = false;
    if (articles === null) return;
    const words = this.words();
    const field = document.createElement('input');
    field.type = 'search';
    field.id = 'find-article';
    field.setAttribute('aria-label', words.findArticle);
    field.placeholder = words.findArticle;
    const list = element('ul', 'articles');
    const show = (): void => {
      const found = matching(articles, field.value).slice(0, MOST_SHOWN);
      list.replaceChildren(
        ...(found.length === 0
          ? [element('li', 'muted', words.noArticle)]
          : found.map((article) => element('li', '', this.#choice(article)))),
      );
    };
    field.addEventListener('input', show);
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      list.querySelector('button')?.click();
    });
    show();
    const task = { title: words.findArticle, help: '', body: [field, list], first: field, confirm: null };
    this.panel.open({ ...task, cancel: words.cancel }, this.#button);
  }

  #choice(article: ShownArticle): HTMLElement {
    const choice = button('item', article.title, () => {
      this.panel.close();
      this.actions.insert(article.text);
    });
    choice.lang = article.language;
    if (article.audience === 'team') choice.append(' ', element('span', 'badge', this.words().teamOnly));
    return choice;
  }
}

/** Every word typed must be in the article; those with it in the title come first. */
export function matching(articles: readonly ShownArticle[], typed: string): readonly ShownArticle[] {
  const wanted = folded(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return articles;
  const rank = ({ title, also, text }: ShownArticle): number => {
    const has = (place: string): boolean => wanted.every((word) => folded(place).includes(word));
    if (has(title)) return 0;
    return has(`${title} ${also}`) ? 1 : has(`${title} ${also} ${text}`) ? 2 : 3;
  };
  return articles
    .map((article) => ({ article, at: rank(article) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ article }) => article);
}
