import { person, TAB_COLOUR, type TabSpec } from '../column-spec';

export const sla: TabSpec<'sla'> = {
  title: { en: 'SLA', pl: 'SLA', uk: 'SLA' },
  colour: TAB_COLOUR.support,
  columns: {
    priority: person(
      {
        en: ['Priority', 'The priority for which the times hold.'],
        pl: ['Priorytet', 'Priorytet, którego dotyczą czasy.'],
        uk: ['Пріоритет', 'Пріоритет, для якого діють терміни.'],
      },
      { width: 110 },
    ),
    calendar: person(
      {
        en: ['Calendar', 'Whose working hours count, by the name used on the Calendar tab.'],
        pl: ['Kalendarz', 'Czyje godziny pracy liczymy: nazwa z karty Kalendarz.'],
        uk: ['Календар', 'За якими робочими годинами рахуємо: назва з вкладки «Календар».'],
      },
      { width: 110, from: { tab: 'calendar', column: 'calendar' } },
    ),
    first_answer: person(
      {
        en: ['First answer, min', 'Working minutes until the first answer.'],
        pl: ['Pierwsza odpowiedź, min', 'Minuty robocze do pierwszej odpowiedzi.'],
        uk: ['Перша відповідь, хв', 'Робочі хвилини до першої відповіді.'],
      },
      { width: 130 },
    ),
    next_answer: person(
      {
        en: ['Next answer, min', 'Working minutes until each later answer.'],
        pl: ['Kolejna odpowiedź, min', 'Minuty robocze do każdej kolejnej odpowiedzi.'],
        uk: ['Наступна відповідь, хв', 'Робочі хвилини до кожної наступної відповіді.'],
      },
      { width: 130 },
    ),
    resolution: person(
      {
        en: ['Resolution, min', 'Working minutes until the ticket is resolved.'],
        pl: ['Rozwiązanie, min', 'Minuty robocze do rozwiązania zgłoszenia.'],
        uk: ['Вирішення, хв', 'Робочі хвилини до вирішення звернення.'],
      },
      { width: 130 },
    ),
    note: person(
      {
        en: ['Note', 'When to use this priority.'],
        pl: ['Uwagi', 'Kiedy używać tego priorytetu.'],
        uk: ['Примітка', 'Коли вживати цей пріоритет.'],
      },
      { width: 360, wrap: true },
    ),
  },
};

export const calendar: TabSpec<'calendar'> = {
  title: { en: 'Calendar', pl: 'Kalendarz', uk: 'Календар' },
  colour: TAB_COLOUR.support,
  columns: {
    calendar: person(
      {
        en: ['Calendar', 'Name of the calendar, such as pl or uk.'],
        pl: ['Kalendarz', 'Nazwa kalendarza, np. pl lub uk.'],
        uk: ['Календар', 'Назва календаря, як-от pl чи uk.'],
      },
      { width: 110 },
    ),
    kind: person(
      {
        en: ['Kind', 'Opening hours, or a day off. Delete the row of a day on which you do work.'],
        pl: ['Rodzaj', 'Godziny pracy albo dzień wolny. Usuń wiersz dnia, w którym jednak pracujecie.'],
        uk: [
          'Вид',
          'Робочі години або вихідний. Видаліть рядок дня, коли ви працюєте (зокрема у воєнний стан).',
        ],
      },
      { width: 120 },
    ),
    weekday: person(
      {
        en: ['Weekday', 'For opening hours: 1 is Monday, 7 is Sunday.'],
        pl: ['Dzień tygodnia', 'Przy godzinach pracy: 1 to poniedziałek, 7 to niedziela.'],
        uk: ['День тижня', 'Для робочих годин: 1 — понеділок, 7 — неділя.'],
      },
      { width: 110, align: 'CENTER' },
    ),
    date: person(
      {
        en: ['Date', 'For a day off: its date.'],
        pl: ['Data', 'Przy dniu wolnym: jego data.'],
        uk: ['Дата', 'Для вихідного: його дата.'],
      },
      { width: 105 },
    ),
    opens: person(
      {
        en: ['Opens', 'Start of work, such as 09:00.'],
        pl: ['Otwarcie', 'Początek pracy, np. 09:00.'],
        uk: ['Початок', 'Початок роботи, як-от 09:00.'],
      },
      { width: 90, align: 'CENTER' },
    ),
    closes: person(
      {
        en: ['Closes', 'End of work, such as 17:00.'],
        pl: ['Zamknięcie', 'Koniec pracy, np. 17:00.'],
        uk: ['Кінець', 'Кінець роботи, як-от 17:00.'],
      },
      { width: 90, align: 'CENTER' },
    ),
    name: person(
      {
        en: ['Name', 'Name of the day, for people.'],
        pl: ['Nazwa', 'Nazwa dnia, dla ludzi.'],
        uk: ['Назва', 'Назва дня, для людей.'],
      },
      { width: 280 },
    ),
  },
};

