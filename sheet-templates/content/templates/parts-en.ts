/** What many English letters have in common. */
import { whenSet } from './liquid';

export const SESSION_FACTS = `Course: {{ session.course }}
When: {{ session.starts }}${whenSet('session.ends', 'Ends: {{ session.ends }}')}${whenSet(
  'session.trainer',
  'Trainer: {{ session.trainer }}',
)}${whenSet('session.place', 'Place: {{ session.place }}')}${whenSet('session.link', 'Join here: {{ session.link }}')}`;

export const MATERIALS = whenSet('session.materials', 'Materials: {{ session.materials }}');

/** Who answers, if the tracker knows it. */
export const SIGNED = '{% if agent.name %}{{ agent.name }}\n{% endif %}{{ firm.name }}';

/** How the request stands, and the way to ask again. Below the help, where nobody takes it for a part of the answer. */
export const STATUS = `Status of your request {{ ticket.id }}: {{ ticket.status }}.${whenSet(
  'firm.status_mailto',
  'To check it later, write to us with the subject “status”: {{ firm.status_mailto }}',
)}`;

export const FROM_AGENT = `Kind regards,
${SIGNED}

{{ support }}

${STATUS}`;

export const FROM_FIRM = `Kind regards,
{{ firm.name }}

{{ support }}`;

/** Ends whatever people can ask us not to send. */
export const SEE_YOU = `See you there,
{{ firm.name }}

{{ support }}

{{ stop }}`;

export const REMINDER_FROM_FIRM = `${FROM_FIRM}

{{ stop }}`;

export const SUPPORT_BLOCK = {
  subject: 'Where to get help',
  body: `Need help?
Reply to this message{% if firm.support_address %} or write to {{ firm.support_address }}{% endif %}.${whenSet(
    'firm.support_hours',
    `Our hours: {{ firm.support_hours }}.
You can write outside these hours too: your message gets a number straight away, and we will deal with it as soon as we are back.`,
  )}${whenSet('firm.portal', 'Instructions and answers at any time: {{ firm.portal }}')}`,
};
