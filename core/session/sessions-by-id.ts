import type { Row } from '../workbook/rows';

/**
 * The sessions in order of time. Of rows that share an id one counts, always the same one; a row without an id has no
 * participants.
 */
export function sessionsById(rows: readonly Row<'sessions'>[]): ReadonlyMap<string, Row<'sessions'>> {
  const sorted = rows.filter(({ id }) => id !== '').sort((a, b) => startOf(a) - startOf(b) || byText(a, b));
  const sessions = new Map<string, Row<'sessions'>>();
  for (const session of sorted) if (!sessions.has(session.id)) sessions.set(session.id, session);
  return sessions;
}

function startOf({ starts_at }: Row<'sessions'>): number {
  return starts_at ?? Number.MAX_SAFE_INTEGER;
}

function byText(a: Row<'sessions'>, b: Row<'sessions'>): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  // Cells in the order of the keys, which may differ between rows made by hand.
  const [left, right] = [a, b].map((row) =>
    JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
