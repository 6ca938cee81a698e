/** Files that a command makes for the person at the keyboard: theirs alone to read, and never over another file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanFilename } from '../../core/mail/clean-text';
import { reasonOf, UserError } from '../user-error';

/** @throws UserError when there is a file of that name, or it cannot be written */
export function writeNewFile(path: string, content: string | Buffer): void {
  if (!wrote(path, content)) {
    throw new UserError(`There is a file ${path} already.`, 'Give another name, or remove that file first.');
  }
}

export interface NamedBytes {
  readonly filename: string;
  readonly bytes: Buffer;
}

const MOST_OF_ONE_NAME = 1_000;

/**
 * @returns the paths, in the order of the files
 * @throws UserError when the folder or a file cannot be written
 */
export function saveFiles(folder: string, files: readonly NamedBytes[]): string[] {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new UserError(
      `The folder ${folder} cannot be made (${reasonOf(error)}).`,
      'Choose another with --save DIR.',
      { cause: error },
    );
  }
  return files.map(({ filename, bytes }, i) => saveOne(folder, safeName(filename, i), bytes));
}

function saveOne(folder: string, name: string, bytes: Buffer): string {
  for (let count = 1; count <= MOST_OF_ONE_NAME; count++) {
    const path = join(folder, count === 1 ? name : numbered(name, count));
    if (wrote(path, bytes)) return path;
  }
  throw new UserError(
    `The folder ${folder} holds ${MOST_OF_ONE_NAME} files named ${name} already.`,
    'Choose an empty one with --save DIR.',
  );
}

/** O_EXCL: neither a file that is there nor one that a link leads to is written over. */
function wrote(path: string, content: string | Buffer): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new UserError(
      `The file ${path} cannot be written (${reasonOf(error)}).`,
      'Check the folder, its permissions and the room on the disk.',
      { cause: error },
    );
  }
}

/** Windows keeps these for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

function safeName(filename: string, index: number): string {
  // Windows drops dots and blanks at the end, which would make another name of it.
  const name = cleanFilename(filename).replace(/[. ]+$/, '');
  if (name === '') return `attachment-${index + 1}`;
  return DEVICE.test(name) ? `_${name}` : name;
}

function numbered(name: string, count: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} (${count})${name.slice(dot)}` : `${name} (${count})`;
}
