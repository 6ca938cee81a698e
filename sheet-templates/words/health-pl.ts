import { plural } from '../../core/time/plural';
import type { HealthWords } from './health-words';

const mails = (count: number): string =>
  `${count} ${plural('pl', count, ['wiadomość', 'wiadomości', 'wiadomości'])}`;

export const healthPl: HealthWords = {
  condition: {
    'mailbox-silent': {
      subject: 'Rowdesk nie może odczytać skrzynki wsparcia',
      what: ({ since, mailbox }) => `Od ${since} nie udaje się odczytać skrzynki ${mailbox}.`,
      means:
        'Nowe wiadomości od uczestników nie stają się zgłoszeniami. Nie giną: czekają w skrzynce i trafią do arkusza, gdy tylko połączenie wróci. Odpowiedzi i przypomnienia nadal wychodzą.',
      todo: 'Sprawdź, czy da się wejść do skrzynki przez przeglądarkę i czy dostawca poczty nie zgłasza awarii. Dopóki problem nie ustąpi, zaglądaj czasem do skrzynki, czy nie ma w niej czegoś pilnego.',
      overSubject: 'Rowdesk znów odczytuje skrzynkę wsparcia',
      over: ({ since, until, mailbox }) =>
        `Skrzynki ${mailbox} nie udawało się odczytać od ${since} do ${until}. Już działa, a wiadomości, które wtedy przyszły, trafiają do arkusza.`,
    },
    'mailbox-login': {
      subject: 'Skrzynka wsparcia odrzuca hasło Rowdeska',
      what: ({ since, mailbox }) =>
        `Od ${since} serwer poczty nie pozwala Rowdeskowi zalogować się do skrzynki ${mailbox}.`,
      means:
        'Nowe wiadomości od uczestników nie stają się zgłoszeniami. Nie giną: czekają w skrzynce i trafią do arkusza, gdy logowanie zadziała. Odpowiedzi i przypomnienia też mogą być wstrzymane, jeśli używają tego samego hasła.',
      todo: 'Przekaż to osobie, która uruchamia Rowdesk: jeśli hasło zostało zmienione albo cofnięto hasło do aplikacji, trzeba utworzyć nowe, zapisać je w miejscu wskazanym w konfiguracji i uruchomić Rowdesk ponownie. Dopóki logowanie nie zadziała, sprawdzaj w skrzynce, czy nie ma nic pilnego.',
      overSubject: 'Rowdesk znów loguje się do skrzynki wsparcia',
      over: ({ since, until, mailbox }) =>
        `Serwer poczty nie pozwalał Rowdeskowi zalogować się do skrzynki ${mailbox} od ${since} do ${until}. Logowanie znów działa, a wiadomości, które wtedy przyszły, trafiają do arkusza.`,
    },
    'sheet-refused': {
      subject: 'Google nie wpuszcza Rowdeska do arkusza',
      what: ({ since }) => `Od ${since} Google odmawia Rowdeskowi dostępu do arkusza.`,
      means:
        'Nowe wiadomości są bezpieczne, ale nie pojawiają się jako zgłoszenia, a odpowiedzi napisane w arkuszu nie wychodzą.',
      todo: 'Sprawdź, czy arkusz jest nadal udostępniony adresowi konta usługi z prawem edycji i czy klucz tego konta nie został usunięty w konsoli Google Cloud. Dopóki to nie zadziała, na pilne wiadomości odpowiadaj bezpośrednio ze skrzynki.',
      overSubject: 'Rowdesk znów pracuje z arkuszem',
      over: ({ since, until }) =>
        `Google odmawiał Rowdeskowi dostępu do arkusza od ${since} do ${until}. Już działa: to, co czekało, jest wpisywane i wysyłane.`,
    },
    'sheet-silent': {
      subject: 'Rowdesk nie ma połączenia z arkuszem',
      what: ({ since }) => `Od ${since} Arkusze Google nie odpowiadają albo odpowiadają błędem.`,
      means:
        'Nowe wiadomości są bezpieczne, ale nie pojawiają się jako zgłoszenia, a odpowiedzi napisane w arkuszu nie wychodzą.',
      todo: 'Sprawdź sieć na komputerze, na którym działa Rowdesk, oraz stronę google.com/appsstatus. Jeśli jedno i drugie jest w porządku, zajrzyj do dziennika Rowdeska. Dopóki to nie zadziała, na pilne wiadomości odpowiadaj bezpośrednio ze skrzynki.',
      overSubject: 'Rowdesk znów pracuje z arkuszem',
      over: ({ since, until }) =>
        `Nie było połączenia z Arkuszami Google od ${since} do ${until}. Już działa: to, co czekało, jest wpisywane i wysyłane.`,
    },
    'intake-stuck': {
      subject: 'Wiadomości czekają na wpisanie do arkusza',
      what: ({ since }) =>
        `Wiadomości przychodzą i są bezpieczne na dysku Rowdeska, ale od ${since} żadna nie została wpisana do arkusza.`,
      means:
        'Ich nadawcy nie mają jeszcze zgłoszenia. Nic nie ginie: wiadomości czekają w kolejce i zostaną wpisane, gdy tylko będzie to możliwe. Odpowiedzi napisane w arkuszu nadal wychodzą, o ile arkusz na to pozwala.',
      todo: 'Sprawdź, czy arkusz nie jest pełny (Google dopuszcza 10 milionów komórek) i czy ktoś nie zmienił nazwy karty lub kolumny, nie zablokował jej albo nie usunął. Na komputerze, na którym działa Rowdesk, przyczynę podaje dziennik, a resztę sprawdzi „rowdesk doctor”. Dopóki to nie zadziała, na pilne wiadomości odpowiadaj bezpośrednio ze skrzynki.',
      overSubject: 'Wiadomości znów trafiają do arkusza',
      over: ({ since, until }) =>
        `Od ${since} do ${until} wiadomości czekały na wpisanie do arkusza. Teraz znów są wpisywane.`,
    },
    'smtp-login': {
      subject: 'Serwer poczty wychodzącej odrzuca hasło Rowdeska',
      what: ({ since }) => `Od ${since} serwer poczty wychodzącej nie pozwala Rowdeskowi się zalogować.`,
      means:
        'Odpowiedzi, przypomnienia i alerty nie wychodzą. Czekają i wyjdą, gdy logowanie zadziała; przypomnienia, na które będzie już za późno, zostaną pominięte.',
      todo: 'Przekaż to osobie, która uruchamia Rowdesk: jeśli hasło zostało zmienione albo cofnięto hasło do aplikacji, trzeba utworzyć nowe, zapisać je w miejscu wskazanym w konfiguracji i uruchomić Rowdesk ponownie. Do osób, które nie mogą czekać, zadzwoń.',
      overSubject: 'Wiadomości z Rowdeska znów wychodzą',
      over: ({ since, until }) =>
        `Serwer poczty wychodzącej nie pozwalał Rowdeskowi się zalogować od ${since} do ${until} i żadna wiadomość nie wyszła. To, co czekało, wychodzi teraz, z wyjątkiem przypomnień, na które jest za późno.`,
    },
    'smtp-silent': {
      subject: 'Rowdesk nie ma połączenia z serwerem poczty wychodzącej',
      what: ({ since, count }) =>
        `Od ${since} nie ma połączenia z serwerem poczty wychodzącej. Na wysłanie ${plural('pl', count, ['czeka', 'czekają', 'czeka'])} ${mails(count)}.`,
      means:
        'Odpowiedzi, przypomnienia i alerty nie wychodzą. Czekają i wyjdą, gdy połączenie wróci; przypomnienia, na które będzie już za późno, zostaną pominięte.',
      todo: 'Sprawdź sieć na komputerze, na którym działa Rowdesk, i czy dostawca poczty nie zgłasza awarii. Do osób, które nie mogą czekać, zadzwoń.',
      overSubject: 'Wiadomości z Rowdeska znów wychodzą',
      over: ({ since, until }) =>
        `Nie było połączenia z serwerem poczty wychodzącej od ${since} do ${until} i żadna wiadomość nie wyszła. To, co czekało, wychodzi teraz, z wyjątkiem przypomnień, na które jest za późno.`,
    },
    quarantine: {
      subject: 'W kwarantannie czekają wiadomości',
      what: ({ since, count }) =>
        `Nie udało się przyjąć ${count} wiadomości; ${plural('pl', count, ['odłożono ją', 'odłożono je', 'odłożono je'])} na bok (zauważono: ${since}).`,
      means:
        'Nadawcy tych wiadomości nie mają zgłoszenia i nie dostaną odpowiedzi, dopóki ktoś ich nie przejrzy.',
      todo: 'Każda z nich ma wiersz na karcie Problemy. Na komputerze, na którym działa Rowdesk, pokaże je „rowdesk quarantine list”; „retry” przyjmuje wiadomość jeszcze raz, „drop” oznacza ją jako załatwioną.',
      overSubject: 'W kwarantannie nie czeka już żadna wiadomość',
      over: ({ since }) => `Odłożone wiadomości są już załatwione (zauważono: ${since}).`,
    },
    'unknown-sends': {
      subject: 'Nie wiadomo, czy niektóre wiadomości wyszły',
      what: ({ since, count }) =>
        `Nie wiadomo, czy ${plural('pl', count, ['wyszła', 'wyszły', 'wyszło'])} ${mails(count)}: połączenie zerwało się w chwili przekazywania (zauważono: ${since}).`,
      means:
        'Adresaci mogą czekać na próżno. Rowdesk sam nie wysyła drugi raz, żeby nikt nie dostał tej samej wiadomości dwukrotnie.',
      todo: 'Każda z nich ma wiersz na karcie Problemy. Poszukaj wiadomości w folderze wysłanych: jeśli tam jest, to wyszła. Jeśli jej tam nie ma, zapytaj adresata, czy dotarła, albo napisz jeszcze raz i uprzedź, że może przyjść dwa razy. Potem usuń wiersz.',
      overSubject: 'Wyjaśniło się, co się stało z wiadomościami, które mogły nie wyjść',
      over: ({ since }) =>
        `Wyjaśniło się, co się stało z wiadomościami, o których od ${since} nie było wiadomo, czy wyszły.`,
    },
    'failed-sends': {
      subject: 'Niektórych wiadomości nie udało się wysłać',
      what: ({ since, count }) =>
        `Nie udało się wysłać ${count} wiadomości i nie będzie kolejnych prób (zauważono: ${since}).`,
      means: 'Adresaci ich nie dostali.',
      todo: 'Każda z nich ma wiersz na karcie Problemy, z podaną przyczyną. Popraw adres albo treść i napisz jeszcze raz lub zadzwoń. Potem usuń wiersz.',
      overSubject: 'Niewysłane wiadomości są już załatwione',
      over: ({ since }) =>
        `Wiadomości, których nie udało się wysłać, są już załatwione (zauważono: ${since}).`,
    },
    disk: {
      subject: 'Dysk z danymi Rowdeska jest prawie pełny albo nie przyjmuje zapisu',
      what: ({ since, reason, count }) =>
        reason === ''
          ? `Na dysku, na którym Rowdesk zapisuje dane, zostało tylko ${count} MB wolnego miejsca (zauważono: ${since}).`
          : `Od ${since} Rowdesk nie może zapisywać w swoim folderze roboczym (stateDir).`,
      means:
        'Gdy nie da się nic zapisać, wiadomości nie są przyjmowane ani wysyłane: Rowdesk nie robi tego bez zapisu na dysku. Wiadomości nie giną, czekają w skrzynce.',
      todo: 'Zwolnij miejsce na komputerze, na którym działa Rowdesk (stare dzienniki, kopie zapasowe), albo zamontuj większy dysk. W folderze roboczym (stateDir) niczego nie usuwaj ręcznie.',
      overSubject: 'Rowdesk znów zapisuje na dysku',
      over: ({ since, until }) =>
        `Dysk, na którym Rowdesk zapisuje dane, był prawie pełny albo nie przyjmował zapisu od ${since} do ${until}. Już jest w porządku.`,
    },
  },
  hello: 'Dzień dobry,',
  said: (reason) => `Ostatni błąd: „${reason}”`,
  meansTitle: 'Co to znaczy dla uczestników',
  todoTitle: 'Co zrobić',
  willTell: 'Rowdesk napisze jeszcze raz, gdy problem ustąpi.',
  overTodo: 'Nic więcej nie trzeba robić: usuń ten wiersz.',
  unknownSend: (to, subject, at) => ({
    what: `Nie wiadomo, czy wiadomość „${subject}” do ${to} wyszła: połączenie zerwało się podczas przekazywania (${at}).`,
    todo: 'Poszukaj wiadomości w folderze wysłanych: jeśli tam jest, to wyszła. Jeśli jej tam nie ma, zapytaj adresata, czy dotarła, albo napisz jeszcze raz i uprzedź, że może przyjść dwa razy. Potem usuń ten wiersz.',
  }),
  failedSend: (to, subject, answer) => ({
    what: `Wiadomości „${subject}” do ${to} nie udało się wysłać: ${answer}`,
    todo: 'Popraw adres albo treść i napisz jeszcze raz lub zadzwoń. Potem usuń ten wiersz.',
  }),
  settledSend: (to, subject) => ({
    what: `Wyjaśniło się, co się stało z wiadomością „${subject}” do ${to}, o której nie było wiadomo, czy wyszła.`,
    todo: 'Nic więcej nie trzeba robić: usuń ten wiersz.',
  }),
};
