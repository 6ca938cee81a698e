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
        en: ['What to do', 'How to put it right. The row goes away by itself afterwards.'],
        pl: ['Co zrobić', 'Jak to naprawić. Potem wiersz zniknie sam.'],
        uk: ['Що зробити', 'Як це виправити. Потім рядок зникне сам.'],
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
