/** The ladder around a session, in Polish. No „jutro” and no „za trzy dni”: who joins late reads it later. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { onlineOrOnSite, whenSet } from './liquid';
import { MATERIALS, REMINDER_FROM_FIRM, SEE_YOU, SESSION_FACTS } from './parts-pl';

export const remindersPl = {
  reminder_3d: {
    subject: 'Zbliżają się zajęcia: {{ session.course }}, {{ session.date }}',
    body: `Dzień dobry,

zbliża się termin zajęć.

${SESSION_FACTS}${MATERIALS}

Żeby jak najwięcej skorzystać:
- zarezerwuj ten czas, a do tego kwadrans przed początkiem;
- przygotuj jedno lub dwa pytania ze swojej codziennej pracy;${whenSet(
      'session.materials',
      '- przejrzyj materiały, wystarczy dziesięć minut;',
    )}${onlineOrOnSite(
      '- wybierz spokojne miejsce i otwórz raz link na urządzeniu, z którego będziesz korzystać;',
      '- sprawdź dojazd i to, ile czasu zajmie;',
    )}
- jeśli coś może ułatwić Ci udział (napisy, większy druk, przerwa), odpowiedz na tę wiadomość.

${SEE_YOU}`,
  },
  reminder_1d: {
    subject: 'Przypomnienie: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Dzień dobry,

niedługo się widzimy. Poniżej wszystko, co potrzebne.

${SESSION_FACTS}${MATERIALS}
${onlineOrOnSite(
  `
Pięć minut sprawdzania teraz oszczędzi nerwów na początku:
1. Otwórz link na urządzeniu, z którego będziesz korzystać, i sprawdź, czy pojawia się strona spotkania.
2. Sprawdź, czy Cię słychać i widać.
3. Przygotuj ładowarkę, a jeśli wokół są inni ludzie, także słuchawki.`,
  `
Żeby dotrzeć bez pośpiechu:
1. Sprawdź dojazd i dolicz dziesięć minut zapasu.
2. Miej tę wiadomość pod ręką: jest w niej godzina i miejsce.`,
)}

Jeśli coś nie działa albo nie jest jasne, napisz do nas od razu: zdążymy pomóc.

${SEE_YOU}`,
  },
  reminder_2h: {
    subject: 'Wkrótce zaczynamy: {{ session.course }}, {{ session.time }}',
    body: `Dzień dobry,

wkrótce zaczynamy.

${SESSION_FACTS}
${onlineOrOnSite(
  `
Prosimy dołączyć dziesięć minut wcześniej. Jeśli nie możesz wejść, nie czekaj do początku: odpowiedz na tę wiadomość i napisz, co widać na ekranie.`,
  `
Prosimy przyjść dziesięć minut wcześniej. Jeśli trudno trafić albo szykuje się spóźnienie, prosimy odpowiedzieć na tę wiadomość.`,
)}

${SEE_YOU}`,
  },
  reminder_started: {
    subject: 'Zajęcia już trwają: {{ session.course }}',
    body: `Dzień dobry,

zajęcia już się zaczęły, ale wciąż można dołączyć. Jeśli już jesteś z nami, nic nie trzeba robić.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
Jeśli link nie wpuszcza na spotkanie:
1. Zamknij stronę, otwórz tę wiadomość jeszcze raz i ponownie kliknij link.
2. Spróbuj w innej przeglądarce albo na telefonie.
3. Jeśli i to nie pomoże, odpowiedz na tę wiadomość i napisz, co widać na ekranie.`,
)}

Jeśli nie możesz wziąć udziału, wystarczy krótka odpowiedź. Podpowiemy, jak nadrobić zajęcia.

${SEE_YOU}`,
  },
  reminder_after: {
    subject: 'Po zajęciach: {{ session.course }}',
    body: `Dzień dobry,

zajęcia za nami. Oto co po nich zostaje.

Szkolenie: {{ session.course }}
Termin zajęć: {{ session.date }}${MATERIALS}${whenSet('session.deadline', 'Termin wykonania zadań: {{ session.deadline }}')}

Żeby więcej zapamiętać, wybierz jedną rzecz z zajęć i w ciągu dwóch dni wypróbuj ją w swojej pracy. Jeśli coś nie wychodzi, odpowiedz na tę wiadomość.
${whenSet(
  'firm.survey',
  `
Jak było? Kilka krótkich pytań, dwie minuty: {{ firm.survey }}`,
)}

Jeśli nie udało się wziąć udziału, prosimy odpowiedzieć na tę wiadomość. Podpowiemy, jak nadrobić zajęcia.

${REMINDER_FROM_FIRM}`,
  },
  reminder_several: {
    subject: 'Twoje zajęcia: {{ session.date }}',
    body: `Dzień dobry,

tego dnia masz więcej niż jedne zajęcia. Piszemy o wszystkich w jednej wiadomości.

{{ session.list }}

Żeby ten dzień się udał:
- bądź na miejscu dziesięć minut przed początkiem każdych zajęć;
- jeśli zajęcia są online, otwórz link wcześniej na urządzeniu, z którego będziesz korzystać;
- zaplanuj coś do jedzenia i chwilę odpoczynku pomiędzy zajęciami.

Jeśli zajęcia się nakładają albo coś nie działa, odpowiedz na tę wiadomość.

${SEE_YOU}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
