/** A mail that somebody passed on: who wrote it, what about, and what the forwarder added above. */
import { isSendableAddress } from './addresses';
import { attributionEndingAt, isQuoteLine } from './attribution';
import { cleanLine, tidyLines } from './clean-text';
import { afterInlineForwardMarker, isForwardMarker, isOriginalMarker } from './forward-markers';
import type { HeaderBlock } from './header-labels';
import { headerBlockAt, isMailHeader, readLabel } from './header-labels';
import type { Mailbox } from './mail';
import { isRuler } from './signature';
import { readSubject } from './subject';

export interface ForwardedMail {
  /** address is '' when the client copied only a name. */
  readonly from: Mailbox;
  readonly subject: string | null;
  readonly text: string;
  /** What the forwarder wrote above, null when nothing. */
  readonly message: string | null;
}

const MOST_LINES = 5_000;

export function readForward(subject: string, text: string): ForwardedMail | null {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\ufeff/g, '')
    .split('\n', MOST_LINES);
  const said = readSubject(subject);
  const passedOn = said.isForward && !startsWithReply(subject) && !isFinnishReply(subject, text);
  // Answering programs write "Re:" before no subject as well: without a word, a header below is a mail passed on.
  const isSilent = subject.trim() === '';
  for (let at = 0; at < lines.length; at++) {
    const forward =
      markedForwardAt(lines, at) ??
      (passedOn ? bareForwardAt(lines, at, said.base) : isSilent ? headedForwardAt(lines, at) : null);
    if (forward !== null) return forward;
  }
  return said.isReply || passedOn ? null : forwardWithoutWords(lines);
}

/** `Re: Fwd: …` answers a forward. */
function startsWithReply(subject: string): boolean {
  return readSubject(subject.slice(0, subject.search(/[:：]/) + 1)).isReply;
}

/** VS: is "videresendt" (passed on) in Norwegian and "vastaus" (answer) in Finnish. */
function isFinnishReply(subject: string, text: string): boolean {
  return /^\s*vs\s*:/i.test(subject) && /(?:lähettäjä|vastaanottaja|lähetetty)\s*:/i.test(text);
}

function markedForwardAt(lines: readonly string[], at: number): ForwardedMail | null {
  const line = lines[at] ?? '';
  const inline = afterInlineForwardMarker(line);
  if (inline !== null) return inlineForward(inline, lines, at);
  if (!isForwardMarker(line)) return null;
  const block = blockBelow(lines, at + 1, 2);
  if (block !== null) return forwardOf(lines, block, at, null);
  const attribution = attributionBelow(lines, at + 1);
  return attribution === null ? null : { ...attribution, message: ownText(lines, at) };
}

/** Outlook puts no marker: the prefix of the subject says it, and the text holds a header or an attribution. */
function bareForwardAt(lines: readonly string[], at: number, base: string): ForwardedMail | null {
  const block = headerBlockAt(lines, at, 2);
  if (block !== null) return forwardOf(lines, block, at, base);
  const attribution = attributionBelow(lines, at, 0);
  return attribution === null
    ? null
    : { ...attribution, subject: base === '' ? null : base, message: ownText(lines, at) };
}

function headedForwardAt(lines: readonly string[], at: number): ForwardedMail | null {
  const block = headerBlockAt(lines, at);
  return block !== null && isMailHeader(block) && !isQuoteLine(lines[at] ?? '')
    ? forwardOf(lines, block, at, null)
    : null;
}

/** Nobody answers with nothing: a text that begins with a marker and a header passes that mail on. */
function forwardWithoutWords(lines: readonly string[]): ForwardedMail | null {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1 || !isOriginalMarker(lines[first] ?? '')) return null;
  const block = blockBelow(lines, first + 1, 3);
  return block === null ? null : forwardOf(lines, block, first, null);
}

function blockBelow(lines: readonly string[], from: number, fewest: number): HeaderBlock | null {
  let at = from;
  while (at < lines.length && at < from + 4 && /^[\s>*_-]*$/.test(lines[at] ?? '')) at++;
  return headerBlockAt(lines, at, fewest);
}

function attributionBelow(
  lines: readonly string[],
  from: number,
  blanks = 4,
): Omit<ForwardedMail, 'message'> | null {
  let first = from;
  while (first < lines.length && first < from + blanks && (lines[first] ?? '').trim() === '') first++;
  for (let last = first; last < Math.min(lines.length, first + 4); last++) {
    const attribution = attributionEndingAt(lines, last);
    if (attribution?.start !== first) continue;
    const head = lines.slice(attribution.start, attribution.end).join(' ');
    const from_ = senderInAttribution(head);
    if (from_ === null) return null;
    return { from: from_, subject: null, text: bodyFrom(lines, attribution.end) };
  }
  return null;
}

