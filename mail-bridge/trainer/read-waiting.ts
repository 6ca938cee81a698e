/** A colleague's mail that has waited for a word of theirs, read anew. */
import type { IncomingMail } from '../../core/intake/incoming';
import type { ThreadVerdict } from '../../core/mail/thread';
import type { TrainerMailInput } from '../../core/trainer/trainer-mail-input';
import type { SpooledRecord } from '../intake/ledger-records';
import { isSystemFault } from '../state/system-fault';
import { agentsOf, type TicketFile, type TrainerMailContext, trainerMailFacts } from './trainer-mail-facts';
import type { WaitingMail } from './waiting-mails';

export interface ReadWaitingContext extends TrainerMailContext {
  /** Reads a mail that has waited. Rejects when its original is gone. */
  readonly readAgain: (spooled: SpooledRecord) => Promise<IncomingMail>;
}

export interface ReadAgain {
  readonly incoming: IncomingMail;
  readonly input: TrainerMailInput;
  readonly file: TicketFile;
}

/**
 * As if it came now.
 * @returns null when its original or its ticket is not there any more
 */
export async function readWaiting(
  { spooled, waits }: WaitingMail,
  context: ReadWaitingContext,
): Promise<ReadAgain | null> {
  let incoming: IncomingMail;
  try {
    incoming = await context.readAgain(spooled);
  } catch (error) {
    // The disk or the system failed: whoever says "yes" a moment later still has a mail that waits.
    if (isSystemFault(error) && error.code !== 'ENOENT') throw error;
    return null;
  }
  const { team } = context.facts();
  const confirmed = waits.for === 'address' ? { agent: waits.agent, address: waits.address } : undefined;
  const itsTicket: ThreadVerdict = { kind: 'new', pointsTo: waits.ticketId, pointedBy: null };
  const gathered = await trainerMailFacts(incoming, itsTicket, agentsOf(team, confirmed), context);
  if (gathered === null || gathered.file === null) return null;
  return { incoming, input: gathered.input, file: gathered.file };
}

/** As if nobody else had answered. */
export function alone(input: TrainerMailInput): TrainerMailInput {
  return input.ticket === null ? input : { ...input, ticket: { ...input.ticket, given: [] } };
}
