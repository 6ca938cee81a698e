/**
 * What has happened to a ticket's status since the tracker last looked, in the order in which it happened.
 *
 * Mail arrives through the bridge as instants in the row; a person's edit shows as a cell that differs from
 * `status_seen`, without a time. When the time is not known (the tick found it in the cells), the edit
 * counts as later than every mail except a question that nobody has answered: better open once too often than
 * a participant's message hidden in a resolved ticket. A day written into "on hold until" counts in the same way.
 */
import { parseDay } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { MS_PER_DAY } from '../time/instant';
import { dayAt, startOfDay } from '../time/zoned';
import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import { acceptedLinks } from './seen';
import type { MoveReason, QuietLimits, RefusalReason, StatusEvent } from './status';
import { asStatus, nextStatus } from './status';

export interface StatusMove {
  readonly from: TicketStatus;
  readonly to: TicketStatus;
  readonly at: Instant;
  readonly why: MoveReason;
}

type PutBack =
  | { readonly kind: 'refused'; readonly wanted: TicketStatus; readonly why: RefusalReason }
  /** The cell is empty or holds a word that is no status. */
  | { readonly kind: 'no-status' };

export interface StatusTrail {
  readonly start: { readonly status: TicketStatus; readonly since: Instant };
  readonly moves: readonly StatusMove[];
  readonly status: TicketStatus;
  readonly since: Instant;
  readonly putBack: PutBack | null;
}

export interface TrailContext {
  readonly now: Instant;
  readonly sheetZone: Zone;
  readonly offset: ZoneOffset;
  readonly quiet: QuietLimits;
  /** When the edit in the status cell was made, where the sidebar knows it. */
  readonly personEditAt: Instant | null;
  /** A person has written another day into "on hold until". */
  readonly holdEdited: boolean;
  /** What happened to the ticket through another one: link-edits.ts. */
  readonly events: readonly LinkEvent[];
}

export type LinkEvent = Extract<StatusEvent, { readonly kind: 'merged' | 'question-joined' }>;

interface Happening {
  readonly event: StatusEvent;
  readonly at: Instant;
}

export function statusTrail(ticket: Row<'tickets'>, context: TrailContext): StatusTrail {
  const seen = asStatus(ticket.status_seen);
  const cell = asStatus(ticket.status);
  const standing = acceptedLinks(ticket).merged_into === '' ? 'its-own' : 'merged-away';
  const began = seen ?? cell ?? 'new';
  // A row that arrives in another status than new (an import) has had its mails answered elsewhere.
  const firstSight = seen === null && began !== 'new';
  const known = ticket.status_since ?? ticket.created_at ?? context.now;
  const start = { status: began, since: firstSight ? afterThanks(known, ticket, context.now) : known };
  const moves: StatusMove[] = [];
  let putBack: PutBack | null = cell === null && seen !== null ? { kind: 'no-status' } : null;
  let { status, since } = start;

  const apply = ({ event, at }: Happening): boolean => {
    // It thanks for what came before this wait, which somebody began knowing of it.
    if (event.kind === 'participant-thanked' && at <= since) return false;
    const answer = nextStatus(status, event, context.quiet, standing);
    if ('refused' in answer) {
      putBack = { kind: 'refused', wanted: answer.refused, why: answer.why };
      return false;
    }
    if (answer.to === status) return false;
    // Never before the move before it, whatever a mail's date says.
    since = at > since ? at : since;
    moves.push({ from: status, to: answer.to, at: since, why: answer.why });
    status = answer.to;
    return true;
  };

  const mails = firstSight ? [] : newMails(ticket, context.now);
  const edit = cell !== null && cell !== status ? cell : null;
  const byHand = personsEvent(ticket, edit, context);
  const happenings = byHand === null ? mails : withEdit(mails, byHand, context);
  for (const happening of firstSight ? happenings : withThanks(happenings, ticket, context.now))
    apply(happening);
  for (const event of context.events) apply({ event, at: context.now });

  const holdEnded = status === 'on_hold' ? holdEnd(ticket, since, context) : null;
  if (holdEnded !== null) apply({ event: { kind: 'hold-ended' }, at: holdEnded });

  const lastWord = Math.max(ticket.last_inbound_at ?? 0, ticket.last_outbound_at ?? 0);
  const quiet = (): Happening => ({
    event: { kind: 'quiet-for', days: Math.floor((context.now - Math.max(lastWord, since)) / MS_PER_DAY) },
    at: context.now,
  });
  while (apply(quiet())) {
    // Each turn moves one status on; the table has no circle among quiet moves.
  }
  return { start, moves, status, since, putBack };
}

