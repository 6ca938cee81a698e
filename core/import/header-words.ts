/**
 * What columns are called in exports of meeting and learning platforms, ticket shops and forms, and in tables that
 * people make, in the three languages. The labels of our own tabs are handed in and need not stand here.
 */
import type { FieldOf, ImportKind } from './fields';

type Words<K extends ImportKind> = { readonly [F in FieldOf<K>]: string };

const SESSION_REFERENCE =
  'session, session id, session code, session key, class, class id, class code, group, group id, event id, event code, zajecia, id zajec, kod zajec, sesja, id sesji, kod sesji, grupa, kod grupy, termin id, id terminu, id szkolenia, kod szkolenia, заняття, код заняття, id заняття, сесія, код сесії, група, код групи';
const COURSE =
  'course, course name, course title, course full name, event, event name, event title, training, training name, webinar, webinar name, webinar title, workshop, topic, title, subject, szkolenie, nazwa szkolenia, kurs, nazwa kursu, temat, temat szkolenia, tytul, tytul szkolenia, wydarzenie, nazwa wydarzenia, nazwa, warsztat, warsztaty, курс, назва курсу, назва, тема, назва заходу, захід, тренінг, назва тренінгу, вебінар, навчання, подія, назва події';
const NAME =
  'name, full name, fullname, user full name, participant, participant name, attendee, attendee name, name original name, user name, display name, student, student name, contact, contact name, your name, first and last name, name and surname, imie i nazwisko, nazwisko i imie, imie nazwisko, uczestnik, uczestniczka, nazwa uzytkownika, pelna nazwa uzytkownika, pelne imie i nazwisko, osoba, imiona i nazwisko, kursant, nick, nickname, імя та прізвище, імя і прізвище, прізвище та імя, прізвище імя, піб, учасник, учасниця, повне імя, повне імя користувача, користувач, слухач, прізвище імя по батькові';
const FIRST_NAME =
  'first name, firstname, given name, forename, attendee first name, imie, pierwsze imie, imiona, imie uczestnika, імя, імя учасника';
const LAST_NAME =
  'last name, lastname, surname, family name, attendee surname, attendee last name, nazwisko, nazwisko uczestnika, прізвище, прізвище учасника';
const EMAIL =
  'e mail, email, mail, email address, e mail address, mail address, user email, attendee email, participant email, contact email, work email, your email, upn, user principal name, participant id upn, username, login, adres email, adres e mail, adres mailowy, adres poczty elektronicznej, poczta, poczta elektroniczna, email uczestnika, e mail uczestnika, e mail sluzbowy, email sluzbowy, mejl, електронна пошта, електронна адреса, адреса електронної пошти, ел пошта, ел адреса, пошта, емейл, імейл, е мейл, email адреса';
const LANGUAGE =
  'language, preferred language, language of communication, lang, locale, language preference, jezyk, preferowany jezyk, jezyk komunikacji, jezyk szkolenia, мова, мова спілкування, бажана мова, мова навчання';
const AUDIENCE =
  'audience, experience, level, experience level, skill level, proficiency, odbiorcy, doswiadczenie, poziom, poziom zaawansowania, stopien zaawansowania, grupa docelowa, аудиторія, досвід, рівень, рівень підготовки';
const ZONE = 'time zone, timezone, tz, zone, strefa, strefa czasowa, часовий пояс, часова зона, таймзона';

