/** What the invented people do with their mail programs: write, answer, read. Their mail travels by SMTP like any other. */
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Clock, Instant } from '../core/time/instant';
import { readMail } from '../mail-bridge/mime/read-mail';

export interface Writing {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The mail that is answered. */
  readonly answers?: {
    readonly messageId: string;
    readonly references: readonly string[];
    readonly quote: string;
  };
}

export interface WrittenLetter {
  readonly messageId: string;
  readonly references: readonly string[];
  /** As it was sent, with what it quotes. */
  readonly text: string;
  readonly at: Instant;
}

export interface LetterBox {
  /** Writes to support. Rejects when the mail server of the demo refuses it. */
  send(writing: Writing): Promise<WrittenLetter>;
  close(): void;
}

export interface LetterBoxOptions {
  readonly smtp: { readonly host: string; readonly port: number };
  /** Address of support. */
  readonly to: string;
  readonly clock: Clock;
}

export function openLetterBox({ smtp, to, clock }: LetterBoxOptions): LetterBox {
  // One connection that stays: servers greet new ones slowly.
  const transport = createTransport({
    ...smtp,
    secure: false,
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ from, subject, text: own, answers }) {
      const messageId = `<${randomUUID()}@${from.address.slice(from.address.indexOf('@') + 1)}>`;
      const references = answers ? [...answers.references, answers.messageId] : [];
      const text = answers ? `${own}\n\n${answers.quote}` : own;
      const at = clock.now();
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId,
        date: new Date(at),
        ...(answers ? { inReplyTo: answers.messageId, references } : {}),
      });
      return { messageId, references, text, at };
    },
    close: () => transport.close(),
  };
}

export interface ReadLetter {
  readonly messageId: string;
  /** What it answers and what came before, as the mail names it. */
  readonly references: readonly string[];
  /** With the address. */
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
  /** Sent by a program: acknowledgement or reminder. */
  readonly automatic: boolean;
}

export async function readLetter(raw: Buffer, at: Instant): Promise<ReadLetter> {
  const letter = await readMail(raw);
  return {
    messageId: letter.messageId,
    references: [...letter.references, ...(letter.inReplyTo === null ? [] : [letter.inReplyTo])],
    from: letter.from ? `${letter.from.name} <${letter.from.address}>` : '',
    fromName: letter.from?.name || letter.from?.address || '',
    subject: letter.subject,
    text: letter.text,
    at,
    automatic: letter.headers.some(({ name }) => name === 'auto-submitted'),
  };
}
