/** How Rowdesk reads one mail, for people and for tests. Never throws. */

import type { Bounce } from '../../core/mail/bounce';
import type { CalendarAnswer } from '../../core/mail/calendar-answer';
import type { ClassifyContext, MailClass } from '../../core/mail/classify-rules';
import { cleanLine } from '../../core/mail/clean-text';
import type { Attachment, Mailbox } from '../../core/mail/mail';
import { NO_TONE, type Tone } from '../../core/mail/tone';
import type { TrimOptions } from '../../core/mail/trim-reply';
import { understandMail } from '../../core/mail/understanding';
import { readMail } from './read-mail';

/** Design, section 6: one object a line. */
export interface Explanation {
  readonly file: string;
  readonly messageId: string;
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** ISO 8601 in UTC */
  readonly date: string | null;
  readonly class: MailClass;
  readonly autoReplyAllowed: boolean;
  readonly bounce: Bounce | null;
  readonly text: string;
  readonly reply: string;
  readonly forwarded: {
    readonly from: Mailbox;
    readonly subject: string | null;
    readonly text: string;
  } | null;
  readonly language: string | null;
  /** The answer to an invitation that the mail carries. */
  readonly calendar: Pick<CalendarAnswer, 'answer' | 'attendee' | 'uid' | 'summary'> | null;
  /** Urgent and angry words among the sender's own. */
  readonly tone: Tone;
  readonly attachments: readonly Pick<Attachment, 'filename' | 'type' | 'size' | 'sha256'>[];
  readonly warnings: readonly string[];
}

const NOBODY: ClassifyContext = { ownAddresses: [], ownMessageId: () => false };

export async function explain(
  raw: Buffer,
  file: string,
  context: ClassifyContext = NOBODY,
  options: TrimOptions = {},
): Promise<Explanation> {
  try {
    return await explainMail(raw, file, context, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...EMPTY,
      file,
      warnings: [`The mail in ${cleanLine(file)} could not be explained: ${reason}.`],
    };
  }
}

const EMPTY: Explanation = {
  file: '',
  messageId: '',
  from: null,
  to: [],
  cc: [],
  subject: '',
  date: null,
  class: 'human',
  autoReplyAllowed: false,
  bounce: null,
  text: '',
  reply: '',
  forwarded: null,
  language: null,
  calendar: null,
  tone: NO_TONE,
  attachments: [],
  warnings: [],
};

async function explainMail(
  raw: Buffer,
  file: string,
  context: ClassifyContext,
  options: TrimOptions,
): Promise<Explanation> {
  const mail = await readMail(raw);
  const { text, calendar, classification, bounce, tone } = understandMail(mail, context, options);
  const { forwarded } = text;
  return {
    file,
    messageId: mail.messageId,
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    date: mail.date === null ? null : new Date(mail.date).toISOString(),
    class: classification.class,
    autoReplyAllowed: classification.autoReplyAllowed,
    bounce,
    text: text.text,
    reply: text.reply,
    forwarded:
      forwarded === null ? null : { from: forwarded.from, subject: forwarded.subject, text: forwarded.text },
    language: text.language,
    calendar:
      calendar === null
        ? null
        : {
            answer: calendar.answer,
            attendee: calendar.attendee,
            uid: calendar.uid,
            summary: calendar.summary,
          },
    tone,
    attachments: mail.attachments.map(({ filename, type, size, sha256 }) => ({
      filename,
      type,
      size,
      sha256,
    })),
    warnings: mail.warnings.map((warning) => warning.text),
  };
}
