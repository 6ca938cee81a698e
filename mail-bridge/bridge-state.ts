/** Everything the bridge keeps on the disk, opened together, and what it knows of every ticket rebuilt from it. */
import { type KnownTickets, knownTickets } from '../core/intake/known-tickets';
import { type Ledger, openLedger } from './intake/ledger';
import { type SeenMail, seenMail } from './intake/plan-batch';
import { type Keys, openKeys } from './keys';
import { type OutboxBook, openOutboxBook } from './outbox/outbox-book';
import { type SessionMemory, sessionMemory } from './outbox/session-memory';
import { openStateDirectories } from './state/directories';
import { takeProcessLock } from './state/process-lock';
import { replay } from './state/replay';
import { openRosterNotes, type RosterNotes } from './state/roster-notes';
import { openSpool, type Spool } from './state/spool';

export interface BridgeState {
  readonly ledger: Ledger;
  readonly book: OutboxBook;
  readonly spool: Spool;
  readonly keys: Keys;
  readonly tickets: KnownTickets;
  readonly seen: SeenMail;
  readonly sessionMails: SessionMemory;
  readonly notes: RosterNotes;
  close(): void;
}

/** @throws UserError when another bridge runs, or when a file is damaged */
export function openBridgeState(directory: string): BridgeState {
  const files = openStateDirectories(directory);
  const unlock = takeProcessLock(files.lock);
  try {
    const ledger = openLedger(files.ledger);
    const book = openOutboxBook(files.outbox);
    const notes = openRosterNotes(files.rosterNotes);
    const tickets = knownTickets();
    const seen = seenMail();
    replay(ledger, book, tickets, seen);
    return {
      ledger,
      book,
      spool: openSpool(files.spool),
      keys: openKeys(files.keys),
      tickets,
      seen,
      sessionMails: sessionMemory(book),
      notes,
      close() {
        ledger.close();
        book.close();
        notes.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
