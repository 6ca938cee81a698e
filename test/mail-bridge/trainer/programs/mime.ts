/** Mails part by part, in the character set and the encoding that the program of each uses. */
import { encode } from 'iconv-lite';
import MimeNode from 'nodemailer/lib/mime-node';

export type TransferEncoding = '7bit' | 'base64' | 'quoted-printable';

export interface Leaf {
  readonly type: string;
  readonly encoding: TransferEncoding;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Several {
  readonly type: string;
  readonly parts: readonly Part[];
}

export type Part = Leaf | Several;

export interface TextForm {
  readonly charset: string;
  readonly encoding: TransferEncoding;
  /** Further parameters of Content-Type: `format=flowed`. */
  readonly more?: string;
}

export function text(kind: 'plain' | 'html', body: string, { charset, encoding, more }: TextForm): Leaf {
  return {
    type: `text/${kind}; charset="${charset}"${more === undefined ? '' : `; ${more}`}`,
    encoding,
    bytes: encode(body.replace(/\r?\n/g, '\r\n'), charset),
    headers: {},
  };
}

export interface FileToSend {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface PictureToSend extends FileToSend {
  readonly contentId: string;
}

export function file({ name, type, bytes }: FileToSend): Leaf {
  return {
    type: `${type}; name="${name}"`,
    encoding: 'base64',
    bytes,
    headers: { 'Content-Disposition': `attachment; filename="${name}"` },
  };
}

export function picture({ contentId, name, type, bytes }: PictureToSend): Leaf {
  return {
    type: `${type}; name="${name}"`,
    encoding: 'base64',
    bytes,
    headers: { 'Content-Disposition': `inline; filename="${name}"`, 'Content-ID': `<${contentId}>` },
  };
}

export function several(kind: string, ...parts: readonly Part[]): Part {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { type: `multipart/${kind}`, parts };
}

let mails = 0;

/** @param boundary how the boundaries of this program begin: `Apple-Mail-` */
export function mailBytes(
  headers: readonly (readonly [string, string])[],
  root: Part,
  boundary: string,
): Promise<Buffer> {
  mails += 1;
  const node = new MimeNode(root.type, { boundaryPrefix: boundary, baseBoundary: `${process.pid}.${mails}` });
  // As it stands: what programs write there by themselves is not for the library to order anew.
  for (const [name, value] of headers) node.addHeader(name, ADDRESSES.has(name) ? [value] : value);
  fill(node, root);
  return node.build();
}

const ADDRESSES: ReadonlySet<string> = new Set(['From', 'To', 'Cc', 'Sender', 'Reply-To']);

function fill(node: InstanceType<typeof MimeNode>, part: Part): void {
  if ('parts' in part) {
    for (const child of part.parts) fill(node.createChild(child.type), child);
    return;
  }
  for (const [name, value] of Object.entries(part.headers)) node.setHeader(name, value);
  node.setHeader('Content-Transfer-Encoding', part.encoding);
  node.setContent(part.bytes);
}

export function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
