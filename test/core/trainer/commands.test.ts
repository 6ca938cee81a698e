import { LANGUAGES } from '../../../core/language';
import { COMMAND_NAMES, COMMANDS, commandShown } from '../../../core/trainer/command-words';
import { folded } from '../../../core/words/folded';
import { commands, orders } from './command-desk';
import { LENA, SARA, TOM } from './desk';

describe('a command in the words of each language', () => {
  test.each([
    ['#resolved', 'status=resolved'],
    ['#Solved', 'status=resolved'],
    ['#close', 'status=resolved'],
    ['#DONE', 'status=resolved'],
    ['#rozwiązane', 'status=resolved'],
    ['#rozwiazane', 'status=resolved'],
    ['#Zamknij', 'status=resolved'],
    ['#zamknięte', 'status=resolved'],
    ['#załatwione', 'status=resolved'],
    ['#вирішено', 'status=resolved'],
    ['#Закрито', 'status=resolved'],
    ["#розв'язано", 'status=resolved'],
    ['#vyrisheno', 'status=resolved'],
    ['#zakryto', 'status=resolved'],
    ['#open', 'status=open'],
    ['#re-open', 'status=open'],
    ['#otwórz', 'status=open'],
    ['#w toku', 'status=open'],
    ['#відкрити', 'status=open'],
    ['#vidkryty', 'status=open'],
    ['#vendor', 'status=waiting_vendor'],
    ['#dostawca', 'status=waiting_vendor'],
    ['#czekaj na dostawcę', 'status=waiting_vendor'],
    ['#постачальник', 'status=waiting_vendor'],
    ['#postachalnyk', 'status=waiting_vendor'],
    ['#urgent', 'priority=urgent'],
    ['#pilne', 'priority=urgent'],
    ['#терміново', 'priority=urgent'],
    ['#terminovo', 'priority=urgent'],
    ['#priority high', 'priority=high'],
    ['#Priority: High', 'priority=high'],
    ['#priorytet wysoki', 'priority=high'],
    ['#priorytet wysoka', 'priority=high'],
    ['#priorytet niski', 'priority=low'],
    ['#пріоритет високий', 'priority=high'],
    ['#пріоритет Звичайний', 'priority=normal'],
    ['#prio urgent', 'priority=urgent'],
    ['#assign Lena', `assignee=${LENA.name}`],
    ['#assign to Lena Zieba', `assignee=${LENA.name}`],
    ['#assign @Lena', `assignee=${LENA.name}`],
    ['#assign lena@firm.test', `assignee=${LENA.name}`],
    ['#przydziel Lena', `assignee=${LENA.name}`],
    ['#przekaż Sara', `assignee=${SARA.name}`],
    ['#przekaz sara kos', `assignee=${SARA.name}`],
    ['#призначити Sara', `assignee=${SARA.name}`],
    ['#передати Sara', `assignee=${SARA.name}`],
    ['#peredaty Sara', `assignee=${SARA.name}`],
    ['#assign me', `assignee=${TOM.name}`],
    ['#przypisz do mnie', `assignee=${TOM.name}`],
    ['#wait 3d', 'hold_until=2026-11-26'],
    ['#hold until Friday', 'hold_until=2026-11-27'],
    ['#czekaj 3 dni', 'hold_until=2026-11-26'],
    ['#odłóż do piątku', 'hold_until=2026-11-27'],
    ['#чекати 3 дні', 'hold_until=2026-11-26'],
    ['#відкласти до п’ятниці', 'hold_until=2026-11-27'],
    ['#chekaty 2d', 'hold_until=2026-11-25'],
  ])('%s', (line, ordered) => {
    expect(orders(line)).toBe(ordered);
    expect(orders(`${line}\n\nDone.`)).toBe(ordered);
  });

  test.each(['#note', '#notatka', '#Notka', '#нотатка', '#примітка', '#prymitka'])(
    '%s keeps the words',
    (line) => {
      expect(commands(`${line}\nHe is angry.`)).toMatchObject({
        as: 'note',
        words: 'He is angry.',
        faults: [],
      });
      expect(commands(`${line} he is angry`)).toMatchObject({ as: 'note', words: 'he is angry', faults: [] });
    },
  );

  test.each(['#template zoom_link', '#szablon Zoom link', '#шаблон zoom-link', '#shablon “zoom_link”.'])(
    '%s',
    (line) => {
      expect(commands(line)).toMatchObject({
        as: 'answer',
        template: { key: 'zoom_link' },
        words: '',
        faults: [],
      });
    },
  );

  test.each(['#send', '#wyślij', '#wyslij', '#надіслати', '#nadislaty', '#Send anyway'])('%s', (line) => {
    expect(commands(line)).toMatchObject({ as: 'release', words: '', orders: [], faults: [] });
  });
});

