/** How the status of a ticket moves. The whole of it is the table MOVES; nothing else decides. */
import { TICKET_STATUSES, type TicketStatus } from '../workbook/choices';

export type StatusEvent =
  | { readonly kind: 'participant-wrote' }
  /**
   * "OK 👍", "Super, dziękuję!" and nothing else. Where we wait for the participant that may be the very answer to our
   * question, and only a person can tell: the ticket comes back, at the cost of a click. It is nobody's question, so no
   * answer to it is promised, and where the ticket is done or waits for others it changes nothing.
   */
  | { readonly kind: 'participant-thanked' }
  /** An out-of-office, a receipt, a bounce: noted, never a reason to move. */
  | { readonly kind: 'automatic-mail' }
  | { readonly kind: 'agent-answered' }
  /** The day up to which the ticket was put on hold has come. */
  | { readonly kind: 'hold-ended' }
  /** A person wrote a day to come into "on hold until". */
  | { readonly kind: 'hold-asked' }
  /** The ticket goes on in another one. */
  | { readonly kind: 'merged' }
  /** A ticket with an open question was merged into this one. */
  | { readonly kind: 'question-joined' }
  /** Whole days since anybody wrote or moved the ticket. */
  | { readonly kind: 'quiet-for'; readonly days: number }
  | { readonly kind: 'person-set'; readonly to: TicketStatus };

export type MoveReason =
  | 'participant-wrote'
  | 'reopened-by-participant'
  | 'agent-answered'
  | 'hold-ended'
  | 'hold-asked'
  | 'merged'
  | 'question-joined'
  | 'quiet-waiting'
  | 'quiet-resolved'
  | 'set-by-person'
  | 'nothing-to-do';

export type RefusalReason =
  /** `new` means that nobody has looked yet: a ticket cannot become that again. */
  | 'never-new-again'
  /** Out of spam only a person leads, and only to open or closed. */
  | 'from-spam'
  /** A closed ticket is opened first. */
  | 'from-closed'
  /** What was merged goes on elsewhere. */
  | 'merged-away';

export type StatusAnswer =
  | { readonly to: TicketStatus; readonly why: MoveReason }
  | { readonly refused: TicketStatus; readonly why: RefusalReason };

/** After how many quiet days a ticket moves on by itself; null never. */
export interface QuietLimits {
  readonly resolveWaitingAfter: number | null;
  readonly closeResolvedAfter: number | null;
}

type Move = readonly [to: TicketStatus, why: MoveReason];

/** Events that say all there is to say by their kind. */
type UnconditionalEvent = Exclude<StatusEvent['kind'], 'automatic-mail' | 'quiet-for' | 'person-set'>;

interface Moves {
  /** Only moves: an event that a status does not name changes nothing. */
  readonly on: Readonly<Partial<Record<UnconditionalEvent, Move>>>;
  readonly whenQuiet?: { readonly limit: keyof QuietLimits; readonly move: Move };
  /** Where a person may put it. */
  readonly byHand: readonly TicketStatus[];
  /** Why a person may not put it anywhere else. */
  readonly otherwise: RefusalReason;
}

const REOPEN: Move = ['open', 'participant-wrote'];
const COME_BACK: Move = ['open', 'reopened-by-participant'];
const ANSWERED: Move = ['waiting_participant', 'agent-answered'];
const HOLD: Move = ['on_hold', 'hold-asked'];
const MERGED: Move = ['closed', 'merged'];
const JOINED: Move = ['open', 'question-joined'];
/** Statuses that a ticket under way can be put in. */
const UNDER_WAY = [
  'open',
  'waiting_participant',
  'waiting_vendor',
  'on_hold',
  'resolved',
  'closed',
  'spam',
] as const;

