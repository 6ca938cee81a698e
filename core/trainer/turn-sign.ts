/**
 * Whether it has become somebody's turn since the tick last looked at a ticket: another colleague has it, or the
 * participant has written. Told by a sign in the row itself, so that it is written together with the letter or not at
 * all, and so that nobody is told of what was there before the firm had such letters.
 */

import { NOBODY_TOLD, parseSeen, type TurnSign, turnOf, withTurn } from '../ticket/seen';
import { asStatus, isActive, isDone } from '../ticket/status';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { toSerial } from '../time/serial';
import { fingerprint } from '../words/fingerprint';
import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';

/** Of the sheet. */
export interface Wall {
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

export interface TurnLook {
  /** The row's `seen` cell after this look. */
  readonly seen: string;
  readonly isNews: boolean;
}

/**
 * @param before the row as it was read
 * @param after the row as this run leaves it
 */
export function lookForTurn(before: Row<'tickets'>, after: Row<'tickets'>, wall: Wall): TurnLook {
  const status = asStatus(after.status);
  const known = turnOf(after.seen);
  if (status === null) return { seen: after.seen, isNews: false };
  if (known === '') return firstLook(before, after, status, wall);
  // Whoever has it when it is to be worked on again hears of it then.
  if (!isActive(status) || after.assignee.trim() === '') return { seen: after.seen, isNews: false };
  const sign = signOf(after, wall);
  return sign === known
    ? { seen: after.seen, isNews: false }
    : { seen: withTurn(after.seen, sign), isNews: true };
}

/** A row from before there was a sign. What stands there is no news, but for what has just happened. */
function firstLook(
  before: Row<'tickets'>,
  after: Row<'tickets'>,
  status: TicketStatus,
  wall: Wall,
): TurnLook {
  // Most rows of an old sheet are left as they are.
  if (isDone(status) && status !== 'resolved') return { seen: after.seen, isNews: false };
  const isGiven = after.assignee.trim() !== '';
  return {
    seen: withTurn(after.seen, isGiven ? signOf(after, wall) : NOBODY_TOLD),
    isNews: isGiven && isActive(status) && hasJustMoved(before, after),
  };
}

function hasJustMoved(before: Row<'tickets'>, after: Row<'tickets'>): boolean {
  const accepted = parseSeen(before.seen);
  if (accepted === 'unreadable') return false;
  const hasWritten = before.last_inbound_at !== null && before.last_inbound_at !== before.inbound_seen;
  return hasWritten || accepted.assignee !== after.assignee;
}

function signOf({ assignee, last_inbound_at }: Row<'tickets'>, wall: Wall): TurnSign {
  return `${fingerprint(assignee.trim())}.${markOf(last_inbound_at, wall)}`;
}

/**
 * What the participant's latest mail is called in signs and keys: the time in its cell, to the second, as the cell has
 * it. In another zone the same cell is another instant, and nobody has written for that.
 */
export function markOf(lastInbound: Instant | null, { zone, offset }: Wall): string {
  return lastInbound === null
    ? 'none'
    : Math.round(toSerial(lastInbound, zone, offset) * 86_400).toString(36);
}
