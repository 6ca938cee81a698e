/** What the invented people do with their mail programs: write, answer, read. Their mail travels by SMTP like any other. */
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Instant } from '../core/time/instant';
import { readMail } from '../mail-bridge/mime/read-mail';
import type { World } from './world';
import { SUPPORT_ADDRESS } from './world';

export interface Writing {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The mail that is answered. */
  readonly answers?: { readonly messageId: string; readonly references: readonly string[]; readonly quote: string };
}

/** @returns the Message-ID of the new mail. Rejects when the mail server of the demo refuses it. */
export async function writeToSupport({ mail, clock }: World, writing: Writing): Promise<string> {
  const { from, subject, answers } = writing;
  const messageId = `<${randomUUID()}@${from.address.slice(from.address.indexOf('@') + 1)}>`;
  const transport = createTransport({ ...mail.smtp, secure: false, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({
      from,
      to: SUPPORT_ADDRESS,
      subject,
      text: answers ? `${writing.text}\n\n${answers.quote}` : writing.text,
      messageId,
      date: new Date(clock.now()),
      ...(answers
        ? { inReplyTo: answers.messageId, references: [...answers.references, answers.messageId] }
        : {}),
    });
  } finally {
    transport.close();
  }
  return messageId;
}

export interface ReadLetter {
  readonly messageId: string;
  readonly references: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
  /** Sent by a program: acknowledgement or reminder. */
  readonly automatic: boolean;
}

/** The inbox of one of the invented people, oldest first. */
export async function readLetters({ mail }: World, address: string): Promise<ReadLetter[]> {
  return Promise.all(
    mail.messages(address).map(async ({ raw, at }) => {
      const letter = await readMail(raw);
      return {
        messageId: letter.messageId,
        references: letter.references,
        from: letter.from ? `${letter.from.name} <${letter.from.address}>` : '',
        subject: letter.subject,
        text: letter.text,
        at,
        automatic: letter.headers.some(({ name }) => name === 'auto-submitted'),
      };
    }),
  );
}
