/** The line above a quote: "On Mon, Anna wrote:", "W dniu … pisze:", "пн, 3 лист. … пише:". */

/** "wrote" in the languages of mail programs. */
const VERBS =
  'wrote|writes|said|napisał(?:\\(a\\)|/a|a)?|napisali|napisano|pisze|пише|пишуть|написав(?:\\(-ла\\)|\\(ла\\))?|написала|пишет|написал(?:\\(а\\)|а)?|' +
  'schrieb(?:en)?|a écrit|écrit|écrivait|a ecrit|escribió|escribio|ha escrito|ha scritto|scrive|escreveu|schreef|geschreven|geschrieben|het volgende geschreven|' +
  'skrev|skreiv|har skrivit|kirjoitti|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?|írta|ezt írta|a scris|yazdı|şunu yazdı|şunları yazdı|έγραψε|написа|' +
  'je napisao(?:/la)?|je napisala|napisao|rašė|rakstīja|kirjutas|menulis|đã viết|đã ghi|เขียนว่า|写道|寫道|写到|さんは書きました|書きました|のメール|님이 작성|작성|כתב|כתבה|مكتوب|كتب';

const ENDS_WITH_VERB = new RegExp(`(?:^|[\\s>")\\]])(?:${VERBS})\\s*(?:[:：.]|-{2,}|…)?\\s*:?\\s*-*$`, 'iu');
const CJK_END = /(?:写道|寫道|写到|書きました|のメール|작성|說|说)\s*[:：]?\s*$/;
/** Verb inside, colon at the end: German, Scandinavian, Dutch, Apple Mail in Polish. */
const VERB_INSIDE = new RegExp(
  `(?:^|[\\s>,])(?:${VERBS}|wiadomość napisana przez|повідомлення від|сообщение от|heeft|het volgende)(?=[\\s<:"„“])`,
  'iu',
);
const DATE_OR_TIME =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b|\d{4}\s?年|\b\d{1,2}\.? [\p{L}]{3,12}\.?,? /u;
const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}\s?年/;
const ADDRESS = /[\w.+%=-]+@[\w.-]+|&lt;[^&\s]+@|mailto:/;
/** How attributions begin. */
const STARTS =
  /^(?:[-–—*\s]*(?:on|at|le|am|den|el|em|il|op|dnia|w dniu|dne|dňa|la|în|в|во|у|від|от|kl\.?|ti|ma|ke|to|pe|vào|tarihinde|στις)(?=[\s,])|\d|在|於|于|(?:mon|tue|wed|thu|fri|sat|sun|pon|wt|śr|czw|pt|sob|niedz|ndz|пн|вт|ср|чт|пт|сб|нд|вс|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom|seg|ter|qua|qui|sex|man|tir|ons|tor|fre|lør|søn|lör|sön)[a-zа-яіїєґ]*\.?,?\s|\p{L}{2,14}[.,]{0,2}\s{1,3}\d|wiadomość napisana|"|'|<)/iu;
/** A whole date at the beginning: nothing of it can stand above. */
const STARTS_WITH_DAY = /^(?:\p{L}{1,10}[.,]{0,2}\s){0,3}\d{1,2}[.\s/-]/u;
/** "Quoting Anna <…>:", as Horde and others write. */
const QUOTING =
  /^(?:quoting|zitat von|zitiere|citando|citation de|cytowanie|cytat z|цитування|цитата|citát od)\s.{2,120}[:：]$/iu;
const LONGEST = 400;
const MOST_LINES = 6;

export interface Attribution {
  /** Lines from … to (not included). */
  readonly start: number;
  readonly end: number;
}

const stripQuote = (line: string): string =>
  isBracketTail(line) ? line.trim() : line.replace(/^[\s>|]+/, '').trim();
/** The `>` of an address that was wrapped before it, not the sign of a quote. */
const isBracketTail = (line: string): boolean =>
  /^>\s*[:：]?\s*$/.test(line) || (/^>\s/.test(line) && ENDS_WITH_VERB.test(line) && line.trim().length < 30);
export const isQuoteLine = (line: string): boolean => /^\s{0,3}(?:>|\|(?:\s|$))/.test(line);

/** All attributions of a text by the line they begin with: each line is looked at once. */
export function attributionsOf(lines: readonly string[]): ReadonlyMap<number, Attribution> {
  const found = new Map<number, Attribution>();
  for (let last = 0; last < lines.length; last++) {
    const attribution = attributionEndingAt(lines, last);
    if (attribution !== null && !found.has(attribution.start)) found.set(attribution.start, attribution);
  }
  return found;
}

/** The attribution that ends at a line, null when that line ends none. */
export function attributionEndingAt(lines: readonly string[], last: number): Attribution | null {
  const line = lines[last] ?? '';
  if (line.length > LONGEST || !mayEnd(line)) return null;
  if (isQuoteLine(line) && !isBracketTail(line)) return null;
  const quotedBelow = quoteFollows(lines, last + 1);
  let joined = '';
  let weak: Attribution | null = null;
  for (let start = last; start >= 0 && start > last - MOST_LINES; start--) {
    const part = stripQuote(lines[start] ?? '');
    // Some HTML conversions leave an empty line within; only a dangling bracket proves it.
    if (part === '') {
      if (!dangles(joined)) break;
      continue;
    }
    if (part.length > LONGEST) break;
    joined = joined === '' ? part : `${part} ${joined}`;
    if (joined.length > LONGEST) break;
    const verdict = judge(joined, quotedBelow);
    if (verdict === 'whole') return { start: beginsAbove(lines, start) ? start - 1 : start, end: last + 1 };
    if (verdict === 'weak' && weak === null) weak = { start, end: last + 1 };
  }
  return weak;
}

/** Most lines end no attribution: one look at their end settles it. */
/** A date that was wrapped in its middle: "On Monday, November 3rd, 2025 at" stands alone at the head of a paragraph. */
function beginsAbove(lines: readonly string[], start: number): boolean {
  const above = (lines[start - 1] ?? '').trim();
  if (above.length < 12 || above.length > 100 || isQuoteLine(above)) return false;
  if ((lines[start - 2] ?? '').trim() !== '' || /[!?:;]$/.test(above)) return false;
  return STARTS.test(above) && DATE_OR_TIME.test(above) && !STARTS_WITH_DAY.test((lines[start] ?? '').trim());
}

function mayEnd(line: string): boolean {
  const text = line.trimEnd().slice(-60);
  const last = text.charAt(text.length - 1);
  if (last === ':' || last === '：' || last === '>' || last === '-') return true;
  return (
    last !== '.' &&
    last !== ',' &&
    last !== '!' &&
    last !== '?' &&
    (ENDS_WITH_VERB.test(text) || CJK_END.test(text))
  );
}

function dangles(text: string): boolean {
  return /^\s*(?:>|<|mailto:)/.test(text);
}

/** whole: nothing more above belongs to it. weak: an attribution, but its beginning may stand above. */
function judge(text: string, quotedBelow: boolean): 'whole' | 'weak' | null {
  const hasDate = DATE_OR_TIME.test(text);
  const hasAddress = ADDRESS.test(text);
  if (!balanced(text)) return null;
  const endsWithVerb = ENDS_WITH_VERB.test(text) || CJK_END.test(text);
  const colonAtEnd = /[:：]\s*-*$/.test(text);
  const verb = endsWithVerb || (colonAtEnd && VERB_INSIDE.test(text));
  if (verb && hasDate && (STARTS.test(text) || (hasAddress && DATE_OR_TIME.test(text)))) {
    return STARTS.test(text) || (DATE.test(text) && hasAddress) ? 'whole' : 'weak';
  }
  // ukr.net, mail.ru: a date, an address and a colon, without a verb.
  if (colonAtEnd && hasDate && hasAddress && STARTS.test(text)) return 'whole';
  if (QUOTING.test(text) && (hasAddress || quotedBelow)) return 'whole';
  // Languages that write the name last: a date, then the address, a colon, and the quote.
  if (quotedBelow && DATE.test(text) && /<[^<>\s]+@[^<>]+>\s*[:：]$/.test(text)) return 'whole';
  // Gmail of old: date and address, then the quote.
  if (quotedBelow && hasDate && DATE.test(text) && hasAddress && STARTS.test(text) && />\s*:?$/.test(text))
    return 'whole';
  if (verb && (hasAddress || quotedBelow) && colonAtEnd) return 'weak';
  return null;
}

function balanced(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '<') open++;
    else if (sign === '>') open--;
    if (open < 0) return false;
  }
  return open === 0;
}

function quoteFollows(lines: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + 3); at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    return isQuoteLine(line);
  }
  return false;
}
