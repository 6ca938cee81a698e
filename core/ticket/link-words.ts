/** What people are told of tickets that they merged or made cases of an incident, and why they could not. */
import type { Localized } from '../language';
import type { CaseRefusal } from './incident';
import type { MergeRefusal } from './merge';
import type { LinkColumn } from './seen';

export interface LinkProblemWords {
  readonly what: string;
  readonly todo: string;
}

type Refusals<Why extends string> = Localized<
  Readonly<Record<Why, (id: string, other: string) => LinkProblemWords>>
>;

export const MERGE_REFUSAL_WORDS: Refusals<MergeRefusal> = {
  en: {
    'no-such-ticket': (id, other) => ({
      what: `Ticket ${id} cannot be merged into “${other}”: there is no such ticket.`,
      todo: 'Copy the number from the first column of the ticket in which it should go on.',
    }),
    'into-itself': (id) => ({
      what: `Ticket ${id} cannot be merged into itself.`,
      todo: 'Write the number of the ticket in which it should go on.',
    }),
    'already-merged': (id, other) => ({
      what: `Ticket ${id} is already merged into another one, so it was not merged into ${other}.`,
      todo: 'To merge it elsewhere, clear “Merged into” first and wait until the line in History appears.',
    }),
    'target-merged': (id, other) => ({
      what: `Ticket ${id} was not merged into ${other}, because ${other} itself goes on in another ticket.`,
      todo: `Write the number that stands in “Merged into” of ${other}.`,
    }),
    'target-closed': (id, other) => ({
      what: `Ticket ${id} was not merged into ${other}, because ${other} is closed.`,
      todo: `Open ${other} first, or merge the other way round.`,
    }),
    'target-spam': (id, other) => ({
      what: `Ticket ${id} was not merged into ${other}, because ${other} is spam.`,
      todo: `If ${other} is not spam after all, open it first.`,
    }),
    'is-spam': (id, other) => ({
      what: `Ticket ${id} is spam, so it was not merged into ${other}.`,
      todo: 'If it is not spam after all, open it first.',
    }),
    'has-cases': (id, other) => ({
      what: `Ticket ${id} was not merged into ${other}, because it is an incident with cases of its own.`,
      todo: `Give its cases the incident ${other} first, or clear “Part of incident” in them.`,
    }),
    'has-merged': (id, other) => ({
      what: `Ticket ${id} was not merged into ${other}, because other tickets go on in it.`,
      todo: `Merge ${other} into ${id} instead.`,
    }),
  },
  pl: {
    'no-such-ticket': (id, other) => ({
      what: `Nie można scalić zgłoszenia ${id} z „${other}”: takiego zgłoszenia nie ma.`,
      todo: 'Skopiuj numer z pierwszej kolumny zgłoszenia, w którym sprawa ma się toczyć dalej.',
    }),
    'into-itself': (id) => ({
      what: `Zgłoszenia ${id} nie można scalić z nim samym.`,
      todo: 'Wpisz numer zgłoszenia, w którym sprawa ma się toczyć dalej.',
    }),
    'already-merged': (id, other) => ({
      what: `Zgłoszenie ${id} jest już scalone z innym, więc nie scalono go z ${other}.`,
      todo: 'Aby scalić je gdzie indziej, najpierw wyczyść „Scalone z” i poczekaj na wpis w Historii.',
    }),
    'target-merged': (id, other) => ({
      what: `Nie scalono zgłoszenia ${id} z ${other}, bo sprawa ${other} sama toczy się dalej w innym zgłoszeniu.`,
      todo: `Wpisz numer, który stoi w „Scalone z” zgłoszenia ${other}.`,
    }),
    'target-closed': (id, other) => ({
      what: `Nie scalono zgłoszenia ${id} z ${other}, bo ${other} jest zamknięte.`,
      todo: `Najpierw otwórz ${other} albo scal odwrotnie.`,
    }),
    'target-spam': (id, other) => ({
      what: `Nie scalono zgłoszenia ${id} z ${other}, bo ${other} to spam.`,
      todo: `Jeśli ${other} to jednak nie spam, najpierw je otwórz.`,
    }),
    'is-spam': (id, other) => ({
      what: `Zgłoszenie ${id} to spam, więc nie scalono go z ${other}.`,
      todo: 'Jeśli to jednak nie spam, najpierw je otwórz.',
    }),
    'has-cases': (id, other) => ({
      what: `Nie scalono zgłoszenia ${id} z ${other}, bo jest incydentem, do którego należą inne zgłoszenia.`,
      todo: `Najpierw wpisz w tych zgłoszeniach incydent ${other} albo wyczyść w nich „Część incydentu”.`,
    }),
    'has-merged': (id, other) => ({
      what: `Nie scalono zgłoszenia ${id} z ${other}, bo toczą się w nim dalej inne zgłoszenia.`,
      todo: `Scal odwrotnie: ${other} z ${id}.`,
    }),
  },
  uk: {
    'no-such-ticket': (id, other) => ({
      what: `Звернення ${id} не можна об’єднати з «${other}»: такого звернення немає.`,
      todo: 'Скопіюйте номер із першого стовпця звернення, у якому справа має тривати далі.',
    }),
    'into-itself': (id) => ({
      what: `Звернення ${id} не можна об’єднати із самим собою.`,
      todo: 'Впишіть номер звернення, у якому справа має тривати далі.',
    }),
    'already-merged': (id, other) => ({
      what: `Звернення ${id} вже об’єднано з іншим, тож його не об’єднано з ${other}.`,
      todo: 'Щоб об’єднати його з іншим, спершу очистіть «Об’єднано з» і дочекайтеся запису в Історії.',
    }),
    'target-merged': (id, other) => ({
      what: `Звернення ${id} не об’єднано з ${other}, бо ${other} саме триває далі в іншому зверненні.`,
      todo: `Впишіть номер, що стоїть у «Об’єднано з» звернення ${other}.`,
    }),
    'target-closed': (id, other) => ({
      what: `Звернення ${id} не об’єднано з ${other}, бо ${other} закрито.`,
      todo: `Спершу відкрийте ${other} або об’єднайте навпаки.`,
    }),
    'target-spam': (id, other) => ({
      what: `Звернення ${id} не об’єднано з ${other}, бо ${other} — спам.`,
      todo: `Якщо ${other} усе-таки не спам, спершу відкрийте його.`,
    }),
    'is-spam': (id, other) => ({
      what: `Звернення ${id} — спам, тож його не об’єднано з ${other}.`,
      todo: 'Якщо це все-таки не спам, спершу відкрийте його.',
    }),
    'has-cases': (id, other) => ({
      what: `Звернення ${id} не об’єднано з ${other}, бо це інцидент, до якого належать інші звернення.`,
      todo: `Спершу впишіть у них інцидент ${other} або очистіть у них «Частина інциденту».`,
    }),
    'has-merged': (id, other) => ({
      what: `Звернення ${id} не об’єднано з ${other}, бо в ньому тривають інші звернення.`,
      todo: `Об’єднайте навпаки: ${other} з ${id}.`,
    }),
  },
};

