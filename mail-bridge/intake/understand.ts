/** One spooled mail, read and understood: the bytes from the spool, the rules from core/mail. */
import type { IncomingMail } from '../../core/intake/incoming';
import { isLanguage } from '../../core/language';
import { readBounce } from '../../core/mail/bounce';
import { classifyWithCalendar, readCalendarReply } from '../../core/mail/calendar-reply';
import { classify } from '../../core/mail/classify';
import type { ClassifyContext } from '../../core/mail/classify-rules';
import type { Mail } from '../../core/mail/mail';
import { isAnswer, ownWords } from '../../core/mail/own-words';
import { readText } from '../../core/mail/reply';
import { NO_TONE, readTone, type ToneWords } from '../../core/mail/tone';
import { LARGEST_WHOLE } from '../mailbox/mailbox';
import { readMail } from '../mime/read-mail';
import type { Spool } from '../state/spool';
import type { SpooledRecord } from './ledger';

export interface UnderstandContext extends ClassifyContext {
  readonly spool: Spool;
  /** Colleagues: a mail that one of them forwards is from the person inside it. */
  readonly isColleague: (mail: Mail) => boolean;
  /** The firm's lists, as they are now. */
  readonly toneWords: () => ToneWords;
}

export async function understand(spooled: SpooledRecord, context: UnderstandContext): Promise<IncomingMail> {
  const mail = await readMail(context.spool.read(spooled.name));
  const text = readText(mail, { firstMessage: !isAnswer(mail) });
  const calendar = readCalendarReply(mail, text);
  const classification = classifyWithCalendar(classify(mail, context), calendar, mail);
  const byColleague = context.isColleague(mail);
  const handedOn = byColleague && text.forwarded !== null && text.forwarded.from.address !== '';
  return {
    mail: spooled.partial ? { ...mail, warnings: [...mail.warnings, partialWarning(spooled.size)] } : mail,
    classification,
    bounce: classification.class === 'bounce' ? readBounce(mail) : null,
    words: text.reply,
    calendar,
    // A robot's "in urgent matters" is nobody's hurry.
    tone:
      classification.class === 'human'
        ? readTone(calendar?.words ?? ownWords(mail, text, handedOn), context.toneWords())
        : NO_TONE,
    fullText: text.text,
    language: isLanguage(text.language) ? text.language : null,
    forwardedFrom: handedOn && text.forwarded !== null ? text.forwarded.from : null,
    receivedAt: spooled.at,
    original: spooled.name,
  };
}

function partialWarning(size: number): Mail['warnings'][number] {
  if (size <= LARGEST_WHOLE) {
    return {
      code: 'parts-cut',
      text: 'The mail server does not give the text of this mail: only its header was read. The mail is in the mailbox.',
    };
  }
  const megabytes = Math.round(size / 1024 / 1024);
  return {
    code: 'parts-cut',
    text: `The mail has ${megabytes} MB: only its beginning was read. The whole mail is in the mailbox.`,
  };
}
