/**
 * From bytes and the charset they claim to text. Decoding is done by iconv-lite and the platform's TextDecoder; ours
 * is the doubt: what is UTF-8 is read as UTF-8, what contradicts its label is read as its letters say
 * (charset-guess), and what was read with doubt is reported.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { betterSibling, guessCharset, looksMisread } from './charset-guess';

export interface DecodedText {
  readonly text: string;
  /** The charset it was read as, as iconv-lite names it. */
  readonly charset: string;
  /** null: as labelled. */
  readonly doubt: 'guessed' | 'unknown-label' | null;
}

/** Charsets whose text is not ASCII although its bytes are. */
const SEVEN_BIT = /^(?:utf-?7|unicode-1-1-utf-7|iso-2022-.*|hz-gb-2312|utf-16.*|utf-32.*)$/;
/** Labels that programs put on anything. */
const CARELESS =
  /^(?:us-ascii|ascii|ansi_x3\.4-1968|iso-8859-1|latin1|windows-1252|utf-?8|x-unknown|unknown-8bit|unknown|default|binary|none|8bit|)$/;

/**
 * @param label the charset parameter, '' when there is none
 * @param hint a charset that another part of the same mail declares
 */
export function decodeText(bytes: Buffer, label: string, hint = ''): DecodedText {
  const charset = tidyLabel(label);
  if (hasByteOrderMark(bytes)) return { text: iconv.decode(bytes, 'utf-16'), charset: 'utf-16', doubt: null };
  const ascii = isAscii(bytes);
  if (!ascii && charset.startsWith('iso-2022-')) return decodeWithoutTrust(bytes, '', charset);
  if (!SEVEN_BIT.test(charset)) {
    if (ascii) {
      // ISO-2022-JP is sent without a label by some: its escapes give it away.
      if (bytes.indexOf('\u001b$') === -1)
        return { text: bytes.toString('latin1'), charset: 'us-ascii', doubt: null };
      return { text: decodeAs(bytes, 'iso-2022-jp') ?? '', charset: 'iso-2022-jp', doubt: 'guessed' };
    }
    if (isUtf8(bytes)) {
      const doubt = charset === '' || /^utf-?8$/.test(charset) ? null : 'guessed';
      return { text: bytes.toString('utf8').replace(/^\ufeff/, ''), charset: 'utf-8', doubt };
    }
  }
  if (CARELESS.test(charset)) return decodeWithoutTrust(bytes, charset, hint);
  const text = decodeAs(bytes, charset);
  if (text === null) return { ...decodeWithoutTrust(bytes, '', hint), doubt: 'unknown-label' };
  const sibling = betterSibling(bytes, charset, decodeAs);
  if (sibling !== null) return { text: decodeAs(bytes, sibling) ?? text, charset: sibling, doubt: 'guessed' };
  if (text.indexOf('\ufffd') === -1 && !looksMisread(text)) return { text, charset, doubt: null };
  const guess = decodeWithoutTrust(bytes, charset, hint);
  return guess.text.indexOf('\ufffd') === -1 ? guess : { text, charset, doubt: null };
}

const ALIASES: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'x-unicode-2-0-utf-7': 'utf-7',
  'x-mac-ce': 'maccenteuro',
  'x-mac-centraleurroman': 'maccenteuro',
};

/** `"UTF-8"`, `charset=utf-8`, `us-ascii//TRANSLIT`, `8859-2`: labels as careless programs write them. */
function tidyLabel(label: string): string {
  const bare = label
    .slice(0, 100)
    .toLowerCase()
    .replace(/^[\s"']*(?:charset\s*=\s*)?["']*|(?:["';\s]|\/\/).*$/g, '');
  return ALIASES[bare] ?? bare.replace(/^8859-(?=\d{1,2}$)/, 'iso-8859-');
}

/** Null when nobody knows the charset. */
export function decodeAs(bytes: Buffer, charset: string): string | null {
  // iconv-lite has no ISO-2022-JP, the Encoding Standard has.
  if (/^(?:iso-2022-jp|jis\b|csiso2022jp)/.test(charset)) return new TextDecoder('iso-2022-jp').decode(bytes);
  const name: string = charset === 'ks_c_5601-1987' ? 'cp949' : charset;
  const isKnown: boolean = iconv.encodingExists(name);
  if (isKnown) return iconv.decode(bytes, name);
  const alias = /^(?:x-)?(?:cp|win|windows|ansi|microsoft-cp)?[-_ ]?(125\d|874)$/.exec(name)?.[1];
  const normal =
    alias === undefined ? name.replace(/^x-/, '').replace(/[^a-z0-9]+/g, '') : `windows-${alias}`;
  return iconv.encodingExists(normal) ? iconv.decode(bytes, normal) : null;
}

function decodeWithoutTrust(bytes: Buffer, charset: string, hint: string): DecodedText {
  const mostly = CARELESS.test(charset) ? mostlyUtf8(bytes) : null;
  if (mostly !== null) return { text: mostly, charset: 'utf-8', doubt: 'guessed' };
  const labelled = /^(?:utf-?8|us-ascii|ascii|x-unknown|unknown.*|default|binary|none|8bit)$/.test(charset)
    ? ''
    : charset;
  const guessed = guessCharset(bytes, labelled, hint.toLowerCase(), decodeAs);
  return {
    text: decodeAs(bytes, guessed) ?? bytes.toString('latin1'),
    charset: guessed,
    doubt: guessed === labelled ? null : 'guessed',
  };
}

/**
 * UTF-8 with a few broken bytes: a text cut in the middle of a character, or a footer glued on in another charset.
 * The whole sequences are kept, a stray byte is read as Windows-1252.
 */
function mostlyUtf8(bytes: Buffer): string | null {
  let good = 0;
  const stray: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes[at] as number); // at < length
    if (size === 1) at++;
    else if (size > 1 && at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size))) {
      good++;
      at += size;
    } else {
      stray.push(at);
      at++;
    }
  }
  if (good === 0 || stray.length > good) return null;
  let out = '';
  let from = 0;
  for (const at of stray) {
    out += bytes.toString('utf8', from, at);
    // A character that the end of the text cuts is dropped: there is nothing left to read.
    if (at < bytes.length - 3)
      out += iconv.decode(bytes.subarray(at, at + 1), 'windows-1252').replace(/[\u0080-\u009f\ufffd]/, '?');
    from = at + 1;
  }
  return out + bytes.toString('utf8', from);
}

/** Bytes of the UTF-8 sequence that begins with this one, 0 when none does. RFC 3629 section 4. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

function hasByteOrderMark(bytes: Buffer): boolean {
  const first = bytes[0] === 0xff && bytes[1] === 0xfe;
  return (first || (bytes[0] === 0xfe && bytes[1] === 0xff)) && bytes.length % 2 === 0;
}
