/**
 * What is known to be wrong until somebody puts it right, kept between ticks in document properties.
 *
 * A person who clears a row of Problems says "I know". So a finding that stood at the last tick is not told again,
 * whether or not its row is still there; one that went away and came back is.
 */
import { fingerprint } from '../../core/words/fingerprint';
import type { MemoryPort } from '../ports';

const FINDINGS = 'findings';
const GONE = 'gone';
/** A property holds 9 kB: https://developers.google.com/apps-script/guides/services/quotas */
const LONGEST = 8_900;

export interface Standing {
  /** Fingerprints of the findings that stood at the end of the last tick. */
  readonly findings: ReadonlySet<string>;
  /** Tickets whose row was gone then, though their messages were there. */
  readonly gone: ReadonlySet<string>;
}

export function readStanding(stored: Readonly<Record<string, string>>): Standing {
  const items = (key: string): ReadonlySet<string> =>
    new Set((stored[key] ?? '').split(' ').filter((item) => item !== ''));
  return { findings: items(FINDINGS), gone: items(GONE) };
}

/** Of very many findings the first are kept: the others are told again when their row is cleared. */
export function rememberStanding(
  memory: MemoryPort,
  stored: Readonly<Record<string, string>>,
  { findings, gone }: Standing,
): void {
  for (const [key, items] of [
    [FINDINGS, findings],
    [GONE, gone],
  ] as const) {
    const text = Array.from(fitting(items)).join(' ');
    if (text !== (stored[key] ?? '')) memory.set(key, text);
  }
}

/** As many as can be remembered. */
export function fitting(items: Iterable<string>): ReadonlySet<string> {
  const kept = new Set<string>();
  let length = 0;
  for (const item of items) {
    length += item.length + 1;
    if (length > LONGEST) break;
    kept.add(item);
  }
  return kept;
}

export function findingMark(key: string): string {
  return fingerprint(key);
}
