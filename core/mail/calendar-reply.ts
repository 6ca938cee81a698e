/**
 * Whether an answer to an invitation is a click or a letter. Calendar programs write a body of their own around the
 * click; what a person adds there is a mail like any other and must not be lost among the automatic ones.
 */
import { type CalendarAnswer, readCalendarAnswer } from './calendar-answer';
import type { Classification } from './classify';
import type { Attachment, Mail } from './mail';
import type { MailText } from './reply';

export interface CalendarReply extends CalendarAnswer {
  /** What the person wrote besides the answer; '' for a mere click. */
  readonly words: string;
}

/** @param text what core/mail/reply read */
export function readCalendarReply(
  mail: Pick<Mail, 'calendar' | 'subject' | 'from'>,
  text: Pick<MailText, 'text' | 'reply'>,
): CalendarReply | null {
  const answer = mail.calendar === null ? null : readCalendarAnswer(mail.calendar);
  if (answer === null) return null;
  const about: About = { summary: answer.summary, subject: mail.subject, writer: mail.from?.name ?? '' };
  const written = isGenerated(text.text, about) ? noteIn(text.text) : withoutStock(text.reply, about);
  const words = [answer.comment, ...(answer.comment.includes(written) ? [] : [written])];
  return { ...answer, words: words.filter((part) => part !== '').join('\n\n') };
}

/**
 * A click is no word of a person: it opens and moves nothing and is answered by nobody. A comment is one, even when
 * the calendar program calls its mail automatic.
 */
export function classifyWithCalendar(
  kind: Classification,
  reply: CalendarReply | null,
  mail: Pick<Mail, 'attachments'>,
): Classification {
  if (reply === null || !['human', 'list', 'auto-reply'].includes(kind.class)) return kind;
  const reasons = [...kind.reasons, 'calendar-answer'];
  return reply.words === '' && !mail.attachments.some(isHandedOver)
    ? { ...kind, class: 'auto-reply', autoReplyAllowed: false, reasons }
    : { ...kind, class: 'human', outOfOffice: false, reasons };
}

/** Outlook lets a person put a file to the answer: a doctor's note says why without a word. */
function isHandedOver({ inline, type, filename }: Attachment): boolean {
  return (
    !inline && !/^(?:text\/calendar|application\/(?:ics|ms-tnef))$/i.test(type) && !/\.ics$/i.test(filename)
  );
}

const ACTION = [
  '(?:has |have )?(?:tentatively )?(?:accepted|declined)|(?:has |have )?(?:replied|responded)',
  '(?:wst[ęe]pnie )?(?:zaakceptowa[łl]|odrzuci[łl])(?:\\(a\\)|/a|a)?|(?:wst[ęe]pnie )?przyj(?:[ąa][łl]|[ęe][łl]a)(?:\\([ęe]?[łl]?a\\))?|odpowiedzia[łl](?:\\(a\\)|/a|a)?',
  '(?:попередньо )?(?:прийня(?:в|ла)|відхили(?:в|ла))(?:\\(-?ла\\)|/-?ла)?|відпові(?:в|ла)(?:\\(-?ла\\)|/-?ла)?',
].join('|');
const EVENT =
  'invitation|event|meeting|zaproszeni[ea]|wydarzeni[ea]|spotkani[ea]|запрошення|поді[яюї]|зустріч';
const NOTE = 'with (?:this|a|the following) note|z (?:następującą )?(?:notatką|uwagą)|з (?:такою )?приміткою';

/** Between what was done and the event. Any other word is the sender's: "accepted only the second meeting". */
const BETWEEN =
  '(?:(?:to|this|the|an?|your|our|na|te|tę|twoje|nasze|на|це|цю|ваше|вашу|твоє|наше)|["„“«]?(?:maybe|może|можливо)["”“»]?)';

