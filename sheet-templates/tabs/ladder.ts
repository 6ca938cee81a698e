/** What goes out around a session: reminders, checkpoints and the activity that they look at. */
import { person, TAB_COLOUR, type TabSpec } from '../column-spec';

export const activity: TabSpec<'activity'> = {
  title: { en: 'Activity', pl: 'Aktywność', uk: 'Активність' },
  colour: TAB_COLOUR.training,
  columns: {
    at: person(
      {
        en: ['When', 'When it happened.'],
        pl: ['Kiedy', 'Kiedy to się stało.'],
        uk: ['Коли', 'Коли це сталося.'],
      },
      { width: 135 },
    ),
    email: person(
      {
        en: ['E-mail', 'Who did it.'],
        pl: ['E-mail', 'Kto to zrobił.'],
        uk: ['Ел. адреса', 'Хто це зробив.'],
      },
      { width: 220 },
    ),
    session_id: person(
      {
        en: ['Session', 'The session it belongs to.'],
        pl: ['Zajęcia', 'Zajęcia, których to dotyczy.'],
        uk: ['Заняття', 'Заняття, якого це стосується.'],
      },
      { width: 110, from: { tab: 'sessions', column: 'id' } },
    ),
    what: person(
      {
        en: ['What', 'What the participant did: logged in, opened materials. Paste it from your platform.'],
        pl: ['Co', 'Co się stało: zalogowanie, otwarcie materiałów. Wklej z platformy.'],
        uk: ['Що', 'Що зроблено: вхід, відкриття матеріалів. Вставте з вашої платформи.'],
      },
      { width: 200 },
    ),
  },
};

export const checkpoints: TabSpec<'checkpoints'> = {
  title: { en: 'Checkpoints', pl: 'Punkty kontrolne', uk: 'Контрольні точки' },
  colour: TAB_COLOUR.training,
  columns: {
    id: person(
      {
        en: ['Id', 'A short name of your own.'],
        pl: ['Id', 'Własna krótka nazwa.'],
        uk: ['Код', 'Ваша коротка назва.'],
      },
      { width: 130 },
    ),
    moment: person(
      {
        en: ['Moment', 'When to look, counted from the start: -1 d is one day before.'],
        pl: ['Kiedy', 'Kiedy sprawdzić, licząc od początku zajęć: -1 d to dzień wcześniej.'],
        uk: ['Момент', 'Коли перевірити, відносно початку заняття: -1 d — за день до нього.'],
      },
      { width: 110 },
    ),
    condition: person(
      {
        en: ['Has not yet', 'What should have happened by then, as on the Activity tab.'],
        pl: ['Jeszcze nie', 'Co powinno się już wydarzyć, tak jak na karcie Aktywność.'],
        uk: ['Ще не', 'Що вже мало статися, як на вкладці «Активність».'],
      },
      { width: 180 },
    ),
    template: person(
      {
        en: ['Template', 'The mail to send to those who have not.'],
        pl: ['Szablon', 'List do osób, które tego nie zrobiły.'],
        uk: ['Шаблон', 'Лист тим, хто цього не зробив.'],
      },
      { width: 160, from: { tab: 'templates', column: 'key' } },
    ),
    follow_up: person(
      {
        en: ['Then tell', 'Who gets a ticket about those who still have not. Empty: the trainer.'],
        pl: [
          'Potem powiadom',
          'Kto dostanie zgłoszenie o tych, którzy nadal tego nie zrobili. Puste: osoba prowadząca.',
        ],
        uk: [
          'Потім сповістити',
          'Хто отримає звернення про тих, хто досі цього не зробив. Порожньо: тренер.',
        ],
      },
      { width: 160, from: { tab: 'team', column: 'name' } },
    ),
    follow_after: person(
      {
        en: ['After', 'How long after the moment they are told: 12 h. Empty: nobody is told.'],
        pl: ['Po jakim czasie', 'Ile czasu później powiadomić: 12 h. Puste: nikogo nie powiadamiamy.'],
        uk: [
          'Через скільки',
          'Через скільки часу після цього сповістити: 12 h. Порожньо: нікого не сповіщаємо.',
        ],
      },
      { width: 100 },
    ),
    enabled: person(
      {
        en: ['On', 'Tick to use this checkpoint.'],
        pl: ['Włączony', 'Zaznacz, aby używać tego punktu.'],
        uk: ['Увімкнено', 'Позначте, щоб ця точка діяла.'],
      },
      { width: 80, align: 'CENTER' },
    ),
  },
};

export const reminders: TabSpec<'reminders'> = {
  title: { en: 'Reminders', pl: 'Przypomnienia', uk: 'Нагадування' },
  colour: TAB_COLOUR.training,
  columns: {
    step: person(
      {
        en: ['Step', 'A name for this step. Keep it: a step already sent is known by its name.'],
        pl: ['Krok', 'Nazwa kroku. Nie zmieniaj jej: po niej poznajemy, co już wysłano.'],
        uk: ['Крок', 'Назва кроку. Не змінюйте її: за нею ми знаємо, що вже надіслано.'],
      },
      { width: 130 },
    ),
    offset: person(
      {
        en: ['When', 'Before or after the session: -3 d, -2 h, +30 min; or “next working morning”.'],
        pl: ['Kiedy', 'Przed zajęciami lub po nich: -3 d, -2 h, +30 min; albo „następny roboczy ranek”.'],
        uk: ['Коли', 'До заняття або після нього: -3 d, -2 h, +30 min; або «наступний робочий ранок».'],
      },
      { width: 100 },
    ),
    anchor: person(
      {
        en: ['Counted from', 'Start or end of the session.'],
        pl: ['Liczone od', 'Początku lub końca zajęć.'],
        uk: ['Відлік від', 'Початку чи кінця заняття.'],
      },
      { width: 120 },
    ),
    audience: person(
      {
        en: ['Audience', 'Who gets this step.'],
        pl: ['Odbiorcy', 'Kto dostaje ten krok.'],
        uk: ['Аудиторія', 'Хто отримує цей крок.'],
      },
      { width: 130 },
    ),
    condition: person(
      {
        en: ['Only if', 'Empty: always. Otherwise “logged in = no”, “online” or “on site”.'],
        pl: ['Tylko gdy', 'Puste: zawsze. Inaczej „logowanie = nie”, „online” albo „stacjonarnie”.'],
        uk: ['Лише якщо', 'Порожньо: завжди. Інакше «вхід = ні», «онлайн» або «очно».'],
      },
      { width: 150 },
    ),
    template: person(
      {
        en: ['Template', 'The mail to send, from the Templates tab.'],
        pl: ['Szablon', 'List do wysłania, z karty Szablony.'],
        uk: ['Шаблон', 'Лист, який надсилаємо, з вкладки «Шаблони».'],
      },
      { width: 160, from: { tab: 'templates', column: 'key' } },
    ),
    at_night: person(
      {
        en: ['Also at night', 'Tick if this step may go out during the quiet hours.'],
        pl: ['Także nocą', 'Zaznacz, jeśli ten krok może wyjść w godzinach ciszy.'],
        uk: ['І вночі', 'Позначте, якщо цей крок можна надсилати в тихі години.'],
      },
      { width: 100, align: 'CENTER' },
    ),
    enabled: person(
      {
        en: ['On', 'Tick to use this step.'],
        pl: ['Włączone', 'Zaznacz, aby używać tego kroku.'],
        uk: ['Увімкнено', 'Позначте, щоб цей крок діяв.'],
      },
      { width: 80, align: 'CENTER' },
    ),
  },
};
