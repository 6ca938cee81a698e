/** Frames for what a person answers, in Ukrainian. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { FROM_AGENT, SIGNED, STATUS } from './parts-uk';

const SUBJECT = 'Re: {{ ticket.subject }} [#{{ ticket.id }}]';

export const answersUk = {
  reply: {
    subject: SUBJECT,
    body: `{{ answer }}

${SIGNED}

{{ support }}

${STATUS}`,
  },
  calm: {
    subject: SUBJECT,
    body: `Добрий день!

Розумію, що це прикро, а надто коли обмаль часу. Дякую, що написали. Я займаюся цим особисто, і вам не треба більше нікому писати.

{{ answer }}

Я повідомлю, як просувається справа, навіть якщо вона триватиме довше, ніж здається зараз.

${FROM_AGENT}`,
  },
  clarify: {
    subject: SUBJECT,
    body: `Добрий день!

Дякую за лист. Щоб допомогти саме з тим, що потрібно, спершу хочу пересвідчитися, що правильно все розумію.

{{ answer }}

Досить короткої відповіді. Дуже допоможе й фото або знімок того, що ви бачите на екрані.

${FROM_AGENT}`,
  },
  reconcile: {
    subject: SUBJECT,
    body: `Добрий день!

Щиро перепрошую: це наша помилка, і такого не мало статися.

{{ answer }}

Напишіть, будь ласка, чи влаштовує вас таке рішення. Якщо ні, розкажіть, яке було б кращим, і я зроблю все, що зможу.

${FROM_AGENT}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
