/** What cards ask the script, and what it answers. Every request goes through the one function addOnCall. */
import type { CellWish, Refusal } from '../sidebar/contract';
import type { AddOnAction, Card, DraftWish } from './card';

export type AddOnRefusal =
  | Refusal
  /** Gmail does not hand the open mail over, or none is open. */
  | 'no-mail'
  /** A reply to the open mail is none to the participant of the ticket. */
  | 'no-reply'
  /** The mail cannot be made a ticket. */
  | 'no-forward';

/** What Gmail shows next. */
export type Shown =
  | { readonly kind: 'card'; readonly card: Card; readonly how: 'push' | 'update' }
  /** Done. Null: there was no time left to read the ticket again. */
  | { readonly kind: 'changed'; readonly card: Card | null; readonly said: string }
  | { readonly kind: 'draft'; readonly draft: DraftWish };

export interface AddOnCalls extends Record<AddOnAction, { takes: object; gives: Shown }> {
  home: { takes: object; gives: Shown };
  /** The card beside the open mail. */
  mail: { takes: object; gives: Shown };
  ticket: { takes: { readonly ticketId: string; readonly how: 'push' | 'update' }; gives: Shown };
  setCell: { takes: { readonly ticketId: string; readonly wish: CellWish }; gives: Shown };
  addNote: {
    takes: { readonly ticketId: string; readonly key: string; readonly text: string };
    gives: Shown;
  };
  /** Shows what would be inserted. */
  template: { takes: TemplateWish; gives: Shown };
  draftReply: { takes: TemplateWish; gives: Shown };
  draftForward: { takes: object; gives: Shown };
}

export interface TemplateWish {
  readonly ticketId: string;
  /** Key of the template; '' for the usual form. */
  readonly template: string;
}
