/** What people are told when the bridge cannot do its work, and when it can again. */
import type { Condition } from '../../core/health/conditions';
import type { ProblemWords } from './dictionary';

export interface HealthTold {
  /** When it began, in words. */
  readonly since: string;
  /** What the other side or the system said last; '' where nobody said anything. */
  readonly reason: string;
  /** Of mails, or megabytes that are free; 0 where nothing is counted. */
  readonly count: number;
  /** The support mailbox. */
  readonly mailbox: string;
}

/** The end of it, in words. */
export interface HealthOver extends HealthTold {
  readonly until: string;
}

export interface ConditionWords {
  /** Subject of the alert. */
  readonly subject: string;
  /** What happened and since when: a sentence. */
  readonly what: (told: HealthTold) => string;
  /** What it means for participants. */
  readonly means: string;
  readonly todo: string;
  /** Subject of the mail that says that it is over. */
  readonly overSubject: string;
  readonly over: (told: HealthOver) => string;
}

export interface HealthWords {
  readonly condition: Readonly<Record<Condition, ConditionWords>>;
  readonly hello: string;
  /** What the other side said, as a sentence. */
  readonly said: (reason: string) => string;
  readonly meansTitle: string;
  readonly todoTitle: string;
  /** The last sentence of an alert. */
  readonly willTell: string;
  /** What is to be done about a line of the Problems tab whose matter is over. */
  readonly overTodo: string;
  /** Lines of the Problems tab about single mails. */
  readonly unknownSend: (to: string, subject: string, at: string) => ProblemWords;
  readonly failedSend: (to: string, subject: string, answer: string) => ProblemWords;
  readonly settledSend: (to: string, subject: string) => ProblemWords;
}
