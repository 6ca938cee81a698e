/** Mails that the server put off: whether they still hold, and whether they were brought again. */
import { type Rounds, roundFrom } from '../firm/history';
import type { Letter } from '../mail-log';
import { isNight, morningAfter, shown } from './clock';
import type { Memory, Pending } from './memory';
import { takeBack } from './memory';
import type { Situation } from './situation';
import { saysTheSame, stillHolds } from './situation';

/** Mails that wait to be brought again and have lost their reason, or their time. */
export function dropPending(
  memory: Memory,
  situations: readonly Situation[],
  rounds: Rounds,
  say: (what: string) => void,
): void {
  for (const pending of memory.pending.values()) {
    const { letter } = pending;
    const holds = letter.about.every(({ sessionId, startsAt }) => {
      const now = situations.find(({ session }) => session.id === sessionId) ?? null;
      if (!stillHolds(now, letter, startsAt)) return false;
      const moment = now?.moments.find(({ step }) => step === letter.step);
      if (now && letter.kind !== 'reminder') {
        return (
          now.notice?.pendingSince !== null && !sleptSince(pending, now, rounds, now.notice?.earliest ?? 0)
        );
      }
      if (!now || !moment) return false;
      const invitation = letter.invitations.find((one) => one.sessionId === sessionId);
      if (invitation && !saysTheSame(now, invitation)) return false;
      if (now.at >= moment.until) {
        const next = roundFrom(pending.last + LONGEST_PAUSE, rounds);
        if (next < moment.until && !isNight(next, now.zone)) say(neverAgain(pending));
        return false;
      }
      // Sessions in two zones may tell of two nights: the mail goes by that of the session that sends it.
      const isLeader = sessionId === letter.about[0]?.sessionId;
      if (isLeader && !moment.atNight && sleptSince(pending, now, rounds, Number.POSITIVE_INFINITY))
        return false;
      return true;
    });
    if (!holds) takeBack(memory, pending);
  }
}

/** Night has come over a mail that was put off: it is taken back, and in the morning it is seen what still holds. */
function sleptSince({ last }: Pending, { at, zone }: Situation, rounds: Rounds, earliest: number): boolean {
  for (let round = roundFrom(last + 1, rounds); round <= at; round = roundFrom(round + 1, rounds)) {
    if (isNight(round, zone) && morningAfter(round, zone) <= earliest) return true;
  }
  return false;
}

/** However often it was put off, a mail is brought again within the hour. */
const LONGEST_PAUSE = 61 * 60_000;

export function neverAgain({ letter, first }: Pending): string {
  return `${describe(letter)} was put off at ${shown(first)} and never heard of again`;
}

export function describe({ kind, step, about }: Letter): string {
  const sessions = about.map(({ sessionId, startsAt }) => `${sessionId} at ${shown(startsAt)}`).join(' and ');
  return kind === 'reminder' ? `“${step}” of ${sessions}` : `a notice (${kind}) of ${sessions}`;
}
