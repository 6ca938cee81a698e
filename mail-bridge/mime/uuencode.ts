/** Files that old programs put into the text itself. No library we have reads them. */

export interface UuencodedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Where the block stands in the text. */
  readonly start: number;
  readonly end: number;
}

const BEGIN = /^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n/m;

/** The first uuencoded file of a text, null when there is none. */
export function readUuencoded(text: string): UuencodedFile | null {
  const begin = BEGIN.exec(text);
  if (!begin?.[1]) return null;
  const name = begin[1].trim();
  const chunks: Buffer[] = [];
  let at = begin.index + begin[0].length;
  for (;;) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline === -1 ? text.length : newline).replace(/\r$/, '');
    at = newline === -1 ? text.length : newline + 1;
    const chunk = line === 'end' || newline === -1 ? null : decodeLine(line);
    if (chunk !== null) {
      chunks.push(chunk);
      continue;
    }
    // A line that is no uuencoding ends the block; without any it was prose that began with "begin".
    if (chunks.length === 0) return null;
    return { name, bytes: Buffer.concat(chunks), start: begin.index, end: at };
  }
}

function decodeLine(line: string): Buffer | null {
  const count = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil(count / 3) * 4;
  if (line.length - 1 < needed - 3 || line.length > needed + 4 || /[^\x20-\x60]/.test(line)) return null;
  const out = Buffer.alloc(Math.ceil(count / 3) * 3);
  for (let group = 0; group * 4 < needed; group++) {
    let bits = 0;
    for (let sign = 0; sign < 4; sign++) {
      const code = line.charCodeAt(1 + group * 4 + sign);
      bits = bits * 64 + (Number.isNaN(code) ? 0 : (code - 32) & 63);
    }
    out.writeUIntBE(bits, group * 3, 3);
  }
  return out.subarray(0, count);
}
