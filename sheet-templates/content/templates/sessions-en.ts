/** What becomes of a session, and of the wish not to be reminded, in English. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM, SESSION_FACTS } from './parts-en';

export const sessionsEn = {
  session_changed: {
    subject: 'Changed: {{ session.course }}',
    body: `Hello,

There is a change to your session.
${whenSet('session.changes', '\nWhat has changed:\n{{ session.changes }}')}

Here are the current details. Please go by this message: the earlier ones are out of date.

${SESSION_FACTS}

If the new arrangement does not suit you, reply to this message and we will look for a solution together. We are sorry for the inconvenience.

${FROM_FIRM}`,
  },
  session_cancelled: {
    subject: 'Cancelled: {{ session.course }}, {{ session.date }}',
    body: `Hello,

We are sorry: the session below will not take place.

Course: {{ session.course }}
Originally planned for: {{ session.starts }}

You do not need to do anything. If there is a new date, we will let you know. If you have questions or would prefer another solution, reply to this message.

${FROM_FIRM}`,
  },
  stop_confirmed: {
    subject: 'No more reminders from us',
    body: `Hello,

As you asked, we will not send you any more reminders about sessions.

There is one thing we will still tell you: if a session that you know about from us is moved or cancelled. Otherwise you might come at the wrong time.

Have you changed your mind, or was it not you who asked? Reply to this message and we will start reminding you again.

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
