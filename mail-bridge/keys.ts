/**
 * Keys that only this firm's bridge has: for ticket ids that nobody can guess, for our Message-IDs and reply
 * addresses, and for the mark by which our own mail is known. One key a line in the file; the first signs, all of
 * them verify, so a new key is put on top and the old ones are removed when their mails are answered.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { syncDirectoryOf } from './state/directories';
import { UserError } from './user-error';

export type Hmac = (text: string) => Uint8Array;

/** First the one that signs. */
export type Keys = readonly [Hmac, ...Hmac[]];

const KEY = /^[0-9a-f]{64}$/;

/** Reads the keys, or makes the first one. @throws UserError when the file holds something else */
export function openKeys(file: string): Keys {
  if (!existsSync(file)) makeKey(file);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, ...older] = lines;
  if (first === undefined || !lines.every((line) => KEY.test(line))) {
    throw new UserError(
      `The key file ${file} is damaged.`,
      'Restore it from a backup, or delete it: answers to mails sent before are then found by their threads only.',
    );
  }
  return [hmacWith(first), ...older.map(hmacWith)];
}

/**
 * On the disk before it signs anything: a key lost in a power cut would make strangers of the answers to what it
 * signed. Written aside first, so that no start finds half a key.
 */
function makeKey(file: string): void {
  const temporary = `${file}.tmp`;
  const descriptor = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(descriptor, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
  syncDirectoryOf(file);
}

function hmacWith(hex: string): Hmac {
  const key = Buffer.from(hex, 'hex');
  return (text) => createHmac('sha256', key).update(text).digest();
}