export const CASE_REFUSAL_WORDS: Refusals<CaseRefusal> = {
  en: {
    'no-such-ticket': (id, other) => ({
      what: `Ticket ${id} cannot be part of incident “${other}”: there is no such ticket.`,
      todo: 'Copy the number from the first column of the incident.',
    }),
    'of-itself': (id) => ({
      what: `Ticket ${id} cannot be part of itself.`,
      todo: 'Write the number of the incident, or clear the cell.',
    }),
    'target-is-case': (id, other) => ({
      what: `Ticket ${id} cannot be part of ${other}, because ${other} is itself part of an incident.`,
      todo: `Write the number that stands in “Part of incident” of ${other}.`,
    }),
    'has-cases': (id, other) => ({
      what: `Ticket ${id} cannot be part of ${other}, because it is an incident with cases of its own.`,
      todo: `Give its cases the incident ${other} first.`,
    }),
    'is-merged': (id, other) => ({
      what: `Ticket ${id} cannot be part of ${other}, because it was merged into another ticket.`,
      todo: 'Write the incident into the ticket in which it goes on.',
    }),
    'target-merged': (id, other) => ({
      what: `Ticket ${id} cannot be part of ${other}, because ${other} was merged into another ticket.`,
      todo: `Write the number that stands in “Merged into” of ${other}.`,
    }),
    'target-closed': (id, other) => ({
      what: `Ticket ${id} cannot be part of ${other}, because ${other} is closed.`,
      todo: `Open ${other} first.`,
    }),
    'target-spam': (id, other) => ({
      what: `Ticket ${id} cannot be part of ${other}, because ${other} is spam.`,
      todo: `If ${other} is not spam after all, open it first.`,
    }),
  },
  pl: {
    'no-such-ticket': (id, other) => ({
      what: `Zgłoszenie ${id} nie może należeć do incydentu „${other}”: takiego zgłoszenia nie ma.`,
      todo: 'Skopiuj numer z pierwszej kolumny incydentu.',
    }),
    'of-itself': (id) => ({
      what: `Zgłoszenie ${id} nie może należeć do samego siebie.`,
      todo: 'Wpisz numer incydentu albo wyczyść komórkę.',
    }),
    'target-is-case': (id, other) => ({
      what: `Zgłoszenie ${id} nie może należeć do ${other}, bo ${other} samo należy do incydentu.`,
      todo: `Wpisz numer, który stoi w „Część incydentu” zgłoszenia ${other}.`,
    }),
    'has-cases': (id, other) => ({
      what: `Zgłoszenie ${id} nie może należeć do ${other}, bo jest incydentem, do którego należą inne zgłoszenia.`,
      todo: `Najpierw wpisz w tych zgłoszeniach incydent ${other}.`,
    }),
    'is-merged': (id, other) => ({
      what: `Zgłoszenie ${id} nie może należeć do ${other}, bo scalono je z innym.`,
      todo: 'Wpisz incydent w zgłoszeniu, w którym sprawa toczy się dalej.',
    }),
    'target-merged': (id, other) => ({
      what: `Zgłoszenie ${id} nie może należeć do ${other}, bo ${other} scalono z innym.`,
      todo: `Wpisz numer, który stoi w „Scalone z” zgłoszenia ${other}.`,
    }),
    'target-closed': (id, other) => ({
      what: `Zgłoszenie ${id} nie może należeć do ${other}, bo ${other} jest zamknięte.`,
      todo: `Najpierw otwórz ${other}.`,
    }),
    'target-spam': (id, other) => ({
      what: `Zgłoszenie ${id} nie może należeć do ${other}, bo ${other} to spam.`,
      todo: `Jeśli ${other} to jednak nie spam, najpierw je otwórz.`,
    }),
  },
  uk: {
    'no-such-ticket': (id, other) => ({
      what: `Звернення ${id} не може бути частиною інциденту «${other}»: такого звернення немає.`,
      todo: 'Скопіюйте номер із першого стовпця інциденту.',
    }),
    'of-itself': (id) => ({
      what: `Звернення ${id} не може бути частиною самого себе.`,
      todo: 'Впишіть номер інциденту або очистіть комірку.',
    }),
    'target-is-case': (id, other) => ({
      what: `Звернення ${id} не може бути частиною ${other}, бо ${other} саме належить до інциденту.`,
      todo: `Впишіть номер, що стоїть у «Частина інциденту» звернення ${other}.`,
    }),
    'has-cases': (id, other) => ({
      what: `Звернення ${id} не може бути частиною ${other}, бо це інцидент, до якого належать інші звернення.`,
      todo: `Спершу впишіть у них інцидент ${other}.`,
    }),
    'is-merged': (id, other) => ({
      what: `Звернення ${id} не може бути частиною ${other}, бо його об’єднано з іншим.`,
      todo: 'Впишіть інцидент у звернення, у якому справа триває далі.',
    }),
    'target-merged': (id, other) => ({
      what: `Звернення ${id} не може бути частиною ${other}, бо ${other} об’єднано з іншим.`,
      todo: `Впишіть номер, що стоїть у «Об’єднано з» звернення ${other}.`,
    }),
    'target-closed': (id, other) => ({
      what: `Звернення ${id} не може бути частиною ${other}, бо ${other} закрито.`,
      todo: `Спершу відкрийте ${other}.`,
    }),
    'target-spam': (id, other) => ({
      what: `Звернення ${id} не може бути частиною ${other}, бо ${other} — спам.`,
      todo: `Якщо ${other} усе-таки не спам, спершу відкрийте його.`,
    }),
  },
};

