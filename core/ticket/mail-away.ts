/**
 * Colleagues who are away though the Team tab says nothing of it: their mail program has answered one of our letters.
 * It answers for all of their tickets: such programs answer the same sender once in days, and all letters come from the
 * same address, so of the next ticket nothing would tell it.
 */
import { type Instant, MS_PER_DAY } from '../time/instant';
import type { Agents } from '../trainer/agents';
import type { Row } from '../workbook/rows';

/** Something that a colleague has done. */
export interface SignOfLife {
  /** One of their addresses, or their name. */
  readonly who: string;
  readonly at: Instant | null;
}

/**
 * Gmail answers the same sender again after four days (https://support.google.com/mail/answer/25922): whoever is away
 * still says so anew, and whoever came back without a word gets their letters again.
 */
const LASTS = 4 * MS_PER_DAY;

/** Out-of-office answers that may still hold. */
export function recentAways(commands: readonly Row<'commands'>[], now: Instant): readonly Row<'commands'>[] {
  return commands.filter((command) => command.cell === 'away' && toldAt(command, now) > now - LASTS);
}

/** A mail may carry a date in the future: then it counts from the run that met it. */
function toldAt({ at, done_at }: Row<'commands'>, now: Instant): Instant {
  return at !== null && at <= now ? at : (done_at ?? now);
}

/** By first address. Whatever the answer was worth in its own ticket, it says that nobody reads the mail. */
export function awayByMail(
  commands: readonly Row<'commands'>[],
  signs: readonly SignOfLife[],
  { all, at: agentAt }: Agents,
  now: Instant,
): ReadonlySet<string> {
  const since = new Map<string, Instant>();
  for (const command of recentAways(commands, now)) {
    const agent = agentAt(command.who);
    if (agent) since.set(agent.email, later(since.get(agent.email), toldAt(command, now)));
  }
  if (since.size === 0) return new Set();
  const orders = commands.filter(({ cell }) => cell !== 'away');
  for (const { who, at } of [...orders, ...signs]) {
    const agent = agentAt(who) ?? all.find(({ name }) => name === who);
    const told = agent && since.get(agent.email);
    if (agent && told !== undefined && at !== null && at > told) since.delete(agent.email);
  }
  return new Set(since.keys());
}

function later(before: Instant | undefined, at: Instant): Instant {
  return before !== undefined && before > at ? before : at;
}
