/** Mails kept as files: found with their subfolders, read as the bytes they are. */
import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { UserError } from '../mail-bridge/user-error';

const MAIL_FILES = new Set(['.eml', '.box', '.msg', '.txt', '.raw']);

/** @returns paths in a stable order. @throws UserError when the folder is not there or holds no mail */
export function findMailFiles(directory: string): string[] {
  let names: string[];
  try {
    names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new UserError(
      `There is no folder ${directory}.`,
      'Give --mail a folder that holds mails as files.',
      {
        cause: error,
      },
    );
  }
  const files = names
    .filter((name) => MAIL_FILES.has(extname(name).toLowerCase()))
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .sort();
  if (files.length === 0) {
    throw new UserError(
      `No mails were found in ${directory}.`,
      `Mails are files that end in ${[...MAIL_FILES].join(', ')}.`,
    );
  }
  return files;
}
