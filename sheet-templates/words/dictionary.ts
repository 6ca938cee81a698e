/** Every sentence of the program's own that people read in the sheet. Each language has one file of this shape. */
import type { Owner } from '../column-spec';

export interface ProblemWords {
  /** What does not fit. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

export interface Dictionary {
  readonly menu: {
    readonly title: string;
    readonly setUp: string;
    readonly refreshNow: string;
    readonly openConversation: string;
    readonly about: string;
  };
  readonly owner: Readonly<Record<Owner, { readonly name: string; readonly fills: string }>>;
  readonly dashboard: {
    readonly title: string;
    readonly about: string;
    readonly byStatus: string;
    readonly bySla: string;
    readonly byCourse: string;
    readonly count: string;
    readonly chartAlt: string;
  };
  readonly setup: {
    readonly done: (changes: number) => string;
    readonly nothingToDo: string;
    readonly failed: (reason: string) => string;
  };
  readonly refresh: {
    readonly done: (tickets: number) => string;
    readonly busy: string;
  };
  readonly count: {
    readonly tickets: (n: number) => string;
    readonly messages: (n: number) => string;
    readonly problems: (n: number) => string;
    readonly participants: (n: number) => string;
  };
  readonly problem: {
    readonly unknownWord: (column: string, value: string, allowed: readonly string[]) => ProblemWords;
    readonly correctedWord: (column: string, value: string, label: string) => ProblemWords;
    readonly messageWithoutTicket: (ticket: string, from: string) => ProblemWords;
    readonly ticketRowRestored: (ticket: string, from: string) => ProblemWords;
    readonly duplicateId: (id: string, rows: readonly number[]) => ProblemWords;
    readonly missingId: (row: number) => ProblemWords;
    readonly illegalMove: (
      ticket: string,
      from: string,
      to: string,
      allowed: readonly string[],
    ) => ProblemWords;
    readonly badDate: (column: string, value: string) => ProblemWords;
    readonly badSetting: (key: string, value: string, used: string) => ProblemWords;
    readonly badCalendarRow: (calendar: string, written: string) => ProblemWords;
    readonly missingCalendar: (calendar: string) => ProblemWords;
    readonly missingColumn: (tab: string, label: string) => ProblemWords;
    readonly missingTab: (tab: string) => ProblemWords;
    readonly missingTemplate: (key: string, language: string) => ProblemWords;
    readonly templateFault: (key: string, fault: string) => ProblemWords;
    readonly unknownSession: (session: string, participant: string) => ProblemWords;
    readonly unknownColleague: (name: string) => ProblemWords;
    readonly zoneMismatch: (ofSheet: string, ofSettings: string) => ProblemWords;
    readonly undelivered: (ticket: string, address: string, answer: string) => ProblemWords;
    readonly notSent: (to: string, subject: string, answer: string) => ProblemWords;
    readonly quarantined: (from: string, subject: string, reason: string) => ProblemWords;
    readonly mailboxSilent: (minutes: number) => ProblemWords;
  };
}
