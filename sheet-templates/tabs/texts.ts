import { person, TAB_COLOUR, type TabSpec } from '../column-spec';

export const templates: TabSpec<'templates'> = {
  title: { en: 'Templates', pl: 'Szablony', uk: 'Шаблони' },
  colour: TAB_COLOUR.texts,
  columns: {
    key: person(
      {
        en: ['Key', 'Name by which rules find the template. Change the texts, not this.'],
        pl: ['Klucz', 'Nazwa, po której reguły znajdują szablon. Zmieniaj teksty, nie klucz.'],
        uk: ['Ключ', 'Назва, за якою правила знаходять шаблон. Змінюйте тексти, а не ключ.'],
      },
      { width: 210 },
    ),
    language: person(
      {
        en: ['Language', 'Language of this text.'],
        pl: ['Język', 'Język tego tekstu.'],
        uk: ['Мова', 'Мова цього тексту.'],
      },
      { width: 100 },
    ),
    audience: person(
      {
        en: ['Audience', 'For whom this wording is. “Anyone” is used when nothing fits better.'],
        pl: ['Odbiorcy', 'Dla kogo jest ta wersja. „Każdy” działa, gdy nie ma lepszej.'],
        uk: ['Аудиторія', 'Для кого цей варіант. «Будь-хто» діє, коли немає кращого.'],
      },
      { width: 130 },
    ),
    need: person(
      {
        en: [
          'Need',
          '“Special needs”: the wording for people with something in the Needs column. They get plain text.',
        ],
        pl: [
          'Potrzeba',
          '„Szczególne potrzeby”: wersja dla osób z wpisem w kolumnie Potrzeby. Dostają zwykły tekst.',
        ],
        uk: [
          'Потреба',
          '«Особливі потреби»: варіант для людей із записом у стовпці «Потреби». Вони отримують простий текст.',
        ],
      },
      { width: 130 },
    ),
    subject: person(
      {
        en: ['Subject', 'Subject of the mail.'],
        pl: ['Temat', 'Temat wiadomości.'],
        uk: ['Тема', 'Тема листа.'],
      },
      { width: 280, wrap: true },
    ),
    body: person(
      {
        en: ['Text', 'Text of the mail. Words in {{ }} are filled in for each person.'],
        pl: ['Treść', 'Treść listu. Słowa w {{ }} uzupełniają się dla każdej osoby.'],
        uk: ['Текст', 'Текст листа. Слова в {{ }} підставляються для кожної людини.'],
      },
      { width: 520, wrap: true },
    ),
    notes: person(
      {
        en: ['Notes', 'For the team: when to use this text.'],
        pl: ['Notatki', 'Dla zespołu: kiedy używać tego tekstu.'],
        uk: ['Нотатки', 'Для команди: коли вживати цей текст.'],
      },
      { width: 260, wrap: true },
    ),
  },
};

export const knowledge: TabSpec<'knowledge'> = {
  title: { en: 'Knowledge', pl: 'Baza wiedzy', uk: 'База знань' },
  colour: TAB_COLOUR.texts,
  columns: {
    id: person(
      {
        en: ['Id', 'One id for the article in all its languages.'],
        pl: ['Id', 'Jedno id artykułu we wszystkich językach.'],
        uk: ['Код', 'Один код статті для всіх мов.'],
      },
      { width: 130 },
    ),
    language: person(
      {
        en: ['Language', 'Language of this text.'],
        pl: ['Język', 'Język tego tekstu.'],
        uk: ['Мова', 'Мова цього тексту.'],
      },
      { width: 100 },
    ),
    title: person(
      {
        en: ['Title', 'The question as a participant would ask it.'],
        pl: ['Tytuł', 'Pytanie tak, jak zadałby je uczestnik.'],
        uk: ['Заголовок', 'Питання так, як його поставив би учасник.'],
      },
      { width: 260, wrap: true },
    ),
    body: person(
      {
        en: ['Answer', 'Plain steps, one on each line.'],
        pl: ['Odpowiedź', 'Proste kroki, każdy w osobnym wierszu.'],
        uk: ['Відповідь', 'Прості кроки, кожен з нового рядка.'],
      },
      { width: 520, wrap: true },
    ),
    also_called: person(
      {
        en: ['Also called', 'Other words people search for, separated by commas.'],
        pl: ['Inne słowa', 'Inne słowa, których ludzie szukają, po przecinkach.'],
        uk: ['Інші слова', 'Інші слова, за якими шукають, через кому.'],
      },
      { width: 220, wrap: true },
    ),
    public: person(
      {
        en: ['Public', 'Tick to show the article on the help page. Otherwise only the team sees it.'],
        pl: ['Publiczny', 'Zaznacz, aby pokazać artykuł na stronie pomocy. Inaczej widzi go tylko zespół.'],
        uk: [
          'Публічна',
          'Позначте, щоб показати статтю на сторінці допомоги. Інакше її бачить лише команда.',
        ],
      },
      { width: 85, align: 'CENTER' },
    ),
    updated_at: person(
      {
        en: ['Updated', 'Day of the last change.'],
        pl: ['Zmieniono', 'Dzień ostatniej zmiany.'],
        uk: ['Оновлено', 'День останньої зміни.'],
      },
      { width: 105 },
    ),
  },
};
