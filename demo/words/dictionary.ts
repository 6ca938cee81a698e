/** Which words the demo's page needs, in every language. */
import type { Account, Due, GuideStep, News, ToldWhy } from '../page/protocol';

type OfNews<K extends News['kind']> = Extract<News, { readonly kind: K }>;

export interface DemoWords {
  readonly title: string;
  readonly tagline: string;
  readonly language: string;
  readonly panes: { readonly people: string; readonly sheet: string; readonly firm: string };
  readonly skip: string;
  readonly people: {
    readonly you: string;
    readonly participants: string;
    readonly trainers: string;
    readonly inbox: string;
    readonly write: string;
    readonly empty: string;
    readonly back: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly send: string;
    readonly sending: string;
    readonly cancel: string;
    readonly example: string;
    readonly reply: string;
    readonly replyText: string;
    readonly quote: string;
    readonly automatic: string;
    readonly fresh: string;
    readonly sent: string;
    /** A trainer's, who writes to others than support too. */
    readonly writeMail: string;
    readonly emptyTrainer: string;
    readonly from: string;
    readonly replyTo: string;
    readonly cc: string;
    readonly files: string;
    /** A link to a row of the Sheet. */
    readonly row: (row: number) => string;
    readonly attach: string;
    readonly takeOff: (file: string) => string;
    readonly support: (address: string) => string;
    readonly copySupport: string;
    readonly replyThis: string;
    readonly replyAll: string;
    readonly forward: string;
    readonly away: string;
    readonly theParticipant: string;
    readonly commands: string;
    readonly accountLabels: Readonly<Record<Account, (address: string) => string>>;
    /** What to expect of an answer from there; '' for the usual one. */
    readonly accountHints: Readonly<Record<Account, string>>;
    readonly letters: string;
    readonly addOn: string;
    readonly addOnKind: string;
    readonly cardBack: string;
    readonly unread: (count: number) => string;
  };
  readonly sheet: {
    readonly title: string;
    readonly asColleague: (name: string) => string;
    readonly tickets: string;
    readonly dashboard: string;
    readonly open: string;
    readonly openTitle: string;
    /** Gives the Sheet the whole width. */
    readonly wide: string;
    readonly notReady: string;
  };
  readonly clock: {
    readonly title: string;
    readonly quarter: string;
    readonly hour: string;
    readonly day: string;
    readonly reminder: (when: string | null) => string;
    readonly opening: string;
    readonly moving: string;
  };
  readonly guide: {
    readonly title: string;
    readonly done: (count: number, of: number) => string;
    readonly finished: string;
    readonly checked: string;
    readonly steps: Readonly<
      Record<GuideStep, { readonly title: string; readonly how: (person: string, trainer: string) => string }>
    >;
  };
  readonly news: {
    readonly title: string;
    readonly wrote: (of: OfNews<'wrote'>) => string;
    readonly ticket: (of: OfNews<'ticket'>) => string;
    readonly acknowledged: (of: OfNews<'acknowledged'>) => string;
    readonly answered: (of: OfNews<'answered'>) => string;
    readonly asked: (of: OfNews<'asked'>) => string;
    readonly told: Readonly<Record<ToldWhy, (id: string, who: string) => string>>;
    readonly reminded: (of: OfNews<'reminded'>) => string;
    readonly status: (id: string, label: string) => string;
    readonly atRisk: (id: string, due: Due | null, time: string) => string;
    readonly late: (id: string, due: Due | null, time: string) => string;
    readonly moved: (time: string) => string;
    readonly unsent: (of: OfNews<'unsent'>) => string;
    readonly fault: (what: string) => string;
  };
  readonly problem: {
    readonly noSubject: string;
    readonly noText: string;
    readonly tooLarge: string;
    readonly offline: string;
    readonly refused: (why: string) => string;
    readonly close: string;
  };
}
