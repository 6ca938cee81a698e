import type { Article, ArticleId } from './knowledge-ids';

export const pl: Readonly<Record<ArticleId, Article>> = {
  password: {
    title: 'Nie pamiętam hasła. Jak się zalogować?',
    steps: [
      '1. Otwórz stronę logowania i wybierz „Nie pamiętam hasła”.',
      '2. Wpisz adres e-mail podany przy zapisie na szkolenie.',
      '3. W ciągu kilku minut przyjdzie wiadomość z linkiem. Zajrzyj też do spamu.',
      '4. Otwórz link i ustaw nowe hasło.',
      'Po 15 minutach nic nie przyszło? Napisz do nas z adresu podanego przy zapisie. Nigdy nie wysyłaj nam hasła.',
    ],
    also: ['nie mogę się zalogować', 'logowanie', 'reset hasła', 'zablokowane konto', 'zapomniane hasło'],
  },
  microphone: {
    title: 'Nikt mnie nie słyszy. Co zrobić?',
    steps: [
      '1. Sprawdź, czy ikona mikrofonu w spotkaniu nie jest przekreślona. Jeśli jest, kliknij ją.',
      '2. Kliknij strzałkę obok mikrofonu i wybierz z listy inny.',
      '3. Gdy przeglądarka pyta o dostęp do mikrofonu, wybierz „Zezwól”. Jeśli wcześniej wybrano odmowę, kliknij kłódkę obok adresu i zmień to tam.',
      '4. Zamknij inne programy, które używają mikrofonu, wyjdź ze spotkania i wejdź ponownie.',
      '5. Dalej nie działa? Dołącz z telefonu albo pisz na czacie i daj nam znać.',
    ],
    also: ['dźwięk', 'głos', 'słuchawki', 'wyciszenie', 'nie słychać mnie'],
  },
  camera: {
    title: 'Kamera nie działa. Co zrobić?',
    steps: [
      '1. Sprawdź, czy obiektyw nie jest zasłonięty: wiele laptopów ma do tego suwak lub klawisz.',
      '2. Kliknij ikonę kamery w spotkaniu. Przekreślona oznacza wyłączoną.',
      '3. Gdy przeglądarka pyta o dostęp do kamery, wybierz „Zezwól”.',
      '4. Zamknij inne programy, które mogą jej używać, na przykład drugie spotkanie.',
      '5. Wyjdź ze spotkania i wejdź ponownie.',
      'Można też uczestniczyć bez kamery: napisz o tym na czacie.',
    ],
    also: ['wideo', 'obraz', 'czarny ekran', 'kamerka'],
  },
  'joining-link': {
    title: 'Gdzie jest link i dlaczego się nie otwiera?',
    steps: [
      '1. Link jest w naszym ostatnim przypomnieniu. Poszukaj w poczcie nazwy szkolenia, także w spamie.',
      '2. Kliknij link. Jeśli nic się nie dzieje, skopiuj go w całości do paska adresu przeglądarki.',
      '3. Jeśli strona proponuje instalację programu, możesz wybrać wejście przez przeglądarkę.',
      '4. Sieć firmowa może blokować spotkania: spróbuj z telefonu albo z sieci domowej.',
      '5. „Spotkanie jeszcze się nie zaczęło”? Zostań na tej stronie, otworzy się dziesięć minut przed początkiem.',
    ],
    also: ['nie mogę dołączyć', 'wejście', 'zaproszenie', 'adres spotkania', 'pokój webinaru'],
  },
  recording: {
    title: 'Czy będzie nagranie i gdzie je znajdę?',
    steps: [
      '1. Jeśli zajęcia są nagrywane, prowadzący mówi o tym na początku.',
      '2. Link do nagrania przychodzi e-mailem, zwykle w ciągu dwóch dni roboczych.',
      '3. Nie chce się odtworzyć? Spróbuj w innej przeglądarce i wyłącz wtyczki blokujące treści.',
      'Jeśli link wygasł albo go brakuje, napisz do nas i podaj nazwę szkolenia oraz datę.',
    ],
    also: ['wideo', 'obejrzeć ponownie', 'nieobecność na zajęciach', 'powtórka'],
  },
  certificate: {
    title: 'Kiedy i jak dostanę certyfikat?',
    steps: [
      '1. Certyfikaty wysyłamy e-mailem po ostatnich zajęciach, zwykle w ciągu pięciu dni roboczych.',
      '2. Zajrzyj też do spamu.',
      '3. Sprawdź, czy imię i nazwisko są poprawne.',
      'Coś się nie zgadza albo nic nie przyszło? Odpowiedz na dowolną naszą wiadomość i podaj imię i nazwisko dokładnie tak, jak mają wyglądać.',
    ],
    also: ['zaświadczenie', 'dyplom', 'potwierdzenie udziału', 'błąd w nazwisku'],
  },
  invoice: {
    title: 'Jak otrzymać lub poprawić fakturę?',
    steps: [
      '1. Faktura przychodzi na adres e-mail podany w zamówieniu. Być może ma ją już księgowość.',
      '2. Aby ją otrzymać lub poprawić, prześlij nam: pełną nazwę firmy, NIP, adres i nazwę szkolenia.',
      '3. Napisz, na jaki adres wysłać fakturę.',
      'Odpowiadamy w godzinach podanych pod każdą wiadomością.',
    ],
    also: ['rachunek', 'płatność', 'NIP', 'korekta', 'VAT', 'proforma'],
  },
  reschedule: {
    title: 'Nie mogę przyjść w tym terminie. Co teraz?',
    steps: [
      '1. Napisz do nas jak najwcześniej, podaj nazwę szkolenia i datę.',
      '2. Napisz, jakie inne dni i godziny Ci pasują.',
      '3. Odpowiemy, co jest możliwe: inny termin, nagranie albo udział innej osoby.',
      'Została tylko godzina? Napisz mimo to: prowadzący będzie wiedzieć, że Cię nie będzie.',
    ],
    also: ['zmiana terminu', 'nieobecność', 'choroba', 'rezygnacja', 'zastępstwo'],
  },
  materials: {
    title: 'Gdzie są materiały i dlaczego się nie otwierają?',
    steps: [
      '1. Link do materiałów jest w przypomnieniu przed zajęciami.',
      '2. Jeśli strona prosi o dostęp, sprawdź, czy logujesz się adresem podanym przy zapisie.',
      '3. PDF się nie otwiera? Najpierw zapisz go na dysku i otwórz stamtąd.',
      '4. Plik jest za duży na telefon? Otwórz go na komputerze.',
      'Jeśli dalej nie działa, napisz nam nazwę pliku i treść komunikatu.',
    ],
    also: ['slajdy', 'prezentacja', 'pobieranie', 'brak dostępu', 'pliki'],
  },
  'slow-connection': {
    title: 'Obraz i dźwięk się rwą. Co pomaga?',
    steps: [
      '1. Wyłącz swoją kamerę: to daje najwięcej.',
      '2. Zamknij inne karty, programy i pobieranie plików.',
      '3. Usiądź bliżej routera albo podłącz się kablem.',
      '4. Poproś domowników, żeby w tym czasie nie oglądali filmów.',
      '5. Spróbuj udostępnić internet z telefonu.',
      '6. W ostateczności słuchaj przez telefon, a slajdy otwórz z materiałów.',
    ],
    also: ['wolny internet', 'zacina się', 'przerywa', 'wifi', 'rozłącza'],
  },
  'wrong-time-zone': {
    title: 'Kalendarz pokazuje inną godzinę niż Wasza wiadomość',
    steps: [
      '1. W naszych wiadomościach obok godziny jest strefa, na przykład „czas warszawski”.',
      '2. Między Warszawą a Kijowem jest zawsze godzina różnicy: 10:00 w Warszawie to 11:00 w Kijowie.',
      '3. Sprawdź, jaka strefa jest ustawiona w kalendarzu i na urządzeniu.',
      '4. W razie wątpliwości obowiązuje godzina z naszej ostatniej wiadomości.',
    ],
    also: ['zła godzina', 'strefa czasowa', 'czas kijowski', 'czas warszawski', 'zmiana czasu'],
  },
  accessibility: {
    title: 'Potrzebuję napisów, większego druku lub innego ułatwienia',
    steps: [
      '1. Napisz nam, co ułatwi Ci udział. Nie trzeba podawać powodów.',
      '2. Często możliwe są: napisy na żywo, materiały dużym drukiem lub dla czytnika ekranu, dłuższe przerwy, odpowiadanie na czacie zamiast głosem.',
      '3. Jeśli się da, napisz kilka dni wcześniej, żeby prowadzący mógł się przygotować.',
      '4. W większości programów do spotkań napisy można włączyć samodzielnie: poszukaj znaku „CC”.',
    ],
    also: ['dostępność', 'niepełnosprawność', 'czytnik ekranu', 'napisy', 'słaby słuch', 'słaby wzrok'],
  },
};
