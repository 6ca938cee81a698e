/** Frames for what a person answers, in Polish. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { FROM_AGENT, SIGNED, STATUS } from './parts-pl';

const SUBJECT = 'Re: {{ ticket.subject }} [#{{ ticket.id }}]';

export const answersPl = {
  reply: {
    subject: SUBJECT,
    body: `{{ answer }}

${SIGNED}

{{ support }}

${STATUS}`,
  },
  calm: {
    subject: SUBJECT,
    body: `Dzień dobry,

rozumiem, że to denerwujące, zwłaszcza gdy brakuje czasu. Dziękuję za wiadomość. Zajmuję się tą sprawą osobiście i nie trzeba pisać do nikogo więcej.

{{ answer }}

Dam znać, co udało się ustalić, nawet jeśli potrwa to dłużej, niż teraz zakładam.

${FROM_AGENT}`,
  },
  clarify: {
    subject: SUBJECT,
    body: `Dzień dobry,

dziękuję za wiadomość. Żeby pomóc w tym, co naprawdę potrzebne, wolę najpierw upewnić się, że dobrze rozumiem sprawę.

{{ answer }}

Wystarczy krótka odpowiedź. Bardzo pomoże też zdjęcie albo zrzut tego, co widać na ekranie.

${FROM_AGENT}`,
  },
  reconcile: {
    subject: SUBJECT,
    body: `Dzień dobry,

bardzo przepraszam. To był nasz błąd i coś takiego nie powinno było się zdarzyć.

{{ answer }}

Proszę dać znać, czy takie rozwiązanie jest do przyjęcia. Jeśli nie, proszę napisać, jakie byłoby lepsze, a zrobię, co w mojej mocy.

${FROM_AGENT}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
