/** The box to answer in: template, text, preview, the two ways to send, and notes. */
import type { PageWords } from '../../sheet-templates/words/page-words';
import { ANSWER_PLACE, type Conversation } from '../sidebar/contract';
import { byId, byIdOf, optionGroup } from './dom';
import { type Draft, draftOf, isUnsent, keepDraft, startAnew } from './drafts';

export interface ComposeActions {
  /** Resolves to whether the text is safely stored, so that the box may be emptied. */
  send(
    ticketId: string,
    draft: Draft,
    how: { readonly resolve: boolean; readonly toCases: boolean },
  ): Promise<boolean>;
  note(ticketId: string, draft: Draft): Promise<boolean>;
}

/** Who has not typed for so long has gone to do something else. */
const STILL_WRITING_MS = 2 * 60_000;

export class Compose {
  #shown: Conversation | null = null;
  readonly #text = byIdOf('textarea', 'text');
  readonly #template = byIdOf('select', 'template');
  readonly #preview = byIdOf('details', 'preview');
  readonly #toCases = byIdOf('input', 'to-cases');
  #editedAt = 0;

  constructor(
    private readonly actions: ComposeActions,
    private readonly words: () => PageWords,
  ) {
    this.#text.addEventListener('input', () => this.#edited());
    this.#template.addEventListener('change', () => this.#chooseTemplate());
    for (const kind of ['reply', 'note'] as const) {
      byId(`kind-${kind}`).addEventListener('change', () => this.#switchTo(kind));
    }
    byId('compose').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(false);
    });
    byId('send-resolve').addEventListener('click', () => void this.#send(true));
    byId('save-note').addEventListener('click', () => void this.#saveNote());
    this.#text.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') byId('conversation').focus();
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (this.#draft().kind === 'note') void this.#saveNote();
      else void this.#send(event.shiftKey);
    });
  }

  show(shown: Conversation): void {
    const isOther = this.#shown?.ticketId !== shown.ticketId;
    this.#shown = shown;
    const words = this.words();
    const choices = (use: 'form' | 'insert') =>
      shown.templates
        .filter((template) => template.use === use)
        .map(({ key, label }) => ({ value: key, label: key === '' ? words.usualForm : label }));
    this.#template.replaceChildren(
      ...optionGroup(words.forms, [...choices('form')]),
      ...optionGroup(words.inserts, choices('insert')),
    );
    this.#template.value = this.#draft().template;
    byId('answer-language').textContent = words.answerLanguage[shown.language];
    byId('to-cases-line').hidden = shown.openCases === 0 || !shown.may.includes('relate');
    byId('to-cases-label').textContent = words.alsoToCases(shown.openCases);
    // A refresh of the same ticket must not touch what is being typed.
    if (isOther) this.#showDraft();
  }

  /** Puts the focus into the box. */
  write(kind: Draft['kind']): void {
    if (this.#draft().kind !== kind) this.#switchTo(kind);
    this.#text.focus();
  }

  get kind(): Draft['kind'] {
    return this.#draft().kind;
  }

  /** Somebody who sees it may leave this answer to the person. */
  isWriting(): boolean {
    return this.hasUnsent() && Date.now() - this.#editedAt < STILL_WRITING_MS;
  }

  insert(text: string): void {
    this.#text.setRangeText(text, this.#text.selectionStart, this.#text.selectionEnd, 'end');
    this.#edited();
    this.#text.focus();
  }

  hasUnsent(): boolean {
    return this.#shown !== null && isUnsent(this.#draft());
  }

  #draft(): Draft {
    return draftOf(this.#shown?.ticketId ?? '');
  }

  #showDraft(): void {
    const draft = this.#draft();
    const words = this.words();
    const isNote = draft.kind === 'note';
    byIdOf('input', `kind-${draft.kind}`).checked = true;
    byId('compose').dataset.kind = draft.kind;
    this.#text.value = isNote ? draft.note : draft.reply;
    this.#template.value = draft.template;
    const label = isNote ? words.yourNote : words.yourAnswer(this.#shown?.requester ?? '');
    byId('text-label').textContent = label;
    byId('compose-legend').textContent = label;
    this.#text.placeholder = label;
    // Quotes and names stay as they are on a page in another language.
    if (!isNote && this.#shown) this.#text.lang = this.#shown.language;
    else this.#text.removeAttribute('lang');
    this.#toCases.checked = false;
    this.#fit();
    this.#showPreview();
  }

  #switchTo(kind: Draft['kind']): void {
    if (!this.#shown) return;
    keepDraft(this.#shown.ticketId, { ...this.#draft(), kind });
    this.#showDraft();
  }

  #edited(): void {
    if (!this.#shown) return;
    const draft = this.#draft();
    const text = this.#text.value;
    this.#editedAt = Date.now();
    this.#fit();
    keepDraft(
      this.#shown.ticketId,
      draft.kind === 'note' ? { ...draft, note: text } : { ...draft, reply: text },
    );
    this.#showPreview();
  }

  #chooseTemplate(): void {
    if (!this.#shown) return;
    const draft = this.#draft();
    const chosen = this.#shown.templates.find(({ key }) => key === this.#template.value);
    if (chosen?.use === 'insert') {
      this.#template.value = draft.template;
      this.insert(chosen.text);
    } else keepDraft(this.#shown.ticketId, { ...draft, template: this.#template.value });
    this.#preview.open = true;
    this.#showPreview();
    this.#text.focus();
  }

  /** The form as the script filled it in, with the words that stand in the box just now. */
  #showPreview(): void {
    const { kind, reply, template } = this.#draft();
    const form = this.#shown?.templates.find(({ use, key }) => use === 'form' && key === template);
    const answer = reply.trim();
    const isReady = kind === 'reply' && answer !== '' && form?.use === 'form';
    byId('preview-subject').textContent = isReady ? form.subject : '';
    byId('preview-body').textContent = isReady
      ? form.body.split(ANSWER_PLACE).join(answer)
      : this.words().previewEmpty;
  }

  /** As high as the text, up to what the style allows. */
  #fit(): void {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight + 2}px`;
  }

  async #send(resolve: boolean): Promise<void> {
    if (!this.#shown) return;
    const { ticketId } = this.#shown;
    await this.#whileBusy(async () => {
      const sent = this.#draft();
      const how = { resolve, toCases: this.#toCases.checked && !byId('to-cases-line').hidden };
      if (await this.actions.send(ticketId, sent, how)) this.#empty(ticketId, 'reply', sent.reply);
    });
  }

  async #saveNote(): Promise<void> {
    if (!this.#shown) return;
    const { ticketId } = this.#shown;
    await this.#whileBusy(async () => {
      const saved = this.#draft();
      if (await this.actions.note(ticketId, saved)) this.#empty(ticketId, 'note', saved.note);
    });
  }

  /** Empties the box, unless the person typed on while the script was at work. */
  #empty(ticketId: string, kind: Draft['kind'], stored: string): void {
    const typed = draftOf(ticketId);
    const anew = startAnew(ticketId, kind);
    if (typed[kind] !== stored) keepDraft(ticketId, { ...anew, [kind]: typed[kind] });
    if (this.#shown?.ticketId === ticketId) this.#showDraft();
  }

  async #whileBusy(work: () => Promise<void>): Promise<void> {
    const buttons = ['send-wait', 'send-resolve', 'save-note'].map((id) => byIdOf('button', id));
    if (buttons.some((button) => button.disabled)) return;
    for (const button of buttons) button.disabled = true;
    try {
      await work();
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  }
}
