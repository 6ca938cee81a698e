/** Files of a mail as rows show them: clean names, no winmail.dat, no parts that only programs read. */
import { createHash } from 'node:crypto';
import { cleanFilename, cleanLine } from '../../core/mail/clean-text';
import type { Attachment } from '../../core/mail/mail';
import { decodeWords } from './encoded-words';
import type { ParsedFile } from './parse-mime';
import { isTnef, readTnef } from './tnef';
import { readUuencoded } from './uuencode';

const MOST_FILES = 500;

export interface FileList {
  readonly attachments: readonly Attachment[];
  /** A winmail.dat that could not be opened is among them. */
  readonly closedWinmail: boolean;
}

export function listFiles(files: readonly ParsedFile[]): FileList {
  const attachments: Attachment[] = [];
  let closedWinmail = false;
  for (const file of files) {
    if (attachments.length >= MOST_FILES) break;
    // Other forms of the same text for AMP readers and watches, and reports of mail systems: nobody handed these over.
    if (
      /^(?:text\/x-amp-html|text\/watch-html|message\/(?:global-)?(?:delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/.test(
        file.type,
      )
    ) {
      continue;
    }
    if (isTnef(file.type, file.filename)) {
      const inner = readTnef(file.bytes);
      for (const packed of inner.attachments) {
        attachments.push(describe(packed.name, packed.type, packed.bytes, attachments.length));
      }
      if (inner.attachments.length > 0 || inner.complete) continue;
      closedWinmail = true;
    }
    const name = file.filename === '' ? inventedName(file, attachments.length) : decodeWords(file.filename);
    const filename = cleanFilename(name);
    attachments.push({
      filename: filename === '' ? inventedName(file, attachments.length) : filename,
      type: file.type,
      size: file.bytes.length,
      sha256: file.sha256,
      contentId: file.contentId,
      inline: file.disposition !== 'attachment' && (file.contentId !== null || file.related),
    });
  }
  return { attachments, closedWinmail };
}

function describe(name: string, type: string, bytes: Buffer, index: number): Attachment {
  const filename = cleanFilename(name);
  return {
    filename: filename === '' ? `attachment-${index + 1}` : filename,
    type,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentId: null,
    inline: false,
  };
}

export interface TextWithFiles {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** Takes the uuencoded files out of a text. */
export function takeUuencoded(text: string): TextWithFiles {
  let rest = text;
  const attachments: Attachment[] = [];
  while (attachments.length < 20) {
    const file = rest.indexOf('begin ') === -1 ? null : readUuencoded(rest);
    if (file === null) break;
    attachments.push(describe(file.name, 'application/octet-stream', file.bytes, attachments.length));
    rest = rest.slice(0, file.start) + rest.slice(file.end);
  }
  return { text: rest, attachments };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
};

function inventedName(file: ParsedFile, index: number): string {
  if (!file.type.startsWith('message/')) return `attachment-${index + 1}.${EXTENSIONS[file.type] ?? 'bin'}`;
  const head = file.bytes.toString('latin1', 0, 20_000);
  const written = /^subject:[ \t]*([ -~]{1,400}(?:\r?\n[ \t][ -~]{1,400}){0,5})/im.exec(head)?.[1] ?? '';
  const subject = cleanLine(decodeWords(written.replace(/\r?\n[ \t]/g, ' ')), 100);
  return subject === '' ? 'message.eml' : `${subject.replace(/[/\\]/g, '-')}.eml`;
}
