/** Recipients that a bounce in prose names, and the status that stands next to them. */
import { addressKey } from './addresses';
import type { BounceAction, BouncedRecipient } from './bounce-types';
import type { Mail } from './mail';
import { headerValues } from './mail';

const ADDRESS = /[\w.+=%#!&*/~-]{1,64}(?:'[\w.]+)?@[\w-]+(?:\.[\w-]+)+/g;
const LONGEST_REPORT = 20_000;
const MOST_RECIPIENTS = 100;

/** Where the copy of our own mail begins: what follows names senders, not failures. */
const ORIGINAL_BEGINS = new RegExp(
  [
    '-{2,}\\s*(?:this is a copy|original (?:message|mail)|below (?:this line )?is a copy|included is a copy|returned message|message header|message body|header|the header|your (?:original )?message|undelivered message|unsent message|start of|the unsent message|forwarded message|原|元)',
    'received: ?(?:from|by|\\(qmail)',
    'return-path: ?<',
    'message headers? follow',
    'original message (?:headers|follows)',
    'the (?:original )?message headers?',
    '(?:below is )?a copy of (?:the|your) (?:original )?(?:message|e-?mail)',
    'below is a copy of',
    'copy of (?:the|your) message',
    '(?:your|the) (?:original )?message (?:follows|is|was):?\\s*$',
    'content of the original',
    'message-id: ?<',
    'mime-version: ?1',
    'x-mailer: ',
    'included (?:below )?is (?:a copy of )?the (?:message|original)',
  ]
    .map((start) => `^[\\s>|]{0,8}${start}`)
    .join('|'),
  'im',
);

/** Lines that name somebody, but not who failed. */
const NOT_A_RECIPIENT_LINE =
  /^\s*(?:from|sender|mail from|return-path|reply-to|reporting|received|contact|message-?id|date|cc|x-(?!failed-recipients|actual-recipient|original-to)[\w-]+)\s*:|please (?:contact|send|forward|e-?mail|write|direct)|further (?:assistance|information|help)|contact (?:your|the)|envelope-from|<<<|generated from|postmaster for|assistance/i;
/** Lines of which an address is the point. */
const RECIPIENT_LINES: readonly RegExp[] = [
  /^\s*(?:final-recipient|original-recipient)\s*:\s*(?:rfc-?822|smtp)?\s*;?\s*<?([^\s<>;]+@[^\s<>;]+)/i,
  />>> ?rcpt to ?:\s*<?([^\s<>]+@[^\s<>]+)/i,
  /^\s*(?:rcpt to|recipient(?: address)?|failed recipient|to|address|user|e-?mail|recipient's? (?:address|e-?mail)|intended recipient|mail address|mailbox|send to|destinataire|empf[äa]nger|adresat|odbiorca|адресат|отримувач|получатель|宛先)s?\s*[:=]\s*["'<(]*([^\s<>;,"')]+@[^\s<>;,"')]+)/i,
  /^[\s>*-]*["'<(]*([^\s<>;,"'():]+@[^\s<>;,"'():]+)["'>)]*\s*(?:<[^<>]*>)?\s*(?:[:;,.]|\[|-{1,3}|$|on (?:mon|tue|wed|thu|fri|sat|sun)|\(|\s{2,}|(?:invalid|unknown|user|mailbox|no such|does not|is not|not|was|quota|error|host)\b)/i,
  /(?:could not be|couldn't be|was not|not be|unable to|cannot be|can't be) (?:deliver|sen[dt]|relay)\w*(?: (?:the|your) (?:mail|message|e-?mail))? ?(?:to)?:?\s*(?:the (?:user|recipient|address)\s*:?\s*)?["'<(]*([^\s<>;,"'():]+@[^\s<>;,"'():]+)/i,
  /(?:deliver(?:ing|y)?|sent?|mail|message|send(?:ing)?) (?:[\w ]{0,30}\s)?to:?\s+["'<(]*([^\s<>;,"'():]+@[^\s<>;,"'():]+)/i,
  /^\s*(?:[45]\d\d)[ -](?:[45]\.\d+\.\d+)?\s*["'<(]*([^\s<>;,"'():]+@[^\s<>;,"'():]+)/i,
  /["'<(]([^\s<>;,"'():]+@[^\s<>;,"'():]+)["'>)]\s*(?:\.{3}|:|is (?:not|un)|does|was|has|user|unknown|rejected|mailbox|recipient)/i,
];

export function recipientsInText(mail: Mail, text: string): BouncedRecipient[] {
  const report = reportPart(text);
  const failed = headerValues(mail.headers, 'x-failed-recipients').flatMap(
    (value) => value.match(ADDRESS) ?? [],
  );
  const named = failed.length > 0 ? failed : namedRecipients(mail, text, report);
  const action = actionOf(mail, report);
  const unique = [...new Set(named.map((address) => addressKey(trimmed(address))))].slice(0, MOST_RECIPIENTS);
  return unique.map((address) => ({ address, status: statusNear(report, address), action }));
}

function reportPart(text: string): string {
  const bounded = text.slice(0, LONGEST_REPORT);
  const match = ORIGINAL_BEGINS.exec(bounded);
  return match === null || bounded.slice(0, match.index).trim().length < 20
    ? bounded.slice(0, 8_000)
    : bounded.slice(0, match.index);
}

const trimmed = (address: string): string =>
  address.replace(/^['.=]+|['.:,;]+$/g, '').replace(/^mailto:/i, '');

function namedRecipients(mail: Mail, text: string, report: string): string[] {
  const sentTo = mail.embedded.flatMap((embedded) =>
    embedded.to.map((mailbox) => addressKey(mailbox.address)),
  );
  const ourselves = new Set(mail.to.map((mailbox) => addressKey(mailbox.address)));
  const isNobody = (address: string): boolean => ourselves.has(address) || isMessageId(address);
  const strong: string[] = [];
  const weak: string[] = [];
  for (const line of report.split('\n')) {
    if (line.length > 2_000) continue;
    const isOther = NOT_A_RECIPIENT_LINE.test(line);
    const pointed = isOther ? null : firstMatch(line);
    if (pointed !== null && !isNobody(pointed) && !strong.includes(pointed)) strong.push(pointed);
    if (isOther || pointed !== null) continue;
    for (const match of line.match(ADDRESS) ?? []) {
      const address = addressKey(trimmed(match));
      if (!isNobody(address) && !weak.includes(address)) weak.push(address);
    }
  }
  const candidates = strong.length > 0 ? strong : weak;
  // Help desks of the mail system are named in many reports: they count only when nobody else does.
  const people = candidates.filter(
    (address) =>
      !/^(?:postmaster|mailer-daemon|abuse|support|help|helpdesk|admin|hostmaster|root|webmaster)@/.test(
        address,
      ),
  );
  const named = people.length > 0 ? people : candidates;
  if (named.length > 1 && sentTo.length > 0) {
    const both = named.filter((address) => sentTo.includes(address));
    if (both.length > 0) return both;
  }
  if (named.length > 0) return collapsedAliases(named, report);
  // The report names nobody in full ("exampleuser", "<nekochan>"): the one it was sent to.
  return bareNames(mail, text, report, sentTo);
}

function firstMatch(line: string): string | null {
  for (const pattern of RECIPIENT_LINES) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined && /@[\w-]+(?:\.[\w-]+)+/.test(found)) return addressKey(trimmed(found));
  }
  return null;
}

