/** The state of the bridge, read from its journals. Changes nothing, and needs no lock. */
import type { OutboxState, Outcome } from '../core/workbook/choices';
import { withJournalCopies } from './state/journal-copies';

export interface Status {
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
  readonly outbox: Readonly<Partial<Record<OutboxState, number>>>;
  readonly unknown: readonly { readonly key: string; readonly to: string }[];
}

/** @throws UserError when a journal is damaged */
export function readStatus(stateDir: string): Promise<Status> {
  return withJournalCopies(stateDir, (ledger, book) => {
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
      outbox,
      unknown: book.inState('unknown').map(({ mail }) => ({ key: mail.key, to: mail.to })),
    };
  });
}
