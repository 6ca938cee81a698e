/**
 * The letter that tells a participant that we stopped waiting for an answer. The words come from the Templates tab;
 * here is when it is sent, and that one wait brings one letter.
 */

import type { Language } from '../language';
import { askedRow } from '../outbox/outbox-row';
import type { Instant } from '../time/instant';
import { MS_PER_MINUTE } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { StatusTrail } from './status-trail';

export interface NoticeText {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** The participant's. */
  readonly language: Language;
  readonly template: string;
}

/** Null: the firm does not want it, or there is nobody to write to. */
export type WriteNotice = (ticket: Row<'tickets'>) => NoticeText | null;

export function closingNotices(
  ticket: Row<'tickets'>,
  trail: StatusTrail,
  write: WriteNotice,
  now: Instant,
): Row<'outbox'>[] {
  const place = trail.moves.findIndex(({ why }) => why === 'quiet-waiting');
  // What has been taken up again in the same look is not closed.
  if (place < 0 || trail.status === 'open' || !isOursTheLastWord(ticket)) return [];
  const text = write(ticket);
  if (!text) return [];
  const waitingSince = trail.moves[place - 1]?.at ?? trail.start.since;
  return [
    askedRow({
      key: `notice:no-answer:${ticket.id}:${Math.floor(waitingSince / MS_PER_MINUTE)}`,
      kind: 'notice',
      ticket_id: ticket.id,
      session_id: ticket.session_id,
      ...text,
      created_at: now,
      created_by: 'Rowdesk',
    }),
  ];
}

/** The letter says that we wrote and have heard nothing since. A ticket put to wait after a call has no such past. */
function isOursTheLastWord({
  last_inbound_at: wrote,
  last_thanks_at: thanked,
  last_outbound_at: ours,
}: Pick<Row<'tickets'>, 'last_inbound_at' | 'last_thanks_at' | 'last_outbound_at'>): boolean {
  return ours !== null && Math.max(wrote ?? 0, thanked ?? 0) <= ours;
}
