/**
 * What becomes of a mail in the inbox that has to do with a colleague. The order is the policy: robots first, then who
 * writes and who vouches for it, then to whom, and only then what is said. Whatever falls through is a mail like any
 * other.
 */
import { addressKey, isSendableAddress } from '../mail/addresses';
import { withoutReplyToken } from '../mail/signed-id';
import { readSubject } from '../mail/subject';
import { answerToUs } from './answer-to-us';
import { answersOurLetter, ownAnswer } from './own-answer';
import type { AddressQuestion, SpokenOf, TrainerMailInput } from './trainer-mail-input';
import type { Agent, NoteReason, TrainerMail } from './trainer-mail-types';
import { saysYes } from './yes-words';

const NONE: TrainerMail = { kind: 'none' };

export function readTrainerMail(input: TrainerMailInput): TrainerMail {
  switch (input.incoming.classification.class) {
    // Anybody may write through a list, and its server is the one that is vouched for.
    case 'list':
    case 'loop':
    case 'bounce':
    case 'report':
      return NONE;
    case 'auto-reply':
      return automaticAnswer(input);
    case 'human':
      return writtenByHand(input);
  }
}

const writerOf = ({ incoming, agents }: TrainerMailInput): Agent | null =>
  agents.at(incoming.mail.from?.address ?? '');

/** Taken at its word only from the colleague whom we had written to: it makes somebody else be asked. */
function automaticAnswer(input: TrainerMailInput): TrainerMail {
  const { incoming, asked, trust, ticket } = input;
  if (!incoming.classification.outOfOffice || asked === null || ticket === null || !trust.trusted)
    return NONE;
  return writerOf(input)?.email === asked.agent.email
    ? { kind: 'away', ticket: ticket.id, agent: asked.agent }
    : NONE;
}

function writtenByHand(input: TrainerMailInput): TrainerMail {
  const { trust, asked, question, ticket } = input;
  const writer = writerOf(input);
  if (writer === null) return fromElsewhere(input);
  // A trainer may need help like anybody else: in a ticket of their own they are the one who asks.
  if (ticket !== null && input.agents.at(ticket.requester)?.email === writer.email) return NONE;
  if (!isBelieved(input)) {
    if (asked === null || ticket === null) return NONE;
    const reason = trust.trusted ? 'the From header is not sound' : trust.reason;
    const why = { kind: 'not-vouched-for', why: reason } as const;
    return { kind: 'disbelieved', ticket: ticket.id, agent: writer, why };
  }
  if (question !== null) return answerToQuestion(input, question, writer);
  const { direct } = input;
  if (direct.kind === 'answer') {
    return { kind: 'direct', ticket: direct.ticket, agent: writer, to: direct.to };
  }
  const inside = handedOn(input);
  // The person inside is the one who asks.
  if (inside === 'a-mail') return NONE;
  if (ticket === null) return opening(input, writer);
  if (asked === null) return note(input, ticket, writer, 'not-signed');
  if (asked.agent.email !== writer.email) {
    const why = { kind: 'not-the-one-asked', asked: asked.agent } as const;
    return { kind: 'disbelieved', ticket: ticket.id, agent: writer, why };
  }
  if (inside === 'our-letter') return note(input, ticket, writer, 'forwarded');
  if (!isWrittenToUs(input)) return note(input, ticket, writer, 'written-to-others');
  const shown = shownAlready(input, ticket);
  if (shown !== null) return { kind: 'direct', ticket: ticket.id, agent: writer, to: shown };
  return answerToUs(input, ticket, writer);
}

/**
 * What the mail passes on. A mail that the participant had handed on to us may stand in our letter, and so in an answer to
 * it; and a program may say in the subject alone that it passes our letter on.
 */
function handedOn({ incoming, own }: TrainerMailInput): 'a-mail' | 'our-letter' | null {
  const { mail, words, forwardedFrom } = incoming;
  // Of "Fwd: Re: …" the first word says what this mail is.
  const first = mail.subject.slice(0, mail.subject.search(/[:：]/) + 1);
  const saysSo = readSubject(first).isForward;
  if (!saysSo && (forwardedFrom === null || answersOurLetter(words))) return null;
  return forwardedFrom === null || isOwn(forwardedFrom.address, own) ? 'our-letter' : 'a-mail';
}

