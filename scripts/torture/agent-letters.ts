/** Answers of colleagues to our letters, as Gmail writes them and as the mailbox's own server hands them over. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { AcceptedMail } from './evidence';
import { filesOf, named, onTheWire, type WrittenMail } from './letters';
import type { Random } from './random';

/** As the mailbox's own server names itself, also in the bridge's configuration. */
export const OWN_SERVER = 'mx.firm.test';

/** By what an answer shows which letter it answers: some programs leave out the one, some the other. */
export type Proof = 'both' | 'reply-address' | 'message-id';

export interface AgentWriting {
  readonly mark: string;
  readonly agent: { readonly name: string; readonly email: string };
  readonly letter: AcceptedMail;
  /** What stands above the quotation. */
  readonly words: string;
  /** Address of the shared mailbox, for a program that ignores Reply-To. */
  readonly support: string;
  readonly proof: Proof;
  readonly files: number;
  readonly date: Date;
}

export async function writeAgentMail(writing: AgentWriting, random: Random): Promise<WrittenMail> {
  const { mark, agent, letter, words, support, proof, files, date } = writing;
  const messageId = `<${mark}@mail.firm.test>`;
  const attachments = filesOf(mark, files, random);
  const to = proof === 'message-id' ? support : letter.answerTo;
  const lead = `On ${date.toUTCString()}, Somebody via Firm <${letter.answerTo}> wrote:`;
  const quoted = letter.text.split('\n').map((line) => `> ${line}`.trimEnd());
  const composer = new MailComposer({
    from: { name: agent.name, address: agent.email },
    to,
    subject: `Re: ${letter.subject}`,
    text: [words, '', lead, '', ...quoted, ''].join('\n'),
    html: `<div dir="ltr">${asHtml(words)}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${asHtml(lead)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${letter.html}</blockquote></div>`,
    messageId,
    date,
    ...(proof === 'reply-address'
      ? {}
      : { inReplyTo: letter.messageId, references: [...letter.references, letter.messageId] }),
    attachments: attachments.map(({ filename, content }) => ({ filename, content })),
  });
  const raw = Buffer.concat([Buffer.from(handedOver(date)), await onTheWire(composer)]);
  return { raw, messageId, attachments: attachments.map(named) };
}

/** RFC 8601: the results of the server that hands it over stand above everything that came with it. */
function handedOver(date: Date): string {
  return [
    `Authentication-Results: ${OWN_SERVER}; dkim=pass header.d=firm.test; dmarc=pass header.from=firm.test`,
    `Received: from mail.firm.test (mail.firm.test [192.0.2.7]) by ${OWN_SERVER} with ESMTPS; ${date.toUTCString()}`,
    '',
  ].join('\r\n');
}

function asHtml(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.replace(/\n/g, '<br>');
}
