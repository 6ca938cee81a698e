/** What many Ukrainian letters have in common. */
import { whenSet } from './liquid';

export const SESSION_FACTS = `Курс: {{ session.course }}
Коли: {{ session.starts }}${whenSet('session.ends', 'Завершення: {{ session.ends }}')}${whenSet(
  'session.trainer',
  'Веде: {{ session.trainer }}',
)}${whenSet('session.place', 'Місце: {{ session.place }}')}${whenSet('session.link', 'Приєднатися: {{ session.link }}')}`;

export const MATERIALS = whenSet('session.materials', 'Матеріали: {{ session.materials }}');

/** Who answers, if the tracker knows it. */
export const SIGNED = '{% if agent.name %}{{ agent.name }}\n{% endif %}{{ firm.name }}';

/** How the request stands, and the way to ask again. Below the help, where nobody takes it for a part of the answer. */
export const STATUS = `Стан звернення {{ ticket.id }}: {{ ticket.status }}.${whenSet(
  'firm.status_mailto',
  'Щоб дізнатися його пізніше, надішліть нам лист із темою «статус»: {{ firm.status_mailto }}',
)}`;

export const FROM_AGENT = `З повагою
${SIGNED}

{{ support }}

${STATUS}`;

export const FROM_FIRM = `З повагою
{{ firm.name }}

{{ support }}`;

/** Ends whatever people can ask us not to send. */
export const SEE_YOU = `До зустрічі!
{{ firm.name }}

{{ support }}

{{ stop }}`;

export const REMINDER_FROM_FIRM = `${FROM_FIRM}

{{ stop }}`;

export const SUPPORT_BLOCK = {
  subject: 'Як отримати допомогу',
  body: `Потрібна допомога?
Відпишіть на цей лист{% if firm.support_address %} або напишіть на {{ firm.support_address }}{% endif %}.${whenSet(
    'firm.support_hours',
    `Ми відповідаємо: {{ firm.support_hours }}.
Поза цими годинами теж пишіть: лист одразу отримає номер, а ми візьмемося за нього, щойно повернемося.`,
  )}${whenSet('firm.portal', 'Інструкції та відповіді будь-коли: {{ firm.portal }}')}`,
};
