/**
 * What the sidebar page and the script say to each other. google.script.run carries plain values only (no Date,
 * no function), so moments travel as words already written in the reader's language.
 */
import type { Language } from '../../core/language';
import type { SlaState, TicketStatus } from '../../core/workbook/choices';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ShownMessage {
  readonly direction: 'in' | 'out' | 'note';
  readonly who: string;
  readonly when: string;
  /** What the person wrote anew. */
  readonly text: string;
  /** The rest of the mail: what it quotes and its signature. '' when there is none. */
  readonly folded: string;
  readonly attachments: readonly string[];
  /** Of an answer that has not left yet, in words. */
  readonly pending: string | null;
}

export interface ShownDue {
  readonly label: string;
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

export interface Conversation {
  readonly ticketId: string;
  readonly subject: string;
  readonly requester: string;
  readonly requesterEmail: string;
  /** Language of the participant: that of templates and answers. */
  readonly language: Language;
  readonly status: TicketStatus | null;
  readonly statuses: readonly Choice[];
  readonly dues: readonly ShownDue[];
  readonly slaState: SlaState | '';
  readonly slaLabel: string;
  readonly dueReason: string;
  readonly session: string;
  readonly messages: readonly ShownMessage[];
  readonly templates: readonly ShownTemplate[];
}

/** Why the script did not do what was asked. The page says it in words, with `detail` filled in. */
export type Refusal =
  | 'no-ticket-selected'
  | 'ticket-gone'
  | 'ticket-doubled'
  | 'address-invalid'
  | 'status-refused'
  | 'text-empty'
  | 'text-too-long'
  | 'busy'
  | 'template-broken'
  | 'not-set-up'
  | 'unknown-request';

/** `language` is the firm's, in which the page speaks; null where the script did not come to know it. */
export type Answer<T> =
  | { readonly ok: true; readonly language: Language | null; readonly value: T }
  | {
      readonly ok: false;
      readonly language: Language | null;
      readonly refusal: Refusal;
      readonly detail: string;
    };

/** Every request with what it takes and gives. The script has one handler for each and runs nothing else. */
export interface SidebarCalls {
  /** The ticket where the person stands now; cheap enough to be asked every few seconds. */
  selection: { takes: Record<never, never>; gives: { readonly ticketId: string | null } };
  conversation: { takes: { readonly ticketId: string | null }; gives: Conversation };
  queueReply: {
    takes: {
      /** Minted by the page for each thing a person means to send: a second click repeats it. */
      readonly key: string;
      readonly ticketId: string;
      readonly text: string;
      readonly template: string;
      readonly resolve: boolean;
    };
    gives: { readonly queued: 'now' | 'already' };
  };
  setStatus: {
    takes: { readonly ticketId: string; readonly status: TicketStatus };
    gives: { readonly status: TicketStatus };
  };
  addNote: {
    takes: { readonly key: string; readonly ticketId: string; readonly text: string };
    gives: { readonly added: 'now' | 'already' };
  };
}

export type SidebarAction = keyof SidebarCalls;
export type SidebarAnswer<A extends SidebarAction> = Answer<SidebarCalls[A]['gives']>;
