/**
 * The rows of the Figures tab, from the tickets: one for each week, without gaps, from the first ticket's to the
 * present one. What each number means is also said to people, beside the charts (sheet-templates/words):
 *
 * - a ticket counts unless it is spam or goes on in another ticket (merged);
 * - created: came in the week; resolved: its last resolution is in the week; backlog: came by the end of the week and
 *   was not resolved by then;
 * - promises: of the tickets resolved in the week, those with every promised time kept, and those with one missed;
 * - first answer: of the tickets that came in the week and have been answered; resolution: of those resolved in it.
 *   Business hours as the clocks counted them, median and 90th percentile by nearest rank.
 */
import { mondayOf } from '../ticket/birth-cells';
import { acceptedLinks } from '../ticket/seen';
import type { DayNumber } from '../time/civil';
import { formatDay, plusDays } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { dayAt } from '../time/zoned';
import type { Row } from '../workbook/rows';
import { nearestRank } from './percentile';

export interface FiguresContext {
  readonly now: Instant;
  /** The firm's: a week begins at its midnight. */
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

type CountedTicket = Pick<
  Row<'tickets'>,
  | 'status'
  | 'merged_into'
  | 'parent'
  | 'seen'
  | 'created_at'
  | 'resolved_at'
  | 'first_minutes'
  | 'resolution_minutes'
  | 'sla_met'
>;

/** Ten years. A ticket from 1899, for a date typed wrongly, must not fill the tab with empty weeks. */
const MOST_WEEKS = 520;

interface Week {
  created: number;
  resolved: number;
  kept: number;
  missed: number;
  readonly firstMinutes: number[];
  readonly resolutionMinutes: number[];
}

/** A number that somebody has just written into "merged into" counts once the tracker has accepted it. */
function isCounted(ticket: Pick<CountedTicket, 'status' | 'merged_into' | 'parent' | 'seen'>): boolean {
  return ticket.status !== 'spam' && acceptedLinks(ticket).merged_into === '';
}

export function weeklyFigures(
  tickets: readonly CountedTicket[],
  { now, zone, offset }: FiguresContext,
): Row<'figures'>[] {
  const monday = (at: Instant): DayNumber => mondayOf(dayAt(at, zone, offset));
  const thisWeek = monday(now);
  const weeks = new Map<DayNumber, Week>();
  const weekOf = (at: Instant): Week => {
    // A clock that is ahead of ours: counted now rather than in a week that has not begun.
    const day = Math.min(monday(at), thisWeek) as DayNumber;
    let week = weeks.get(day);
    if (!week) {
      week = { created: 0, resolved: 0, kept: 0, missed: 0, firstMinutes: [], resolutionMinutes: [] };
      weeks.set(day, week);
    }
    return week;
  };
  for (const ticket of tickets) {
    if (ticket.created_at === null || !isCounted(ticket)) continue;
    const born = weekOf(ticket.created_at);
    born.created += 1;
    if (ticket.first_minutes !== null) born.firstMinutes.push(ticket.first_minutes);
    if (ticket.resolved_at === null) continue;
    // Nothing is resolved before it came, whatever somebody typed: the backlog would be below zero.
    const done = weekOf(Math.max(ticket.resolved_at, ticket.created_at) as Instant);
    done.resolved += 1;
    if (ticket.sla_met === 'yes') done.kept += 1;
    if (ticket.sla_met === 'no') done.missed += 1;
    if (ticket.resolution_minutes !== null) done.resolutionMinutes.push(ticket.resolution_minutes);
  }
  return rowsOf(weeks, thisWeek);
}

function rowsOf(weeks: ReadonlyMap<DayNumber, Week>, thisWeek: DayNumber): Row<'figures'>[] {
  if (weeks.size === 0) return [];
  const rows: Row<'figures'>[] = [];
  const limit = plusDays(thisWeek, -7 * (MOST_WEEKS - 1));
  let first = thisWeek;
  let backlog = 0;
  weeks.forEach(({ created, resolved }, day) => {
    if (day < limit) backlog += created - resolved;
    first = Math.max(limit, Math.min(first, day)) as DayNumber;
  });
  for (let day = first; day <= thisWeek; day = plusDays(day, 7)) {
    const week = weeks.get(day);
    backlog += (week?.created ?? 0) - (week?.resolved ?? 0);
    rows.push({
      week: formatDay(day),
      created: week?.created ?? 0,
      resolved: week?.resolved ?? 0,
      backlog,
      promises_kept: week?.kept ?? 0,
      promises_missed: week?.missed ?? 0,
      first_median: hours(nearestRank(week?.firstMinutes ?? [], 0.5)),
      first_p90: hours(nearestRank(week?.firstMinutes ?? [], 0.9)),
      resolution_median: hours(nearestRank(week?.resolutionMinutes ?? [], 0.5)),
      resolution_p90: hours(nearestRank(week?.resolutionMinutes ?? [], 0.9)),
    });
  }
  return rows;
}

/** To the tenth: six minutes are finer than anybody reads off a chart. */
function hours(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes / 6) / 10;
}
