/** What colleagues are told, in English. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';

const ALERT_FACTS = `Subject: {{ ticket.subject }}
From: {{ alert.requester }}
Status: {{ ticket.status }}
Assigned to: {% if alert.assignee %}{{ alert.assignee }}{% else %}nobody yet{% endif %}
What is due: {{ alert.promise }}, by {{ alert.due }}`;

const ALERT_REASON = `
Why this deadline: {{ alert.why }}${whenSet('alert.link', 'Open the ticket: {{ alert.link }}')}`;

export const alertsEn = {
  alert_due_soon: {
    subject: '{{ ticket.id }}: {{ alert.left }} left ({{ alert.promise }})',
    body: `Hello,

Time is running out for ticket {{ ticket.id }}.

${ALERT_FACTS}
Left: {{ alert.left }}
${ALERT_REASON}

If you cannot deal with it, please pass the ticket to somebody who can: change “Assigned to” on the Tickets tab.

{{ firm.name }}`,
  },
  alert_overdue: {
    subject: '{{ ticket.id }}: the time is up ({{ alert.promise }})',
    body: `Hello,

The time promised for ticket {{ ticket.id }} is up, and the ticket is still open.

${ALERT_FACTS}
Late by: {{ alert.late }}
${ALERT_REASON}

Please deal with it now, or agree on who will. Even a short word to the participant (“we are on it, you will hear from us by …”) is better than silence.

{{ firm.name }}`,
  },
  alert_several: {
    subject: '{{ alert.count }} tickets are running out of time',
    body: `Hello,

These tickets are due soon or already overdue ({{ alert.count }} in all):
{{ alert.list }}

Please deal with the most urgent ones now and pass the rest on: change “Assigned to” on the Tickets tab.

{{ firm.name }}`,
  },
  alert_staffing: {
    subject: 'Too few people on duty (key moments: {{ alert.count }})',
    body: `Hello,

At these key moments, more participants may need help than the people on duty can answer:
{{ alert.list }}

Please put one more person on duty for that time on the Rota tab, or ask one of the trainers to stand in.${whenSet(
      'alert.link',
      'All key moments are on the Staffing tab: {{ alert.link }}',
    )}

{{ firm.name }}`,
  },
  follow_up_ticket: {
    subject: 'Please get in touch with participants: {{ session.course }}',
    body: `The session “{{ session.course }}” starts: {{ session.starts }}.

Still to do: {{ checkpoint.missing }}
Our e-mail alone was not enough. These participants still have not done it ({{ alert.count }} in all):
{{ alert.list }}

Please call or write to them: a personal word helps more than a second reminder. Something may not be working for them.
If you know that somebody has already done it, add that on the Activity tab. When nobody is left on the list, you can mark this ticket as resolved.`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
