/** A card as plain data: what it says, and what its buttons ask the script. draw.ts makes Google's card of it. */
export interface Card {
  readonly title: string;
  /** '' for none. */
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** '' for none. */
  readonly header: string;
  readonly widgets: readonly Widget[];
}

/** Texts are plain: they come from mails, and draw.ts makes them harmless. Lines end with "\n". */
export type Widget =
  | { readonly kind: 'text'; readonly text: string }
  | Fact
  | Choice
  | { readonly kind: 'input'; readonly field: string; readonly label: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

export interface Fact {
  readonly kind: 'fact';
  readonly label: string;
  readonly text: string;
  /** Smaller, under the text; '' for none. */
  readonly below: string;
  readonly press: Ask | null;
}

/** A drop-down list. */
export interface Choice {
  readonly kind: 'choice';
  readonly field: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  /** Asked as soon as something is chosen; null where a button asks. */
  readonly ask: Ask | null;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Button {
  readonly label: string;
  readonly press: Press;
  readonly strong: boolean;
}

export type Press =
  | { readonly kind: 'ask'; readonly ask: Ask }
  /** Gmail opens the draft that the script makes. */
  | { readonly kind: 'compose'; readonly ask: Ask; readonly as: DraftWish['kind'] }
  | { readonly kind: 'link'; readonly url: string };

/** What a card may ask; contract.ts says of each what it takes. */
export type AddOnAction =
  | 'home'
  | 'mail'
  | 'ticket'
  | 'setCell'
  | 'addNote'
  | 'template'
  | 'draftReply'
  | 'draftForward';

/** Travels with the card and comes back with the click: texts only. */
export interface Ask {
  readonly action: AddOnAction;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A draft that the person reads, changes and sends, or throws away. The script sends nothing. */
export type DraftWish =
  /** To whoever wrote the open mail. `cc` is '' for nobody. */
  | { readonly kind: 'reply'; readonly body: string; readonly cc: string }
  | {
      readonly kind: 'new';
      readonly to: string;
      readonly subject: string;
      readonly body: string;
      /** Places of the open mail's attachments that go along. */
      readonly files: readonly number[];
    };

export const text = (words: string): Widget => ({ kind: 'text', text: words });

export function fact(label: string, words: string, below = '', press: Ask | null = null): Fact {
  return { kind: 'fact', label, text: words, below, press };
}

export const buttons = (...list: readonly Button[]): Widget => ({ kind: 'buttons', buttons: list });

export function section(header: string, ...widgets: readonly Widget[]): Section {
  return { header, widgets };
}

/** A card of one sentence. */
export function notice({ title, text: words }: { readonly title: string; readonly text: string }): Card {
  return { title, subtitle: '', sections: [section('', text(words))] };
}

/** The card with a sentence above all else. */
export function withBanner(card: Card, words: string): Card {
  return { ...card, sections: [section('', text(words)), ...card.sections] };
}
