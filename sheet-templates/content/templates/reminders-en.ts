/** The ladder around a session, in English. No “tomorrow” and no “in three days”: who joins late reads it later. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { onlineOrOnSite, whenSet } from './liquid';
import { MATERIALS, REMINDER_FROM_FIRM, SEE_YOU, SESSION_FACTS } from './parts-en';

export const remindersEn = {
  reminder_3d: {
    subject: 'Coming up: {{ session.course }}, {{ session.date }}',
    body: `Hello,

Your session is coming up.

${SESSION_FACTS}${MATERIALS}

To get the most out of it:
- set the time aside, and a quarter of an hour before it too;
- think of one or two questions from your own work;${whenSet(
      'session.materials',
      '- glance through the materials: ten minutes is enough;',
    )}${onlineOrOnSite(
      '- choose a quiet place, and open the link once on the device you will use;',
      '- check how to get there and how long it will take;',
    )}
- if anything would make it easier for you to take part (captions, large print, a break), reply to this message.

${SEE_YOU}`,
  },
  reminder_1d: {
    subject: 'Reminder: {{ session.course }}, {{ session.date }}, {{ session.time }}',
    body: `Hello,

See you soon. Here is everything you need.

${SESSION_FACTS}${MATERIALS}
${onlineOrOnSite(
  `
A five-minute check now will save you stress at the start:
1. Open the link on the device you will use and check that the meeting page appears.
2. Check that you can be heard and seen.
3. Have a charger at hand, and headphones too if there will be people around you.`,
  `
To get there without rushing:
1. Check the route and allow ten extra minutes.
2. Keep this message at hand: it has the time and the place.`,
)}

If anything does not work or is unclear, write to us now: there is still time to help.

${SEE_YOU}`,
  },
  reminder_2h: {
    subject: 'Starting soon: {{ session.course }}, {{ session.time }}',
    body: `Hello,

We are starting soon.

${SESSION_FACTS}
${onlineOrOnSite(
  `
Please join ten minutes early. If you cannot get in, do not wait for the start: reply to this message and tell us what you see on the screen.`,
  `
Please come ten minutes early. If you cannot find the place or are running late, reply to this message.`,
)}

${SEE_YOU}`,
  },
  reminder_started: {
    subject: 'We have started: {{ session.course }}',
    body: `Hello,

The session has started, and you can still join. If you are already with us, there is nothing to do.

${SESSION_FACTS}
${whenSet(
  'session.link',
  `
If the link does not let you in:
1. Close the page, open this message again and click the link once more.
2. Try another browser or your phone.
3. If that does not help either, reply to this message and tell us what you see on the screen.`,
)}

If you cannot take part, a short reply is enough. We will tell you how to catch up.

${SEE_YOU}`,
  },
  reminder_after: {
    subject: 'After the session: {{ session.course }}',
    body: `Hello,

The session is over. Here is what you can take away from it.

Course: {{ session.course }}
Date: {{ session.date }}${MATERIALS}${whenSet('session.deadline', 'Deadline for the tasks: {{ session.deadline }}')}

To remember more of it, choose one thing from the session and try it out in your own work within two days. If you get stuck, reply to this message.
${whenSet(
  'firm.survey',
  `
How was it? A few short questions, two minutes: {{ firm.survey }}`,
)}

If you could not take part, reply to this message. We will tell you how to catch up.

${REMINDER_FROM_FIRM}`,
  },
  reminder_several: {
    subject: 'Your sessions: {{ session.date }}',
    body: `Hello,

You have more than one session that day. Here they are in one message.

{{ session.list }}

To make the day go smoothly:
- be there ten minutes before each start;
- for an online session, open its link beforehand on the device you will use;
- plan something to eat and a moment of rest in between.

If any of them overlap or something does not work, reply to this message.

${SEE_YOU}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
