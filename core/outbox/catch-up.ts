/**
 * What a journal that was restored from a backup may learn from the Sheet. Everywhere else the journal decides and never
 * a cell; but what happened after the backup only the Sheet has seen, and a mail that it shows as sent must not go again.
 */
import type { OutboxState } from '../workbook/choices';

const ENDS: readonly OutboxState[] = ['sent', 'failed', 'bounced', 'cancelled', 'unknown'];

/** By the state in the journal: the states in which the mail may be since. */
const LATER: Readonly<Record<OutboxState, readonly OutboxState[]>> = {
  queued: ENDS,
  deferred: ENDS,
  sending: ENDS,
  unknown: ['sent', 'bounced', 'failed'],
  sent: ['bounced'],
  failed: [],
  bounced: [],
  cancelled: [],
};

export function isLater(journal: OutboxState, sheet: OutboxState): boolean {
  return LATER[journal].includes(sheet);
}
