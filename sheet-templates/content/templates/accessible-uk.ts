/** Wordings for people with special needs, in Ukrainian; see accessible-en.ts. */
import type { AccessibleKey, TemplateText } from '../template-keys';
import { onlineOrOnSite, whenSet } from './liquid';
import { SIGNED, STATUS } from './parts-uk';

const FACTS = `Курс: {{ session.course }}
День: {{ session.date }}
Початок: {{ session.time }} ({{ session.zone }})${whenSet('session.ends', 'Завершення: {{ session.ends }}')}${whenSet(
  'session.trainer',
  'Веде: {{ session.trainer }}',
)}${whenSet('session.place', 'Місце: {{ session.place }}')}${whenSet(
  'session.link',
  'Посилання на зустріч: {{ session.link }}',
)}`;

const MATERIALS = whenSet('session.materials', 'Матеріали: {{ session.materials }}');

const NEEDS = `Вам щось заважає взяти участь?
Напишіть нам. Разом пошукаємо вихід.`;

const END = `{{ firm.name }}

{{ support }}

{{ stop }}`;

export const accessibleUk: Readonly<Record<AccessibleKey, TemplateText>> = {
  'reply.accessible': {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

Щось не працює?
Відпишіть на цей лист.
Розкажіть, що незрозуміло. Ми пояснимо інакше.

${SIGNED}

{{ support }}

${STATUS}`,
  },
  'reminder_3d.accessible': {
    subject: 'Наближається заняття: {{ session.course }}, {{ session.date }}',
    body: `Добрий день!

Наближається ваше заняття.

${FACTS}${MATERIALS}

Перед заняттям:
Звільніть цей час.${onlineOrOnSite('Оберіть тихе місце.\nОдин раз відкрийте посилання на зустріч і перевірте, чи воно працює.', 'Дізнайтеся, як дістатися на місце.')}
Запишіть, про що хочете запитати.

${NEEDS}

${END}`,
  },
  'reminder_1d.accessible': {
    subject: 'Нагадування: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Добрий день!

Скоро зустрічаємося.

${FACTS}${MATERIALS}
${onlineOrOnSite(
  `
Що зробити вже зараз:
Відкрийте посилання на зустріч.
Переконайтеся, що з’являється сторінка зустрічі.
Увімкніть звук.
Покладіть зарядний пристрій під рукою.`,
  `
Що зробити вже зараз:
Дізнайтеся, як дістатися на місце.
Залиште трохи часу про запас.`,
)}

Щось не працює?
Напишіть нам одразу. Ми встигнемо допомогти.

${END}`,
  },
  'reminder_2h.accessible': {
    subject: 'Незабаром починаємо: {{ session.course }}, {{ session.time }}',
    body: `Добрий день!

Незабаром починаємо.

${FACTS}
${onlineOrOnSite(
  `
Відкрийте посилання за десять хвилин до початку.
Не вдається ввійти?
Не чекайте. Відпишіть на цей лист.
Розкажіть, що стається, коли ви відкриваєте посилання.`,
  `
Прийдіть, будь ласка, за десять хвилин до початку.
Не можете знайти місце?
Відпишіть на цей лист.`,
)}

${END}`,
  },
  'session_changed.accessible': {
    subject: 'Зміни: {{ session.course }}',
    body: `Добрий день!

Щодо вашого заняття є зміни.
${whenSet('session.changes', '\nЩо змінилося:\n{{ session.changes }}')}

Актуальна інформація:
${FACTS}

Орієнтуйтеся на цей лист. Попередні вже застаріли.
Перепрошуємо за незручності.

Вам не підходить ця зміна?
Відпишіть на цей лист. Разом пошукаємо вихід.

{{ firm.name }}

{{ support }}`,
  },
  'session_cancelled.accessible': {
    subject: 'Скасовано: {{ session.course }}, {{ session.date }}',
    body: `Добрий день!

Це заняття не відбудеться. Нам прикро.

Курс: {{ session.course }}
День: {{ session.date }}
Початок: {{ session.time }} ({{ session.zone }})

Вам нічого не потрібно робити.
Якщо буде новий час, ми напишемо.

Маєте запитання?
Відпишіть на цей лист.

{{ firm.name }}

{{ support }}`,
  },
};
