/** The Sheets server and its clock against that of this machine: Google refuses a login from a clock that is wrong. */
import { type Finding, ok, problem } from './finding';

export type ClockFacts =
  /** Server's time minus ours, in milliseconds; null: it did not say. */
  | { readonly kind: 'told'; readonly ahead: number | null }
  | { readonly kind: 'unreachable'; readonly reason: string };

const MOST_MS = 2 * 60_000;

export function checkClock(facts: ClockFacts): Finding[] {
  if (facts.kind === 'unreachable') {
    return [
      problem(
        'sheet',
        `The server of the Sheet cannot be reached: ${facts.reason}.`,
        'Check that the network is up, and "google" in the configuration.',
      ),
    ];
  }
  const { ahead } = facts;
  if (ahead === null) return [];
  if (Math.abs(ahead) <= MOST_MS) return [ok('clock', 'The clock of this machine is right.')];
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  return [
    problem(
      'clock',
      `The clock of this machine is ${minutes} minutes ${ahead > 0 ? 'slow' : 'fast'}.`,
      'Set it, best by NTP ("timedatectl set-ntp true"): Google refuses logins from a wrong clock, and reminders leave at wrong times.',
    ),
  ];
}
