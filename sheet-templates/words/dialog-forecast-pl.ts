import { plural } from '../../core/time/plural';
import type { ForecastWords } from './dialog-forecast-words';

export const pl: ForecastWords = {
  ahead: 'Na ile dni naprzód',
  days: (count) => `${count} ${plural('pl', count, ['dzień', 'dni', 'dni'])}`,
  person: 'Osoba',
  personHint: 'Nazwisko lub adres',
  onlyGoing: 'Tylko to, co wyślemy',
  refresh: 'Odczytaj arkusz ponownie',
  loading: 'Czytamy arkusz…',
  summary: (going, people, not) =>
    `${going} ${plural('pl', going, ['list', 'listy', 'listów'])} do ${people} ${plural('pl', people, ['osoby', 'osób', 'osób'])}; nie wyślemy: ${not}.`,
  nothing: 'W tych dniach nie wyślemy nic.',
  nobodyFound: 'Na liście nie ma takiej osoby.',
  people: (names, more) => `${names} i jeszcze ${more}`,
  until: (moment, zone) => `Do: ${moment} (${zone}).`,
  remindersOff:
    'Przypomnienia są wyłączone na karcie Ustawienia: nic z tej listy nie wychodzi. Lista pokazuje, co zostałoby wysłane po włączeniu.',
  brakeOn:
    'Na karcie Ustawienia włączono hamulec awaryjny: dopóki działa, nie wychodzi żaden automatyczny list. Lista pokazuje, co zostałoby wysłane.',
  obstacles: 'Co przeszkadza',
  leftOut: (count) =>
    `${count} ${plural('pl', count, ['wiersz się nie zmieścił', 'wiersze się nie zmieściły', 'wierszy się nie zmieściło'])}. Wybierz mniej dni.`,
  goes: 'Wysyłamy',
  ifStill: 'Jeśli nadal tak będzie',
  queued: 'W kolejce',
  goesNot: 'Nie wysyłamy',
  cancelled: 'odwołane',
  noSubject: 'Nie ma takiego szablonu',
  template: 'Szablon',
  footnote:
    'Stąd nic nie jest wysyłane: każdy list wysyła most, gdy przychodzi na niego pora. Most zna też zmiany miejsca i linku, których ta lista nie pokaże.',
  changedNotice: 'Zawiadomienie o zmianie',
  cancelledNotice: 'Zawiadomienie o odwołaniu',
  checkpoint: (id) => `Punkt kontrolny ${id}`,
  condition: (written) => `Tylko jeśli do tego czasu: ${written}.`,
  unlessDone: (written) => `Chyba że do tego czasu będzie zrobione: ${written}.`,
  inQueue: 'Czeka na karcie Poczta wychodząca.',
  noZone: 'Wszystkie kroki',
  reason: {
    superseded: 'Przyszła już pora na późniejszy krok, więc ten pomijamy.',
    night: 'Wypada w nocy, a rano byłoby za późno.',
    'told-by-notice': 'Mówi o tym zawiadomienie o zmianie.',
    'too-late': 'Zajęcia już się odbyły: na zawiadomienie jest za późno.',
    merged: 'To jeden list z innymi zajęciami tego dnia.',
    condition: 'Jego warunek nie jest spełniony.',
    'no-address': 'Nie ma adresu, na który można napisać.',
    bounced: 'Ostatni list na ten adres wrócił.',
    left: 'Ta osoba już nie uczestniczy.',
    unwanted: 'Ta osoba nie chce przypomnień.',
    cancelled: 'Zajęcia są odwołane.',
    'unknown-zone': 'Nie wiadomo, w jakiej strefie czasowej są zajęcia.',
  },
  badOffset: (steps) => `Nie da się odczytać czasu tych przypomnień: ${steps}.`,
  badCondition: (steps) => `Nie da się odczytać warunku tych przypomnień: ${steps}.`,
  badCheckpoint: (ids) => `Nie da się odczytać tych punktów kontrolnych: ${ids}.`,
  unknownZone: (sessions) => `Nieznana strefa czasowa zajęć: ${sessions}.`,
  unknownReaderZone: (people) =>
    `Nieznana strefa czasowa tych uczestników, liczy się strefa zajęć: ${people}.`,
};
