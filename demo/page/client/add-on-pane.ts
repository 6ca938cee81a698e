/// <reference lib="dom" />
/** The Gmail add-on beside the letter that a trainer has open. */
import type { Language } from '../../../core/language';
import { byId } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { CardClick, CardRequest, CardStep, CardView, DraftView } from '../cards';
import { cardElement, inputsOf } from './card-view';
import { type SheetAddress, sheetAddress } from './letter-view';
import { server } from './server';

export interface AddOnActions {
  tried(work: () => Promise<unknown>): Promise<boolean>;
  said(text: string): void;
  openRow(address: SheetAddress): void;
  openDraft(draft: DraftView): void;
}

interface OpenLetter {
  readonly of: string;
  /** null: the add-on's first page. */
  readonly messageId: string | null;
  readonly language: Language;
}

export class AddOnPane {
  private readonly place = byId('cards', HTMLElement);
  private readonly backButton = byId('card-back', HTMLButtonElement);
  private open: OpenLetter | null = null;
  private stamp = '';
  private cards: readonly CardView[] = [];

  constructor(private readonly actions: AddOnActions) {
    this.backButton.addEventListener('click', () => {
      this.cards = this.cards.slice(0, -1);
      this.draw('other');
    });
  }

  show({ people }: DemoWords): void {
    this.backButton.setAttribute('aria-label', people.cardBack);
    this.backButton.title = people.cardBack;
  }

  /**
   * Shows what the add-on says of a letter; what it says of another is left.
   *
   * @param stamp changes when something has come or gone, and the card may be out of date
   */
  async openFor(letter: OpenLetter, stamp: string): Promise<void> {
    const isSame = this.open?.of === letter.of && this.open.messageId === letter.messageId;
    // Whoever is at work on a card is not disturbed.
    const isInUse = this.cards.length > 1 || this.place.contains(document.activeElement);
    if (isSame && (stamp === this.stamp || isInUse)) return;
    this.stamp = stamp;
    if (isSame) {
      await this.ask(null, {});
      return;
    }
    this.open = letter;
    this.cards = [];
    this.place.lang = letter.language;
    this.draw('first');
    await this.ask(null, {});
  }

  close(): void {
    this.open = null;
    this.cards = [];
    this.draw('first');
  }

  private async ask(click: CardClick | null, inputs: CardRequest['inputs']): Promise<void> {
    const letter = this.open;
    if (letter === null) return;
    this.place.setAttribute('aria-busy', 'true');
    await this.actions.tried(async () => {
      const request = { of: letter.of, letter: letter.messageId, inputs };
      const answer = await server.card(click === null ? request : { ...request, click });
      if (this.open !== letter) return;
      if (click === null) this.cards = [];
      for (const step of answer.steps) this.cards = after(this.cards, step);
      const [step] = answer.steps;
      if (step) this.draw(click === null ? 'first' : 'updateCard' in step ? 'changed' : 'other');
      if (answer.notification !== null) this.actions.said(answer.notification);
      if (answer.draft !== null) this.actions.openDraft(answer.draft);
    });
    this.place.removeAttribute('aria-busy');
  }

  /** @param how another card is read from its top; a changed one stays where it was */
  private draw(how: 'first' | 'changed' | 'other'): void {
    const card = this.cards[this.cards.length - 1];
    this.backButton.hidden = this.cards.length < 2;
    if (card === undefined) {
      this.place.replaceChildren();
      return;
    }
    const scrolled = this.place.scrollTop;
    const drawn = cardElement(card, {
      pressed: (click) => void this.ask(click, inputsOf(drawn)),
      openLink: (url) => {
        const address = sheetAddress(url);
        if (address !== null) this.actions.openRow(address);
      },
    });
    this.place.replaceChildren(drawn);
    if (how !== 'first') drawn.querySelector<HTMLElement>('h4')?.focus({ preventScroll: true });
    this.place.scrollTop = how === 'changed' ? scrolled : 0;
  }
}

function after(cards: readonly CardView[], step: CardStep): readonly CardView[] {
  if ('pushCard' in step) return [...cards, step.pushCard];
  if ('updateCard' in step) return [...cards.slice(0, -1), step.updateCard];
  return 'pop' in step ? cards.slice(0, -1) : cards.slice(0, 1);
}
