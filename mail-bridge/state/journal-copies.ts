/**
 * The journals, for reading only, while a bridge may be running: opening a journal cuts a torn last line, which the
 * running bridge may be in the middle of writing, so a copy is opened. Needs no lock. A journal not yet there is empty.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Brake } from '../../core/outbox/brake';
import { type Ledger, openLedger } from '../intake/ledger';
import { type OutboxBook, openOutboxBook } from '../outbox/outbox-book';
import { openBrake } from './brake';
import { stateFiles } from './directories';
import { assertReadable } from './migrations';
import { openRosterNotes, type RosterNotes } from './roster-notes';

/** @throws UserError when a journal is damaged, or when a newer Rowdesk has written the folder */
export async function withJournalCopies<T>(
  stateDir: string,
  read: (ledger: Ledger, book: OutboxBook, notes: RosterNotes, brake: Brake) => T | Promise<T>,
): Promise<T> {
  assertReadable(stateDir);
  const { ledger: ledgerFile, outbox: outboxFile, rosterNotes, brake: brakeFile } = stateFiles(stateDir);
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-copy-'));
  const copyOf = (file: string) => {
    const copy = join(folder, basename(file));
    if (existsSync(file)) copyFileSync(file, copy);
    return copy;
  };
  try {
    const ledger = openLedger(copyOf(ledgerFile));
    const book = openOutboxBook(copyOf(outboxFile));
    const notes = openRosterNotes(copyOf(rosterNotes));
    const brake = openBrake(copyOf(brakeFile));
    try {
      return await read(ledger, book, notes, brake.state());
    } finally {
      ledger.close();
      book.close();
      notes.close();
      brake.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