function isBelieved({ incoming, trust }: TrainerMailInput): boolean {
  return trust.trusted && incoming.mail.fromProblems.length === 0;
}

/** Signed for a colleague, and sent from an address that is nobody's: a phone's account, or a stranger. */
function fromElsewhere(input: TrainerMailInput): TrainerMail {
  const { incoming, asked, ticket, own, agents } = input;
  const from = addressKey(incoming.mail.from?.address ?? '');
  if (asked === null || ticket === null || !isBelieved(input) || !isSendableAddress(from)) return NONE;
  // Whoever takes part in the ticket is known, and so is who has left the team.
  if (isTakingPart(from, ticket) || isOwn(from, own) || agents.hasLeft(from)) return NONE;
  // Whoever answers the colleague with us in copy is not the colleague, but somebody whom the colleague has written to.
  if (!isWrittenToUs(input)) return NONE;
  return { kind: 'other-address', ticket: ticket.id, agent: asked.agent, from };
}

/** Only from the first address: a second one that was taken over must not let in a third. */
function answerToQuestion(
  input: TrainerMailInput,
  { agent, address }: AddressQuestion,
  writer: Agent,
): TrainerMail {
  const { incoming, ticket } = input;
  if (writer.email === agent.email && addressKey(incoming.mail.from?.address ?? '') === agent.email) {
    if (saysYes(ownAnswer(incoming, writer))) return { kind: 'confirms-address', agent, address };
  }
  return ticket === null ? NONE : note(input, ticket, writer, 'answers-our-question');
}

/** A mail to more people than this speaks to a group, and no single one of them asks for anything. */
const MOST_ADDRESSED = 5;

/**
 * The participant asked the colleague, who has answered and shown us the answer. Addressed to us as well, only what calls
 * itself an answer is one: "please help this participant" is a wish to the desk.
 */
function opening(
  { incoming: { mail }, asked, direct, own, agents }: TrainerMailInput,
  agent: Agent,
): TrainerMail {
  if (asked !== null || direct.kind !== 'none' || direct.why !== 'no-ticket') return NONE;
  const to = Array.from(new Set(mail.to.map(({ address }) => addressKey(address))));
  const outside = to.filter((address) => !isOwn(address, own) && agents.at(address) === null);
  const [first] = outside;
  if (first === undefined || !isSendableAddress(first) || outside.length > MOST_ADDRESSED) return NONE;
  if (to.some((address) => isOwn(address, own)) && !readSubject(mail.subject).isReply) return NONE;
  return { kind: 'direct', ticket: null, agent, to: first };
}

/**
 * Whoever has got the words from the colleague must not get them once more from us, also where the mail was no answer by
 * the rule for such mails: it knows fewer tickets than the Sheet.
 */
function shownAlready(
  { incoming: { mail }, own, agents }: TrainerMailInput,
  ticket: SpokenOf,
): string | null {
  const readers = [...mail.to, ...mail.cc].map(({ address }) => addressKey(address));
  // We ourselves take part in every ticket, by what people write to.
  const outside = readers.filter((address) => !isOwn(address, own) && agents.at(address) === null);
  return outside.find((address) => isTakingPart(address, ticket)) ?? null;
}

function isTakingPart(address: string, { requester, participants }: SpokenOf): boolean {
  return addressKey(requester) === address || participants.has(address);
}

function isOwn(address: string, own: readonly string[]): boolean {
  const key = addressKey(withoutReplyToken(address));
  return own.some((each) => addressKey(each) === key);
}

/** An answer to our mail goes to us. With us in Cc only, it speaks to somebody else. */
function isWrittenToUs({ incoming: { mail }, own }: TrainerMailInput): boolean {
  return mail.to.length === 0 || mail.to.some(({ address }) => isOwn(address, own));
}

/** Whole, as intake trimmed it: for the team a quote too much does no harm. */
function note({ incoming }: TrainerMailInput, ticket: SpokenOf, agent: Agent, why: NoteReason): TrainerMail {
  const words = withoutReplyToken(incoming.words);
  return { kind: 'note', ticket: ticket.id, agent, why, words, orders: [] };
}
