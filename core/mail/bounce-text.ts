/** Bounces that no header marks: mail systems from before RFC 3464 say it in prose. */
import type { Mail } from './mail';

/** What a mail system says about a recipient, in the words of sendmail, qmail, Exim, Exchange, Domino and others. */
const SAYS_UNDELIVERED =
  /(?:could not|couldn't|cannot|can't|unable to|failed to|was not|were not|not be) (?:be )?(?:deliver|delivered|send|sent)\b|delivery (?:to the following|has failed|failed|attempt)|undeliverable|the following (?:address|recipient)e?s?\(?s?\)? (?:had|failed|did not|was|were|has|have|could)|permanent(?: fatal)? (?:error|failure)|returned to sender|user unknown|no such user|unknown user|not a valid (?:user|address|recipient)|(?:mailbox|account|quota) (?:is )?(?:full|unavailable|not found|disabled|exceeded)|invalid (?:user|recipient|address)|nie (?:mogła|można|został[ao]?) (?:zostać )?dostarcz|не вдалося доставити|не доставлено|не удалось доставить/i;
/** A verdict of SMTP: an enhanced status code (RFC 3463), or a reply code with the words that go with it. */
const SMTP_VERDICT =
  /\b[45]\.\d{1,3}\.\d{1,3}\b|\b(?:5[0-5]\d|4[0-5]\d)[ -](?:[45]\.\d|[A-Za-z<*"'#])|\b(?:RCPT TO|DATA|SMTP (?:error|reply)|remote (?:host|server|system|mail system) (?:said|replied))/i;
const ADDRESS = /[\w.+=%-]{1,64}@[\w-]+\.[\w.-]+/i;

const MACHINE =
  /(?:^|[._-])(?:system|admin|administrator|mail|smtp|daemon|mta|antispam|amavis|virus|filter|gateway|exchange|delivery)(?:[._@-]|$)/;

/**
 * @param isAutomatic other signs say already that a program wrote it
 * @returns the name of the rule, or null
 */
export function looksLikeBounceText(mail: Mail, isAutomatic: boolean): string | null {
  const address = (mail.from?.address ?? '').toLowerCase();
  const isMachine = MACHINE.test(address.slice(0, address.indexOf('@') + 1));
  if (!isAutomatic && !isMachine) return null;
  const text = (mail.text !== '' ? mail.text : mail.htmlAsText).slice(0, 6_000);
  if (!SAYS_UNDELIVERED.test(text) || !ADDRESS.test(text)) return null;
  const verdict = SMTP_VERDICT.test(text);
  // A short automatic text, or one with the words of SMTP, is about a delivery and about nothing else.
  if (isAutomatic && (verdict || text.trim().length < 800)) return 'undelivered-text-of-a-program';
  return verdict ? 'undelivered-text-of-a-mail-system' : null;
}

/** Does the text say that a mail did not arrive? People say it too: a sign only beside others. */
export function saysUndelivered(mail: Mail): boolean {
  return SAYS_UNDELIVERED.test((mail.text !== '' ? mail.text : mail.htmlAsText).slice(0, 6_000));
}
