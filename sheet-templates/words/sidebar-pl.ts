import { plural } from '../../core/time/plural';
import { pl as page } from './page-pl';
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
    onlyAdmins: 'Arkusz przygotowują osoby z rolą Administracja na karcie Zespół. Poproś jedną z nich.',
    onlyTeam:
      'To polecenie jest dla osób z karty Zespół. Poproś opiekuna arkusza o dopisanie tam Twojego adresu.',
    about: (lastTick) =>
      `Rowdesk to punkt pomocy w tym arkuszu i w Waszej skrzynce pocztowej.\n\nOstatnia aktualizacja statusów i terminów: ${lastTick}.\n\nPocztę odbiera i wysyła most Rowdesk, Wasz własny program. Skrypt niczego nie wysyła poza ten arkusz.`,
    neverRan: 'jeszcze nigdy',
  },
  finding: {
    duplicateId: (id, rows, differing) => ({
      what: `Zgłoszenie ${id} jest w więcej niż jednym wierszu (wiersze ${rows}). ${differing === '' ? 'Są dokładnie takie same.' : `Różnią się w kolumnach: ${differing}.`} Żaden z nich nie będzie aktualizowany, dopóki nie zostanie jeden.`,
      todo:
        differing === ''
          ? 'Usuń jeden z nich.'
          : 'Usuń błędny wiersz. Jeśli kopia ma być osobnym zgłoszeniem, wyczyść w niej numer.',
    }),
    numbersMixedUp: (rows) => ({
      what: `Numery zgłoszeń w wierszach ${rows} nie pasują do reszty tych wierszy. Być może posortowano tylko część kolumn. Tych wierszy nie aktualizujemy.`,
      todo: 'Cofnij zmianę (Ctrl+Z) albo przywróć wcześniejszą wersję: Plik → Historia zmian. Sortuj filtrem w nagłówku: przenosi całe wiersze.',
    }),
    nobodyFits: (id, reasons) => ({
      what: `Nikt z karty Zespół nie może przejąć zgłoszenia ${id}. ${reasons}.`,
      todo: 'Wybierz osobę w wierszu zgłoszenia albo uzupełnij kartę Zespół: języki, nieobecności, zastępstwa, limit otwartych.',
    }),
    heldByAbsent: (id, name) => ({
      what: `Zgłoszenie ${id}: prowadzi je ${name}, choć ta osoba jest nieobecna albo już nie pracuje. Nie zmieniamy tego, bo tak wybrano ręcznie.`,
      todo: 'Jeśli sprawa nie może czekać, wybierz kogoś innego.',
    }),
    unknownColleague: (id, written, couldBe) => ({
      what: `Zgłoszenie ${id} przypisano do „${written}”, ${couldBe === '' ? 'a nikogo takiego nie ma na karcie Zespół' : `a to może być ${couldBe}`}.`,
      todo: 'Wybierz osobę z listy w komórce albo dopisz ją na karcie Zespół.',
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
    awayByMail: (name, substitute) => ({
      what: `Program pocztowy odpowiada, że tej osoby nie ma: ${name}. Dopóki się nie odezwie ani niczego tu nie zmieni, najwyżej przez cztery dni, ${substitute === '' ? 'nikt nie dostaje listów o tych zgłoszeniach, bo nie ma zastępstwa' : `listy o tych zgłoszeniach dostaje ${substitute}`}.`,
      todo: `Jeśli nieobecność potrwa dłużej, wpisz ją na karcie Zespół${substitute === '' ? ' i podaj zastępstwo' : ''}.`,
    }),
    commandDoubled: (ticketId) => ({
      what: `Polecenie do zgłoszenia ${ticketId} stoi w kilku wierszach karty Polecenia, więc go nie wykonano.`,
      todo: 'Usuń kopie i zostaw jeden wiersz.',
    }),
  },
  ...page,
};
