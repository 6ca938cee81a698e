/** Reminders for beginners and for the experienced, in English. */
import type { ExperienceKey, TemplateText } from '../template-keys';
import { onlineOrOnSite, whenSet } from './liquid';
import { MATERIALS, SEE_YOU, SESSION_FACTS, SIGNED, STATUS } from './parts-en';

export const byExperienceEn: Readonly<Record<ExperienceKey, TemplateText>> = {
  'reply.novice': {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

Take your time, one step at a time. If a step does not work, stop there, reply to this message and tell us the number of the step and what you see on the screen. A photo taken with your phone is fine.

${SIGNED}

{{ support }}

${STATUS}`,
  },
  'reminder_3d.novice': {
    subject: 'Coming up: {{ session.course }}, {{ session.date }}',
    body: `Hello,

Your session is coming up. There is not much to prepare, and we are here if you want to ask anything.

${SESSION_FACTS}${MATERIALS}

What to do before then:
1. Put the day and time in your calendar.
2. Keep this message: you will need it on the day.
3. Write down what you would like to ask. Simple questions are welcome.${onlineOrOnSite(
      `4. Choose the computer or phone you will use. You need the internet and sound; a camera is useful too.
5. Choose a quiet place where nobody will disturb you.`,
      `4. Check how to get there and how long it will take.
5. Bring something to write with.`,
    )}

If anything would make it easier for you to take part (captions, large print, a break), reply to this message.

${SEE_YOU}`,
  },
  'reminder_3d.experienced': {
    subject: 'Coming up: {{ session.course }}, {{ session.date }}',
    body: `Hello,

Your session is coming up.

${SESSION_FACTS}${MATERIALS}

You will get the most out of it with an example from your own work: send us your question beforehand, in reply to this message, and we will try to cover it.
If you need captions, large print or a break, let us know in the same way.

${SEE_YOU}`,
  },
  'reminder_1d.novice': {
    subject: 'Reminder: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Hello,

See you soon. Here is everything you need.

${SESSION_FACTS}${MATERIALS}
${onlineOrOnSite(
  `
If online meetings are new to you, a short trial helps. You can do it now, at your own pace:
1. Sit down at the computer or take the phone you will use on the day, and plug in the charger.
2. Open this message on it and click the link. The meeting page will open. You do not have to install anything: choose to join from the browser.
3. If you are asked about the microphone and camera, click “Allow”.
4. Type your name. You may see “The meeting has not started”: that is fine, just close the page.
On the day, do the same ten minutes before the start.
If anything looks different, write to us now and tell us at which step.`,
  `
To get there without rushing:
1. Check the route and allow ten extra minutes.
2. Take this message with you, on your phone or on paper: it has the time and the place.`,
)}

Do you have a question? Write to us now. There are no silly questions.

${SEE_YOU}`,
  },
  'reminder_1d.experienced': {
    subject: 'Reminder: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Hello,

Here is a short reminder of your session.

${SESSION_FACTS}${MATERIALS}
${whenSet(
  'session.link',
  `
The meeting runs in any current browser. On a company network, please check beforehand that WebRTC traffic and the meeting domain are not blocked.`,
)}

${SEE_YOU}`,
  },
  'reminder_2h.novice': {
    subject: 'Starting soon: {{ session.course }}, {{ session.time }}',
    body: `Hello,

We are starting soon.

${SESSION_FACTS}
${onlineOrOnSite(
  `
Ten minutes before the start:
1. Close other programs and plug in the charger.
2. Open this message and click the link.
3. Choose to join from the browser. If you are asked about the microphone and camera, click “Allow”.
4. Type your name. If the page asks you to wait, just wait: we will let you in.
If a step does not work, stop there, reply to this message and tell us what you see on the screen. We will help you get in.`,
  `
Please come ten minutes early. If you cannot find the place or are running late, reply to this message.`,
)}

${SEE_YOU}`,
  },
  'reminder_2h.experienced': {
    subject: 'Starting soon: {{ session.course }}, {{ session.time }}',
    body: `Hello,

We are starting soon.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
If you cannot get in, try a private window or another network, then reply to this message with the exact text of the error.`,
)}

${SEE_YOU}`,
  },
  'reminder_started.novice': {
    subject: 'We have started: {{ session.course }}',
    body: `Hello,

The session has started, and you can still join: nobody minds if you come late. If you are already with us, there is nothing to do.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
Step by step:
1. Click the link above.
2. Choose to join from the browser.
3. If you are asked about the microphone and camera, click “Allow”.
4. Type your name and wait a moment: we will let you in.
If a step does not work, reply to this message and tell us what you see on the screen. A photo taken with your phone is fine.`,
)}

If you cannot take part, a short reply is enough. We will tell you how to catch up.

${SEE_YOU}`,
  },
  'reminder_started.experienced': {
    subject: 'We have started: {{ session.course }}',
    body: `Hello,

The session has started, and you can still join. If you are already with us, there is nothing to do.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
If you cannot get in, try a private window or another network, then reply to this message with the exact text of the error.`,
)}

If you cannot take part, a short reply is enough. We will tell you how to catch up.

${SEE_YOU}`,
  },
};
