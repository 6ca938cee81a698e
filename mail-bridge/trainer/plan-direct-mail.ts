/** A colleague has written to the participant, and we got a copy: nothing goes out, and the participant is answered. */
import type { IncomingMail } from '../../core/intake/incoming';
import type { IntakePlan } from '../../core/intake/plan-intake';
import { mintTicketId } from '../../core/ticket/ticket-id';
import { directAnswer } from '../../core/trainer/direct-answer';
import { directOpening } from '../../core/trainer/direct-opening';
import type { TrainerMailInput } from '../../core/trainer/trainer-mail-input';
import type { TrainerMail } from '../../core/trainer/trainer-mail-types';
import { rowIdOf, type SpooledRecord } from '../intake/ledger-records';
import type { Hmac } from '../keys';
import type { TrainerMailContext } from './trainer-mail-facts';

export interface DirectMailContext extends Pick<TrainerMailContext, 'tickets' | 'facts'> {
  readonly hmac: Hmac;
}

/** @returns null for a ticket that the bridge does not know (any more) */
export function planDirectMail(
  reading: Extract<TrainerMail, { kind: 'direct' }>,
  incoming: IncomingMail,
  spooled: SpooledRecord,
  { agents, own }: TrainerMailInput,
  { tickets, facts, hmac }: DirectMailContext,
): IntakePlan | null {
  const settings = facts().settings;
  const common = {
    own,
    isColleague: (address: string) => agents.at(address) !== null,
    messageRowId: rowIdOf(spooled),
    firmLanguage: settings.language,
  };
  if (reading.ticket === null) {
    const ticketId = mintTicketId(hmac(`ticket|${spooled.name}`), (id) => tickets.get(id) !== null);
    const language = facts().languageOf(reading.to) ?? incoming.language ?? settings.language;
    const { agent, to } = reading;
    return directOpening(incoming, { ...common, ticketId, agent, requester: to, language });
  }
  const ticket = tickets.get(reading.ticket);
  if (ticket === null) return null;
  return directAnswer(incoming, { ...common, ticketId: reading.ticket, ticket });
}
