/**
 * mailparser with four changes: headers are left to headers.ts, which reads them from their raw lines; text parts are
 * decoded by charset.ts, which repairs mislabelled ones; they are read up to a limit only; and texts with a file name
 * are files. mailparser itself reads UTF-8 and unlabelled parts as UTF-8 whatever they hold; that is quick
 * and nearly always right, so those are taken over only on demand.
 *
 * createNode, getDecoder, processChunk and processHeaders are inner methods of mailparser 3.9.31, which is pinned exactly and in maintenance; the
 * tests of charsets fail when they change.
 */
import { Transform } from 'node:stream';
import type { MailParserOptions } from 'mailparser';
import { MailParser } from 'mailparser';
import type { DecodedText } from './charset';
import { decodeText } from './charset';

/** A part as mailparser keeps it. */
export interface ParsedNode {
  readonly contentType: string | false;
  readonly children: readonly ParsedNode[];
  readonly headers: ReadonlyMap<string, unknown>;
  disposition?: string;
  isAttachment?: boolean;
  readonly textContent?: string;
  readonly node: { readonly filename: string | false };
  charset?: string;
}

interface HeaderLine {
  readonly key: string;
  readonly line: string;
}

/** A part as mailsplit hands it on. */
interface SplitNode {
  readonly contentType: string | false;
  readonly charset?: string | false;
  filename: string | false;
  readonly parentNode: SplitNode | false;
  readonly headers: { readonly lines: readonly HeaderLine[] | false };
}

interface Decoders {
  decodeStream(charset: string): Transform;
}

interface InnerMailParser {
  readonly tree: ParsedNode | false;
  readonly headerLines: readonly HeaderLine[] | false;
  createNode(node: SplitNode): ParsedNode;
  getDecoder(): Decoders;
  processChunk(chunk: unknown, done: (error?: Error) => void): void;
  processHeaders(lines: readonly HeaderLine[]): Map<string, unknown>;
}

const Inner = MailParser as unknown as new (options: MailParserOptions) => MailParser & InnerMailParser;

/** Before the label, so that mailparser never takes its short cut for UTF-8. */
const LABEL_PREFIX = 'rowdesk:';

export class RepairingParser extends Inner {
  readonly doubts: DecodedText[] = [];
  textWasCut = false;
  /** The charset that a part declared last. */
  private lastLabel = '';
  /** Multiparts of which a part was seen. */
  private readonly opened = new WeakSet<SplitNode>();
  /** Text bytes of all parts together. */
  private textBudget: number;
  /** A charset that some part of the mail declares and keeps: the best guess for what declares none. */
  charsetHint = '';

  /** @param everyText decode UTF-8 and unlabelled parts here too */
  constructor(
    options: MailParserOptions,
    textBytes: number,
    private readonly everyText: boolean,
  ) {
    super(options);
    this.textBudget = textBytes;
  }

  override createNode(node: SplitNode): ParsedNode {
    this.repairFilename(node);
    const made = super.createNode(node);
    if (this.isNamedText(node)) {
      made.isAttachment = true;
      made.disposition = 'attachment';
    }
    if (this.everyText) made.charset = LABEL_PREFIX + (made.charset ?? '');
    return made;
  }

  /** Old programs write a name in bare bytes of their charset; mailsplit takes them for Latin-1 where they are no UTF-8. */
  private repairFilename(node: SplitNode): void {
    if (node.charset) this.lastLabel = node.charset;
    const { filename } = node;
    if (filename === false || !/[\u0080-\u00ff]/.test(filename) || /[^\u0000-\u00ff]/.test(filename)) return;
    const isBare = (node.headers.lines || []).some(
      ({ key, line }) => /^content-(?:type|disposition)$/.test(key) && /[\u0080-\u00ff]/.test(line),
    );
    if (!isBare) return;
    const hint = this.charsetHint === '' ? this.lastLabel : this.charsetHint;
    node.filename = decodeText(Buffer.from(filename, 'latin1'), '', hint).text;
  }

  /** What is thrown here would end the process: nothing of mailparser's stands between it and the stream. */
  override processChunk(chunk: unknown, done: (error?: Error) => void): void {
    try {
      super.processChunk(chunk, done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /**
   * RFC 8621 section 4.1.4: a text with a file name that is not the first part of its multipart is a file, whether it
   * says so or not; its other forms in an alternative are not.
   */
  private isNamedText(node: SplitNode): boolean {
    const parent = node.parentNode;
    if (!parent) return false;
    const isFirst = !this.opened.has(parent);
    this.opened.add(parent);
    if (isFirst || parent.contentType === 'multipart/alternative') return false;
    return node.filename !== false && /^text\/(?:plain|html)$/.test(node.contentType || '');
  }

  /** mailparser itself looks at this one only, to tie images to the HTML. */
  override processHeaders(lines: readonly HeaderLine[]): Map<string, unknown> {
    const id = lines.find((line) => line.key === 'content-id');
    return new Map(id === undefined ? [] : [['content-id', id.line.slice(id.line.indexOf(':') + 1).trim()]]);
  }

  override getDecoder(): Decoders {
    return {
      decodeStream: (label) =>
        this.decodeStream(label.startsWith(LABEL_PREFIX) ? label.slice(LABEL_PREFIX.length) : label),
    };
  }

  private decodeStream(label: string): Transform {
    const chunks: Buffer[] = [];
    const take = (chunk: Buffer | string): void => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      if (bytes.length > this.textBudget) this.textWasCut = true;
      if (this.textBudget <= 0) return;
      chunks.push(bytes.length > this.textBudget ? bytes.subarray(0, this.textBudget) : bytes);
      this.textBudget -= bytes.length;
    };
    const finish = (): Buffer => {
      const bytes = Buffer.concat(chunks);
      const decoded = decodeText(bytes, label || charsetOfMeta(bytes), this.charsetHint);
      if (decoded.doubt === null && label !== '') this.charsetHint = label;
      else if (this.charsetHint === '') this.charsetHint = label;
      if (decoded.doubt !== null || decoded.text.indexOf('\ufffd') !== -1) this.doubts.push(decoded);
      return Buffer.from(decoded.text, 'utf8');
    };
    return new Transform({
      transform(chunk: Buffer | string, _encoding, done) {
        take(chunk);
        done();
      },
      flush(done) {
        this.push(finish());
        done();
      },
    });
  }
}

/** HTML standard, "determining the character encoding": a label near the beginning of the text itself. */
function charsetOfMeta(bytes: Buffer): string {
  if (bytes.indexOf('charset') === -1) return '';
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, 4_096));
  return /<meta[^>]{1,300}?charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(head)?.[1] ?? '';
}
