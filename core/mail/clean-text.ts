/**
 * What text from outside may carry into a cell, a page or a header: letters, not instructions.
 */

/** C0 and C1 controls but tab and line feed, and the line and paragraph separators. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]/g;
/**
 * Bidirectional overrides and isolates, zero-width and other invisible signs (Unicode TR 36: they make a text look
 * like another one), the soft hyphen, tag characters. ZWJ and ZWNJ stay between letters that need them (emoji,
 * Arabic, Indic scripts).
 */
const INVISIBLE =
  /\u034f|\u17b4|\u17b5|[\u180b-\u180d]|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|\udb40[\udc00-\udc7f]/g;
const JOINERS_IN_LATIN =
  /(^|[\s\u0000-\u024f\u0370-\u05ff])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\s\u0000-\u024f\u0370-\u05ff])/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NEEDS_CLEANING = /[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0400-\u04ff\u2010-\u2027\u2030-\u205e]/;

/** Several lines: line ends become \n, spaces before them go, form is NFC. */
export function cleanText(text: string, longest = Number.POSITIVE_INFINITY): string {
  let out = text.length > longest ? cutText(text, longest) : text;
  if (out.indexOf('\r') !== -1) out = out.replace(/\r\n?/g, '\n');
  if (!NEEDS_CLEANING.test(out)) return out;
  out = out.replace(CONTROLS, '').replace(INVISIBLE, '').replace(LONE_SURROGATE, '\ufffd');
  if (out.indexOf('\u200c') !== -1 || out.indexOf('\u200d') !== -1) out = out.replace(JOINERS_IN_LATIN, '$1');
  return out.normalize('NFC');
}

/** One line, white space collapsed: fit for a header, a file name, a subject cell. */
export function cleanLine(text: string, longest = 998): string {
  const cut = text.length > longest * 4 ? cutText(text, longest * 4) : text;
  const line = cleanText(cut.replace(/[\t\r\n\u000b\u000c\u0085\u2028\u2029]+/g, ' '))
    .replace(/[ \u00a0\u2000-\u200a\u3000]+/g, ' ')
    .trim();
  return line.length > longest ? cutText(line, longest) : line;
}

/** Cuts without splitting a surrogate pair. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest);
}

/** Room for the numbers and endings that others add: most file systems take 255 bytes. */
const LONGEST_NAME = { signs: 120, bytes: 200 };

/** A file name with nothing that a file system or a reader could take for something else. */
export function cleanFilename(name: string): string {
  const line = cleanLine(name, 1000);
  const base = line.slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
  const plain = base
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .trim();
  if (fits(plain)) return plain;
  // The end of a name says what would open it: keep it.
  const dot = plain.lastIndexOf('.');
  const extension = dot > plain.length - 12 && dot > 0 ? plain.slice(dot) : '';
  let kept = cutText(plain, LONGEST_NAME.signs - extension.length);
  while (!fits(kept + extension)) kept = cutText(kept, kept.length - 1);
  return kept + extension;
}

function fits(name: string): boolean {
  if (name.length > LONGEST_NAME.signs) return false;
  let bytes = 0;
  for (const sign of name) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes <= LONGEST_NAME.bytes;
}

/** No blanks at the ends of lines, no more than one empty line between them, none around. Linear on any input. */
export function tidyLines(text: string): string {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trimEnd();
    if (trimmed === '' && (out.length === 0 || out[out.length - 1] === '')) continue;
    out.push(trimmed);
  }
  if (out[out.length - 1] === '') out.pop();
  return out.join('\n');
}
