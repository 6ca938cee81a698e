/**
 * Which ticket each row of the Tickets tab is, when people have pasted, copied, emptied or mistyped numbers.
 *
 * A row carries its number twice: in `id`, which people see, and in `id_seen`, which only the tracker writes. Both
 * move with the row when it is sorted. Where the two differ, the rest of the tab tells what has happened.
 */
import type { PlacedRow, Row } from '../workbook/rows';

export type RowIdentity =
  /** An id of its own: the row may be worked on. */
  | { readonly kind: 'own'; readonly id: string }
  /** The number was emptied or changed, and no other row claims it: it gets it back. */
  | { readonly kind: 'restore'; readonly id: string }
  /** Typed by hand, with a number of its own (`id`) or without one. */
  | { readonly kind: 'filed'; readonly id: string | null; readonly copyOf: string | null }
  /** Several rows claim one number. Nobody can tell which is the ticket, so none is touched. */
  | { readonly kind: 'doubled'; readonly id: string }
  /** Numbers have changed places: some columns were sorted without the others. Only undoing that is safe. */
  | { readonly kind: 'mixed'; readonly id: string }
  /** Holds nothing that makes a ticket. */
  | { readonly kind: 'blank' };

export interface IdentifiedRow {
  readonly placed: PlacedRow<'tickets'>;
  readonly identity: RowIdentity;
}

/** Rows of which there is anything to say: most are what they were, and no other row says the same. */
export function unsettledRows(rows: readonly PlacedRow<'tickets'>[]): readonly PlacedRow<'tickets'>[] {
  const holders = new Map<string, number>();
  const wereIt = new Map<string, number>();
  for (const { row } of rows) {
    holders.set(row.id, (holders.get(row.id) ?? 0) + 1);
    wereIt.set(row.id_seen, (wereIt.get(row.id_seen) ?? 0) + 1);
  }
  const odd = rows.filter(
    ({ row: { id, id_seen } }) =>
      id === '' || id !== id_seen || holders.get(id) !== 1 || wereIt.get(id) !== 1 || id !== id.trim(),
  );
  if (odd.length === 0) return odd;
  // What an odd row says may be what a settled one is.
  const named = new Set(odd.flatMap(({ row }) => [row.id.trim(), row.id_seen]));
  return rows.filter(({ row }) => row.id === '' || named.has(row.id.trim()) || named.has(row.id_seen));
}

/** @param rows all rows of the tab, or its unsettledRows: the answer for those is the same */
export function identifyRows(rows: readonly PlacedRow<'tickets'>[]): readonly IdentifiedRow[] {
  const holders = grouped(rows, ({ id }) => id.trim());
  const wereIt = grouped(rows, ({ id_seen }) => id_seen);
  const sameNow = (row: Row<'tickets'>): boolean => row.id_seen === row.id.trim();
  /** No row holds that number, and only one was it. */
  const isFree = (id: string): boolean => !holders.has(id) && (wereIt.get(id) ?? []).length === 1;
  /** It stands where it belongs, so whoever else was it is a copy. */
  const isSettled = (id: string): boolean => (holders.get(id) ?? []).some(({ row }) => sameNow(row));

  /** The rows that hold the number have come from other numbers. */
  const isSwapped = (id: string): boolean =>
    (holders.get(id) ?? []).length > 0 && (holders.get(id) ?? []).every(({ row }) => row.id_seen !== '');

  const identityOf = (row: Row<'tickets'>): RowIdentity => {
    const id = row.id.trim();
    const was = row.id_seen;
    if (was !== '' && was !== id) {
      if (isFree(was)) return { kind: 'restore', id: was };
      if (!isSettled(was)) return { kind: isSwapped(was) ? 'mixed' : 'doubled', id: was };
      if (id === '') return hasContent(row) ? { kind: 'filed', id: null, copyOf: was } : { kind: 'blank' };
    }
    if (id === '') {
      return hasContent(row) ? { kind: 'filed', id: null, copyOf: null } : { kind: 'blank' };
    }
    // The bridge wrote a row anew while the number of the old one was away.
    const isRewritten = was === '' && wereIt.has(id) && !isSettled(id);
    if (isRewritten || claimants(id).length > 1) return { kind: 'doubled', id };
    if (was !== '' && was !== id) return { kind: 'filed', id, copyOf: was };
    // The bridge writes when a ticket was opened; a row without that was typed.
    return was === '' && row.created_at === null ? { kind: 'filed', id, copyOf: null } : { kind: 'own', id };
  };
  /** Rows that hold the number and do not get another one back. */
  const claimants = (id: string): readonly PlacedRow<'tickets'>[] =>
    (holders.get(id) ?? []).filter(({ row }) => sameNow(row) || row.id_seen === '' || !isFree(row.id_seen));

  return rows.map((placed) => ({ placed, identity: identityOf(placed.row) }));
}

/** A ticket says what it is about or who asked. A lone tag or remark below the table is not one. */
function hasContent({ subject, excerpt, requester_name, requester_email }: Row<'tickets'>): boolean {
  return [subject, excerpt, requester_name, requester_email].some((text) => text.trim() !== '');
}

function grouped(
  rows: readonly PlacedRow<'tickets'>[],
  by: (row: Row<'tickets'>) => string,
): ReadonlyMap<string, readonly PlacedRow<'tickets'>[]> {
  const groups = new Map<string, PlacedRow<'tickets'>[]>();
  for (const placed of rows) {
    const key = by(placed.row);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  return groups;
}
