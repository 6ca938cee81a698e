import { foldQuote } from '../../demo/folding';

describe('what a letter quotes at its end is folded', () => {
  it.each<[string, string, string, string]>([
    ['nothing to fold', 'Hello,\nthere.', 'Hello,\nthere.', ''],
    [
      'an answer',
      'Yes.\n\nOn Mon 23 Nov, Jan wrote:\n> Is it?\n>\n> Jan',
      'Yes.',
      'On Mon 23 Nov, Jan wrote:\n> Is it?\n>\n> Jan',
    ],
    [
      'an introduction above an empty line',
      'Yes.\n\nJan wrote:\n\n> Is it?',
      'Yes.',
      'Jan wrote:\n\n> Is it?',
    ],
    [
      'a quote that nothing introduces',
      'The firm\n\n> On Monday:\n> Older',
      'The firm',
      '> On Monday:\n> Older',
    ],
    ['two quotes', 'Yes.\n\n> one\n\n> two\n', 'Yes.', '> one\n\n> two'],
  ])('%s', (_what, whole, text, quote) => {
    expect(foldQuote(whole)).toEqual({ text, quote });
  });

  it.each([
    ['what stands between the lines of a quote', '> Is it?\n\nYes.'],
    ['a letter that is nothing but a quote', '> Is it?\n> Jan'],
    ['one that is nothing but an introduction and a quote', 'Jan wrote:\n> Is it?'],
  ])('is left: %s', (_what, whole) => {
    expect(foldQuote(whole)).toEqual({ text: whole, quote: '' });
  });
});
