/** The page's own few words. What stands in the workbook comes in the firm's language by itself. */
export type Language = 'en' | 'pl' | 'uk';

const WORDS = {
  loading: { en: 'Opening the workbook…', pl: 'Otwieram arkusz…', uk: 'Відкриваю таблицю…' },
  tabs: { en: 'Tabs of the workbook', pl: 'Karty arkusza', uk: 'Аркуші таблиці' },
  menus: { en: 'Menus', pl: 'Menu', uk: 'Меню' },
  cells: { en: 'Cells', pl: 'Komórki', uk: 'Клітинки' },
  content: { en: 'Content of the cell', pl: 'Zawartość komórki', uk: 'Вміст клітинки' },
  download: { en: 'Download .xlsx', pl: 'Pobierz .xlsx', uk: 'Завантажити .xlsx' },
  choices: { en: 'Choices', pl: 'Do wyboru', uk: 'Варіанти' },
  openChoices: { en: 'Show the choices', pl: 'Pokaż opcje', uk: 'Показати варіанти' },
  noChoice: { en: 'Nothing fits', pl: 'Nic nie pasuje', uk: 'Нічого не підходить' },
  clear: { en: 'Leave empty', pl: 'Zostaw puste', uk: 'Залишити порожнім' },
  close: { en: 'Close', pl: 'Zamknij', uk: 'Закрити' },
  ok: { en: 'OK', pl: 'OK', uk: 'Гаразд' },
  cancel: { en: 'Cancel', pl: 'Anuluj', uk: 'Скасувати' },
  edit: { en: 'Edit anyway', pl: 'Edytuj mimo to', uk: 'Усе одно змінити' },
  working: { en: 'Working…', pl: 'Pracuję…', uk: 'Виконую…' },
  done: { en: 'Done.', pl: 'Gotowe.', uk: 'Готово.' },
  scriptFailed: { en: 'The script failed', pl: 'Skrypt zgłosił błąd', uk: 'Скрипт завершився помилкою' },
  note: { en: 'Note', pl: 'Notatka', uk: 'Примітка' },
  row: { en: 'Row', pl: 'Wiersz', uk: 'Рядок' },
  live: { en: 'Live', pl: 'Na żywo', uk: 'Наживо' },
  offline: {
    en: 'Not connected. What you see may be old; trying again…',
    pl: 'Brak połączenia. Widok może być nieaktualny; próbuję ponownie…',
    uk: 'Немає зв’язку. Дані можуть бути застарілими; пробую ще раз…',
  },
  protectedAsk: {
    en: 'A program writes this part of the sheet, so your change may be overwritten. Change it all the same?',
    pl: 'Tę część arkusza wypełnia program, więc Twoja zmiana może zostać nadpisana. Zmienić mimo to?',
    uk: 'Цю частину таблиці заповнює програма, тож вашу зміну може бути перезаписано. Усе одно змінити?',
  },
  protectedTitle: { en: 'Heads up', pl: 'Uwaga', uk: 'Увага' },
  'not-in-list': {
    en: 'The cell takes only a value from its list. Nothing was changed.',
    pl: 'Ta komórka przyjmuje tylko wartości z listy. Nic nie zostało zmienione.',
    uk: 'Ця клітинка приймає лише значення зі списку. Нічого не змінено.',
  },
  'not-a-date': {
    en: 'The cell takes only a date, such as 2026-11-30. Nothing was changed.',
    pl: 'Ta komórka przyjmuje tylko datę, na przykład 2026-11-30. Nic nie zostało zmienione.',
    uk: 'Ця клітинка приймає лише дату, наприклад 2026-11-30. Нічого не змінено.',
  },
  'not-a-number': {
    en: 'The cell takes only a number within its limits. Nothing was changed.',
    pl: 'Ta komórka przyjmuje tylko liczbę z dozwolonego zakresu. Nic nie zostało zmienione.',
    uk: 'Ця клітинка приймає лише число в дозволених межах. Нічого не змінено.',
  },
  computed: {
    en: 'A pivot table computes this cell. Change the rows that it counts instead.',
    pl: 'Tę komórkę oblicza tabela przestawna. Zmień wiersze, które ona zlicza.',
    uk: 'Цю клітинку обчислює зведена таблиця. Змініть рядки, які вона рахує.',
  },
  protected: {
    en: 'This part of the sheet is protected, and you are not among those who may edit it.',
    pl: 'Ta część arkusza jest chroniona, a Ty nie masz prawa jej edytować.',
    uk: 'Цю частину таблиці захищено, і у вас немає права її змінювати.',
  },
  'no-such-cell': {
    en: 'This cell is no longer there: rows or columns were removed.',
    pl: 'Tej komórki już nie ma: usunięto wiersze lub kolumny.',
    uk: 'Цієї клітинки вже немає: рядки або стовпці вилучено.',
  },
  failed: {
    en: 'That did not work. Try again; if it stays so, reload the page.',
    pl: 'Nie udało się. Spróbuj ponownie, a jeśli to nie pomoże, odśwież stronę.',
    uk: 'Не вдалося. Спробуйте ще раз, а якщо не допоможе, оновіть сторінку.',
  },
  notDrawn: {
    en: 'This kind of chart is not drawn here',
    pl: 'Tego rodzaju wykresu tu nie rysujemy',
    uk: 'Такі діаграми тут не малюються',
  },
  noData: { en: 'No data yet', pl: 'Jeszcze brak danych', uk: 'Ще немає даних' },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof WORDS;

export function chooseLanguage(asked: string | null, preferred: readonly string[]): Language {
  for (const tag of [asked ?? '', ...preferred]) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'pl' || language === 'uk') return language;
  }
  return 'en';
}

export function wordsIn(language: Language): (word: Word) => string {
  return (word) => WORDS[word][language];
}