interface LinkedWords {
  readonly done: string;
  readonly undone: string;
  /** On the other ticket. */
  readonly otherGot: (id: string) => string;
  readonly otherLost: (id: string) => string;
}

export const LINKED_WORDS: Localized<Readonly<Record<LinkColumn, LinkedWords>>> = {
  en: {
    merged_into: {
      done: 'The ticket goes on in the other one.',
      undone: 'The ticket stands on its own again.',
      otherGot: (id) => `Ticket ${id} was merged into this one.`,
      otherLost: (id) => `Ticket ${id} was taken out of this one.`,
    },
    parent: {
      done: 'The ticket is a case of this incident.',
      undone: 'The ticket is no case of an incident any more.',
      otherGot: (id) => `Ticket ${id} became a case of this incident.`,
      otherLost: (id) => `Ticket ${id} is no case of this incident any more.`,
    },
  },
  pl: {
    merged_into: {
      done: 'Sprawa toczy się dalej w tamtym zgłoszeniu.',
      undone: 'Zgłoszenie znów jest samodzielne.',
      otherGot: (id) => `Scalono z nim zgłoszenie ${id}.`,
      otherLost: (id) => `Oddzielono od niego zgłoszenie ${id}.`,
    },
    parent: {
      done: 'Zgłoszenie należy do tego incydentu.',
      undone: 'Zgłoszenie nie należy już do incydentu.',
      otherGot: (id) => `Do incydentu dołączono zgłoszenie ${id}.`,
      otherLost: (id) => `Zgłoszenie ${id} nie należy już do tego incydentu.`,
    },
  },
  uk: {
    merged_into: {
      done: 'Справа триває в тому зверненні.',
      undone: 'Звернення знову окреме.',
      otherGot: (id) => `З ним об’єднано звернення ${id}.`,
      otherLost: (id) => `Від нього відокремлено звернення ${id}.`,
    },
    parent: {
      done: 'Звернення належить до цього інциденту.',
      undone: 'Звернення більше не належить до інциденту.',
      otherGot: (id) => `До інциденту додано звернення ${id}.`,
      otherLost: (id) => `Звернення ${id} більше не належить до цього інциденту.`,
    },
  },
};
