/**
 * The oracle: what ought to have happened in a half-year, told from the edits of the Sheet, the outages and the log of
 * the mail server. It knows the rules from their words and shares no code with the planner.
 */
import type { Firm } from '../firm/firm';
import { roundFrom } from '../firm/history';
import type { MailLog, Remembered } from '../mail-log';
import { shown } from './clock';
import { checkPerson } from './person';
import { rememberedMoments } from './rounds';
import { checkSequences } from './sequences';
import { handedByPerson, type Truth, truthOf } from './truth';

interface Known {
  readonly truth: Truth;
  readonly moments: ReturnType<typeof rememberedMoments>;
}

/** What follows from the firm alone: many logs are held against the same half-year. */
const known = new WeakMap<Firm, Known>();

function knownOf(firm: Firm): Known {
  const found = known.get(firm) ?? { truth: truthOf(firm), moments: rememberedMoments() };
  known.set(firm, found);
  return found;
}

/** Sentences about what went wrong; none when all is well. */
export function complaintsAbout(firm: Firm, log: MailLog): string[] {
  const complaints: string[] = [];
  const complain = (sentence: string): void => {
    complaints.push(sentence);
  };
  const { truth, moments } = knownOf(firm);
  const handed = handedByPerson(log);
  const remembered = new Map<string, Remembered[]>();
  for (const one of log.remembered) {
    const reasons = remembered.get(one.key);
    if (reasons) reasons.push(one);
    else remembered.set(one.key, [one]);
  }
  const one = { firm, truth, remembered, moments, complain };
  for (const [email, seats] of truth.people) checkPerson(email, seats, handed.get(email) ?? [], one);
  for (const [to, items] of handed) {
    if (!truth.people.has(to)) complain(`${to}: got ${items.length} mails and stands in no roster`);
  }
  for (const { at, letter } of log.handedOver) {
    if (roundFrom(at, firm.rounds) !== at)
      complain(`${letter.to}: got a mail while the bridge was off (${shown(at)})`);
  }
  checkSequences(log, complain);
  return complaints;
}
