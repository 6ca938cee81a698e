/** What becomes of a session, and of the wish not to be reminded, in Ukrainian. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM, SESSION_FACTS } from './parts-uk';

export const sessionsUk = {
  session_changed: {
    subject: 'Зміни: {{ session.course }}',
    body: `Добрий день!

Щодо вашого заняття є зміни.
${whenSet('session.changes', '\nЩо змінилося:\n{{ session.changes }}')}

Нижче — актуальна інформація. Орієнтуйтеся, будь ласка, на цей лист: попередні вже застаріли.

${SESSION_FACTS}

Якщо новий варіант вам не підходить, відпишіть на цей лист, і ми разом знайдемо вихід. Перепрошуємо за незручності.

${FROM_FIRM}`,
  },
  session_cancelled: {
    subject: 'Скасовано: {{ session.course }}, {{ session.date }}',
    body: `Добрий день!

На жаль, це заняття не відбудеться.

Курс: {{ session.course }}
Було заплановано: {{ session.starts }}

Вам нічого не потрібно робити. Якщо призначимо новий час, ми напишемо. Якщо маєте запитання або вам краще підійшло б щось інше, відпишіть на цей лист.

${FROM_FIRM}`,
  },
  stop_confirmed: {
    subject: 'Більше не надсилатимемо нагадувань',
    body: `Добрий день!

Як ви й просили, ми більше не надсилатимемо вам нагадувань про заняття.

Про одне все ж повідомимо: якщо заняття, про яке ми вам уже писали, перенесуть або скасують. Інакше ви могли б прийти не тоді, коли треба.

Передумали або це були не ви? Відпишіть на цей лист, і ми знову нагадуватимемо.

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
