/** Reminders for beginners and for the experienced, in Polish. */
import type { ExperienceKey, TemplateText } from '../template-keys';
import { onlineOrOnSite, whenSet } from './liquid';
import { MATERIALS, SEE_YOU, SESSION_FACTS, SIGNED, STATUS } from './parts-pl';

export const byExperiencePl: Readonly<Record<ExperienceKey, TemplateText>> = {
  'reply.novice': {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

Spokojnie, krok po kroku. Jeśli któryś krok nie wychodzi, zatrzymaj się na nim, odpowiedz na tę wiadomość i podaj numer kroku oraz to, co widać na ekranie. Może być zdjęcie zrobione telefonem.

${SIGNED}

{{ support }}

${STATUS}`,
  },
  'reminder_3d.novice': {
    subject: 'Zbliżają się zajęcia: {{ session.course }}, {{ session.date }}',
    body: `Dzień dobry,

zbliża się termin zajęć. Przygotowań jest niewiele, a na każde pytanie chętnie odpowiemy.

${SESSION_FACTS}${MATERIALS}

Co warto zrobić do tego czasu:
1. Zapisz dzień i godzinę w kalendarzu.
2. Zachowaj tę wiadomość: przyda się w dniu zajęć.
3. Zapisz, o co chcesz zapytać. Proste pytania są mile widziane.${onlineOrOnSite(
      `4. Wybierz komputer lub telefon, z którego będziesz korzystać. Potrzebne są internet i dźwięk, a kamera się przyda.
5. Wybierz spokojne miejsce, w którym nikt nie będzie przeszkadzać.`,
      `4. Sprawdź dojazd i to, ile czasu zajmie.
5. Weź coś do pisania.`,
    )}

Jeśli coś może ułatwić Ci udział (napisy, większy druk, przerwa), odpowiedz na tę wiadomość.

${SEE_YOU}`,
  },
  'reminder_3d.experienced': {
    subject: 'Zbliżają się zajęcia: {{ session.course }}, {{ session.date }}',
    body: `Dzień dobry,

zbliża się termin zajęć.

${SESSION_FACTS}${MATERIALS}

Najwięcej daje przykład z własnej pracy: przyślij pytanie wcześniej, w odpowiedzi na tę wiadomość, a postaramy się je omówić.
Tak samo daj znać, jeśli przydadzą się napisy, większy druk albo przerwa.

${SEE_YOU}`,
  },
  'reminder_1d.novice': {
    subject: 'Przypomnienie: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Dzień dobry,

niedługo się widzimy. Poniżej wszystko, co potrzebne.

${SESSION_FACTS}${MATERIALS}
${onlineOrOnSite(
  `
Jeśli spotkania online to dla Ciebie nowość, pomoże krótka próba. Można ją zrobić już teraz, bez pośpiechu:
1. Usiądź przy komputerze lub weź telefon, z którego będziesz korzystać, i podłącz ładowarkę.
2. Otwórz na nim tę wiadomość i kliknij link. Pokaże się strona spotkania. Nie trzeba niczego instalować: wybierz wejście przez przeglądarkę.
3. Gdy pojawi się pytanie o mikrofon i kamerę, kliknij „Zezwól”.
4. Wpisz swoje imię. Napis „Spotkanie jeszcze się nie zaczęło” jest w porządku: zamknij stronę.
W dniu zajęć zrób to samo dziesięć minut przed początkiem.
Jeśli coś wygląda inaczej, napisz do nas od razu, przy którym kroku.`,
  `
Żeby dotrzeć bez pośpiechu:
1. Sprawdź dojazd i dolicz dziesięć minut zapasu.
2. Weź tę wiadomość ze sobą, w telefonie albo na papierze: jest w niej godzina i miejsce.`,
)}

Masz pytanie? Napisz do nas od razu. Nie ma głupich pytań.

${SEE_YOU}`,
  },
  'reminder_1d.experienced': {
    subject: 'Przypomnienie: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Dzień dobry,

krótkie przypomnienie o zajęciach.

${SESSION_FACTS}${MATERIALS}
${whenSet(
  'session.link',
  `
Spotkanie działa w każdej aktualnej przeglądarce. W sieci firmowej prosimy sprawdzić wcześniej, czy nie są blokowane ruch WebRTC i domena spotkania.`,
)}

${SEE_YOU}`,
  },
  'reminder_2h.novice': {
    subject: 'Wkrótce zaczynamy: {{ session.course }}, {{ session.time }}',
    body: `Dzień dobry,

wkrótce zaczynamy.

${SESSION_FACTS}
${onlineOrOnSite(
  `
Dziesięć minut przed początkiem:
1. Zamknij inne programy i podłącz ładowarkę.
2. Otwórz tę wiadomość i kliknij link.
3. Wybierz wejście przez przeglądarkę. Gdy pojawi się pytanie o mikrofon i kamerę, kliknij „Zezwól”.
4. Wpisz swoje imię. Jeśli strona każe czekać, poczekaj: wpuścimy Cię.
Jeśli któryś krok nie wychodzi, zatrzymaj się na nim, odpowiedz na tę wiadomość i napisz, co widać na ekranie. Pomożemy wejść.`,
  `
Prosimy przyjść dziesięć minut wcześniej. Jeśli trudno trafić albo szykuje się spóźnienie, prosimy odpowiedzieć na tę wiadomość.`,
)}

${SEE_YOU}`,
  },
  'reminder_2h.experienced': {
    subject: 'Wkrótce zaczynamy: {{ session.course }}, {{ session.time }}',
    body: `Dzień dobry,

wkrótce zaczynamy.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
Jeśli nie da się wejść: spróbuj w oknie prywatnym lub w innej sieci, a potem odpowiedz na tę wiadomość i podaj dokładną treść błędu.`,
)}

${SEE_YOU}`,
  },
  'reminder_started.novice': {
    subject: 'Zajęcia już trwają: {{ session.course }}',
    body: `Dzień dobry,

zajęcia już się zaczęły, ale wciąż można dołączyć: spóźnienie nikomu nie przeszkadza. Jeśli już jesteś z nami, nic nie trzeba robić.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
Krok po kroku:
1. Kliknij link podany wyżej.
2. Wybierz wejście przez przeglądarkę.
3. Gdy pojawi się pytanie o mikrofon i kamerę, kliknij „Zezwól”.
4. Wpisz swoje imię i chwilę poczekaj: wpuścimy Cię.
Jeśli któryś krok nie wychodzi, odpowiedz na tę wiadomość i napisz, co widać na ekranie. Może być zdjęcie zrobione telefonem.`,
)}

Jeśli nie możesz wziąć udziału, wystarczy krótka odpowiedź. Podpowiemy, jak nadrobić zajęcia.

${SEE_YOU}`,
  },
  'reminder_started.experienced': {
    subject: 'Zajęcia już trwają: {{ session.course }}',
    body: `Dzień dobry,

zajęcia już się zaczęły, ale wciąż można dołączyć. Jeśli już jesteś z nami, nic nie trzeba robić.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
Jeśli nie da się wejść: spróbuj w oknie prywatnym lub w innej sieci, a potem odpowiedz na tę wiadomość i podaj dokładną treść błędu.`,
)}

Jeśli nie możesz wziąć udziału, wystarczy krótka odpowiedź. Podpowiemy, jak nadrobić zajęcia.

${SEE_YOU}`,
  },
};
