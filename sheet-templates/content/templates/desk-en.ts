/** What colleagues who work by mail get, and the answer to a participant who asks how a request stands, in English. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM } from './parts-en';

/** Mails about one ticket have one subject, so that they stand together in the colleague's mailbox. */
const SUBJECT = '[#{{ ticket.id }}] {{ ticket.subject }}';

/** Whatever stands below it is cut off from the answer. */
const MARKER = '##- Please reply above this line -##';

const FACTS = `Ticket: {{ ticket.id }}, {{ ticket.status }}${whenSet('desk.due', 'Due: {{ desk.due }}')}${whenSet(
  'desk.why',
  'Why this deadline: {{ desk.why }}',
)}${whenSet('desk.session', 'Next session: {{ desk.session }}')}${whenSet('desk.link', 'Open the ticket: {{ desk.link }}')}`;

/** The newest message, what to do with it, and what came before it. */
const asking = (what: string): string => `${MARKER}

From: {% if alert.requester %}{{ alert.requester }}{% else %}{{ person.name }}{% endif %}

{{ desk.newest }}

${what}

${FACTS}

{{ desk.legend }}

{{ firm.name }}

{{ desk.older }}`;

const OPEN = whenSet('desk.link', 'Open the ticket: {{ desk.link }}');

export const deskEn = {
  assignment: {
    subject: SUBJECT,
    body: asking(
      'This ticket is yours. Just reply to this message, and your answer goes to the participant from our support address.',
    ),
  },
  assignment_again: {
    subject: SUBJECT,
    body: asking('This is a new message in your ticket. Just reply to it, as before.'),
  },
  substitute_asked: {
    subject: SUBJECT,
    body: asking(
      '{{ desk.colleague }} is away, so we are asking you to step in. Just reply to this message, and your answer goes to the participant from our support address.',
    ),
  },
  answer_held: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Hello,

Your answer in ticket {{ ticket.id }} has not gone out yet, because the participant got another one a moment before{% if desk.colleague %} ({{ desk.colleague }}){% endif %}.

If yours should go out all the same, reply to this message with #send on the first line. If not, there is nothing to do: it stays in the ticket as a note.

{{ firm.name }}`,
  },
  commands_help: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Hello,

Your message about ticket {{ ticket.id }} has not gone to the participant and has changed nothing:
{{ desk.help }}

To answer the participant, simply reply to this message.

{{ desk.legend }}

{{ firm.name }}`,
  },
  command_refused: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Hello,

In ticket {{ ticket.id }} we could not do everything that your message asked for:
{{ desk.help }}

The rest of your message is not affected.${OPEN}

{{ firm.name }}`,
  },
  mail_disbelieved: {
    subject: 'We did not pass on a message in your name [#{{ ticket.id }}]',
    body: `${MARKER}

Hello,

A message in your name has come in about ticket {{ ticket.id }}. It did not go to the participant and changed nothing. It stays in the ticket as a note.${whenSet(
      'desk.why',
      'Why: {{ desk.why }}',
    )}

If you wrote it, please send your answer once more as a reply to this message, from your usual address, or answer in the sheet. If you did not, please tell whoever looks after our mailbox.${OPEN}

We write about this only once for each ticket.

{{ firm.name }}`,
  },
  confirm_address: {
    subject: 'Is {{ desk.address }} your address?',
    body: `${MARKER}

Hello,

A message about ticket {{ ticket.id }} has come from {{ desk.address }}. Is this address yours?

If it is, reply to this message from the mailbox that it came to, with a single word: yes. Then you can answer from there too, and we will deal with the message that is waiting.
If it is not, there is nothing to do: nothing has been passed on or changed.

{{ firm.name }}`,
  },
  status_answer: {
    subject: 'How your requests stand',
    body: `Hello,
{%- if desk.list %}

This is how your requests stand:
{{ desk.list }}

To add something to a request, write to us with its number in the subject line.
{%- else %}

We have no open request from this address. If you need help, just reply to this message.
{%- endif %}

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