export const wishes: TabSpec<'wishes'> = {
  title: { en: 'Wishes', pl: 'Życzenia', uk: 'Побажання' },
  colour: TAB_COLOUR.support,
  columns: {
    id: person(
      {
        en: ['Id', 'A short number for the wish.'],
        pl: ['Id', 'Krótki numer życzenia.'],
        uk: ['Код', 'Короткий номер побажання.'],
      },
      { width: 80 },
    ),
    at: person(
      {
        en: ['When', 'When it was first said.'],
        pl: ['Kiedy', 'Kiedy padło po raz pierwszy.'],
        uk: ['Коли', 'Коли про це сказали вперше.'],
      },
      { width: 135 },
    ),
    kind: person(
      {
        en: ['Kind', 'A wish for something new, or a fault to mend.'],
        pl: ['Rodzaj', 'Życzenie czegoś nowego albo usterka do naprawy.'],
        uk: ['Вид', 'Побажання чогось нового або вада, яку слід усунути.'],
      },
      { width: 100 },
    ),
    from: person(
      {
        en: ['From', 'Who asked, so that they can be told when it is done.'],
        pl: ['Od kogo', 'Kto prosił, żeby dać znać, gdy będzie gotowe.'],
        uk: ['Від кого', 'Хто просив, щоб повідомити, коли буде готово.'],
      },
      { width: 180 },
    ),
    text: person(
      {
        en: ['What', 'The wish in a sentence.'],
        pl: ['Co', 'Życzenie w jednym zdaniu.'],
        uk: ['Що', 'Побажання одним реченням.'],
      },
      { width: 360, wrap: true },
    ),
    ticket_id: person(
      {
        en: ['Ticket', 'The ticket it came from.'],
        pl: ['Zgłoszenie', 'Zgłoszenie, z którego pochodzi.'],
        uk: ['Звернення', 'Звернення, з якого воно виникло.'],
      },
      { width: 90 },
    ),
    votes: person(
      {
        en: ['Votes', 'How many people asked for it.'],
        pl: ['Głosy', 'Ile osób o to prosiło.'],
        uk: ['Голоси', 'Скільки людей про це просили.'],
      },
      { width: 80, align: 'CENTER' },
    ),
    state: person(
      {
        en: ['State', 'What became of it.'],
        pl: ['Stan', 'Co się z tym dzieje.'],
        uk: ['Стан', 'Що з цим відбувається.'],
      },
      { width: 120 },
    ),
  },
};

export const surveys: TabSpec<'surveys'> = {
  title: { en: 'Surveys', pl: 'Ankiety', uk: 'Опитування' },
  colour: TAB_COLOUR.support,
  columns: {
    at: person(
      {
        en: ['When', 'When the answer came.'],
        pl: ['Kiedy', 'Kiedy przyszła odpowiedź.'],
        uk: ['Коли', 'Коли надійшла відповідь.'],
      },
      { width: 135 },
    ),
    ticket_id: person(
      {
        en: ['Ticket', 'The ticket that was rated.'],
        pl: ['Zgłoszenie', 'Oceniane zgłoszenie.'],
        uk: ['Звернення', 'Звернення, яке оцінили.'],
      },
      { width: 90 },
    ),
    session_id: person(
      {
        en: ['Session', 'The session that was rated.'],
        pl: ['Zajęcia', 'Oceniane zajęcia.'],
        uk: ['Заняття', 'Заняття, яке оцінили.'],
      },
      { width: 110, from: { tab: 'sessions', column: 'id' } },
    ),
    from: person(
      {
        en: ['From', 'Who answered.'],
        pl: ['Od kogo', 'Kto odpowiedział.'],
        uk: ['Від кого', 'Хто відповів.'],
      },
      { width: 200 },
    ),
    score: person(
      {
        en: ['Score', 'From 1 (bad) to 5 (very good).'],
        pl: ['Ocena', 'Od 1 (źle) do 5 (bardzo dobrze).'],
        uk: ['Оцінка', 'Від 1 (погано) до 5 (дуже добре).'],
      },
      { width: 80, align: 'CENTER' },
    ),
    comment: person(
      {
        en: ['Comment', 'In their own words.'],
        pl: ['Komentarz', 'Własnymi słowami uczestnika.'],
        uk: ['Коментар', 'Словами самого учасника.'],
      },
      { width: 420, wrap: true },
    ),
  },
};
