/** "More": what is done to a ticket now and then, kept out of the way until it is wanted. */
import type { PageWords, RelateWords } from '../../sheet-templates/words/page-words';
import type { Conversation, RelateWish } from '../sidebar/contract';
import { button, byId, byIdOf, element, fillOptions } from './dom';
import type { Panel } from './panel';

export interface MoreActions {
  relate(wish: RelateWish, said: RelateWords): Promise<boolean>;
  split(messageId: string): Promise<boolean>;
  showKeys(): void;
}

export class More {
  #shown: Conversation | null = null;
  readonly #button = byIdOf('button', 'more');
  readonly #list = byId('more-list');

  constructor(
    private readonly actions: MoreActions,
    private readonly panel: Panel,
    private readonly words: () => PageWords,
  ) {
    this.#button.addEventListener('click', () => this.toggle());
    this.#list.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const items = Array.from(this.#list.querySelectorAll('button'));
      const at = items.indexOf(document.activeElement as HTMLButtonElement);
      items[(at + step + items.length) % items.length]?.focus();
    });
  }

  show(shown: Conversation): void {
    this.#shown = shown;
  }

  toggle(): void {
    if (!this.#list.hidden) {
      this.#close();
      return;
    }
    this.#list.replaceChildren(...this.#items().map((item) => element('li', '', item)));
    this.#list.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#list.querySelector('button')?.focus();
  }

  #close(): void {
    if (this.#list.hidden) return;
    this.#list.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    this.#button.focus();
  }

  #items(): HTMLElement[] {
    const words = this.words();
    const shown = this.#shown;
    const item = (label: string, run: () => void): HTMLElement =>
      button('item', label, () => {
        this.#close();
        run();
      });
    const may = shown?.may.includes('relate') === true && shown.mergedInto === '';
    return [
      ...(may
        ? [
            item(words.merge.menu, () => this.#askTicket('merge', words.merge)),
            shown.incident
              ? item(words.leaveIncident.menu, () => {
                  void this.actions.relate({ how: 'case', other: '' }, words.leaveIncident);
                })
              : item(words.makeCase.menu, () => this.#askTicket('case', words.makeCase)),
            item(words.link.menu, () => this.#askTicket('link', words.link)),
            item(words.split.menu, () => this.#askMessage(words.split)),
          ]
        : []),
      item(words.keys, () => this.actions.showKeys()),
    ];
  }

  #askTicket(how: RelateWish['how'], say: RelateWords): void {
    const words = this.words();
    const field = document.createElement('input');
    field.id = 'other-ticket';
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.maxLength = 50;
    field.placeholder = 'T-…';
    field.setAttribute('list', 'other-ticket-list');
    const list = document.createElement('datalist');
    list.id = 'other-ticket-list';
    for (const { id, subject } of this.#shown?.otherTickets ?? []) {
      const option = document.createElement('option');
      option.value = id;
      option.label = subject;
      list.append(option);
    }
    this.#ask(say, words.ticketNumber, field, [list], () => {
      const other = field.value.trim();
      if (other !== '') return this.actions.relate({ how, other }, say);
      field.focus();
      return Promise.resolve(false);
    });
  }

  #askMessage(say: RelateWords): void {
    const words = this.words();
    const select = document.createElement('select');
    select.id = 'which-message';
    // Only what the participant wrote in this very ticket can begin another one.
    const messages = (this.#shown?.messages ?? []).filter(
      ({ direction, of }) => direction === 'in' && of === '',
    );
    fillOptions(
      select,
      [...messages]
        .reverse()
        .map(({ id, when, text }) => ({ value: id, label: `${when}: ${text}`.slice(0, 90) })),
    );
    this.#ask(say, words.whichMessage, select, [], () => this.actions.split(select.value));
  }

  #ask(
    say: RelateWords,
    label: string,
    field: HTMLElement,
    beside: readonly Node[],
    run: () => Promise<boolean>,
  ): void {
    const title = document.createElement('label');
    title.htmlFor = field.id;
    title.textContent = label;
    this.panel.open(
      {
        title: say.menu.replace(/\s*…$/, ''),
        help: say.help,
        body: [title, field, ...beside],
        first: field,
        confirm: { label: say.button, run },
        cancel: this.words().cancel,
      },
      this.#button,
    );
  }
}
