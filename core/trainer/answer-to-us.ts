/**
 * A mail that is a colleague's without a doubt, about a ticket, and written to us: what its words and commands come to.
 */
import { addressKey, isSendableAddress } from '../mail/addresses';
import { withoutReplyToken } from '../mail/signed-id';
import type { TicketRight } from '../team/roles';
import { isOwnTicket, mayOnTicket, standingOf } from '../team/standing';
import { instant } from '../time/instant';
import { type CommandReading, readCommands } from './commands';
import { answeredMeanwhile, type ComingAnswer } from './held';
import { type LeakCheck, withoutLeaks } from './leaks';
import { saysNothing, signedAnswer } from './own-answer';
import type { HeldAnswer, SpokenOf, TrainerMailInput } from './trainer-mail-input';
import type { Agent, Misunderstanding, Order, TrainerMail } from './trainer-mail-types';

export function answerToUs(input: TrainerMailInput, ticket: SpokenOf, agent: Agent): TrainerMail {
  const signed = signedAnswer(input.incoming, agent);
  const check = withoutLeaks(signed, input.spreadsheetId);
  const read = readCommands(withoutReplyToken(check.kind === 'clean' ? check.words : signed), {
    self: agent.name,
    who: input.team.who,
    names: input.team.colleagues.filter(({ presence }) => presence.kind !== 'left').map(({ name }) => name),
    templates: input.templates,
    readChoice: input.readChoice,
    today: input.today,
    may: (right) => may(right, input, ticket, agent),
  });
  // A name that stands below the commands is a signature, and nothing to send.
  const reading = saysNothing(read.words, agent) ? { ...read, words: '' } : read;
  const base = { ticket: ticket.id, agent } as const;
  const { words, orders } = reading;
  // Where a line is at fault, nobody knows what the rest was to be.
  const faults =
    reading.faults.length > 0 ? reading.faults : hindrances(reading, check, input, ticket, agent);
  if (faults.length > 0) return { kind: 'misunderstood', ...base, faults };
  switch (reading.as) {
    case 'note':
      return words === ''
        ? { kind: 'orders', ...base, orders }
        : { kind: 'note', ...base, why: 'said-so', words, orders };
    case 'release': {
      const held = heldBy(agent, ticket);
      if (held !== undefined) return { kind: 'release', ...base, held: held.row, orders };
      return { kind: 'misunderstood', ...base, faults: [{ kind: 'nothing-held' }] };
    }
    case 'answer':
      break;
  }
  if (!isAnswer(reading)) return { kind: 'orders', ...base, orders };
  const meanwhile = answeredMeanwhile(coming(input, agent), ticket.given);
  if (meanwhile !== null) return { kind: 'held', ...base, by: meanwhile.by, at: meanwhile.at };
  const resolve = orders.some(settles);
  const template = reading.template?.key ?? '';
  // A closed ticket is settled already: that it cannot become resolved is nothing to bother the writer with.
  const left = ticket.status === 'closed' ? orders.filter((order) => !settles(order)) : orders;
  return { kind: 'answer', ...base, words, template, resolve, orders: left };
}

const settles = ({ cell, to }: Order): boolean => cell === 'status' && to === 'resolved';

/** Commands alone post no answer; a template has words of its own. */
const isAnswer = ({ as, words, template }: CommandReading): boolean =>
  as === 'answer' && (words !== '' || template !== null);

/** What keeps a mail from being followed though each of its lines could be. */
function hindrances(
  reading: CommandReading,
  check: LeakCheck,
  input: TrainerMailInput,
  ticket: SpokenOf,
  agent: Agent,
): Misunderstanding[] {
  const found: Misunderstanding[] = [];
  const { as, words, template, orders } = reading;
  const goesOut = isAnswer(reading) || as === 'release';
  const saysNothing = words === '' && orders.length === 0 && template === null && as !== 'release';
  if (saysNothing || (template?.needsWords && words === '')) found.push({ kind: 'nothing-written' });
  // A note may quote whatever it likes.
  if (check.kind === 'leaks' && as === 'answer' && words !== '') {
    found.push({ kind: 'quotes-us', line: check.line });
  }
  if (goesOut && !may('answer', input, ticket, agent)) found.push({ kind: 'not-yours', line: '' });
  if (goesOut && !isSendableAddress(ticket.requester.trim())) found.push({ kind: 'nobody-to-answer' });
  const { mergedRequester, status } = ticket;
  // A note is the team's and hurts nobody; words and orders were meant for another ticket.
  if (mergedRequester !== null && addressKey(mergedRequester) !== addressKey(ticket.requester)) {
    if (goesOut || orders.length > 0) found.push({ kind: 'merged', into: ticket.id });
  }
  // Closed is no obstacle: whoever answers late answers as they would in the sidebar, and the ticket stays closed.
  if (status === 'spam') {
    const opens = orders.some(({ cell, to }) => cell === 'status' && to === 'open');
    if (!opens && (goesOut || orders.length > 0)) found.push({ kind: 'not-open', status });
  }
  return found;
}

function heldBy({ email }: Agent, { held }: SpokenOf): HeldAnswer | undefined {
  return held.filter(({ agent }) => agent === email).pop();
}

function may(right: TicketRight, { team }: TrainerMailInput, ticket: SpokenOf, agent: Agent): boolean {
  const standing = standingOf(agent.email, team);
  // By mail nobody founds anything.
  if (standing.kind !== 'colleague') return false;
  return mayOnTicket(standing, right, isOwnTicket(standing.name, ticket, ticket.session, team));
}

function coming({ incoming, askedAt, toldAt }: TrainerMailInput, agent: Agent): ComingAnswer {
  const { date } = incoming.mail;
  const writtenAt = date === null ? null : instant(date);
  return { agent, at: incoming.receivedAt, writtenAt, askedAt, toldAt };
}
