/**
 * mailparser with two changes: every text part is decoded by charset.ts, which repairs mislabelled ones (mailparser
 * reads UTF-8 and unlabelled parts as UTF-8 whatever they hold), and a text part is read up to a limit only.
 *
 * createNode and getDecoder are inner methods of mailparser 3.9.31, which is pinned exactly and in maintenance; the
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
  readonly disposition?: string;
  readonly isAttachment?: boolean;
  readonly textContent?: string;
  readonly node: { readonly filename: string | false };
  charset?: string;
}

interface Decoders {
  decodeStream(charset: string): Transform;
}

interface InnerMailParser {
  readonly tree: ParsedNode | false;
  readonly headerLines: readonly { readonly key: string; readonly line: string }[] | false;
  createNode(node: unknown): ParsedNode;
  getDecoder(): Decoders;
}

const Inner = MailParser as unknown as new (options: MailParserOptions) => MailParser & InnerMailParser;

/** Before the label, so that mailparser never takes its short cut for UTF-8. */
const LABEL_PREFIX = 'rowdesk:';

export class RepairingParser extends Inner {
  readonly doubts: DecodedText[] = [];
  textWasCut = false;
  /** Text bytes of all parts together. */
  private textBudget: number;
  private charsetHint = '';

  constructor(options: MailParserOptions, textBytes: number) {
    super(options);
    this.textBudget = textBytes;
  }

  override createNode(node: unknown): ParsedNode {
    const made = super.createNode(node);
    made.charset = LABEL_PREFIX + (made.charset ?? '');
    return made;
  }

  override getDecoder(): Decoders {
    return { decodeStream: (label) => this.decodeStream(label.slice(LABEL_PREFIX.length)) };
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
      else if (decoded.doubt !== null || decoded.text.indexOf('\ufffd') !== -1) this.doubts.push(decoded);
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
