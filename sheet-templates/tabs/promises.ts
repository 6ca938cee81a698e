import { person, TAB_COLOUR, type TabSpec } from '../column-spec';

export const sla: TabSpec<'sla'> = {
  title: { en: 'SLA', pl: 'SLA', uk: 'SLA' },
  colour: TAB_COLOUR.support,
  columns: {
    name: person(
      {
        en: ['Policy', 'Name of this promise, as the dashboard shows it.'],
        pl: ['Zasada', 'Nazwa tej obietnicy, jaką pokazuje pulpit.'],
        uk: ['Правило', 'Назва цієї обіцянки, яку показує огляд.'],
      },
      { width: 150 },
    ),
    priority: person(
      {
        en: ['Priority', 'The priority for which the times hold. Empty: any.'],
        pl: ['Priorytet', 'Priorytet, którego dotyczą czasy. Puste: każdy.'],
        uk: ['Пріоритет', 'Пріоритет, для якого діють терміни. Порожньо: будь-який.'],
      },
      { width: 110 },
    ),
    category: person(
      {
        en: ['Category', 'Only tickets of this category. Empty: any.'],
        pl: ['Kategoria', 'Tylko zgłoszenia tej kategorii. Puste: każda.'],
        uk: ['Категорія', 'Лише звернення цієї категорії. Порожньо: будь-яка.'],
      },
      { width: 140 },
    ),
    client: person(
      {
        en: ['Client', 'Only tickets of this client firm. Empty: any.'],
        pl: ['Klient', 'Tylko zgłoszenia tej firmy. Puste: każda.'],
        uk: ['Замовник', 'Лише звернення цієї фірми. Порожньо: будь-яка.'],
      },
      { width: 150 },
    ),
    audience: person(
      {
        en: ['Audience', 'Only participants of such sessions. Empty: any.'],
        pl: ['Odbiorcy', 'Tylko uczestnicy takich zajęć. Puste: wszyscy.'],
        uk: ['Аудиторія', 'Лише учасники таких занять. Порожньо: усі.'],
      },
      { width: 130 },
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
    near_before: person(
      {
        en: [
          'Session near, min',
          'From so many minutes before a session of the participant until its end, answers are due faster. Empty: never.',
        ],
        pl: [
          'Zajęcia blisko, min',
          'Od tylu minut przed zajęciami uczestnika aż do ich końca odpowiadamy szybciej. Puste: nigdy.',
        ],
        uk: [
          'Заняття близько, хв',
          'За стільки хвилин до заняття учасника й до його кінця відповідаємо швидше. Порожньо: ніколи.',
        ],
      },
      { width: 130 },
    ),
    near_within: person(
      {
        en: ['Answer then within, min', 'How many minutes an answer may take while a session is near.'],
        pl: ['Odpowiedź wtedy w, min', 'Ile minut może wtedy trwać odpowiedź.'],
        uk: ['Відповідь тоді за, хв', 'За скільки хвилин тоді треба відповісти.'],
      },
      { width: 140 },
    ),
    note: person(
      {
        en: [
          'Note',
          'When this promise holds. Of the rows that fit, the one with the most conditions counts.',
        ],
        pl: [
          'Uwagi',
          'Kiedy to obowiązuje. Z pasujących wierszy liczy się ten, który ma najwięcej warunków.',
        ],
        uk: ['Примітка', 'Коли це діє. З рядків, що підходять, чинний той, у якого найбільше умов.'],
      },
      { width: 360, wrap: true },
    ),
  },
};

export const escalations: TabSpec<'escalations'> = {
  title: { en: 'Escalations', pl: 'Eskalacje', uk: 'Ескалації' },
  colour: TAB_COLOUR.support,
  columns: {
    clock: person(
      {
        en: ['Promise', 'Which promised time the step watches.'],
        pl: ['Termin', 'Którego terminu pilnuje ten krok.'],
        uk: ['Термін', 'За яким терміном стежить цей крок.'],
      },
      { width: 150 },
    ),
    when: person(
      {
        en: ['When', 'How long before (-30 min) or after (+2 h) the due time. 0: at the due time.'],
        pl: ['Kiedy', 'Ile przed terminem (-30 min) lub po nim (+2 h). 0: w chwili terminu.'],
        uk: ['Коли', 'За скільки до терміну (-30 min) чи після нього (+2 h). 0: у мить терміну.'],
      },
      { width: 110 },
    ),
    alert: person(
      {
        en: ['Whom to alert', 'assignee, substitute, duty, managers, or addresses, separated by commas.'],
        pl: ['Kogo zaalarmować', 'prowadzący, zastępca, dyżurny, kierownicy albo adresy, po przecinkach.'],
        uk: ['Кого сповістити', 'відповідальний, заступник, черговий, керівники або адреси, через кому.'],
      },
      { width: 220 },
    ),
    enabled: person(
      {
        en: ['On', 'Untick to switch the step off.'],
        pl: ['Włączone', 'Odznacz, aby wyłączyć krok.'],
        uk: ['Увімкнено', 'Зніміть позначку, щоб вимкнути крок.'],
      },
      { width: 90, align: 'CENTER' },
    ),
    note: person(
      {
        en: ['Note', 'Why this step exists.'],
        pl: ['Uwagi', 'Po co jest ten krok.'],
        uk: ['Примітка', 'Навіщо цей крок.'],
      },
      { width: 320, wrap: true },
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
    zone: person(
      {
        en: [
          'Time zone',
          'Where these hours are meant, such as Europe/Kyiv: one row of the calendar is enough. Empty: the firm’s zone.',
        ],
        pl: [
          'Strefa czasowa',
          'Gdzie obowiązują te godziny, np. Europe/Kyiv: wystarczy w jednym wierszu kalendarza. Puste: strefa firmy.',
        ],
        uk: [
          'Часовий пояс',
          'Де діють ці години, як-от Europe/Kyiv: досить одного рядка календаря. Порожньо: пояс фірми.',
        ],
      },
      { width: 140 },
    ),
  },
};
