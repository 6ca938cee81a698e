/** Asks the Sheets server for anything, to see whether it is there and what time it has: every answer has a Date header (RFC 9110 §6.6.1), a refusal too. */
import type { Clock } from '../../core/time/instant';
import type { Config } from '../config/config';
import { rootReason } from './causes';
import type { ClockFacts } from './check-clock';

const GOOGLE = 'https://sheets.googleapis.com/';

export async function gatherClock(
  google: Config['google'],
  clock: Clock,
  patience: number,
): Promise<ClockFacts> {
  const asked = clock.now();
  try {
    const { headers } = await fetch(google.kind === 'local' ? google.url : GOOGLE, {
      method: 'HEAD',
      signal: AbortSignal.timeout(patience),
    });
    const told = Date.parse(headers.get('date') ?? '');
    // The header has whole seconds, and the answer took its time.
    return { kind: 'told', ahead: Number.isFinite(told) ? told - (asked + clock.now()) / 2 : null };
  } catch (error) {
    return { kind: 'unreachable', reason: rootReason(error) };
  }
}
