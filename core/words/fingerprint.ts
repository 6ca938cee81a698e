/**
 * A short sign of a text, to recognise it again where the text itself would take too much room. FNV-1a over UTF-16
 * code units, 32 bits, in base 36 (http://www.isthe.com/chongo/tech/comp/fnv/). Not for secrets.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
