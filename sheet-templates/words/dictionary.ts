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
  readonly problem: {
    readonly ticketRowRestored: (ticket: string, from: string) => ProblemWords;
    readonly badOffset: (step: string) => ProblemWords;
    readonly badCondition: (step: string) => ProblemWords;
    readonly badCheckpoint: (checkpoint: string) => ProblemWords;
    readonly unknownZone: (session: string) => ProblemWords;
    readonly unknownReaderZone: (email: string, zone: string) => ProblemWords;
    readonly badSetting: (key: string, value: string, used: string) => ProblemWords;
    readonly missingColumn: (tab: string, label: string) => ProblemWords;
    readonly copiedOutboxRow: (key: string) => ProblemWords;
    readonly missingTemplate: (key: string, language: string) => ProblemWords;
    readonly undelivered: (ticket: string, address: string, answer: string) => ProblemWords;
    /** @param person their name, or the address where nobody knows it */
    readonly undeliveredReminder: (course: string, person: string, address: string) => ProblemWords;
    readonly unfetchable: (uid: number, reason: string) => ProblemWords;
    readonly quarantined: (name: string, reason: string) => ProblemWords;
  };
}
