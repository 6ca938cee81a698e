/** Why a status moved, and why it may not, in words for the History and Problems tabs. */
import type { Localized } from '../language';
import type { MoveReason, RefusalReason } from './status';

export const MOVE_WORDS: Localized<Readonly<Record<MoveReason, string>>> = {
  en: {
    'participant-wrote': 'The participant wrote.',
    'reopened-by-participant': 'The participant wrote again, so the ticket is open once more.',
    'agent-answered': 'We answered; now it is the participant’s turn.',
    'hold-ended': 'The day until which the ticket was on hold has come.',
    'hold-asked': 'A day to come was written into “On hold until”.',
    merged: 'It goes on in the ticket into which it was merged.',
    'question-joined': 'A ticket with an open question was merged into this one.',
    'quiet-waiting': 'No answer from the participant for a long time.',
    'quiet-resolved': 'Nobody has written since it was resolved.',
    'set-by-person': 'Changed in the sheet.',
    'nothing-to-do': '',
  },
  pl: {
    'participant-wrote': 'Uczestnik napisał.',
    'reopened-by-participant': 'Uczestnik napisał ponownie, więc zgłoszenie wróciło do pracy.',
    'agent-answered': 'Odpowiedzieliśmy; teraz kolej na uczestnika.',
    'hold-ended': 'Nadszedł dzień, do którego zgłoszenie było odłożone.',
    'hold-asked': 'W „Odłożone do” wpisano przyszły dzień.',
    merged: 'Sprawa toczy się dalej w zgłoszeniu, z którym ją scalono.',
    'question-joined': 'Scalono z nim zgłoszenie, w którym czekało pytanie.',
    'quiet-waiting': 'Od dawna nie ma odpowiedzi od uczestnika.',
    'quiet-resolved': 'Od rozwiązania nikt już nie napisał.',
    'set-by-person': 'Zmieniono w arkuszu.',
    'nothing-to-do': '',
  },
  uk: {
    'participant-wrote': 'Учасник написав.',
    'reopened-by-participant': 'Учасник написав знову, тож звернення знову в роботі.',
    'agent-answered': 'Ми відповіли; тепер черга учасника.',
    'hold-ended': 'Настав день, до якого звернення було відкладено.',
    'hold-asked': 'У «Відкладено до» вписано майбутній день.',
    merged: 'Справа триває у зверненні, з яким її об’єднано.',
    'question-joined': 'З ним об’єднано звернення, у якому чекало запитання.',
    'quiet-waiting': 'Від учасника давно немає відповіді.',
    'quiet-resolved': 'Після вирішення ніхто більше не писав.',
    'set-by-person': 'Змінено в таблиці.',
    'nothing-to-do': '',
  },
};

/** Of what a person changed by a command in a mail. */
export const BY_MAIL_WORDS: Localized = {
  en: 'Asked for by mail.',
  pl: 'Polecenie w e-mailu.',
  uk: 'Команда в листі.',
};

/** Of an answer that a colleague wrote in a mail to us. */
export const ANSWERED_BY_MAIL_WORDS: Localized = {
  en: 'Answered by mail; now it is the participant’s turn.',
  pl: 'Odpowiedź wysłana e-mailem; teraz kolej na uczestnika.',
  uk: 'Відповідь надіслано поштою; тепер черга учасника.',
};

interface ProblemWords {
  readonly what: string;
  readonly todo: string;
}

export const REFUSAL_WORDS: Localized<
  Readonly<Record<RefusalReason, (id: string, wanted: string, kept: string) => ProblemWords>>
