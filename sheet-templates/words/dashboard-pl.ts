import type { DashboardWords } from './dashboard-words';

export const pl: DashboardWords = {
  count: 'Liczba',
  messages: 'Wiadomości',
  oldest: 'Najstarsze',
  dashboard: {
    title: 'Co jest teraz otwarte',
    about: 'Tabele i wykresy same nadążają za zgłoszeniami. Można je dowolnie zmieniać.',
    status: {
      title: 'Otwarte według statusu',
      means: 'Otwarte: nowe, w toku, czekające i odłożone. Spam i zgłoszenia połączone się nie liczą.',
      alt: 'Wykres słupkowy: otwarte zgłoszenia w każdym statusie. Te same liczby są w tabeli po lewej.',
    },
    promises: {
      title: 'Terminy otwartych zgłoszeń',
      means: 'Według najbliższego obiecanego terminu. Wstrzymane: najpierw musi zadziałać ktoś inny.',
    },
    intake: {
      title: 'Każda wiadomość rozliczona',
      means:
        'Wiadomości w skrzynce = suma tego, co się z nimi stało, więc różnica musi wynosić 0. Dzień po dniu: karta Odbiór poczty.',
    },
    colleagues: {
      title: 'Otwarte według osoby',
      means:
        'Otwarte zgłoszenia każdej osoby i data najstarszego. Wiersz bez nazwiska: jeszcze nieprzydzielone.',
      alt: 'Wykres słupkowy: otwarte zgłoszenia każdej osoby. Te same liczby są w tabeli po lewej, niżej.',
    },
    courses: {
      title: 'Otwarte według szkolenia',
      means: 'Szkolenie, którego dotyczy zgłoszenie. Wiersz bez nazwy: szkolenie nieznane.',
      alt: 'Wykres słupkowy: otwarte zgłoszenia każdego szkolenia. Te same liczby są w tabeli po lewej, niżej.',
    },
  },
  trends: {
    title: 'Tydzień po tygodniu',
    about: 'Tydzień zaczyna się w poniedziałek. Bieżący jeszcze trwa. Wszystkie liczby: karta Liczby.',
    volume: {
      title: 'Nowe, rozwiązane, pozostałe',
      means:
        'Nowe: przyszły w tym tygodniu. Rozwiązane: w nim ostatecznie rozwiązane. Pozostałe: nierozwiązane na koniec tygodnia. Bez spamu i połączonych.',
      alt: 'Kolumny nowych i rozwiązanych zgłoszeń w kolejnych tygodniach oraz linia pozostałych otwartych. Liczby są na karcie Liczby.',
    },
    promises: {
      title: 'Dotrzymane terminy w tygodniu',
      means:
        'Wśród zgłoszeń rozwiązanych w tygodniu: dotrzymano każdego terminu albo choć jeden minął. Późniejsze zmiany celów się nie liczą.',
      alt: 'Kolumny w kolejnych tygodniach: udział rozwiązanych zgłoszeń z dotrzymanymi i z przekroczonymi terminami. Liczby są na karcie Liczby.',
    },
    firstAnswer: {
      title: 'Pierwsza odpowiedź, godziny pracy',
      means:
        'Zgłoszenia z tego tygodnia, na które odpowiedziano. Połowa czekała nie dłużej niż mediana, dziewięć na dziesięć nie dłużej niż górna linia.',
      alt: 'Linie w kolejnych tygodniach: mediana i dziewięćdziesiąty percentyl czasu do pierwszej odpowiedzi. Liczby są na karcie Liczby.',
    },
    resolution: {
      title: 'Rozwiązanie, godziny pracy',
      means: 'Zgłoszenia rozwiązane w tym tygodniu. Czas czekania na uczestnika albo dostawcę się nie liczy.',
      alt: 'Linie w kolejnych tygodniach: mediana i dziewięćdziesiąty percentyl czasu do rozwiązania. Liczby są na karcie Liczby.',
    },
    policies: {
      title: 'Dotrzymane terminy według zasad',
      means:
        'Wszystkie zgłoszenia z rozstrzygniętymi terminami, według wiersza karty SLA, który dla nich obowiązywał. Liczby: tabela poniżej.',
      alt: 'Słupki według zasad: udział zgłoszeń z dotrzymanymi i z przekroczonymi terminami. Liczby są w tabeli poniżej.',
    },
    topTopics: {
      title: 'Pięć głównych tematów w tygodniu',
      means:
        'Zgłoszenia, które przyszły w tygodniu, z pięciu najczęstszych kategorii. Liczby: tabela poniżej.',
      alt: 'Linie w kolejnych tygodniach: zgłoszenia z pięciu najczęstszych kategorii. Liczby są w tabeli poniżej.',
    },
    policyTable: {
      title: 'Terminy według zasad',
      means: 'Tak: dotrzymano każdego obiecanego terminu.',
    },
    weekTable: {
      title: 'Terminy według tygodnia i zasad',
      means: 'Według tygodnia, w którym przyszło zgłoszenie.',
    },
    topicTable: {
      title: 'Tematy według tygodnia',
      means: 'Według tygodnia, w którym przyszło zgłoszenie; najczęstsza kategoria pierwsza.',
    },
  },
  load: {
    title: 'Kiedy i o czym ludzie piszą',
    about: 'Wszystkie zgłoszenia poza spamem i połączonymi.',
    hours: {
      title: 'Zgłoszenia według dnia i godziny',
      means: 'Kiedy przyszły, według zegara firmy. Im ciemniej, tym więcej.',
    },
    phases: {
      title: 'Zgłoszenia według fazy zajęć',
      means: 'Na jakim etapie były zajęcia, gdy przyszło zgłoszenie. Godziny liczą się od początku.',
      alt: 'Wykres słupkowy: zgłoszenia według fazy zajęć. Te same liczby są w tabeli po lewej.',
    },
    topics: {
      title: 'Zgłoszenia według tematu',
      means: 'Według kategorii, najczęstsza pierwsza.',
      alt: 'Wykres słupkowy: zgłoszenia z każdej kategorii. Te same liczby są w tabeli po lewej.',
    },
    clients: {
      title: 'Zgłoszenia według klienta',
      means: 'Zgłoszenia i wszystkie ich wiadomości. Osoby bez firmy są pominięte.',
      alt: 'Wykres słupkowy: zgłoszenia każdej firmy. Te same liczby są w tabeli po lewej.',
    },
  },
};
