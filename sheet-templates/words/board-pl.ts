import { plural } from '../../core/time/plural';
import type { BoardWords } from './board-words';

const n = (count: number, one: string, few: string, many: string): string =>
  plural('pl', count, [one, few, many]);

/** Po „z”: z 1 uczestnika, z 12 uczestników. */
const ofPeople = (count: number): string => n(count, 'uczestnika', 'uczestników', 'uczestników');

export const pl: BoardWords = {
  ready: 'Niczego nie brakuje.',
  rule: {
    'no-trainer': () => 'Brak osoby prowadzącej. Kierownictwo: wpisz ją na karcie Zajęcia.',
    'trainer-away': ({ name }) =>
      `${name}: nieobecność w tym dniu i brak zastępstwa. Kierownictwo: znajdź zastępstwo albo przenieś zajęcia.`,
    'no-way-in': () =>
      'Brak linku i miejsca. Kierownictwo: wpisz jedno z nich, uczestnicy dowiedzą się z przypomnień.',
    'nobody-listed': () =>
      'Lista uczestników jest pusta. Kierownictwo: wpisz ich lub wczytaj albo odwołaj zajęcia.',
    'not-reached': ({ count, of }) =>
      `Bez kontaktu: ${count} z ${of} ${ofPeople(of)}; list nie wyszedł albo wrócił. Wsparcie: zadzwoń i popraw adres na karcie Uczestnicy.`,
    'not-told': ({ count, of }) =>
      `Jeszcze bez listu: ${count} z ${of} ${ofPeople(of)}, choć przypomnienie miało już wyjść. Administracja: sprawdź, czy most działa i co jest na karcie Problemy.`,
    braked: () => 'W Ustawieniach włączono hamulec: przypomnienia nie wychodzą. Administracja: wyłącz go.',
    'no-cover': () => 'Na początku zajęć dyżuruje za mało osób. Kierownictwo: zajrzyj do karty Obsada.',
    'overdue-tickets': ({ count }) =>
      `${count} ${n(count, 'zgłoszenie jest po terminie', 'zgłoszenia są po terminie', 'zgłoszeń jest po terminie')}. Wsparcie: odpowiedz na nie najpierw.`,
    'trainer-silent': ({ name }) =>
      `${name}: brak potwierdzenia. Kierownictwo: zapytaj i wpisz odpowiedź na karcie Zajęcia.`,
    'trainer-unknown': ({ name }) =>
      `${name}: nie ma tej osoby na karcie Zespół. Kierownictwo: popraw nazwisko albo dodaj osobę, żeby znane były jej adres i nieobecności.`,
    'no-materials': () => 'Brak materiałów. Osoba prowadząca: wpisz link do nich na karcie Zajęcia.',
    'not-logged-in': ({ count, of }) =>
      `Bez logowania: ${count} z ${of} ${ofPeople(of)}. Wsparcie: zapytaj, czy coś nie działa.`,
    declined: ({ count }) =>
      `${count} ${n(count, 'osoba odrzuciła', 'osoby odrzuciły', 'osób odrzuciło')} zaproszenie w kalendarzu. Kierownictwo: zaproponuj inny termin.`,
    'open-tickets': ({ count }) =>
      `${count} ${n(count, 'otwarte zgłoszenie', 'otwarte zgłoszenia', 'otwartych zgłoszeń')}. Wsparcie: załatw przed początkiem.`,
  },
  staffing: {
    nobody: 'Nikt nie ma dyżuru. Kierownictwo: wpisz kogoś na karcie Dyżury.',
    short: (expected, capacity, more) =>
      `Spodziewane zgłoszenia: około ${expected}, możliwe do obsługi: ${capacity}. Kierownictwo: na dyżur ${n(more, 'potrzebna', 'potrzebne', 'potrzeba')} jeszcze ${more} ${n(more, 'osoba', 'osoby', 'osób')}.`,
    tight: (expected, capacity) =>
      `Spodziewane zgłoszenia: około ${expected}, możliwe do obsługi: ${capacity}. Ledwo wystarczy. Kierownictwo: ustal, kto w razie czego pomoże.`,
    others: (count, expected) =>
      `W tym samym czasie ${n(count, 'jest', 'są', 'jest')} jeszcze ${count} ${n(count, 'moment', 'momenty', 'momentów')} (zgłoszenia: około ${expected}), dla tych samych osób.`,
    missing: ({ name, why }) =>
      why === 'absent'
        ? `${name}: dyżur mimo nieobecności. Zamień dyżur.`
        : `${name}: dyżur w czasie własnych zajęć. Zamień dyżur.`,
    noRota:
      'Karta Dyżury jest pusta, więc nie da się tego ocenić. Kierownictwo: wpisz, kto i kiedy dyżuruje.',
    noPeople: 'Nie wiadomo, ilu osób to dotyczy: wpisz to na karcie Kluczowe momenty.',
    enough: 'Na dyżurze jest dość osób.',
  },
  alert: {
    line: ({ kind, course, from, to, expected, capacity, onDuty }) =>
      `- ${from} – ${to}, ${kind}${course === '' ? '' : ` (${course})`}: spodziewane zgłoszenia: około ${expected}, możliwe do obsługi: ${capacity}; na dyżurze: ${onDuty === '' ? 'nikt' : onDuty}`,
  },
  followUp: {
    from: 'Rowdesk',
    why: (checkpoint) => `Zgłoszenie z punktu kontrolnego „${checkpoint}”.`,
    assigned: 'Jak mówi karta Punkty kontrolne, a bez wpisu: kto prowadzi zajęcia.',
  },
};
