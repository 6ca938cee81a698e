/**
 * Whether an answer to an invitation is a click or a letter. Calendar programs write a body of their own around the
 * click; what a person adds there is a mail like any other and must not be lost among the automatic ones.
 */
import { type CalendarAnswer, readCalendarAnswer } from './calendar-answer';
import type { Classification } from './classify';
import type { Mail } from './mail';
import type { MailText } from './reply';

export interface CalendarReply extends CalendarAnswer {
  /** What the person wrote besides the answer; '' for a mere click. */
  readonly words: string;
}

/** @param text what core/mail/reply read */
export function readCalendarReply(
  mail: Pick<Mail, 'calendar' | 'subject'>,
  text: Pick<MailText, 'text' | 'reply'>,
): CalendarReply | null {
  const answer = mail.calendar === null ? null : readCalendarAnswer(mail.calendar);
  if (answer === null) return null;
  const written = isGenerated(text.text)
    ? noteIn(text.text)
    : withoutStock(text.reply, [answer.summary, mail.subject]);
  const words = [answer.comment, ...(answer.comment.includes(written) ? [] : [written])];
  return { ...answer, words: words.filter((part) => part !== '').join('\n\n') };
}

/**
 * A click is no word of a person: it opens and moves nothing and is answered by nobody. A comment is one, even when
 * the calendar program calls its mail automatic.
 */
export function classifyWithCalendar(kind: Classification, reply: CalendarReply | null): Classification {
  if (reply === null || !['human', 'list', 'auto-reply'].includes(kind.class)) return kind;
  const reasons = [...kind.reasons, 'calendar-answer'];
  return reply.words === ''
    ? { ...kind, class: 'auto-reply', autoReplyAllowed: false, reasons }
    : { ...kind, class: 'human', outOfOffice: false, reasons };
}

const ACTION = [
  '(?:has |have )?(?:tentatively )?(?:accepted|declined)|(?:has |have )?(?:replied|responded)',
  '(?:wst[ęe]pnie )?(?:zaakceptowa[łl]|odrzuci[łl])(?:\\(a\\)|/a|a)?|(?:wst[ęe]pnie )?przyj(?:[ąa][łl]|[ęe][łl]a)(?:\\([ęe]?[łl]?a\\))?|odpowiedzia[łl](?:\\(a\\)|/a|a)?',
  '(?:попередньо )?(?:прийня(?:в|ла)|відхили(?:в|ла))(?:\\(-?ла\\)|/-?ла)?|відпові(?:в|ла)(?:\\(-?ла\\)|/-?ла)?',
].join('|');
const EVENT =
  'invitation|event|meeting|zaproszeni[ea]|wydarzeni[ea]|spotkani[ea]|запрошення|поді[яюї]|зустріч';
const NOTE = 'with (?:this|a|the following) note|z (?:następującą )?(?:notatką|uwagą)|з (?:такою )?приміткою';

/** "Anna Nowak has accepted this invitation." Nothing may follow that a person could have added. */
const SENTENCE = new RegExp(
  `^.{0,100}(?:^|\\s)(?:${ACTION})\\s+(?:\\S{1,30}\\s+){0,4}(?:${EVENT})(?:\\s+(?:to the (?:event|meeting)|${NOTE}))?\\s*(?:[.!]|[:：].*)?$`,
  'iu',
);
const LONGEST_STOCK = 300;
/** "Accepted: Excel", which Outlook writes into the subject and some programs into the body. */
const WORD =
  /^(?:accepted|declined|tentative|tentatively accepted|zaakceptowan[oey]|odrzucon[oey]|wst[ęe]pn(?:a akceptacja|ie zaakceptowan[oey])|niepewne|прийнято|відхилено|під питанням|попередньо прийнято)(?:\s*[:：].*)?[.!]?$/iu;
/** Lines that tell of the event again. */
const DETAIL =
  /^\*?(?:when|where|who|title|organizer|guests|kiedy|gdzie|kto|tytuł|organizator|goście|коли|де|хто|назва|організатор|гості)\*?\s*[:：].*$/iu;
const FOOTER = /google calendar|kalendarz(?:a|em)? google|google календар|календар(?:я|ем)? google/iu;
const WITH_NOTE = new RegExp(`(?:${NOTE})\\s*[:：]\\s*`, 'iu');

/** Google tells the whole event in its answer, our own description included: none of it is the sender's. */
function isGenerated(text: string): boolean {
  const first = text.split('\n', 20).find((line) => line.trim() !== '') ?? '';
  return isSentence(first.trim()) && FOOTER.test(text);
}

function isSentence(line: string): boolean {
  return line.length <= LONGEST_STOCK && SENTENCE.test(line);
}

function noteIn(text: string): string {
  const after = WITH_NOTE.exec(text);
  if (after === null) return '';
  const [note = ''] = text.slice(after.index + after[0].length).split(/\n[ \t]*\n/, 1);
  return note.trim().replace(/^["„“«]|["”“»]$/gu, '');
}

function withoutStock(own: string, known: readonly string[]): string {
  const kept = own.split('\n').filter((line) => {
    const said = line.trim();
    return !(isSentence(said) || WORD.test(said) || DETAIL.test(said) || known.includes(said));
  });
  const left = kept.join('\n').trim();
  return /[\p{L}\p{N}]/u.test(left) ? left : '';
}
