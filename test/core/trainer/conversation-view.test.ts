/** What a colleague reads of a conversation, and what must never be in it. */
import fc from 'fast-check';
import { LANGUAGES } from '../../../core/language';
import { instant, zone } from '../../../core/time/instant';
import { conversationView, type Said } from '../../../core/trainer/conversation-view';

const reader = { language: 'en', zone: zone('Europe/Warsaw'), offset: () => 60 } as const;
const at = (time: string) => instant(Date.parse(`2026-11-23T${time}:00Z`));

const said = (change: Partial<Said>): Said => ({
  id: 'm',
  at: at('09:00'),
  direction: 'in',
  class: 'human',
  from: 'Zofia Malinka <zofia@people.test>',
  text: 'I cannot log in.',
  attachments: [],
  ...change,
});
const answer = (change: Partial<Said>) =>
  said({ direction: 'out', class: '', from: 'support@school.test', ...change });

test('the only message stands there as it is', () => {
  expect(conversationView([said({})], reader)).toEqual({ newest: 'I cannot log in.', older: '' });
});

test('what was written since our last answer is new, the latest first; the rest is quoted', () => {
  const { newest, older } = conversationView(
    [
      said({ at: at('08:00'), text: 'First question' }),
      answer({ at: at('08:30'), text: 'Our answer\n\nin two parts' }),
      said({ at: at('09:00'), text: 'Second question' }),
      said({ at: at('09:10'), text: 'And one more' }),
    ],
    reader,
  );
  expect(newest).toBe(
    'On Mon 23 Nov 2026, 10:10, Zofia Malinka <zofia@people.test> wrote:\n\nAnd one more\n\n' +
      'On Mon 23 Nov 2026, 10:00, Zofia Malinka <zofia@people.test> wrote:\n\nSecond question',
  );
  expect(older).toBe(
    '> On Mon 23 Nov 2026, 09:30, support@school.test wrote:\n> Our answer\n>\n> in two parts\n>\n' +
      '> On Mon 23 Nov 2026, 09:00, Zofia Malinka <zofia@people.test> wrote:\n> First question',
  );
});

test('after our own last word nothing is new', () => {
  const view = conversationView([said({ at: at('08:00') }), answer({ text: 'Try now.' })], reader);
  expect(view.newest).toBe('');
  expect(view.older).toContain('> Try now.');
});

test.each<[string, Partial<Said>]>([
  ['an internal note', { direction: 'note', text: 'SECRET' }],
  ['an out-of-office answer', { class: 'auto-reply', text: 'SECRET' }],
  ['a bounce', { class: 'bounce', text: 'SECRET' }],
  ['an empty message', { text: '  ' }],
])('leaves out %s', (_what, change) => {
  const { newest, older } = conversationView([said({ ...change, at: at('09:30') }), said({})], reader);
  expect(newest).toBe('I cannot log in.');
  expect(older).toBe('');
});

test.each(LANGUAGES)('names the files of a message in %s', (language) => {
  const { newest } = conversationView([said({ attachments: ['error.png', 'log.txt'] })], {
    ...reader,
    language,
  });
  expect(newest).toMatch(/^I cannot log in\.\n\n\[.*error\.png, log\.txt.*\]$/);
});

test('long conversations are cut and say so', () => {
  const long = conversationView([said({ text: 'word '.repeat(10_000) })], reader);
  expect(long.newest.length).toBeLessThanOrEqual(20_000);
  expect(long.newest).toMatch(/The whole message is in the Sheet\.\]$/);
  const many = Array.from({ length: 50 }, (_, n) =>
    answer({ at: at('08:00'), text: `${n} ${'word '.repeat(200)}` }),
  );
  const { older } = conversationView([said({}), ...many], reader);
  expect(older.length).toBeLessThan(13_000);
  expect(older).toMatch(/> \[Older messages are in the Sheet\.\]$/);
});

test('every line of what is older is quoted, whatever was written', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (texts) => {
      const { older } = conversationView(
        [said({}), ...texts.map((text) => answer({ text, at: at('08:00') }))],
        reader,
      );
      expect(older === '' || older.split('\n').every((line) => line.startsWith('>'))).toBe(true);
    }),
  );
});
