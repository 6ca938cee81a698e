/** Frames for what a person answers, in English. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { FROM_AGENT, SIGNED, STATUS } from './parts-en';

const SUBJECT = 'Re: {{ ticket.subject }} [#{{ ticket.id }}]';

export const answersEn = {
  reply: {
    subject: SUBJECT,
    body: `{{ answer }}

${SIGNED}

{{ support }}

${STATUS}`,
  },
  calm: {
    subject: SUBJECT,
    body: `Hello,

I understand how frustrating this is, especially when time is short. Thank you for telling us. I am dealing with it personally, so you do not need to write to anyone else.

{{ answer }}

I will keep you posted, even if it takes longer than I expect now.

${FROM_AGENT}`,
  },
  clarify: {
    subject: SUBJECT,
    body: `Hello,

Thank you for your message. I want to help with the right thing, so first let me check that I have understood you correctly.

{{ answer }}

A short answer is enough. A photo or a screenshot of what you see would help a lot too.

${FROM_AGENT}`,
  },
  reconcile: {
    subject: SUBJECT,
    body: `Hello,

I apologise. The mistake was ours, and you had every right to expect better from us.

{{ answer }}

Please tell me whether this solution works for you. If not, tell me what would, and I will do what I can.

${FROM_AGENT}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
