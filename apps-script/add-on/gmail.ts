/** Gmail as the add-on has it: the open mail, and drafts beside it. The only file that touches GmailApp. */
import { instant } from '../../core/time/instant';
import { once } from '../once';
import type { DraftWish } from './card';
import { NotDone } from './not-done';
import type { OpenMailPort } from './open-mail';

/** What Gmail says with every event about the mail that is open. */
export interface GmailEvent {
  readonly messageId: string;
  readonly accessToken: string;
}

export interface Mailbox extends OpenMailPort {
  draft(wish: DraftWish): GoogleAppsScript.Gmail.GmailDraft;
}

/** getHeader minds the case, and programs write these in more than one. */
const SPELLINGS = {
  messageId: ['Message-ID', 'Message-Id', 'Message-id', 'message-id', 'MESSAGE-ID'],
  inReplyTo: ['In-Reply-To', 'In-Reply-to', 'In-reply-to', 'in-reply-to', 'IN-REPLY-TO'],
  references: ['References', 'references', 'REFERENCES'],
} as const;

export function gmailMailbox(event: GmailEvent | null): Mailbox {
  const message = once(() => {
    if (event === null) throw new NotDone('no-mail', '');
    GmailApp.setCurrentMessageAccessToken(event.accessToken);
    return GmailApp.getMessageById(event.messageId);
  });
  /** What Gmail refuses, it refuses for this mail: the token is too old, or the mail has gone. */
  const read = <T>(ask: () => T): T => {
    try {
      return ask();
    } catch (error) {
      console.warn(`Gmail did not hand the mail over: ${String(error)}`);
      throw new NotDone('no-mail', '');
    }
  };
  const header = (spellings: readonly string[]): string => {
    for (const name of spellings) {
      const value = message().getHeader(name);
      if (value) return value;
    }
    return '';
  };
  return {
    read: () =>
      event === null
        ? null
        : read(() => ({
            messageId: header(SPELLINGS.messageId),
            inReplyTo: header(SPELLINGS.inReplyTo),
            references: header(SPELLINGS.references),
            from: message().getFrom(),
            replyTo: message().getReplyTo(),
            to: message().getTo(),
            cc: message().getCc(),
            subject: message().getSubject(),
            at: instant(message().getDate().getTime()),
          })),
    content: () =>
      read(() => ({
        text: message().getPlainBody(),
        files: message()
          .getAttachments()
          .map((file) => ({ name: file.getName(), bytes: file.getSize() })),
      })),
    draft: (wish) =>
      read(() => {
        if (wish.kind === 'reply') {
          return message().createDraftReply(wish.body, wish.cc === '' ? {} : { cc: wish.cc });
        }
        const files = wish.files.length === 0 ? [] : message().getAttachments();
        return GmailApp.createDraft(wish.to, wish.subject, wish.body, {
          attachments: wish.files.flatMap((place) => files[place]?.copyBlob() ?? []),
        });
      }),
  };
}
