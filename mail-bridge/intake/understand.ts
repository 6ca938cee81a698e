/** One spooled mail, read and understood: the bytes from the spool, the rules from core/mail. */
import type { IncomingMail } from '../../core/intake/incoming';
import { isLanguage } from '../../core/language';
import type { ClassifyContext } from '../../core/mail/classify-rules';
import type { Mail } from '../../core/mail/mail';
import { isAnswer } from '../../core/mail/own-words';
import type { ToneWords } from '../../core/mail/tone';
import { understandMail } from '../../core/mail/understanding';
import { LARGEST_WHOLE } from '../mailbox/mailbox';
import { withPicturePlaces } from '../mime/picture-places';
import { readMail } from '../mime/read-mail';
import type { Spool } from '../state/spool';
import type { SpooledRecord } from './ledger';

export interface UnderstandContext extends ClassifyContext {
  readonly spool: Spool;
  /** Colleagues: a mail that one of them forwards is from the person inside it. */
  readonly isColleague: (mail: Mail) => boolean;
  /** It answers a letter of ours to a colleague: its words may go on to a participant, and its pictures with them. */
  readonly answersOurLetter: (mail: Mail) => boolean;
  /** The firm's lists, as they are now. */
  readonly toneWords: () => ToneWords;
}

export async function understand(spooled: SpooledRecord, context: UnderstandContext): Promise<IncomingMail> {
  const read = await readMail(context.spool.read(spooled.name));
  const mail = context.answersOurLetter(read) ? withPicturePlaces(read) : read;
  const { text, calendar, classification, bounce, handedOnFrom, tone } = understandMail(mail, context, {
    firstMessage: !isAnswer(mail),
    byColleague: context.isColleague(mail),
    toneWords: context.toneWords(),
  });
  return {
    mail: spooled.partial ? { ...mail, warnings: [...mail.warnings, partialWarning(spooled.size)] } : mail,
    classification,
    bounce,
    words: text.reply,
    calendar,
    tone,
    fullText: text.text,
    language: isLanguage(text.language) ? text.language : null,
    forwardedFrom: handedOnFrom,
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
