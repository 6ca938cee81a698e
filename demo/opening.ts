/**
 * The firm's morning before the newcomer comes in: six people have written, some are answered. It is played through
 * mail, bridge and sidebar like everything else, so the dashboard has something true to show.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { MS_PER_MINUTE, minutes, plus } from '../core/time/instant';
import { readLetter } from './letter-box';
import { answerSubject, type Quotable } from './quoting';
import { answerFromSidebar } from './sidebar-answer';
import type { Stage } from './stage/stage';
import type { World } from './world';

interface Opening {
  /** Name in the roster. */
  readonly who: string;
  readonly subject: string;
  readonly text: string;
  readonly answer?: { readonly text: string; readonly resolve: boolean };
  /** What the person writes back. */
  readonly thanks?: string;
}

/** Asked first and answered by nobody: it comes near its due time. */
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
    answer: {
      text: 'Happily. The slides will be on the materials page the evening before. Is there anything else that would make the day easier for you?',
      resolve: false,
    },
  },
];

/** How long the bridge may take for a step before the opening is left as it is. */
const STEP_WITHIN_MS = 60_000;

/** Sends for one of the people, into whose mail program the letter goes as well. @returns its Message-ID */
export type Send = (
  from: string,
  letter: { readonly subject: string; readonly text: string },
  answers: Quotable | null,
) => Promise<string>;

export async function playOpening(
  world: World,
  stage: Stage,
  send: Send,
  signal: AbortSignal,
): Promise<void> {
  const { clock, content } = world;
  const begun = clock.now();
  const address = (who: string) => {
    const person = content.participants.find(({ name }) => name === who);
    if (!person) throw new Error(`The demo has no participant ${who}.`);
    return person.email;
  };
  const at = async (minute: number) => {
    const by = (plus(begun, minutes(minute)) - clock.now()) / MS_PER_MINUTE;
    signal.throwIfAborted();
    if (by > 0) await stage.moveBy(by);
  };
  const ticketOf = (messageId: string) =>
    until(() => stage.bridge.state.tickets.ticketOf(messageId), signal, 'a ticket');

  await ticketOf(await send(address(UNANSWERED.who), UNANSWERED, null));
  await at(12);
  const asked: { readonly opening: Opening; readonly messageId: string }[] = [];
  for (const opening of ANSWERED) {
    asked.push({ opening, messageId: await send(address(opening.who), opening, null) });
  }
  for (const { messageId } of asked) await ticketOf(messageId);
  await stage.settle();
  await at(40);
  for (const { opening, messageId } of asked) {
    if (!opening.answer) continue;
    const ticket = await ticketOf(messageId);
    answerFromSidebar(world, ticket, opening.answer.text, opening.answer.resolve);
    // The page of an impatient newcomer is answered in between.
    await wait(10);
  }
  await stage.settle();
  await at(75);
  for (const { opening } of asked) {
    if (!opening.thanks) continue;
    const letters = await Promise.all(
      world.mail.messages(address(opening.who)).map(({ raw, at: arrived }) => readLetter(raw, arrived)),
    );
    const last = letters.reverse().find(({ automatic }) => !automatic);
    if (!last) continue;
    const letter = { subject: answerSubject(last.subject), text: opening.thanks };
    await ticketOf(await send(address(opening.who), letter, last));
  }
  await stage.settle();
  await at(216);
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
