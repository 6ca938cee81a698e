import { person, script, TAB_COLOUR, type TabSpec } from '../column-spec';

export const history: TabSpec<'history'> = {
  title: { en: 'History', pl: 'Historia', uk: 'Історія' },
  colour: TAB_COLOUR.machine,
  columns: {
    at: script(
      {
        en: ['When', 'When it changed.'],
        pl: ['Kiedy', 'Kiedy nastąpiła zmiana.'],
        uk: ['Коли', 'Коли відбулася зміна.'],
      },
      { width: 135 },
    ),
    ticket_id: script(
      {
        en: ['Ticket', 'The ticket that changed.'],
        pl: ['Zgłoszenie', 'Zmienione zgłoszenie.'],
        uk: ['Звернення', 'Змінене звернення.'],
      },
      { width: 90 },
    ),
    who: script(
      {
        en: ['Who', 'The colleague or the rule that changed it.'],
        pl: ['Kto', 'Osoba lub reguła, która to zmieniła.'],
        uk: ['Хто', 'Колега чи правило, що змінили.'],
      },
      { width: 170 },
    ),
    what: script(
      {
        en: ['What', 'The field that changed.'],
        pl: ['Co', 'Zmienione pole.'],
        uk: ['Що', 'Змінене поле.'],
      },
      { width: 130 },
    ),
    from: script(
      {
        en: ['Before', 'The value before.'],
        pl: ['Przed', 'Wartość przed zmianą.'],
        uk: ['Було', 'Значення до зміни.'],
      },
      { width: 170 },
    ),
    to: script(
      {
        en: ['After', 'The value after.'],
        pl: ['Po', 'Wartość po zmianie.'],
        uk: ['Стало', 'Значення після зміни.'],
      },
      { width: 170 },
    ),
    why: script(
      {
        en: ['Why', 'The reason, if it is known.'],
        pl: ['Dlaczego', 'Powód, jeśli jest znany.'],
        uk: ['Чому', 'Причина, якщо вона відома.'],
      },
      { width: 320 },
    ),
  },
};

export const problems: TabSpec<'problems'> = {
  title: { en: 'Problems', pl: 'Problemy', uk: 'Проблеми' },
  colour: '#b3261e',
  columns: {
    at: script(
      {
        en: ['When', 'When it was noticed.'],
        pl: ['Kiedy', 'Kiedy to zauważono.'],
        uk: ['Коли', 'Коли це помічено.'],
      },
      { width: 135 },
    ),
    what: script(
      {
        en: ['What', 'What does not fit.'],
        pl: ['Co', 'Co się nie zgadza.'],
        uk: ['Що', 'Що не сходиться.'],
      },
      { width: 380, wrap: true },
    ),
    todo: script(
      {
        en: [
          'What to do',
          'How to put it right. Then delete this row: it comes back only if it happens anew.',
        ],
        pl: ['Co zrobić', 'Jak to naprawić. Potem usuń ten wiersz: wróci tylko, gdy zdarzy się to znowu.'],
        uk: [
          'Що зробити',
          'Як це виправити. Потім видаліть цей рядок: він повернеться, лише якщо це станеться знову.',
        ],
      },
      { width: 380, wrap: true },
    ),
    tab: script(
      {
        en: ['Tab', 'Where it is.'],
        pl: ['Karta', 'Gdzie to jest.'],
        uk: ['Вкладка', 'Де це.'],
      },
      { width: 120 },
    ),
    row: script(
      {
        en: ['Row', 'The ticket, session or other row it is about.'],
        pl: ['Wiersz', 'Zgłoszenie, zajęcia lub inny wiersz, którego to dotyczy.'],
        uk: ['Рядок', 'Звернення, заняття чи інший рядок, якого це стосується.'],
      },
      { width: 120 },
    ),
    key: script(
      {
        en: ['Key', 'For the program: the same problem is listed once.'],
        pl: ['Klucz', 'Dla programu: ten sam problem jest wpisany raz.'],
        uk: ['Ключ', 'Для програми: та сама проблема записана один раз.'],
      },
      { hidden: true },
    ),
  },
};

export const settings: TabSpec<'settings'> = {
  title: { en: 'Settings', pl: 'Ustawienia', uk: 'Налаштування' },
  colour: TAB_COLOUR.machine,
  columns: {
    key: person(
      {
        en: ['Setting', 'Name of the setting. Leave it as it is.'],
        pl: ['Ustawienie', 'Nazwa ustawienia. Zostaw ją bez zmian.'],
        uk: ['Параметр', 'Назва параметра. Залиште її без змін.'],
      },
      { width: 170 },
    ),
    value: person(
      {
        en: ['Value', 'What you choose.'],
        pl: ['Wartość', 'To, co wybierasz.'],
        uk: ['Значення', 'Те, що ви обираєте.'],
      },
      { width: 280 },
    ),
    note: person(
      {
        en: ['Meaning', 'What the setting does.'],
        pl: ['Znaczenie', 'Do czego służy ustawienie.'],
        uk: ['Пояснення', 'Що робить цей параметр.'],
      },
      { width: 420, wrap: true },
    ),
  },
};

