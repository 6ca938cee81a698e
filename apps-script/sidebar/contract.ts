/** What the sidebar page and the script say to each other. */
import type { Language } from '../../core/language';
import type { TicketRight } from '../../core/team/roles';
import type { Priority, SlaState, TicketStatus } from '../../core/workbook/choices';
import type { CalendarDay } from '../../core/workbook/rows';
import type { DoorAnswer, DoorRefusal } from '../door/contract';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ShownMessage {
  readonly id: string;
  readonly direction: 'in' | 'out' | 'note';
  readonly who: string;
  readonly when: string;
  /** What the person wrote anew. */
  readonly text: string;
  /** The rest of the mail: what it quotes and its signature. '' when there is none. */
  readonly folded: string;
  readonly attachments: readonly string[];
  /** Of a colleague's mail: what became of it, and why. '' where there is nothing to say. */
  readonly remark: string;
  /** Of an answer that has not left yet, in words. */
  readonly pending: string | null;
  /** The merged ticket that it was written in; '' for this one. */
  readonly of: string;
}

export interface ShownDue {
  readonly label: string;
  readonly when: string;
}

/** Another ticket, in a line of the sidebar. */
export interface ShownTicket {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly when: string;
}

/** Stands for the answer in a form: the page puts in what is being written, so a preview costs no call. */
export const ANSWER_PLACE = '\ufffc';

export type ShownTemplate =
  /** Stands around the answer. The key of the usual form is ''. */
  | {
      readonly use: 'form';
      readonly key: string;
      readonly label: string;
      readonly subject: string;
      /** With ANSWER_PLACE where the answer goes. */
      readonly body: string;
    }
  /** Is put into the answer. */
  | { readonly use: 'insert'; readonly key: string; readonly label: string; readonly text: string };

export interface ShownArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What people also search for. */
  readonly also: string;
  /** Whether participants may read it. */
  readonly audience: 'everybody' | 'team';
  readonly language: Language;
}

export interface Conversation {
  readonly ticketId: string;
  readonly subject: string;
  readonly requester: string;
  readonly requesterEmail: string;
  /** Language of the participant: that of templates and answers. */
  readonly language: Language;
  /** What the person who asks may do with this ticket. */
  readonly may: readonly TicketRight[];
  readonly status: TicketStatus | null;
  readonly statuses: readonly Choice[];
  readonly holdUntil: CalendarDay | null;
  /** The first day until which it can be put on hold. */
  readonly tomorrow: CalendarDay;
  readonly priority: string;
  readonly priorities: readonly Choice[];
  readonly assignee: string;
  readonly assignedWhy: string;
  readonly assignees: readonly string[];
  readonly dues: readonly ShownDue[];
  readonly slaState: SlaState | '';
  readonly slaLabel: string;
  readonly dueReason: string;
  readonly session: string;
  readonly nextSession: string;
  /** Open ones first, then the newest; those that the person who asks may not read are left out. */
  readonly otherTickets: readonly ShownTicket[];
  /** The incident that this is a case of. */
  readonly incident: ShownTicket | null;
  /** Cases of this incident that are not done. */
  readonly openCases: number;
  readonly mergedInto: string;
  readonly messages: readonly ShownMessage[];
  /** How many older ones are not shown here. */
  readonly olderMessages: number;
  readonly templates: readonly ShownTemplate[];
}

/** Somebody else who has the ticket open. */
export interface Companion {
  readonly name: string;
  readonly does: 'reads' | 'writes';
}

/** Why the script did not do what was asked. The page says it in words, with `detail` filled in. */
export type Refusal =
  | DoorRefusal
  | 'no-ticket-selected'
  | 'ticket-gone'
  | 'ticket-doubled'
  | 'address-invalid'
  | 'status-refused'
  | 'hold-refused'
  | 'link-refused'
  | 'already-linked'
  | 'split-nothing-left'
  | 'split-no-question'
  | 'split-impossible'
  | 'unknown-colleague'
  | 'text-empty'
  | 'text-too-long'
  | 'template-broken'
  | 'not-your-ticket';

export type Answer<T> = DoorAnswer<T, Refusal>;

export type CellWish =
  | { readonly column: 'status'; readonly to: TicketStatus }
  /** Puts the ticket on hold. */
  | { readonly column: 'hold_until'; readonly to: CalendarDay }
  | { readonly column: 'priority'; readonly to: Priority }
  /** A name of the Team tab; '' for nobody. */
  | { readonly column: 'assignee'; readonly to: string };

export type RelateWish =
  | { readonly how: 'merge'; readonly other: string }
  /** '' takes it out of its incident. */
  | { readonly how: 'case'; readonly other: string }
  | { readonly how: 'link'; readonly other: string };

/** Every request with what it takes and gives. The script has one handler for each and runs nothing else. */
export interface SidebarCalls {
  /** Where the person stands, whether the shown ticket has changed, who else is there; asked every few seconds. */
  look: {
    takes: { readonly shown: string | null; readonly does: Companion['does'] };
    gives: {
      readonly ticketId: string | null;
      /** Changes whenever the row of the shown ticket does; null where the person stands elsewhere. */
      readonly stamp: string | null;
      readonly others: readonly Companion[];
    };
  };
  conversation: { takes: { readonly ticketId: string | null }; gives: Conversation };
  articles: {
    takes: { readonly ticketId: string };
    gives: { readonly articles: readonly ShownArticle[] };
  };
  queueReply: {
    takes: {
      /** Minted by the page for each thing a person means to send: a second click repeats it. */
      readonly key: string;
      readonly ticketId: string;
      readonly text: string;
      readonly template: string;
      readonly resolve: boolean;
      /** Of an incident: the answer goes to the participants of its cases too. */
      readonly to: 'requester' | 'requester-and-cases';
    };
    gives: {
      readonly queued: 'now' | 'already';
      readonly cases: number;
      readonly skipped: readonly string[];
    };
  };
  setCell: {
    takes: { readonly ticketId: string; readonly wish: CellWish };
    gives: { readonly status: string };
  };
  addNote: {
    takes: { readonly key: string; readonly ticketId: string; readonly text: string };
    gives: { readonly added: 'now' | 'already' };
  };
  relate: {
    takes: { readonly ticketId: string; readonly wish: RelateWish };
    gives: { readonly other: string };
  };
  split: {
    takes: { readonly key: string; readonly ticketId: string; readonly messageId: string };
    gives: { readonly newTicketId: string };
  };
}

export type SidebarAction = keyof SidebarCalls;
export type SidebarAnswer<A extends SidebarAction> = Answer<SidebarCalls[A]['gives']>;
