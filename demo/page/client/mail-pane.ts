/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The mail program of whoever the newcomer plays: conversations, one of them to read and answer, and a new letter. */
import { byId } from '../../../local-sheet/page/client/dom';
import { QUESTIONS } from '../../questions';
import { answerSubject } from '../../quoting';
import type { DemoWords } from '../../words/dictionary';
import type { ConversationView, DemoState, PersonView, WriteRequest } from '../protocol';
import { conversationItem } from './conversation-list';
import type { Times } from './format';
import { letterItem } from './letter-view';
import { server } from './server';

export interface MailActions {
  /** Resolves to whether it worked; otherwise the person has been told. */
  tried(work: () => Promise<unknown>): Promise<boolean>;
  said(text: string): void;
  now(): number;
}

type View =
  | { readonly shows: 'list' }
  | { readonly shows: 'compose' }
  | { readonly shows: 'reading'; readonly id: string };

/** Pixels of the letter before that stay in view. */
const MARGIN_ABOVE = 8;

const PARTS = {
  list: ['mail-bar', 'list'],
  compose: ['compose'],
  reading: ['reading-head', 'reading', 'reply'],
} as const satisfies Record<View['shows'], readonly string[]>;

export class MailPane {
  private person: PersonView | null = null;
  private support = '';
  private conversations: readonly ConversationView[] = [];
  private readFor = '';
  private view: View = { shows: 'list' };
  private words: DemoWords | null = null;
  private times: Times | null = null;
  private readonly subject = byId('compose-subject', HTMLInputElement);
  private readonly text = byId('compose-text', HTMLTextAreaElement);
  private readonly replyText = byId('reply-text', HTMLTextAreaElement);

  constructor(private readonly actions: MailActions) {
    byId('write', HTMLElement).addEventListener('click', () => {
      this.go({ shows: 'compose' });
      this.subject.focus();
    });
    byId('back', HTMLElement).addEventListener('click', () => this.leave());
    byId('compose-cancel', HTMLElement).addEventListener('click', () => this.leave());
    byId('compose-example', HTMLElement).addEventListener('click', () => {
      const example = QUESTIONS[this.person?.language ?? 'en'];
      this.subject.value = example.subject;
      this.text.value = example.text;
      this.subject.focus();
    });
    byId('compose', HTMLElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sendNew();
    });
    byId('reply', HTMLElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sendReply();
    });
    for (const box of [this.text, this.replyText]) {
      box.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) box.form?.requestSubmit();
      });
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
    byId('compose-to', HTMLElement).textContent = state.support;
    const unread = byId('unread', HTMLElement);
    unread.hidden = person.unread === 0;
    unread.textContent = String(person.unread);
    unread.setAttribute('aria-label', words.people.unread(person.unread));
    unread.title = words.people.unread(person.unread);
    if (isOther) {
      this.conversations = [];
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
    for (const [shows, ids] of Object.entries(PARTS)) {
      for (const id of ids) byId(id, HTMLElement).hidden = shows !== view.shows;
    }
    this.fault('compose', '');
    this.fault('reply', '');
    this.draw();
  }

  private read(id: string): void {
    this.replyText.value = '';
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
    const { words, times } = this;
    if (words === null || times === null) return;
    const now = this.actions.now();
    if (this.view.shows === 'list') {
      const list = byId('list', HTMLElement);
      const focused = document.activeElement?.getAttribute('data-conversation') ?? null;
      const items = this.conversations.map((conversation) =>
        conversationItem(conversation, words, times, now),
      );
      if (items.length > 0) list.replaceChildren(...items);
      else {
        const empty = document.createElement('p');
        empty.className = 'empty';
        empty.textContent = words.people.empty;
        list.replaceChildren(empty);
      }
      items.find((item) => item.dataset.conversation === focused)?.focus();
      return;
    }
    const open = this.open();
    if (open === null) return;
    byId('reading-subject', HTMLElement).textContent = open.subject;
    const letters = byId('letters', HTMLElement);
    const grew = letters.childElementCount !== open.letters.length;
    letters.replaceChildren(...open.letters.map((letter) => letterItem(letter, words, times, now)));
    const place = byId('reading', HTMLElement);
    // The newest letter from its beginning, as mail programs show it.
    const newest = letters.lastElementChild;
    if (grew && newest instanceof HTMLElement)
      place.scrollTop = newest.offsetTop - letters.offsetTop - MARGIN_ABOVE;
  }

  private async sendNew(): Promise<void> {
    const subject = this.subject.value.trim();
    const text = this.text.value.trim();
    const { words, person } = this;
    if (words === null || person === null) return;
    if (subject === '' || text === '') {
      this.fault('compose', subject === '' ? words.problem.noSubject : words.problem.noText);
      (subject === '' ? this.subject : this.text).focus();
      return;
    }
    if (!(await this.send('compose', { from: person.address, subject, text }))) return;
    this.subject.value = '';
    this.text.value = '';
    this.go({ shows: 'list' });
    byId('write', HTMLElement).focus();
  }

  private async sendReply(): Promise<void> {
    const text = this.replyText.value.trim();
    const { words, person } = this;
    const letters = this.open()?.letters ?? [];
    const last =
      [...letters].reverse().find(({ direction }) => direction === 'in') ?? letters[letters.length - 1];
    if (words === null || person === null || last === undefined) return;
    if (text === '') {
      this.fault('reply', words.problem.noText);
      this.replyText.focus();
      return;
    }
    const sent = await this.send('reply', {
      from: person.address,
      subject: answerSubject(last.subject),
      text,
      answers: last.messageId,
    });
    if (sent) this.replyText.value = '';
  }

  private async send(form: 'compose' | 'reply', letter: WriteRequest): Promise<boolean> {
    const button = byId(form, HTMLFormElement).querySelector<HTMLButtonElement>('[type="submit"]');
    const word = button?.textContent ?? '';
    this.fault(form, '');
    if (button) {
      button.disabled = true;
      button.textContent = this.words?.people.sending ?? word;
    }
    const sent = await this.actions.tried(() => server.write(letter));
    if (button) {
      button.disabled = false;
      button.textContent = word;
    }
    if (sent) this.actions.said(this.words?.people.sent(this.support) ?? '');
    return sent;
  }

  private fault(form: 'compose' | 'reply', text: string): void {
    const place = byId(`${form}-fault`, HTMLElement);
    place.hidden = text === '';
    place.textContent = text;
  }
}
