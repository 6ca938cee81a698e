/** What a bounce says: which recipients, with which status, of which mail of ours. */
import { addressKey } from './addresses';
import type { HeaderField, Mail } from './mail';
import { headerValue, headerValues } from './mail';
import { readBounceText } from './bounce-text';
import type { Bounce, BounceAction, BouncedRecipient } from './bounce-types';
import { readMessageIds } from './message-id';

export type { Bounce, BounceAction, BouncedRecipient } from './bounce-types';

/** Call it for mails that classify() calls a bounce. */
export function readBounce(mail: Mail): Bounce | null {
  const structured = mail.reports.filter((part) => part.kind === 'delivery-status').flatMap((part) => recipientsOf(part.blocks));
  const recipients = structured.length > 0 ? structured : readBounceText(mail);
  const originalMessageId = originalIdOf(mail);
  if (recipients.length === 0 && originalMessageId === null && mail.reports.length === 0) return { recipients: [], originalMessageId: null };
  return { recipients: unique(recipients), originalMessageId };
}

const ACTIONS: readonly BounceAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/** RFC 3464 section 2: the first block is about the message, each further one about a recipient. */
function recipientsOf(blocks: readonly (readonly HeaderField[])[]): BouncedRecipient[] {
  const out: BouncedRecipient[] = [];
  for (const fields of blocks) {
    const address = recipientAddress(headerValue(fields, 'final-recipient')) ?? recipientAddress(headerValue(fields, 'original-recipient')) ?? recipientAddress(headerValue(fields, 'x-actual-recipient'));
    if (address === null) continue;
    const written = (headerValue(fields, 'action') ?? '').trim().toLowerCase();
    const action = ACTIONS.find((known) => written.startsWith(known)) ?? 'failed';
    const diagnostic = headerValue(fields, 'diagnostic-code') ?? '';
    out.push({ address, status: statusOf(headerValue(fields, 'status') ?? '', diagnostic), action });
  }
  return out;
}

const STATUS = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;

/** The Status field, unless the diagnostic of the remote server says something more exact than x.0.0. */
function statusOf(status: string, diagnostic: string): string {
  const own = STATUS.exec(status)?.[0] ?? '';
  if (own !== '' && !/^[245]\.0\.0$/.test(own)) return own;
  const said = STATUS.exec(diagnostic.replace(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, ' '))?.[0] ?? '';
  if (said !== '' && (own === '' || said.charAt(0) === own.charAt(0))) return said;
  return own;
}

/** `rfc822;anna@example.org`, `rfc822; <anna@example.org>`, `x400;…`. */
function recipientAddress(value: string | null): string | null {
  if (value === null) return null;
  const text = value.replace(/^[\w-]+\s*;/, '').trim();
  const address = /[^\s<>;,"()]+@[^\s<>;,"()]+/.exec(text)?.[0] ?? '';
  return address === '' ? null : addressKey(address.replace(/[.:]+$/, ''));
}

function unique(recipients: readonly BouncedRecipient[]): BouncedRecipient[] {
  const seen = new Map<string, BouncedRecipient>();
  for (const recipient of recipients) {
    const before = seen.get(recipient.address);
    if (before === undefined || (before.status === '' && recipient.status !== '')) seen.set(recipient.address, recipient);
  }
  return [...seen.values()];
}

function originalIdOf(mail: Mail): string | null {
  for (const embedded of mail.embedded) if (embedded.messageId !== null) return embedded.messageId;
  for (const report of mail.reports) {
    for (const block of report.blocks) {
      const id = headerValues(block, 'x-original-message-id').concat(headerValues(block, 'original-envelope-id')).flatMap(readMessageIds)[0];
      if (id !== undefined) return id;
    }
  }
  const inText = /^[\s>]*message-id:\s*(<[^<>\s]+>)/im.exec(mail.text !== '' ? mail.text : mail.htmlAsText)?.[1];
  return inText ?? mail.inReplyTo ?? mail.references[mail.references.length - 1] ?? null;
}
