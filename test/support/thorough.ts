/**
 * How much of a large field of like cases is tried. A test run has to end while somebody waits for it, so of cases that
 * differ only by chance or by place a share is tried; `ROWDESK_THOROUGH=1 npm test` tries all of them.
 */
export const THOROUGH = process.env.ROWDESK_THOROUGH === '1';

/** As many of them, spread evenly and always the same; all of them in a thorough run. */
export function share<T>(all: readonly T[], many: number): readonly T[] {
  if (THOROUGH || all.length <= many) return all;
  return Array.from({ length: many }, (_, at) => all[Math.floor((at * all.length) / many)] as T);
}

/** A number of rounds, steps or cases: the smaller, or the larger in a thorough run. */
export function rounds(usually: number, thoroughly: number): number {
  return THOROUGH ? thoroughly : usually;
}
