/** What becomes of a session, and of the wish not to be reminded, in Polish. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM, SESSION_FACTS } from './parts-pl';

export const sessionsPl = {
  session_changed: {
    subject: 'Zmiana: {{ session.course }}',
    body: `Dzień dobry,

w planie zajęć nastąpiła zmiana.
${whenSet('session.changes', '\nCo się zmieniło:\n{{ session.changes }}')}

Poniżej aktualne informacje. Prosimy kierować się tą wiadomością: poprzednie są już nieaktualne.

${SESSION_FACTS}

Jeśli ta zmiana Ci nie odpowiada, prosimy odpowiedzieć na tę wiadomość, a wspólnie poszukamy rozwiązania. Przepraszamy za kłopot.

${FROM_FIRM}`,
  },
  session_cancelled: {
    subject: 'Odwołane: {{ session.course }}, {{ session.date }}',
    body: `Dzień dobry,

przykro nam: poniższe zajęcia się nie odbędą.

Szkolenie: {{ session.course }}
Planowany termin: {{ session.starts }}

Nic nie trzeba robić. Jeśli wyznaczymy nowy termin, damy znać. W razie pytań albo jeśli lepsze byłoby inne rozwiązanie, prosimy odpowiedzieć na tę wiadomość.

${FROM_FIRM}`,
  },
  stop_confirmed: {
    subject: 'Nie będziemy już wysyłać przypomnień',
    body: `Dzień dobry,

zgodnie z prośbą nie będziemy już wysyłać przypomnień o zajęciach.

O jednym jednak damy znać: jeśli zajęcia, o których wiesz od nas, zostaną przeniesione lub odwołane. Inaczej łatwo byłoby trafić na zły termin.

Prośba jest nieaktualna albo to pomyłka? Wystarczy odpowiedzieć na tę wiadomość, a znów będziemy przypominać.

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
