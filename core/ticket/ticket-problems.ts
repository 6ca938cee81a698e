/** What one look at a ticket finds wrong with it, as rows of the Problems tab. */
import type { Language } from '../language';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import type { ColumnKey } from '../workbook/columns';
import type { Row } from '../workbook/rows';
import { type HistoryWords, shownCell } from './history-line';
import type { SeenReading } from './seen';
import { acceptedLinks } from './seen';
import type { StatusTrail } from './status-trail';
import { comesBack } from './status-trail';
import {
  HOLD_WITHOUT_DAY_WORDS,
  MAIL_TO_MERGED_WORDS,
  NO_STATUS_WORDS,
  REFUSAL_WORDS,
  SEEN_REBUILT_WORDS,
} from './status-words';

export interface ProblemContext extends HistoryWords {
  readonly now: Instant;
  readonly sheetZone: Zone;
  readonly offset: ZoneOffset;
  readonly language: Language;
}

interface ProblemWords {
  readonly what: string;
  readonly todo: string;
}

export function ticketProblems(
  ticket: Row<'tickets'>,
  trail: StatusTrail,
  reading: SeenReading,
  context: ProblemContext,
): Row<'problems'>[] {
  const { language, now } = context;
  const found = (column: ColumnKey<'tickets'>, words: ProblemWords): Row<'problems'> =>
    ticketProblem(ticket.id, column, words, now);
  const problems: Row<'problems'>[] = [];
  const refused = refusedStatus(ticket, trail, context);
  if (refused) problems.push(found('status', refused));
  if (reading.kind === 'unreadable') problems.push(found('seen', SEEN_REBUILT_WORDS[language](ticket.id)));
  if (isHoldWithoutDay(ticket, trail, reading, context)) {
    problems.push(found('hold_until', HOLD_WITHOUT_DAY_WORDS[language](ticket.id)));
  }
  const into = acceptedLinks(ticket).merged_into;
  const isNewlyMerged = trail.moves.some(({ why }) => why === 'merged');
  if (into !== '' && !isNewlyMerged && (ticket.last_inbound_at ?? 0) > (ticket.inbound_seen ?? 0)) {
    problems.push(found('merged_into', MAIL_TO_MERGED_WORDS[language](ticket.id, into)));
  }
  return problems;
}

export function ticketProblem(
  ticketId: string,
  column: ColumnKey<'tickets'>,
  words: ProblemWords,
  at: Instant,
): Row<'problems'> {
  return { key: `tickets:${ticketId}:${column}`, at, tab: 'tickets', row: ticketId, ...words };
}

function refusedStatus(
  ticket: Row<'tickets'>,
  { putBack, status }: StatusTrail,
  context: ProblemContext,
): ProblemWords | null {
  if (!putBack) return null;
  const kept = shownCell('status', status, context);
  if (putBack.kind === 'no-status') return NO_STATUS_WORDS[context.language](ticket.id, kept);
  const wanted = shownCell('status', putBack.wanted, context);
  return REFUSAL_WORDS[context.language][putBack.why](ticket.id, wanted, kept);
}

/** Told when it comes about, not on every look. */
function isHoldWithoutDay(
  ticket: Row<'tickets'>,
  trail: StatusTrail,
  reading: SeenReading,
  context: ProblemContext,
): boolean {
  if (trail.status !== 'on_hold' || comesBack(ticket, trail.since, context)) return false;
  const moved = trail.moves.some(({ to }) => to === 'on_hold');
  return moved || (reading.kind === 'edits' && reading.edits.some(({ column }) => column === 'hold_until'));
}
