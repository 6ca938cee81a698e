import type { TemplateKey, TemplateText, VariantKey } from './template-keys';

const SESSION_FACTS = `Course: {{ session.course }}
When: {{ session.starts }}
{%- if session.trainer != "" %}
Trainer: {{ session.trainer }}
{%- endif %}
{%- if session.place != "" %}
Place: {{ session.place }}
{%- endif %}
{%- if session.link != "" %}
Join here: {{ session.link }}
{%- endif %}`;

const FROM_AGENT = `Kind regards,
{{ agent.name }}
{{ firm.name }}

{{ support }}`;

const FROM_FIRM = `Kind regards,
{{ firm.name }}

{{ support }}`;

const ALERT_FACTS = `Subject: {{ ticket.subject }}
From: {{ alert.requester }}
Status: {{ ticket.status }}
Assigned to: {% if alert.assignee != "" %}{{ alert.assignee }}{% else %}nobody yet{% endif %}
What is due: {{ alert.promise }}, by {{ alert.due }}`;

const ALERT_REASON = `
Why then: {{ alert.why }}
{%- if alert.link != "" %}
Open the ticket: {{ alert.link }}
{%- endif %}`;

export const en: Readonly<Record<TemplateKey, TemplateText>> = {
  acknowledgement: {
    subject: 'We have received your message [#{{ ticket.id }}]',
    body: `Hello,

thank you for writing. Your message has reached us and has the number {{ ticket.id }}.

What happens next: one of us reads it and answers you by e-mail. We answer {{ firm.support_hours }}.
If you want to add something, such as a screenshot, just reply to this message. Please keep the number in the subject.

${FROM_FIRM}`,
  },
  acknowledgement_out_of_hours: {
    subject: 'We have received your message [#{{ ticket.id }}]',
    body: `Hello,

thank you for writing. Your message has reached us and has the number {{ ticket.id }}. Nobody is at the desk right now: we answer {{ firm.support_hours }}, and your message will be waiting for us.

What you can do meanwhile:
- close the programme or browser, open it again and try once more;
- try another browser or another device, such as your phone;
- look for the link and the instructions in our last reminder.
{%- if firm.portal != "" %}
- find plain instructions at any hour here: {{ firm.portal }}
{%- endif %}

If something changes or you have solved it, just reply to this message.

${FROM_FIRM}`,
  },
  reply: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

{{ agent.name }}
{{ firm.name }}

{{ support }}`,
  },
  resolved: {
    subject: 'Your request {{ ticket.id }} is resolved',
    body: `Hello,

we believe that your request {{ ticket.id }} is resolved.

If it is not, or if the trouble comes back, simply reply to this message. The same request will be opened again and you will not have to explain anything anew.

Thank you for your patience.

${FROM_FIRM}`,
  },
  waiting_nudge: {
    subject: 'We are waiting for your answer [#{{ ticket.id }}]',
    body: `Hello,

a few days ago we asked you a question about your request {{ ticket.id }}. Without your answer we cannot go on.

If you still need help, reply to this message, even in one sentence. If everything works by now, tell us so and we will close the request.

${FROM_FIRM}`,
  },
  no_answer: {
    subject: 'We have not heard from you [#{{ ticket.id }}]',
    body: `Hello,

we wrote to you about your request {{ ticket.id }} and have not heard from you since, so we now count it as resolved.

If you still need help, simply reply to this message, now or later. The same request will be opened again and you will not have to explain anything anew.

${FROM_FIRM}`,
  },
  reminder_3d: {
    subject: 'In three days: {{ session.course }}',
    body: `Hello,

your session is coming up.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materials: {{ session.materials }}
{%- endif %}

To get the most out of it:
- set the time aside and choose a quiet place;
- glance through the materials and write down one or two questions of your own;
- if anything would make taking part easier for you (captions, large print, a break), reply to this message.

See you there,
{{ firm.name }}

{{ support }}`,
  },
  reminder_1d: {
    subject: 'Tomorrow: {{ session.course }}',
    body: `Hello,

we meet tomorrow.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materials: {{ session.materials }}
{%- endif %}

Five minutes of checking today save nerves tomorrow:
1. Open the link on the device you will use and see that it works.
2. Check that people can hear and see you.
3. Have a charger at hand, and headphones if you are among other people.

If anything fails, write to us today: there is still time to help.

See you tomorrow,
{{ firm.name }}

{{ support }}`,
  },
  reminder_2h: {
    subject: 'Today: {{ session.course }}',
    body: `Hello,

we start soon.

${SESSION_FACTS}

Please come ten minutes early. If you cannot get in, do not wait until the start: reply to this message and say what you see on the screen.

See you soon,
{{ firm.name }}

{{ support }}`,
  },
  session_changed: {
    subject: 'Changed: {{ session.course }}',
    body: `Hello,

something about your session has changed. This is how it stands now; please forget the earlier message.

${SESSION_FACTS}

If the new arrangement does not suit you, reply to this message and we will look for a way together. We are sorry for the trouble.

${FROM_FIRM}`,
  },
  session_cancelled: {
    subject: 'Cancelled: {{ session.course }}',
    body: `Hello,

we are sorry: the session below will not take place.

Course: {{ session.course }}
Was planned for: {{ session.starts }}

You do not have to do anything. We will write to you about a new date. If you have questions, or would rather have another solution, reply to this message.

${FROM_FIRM}`,
  },
  calm: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `Hello,

I understand that this is upsetting, above all when time is short. Thank you for telling us. I am taking care of it myself, and you do not have to write to anybody else.

{{ answer }}

I will let you know how it goes, even if it takes longer than I think now.

${FROM_AGENT}`,
  },
  clarify: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `Hello,

thank you for your message. I want to help with the right thing, so first I would like to be sure that I understand it well.

{{ answer }}

A short answer is enough. A photo or a screenshot of what you see is a great help too.

${FROM_AGENT}`,
  },
  reconcile: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `Hello,

you were right to expect better from us, and I apologise. The mistake was ours.

{{ answer }}

Please tell me whether this is a fair solution for you. If not, write what would be, and I will do what I can.

${FROM_AGENT}`,
  },
  alert_due_soon: {
    subject: '{{ ticket.id }}: {{ alert.left }} left ({{ alert.promise }})',
    body: `Hello,

time is running out for ticket {{ ticket.id }}.

${ALERT_FACTS}
Left: {{ alert.left }}
${ALERT_REASON}

If you cannot see to it, please pass the ticket to somebody who can: change “Assigned to” in the Tickets tab.

{{ firm.name }}`,
  },
  alert_overdue: {
    subject: '{{ ticket.id }}: the time is up ({{ alert.promise }})',
    body: `Hello,

the time promised for ticket {{ ticket.id }} is up, and it is still open.

${ALERT_FACTS}
Late by: {{ alert.late }}
${ALERT_REASON}

Please take it up now, or agree who will. Even a short word to the participant (“we are on it, you will hear from us by …”) is better than silence.

{{ firm.name }}`,
  },
  alert_several: {
    subject: '{{ alert.count }} tickets are running out of time',
    body: `Hello,

these tickets are about to be late, or are late already (there are {{ alert.count }} of them):
{{ alert.list }}

Please take up the most pressing ones now, and pass on what you cannot see to: change “Assigned to” in the Tickets tab.

{{ firm.name }}`,
  },
  support_block: {
    subject: 'Support information',
    body: `Need help?
Reply to this message or write to {{ firm.support_address }}.
We answer: {{ firm.support_hours }}.
{%- if firm.portal != "" %}
Instructions and answers at any hour: {{ firm.portal }}
{%- endif %}
Outside these hours write all the same: your message is registered at once, and we take it up as soon as we are back.`,
  },
};

export const enVariants: Readonly<Record<VariantKey, TemplateText>> = {
  'reply.novice': {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

Take your time, one step after the other. If a step does not work, stop there, reply to this message and write the number of the step and what you see on the screen. A photo taken with your phone is fine.

{{ agent.name }}
{{ firm.name }}

{{ support }}`,
  },
  'reminder_1d.novice': {
    subject: 'Tomorrow: {{ session.course }}',
    body: `Hello,

we meet tomorrow.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materials: {{ session.materials }}
{%- endif %}

If you are not used to meeting online, this helps. You can do it today, at your own pace:
1. Sit down at the computer or phone that you will use tomorrow and plug it in.
2. Open this message on it and click the link. A page of the meeting opens. You do not have to install anything: choose to join from the browser.
3. If you are asked about the microphone and the camera, click “Allow”.
4. Type your name. You may see “The meeting has not started”: that is right, close the page.
Tomorrow do the same ten minutes before the start.

If anything looks different, write to us today and say at which step. There are no silly questions.

See you tomorrow,
{{ firm.name }}

{{ support }}`,
  },
  'reminder_1d.experienced': {
    subject: 'Tomorrow: {{ session.course }}',
    body: `Hello,

a short reminder of tomorrow.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materials: {{ session.materials }}
{%- endif %}

The meeting runs in any current browser. From a firm network, please check beforehand that WebRTC traffic and the meeting’s domain are not blocked.

See you tomorrow,
{{ firm.name }}

{{ support }}`,
  },
};
