/**
 * `demo --once`: the main job from end to end, played by invented people. Three of them write, each in their language;
 * the bridge makes rows and tells them so; a colleague answers from the sidebar; the answer arrives and is answered;
 * a trainer answers that by mail; tomorrow's participants are reminded. The summary counts what the servers and the Sheet saw.
 */
import type { Language } from '../core/language';
import { type Minutes, MS_PER_MINUTE, minutes } from '../core/time/instant';
import { runOnce } from '../mail-bridge/run';
import { type ReadLetter, readLetter, type Writing } from './letter-box';
import { QUESTIONS } from './questions';
import { answerSubject, quoted } from './quoting';
import { answerFromSidebar } from './sidebar-answer';
import { answerOfTrainer } from './trainer-story';
import type { World } from './world';

export interface StorySummary {
  readonly messages: number;
  readonly tickets: readonly { readonly id: string; readonly status: string; readonly language: string }[];
  readonly acknowledgements: number;
  readonly answers: number;
  readonly reminders: number;
  readonly sheetCalls: { readonly read: number; readonly write: number };
  readonly seconds: number;
}

const ANSWERS: Readonly<Record<Language, string>> = {
  pl: 'Hasło wysłaliśmy wczoraj w osobnej wiadomości. Ustawiliśmy też nowe: jasna-2026. Proszę spróbować teraz.',
  uk: 'Перевірте, будь ласка, який пристрій вибрано в налаштуваннях звуку: там мають бути ваші навушники.',
  en: 'Yes. The recording will be on the materials page the day after the workshop, for thirty days.',
};

const THANKS = 'Udało się, dziękuję! Jeszcze jedno: czy będzie nagranie?';

export async function playStory(world: World, tell: (text: string) => void): Promise<StorySummary> {
  const started = performance.now();
  const calls = { read: 0, write: 0 };
  const bridgeOnce = async () => {
    const bridge = await world.openBridge(new AbortController().signal);
    try {
      await runOnce(bridge);
      return { tickets: [...bridge.state.tickets.all()], sent: [...bridge.state.book.all()] };
    } finally {
      calls.read += bridge.calls.read;
      calls.write += bridge.calls.write;
      await bridge.close();
      world.host.run('tick');
    }
  };

  const writers = (['pl', 'uk', 'en'] as const).map((language) => writerOf(world, language));
  const questions: { readonly participant: Writing['from']; readonly messageId: string }[] = [];
  for (const { participant, language } of writers) {
    const { messageId } = await world.letterBox.send({ from: participant, ...QUESTIONS[language] });
    questions.push({ participant, messageId });
    tell(`${participant.name} writes: ${QUESTIONS[language].subject}`);
  }
  const { tickets } = await bridgeOnce();
  for (const { participant, messageId } of questions) {
    // A reminder may lie beside it.
    const received = await readLetters(world, participant.address);
    const receipt = received.find(({ references }) => references.includes(messageId));
    tell(`${participant.name} receives: ${receipt?.subject ?? '(nothing)'}`);
  }

  for (const ticket of tickets) answerFromSidebar(world, ticket.id, ANSWERS[ticket.language], false);
  tell(`A colleague answers ${tickets.length} tickets from the sidebar of the Sheet.`);
  await bridgeOnce();

  const [first] = writers;
  if (first) {
    const answer = await lastAnswer(world, first.participant.address);
    await world.letterBox.send({
      from: first.participant,
      subject: answerSubject(answer.subject),
      text: THANKS,
      answers: quoted(answer, first.language, world),
    });
    tell(`${first.participant.name} answers back: ${THANKS}`);
    await bridgeOnce();
    const own = tickets.find(({ requesterEmail }) => requesterEmail === first.participant.address);
    if (own) await answerOfTrainer(world, first.participant, own.id, bridgeOnce, tell);
  }

  const until = minutesUntilReminder(world);
  world.clock.advance(until);
  tell(`The clock moves ${Math.round(until / 60)} hours ahead.`);
  const { sent, tickets: after } = await bridgeOnce();

  const { tickets: rows } = await world.desk.read(['tickets']);
  const count = (...kinds: readonly string[]) =>
    sent.filter(({ mail, state }) => kinds.includes(mail.kind) && state === 'sent').length;
  return {
    messages: after.reduce((sum, { messageCount }) => sum + messageCount, 0),
    tickets: rows.rows.map(({ row }) => ({ id: row.id, status: row.status, language: row.language })),
    acknowledgements: count('acknowledgement'),
    answers: count('reply', 'resolved'),
    reminders: count('reminder'),
    sheetCalls: calls,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  };
}

/** A participant of the demo who writes in this language. */
function writerOf({ content }: World, language: Language) {
  const row = content.participants.find((participant) => participant.language === language);
  if (!row) throw new Error(`The demo has no participant who writes ${language}.`);
  return { language, participant: { name: row.name, address: row.email } };
}

async function lastAnswer(world: World, address: string): Promise<ReadLetter> {
  const answers = (await readLetters(world, address)).filter(({ automatic }) => !automatic);
  const last = answers[answers.length - 1];
  if (!last) throw new Error(`No answer has arrived for ${address}.`);
  return last;
}

/** The inbox of one of the invented people, oldest first. */
function readLetters({ mail }: World, address: string): Promise<ReadLetter[]> {
  return Promise.all(mail.messages(address).map(({ raw, at }) => readLetter(raw, at)));
}

const DAY_MINUTES = 24 * 60;

/** Until a day before the first session has begun: by then its reminder has gone out. */
function minutesUntilReminder({ content, clock }: World): Minutes {
  const starts = content.sessions.flatMap(({ starts_at }) => (starts_at === null ? [] : [starts_at]));
  const ahead = (Math.min(...starts) - clock.now()) / MS_PER_MINUTE;
  // Two hours before the start, when the last step of the ladder is due; at once when that has passed.
  return minutes(Math.max(0, Math.min(ahead - 115, DAY_MINUTES * 2)));
}
