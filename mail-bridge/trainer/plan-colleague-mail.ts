/** What a colleague's mail about a ticket comes to: the reading is core's (core/trainer/trainer-mail.ts). */
import type { IncomingMail } from '../../core/intake/incoming';
import type { ThreadVerdict } from '../../core/mail/thread';
import { relayKey } from '../../core/outbox/outbox-row';
import { readTrainerMail } from '../../core/trainer/trainer-mail';
import { rowIdOf, type SpooledRecord } from '../intake/ledger-records';
import { ColleagueMail } from './carry-out';
import type { ColleagueMailContext, PlannedColleagueMail } from './colleague-context';
import { NO_EFFECTS } from './colleague-effects';
import { planDirectMail } from './plan-direct-mail';
import { alone } from './read-waiting';
import { agentsOf, trainerMailFacts } from './trainer-mail-facts';

/** @returns null for a mail that is taken in like any other */
export async function planColleagueMail(
  spooled: SpooledRecord,
  incoming: IncomingMail,
  verdict: ThreadVerdict,
  context: ColleagueMailContext,
): Promise<PlannedColleagueMail | null> {
  const { team } = context.facts();
  const gathered = await trainerMailFacts(incoming, verdict, agentsOf(team), context);
  if (gathered === null) return null;
  const row = rowIdOf(spooled);
  const { file } = gathered;
  // Planned before a crash, its answer is on the way: nobody was faster.
  const isOnItsWay = context.correspondence.has(relayKey(row));
  const input = isOnItsWay ? alone(gathered.input) : gathered.input;
  const reading = readTrainerMail(input);
  if (reading.kind === 'direct') {
    const plan = planDirectMail(reading, incoming, spooled, input, context);
    return plan && { plan, effects: NO_EFFECTS };
  }
  if (reading.kind === 'none' || file === null) return null;
  return new ColleagueMail(row, incoming, file, context, input.question !== null).carryOut(reading);
}
