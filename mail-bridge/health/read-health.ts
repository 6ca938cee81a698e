/** What the state folder says of the bridge's health, for reading only: a bridge may be running. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HealthMemory } from '../../core/health/episodes';
import type { Zone } from '../../core/time/instant';
import { type ContactsRead, readContacts } from './contacts';
import { healthFiles } from './health-files';
import { openHealthJournal, type SendReport } from './memory';
import { knownZone } from './readers-file';

export interface HealthRead {
  readonly contacts: ContactsRead;
  readonly memory: HealthMemory;
  /** What people were told of a mail, by its key. */
  readonly reportOf: (key: string) => SendReport | null;
  /** The firm's, as far as anybody knows it without asking the Sheet. */
  readonly zone: Zone;
}

/** @throws UserError when the journal is damaged */
export function readHealth(stateDir: string): HealthRead {
  const files = healthFiles(stateDir);
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-health-'));
  try {
    // Opening a journal cuts a torn last line, which a running bridge may be in the middle of writing.
    const copy = join(folder, 'health.jsonl');
    if (existsSync(files.memory)) copyFileSync(files.memory, copy);
    const journal = openHealthJournal(copy);
    journal.close();
    return {
      contacts: readContacts(files.contacts),
      memory: journal.memory(),
      reportOf: journal.reportOf,
      zone: knownZone(stateDir),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
