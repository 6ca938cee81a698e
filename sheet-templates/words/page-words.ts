/** What the sidebar says: on its page, and when the script refuses. */
import type { Localized } from '../../core/language';

/** The forms in which a ticket is joined to others: name in the menu, explanation, button, and what is said after it. */
export interface RelateWords {
  readonly menu: string;
  readonly help: string;
  readonly button: string;
  done(id: string): string;
}

export interface PageWords {
  readonly title: string;
  readonly loading: string;
  readonly refresh: string;
  readonly pickTicket: string;
  otherSelected(id: string): string;
  readonly showIt: string;
  readonly status: string;
  readonly holdUntil: string;
  readonly save: string;
  readonly priority: string;
  readonly assignee: string;
  readonly nobody: string;
  readonly dueTimes: string;
  readonly why: string;
  readonly session: string;
  readonly nextSession: string;
  otherTickets(count: number): string;
  readonly person: string;
  readonly mergedInto: string;
  readonly partOfIncident: string;
  incidentOf(cases: number): string;
  readonly conversation: string;
  readonly noMessages: string;
  olderMessages(count: number): string;
  readonly note: string;
  /** After the name of a colleague who wrote a mail to us. */
  readonly byMail: string;
  readonly quoted: string;
  readonly attachments: string;
  writtenIn(id: string): string;
  readonly newMessages: string;
  /** @param names such as `Lena Wrona, Ewa Kalina` */
  reading(names: string): string;
  writing(names: string): string;
  readonly reply: string;
  readonly internalNote: string;
  readonly template: string;
  readonly usualForm: string;
  readonly forms: string;
  readonly inserts: string;
  readonly insertArticle: string;
  readonly findArticle: string;
  readonly noArticle: string;
  readonly teamOnly: string;
  yourAnswer(name: string): string;
  readonly yourNote: string;
  readonly preview: string;
  readonly previewEmpty: string;
  readonly sendAndWait: string;
  readonly sendAndResolve: string;
  readonly saveNote: string;
  readonly noteStaysInside: string;
  alsoToCases(count: number): string;
  readonly sending: string;
  readonly queued: string;
  readonly queuedAlready: string;
  queuedForCases(count: number, skipped: string): string;
  readonly noteSaved: string;
  readonly saved: string;
  readonly pausedFollowing: string;
  readonly answerLanguage: Localized;
  readonly pending: string;
  readonly failed: string;
  readonly connectionLost: string;
  readonly more: string;
  readonly merge: RelateWords;
  readonly makeCase: RelateWords;
  readonly leaveIncident: RelateWords;
  readonly link: RelateWords;
  readonly split: RelateWords;
  readonly ticketNumber: string;
  readonly whichMessage: string;
  readonly cancel: string;
  readonly close: string;
  readonly keys: string;
  readonly keyList: {
    readonly answer: string;
    readonly note: string;
    readonly status: string;
    readonly article: string;
    readonly conversation: string;
    readonly more: string;
    readonly keys: string;
    readonly send: string;
    readonly sendResolve: string;
    readonly escape: string;
  };
}

/** Why the script refused, with `detail` (an address, a number, a ticket) in its place. */
export interface RefusalWords {
  readonly 'no-ticket-selected': string;
  'ticket-gone'(detail: string): string;
  'ticket-doubled'(detail: string): string;
  'address-invalid'(detail: string): string;
  'status-refused'(detail: string): string;
  readonly 'hold-refused': string;
  'link-refused'(detail: string): string;
  'already-linked'(detail: string): string;
  'split-nothing-left'(detail: string): string;
  readonly 'split-no-question': string;
  readonly 'split-impossible': string;
  'unknown-colleague'(detail: string): string;
  readonly 'text-empty': string;
  'text-too-long'(detail: string): string;
  readonly busy: string;
  readonly 'not-set-up': string;
  'template-broken'(detail: string): string;
  'not-on-team'(detail: string): string;
  'not-your-ticket'(detail: string): string;
  readonly 'not-your-role': string;
  readonly 'unknown-request': string;
}
