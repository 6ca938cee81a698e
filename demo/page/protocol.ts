/** What the demo's page and its server say to each other, as JSON. Instants are milliseconds since the epoch. */
import type { Language } from '../../core/language';
import type { SlaState, TicketStatus } from '../../core/workbook/choices';

/** Something that happened, in the firm's time. Words for it are the page's business. */
export type News =
  /** A mail reached support. */
  | { readonly kind: 'wrote'; readonly who: string; readonly subject: string }
  | { readonly kind: 'ticket'; readonly id: string; readonly who: string }
  | { readonly kind: 'acknowledged'; readonly id: string; readonly who: string }
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

export interface Due {
  readonly of: 'first' | 'next' | 'resolve';
  readonly at: number;
}

export type NewsItem = News & { readonly number: number; readonly at: number };

export const GUIDE_STEPS = ['write', 'arrive', 'answer', 'receive', 'clock', 'dashboard'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

export interface PersonView {
  readonly address: string;
  readonly name: string;
  readonly role: 'participant' | 'trainer';
  readonly language: Language;
  /** Courses, for people to know who that is. */
  readonly courses: readonly string[];
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

export interface LetterView {
  readonly messageId: string;
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What the letter quotes below its own words. */
  readonly quote: string;
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

export interface WriteRequest {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Message-ID of the letter that is answered. */
  readonly answers?: string | undefined;
}

export type ClockRequest = { readonly minutes: number } | { readonly to: 'next-reminder' };