function newMails(ticket: Row<'tickets'>, now: Instant): Happening[] {
  const mails: Happening[] = [];
  const add = (last: Instant | null, seen: Instant | null, event: StatusEvent): void => {
    if (last !== null && (seen === null || last > seen)) mails.push({ event, at: last });
  };
  add(ticket.last_inbound_at, ticket.inbound_seen, { kind: 'participant-wrote' });
  // One that was sent past Rowdesk may be found after the question that followed it, which it does not answer.
  const { last_outbound_at: answered, inbound_seen: asked } = ticket;
  if (asked === null || answered === null || answered >= asked)
    add(answered, ticket.outbound_seen, { kind: 'agent-answered' });
  // Stable: of two at the same moment the question comes first.
  mails.sort((a, b) => a.at - b.at);
  // A mail may carry a date in the future; nothing has happened later than now.
  return mails.map((mail) => (mail.at > now ? { ...mail, at: now } : mail));
}

function personsEvent(
  ticket: Row<'tickets'>,
  edit: TicketStatus | null,
  context: TrailContext,
): StatusEvent | null {
  if (edit !== null) return { kind: 'person-set', to: edit };
  return context.holdEdited && comesBack(ticket, context.now, context) ? { kind: 'hold-asked' } : null;
}

function withEdit(mails: readonly Happening[], event: StatusEvent, context: TrailContext): Happening[] {
  const editAt = context.personEditAt;
  if (editAt !== null) {
    const edit = { event, at: editAt };
    return [...mails.filter(({ at }) => at <= editAt), edit, ...mails.filter(({ at }) => at > editAt)];
  }
  const last = mails[mails.length - 1];
  if (last?.event.kind !== 'participant-wrote') return [...mails, { event, at: context.now }];
  return [...mails.slice(0, -1), { event, at: last.at }, last];
}

/**
 * No column remembers that a thank-you was seen: it ends only a wait that began before it, and so does it once. One that
 * is dated in the future would end every wait until then, and has to wait itself.
 */
function withThanks(
  happenings: readonly Happening[],
  { last_thanks_at: at }: Row<'tickets'>,
  now: Instant,
): readonly Happening[] {
  if (at === null || at > now) return happenings;
  const next = happenings.findIndex((happening) => happening.at > at);
  const place = next < 0 ? happenings.length : next;
  const thanked: Happening = { event: { kind: 'participant-thanked' }, at };
  return [...happenings.slice(0, place), thanked, ...happenings.slice(place)];
}

/** When an imported wait is taken to begin: a thank-you from before it came to us ends it no more. */
function afterThanks(since: Instant, { status, last_thanks_at: at }: Row<'tickets'>, now: Instant): Instant {
  return status === 'waiting_participant' && at !== null && at > since && at <= now ? at : since;
}

/** Whether "on hold until" names a day after the one of `since`: any other is stale and brings nothing back. */
export function comesBack(
  { hold_until }: Pick<Row<'tickets'>, 'hold_until'>,
  since: Instant,
  { sheetZone, offset }: Pick<TrailContext, 'sheetZone' | 'offset'>,
): boolean {
  const until = hold_until === null ? null : parseDay(hold_until);
  return until !== null && until > dayAt(since, sheetZone, offset);
}

/** The start of the day up to which the ticket is on hold, once it has come. A day from before the hold is stale. */
function holdEnd(ticket: Row<'tickets'>, since: Instant, context: TrailContext): Instant | null {
  const until = ticket.hold_until === null ? null : parseDay(ticket.hold_until);
  if (until === null || !comesBack(ticket, since, context)) return null;
  const end = startOfDay(until, context.sheetZone, context.offset);
  return end <= context.now ? end : null;
}
