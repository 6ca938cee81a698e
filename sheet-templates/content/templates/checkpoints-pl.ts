/** Nudges to those who have not yet done what a session needs, in Polish. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { REMINDER_FROM_FIRM } from './parts-pl';

const SESSION = `Szkolenie: {{ session.course }}
Kiedy: {{ session.starts }}`;

const DONE_ALREADY =
  'To już zrobione? W takim razie wszystko w porządku i nie trzeba odpowiadać: dane z platformy docierają do nas z opóźnieniem.';

export const checkpointsPl = {
  checkpoint: {
    subject: 'Jeszcze do zrobienia: {{ session.course }}',
    body: `Dzień dobry,

żeby zajęcia się udały, zostało jeszcze jedno do zrobienia.

${SESSION}
Do zrobienia: {{ checkpoint.missing }}${whenSet('session.deadline', 'Termin wykonania zadań: {{ session.deadline }}')}${whenSet(
      'session.link',
      'Link: {{ session.link }}',
    )}

Jeśli coś stoi na przeszkodzie, prosimy odpowiedzieć na tę wiadomość i napisać, w czym rzecz. Pomożemy.
${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
  checkpoint_login: {
    subject: 'Logowanie przed zajęciami: {{ session.course }}',
    body: `Dzień dobry,

nie widzimy jeszcze logowania na Twoje konto. Warto spróbować już teraz: gdyby coś nie działało, zdążymy pomóc.

${SESSION}${whenSet('session.link', 'Zaloguj się tutaj: {{ session.link }}')}

Jeśli logowanie się nie udaje:
1. Sprawdź, czy podajesz adres, na który przyszła ta wiadomość.
2. Na stronie logowania poszukaj napisu „Nie pamiętasz hasła?”. Wiadomość z linkiem do zmiany hasła mogła trafić do spamu.
3. Jeśli to nie pomoże, odpowiedz na tę wiadomość i napisz, co widać na ekranie. Nigdy nie wysyłaj nam hasła.

${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
  checkpoint_materials: {
    subject: 'Materiały do zajęć: {{ session.course }}',
    body: `Dzień dobry,

wygląda na to, że materiały do zajęć jeszcze czekają na otwarcie. Warto zajrzeć do nich wcześniej: łatwiej będzie nadążyć i zostanie więcej czasu na pytania.

${SESSION}${whenSet('session.materials', 'Materiały: {{ session.materials }}')}${whenSet(
  'session.deadline',
  'Termin wykonania zadań: {{ session.deadline }}',
)}

Jeśli brakuje czasu, przeczytaj początek i zapisz jedno pytanie. Jeśli materiały się nie otwierają, odpowiedz na tę wiadomość i napisz, co widać na ekranie.
${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
