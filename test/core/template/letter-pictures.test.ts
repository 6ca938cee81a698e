/** Pictures that a mail carries, in its page: where their places stand in the text, and nowhere else. */
import fc from 'fast-check';
import { letterHtml } from '../../../core/template/letter-markup';

const pictures = new Map([
  ['a.png', 'one@x'],
  ['jan@example.com.png', 'two@x'],
]);
const html = (text: string) => letterHtml(text, { facts: false, pictures });
const img = (name: string, id: string) =>
  `<img src="cid:${id}" alt="${name}" style="max-width:100%;height:auto">`;

test.each([
  ['between words', 'one [a.png] two', `<p>one ${img('a.png', 'one@x')} two</p>`],
  ['in a line of its own', 'one\n[a.png]\ntwo', `<p>one<br>\n${img('a.png', 'one@x')}<br>\ntwo</p>`],
  ['in an item', '- [a.png]', `<ul>\n<li>${img('a.png', 'one@x')}</li>\n</ul>`],
  [
    'in a quotation',
    '> [a.png]',
    `<blockquote class="gmail_quote">\n<p>${img('a.png', 'one@x')}</p>\n</blockquote>`,
  ],
  ['twice', '[a.png][a.png]', `<p>${img('a.png', 'one@x')}${img('a.png', 'one@x')}</p>`],
  ['behind a bracket', '[[a.png]]', `<p>[${img('a.png', 'one@x')}]</p>`],
  [
    'with a name that is an address',
    '[jan@example.com.png]',
    `<p>${img('jan@example.com.png', 'two@x')}</p>`,
  ],
  ['of another name', '[b.png] [A.png] [ a.png]', '<p>[b.png] [A.png] [ a.png]</p>'],
  ['that is not closed', '[a.png', '<p>[a.png</p>'],
  ['as Markdown would have it', '![x](cid:one@x)', '<p>![x](cid:one@x)</p>'],
])('a place %s', (_name, text, expected) => {
  expect(html(text)).toBe(expected);
});

test('without pictures a place is what somebody typed', () => {
  expect(letterHtml('[a.png]', { facts: false })).toBe('<p>[a.png]</p>');
});

test('there are as many pictures as places, in any text', () => {
  const piece = fc.constantFrom(
    '[a.png]',
    '[b.png]',
    '[',
    ']',
    'a.png',
    ' ',
    '\n',
    '> ',
    '- ',
    'x',
    '!',
    '(',
    ')',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const places = text.match(/\[a\.png\]/g)?.length ?? 0;
      expect(html(text).match(/<img /g)?.length ?? 0).toBe(places);
    }),
  );
});
