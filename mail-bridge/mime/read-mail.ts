/** From the raw bytes of a mail to what the rules work with. Never throws: a mail it cannot read gives its headers. */
import { createHash } from 'node:crypto';
import { fallbackSender, originalSender, readFrom, readMailboxes } from '../../core/mail/addresses';
import { cleanLine, cleanText } from '../../core/mail/clean-text';
import { readMailDate } from '../../core/mail/date';
import type { HeaderField, Mail, MailWarning } from '../../core/mail/mail';
import { headerValue, headerValues } from '../../core/mail/mail';
import { readMessageIds } from '../../core/mail/message-id';
import { withoutMarks } from '../../core/mail/quote-marks';
import type { TextBodies } from './bodies';
import { bodyWithoutParts, collectTexts } from './bodies';
import { readEnclosed, readReports } from './enclosed';
import { decodeWords } from './encoded-words';
import { listFiles, takeUuencoded } from './files';
import { readContentField, readHeaderFields } from './headers';
import { htmlToMarkedText } from './html-text';
import type { MimeLimits, ParsedMime } from './parse-mime';
import { DEFAULT_LIMITS, parseMime } from './parse-mime';
import type { PreparedRaw } from './prepare-raw';
import { prepareRaw } from './prepare-raw';

export interface ReadMailOptions {
  readonly limits?: Partial<MimeLimits>;
}

type Warn = (code: MailWarning['code'], text: string) => void;

export async function readMail(raw: Buffer, options: ReadMailOptions = {}): Promise<Mail> {
  const limits: MimeLimits = { ...DEFAULT_LIMITS, ...options.limits };
  try {
    return await readWhole(raw, limits, []);
  } catch (error) {
    // A fault of ours in the body must not lose a mail: its header alone makes a ticket.
    const reason = error instanceof Error ? error.message : String(error);
    const text = `The body could not be read (${reason}); only the header was. The original is kept.`;
    const head = prepareRaw(raw, limits).bytes.subarray(0, limits.headerBytes + 2);
    const end = /\r?\n\r?\n/.exec(head.toString('latin1'));
    const bare = Buffer.concat([end === null ? head : head.subarray(0, end.index), Buffer.from('\r\n\r\n')]);
    return readWhole(bare, limits, [{ code: 'unreadable', text }]);
  }
}

async function readWhole(raw: Buffer, limits: MimeLimits, before: readonly MailWarning[]): Promise<Mail> {
  const warnings = new Map<MailWarning['code'], string>(before.map(({ code, text }) => [code, text]));
  const warn: Warn = (code, text) => warnings.set(code, text);
  const prepared = await parse(raw, limits);
  const { parsed } = prepared;
  if (prepared.headerCut) {
    warn('headers-cut', 'The header of this mail is longer than any; the fields that matter were read.');
  }
  if (prepared.cut || parsed.textWasCut) {
    warn('text-cut', 'This mail is longer than can be shown; its beginning was read, the original is kept.');
  }
  if (parsed.failure !== null) {
    warn(
      'unreadable',
      `The mail could not be read to its end (${parsed.failure}); what was read is shown, the original is kept.`,
    );
  }
  warnAboutCharsets(parsed, warn);
  return assemble(raw, prepared, limits, warnings, warn);
}

interface Parsed extends PreparedRaw {
  readonly parsed: ParsedMime;
}

async function parse(raw: Buffer, limits: MimeLimits): Promise<Parsed> {
  const prepared = prepareRaw(raw, limits);
  return { parsed: await parseMime(prepared.bytes, limits), ...prepared };
}

function warnAboutCharsets(parsed: ParsedMime, warn: Warn): void {
  for (const doubt of parsed.doubts) {
    if (doubt.doubt === 'unknown-label')
      warn('charset-unknown', `The charset of the text is not known; it was read as ${doubt.charset}.`);
    else if (doubt.doubt === 'guessed' && doubt.charset !== 'utf-8') {
      warn(
        'charset-guessed',
        `The letters of the text contradict its charset; it was read as ${doubt.charset}.`,
      );
    }
    if (doubt.text.indexOf('\ufffd') !== -1) {
      warn('damaged-characters', 'Some characters of the text were damaged before the mail arrived.');
    }
  }
}

const WINMAIL: Readonly<Record<'closed' | 'text-unread', string>> = {
  closed: 'A winmail.dat of Outlook could not be opened; it is listed as it is.',
  'text-unread':
    'The text of this mail is only in a winmail.dat of Outlook, in a form that cannot be read; the file is listed.',
};

