/** How the parts of a mail's key are joined and told apart again. */
import type { Instant } from '../time/instant';
import { instant } from '../time/instant';

/** Only what would break the key apart is escaped, so that people can still read it. */
export function escapePart(part: string): string {
  if (part.indexOf(':') === -1 && part.indexOf('%') === -1) return part;
  return part.replace(/%/g, '%25').replace(/:/g, '%3A');
}

export function splitKey(key: string): string[] {
  return key.split(':').map((part) => part.replace(/%3A/g, ':').replace(/%25/g, '%'));
}

export function startInKey(startsAt: Instant): string {
  return new Date(startsAt).toISOString();
}

/** @param parts what stands in the key after what else it names: a time has colons of its own */
export function readStart(parts: readonly string[]): Instant | null {
  const ms = Date.parse(parts.join(':'));
  return Number.isNaN(ms) ? null : instant(ms);
}
