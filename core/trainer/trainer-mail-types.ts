/**
 * What a mail of a colleague is about a ticket, as data. A mail of ours that goes to a colleague is signed for that
 * colleague and that ticket (core/mail/signed-id), so what comes back says by itself which ticket it means and whom we
 * had asked. That signature proves that somebody received our mail, never who writes now: words reach a participant only
 * when the mailbox's own server vouches for the sender and the sender is the colleague who was asked.
 */
import type { TicketId } from '../ticket/ticket-id';
import type { Instant } from '../time/instant';
import type { Priority, TicketStatus } from '../workbook/choices';
import type { CalendarDay } from '../workbook/rows';

/** The colleague of the Team tab, by the first address of the row in the form of addressKey. */
export interface Agent {
  readonly email: string;
  readonly name: string;
}

/** Which of our mails to a colleague is answered. */
export interface Asked {
  /** As it was signed, before any merge. */
  readonly ticket: TicketId;
  /** Whom we had asked. */
  readonly agent: Agent;
  readonly by: 'reply-address' | 'message-id';
}

/** What a command changes in the ticket's row. */
export type Order =
  | { readonly cell: 'status'; readonly to: TicketStatus }
  | { readonly cell: 'hold_until'; readonly to: CalendarDay }
  | { readonly cell: 'priority'; readonly to: Priority }
  /** As the Team tab has the name. */
  | { readonly cell: 'assignee'; readonly to: string };

/** Why the lines at the top cannot be followed. */
export type CommandFault =
  /** `meant`: commands that are a slip away, with their sign: `#note`. */
  | { readonly kind: 'unknown-command'; readonly line: string; readonly meant: readonly string[] }
  | { readonly kind: 'no-value'; readonly line: string }
  /** Words behind a command that is one by itself: the answer, on the wrong line. */
  | { readonly kind: 'takes-no-value'; readonly line: string }
  /** `known` is empty where there is no list to choose from. */
  | { readonly kind: 'unknown-value'; readonly line: string; readonly known: readonly string[] }
  | { readonly kind: 'ambiguous-value'; readonly line: string; readonly meant: readonly string[] }
  | { readonly kind: 'contradiction'; readonly line: string; readonly other: string }
  /** A command further down: there it is not obeyed, and what it was to keep from the participant must not go out. */
  | { readonly kind: 'command-below'; readonly line: string }
  /** The role does not allow it. `line` is '' for the answer itself. */
  | { readonly kind: 'not-yours'; readonly line: string };

/** Why nothing of a mail happens, and it comes back with help. */
export type Misunderstanding =
  | CommandFault
  /** Only a quote or a signature, or a template that needs words. */
  | { readonly kind: 'nothing-written' }
  /** "#send", and no answer of this colleague is held. */
  | { readonly kind: 'nothing-held' }
  /** A ticket that somebody has called spam: "#open" above the words sends them. */
  | { readonly kind: 'not-open'; readonly status: 'spam' }
  /** It was merged into a ticket of somebody else, whom this mail was not written for. */
  | { readonly kind: 'merged'; readonly into: TicketId }
  /** The ticket has no address to answer to. */
  | { readonly kind: 'nobody-to-answer' }
  /** Amid the words stands what we wrote for the team: a quote of our letter, or a link to the spreadsheet. */
  | { readonly kind: 'quotes-us'; readonly line: string };

/** Why a mail that speaks for a colleague is not believed. */
export type Disbelief =
  /** The mailbox's own server does not vouch for the sender. `why` is the verdict's own reason. */
  | { readonly kind: 'not-vouched-for'; readonly why: string }
  /** It was signed for another colleague. */
  | { readonly kind: 'not-the-one-asked'; readonly asked: Agent };

/** Why a colleague's words stay with the team. All but the first should be told to their writer. */
export type NoteReason =
  /** "#note". */
  | 'said-so'
  /** It answers none of the mails that we signed: an alert, or a mail of the colleague's own with the ticket's number. */
  | 'not-signed'
  /** We got a copy of what was written to a vendor or to another colleague. */
  | 'written-to-others'
  /** Our mail, passed on to us. */
  | 'forwarded'
  /** Words in answer to "is this address yours?" that are no yes. */
  | 'answers-our-question';

/** What becomes of it. */
export type TrainerMail =
  /** No mail of a colleague about a ticket: it is taken in like any other. */
  | { readonly kind: 'none' }
  /** Goes on to the participant. */
  | {
      readonly kind: 'answer';
      readonly ticket: TicketId;
      readonly agent: Agent;
      /** Without commands, quotes and signature; '' with a template that needs no words. */
      readonly words: string;
      /** Key of the form or text to use; '' for the usual one. */
      readonly template: string;
      /** The answer says that the matter is settled. That the row says so too is among the orders. */
      readonly resolve: boolean;
      readonly orders: readonly Order[];
    }
  /** Stays with the team. */
  | {
      readonly kind: 'note';
      readonly ticket: TicketId;
      readonly agent: Agent;
      readonly why: NoteReason;
      readonly words: string;
      readonly orders: readonly Order[];
    }
  /** Commands and no words. */
  | {
      readonly kind: 'orders';
      readonly ticket: TicketId;
      readonly agent: Agent;
      readonly orders: readonly Order[];
    }
  /** Another colleague has answered a moment ago: it waits, its orders too, until its writer says "#send". */
  | {
      readonly kind: 'held';
      readonly ticket: TicketId;
      readonly agent: Agent;
      /** null: it was written in the shared mailbox, by nobody knows whom. */
      readonly by: Agent | null;
      readonly at: Instant;
    }
  /**
   * "#send" to a held answer: the mail of this row in Messages is read anew, as if nobody had answered since, and goes
   * out; these orders are carried out besides its own.
   */
  | {
      readonly kind: 'release';
      readonly ticket: TicketId;
      readonly agent: Agent;
      readonly held: string;
      readonly orders: readonly Order[];
    }
  | {
      readonly kind: 'misunderstood';
      readonly ticket: TicketId;
      readonly agent: Agent;
      readonly faults: readonly Misunderstanding[];
    }
  /** A note with the reason. `agent` is whom the mail claims to come from, who is told once. */
  | {
      readonly kind: 'disbelieved';
      readonly ticket: TicketId;
      readonly agent: Agent;
      readonly why: Disbelief;
    }
  /** Vouched for, from an address that is nobody's: the colleague is asked from the known address to confirm it. */
  | {
      readonly kind: 'other-address';
      readonly ticket: TicketId;
      readonly agent: Agent;
      readonly from: string;
    }
  /** "yes" to that question: the address is the colleague's from now on, and what was held for it is read anew. */
  | { readonly kind: 'confirms-address'; readonly agent: Agent; readonly address: string }
  /** The colleague wrote to the participant, and we got a copy: nothing goes out, and the participant is answered. */
  | {
      readonly kind: 'direct';
      /** null: the participant's matter has no ticket yet, and this mail opens it. */
      readonly ticket: TicketId | null;
      readonly agent: Agent;
      /** The one who asks in a ticket that it opens. In the form of addressKey. */
      readonly to: string;
    }
  /** An out-of-office answer to our mail. */
  | { readonly kind: 'away'; readonly ticket: TicketId; readonly agent: Agent };
