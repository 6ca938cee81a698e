/**
 * winmail.dat: Outlook's Transport Neutral Encapsulation Format ([MS-OXTNEF]). Only what a help desk needs: the
 * files inside, with their names. Every length is checked against the bytes that are there.
 */
import { isUtf8 } from 'node:buffer';
import { decodeAs, decodeText } from './charset';

const SIGNATURE = 0x223e9f78;
const LEVEL_ATTACHMENT = 2;
/** [MS-OXTNEF] 2.1.3.1: attribute ids with their types. */
const ATT_RENDERING = 0x00069002;
const ATT_TITLE = 0x00018010;
const ATT_DATA = 0x0006800f;
const ATT_PROPERTIES = 0x00069005;
const ATT_CODEPAGE = 0x00069007;
const ATT_BODY = 0x0002800c;
const ATT_MESSAGE_PROPERTIES = 0x00069003;
/** [MS-OXPROPS]: MAPI property ids. */
const PR_ATTACH_DATA = 0x3701;
const PR_ATTACH_FILENAME = 0x3704;
const PR_ATTACH_LONG_FILENAME = 0x3707;
const PR_ATTACH_MIME_TAG = 0x370e;
const PR_DISPLAY_NAME = 0x3001;
const PR_BODY = 0x1000;
const PR_BODY_HTML = 0x1013;
const PR_RTF_COMPRESSED = 0x1009;
const MOST_ATTACHMENTS = 500;

export interface TnefAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface TnefContent {
  readonly attachments: readonly TnefAttachment[];
  /** Read to its end without finding anything wrong. */
  readonly complete: boolean;
  /** The text of the mail itself, for the mail that carries it nowhere else; '' when there is none. */
  readonly plain: string;
  readonly html: string;
  /** It holds a text in the compressed form of RTF, which is not read. */
  readonly hasRtf: boolean;
}

type TakeProperty = (id: number, type: number, value: Buffer) => void;

interface Draft {
  title: string;
  longName: string;
  type: string;
  data: Buffer | null;
}

export function isTnef(type: string, name: string): boolean {
  return type === 'application/ms-tnef' || type === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(name);
}

export function readTnef(bytes: Buffer): TnefContent {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) {
    return { attachments: [], complete: false, plain: '', html: '', hasRtf: false };
  }
  let body = '';
  let html = '';
  let hasRtf = false;
  const takeOfMessage: TakeProperty = (id, type, value) => {
    if (id === PR_BODY && body === '') body = textOf(type, value, codepage);
    else if (id === PR_BODY_HTML) html = decodeText(value, codepage).text;
    else if (id === PR_RTF_COMPRESSED) hasRtf = true;
  };
  const drafts: Draft[] = [];
  let codepage = 'windows-1252';
  let at = 6;
  let complete = true;
  // level (1), id (4), length (4), data, checksum (2)
  while (at + 9 <= bytes.length && drafts.length <= MOST_ATTACHMENTS) {
    const level = bytes[at] as number;
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const start = at + 9;
    const end = Math.min(bytes.length, start + length);
    if (start + length > bytes.length) complete = false;
    const data = bytes.subarray(start, end);
    if (id === ATT_CODEPAGE && data.length >= 4) codepage = `windows-${data.readUInt32LE(0)}`;
    if (level === LEVEL_ATTACHMENT) readAttachmentAttribute(id, data, drafts, codepage);
    else if (id === ATT_BODY) body = zeroEnded(inCodepage(data, codepage));
    else if (id === ATT_MESSAGE_PROPERTIES) readProperties(data, takeOfMessage);
    at = start + length + 2;
  }
  if (drafts.length > MOST_ATTACHMENTS) complete = false;
  const attachments: TnefAttachment[] = [];
  for (const draft of drafts) {
    const name = draft.longName !== '' ? draft.longName : draft.title;
    if (name === '' && draft.data === null) continue;
    attachments.push({ name, type: draft.type, bytes: draft.data ?? Buffer.alloc(0) });
  }
  return { attachments, complete, plain: body, html, hasRtf };
}

