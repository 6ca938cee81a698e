/**
 * RFC 2047 words in header texts. libmime decodes what is no plain base64; ours is what it leaves out: words of one charset are joined
 * before decoding (clients split characters between words), and mislabelled ones are repaired by their letters.
 */
import libmime from 'libmime';
import { decodeText } from './charset';

const WORD = /=\?([\w.:+-]{1,60})(?:\*[\w-]{0,20})?\?([bBqQ])\?((?:[^?]|\?(?!=)){0,2000})\?=/g;
const LONGEST = 100_000;

interface Word {
  readonly charset: string;
  readonly bytes: Buffer;
}

export function decodeWords(header: string): string {
  if (header.indexOf('=?') === -1) return header;
  const text = header.slice(0, LONGEST);
  let out = '';
  let plainFrom = 0;
  let run: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(plainFrom, match.index);
    // RFC 2047 section 6.2: white space between two words is not shown.
    if (run.length === 0 || between.trim() !== '') {
      out += decodeRun(run) + between;
      run = [];
    }
    run.push(readWord(match[1] ?? '', match[2] ?? '', match[3] ?? ''));
    plainFrom = match.index + match[0].length;
  }
  return out + decodeRun(run) + text.slice(plainFrom);
}

function readWord(charset: string, letter: string, text: string): Word {
  const encoding = letter.toUpperCase() === 'B' ? 'B' : 'Q';
  if (encoding === 'B' && !/=[^=\s]/.test(text))
    return { charset: charset.toLowerCase(), bytes: Buffer.from(text, 'base64') };
  // As "binary" every byte is one character: the way to the bytes through libmime's decoder.
  const bytes = Buffer.from(libmime.decodeWord('binary', encoding, text), 'latin1');
  return { charset: charset.toLowerCase(), bytes };
}

function decodeRun(words: readonly Word[]): string {
  let out = '';
  for (let from = 0; from < words.length; ) {
    const charset = words[from]?.charset ?? '';
    // Shift states of ISO-2022 and UTF-7 start anew in each word.
    const joins = !/^(?:iso-2022|utf-?7)/.test(charset);
    let to = from + 1;
    while (joins && words[to]?.charset === charset) to++;
    out += decodeText(Buffer.concat(words.slice(from, to).map((word) => word.bytes)), charset).text;
    from = to;
  }
  return out;
}
