/** From an outgoing mail to its bytes, by nodemailer. The same mail always gives the same bytes. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { AUTOMATIC, boundedReferences, type OutgoingMail } from '../../core/outbox/outgoing-mail';

export interface Sender {
  readonly address: string;
  readonly name: string;
  /** Where answers to mail of this ticket go: the support address, or one that names the ticket. */
  replyTo(mail: OutgoingMail): string;
  /** A mark that only we can make, by which our own mail is known when it comes back. */
  loopMark(mail: OutgoingMail): string;
}

const LOOP_HEADER = 'X-Rowdesk-Loop';

export function composeMail(mail: OutgoingMail, sender: Sender): Promise<Buffer> {
  const automatic = AUTOMATIC[mail.kind];
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: [{ name: '', address: mail.to }],
    replyTo: [{ name: sender.name, address: sender.replyTo(mail) }],
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    date: new Date(mail.date),
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    references: boundedReferences(mail.references),
    headers: {
      [LOOP_HEADER]: sender.loopMark(mail),
      'Content-Language': mail.language,
      ...(automatic === null
        ? {}
        : {
            // RFC 3834 §5.
            'Auto-Submitted': automatic,
            // [MS-OXCMAIL] 2.2.3.2.14. Not "All": that would also stop Exchange's non-delivery reports, which we want.
            'X-Auto-Response-Suppress': 'OOF, AutoReply, RN, NRN',
          }),
    },
    // Without it nodemailer draws a boundary by chance and a retry would differ from the first attempt.
    baseBoundary: createHash('sha256').update(mail.key).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, raw) => (error ? reject(error) : resolve(raw)));
  });
}