/** `20140211000000.000.00000000@host`: a mail is named, not a mailbox. */
function isMessageId(address: string): boolean {
  const left = address.slice(0, address.lastIndexOf('@'));
  return /\d{8,}[.-]\w*\d{3,}|^[0-9a-f]{8,}[.-][0-9a-f.-]{8,}$|\d{6,}\.\d+.*\./i.test(left);
}

/** `<a@b>... User unknown` after `a@b`: the SMTP answer may name the address behind an alias. The first is ours. */
function collapsedAliases(named: readonly string[], report: string): string[] {
  const isSingle = /following (?:address|recipient)(?!es|s)|an error occurred|invalid final|recipient:/i.test(
    report,
  );
  return isSingle && named.length === 2 ? named.slice(0, 1) : [...named];
}

/** AOL and others leave the domain away, since it is theirs. */
function bareNames(mail: Mail, text: string, report: string, sentTo: readonly string[]): string[] {
  const domain = (mail.from?.address ?? '').split('@')[1];
  if (domain !== undefined && domain !== '') {
    const following =
      /(?:following recipients?|following address(?:es)?)[^\n]{0,300}\n((?:[ \t]+\S+[ \t]*\n?){1,20})/i.exec(
        `${report}\n`,
      );
    const names = (following?.[1] ?? '').split(/\s+/).filter((name) => /^[\w.+-]{2,64}$/.test(name));
    if (names.length > 0) return names.map((name) => `${name}@${domain}`);
  }
  if (sentTo.length === 1) return [...sentTo];
  // The copy of our mail below the report, when it is no part of its own.
  const copied = /^[\s>]*to:[^\n<@]{0,100}<?([^\s<>,;]+@[^\s<>,;]+)/im.exec(
    text.slice(report.length, report.length + 10_000),
  )?.[1];
  return copied === undefined ? [] : [addressKey(trimmed(copied))];
}

function actionOf(mail: Mail, report: string): BounceAction {
  const said = `${mail.subject}\n${report.slice(0, 1_500)}`;
  const isDelay =
    /\b(?:delay(?:ed)?|still being retried|not yet been delivered|warning only|will (?:keep trying|continue (?:to|trying)|be retried)|do not need to resend|could not be delivered for the last|opóźni|затрим|задерж)/i.test(
      said,
    );
  return isDelay && !/permanent|fatal|giving up|given up|undeliverable|no further/i.test(said)
    ? 'delayed'
    : 'failed';
}

const STATUS = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/;

/** The enhanced status code (RFC 3463) that follows the address, then any in the report. */
export function statusNear(report: string, address: string): string {
  const lower = report.toLowerCase();
  for (let at = lower.indexOf(address); at !== -1; at = lower.indexOf(address, at + 1)) {
    const found = STATUS.exec(report.slice(at + address.length, at + address.length + 500))?.[0];
    if (found !== undefined) return found;
  }
  const status = /^\s*status\s*:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(report)?.[1];
  return status ?? STATUS.exec(report)?.[0] ?? '';
}
