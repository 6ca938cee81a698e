import { types } from 'node:util';

/**
 * What google.script.run carries: "JavaScript primitives like Number, Boolean, String, or null, as well as
 * JavaScript objects and arrays that are composed of primitives, objects and arrays". A Date or a function
 * makes the call fail (developers.google.com/apps-script/guides/html/reference/run).
 *
 * @returns where the first value lies that cannot travel, or null
 */
export function illegalValue(value: unknown, path = '0', above: readonly object[] = []): string | null {
  if (value === undefined) return null;
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return path;
  if (typeof value !== 'object' || value === null) return null;
  if (types.isDate(value) || types.isMap(value) || types.isSet(value) || types.isProxy(value)) return path;
  if (above.includes(value)) return path;
  const inside = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, item] of inside) {
    const found = illegalValue(item, `${path}.${key}`, [...above, value]);
    if (found !== null) return found;
  }
  return null;
}
