/** A small file that is replaced as a whole and survives a power cut: the old content or the new one, never a half. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncDirectoryOf } from './directories';

export function writeDurably(file: string, content: string): void {
  const temporary = `${file}.tmp`;
  try {
    const descriptor = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncDirectoryOf(file);
}
