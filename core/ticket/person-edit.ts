/**
 * A person's edit through a form, minutes after the ticket came: the tracker may not have looked at its row yet, and
 * what it sees first is how the ticket began. So the row is looked at as it stood before the edit, and then again.
 */
import type { Row, RowChange } from '../workbook/rows';
import type { ReconcileContext, Reconciled } from './reconcile';
import { reconcileTicket } from './reconcile';

export interface FirstLook {
  /** The row after it. */
  readonly row: Row<'tickets'>;
  /** What it writes; null where the tracker had looked before. */
  readonly result: Reconciled | null;
}

export function firstLook(ticket: Row<'tickets'>, context: ReconcileContext): FirstLook {
  if (ticket.seen !== '') return { row: ticket, result: null };
  // Whoever edits now has not made what is found now.
  const result = reconcileTicket(ticket, { ...context, personEditAt: null, editor: null });
  return { row: { ...ticket, ...result.change }, result };
}

/** Two looks at one ticket as one write. The cells of `wanted` are the second look's alone. */
export function afterFirstLook(
  first: FirstLook,
  wanted: RowChange<'tickets'>,
  second: Reconciled,
): Reconciled {
  if (!first.result) return second;
  const before = Object.entries(first.result.change).filter(([key]) => !(key in wanted));
  return {
    // Both parts are changes of the same row; fromEntries forgets its keys.
    change: { ...(Object.fromEntries(before) as RowChange<'tickets'>), ...second.change },
    history: [...first.result.history, ...second.history],
    problems: [...first.result.problems, ...second.problems],
    outbox: [...first.result.outbox, ...second.outbox],
  };
}

/**
 * @param wanted the cells as the person left them
 * @returns what is to be written besides them
 */
export function reconcileEdit(
  ticket: Row<'tickets'>,
  wanted: RowChange<'tickets'>,
  context: ReconcileContext,
): Reconciled {
  const first = firstLook(ticket, context);
  return afterFirstLook(first, wanted, reconcileTicket({ ...first.row, ...wanted }, context));
}
