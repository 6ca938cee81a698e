import { formatLength } from '../../core/time/format';
import { plural } from '../../core/time/plural';
import type { Dictionary } from './dictionary';

const count = (n: number, one: string, few: string, many: string): string =>
  `${n} ${plural('pl', n, [one, few, many])}`;
const tickets = (n: number): string => count(n, 'zgłoszenie', 'zgłoszenia', 'zgłoszeń');

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
  dashboard: {
    title: 'Pulpit',
    about:
      'Tabele liczą wiersze karty Zgłoszenia i same się aktualizują. Możesz je dowolnie zmieniać i dodawać nowe.',
    byStatus: 'Zgłoszenia według statusu',
    bySla: 'Obiecane terminy według priorytetu',
    byCourse: 'Zgłoszenia według statusu i szkolenia',
    count: 'Zgłoszenia',
    chartAlt: 'Wykres słupkowy: liczba zgłoszeń w każdym statusie. Te same liczby są w tabeli po lewej.',
  },
  setup: {
    done: (changes) => `Arkusz gotowy: ${count(changes, 'zmiana', 'zmiany', 'zmian')}.`,
    nothingToDo: 'Wszystko jest już na miejscu.',
    failed: (reason) => `Nic nie zmieniono, bo Google odmówił: ${reason}`,
  },
  refresh: {
    done: (n) => `Aktualne. Sprawdzono: ${tickets(n)}.`,
    busy: 'Odświeżanie już trwa. Zajrzyj za minutę.',
  },
  count: {
    tickets,
    messages: (n) => count(n, 'wiadomość', 'wiadomości', 'wiadomości'),
    problems: (n) => count(n, 'problem', 'problemy', 'problemów'),
    participants: (n) => count(n, 'uczestnik', 'uczestników', 'uczestników'),
  },
  problem: {
    unknownWord: (column, value, allowed) => ({
      what: `Kolumna „${column}” nie zna słowa „${value}”.`,
      todo: `Wybierz jedno z: ${allowed.join(', ')}.`,
    }),
    correctedWord: (column, value, label) => ({
      what: `„${value}” w kolumnie „${column}” odczytano jako „${label}”.`,
      todo: 'Jeśli chodziło o co innego, wybierz to z listy.',
    }),
    messageWithoutTicket: (ticket, from) => ({
      what: `Wiadomość od ${from} należy do zgłoszenia ${ticket}, którego nie ma już w karcie Zgłoszenia.`,
      todo: 'Przywróć wiersz (Edytuj, Cofnij albo Plik, Historia zmian) lub zostaw: przy następnym odświeżeniu powstanie nowy wiersz z tej wiadomości.',
    }),
    ticketRowRestored: (ticket, from) => ({
      what: `Wiersz zgłoszenia ${ticket} był usunięty, gdy przyszła kolejna wiadomość od ${from}. Powstał na nowo z tego, co wie program pocztowy.`,
      todo: 'Uzupełnij to, co miał tylko dawny wiersz (priorytet, osobę, znaczniki), potem wyczyść tę linię.',
    }),
    duplicateId: (id, rows) => ({
      what: `${id} jest w więcej niż jednym wierszu: ${rows.join(', ')}.`,
      todo: 'Zostaw jeden wiersz, kopie usuń. Do tego czasu liczy się tylko pierwszy.',
    }),
    missingId: (row) => ({
      what: `Wiersz ${row} nie ma numeru, więc nic się z nim nie dzieje.`,
      todo: 'Cofnij usunięcie numeru albo usuń wiersz.',
    }),
    illegalMove: (ticket, from, to, allowed) => ({
      what: `Zgłoszenie ${ticket} nie może przejść ze statusu „${from}” do „${to}”.`,
      todo: `Ze statusu „${from}” można przejść do: ${allowed.join(', ')}.`,
    }),
    badDate: (column, value) => ({
      what: `„${value}” w kolumnie „${column}” nie jest datą.`,
      todo: 'Wpisz datę, np. 2026-11-30, albo wybierz ją z kalendarzyka.',
    }),
    badSetting: (key, value, used) => ({
      what: `Ustawienie ${key} nie może mieć wartości „${value}”.`,
      todo: `Popraw je w karcie Ustawienia. Do tego czasu działa „${used}”.`,
    }),
    badCalendarRow: (calendar, written) => ({
      what: `Wiersz kalendarza „${calendar}” jest niezrozumiały: ${written}.`,
      todo: 'Godziny pracy wymagają dnia tygodnia od 1 do 7 i godzin, np. 09:00 i 17:00; dzień wolny wymaga daty.',
    }),
    missingCalendar: (calendar) => ({
      what: `Karta SLA liczy według kalendarza „${calendar}”, którego nie ma w karcie Kalendarz.`,
      todo: 'Dopisz jego godziny w karcie Kalendarz albo wskaż inny. Do tego czasu terminy nie są liczone.',
    }),
    missingColumn: (tab, label) => ({
      what: `W karcie „${tab}” brakuje kolumny „${label}”.`,
      todo: 'Wybierz w menu Rowdesk „Przygotuj arkusz”: doda kolumnę, a resztę zachowa.',
    }),
    missingTab: (tab) => ({
      what: `Brakuje karty „${tab}”.`,
      todo: 'Wybierz w menu Rowdesk „Przygotuj arkusz”: doda kartę, a resztę zachowa.',
    }),
    missingTemplate: (key, language) => ({
      what: `Nie ma szablonu „${key}” (język: ${language}), więc list nie powstał.`,
      todo: 'Dodaj go w karcie Szablony.',
    }),
    templateFault: (key, fault) => ({
      what: `Szablonu „${key}” nie da się wypełnić: ${fault}`,
      todo: 'Popraw go w karcie Szablony. Do tego czasu nie powstanie z niego żaden list.',
    }),
    unknownSession: (session, participant) => ({
      what: `${participant}: na liście są zajęcia „${session}”, których nie ma w karcie Zajęcia.`,
      todo: 'Popraw zajęcia przy tej osobie albo dodaj je. Do tego czasu przypomnienia nie wyjdą.',
    }),
    unknownColleague: (name) => ({
      what: `W karcie Zespół nie ma osoby „${name}”.`,
      todo: 'Wybierz kogoś z listy albo dopisz tę osobę w karcie Zespół.',
    }),
    zoneMismatch: (ofSheet, ofSettings) => ({
      what: `Arkusz liczy czas w strefie ${ofSheet}, a w ustawieniach jest ${ofSettings}.`,
      todo: 'Ustaw tę samą: Plik, Ustawienia, Strefa czasowa albo wiersz „zone” w karcie Ustawienia.',
    }),
    undelivered: (ticket, address, answer) => ({
      what: `List ze zgłoszenia ${ticket} nie dotarł na ${address}: ${answer}`,
      todo: 'Sprawdź adres u uczestnika, najlepiej telefonicznie.',
    }),
    notSent: (to, subject, answer) => ({
      what: `Nie udało się wysłać listu „${subject}” do ${to}: ${answer}`,
      todo: 'Usuń przyczynę, którą podał serwer, i wyślij list ponownie z rozmowy.',
    }),
    quarantined: (from, subject, reason) => ({
      what: `List od ${from} („${subject}”) odłożono na bok: ${reason}`,
      todo: 'Jest zachowany. Otwórz go w skrzynce; jeśli to prośba o pomoc, odpowiedz stamtąd albo prześlij go na adres wsparcia.',
    }),
    mailboxSilent: (minutes) => ({
      what: `Most pocztowy milczy od: ${formatLength(minutes, 'pl')}.`,
      todo: 'Sprawdź, czy działa i ma internet: „rowdesk doctor” powie, co jest nie tak.',
    }),
  },
};
