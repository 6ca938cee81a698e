/** Nudges to those who have not yet done what a session needs, in English. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { REMINDER_FROM_FIRM } from './parts-en';

const SESSION = `Course: {{ session.course }}
When: {{ session.starts }}`;

const DONE_ALREADY =
  'Have you already done it? Then all is well, and there is no need to reply: it takes a while before we hear from the platform.';

export const checkpointsEn = {
  checkpoint: {
    subject: 'Still to do: {{ session.course }}',
    body: `Hello,

There is one more thing to do so that the session goes well for you.

${SESSION}
Still to do: {{ checkpoint.missing }}${whenSet('session.deadline', 'Deadline for the tasks: {{ session.deadline }}')}${whenSet(
      'session.link',
      'Link: {{ session.link }}',
    )}

If something is stopping you, reply to this message and tell us what it is. We will help.
${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
  checkpoint_login: {
    subject: 'Please log in before the session: {{ session.course }}',
    body: `Hello,

It looks as if you have not logged in yet. Please try it now: if anything goes wrong, there is still time to help.

${SESSION}${whenSet('session.link', 'Log in here: {{ session.link }}')}

If you cannot log in:
1. Check that you are using the address to which we sent this message.
2. Look for “Forgot your password?” on the login page. The e-mail for changing it may have landed in your spam folder.
3. If that does not help, reply to this message and tell us what you see on the screen. Never send us your password.

${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
  checkpoint_materials: {
    subject: 'Materials for the session: {{ session.course }}',
    body: `Hello,

It looks as if you have not opened the materials yet. A look at them beforehand makes the session easier to follow and leaves more time for your questions.

${SESSION}${whenSet('session.materials', 'Materials: {{ session.materials }}')}${whenSet(
  'session.deadline',
  'Deadline for the tasks: {{ session.deadline }}',
)}

If you are short of time, read the beginning and write down one question. If the materials do not open, reply to this message and tell us what you see on the screen.
${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
