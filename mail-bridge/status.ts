/** The state of the bridge, read from its state folder. Changes nothing, and needs no lock. */
import type { OutboxState, Outcome } from '../core/workbook/choices';
import { type HealthStatus, healthStatus, type StatusContext } from './health/health-status';
import { readHealth } from './health/read-health';
import type { Ledger } from './intake/ledger';
import type { OutboxBook } from './outbox/outbox-book';
import { quarantineOf } from './quarantine/quarantine';
import { withJournalCopies } from './state/journal-copies';

/** What became of the mails. */
export interface MailStatus {
  readonly days: readonly {
    readonly day: string;
    /** Mails found in the mailbox on that day. */
    readonly found: number;
    readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
    /** found minus all outcomes: mails that wait for their rows. Anything else would be a loss. */
    readonly difference: number;
  }[];
  /** Mails that are safe in the spool and have no row yet. */
  readonly waiting: number;
  /** Mails that were set aside and wait for a person. */
  readonly quarantine: number;
  readonly outbox: Readonly<Partial<Record<OutboxState, number>>>;
}

export interface Status extends MailStatus, HealthStatus {}

/** @throws UserError when a journal is damaged */
export function readStatus(stateDir: string): Promise<MailStatus> {
  return withJournalCopies(stateDir, mailStatus);
}

/** With how the bridge is. @throws UserError when a journal is damaged */
export function readWholeStatus(stateDir: string, context: StatusContext): Promise<Status> {
  const health = readHealth(stateDir);
  return withJournalCopies(stateDir, (ledger, book, _notes, brake) => ({
    ...mailStatus(ledger, book),
    ...healthStatus(health, book, brake, context),
  }));
}

function mailStatus(ledger: Ledger, book: OutboxBook): MailStatus {
  const outbox: Partial<Record<OutboxState, number>> = {};
  for (const { state } of book.all()) outbox[state] = (outbox[state] ?? 0) + 1;
  const days = [...ledger.days()].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    days: days.map(([day, { found, outcomes }]) => ({
      day,
      found,
      outcomes,
      difference: found - Object.values(outcomes).reduce((sum, count) => sum + count, 0),
    })),
    waiting: ledger.waiting().length,
    quarantine: quarantineOf(ledger).length,
    outbox,
  };
}
