/**
 * Wordings for people with special needs, in English: one instruction a line, short sentences, no lists of signs. They
 * are read aloud, enlarged to a few words a line, or read slowly.
 */
import type { AccessibleKey, TemplateText } from '../template-keys';
import { onlineOrOnSite, whenSet } from './liquid';
import { SIGNED, STATUS } from './parts-en';

const FACTS = `Course: {{ session.course }}
Day: {{ session.date }}
Start: {{ session.time }} ({{ session.zone }})${whenSet('session.ends', 'End: {{ session.ends }}')}${whenSet(
  'session.trainer',
  'Trainer: {{ session.trainer }}',
)}${whenSet('session.place', 'Place: {{ session.place }}')}${whenSet(
  'session.link',
  'Link to the meeting: {{ session.link }}',
)}`;

const MATERIALS = whenSet('session.materials', 'Materials: {{ session.materials }}');

const NEEDS = `Does anything make it hard for you to take part?
Write to us. We will look for a solution together.`;

const END = `{{ firm.name }}

{{ support }}

{{ stop }}`;

export const accessibleEn: Readonly<Record<AccessibleKey, TemplateText>> = {
  'reply.accessible': {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

Is something not working?
Reply to this message.
Tell us which part is unclear. We will explain it in another way.

${SIGNED}

{{ support }}

${STATUS}`,
  },
  'reminder_3d.accessible': {
    subject: 'Coming up: {{ session.course }}, {{ session.date }}',
    body: `Hello,

Your session is coming up.

${FACTS}${MATERIALS}

Before the session:
Set the time aside.${onlineOrOnSite('Choose a quiet place.\nOpen the link once and check that it works.', 'Check how to get there.')}
Write down what you want to ask.

${NEEDS}

${END}`,
  },
  'reminder_1d.accessible': {
    subject: 'Reminder: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Hello,

See you soon.

${FACTS}${MATERIALS}
${onlineOrOnSite(
  `
What to do now:
Open the link to the meeting.
Check that the meeting page appears.
Turn the sound on.
Put the charger within reach.`,
  `
What to do now:
Check how to get there.
Allow some extra time.`,
)}

Is something not working?
Write to us now. There is still time to help.

${END}`,
  },
  'reminder_2h.accessible': {
    subject: 'Starting soon: {{ session.course }}, {{ session.time }}',
    body: `Hello,

We are starting soon.

${FACTS}
${onlineOrOnSite(
  `
Open the link ten minutes before the start.
Are you having trouble getting in?
Do not wait. Reply to this message.
Tell us what happens when you open the link.`,
  `
Please come ten minutes early.
Are you having trouble finding the place?
Reply to this message.`,
)}

${END}`,
  },
  'session_changed.accessible': {
    subject: 'Changed: {{ session.course }}',
    body: `Hello,

There is a change to your session.
${whenSet('session.changes', '\nWhat has changed:\n{{ session.changes }}')}

Here are the current details:
${FACTS}

Please go by this message. The earlier ones are out of date.
We are sorry for the inconvenience.

Does the change not suit you?
Reply to this message. We will look for a solution together.

{{ firm.name }}

{{ support }}`,
  },
  'session_cancelled.accessible': {
    subject: 'Cancelled: {{ session.course }}, {{ session.date }}',
    body: `Hello,

The session below will not take place. We are sorry.

Course: {{ session.course }}
Day: {{ session.date }}
Start: {{ session.time }} ({{ session.zone }})

You do not need to do anything.
If there is a new date, we will let you know.

Do you have a question?
Reply to this message.

{{ firm.name }}

{{ support }}`,
  },
};
