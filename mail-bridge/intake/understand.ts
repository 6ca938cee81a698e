/** One spooled mail, read and understood: the bytes from the spool, the rules from core/mail. */
import type { IncomingMail } from '../../core/intake/incoming';
import { isLanguage } from '../../core/language';
import { readBounce } from '../../core/mail/bounce';
import { classify } from '../../core/mail/classify';
import type { ClassifyContext } from '../../core/mail/classify-rules';
import type { Mail } from '../../core/mail/mail';
import { readText } from '../../core/mail/reply';
import { readSubject } from '../../core/mail/subject';
import { LARGEST_WHOLE } from '../mailbox/mailbox';
import { readMail } from '../mime/read-mail';
import type { Spool } from '../state/spool';
import type { SpooledRecord } from './ledger';

export interface UnderstandContext extends ClassifyContext {
  readonly spool: Spool;
  /** Colleagues: a mail that one of them forwards is from the person inside it. */
  readonly isColleague: (mail: Mail) => boolean;
}

export async function understand(spooled: SpooledRecord, context: UnderstandContext): Promise<IncomingMail> {
  const mail = await readMail(context.spool.read(spooled.name));
  const classification = classify(mail, context);
  const text = readText(mail, { firstMessage: !isAnswer(mail) });
  const byColleague = context.isColleague(mail);
  return {
    mail: spooled.partial ? { ...mail, warnings: [...mail.warnings, partialWarning(spooled.size)] } : mail,
    classification,
    bounce: classification.class === 'bounce' ? readBounce(mail) : null,
    words: text.reply,
    fullText: text.text,
    language: isLanguage(text.language) ? text.language : null,
    forwardedFrom: byColleague && text.forwarded?.from.address ? text.forwarded.from : null,
    receivedAt: spooled.at,
    original: spooled.name,
  };
}

/** In the first mail of a matter nothing is a quote that could be cut. */
function isAnswer(mail: Mail): boolean {
  return mail.inReplyTo !== null || mail.references.length > 0 || readSubject(mail.subject).isReply;
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
