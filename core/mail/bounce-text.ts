/** Bounces that no header marks: mail systems from before RFC 3464 say it in prose. */
import { addressKey } from './addresses';
import type { BounceAction, BouncedRecipient } from './bounce-types';
import type { Mail } from './mail';
import { headerValues } from './mail';

/** What a mail system says about a recipient, in the words of sendmail, qmail, Exim, Exchange, Domino and others. */
const SAYS_UNDELIVERED =
  /(?:could not|couldn't|cannot|can't|unable to|failed to|was not|were not|not be) (?:be )?(?:deliver|delivered|send|sent)\b|delivery (?:to the following|has failed|failed|attempt)|undeliverable|the following (?:address|recipient)e?s?\(?s?\)? (?:had|failed|did not|was|were|has|have|could)|permanent(?: fatal)? (?:error|failure)|returned to sender|user unknown|no such user|unknown user|mailbox (?:is )?(?:full|unavailable|not found)|nie (?:mogła|można|został[ao]?) (?:zostać )?dostarcz|не вдалося доставити|не доставлено|не удалось доставить/i;
/** A verdict of SMTP: an enhanced status code (RFC 3463), or a reply code with the words that go with it. */
const SMTP_VERDICT =
  /\b[45]\.\d{1,3}\.\d{1,3}\b|\b(?:5[0-5]\d|4[0-5]\d)[ -](?:[45]\.\d|[A-Za-z<*"'#])|\b(?:RCPT TO|DATA|SMTP (?:error|reply)|remote (?:host|server|system|mail system) (?:said|replied))/i;
const ADDRESS = /[\w.+=%-]{1,64}@[\w.-]+\.[a-z]{2,}/i;

/**
 * @param isAutomatic other signs say already that a program wrote it
 * @returns the name of the rule, or null
 */
export function looksLikeBounceText(mail: Mail, isAutomatic: boolean): string | null {
  const text = (mail.text !== '' ? mail.text : mail.htmlAsText).slice(0, 6_000);
  const says = SAYS_UNDELIVERED.test(text);
  if (!says || !ADDRESS.test(text)) return null;
  const verdict = SMTP_VERDICT.test(text);
  if (isAutomatic && verdict) return 'undelivered-text-and-smtp-verdict';
  const from = (mail.from?.address ?? '').toLowerCase();
  const machine = /(?:^|[._-])(?:system|admin|administrator|mail|smtp|daemon|mta|antispam|amavis|virus|filter|gateway|exchange|delivery)(?:[._@-]|$)/.test(
    from.slice(0, from.indexOf('@') + 1),
  );
  if (machine && verdict) return 'mail-system-address-and-smtp-verdict';
  return null;
}

/** Recipients that a bounce in prose names, with the status next to them. */
export function readBounceText(mail: Mail): BouncedRecipient[] {
  const failed = headerValues(mail.headers, 'x-failed-recipients').flatMap((value) => value.match(ADDRESSES) ?? []);
  const text = (mail.text !== '' ? mail.text : mail.htmlAsText).slice(0, 20_000);
  const report = aboveOriginal(text);
  const own = new Set(mail.to.map((mailbox) => addressKey(mailbox.address)));
  const named = failed.length > 0 ? failed : namedIn(report, own);
  const action: BounceAction = /delay|warning|will (?:keep|continue)|still being retried|not yet|opóźni|затрим/i.test(`${mail.subject} ${report.slice(0, 600)}`) && !/permanent|fatal|giving up/i.test(report) ? 'delayed' : 'failed';
  return [...new Set(named.map(addressKey))].map((address) => ({ address, status: statusNear(report, address), action }));
}

const ADDRESSES = /[\w.+=%#!&*/'-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;
/** Where the copy of our own mail begins: what follows names senders, not failures. */
const ORIGINAL_BEGINS =
  /^[\s>]*(?:-{2,}\s*(?:this is a copy|original message|below (?:this line )?is a copy|included is a copy|returned message|message header|transcript of|header|the header|your (?:original )?message|undelivered message|start of)|received: (?:from|by|\(qmail)|return-path: <|message headers? follow|original message headers|the (?:original )?message headers?|copy of (?:the|your) message|(?:your|the) (?:original )?message (?:follows|is|was):?$|content of the original)/im;

function aboveOriginal(text: string): string {
  const match = ORIGINAL_BEGINS.exec(text);
  return match === null || match.index < 20 ? text.slice(0, 8_000) : text.slice(0, match.index);
}

function namedIn(report: string, own: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const line of report.split('\n')) {
    if (/^\s*(?:from|sender|reply-to|postmaster|contact|reporting|date|x-)\b.{0,20}:/i.test(line)) continue;
    for (const match of line.match(ADDRESSES) ?? []) {
      const key = addressKey(match.replace(/^['.]+|['.]+$/g, ''));
      if (own.has(key) || /^(?:postmaster|mailer-daemon|abuse|support|help|helpdesk|admin)@/.test(key) || found.includes(key)) continue;
      found.push(key);
    }
  }
  return found.slice(0, 50);
}

function statusNear(report: string, address: string): string {
  const at = report.toLowerCase().indexOf(address);
  const near = at === -1 ? report : report.slice(Math.max(0, at - 200), at + 800);
  for (const text of [at === -1 ? '' : report.slice(at, at + 800), near, report]) {
    const match = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])/.exec(text);
    if (match !== null) return match[0];
  }
  return '';
}