function readAttachmentAttribute(id: number, data: Buffer, drafts: Draft[], codepage: string): void {
  // Each attachment begins with its rendering attribute.
  if (id === ATT_RENDERING) {
    drafts.push({ title: '', longName: '', type: 'application/octet-stream', data: null });
    return;
  }
  if (drafts.length === 0)
    drafts.push({ title: '', longName: '', type: 'application/octet-stream', data: null });
  const draft = drafts[drafts.length - 1] as Draft; // one was pushed above at the latest
  if (id === ATT_TITLE) draft.title = zeroEnded(inCodepage(data, codepage));
  else if (id === ATT_DATA) draft.data = data;
  else if (id === ATT_PROPERTIES) {
    readProperties(data, (property, type, value) => takeProperty(property, type, value, draft, codepage));
  }
}

/** [MS-OXTNEF] 2.1.3.3: Outlook says its codepage truly; UTF-8 is what others write. */
function inCodepage(bytes: Buffer, codepage: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return decodeAs(bytes, codepage) ?? decodeText(bytes, '').text;
}

function zeroEnded(text: string): string {
  const zero = text.indexOf('\0');
  return (zero === -1 ? text : text.slice(0, zero)).trim();
}

function textOf(type: number, value: Buffer, codepage: string): string {
  return zeroEnded(type === 0x001f ? value.toString('utf16le') : inCodepage(value, codepage));
}

const FIXED_SIZES: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

/** [MS-OXTNEF] 2.1.3.4: a list of MAPI properties, every value padded to four bytes. */
function readProperties(data: Buffer, take: TakeProperty): void {
  if (data.length < 4) return;
  const count = Math.min(data.readUInt32LE(0), 10_000);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= data.length; index++) {
    const rawType = data.readUInt16LE(at);
    const id = data.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      at = skipNamedId(data, at);
      if (at === -1) return;
    }
    const isMany = (rawType & 0x1000) !== 0;
    const type = rawType & 0xefff;
    const fixed = FIXED_SIZES[type];
    const hasCount = isMany || fixed === undefined;
    if (hasCount && at + 4 > data.length) return;
    const values = hasCount ? Math.min(data.readUInt32LE(at), 10_000) : 1;
    if (hasCount) at += 4;
    for (let value = 0; value < values; value++) {
      let size = fixed ?? 0;
      if (fixed === undefined) {
        if (at + 4 > data.length) return;
        size = data.readUInt32LE(at);
        at += 4;
      }
      if (at + size > data.length) return;
      take(id, type, data.subarray(at, at + size));
      at += Math.ceil(size / 4) * 4;
    }
  }
}

/** A GUID, a kind, and a number or a name. */
function skipNamedId(data: Buffer, from: number): number {
  if (from + 24 > data.length) return -1;
  const kind = data.readUInt32LE(from + 16);
  if (kind === 0) return from + 24;
  const length = data.readUInt32LE(from + 20);
  const next = from + 24 + Math.ceil(length / 4) * 4;
  return next > data.length ? -1 : next;
}

function takeProperty(id: number, type: number, value: Buffer, draft: Draft, codepage: string): void {
  const text = (): string => textOf(type, value, codepage);
  if (id === PR_ATTACH_LONG_FILENAME) draft.longName = text();
  else if (
    (id === PR_ATTACH_FILENAME || id === PR_DISPLAY_NAME) &&
    draft.longName === '' &&
    draft.title === ''
  ) {
    draft.title = text();
  } else if (id === PR_ATTACH_MIME_TAG) draft.type = text().toLowerCase() || draft.type;
  // An embedded object begins with a GUID that says what it is.
  else if (id === PR_ATTACH_DATA && draft.data === null)
    draft.data = type === 0x000d ? value.subarray(16) : value;
}
