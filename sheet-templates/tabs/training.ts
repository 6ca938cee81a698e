import { bridge, person, TAB_COLOUR, type TabSpec } from '../column-spec';

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
        pl: ['Zastępstwo', 'Kto poprowadzi, gdy osoba prowadząca nie może.'],
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
        pl: ['Miejsce', 'Adres i sala, jeśli zajęcia są stacjonarne.'],
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
    confirmed: person(
      {
        en: ['Trainer confirmed', 'Yes, once the trainer has said that they will come.'],
        pl: ['Prowadzenie potwierdzone', 'Tak, gdy osoba prowadząca potwierdziła, że będzie.'],
        uk: ['Тренер підтвердив', 'Так, коли тренер підтвердив свою участь.'],
      },
      { width: 110 },
    ),
    deadline: person(
      {
        en: [
          'Deadline',
          'Until when participants must finish what the session asks of them, if there is such a day.',
        ],
        pl: [
          'Ostateczny termin',
          'Do kiedy uczestnicy muszą zrobić zadania z zajęć, jeśli jest taki termin.',
        ],
        uk: ['Крайній термін', 'До коли учасники мають виконати завдання заняття, якщо такий термін є.'],
      },
      { width: 135 },
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
        pl: ['Doświadczenie', 'Jak ta osoba radzi sobie z techniką. Puste: tak jak grupa.'],
        uk: ['Досвід', 'Наскільки ця людина впевнена в техніці. Порожньо: як уся група.'],
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
    zone: person(
      {
        en: [
          'Time zone',
          'Only if this person is elsewhere, such as Europe/London: mails name the time there, and nobody is woken.',
        ],
        pl: [
          'Strefa czasowa',
          'Tylko gdy ta osoba jest gdzie indziej, np. Europe/London: listy podają tamtejszą godzinę i nie budzą nocą.',
        ],
        uk: [
          'Часовий пояс',
          'Лише якщо ця людина в іншому місці, як-от Europe/London: листи називають тамтешній час і не будять уночі.',
        ],
      },
      { width: 120 },
    ),
    state: person(
      {
        en: ['State', 'Active, or left the course.'],
        pl: ['Stan', 'Bierze udział albo rezygnacja.'],
        uk: ['Стан', 'Бере участь або відмова.'],
      },
      { width: 110 },
    ),
    reminders: person(
      {
        en: [
          'Reminders',
          'No: this person does not want reminders. The bridge writes it too, when the person asks.',
        ],
        pl: [
          'Przypomnienia',
          'Nie: ta osoba nie chce przypomnień. Na jej prośbę wpisuje to też most pocztowy.',
        ],
        uk: ['Нагадування', 'Ні: ця людина не хоче нагадувань. На її прохання це вписує і поштовий міст.'],
      },
      { width: 110 },
    ),
    answer: bridge(
      {
        en: ['Invitation', 'What their calendar answered to our invitation.'],
        pl: ['Zaproszenie', 'Co kalendarz tej osoby odpowiedział na nasze zaproszenie.'],
        uk: ['Запрошення', 'Що відповів на наше запрошення календар цієї людини.'],
      },
      { width: 110 },
    ),
  },
};
