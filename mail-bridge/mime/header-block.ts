/**
 * The header of a mail made into what the parser needs: fields, then an empty line, of bearable size. RFC 5322
 * section 2.1 asks for that; broken programs leave the empty line out or put blanks on it, attacks make it endless.
 */
import type { MimeLimits } from './parse-mime';

export interface HeaderBlock {
  /** The whole mail with its header repaired; the same buffer when nothing was wrong. */
  readonly bytes: Buffer;
  readonly cut: boolean;
}

interface Field {
  readonly from: number;
  to: number;
}

interface Scan {
  readonly fields: readonly Field[];
  /** Where the empty line stands, the end of the mail when there is none. */
  readonly end: number;
  readonly hasEmptyLine: boolean;
  /** The first line that is no field and continues none. */
  readonly stray: number;
  /** The first line of nothing but blanks. */
  readonly blank: number;
}

const LF = 0x0a;
const CR = 0x0d;
const EMPTY_LINE = Buffer.from('\r\n');
const MOST_LINES = 300_000;
const MOST_FIELDS = 1_500;
const LONGEST_FIELD = 64 * 1024;
/** `Name:`, RFC 5322 section 2.2, and the obsolete blanks before the colon. */
const FIELD_NAME = /^([!-9;-~]{1,200})[ \t]*:/;
/** Fields that a ticket is made of: a header too large keeps these, and a line after which one comes is in the header. */
const KNOWN =
  /^(?:from|to|cc|bcc|subject|date|message-id|in-reply-to|references|reply-to|sender|return-path|mime-version|content-[a-z-]+|received|authentication-results|auto-submitted|precedence|list-[a-z-]+|x-original-[a-z-]+|x-failed-recipients|delivered-to|x-mailer|dkim-signature)$/i;

export function repairHeader(mail: Buffer, limits: MimeLimits): HeaderBlock {
  const raw = withLineFeeds(mail);
  const scan = scanHeader(raw);
  const end = endOfFields(raw, scan);
  const fields = scan.fields.filter((field) => field.from < end);
  const isLarge = end > limits.headerBytes || fields.length > MOST_FIELDS;
  if (!isLarge && end === scan.end) return { bytes: raw, cut: false };
  const head = isLarge ? essentialFields(raw, fields, end, limits.headerBytes) : [raw.subarray(0, end)];
  return { bytes: Buffer.concat([...head, EMPTY_LINE, bodyAfter(raw, scan, end)]), cut: isLarge };
}

/** Old Macs end lines with CR alone. Only where no LF is at all: a lone CR elsewhere is no end of a line. */
function withLineFeeds(raw: Buffer): Buffer {
  if (raw.indexOf(LF) !== -1 || raw.indexOf(CR) === -1) return raw;
  const out = Buffer.from(raw);
  for (let at = 0; at < out.length; at++) if (out[at] === CR) out[at] = LF;
  return out;
}

function scanHeader(raw: Buffer): Scan {
  const fields: Field[] = [];
  let stray = -1;
  let blank = -1;
  let at = 0;
  for (let lines = 0; at < raw.length && lines < MOST_LINES; lines++) {
    const newline = raw.indexOf(LF, at);
    const next = newline === -1 ? raw.length : newline + 1;
    const first = raw[at];
    if (first === LF || (first === CR && raw[at + 1] === LF)) {
      return { fields, end: at, hasEmptyLine: true, stray, blank };
    }
    const last = fields[fields.length - 1];
    if (first === 0x20 || first === 0x09) {
      if (blank === -1 && next - at < 200 && raw.toString('latin1', at, next).trim() === '') blank = at;
      if (last !== undefined) last.to = next;
    } else if (nameAt(raw, at) === '') {
      if (stray === -1) stray = at;
    } else fields.push({ from: at, to: next });
    at = next;
  }
  return { fields, end: at, hasEmptyLine: false, stray, blank };
}

function nameAt(raw: Buffer, at: number): string {
  return FIELD_NAME.exec(raw.toString('latin1', at, at + 210))?.[1] ?? '';
}

/**
 * A line that is no field begins the text when no field that we know follows it; else it is a stray line within the
 * header. The same for a line of blanks, which RFC 5322 section 4.2 calls a folded line.
 */
function endOfFields(raw: Buffer, scan: Scan): number {
  const begins = [scan.stray, scan.blank].filter((at) => at !== -1);
  const starts = begins.filter(
    (at) => !scan.fields.some((field) => field.from > at && KNOWN.test(nameAt(raw, field.from))),
  );
  return Math.min(scan.end, ...starts);
}

function bodyAfter(raw: Buffer, scan: Scan, end: number): Buffer {
  const from = end === scan.end && scan.hasEmptyLine ? raw.indexOf(LF, end) + 1 : end;
  // What the lines stand for that were no field is text; a line of blanks is the missing empty one.
  return from === scan.blank ? raw.subarray(raw.indexOf(LF, from) + 1 || raw.length) : raw.subarray(from);
}

/** Fields that a ticket needs first, then others while there is room; each in its place. */
function essentialFields(raw: Buffer, fields: readonly Field[], end: number, room: number): Buffer[] {
  const kept = new Map<Field, Buffer>();
  let left = room;
  const take = (field: Field): void => {
    if (kept.size >= MOST_FIELDS || left <= 0) return;
    const to = Math.min(field.to, end);
    const bytes = raw.subarray(field.from, Math.min(to, field.from + Math.min(LONGEST_FIELD, left)));
    kept.set(field, bytes[bytes.length - 1] === LF ? bytes : Buffer.concat([bytes, EMPTY_LINE]));
    left -= bytes.length;
  };
  const isKnown = (field: Field): boolean => KNOWN.test(nameAt(raw, field.from));
  // The short ones of them first: a subject is not lost to a list of 200,000 recipients.
  const known = fields.filter(isKnown);
  for (const field of known) if (field.to - field.from <= 2_000 && kept.size < MOST_FIELDS / 2) take(field);
  for (const field of known) if (!kept.has(field)) take(field);
  for (const field of fields) if (!kept.has(field)) take(field);
  return fields.flatMap((field) => kept.get(field) ?? []);
}
