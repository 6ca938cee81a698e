/**
 * A colleague's words with the line ends that the colleague typed. Gmail breaks the lines of the text that it sends at
 * some seventy signs, which on a participant's phone would be ragged, and text does not tell the name that Outlook puts
 * below from a word of the answer. The page beside the text knows both.
 *
 * Nothing but the layout is taken from there, and a signature that the program itself has marked: where the two say
 * different things, the text stands as it was trimmed.
 */
import { splitMarked } from '../mail/quote-marks';

/** @param htmlMarked the page as text with the marks of core/mail/quote-marks; '' without one */
export function asTyped(words: string, htmlMarked: string): string {
  const { own, signature } = splitMarked(htmlMarked);
  const [inText, inPage] = [withoutBlanks(words), withoutBlanks(own)];
  if (inText === '' || inPage === '') return words;
  if (inText === inPage + withoutBlanks(signature)) return own.trim();
  // What text alone tells to be a signature, "Sent from my iPhone", was cut off there.
  return inPage.startsWith(inText) ? beginning(own, inText.length).trim() : words;
}

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

/** As much of a text as holds so many signs that are no blanks. */
function beginning(text: string, signs: number): string {
  let seen = 0;
  let end = 0;
  while (seen < signs && end < text.length) if (/\S/.test(text.charAt(end++))) seen++;
  return text.slice(0, end);
}
