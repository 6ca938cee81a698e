/**
 * What a colleague asks for by mail, carried out on the ticket's row as if the colleague had changed the cell at the
 * moment of the mail: with the rights and the refusals of the sidebar. A command comes minutes after it was written, so
 * whoever has changed the same in the meantime keeps what they chose.
 */
import type { TeamReading } from '../assignment/colleagues';
import type { TicketRight } from '../team/roles';
import { isOwnTicket, mayOnTicket, type Standing } from '../team/standing';
import { parseDay } from '../time/civil';
import type { Instant } from '../time/instant';
import type { Agents } from '../trainer/agents';
import { standsInFor } from '../trainer/stand-in';
import type { Order } from '../trainer/trainer-mail-types';
import { COMMAND_CELLS, type OrderCell, PRIORITIES, type TicketStatus } from '../workbook/choices';
import type { Row, RowChange } from '../workbook/rows';
import { type Prior, reconcileAfter } from './link-edits';
import { reconcileEdit } from './person-edit';
import { type ReconcileContext, type Reconciled, reconcileTicket } from './reconcile';
import { acceptedLinks, lookAtCells } from './seen';
import { asStatus, isActive, nextStatus, type RefusalReason } from './status';
import { comesBack } from './status-trail';

export type CommandRefusal =
  | { readonly kind: 'no-such-ticket' }
  /** Its number stands in several rows. */
  | { readonly kind: 'several-rows' }
  | { readonly kind: 'not-on-team'; readonly who: string }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-cell' }
  | { readonly kind: 'not-understood'; readonly cell: OrderCell; readonly value: string }
  /** There is nobody of that name, or not any more. */
  | { readonly kind: 'unknown-colleague'; readonly name: string }
  /** A person has changed it since. `now` is what stands there. */
  | { readonly kind: 'edited-since'; readonly cell: OrderCell; readonly now: string }
  /** What the participant asks since then must not rest in a ticket that waits or is done. */
  | { readonly kind: 'participant-wrote'; readonly status: string }
  | { readonly kind: 'day-past'; readonly day: string }
  | { readonly kind: 'cannot-hold'; readonly status: string }
  /** By the table of statuses. */
  | {
      readonly kind: 'status-refused';
      readonly why: RefusalReason;
      readonly wanted: TicketStatus;
      readonly kept: TicketStatus;
    }
  /** An out-of-office in a ticket in which there is nothing to be answered. */
  | { readonly kind: 'nothing-to-answer'; readonly status: string }
  /** An out-of-office of somebody whom the ticket is not waiting for. */
  | { readonly kind: 'with-somebody-else' };

export interface Settled {
  readonly command: Row<'commands'>;
  /** Null: carried out, or so it stood already. */
  readonly refusal: CommandRefusal | null;
  /** The ticket that it is about, once it is known where a merged one goes on. */
  readonly ticketId: string;
}

export interface CommandWorld {
  readonly rules: ReconcileContext;
  readonly team: TeamReading;
  readonly agents: Pick<Agents, 'at'>;
  readonly sessionOf: (sessionId: string) => Row<'sessions'> | null;
  /** Whether a person has changed the cell after that moment, as History tells it. */
  readonly editedSince: (ticketId: string, cell: OrderCell, at: Instant) => boolean;
}

