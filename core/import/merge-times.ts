/**
 * Start and end of a session are one statement: the start of one plan beside the end of another would name a length
 * that nobody has planned. They stay together, or change together.
 */
import { twoDigits } from '../time/civil';
import { type Instant, instant } from '../time/instant';
import { civilAt } from '../time/zoned';
import { BadRow } from './problem';
import { type SheetClock, sheetSecond } from './sheet-second';

export interface Times {
  readonly starts_at?: Instant | null;
  readonly ends_at?: Instant | null;
}

export interface TimesTogether {
  /** What is left of the file's times to be merged. */
  readonly times: Times;
  /** Times of the file that give way to those of the Sheet. */
  readonly kept: readonly string[];
}

/** @param isFixed whether the standing start stays though the file names another */
export function timesTogether(
  standing: Times,
  incoming: Times,
  isFixed: boolean,
  clock: SheetClock,
): TimesTogether {
  const [start, end] = [standing.starts_at ?? null, standing.ends_at ?? null];
  const [newStart, newEnd] = [incoming.starts_at ?? null, incoming.ends_at ?? null];
  const isMoved =
    newStart !== null && (start === null || sheetSecond(start, clock) !== sheetSecond(newStart, clock));
  if (!isMoved) return { times: { starts_at: newStart, ends_at: newEnd }, kept: [] };
  if (isFixed) {
    const differs =
      newEnd !== null && (end === null || sheetSecond(end, clock) !== sheetSecond(newEnd, clock));
    return { times: {}, kept: differs ? ['starts_at', 'ends_at'] : ['starts_at'] };
  }
  // A session that is moved is as long as before unless the file tells its end.
  const moved =
    newEnd === null && start !== null && end !== null ? instant(newStart + (end - start)) : newEnd;
  return { times: { starts_at: newStart, ends_at: moved }, kept: [] };
}

/** @throws BadRow when what the Sheet and the file say together ends before it starts */
export function refuseBackwards(standing: Times, change: Times, clock: SheetClock): void {
  if (change.starts_at === undefined && change.ends_at === undefined) return;
  const start = change.starts_at ?? standing.starts_at ?? null;
  const end = change.ends_at ?? standing.ends_at ?? null;
  if (start === null || end === null || end > start) return;
  throw new BadRow({
    code: 'merged-ends-before-start',
    found: `${shown(start, clock)} – ${shown(end, clock)}`,
  });
}

function shown(at: Instant, { zone, offset }: SheetClock): string {
  const { year, month, day, hour, minute } = civilAt(at, zone, offset);
  return `${year}-${twoDigits(month)}-${twoDigits(day)} ${twoDigits(hour)}:${twoDigits(minute)}`;
}
