/** What the tracker says inside the Sheet: after a command, in the sidebar, and on Problems what only a tick finds. */
import type { Localized } from '../../core/language';

export interface CommandWords {
  refreshed(changed: number): string;
  readonly otherRunning: string;
  readonly unfinished: string;
  readonly setUpTitle: string;
  setUpDone(tabs: number, columns: number): string;
  readonly setUpNothingToDo: string;
  readonly clockInstalled: string;
  clockRunsElsewhere(who: string): string;
  readonly notSetUp: string;
  about(lastTick: string): string;
  readonly neverRan: string;
}

/** What happened, to which row, and what to do: one pair for each kind of finding. */
export interface FindingWords {
  duplicateId(id: string, rows: string): FindingText;
  idMissing(row: number, subject: string): FindingText;
  messagesWithoutTicket(ticketId: string): FindingText;
  unreadableCell(column: string, found: string, id: string): FindingText;
  rowWouldNotStandStill(id: string): FindingText;
}

export interface FindingText {
  readonly what: string;
  readonly todo: string;
}

export interface PageWords {
  readonly title: string;
  readonly loading: string;
  readonly refresh: string;
  readonly pickTicket: string;
  otherSelected(id: string): string;
  readonly showIt: string;
  readonly status: string;
  readonly dueTimes: string;
  readonly why: string;
  readonly session: string;
  readonly conversation: string;
  readonly noMessages: string;
  readonly note: string;
  readonly quoted: string;
  readonly attachments: string;
  readonly reply: string;
  readonly internalNote: string;
  readonly template: string;
  readonly usualForm: string;
  readonly forms: string;
  readonly inserts: string;
  yourAnswer(name: string): string;
  readonly yourNote: string;
  readonly preview: string;
  readonly previewEmpty: string;
  readonly sendAndWait: string;
  readonly sendAndResolve: string;
  readonly saveNote: string;
  readonly noteStaysInside: string;
  readonly sending: string;
  readonly queued: string;
  readonly queuedAlready: string;
  readonly noteSaved: string;
  readonly statusSaved: string;
  readonly pausedFollowing: string;
  readonly answerLanguage: Localized;
  readonly pending: string;
  readonly failed: string;
  readonly connectionLost: string;
}

/** Why the script refused, with `detail` (an address, a number, a ticket) in its place. */
export interface RefusalWords {
  readonly 'no-ticket-selected': string;
  'ticket-gone'(detail: string): string;
  'ticket-doubled'(detail: string): string;
  'address-invalid'(detail: string): string;
  'status-refused'(detail: string): string;
  readonly 'text-empty': string;
  'text-too-long'(detail: string): string;
  readonly busy: string;
  readonly 'not-set-up': string;
  'template-broken'(detail: string): string;
  readonly 'unknown-request': string;
}

export interface TrackerWords {
  readonly command: CommandWords;
  readonly finding: FindingWords;
  readonly page: PageWords;
  readonly refusal: RefusalWords;
}
