import type { Dictionary } from './dictionary';

export const pl: Dictionary = {
  menu: {
    title: 'Rowdesk',
    setUp: 'Przygotuj arkusz',
    refreshNow: 'Odśwież teraz',
    openConversation: 'Otwórz rozmowę',
    about: 'O programie',
  },
  owner: {
    person: { name: 'Wypełniasz Ty', fills: 'To wypełniasz Ty.' },
    bridge: {
      name: 'Wypełnia most pocztowy',
      fills: 'To wypełnia most pocztowy; ręczne zmiany nie są brane pod uwagę.',
    },
    script: { name: 'Wypełnia skrypt', fills: 'To wypełnia skrypt; ręczne zmiany zostaną nadpisane.' },
  },
  problem: {
    ticketRowRestored: (ticket, from) => ({
      what: `Wiersz zgłoszenia ${ticket} był usunięty, gdy przyszła kolejna wiadomość od ${from}. Powstał na nowo z tego, co wie program pocztowy.`,
      todo: 'Uzupełnij to, co miał tylko dawny wiersz (priorytet, osobę, znaczniki), potem wyczyść tę linię.',
    }),
    badOffset: (step) => ({
      what: `Z przypomnienia „${step}” nie wynika jasno, kiedy ma wyjść.`,
      todo: 'Na karcie Przypomnienia wpisz czas jako „-3 d”, „-2 h” albo „+30 min”. Do tego czasu nie będzie wysyłane.',
    }),
    badCondition: (step) => ({
      what: `Nie da się zrozumieć warunku przypomnienia „${step}”.`,
      todo: 'Na karcie Przypomnienia wpisz go jako „logowanie = nie”, „online” albo „stacjonarnie” lub zostaw puste pole. Do tego czasu przypomnienie nie wychodzi.',
    }),
    badCheckpoint: (checkpoint) => ({
      what: `Z punktu kontrolnego „${checkpoint}” nie wynika jasno, na kiedy i co ma być zrobione.`,
      todo: 'Na karcie Punkty kontrolne wpisz czas jako „-1 d”, a to, co ma być zrobione, jako „logowanie”. Do tego czasu jest pomijany.',
    }),
    unknownZone: (session) => ({
      what: `Zajęcia „${session}” mają strefę czasową, której nie ma.`,
      todo: 'Wpisz ją jako Europe/Warsaw albo Europe/Kyiv lub zostaw puste pole: wtedy liczy się strefa firmy. Do tego czasu przypomnienia nie wychodzą.',
    }),
    unknownReaderZone: (email, zone) => ({
      what: `Strefa czasowa „${zone}” osoby ${email} nie istnieje.`,
      todo: 'Na karcie Uczestnicy wpisz ją jako Europe/Warsaw albo Europe/Kyiv lub zostaw puste pole. Do tego czasu liczy się strefa zajęć.',
    }),
    badSetting: (key, value, used) => ({
      what: `Ustawienie ${key} nie może mieć wartości „${value}”.`,
      todo: `Popraw je na karcie Ustawienia. Do tego czasu działa „${used}”.`,
    }),
    missingColumn: (tab, label) => ({
      what: `Na karcie „${tab}” brakuje kolumny „${label}”.`,
      todo: 'Wybierz w menu Rowdesk „Przygotuj arkusz”: doda kolumnę, a resztę zachowa.',
    }),
    copiedOutboxRow: (key) => ({
      what: `Klucz „${key}” jest w więcej niż jednym wierszu karty Wychodzące. Wysyłany jest tylko pierwszy z nich.`,
      todo: 'Aby wysłać i drugi, nadaj mu własny klucz; w przeciwnym razie usuń go.',
    }),
    missingTemplate: (key, language) => ({
      what: `Nie ma szablonu „${key}” (język: ${language}), więc list nie powstał.`,
      todo: 'Dodaj go na karcie Szablony.',
    }),
    undelivered: (ticket, address, answer) => ({
      what: `List ze zgłoszenia ${ticket} nie dotarł na ${address}: ${answer}`,
      todo: 'Sprawdź adres u uczestnika, najlepiej telefonicznie.',
    }),
    undeliveredReminder: (course, person, address) => ({
      what: `Listy o zajęciach „${course}” nie docierają do odbiorcy: ${person}. Ostatni list na ${address} wrócił.`,
      todo: 'Zapytaj o właściwy adres, najlepiej telefonicznie, i popraw go na karcie Uczestnicy. Do tego czasu na ten adres nie wychodzą listy o zajęciach.',
    }),
    unfetchable: (uid, reason) => ({
      what: `Serwer poczty nie wydaje jednego z listów w skrzynce (numer ${uid}): ${reason}`,
      todo: 'Otwórz skrzynkę i poszukaj go; jeśli to prośba o pomoc, prześlij go dalej na adres wsparcia.',
    }),
    quarantined: (name, reason) => ({
      what: `Jednego listu nie udało się odczytać i odłożono go na bok: ${reason}`,
      todo: `Jest zachowany w skrzynce i w folderze spool jako ${name}…eml. Jeśli to prośba o pomoc, odpowiedz na nią ze skrzynki. Osoba, która uruchamia Rowdesk, może ponowić próbę: „rowdesk quarantine retry ${name}”.`,
    }),
  },
};