function senderInAttribution(head: string): Mailbox | null {
  const match =
    /["'„“«]?\s*([^<>"'„“”«»,:\d]{2,80}?)\s*["'“”»]?\s*[<([](?:mailto:)?([^\s<>()[\]]+@[^\s<>()[\]]+)[>)\]]/.exec(
      head,
    );
  const address = match?.[2] ?? /[^\s<>()"':;,]+@[^\s<>()"':;,]+/.exec(head)?.[0];
  if (address === undefined) return null;
  const name = (match?.[1] ?? '').replace(/^(?:heeft|skrev|schrieb|від|от|przez|von|van|by|wrote)\s+/i, '');
  return mailbox(name, address);
}

function forwardOf(
  lines: readonly string[],
  block: HeaderBlock,
  markerAt: number,
  subjectBase: string | null,
): ForwardedMail | null {
  const from = readSender(block.fields.get('from') ?? '');
  if (from === null) return null;
  const subject = block.fields.get('subject') ?? subjectBase;
  return {
    from,
    subject: subject === null ? null : cleanLine(subject),
    text: bodyFrom(lines, block.end),
    message: ownText(lines, markerAt),
  };
}

/** `John Doe <john@x>`, `John [mailto:john@x]`, `john@x (John)`, `John<mailto:john@x> <john@x<mailto:john@x>> on behalf of …`. */
export function readSender(value: string): Mailbox | null {
  const plain = value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(
      /\s+(?:on behalf of|w imieniu|від імені|от имени|im auftrag von|de la part de|en nombre de|per conto di|namens)\s.*$/i,
      '',
    )
    .trim();
  const address = /[<([]?(?:mailto:)?([^\s<>()[\]"':;,*]+@[^\s<>()[\]"';,*]+)/.exec(plain)?.[1];
  if (address === undefined) {
    const name = cleanLine(plain.replace(/[<>[\]"*]/g, ''), 200);
    return name === '' ? null : { address: '', name };
  }
  const before = plain.slice(0, plain.indexOf(address)).replace(/(?:mailto:|[<([\s])+$/gi, '');
  const inParentheses = /\(([^()@]{2,100})\)\s*$/.exec(plain)?.[1];
  return mailbox(before !== '' ? before : (inParentheses ?? ''), address);
}

function mailbox(name: string, address: string): Mailbox {
  const bare = address.replace(/[.,;:>]+$/, '');
  const clean = cleanLine(name.replace(/<mailto:[^>]*>/gi, ''), 200)
    .replace(/^["'„“”«»*\s]+|["'„“”«»*\s]+$/g, '')
    .trim();
  const at = bare.lastIndexOf('@');
  const lowered = at === -1 ? bare : bare.slice(0, at) + bare.slice(at).toLowerCase();
  return {
    address: isSendableAddress(lowered) || at > 0 ? lowered : '',
    name: clean.toLowerCase() === lowered.toLowerCase() ? '' : clean,
  };
}

/** The text below, without the quote signs or the indent that the client put before every line. */
function bodyFrom(lines: readonly string[], from: number): string {
  const body = lines.slice(from);
  const filled = body.filter((line) => line.trim() !== '');
  const first = filled[0];
  if (first !== undefined && isQuoteLine(first)) {
    return tidy(body.map((line) => line.replace(/^\s{0,3}>\s?/, '')));
  }
  const indent = filled.length > 0 && filled.every((line) => line.startsWith('    ')) ? 4 : 0;
  return tidy(body.map((line) => line.slice(line.startsWith('    ') ? indent : 0)));
}

function ownText(lines: readonly string[], end: number): string | null {
  let last = end;
  // The ruler or marker above a header is not the forwarder's.
  const leadsOver = (line: string): boolean => line.trim() === '' || isRuler(line) || isOriginalMarker(line);
  while (last > 0 && leadsOver(lines[last - 1] ?? '')) last--;
  const above = tidy(lines.slice(0, last));
  return above.replace(/[>\s]/g, '') === '' ? null : above;
}

const tidy = (lines: readonly string[]): string => tidyLines(lines.join('\n'));

/** Yahoo: `From: John <a@b>To: … Sent: …Subject: …` without line ends between. */
function inlineForward(head: string, lines: readonly string[], at: number): ForwardedMail | null {
  const first = readLabel(head);
  if (first?.kind !== 'from') return null;
  const value = head.slice(head.search(/[:：]/) + 1);
  const address = /<([^\s<>]+@[^\s<>]+)>/.exec(value);
  const from =
    address === null
      ? readSender(value.slice(0, 200))
      : readSender(value.slice(0, address.index + address[0].length));
  if (from === null) return null;
  const subjectLabel =
    /(?:Subject|Temat|Тема|Oggetto|Assunto|Asunto|Objet|Sujet|Betreff|Onderwerp|Ämne|Emne|Tárgy|Predmet|Předmět|Subiect|Konu|Θέμα|Aihe|主题|件名)\s*[:：]\s*([^\n]*)$/u.exec(
      value,
    );
  return {
    from,
    subject: subjectLabel?.[1] === undefined ? null : cleanLine(subjectLabel[1]),
    text: bodyFrom(lines, at + 1),
    message: ownText(lines, at),
  };
}
