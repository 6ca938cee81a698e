/**
 * Which colleague every ticket belongs to. One pass over all tickets, because who gets one depends on who has
 * how many. What people chose stays; a ticket moves on by itself only when its colleague is not there any more.
 */
import type { Language } from '../language';
import { isActive, isDone } from '../ticket/status';
import type { Assignment, TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { Colleague, Duty, TeamReading } from './colleagues';
import { type Candidate, type CriteriaContext, languageReason, MUSTS, PREFERENCES } from './criteria';
import {
  type ChoiceReason,
  type HandChoice,
  isAbout,
  isHandChoice,
  REASON_WORDS,
  type RefusalReason,
  whyText,
} from './reasons';

export interface AssignmentContext {
  readonly mode: Assignment;
  readonly team: TeamReading;
  readonly duties: readonly Duty[];
  /** The firm's: reasons are for the team. */
  readonly language: Language;
  readonly labelOfCategory: (word: string) => string;
}

/** What comes of one ticket; one that stays as it is has no entry. */
export type AssignmentChange = { readonly ticketId: string } & (
  | { readonly kind: 'given'; readonly assignee: string; readonly from: string; readonly why: string }
  /** A first name, an address or a misspelt name, written as the Team tab has it. */
  | { readonly kind: 'put-right'; readonly assignee: string }
  | {
      readonly kind: 'chosen-by-hand';
      /** As the Team tab has it. */
      readonly assignee: string;
      readonly choice: HandChoice;
      readonly why: string;
    }
  | { readonly kind: 'unknown-name'; readonly written: string; readonly couldBe: readonly string[] }
  | { readonly kind: 'nobody-fits'; readonly refusals: readonly Refusal[] }
);

export interface Refusal {
  readonly name: string;
  readonly reason: RefusalReason;
}

export interface Assignments {
  readonly changes: readonly AssignmentChange[];
  /** By name, after the changes. */
  readonly open: ReadonlyMap<string, number>;
}

export function assign(tickets: readonly Row<'tickets'>[], context: AssignmentContext): Assignments {
  const load = loadOf(tickets, context.team);
  const changes: AssignmentChange[] = [];
  const waiting: Waiting[] = [];
  for (const ticket of tickets) {
    if (ticket.id === '' || isDone(ticket.status as TicketStatus)) continue;
    const look = lookAt(ticket, context);
    if (look.change) changes.push(look.change);
    if (look.waiting && context.mode !== 'off') waiting.push(look.waiting);
  }
  // Oldest first, whatever the tab is sorted by.
  waiting.sort(
    (a, b) => (a.ticket.created_at ?? 0) - (b.ticket.created_at ?? 0) || byText(a.ticket.id, b.ticket.id),
  );
  for (const each of waiting) changes.push(give(each, load, context));
  return { changes, open: load.open };
}

interface Waiting {
  readonly ticket: Row<'tickets'>;
  /** Who has it but is not there. */
  readonly holder: Colleague | null;
}

interface Look {
  readonly change?: AssignmentChange;
  readonly waiting?: Waiting;
}

function lookAt(ticket: Row<'tickets'>, context: AssignmentContext): Look {
  const { id: ticketId, assigned_why: why } = ticket;
  const written = ticket.assignee.trim();
  if (written === '') {
    if (why === '')
      return isActive(ticket.status as TicketStatus) ? { waiting: { ticket, holder: null } } : {};
    return isAbout(why, '') ? {} : { change: byHand(ticketId, '', 'emptied', context) };
  }
  const reading = context.team.who(written);
  if (reading.kind !== 'known') {
    const couldBe = reading.kind === 'ambiguous' ? reading.names : [];
    return { change: { kind: 'unknown-name', ticketId, written, couldBe } };
  }
  const { name } = reading;
  const colleague = context.team.colleagues.find((each) => each.name === name);
  const isThere = colleague?.presence.kind === 'here';
  if (!isAbout(why, name)) {
    return { change: byHand(ticketId, name, isThere ? 'by-hand' : 'by-hand-anyway', context) };
  }
  const spelling: Look =
    name === ticket.assignee ? {} : { change: { kind: 'put-right', ticketId, assignee: name } };
  if (isThere || !colleague || isHandChoice(why, name, 'by-hand-anyway')) return spelling;
  // What waits for somebody else can wait for the colleague's return too, if there is one.
  const mustMove = colleague.presence.kind === 'left' || isActive(ticket.status as TicketStatus);
  return mustMove ? { ...spelling, waiting: { ticket, holder: colleague } } : spelling;
}

function byHand(
  ticketId: string,
  assignee: string,
  choice: HandChoice,
  { language }: AssignmentContext,
): AssignmentChange {
  const why = whyText(assignee, [REASON_WORDS[language].hand[choice]]);
  return { kind: 'chosen-by-hand', ticketId, assignee, choice, why };
}

interface Load {
  readonly open: Map<string, number>;
  /** When somebody last got a ticket: the greater, the later. */
  readonly lastGiven: Map<string, number>;
}

function loadOf(tickets: readonly Row<'tickets'>[], { who }: TeamReading): Load {
  const open = new Map<string, number>();
  const lastGiven = new Map<string, number>();
  for (const { assignee, status, created_at } of tickets) {
    if (assignee === '') continue;
    const reading = who(assignee);
    if (reading.kind !== 'known') continue;
    const { name } = reading;
    if (!isDone(status as TicketStatus)) open.set(name, (open.get(name) ?? 0) + 1);
    lastGiven.set(name, Math.max(lastGiven.get(name) ?? 0, created_at ?? 0));
  }
  return { open, lastGiven };
}

function give({ ticket, holder }: Waiting, load: Load, context: AssignmentContext): AssignmentChange {
  const criteria: CriteriaContext = { duties: context.duties, openOf: (name) => load.open.get(name) ?? 0 };
  const { candidates, refusals } = whoMay(ticket, criteria, context.team.colleagues);
  const substitute =
    holder && candidates.find(({ colleague }) => colleague === standIn(holder, context.team.colleagues));
  const chosen = substitute
    ? { candidate: substitute, reasons: [] }
    : theOne(candidates, ticket, criteria, load, context.mode);
  if (!chosen) return { kind: 'nobody-fits', ticketId: ticket.id, refusals };
  const { candidate, reasons } = chosen;
  const { name } = candidate.colleague;
  const instead = holder ?? candidate.insteadOf;
  const told = [instead && insteadReason(instead), ...reasons, languageReason(candidate, ticket)].filter(
    (reason) => reason !== null,
  );
  if (holder) load.open.set(holder.name, Math.max(0, (load.open.get(holder.name) ?? 0) - 1));
  load.open.set(name, criteria.openOf(name) + 1);
  load.lastGiven.set(name, Math.max(...load.lastGiven.values(), 0) + 1);
  const words = REASON_WORDS[context.language];
  const why = whyText(
    name,
    told.map((reason) => words.reason(reason, context.labelOfCategory)),
  );
  return { kind: 'given', ticketId: ticket.id, assignee: name, from: holder?.name ?? '', why };
}

function insteadReason({ name, presence }: Colleague): ChoiceReason {
  return presence.kind === 'absent'
    ? { kind: 'instead-of-absent', name, until: presence.until }
    : { kind: 'instead-of-left', name };
}

/** Everybody whom no rule keeps out; whoever stands in for an absent colleague also counts as that one. */
function whoMay(
  ticket: Row<'tickets'>,
  criteria: CriteriaContext,
  colleagues: readonly Colleague[],
): { readonly candidates: readonly Candidate[]; readonly refusals: readonly Refusal[] } {
  const candidates: Candidate[] = [];
  const refusals = new Map<string, RefusalReason>();
  for (const each of colleagues) {
    if (each.presence.kind !== 'here') refusals.set(each.name, each.presence.kind);
    const colleague = standIn(each, colleagues);
    if (!colleague) continue;
    const candidate: Candidate = { colleague, insteadOf: colleague === each ? null : each };
    const broken = MUSTS.find(({ holds }) => !holds(candidate, ticket, criteria));
    if (!broken) candidates.push(candidate);
    else if (colleague === each) refusals.set(each.name, broken.otherwise);
  }
  return { candidates, refusals: Array.from(refusals, ([name, reason]) => ({ name, reason })) };
}

/** The colleague, or the first who is there along the line of substitutes. */
export function standIn(colleague: Colleague, colleagues: readonly Colleague[]): Colleague | null {
  const asked = new Set<Colleague>();
  for (let next: Colleague | undefined = colleague; next && !asked.has(next); ) {
    if (next.presence.kind === 'here') return next;
    asked.add(next);
    const { substitute }: Colleague = next;
    next = substitute === '' ? undefined : colleagues.find(({ name }) => name === substitute);
  }
  return null;
}

function theOne(
  candidates: readonly Candidate[],
  ticket: Row<'tickets'>,
  criteria: CriteriaContext,
  load: Load,
  mode: Assignment,
): { readonly candidate: Candidate; readonly reasons: readonly ChoiceReason[] } | null {
  let left = candidates;
  for (const { reason } of PREFERENCES) {
    const fitting = left.filter((candidate) => reason(candidate, ticket, criteria) !== null);
    if (fitting.length > 0) left = fitting;
  }
  const rank = (candidate: Candidate): number =>
    mode === 'round_robin'
      ? (load.lastGiven.get(candidate.colleague.name) ?? 0)
      : criteria.openOf(candidate.colleague.name);
  const sorted = [...left].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      byText(a.colleague.name, b.colleague.name) ||
      // In their own right before in somebody's place.
      Number(a.insteadOf !== null) - Number(b.insteadOf !== null),
  );
  const [candidate] = sorted;
  if (!candidate) return null;
  return {
    candidate,
    reasons: [...preferred(candidate, ticket, criteria), lastWord(candidate, sorted, criteria, mode)],
  };
}

/** Each kind once: an urgent ticket asks for the one on duty twice. */
function preferred(candidate: Candidate, ticket: Row<'tickets'>, criteria: CriteriaContext): ChoiceReason[] {
  const reasons = PREFERENCES.map(({ reason }) => reason(candidate, ticket, criteria));
  return reasons.filter(
    (reason, index) => reason !== null && reasons.findIndex((other) => other?.kind === reason.kind) === index,
  ) as ChoiceReason[];
}

/** What decided among those whom the preferences left. */
function lastWord(
  { colleague }: Candidate,
  left: readonly Candidate[],
  criteria: CriteriaContext,
  mode: Assignment,
): ChoiceReason {
  if (left.every((other) => other.colleague === colleague)) return { kind: 'nobody-else' };
  return mode === 'round_robin'
    ? { kind: 'in-turn' }
    : { kind: 'fewest', open: criteria.openOf(colleague.name) };
}

/** By code unit: the same everywhere, which localeCompare is not. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
