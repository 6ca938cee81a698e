/** What a rule of the classify tables is. */
import type { Mail } from './mail';

export type MailClass = 'human' | 'auto-reply' | 'bounce' | 'report' | 'list' | 'loop';

export interface ClassifyContext {
  /** Addresses and aliases of the mailbox itself. */
  readonly ownAddresses: readonly string[];
  /** Did we make this Message-ID? (core/mail/signed-id) */
  readonly ownMessageId: (id: string) => boolean;
  /** Did we put this mark on a mail with this Message-ID? */
  readonly ownLoopMark?: (mark: string, messageId: string) => boolean;
}

export interface ClassRule {
  readonly name: string;
  /** null: says nothing about who wrote, only that an automatic answer is unwanted. */
  readonly means: MailClass | null;
  readonly outOfOffice?: true;
  readonly source: string;
  readonly test: (mail: Mail, context: ClassifyContext) => boolean;
}