/** "Anna Nowak has accepted this invitation." Nothing may follow that a person could have added. */
const SENTENCE = new RegExp(
  `^(.{0,100}?)(?:^|\\s)(?:${ACTION})\\s+(?:${BETWEEN}\\s+){0,4}(?:${EVENT})(?:\\s+(?:to the (?:event|meeting)|${NOTE}))?\\s*(?:[.!]|[:：](.*))?$`,
  'iu',
);
const LONGEST_STOCK = 300;
/** "Accepted: Excel", which Outlook writes into the subject and some programs into the body. */
const WORD =
  /^(?:accepted|declined|tentative|tentatively accepted|zaakceptowan[oey]|odrzucon[oey]|wst[ęe]pn(?:a akceptacja|ie zaakceptowan[oey])|niepewne|прийнято|відхилено|під питанням|попередньо прийнято)(?:\s*[:：](.*))?[.!]?$/iu;
/** Lines that tell of the event again. */
const DETAIL =
  /^\*?(?:when|where|who|title|organizer|guests|kiedy|gdzie|kto|tytuł|organizator|goście|коли|де|хто|назва|організатор|гості)\*?\s*[:：][^?]*$/iu;
const FOOTER = /google calendar|kalendarz(?:a|em)? google|google календар|календар(?:я|ем)? google/iu;
const WITH_NOTE = new RegExp(`(?:${NOTE})\\s*[:：]\\s*`, 'iu');

/** What a calendar program repeats in its stock sentences. */
interface About {
  readonly summary: string;
  readonly subject: string;
  /** As the From line shows the name. */
  readonly writer: string;
}

/** Google tells the whole event in its answer, our own description included: none of it is the sender's. */
function isGenerated(text: string, about: About): boolean {
  const first = text.split('\n', 20).find((line) => line.trim() !== '') ?? '';
  return isSentence(first.trim(), about) && FOOTER.test(text);
}

function isSentence(line: string, about: About): boolean {
  const match = line.length <= LONGEST_STOCK ? SENTENCE.exec(line) : null;
  if (match === null) return false;
  const [, who = '', rest = ''] = match;
  return isSomebody(who.trim(), about.writer) && namesEvent(rest, about);
}

function isStockWord(line: string, about: About): boolean {
  const match = line.length <= LONGEST_STOCK ? WORD.exec(line) : null;
  return match !== null && namesEvent(match[1] ?? '', about);
}

/** Capitalised words and addresses: a question before "I have accepted" is the sender's own. */
const NAME = /^(?:[("„“]?(?:\p{Lu}[\p{L}'’-]*|\p{L}{1,3}\.)[)"”“,]?|\S+@\S+)(?:\s+|$)/u;

function isSomebody(who: string, writer: string): boolean {
  if (who.toLowerCase() === writer.toLowerCase()) return true;
  let rest = who;
  for (let match = NAME.exec(rest); match !== null; match = NAME.exec(rest))
    rest = rest.slice(match[0].length);
  return rest === '';
}

/** Behind the colon stands the event, or else what the sender has to say: "Declined: I am ill". */
function namesEvent(rest: string, { summary, subject }: About): boolean {
  const named = rest.trim().toLowerCase();
  return named === '' || summary.toLowerCase().startsWith(named) || subject.toLowerCase().endsWith(named);
}

function noteIn(text: string): string {
  const after = WITH_NOTE.exec(text);
  if (after === null) return '';
  const rest = text.slice(after.index + after[0].length);
  // Google puts the note in quotation marks, whatever paragraphs it has; without them the event follows an empty line.
  const [, quoted] = /^["„“«]([^"„“”«»]*)["”“»][ \t]*(?:\n|$)/u.exec(rest) ?? [];
  const [paragraph = ''] = rest.split(/\n[ \t]*\n/, 1);
  return quoted?.trim() ?? paragraph.trim().replace(/^["„“«]|["”“»]$/gu, '');
}

function withoutStock(own: string, about: About): string {
  let told = false;
  const kept = own.split('\n').filter((line) => {
    const said = line.trim();
    const isStock =
      isSentence(said, about) || isStockWord(said, about) || said === about.summary || said === about.subject;
    told ||= isStock && said !== '';
    // Details of the event follow the sentence; by itself "When: on Friday, please" is a wish.
    return !isStock && !(told && DETAIL.test(said));
  });
  const left = kept.join('\n').trim();
  return /[\p{L}\p{N}]/u.test(left) ? left : '';
}
