import { person, TAB_COLOUR, type TabSpec } from '../column-spec';

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
