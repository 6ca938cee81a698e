import { person, TAB_COLOUR, type TabSpec } from '../column-spec';

export const sessions: TabSpec<'sessions'> = {
  title: { en: 'Sessions', pl: 'Zajęcia', uk: 'Заняття' },
  colour: TAB_COLOUR.training,
  columns: {
    id: person(
      {
        en: [
          'Id',
          'A short name of your own for the session, such as XL-01. Keep it once participants are listed.',
        ],
        pl: ['Id', 'Własna krótka nazwa zajęć, np. XL-01. Nie zmieniaj jej, gdy są już uczestnicy.'],
        uk: ['Код', 'Ваша коротка назва заняття, як-от XL-01. Не змінюйте її, коли вже є учасники.'],
      },
      { width: 100 },
    ),
    course: person(
      {
        en: ['Course', 'Name of the course as participants know it.'],
        pl: ['Szkolenie', 'Nazwa szkolenia, jaką znają uczestnicy.'],
        uk: ['Курс', 'Назва курсу, яку знають учасники.'],
      },
      { width: 220 },
    ),
    client: person(
      {
        en: ['Client', 'The firm for which the session is held, if any.'],
        pl: ['Klient', 'Firma, dla której są zajęcia, jeśli to zajęcia zamknięte.'],
        uk: ['Замовник', 'Фірма, для якої проводиться заняття, якщо така є.'],
      },
      { width: 150 },
    ),
    starts_at: person(
      {
        en: ['Starts', 'Day and time of the start, in the time zone of this spreadsheet.'],
        pl: ['Początek', 'Dzień i godzina początku, w strefie czasowej tego arkusza.'],
        uk: ['Початок', 'День і час початку, у часовому поясі цієї таблиці.'],
      },
      { width: 135 },
    ),
    ends_at: person(
      {
        en: ['Ends', 'Day and time of the end.'],
        pl: ['Koniec', 'Dzień i godzina końca.'],
        uk: ['Кінець', 'День і час завершення.'],
      },
      { width: 135 },
    ),
    zone: person(
      {
        en: [
          'Time zone',
          'Only if participants are elsewhere: the zone in which mails name the time, such as Europe/Kyiv.',
        ],
        pl: [
          'Strefa czasowa',
          'Tylko gdy uczestnicy są gdzie indziej: strefa, w której listy podają godzinę, np. Europe/Kyiv.',
        ],
        uk: [
          'Часовий пояс',
          'Лише якщо учасники в іншому місці: пояс, у якому листи називають час, як-от Europe/Kyiv.',
        ],
      },
      { width: 120 },
    ),
    trainer: person(
      {
        en: ['Trainer', 'Who leads the session. Names come from the Team tab.'],
        pl: ['Prowadzi', 'Kto prowadzi zajęcia. Nazwiska pochodzą z karty Zespół.'],
        uk: ['Веде', 'Хто проводить заняття. Імена — з вкладки «Команда».'],
      },
      { width: 150, from: { tab: 'team', column: 'name' } },
    ),
    substitute: person(
      {
        en: ['Substitute', 'Who steps in when the trainer cannot.'],
        pl: ['Zastępstwo', 'Kto poprowadzi, gdy prowadząca osoba nie może.'],
        uk: ['Заміна', 'Хто проведе заняття, якщо основний тренер не зможе.'],
      },
      { width: 150, from: { tab: 'team', column: 'name' } },
    ),
    link: person(
      {
        en: ['Link', 'Where participants join online.'],
        pl: ['Link', 'Gdzie uczestnicy dołączają online.'],
        uk: ['Посилання', 'Де учасники приєднуються онлайн.'],
      },
      { width: 220 },
    ),
    place: person(
      {
        en: ['Place', 'Address and room, if the session is held on site.'],
        pl: ['Miejsce', 'Adres i sala, jeśli zajęcia są na miejscu.'],
        uk: ['Місце', 'Адреса й аудиторія, якщо заняття проходить очно.'],
      },
      { width: 180 },
    ),
    materials: person(
      {
        en: ['Materials', 'Link to the materials, or what to prepare.'],
        pl: ['Materiały', 'Link do materiałów albo co przygotować.'],
        uk: ['Матеріали', 'Посилання на матеріали або що підготувати.'],
      },
      { width: 220 },
    ),
    audience: person(
      {
        en: ['Audience', 'How used to technology the group is. Chooses the wording of mails.'],
        pl: ['Odbiorcy', 'Jak grupa radzi sobie z techniką. Od tego zależy ton listów.'],
        uk: ['Аудиторія', 'Наскільки група впевнена в техніці. Від цього залежить тон листів.'],
      },
      { width: 130 },
    ),
    language: person(
      {
        en: ['Language', 'Language of the session. Participants may have their own.'],
        pl: ['Język', 'Język zajęć. Uczestnik może mieć własny.'],
        uk: ['Мова', 'Мова заняття. Учасник може мати свою.'],
      },
      { width: 100 },
    ),
    state: person(
      {
        en: ['State', 'Planned, held or cancelled. Nobody is reminded of a cancelled session.'],
        pl: ['Stan', 'Zaplanowane, odbyte albo odwołane. O odwołanych nie przypominamy.'],
        uk: ['Стан', 'Заплановане, проведене чи скасоване. Про скасоване не нагадуємо.'],
      },
      { width: 120 },
    ),
    notes: person(
      {
        en: ['Notes', 'For the team only.'],
        pl: ['Notatki', 'Tylko dla zespołu.'],
        uk: ['Нотатки', 'Лише для команди.'],
      },
      { width: 220 },
    ),
  },
};

