import { parseInternalDate } from './imap-fetch';
import { ImapSyntaxError, isSet, parseSet, type Token, textOf } from './imap-syntax';
import { headerOf, parseMime } from './mime-tree';
import type { StoredMail } from './post-office';

export type Criterion = (mail: StoredMail, sequence: number) => boolean;

/** What * means: the highest sequence number and the highest UID of the folder. */
export interface Highest {
  sequence: number;
  uid: number;
}

const flagWords: Readonly<Record<string, readonly [flag: string, present: boolean]>> = {
  ANSWERED: ['\\Answered', true],
  DELETED: ['\\Deleted', true],
  DRAFT: ['\\Draft', true],
  FLAGGED: ['\\Flagged', true],
  SEEN: ['\\Seen', true],
  UNANSWERED: ['\\Answered', false],
  UNDELETED: ['\\Deleted', false],
  UNDRAFT: ['\\Draft', false],
  UNFLAGGED: ['\\Flagged', false],
  UNSEEN: ['\\Seen', false],
};

const headerWords = new Set(['FROM', 'TO', 'CC', 'BCC', 'SUBJECT']);
const dayMs = 86_400_000;

/** The keys of a SEARCH, all of which a mail must meet (RFC 3501 6.4.4). Text is compared as bytes, not decoded. */
export function parseSearch(tokens: readonly Token[], highest: Highest): Criterion {
  const rest = [...tokens];
  if (rest[0]?.kind === 'atom' && rest[0].text.toUpperCase() === 'CHARSET') rest.splice(0, 2);
  return allOf(rest, highest);
}

function allOf(rest: Token[], highest: Highest): Criterion {
  const criteria: Criterion[] = [];
  while (rest.length > 0) criteria.push(nextKey(rest, highest));
  if (criteria.length === 0) throw new ImapSyntaxError('a search needs a key');
  return (mail, sequence) => criteria.every((criterion) => criterion(mail, sequence));
}

function nextKey(rest: Token[], highest: Highest): Criterion {
  const token = rest.shift();
  if (token?.kind === 'list') return allOf([...token.items], highest);
  const key = textOf(token);
  const word = key.toUpperCase();
  const argument = (): string => textOf(rest.shift());

  if (isSet(key)) {
    const inSet = parseSet(key, highest.sequence);
    return (_mail, sequence) => inSet(sequence);
  }
  const flag = flagWords[word];
  if (flag !== undefined) return (mail) => mail.flags.has(flag[0]) === flag[1];
  if (headerWords.has(word)) return headerHolds(word, argument());
  switch (word) {
    case 'ALL':
    case 'OLD':
      return () => true;
    case 'NEW':
    case 'RECENT':
      return () => false;
    case 'UID': {
      const inSet = parseSet(argument(), highest.uid);
      return (mail) => inSet(mail.uid);
    }
    case 'KEYWORD':
      return hasKeyword(argument(), true);
    case 'UNKEYWORD':
      return hasKeyword(argument(), false);
    case 'HEADER':
      return headerHolds(argument(), argument());
    case 'BODY':
    case 'TEXT': {
      const wanted = argument().toLowerCase();
      return (mail) => mail.raw.toString('latin1').toLowerCase().includes(wanted);
    }
    case 'LARGER':
    case 'SMALLER': {
      const size = Number(argument());
      return (mail) => (word === 'LARGER' ? mail.raw.length > size : mail.raw.length < size);
    }
    case 'SINCE':
    case 'BEFORE':
    case 'ON':
      return comparesDay(word, argument(), (mail) => mail.at);
    case 'SENTSINCE':
    case 'SENTBEFORE':
    case 'SENTON':
      return comparesDay(word.slice(4), argument(), (mail) => Date.parse(headerOfMail(mail, 'date') ?? ''));
    case 'NOT': {
      const negated = nextKey(rest, highest);
      return (mail, sequence) => !negated(mail, sequence);
    }
    case 'OR': {
      const [one, other] = [nextKey(rest, highest), nextKey(rest, highest)];
      return (mail, sequence) => one(mail, sequence) || other(mail, sequence);
    }
    default:
      throw new ImapSyntaxError(`${key} cannot be searched for`);
  }
}

function hasKeyword(keyword: string, present: boolean): Criterion {
  const wanted = keyword.toLowerCase();
  return (mail) => [...mail.flags].some((flag) => flag.toLowerCase() === wanted) === present;
}

function headerHolds(name: string, text: string): Criterion {
  const wanted = text.toLowerCase();
  const header = name.toLowerCase();
  return (mail) => headerOfMail(mail, header)?.toLowerCase().includes(wanted) ?? false;
}

function headerOfMail(mail: StoredMail, name: string): string | null {
  return headerOf(parseMime(mail.raw).headers, name);
}

function comparesDay(how: string, text: string, moment: (mail: StoredMail) => number): Criterion {
  const day = parseInternalDate(text);
  if (day === null) throw new ImapSyntaxError(`${text} is not a date`);
  return (mail) => {
    const at = moment(mail);
    if (how === 'SINCE') return at >= day;
    if (how === 'BEFORE') return at < day;
    return at >= day && at < day + dayMs;
  };
}
