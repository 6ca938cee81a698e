import fc from 'fast-check';
import { ownWords } from '../../../core/mail/own-words';
import { EVERY_STARTING_WORD, readTone } from '../../../core/mail/tone';

const urgent = (text: string) => readTone(text).urgent;
const conflict = (text: string) => readTone(text).conflict;

describe('words that cannot wait', () => {
  test.each([
    ['URGENT: the link is dead', ['urgent']],
    ['I need it urgently.', ['urgently']],
    ['Please answer as soon as possible', ['as soon as possible']],
    ['PILNE! Webinar zaraz się zaczyna', ['pilne', 'zaraz się zaczyna']],
    ['To pilna sprawa', ['pilna']],
    ['Pilnie potrzebuję hasła, w sprawie pilnego dostępu', ['pilnie', 'pilnego']],
    ['szkolenie zaraz sie zaczyna', ['zaraz sie zaczyna']],
    ['Терміново! Потрібен доступ', ['терміново']],
    ['Дайте негайну відповідь', ['негайну']],
    ['занятие, ось-ось почнеться', ['ось ось почнеться']],
  ])('%j holds %j', (text, found) => {
    expect(urgent(text)).toEqual(found);
  });

  test.each([
    'It is not urgent.',
    'Not very urgent, whenever you can',
    "It isn't urgent at all",
    'This is a non-urgent question',
    'Nothing urgent',
    'No urgent matter',
    'Nie jest to pilne',
    'To nie jest aż tak pilne.',
    'nie pilne',
    'Sprawa jest niepilna',
    'Nic pilnego, proszę się nie spieszyć',
    'Це не терміново',
    'Не дуже терміново',
    'Нічого термінового',
    'to nie jest\npilne, linia była zawinięta',
  ])('%j is in no hurry', (text) => {
    expect(urgent(text)).toEqual([]);
  });

  test.each([
    ['Nie działa, pilne!', 'a comma between'],
    ['Nie mogę wejść pilne', 'a comma forgotten'],
    ['Не працює. Терміново!', 'a full stop between'],
    ['It does not work - urgent', 'a dash between'],
    ['Not only urgent but late', 'a denial of something else'],
    ['czy to nie jest\n\nPILNE', 'an empty line between'],
  ])('a denial of another thing takes nothing away: %j (%s)', (text) => {
    expect(urgent(text)).toHaveLength(1);
  });

  test.each(['The insurgents', 'Detergent', 'przypilnować', 'We start in March', 'pilnik'])(
    '%j only holds the letters inside another word',
    (text) => {
      expect(urgent(text)).toEqual([]);
    },
  );
});

describe('words of anger', () => {
  test.each([
    ['This is unacceptable, I want a refund', ['unacceptable', 'refund']],
    ['I have got no refund yet', ['refund']],
    ['Składam reklamację, to skandal', ['reklamację', 'skandal']],
    ['Proszę o zwrot pieniędzy', ['zwrot pieniędzy']],
    ['Це неприпустимо, поверніть гроші', ['неприпустимо', 'поверніть гроші']],
  ])('%j holds %j', (text, found) => {
    expect(conflict(text)).toEqual(found);
  });

  test.each(['This is not a complaint', 'To nie skarga', 'Це не скарга', 'All good, thank you'])(
    '%j is calm',
    (text) => {
      expect(conflict(text)).toEqual([]);
    },
  );
});

describe('the list', () => {
  test('is the firm’s to change', () => {
    const words = { urgent: ['projector', 'fire alarm'], conflict: [] };
    expect(readTone('The projectors smoke and the FIRE  ALARMS ring, urgent!', words)).toEqual({
      urgent: ['projectors', 'fire alarms'],
      conflict: [],
    });
  });

  test('may hold what is no word at all, which finds nothing', () => {
    expect(readTone('Hello! ', { urgent: ['', ' ', '!', '***'], conflict: ['.*'] })).toEqual({
      urgent: [],
      conflict: [],
    });
  });

  test('tells each word once and five of a kind at most', () => {
    const text = 'urgent urgent urgently pilne pilna pilny pilnie негайно';
    expect(urgent(text)).toEqual(['urgent', 'urgently', 'pilne', 'pilna', 'pilny']);
  });

  test('finds each of its own starting words', () => {
    for (const kind of ['urgent', 'conflict'] as const) {
      for (const word of EVERY_STARTING_WORD[kind]) {
        expect({ word, found: readTone(`Hello, ${word}!`)[kind].length > 0 }).toEqual({ word, found: true });
      }
    }
  });
});

test('any text of any length is read, and what is found stands in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('not ', 'urgent', ' ', '\n', 'nie', ',', 'pilne', '’', 'ł')),
      (parts) => {
        const text = parts.join('');
        for (const word of urgent(text)) expect(text).toContain(word);
      },
    ),
  );
  expect(urgent(`${'a '.repeat(500_000)}urgent`)).toEqual([]);
});

describe('the sender’s own words', () => {
  const mail = { subject: 'PILNE: link', inReplyTo: null, references: [] };
  const forwarded = {
    from: { address: 'jan@people.test', name: 'Jan' },
    subject: 'Help',
    text: 'It is urgent.',
    message: 'Please see below.',
  };

  test('are subject and text of a first mail', () => {
    expect(ownWords(mail, { reply: 'Nie działa.', forwarded: null })).toBe('PILNE: link\n\nNie działa.');
  });

  test('are only the text of an answer, whose subject is older', () => {
    expect(ownWords({ ...mail, subject: 'Re: PILNE' }, { reply: 'Dziękuję', forwarded: null })).toBe(
      'Dziękuję',
    );
    expect(ownWords({ ...mail, inReplyTo: '<a@b>' }, { reply: 'Dziękuję', forwarded: null })).toBe(
      'Dziękuję',
    );
  });

  test('are what stands above a mail that is passed on', () => {
    expect(ownWords(mail, { reply: 'all of it', forwarded })).toBe('Please see below.');
    expect(ownWords(mail, { reply: 'all of it', forwarded: { ...forwarded, message: null } })).toBe('');
  });

  test('are those of the person inside when a colleague passes it on for them', () => {
    expect(ownWords(mail, { reply: 'all of it', forwarded }, true)).toBe('Help\n\nIt is urgent.');
  });
});
