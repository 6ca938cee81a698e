/** Whether a mail asks for no more reminders: by the token that each of them carries, or in a sentence. */
import { folded } from '../words/folded';
import { COURTESY, NO_ORDER, POLITE_QUESTION, STOP_PHRASES } from './stop-words';

const TOKEN =
  /(?:^|[\s:])(?:stop|unsubscribe|rezygnuj[ęe]|rezygnacja|wypisz|стоп|відписатися|відписатись|відпишіть)[\s:.,–—-]+[[(<]?([0-9a-f]{32})[\])>]?\s*$/iu;

/** The token in the subject of the mail that the stop address of a reminder opens; null when there is none. */
export function stopToken(subject: string): string | null {
  return TOKEN.exec(subject.slice(0, 500))?.[1]?.toLowerCase() ?? null;
}

/** Further down people quote and sign, and a wish that matters stands at the beginning. */
const READ_AT_MOST = 3_000;
const LONGEST_SENTENCE = 300;

/**
 * @param words the sender's own, quotes and signature cut off
 * @param answersReminder then "stop" alone says what is meant
 */
export function wishesNoReminders(words: string, answersReminder: boolean): boolean {
  const sentences = words.slice(0, READ_AT_MOST).match(/[^.!?;\n]+[.!?;]*/g) ?? [];
  // What the trimming could not cut off may still be quoted, our own words on how to stop among it.
  const own = sentences.filter((sentence) => !/^\s*[>|]/.test(sentence));
  return own.some((sentence) => isWish(sentence, answersReminder));
}

function isWish(written: string, answersReminder: boolean): boolean {
  if (written.length > LONGEST_SENTENCE) return false;
  const sentence = plain(written);
  if (NO_ORDER.test(sentence)) return false;
  if (written.includes('?') && !POLITE_QUESTION.test(sentence)) return false;
  const isNamed = STOP_PHRASES.some(({ named }) => named.some((phrase) => phrase.test(sentence)));
  if (isNamed) return !isAboutOthers(written);
  const bare = sentence
    .replace(COURTESY, ' ')
    .replace(/[,\s]+/g, ' ')
    .trim();
  return answersReminder && STOP_PHRASES.some((phrases) => phrases.bare.some((phrase) => phrase.test(bare)));
}

function plain(written: string): string {
  return folded(written.replace(/['’ʼ`]/g, ''));
}

const REMINDER_WORD = /reminder|przypomnie|нагадуван/iu;

/**
 * "No more reminders to Anna", "… about Excel": whose and which reminders are meant, a colleague must read. A name stands
 * behind the word, or right before it; a greeting stands further ahead.
 */
function isAboutOthers(written: string): boolean {
  const at = REMINDER_WORD.exec(written)?.index ?? 0;
  const behind = written.slice(at).replace(/^\S+/u, '');
  if (/(?:^|\s)\p{Lu}\p{Ll}+/u.test(behind)) return true;
  if (/(?:^|\s)(?:to|for|do|dla|для|до) (?!me\b|us\b|mnie|nas|мене|нас)\S/iu.test(behind)) return true;
  const [, before = ''] = /(\S+)\s+$/u.exec(written.slice(0, at)) ?? [];
  return /^\p{Lu}\p{Ll}+$/u.test(before) && written.trim().indexOf(before) > 0;
}
