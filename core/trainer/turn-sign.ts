/**
 * Whether it has become somebody's turn since the tick last looked at a ticket: another colleague has it, or the
 * participant has written, or the day has come up to which it was put off. Told by a sign in the row itself, so that it is written together with the letter or not at
 * all, and so that nobody is told of what was there before the firm had such letters.
 */

import { NOBODY_TOLD, parseSeen, type TurnSign, turnOf, withTurn } from '../ticket/seen';
import { asStatus, isActive, isDone } from '../ticket/status';
import { parseDay } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { toSerial } from '../time/serial';
import { startOfDay } from '../time/zoned';
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

function signOf(ticket: Row<'tickets'>, wall: Wall): TurnSign {
  return `${fingerprint(ticket.assignee.trim())}.${turnMark(ticket, wall)}`;
}

/**
 * What the colleague is told of: the participant's latest mail, or that the day has come up to which the ticket was put
 * off. Whoever works by mail alone would never hear of it again.
 */
export function turnMark(ticket: Row<'tickets'>, wall: Wall): string {
  const back = holdEndOf(ticket, wall);
  const { last_inbound_at: written } = ticket;
  return back === null || (written !== null && written >= back)
    ? markOf(written, wall)
    : `${AFTER_HOLD}${markOf(back, wall)}`;
}

/** No time in seconds begins with it for many centuries. */
const AFTER_HOLD = 'h';

export function isAfterHold(mark: string): boolean {
  return mark.length > 7 && mark.startsWith(AFTER_HOLD);
}

/** When the ticket came back by itself from the day in “on hold until”; null where it is open for another reason. */
function holdEndOf(
  { status, status_since, hold_until }: Row<'tickets'>,
  { zone, offset }: Wall,
): Instant | null {
  const day = status !== 'open' || status_since === null || hold_until === null ? null : parseDay(hold_until);
  if (day === null) return null;
  const end = startOfDay(day, zone, offset);
  // As core/ticket/status-trail.ts dates that move.
  return markOf(end, { zone, offset }) === markOf(status_since, { zone, offset }) ? end : null;
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
