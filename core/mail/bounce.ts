/** What a bounce says: which recipients, with which status, of which mail of ours. */
import { addressKey } from './addresses';
import { atWords } from './at-words';
import { readJsonNotification } from './bounce-json';
import { recipientsInText, statusNear } from './bounce-recipients';
import type { Bounce, BounceAction, BouncedRecipient } from './bounce-types';
import type { HeaderField, Mail } from './mail';
import { headerValue, headerValues } from './mail';
import { readMessageIds } from './message-id';

export type { Bounce } from './bounce-types';

/** What a mail that classify() calls a bounce says. */
export function readBounce(mail: Mail): Bounce {
  const text = mail.text !== '' ? mail.text : mail.htmlAsText;
  const structured = mail.reports
    .filter((part) => part.kind !== 'feedback-report')
    .flatMap((part) => recipientsOf(part.blocks));
  const json = structured.length > 0 ? null : readJsonNotification(mail);
  if (json !== null) return { recipients: unique(json.recipients), originalMessageId: originalIdOf(mail) };
  const recipients =
    structured.length > 0
      ? structured.map((one) => withStatusOfText(one, text))
      : recipientsInText(mail, text);
  return { recipients: unique(recipients), originalMessageId: originalIdOf(mail) };
}

/** x.0.0 says nothing: the human part of the report often quotes the server. */
function withStatusOfText(recipient: BouncedRecipient, text: string): BouncedRecipient {
  if (recipient.status !== '' && !/^[245]\.0\.0$/.test(recipient.status)) return recipient;
  if (!text.toLowerCase().includes(recipient.address)) return recipient;
  const said = statusNear(text, recipient.address);
  const sameClass = recipient.status === '' || said.charAt(0) === recipient.status.charAt(0);
  return said !== '' && sameClass ? { ...recipient, status: said } : recipient;
}

const ACTIONS: readonly BounceAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/** RFC 3464 section 2: the first block is about the message, each further one about a recipient. */
function recipientsOf(blocks: readonly (readonly HeaderField[])[]): BouncedRecipient[] {
  const named = blocks.map((fields) => ({
    fields,
    original: recipientAddress(headerValue(fields, 'original-recipient')),
    final:
      recipientAddress(headerValue(fields, 'final-recipient')) ??
      recipientAddress(headerValue(fields, 'x-actual-recipient')),
  }));
  const originals = named.map((one) => one.original);
  return named.flatMap(({ fields, original, final }, at) => {
    // Section 2.3.1: the original is the address that we wrote to, the final one where an alias led. An alias of
    // several people has not failed as a whole: there the final ones tell who has.
    const isShared = originals.some((other, index) => index !== at && other === original);
    const address = (isShared ? final : null) ?? original ?? final;
    if (address === null) return [];
    const written = (headerValue(fields, 'action') ?? '').trim().toLowerCase();
    const action = ACTIONS.find((known) => written.startsWith(known)) ?? 'failed';
    const diagnostic = headerValue(fields, 'diagnostic-code') ?? '';
    return [{ address, status: statusOf(headerValue(fields, 'status') ?? '', diagnostic), action }];
  });
}

const STATUS = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;

/** The Status field, unless the diagnostic of the remote server says something more exact than x.0.0. */
function statusOf(status: string, diagnostic: string): string {
  const own = STATUS.exec(status)?.[0] ?? '';
  const said = STATUS.exec(diagnostic.replace(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, ' '))?.[0] ?? '';
  if (own !== '' && !/^[245]\.0\.0$/.test(own)) {
    // Postfix writes 4.x.x on what it gave up as if temporary, while the server said 5.x.x: the server knows.
    return said !== '' && said.slice(1) === own.slice(1) ? said : own;
  }
  if (said !== '' && (own === '' || said.charAt(0) === own.charAt(0))) return said;
  return own;
}

/** `rfc822;anna@example.org`, `rfc822; <anna@example.org>`, `x400;…`. */
function recipientAddress(value: string | null): string | null {
  if (value === null) return null;
  const text = value.replace(/^[\w-]+\s*;/, '').trim();
  const address = (atWords(text, /[\s<>;,"()]+/)[0] ?? '').replace(/[.:]+$/, '');
  return address === '' ? null : addressKey(address);
}

function unique(recipients: readonly BouncedRecipient[]): BouncedRecipient[] {
  const seen = new Map<string, BouncedRecipient>();
  for (const recipient of recipients) {
    const before = seen.get(recipient.address);
    if (before === undefined || (before.status === '' && recipient.status !== ''))
      seen.set(recipient.address, recipient);
  }
  return [...seen.values()];
}

function originalIdOf(mail: Mail): string | null {
  for (const embedded of mail.embedded) if (embedded.messageId !== null) return embedded.messageId;
  for (const report of mail.reports) {
    for (const block of report.blocks) {
      const id = headerValues(block, 'x-original-message-id')
        .concat(headerValues(block, 'original-envelope-id'))
        .flatMap(readMessageIds)[0];
      if (id !== undefined) return id;
    }
  }
  const inText = /^[\s>]*message-id:\s*(<[^<>\s]+>)/im.exec(
    mail.text !== '' ? mail.text : mail.htmlAsText,
  )?.[1];
  return inText ?? mail.inReplyTo ?? mail.references[mail.references.length - 1] ?? null;
}
