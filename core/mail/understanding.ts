/** Everything that is told from one mail alone, in its order: the text, the calendar's answer, the class, the tone. */
import { readBounce } from './bounce';
import type { Bounce } from './bounce-types';
import { type CalendarReply, classifyWithCalendar, readCalendarReply } from './calendar-reply';
import { type Classification, classify } from './classify';
import type { ClassifyContext } from './classify-rules';
import type { Mail } from './mail';
import { ownWords } from './own-words';
import { type MailText, readText } from './reply';
import { NO_TONE, readTone, type Tone, type ToneWords } from './tone';
import type { TrimOptions } from './trim-reply';

export interface UnderstandingOptions extends TrimOptions {
  /** A colleague hands the mail on: the person inside it, if there is one, is the one who asks. */
  readonly byColleague?: boolean;
  /** The firm's lists; the starting ones where none are given. */
  readonly toneWords?: ToneWords;
}

export interface Understanding {
  readonly text: MailText;
  readonly calendar: CalendarReply | null;
  readonly classification: Classification;
  readonly bounce: Bounce | null;
  /** Whom a colleague's forward is from; null for every other mail. */
  readonly handedOnFrom: { readonly address: string; readonly name: string } | null;
  readonly tone: Tone;
}

export function understandMail(
  mail: Mail,
  context: ClassifyContext,
  { byColleague = false, toneWords, ...trim }: UnderstandingOptions,
): Understanding {
  const text = readText(mail, trim);
  const calendar = readCalendarReply(mail, text);
  const classification = classifyWithCalendar(classify(mail, context), calendar, mail);
  const inside = byColleague ? (text.forwarded?.from ?? null) : null;
  const handedOnFrom = inside !== null && inside.address !== '' ? inside : null;
  return {
    text,
    calendar,
    classification,
    bounce: classification.class === 'bounce' ? readBounce(mail) : null,
    handedOnFrom,
    // A robot's "in urgent matters" is nobody's hurry.
    tone:
      classification.class === 'human'
        ? readTone(calendar?.words ?? ownWords(mail, text, handedOnFrom !== null), toneWords)
        : NO_TONE,
  };
}
