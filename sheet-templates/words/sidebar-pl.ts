import { plural } from '../../core/time/plural';
import type { TrackerWords } from './sidebar-words';

export const pl: TrackerWords = {
  command: {
    refreshed: (changed) =>
      changed === 0
        ? 'Wszystko jest aktualne.'
        : `Zaktualizowano ${changed} ${plural('pl', changed, ['zgłoszenie', 'zgłoszenia', 'zgłoszeń'])}.`,
    otherRunning: 'Rowdesk właśnie pracuje w tym arkuszu. Spróbuj ponownie za minutę.',
    unfinished: 'Pracy było więcej, niż mieści się w jednym przebiegu. Reszta nastąpi za kilka minut.',
    setUpTitle: 'Rowdesk jest gotowy',
    setUpDone: (tabs, columns) =>
      `Dodano ${tabs} ${plural('pl', tabs, ['kartę', 'karty', 'kart'])} i ${columns} ${plural('pl', columns, ['kolumnę', 'kolumny', 'kolumn'])}. Nic z Twoich danych nie zostało usunięte.`,
    setUpNothingToDo: 'Arkusz był już kompletny. Nic nie zostało zmienione.',
    clockInstalled: 'Statusy i terminy będą teraz aktualizowane co 5 minut.',
    clockRunsElsewhere: (who) =>
      `Statusy i terminy aktualizuje już konto ${who}, więc drugi zegar nie został uruchomiony.`,
    notSetUp: 'W tym arkuszu brakuje kart potrzebnych programowi. Wybierz Rowdesk → Przygotuj arkusz.',
    about: (lastTick) =>
      `Rowdesk to punkt pomocy w tym arkuszu i w Waszej skrzynce pocztowej.\n\nOstatnia aktualizacja statusów i terminów: ${lastTick}.\n\nPocztę odbiera i wysyła most Rowdesk, Wasz własny program. Skrypt niczego nie wysyła poza ten arkusz.`,
    neverRan: 'jeszcze nigdy',
  },
  finding: {
    duplicateId: (id, rows) => ({
      what: `Zgłoszenie ${id} jest w więcej niż jednym wierszu (wiersze ${rows}). Żaden z nich nie będzie aktualizowany, dopóki nie zostanie jeden.`,
      todo: 'Usuń kopię albo wyczyść numer w skopiowanym wierszu.',
    }),
    idMissing: (row, subject) => ({
      what: `Wiersz ${row} karty Zgłoszenia nie ma numeru${subject === '' ? '' : ` („${subject}”)`}. Poczta tego zgłoszenia już do niego nie trafi.`,
      todo: 'Cofnij zmianę (Ctrl+Z) albo wpisz numer z karty Wiadomości; jeśli to pozostałość, usuń wiersz.',
    }),
    messagesWithoutTicket: (ticketId) => ({
      what: `Na karcie Wiadomości są wiadomości zgłoszenia ${ticketId}, którego nie ma na karcie Zgłoszenia.`,
      todo: 'Przywróć wiersz zgłoszenia (Plik → Historia zmian) albo usuń także jego wiadomości.',
    }),
    unreadableCell: (column, found, id) => ({
      what: `Zgłoszenie ${id}: Rowdesk nie rozumie wpisu „${found}” w kolumnie „${column}”. Komórka została bez zmian i liczy się jak pusta.`,
      todo: 'Popraw komórkę; jeśli ma listę, wybierz z listy.',
    }),
    rowWouldNotStandStill: (id) => ({
      what: `Wiersz zgłoszenia ${id} wciąż zmieniał miejsce podczas zapisu, więc zapis został przerwany.`,
      todo: 'Porównaj wiersz z kartą Historia. Następny przebieg zaktualizuje terminy.',
    }),
  },
  page: {
    title: 'Rozmowa',
    loading: 'Wczytywanie …',
    refresh: 'Odśwież',
    pickTicket: 'Zaznacz wiersz na karcie Zgłoszenia, aby przeczytać tu rozmowę.',
    otherSelected: (id) => `Zaznaczono ${id}. Twój szkic zostaje tutaj.`,
    showIt: 'Pokaż',
    status: 'Status',
    dueTimes: 'Terminy',
    why: 'Dlaczego',
    session: 'Zajęcia',
    conversation: 'Rozmowa',
    noMessages: 'Nie ma jeszcze wiadomości.',
    note: 'Notatka wewnętrzna',
    quoted: 'Pokaż cytowany tekst',
    attachments: 'Załączniki',
    reply: 'Odpowiedź',
    internalNote: 'Notatka',
    template: 'Szablon',
    usualForm: 'Zwykła odpowiedź',
    forms: 'Forma listu',
    inserts: 'Wstaw tekst',
    yourAnswer: (name) => `Twoja odpowiedź, odbiorca: ${name}`,
    yourNote: 'Twoja notatka dla zespołu',
    preview: 'Co zostanie wysłane',
    previewEmpty: 'Napisz coś, aby zobaczyć wiadomość.',
    sendAndWait: 'Wyślij i czekaj na uczestnika',
    sendAndResolve: 'Wyślij i zamknij sprawę',
    saveNote: 'Zapisz notatkę',
    noteStaysInside: 'Notatki są dla zespołu. Nigdy nie są wysyłane.',
    sending: 'Zapisywanie …',
    queued: 'W kolejce. Most wyśle ją mniej więcej w ciągu minuty.',
    queuedAlready: 'Ta odpowiedź była już w kolejce; nie dodano jej drugi raz.',
    noteSaved: 'Notatka zapisana.',
    statusSaved: 'Status zapisany.',
    pausedFollowing: 'Panel nie śledzi teraz zaznaczenia. Przesuń tu wskaźnik, aby to wznowić.',
    answerLanguage: { en: 'po angielsku', pl: 'po polsku', uk: 'po ukraińsku' },
    pending: 'Czeka na wysłanie',
    failed: 'Nie wysłano: zobacz kartę Poczta wychodząca',
    connectionLost:
      'Google nie odpowiada. Sprawdź połączenie i spróbuj ponownie: nic nie zostanie wysłane dwa razy.',
  },
  refusal: {
    'no-ticket-selected': 'Nie zaznaczono zgłoszenia. Zaznacz wiersz na karcie Zgłoszenia.',
    'ticket-gone': (id) =>
      `Zgłoszenia ${id} nie ma już na karcie Zgłoszenia. Cofnij usunięcie albo wybierz inny wiersz.`,
    'ticket-doubled': (id) =>
      `Zgłoszenie ${id} jest w więcej niż jednym wierszu. Najpierw usuń kopię; karta Problemy mówi którą.`,
    'address-invalid': (address) =>
      address === ''
        ? 'To zgłoszenie nie ma adresu e-mail. Najpierw wpisz go w wierszu zgłoszenia.'
        : `Na adres „${address}” nie da się wysłać poczty. Najpierw popraw go w wierszu zgłoszenia.`,
    'status-refused': (detail) => detail,
    'text-empty': 'Nie ma jeszcze czego wysłać. Najpierw napisz odpowiedź.',
    'text-too-long': (limit) => `Tekst jest za długi. Skróć go do ${limit} znaków.`,
    busy: 'Arkusz jest teraz zajęty. Spróbuj za kilka sekund; Twój tekst zostaje.',
    'not-set-up': 'W tym arkuszu brakuje kart potrzebnych programowi. Wybierz Rowdesk → Przygotuj arkusz.',
    'template-broken': (detail) => `Nie da się ułożyć listu: ${detail}`,
    'unknown-request': 'Ta strona jest starsza niż skrypt. Zamknij ją i otwórz rozmowę ponownie.',
  },
};
