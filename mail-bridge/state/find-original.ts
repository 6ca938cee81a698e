/** Finds a raw mail in the spool by what people have of its name: the Original column, the Problems tab, a beginning. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error';
import { printable, withoutEnding } from './typed-name';

export interface Original {
  /** The whole name. */
  readonly name: string;
  readonly raw: Buffer;
}

/** Two mails in a million share eight signs of SHA-256 with a chance of one in a thousand, and then both are named. */
const SHORTEST = 8;

/** @throws UserError when the name is none, or names no mail or several */
export function findOriginal(spool: string, wanted: string): Original {
  return foundIn(spool, nameWanted(wanted));
}

/** Whether a mail of this name could be there and is not. @throws UserError when the name is none */
export function isAbsent(spool: string, wanted: string): boolean {
  const name = nameWanted(wanted);
  return !namesIn(spool).some((file) => file.startsWith(name));
}

/** @returns the beginning of a name in the spool. @throws UserError when it is none */
export function nameWanted(wanted: string): string {
  const name = bareName(wanted);
  if (name === null) {
    throw new UserError(
      `"${printable(wanted)}" is not the name of an original mail.`,
      `Copy it from the hidden column Original of the Messages tab; its first ${SHORTEST} signs will do.`,
    );
  }
  return name;
}

function foundIn(spool: string, name: string): Original {
  const found = namesIn(spool).filter((file) => file.startsWith(name));
  const [only, second] = found;
  if (only === undefined) {
    throw new UserError(
      `The mail ${name} is not in the spool ${spool}.`,
      'Check the name and "stateDir" in the configuration. A mail that came before this state folder is only in the mailbox.',
    );
  }
  if (second !== undefined) {
    throw new UserError(
      `${found.length} mails in the spool begin with ${name}: ${found.slice(0, 3).join(', ')}${found.length > 3 ? ', …' : ''}.`,
      'Give more of the name.',
    );
  }
  try {
    return { name: only, raw: readFileSync(join(spool, `${only}.eml`)) };
  } catch (error) {
    throw new UserError(
      `The mail ${only} in the spool ${spool} cannot be read.`,
      'Check the permissions of the file: only the user who runs Rowdesk may read it.',
      { cause: error },
    );
  }
}

/** Also `in:3f2a…` and `sent:3f2a…`, as the row's id has it. */
function bareName(wanted: string): string | null {
  const name = withoutEnding(
    wanted
      .trim()
      .toLowerCase()
      .replace(/^(?:in|sent):/, ''),
  );
  return name.length >= SHORTEST && /^[0-9a-f]{1,64}$/.test(name) ? name : null;
}

function namesIn(spool: string): string[] {
  try {
    return readdirSync(spool).flatMap((file) => /^([0-9a-f]{64})\.eml$/.exec(file)?.[1] ?? []);
  } catch (error) {
    throw new UserError(
      `The spool ${spool} cannot be read.`,
      'Check "stateDir" in the configuration; the folder is made when the bridge first runs ("rowdesk start").',
      { cause: error },
    );
  }
}
