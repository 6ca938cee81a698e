/** All that is known of a mail in the inbox when it is read as a colleague's. Plain data: whoever calls has looked everything up. */
import type { TeamReading } from '../assignment/colleagues';
import type { IncomingMail } from '../intake/incoming';
import type { TrustVerdict } from '../mail/trust';
import type { TicketId } from '../ticket/ticket-id';
import type { DayNumber } from '../time/civil';
import type { Instant } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { Agents } from './agents';
import type { KnownTemplate, ReadChoice } from './commands';
import type { DirectMail } from './direct-mail';
import type { GivenAnswer } from './held';
import type { Agent, Asked } from './trainer-mail-types';

/** The ticket that the mail speaks of. */
export interface SpokenOf {
  /** The one that goes on, where it was merged. */
  readonly id: TicketId;
  /** Who asks in the ticket that was merged into it and that the mail was about; null: it is the ticket itself. */
  readonly mergedRequester: string | null;
  readonly status: TicketStatus;
  readonly requester: string;
  /** In the form of addressKey. */
  readonly participants: ReadonlySet<string>;
  readonly assignee: string;
  readonly session: Pick<Row<'sessions'>, 'trainer' | 'substitute'> | null;
  /** Answers to the participant that are not held. */
  readonly given: readonly GivenAnswer[];
  /** Answers that wait for "#send", the latest last. */
  readonly held: readonly HeldAnswer[];
}

export interface HeldAnswer {
  /** Id of its row in Messages. */
  readonly row: string;
  /** Address of its writer, in the form of addressKey. */
  readonly agent: string;
}

/** "Is this address yours?", which the mail answers. */
export interface AddressQuestion {
  readonly agent: Agent;
  readonly address: string;
}

export interface TrainerMailInput {
  readonly incoming: Pick<
    IncomingMail,
    'mail' | 'classification' | 'words' | 'fullText' | 'forwardedFrom' | 'receivedAt'
  >;
  /** Whether the mailbox's own server says that the sender is who the From header claims. */
  readonly trust: TrustVerdict;
  readonly asked: Asked | null;
  /** Whether it was written to the people of a ticket, with us in copy: readDirectMail, by the same facts and `asked`. */
  readonly direct: DirectMail;
  /** When the mail of ours that this one answers was sent. */
  readonly askedAt: Instant | null;
  /** When the writer was last told that somebody else has answered in this ticket. */
  readonly toldAt: Instant | null;
  /** What the mail of ours that this one answers had asked, by the book. */
  readonly question: AddressQuestion | null;
  /** The ticket of `asked`; without it the one to which threading leads. null: none, or none that we know. */
  readonly ticket: SpokenOf | null;
  /** Addresses of the support mailbox and its aliases. */
  readonly own: readonly string[];
  /** Of the firm's workbook: a link to it is for the team. '' where there is none to look for. */
  readonly spreadsheetId: string;
  readonly agents: Agents;
  readonly team: TeamReading;
  readonly templates: readonly KnownTemplate[];
  readonly readChoice: ReadChoice;
  readonly today: DayNumber;
}
