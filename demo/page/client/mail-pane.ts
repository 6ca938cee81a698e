/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The mail program of whoever the newcomer plays: conversations, one of them to read and answer, and a new letter. */
import { byId } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { DraftView } from '../cards';
import type { ConversationView, DemoState, LetterView, PersonView, WriteRequest } from '../protocol';
import { AddOnPane } from './add-on-pane';
import { AnswerForm } from './answer-form';
import { ComposeForm } from './compose-form';
import { conversationItem } from './conversation-list';
import type { Times } from './format';
import { type LetterPlace, letterItem, type SheetAddress } from './letter-view';
import { server } from './server';

export interface MailActions {
  /** Resolves to whether it worked; otherwise the person has been told. */
  tried(work: () => Promise<unknown>): Promise<boolean>;
  said(text: string): void;
  now(): number;
  /** Shows a row of the Sheet. */
  openRow(address: SheetAddress): void;
}

type View =
  | { readonly shows: 'list' }
  | { readonly shows: 'compose' }
  | { readonly shows: 'reading'; readonly id: string };

/** Pixels of the letter before that stay in view. */
const MARGIN_ABOVE = 8;

const PARTS = {
  list: ['mail-bar', 'list', 'mail-body'],
  compose: ['compose'],
  reading: ['reading-head', 'thread', 'mail-body'],
} as const satisfies Record<View['shows'], readonly string[]>;
const ALL_PARTS = new Set(Object.values(PARTS).flat());

export class MailPane {
  private person: PersonView | null = null;
  private support = '';
  private conversations: readonly ConversationView[] = [];
  private readFor = '';
  private view: View = { shows: 'list' };
  /** Message-ID; null: the newest that came. */
  private answering: string | null = null;
  private words: DemoWords | null = null;
  private times: Times | null = null;
  private readonly answer = new AnswerForm(
    (letter) => this.send('reply', letter),
    () => {
      if (this.answering === null) return;
      this.answering = null;
      this.draw();
    },
  );
  private readonly compose = new ComposeForm(
    (letter) => this.send('compose', letter),
    () => this.leave(),
  );
  private readonly addOn: AddOnPane;

