/**
 * The firm's morning before the newcomer comes in: six people have written, some are answered. It is played through
 * mail, bridge and sidebar like everything else, so the dashboard has something true to show.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { ticketTokens } from '../core/mail/subject';
import type { TicketId } from '../core/ticket/ticket-id';
import { MS_PER_MINUTE, minutes, plus } from '../core/time/instant';
import type { Correspondence } from './correspondence';
import { readLetter } from './letter-box';
import type { Letters } from './page/letters';
import type { LetterView } from './page/protocol';
import { answerSubject } from './quoting';
import { answerFromSidebar, handOver } from './sidebar-answer';
import type { Stage } from './stage/stage';
import type { World } from './world';

interface Opening {
  /** Name in the roster. */
  readonly who: string;
  readonly subject: string;
  readonly text: string;
  readonly answer?: { readonly text: string; readonly resolve: boolean };
  /** The trainer who gets it and answers it by mail, from the commands on. */
  readonly trainer?: { readonly name: string; readonly answer: string };
  /** What the person writes back. */
  readonly thanks?: string;
}

const TRAINER = 'Tomasz Brzoza';

/** Asked first, handed to the trainer, and answered by nobody: it comes near its due time. */
const UNANSWERED: Opening = {
  who: 'Jan Gruszka',
  subject: 'Mikrofon nie działa w przeglądarce',
  text: 'Dzień dobry,\nprzed jutrzejszym Excelem sprawdziłem połączenie i nikt mnie nie słyszy. W innych programach mikrofon działa. Co mogę zrobić?\n\nJan Gruszka',
};

const ANSWERED: readonly Opening[] = [
  {
    who: 'Юрій Дубенко-Зоря',
    subject: 'Чи буде запис заняття з безпеки?',
    text: 'Добрий день!\nДвоє моїх колег у цей час у відрядженні. Чи можна буде подивитися запис?\n\nЮрій',
    answer: {
      text: 'Так, запис буде на сторінці матеріалів наступного дня після заняття, протягом тридцяти днів. Посилання надішлемо всім учасникам.',
      resolve: false,
    },
    thanks: 'Дякую, це чудово! А чи можна передати посилання колегам, які не зареєстровані?',
  },
  {
    who: 'Łucja Ćwik',
    subject: 'Faktura na firmę',
    text: 'Dzień dobry,\nczy mogę jeszcze zmienić dane na fakturze za szkolenie w przyszłym tygodniu? Podałam prywatny adres, a płaci firma.\n\nPozdrawiam\nŁucja Ćwik',
    answer: {
      text: 'Oczywiście. Proszę odpisać z nazwą, adresem i NIP-em firmy; poprawioną fakturę wyślemy tego samego dnia.',
      resolve: true,
    },
  },
  {
    who: 'Марія Їжакевич',
    subject: 'Чи можна приєднатися з телефона?',
    text: 'Доброго дня!\nУ мене вдома немає комп’ютера. Чи вистачить телефона, щоб узяти участь?\n\nМарія',
    answer: {
      text: 'Так, телефона вистачить. Установіть, будь ласка, застосунок заздалегідь і візьміть навушники. Чи є у вас зарядний пристрій поруч?',
      resolve: false,
    },
  },
  {
    who: 'Bartosz Olcha',
    subject: 'Zaświadczenie dla pracodawcy',
    text: 'Dzień dobry,\nczy po kursie dostanę zaświadczenie z liczbą godzin? Potrzebuje go mój pracodawca.\n\nBartosz Olcha',
    answer: {
      text: 'Tak, wyślemy je w ciągu trzech dni po kursie. Czy ma być na nim nazwa firmy?',
      resolve: false,
    },
  },
  {
    who: 'Desmond Okoro-Hale',
    subject: 'Slides before the workshop?',
    text: 'Hi,\nI read more slowly than I listen. Could I have the slides a day before the workshop?\n\nThanks,\nDesmond',
    trainer: {
      name: TRAINER,
      answer:
        'Happily. The slides will be on the materials page the evening before. Is there anything else that would make the day easier for you?\n\nTomasz',
    },
  },
];

