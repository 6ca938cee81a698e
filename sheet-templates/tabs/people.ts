import { person, script, TAB_COLOUR, type TabSpec } from '../column-spec';

export const team: TabSpec<'team'> = {
  title: { en: 'Team', pl: 'Zespół', uk: 'Команда' },
  colour: TAB_COLOUR.team,
  columns: {
    name: person(
      {
        en: ['Name', 'First and last name, as participants may see it.'],
        pl: ['Imię i nazwisko', 'Tak, jak mogą je zobaczyć uczestnicy.'],
        uk: ['Ім’я та прізвище', 'Так, як їх можуть бачити учасники.'],
      },
      { width: 170 },
    ),
    email: person(
      {
        en: ['E-mail', 'Mail from this address is taken as a colleague’s, once its sender is proved.'],
        pl: ['E-mail', 'Pocztę z tego adresu traktujemy jak zespołową, gdy nadawca jest potwierdzony.'],
        uk: ['Ел. адреса', 'Листи з цієї адреси вважаємо листами колеги, якщо відправника підтверджено.'],
      },
      { width: 220 },
    ),
    other_emails: person(
      {
        en: [
          'Other addresses',
          'Addresses from which this colleague answers too, separated by commas. Rowdesk adds one when the colleague confirms it by mail.',
        ],
        pl: [
          'Inne adresy',
          'Adresy, z których ta osoba też odpowiada, po przecinku. Rowdesk sam dopisuje adres, gdy ta osoba potwierdzi go mailem.',
        ],
        uk: [
          'Інші адреси',
          'Адреси, з яких колега теж відповідає, через кому. Rowdesk додає адресу, коли колега підтвердить її листом.',
        ],
      },
      { width: 200 },
    ),
    role: person(
      {
        en: [
          'Role',
          'Trainers work on their own tickets and may raise and hand them on, support and managers on all; administrators set up too.',
        ],
        pl: [
          'Rola',
          'Trenerzy: własne zgłoszenia (także priorytet i przekazanie); wsparcie i kierownictwo: wszystkie; administracja: też ustawienia.',
        ],
        uk: [
          'Роль',
          'Тренери: власні звернення (також пріоритет і передання); підтримка й керівництво: усі; адміністрування: ще й налаштування.',
        ],
      },
      { width: 120 },
    ),
    languages: person(
      {
        en: ['Languages', 'Languages in which this colleague answers: en, pl, uk.'],
        pl: ['Języki', 'Języki, w których ta osoba odpowiada: en, pl, uk.'],
        uk: ['Мови', 'Мови, якими ця людина відповідає: en, pl, uk.'],
      },
      { width: 110 },
    ),
    skills: person(
      {
        en: ['Skills', 'Categories and courses this colleague knows, separated by commas.'],
        pl: ['Umiejętności', 'Kategorie i szkolenia, na których się zna, po przecinkach.'],
        uk: ['Навички', 'Категорії та курси, на яких ця людина знається, через кому.'],
      },
      { width: 220 },
    ),
    absent_from: person(
      {
        en: ['Absent from', 'First day of absence.'],
        pl: ['Nieobecność od', 'Pierwszy dzień nieobecności.'],
        uk: ['Відсутність з', 'Перший день відсутності.'],
      },
      { width: 115 },
    ),
    absent_until: person(
      {
        en: ['Absent until', 'Last day of absence.'],
        pl: ['Nieobecność do', 'Ostatni dzień nieobecności.'],
        uk: ['Відсутність до', 'Останній день відсутності.'],
      },
      { width: 115 },
    ),
    substitute: person(
      {
        en: ['Substitute', 'Who takes over meanwhile.'],
        pl: ['Zastępstwo', 'Kto wtedy przejmuje sprawy.'],
        uk: ['Заміна', 'Хто тим часом веде справи.'],
      },
      { width: 150, from: { tab: 'team', column: 'name' } },
    ),
    max_open: person(
      {
        en: [
          'Most open tickets',
          'No more tickets are assigned to this colleague than this at a time. Empty: no limit.',
        ],
        pl: [
          'Najwięcej otwartych',
          'Więcej otwartych zgłoszeń ta osoba nie dostanie. Puste: bez ograniczenia.',
        ],
        uk: [
          'Найбільше відкритих',
          'Більше відкритих звернень ця людина не отримає. Порожньо: без обмеження.',
        ],
      },
      { width: 130, align: 'CENTER' },
    ),
    open_tickets: script(
      {
        en: ['Open now', 'Tickets in this colleague’s name that are not resolved, closed or spam.'],
        pl: ['Otwarte teraz', 'Zgłoszenia tej osoby, które nie są rozwiązane, zamknięte ani spamem.'],
        uk: ['Відкритих зараз', 'Звернення цієї людини, які не вирішено, не закрито й не є спамом.'],
      },
      { width: 110, align: 'CENTER' },
    ),
    active: person(
      {
        en: ['Active', 'Untick when a colleague leaves; keep the row for the history.'],
        pl: ['Aktywna osoba', 'Odznacz, gdy ktoś odchodzi; wiersz zostaw dla historii.'],
        uk: ['Працює', 'Зніміть позначку, коли людина йде; рядок лишіть для історії.'],
      },
      { width: 90, align: 'CENTER' },
    ),
  },
};

export const rota: TabSpec<'rota'> = {
  title: { en: 'Rota', pl: 'Dyżury', uk: 'Чергування' },
  colour: TAB_COLOUR.team,
  columns: {
    from: person(
      {
        en: ['From', 'Start of the duty.'],
        pl: ['Od', 'Początek dyżuru.'],
        uk: ['З', 'Початок чергування.'],
      },
      { width: 135 },
    ),
    to: person(
      {
        en: ['To', 'End of the duty.'],
        pl: ['Do', 'Koniec dyżuru.'],
        uk: ['До', 'Кінець чергування.'],
      },
      { width: 135 },
    ),
    email: person(
      {
        en: ['Who', 'Address of the colleague on duty, from the Team tab.'],
        pl: ['Kto', 'Adres osoby na dyżurze, z karty Zespół.'],
        uk: ['Хто', 'Адреса чергового, з вкладки «Команда».'],
      },
      { width: 220, from: { tab: 'team', column: 'email' } },
    ),
    duty: person(
      {
        en: ['Duty', 'What the duty is: support, or a session by its id.'],
        pl: ['Zadanie', 'Na czym polega dyżur: wsparcie albo id zajęć.'],
        uk: ['Завдання', 'У чому полягає чергування: підтримка або код заняття.'],
      },
      { width: 180 },
    ),
  },
};
