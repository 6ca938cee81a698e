/** What the invented people do with their mail programs: write, answer, read. Their mail travels by SMTP like any other. */
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { addressKey } from '../core/mail/addresses';
import type { Attachment, Mailbox } from '../core/mail/mail';
import type { Clock, Instant } from '../core/time/instant';
import { readMail } from '../mail-bridge/mime/read-mail';
import { type EnclosedFile, isPicture, letterHtml, pictureId } from './letter-html';
import type { Provider } from './mail-server/smtp-submission';

export interface Writing {
  readonly from: Mailbox;
  /** Without it, support. */
  readonly to?: Mailbox;
  readonly cc?: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly files?: readonly EnclosedFile[];
  /** The mail that is answered. */
  readonly answers?: {
    readonly messageId: string;
    readonly references: readonly string[];
    /** '' for none. */
    readonly quote: string;
  };
  /** Written by the mail program itself while its owner is away. */
  readonly isAutomatic?: boolean;
  /** Whether the server of the sender hands it on. Otherwise somebody else claims to be the sender. */
  readonly isTrue?: boolean;
}

export interface WrittenLetter {
  readonly messageId: string;
  readonly references: readonly string[];
  /** As it was sent, with what it quotes. */
  readonly text: string;
  readonly at: Instant;
  readonly raw: Buffer;
}

export interface LetterBox {
  /** Rejects when the mail server of the demo refuses it. */
  send(writing: Writing): Promise<WrittenLetter>;
  close(): void;
}

export interface LetterBoxOptions {
  readonly smtp: { readonly host: string; readonly port: number };
  readonly provider: Provider;
  readonly support: Mailbox;
  readonly clock: Clock;
}

export function openLetterBox({ smtp, provider, support, clock }: LetterBoxOptions): LetterBox {
  // Each is one connection that stays: servers greet new ones slowly. It is opened by the first mail.
  const way = (auth: { readonly user: string; readonly pass: string } | null) =>
    createTransport({
      ...smtp,
      secure: false,
      ...(auth && { auth }),
      pool: true,
      maxConnections: 1,
      maxMessages: Number.POSITIVE_INFINITY,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  const known = way({ user: provider.login, pass: provider.password });
  const unknown = way(null);
  return {
    async send(writing) {
      const { from, to = support, cc = [], answers, isTrue = true } = writing;
      const at = clock.now();
      const messageId = `<${randomUUID()}@${from.address.slice(from.address.indexOf('@') + 1)}>`;
      const references = answers ? [...answers.references, answers.messageId] : [];
      const text = answers?.quote ? `${writing.text}\n\n${answers.quote}` : writing.text;
      const raw = await compose({ ...writing, to, cc, text }, writing.text, { at, messageId, references });
      const recipients = new Map([to, ...cc].map(({ address }) => [addressKey(address), address]));
      const envelope = { from: from.address, to: [...recipients.values()] };
      await (isTrue ? known : unknown).sendMail({ envelope, raw });
      return { messageId, references, text, at, raw };
    },
    close() {
      known.close();
      unknown.close();
    },
  };
}

interface Stamp {
  readonly at: Instant;
  readonly messageId: string;
  readonly references: readonly string[];
}

async function compose(
  { from, to, cc, subject, text, files = [], answers, isAutomatic = false }: Writing,
  own: string,
  { at, messageId, references }: Stamp,
): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    ...(to && { to }),
    cc: [...(cc ?? [])],
    subject,
    text,
    html: letterHtml(own, answers?.quote ?? '', files, from.address),
    messageId,
    date: new Date(at),
    ...(answers ? { inReplyTo: answers.messageId, references: [...references] } : {}),
    // RFC 3834 §5.
    ...(isAutomatic ? { headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' } } : {}),
    attachments: files.map(({ name, type, bytes }, index) => ({
      filename: name,
      contentType: type,
      content: bytes,
      ...(isPicture(type) && { cid: pictureId(index, from.address), contentDisposition: 'inline' }),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, raw) => (error ? reject(error) : resolve(raw)));
  });
}

export interface ReadLetter {
  readonly messageId: string;
  /** What it answers and what came before, as the mail names it. */
  readonly references: readonly string[];
  /** With the address. */
  readonly from: string;
  readonly fromName: string;
  /** Where an answer goes. */
  readonly replyTo: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
  /** Sent by a program: acknowledgement or reminder. */
  readonly automatic: boolean;
  readonly files: readonly Attachment[];
}

export async function readLetter(raw: Buffer, at: Instant): Promise<ReadLetter> {
  const letter = await readMail(raw);
  return {
    messageId: letter.messageId,
    references: [...letter.references, ...(letter.inReplyTo === null ? [] : [letter.inReplyTo])],
    from: letter.from ? `${letter.from.name} <${letter.from.address}>` : '',
    fromName: letter.from?.name || letter.from?.address || '',
    replyTo: letter.replyTo[0] ?? letter.from,
    to: letter.to,
    cc: letter.cc,
    subject: letter.subject,
    text: letter.text,
    at,
    automatic: letter.headers.some(({ name }) => name === 'auto-submitted'),
    files: letter.attachments,
  };
}
