/**
 * The API's quotas: 60 reads and 60 writes per minute per user (and project), refilled every minute.
 * https://developers.google.com/workspace/sheets/api/limits
 */
import { ApiError, type LocalClock } from '../contract';

export type CallKind = 'read' | 'write';

const PER_MINUTE = 60;
const MINUTE_MS = 60_000;

interface Window {
  minute: number;
  read: number;
  write: number;
}

export class Quotas {
  readonly #clock: LocalClock;
  readonly #windows = new Map<string, Window>();
  enabled: boolean;

  constructor(clock: LocalClock, enabled: boolean) {
    this.#clock = clock;
    this.enabled = enabled;
  }

  /** @throws ApiError 429 when the user's minute is used up */
  spend(user: string, kind: CallKind): void {
    if (!this.enabled) return;
    const minute = Math.floor(this.#clock.now() / MINUTE_MS);
    let window = this.#windows.get(user);
    if (window === undefined || window.minute !== minute) {
      window = { minute, read: 0, write: 0 };
      this.#windows.set(user, window);
    }
    if (window[kind] >= PER_MINUTE) {
      const name = kind === 'read' ? 'Read requests' : 'Write requests';
      throw new ApiError(
        429,
        'RESOURCE_EXHAUSTED',
        `Quota exceeded for quota metric '${name}' and limit '${name} per minute per user' of service 'sheets.googleapis.com'.`,
      );
    }
    window[kind] += 1;
  }
}
