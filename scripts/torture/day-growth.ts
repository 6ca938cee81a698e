/** Whether a process has stopped growing: what it held hour by hour, judged. */
import type { Held } from './day-bridge';

export interface DaySample extends Held {
  /** Hours since the day began, on the bridge's clock. */
  readonly hours: number;
  /** Mails delivered until then. */
  readonly mails: number;
}

export interface Growth {
  /** Live memory that each mail leaves behind in the second half of the day, in bytes. */
  readonly bytesPerMail: number;
  /** Of the whole process, in the second half of the day, in bytes an hour. */
  readonly rssPerHour: number;
  /** Open files as they usually are in the second half (median), less those in the first. */
  readonly moreHandles: number;
  /** What grew too much, in words; empty: nothing. */
  readonly complaints: readonly string[];
}

/**
 * A mail is remembered by design: its place in the ledger, its ticket's people and Message-IDs, and for each mail of ours
 * the text in the book, so that neither the Sheet nor the disk is asked whose the next mail is. That is some kilobytes
 * of live memory a mail. A mail that is itself kept is far more: the day's mails weigh about 10 kB with their files, and
 * what the Sheet is asked for grows with its rows.
 */
export const MOST_BYTES_PER_MAIL = 8 * 1024;
/** V8 and malloc keep pages that they may need again, in steps; this much an hour more is a leak. */
export const MOST_RSS_PER_HOUR = 12 * 1024 * 1024;
/** Connections come and go: to the mailbox, to look for copies, to the mail server, to the Sheet. What leaks stays. */
export const MOST_MORE_HANDLES = 3;

/** @param samples of a whole day, the first at its beginning; the first half is warming up */
export function growthOf(samples: readonly DaySample[]): Growth {
  const half = Math.floor(samples.length / 2);
  const early = samples.slice(0, half);
  const late = samples.slice(half);
  if (late.length < 3) throw new Error('A day of so few samples says nothing about growth.');
  const bytesPerMail = slope(late.map(({ mails, heapUsed, external }) => [mails, heapUsed + external]));
  const rssPerHour = slope(late.map(({ hours, rss }) => [hours, rss]));
  const moreHandles = usual(late) - usual(early);
  return {
    bytesPerMail,
    rssPerHour,
    moreHandles,
    complaints: [
      ...(bytesPerMail > MOST_BYTES_PER_MAIL
        ? [
            `live memory grows by ${Math.round(bytesPerMail)} bytes a mail, allowed are ${MOST_BYTES_PER_MAIL}`,
          ]
        : []),
      ...(rssPerHour > MOST_RSS_PER_HOUR
        ? [
            `the process grows by ${megabytes(rssPerHour)} MB an hour, allowed are ${megabytes(MOST_RSS_PER_HOUR)}`,
          ]
        : []),
      ...(moreHandles > MOST_MORE_HANDLES
        ? [`${moreHandles} more files are open than in the first half, allowed are ${MOST_MORE_HANDLES}`]
        : []),
    ],
  };
}

function usual(samples: readonly DaySample[]): number {
  const sorted = samples.map(({ handles }) => handles).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Of the straight line that lies nearest to the points (least squares). */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x0 = mean(points.map(([x]) => x));
  const y0 = mean(points.map(([, y]) => y));
  const spread = points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0) / spread;
}

export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
