/**
 * How a reader gets no more reminders: a mail whose subject names this very mail, or a page opened with that name.
 * The name is the mark in the mail's own Message-ID, an HMAC that nobody can guess and that stands in the Outbox.
 */
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { StopLinks } from '../../sheet-templates/words/stop';
import { asUri } from './as-uri';

/** `b1_mail.<mark>@` and `b1_<ticket>.<mark>.<signature>@` (own-message-id.ts, core/mail/signed-id.ts). */
const MARK = /^<b1_[A-Za-z0-9-]+\.([0-9a-f]{32})[.@]/;

/** Null for an id that the bridge did not make. */
export function stopToken(messageId: string): string | null {
  return MARK.exec(messageId)?.[1] ?? null;
}

/** @param portal address of the help page, '' where there is none */
export function stopLinks(token: string, supportAddress: string, portal: string): StopLinks {
  return { mailto: stopMailto(token, supportAddress), page: portal === '' ? null : stopPage(token, portal) };
}

function stopMailto(token: string, address: string): string {
  // RFC 6068 §2: "?" and "&" would end the address.
  return `mailto:${asUri(address).replace(/[?&#]/g, encodeURIComponent)}?subject=stop%20${token}`;
}

function stopPage(token: string, portal: string): string {
  const [page = '', ...fragment] = asUri(portal).split('#');
  const mark = `${page}${page.includes('?') ? '&' : '?'}stop=${token}`;
  return [mark, ...fragment].join('#');
}

/**
 * Value of the List-Unsubscribe header (RFC 2369 §3.2); null where the mail is no reminder. The page is the one that
 * the mail itself names, so that a retry after a change of the settings still says the same bytes.
 */
export function listUnsubscribe(mail: OutgoingMail, supportAddress: string): string | null {
  const token = mail.kind === 'reminder' ? stopToken(mail.messageId) : null;
  if (token === null) return null;
  const page = new RegExp(`https://[^\\s<>"]{1,500}[?&]stop=${token}(?:#[^\\s<>"]{0,100})?`).exec(
    mail.text,
  )?.[0];
  const links = [stopMailto(token, supportAddress), ...(page === undefined ? [] : [page])];
  return links.map((link) => `<${link}>`).join(', ');
}