> = {
  en: {
    'never-new-again': (id, wanted, kept) => ({
      what: `Ticket ${id} cannot go back to “${wanted}”: somebody has already worked on it. It stays “${kept}”.`,
      todo: 'Choose another status, if this one is wrong.',
    }),
    'from-spam': (id, wanted, kept) => ({
      what: `Ticket ${id} is “${kept}” and cannot become “${wanted}” in one step.`,
      todo: 'If it is not spam after all, open it first; then choose the status you want.',
    }),
    'from-closed': (id, wanted, kept) => ({
      what: `Ticket ${id} is “${kept}” and cannot become “${wanted}” in one step.`,
      todo: 'Open it first; then choose the status you want.',
    }),
    'merged-away': (id, _wanted, kept) => ({
      what: `Ticket ${id} was merged into another one, so it stays “${kept}”.`,
      todo: 'Change the status of the other ticket. To take this one apart again, clear its cell “Merged into” first.',
    }),
  },
  pl: {
    'never-new-again': (id, wanted, kept) => ({
      what: `Zgłoszenie ${id} nie może wrócić do statusu „${wanted}”: ktoś już nad nim pracował. Zostaje „${kept}”.`,
      todo: 'Jeśli ten status jest błędny, wybierz inny.',
    }),
    'from-spam': (id, wanted, kept) => ({
      what: `Zgłoszenie ${id} ma status „${kept}” i nie może od razu przejść w „${wanted}”.`,
      todo: 'Jeśli to jednak nie spam, najpierw je otwórz, a potem wybierz właściwy status.',
    }),
    'from-closed': (id, wanted, kept) => ({
      what: `Zgłoszenie ${id} ma status „${kept}” i nie może od razu przejść w „${wanted}”.`,
      todo: 'Najpierw je otwórz, a potem wybierz właściwy status.',
    }),
    'merged-away': (id, _wanted, kept) => ({
      what: `Zgłoszenie ${id} scalono z innym, więc zostaje „${kept}”.`,
      todo: 'Zmień status tamtego zgłoszenia. Aby rozdzielić zgłoszenia, najpierw wyczyść komórkę „Scalone z”.',
    }),
  },
  uk: {
    'never-new-again': (id, wanted, kept) => ({
      what: `Звернення ${id} не може повернутися до статусу «${wanted}»: над ним уже працювали. Лишається «${kept}».`,
      todo: 'Якщо цей статус хибний, виберіть інший.',
    }),
    'from-spam': (id, wanted, kept) => ({
      what: `Звернення ${id} має статус «${kept}» і не може одразу перейти в «${wanted}».`,
      todo: 'Якщо це все-таки не спам, спершу відкрийте його, а потім виберіть потрібний статус.',
    }),
    'from-closed': (id, wanted, kept) => ({
      what: `Звернення ${id} має статус «${kept}» і не може одразу перейти в «${wanted}».`,
      todo: 'Спершу відкрийте його, а потім виберіть потрібний статус.',
    }),
    'merged-away': (id, _wanted, kept) => ({
      what: `Звернення ${id} об’єднано з іншим, тож воно лишається «${kept}».`,
      todo: 'Змініть статус того звернення. Щоб роз’єднати їх, спершу очистіть комірку «Об’єднано з».',
    }),
  },
};

export const NO_STATUS_WORDS: Localized<(id: string, kept: string) => ProblemWords> = {
  en: (id, kept) => ({
    what: `The status of ticket ${id} was empty or a word that we do not know. It is “${kept}” again.`,
    todo: 'Choose a status from the list in the cell.',
  }),
  pl: (id, kept) => ({
    what: `Status zgłoszenia ${id} był pusty albo był słowem, którego nie znamy. Znów jest „${kept}”.`,
    todo: 'Wybierz status z listy w komórce.',
  }),
  uk: (id, kept) => ({
    what: `Статус звернення ${id} був порожній або невідомим словом. Знову стоїть «${kept}».`,
    todo: 'Виберіть статус зі списку в комірці.',
  }),
};

export const CLOCK_REBUILT_WORDS: Localized<(id: string) => ProblemWords> = {
  en: (id) => ({
    what: `The record of the clocks of ticket ${id} could not be read, so its due times were worked out anew. Earlier pauses are not counted.`,
    todo: 'Check the due times of this ticket. The hidden column “clock” is for the program only: please do not edit it.',
  }),
  pl: (id) => ({
    what: `Nie dało się odczytać zapisu zegarów zgłoszenia ${id}, więc terminy policzono od nowa. Wcześniejsze przerwy nie są uwzględnione.`,
    todo: 'Sprawdź terminy tego zgłoszenia. Ukryta kolumna „clock” jest tylko dla programu: prosimy jej nie zmieniać.',
  }),
  uk: (id) => ({
    what: `Не вдалося прочитати запис годинників звернення ${id}, тож терміни пораховано заново. Попередні паузи не враховано.`,
    todo: 'Перевірте терміни цього звернення. Прихований стовпець «clock» — лише для програми: будь ласка, не змінюйте його.',
  }),
};

