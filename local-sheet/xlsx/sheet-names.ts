/**
 * Excel's rules for the names of sheets: at most 31 characters, none of []:*?/\, no apostrophe at the ends, unique, and
 * never "History", which Excel keeps for its own list of changes.
 */
export function sheetNames(titles: readonly string[]): Map<string, string> {
  const taken = new Set(['history']);
  const names = new Map<string, string>();
  for (const title of [...titles, '_choices']) {
    if (names.has(title)) continue;
    const clean =
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        .slice(0, 31)
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let name = clean;
    for (let n = 2; taken.has(name.toLowerCase()); n++) {
      const suffix = ` ${n}`;
      name = clean.slice(0, 31 - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    names.set(title, name);
  }
  return names;
}
