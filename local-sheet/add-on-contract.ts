/** What Gmail and an add-on of the script say to each other: an open mail in, cards as JSON out. */

/** A mail as a person has it open in Gmail. */
export interface GmailMail {
  /** Gmail's own, not the Message-ID. */
  readonly id: string;
  readonly threadId: string;
  /** Names as the sender's program wrote them, values decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly date: number;
  readonly plainBody: string;
  readonly htmlBody?: string;
  readonly attachments?: readonly GmailFile[];
}

export interface GmailFile {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** What the script wrote and the person now has open, to be changed and sent or thrown away. */
export interface GmailDraft {
  readonly id: string;
  /** Gmail's id of the mail that it answers; null for one that stands alone. */
  readonly inReplyTo: string | null;
  readonly from: string;
  /** As written, with names. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
  readonly attachments: readonly GmailFile[];
}

/** A card, or a part of one, with the field names of google.apps.card.v1. */
export type CardJson = Readonly<Record<string, unknown>>;

export type CardNavigation =
  | { readonly pushCard: CardJson }
  | { readonly updateCard: CardJson }
  | { readonly pop: true }
  | { readonly popToRoot: true }
  | { readonly popToCard: string };

/**
 * The `onClick` or `onChangeAction` of a widget that a person used, out of the card's JSON. With `composeAction` the
 * function has to give a draft.
 */
export type AddOnClick =
  | { readonly action: CardJson }
  | { readonly composeAction: { readonly action: CardJson; readonly composedEmailType: string } };

/** What the person has chosen and typed, by the name of the field. */
export type FormInputs = Readonly<Record<string, readonly string[]>>;

export interface AddOnResult {
  /** Of a trigger: what is shown, in order. */
  readonly cards: readonly CardJson[];
  /** Of a click: what happens to the cards shown, in order. */
  readonly navigations: readonly CardNavigation[];
  readonly notification: string | null;
  readonly openLink: CardJson | null;
  readonly stateChanged: boolean;
  /** Of a click that composes. */
  readonly draft: GmailDraft | null;
  readonly log: readonly string[];
  readonly serviceCalls: number;
  /** On the virtual clock. */
  readonly elapsedMs: number;
}
