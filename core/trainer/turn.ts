/**
 * Whose turn it is to be told by mail: every active ticket, with the participant's latest mail in it, to the colleague
 * whose name stands on it or who stands in. What was told before decides, so a plan that is made twice tells once.
 */
import type { Colleague, TeamReading } from '../assignment/colleagues';
import { addressKey, isSendableAddress } from '../mail/addresses';
import { isActive } from '../ticket/status';
import { isTicketId, type TicketId } from '../ticket/ticket-id';
import type { MailReaders, TicketStatus } from '../workbook/choices';
import { type NobodyReason, readerOf } from './stand-in';
import type { Agent } from './trainer-mail-types';
import { isAfterHold } from './turn-sign';

export interface TurnTicket {
  readonly id: TicketId;
  readonly status: TicketStatus;
  /** As the cell has it. */
  readonly assignee: string;
  readonly requesterEmail: string;
  /** Of what is new in it: see turnMark. */
  readonly mark: string;
}

/** That a colleague was told, or is about to be. The order in which it was decided is the order of the list. */
export interface ToldTurn {
  readonly ticket: TicketId;
  /** What the colleague was told of. */
  readonly mark: string;
  /** Address in the form of addressKey. */
  readonly agent: string;
}

export interface TurnFacts {
  readonly tickets: readonly TurnTicket[];
  readonly team: TeamReading;
  readonly readers: MailReaders;
  readonly told: readonly ToldTurn[];
  /** An out-of-office of this colleague answered a mail about this ticket, and nothing has shown since that it is over. */
  readonly isAway: (ticket: TicketId, agent: string) => boolean;
}

export interface Turn {
  /** Never the same for two mails. */
  readonly key: string;
  readonly ticket: TicketId;
  readonly mark: string;
  readonly agent: Agent;
  /** Whom the colleague stands in for; '' for a ticket of their own. */
  readonly insteadOf: string;
  /** The colleague has had a mail about this ticket before, and not of this message. */
  readonly again: boolean;
}

/** A ticket of which nobody is told, and people should know why. */
export interface Untold {
  readonly ticket: TicketId;
  readonly why:
    | NobodyReason
    /** The Team tab has no address, or none that can be written to. */
    | { readonly kind: 'no-address'; readonly name: string }
    /** The colleague asked the question. */
    | { readonly kind: 'asks-too'; readonly name: string }
    /** An answer would have nowhere to go. */
    | { readonly kind: 'no-requester' };
}

export interface Turns {
  readonly due: readonly Turn[];
  readonly untold: readonly Untold[];
}

export function turnsDue({ tickets, team, readers, told, isAway }: TurnFacts): Turns {
  const due: Turn[] = [];
  const untold: Untold[] = [];
  if (readers === 'nobody') return { due, untold };
  const before = byTicket(told);
  for (const ticket of tickets) {
    if (!isActive(ticket.status) || !goesByMail(ticket.assignee, team, readers)) continue;
    if (!isSendableAddress(ticket.requesterEmail)) {
      untold.push({ ticket: ticket.id, why: { kind: 'no-requester' } });
      continue;
    }
    const reader = readerOf(ticket.assignee, team, ({ email }) => isAway(ticket.id, email));
    if (reader.kind === 'nobody') {
      untold.push({ ticket: ticket.id, why: reader.why });
      continue;
    }
    const { name, email } = reader.colleague;
    if (!isSendableAddress(email)) {
      untold.push({ ticket: ticket.id, why: { kind: 'no-address', name } });
      continue;
    }
    if (addressKey(ticket.requesterEmail) === email) {
      untold.push({ ticket: ticket.id, why: { kind: 'asks-too', name } });
      continue;
    }
    const turn = nextTurn(ticket, { name, email }, before.get(ticket.id) ?? []);
    if (turn !== null) due.push({ ...turn, insteadOf: reader.insteadOf });
  }
  return { due, untold };
}

/** A setting for the tickets, by whose they are: whoever stands in for a trainer gets them the trainer's way. */
function goesByMail(assignee: string, team: TeamReading, readers: MailReaders): boolean {
  switch (readers) {
    case 'nobody':
      return false;
    case 'everybody':
      return assignee.trim() !== '';
    case 'trainers':
      return assigneeOf(assignee, team)?.role === 'trainer';
  }
}

function assigneeOf(assignee: string, { who, colleagues }: TeamReading): Colleague | undefined {
  const reading = assignee.trim() === '' ? null : who(assignee);
  return reading?.kind === 'known' ? colleagues.find(({ name }) => name === reading.name) : undefined;
}

/** Told again of the same mail only when it was somebody else's turn meanwhile: the ticket came back. */
function nextTurn(
  ticket: TurnTicket,
  agent: Agent,
  told: readonly ToldTurn[],
): Omit<Turn, 'insteadOf'> | null {
  const { mark } = ticket;
  const ofThisMail = told.filter((turn) => turn.mark === mark);
  if (ofThisMail[ofThisMail.length - 1]?.agent === agent.email) return null;
  const times = ofThisMail.filter((turn) => turn.agent === agent.email).length;
  return {
    key: turnKey({ ticket: ticket.id, mark, agent: agent.email }, times),
    ticket: ticket.id,
    mark,
    agent,
    again: times === 0 && !isAfterHold(mark) && told.some((turn) => turn.agent === agent.email),
  };
}

/** @param times how often the colleague was told of this mail before */
function turnKey({ ticket, mark, agent }: ToldTurn, times: number): string {
  return `turn:${ticket}:${mark}:${agent}${times === 0 ? '' : `:${times + 1}`}`;
}

const KEY = /^turn:(T-[0-9A-Z]{5,12}):([0-9a-z]{1,10}):([^:]+)(?::\d+)?$/;

/** What the mail with this key told; null for the key of another mail. */
export function toldBy(key: string): ToldTurn | null {
  const [, ticket = '', mark = '', agent = ''] = KEY.exec(key) ?? [];
  return isTicketId(ticket) ? { ticket, mark, agent } : null;
}

function byTicket(told: readonly ToldTurn[]): ReadonlyMap<TicketId, readonly ToldTurn[]> {
  const found = new Map<TicketId, ToldTurn[]>();
  for (const turn of told) {
    const known = found.get(turn.ticket);
    if (known === undefined) found.set(turn.ticket, [turn]);
    else known.push(turn);
  }
  return found;
}
