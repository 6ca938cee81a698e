/**
 * Which gaps in the staffing the managers are to hear of: each once, some days ahead, and again only when it has got
 * worse or has come back.
 */
import type { Instant } from '../time/instant';
import { MS_PER_DAY } from '../time/instant';
import { fingerprint } from '../words/fingerprint';
import type { Coverage } from './coverage';

/** So many days ahead a duty can still be swapped, and the plans of the week are known. */
const ALERT_DAYS = 3;

/** How bad: 1 too few, 2 nobody at all. By a short sign of the moment's key. */
export type ToldGaps = ReadonlyMap<string, number>;

export interface GapNews {
  /** Not told yet, or worse than told; in order of time. */
  readonly news: readonly Coverage[];
  /** What will have been told once the alert is out. */
  readonly told: ToldGaps;
  /** Names the alert: equal for equal news. */
  readonly sign: string;
}

export function gapNews(board: readonly Coverage[], told: ToldGaps, now: Instant): GapNews {
  const until = now + ALERT_DAYS * MS_PER_DAY;
  const news: Coverage[] = [];
  const after = new Map<string, number>();
  for (const cover of board) {
    const { key, from } = cover.moment;
    const size = gapOf(cover);
    // What has begun is past planning: those on duty see it in the tickets.
    if (size === 0 || from <= now) continue;
    const mark = fingerprint(key);
    const before = told.get(mark) ?? 0;
    if (size > before && from <= until) {
      news.push(cover);
      after.set(mark, size);
    } else if (before > 0) after.set(mark, Math.max(before, size));
  }
  const sign = fingerprint(news.map((cover) => `${cover.moment.key} ${gapOf(cover)}`).join('\n'));
  return { news, told: after, sign };
}

export function gapOf({ light, reasons }: Coverage): 0 | 1 | 2 {
  if (light !== 'red') return 0;
  return reasons.some(({ kind }) => kind === 'nobody') ? 2 : 1;
}

/** As it is remembered: `k3f9.2 1x8a.1`. */
export function writeToldGaps(told: ToldGaps): string {
  return Array.from(told, ([mark, size]) => `${mark}.${size}`).join(' ');
}

export function readToldGaps(text: string): ToldGaps {
  return new Map(
    text.split(' ').flatMap((item): [string, number][] => {
      const match = /^([0-9a-z]+)\.([12])$/.exec(item);
      return match?.[1] ? [[match[1], Number(match[2])]] : [];
    }),
  );
}
