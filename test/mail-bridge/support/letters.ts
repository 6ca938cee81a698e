/** Mails as people's programs write and quote them. */
import { createTransport } from 'nodemailer';
import type { Mail } from '../../../core/mail/mail';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import type { Dovecot } from '../../bench/dovecot';
import { SUPPORT } from './bench';

export interface Letter {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string | null;
  readonly to?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
}

let count = 0;

/** The bytes of a plain mail to support. `messageId: null` leaves the header out. */
export function letter({ from, subject, text, messageId, to = SUPPORT, headers = [] }: Letter): Buffer {
  count += 1;
  const id = messageId === undefined ? `<letter-${count}@people.test>` : messageId;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Date: Fri, 20 Nov 2026 10:00:00 +0100',
    ...(id === null ? [] : [`Message-ID: ${id}`]),
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.split('\n'),
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

export interface Writing {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly answers?: Mail;
}

/** Sends to support by SMTP, an answer with the quote below it as Gmail puts it. Returns the Message-ID. */
export async function writeToSupport(smtp: { readonly port: number }, writing: Writing): Promise<string> {
  count += 1;
  const { from, subject, text, answers } = writing;
  const messageId = `<written-${count}@people.test>`;
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtp.port,
    tls: { rejectUnauthorized: false },
  });
  try {
    await transport.sendMail({
      from,
      to: SUPPORT,
      subject,
      text: answers ? `${text}\n\n${gmailQuote(answers)}` : text,
      messageId,
      ...(answers
        ? { inReplyTo: answers.messageId, references: [...answers.references, answers.messageId] }
        : {}),
    });
  } finally {
    transport.close();
  }
  return messageId;
}

function gmailQuote(mail: Mail): string {
  const who = `${mail.from?.name} <${mail.from?.address}>`;
  return `sob., 21 lis 2026 o 10:15 ${who} napisał(a):\n\n${mail.text.replace(/^/gm, '> ')}`;
}

/** What lies in a folder of somebody's mailbox, read. */
export async function lettersOf(dovecot: Dovecot, address: string, folder = 'INBOX'): Promise<Mail[]> {
  const messages = (await dovecot.mailbox(address)).filter((message) => message.folder === folder);
  return Promise.all(messages.map(({ raw }) => readMail(raw)));
}

export function header(mail: Mail, name: string): string | null {
  return mail.headers.find((field) => field.name === name)?.value ?? null;
}
