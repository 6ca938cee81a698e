/**
 * The raw bytes of every mail, kept before anything can fail on it.
 *
 * A mail is named by its SHA-256, so the same bytes are kept once, and a name says whether the content is whole.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncDirectoryOf } from './directories';

declare const brand: unique symbol;

/** SHA-256 of a mail's bytes, in hexadecimal: its name in the spool. */
export type SpoolName = string & { readonly [brand]: 'SpoolName' };

export interface Spool {
  /** Keeps the bytes; they are on the disk when this returns. Call `settle` before relying on the name. */
  keep(raw: Buffer): SpoolName;
  /** Makes the names kept so far survive a power cut. */
  settle(): void;
  /** @throws when the mail is not in the spool */
  read(name: SpoolName): Buffer;
  has(name: SpoolName): boolean;
}

export function openSpool(directory: string): Spool {
  const touched = new Set<string>();
  const fileOf = (name: SpoolName) => join(directory, name.slice(0, 2), `${name}.eml`);

  return {
    keep(raw) {
      const name = createHash('sha256').update(raw).digest('hex') as SpoolName;
      const file = fileOf(name);
      if (existsSync(file)) return name;
      mkdirSync(join(directory, name.slice(0, 2)), { recursive: true, mode: 0o700 });
      const temporary = `${file}.tmp`;
      const descriptor = openSync(temporary, 'w', 0o600);
      try {
        for (let at = 0; at < raw.length; ) at += writeSync(descriptor, raw, at);
        fdatasyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(temporary, file);
      touched.add(file);
      return name;
    },
    settle() {
      const folders = new Map<string, string>();
      for (const file of touched) folders.set(dirname(file), file);
      for (const file of folders.values()) syncDirectoryOf(file);
      if (touched.size > 0) syncDirectoryOf(join(directory, 'x'));
      touched.clear();
    },
    read: (name) => readFileSync(fileOf(name)),
    has: (name) => existsSync(fileOf(name)),
  };
}