export const participants: TabSpec<'participants'> = {
  title: { en: 'Participants', pl: 'Uczestnicy', uk: 'Учасники' },
  colour: TAB_COLOUR.training,
  columns: {
    session_id: person(
      {
        en: ['Session', 'The session, by its id. One row for each person and session.'],
        pl: ['Zajęcia', 'Zajęcia według ich id. Jeden wiersz na osobę i zajęcia.'],
        uk: ['Заняття', 'Код заняття. Один рядок на кожну людину й заняття.'],
      },
      { width: 110, from: { tab: 'sessions', column: 'id' } },
    ),
    name: person(
      {
        en: ['Name', 'First and last name.'],
        pl: ['Imię i nazwisko', 'Imię i nazwisko uczestnika.'],
        uk: ['Ім’я та прізвище', 'Ім’я та прізвище учасника.'],
      },
      { width: 180 },
    ),
    email: person(
      {
        en: ['E-mail', 'Address to which reminders go.'],
        pl: ['E-mail', 'Adres, na który idą przypomnienia.'],
        uk: ['Ел. адреса', 'Адреса, на яку йдуть нагадування.'],
      },
      { width: 220 },
    ),
    language: person(
      {
        en: ['Language', 'Language in which we write. Empty: that of the session.'],
        pl: ['Język', 'Język, w którym piszemy. Puste: język zajęć.'],
        uk: ['Мова', 'Мова, якою пишемо. Порожньо: мова заняття.'],
      },
      { width: 100 },
    ),
    audience: person(
      {
        en: ['Experience', 'How used to technology this person is. Empty: as the session says.'],
        pl: ['Doświadczenie', 'Jak ta osoba radzi sobie z techniką. Puste: jak przy zajęciach.'],
        uk: ['Досвід', 'Наскільки ця людина впевнена в техніці. Порожньо: як у заняття.'],
      },
      { width: 130 },
    ),
    needs: person(
      {
        en: ['Needs', 'What helps this person take part, such as captions or large print.'],
        pl: ['Potrzeby', 'Co ułatwi udział, np. napisy lub duży druk.'],
        uk: ['Потреби', 'Що полегшить участь, наприклад субтитри чи великий шрифт.'],
      },
      { width: 180 },
    ),
    company: person(
      {
        en: ['Company', 'Employer, if it matters.'],
        pl: ['Firma', 'Pracodawca, jeśli ma znaczenie.'],
        uk: ['Компанія', 'Роботодавець, якщо це важливо.'],
      },
      { width: 150 },
    ),
    state: person(
      {
        en: ['State', 'Active, or left the course.'],
        pl: ['Stan', 'Bierze udział albo zrezygnował.'],
        uk: ['Стан', 'Бере участь або відмовився.'],
      },
      { width: 110 },
    ),
    reminders: person(
      {
        en: ['Reminders', 'No: this person does not want reminders.'],
        pl: ['Przypomnienia', 'Nie: ta osoba nie chce przypomnień.'],
        uk: ['Нагадування', 'Ні: ця людина не хоче нагадувань.'],
      },
      { width: 110 },
    ),
  },
};

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
        pl: ['Co', 'Co zrobił uczestnik: zalogował się, otworzył materiały. Wklej z platformy.'],
        uk: ['Що', 'Що зробив учасник: увійшов, відкрив матеріали. Вставте з вашої платформи.'],
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
        pl: ['Chwila', 'Kiedy sprawdzić, licząc od początku: -1 d to dzień przed.'],
        uk: ['Момент', 'Коли перевірити, від початку: -1 d — за день до.'],
      },
      { width: 110 },
    ),
    condition: person(
      {
        en: ['Has not yet', 'What should have happened by then, as on the Activity tab.'],
        pl: ['Jeszcze nie', 'Co powinno się już wydarzyć, tak jak w karcie Aktywność.'],
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
        en: ['Then tell', 'Who is told if it still has not happened. Names come from the Team tab.'],
        pl: ['Potem powiadom', 'Kogo powiadomić, jeśli nadal nic. Nazwiska pochodzą z karty Zespół.'],
        uk: ['Потім сповістити', 'Кого сповістити, якщо й далі нічого. Імена — з вкладки «Команда».'],
      },
      { width: 160, from: { tab: 'team', column: 'name' } },
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
        en: ['When', 'Before or after the session: -3 d, -2 h, +30 min.'],
        pl: ['Kiedy', 'Przed zajęciami lub po nich: -3 d, -2 h, +30 min.'],
        uk: ['Коли', 'До заняття або після нього: -3 d, -2 h, +30 min.'],
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