export const SEEN_REBUILT_WORDS: Localized<(id: string) => ProblemWords> = {
  en: (id) => ({
    what: `The record of the accepted cells of ticket ${id} could not be read, so its cells were taken as they are now. Changes made just before are not in the history.`,
    todo: 'Check who has the ticket, its priority and its category. The hidden column “seen” is for the program only: please do not edit it.',
  }),
  pl: (id) => ({
    what: `Nie dało się odczytać zapisu przyjętych komórek zgłoszenia ${id}, więc przyjęto je takie, jakie są teraz. Zmian zrobionych tuż przedtem nie ma w historii.`,
    todo: 'Sprawdź, kto prowadzi zgłoszenie, jego priorytet i kategorię. Ukryta kolumna „seen” jest tylko dla programu: prosimy jej nie zmieniać.',
  }),
  uk: (id) => ({
    what: `Не вдалося прочитати запис прийнятих комірок звернення ${id}, тож їх узято такими, якими вони є зараз. Змін, зроблених щойно перед тим, в історії немає.`,
    todo: 'Перевірте, хто веде звернення, його пріоритет і категорію. Прихований стовпець «seen» — лише для програми: будь ласка, не змінюйте його.',
  }),
};

export const HOLD_WITHOUT_DAY_WORDS: Localized<(id: string) => ProblemWords> = {
  en: (id) => ({
    what: `Ticket ${id} is on hold, but “On hold until” names no day to come, so nothing brings it back.`,
    todo: 'Write a day into “On hold until”, or choose another status.',
  }),
  pl: (id) => ({
    what: `Zgłoszenie ${id} jest odłożone, ale „Odłożone do” nie wskazuje przyszłego dnia, więc nic go nie przywróci.`,
    todo: 'Wpisz dzień w „Odłożone do” albo wybierz inny status.',
  }),
  uk: (id) => ({
    what: `Звернення ${id} відкладено, але у «Відкладено до» немає майбутнього дня, тож ніщо його не поверне.`,
    todo: 'Впишіть день у «Відкладено до» або виберіть інший статус.',
  }),
};

export const MAIL_TO_MERGED_WORDS: Localized<(id: string, into: string) => ProblemWords> = {
  en: (id, into) => ({
    what: `A message came to ticket ${id}, which had been merged into ${into}. It stands in the conversation of ${id}.`,
    todo: `Read it there and answer in ${into}.`,
  }),
  pl: (id, into) => ({
    what: `Do zgłoszenia ${id}, scalonego z ${into}, przyszła wiadomość. Jest w rozmowie zgłoszenia ${id}.`,
    todo: `Przeczytaj ją tam i odpowiedz w zgłoszeniu ${into}.`,
  }),
  uk: (id, into) => ({
    what: `До звернення ${id}, об’єднаного з ${into}, надійшов лист. Він у розмові звернення ${id}.`,
    todo: `Прочитайте його там і дайте відповідь у зверненні ${into}.`,
  }),
};

/** How a ticket began, for the first line of its history. */
export const BIRTH_WORDS: Localized<Readonly<Record<'by-mail' | 'by-hand', string>>> = {
  en: { 'by-mail': 'A message opened the ticket.', 'by-hand': 'The ticket was written into the sheet.' },
  pl: { 'by-mail': 'Zgłoszenie otworzyła wiadomość.', 'by-hand': 'Zgłoszenie wpisano w arkuszu.' },
  uk: { 'by-mail': 'Звернення відкрив лист.', 'by-hand': 'Звернення вписано в таблицю.' },
};

export const ROW_WORDS: Localized<Readonly<Record<'deleted' | 'back', string>>> = {
  en: {
    deleted: 'The row is gone from the sheet; its messages are still there.',
    back: 'The row is back in the sheet.',
  },
  pl: {
    deleted: 'Wiersz zniknął z arkusza; jego wiadomości nadal tam są.',
    back: 'Wiersz wrócił do arkusza.',
  },
  uk: {
    deleted: 'Рядок зник із таблиці; його листи й далі там.',
    back: 'Рядок повернувся в таблицю.',
  },
};
