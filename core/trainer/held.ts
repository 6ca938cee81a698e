/**
 * Two colleagues answer one ticket at the same time. The later one has not seen the earlier answer, so it waits, and its
 * writer is told what the participant has been written already.
 */
import { type Instant, MS_PER_MINUTE } from '../time/instant';
import type { Agent } from './trainer-mail-types';

/** An answer that has gone to the participant, or is on its way. */
export interface GivenAnswer {
  /** null: written in the shared mailbox, by nobody knows whom. */
  readonly by: Agent | null;
  /** When it came to us. */
  readonly at: Instant;
}

export interface ComingAnswer {
  readonly agent: Agent;
  /** When the mailbox received it. */
  readonly at: Instant;
  /** When its writer sent it, by its own Date; null where it says nothing. */
  readonly writtenAt: Instant | null;
  /** When the mail that it answers was sent; null when nobody knows. */
  readonly askedAt: Instant | null;
  /** When the colleague was last told that somebody else has answered; null: never. */
  readonly toldAt: Instant | null;
}

/** Whoever answers is shown what was written until then; the mail that shows it takes a while to be read. */
const SHORTEST_WINDOW = MS_PER_MINUTE;

/**
 * The answer of somebody else that the writer cannot have known of, the latest; null: it may go out.
 *
 * Answers are judged in the order in which they are read, and a held one is none yet: of two, the one that is read first
 * goes out, whichever was received first.
 *
 * @param given answers to this ticket that were not held
 */
export function answeredMeanwhile(
  { agent, at, writtenAt, askedAt, toldAt }: ComingAnswer,
  given: readonly GivenAnswer[],
): GivenAnswer | null {
  const since = Math.min(askedAt ?? at, at - SHORTEST_WINDOW);
  // A mail that waited on a phone without a network is older than it seems.
  const sent = Math.min(writtenAt ?? at, at);
  const knownUntil = toldAt !== null && sent > toldAt ? toldAt : null;
  let latest: GivenAnswer | null = null;
  for (const answer of given) {
    if (answer.by?.email === agent.email || answer.at < since) continue;
    if (knownUntil !== null && answer.at <= knownUntil) continue;
    if (latest === null || answer.at > latest.at) latest = answer;
  }
  return latest;
}
