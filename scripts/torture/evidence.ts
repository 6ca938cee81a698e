/**
 * What is left when a torture run is over, as three witnesses tell it who know nothing of each other: the mailbox that
 * was delivered to, the Sheet, and the SMTP server that wrote down what it accepted. The checker judges by this alone;
 * it asks neither the bridge nor its journals whether all went well.
 */
import type { Row } from '../../core/workbook/rows';

/** A mail that somebody sent to support. Its mark is a word that stands nowhere else, in the subject and in the text. */
export interface DeliveredMail {
  readonly mark: string;
  readonly messageId: string;
  readonly from: string;
  /**
   * `robot` and `bounce` get no ticket of their own; `copy` has the very bytes of another one that came before; `agent`
   * is a colleague's answer to a letter about a ticket; `direct` was sent to a participant from the shared mailbox itself
   * and lies in its folder for sent mail.
   */
  readonly kind: 'question' | 'answer' | 'copy' | 'robot' | 'bounce' | 'agent' | 'direct';
  /** Mark of the question whose ticket it belongs to; null: it opens one. */
  readonly belongsTo: string | null;
  /** SHA-256 of the raw bytes, in hexadecimal. */
  readonly sha256: string;
  readonly attachments: readonly { readonly filename: string; readonly sha256: string }[];
  /** Whether the writer is owed an acknowledgement (a person's new question, under the caps). */
  readonly owedAcknowledgement: boolean;
}

/** A row that a colleague wrote into the Outbox: one answer to one person. */
export interface AskedMail {
  readonly mark: string;
  readonly key: string;
  readonly to: string;
}

/** What a colleague wants with a mail that answers our letter about a ticket; the mail itself is among those delivered. */
export interface AgentMail {
  readonly mark: string;
  /** Address of the colleague. */
  readonly agent: string;
  /** Id of the ticket. */
  readonly ticket: string;
  /** Whom the ticket is with: an `answer` is to reach them, a `note` and mere `commands` never. */
  readonly to: string;
  readonly wants: 'answer' | 'note' | 'commands';
  /** Cells of the ticket that its commands are to change. */
  readonly cells: readonly string[];
  /** Mark of the answer of another colleague that comes at the same time: one of the two is to wait. */
  readonly rival: string | null;
}

/** A mail that the SMTP server answered with 250, or kept although no answer of it arrived. */
export interface AcceptedMail {
  readonly to: readonly string[];
  readonly messageId: string;
  /** Of the header Auto-Submitted; '' where there is none. */
  readonly autoSubmitted: string;
  readonly inReplyTo: string;
  readonly references: readonly string[];
  /** Where an answer to it goes. */
  readonly answerTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** SHA-256 of each file in it. */
  readonly files: readonly string[];
  /** The server kept it and told nobody: after such a one, "unknown" is the truth. */
  readonly toldNobody: boolean;
}

/** What the server said for good, at MAIL, RCPT, DATA or after the dot. */
export interface PermanentRefusal {
  /** Recipient of the envelope; null: it came before one was named. */
  readonly to: string | null;
  /** The line that it said, with its code. */
  readonly reply: string;
}

export interface Evidence {
  readonly delivered: readonly DeliveredMail[];
  readonly asked: readonly AskedMail[];
  readonly agentMails: readonly AgentMail[];
  readonly accepted: readonly AcceptedMail[];
  readonly refusals: readonly PermanentRefusal[];
  /**
   * Recipients of the mails that the server asked the text of and did not take, and nobody can say that the bridge knows:
   * the line was cut or silent, or the bridge died, before the next word. After such a one, "unknown" is the truth too.
   */
  readonly leftOpen: readonly string[];
  /** How often the disk refused a note of the outbox: then what the server said may be forgotten. */
  readonly notesRefused: number;
  readonly sheet: {
    readonly tickets: readonly Row<'tickets'>[];
    readonly messages: readonly Row<'messages'>[];
    readonly outbox: readonly Row<'outbox'>[];
    readonly intake: readonly Row<'intake'>[];
    readonly problems: readonly Row<'problems'>[];
    readonly commands: readonly Row<'commands'>[];
  };
  /** Ids of tickets whose row a fault deleted: they are expected back or named on Problems. */
  readonly deletedTickets: readonly string[];
  /** SHA-256 of every file of the spool, taken from its bytes, and of each attachment that its bytes still hold. */
  readonly spool: ReadonlyMap<string, { readonly attachments: readonly string[] }>;
  /** Message-IDs in the folder for sent mail. */
  readonly sentFolder: readonly string[];
  /** Whether the provider files every mail that it accepts. */
  readonly filedByProvider: boolean;
}

/** One thing that went wrong, named so that a person can look for it. */
export interface Finding {
  readonly kind:
    | 'lost-mail'
    | 'duplicate-ticket'
    | 'half-ticket'
    | 'lost-attachment'
    | 'wrong-ticket'
    | 'double-acknowledgement'
    | 'missing-acknowledgement'
    | 'double-reply'
    | 'lost-reply'
    | 'answered-robot'
    | 'leaked'
    | 'needless-letter'
    | 'lost-command'
    | 'double-command'
    | 'shown-otherwise'
    | 'unbalanced-intake';
  /** The mail, ticket or row. */
  readonly which: string;
  /** What the witnesses say, in a sentence. */
  readonly what: string;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** Mails of which the Sheet says "unknown", and rightly: the line was lost after the final dot and no copy tells. */
  readonly unknown: number;
}
