/** Tickets that point to each other and otherwise go on as they are. The cell holds numbers, parted by commas. */
import type { Instant } from '../time/instant';
import type { Row, RowChange } from '../workbook/rows';
import type { Doer, HistoryWords } from './history-line';
import { historyLine } from './history-line';
import { RELATED_WORDS } from './relation-words';

export type LinkRefusal = 'to-itself' | 'already-linked' | 'not-linked';

export interface LinkContext {
  readonly now: Instant;
  readonly words: HistoryWords;
  /** Address of the person who links. */
  readonly by: string | null;
}

export type Linked =
  | { readonly kind: 'refused'; readonly why: LinkRefusal }
  | {
      readonly kind: 'linked';
      readonly tickets: readonly { readonly id: string; readonly change: RowChange<'tickets'> }[];
      readonly history: readonly Row<'history'>[];
    };

type Linkable = Pick<Row<'tickets'>, 'id' | 'related'>;

export function linkTickets(a: Linkable, b: Linkable, context: LinkContext): Linked {
  if (a.id === b.id) return { kind: 'refused', why: 'to-itself' };
  if (points(a, b) && points(b, a)) return { kind: 'refused', why: 'already-linked' };
  return both(a, b, 'link', context);
}

export function unlinkTickets(a: Linkable, b: Linkable, context: LinkContext): Linked {
  if (!points(a, b) && !points(b, a)) return { kind: 'refused', why: 'not-linked' };
  return both(a, b, 'unlink', context);
}

export function relatedIds({ related }: Pick<Linkable, 'related'>): readonly string[] {
  return related
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function points(from: Linkable, to: Linkable): boolean {
  return relatedIds(from).includes(to.id);
}

function both(a: Linkable, b: Linkable, deed: 'link' | 'unlink', context: LinkContext): Linked {
  // One side may have pointed to the other all along: a stranger's mail that quoted its number.
  const concerned = (
    [
      [a, b],
      [b, a],
    ] as const
  ).filter(([from, to]) => points(from, to) === (deed === 'unlink'));
  return {
    kind: 'linked',
    tickets: concerned.map(([from, to]) => ({ id: from.id, change: { related: after(from, to, deed) } })),
    history: concerned.map(([from, to]) => line(from, to, deed, context)),
  };
}

function after(from: Linkable, to: Linkable, deed: 'link' | 'unlink'): string {
  const ids = relatedIds(from);
  return (deed === 'link' ? [...ids, to.id] : ids.filter((id) => id !== to.id)).join(', ');
}

function line(
  from: Linkable,
  to: Linkable,
  deed: 'link' | 'unlink',
  { now, words, by }: LinkContext,
): Row<'history'> {
  const who: Doer = { kind: 'person', address: by };
  return historyLine(
    {
      at: now,
      ticketId: from.id,
      who,
      what: 'related',
      from: from.related,
      to: after(from, to, deed),
      why: RELATED_WORDS[words.language][deed],
    },
    words,
  );
}
