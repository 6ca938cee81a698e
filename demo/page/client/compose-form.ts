/// <reference lib="dom" />
/** A new letter: to support, or to whom the person knows from a course. */
import { byId, el } from '../../../local-sheet/page/client/dom';
import { QUESTIONS } from '../../questions';
import type { DemoWords } from '../../words/dictionary';
import type { DraftView } from '../cards';
import type { PersonView } from '../protocol';
import type { SendAnswer } from './answer-form';
import { AttachedFiles } from './attached-files';
import { examplePicture } from './example-picture';

export class ComposeForm {
  private readonly form = byId('compose', HTMLFormElement);
  private readonly to = byId('compose-to', HTMLSelectElement);
  private readonly copies = byId('compose-copy', HTMLInputElement);
  private readonly subject = byId('compose-subject', HTMLInputElement);
  private readonly text = byId('compose-text', HTMLTextAreaElement);
  private readonly files: AttachedFiles;
  private person: PersonView | null = null;
  private support = '';
  private words: DemoWords | null = null;
  private drawnFor = '';

  /** @param send resolves to whether it was sent */
  constructor(
    private readonly send: SendAnswer,
    private readonly leave: () => void,
  ) {
    this.files = new AttachedFiles('compose', (text) => this.fault(text));
    byId('compose-cancel', HTMLElement).addEventListener('click', () => {
      this.empty();
      leave();
    });
    byId('compose-example', HTMLElement).addEventListener('click', () => void this.fillExample());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
    this.to.addEventListener('change', () => this.draw());
  }

  show(person: PersonView, support: string, words: DemoWords): void {
    if (this.person?.address !== person.address) this.empty();
    this.person = person;
    this.support = support;
    this.words = words;
    this.files.show(words);
    this.draw();
  }

  focus(): void {
    this.subject.focus();
  }

  /** A draft to be changed and sent. */
  fill(draft: DraftView): void {
    this.to.value = this.support;
    this.subject.value = draft.subject;
    this.text.value = draft.text;
    this.files.set(draft.files);
    this.draw();
  }

  private draw(): void {
    const { person, support, words } = this;
    if (person === null || words === null) return;
    const stamp = `${person.address} ${words.language}`;
    if (stamp !== this.drawnFor) {
      this.drawnFor = stamp;
      const chosen = this.to.value;
      this.to.replaceChildren(
        el('option', { value: support }, words.people.support(support)),
        ...person.contacts.map(({ name, address }) =>
          el('option', { value: address }, `${name} · ${address}`),
        ),
      );
      if (person.contacts.some(({ address }) => address === chosen)) this.to.value = chosen;
    }
    const isDirect = this.to.value !== support;
    byId('compose-copy-label', HTMLElement).hidden = person.role !== 'trainer' || !isDirect;
    byId('compose-example', HTMLElement).hidden = person.role === 'trainer';
  }

  private async fillExample(): Promise<void> {
    const { person } = this;
    if (person === null) return;
    const example = QUESTIONS[person.language];
    this.subject.value = example.subject;
    this.text.value = example.text;
    this.files.set([]);
    this.subject.focus();
    const picture = example.picture === '' ? null : await examplePicture(example.picture);
    if (picture !== null) await this.files.add([picture]);
  }

  private async submit(): Promise<void> {
    const subject = this.subject.value.trim();
    const text = this.text.value.trim();
    const { words, person, support } = this;
    if (words === null || person === null) return;
    if (subject === '' || text === '') {
      this.fault(subject === '' ? words.problem.noSubject : words.problem.noText);
      (subject === '' ? this.subject : this.text).focus();
      return;
    }
    this.fault('');
    const to = this.to.value;
    const sent = await this.send({
      from: person.address,
      subject,
      text,
      files: this.files.all,
      ...(to !== support && { to }),
      account: 'own',
      how: 'reply',
      copiesSupport: this.copies.checked && person.role === 'trainer',
    });
    if (!sent) return;
    this.empty();
    this.leave();
  }

  private empty(): void {
    this.subject.value = '';
    this.text.value = '';
    this.to.value = this.support;
    this.files.set([]);
    this.fault('');
    this.draw();
  }

  fault(text: string): void {
    const place = byId('compose-fault', HTMLElement);
    place.hidden = text === '';
    place.textContent = text;
  }
}
