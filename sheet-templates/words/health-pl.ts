import { plural } from '../../core/time/plural';
import type { HealthWords } from './health-words';

const mails = (count: number): string => `${count} ${plural('pl', count, ['list', 'listy', 'listów'])}`;

export const healthPl: HealthWords = {
  condition: {
    'mailbox-silent': {
      subject: 'Rowdesk nie może odczytać skrzynki wsparcia',
      what: ({ since, mailbox }) => `Od ${since} nie udaje się odczytać skrzynki ${mailbox}.`,
      means:
        'Nowe listy od uczestników nie stają się zgłoszeniami. Nie giną: czekają w skrzynce i trafią do arkusza, gdy tylko połączenie wróci. Odpowiedzi i przypomnienia nadal wychodzą.',
      todo: 'Sprawdź, czy da się wejść do skrzynki przez przeglądarkę i czy dostawca poczty nie zgłasza awarii. Dopóki to nie minie, zaglądaj czasem do skrzynki, czy nie ma w niej czegoś pilnego.',
      overSubject: 'Rowdesk znów odczytuje skrzynkę wsparcia',
      over: ({ since, until, mailbox }) =>
        `Skrzynki ${mailbox} nie udawało się odczytać od ${since} do ${until}. Już działa, a listy z tego czasu trafiają do arkusza.`,
    },
    'mailbox-login': {
      subject: 'Skrzynka wsparcia odrzuca hasło Rowdeska',
      what: ({ since, mailbox }) =>
        `Od ${since} serwer poczty nie pozwala Rowdeskowi zalogować się do skrzynki ${mailbox}.`,
      means:
        'Nowe listy od uczestników nie stają się zgłoszeniami. Nie giną: czekają w skrzynce i trafią do arkusza, gdy logowanie zadziała. Odpowiedzi i przypomnienia też mogą stać, jeśli używają tego samego hasła.',
      todo: 'Jeśli hasło zostało zmienione albo cofnięto hasło do aplikacji, utwórz nowe, wpisz je tam, gdzie szuka go konfiguracja Rowdeska, i uruchom go ponownie. Do tego czasu sprawdzaj w skrzynce, czy nie ma nic pilnego.',
      overSubject: 'Rowdesk znów loguje się do skrzynki wsparcia',
      over: ({ since, until, mailbox }) =>
        `Serwer poczty nie pozwalał Rowdeskowi zalogować się do skrzynki ${mailbox} od ${since} do ${until}. Logowanie znów działa, a listy z tego czasu trafiają do arkusza.`,
    },
    'sheet-refused': {
      subject: 'Google nie wpuszcza Rowdeska do arkusza',
      what: ({ since }) => `Od ${since} Google odmawia Rowdeskowi dostępu do arkusza.`,
      means:
        'Nowe listy są bezpieczne, ale nie pojawiają się jako zgłoszenia, a odpowiedzi napisane w arkuszu nie wychodzą.',
      todo: 'Sprawdź, czy arkusz jest nadal udostępniony adresowi konta usługi z prawem edycji i czy jego klucz nie został usunięty w konsoli Google Cloud. Do tego czasu na pilne listy odpowiadaj prosto ze skrzynki.',
      overSubject: 'Rowdesk znów pracuje z arkuszem',
      over: ({ since, until }) =>
        `Google odmawiał Rowdeskowi dostępu do arkusza od ${since} do ${until}. Już działa: to, co czekało, jest wpisywane i wysyłane.`,
    },
    'sheet-silent': {
      subject: 'Rowdesk nie ma połączenia z arkuszem',
      what: ({ since }) => `Od ${since} Arkusze Google nie odpowiadają albo odpowiadają błędem.`,
      means:
        'Nowe listy są bezpieczne, ale nie pojawiają się jako zgłoszenia, a odpowiedzi napisane w arkuszu nie wychodzą.',
      todo: 'Sprawdź sieć na komputerze, na którym działa Rowdesk, oraz stronę google.com/appsstatus. Jeśli obie są w porządku, zajrzyj do dziennika Rowdeska. Do tego czasu na pilne listy odpowiadaj prosto ze skrzynki.',
      overSubject: 'Rowdesk znów pracuje z arkuszem',
      over: ({ since, until }) =>
        `Nie było połączenia z Arkuszami Google od ${since} do ${until}. Już działa: to, co czekało, jest wpisywane i wysyłane.`,
    },
    'smtp-login': {
      subject: 'Serwer poczty wychodzącej odrzuca hasło Rowdeska',
      what: ({ since }) => `Od ${since} serwer poczty wychodzącej nie pozwala Rowdeskowi się zalogować.`,
      means:
        'Odpowiedzi, przypomnienia i alerty nie wychodzą. Czekają i wyjdą, gdy logowanie zadziała; przypomnienia, na które będzie już za późno, zostaną pominięte.',
      todo: 'Jeśli hasło zostało zmienione albo cofnięto hasło do aplikacji, utwórz nowe, wpisz je tam, gdzie szuka go konfiguracja Rowdeska, i uruchom go ponownie. Do osób, które nie mogą czekać, zadzwoń.',
      overSubject: 'Listy z Rowdeska znów wychodzą',
      over: ({ since, until }) =>
        `Serwer poczty wychodzącej nie pozwalał Rowdeskowi się zalogować od ${since} do ${until} i żaden list nie wyszedł. To, co czekało, wychodzi teraz, z wyjątkiem przypomnień, na które jest za późno.`,
    },
    'smtp-silent': {
      subject: 'Rowdesk nie ma połączenia z serwerem poczty wychodzącej',
      what: ({ since, count }) =>
        `Od ${since} nie ma połączenia z serwerem poczty wychodzącej. Na wysłanie ${plural('pl', count, ['czeka', 'czekają', 'czeka'])} ${mails(count)}.`,
      means:
        'Odpowiedzi, przypomnienia i alerty nie wychodzą. Czekają i wyjdą, gdy połączenie wróci; przypomnienia, na które będzie już za późno, zostaną pominięte.',
      todo: 'Sprawdź sieć na komputerze, na którym działa Rowdesk, i czy dostawca poczty nie zgłasza awarii. Do osób, które nie mogą czekać, zadzwoń.',
      overSubject: 'Listy z Rowdeska znów wychodzą',
      over: ({ since, until }) =>
        `Nie było połączenia z serwerem poczty wychodzącej od ${since} do ${until} i żaden list nie wyszedł. To, co czekało, wychodzi teraz, z wyjątkiem przypomnień, na które jest za późno.`,
    },
    quarantine: {
      subject: 'W kwarantannie czekają listy',
      what: ({ since, count }) =>
        `Nie udało się przyjąć ${mailsGenitive(count)}; ${plural('pl', count, ['odłożono go', 'odłożono je', 'odłożono je'])} na bok (zauważono: ${since}).`,
      means: 'Kto do nas napisał, nie ma zgłoszenia i nie dostanie odpowiedzi, dopóki ktoś tam nie zajrzy.',
      todo: 'Każdy z nich ma wiersz na karcie Problemy. Na komputerze, na którym działa Rowdesk, pokaże je „rowdesk quarantine list”; „retry” przyjmuje list jeszcze raz, „drop” mówi, że sprawa jest załatwiona.',
      overSubject: 'W kwarantannie nie czeka już żaden list',
      over: ({ since }) => `Odłożone listy są już załatwione (czekały od ${since}).`,
    },
    'unknown-sends': {
      subject: 'Nie wiadomo, czy niektóre listy wyszły',
      what: ({ since, count }) =>
        `Nie wiadomo, czy ${plural('pl', count, ['wyszedł', 'wyszły', 'wyszło'])} ${mails(count)}: połączenie zerwało się w chwili przekazywania (zauważono: ${since}).`,
      means:
        'Adresaci mogą czekać na próżno. Rowdesk sam nie wysyła drugi raz, żeby nikt nie dostał tego samego listu dwukrotnie.',
      todo: 'Każdy z nich ma wiersz na karcie Problemy. Poszukaj listu w folderze wysłanych: jeśli go tam nie ma, napisz jeszcze raz. Potem usuń wiersz.',
      overSubject: 'Niepewne listy są wyjaśnione',
      over: ({ since }) =>
        `Listy, o których nie było wiadomo, czy wyszły, są już wyjaśnione (niejasne od ${since}).`,
    },
    'failed-sends': {
      subject: 'Niektórych listów nie udało się wysłać',
      what: ({ since, count }) =>
        `Nie udało się wysłać ${mailsGenitive(count)} i nie będzie kolejnych prób (zauważono: ${since}).`,
      means: 'Adresaci ich nie dostali.',
      todo: 'Każdy z nich ma wiersz na karcie Problemy, z podaną przyczyną. Popraw adres albo treść i napisz jeszcze raz lub zadzwoń. Potem usuń wiersz.',
      overSubject: 'Niewysłane listy są załatwione',
      over: ({ since }) => `Listy, których nie udało się wysłać, są już załatwione (od ${since}).`,
    },
    disk: {
      subject: 'Dysk, na którym zapisuje Rowdesk, jest pełny lub uszkodzony',
      what: ({ since, reason, count }) =>
        reason === ''
          ? `Na dysku z folderem stanu Rowdeska zostało tylko ${count} MB wolnego miejsca (zauważono: ${since}).`
          : `Od ${since} Rowdesk nie może zapisywać w swoim folderze stanu.`,
      means:
        'Gdy nie da się nic zapisać, listy nie są przyjmowane ani wysyłane: Rowdesk nie robi tego bez śladu na dysku. Listy nie giną, czekają w skrzynce.',
      todo: 'Zwolnij miejsce na komputerze, na którym działa Rowdesk (stare dzienniki, kopie zapasowe), albo daj mu większy dysk. W folderze stanu niczego nie usuwaj ręcznie.',
      overSubject: 'Rowdesk znów zapisuje na dysku',
      over: ({ since, until }) =>
        `Dysk z folderem stanu Rowdeska był pełny albo nie przyjmował zapisu od ${since} do ${until}. Już jest w porządku.`,
    },
  },
  hello: 'Dzień dobry,',
  said: (reason) => `Ostatnia odpowiedź brzmiała: „${reason}”`,
  meansTitle: 'Co to znaczy dla uczestników',
  todoTitle: 'Co zrobić',
  willTell: 'Rowdesk napisze jeszcze raz, gdy to minie.',
  overTodo: 'Nic więcej nie trzeba robić: usuń ten wiersz.',
  unknownSend: (to, subject, at) => ({
    what: `Nie wiadomo, czy list „${subject}” do ${to} wyszedł: połączenie zerwało się podczas przekazywania (${at}).`,
    todo: 'Poszukaj go w folderze wysłanych albo zapytaj adresata. Jeśli nie wyszedł, napisz jeszcze raz. Potem usuń ten wiersz.',
  }),
  failedSend: (to, subject, answer) => ({
    what: `Listu „${subject}” do ${to} nie udało się wysłać: ${answer}`,
    todo: 'Popraw adres albo treść i napisz jeszcze raz lub zadzwoń. Potem usuń ten wiersz.',
  }),
  settledSend: (to, subject) => ({
    what: `Sprawa listu „${subject}” do ${to}, który był niepewny, już się wyjaśniła.`,
    todo: 'Nic więcej nie trzeba robić: usuń ten wiersz.',
  }),
};

function mailsGenitive(count: number): string {
  return `${count} ${plural('pl', count, ['listu', 'listów', 'listów'])}`;
}
