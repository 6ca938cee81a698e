/** What we write about a request by ourselves, in English. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM, STATUS } from './parts-en';

export const ticketsEn = {
  acknowledgement: {
    subject: 'We have received your message [#{{ ticket.id }}]',
    body: `Hello,

Thank you for your message. It has reached us, and its number is {{ ticket.id }}.

What happens next: one of us will read it and answer you by e-mail.{% if firm.support_hours %} Our hours: {{ firm.support_hours }}.{% endif %}
If you want to add something, such as a screenshot, just reply to this message. Please keep the number in the subject line.

${STATUS}

${FROM_FIRM}`,
  },
  acknowledgement_out_of_hours: {
    subject: 'We have received your message [#{{ ticket.id }}]',
    body: `Hello,

Thank you for your message. It has reached us, and its number is {{ ticket.id }}. Nobody is at the desk right now{% if firm.support_hours %}: our hours are {{ firm.support_hours }}{% endif %}. Your message is waiting, and we will deal with it as soon as we are back.

What you can do in the meantime:
- close the program or browser, open it again and try once more;
- try another browser or another device, such as your phone;${whenSet(
      'firm.portal',
      '- look at our simple instructions: {{ firm.portal }}',
    )}
- look for the link and the instructions in our last reminder.

If anything changes or the problem goes away, just reply to this message.

${STATUS}

${FROM_FIRM}`,
  },
  resolved: {
    subject: 'Your request {{ ticket.id }} is resolved',
    body: `Hello,

We believe that your request {{ ticket.id }} is resolved.

If it is not, or if the problem comes back, just reply to this message. We will reopen the same request, and you will not have to explain anything again.

Thank you for your patience.

${FROM_FIRM}`,
  },
  waiting_nudge: {
    subject: 'We are waiting for your answer [#{{ ticket.id }}]',
    body: `Hello,

A few days ago we asked you a question about your request {{ ticket.id }}. Without your answer we cannot go any further.

If you still need help, just reply to this message, even with one sentence. If everything is working now, let us know and we will close the request.

${FROM_FIRM}`,
  },
  no_answer: {
    subject: 'We have not heard from you [#{{ ticket.id }}]',
    body: `Hello,

We wrote to you about your request {{ ticket.id }} and have not heard from you since, so we now consider it resolved.

If you still need help, just reply to this message, now or later. We will reopen the same request, and you will not have to explain anything again.

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
