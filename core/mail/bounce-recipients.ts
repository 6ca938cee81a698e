/** Recipients that a bounce in prose names, and the status that stands next to them. */
import { addressKey } from './addresses';
import { listOf, reportOf } from './bounce-report';
import type { BounceAction, BouncedRecipient } from './bounce-types';
import type { Mail } from './mail';
import { headerValues } from './mail';

const ADDRESS = /[\w.+=%#!&*/~-]{1,64}(?:'[\w.]+)?@[\w-]+(?:\.[\w-]+)+/g;
const MOST_RECIPIENTS = 100;

/** An address whose domain ends where the address ends: no shorter one is taken out of it. */
const WHOLE = `([^\\s<>;,"'()[\\]:@]{1,64}@[^\\s<>;,"'()[\\]:@]{1,255})(?!-?\\w|\\.\\w)`;

/** Postfix and qmail: each failure begins with its address in angle brackets and a colon. Nobody else is meant. */
const HEADING = new RegExp(`^<(?:mailto:)?${WHOLE}>:(?:\\s|$)`, 'i');
/**
 * An alias led elsewhere: sendmail "(expanded from: <a>)", Exim "(generated from a)", Sun and PMDF "Original address:".
 * We wrote to the alias.
 */
const ALIAS = new RegExp(
  `(?:\\((?:ultimately )?(?:generated|expanded) (?:from|by):? *|^\\s*original address: *)<?${WHOLE}>?`,
  'i',
);
/** Who sent is told in passing, within the line that tells who failed. */
const NAMES_A_SENDER = new RegExp(
  `(?:\\b(?:mails?|messages?|e-?mails?|sent|received|max\\):?) from:? *["'<(]*${WHOLE}|["'<(]*${WHOLE}["'>)]*:? *(?:unauthorized sender|sender (?:address )?(?:rejected|denied|unknown)))`,
  'gi',
);

/** Lines that name somebody, but not who failed. */
const NOT_A_RECIPIENT_LINE =
  /^\s*(?:from|sender|mail from|return-path|reply-to|reporting|received|contact|message-?id|date|cc|x-(?!failed-recipients|actual-recipient|original-to)[\w-]+)\s*:|please (?:contact|send|forward|e-?mail|write|direct)|further (?:assistance|information|help)|contact (?:your|the)|envelope-from|<<<|postmaster for|assistance/i;
/** Lines of which an address is the point. */
const RECIPIENT_LINES: readonly RegExp[] = [
  /^\s*(?:final-recipient|original-recipient)\s*:\s*(?:rfc-?822|smtp)?\s*;?\s*<?([^\s<>;]+@[^\s<>;]+)/i,
  />>> ?rcpt to ?:\s*<?([^\s<>]+@[^\s<>]+)/i,
  // MailEnable and the X.400 names of Exchange 5.5.
  /\bSMTP[:=]\s*([^\s<>;,"'()[\]]+@[^\s<>;,"'()[\]]+)/i,
  /^\s*(?:rcpt to|recipient(?: address)?|failed recipient|to|address|user|e-?mail|recipient's? (?:address|e-?mail)|intended recipient|mail address|mailbox|send to|destinataire|empf[äa]nger|adresat|odbiorca|адресат|отримувач|получатель|宛先)s?\s*[:=]\s*["'<(]*([^\s<>;,"')]+@[^\s<>;,"')]+)/i,
  new RegExp(
    `^[\\s>*-]*["'<(]*${WHOLE}["'>)]*\\s*(?:<[^<>]*>)?\\s*(?:[:;,]|\\.(?:\\s|$)|\\[|-{1,3}|$|on (?:mon|tue|wed|thu|fri|sat|sun)|\\(|\\s{2,}|(?:invalid|unknown|user|mailbox|no such|does not|is not|not|was|quota|error|host)\\b)`,
    'i',
  ),
  new RegExp(`^[\\s>*-]*${WHOLE}<mailto:`, 'i'),
  /(?:could not be|couldn't be|was not|not be|unable to|cannot be|can't be) (?:deliver|sen[dt]|relay)\w*(?: (?:the|your) (?:mail|message|e-?mail))? ?(?:to)?:?\s*(?:the (?:user|recipient|address)\s*:?\s*)?["'<(]*([^\s<>;,"'():]+@[^\s<>;,"'():]+)/i,
  /(?:deliver(?:ing|y)?|sent?|mail|message|send(?:ing)?) (?:[\w ]{0,30}\s)?to:?\s+["'<(]*([^\s<>;,"'():]+@[^\s<>;,"'():]+)/i,
  /^\s*(?:[45]\d\d)[ -](?:[45]\.\d+\.\d+)?\s*["'<(]*([^\s<>;,"'():]+@[^\s<>;,"'():]+)/i,
  /["'<(]([^\s<>;,"'():]+@[^\s<>;,"'():]+)["'>)]\s*(?:\.{3}|:|is (?:not|un)|does|was|has|user|unknown|rejected|mailbox|recipient)/i,
];

export function recipientsInText(mail: Mail, text: string): BouncedRecipient[] {
  const report = reportOf(text);
  const failed = headerValues(mail.headers, 'x-failed-recipients').flatMap(
    (value) => value.match(ADDRESS) ?? [],
  );
  const named = failed.length > 0 ? failed : namedRecipients(mail, text, report);
  const action = actionOf(mail, report);
  const unique = [...new Set(named.map((address) => addressKey(trimmed(address))))].slice(0, MOST_RECIPIENTS);
  return unique.map((address) => ({ address, status: statusNear(report, address), action }));
}

const trimmed = (address: string): string =>
  address.replace(/^\[?(?:smtp|mailto|rfc822)[:=;]/i, '').replace(/^['.=]+|['.:,;\]]+$/g, '');

function namedRecipients(mail: Mail, text: string, report: string): string[] {
  const sentTo = mail.embedded.flatMap((embedded) =>
    embedded.to.map((mailbox) => addressKey(mailbox.address)),
  );
  const ourselves = new Set(mail.to.map((mailbox) => addressKey(mailbox.address)));
  const isNobody = (address: string): boolean => ourselves.has(address) || isMessageId(address);
  const listed = listOf(report);
  const { strong, weak } = addressesOf(listed ?? report, isNobody);
  const whole = listed === null || strong.length > 0 ? { strong, weak } : addressesOf(report, isNobody);
  const candidates = whole.strong.length > 0 ? whole.strong : whole.weak;
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

interface Addresses {
  /** The line is about this address. */
  readonly strong: string[];
  /** The line has it. */
  readonly weak: string[];
}

function addressesOf(report: string, isNobody: (address: string) => boolean): Addresses {
  const headings: string[] = [];
  const strong: string[] = [];
  const weak: string[] = [];
  let target: string | null = null;
  /** Where an alias led: the answer of that server names it again. */
  const dismissed = new Set<string>();
  const add = (list: string[], address: string): void => {
    if (!isNobody(address) && !dismissed.has(address) && !list.includes(address)) list.push(address);
  };
  for (const written of report.split('\n')) {
    if (written.length > 2_000) continue;
    const alias = ALIAS.exec(written)?.[1];
    if (alias !== undefined) {
      if (target !== null && strong[strong.length - 1] === target) strong.pop();
      if (target !== null) dismissed.add(target);
      target = null;
      add(strong, addressKey(trimmed(alias)));
      continue;
    }
    const line = written.replace(NAMES_A_SENDER, ' ');
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) add(headings, addressKey(trimmed(heading)));
    if (NOT_A_RECIPIENT_LINE.test(line)) continue;
    const pointed = firstMatch(line);
    if (pointed !== null) {
      add(strong, pointed);
      target = pointed;
    } else for (const match of line.match(ADDRESS) ?? []) add(weak, addressKey(trimmed(match)));
  }
  return { strong: headings.length > 0 ? headings : strong, weak };
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
  const isSingle =
    /following (?:address|recipient)(?!es|s|\(e?s\))|an error occurred|invalid final|recipient:/i.test(
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

/** The mail is still under way (RFC 3464 section 2.3.3 "delayed"): sendmail, Exim, Postfix, Exchange, Gmail. */
const IS_DELAY =
  /\(delay\)|warning (?:message )?only|do not need to resend|will (?:keep trying|continue (?:to|trying)|be retried|retry|try again)|still (?:being retried|trying)|(?:będzie|zostanie) ponowion|ponowi(?:my)? prób|буде повторен|будет повторен/i;
/** Words that a final report uses too, of the days before it. */
const SAYS_DELAYED =
  /\bdelay(?:ed)?\b|\bpostponed|not yet been delivered|could not be delivered for the last|temporary problem delivering|opóźni|затрим|відкладен|задерж|отложен|verzögert|différée|retardé|retrasad|ritardat|vertraagd/i;
const SAYS_FINAL =
  /permanent|fatal|giving up|given up|undeliverable|no further|trwał[ayo]|постійн[ау] помил|постоянн(?:ая|ую) ошиб|endgültig/i;

function actionOf(mail: Mail, report: string): BounceAction {
  const said = `${mail.subject}\n${report.slice(0, 1_500)}`;
  const isDelay = IS_DELAY.test(said) || (SAYS_DELAYED.test(said) && !SAYS_FINAL.test(said));
  return isDelay ? 'delayed' : 'failed';
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
