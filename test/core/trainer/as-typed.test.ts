/** The layout of a colleague's words, taken from the page beside the text. */
import { QUOTE_BEGIN, QUOTE_END, SIGNATURE_BEGIN, SIGNATURE_END } from '../../../core/mail/quote-marks';
import { asTyped } from '../../../core/trainer/as-typed';

const LONG =
  'please open the link in a private window, choose the second room and type the password once more.';
const WRAPPED =
  'please open the link in a private window, choose the second room and\ntype the password once more.';
const QUOTE = `${QUOTE_BEGIN}On Monday Firm wrote:\nI cannot log in.${QUOTE_END}`;
const signed = (name: string) => `${SIGNATURE_BEGIN}${name}${SIGNATURE_END}`;

describe('the words of an answer', () => {
  test.each([
    ['are joined where only the program broke the line', WRAPPED, `${LONG}\n${QUOTE}`, LONG],
    [
      'keep the lines and paragraphs that were typed',
      `Hello,\n\n${WRAPPED}\nTom`,
      `Hello,\n\n${LONG}\nTom\n${QUOTE}`,
      `Hello,\n\n${LONG}\nTom`,
    ],
    [
      'end where the program marks a signature',
      `${WRAPPED}\n\nTom Wrona`,
      `${LONG}\n${signed('Tom Wrona')}\n${QUOTE}`,
      LONG,
    ],
    ['end where trimming has ended them', WRAPPED, `${LONG}\nSent from my iPhone\n${QUOTE}`, LONG],
    ['count blanks of any kind as one', 'a b', 'a\u00a0 b', 'a\u00a0 b'],
  ])('%s', (_, words, page, typed) => {
    expect(asTyped(words, page)).toBe(typed);
  });

  test.each([
    ['without a page', WRAPPED, ''],
    ['with a page that says something else', WRAPPED, `Another text altogether.\n${QUOTE}`],
    ['with a page that holds a quote alone', WRAPPED, QUOTE],
    ['with a page that lacks the end of it', `${WRAPPED}\nAnd bring it along.`, `${LONG}\n${QUOTE}`],
    ['with a page that lacks a piece amid it', `One.\nTwo.\nThree.`, `One.\n${QUOTE}\nThree.`],
    ['when nothing was written', '', `${LONG}\n${QUOTE}`],
  ])('stay as they are %s', (_, words, page) => {
    expect(asTyped(words, page)).toBe(words);
  });
});
