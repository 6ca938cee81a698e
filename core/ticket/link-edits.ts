/**
 * Numbers of other tickets that people write into "merged into" and "part of incident": accepted with all that follows
 * from them, or put back with a word of why. One pass over all tickets before each is brought up to date by itself,
 * because what one may do depends on the others. The sidebar takes the same way: it fills in the cell and calls
 * editLinks.
 */
import type { Row, RowChange } from '../workbook/rows';
import { historyLine } from './history-line';
import { mayBeCase } from './incident';
import { CASE_REFUSAL_WORDS, LINKED_WORDS, type LinkProblemWords, MERGE_REFUSAL_WORDS } from './link-words';
import { mayMerge } from './merge';
import type { ReconcileContext, Reconciled } from './reconcile';
import { reconcileTicket } from './reconcile';
import { LINKS, type LinkColumn, parseSeen, withAccepted } from './seen';
import type { LinkEvent } from './status-trail';
import type { TicketBook } from './ticket-book';
import { ticketBook } from './ticket-book';
import type { HistoryContext } from './ticket-history';
import { parseTicketId } from './ticket-id';
import { ticketProblem } from './ticket-problems';

/** What other rules have settled for a ticket before it is brought up to date by itself. */
export interface Prior {
  readonly change: RowChange<'tickets'>;
  readonly events: readonly LinkEvent[];
  readonly history: readonly Row<'history'>[];
}

export interface LinkEdits {
  /** By ticket id; tickets that are not concerned have none. */
  readonly priors: ReadonlyMap<string, Prior>;
  readonly problems: readonly Row<'problems'>[];
}

export function linkEdits(tickets: readonly Row<'tickets'>[], context: HistoryContext): LinkEdits {
  const edited = tickets.filter(hasLinkEdit);
  const priors = new Map<string, Prior>();
  const problems: Row<'problems'>[] = [];
  if (edited.length === 0) return { priors, problems };
  const book = ticketBook(tickets);
  for (const { id } of edited) {
    const ticket = book.get(id);
    if (!ticket) continue;
    const result = editLinks(ticket, book, context);
    problems.push(...result.problems);
    result.priors.forEach((prior, about) => {
      priors.set(about, joined(priors.get(about), prior));
    });
    const own = result.priors.get(id);
    if (own) book.replace({ ...ticket, ...own.change });
  }
  return { priors, problems };
}

function hasLinkEdit(ticket: Row<'tickets'>): boolean {
  // Most tickets have no link and never had one.
  if (ticket.parent === '' && ticket.merged_into === '' && !/"[im]":/.test(ticket.seen)) return false;
  const seen = parseSeen(ticket.seen);
  // Not looked at yet: first the ticket by itself, then its links.
  return seen !== 'unreadable' && LINKS.some((column) => ticket[column] !== seen[column]);
}

/** The edited link cells of one ticket. The book must know the ticket and every other one that it names. */
export function editLinks(ticket: Row<'tickets'>, book: TicketBook, context: HistoryContext): LinkEdits {
  const seen = parseSeen(ticket.seen);
  const priors = new Map<string, Prior>();
  const problems: Row<'problems'>[] = [];
  if (seen === 'unreadable') return { priors, problems };
  let current = ticket;
  for (const column of LINKS) {
    const before = seen[column];
    if (current[column] === before) continue;
    const answer = editLink(current, column, before, book, context);
    problems.push(...answer.problems);
    answer.priors.forEach((prior, about) => {
      priors.set(about, joined(priors.get(about), prior));
    });
    current = { ...current, ...answer.priors.get(ticket.id)?.change };
  }
  return { priors, problems };
}

function editLink(
  ticket: Row<'tickets'>,
  column: LinkColumn,
  before: string,
  book: TicketBook,
  context: HistoryContext,
): LinkEdits {
  const written = ticket[column].trim();
  if (written === '') return accepted(ticket, column, before, '', [], context);
  // Another spelling of the same number.
  if (parseTicketId(written) === before) return putTo(ticket, column, before, null, context);
  const { language } = context.words;
  if (column === 'parent') {
    const answer = mayBeCase(ticket, written, book);
    if (answer.kind === 'may') return accepted(ticket, column, before, answer.incident.id, [], context);
    const words = CASE_REFUSAL_WORDS[language][answer.why](ticket.id, answer.target?.id ?? written);
    return putTo(ticket, column, before, words, context);
  }
  const answer = mayMerge(ticket, written, book);
  if (answer.kind === 'may') {
    const { target, targetEvents } = answer;
    return accepted(ticket, column, before, target.id, targetEvents, context);
  }
  const words = MERGE_REFUSAL_WORDS[language][answer.why](ticket.id, answer.target?.id ?? written);
  return putTo(ticket, column, before, words, context);
}

/** Back to the number that was accepted before. */
function putTo(
  ticket: Row<'tickets'>,
  column: LinkColumn,
  before: string,
  words: LinkProblemWords | null,
  { now }: HistoryContext,
): LinkEdits {
  const change: RowChange<'tickets'> = { [column]: before };
  return {
    priors: new Map([[ticket.id, { change, events: [], history: [] }]]),
    problems: words ? [ticketProblem(ticket.id, column, words, now)] : [],
  };
}

function accepted(
  ticket: Row<'tickets'>,
  column: LinkColumn,
  before: string,
  to: string,
  targetEvents: readonly LinkEvent[],
  { now, words, editor }: HistoryContext,
): LinkEdits {
  const link: RowChange<'tickets'> = { [column]: to };
  const change: RowChange<'tickets'> = { ...link, seen: withAccepted(ticket, link) };
  const say = LINKED_WORDS[words.language][column];
  const line = (
    ticketId: string,
    what: LinkColumn | 'related',
    from: string,
    after: string,
    why: string,
  ): Row<'history'> =>
    historyLine(
      { at: now, ticketId, who: { kind: 'person', address: editor }, what, from, to: after, why },
      words,
    );
  const isMerge = column === 'merged_into' && to !== '';
  // Lines of the other tickets too: what is told of a link stands in the same write as the link.
  const history = [
    line(ticket.id, column, before, to, to === '' ? say.undone : say.done),
    ...(before === '' ? [] : [line(before, 'related', ticket.id, '', say.otherLost(ticket.id))]),
    ...(to === '' ? [] : [line(to, 'related', '', ticket.id, say.otherGot(ticket.id))]),
  ];
  const priors = new Map<string, Prior>([
    [ticket.id, { change, events: isMerge ? [{ kind: 'merged' }] : [], history }],
  ]);
  if (targetEvents.length > 0) priors.set(to, { change: {}, events: targetEvents, history: [] });
  return { priors, problems: [] };
}

function joined(a: Prior | undefined, b: Prior): Prior {
  if (!a) return b;
  return {
    change: { ...a.change, ...b.change },
    events: [...a.events, ...b.events],
    history: [...a.history, ...b.history],
  };
}

/** Brings a ticket up to date after what other rules have settled for it; everything belongs into one write. */
export function reconcileAfter(
  ticket: Row<'tickets'>,
  prior: Prior | undefined,
  context: ReconcileContext,
): Reconciled {
  if (!prior) return reconcileTicket(ticket, context);
  const result = reconcileTicket({ ...ticket, ...prior.change }, context, prior.events);
  return {
    ...result,
    change: { ...prior.change, ...result.change },
    history: [...prior.history, ...result.history],
  };
}
