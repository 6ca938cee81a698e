/** Mails as a firm gets them: questions with files, answers, robots and bounces. Each has a mark that stands nowhere else. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Random } from './random';

export interface WrittenMail {
  readonly raw: Buffer;
  readonly messageId: string;
  readonly attachments: readonly { readonly filename: string; readonly sha256: string }[];
}

export interface Writing {
  readonly mark: string;
  readonly from: string;
  readonly to: string;
  readonly date: Date;
  /** Message-ID of the mail that it answers, with that one's subject. */
  readonly answers?: { readonly messageId: string; readonly subject: string };
  readonly files?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function writeMail(writing: Writing, random: Random): Promise<WrittenMail> {
  const { mark, from, to, date, answers, headers, files = 0 } = writing;
  const messageId = `<${mark}@people.test>`;
  const attachments = filesOf(mark, files, random);
  const composer = new MailComposer({
    from: { name: `Person ${mark}`, address: from },
    to,
    subject: answers ? `Re: ${answers.subject} ${mark}` : `Question ${mark}`,
    text: `Dear support,\n\nabout ${mark}: the meeting does not open for me.\n\nRegards\n`,
    messageId,
    date,
    ...(answers ? { inReplyTo: answers.messageId, references: answers.messageId } : {}),
    ...(headers ? { headers } : {}),
    attachments: attachments.map(({ filename, content }) => ({ filename, content })),
  });
  return { raw: await onTheWire(composer), messageId, attachments: attachments.map(named) };
}

/** A file that a mail brings along. */
export interface WrittenFile {
  readonly filename: string;
  readonly content: Buffer;
  readonly sha256: string;
}

export function filesOf(mark: string, count: number, random: Random): readonly WrittenFile[] {
  return Array.from({ length: count }, (_, index) => {
    const content = bytesOf(random, 200 + random.below(20_000));
    return { filename: `${mark}-${index + 1}.bin`, content, sha256: sha256(content) };
  });
}

export function named({ filename, sha256: sum }: WrittenFile): WrittenMail['attachments'][number] {
  return { filename, sha256: sum };
}

/** As it comes over the wire: an IMAP server gives every line break as CRLF. */
export async function onTheWire(composer: MailComposer): Promise<Buffer> {
  const built = await composer.compile().build();
  return Buffer.from(built.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

/** RFC 3464: the other side gives back a mail of ours for good. */
export function writeBounce(
  mark: string,
  ours: { readonly messageId: string; readonly to: string },
  support: string,
): WrittenMail {
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.people.test>',
    `To: ${support}`,
    `Subject: Undelivered Mail ${mark}`,
    `Message-ID: <${mark}@mx.people.test>`,
    'Date: Fri, 20 Nov 2026 10:05:00 +0100',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${mark}"`,
    '',
    `--${mark}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `Your message to ${ours.to} could not be delivered: user unknown. ${mark}`,
    `--${mark}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.people.test',
    '',
    `Final-Recipient: rfc822; ${ours.to}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
    '',
    `--${mark}`,
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${support}`,
    `To: ${ours.to}`,
    `Message-ID: ${ours.messageId}`,
    '',
    `--${mark}--`,
    '',
  ];
  return { raw: Buffer.from(lines.join('\r\n')), messageId: `<${mark}@mx.people.test>`, attachments: [] };
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function bytesOf(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
