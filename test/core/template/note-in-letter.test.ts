/** Where a remark of ours stands in a letter that is already written. */
import { withNote } from '../../../core/template/note-in-letter';

const NOTE = 'A file could not be attached.';

test.each([
  ['below the words', 'Hello.', 'Hello.\n\nNOTE'],
  ['above the note on how to get help', 'Hello.\n\n-- \nFirm', 'Hello.\n\nNOTE\n\n-- \nFirm'],
  [
    'above what is quoted at the end, so that mail programs still fold it',
    'Hello.\n\n> Jan wrote:\n> Help.\n\n> Anna wrote:\n',
    'Hello.\n\nNOTE\n\n> Jan wrote:\n> Help.\n\n> Anna wrote:',
  ],
  ['below a quotation that is answered', '> Help.\n\nYes.', '> Help.\n\nYes.\n\nNOTE'],
  ['above a text that is all quoted', '> Help.', 'NOTE\n\n> Help.'],
  ['alone in a text without words', '', 'NOTE'],
])('%s', (_name, text, expected) => {
  expect(withNote(text, NOTE)).toBe(expected.replace('NOTE', NOTE));
});

test('no remark leaves the letter as it is', () => {
  expect(withNote('Hello. \n', '')).toBe('Hello. \n');
});