const WORDS: { readonly [K in ImportKind]: Words<K> } = {
  sessions: {
    id: `id, code, key, number, no, ref, reference, ${SESSION_REFERENCE}, kod, numer, nr, lp id, symbol, oznaczenie, код, номер, ід`,
    course: COURSE,
    client:
      'client, customer, company, organisation, organization, account, ordered by, klient, firma, zamawiajacy, organizacja, zleceniodawca, nazwa firmy, замовник, клієнт, компанія, фірма, організація',
    starts_at:
      'start, starts, starts at, start at, begins, beginning, start date time, start datetime, date and time, date time, datetime, when, from, scheduled start, start date and time, meeting start, poczatek, rozpoczecie, start szkolenia, data i godzina, data i godzina rozpoczecia, termin, termin szkolenia, kiedy, od, data od, poczatek szkolenia, rozpoczyna sie, початок, дата і час, дата та час, дата і час початку, дата та час початку, коли, з, від, старт',
    start_date:
      'date, start date, session date, event date, day, data, data rozpoczecia, data szkolenia, data zajec, dzien, data poczatku, data startu, дата, дата початку, дата заняття, дата проведення, день',
    start_time:
      'time, start time, hour, hours, begin time, session time, godzina, godzina rozpoczecia, godziny, godz, czas, czas rozpoczecia, godzina poczatku, od godz, od godziny, час, час початку, година, година початку, години',
    ends_at:
      'end, ends, ends at, end at, finish, until, to, end date time, end datetime, scheduled end, end date and time, koniec, zakonczenie, do, data do, data i godzina zakonczenia, konczy sie, кінець, завершення, закінчення, до, по, дата і час завершення, дата та час завершення',
    end_date:
      'end date, finish date, last day, data zakonczenia, data konca, дата завершення, дата закінчення, дата кінця',
    end_time:
      'end time, finish time, godzina zakonczenia, czas zakonczenia, godzina konca, do godz, do godziny, час завершення, час закінчення, година завершення',
    duration:
      'duration, length, duration minutes, duration hours, minutes, czas trwania, dlugosc, liczba godzin, liczba minut, тривалість, довжина',
    zone: ZONE,
    trainer:
      'trainer, teacher, instructor, host, presenter, speaker, facilitator, lecturer, lead, organizer, organiser, led by, prowadzacy, prowadzaca, prowadzi, trener, trenerka, wykladowca, instruktor, szkoleniowiec, host spotkania, тренер, тренерка, викладач, ведучий, ведуча, веде, інструктор, лектор, спікер',
    substitute:
      'substitute, backup, backup trainer, alternative host, deputy, zastepstwo, zastepca, trener zastepczy, zmiennik, заміна, запасний тренер, заступник',
    link: 'link, url, join url, join link, meeting link, meeting url, webinar link, zoom link, teams link, room url, online link, link do spotkania, link do zajec, link do webinaru, adres spotkania, adres pokoju, odnosnik, посилання, лінк, посилання на зустріч, посилання на вебінар, посилання на заняття',
    place:
      'place, location, venue, room, address, city, where, miejsce, lokalizacja, sala, adres, miejscowosc, miasto, gdzie, місце, місце проведення, локація, аудиторія, адреса, зал, місто, де',
    materials:
      'materials, material, handouts, resources, slides, course materials, materialy, materialy szkoleniowe, prezentacja, матеріали, презентація, роздаткові матеріали',
    audience: AUDIENCE,
    language: LANGUAGE,
    state:
      'state, status, event status, session status, stan, status szkolenia, стан, статус, статус заняття',
    confirmed:
      'confirmed, trainer confirmed, confirmation, potwierdzone, potwierdzony, potwierdzenie, trener potwierdzil, підтверджено, підтвердження, тренер підтвердив',
    deadline:
      'deadline, due, due date, due by, termin oddania, termin ostateczny, ostateczny termin, termin zadan, крайній термін, дедлайн, кінцевий термін, термін здачі',
    notes:
      'notes, note, comment, comments, remarks, description, agenda, notatki, notatka, uwagi, komentarz, komentarze, opis, нотатки, примітки, коментар, коментарі, зауваження, опис',
  },
  participants: {
    session_id: SESSION_REFERENCE,
    course: COURSE,
    starts_at:
      'session date, event date, event start, event start date, course date, date of session, start, starts, start date, date, data szkolenia, termin, termin szkolenia, data zajec, data rozpoczecia, data, дата заняття, дата курсу, дата початку, дата',
    name: NAME,
    first_name: FIRST_NAME,
    last_name: LAST_NAME,
    email: EMAIL,
    language: LANGUAGE,
    audience: AUDIENCE,
    needs:
      'needs, special needs, accessibility, accessibility needs, accommodations, requirements, special requirements, dietary and accessibility needs, potrzeby, szczegolne potrzeby, potrzeby specjalne, dostepnosc, udogodnienia, wymagania, потреби, особливі потреби, доступність, вимоги',
    company:
      'company, organisation, organization, employer, firm, institution, company name, company organization, department company, firma, nazwa firmy, pracodawca, organizacja, instytucja, zaklad pracy, firma instytucja, компанія, фірма, організація, установа, роботодавець, місце роботи, назва компанії',
    zone: ZONE,
    state:
      'state, status, attendee status, registration status, approval status, ticket status, enrolment status, enrollment status, stan, status zgloszenia, status rejestracji, status uczestnika, стан, статус, статус реєстрації',
    reminders:
      'reminders, wants reminders, send reminders, przypomnienia, wysylac przypomnienia, zgoda na przypomnienia, нагадування, надсилати нагадування',
  },
  activity: {
    // Before the course: logs call a deed an event.
    what: 'what, activity, action, event, event name, verb, deed, co, aktywnosc, czynnosc, akcja, dzialanie, zdarzenie, nazwa zdarzenia, co sie stalo, що, дія, активність, подія, назва події, діяльність',
    at: 'when, at, date and time, date time, datetime, timestamp, event time, time of event, created, created at, occurred, occurred at, kiedy, data i godzina, data i czas, znacznik czasu, sygnatura czasowa, data zdarzenia, czas zdarzenia, коли, дата і час, дата та час, позначка часу, час події',
    start_date: 'date, day, data, dzien, дата, день',
    start_time: 'time, hour, czas, godzina, godz, час, година',
    email: EMAIL,
    name: NAME,
    first_name: FIRST_NAME,
    last_name: LAST_NAME,
    session_id: SESSION_REFERENCE,
    course: COURSE,
    logged_in:
      'logged in, login time, log in time, login date, last login, first login, last access, last access to course, first access, last access to site, last sign in, signed in, log in, zalogowano, zalogowany, zalogowal sie, logowanie, data logowania, czas logowania, ostatnie logowanie, pierwsze logowanie, ostatni dostep, ostatni dostep do kursu, ostatnio w kursie, вхід, увійшов, останній вхід, перший вхід, час входу, дата входу, останній доступ, останній доступ до курсу, авторизація',
    opened_materials:
      'opened materials, materials opened, downloaded materials, viewed materials, materials, otworzyl materialy, pobral materialy, materialy otwarte, materialy pobrane, materialy, відкрив матеріали, матеріали, матеріали відкрито, переглянув матеріали',
    joined:
      'joined, join time, first join, first joined, time joined, attended, attendance, present, entered, enter time, entry time, check in, checked in, checkin date, dolaczyl, dolaczono, godzina dolaczenia, czas dolaczenia, pierwsze dolaczenie, obecnosc, obecny, wejscie, czas wejscia, data wejscia, приєднався, приєднання, час приєднання, перше приєднання, присутність, був присутній, час входу до зустрічі',
    submitted:
      'submitted, submission, submission time, handed in, task submitted, oddano, zadanie oddane, data oddania, przeslano, здано, завдання здано, дата здачі',
    completed:
      'completed, completion, completion date, date completed, finished, passed, ukonczono, ukonczony, data ukonczenia, ukonczenie, zaliczono, завершено, дата завершення, завершення',
  },
};

/** Synonyms of each field, folded. */
export function headerWords<K extends ImportKind>(
  kind: K,
): readonly { readonly field: FieldOf<K>; readonly words: readonly string[] }[] {
  const words: Readonly<Record<string, string>> = WORDS[kind];
  // Keys of an object that tsc has checked against FieldOf<K>.
  return (Object.keys(words) as FieldOf<K>[]).map((field) => ({
    field,
    words: (words[field] ?? '').split(',').map((word) => word.trim()),
  }));
}