/** Written by the tracker for the dashboard's charts. Kept like every tab, so that figures of years ago can be looked up. */
export const figures: TabSpec<'figures'> = {
  title: { en: 'Figures', pl: 'Liczby', uk: 'Показники' },
  colour: TAB_COLOUR.machine,
  columns: {
    week: script(
      {
        en: ['Week of', 'Monday of the week.'],
        pl: ['Tydzień od', 'Poniedziałek tygodnia.'],
        uk: ['Тиждень від', 'Понеділок тижня.'],
      },
      { width: 120, align: 'CENTER' },
    ),
    created: script(
      {
        en: ['New', 'Tickets that came in the week, spam left out.'],
        pl: ['Nowe', 'Zgłoszenia z tego tygodnia, bez spamu.'],
        uk: ['Нові', 'Звернення за тиждень, без спаму.'],
      },
      { width: 120, align: 'CENTER' },
    ),
    resolved: script(
      {
        en: ['Resolved', 'Tickets resolved in the week.'],
        pl: ['Rozwiązane', 'Zgłoszenia rozwiązane w tym tygodniu.'],
        uk: ['Вирішені', 'Звернення, вирішені за тиждень.'],
      },
      { width: 120, align: 'CENTER' },
    ),
    backlog: script(
      {
        en: ['Left open', 'Tickets not resolved at the end of the week.'],
        pl: ['Pozostało otwartych', 'Zgłoszenia nierozwiązane na koniec tygodnia.'],
        uk: ['Лишилося відкритих', 'Звернення, не вирішені на кінець тижня.'],
      },
      { width: 120, align: 'CENTER' },
    ),
    promises_kept: script(
      {
        en: ['Promises kept', 'Tickets resolved in the week with every promised time kept.'],
        pl: ['Terminy dotrzymane', 'Zgłoszenia rozwiązane w tygodniu z zachowaniem wszystkich terminów.'],
        uk: ['Обіцянки дотримано', 'Звернення, вирішені за тиждень з дотриманням усіх термінів.'],
      },
      { width: 120, align: 'CENTER' },
    ),
    promises_missed: script(
      {
        en: ['Promises missed', 'Tickets resolved in the week with some promised time missed.'],
        pl: ['Terminy przekroczone', 'Zgłoszenia rozwiązane w tygodniu, w których minął jakiś termin.'],
        uk: ['Обіцянки порушено', 'Звернення, вирішені за тиждень, де якийсь термін минув.'],
      },
      { width: 120, align: 'CENTER' },
    ),
    first_median: script(
      {
        en: [
          'First answer, median, h',
          'Half of the tickets of the week had their first answer within so many working hours.',
        ],
        pl: [
          '1. odpowiedź, mediana, godz.',
          'Połowa zgłoszeń tygodnia dostała pierwszą odpowiedź w tylu godzinach roboczych.',
        ],
        uk: [
          '1-ша відповідь, медіана, год',
          'Половина звернень тижня мала першу відповідь за стільки робочих годин.',
        ],
      },
      { width: 120, align: 'CENTER', decimals: 1 },
    ),
    first_p90: script(
      {
        en: [
          'First answer, 9 of 10, h',
          'Nine of ten tickets of the week had their first answer within so many working hours.',
        ],
        pl: [
          '1. odpowiedź, 9 na 10, godz.',
          'Dziewięć na dziesięć zgłoszeń tygodnia dostało pierwszą odpowiedź w tylu godzinach roboczych.',
        ],
        uk: [
          '1-ша відповідь, 9 з 10, год',
          'Дев’ять із десяти звернень тижня мали першу відповідь за стільки робочих годин.',
        ],
      },
      { width: 120, align: 'CENTER', decimals: 1 },
    ),
    resolution_median: script(
      {
        en: ['Resolution, median, h', 'Half of the tickets resolved in the week took so many working hours.'],
        pl: [
          'Rozwiązanie, mediana, godz.',
          'Połowa zgłoszeń rozwiązanych w tygodniu zajęła tyle godzin roboczych.',
        ],
        uk: [
          'Вирішення, медіана, год',
          'Половину звернень, вирішених за тиждень, вирішено за стільки робочих годин.',
        ],
      },
      { width: 120, align: 'CENTER', decimals: 1 },
    ),
    resolution_p90: script(
      {
        en: [
          'Resolution, 9 of 10, h',
          'Nine of ten tickets resolved in the week took so many working hours at most.',
        ],
        pl: [
          'Rozwiązanie, 9 na 10, godz.',
          'Dziewięć na dziesięć zgłoszeń rozwiązanych w tygodniu zajęło najwyżej tyle godzin roboczych.',
        ],
        uk: [
          'Вирішення, 9 з 10, год',
          'Дев’ять із десяти звернень, вирішених за тиждень, вирішено щонайбільше за стільки робочих годин.',
        ],
      },
      { width: 120, align: 'CENTER', decimals: 1 },
    ),
  },
};
