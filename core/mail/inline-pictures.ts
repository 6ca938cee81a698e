/**
 * Pictures that a mail shows in the midst of its text. Text has a place for each: its file name in square brackets,
 * `[screenshot.png]`. That reads the same in every language, goes through a cell, and is what a person would type.
 */
import { cleanFilename } from './clean-text';
import type { Attachment, Mail } from './mail';

/** Where a picture stands in a text. */
export function picturePlace(name: string): string {
  return `[${name}]`;
}

/** Programs that do not know a type say octet-stream; the names are those that people's programs give. */
const TYPE_OF_NAME: readonly (readonly [RegExp, string])[] = [
  [/\.png$/i, 'image/png'],
  [/\.jpe?g$/i, 'image/jpeg'],
  [/\.gif$/i, 'image/gif'],
  [/\.webp$/i, 'image/webp'],
];

/** Names of types that were never registered, and what they mean. */
const MEANT: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
};

/** Its media type, '' when it is no picture. */
export function pictureType({ type, filename }: Pick<Attachment, 'type' | 'filename'>): string {
  const isUnknown = type === 'application/octet-stream';
  const meant = isUnknown ? TYPE_OF_NAME.find(([name]) => name.test(filename))?.[1] : (MEANT[type] ?? type);
  return meant?.startsWith('image/') ? meant : '';
}

/** What every mail program shows. Others (HEIC of an iPhone, SVG, TIFF) would be a broken sign in most of them. */
const SHOWN_BY_ALL: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function isShownByAll(type: string): boolean {
  return SHOWN_BY_ALL.has(type);
}

/**
 * The names under which the pictures of a mail have their places, by Content-ID. Programs call every one `image.png`:
 * here no two share a name. The same picture twice (an arrow, an icon) has one.
 */
export function pictureNames(attachments: Mail['attachments']): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const byDigest = new Map<string, string>();
  const taken = new Set<string>();
  for (const attachment of attachments) {
    const { contentId, sha256 } = attachment;
    if (contentId === null || names.has(contentId) || pictureType(attachment) === '') continue;
    const name = byDigest.get(sha256) ?? unusedName(placeable(attachment.filename), taken);
    byDigest.set(sha256, name);
    taken.add(name.toLowerCase());
    names.set(contentId, name);
  }
  return names;
}

/** A bracket would end the place. */
function placeable(filename: string): string {
  const name = cleanFilename(filename).replace(/\[/g, '(').replace(/\]/g, ')');
  return name === '' ? 'image' : name;
}

function unusedName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let unused = name;
  for (let count = 2; taken.has(unused.toLowerCase()); count++) unused = `${stem}-${count}${extension}`;
  return unused;
}

/** RFC 2392: the address of a part is percent-encoded, wherever in HTML or its styles it stands. */
const ADDRESS_OF_PART = /\bcid:([^"'\s<>)]{1,500})/gi;

/** Which parts of the mail its HTML shows. */
export function shownContentIds(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(ADDRESS_OF_PART), ([, written = '']) => contentIdOf(written)));
}

/** @param written what stands behind `cid:` */
export function contentIdOf(written: string): string {
  const plain = written.replace(/&amp;/g, '&');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
