/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The box in which a letter is answered. A participant has it open below the conversation; a trainer opens it by what
 * is to be done with the letter, chooses the account, and gets the commands of the letter's legend as buttons.
 */
import { byId, el } from '../../../local-sheet/page/client/dom';
import { commandLines, withCommand } from '../../commands';
import { answerSubject } from '../../quoting';
import type { DemoWords } from '../../words/dictionary';
import {
  ACCOUNTS,
  type Account,
  type How,
  type LetterView,
  type PersonView,
  type WriteRequest,
} from '../protocol';
import { AttachedFiles } from './attached-files';

export interface Answering {
  readonly person: PersonView;
  readonly support: string;
  /** What is answered: the newest that came. */
  readonly letter: LetterView;
}

export type SendAnswer = (letter: WriteRequest) => Promise<boolean>;

/** What a trainer does with a letter in the box; an out-of-office note needs none. */
type Mode = Exclude<How, 'away'>;

export class AnswerForm {
  private readonly form = byId('reply', HTMLFormElement);
  private readonly bar = byId('letter-actions', HTMLElement);
  private readonly text = byId('reply-text', HTMLTextAreaElement);
  private readonly account = byId('reply-account', HTMLSelectElement);
  private readonly copies = byId('reply-copy', HTMLInputElement);
  private readonly files: AttachedFiles;
  private answering: Answering | null = null;
  private words: DemoWords | null = null;
  private mode: Mode | null = null;