describe('the list of words', () => {
  const all = COMMAND_NAMES.flatMap((name) =>
    LANGUAGES.flatMap((language) =>
      (COMMANDS[name].words[language] as readonly string[]).map((word) => ({ name, language, word })),
    ),
  );

  test('has no word of two commands', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { name, word } of all) {
      const key = folded(word);
      meanings.set(key, (meanings.get(key) ?? new Set()).add(name));
    }
    expect(Array.from(meanings).filter(([, names]) => names.size > 1)).toEqual([]);
  });

  test('is understood whole, as it is written and without its accents', () => {
    const value = {
      nothing: '',
      text: '',
      colleague: ' Lena',
      priority: ' low',
      day: ' 2d',
      template: ' reply',
    };
    for (const { name, word } of all) {
      for (const form of [word, folded(word), word.toUpperCase()]) {
        const line = `#${form}${value[COMMANDS[name].takes]}`;
        expect([line, commands(line).faults]).toEqual([line, []]);
      }
    }
  });

  test('shows a word of the reader’s language', () => {
    expect(LANGUAGES.map((language) => commandShown('resolved', language))).toEqual([
      '#resolved',
      '#rozwiązane',
      '#вирішено',
    ]);
  });
});

describe('as phones write it', () => {
  test.each([
    ['a space behind the sign', '# resolved'],
    ['a full-width sign', '＃resolved'],
    ['a small sign', '﹟resolved'],
    ['two signs', '##resolved'],
    ['a full stop', '#resolved.'],
    ['an exclamation mark', '#resolved !'],
    ['a colon', '#resolved:'],
    ['capitals', '#RESOLVED'],
    ['a hard space', '#\u00a0resolved\u00a0'],
    ['a zero-width space', '\u200b#\u200bresolved\ufeff'],
    ['an emoji selector', '#\ufe0fresolved'],
    ['quotation marks around it', '“#resolved”'],
    ['quotation marks around the word', '#„resolved”'],
    ['bold text', '*#resolved*'],
    ['a bullet', '• #resolved'],
    ['a dash of a list', '- #resolved'],
    ['an escaped sign', '\\#resolved'],
    ['a tab before it', '\t#resolved'],
    ['letters with combining accents', '#rozwia\u0328zane'],
    ['the line end of another system', '#resolved\r'],
  ])('with %s', (_, line) => {
    expect(commands(`${line}\nThanks`)).toMatchObject({
      orders: [{ cell: 'status', to: 'resolved' }],
      words: 'Thanks',
      faults: [],
    });
  });

  test.each([
    ['quoted', '#assign “Lena”'],
    ['in guillemets', '#assign «Lena».'],
    ['behind a colon', '#assign: Lena'],
    ['behind an equals sign', '#assign=Lena'],
    ['behind a dash', '#assign – Lena'],
    ['with a comma', '#assign Lena,'],
  ])('a value %s', (_, line) => {
    expect(orders(line)).toBe(`assignee=${LENA.name}`);
  });
});

describe('the leading lines', () => {
  test('are as many as begin with the sign, empty ones skipped', () => {
    const text = '\n#resolved\n\n\u00a0\n#urgent\n\nHi Anna,\n\nit works now.';
    expect(commands(text)).toMatchObject({
      orders: [
        { cell: 'status', to: 'resolved' },
        { cell: 'priority', to: 'urgent' },
      ],
      words: 'Hi Anna,\n\nit works now.',
      faults: [],
    });
  });

  test('may hold several commands in one', () => {
    expect(orders('#resolved #urgent')).toBe('status=resolved priority=urgent');
    expect(orders('#assign Lena #priority low #wait 1 week')).toBe(
      `assignee=${LENA.name} priority=low hold_until=2026-11-30`,
    );
    expect(commands('#resolved #note told her by phone')).toMatchObject({
      as: 'note',
      words: 'told her by phone',
      orders: [{ to: 'resolved' }],
    });
  });

  test('behind "#note" a sign is a sign', () => {
    expect(commands('#note see #resolved and #urgent in the book')).toMatchObject({
      words: 'see #resolved and #urgent in the book',
      orders: [],
      faults: [],
    });
  });

  test.each([
    ['a number', 'Hi,\n#1 priority is the sound.'],
    ['a hashtag', 'Hi,\n#excel is what we talked about'],
    ['a command with a sentence behind it', 'Hi,\n#open is the button on the left, #close the other one'],
    ['a long name', 'Hi,\n#assign the homework to everybody in the group'],
    ['a hashtag within a line', 'We use #resolved for that.'],
    ['a command in a quote', 'Yes.\n> #resolved\n> #note secret'],
  ])('end before the text, in which %s is text', (_, text) => {
    expect(commands(text)).toMatchObject({ words: text, orders: [], faults: [], as: 'answer' });
  });

  test.each([
    'Hi Anna,\n#note',
    'Hi Anna, it works.\n\n#resolved',
    'Done.\n#note the client is difficult',
    'Ok\n    #resolved',
    'Ok\n# Przydziel Lena',
    'Ok\n- #priorytet wysoki',
  ])('a command further down is neither obeyed nor sent: %j', (text) => {
    const { faults, orders: found } = commands(text);
    expect(found).toEqual([]);
    expect(faults).toEqual([{ kind: 'command-below', line: text.slice(text.lastIndexOf('\n') + 1).trim() }]);
  });

  test('an indented first line is a passage of somebody else', () => {
    expect(commands('     #wait is not what I meant at all, dear\nYes').orders).toEqual([]);
    expect(commands('     #resolved\nYes').faults).toEqual([{ kind: 'command-below', line: '#resolved' }]);
  });
});