async function assemble(
  raw: Buffer,
  prepared: Parsed,
  limits: MimeLimits,
  warnings: ReadonlyMap<MailWarning['code'], string>,
  warn: Warn,
): Promise<Mail> {
  const { parsed } = prepared;
  const headers = readHeaderFields(parsed.headerLines, parsed.charsetHint);
  const own = readTexts(prepared, limits, warn);
  const hasText = own.plain !== '' || own.html !== '';
  const files = listFiles(parsed.files, hasText);
  const texts = hasText ? own : files.texts;
  const { text, attachments: inText } = takeUuencoded(texts.plain);
  if (files.cut) warn('parts-cut', 'The mail holds more files than can be listed; the original is kept.');
  if (files.winmail !== 'opened') warn('winmail', WINMAIL[files.winmail]);
  const embedded = await readEnclosed(parsed.files, limits);
  const sender = readSender(headers, warn);
  const ownId = headerValues(headers, 'message-id').flatMap(readMessageIds)[0];
  if (ownId === undefined) warn('no-message-id', 'The mail has no Message-ID; one was made from its bytes.');
  const date = readMailDate(headerValue(headers, 'date') ?? '');
  if (date === null) warn('no-date', 'The mail has no readable Date header; the time of its arrival counts.');
  const answered = headerValues(headers, 'in-reply-to').flatMap(readMessageIds);
  const { html } = texts;
  let marked: string | null = null;
  const htmlMarked = (): string => {
    // Converting HTML is the dearest step, and plain text often makes it needless.
    marked ??= htmlToMarkedText(html);
    return marked;
  };
  return {
    messageId: ownId ?? `<${createHash('sha256').update(raw).digest('hex')}@missing.invalid>`,
    messageIdMissing: ownId === undefined,
    inReplyTo: answered[0] ?? null,
    references: [...answered.slice(1), ...headerValues(headers, 'references').flatMap(readMessageIds)],
    ...sender,
    replyTo: readMailboxes(headerValues(headers, 'reply-to'), decodeWords),
    to: readMailboxes(headerValues(headers, 'to'), decodeWords),
    cc: readMailboxes(headerValues(headers, 'cc'), decodeWords),
    subject: cleanLine(decodeWords(headerValue(headers, 'subject') ?? '')),
    date,
    headers,
    text: cleanText(text),
    html,
    get htmlMarked(): string {
      return htmlMarked();
    },
    get htmlAsText(): string {
      return withoutMarks(htmlMarked());
    },
    attachments: [...files.attachments, ...inText],
    reports: readReports(parsed.files),
    embedded,
    calendar: calendarOf(parsed),
    contentType: readContentField(headerValue(headers, 'content-type')),
    sizeBytes: raw.length,
    warnings: Array.from(warnings, ([code, message]) => ({ code, text: message })),
  };
}

/** A multipart whose boundary never comes has no parts for the parser; its text is there all the same. */
function readTexts({ bytes, parsed }: Parsed, limits: MimeLimits, warn: Warn): TextBodies {
  const texts = parsed.tree === null ? { plain: '', html: '' } : collectTexts(parsed.tree);
  if (texts.plain !== '' || texts.html !== '' || parsed.files.length > 0) return texts;
  const bare = bodyWithoutParts(bytes, parsed, limits);
  if (bare === '') return texts;
  warn('malformed-part', 'The parts of this mail could not be told apart; its body is shown as it came.');
  return { plain: bare, html: '' };
}

function readSender(headers: readonly HeaderField[], warn: Warn): Pick<Mail, 'from' | 'fromProblems'> {
  const { from, problems } = readFrom(headerValues(headers, 'from'), decodeWords);
  const forwarded = [
    ...headerValues(headers, 'x-original-from'),
    ...headerValues(headers, 'x-original-sender'),
  ];
  const original = originalSender(from, forwarded, decodeWords);
  if (problems.length > 0) warn('from', `The From header cannot vouch for anybody: ${problems.join(', ')}.`);
  if (original === null) {
    const others = ['sender', 'reply-to', 'return-path'].map((name) => headerValues(headers, name));
    return { from: fallbackSender(from, others, decodeWords), fromProblems: problems };
  }
  return { from: original, fromProblems: [...new Set([...problems, 'name-shows-another-address' as const])] };
}

function calendarOf(parsed: ParsedMime): string | null {
  const part = parsed.files.find((file) => file.type === 'text/calendar' || /\.ics$/i.test(file.filename));
  return part === undefined ? null : part.bytes.subarray(0, 500_000).toString('utf8');
}
