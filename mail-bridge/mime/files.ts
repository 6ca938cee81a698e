/** Files of a mail as rows show them: clean names, no winmail.dat, no parts that only programs read. */
import { createHash } from 'node:crypto';
import { cleanFilename, cleanLine } from '../../core/mail/clean-text';
import type { Attachment } from '../../core/mail/mail';
import type { TextBodies } from './bodies';
import { decodeWords } from './encoded-words';
import type { ParsedFile } from './parse-mime';
import { isTnef, readTnef } from './tnef';
import { readUuencoded } from './uuencode';

const MOST_FILES = 500;

export interface FileList {
  readonly attachments: readonly Attachment[];
  /** A winmail.dat that could not be opened is among them, or one whose text could not be read. */
  readonly winmail: 'opened' | 'closed' | 'text-unread';
  /** There were more files than are listed. */
  readonly cut: boolean;
  /** The text that a winmail.dat carries. */
  readonly texts: TextBodies;
}

/** @param hasText whether the mail has a text of its own */
export function listFiles(files: readonly ParsedFile[], hasText: boolean): FileList {
  const attachments: Attachment[] = [];
  let winmail: FileList['winmail'] = 'opened';
  let cut = false;
  let texts: TextBodies = { plain: '', html: '' };
  for (const file of files) {
    if (attachments.length >= MOST_FILES) {
      cut = true;
      break;
    }
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
      if (inner.plain !== '' || inner.html !== '') texts = { plain: inner.plain, html: inner.html };
      const room = MOST_FILES - attachments.length;
      if (inner.attachments.length > room || (inner.attachments.length === room && !inner.complete))
        cut = true;
      for (const packed of inner.attachments.slice(0, room)) {
        attachments.push(describe(packed.name, packed.type, packed.bytes, attachments.length));
      }
      // Outlook puts the formatting of a plain mail there: nothing to hand over, unless it is the only text.
      const isOnlyText = !hasText && inner.hasRtf && texts.plain === '' && texts.html === '';
      if (!isOnlyText && (inner.attachments.length > 0 || inner.complete)) continue;
      winmail = isOnlyText ? 'text-unread' : 'closed';
    }
    const name = file.filename === '' ? inventedName(file, attachments.length) : decodeWords(file.filename);
    const filename = cleanFilename(name);
    attachments.push({
      filename: filename === '' ? inventedName(file, attachments.length) : filename,
      type: mediaType(file.type),
      size: file.bytes.length,
      sha256: file.sha256,
      contentId: file.contentId,
      inline: file.disposition !== 'attachment' && (file.contentId !== null || file.related),
    });
  }
  return { attachments, winmail, cut, texts };
}

/** RFC 2045 section 5.1. What is none says nothing about the bytes, and is no text for a cell. */
function mediaType(written: string): string {
  return /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(written) ? written : 'application/octet-stream';
}

function describe(name: string, type: string, bytes: Buffer, index: number): Attachment {
  const filename = cleanFilename(name);
  return {
    filename: filename === '' ? `attachment-${index + 1}` : filename,
    type: mediaType(type),
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
