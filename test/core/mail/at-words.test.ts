import fc from 'fast-check';
import { atWords } from '../../../core/mail/at-words';

const BETWEEN = /[\s<>,]+/;

test.each<[string, readonly string[]]>([
  ['', []],
  ['a@b', ['a@b']],
  ['see <a@b>, c@d and e', ['a@b', 'c@d']],
  ['@b a@ @ @@', []],
  ['a@b@c', ['a@b@c']],
])('of %j: %j', (text, words) => {
  expect(atWords(text, BETWEEN)).toEqual(words);
});

test('are those that the plain expression finds, which takes too long for long words', () => {
  const text = fc.array(fc.constantFrom('a', '@', ' ', '<', '>', ',', '\n', '🙂'), { maxLength: 40 });
  fc.assert(
    fc.property(text, (signs) => {
      const written = signs.join('');
      expect(atWords(written, BETWEEN)).toEqual(written.match(/[^\s<>,]+@[^\s<>,]+/g) ?? []);
    }),
  );
});
