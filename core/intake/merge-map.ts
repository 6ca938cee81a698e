/** Which tickets go on in which others, as people have merged them. Nothing is moved, so a merge can be undone. */
import type { TicketId } from '../ticket/ticket-id';

export interface MergeMap {
  /** The ticket in which a merged one goes on; any other is itself. */
  goesOnIn(id: TicketId): TicketId;
  /** The tickets that go on in this one. */
  partsOf(id: TicketId): readonly TicketId[];
  /** Safe to repeat; the latest word counts, and a circle is refused. */
  merge(from: TicketId, into: TicketId): void;
  unmerge(id: TicketId): void;
}

export function mergeMap(): MergeMap {
  const merged = new Map<TicketId, TicketId>();
  /** null: to be found out again. Every ticket is asked for whenever the tab is read. */
  let parts: ReadonlyMap<TicketId, readonly TicketId[]> | null = null;
  const goesOnIn = (id: TicketId): TicketId => {
    let at = id;
    for (let next = merged.get(at); next !== undefined; next = merged.get(at)) at = next;
    return at;
  };
  const allParts = (): Map<TicketId, TicketId[]> => {
    const found = new Map<TicketId, TicketId[]>();
    for (const part of merged.keys()) {
      const id = goesOnIn(part);
      found.set(id, [...(found.get(id) ?? []), part]);
    }
    return found;
  };
  return {
    goesOnIn,
    partsOf(id) {
      parts ??= allParts();
      return parts.get(id) ?? [];
    },
    merge(from, into) {
      const before = merged.get(from);
      if (before === into) return;
      parts = null;
      merged.delete(from);
      if (goesOnIn(into) !== from) merged.set(from, into);
      else if (before !== undefined) merged.set(from, before);
    },
    unmerge(id) {
      if (merged.delete(id)) parts = null;
    },
  };
}
