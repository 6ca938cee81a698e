import { bodyStructureOf, envelopeOf } from './imap-structure';
import { ImapSyntaxError, type Token, textOf } from './imap-syntax';
import { type MimePart, parseMime } from './mime-tree';
import type { StoredMail } from './post-office';

/** One data item of a FETCH, ready to be rendered for a mail (RFC 3501 6.4.5). */
export interface FetchItem {
  setsSeen: boolean;
  render(mail: StoredMail, tree: () => MimePart): (string | Buffer)[];
}

const macros: Readonly<Record<string, readonly string[]>> = {
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

export function parseFetchItems(tokens: readonly Token[], byUid: boolean): FetchItem[] {
  const names = tokens.map(textOf).flatMap((name) => macros[name.toUpperCase()] ?? [name]);
  if (byUid && !names.some((name) => name.toUpperCase() === 'UID')) names.unshift('UID');
  const items = names.map(parseItem);
  const namesFlags = names.some((name) => name.toUpperCase() === 'FLAGS');
  if (items.some((item) => item.setsSeen) && !namesFlags) items.push(parseItem('FLAGS'));
  return items;
}

/** The untagged response to FETCH for one mail, as pieces to write one after the other. */
export function renderFetch(
  sequence: number,
  mail: StoredMail,
  items: readonly FetchItem[],
): (string | Buffer)[] {
  let parsed: MimePart | null = null;
  const tree = (): MimePart => {
    parsed ??= parseMime(mail.raw);
    return parsed;
  };
  if (items.some((item) => item.setsSeen)) mail.flags.add('\\Seen');
  const pieces: (string | Buffer)[] = [`* ${sequence} FETCH (`];
  items.forEach((item, index) => {
    if (index > 0) pieces.push(' ');
    pieces.push(...item.render(mail, tree));
  });
  pieces.push(')\r\n');
  return pieces;
}

const plainItems: Readonly<Record<string, (mail: StoredMail, tree: () => MimePart) => string>> = {
  UID: (mail) => String(mail.uid),
  FLAGS: (mail) => `(${[...mail.flags].join(' ')})`,
  INTERNALDATE: (mail) => `"${internalDate(mail.at)}"`,
  'RFC822.SIZE': (mail) => String(mail.raw.length),
  ENVELOPE: (_mail, tree) => envelopeOf(tree()),
  BODYSTRUCTURE: (_mail, tree) => bodyStructureOf(tree()),
  BODY: (_mail, tree) => bodyStructureOf(tree()),
};

const oldNames: Readonly<Record<string, string>> = {
  RFC822: 'BODY[]',
  'RFC822.HEADER': 'BODY.PEEK[HEADER]',
  'RFC822.TEXT': 'BODY[TEXT]',
};

function parseItem(name: string): FetchItem {
  const upper = name.toUpperCase();
  const plain = plainItems[upper];
  if (plain !== undefined) {
    return { setsSeen: false, render: (mail, tree) => [`${upper} ${plain(mail, tree)}`] };
  }
  const old = oldNames[upper];
  const body = /^BODY(\.PEEK)?\[([^\]]*)\](?:<(\d+)(?:\.(\d+))?>)?$/i.exec(old ?? name);
  if (body === null) throw new ImapSyntaxError(`${name} cannot be fetched`);
  const [, peek, section = '', from, count] = body;
  const label = old === undefined ? `BODY[${section}]${from === undefined ? '' : `<${from}>`}` : upper;
  const read = parseSection(section);
  return {
    setsSeen: peek === undefined,
    render(mail, tree) {
      const whole = section === '' ? mail.raw : read(tree());
      const start = Number(from ?? 0);
      const end = count === undefined ? whole.length : start + Number(count);
      const bytes = from === undefined ? whole : whole.subarray(start, end);
      return [`${label} {${bytes.length}}\r\n`, bytes];
    },
  };
}

const nothing = Buffer.alloc(0);

/** `1.2.MIME`, `HEADER`, `HEADER.FIELDS (From To)`, `TEXT`, `2` (RFC 3501 6.4.5, section). */
function parseSection(section: string): (tree: MimePart) => Buffer {
  const match = /^((?:\d+\.)*\d+)?\.?(|MIME|TEXT|HEADER|HEADER\.FIELDS(?:\.NOT)? *\((.*)\))$/i.exec(section);
  if (match === null) throw new ImapSyntaxError(`BODY[${section}] cannot be fetched`);
  const [, path, what = '', fields = ''] = match;
  const numbers = path === undefined ? [] : path.split('.').map(Number);
  const kind = what.toUpperCase();
  return (tree) => {
    const part = partAt(tree, numbers);
    if (part === null) return nothing;
    if (kind === 'MIME') return part.raw.subarray(part.start, part.bodyStart);
    if (kind === '') return part.raw.subarray(part.bodyStart, part.end);
    // HEADER and TEXT of a numbered part are those of the mail inside it.
    const message = numbers.length === 0 ? part : part.embedded;
    if (message === null) return nothing;
    if (kind === 'TEXT') return message.raw.subarray(message.bodyStart, message.end);
    const header = message.raw.subarray(message.start, message.bodyStart);
    return kind === 'HEADER' ? header : chosenFields(header, fields, kind.startsWith('HEADER.FIELDS.NOT'));
  };
}

/** Part 1 of what has no parts is its body; a message/rfc822 counts the parts of what it holds. */
function partAt(tree: MimePart, numbers: readonly number[]): MimePart | null {
  let part = tree;
  for (const number of numbers) {
    const holder: MimePart = part.embedded ?? part;
    const child = holder.children[number - 1];
    if (child === undefined && (number !== 1 || holder.children.length > 0)) return null;
    part = child ?? holder;
  }
  return part;
}

function chosenFields(header: Buffer, list: string, allBut: boolean): Buffer {
  const wanted = new Set(list.split(/[\s"]+/).map((name) => name.toLowerCase()));
  // A field is its line and the lines that begin with white space after it.
  const fields = header.toString('latin1').match(/^[^\s].*(?:\r?\n[ \t].*)*\r?\n?/gm) ?? [];
  const chosen = fields.filter(
    (field) => wanted.has((field.split(':', 1)[0] ?? '').trim().toLowerCase()) !== allBut,
  );
  return Buffer.from(`${chosen.map((field) => field.replace(/\r?\n?$/, '\r\n')).join('')}\r\n`, 'latin1');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function internalDate(at: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(at).toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}

/** ` 5-Nov-2026 10:00:00 +0100` as milliseconds, or null (RFC 3501 9, date-time). */
export function parseInternalDate(text: string): number | null {
  const match = /^ ?(\d{1,2})-(\w{3})-(\d{4})(?: (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d))?$/.exec(text);
  if (match === null) return null;
  const [, day, name = '', year, hour = 0, minute = 0, second = 0, sign = '+', zoneHour = 0, zoneMinute = 0] =
    match;
  const month = months.findIndex((known) => known.toLowerCase() === name.toLowerCase());
  if (month < 0) return null;
  const wall = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000;
  return wall - (sign === '-' ? -offset : offset);
}
