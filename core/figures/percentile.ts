/**
 * Nearest rank: the smallest of the values that at least `share` of all are not above. It is always a value that
 * occurred, so "nine of ten were answered within 95 minutes" is true as it stands, also of three tickets.
 * Null of no values.
 */
export function nearestRank(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  // 0.9 * 10 is 9 in binary too, but 0.07 * 100 is a little more than 7: to the nearest billionth first.
  const rank = Math.ceil(Math.round(share * sorted.length * 1e9) / 1e9);
  return sorted[Math.max(1, rank) - 1] ?? null;
}
