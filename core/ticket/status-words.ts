/** Why a status moved, and why it may not, in words for the History and Problems tabs. */
import type { Localized } from '../language';
import type { MoveReason, RefusalReason } from './status';

export const MOVE_WORDS: Localized<Readonly<Record<MoveReason, string>>> = {
  en: {
    'participant-wrote': 'The participant wrote.',
    'reopened-by-participant': 'The participant wrote again, so the ticket is open once more.',
    'agent-answered': 'We answered; now it is the participant’s turn.',
    'hold-ended': 'The day until which the ticket was on hold has come.',
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
    'quiet-waiting': 'Від учасника давно немає відповіді.',
    'quiet-resolved': 'Після вирішення ніхто більше не писав.',
    'set-by-person': 'Змінено в таблиці.',
    'nothing-to-do': '',
  },
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
  },
  pl: {
    'never-new-again': (id, wanted, kept) => ({
      what: `Zgłoszenie ${id} nie może wrócić do stanu „${wanted}”: ktoś już nad nim pracował. Zostaje „${kept}”.`,
      todo: 'Jeśli ten stan jest błędny, wybierz inny.',
    }),
    'from-spam': (id, wanted, kept) => ({
      what: `Zgłoszenie ${id} ma stan „${kept}” i nie może od razu przejść w „${wanted}”.`,
      todo: 'Jeśli to jednak nie spam, najpierw je otwórz, a potem wybierz właściwy stan.',
    }),
    'from-closed': (id, wanted, kept) => ({
      what: `Zgłoszenie ${id} ma stan „${kept}” i nie może od razu przejść w „${wanted}”.`,
      todo: 'Najpierw je otwórz, a potem wybierz właściwy stan.',
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
  },
};

export const NO_STATUS_WORDS: Localized<(id: string, kept: string) => ProblemWords> = {
  en: (id, kept) => ({
    what: `The status of ticket ${id} was empty or a word that we do not know. It is “${kept}” again.`,
    todo: 'Choose a status from the list in the cell.',
  }),
  pl: (id, kept) => ({
    what: `Stan zgłoszenia ${id} był pusty albo był słowem, którego nie znamy. Znów jest „${kept}”.`,
    todo: 'Wybierz stan z listy w komórce.',
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
