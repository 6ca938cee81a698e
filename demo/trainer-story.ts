/** The part of the story that is played in a trainer's mailbox: the ticket comes by mail and is answered by mail. */

import { isLanguage } from '../core/language';
import type { Mailbox } from '../core/mail/mail';
import { ticketTokens } from '../core/mail/subject';
import type { TicketId } from '../core/ticket/ticket-id';
import { minutes } from '../core/time/instant';
import { commandShown } from '../core/trainer/command-words';
import { type ReadLetter, readLetter } from './letter-box';
import { answerSubject, quoted } from './quoting';
import { handOver } from './sidebar-answer';
import type { World } from './world';

const ANSWER = 'Tak, nagranie będzie na stronie materiałów dzień po szkoleniu. Do zobaczenia jutro!';

const PAUSE = minutes(10);

/** @throws Error when a letter does not arrive */
export async function answerOfTrainer(
  world: World,
  participant: Mailbox,
  ticket: TicketId,
  bridgeOnce: () => Promise<unknown>,
  tell: (text: string) => void,
): Promise<void> {
  const trainer = world.content.team.find(({ role }) => role === 'trainer');
  const language = trainer?.languages.find(isLanguage);
  if (!trainer || !language) throw new Error('The demo has no trainer.');
  // An answer on the heels of another one would wait, and its writer be asked.
  world.clock.advance(PAUSE);
  handOver(world, ticket, trainer.name);
  world.host.run('tick');
  await bridgeOnce();
  const asked = await newestAbout(world, trainer.email, ticket);
  tell(`${trainer.name}, a trainer, gets the ticket by mail: ${asked.subject}`);

  const command = commandShown('resolved', language);
  const { replyTo } = asked;
  await world.letterBox.send({
    from: { name: trainer.name, address: trainer.email },
    ...(replyTo && { to: replyTo }),
    subject: answerSubject(asked.subject),
    text: `${command}\n\n${ANSWER}\n\n${trainer.name}`,
    answers: quoted(asked, language, world),
  });
  tell(`${trainer.name} presses Reply and writes: ${command} ${ANSWER}`);
  await bridgeOnce();
  const answer = await newestAbout(world, participant.address, ticket);
  if (!answer.text.includes(ANSWER) || answer.text.includes(command))
    throw new Error(`The trainer’s answer has not reached ${participant.address}.`);
  tell(`${participant.name} receives it: ${answer.subject}`);
}

/** What a person wrote, not a program. */
async function newestAbout({ mail }: World, address: string, ticket: TicketId): Promise<ReadLetter> {
  const letters = await Promise.all(mail.messages(address).map(({ raw, at }) => readLetter(raw, at)));
  const newest = letters
    .filter(({ subject, automatic }) => !automatic && ticketTokens(subject).includes(ticket))
    .pop();
  if (!newest) throw new Error(`No letter about ${ticket} has arrived for ${address}.`);
  return newest;
}
