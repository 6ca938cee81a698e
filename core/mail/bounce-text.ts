/** Bounces that no header marks: mail systems from before RFC 3464 say it in prose. */
import type { Mail } from './mail';
import { headerValue } from './mail';
import { isWordsOfPerson, localPart } from './mail-signs';

/** What a mail system says about a recipient, in the words of sendmail, qmail, Exim, Exchange, Domino and others. */
const SAYS_UNDELIVERED = new RegExp(
  [
    "(?:could not|couldn't|cannot|can't|unable to|failed to|was not|wasn't|were not|not be|wasn't able to) (?:be )?(?:deliver|delivered|send|sent)\\b",
    // Exchange leaves its diagnostics in English, whatever the language above them.
    "remote server returned '[45]\\d\\d|resolver\\.adr\\.|rejected your message|address not found",
    'delivery (?:to the following|has failed|failed|attempt|incomplete)|undeliverable|did not reach the following',
    'delivery (?:of|to) .{1,120} has been (?:postponed|delayed|deferred)',
    'the following (?:address|recipient)e?s?\\(?s?\\)? (?:had|failed|did not|was|were|has|have|could)',
    'permanent(?: fatal)? (?:error|failure)|returned to sender|user unknown|no such user|unknown user|not a valid (?:user|address|recipient)',
    '(?:mailbox|account|quota) (?:is )?(?:full|unavailable|not found|disabled|exceeded)|invalid (?:user|recipient|address)',
    'nie (?:mogła|można|został[ao]?|udało się) (?:zostać |było )?(?:jej )?dostarcz|niedostarczon|skrzynka (?:odbiorcy )?(?:jest )?(?:pełna|przepełniona)|nie znaleziono adresu',
    '(?:не вдалося|неможливо) доставити|не (?:було |буде )?доставлен[оаеий]|скриньк[аиу] (?:одержувача )?переповнен|адресу не знайдено',
    'не удалось доставить|невозможно доставить|(?:почтовый )?ящик (?:получателя )?переполнен|адрес не найден',
    "konnte nicht zugestellt|nicht zugestellt werden|postfach (?:ist )?voll|(?:n.a pas pu|impossible d)[ .’'](?:etre|être)? ?(?:delivre|délivré|remis|distribué|e remettre)|no (?:se )?(?:pudo|puede|ha podido) (?:ser )?entrega|non (?:è stato possibile recapitare|può essere recapitat)|não (?:pôde|foi possível) (?:ser )?entreg",
  ].join('|'),
  'i',
);
/** A verdict of SMTP: an enhanced status code (RFC 3463), or a reply code with the words that go with it. */
const SMTP_VERDICT =
  /\b[45]\.\d{1,3}\.\d{1,3}\b|\b(?:5[0-5]\d|4[0-5]\d)[ -](?:[45]\.\d|[A-Za-z<*"'#])|\b(?:RCPT TO|DATA|SMTP (?:error|reply)|remote (?:host|server|system|mail system) (?:said|replied))/i;
const ADDRESS = /[\w.+=%-]{1,64}@[\w-]+\.[\w.-]+/i;

const MACHINE =
  /(?:^|[._-])(?:system|admin|administrator|mail|smtp|daemon|mta|antispam|amavis|virus|filter|gateway|exchange|delivery)(?:[._-]|$)/;

/** @param isAutomatic other signs say already that a program wrote it */
export function looksLikeBounceText(mail: Mail, isAutomatic: boolean): boolean {
  if (!isAutomatic && !MACHINE.test(localPart(mail))) return false;
  const text = ownText(mail);
  if (!SAYS_UNDELIVERED.test(text) || !ADDRESS.test(text)) return false;
  const verdict = SMTP_VERDICT.test(text);
  // A short automatic text, or one with the words of SMTP, is about a delivery and about nothing else.
  if (isAutomatic) return verdict || text.trim().length < 800;
  // "admin@" and "mail@" are mailboxes of people at many small firms: they quote failures when they ask for help.
  return verdict && headerValue(mail.headers, 'in-reply-to') === null && !isWordsOfPerson(mail);
}

/** Does the text say that a mail did not arrive? People say it too: a sign only beside others. */
export function saysUndelivered(mail: Mail): boolean {
  return SAYS_UNDELIVERED.test(ownText(mail));
}

/** Quoted lines are somebody else's words. One line, since sentences run across line ends. */
function ownText(mail: Mail): string {
  const text = (mail.text !== '' ? mail.text : mail.htmlAsText).slice(0, 6_000);
  return text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join(' ')
    .replace(/\s+/g, ' ');
}
