/** What the demo keeps in its state folder beside the workbook and the bridge's journals: small JSON files. */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { UserError } from '../mail-bridge/user-error';

/** @returns null when there is no such file yet. @throws UserError when it is damaged */
export function readKept(file: string): unknown {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new UserError(`The demo’s file ${file} is damaged.`, 'Delete its folder and start anew.', {
      cause: error,
    });
  }
}

/** Written beside and renamed, so that a stop in between leaves the old one. */
export function writeKept(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** One JSON value a line; a last line that was cut by a crash is left out. */
export function readLines(file: string): unknown[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.slice(0, -1).map((line): unknown => JSON.parse(line));
}

export function appendLine(file: string, value: unknown): void {
  appendFileSync(file, `${JSON.stringify(value)}\n`, { mode: 0o600 });
}
