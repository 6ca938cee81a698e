/**
 * Merging: one ticket goes on in another.
 *
 * Nothing is moved: the messages stay with the ticket in which they were written, so a merge can be undone and no
 * message is ever without its ticket. The merged one is closed and points to the other; mail of its thread comes to
 * the other from then on (the bridge sees to that), and whoever reads the conversation of the other sees both.
 */
import type { Row } from '../workbook/rows';
import { acceptedLinks } from './seen';
import { isActive } from './status';
import type { LinkEvent } from './status-trail';
import { statusToCome, type TicketBook } from './ticket-book';
import { parseTicketId } from './ticket-id';

export type MergeRefusal =
  | 'no-such-ticket'
  | 'into-itself'
  | 'already-merged'
  /** The other one goes on in a third: merge into that one. */
  | 'target-merged'
  | 'target-closed'
  | 'target-spam'
  /** No mail and no merge leads out of spam. */
  | 'is-spam'
  /** Its cases would be left without their incident. */
  | 'has-cases'
  /** Others go on in it: the chain would have two links. */
  | 'has-merged';

export type MergeAnswer =
  | { readonly kind: 'may'; readonly target: Row<'tickets'>; readonly targetEvents: readonly LinkEvent[] }
  | { readonly kind: 'refused'; readonly why: MergeRefusal; readonly target: Row<'tickets'> | null };

/** @param into the id as a person wrote it */
export function mayMerge(source: Row<'tickets'>, into: string, book: TicketBook): MergeAnswer {
  const id = parseTicketId(into);
  const target = id === null ? null : book.get(id);
  const refused = (why: MergeRefusal): MergeAnswer => ({ kind: 'refused', why, target });
  if (!target) return refused('no-such-ticket');
  if (target.id === source.id) return refused('into-itself');
  if (acceptedLinks(source).merged_into !== '') return refused('already-merged');
  if (statusToCome(source) === 'spam') return refused('is-spam');
  // A circle would need a target that is merged already, so this excludes every circle too.
  if (acceptedLinks(target).merged_into !== '') return refused('target-merged');
  if (statusToCome(target) === 'spam') return refused('target-spam');
  if (statusToCome(target) === 'closed') return refused('target-closed');
  if (book.casesOf(source.id).length > 0) return refused('has-cases');
  if (book.mergedInto(source.id).length > 0) return refused('has-merged');
  return { kind: 'may', target, targetEvents: hasOpenQuestion(source) ? [{ kind: 'question-joined' }] : [] };
}

/** What nobody has answered must not rest in a ticket that waits or is done. */
function hasOpenQuestion(ticket: Row<'tickets'>): boolean {
  return isActive(statusToCome(ticket)) || hasNewQuestion(ticket);
}

/** A message that came since the tracker last looked: it would open the ticket in the very look that merges it. */
function hasNewQuestion({
  last_inbound_at: asked,
  inbound_seen,
  last_outbound_at,
}: Pick<Row<'tickets'>, 'last_inbound_at' | 'inbound_seen' | 'last_outbound_at'>): boolean {
  if (asked === null || (inbound_seen !== null && asked <= inbound_seen)) return false;
  return last_outbound_at === null || asked > last_outbound_at;
}
