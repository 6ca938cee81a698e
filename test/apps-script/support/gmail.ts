/** A person in Gmail with the add-on: opens mails, presses buttons, chooses from lists, by what the cards' JSON says. */
import type {
  AddOnClick,
  AddOnResult,
  CardJson,
  FormInputs,
  GmailFile,
  GmailMail,
} from '../../../local-sheet/add-on-contract';
import type { SheetUser } from '../../../local-sheet/contract';
import { ANNA, type Desk } from './desk';

interface MailWish {
  readonly from: string;
  readonly to?: string;
  readonly cc?: string;
  readonly replyTo?: string;
  readonly subject?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly text?: string;
  readonly attachments?: readonly GmailFile[];
  /** Header names as some programs write them. */
  readonly idHeader?: string;
}

export function gmailMail(wish: MailWish): GmailMail {
  const { idHeader = 'Message-ID' } = wish;
  const headers: [string, string | undefined][] = [
    ['From', wish.from],
    ['To', wish.to ?? 'help@nordlicht.example'],
    ['Cc', wish.cc],
    ['Reply-To', wish.replyTo],
    ['Subject', wish.subject ?? 'A question'],
    [idHeader, wish.messageId ?? '<open@client.example>'],
    ['In-Reply-To', wish.inReplyTo],
    ['References', wish.references],
  ];
  return {
    id: '18c0ffee',
    threadId: '18c0ffee',
    headers: headers.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    date: Date.parse('2026-11-23T08:21:00Z'),
    plainBody: wish.text ?? 'Good morning,\n\nwhere do I find the link?',
    ...(wish.attachments && { attachments: wish.attachments }),
  };
}

interface Widget {
  readonly textParagraph?: { readonly text: string };
  readonly decoratedText?: {
    readonly topLabel?: string;
    readonly text: string;
    readonly bottomLabel?: string;
    readonly onClick?: AddOnClick;
  };
  readonly selectionInput?: {
    readonly name: string;
    readonly label: string;
    readonly items: readonly { readonly text: string; readonly value: string; readonly selected: boolean }[];
    readonly onChangeAction?: CardJson;
  };
  readonly textInput?: { readonly name: string; readonly label: string };
  readonly buttonList?: { readonly buttons: readonly ButtonJson[] };
}

interface ButtonJson {
  readonly text: string;
  readonly onClick: AddOnClick | { readonly openLink: { readonly url: string } };
}

interface ShownCard {
  readonly header: { readonly title: string; readonly subtitle?: string };
  readonly sections: readonly { readonly header?: string; readonly widgets: readonly Widget[] }[];
}

export class Gmail {
  readonly #stack: ShownCard[] = [];
  last: AddOnResult | null = null;

  constructor(
    readonly desk: Desk,
    readonly user: SheetUser = ANNA,
    readonly mail: GmailMail | null = null,
  ) {}

  /** Opens the mail, or without one the home page. */
  open(): this {
    const { host } = this.desk;
    const result = host.runAddOnTrigger(this.user, this.mail === null ? 'home' : 'gmail', this.mail);
    this.last = result;
    this.#stack.length = 0;
    for (const card of result.cards) this.#stack.push(asShown(card));
    return this;
  }

  get card(): ShownCard {
    const top = this.#stack[this.#stack.length - 1];
    if (!top) throw new Error('Nothing is shown.');
    return top;
  }

  get title(): string {
    return this.card.header.title;
  }

  get depth(): number {
    return this.#stack.length;
  }

  get widgets(): readonly Widget[] {
    return this.card.sections.flatMap(({ widgets }) => widgets);
  }

  /** Everything that can be read on the card. */
  get words(): string {
    const { title, subtitle = '' } = this.card.header;
    const sections = this.card.sections.map(({ header = '', widgets }) =>
      [header, ...widgets.map(wordsOf)].join('\n'),
    );
    return [title, subtitle, ...sections].join('\n');
  }

  get buttons(): readonly ButtonJson[] {
    return this.widgets.flatMap(({ buttonList }) => buttonList?.buttons ?? []);
  }

  get fields(): readonly string[] {
    return this.widgets.flatMap(({ selectionInput, textInput }) => {
      const input = selectionInput ?? textInput;
      return input ? [input.name] : [];
    });
  }

  list(field: string): NonNullable<Widget['selectionInput']> {
    const found = this.widgets.find(({ selectionInput }) => selectionInput?.name === field)?.selectionInput;
    if (!found) throw new Error(`No list ${field} on the card, only ${this.fields.join(', ')}`);
    return found;
  }

  chosen(field: string): string {
    return this.list(field).items.find(({ selected }) => selected)?.value ?? '';
  }

  /** @param label of a button, or a text of a line that can be pressed */
  press(label: string, inputs: FormInputs = {}): this {
    const button = this.buttons.find(({ text }) => text === label);
    const line = this.widgets.find(
      ({ decoratedText }) =>
        decoratedText?.onClick !== undefined && [decoratedText.text, decoratedText.topLabel].includes(label),
    )?.decoratedText;
    const onClick = button?.onClick ?? line?.onClick;
    if (!onClick || 'openLink' in onClick) {
      throw new Error(
        `Nothing to press called ${label}, only ${this.buttons.map(({ text }) => text).join(', ')}`,
      );
    }
    return this.click(onClick, inputs);
  }

  choose(field: string, value: string): this {
    const { onChangeAction } = this.list(field);
    if (!onChangeAction) throw new Error(`Choosing from ${field} asks nothing.`);
    return this.click({ action: onChangeAction }, { [field]: [value] });
  }

  click(click: AddOnClick, inputs: FormInputs = {}): this {
    const standing = Object.fromEntries(
      this.widgets.flatMap(({ selectionInput, textInput }) => [
        ...(selectionInput ? [[selectionInput.name, [this.chosen(selectionInput.name)]] as const] : []),
        ...(textInput ? [[textInput.name, ['']] as const] : []),
      ]),
    );
    const result = this.desk.host.runAddOnAction(this.user, click, this.mail, { ...standing, ...inputs });
    this.last = result;
    for (const step of result.navigations) {
      if ('pushCard' in step) this.#stack.push(asShown(step.pushCard));
      else if ('updateCard' in step) this.#stack.splice(-1, 1, asShown(step.updateCard));
      else throw new Error(`A step that the add-on does not make: ${JSON.stringify(step)}`);
    }
    return this;
  }

  get draft(): NonNullable<AddOnResult['draft']> {
    if (!this.last?.draft) throw new Error(`No draft was opened: ${JSON.stringify(this.last)}`);
    return this.last.draft;
  }
}

/** What a card may hold is checked by the sheet's CardService; this is what this add-on's cards hold. */
function asShown(card: CardJson): ShownCard {
  return card as unknown as ShownCard;
}

function wordsOf({ textParagraph, decoratedText, selectionInput, textInput, buttonList }: Widget): string {
  return [
    textParagraph?.text,
    decoratedText?.topLabel,
    decoratedText?.text,
    decoratedText?.bottomLabel,
    selectionInput?.label,
    textInput?.label,
    ...(buttonList?.buttons.map(({ text }) => text) ?? []),
  ]
    .filter((words) => words !== undefined && words !== '')
    .join('\n');
}
