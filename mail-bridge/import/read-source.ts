/** A file, or what comes through the pipe, as a table of texts: which format it is is told by its bytes. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readDelimited } from '../../core/import/delimited';
import type { SourceRow } from '../../core/import/source';
import { decodeText } from '../mime/charset';
import { reasonOf, UserError } from '../user-error';
import { readXlsx } from './read-xlsx';

export interface Source {
  /** Name for messages. */
  readonly file: string;
  readonly rows: readonly SourceRow[];
  /** How it was read: `utf-8, ";"`, `sheet "Lista"`. */
  readonly how: string;
}

const LARGEST = 50 * 1024 * 1024;
/** ZIP, which .xlsx is, and the compound file of the older .xls. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** @param path `-` for standard input */
export async function readSource(path: string, sheet: string | null): Promise<Source> {
  const [bytes, file] =
    path === '-' ? [await standardInput(), 'standard input'] : [fileBytes(path), basename(path)];
  if (bytes.subarray(0, 4).equals(OLD_EXCEL)) {
    throw new UserError(`${file} is a workbook of the old format .xls.`, 'Save it as .xlsx or as CSV.');
  }
  if (bytes.subarray(0, 4).equals(ZIP)) {
    const read = await readXlsx(bytes, file, sheet);
    return { file, rows: read.rows, how: `sheet "${read.sheet}"` };
  }
  if (sheet !== null) {
    throw new UserError(`${file} is no Excel workbook, so it has no sheets.`, 'Leave --sheet out.');
  }
  const { text, charset } = textOf(bytes);
  const { rows, delimiter } = readDelimited(text);
  return { file, rows, how: `${charset}, ${delimiter === '\t' ? 'tab' : `"${delimiter}"`}` };
}

function textOf(bytes: Buffer): { readonly text: string; readonly charset: string } {
  // UTF-16 without its mark: half of the bytes of Latin text are zero.
  const sample = bytes.subarray(0, 2000);
  const zeros = (offset: number): number =>
    sample.filter((byte, place) => place % 2 === offset && byte === 0).length;
  const isMarked = sample[0] === 0xff || sample[0] === 0xfe;
  if (!isMarked && zeros(1) > sample.length / 5 && zeros(0) === 0) {
    return { text: bytes.toString('utf16le'), charset: 'utf-16le' };
  }
  const { text, charset } = decodeText(bytes, '');
  return { text, charset };
}

function fileBytes(path: string): Buffer {
  try {
    if (statSync(path).size > LARGEST) {
      throw new UserError(`${path} is larger than 50 MB.`, 'Cut it into parts.');
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path} cannot be read: ${reasonOf(error)}.`, 'Check the path and your rights.', {
      cause: error,
    });
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LARGEST) throw new UserError('Standard input is larger than 50 MB.', 'Cut it into parts.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