/** Each in its turn: the earlier mail first, and within a mail in the order of its lines. */
function inTheirOrder(commands: readonly Row<'commands'>[]): readonly Row<'commands'>[] {
  return [...commands].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

export interface Commanded {
  readonly result: Reconciled;
  readonly settled: readonly Settled[];
  /** A colleague has said whose it is: nobody else is chosen for it in this run. */
  readonly isAssigned: boolean;
}

/** Brings a ticket up to date, then carries out what was asked for it. Everything belongs into one write. */
export function reconcileCommanded(
  ticket: Row<'tickets'>,
  prior: Prior | undefined,
  commands: readonly Row<'commands'>[],
  world: CommandWorld,
): Commanded {
  // Nobody is alerted for a moment that the commands bring to an end.
  const silent: ReconcileContext = { ...world.rules, escalation: null };
  const first = reconcileAfter(ticket, prior, silent);
  const fresh = freshEdits(ticket);
  const looks: Reconciled[] = [];
  const settled: Settled[] = [];
  const owned = new Map<string, boolean>();
  let isAssigned = false;
  let row: Row<'tickets'> = { ...ticket, ...first.change };
  for (const command of inTheirOrder(commands)) {
    const at = momentOf(command, world.rules.now);
    const answer = carryOut(command, at, row, {
      world: { ...world, rules: silent },
      owned,
      isEdited: (cell) => fresh.has(cell) || world.editedSince(row.id, cell, at),
    });
    settled.push({ command, refusal: answer.refusal, ticketId: row.id });
    if (answer.refusal !== null || answer.look === null) continue;
    looks.push(answer.look);
    row = { ...row, ...answer.look.change };
    if (answer.look.change.assignee !== undefined) isAssigned = true;
  }
  const result =
    looks.length === 0
      ? reconcileAfter(ticket, prior, world.rules)
      : together([first, ...looks, reconcileTicket(row, world.rules)]);
  return { result, settled, isAssigned };
}

/** Nothing was asked for later than now, whatever the date of a mail says. */
function momentOf({ at }: Row<'commands'>, now: Instant): Instant {
  return at === null || at > now ? now : at;
}

type Answer =
  | { readonly refusal: CommandRefusal }
  /** `look` is null where nothing is left to be changed. */
  | { readonly refusal: null; readonly look: Reconciled | null };

interface Situation {
  readonly world: CommandWorld;
  /** By mail: who hands a ticket on in one line may still raise it in the next. */
  readonly owned: Map<string, boolean>;
  readonly isEdited: (cell: OrderCell) => boolean;
}

function carryOut(
  command: Row<'commands'>,
  at: Instant,
  row: Row<'tickets'>,
  { world, owned, isEdited }: Situation,
): Answer {
  const who = world.agents.at(command.who);
  const standing = who && standingAs(who, world.team);
  if (!standing) return { refusal: { kind: 'not-on-team', who: command.who } };
  const cell = COMMAND_CELLS.find((one) => one === command.cell);
  if (cell === undefined) return { refusal: { kind: 'no-cell' } };
  if (cell === 'away') return standInAsked(standing, row, world.team);
  const mail = `${command.who} ${at}`;
  const isOwn =
    owned.get(mail) ?? isOwnTicket(standing.name, row, world.sessionOf(row.session_id), world.team);
  owned.set(mail, isOwn);
  if (!mayOnTicket(standing, RIGHT_FOR[cell], isOwn)) return { refusal: { kind: 'not-yours' } };
  const order = orderOf(cell, command.value.trim());
  if (order === null) return { refusal: { kind: 'not-understood', cell, value: command.value } };
  if (stands(order, row)) return { refusal: null, look: null };
  const why = whyNot(order, at, row, world, isEdited);
  if (why) return { refusal: why };
  return changed(order, row, {
    ...world.rules,
    personEditAt: at,
    editor: standing.name,
    editedThrough: 'mail',
  });
}

/** Changes nothing in the row: whoever stands in is told of the ticket (core/trainer/turn.ts). */
function standInAsked({ name }: ColleagueStanding, row: Row<'tickets'>, team: TeamReading): Answer {
  const status = asStatus(row.status);
  if (status === null || !isActive(status)) {
    return { refusal: { kind: 'nothing-to-answer', status: row.status } };
  }
  if (!standsInFor(name, row.assignee, team)) return { refusal: { kind: 'with-somebody-else' } };
  return { refusal: null, look: null };
}

/** As the sidebar asks for its two kinds of cells. */
const RIGHT_FOR: Readonly<Record<OrderCell, TicketRight>> = {
  status: 'move',
  hold_until: 'move',
  priority: 'triage',
  assignee: 'triage',
};

/** What else says the same: a day to come puts a ticket on hold. */
const ALSO: Readonly<Record<OrderCell, readonly OrderCell[]>> = {
  status: ['status', 'hold_until'],
  hold_until: ['status', 'hold_until'],
  priority: ['priority'],
  assignee: ['assignee'],
};

type ColleagueStanding = Extract<Standing, { readonly kind: 'colleague' }>;

function standingAs(
  { email, name }: { readonly email: string; readonly name: string },
  { colleagues }: TeamReading,
): ColleagueStanding | null {
  const working = colleagues.filter(({ presence }) => presence.kind !== 'left');
  const own = working.find((one) => one.email === email) ?? working.find((one) => one.name === name);
  return own ? { kind: 'colleague', name: own.name, role: own.role } : null;
}

function orderOf(cell: OrderCell, value: string): Order | null {
  switch (cell) {
    case 'status': {
      const to = asStatus(value);
      return to && { cell, to };
    }
    case 'hold_until':
      return parseDay(value) === null ? null : { cell, to: value };
    case 'priority': {
      const to = PRIORITIES.find((word) => word === value);
      return to === undefined ? null : { cell, to };
    }
    case 'assignee':
      return value === '' ? null : { cell, to: value };
  }
}

function stands({ cell, to }: Order, row: Row<'tickets'>): boolean {
  return row[cell] === to && (cell !== 'hold_until' || row.status === 'on_hold');
}

function whyNot(
  order: Order,
  at: Instant,
  row: Row<'tickets'>,
  { rules, team }: CommandWorld,
  isEdited: Situation['isEdited'],
): CommandRefusal | null {
  const { cell, to } = order;
  const edited = ALSO[cell].find(isEdited);
  if (edited !== undefined) return { kind: 'edited-since', cell: edited, now: row[edited] ?? '' };
  if (rests(order) && wroteAfter(row, at, rules.now))
    return { kind: 'participant-wrote', status: row.status };
  if (cell === 'assignee') {
    const known = team.colleagues.some(({ name, presence }) => name === to && presence.kind !== 'left');
    return known ? null : { kind: 'unknown-colleague', name: to };
  }
  if (cell === 'hold_until' && !comesBack({ hold_until: to }, rules.now, rules)) {
    return { kind: 'day-past', day: to };
  }
  return null;
}

/** Whether the ticket would wait or be done with after it. Spam is nobody's question. */
function rests(order: Order): boolean {
  if (order.cell === 'hold_until') return true;
  return order.cell === 'status' && order.to !== 'spam' && !isActive(order.to);
}

/** A date that is still to come is a wrong one. */
function wroteAfter({ last_inbound_at: wrote }: Row<'tickets'>, at: Instant, now: Instant): boolean {
  return wrote !== null && wrote > at && wrote <= now;
}

function changed(order: Order, row: Row<'tickets'>, rules: ReconcileContext): Answer {
  const wanted: RowChange<'tickets'> = { [order.cell]: order.to };
  const look = reconcileEdit(row, wanted, rules);
  const status = look.change.status ?? wanted.status ?? row.status;
  const refused = order.cell === 'status' ? refusedMove(order.to, row, rules) : null;
  if (refused) return { refusal: refused };
  if (order.cell === 'hold_until' && status !== 'on_hold') {
    return { refusal: { kind: 'cannot-hold', status: row.status } };
  }
  return { refusal: null, look: { ...look, change: { ...wanted, ...look.change } } };
}

function refusedMove(
  wanted: TicketStatus,
  row: Row<'tickets'>,
  { rules }: ReconcileContext,
): CommandRefusal | null {
  const kept = asStatus(row.status);
  if (kept === null) return null;
  const standing = acceptedLinks(row).merged_into === '' ? 'its-own' : 'merged-away';
  const answer = nextStatus(kept, { kind: 'person-set', to: wanted }, rules.quiet, standing);
  return 'refused' in answer ? { kind: 'status-refused', why: answer.why, wanted, kept } : null;
}

/** Cells that people have edited since the last look: nobody knows the moment, and theirs is what is to be seen. */
function freshEdits(ticket: Row<'tickets'>): ReadonlySet<string> {
  const { reading } = lookAtCells(ticket);
  const edited = new Set<string>(reading.kind === 'edits' ? reading.edits.map(({ column }) => column) : []);
  const [cell, seen] = [asStatus(ticket.status), asStatus(ticket.status_seen)];
  if (cell !== null && seen !== null && cell !== seen) edited.add('status');
  return edited;
}

function together(looks: readonly Reconciled[]): Reconciled {
  return {
    // Changes of one row; assign forgets its keys.
    change: Object.assign({}, ...looks.map(({ change }) => change)) as RowChange<'tickets'>,
    history: looks.flatMap(({ history }) => history),
    problems: looks.flatMap(({ problems }) => problems),
    outbox: looks.flatMap(({ outbox }) => outbox),
  };
}