  constructor(private readonly actions: MailActions) {
    this.addOn = new AddOnPane({
      tried: actions.tried,
      said: actions.said,
      openRow: actions.openRow,
      openDraft: (draft) => this.openDraft(draft),
    });
    byId('write', HTMLElement).addEventListener('click', () => {
      this.go({ shows: 'compose' });
      this.compose.focus();
    });
    byId('back', HTMLElement).addEventListener('click', () => this.leave());
    for (const button of document.querySelectorAll<HTMLElement>('[data-side]')) {
      button.addEventListener('click', () =>
        this.side(button.dataset.side === 'cards' ? 'cards' : 'letters'),
      );
    }
    byId('list', HTMLElement).addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-conversation]') : null;
      const id = button?.getAttribute('data-conversation');
      if (id) this.read(id);
    });
  }

  show(state: DemoState, person: PersonView, words: DemoWords, times: Times): void {
    const isOther = this.person?.address !== person.address;
    const isReworded = this.words !== words;
    this.person = person;
    this.support = state.support;
    this.words = words;
    this.times = times;
    this.compose.show(person, state.support, words);
    this.addOn.show(words);
    if (isReworded) this.answer.speak(words);
    const unread = byId('unread', HTMLElement);
    unread.hidden = person.unread === 0;
    unread.textContent = String(person.unread);
    unread.setAttribute('aria-label', words.people.unread(person.unread));
    unread.title = words.people.unread(person.unread);
    byId('write', HTMLElement).textContent =
      person.role === 'trainer' ? words.people.writeMail : words.people.write;
    if (isOther) {
      this.conversations = [];
      this.answer.empty();
      this.go({ shows: 'list' });
    }
    const stamp = `${person.address} ${person.letters} ${person.unread}`;
    if (stamp !== this.readFor) void this.fetch(person.address, stamp);
    else if (isReworded) this.draw();
  }

  private async fetch(address: string, stamp: string): Promise<void> {
    this.readFor = stamp;
    await this.actions.tried(async () => {
      const conversations = await server.letters(address);
      if (this.person?.address !== address) return;
      this.conversations = conversations;
      this.draw();
      this.markRead();
    });
  }

  private go(view: View): void {
    this.view = view;
    byId('people', HTMLElement).dataset.view = view.shows;
    const shown: readonly string[] = PARTS[view.shows];
    for (const id of ALL_PARTS) byId(id, HTMLElement).hidden = !shown.includes(id);
    if (view.shows === 'list') this.side('letters');
    this.draw();
  }

  private read(id: string): void {
    this.answering = null;
    this.answer.empty();
    this.side('letters');
    this.go({ shows: 'reading', id });
    byId('reading-subject', HTMLElement).focus();
    this.markRead();
  }

  private leave(): void {
    const came = this.view.shows === 'reading' ? this.view.id : null;
    this.go({ shows: 'list' });
    const item =
      came === null ? null : document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(came)}"]`);
    (item ?? byId('write', HTMLElement)).focus();
  }

  /** Where the letters and the add-on do not fit beside one another. */
  private side(shown: 'letters' | 'cards'): void {
    byId('mail-body', HTMLElement).dataset.shows = shown;
    for (const button of document.querySelectorAll<HTMLElement>('[data-side]'))
      button.setAttribute('aria-pressed', String(button.dataset.side === shown));
  }

  private markRead(): void {
    const open = this.open();
    const person = this.person;
    const unread = open?.letters.filter((letter) => letter.unread).map(({ messageId }) => messageId) ?? [];
    if (person === null || unread.length === 0 || document.visibilityState === 'hidden') return;
    void this.actions.tried(() => server.read(person.address, unread));
  }

  private open(): ConversationView | null {
    const { view } = this;
    if (view.shows !== 'reading') return null;
    return this.conversations.find(({ id }) => id === view.id) ?? null;
  }

  private draw(): void {
    const { words, times, person } = this;
    if (words === null || times === null || person === null) return;
    if (this.view.shows === 'list') {
      this.drawList(words, times);
      this.showAddOn(person, null);
    }
    const open = this.open();
    if (open !== null) this.drawConversation(open, person, words, times);
  }

  private drawList(words: DemoWords, times: Times): void {
    const now = this.actions.now();
    const list = byId('list', HTMLElement);
    const focused = document.activeElement?.getAttribute('data-conversation') ?? null;
    const items = this.conversations.map((conversation) => conversationItem(conversation, words, times, now));
    if (items.length > 0) list.replaceChildren(...items);
    else {
      const empty = document.createElement('p');
      empty.className = 'empty';
      empty.textContent = this.person?.role === 'trainer' ? words.people.emptyTrainer : words.people.empty;
      list.replaceChildren(empty);
    }
    items.find((item) => item.dataset.conversation === focused)?.focus();
  }

  private drawConversation(
    { subject, letters: all }: ConversationView,
    person: PersonView,
    words: DemoWords,
    times: Times,
  ): void {
    byId('reading-subject', HTMLElement).textContent = subject;
    const letters = byId('letters', HTMLElement);
    const grew = letters.childElementCount !== all.length;
    const answered = this.chosen(all) ?? toAnswer(all);
    const place: LetterPlace = {
      of: person.address,
      now: this.actions.now(),
      openRow: this.actions.openRow,
      answer: person.role === 'trainer' ? (letter) => this.answerThis(letter) : null,
      answered: this.chosen(all)?.messageId ?? null,
    };
    letters.replaceChildren(...all.map((letter) => letterItem(letter, words, times, place)));
    const scrolled = byId('reading', HTMLElement);
    // The newest letter from its beginning, as mail programs show it.
    const newest = letters.lastElementChild;
    if (grew && newest instanceof HTMLElement)
      scrolled.scrollTop = newest.offsetTop - letters.offsetTop - MARGIN_ABOVE;
    this.answer.show(answered && { person, support: this.support, letter: answered }, words);
    this.showAddOn(person, answered);
  }

  /** The letter that a trainer wants to answer, where it is not the newest. */
  private chosen(letters: readonly LetterView[]): LetterView | null {
    return letters.find(({ messageId }) => messageId === this.answering) ?? null;
  }

  private answerThis({ messageId }: LetterView): void {
    this.answering = messageId;
    this.draw();
    this.answer.open('reply');
  }

  /** Beside the open letter, or beside the list its own first page. */
  private showAddOn({ role, address, language, letters }: PersonView, letter: LetterView | null): void {
    if (role !== 'trainer') this.addOn.close();
    else
      void this.addOn.openFor(
        { of: address, messageId: letter?.messageId ?? null, language },
        String(letters),
      );
  }

  /** What the add-on has written: an answer into the box below the letter, anything else as a new letter. */
  private openDraft(draft: DraftView): void {
    if (draft.isReply) {
      this.side('letters');
      this.answer.fill(draft.text, draft.cc !== '');
      return;
    }
    this.go({ shows: 'compose' });
    this.compose.fill(draft);
    this.compose.focus();
  }

  private async send(form: 'compose' | 'reply', letter: WriteRequest): Promise<boolean> {
    const button = byId(form, HTMLFormElement).querySelector<HTMLButtonElement>('[type="submit"]');
    const word = button?.textContent ?? '';
    if (button) {
      button.disabled = true;
      button.textContent = this.words?.people.sending ?? word;
    }
    const sent = await this.actions.tried(() => server.write(letter));
    if (button) {
      button.disabled = false;
      button.textContent = word;
    }
    if (sent) this.actions.said(this.words?.people.sent ?? '');
    return sent;
  }
}

/** The newest that came, or else the newest. */
function toAnswer(letters: readonly LetterView[]): LetterView | null {
  return (
    [...letters].reverse().find(({ direction }) => direction === 'in') ?? letters[letters.length - 1] ?? null
  );
}
