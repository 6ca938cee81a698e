import { plural } from '../../core/time/plural';
import type { DemoWords } from './dictionary';

const REMINDERS: Readonly<Record<string, string>> = {
  reminder_3d: 'za trzy dni',
  reminder_1d: 'jutro',
  reminder_2h: 'za dwie godziny',
};

const DUES = { first: 'pierwsza odpowiedź', next: 'kolejna odpowiedź', resolve: 'rozwiązanie' } as const;

export const pl: DemoWords = {
  title: 'Rowdesk',
  tagline: 'Help desk w arkuszu i skrzynce pocztowej. Tutaj grasz wszystkie role.',
  language: 'Język',
  panes: { people: 'Ludzie', sheet: 'Arkusz', firm: 'Zegar i plan' },
  skip: 'Przejdź do arkusza',
  people: {
    you: 'Jesteś w roli',
    participants: 'Uczestnicy',
    trainers: 'Prowadzący',
    inbox: 'Poczta',
    write: 'Nowa wiadomość',
    empty: 'Skrzynka jest pusta. Napisz do wsparcia i zobacz, co się stanie.',
    back: 'Cała poczta',
    to: 'Do',
    subject: 'Temat',
    text: 'Treść',
    send: 'Wyślij',
    sending: 'Wysyłam…',
    cancel: 'Anuluj',
    example: 'Wstaw przykład',
    reply: 'Odpowiedz',
    replyText: 'Twoja odpowiedź',
    quote: 'Cytowany tekst',
    automatic: 'automatyczna',
    fresh: 'nowa',
    sent: (to) => `Wysłano na adres ${to}.`,
    unread: (count) => `${count} ${plural('pl', count, ['nowa', 'nowe', 'nowych'])}`,
  },
  sheet: {
    title: 'Arkusz',
    asColleague: (name) => `Jesteś tu: ${name}, wsparcie`,
    tickets: 'Zgłoszenia',
    dashboard: 'Pulpit',
    open: 'Otwórz rozmowę',
    wide: 'Pokaż sam arkusz',
    openTitle: 'Otwiera panel boczny zaznaczonego zgłoszenia',
    notReady: 'Arkusz jeszcze się otwiera. Spróbuj za chwilę.',
  },
  clock: {
    title: 'Czas w firmie',
    quarter: '+15 min',
    hour: '+1 godz.',
    day: '+1 dzień',
    reminder: (when) => (when === null ? 'Nie ma już przypomnień' : `Do następnego przypomnienia: ${when}`),
    opening: 'Odgrywam dotychczasowy poranek…',
    moving: 'Czas płynie…',
  },
  guide: {
    title: 'Sześć kroków',
    done: (count, of) => `${count} z ${of}`,
    finished: 'To cała historia. W firmie wszystko działa dokładnie tak samo.',
    checked: 'zrobione',
    steps: {
      write: { title: 'Napisz do wsparcia', how: (person) => `„Nowa wiadomość” w tej skrzynce: ${person}.` },
      arrive: {
        title: 'Pojawia się wiersz',
        how: () => 'W arkuszu jest zgłoszenie, a nadawca dostaje potwierdzenie.',
      },
      answer: {
        title: 'Odpowiedz z arkusza',
        how: () => 'Zaznacz wiersz, otwórz rozmowę, napisz i wyślij.',
      },
      receive: { title: 'Odpowiedź dochodzi', how: () => 'W skrzynce stoi w tej samej rozmowie.' },
      clock: {
        title: 'Przesuń zegar',
        how: () => 'Wychodzą przypomnienia, a sprawy bez odpowiedzi się spóźniają.',
      },
      dashboard: { title: 'Zajrzyj na pulpit', how: () => 'Tabela przestawna i wykres liczą wszystko.' },
    },
  },
  news: {
    title: 'Co się wydarzyło',
    wrote: ({ who, subject }) => `${who} pisze: „${subject}”`,
    ticket: ({ id, who }) => `${id} to nowy wiersz, od: ${who}`,
    acknowledged: ({ id, who }) => `${who} ma potwierdzenie zgłoszenia ${id}`,
    answered: ({ id, who }) => `Odpowiedź na ${id} jest w skrzynce: ${who}`,
    reminded: ({ template, course, count }) =>
      `Przypomnienie „${REMINDERS[template] ?? template}” dla ${count} ${plural('pl', count, ['osoby', 'osób', 'osób'])}: ${course}`,
    status: (id, label) => `${id} ma teraz status „${label}”`,
    atRisk: (id, due, time) =>
      due ? `${id}: czas ucieka, ${DUES[due.of]} do ${time}` : `${id}: czas ucieka`,
    late: (id, due, time) =>
      due ? `${id} po terminie: ${DUES[due.of]}, termin minął ${time}` : `${id} po terminie`,
    moved: (time) => `Jest teraz ${time}`,
    unsent: ({ who, why }) => `Nie udało się wysłać wiadomości do: ${who}. ${why}`,
    fault: (what) => `Coś się nie udało: ${what}`,
  },
  problem: {
    noSubject: 'Podaj temat wiadomości.',
    noText: 'Najpierw coś napisz.',
    offline: 'Demo nie odpowiada. Czy nadal działa w terminalu? Strona sama próbuje ponownie.',
    refused: (why) => `Nie udało się. ${why}`,
    close: 'Zamknij',
  },
};