  /** @param emptied called when nothing is being written any more */
  constructor(
    private readonly send: SendAnswer,
    private readonly emptied: () => void,
  ) {
    this.files = new AttachedFiles('reply', (text) => this.fault(text));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const pressed = event.submitter?.dataset.how;
      void this.submit(pressed === 'reply-all' ? 'reply-all' : (this.mode ?? 'reply'));
    });
    this.text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
    this.account.addEventListener('change', () => this.draw());
    byId('reply-cancel', HTMLElement).addEventListener('click', () => {
      this.empty();
      this.emptied();
      this.bar.querySelector('button')?.focus();
    });
    for (const button of this.bar.querySelectorAll<HTMLElement>('[data-how]')) {
      button.addEventListener('click', () => {
        const how = button.dataset.how as How;
        if (how === 'away') void this.sendAway();
        else this.open(how);
      });
    }
  }

  speak(words: DemoWords): void {
    this.words = words;
    this.files.show(words);
    this.draw();
  }

  show(answering: Answering | null, words: DemoWords): void {
    const isOther = this.answering?.letter.messageId !== answering?.letter.messageId;
    const wasOpen = this.text.value !== '' || this.files.all.length > 0;
    this.answering = answering;
    this.words = words;
    // Whoever is writing goes on, and answers the newest.
    if (isOther && !wasOpen) this.empty();
    else this.draw();
  }

  /** A draft to be changed and sent. */
  fill(text: string, copiesSupport: boolean): void {
    this.text.value = text.trimStart();
    this.copies.checked = copiesSupport;
    this.open('reply');
  }

  empty(): void {
    this.text.value = '';
    this.mode = null;
    this.account.value = 'own' satisfies Account;
    this.files.set([]);
    this.fault('');
    this.draw();
  }

  open(mode: Mode): void {
    this.mode = mode;
    this.draw();
    this.text.focus();
  }

  private draw(): void {
    const { answering, words, mode } = this;
    const isTrainer = answering?.person.role === 'trainer';
    this.bar.hidden = answering === null || !isTrainer || mode !== null;
    this.form.hidden = answering === null || (isTrainer && mode === null);
    if (answering === null || words === null) return;
    const { person, letter, support } = answering;
    const several = [letter.to, ...letter.cc].filter((address) => address !== person.address);
    const isToAll = several.length > 0 && letter.direction === 'in' && letter.cc.length > 0;
    byId('bar-all', HTMLElement).hidden = !isToAll;
    byId('bar-forward', HTMLElement).hidden = isOf(letter, support);
    byId('bar-away', HTMLElement).hidden = letter.direction === 'out';
    byId('reply-all', HTMLElement).hidden = isTrainer || !isToAll;
    byId('reply-cancel', HTMLElement).hidden = !isTrainer;
    this.drawAccounts(person, words);
    const account = this.account.value as Account;
    const isCommandable = isTrainer && mode !== 'forward' && isOf(letter, support) && account !== 'shared';
    byId('reply-route', HTMLElement).hidden = !isTrainer;
    const to = byId('reply-to', HTMLElement);
    to.textContent = this.route(answering, account, words);
    to.title = to.textContent;
    byId('reply-copy-label', HTMLElement).hidden =
      !isTrainer || isOf(letter, support) || mode === 'forward' || account === 'shared';
    byId('account-hint', HTMLElement).textContent = words.people.accountHints[account];
    byId('reply-submit', HTMLElement).textContent =
      mode === 'forward' ? words.people.forward : words.people.reply;
    this.drawCommands(isCommandable ? commandLines(person.language) : []);
  }

  private drawAccounts({ accounts }: PersonView, { people }: DemoWords): void {
    const chosen = this.account.value || 'own';
    this.account.replaceChildren(
      ...ACCOUNTS.flatMap((account) => {
        const address = accounts[account];
        return address === undefined
          ? []
          : [el('option', { value: account }, people.accountLabels[account](address))];
      }),
    );
    this.account.value = chosen;
    // Passed on is what the person has got.
    byId('reply-from', HTMLElement).hidden = this.mode === 'forward' || this.account.options.length < 2;
  }

  private route({ letter, support }: Answering, account: Account, { people }: DemoWords): string {
    if (this.mode === 'forward') return support;
    if (account === 'shared') return people.theParticipant;
    const others = this.mode === 'reply-all' ? [letter.to, ...letter.cc] : [];
    const to = letter.direction === 'out' ? letter.to : letter.replyTo;
    const own = new Set(Object.values(this.answering?.person.accounts ?? {}));
    return [to, ...others.filter((address) => !own.has(address) && address !== to)].join(', ');
  }

  private drawCommands(lines: readonly string[]): void {
    const place = byId('commands', HTMLElement);
    place.hidden = lines.length === 0;
    byId('command-list', HTMLElement).replaceChildren(
      ...lines.map((line) => {
        const isOn = this.text.value.split('\n').includes(line);
        const button = el('button', { type: 'button', 'aria-pressed': isOn ? 'true' : 'false' }, line);
        button.addEventListener('click', () => {
          this.text.value = withCommand(this.text.value, line);
          this.drawCommands(lines);
          this.text.focus();
        });
        return button;
      }),
    );
  }

  private async submit(how: Mode): Promise<void> {
    const text = this.text.value.trim();
    const files = this.files.all;
    const { answering, words } = this;
    if (answering === null || words === null) return;
    if (text === '' && files.length === 0 && how !== 'forward') {
      this.fault(words.problem.noText);
      this.text.focus();
      return;
    }
    this.fault('');
    const account = this.account.value as Account;
    if (!(await this.sendOne(answering, { how, text, files, account }))) return;
    this.empty();
    this.emptied();
  }

  private async sendAway(): Promise<void> {
    if (this.answering)
      await this.sendOne(this.answering, { how: 'away', text: '', files: [], account: 'own' });
  }

  private sendOne(
    { person, letter, support }: Answering,
    answer: Pick<WriteRequest, 'how' | 'text' | 'files' | 'account'>,
  ): Promise<boolean> {
    return this.send({
      ...answer,
      from: person.address,
      subject: answerSubject(letter.subject),
      answers: letter.messageId,
      copiesSupport: this.copies.checked && !isOf(letter, support) && person.role === 'trainer',
    });
  }

  fault(text: string): void {
    const place = byId('reply-fault', HTMLElement);
    place.hidden = text === '';
    place.textContent = text;
  }
}

/** Whether it came from support. */
function isOf({ fromAddress, direction, to }: LetterView, support: string): boolean {
  return (direction === 'in' ? fromAddress : to.replace(/\+[^@]*/, '')) === support;
}