/** How long the bridge may take for a step before the opening is left as it is. */
const STEP_WITHIN_MS = 120_000;

export async function playOpening(
  world: World,
  stage: Stage,
  { ask, write }: Correspondence,
  letters: Letters,
  signal: AbortSignal,
): Promise<void> {
  const { clock, content } = world;
  const begun = clock.now();
  const address = (who: string) => {
    const person = [...content.participants, ...content.team].find(({ name }) => name === who);
    if (!person) throw new Error(`The demo has nobody called ${who}.`);
    return person.email;
  };
  const at = async (minute: number) => {
    const by = (plus(begun, minutes(minute)) - clock.now()) / MS_PER_MINUTE;
    signal.throwIfAborted();
    if (by > 0) await stage.moveBy(by);
  };
  const ticketOf = (messageId: string) =>
    until(() => stage.bridge.state.tickets.ticketOf(messageId), signal, 'a ticket');

  const handToTrainer = async (ticket: TicketId, name: string) => {
    await until(() => (stage.hasRow(ticket) ? true : null), signal, 'a row');
    handOver(world, ticket, name);
  };

  const unanswered = await ticketOf(await ask(address(UNANSWERED.who), UNANSWERED, null));
  await at(12);
  await handToTrainer(unanswered, TRAINER);
  const asked: { readonly opening: Opening; readonly messageId: string }[] = [];
  for (const opening of ANSWERED) {
    asked.push({ opening, messageId: await ask(address(opening.who), opening, null) });
  }
  for (const { messageId } of asked) await ticketOf(messageId);
  await stage.settle();
  for (const { opening, messageId } of asked) {
    if (opening.trainer) await handToTrainer(await ticketOf(messageId), opening.trainer.name);
  }
  await at(40);
  for (const { opening, messageId } of asked) {
    if (!opening.answer) continue;
    const ticket = await ticketOf(messageId);
    answerFromSidebar(world, ticket, opening.answer.text, opening.answer.resolve);
    // The page of an impatient newcomer is answered in between.
    await wait(10);
  }
  for (const { opening, messageId } of asked) {
    if (!opening.trainer) continue;
    const { name, answer } = opening.trainer;
    const ticket = await ticketOf(messageId);
    const of = address(name);
    const letter = await until(() => letterAbout(letters, of, ticket), signal, 'a letter to the trainer');
    const { messageId: answers, subject } = letter;
    await write({
      from: of,
      account: 'own',
      how: 'reply',
      answers,
      subject,
      text: answer,
      copiesSupport: false,
      files: [],
    });
    await until(
      () => letterAbout(letters, address(opening.who), ticket),
      signal,
      'the answer of the trainer',
    );
  }
  await stage.settle();
  await at(75);
  for (const { opening } of asked) {
    if (!opening.thanks) continue;
    const received = await Promise.all(
      world.mail.messages(address(opening.who)).map(({ raw, at: arrived }) => readLetter(raw, arrived)),
    );
    const last = received.reverse().find(({ automatic }) => !automatic);
    if (!last) continue;
    const letter = { subject: answerSubject(last.subject), text: opening.thanks };
    await ticketOf(await ask(address(opening.who), letter, last));
  }
  await stage.settle();
  await at(216);
}

/** The newest that a person wrote. */
function letterAbout(letters: Letters, of: string, ticket: TicketId): LetterView | null {
  return (
    letters
      .conversations(of)
      .flatMap((conversation) => conversation.letters)
      .filter(({ direction, automatic }) => direction === 'in' && !automatic)
      .filter(({ subject }) => ticketTokens(subject).includes(ticket))
      .pop() ?? null
  );
}

async function until<T>(find: () => T | null, signal: AbortSignal, what: string): Promise<T> {
  const end = Date.now() + STEP_WITHIN_MS;
  for (;;) {
    const found = find();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`The opening of the demo waited in vain for ${what}.`);
    await wait(25, undefined, { signal });
  }
}
