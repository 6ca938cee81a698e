/** Everything the bridge keeps on the disk, opened together, and what it knows of every ticket rebuilt from it. */
import { type KnownTickets, knownTickets } from '../core/intake/known-tickets';
import type { Exchanges } from '../core/outbox/exchange';
import { healthFiles } from './health/health-files';
import { type HealthJournal, openHealthJournal } from './health/memory';
import { type Ledger, openLedger } from './intake/ledger';
import { type SeenMail, seenMail } from './intake/plan-batch';
import { type Keys, openKeys } from './keys';
import { type OutboxBook, openOutboxBook } from './outbox/outbox-book';
import { type SessionMemory, sessionMemory } from './outbox/session-memory';
import { type SearchFailure, searchFailure } from './restoration/search-failure';
import { type BrakeMemory, openBrake } from './state/brake';
import { openStateDirectories, type StateFiles } from './state/directories';
import { exchangeMemory } from './state/exchange-memory';
import { isCopy, markAsOriginal } from './state/lineage';
import { assertReadable, migrateState } from './state/migrations';
import { takeProcessLock } from './state/process-lock';
import { replay } from './state/replay';
import { openRosterNotes, type RosterNotes } from './state/roster-notes';
import { openSpool, type Spool } from './state/spool';

export interface BridgeState {
  readonly files: StateFiles;
  readonly ledger: Ledger;
  readonly book: OutboxBook;
  readonly spool: Spool;
  readonly keys: Keys;
  readonly tickets: KnownTickets;
  readonly seen: SeenMail;
  readonly sessionMails: SessionMemory;
  readonly notes: RosterNotes;
  readonly brake: BrakeMemory;
  /** What people were told of the bridge's health. */
  readonly health: HealthJournal;
  /** With whom only programs of ours have talked so far. */
  readonly exchanges: Exchanges;
  /** The folder may be a backup that was restored: the Sheet may know of more than the journals. */
  readonly isCopy: boolean;
  /** Of the look into the sent mails that such a folder makes necessary. */
  readonly searchFailure: SearchFailure;
  /** What the Sheet knew of more is in the journals now. */
  noLongerACopy(): void;
  close(): void;
}

/** @throws UserError when another bridge runs, when a file is damaged, or when a newer Rowdesk has written the folder */
export function openBridgeState(directory: string): BridgeState {
  assertReadable(directory);
  const files = openStateDirectories(directory);
  const unlock = takeProcessLock(files.lock);
  try {
    migrateState(directory);
    const ledger = openLedger(files.ledger);
    const book = openOutboxBook(files.outbox);
    const notes = openRosterNotes(files.rosterNotes);
    const brake = openBrake(files.brake);
    const health = openHealthJournal(healthFiles(directory).memory);
    const tickets = knownTickets();
    const seen = seenMail();
    replay(ledger, book, tickets, seen);
    const failing = searchFailure(files.searchFailure);
    return {
      files,
      ledger,
      book,
      spool: openSpool(files.spool),
      keys: openKeys(files.keys),
      tickets,
      seen,
      sessionMails: sessionMemory(book),
      notes,
      brake,
      health,
      exchanges: exchangeMemory(tickets, book, ledger),
      isCopy: isCopy(files.lineage),
      searchFailure: failing,
      noLongerACopy() {
        failing.over();
        markAsOriginal(files.lineage);
      },
      close() {
        ledger.close();
        book.close();
        notes.close();
        brake.close();
        health.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
