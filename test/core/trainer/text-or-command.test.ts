/** Lines with a "#" that are no command, and commands that do not look like one at first. */
import { commands, orders } from './command-desk';

describe('a first line that is a part of the answer', () => {
  test.each([
    '#1 thing to try: restart the computer',
    '#1 Restart\n#2 Try again',
    '#1. Restart\n#2. Try again',
    '# 1) Restart',
    '#2nd step: click Save',
    '#12345 is the number of the booking',
    '#T-7K3Q9 is open again',
    '[#T-7K3Q9] is open again',
    '#REF! means that a cell is gone',
    '#N/A stands for “not available”',
    '#ADR! oznacza, że komórki już nie ma',
    '#DZIEL/0! oznacza dzielenie przez zero',
    '#Н/Д означає, що значення немає',
    '👍 #excel is the tag we use',
    '1. #excel is the tag we use',
  ])('%j', (text) => {
    expect(commands(text)).toMatchObject({ words: text, as: 'answer', orders: [], faults: [] });
  });

  test('may stand below commands', () => {
    expect(commands('#resolved\n#1 thing to remember: save')).toMatchObject({
      words: '#1 thing to remember: save',
      orders: [{ cell: 'status', to: 'resolved' }],
      faults: [],
    });
  });

  test.each(['#1', '#12345', '#T-7K3Q9', '#REF!', '#POUFNE! trudny klient', '#N0TE she is angry'])(
    'is more than a sign: %j goes nowhere',
    (text) => {
      expect(commands(`${text}\nHi`).faults).toMatchObject([{ kind: 'unknown-command', line: text }]);
    },
  );
});

describe('a command behind what programs and people put before it', () => {
  test.each([
    '✅ #resolved',
    '👍🏽 #resolved',
    '#resolved 👍',
    '#resolved✅',
    '#resolved ❤️',
    '1. #resolved',
    '1) #resolved',
    '#close the ticket',
    '#zamknij zgłoszenie',
  ])('%j', (line) => {
    expect(commands(`${line}\nThanks`)).toMatchObject({
      words: 'Thanks',
      orders: [{ cell: 'status', to: 'resolved' }],
      faults: [],
    });
  });

  test('is told when it is a slip away', () => {
    expect(commands('✅ #reslved\nThanks').faults).toEqual([
      { kind: 'unknown-command', line: '✅ #reslved', meant: ['#resolved'] },
    ]);
  });

  test.each([
    ['#wait until next week', 'hold_until=2026-11-30'],
    ['#czekaj do przyszłego tygodnia', 'hold_until=2026-11-30'],
    ['#чекати до наступного тижня', 'hold_until=2026-11-30'],
    ['#waiting for the vendor', 'status=waiting_vendor'],
    ['#czekamy na dostawcę', 'status=waiting_vendor'],
    ['#чекаємо на постачальника', 'status=waiting_vendor'],
  ])('as the letter itself calls it: %s', (line, ordered) => {
    expect(orders(line)).toBe(ordered);
  });
});

describe('all on one line', () => {
  test.each([
    'It works now. #resolved',
    'It works now.#resolved',
    'Już działa #rozwiązane.',
    'Уже працює! #вирішено 👍',
    'Hi Anna,\nplease try again. #note she is angry',
    'Dzień dobry, już działa. #notatka klient jest trudny',
    'Вже працює #нотатка клієнт складний',
    '2. Click Save #note she never does',
  ])('a command at its end and a note are kept from the participant: %j', (text) => {
    const { faults, orders: found } = commands(text);
    expect(found).toEqual([]);
    expect(faults).toEqual([{ kind: 'command-below', line: text.slice(text.lastIndexOf('\n') + 1) }]);
  });

  test.each([
    'We use #resolved for that, and #close for this.',
    'See #excel and #1.',
    'The page is https://wiki.example/faq#note and it is long',
    '> It works now. #resolved',
    'A line # note with a space',
  ])('but a hashtag is a part of the text: %j', (text) => {
    expect(commands(text)).toMatchObject({ words: text, orders: [], faults: [] });
  });

  test('a text that is nothing but signs is read at once', () => {
    expect(commands(`Hi ${'#a '.repeat(50_000)}`).faults).toEqual([]);
    expect(commands('Hi #a\n'.repeat(20_000)).faults).toEqual([]);
  });
});