export const MOVES: Readonly<Record<TicketStatus, Moves>> = {
  new: {
    on: { 'agent-answered': ANSWERED, 'hold-asked': HOLD, merged: MERGED },
    byHand: UNDER_WAY,
    otherwise: 'never-new-again',
  },
  open: {
    on: { 'agent-answered': ANSWERED, 'hold-asked': HOLD, merged: MERGED },
    byHand: UNDER_WAY,
    otherwise: 'never-new-again',
  },
  waiting_participant: {
    on: {
      'participant-wrote': REOPEN,
      'participant-thanked': REOPEN,
      'hold-asked': HOLD,
      merged: MERGED,
      'question-joined': JOINED,
    },
    whenQuiet: { limit: 'resolveWaitingAfter', move: ['resolved', 'quiet-waiting'] },
    byHand: UNDER_WAY,
    otherwise: 'never-new-again',
  },
  // Writing to the participant while a vendor is being waited for ("we have asked them") changes nothing;
  // a new question of the participant needs a person.
  waiting_vendor: {
    on: { 'participant-wrote': REOPEN, 'hold-asked': HOLD, merged: MERGED, 'question-joined': JOINED },
    byHand: UNDER_WAY,
    otherwise: 'never-new-again',
  },
  on_hold: {
    on: {
      'participant-wrote': REOPEN,
      'hold-ended': ['open', 'hold-ended'],
      merged: MERGED,
      'question-joined': JOINED,
    },
    byHand: UNDER_WAY,
    otherwise: 'never-new-again',
  },
  resolved: {
    on: { 'participant-wrote': COME_BACK, merged: MERGED, 'question-joined': JOINED },
    whenQuiet: { limit: 'closeResolvedAfter', move: ['closed', 'quiet-resolved'] },
    byHand: UNDER_WAY,
    otherwise: 'never-new-again',
  },
  closed: {
    on: { 'participant-wrote': COME_BACK },
    byHand: ['open', 'closed', 'spam'],
    otherwise: 'from-closed',
  },
  // No mail leads out of spam: a spammer who writes twice must not come back into the queue.
  spam: {
    on: {},
    byHand: ['open', 'closed', 'spam'],
    otherwise: 'from-spam',
  },
};

/**
 * A merged ticket is closed and stays so: its mail belongs to the other one. A person takes it out by clearing
 * "merged into".
 */
const MERGED_AWAY: Moves = { on: {}, byHand: ['closed'], otherwise: 'merged-away' };

/** Where an event takes a ticket, or why a person's wish is refused. Events of the mail are never refused. */
export function nextStatus(
  current: TicketStatus,
  event: StatusEvent,
  limits: QuietLimits,
  standing: 'its-own' | 'merged-away' = 'its-own',
): StatusAnswer {
  const moves = standing === 'merged-away' && current === 'closed' ? MERGED_AWAY : MOVES[current];
  const stay: StatusAnswer = { to: current, why: 'nothing-to-do' };
  switch (event.kind) {
    case 'automatic-mail':
      return stay;
    case 'participant-wrote':
    case 'participant-thanked':
    case 'agent-answered':
    case 'hold-ended':
    case 'hold-asked':
    case 'merged':
    case 'question-joined': {
      const move = moves.on[event.kind];
      return move ? { to: move[0], why: move[1] } : stay;
    }
    case 'quiet-for': {
      const limit = moves.whenQuiet && limits[moves.whenQuiet.limit];
      if (!moves.whenQuiet || limit === null || limit === undefined || event.days < limit) return stay;
      return { to: moves.whenQuiet.move[0], why: moves.whenQuiet.move[1] };
    }
    case 'person-set': {
      if (event.to === current) return stay;
      if (moves.byHand.includes(event.to)) return { to: event.to, why: 'set-by-person' };
      return { refused: event.to, why: refusal(event.to, moves) };
    }
  }
}

function refusal(to: TicketStatus, moves: Moves): RefusalReason {
  return to === 'new' && moves.otherwise !== 'merged-away' ? 'never-new-again' : moves.otherwise;
}

/** As the participant is to read it in an answer: where the ticket stands once that has gone out. */
export function statusAfterAnswer(status: string, resolve: boolean): string {
  const now = asStatus(status);
  if (now === null) return status;
  const limits: QuietLimits = { resolveWaitingAfter: null, closeResolvedAfter: null };
  const event: StatusEvent = resolve ? { kind: 'person-set', to: 'resolved' } : { kind: 'agent-answered' };
  const answer = nextStatus(now, event, limits);
  return 'to' in answer ? answer.to : now;
}

/** The status that a cell holds; null for an empty cell and for a word that is none. */
export function asStatus(word: string): TicketStatus | null {
  return TICKET_STATUSES.find((status) => status === word) ?? null;
}

/** Statuses in which somebody of ours has something to do: the SLA clocks run. */
export function isActive(status: TicketStatus): boolean {
  return status === 'new' || status === 'open';
}

/** Statuses that wait for somebody or something else: the SLA clocks stand still. */
export function isWaiting(status: TicketStatus): boolean {
  return status === 'waiting_participant' || status === 'waiting_vendor' || status === 'on_hold';
}

/** Statuses in which the ticket is done with. */
export function isDone(status: TicketStatus): boolean {
  return status === 'resolved' || status === 'closed' || status === 'spam';
}
