/** From an outgoing mail to its bytes, by nodemailer. The same mail always gives the same bytes. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { addressKey, isSendableAddress } from '../../core/mail/addresses';
import { AUTOMATIC, boundedReferences, type OutgoingMail } from '../../core/outbox/outgoing-mail';
import { splitFooter } from '../../core/template/footer';
import { htmlPart } from '../../core/template/html-part';
import type { Pictures } from '../../core/template/letter-markup';
import type { ReadFiles } from './attached-files';
import { displayName } from './display-name';
import { withFiles } from './file-parts';
import { invitationFile } from './invitation-file';
import { listUnsubscribe, stopToken } from './stop-links';

export interface Sender {
  readonly address: string;
  readonly name: string;
  /** Where answers to mail of this ticket go: the support address, or one that names the ticket. */
  replyTo(mail: OutgoingMail): string;
  /** A mark that only we can make, by which our own mail is known when it comes back. */
  loopMark(mail: OutgoingMail): string;
  readonly readFiles: ReadFiles;
}

const LOOP_HEADER = 'X-Rowdesk-Loop';

export async function composeMail(mail: OutgoingMail, sender: Sender): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: displayName(mail.fromName, sender.name), address: sender.address },
    to: [{ name: '', address: mail.to }],
    cc: copiesTo(mail).map((address) => ({ name: '', address })),
    replyTo: [{ name: sender.name, address: sender.replyTo(mail) }],
    subject: mail.subject,
    ...(await contentOf(mail, sender)),
    messageId: mail.messageId,
    date: new Date(mail.date),
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    references: boundedReferences(mail.references),
    headers: headersOf(mail, sender),
    // Without it nodemailer draws a boundary by chance and a retry would differ from the first attempt.
    baseBoundary: createHash('sha256').update(mail.key).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, raw) => (error ? reject(error) : resolve(raw)));
  });
}

/** Whom the mail names as getting a copy: the same must be in its envelope. */
export function copiesTo({ to, cc }: Pick<OutgoingMail, 'to' | 'cc'>): readonly string[] {
  const named = new Map(cc.filter(isSendableAddress).map((address) => [addressKey(address), address]));
  named.delete(addressKey(to));
  return [...named.values()];
}

function headersOf(mail: OutgoingMail, sender: Sender): Record<string, string> {
  const automatic = AUTOMATIC[mail.kind];
  const unsubscribe = listUnsubscribe(mail, sender.address);
  return {
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
    ...(unsubscribe === null ? {} : { 'List-Unsubscribe': unsubscribe }),
  };
}

/** The text, always whole; the page beside it; what calendars read; files. */
async function contentOf(mail: OutgoingMail, sender: Sender) {
  const { language, subject, plainOnly, files } = mail;
  const automatic = AUTOMATIC[mail.kind] !== null;
  const page = (text: string, pictures: Pictures) =>
    htmlPart({ language, subject, text, automatic, pictures });
  const bytes = files.length === 0 ? [] : await sender.readFiles(files);
  const { text, html, parts } = withFiles(mail, bytes, plainOnly ? null : page);
  const [first, ...others] = calendarFiles(mail, sender);
  return {
    text,
    ...(html === null ? {} : { html }),
    // As the last alternative, which Gmail and Outlook show as an invitation, and as a file for everybody else.
    ...(first === undefined
      ? {}
      : { icalEvent: { method: first.method, filename: 'invite.ics', content: first.content } }),
    // One event a message (RFC 5546 §3.2): the others are files that a calendar opens.
    attachments: [
      ...others.map(({ content }, at) => ({
        filename: `invite-${at + 2}.ics`,
        contentType: 'application/ics',
        content,
      })),
      ...parts,
    ],
  };
}

function calendarFiles(mail: OutgoingMail, { address, name }: Sender) {
  const token = stopToken(mail.messageId);
  const help = splitFooter(mail.text)
    .footer.split('\n\n')
    // The way out of reminders is the reader's own; calendars are shared.
    .filter((paragraph) => token === null || !paragraph.includes(token))
    .join('\n\n');
  return mail.invitations.map((invitation) => ({
    method: invitation.method,
    content: invitationFile(invitation, {
      language: mail.language,
      date: mail.date,
      organizer: { name, address },
      attendee: mail.to,
      help,
    }),
  }));
}
