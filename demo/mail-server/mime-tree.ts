/** A mail taken apart by offsets into its bytes. Any bytes give a tree: what is malformed is plain text. */
export interface MimePart {
  raw: Buffer;
  start: number;
  bodyStart: number;
  end: number;
  /** Unfolded values in latin1, in their order; names in lower case. */
  headers: { name: string; value: string }[];
  type: string;
  subtype: string;
  parameters: [string, string][];
  /** Parts of a multipart. */
  children: MimePart[];
  /** The mail inside a message/rfc822. */
  embedded: MimePart | null;
}

/** Deeper or more than this is somebody's bomb; the rest is then shown as the text of its parent. */
const deepest = 50;
const mostParts = 2_000;
const longestParameters = 20_000;

export function parseMime(raw: Buffer): MimePart {
  return parsePart({ raw, start: 0, end: raw.length, depth: 0, budget: { parts: mostParts } });
}

interface Extent {
  raw: Buffer;
  start: number;
  end: number;
  depth: number;
  budget: { parts: number };
}

function parsePart(extent: Extent): MimePart {
  const { raw, start, end, depth, budget } = extent;
  const bodyStart = endOfHeader(raw, start, end);
  const headers = headersIn(raw.toString('latin1', start, bodyStart));
  const { value, parameters } = parameterized(headerOf(headers, 'content-type') ?? 'text/plain');
  const [, type = 'text', subtype = 'plain'] = /^([\w.+-]+)\/([\w.+-]+)$/.exec(value) ?? [];
  const part: MimePart = {
    raw,
    start,
    bodyStart,
    end,
    headers,
    type: type.toLowerCase(),
    subtype: subtype.toLowerCase(),
    parameters,
    children: [],
    embedded: null,
  };
  budget.parts -= 1;
  if (depth >= deepest || budget.parts <= 0) return asText(part);
  if (part.type === 'multipart') {
    const boundary = parameters.find(([name]) => name === 'boundary')?.[1] ?? '';
    for (const [from, to] of boundary === '' ? [] : piecesBetween(raw, bodyStart, end, boundary)) {
      if (budget.parts <= 0) break;
      part.children.push(parsePart({ raw, start: from, end: to, depth: depth + 1, budget }));
    }
    if (part.children.length === 0) return asText(part);
  } else if (part.type === 'message' && part.subtype === 'rfc822') {
    part.embedded = parsePart({ raw, start: bodyStart, end, depth: depth + 1, budget });
  }
  return part;
}

function asText(part: MimePart): MimePart {
  const isLeaf = part.type !== 'multipart' && !(part.type === 'message' && part.subtype === 'rfc822');
  return isLeaf ? part : { ...part, type: 'text', subtype: 'plain', parameters: [] };
}

/** The offset after the empty line; a header that never ends has no body. */
function endOfHeader(raw: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const newline = raw.indexOf(0x0a, at);
    if (newline < 0 || newline >= end) return end;
    const length = newline - at;
    if (length === 0 || (length === 1 && raw[at] === 0x0d)) return newline + 1;
    at = newline + 1;
  }
  return end;
}

function headersIn(text: string): { name: string; value: string }[] {
  const headers: { name: string; value: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      // Dovecot, too, puts one space where a line was folded.
      if (last !== undefined) last.value += ` ${line.trimStart()}`;
    } else {
      const colon = line.indexOf(':');
      if (colon > 0)
        headers.push({ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1) });
    }
  }
  for (const header of headers) header.value = header.value.trim();
  return headers;
}

export function headerOf(headers: MimePart['headers'], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null;
}

/** `text/plain; charset="utf-8"` as its value and its parameters (RFC 2045 5.1). */
export function parameterized(header: string): { value: string; parameters: [string, string][] } {
  const [value = ''] = header.split(';', 1);
  const parameters: [string, string][] = [];
  const pattern = /;\s*([^\s=;"]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s;]*))/g;
  for (const [, name = '', quoted, plain = ''] of header.slice(0, longestParameters).matchAll(pattern)) {
    parameters.push([name.toLowerCase(), quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1')]);
  }
  return { value: value.trim(), parameters };
}

/** The extents between the delimiter lines of a multipart (RFC 2046 5.1.1); its end may be missing. */
function* piecesBetween(
  raw: Buffer,
  from: number,
  end: number,
  boundary: string,
): Generator<[number, number]> {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  let pieceStart: number | null = null;
  let at = from;
  for (;;) {
    const found = raw.indexOf(delimiter, at);
    if (found < 0 || found + delimiter.length > end) break;
    at = found + delimiter.length;
    if (found > from && raw[found - 1] !== 0x0a) continue;
    const newline = raw.indexOf(0x0a, at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    const after = raw.toString('latin1', at, Math.min(lineEnd, at + 200)).trimEnd();
    // A longer line that begins alike belongs to another multipart.
    if (after !== '' && after !== '--') continue;
    if (pieceStart !== null) yield [pieceStart, Math.max(pieceStart, beforeLineBreak(raw, found))];
    if (after === '--') return;
    pieceStart = Math.min(lineEnd + 1, end);
    at = pieceStart;
  }
  if (pieceStart !== null) yield [pieceStart, end];
}

/** The line break before a delimiter belongs to the delimiter. */
function beforeLineBreak(raw: Buffer, delimiterAt: number): number {
  if (raw[delimiterAt - 1] !== 0x0a) return delimiterAt;
  return raw[delimiterAt - 2] === 0x0d ? delimiterAt - 2 : delimiterAt - 1;
}
