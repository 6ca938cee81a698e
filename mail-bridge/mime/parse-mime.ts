/** One run of the MIME parser over a raw mail: headers, texts and files. Never throws. */
import type { AttachmentStream, MailParserOptions, MessageText } from 'mailparser';
import type { DecodedText } from './charset';
import type { ParsedNode } from './repairing-parser';
import { RepairingParser } from './repairing-parser';

export interface ParsedFile {
  readonly filename: string;
  /** lower case */
  readonly type: string;
  readonly disposition: string;
  readonly contentId: string | null;
  /** Belongs to a multipart/related: shown within the HTML. */
  readonly related: boolean;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** `Name: value` with its folds, each byte one character. */
export interface HeaderLine {
  readonly key: string;
  readonly line: string;
}

export interface ParsedMime {
  readonly headerLines: readonly HeaderLine[];
  readonly tree: ParsedNode | null;
  readonly files: readonly ParsedFile[];
  readonly doubts: readonly DecodedText[];
  readonly textWasCut: boolean;
  /** The charset that the texts declare, '' when they declare none. */
  readonly charsetHint: string;
  /** Why parsing ended early, null when it did not. What was read until then is there. */
  readonly failure: string | null;
}

export interface MimeLimits {
  /** Bytes of text, all parts together. */
  readonly textBytes: number;
  /** Bytes of the mail that are parsed; what lies beyond stays in the spool. */
  readonly mailBytes: number;
  /** Bytes of the header that are read when all of it is too much. */
  readonly headerBytes: number;
}

export const DEFAULT_LIMITS: MimeLimits = {
  textBytes: 2 * 1024 * 1024,
  mailBytes: 64 * 1024 * 1024,
  headerBytes: 256 * 1024,
};

/** mailsplit reads these; the types of mailparser do not name all of them. */
const OPTIONS: MailParserOptions & { ignoreEmbedded: boolean; keepDeliveryStatus: boolean } = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  keepDeliveryStatus: true,
  // An enclosed mail is a file of this mail; its text is not this sender's.
  ignoreEmbedded: true,
  checksumAlgo: 'sha256',
};

const MOST_CHUNKS = 2_000;

/** Mails of this size are decoded under the limit for text from the beginning. */
const LARGE_MAIL = 2 * 1024 * 1024;

export async function parseMime(raw: Buffer, limits: MimeLimits): Promise<ParsedMime> {
  if (raw.length > Math.min(LARGE_MAIL, limits.textBytes)) return run(raw, limits, true);
  const parsed = await run(raw, limits, false);
  return parsed.tree !== null && isDamaged(parsed.tree, 0) ? run(raw, limits, true) : parsed;
}

/** Characters that UTF-8 cannot be, or the escapes of ISO-2022 in what claims to be plain. */
function isDamaged(node: ParsedNode, depth: number): boolean {
  const text = node.textContent;
  if (text !== undefined && (text.indexOf('\ufffd') !== -1 || text.indexOf('\u001b$') !== -1)) return true;
  return depth < 100 && node.children.some((child) => isDamaged(child, depth + 1));
}

function run(raw: Buffer, limits: MimeLimits, everyText: boolean): Promise<ParsedMime> {
  return new Promise((resolve) => {
    const parser = new RepairingParser(OPTIONS, limits.textBytes, everyText);
    const files: ParsedFile[] = [];
    let settled = false;
    const settle = (failure: string | null): void => {
      if (settled) return;
      settled = true;
      resolve({
        headerLines: parser.headerLines || [],
        tree: parser.tree || null,
        files,
        doubts: parser.doubts,
        textWasCut: parser.textWasCut,
        charsetHint: parser.charsetHint,
        failure,
      });
    };
    parser.on('error', (error: Error) => settle(error.message));
    parser.on('end', () => settle(null));
    parser.on('data', (data: AttachmentStream | MessageText) => {
      if (data.type !== 'attachment') return;
      const whole: Buffer[] = [];
      let chunks: Buffer[] = [];
      const { content } = data;
      content.on('data', (chunk: Buffer) => {
        // Quoted-printable comes line by line: a million small buffers cost far more than their bytes.
        if (chunks.push(chunk) < MOST_CHUNKS) return;
        whole.push(Buffer.concat(chunks));
        chunks = [];
      });
      content.on('end', () => {
        files.push({
          filename: data.filename ?? '',
          type: data.contentType.toLowerCase(),
          disposition: data.contentDisposition ?? '',
          contentId: data.cid ?? null,
          related: data.related ?? false,
          bytes: Buffer.concat([...whole, ...chunks]),
          sha256: data.checksum,
        });
        data.release();
      });
    });
    parser.end(raw);
  });
}
