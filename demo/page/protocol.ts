/** What the demo's page and its server say to each other, as JSON. Instants are milliseconds since the epoch. */
import type { Language } from '../../core/language';
import type { SlaState, TicketStatus } from '../../core/workbook/choices';

/** Something that happened, in the firm's time. Words for it are the page's business. */
export type News =
  /** A mail reached support. */
  | { readonly kind: 'wrote'; readonly who: string; readonly subject: string }
  | { readonly kind: 'ticket'; readonly id: string; readonly who: string }
  | { readonly kind: 'acknowledged'; readonly id: string; readonly who: string }
  /** A colleague got the ticket by mail. */
  | { readonly kind: 'asked'; readonly id: string; readonly who: string }
  /** A colleague is told by mail what became of an answer. */
  | { readonly kind: 'told'; readonly id: string; readonly who: string; readonly why: ToldWhy }
  | { readonly kind: 'answered'; readonly id: string; readonly who: string }
  | {
      readonly kind: 'reminded';
      readonly template: string;
      readonly course: string;
      readonly count: number;
    }
  | { readonly kind: 'status'; readonly id: string; readonly status: TicketStatus }
  | { readonly kind: 'sla'; readonly id: string; readonly state: SlaState; readonly due: Due | null }
  | { readonly kind: 'moved'; readonly to: number }
  | { readonly kind: 'unsent'; readonly who: string; readonly why: string }
  | { readonly kind: 'fault'; readonly what: string };

export const TOLD = ['held', 'help', 'refused', 'disbelieved', 'address'] as const;
export type ToldWhy = (typeof TOLD)[number];

export interface Due {
  readonly of: 'first' | 'next' | 'resolve';
  readonly at: number;
}

export type NewsItem = News & { readonly number: number; readonly at: number };

export const GUIDE_STEPS = ['write', 'arrive', 'answer', 'receive', 'trainer', 'clock', 'dashboard'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

export interface Contact {
  readonly address: string;
  readonly name: string;
}

export interface PersonView {
  readonly address: string;
  readonly name: string;
  readonly role: 'participant' | 'trainer';
  readonly language: Language;
  /** Courses, for people to know who that is. */
  readonly courses: readonly string[];
  /** Whom they may write to besides support: their trainers, or their participants. */
  readonly contacts: readonly Contact[];
  /** Where mail of each account comes from; participants have one. */
  readonly accounts: Readonly<Partial<Record<Account, string>>>;
  /** Letters in and out, so that a page knows when to read them again. */
  readonly letters: number;
  readonly unread: number;
}

export interface DemoState {
  readonly firm: string;
  readonly support: string;
  /** Who sits at the Sheet. */
  readonly colleague: string;
  readonly zone: string;
  readonly now: number;
  readonly clock: 'opening' | 'running' | 'moving';
  readonly nextReminder: number | null;
  readonly people: readonly PersonView[];
  readonly news: readonly NewsItem[];
  readonly guideDone: readonly GuideStep[];
  /** The newest ticket and its row, from 1, in the tab of tickets. */
  readonly newest: { readonly id: string; readonly row: number } | null;
  readonly sheets: { readonly tickets: number; readonly dashboard: number };
}

export interface FileView {
  readonly name: string;
  readonly bytes: number;
  /** Drawn below the text; others can only be saved. */
  readonly isPicture: boolean;
}

export interface LetterView {
  readonly messageId: string;
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly fromAddress: string;
  /** Where an answer goes; that of the sender in most mails. */
  readonly replyTo: string;
  readonly to: string;
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** What the letter quotes below its own words. */
  readonly quote: string;
  readonly files: readonly FileView[];
  readonly at: number;
  readonly automatic: boolean;
  readonly unread: boolean;
}

/** Letters that answer one another, oldest first. */
export interface ConversationView {
  readonly id: string;
  readonly subject: string;
  readonly letters: readonly LetterView[];
}

/** From which account a trainer writes. A participant has the first only. */
export const ACCOUNTS = [
  'own',
  /** Another address of the same person, such as that of the phone. */
  'phone',
  /** The shared mailbox of support, opened in a mail program. */
  'shared',
  /** Somebody else, who claims to be the trainer. */
  'stranger',
] as const;
export type Account = (typeof ACCOUNTS)[number];

export const HOWS = ['reply', 'reply-all', 'forward', 'away'] as const;
/** What is done with the letter that is answered: the whole of it is passed on to support, or a program answers it. */
export type How = (typeof HOWS)[number];

export interface SentFile {
  readonly name: string;
  readonly type: string;
  /** The bytes, in base64. */
  readonly data: string;
}

export interface WriteRequest {
  readonly from: string;
  readonly account: Account;
  readonly subject: string;
  readonly text: string;
  /** Message-ID of the letter that is answered. */
  readonly answers?: string | undefined;
  readonly how: How;
  /** To whom a new letter goes; without it, to support. */
  readonly to?: string | undefined;
  /** Whether support gets a copy. */
  readonly copiesSupport: boolean;
  readonly files: readonly SentFile[];
}

export type ClockRequest = { readonly minutes: number } | { readonly to: 'next-reminder' };
