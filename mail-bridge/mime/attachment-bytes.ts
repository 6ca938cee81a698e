/** The files of a mail themselves, by the digest that its list of attachments names. */
import { createHash } from 'node:crypto';
import { collectTexts } from './bodies';
import { DEFAULT_LIMITS, parseMime } from './parse-mime';
import { prepareRaw } from './prepare-raw';
import { isTnef, readTnef } from './tnef';
import { readUuencoded } from './uuencode';

export interface FileBytes {
  /** By SHA-256 in hexadecimal. */
  readonly byDigest: ReadonlyMap<string, Buffer>;
  /** Images that the HTML shows by their Content-ID (RFC 2392), without angle brackets. */
  readonly byContentId: ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;
}

const MOST_IN_TEXT = 20;

export async function readFiles(raw: Buffer): Promise<FileBytes> {
  const { files, tree } = await parseMime(prepareRaw(raw, DEFAULT_LIMITS).bytes, DEFAULT_LIMITS);
  const byDigest = new Map<string, Buffer>();
  const byContentId = new Map<string, { type: string; bytes: Buffer }>();
  for (const { sha256, bytes, type, filename, contentId } of files) {
    byDigest.set(sha256, bytes);
    if (contentId !== null && !byContentId.has(contentId)) byContentId.set(contentId, { type, bytes });
    if (!isTnef(type, filename)) continue;
    for (const packed of readTnef(bytes).attachments) byDigest.set(digest(packed.bytes), packed.bytes);
  }
  for (const bytes of inText(tree === null ? '' : collectTexts(tree).plain))
    byDigest.set(digest(bytes), bytes);
  return { byDigest, byContentId };
}

function* inText(text: string): Generator<Buffer> {
  let rest = text;
  for (let count = 0; count < MOST_IN_TEXT && rest.includes('begin '); count++) {
    const file = readUuencoded(rest);
    if (file === null) return;
    yield file.bytes;
    rest = rest.slice(0, file.start) + rest.slice(file.end);
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
