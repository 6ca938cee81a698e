/** Wordings for people with special needs, in Polish; see accessible-en.ts. */
import type { AccessibleKey, TemplateText } from '../template-keys';
import { onlineOrOnSite, whenSet } from './liquid';
import { SIGNED, STATUS } from './parts-pl';

const FACTS = `Szkolenie: {{ session.course }}
Dzień: {{ session.date }}
Początek: {{ session.time }} ({{ session.zone }})${whenSet('session.ends', 'Koniec: {{ session.ends }}')}${whenSet(
  'session.trainer',
  'Prowadzi: {{ session.trainer }}',
)}${whenSet('session.place', 'Miejsce: {{ session.place }}')}${whenSet(
  'session.link',
  'Link do spotkania: {{ session.link }}',
)}`;

const MATERIALS = whenSet('session.materials', 'Materiały: {{ session.materials }}');

const NEEDS = `Czy coś utrudnia Ci udział?
Napisz do nas. Razem poszukamy rozwiązania.`;

const END = `{{ firm.name }}

{{ support }}

{{ stop }}`;

export const accessiblePl: Readonly<Record<AccessibleKey, TemplateText>> = {
  'reply.accessible': {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

Czy coś nie działa?
Odpowiedz na tę wiadomość.
Napisz, co jest niejasne. Wyjaśnimy to inaczej.

${SIGNED}

{{ support }}

${STATUS}`,
  },
  'reminder_3d.accessible': {
    subject: 'Zbliżają się zajęcia: {{ session.course }}, {{ session.date }}',
    body: `Dzień dobry,

zbliżają się zajęcia.

${FACTS}${MATERIALS}

Przed zajęciami:
Zarezerwuj ten czas.${onlineOrOnSite('Wybierz spokojne miejsce.\nOtwórz raz link do spotkania i sprawdź, czy działa.', 'Sprawdź dojazd.')}
Zapisz, o co chcesz zapytać.

${NEEDS}

${END}`,
  },
  'reminder_1d.accessible': {
    subject: 'Przypomnienie: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Dzień dobry,

niedługo się widzimy.

${FACTS}${MATERIALS}
${onlineOrOnSite(
  `
Co zrobić już teraz:
Otwórz link do spotkania.
Sprawdź, czy pojawia się strona spotkania.
Włącz dźwięk.
Połóż ładowarkę w zasięgu ręki.`,
  `
Co zrobić już teraz:
Sprawdź dojazd.
Dolicz trochę czasu na zapas.`,
)}

Czy coś nie działa?
Napisz do nas od razu. Zdążymy pomóc.

${END}`,
  },
  'reminder_2h.accessible': {
    subject: 'Wkrótce zaczynamy: {{ session.course }}, {{ session.time }}',
    body: `Dzień dobry,

wkrótce zaczynamy.

${FACTS}
${onlineOrOnSite(
  `
Otwórz link dziesięć minut przed początkiem.
Nie możesz wejść?
Nie czekaj. Odpowiedz na tę wiadomość.
Napisz, co się dzieje po otwarciu linku.`,
  `
Prosimy przyjść dziesięć minut wcześniej.
Trudno znaleźć miejsce?
Odpowiedz na tę wiadomość.`,
)}

${END}`,
  },
  'session_changed.accessible': {
    subject: 'Zmiana: {{ session.course }}',
    body: `Dzień dobry,

w planie zajęć nastąpiła zmiana.
${whenSet('session.changes', '\nCo się zmieniło:\n{{ session.changes }}')}

Aktualne informacje:
${FACTS}

Prosimy kierować się tą wiadomością. Poprzednie są nieaktualne.
Przepraszamy za kłopot.

Ta zmiana Ci nie odpowiada?
Odpowiedz na tę wiadomość. Razem poszukamy rozwiązania.

{{ firm.name }}

{{ support }}`,
  },
  'session_cancelled.accessible': {
    subject: 'Odwołane: {{ session.course }}, {{ session.date }}',
    body: `Dzień dobry,

te zajęcia się nie odbędą. Przykro nam.

Szkolenie: {{ session.course }}
Dzień: {{ session.date }}
Początek: {{ session.time }} ({{ session.zone }})

Nic nie trzeba robić.
Jeśli będzie nowy termin, napiszemy.

Masz pytanie?
Odpowiedz na tę wiadomość.

{{ firm.name }}

{{ support }}`,
  },
};
