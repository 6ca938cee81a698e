/** Trouble on demand, so that a client's conduct in it can be tested. */
import type { CallKind } from './quotas';

export type Fault =
  /** 429, with a Retry-After header when seconds are given. Nothing is applied. */
  | { readonly kind: 'too-many-requests'; readonly retryAfterSeconds?: number }
  /** 500 and nothing is applied. */
  | { readonly kind: 'error-before-commit' }
  /** The call is applied, and the answer is 500. */
  | { readonly kind: 'error-after-commit' }
  /** The connection is cut before anything is applied. */
  | { readonly kind: 'cut-before-commit' }
  /** The call is applied, and the connection is cut before a byte of the answer. */
  | { readonly kind: 'cut-after-commit' }
  /** The call is applied at once, and answered later (in real time). */
  | { readonly kind: 'slow'; readonly milliseconds: number };

interface Planned {
  readonly fault: Fault;
  readonly only: CallKind | null;
  left: number;
}

export class Faults {
  readonly #planned: Planned[] = [];

  /** The next `times` calls (of that kind) meet the fault, after those planned before. */
  add(fault: Fault, options: { readonly times?: number; readonly only?: CallKind } = {}): void {
    this.#planned.push({ fault, only: options.only ?? null, left: options.times ?? 1 });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  /** How many calls are still to meet a fault. */
  get pending(): number {
    return this.#planned.reduce((sum, planned) => sum + planned.left, 0);
  }

  /** The fault of this call; null when it meets none. */
  take(kind: CallKind): Fault | null {
    const index = this.#planned.findIndex((planned) => planned.only === null || planned.only === kind);
    const planned = this.#planned[index];
    if (planned === undefined) return null;
    planned.left -= 1;
    if (planned.left === 0) this.#planned.splice(index, 1);
    return planned.fault;
  }
}
