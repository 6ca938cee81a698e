/** Which of the steps that a bridge was seen to take are never tried. */

/** @param named steps at which it is killed */
export function unnamed(seen: readonly string[], named: ReadonlySet<string>): string[] {
  return seen.filter((step) => !named.has(step)).sort();
}

/** `imap:ID:before`, `imap:ID:after` as `imap:ID (before, after)`. */
export function inShort(steps: readonly string[]): string[] {
  const moments = new Map<string, string[]>();
  for (const step of steps) {
    const end = step.lastIndexOf(':');
    const name = step.slice(0, end);
    moments.set(name, [...(moments.get(name) ?? []), step.slice(end + 1)]);
  }
  return [...moments].map(([name, when]) => `${name} (${when.join(', ')})`);
}
