/** Parts of a mail that are about other mails: reports of mail systems (RFC 3464, 5965, 8098) and enclosed mails. */
import { readFrom, readMailboxes } from '../../core/mail/addresses';
import { cleanLine, cleanText } from '../../core/mail/clean-text';
import type { EmbeddedMessage, HeaderField, ReportPart } from '../../core/mail/mail';
import { headerValue, headerValues } from '../../core/mail/mail';
import { readMessageIds } from '../../core/mail/message-id';
import { withoutMarks } from '../../core/mail/quote-marks';
import { collectTexts } from './bodies';
import { decodeText } from './charset';
import { decodeWords } from './encoded-words';
import { readHeaderFields } from './headers';
import { htmlToMarkedText } from './html-text';
import type { MimeLimits, ParsedFile } from './parse-mime';
import { parseMime } from './parse-mime';

const MOST_BLOCKS = 1_000;
const MOST_ENCLOSED = 5;
const REPORTS: Readonly<Record<string, ReportPart['kind']>> = {
  'message/delivery-status': 'delivery-status',
  'message/global-delivery-status': 'delivery-status',
  'message/disposition-notification': 'disposition-notification',
  'message/global-disposition-notification': 'disposition-notification',
  'message/feedback-report': 'feedback-report',
};

export function readReports(files: readonly ParsedFile[]): ReportPart[] {
  return files.flatMap((file) => {
    const kind = REPORTS[file.type];
    return kind === undefined ? [] : [{ kind, blocks: readBlocks(file.bytes.subarray(0, 500_000)) }];
  });
}

function readBlocks(bytes: Buffer): HeaderField[][] {
  const blocks: HeaderField[][] = [];
  for (const paragraph of decodeText(bytes, '').text.split(/\r?\n[ \t]*\r?\n/)) {
    const fields = readFields(paragraph);
    if (fields.length > 0) blocks.push(fields);
    if (blocks.length >= MOST_BLOCKS) break;
  }
  return blocks;
}

function readFields(paragraph: string): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const line of paragraph.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const match = /^\s*([A-Za-z][\w-]{0,80})\s*:\s*(.*)$/.exec(line);
    if (match?.[1] !== undefined)
      fields.push({ name: match[1].toLowerCase(), value: cleanText(match[2] ?? '').trim() });
  }
  return fields;
}

export async function readEnclosed(
  files: readonly ParsedFile[],
  limits: MimeLimits,
): Promise<EmbeddedMessage[]> {
  const mails = files.filter((file) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/.test(
      file.type,
    ),
  );
  const out: EmbeddedMessage[] = [];
  for (const file of mails.slice(0, MOST_ENCLOSED)) out.push(await readOne(file, limits));
  return out;
}

async function readOne(file: ParsedFile, limits: MimeLimits): Promise<EmbeddedMessage> {
  // Its text is shown as an excerpt: there is no need to read more than its beginning.
  const parsed = await parseMime(file.bytes.subarray(0, 300_000), { ...limits, textBytes: 100_000 });
  const headers = readHeaderFields(parsed.headerLines, parsed.charsetHint);
  const texts =
    parsed.tree === null || file.type.endsWith('headers')
      ? { plain: '', html: '' }
      : collectTexts(parsed.tree);
  const text = texts.plain !== '' ? texts.plain : withoutMarks(htmlToMarkedText(texts.html));
  return {
    headers,
    messageId: headerValues(headers, 'message-id').flatMap(readMessageIds)[0] ?? null,
    from: readFrom(headerValues(headers, 'from'), decodeWords).from,
    to: readMailboxes(headerValues(headers, 'to'), decodeWords),
    subject: cleanLine(decodeWords(headerValue(headers, 'subject') ?? '')),
    text: cleanText(text, 50_000),
  };
}
