/** What colleagues are told, in Ukrainian. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';

const ALERT_FACTS = `Тема: {{ ticket.subject }}
Від: {{ alert.requester }}
Статус: {{ ticket.status }}
Відповідає: {% if alert.assignee %}{{ alert.assignee }}{% else %}ще ніхто{% endif %}
Що обіцяно: {{ alert.promise }}
Термін: {{ alert.due }}`;

const ALERT_REASON = `
Звідки цей термін: {{ alert.why }}${whenSet('alert.link', 'Відкрити звернення: {{ alert.link }}')}`;

export const alertsUk = {
  alert_due_soon: {
    subject: '{{ ticket.id }}: до терміну {{ alert.left }} ({{ alert.promise }})',
    body: `Добрий день!

Наближається термін звернення {{ ticket.id }}.

${ALERT_FACTS}
Лишилося: {{ alert.left }}
${ALERT_REASON}

Якщо ви не можете ним зайнятися, передайте звернення тому, хто може: змініть стовпець «Відповідає» на вкладці «Звернення».

{{ firm.name }}`,
  },
  alert_overdue: {
    subject: '{{ ticket.id }}: термін минув ({{ alert.promise }})',
    body: `Добрий день!

Обіцяний термін звернення {{ ticket.id }} минув, а воно досі відкрите.

${ALERT_FACTS}
Після терміну минуло: {{ alert.late }}
${ALERT_REASON}

Просимо взятися за нього зараз або домовитися, хто це зробить. Навіть коротка звістка учасникові («ми вже працюємо над цим, відповімо до …») краще за мовчання.

{{ firm.name }}`,
  },
  alert_several: {
    subject: 'Звернення, у яких спливає термін: {{ alert.count }}',
    body: `Добрий день!

У цих звернень спливає або вже сплив обіцяний термін (усього: {{ alert.count }}):
{{ alert.list }}

Просимо взятися зараз за найнагальніші, а решту передати далі: змініть стовпець «Відповідає» на вкладці «Звернення».

{{ firm.name }}`,
  },
  alert_staffing: {
    subject: 'Замало людей на чергуванні (ключових моментів: {{ alert.count }})',
    body: `Добрий день!

У ці ключові моменти допомоги може потребувати більше учасників, ніж устигнуть обслужити чергові:
{{ alert.list }}

Просимо додати на цей час іще одну людину на вкладці «Чергування» або попросити про допомогу когось із тренерів.${whenSet(
      'alert.link',
      'Усі ключові моменти — на вкладці «Укомплектованість»: {{ alert.link }}',
    )}

{{ firm.name }}`,
  },
  follow_up_ticket: {
    subject: 'Учасники, з якими треба зв’язатися: {{ session.course }}',
    body: `Початок заняття «{{ session.course }}»: {{ session.starts }}.

Досі не зроблено: {{ checkpoint.missing }}
Самого листа виявилося замало. Ці учасники досі цього не зробили (усього: {{ alert.count }}):
{{ alert.list }}

Просимо зателефонувати їм або написати: особисте слово допомагає більше, ніж друге нагадування. Можливо, у них щось не працює.
Якщо відомо, що хтось це вже зробив, додайте запис на вкладці «Активність». Коли нікого не лишиться, звернення можна позначити вирішеним.`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
