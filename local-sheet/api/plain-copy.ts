/**
 * A copy as JSON would carry it, without the detour through text: what JSON.parse(JSON.stringify(value)) gives.
 * It is ours alone, whatever the caller does with its object later, and plain, whatever realm it came from.
 */
export function plainCopy(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'object':
      break;
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      throw new TypeError('a bigint cannot be sent as JSON');
    default:
      return undefined;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => plainCopy(item) ?? null);
  // Dates, and the boxed values of another realm.
  if ('toJSON' in value && typeof value.toJSON === 'function') return plainCopy(value.toJSON());
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const own = plainCopy(item);
    if (own === undefined) continue;
    // Assigned plainly, a key "__proto__" would become the prototype and pass the schema unseen.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: own, enumerable: true });
    else copy[key] = own;
  }
  return copy;
}
