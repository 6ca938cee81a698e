/**
 * The raw bytes of every mail, kept before anything can fail on it.
 *
 * A mail is named by its SHA-256, so the same bytes are kept once, and a name says whether the content is whole.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectoryOf } from './directories';

declare const brand: unique symbol;

/** SHA-256 of a mail's bytes, in hexadecimal: its name in the spool. */
export type SpoolName = string & { readonly [brand]: 'SpoolName' };

export interface Spool {
  /**
   * Keeps several mails. When this resolves they are on the disk and survive a power cut.
   * The files are written side by side: the disk then settles many of them at once.
   */
  keep(mails: readonly Buffer[]): Promise<SpoolName[]>;
  /** @throws when the mail is not in the spool */
  read(name: SpoolName): Buffer;
}

export function openSpool(directory: string): Spool {
  const fileOf = (name: SpoolName) => join(directory, `${name}.eml`);

  const write = async (name: SpoolName, raw: Buffer) => {
    const file = fileOf(name);
    const temporary = `${file}.tmp`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(raw);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  };

  /** One that is there is as good as written now: it may be old, and about to be removed. */
  const isThere = (name: SpoolName): boolean => {
    const file = fileOf(name);
    if (!existsSync(file)) return false;
    const now = new Date();
    utimesSync(file, now, now);
    return true;
  };

  return {
    async keep(mails) {
      const named = mails.map((raw) => [nameOf(raw), raw] as const);
      // The same bytes may stand twice in one batch: they are written once.
      const fresh = new Map(named);
      const missing = [...fresh].filter(([name]) => !isThere(name));
      await Promise.all(missing.map(([name, raw]) => write(name, raw)));
      if (missing.length > 0) syncDirectoryOf(join(directory, 'any'));
      return named.map(([name]) => name);
    },
    read: (name) => readFileSync(fileOf(name)),
  };
}

function nameOf(raw: Buffer): SpoolName {
  return createHash('sha256').update(raw).digest('hex') as SpoolName;
}
