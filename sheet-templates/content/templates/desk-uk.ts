/** What colleagues who work by mail get, and the answer to a participant who asks how a request stands, in Ukrainian. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM } from './parts-uk';

/** Mails about one ticket have one subject, so that they stand together in the colleague's mailbox. */
const SUBJECT = '[#{{ ticket.id }}] {{ ticket.subject }}';

/** Whatever stands below it is cut off from the answer. */
const MARKER = '##- Пишіть відповідь над цим рядком -##';

const FACTS = `Звернення: {{ ticket.id }}, {{ ticket.status }}${whenSet('desk.due', 'Термін: {{ desk.due }}')}${whenSet(
  'desk.why',
  'Звідки цей термін: {{ desk.why }}',
)}${whenSet('desk.session', 'Найближче заняття: {{ desk.session }}')}${whenSet(
  'desk.link',
  'Відкрити звернення: {{ desk.link }}',
)}`;

/** The newest message, what to do with it, and what came before it. */
const asking = (what: string): string => `${MARKER}

Від: {% if alert.requester %}{{ alert.requester }}{% else %}{{ person.name }}{% endif %}

{{ desk.newest }}

${what}

${FACTS}

{{ desk.legend }}

{{ firm.name }}

{{ desk.older }}`;

const OPEN = whenSet('desk.link', 'Відкрити звернення: {{ desk.link }}');

export const deskUk = {
  assignment: {
    subject: SUBJECT,
    body: asking(
      'Це звернення ведете ви. Просто відпишіть на цей лист: учасник отримає вашу відповідь з нашої адреси підтримки.',
    ),
  },
  assignment_again: {
    subject: SUBJECT,
    body: asking('Це новий лист у вашому зверненні. Просто відпишіть на нього, як і раніше.'),
  },
  substitute_asked: {
    subject: SUBJECT,
    body: asking(
      '{{ desk.colleague }} зараз не на роботі, тож просимо вас підмінити. Просто відпишіть на цей лист: учасник отримає вашу відповідь з нашої адреси підтримки.',
    ),
  },
  answer_held: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Добрий день!

Ваша відповідь у зверненні {{ ticket.id }} ще не пішла, бо за мить до неї учасник уже отримав іншу{% if desk.colleague %} ({{ desk.colleague }}){% endif %}.

Якщо вашу теж треба надіслати, відпишіть на цей лист і в першому рядку поставте #надіслати. Якщо ні, нічого робити не треба: вона лишиться у зверненні нотаткою.

{{ firm.name }}`,
  },
  commands_help: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Добрий день!

Ваш лист щодо звернення {{ ticket.id }} не потрапив до учасника й нічого не змінив:
{{ desk.help }}

Щоб відповісти учасникові, просто відпишіть на цей лист.

{{ desk.legend }}

{{ firm.name }}`,
  },
  command_refused: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Добрий день!

У зверненні {{ ticket.id }} не вдалося зробити все, про що йшлося у вашому листі:
{{ desk.help }}

Решти вашого листа це не стосується.${OPEN}

{{ firm.name }}`,
  },
  mail_disbelieved: {
    subject: 'Ми не передали лист від вашого імені [#{{ ticket.id }}]',
    body: `${MARKER}

Добрий день!

Щодо звернення {{ ticket.id }} надійшов лист від вашого імені. Учасникові його не передано, нічого не змінено. Він лишився у зверненні нотаткою.${whenSet(
      'desk.why',
      'Причина: {{ desk.why }}',
    )}

Якщо писали ви, надішліть відповідь ще раз: відпишіть на цей лист зі своєї звичної адреси або дайте відповідь у таблиці. Якщо не ви, повідомте того, хто опікується нашою поштовою скринькою.${OPEN}

Про це ми пишемо лише раз щодо кожного звернення.

{{ firm.name }}`,
  },
  confirm_address: {
    subject: 'Чи ваша це адреса: {{ desk.address }}?',
    body: `${MARKER}

Добрий день!

Щодо звернення {{ ticket.id }} надійшов лист з адреси {{ desk.address }}. Це ваша адреса?

Якщо так, відпишіть на цей лист зі скриньки, на яку він надійшов, одним словом: так. Відтоді ви зможете писати й звідти, а ми візьмемося за лист, який чекає.
Якщо ні, нічого робити не треба: ми нічого не передали й не змінили.

{{ firm.name }}`,
  },
  status_answer: {
    subject: 'Стан ваших звернень',
    body: `Добрий день!
{%- if desk.list %}

Ось стан ваших звернень:
{{ desk.list }}

Щоб щось додати до звернення, напишіть нам і вкажіть у темі його номер.
{%- else %}

З цієї адреси у нас немає жодного відкритого звернення. Якщо потрібна допомога, просто відпишіть на цей лист.
{%- endif %}

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
