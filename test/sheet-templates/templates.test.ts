import { LANGUAGES, type Language } from '../../core/language';
import { isReplyAboveLine } from '../../core/mail/forward-markers';
import { splitFooter } from '../../core/template/footer';
import { placeholdersOf } from '../../core/template/render';
import { NO_DESK } from '../../core/template/view';
import { TEMPLATE_KEYS, type TemplateKey } from '../../sheet-templates/content/template-keys';
import {
  STARTER_TEMPLATES,
  type StarterTemplate,
  starterText,
} from '../../sheet-templates/content/templates';
import { labelOfWord } from '../../sheet-templates/labels';
import { starterRows } from '../../sheet-templates/starter';
import { type Fullness, type Letter, letter, partsFor, type Reader, ROWS, WARSAW } from './letters';
import { NOW } from './workbook';

/** With the participant's words, to be answered by mail. */
const TO_BE_ANSWERED: readonly TemplateKey[] = ['assignment', 'assignment_again', 'substitute_asked'];
/** About a mail of the colleague's, and answered by mail as well. */
const ABOUT_MAILS: readonly TemplateKey[] = [
  'answer_held',
  'commands_help',
  'command_refused',
  'mail_disbelieved',
  'confirm_address',
];
const TO_COLLEAGUES: readonly TemplateKey[] = [
  ...TO_BE_ANSWERED,
  ...ABOUT_MAILS,
  'alert_due_soon',
  'alert_overdue',
  'alert_several',
  'alert_staffing',
  'follow_up_ticket',
];
const TO_PARTICIPANTS = TEMPLATE_KEYS.filter(
  (key) => !TO_COLLEAGUES.includes(key) && key !== 'support_block',
);
/** People may ask us to send no more of these. */
const STOPPABLE = TEMPLATE_KEYS.filter((key) => /^(?:reminder|checkpoint)/.test(key));

const readersOf = (language: Language): Reader[] =>
  (['any', 'novice', 'experienced'] as const).flatMap((audience) =>
    (['any', 'accessible'] as const).map((need) => ({ language, audience, need, zone: WARSAW })),
  );

/** The letter as each reader may get it, with everything filled in and with nothing that may be empty. */
function lettersOf(key: TemplateKey, language: Language, fullness?: Fullness): readonly Letter[] {
  const name = `${key} ${language} ${fullness ?? 'any'}`;
  const letters = written.get(name) ?? write(key, language, fullness);
  written.set(name, letters);
  return letters;
}

/** Most tests read the same letters. */
const written = new Map<string, readonly Letter[]>();

function write(key: TemplateKey, language: Language, fullness: Fullness | undefined): Letter[] {
  const scenes = [
    ['full', true],
    ['full', false],
    ['bare', true],
  ] as const;
  return readersOf(language).flatMap((reader) =>
    scenes
      .filter(([of]) => fullness === undefined || of === fullness)
      .map(([of, online]) => letter(key, reader, partsFor(reader, of, online))),
  );
}

const each = STARTER_TEMPLATES.flatMap((template) =>
  LANGUAGES.map((language) => ({
    ...template,
    language,
    name: [template.key, template.audience, template.need].join(' '),
  })),
);
const keyed = TEMPLATE_KEYS.flatMap((key) => LANGUAGES.map((language) => ({ key, language })));

describe.each(keyed)('$key in $language', ({ key, language }) => {
  test('uses only what templates may see', () => {
    expect(lettersOf(key, language).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('reads well also when all is empty that may be', () => {
    for (const { subject, text } of lettersOf(key, language)) {
      expect(subject).not.toMatch(/[{}]|undefined|,\s*$|:\s*$|^\s*$/);
      expect(text).not.toMatch(/[{}]|undefined|\[object/);
      expect(text).not.toMatch(/\n\n\n/);
      // A heading with nothing under it.
      expect(text).not.toMatch(/:[ \t]*(?:\n\s*\n|$)/);
      // Of a sentence whose middle was left out.
      expect(text).not.toMatch(/ {2}|\(\)|,,|\.\.(?!\.)| [,.;](?!\S)/);
    }
  });

  test('leaves a label out with its value', () => {
    const filled = lettersOf(key, language, 'full').flatMap(({ text }) => text.split('\n'));
    for (const { text } of lettersOf(key, language, 'bare')) {
      const bare = text.split('\n').filter((line) => /:\s*$/.test(line));
      expect(bare.filter((label) => filled.some((line) => line.startsWith(`${label.trim()} `)))).toEqual([]);
    }
  });

  test('has a subject that a phone shows whole', () => {
    for (const { subject } of lettersOf(key, language)) expect(subject.length).toBeLessThanOrEqual(78);
  });

  test('numbers its steps without a gap', () => {
    for (const { text } of lettersOf(key, language)) {
      const numbers = Array.from(text.matchAll(/^(\d)\. /gm), ([, number]) => Number(number));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test('ends the lists that have semicolons with a full stop', () => {
    for (const { text } of lettersOf(key, language)) {
      for (const [list] of text.matchAll(/^(?:- .*(?:\n|$))+/gm)) {
        const lines = list.trim().split('\n');
        if (!list.includes(';\n')) continue;
        // A sign right behind an address would become a part of it in some mail programs.
        const ends = lines.map((line) => (/https?:\S+$/.test(line) ? ';' : line.slice(-1)));
        expect(ends).toEqual(lines.map((_, index) => (index === lines.length - 1 ? '.' : ';')));
      }
    }
  });
});

test.each(each)('$name in $language says the same as in the other languages', ({ language, texts }) => {
  const used = (of: Language) => [
    ...placeholdersOf(texts[of].subject),
    '|',
    ...placeholdersOf(texts[of].body).sort(),
  ];
  for (const other of LANGUAGES) expect(used(other)).toEqual(used(language));
});

describe.each(LANGUAGES)('help in %s', (language) => {
  const supportLine = starterText('support_block', language).body.split('\n')[0] ?? '';

  test.each(TO_PARTICIPANTS)(
    '%s tells when we answer, what to do at other times, and where to read',
    (key) => {
      for (const { text } of lettersOf(key, language, 'full')) {
        const ending = text.slice(text.lastIndexOf('\n-- \n'));
        expect(ending).toContain(supportLine);
        expect(ending).toContain('pomoc@akademia.example');
        expect(ending).toContain('9:00–17:00');
        expect(ending).toContain('https://pomoc.akademia.example');
      }
    },
  );

  test.each(STOPPABLE)('%s says at its very end how to get no more', (key) => {
    for (const { text } of lettersOf(key, language, 'full')) {
      expect(text.split('\n').slice(-1)[0]).toContain('?stop=d1f2');
    }
  });

  test.each(TEMPLATE_KEYS.filter((key) => !STOPPABLE.includes(key)))('%s does not', (key) => {
    for (const { text } of lettersOf(key, language)) expect(text).not.toContain('stop=d1f2');
  });

  test.each(TO_COLLEAGUES)('%s is for a colleague, who is the help', (key) => {
    for (const { text } of lettersOf(key, language)) expect(text).not.toContain(supportLine);
  });
});

describe.each(LANGUAGES)('an acknowledgement in %s', (language) => {
  test.each(['acknowledgement', 'acknowledgement_out_of_hours'] as const)(
    '(%s) repeats nothing that the sender wrote, so it carries no spam',
    (key) => {
      const reader: Reader = { language, audience: 'any', need: 'any', zone: WARSAW };
      const parts = partsFor(reader, 'full');
      const spam = { personName: 'BUY NOW', ticket: { id: 'T-7K3Q9', subject: 'BUY NOW', status: 'new' } };
      const { subject, text } = letter(key, reader, { ...parts, ...spam });
      expect(subject + text).not.toContain('BUY NOW');
      expect(subject).toContain('T-7K3Q9');
      expect(text).toContain('T-7K3Q9');
      expect(text).toContain('9:00–17:00');
    },
  );
});

describe.each(LANGUAGES)('a ticket that comes by mail in %s', (language) => {
  const reader: Reader = { language, audience: 'any', need: 'any', zone: WARSAW };

  test.each([...TO_BE_ANSWERED, ...ABOUT_MAILS])(
    '(%s) begins with the line above which one answers',
    (key) => {
      for (const fullness of ['full', 'bare'] as const) {
        const [first = ''] = letter(key, reader, partsFor(reader, fullness)).text.split('\n');
        expect(isReplyAboveLine(first)).toBe(true);
        expect(isReplyAboveLine(`> ${first}`)).toBe(true);
      }
    },
  );

  test.each(TO_BE_ANSWERED)(
    '(%s) has the newest message on top and the older ones below everything',
    (key) => {
      const { text } = letter(key, reader, partsFor(reader, 'full'));
      const places = ['Zofia Malinka (', 'Zofi', 'sheet.example', '#', '\n> '].map((sign) =>
        text.indexOf(sign, 4),
      );
      expect(places.every((place) => place > 0)).toBe(true);
      expect(
        text
          .slice(text.indexOf('\n> ') + 1)
          .split('\n')
          .every((line) => line.startsWith('>')),
      ).toBe(true);
      expect(text.indexOf('sheet.example')).toBeGreaterThan(text.indexOf('?'));
    },
  );

  test.each(TO_BE_ANSWERED)('(%s) has the same subject, so that mail programs put them together', (key) => {
    expect(letter(key, reader, partsFor(reader, 'full')).subject).toBe('[#T-7K3Q9] Link');
  });

  test.each(TO_BE_ANSWERED)(
    '(%s) takes no line of the participant for the one that sets off our help',
    (key) => {
      const parts = partsFor(reader, 'full');
      const desk = { ...(parts.desk ?? NO_DESK), newest: 'Zofia\n-- \nAkademia\n--\n+48 600' };
      const { text } = letter(key, reader, { ...parts, desk });
      expect(splitFooter(text).footer).toBe('');
      expect(text).toContain('Akademia');
    },
  );

  test('says for whom a substitute is asked, and who was faster', () => {
    for (const key of ['substitute_asked', 'answer_held'] as const) {
      expect(letter(key, reader, partsFor(reader, 'full')).text).toContain('Tomasz Brzoza');
    }
  });

  test.each(['answer_held', 'confirm_address'] as const)('(%s) names a word that is understood', (key) => {
    const words = {
      answer_held: { en: '#send', pl: '#wyślij', uk: '#надіслати' },
      confirm_address: { en: ': yes.', pl: ': tak.', uk: ': так.' },
    }[key];
    expect(letter(key, reader, partsFor(reader, 'full')).text).toContain(words[language]);
  });
});

describe.each(LANGUAGES)('how a request stands, in %s', (language) => {
  const TELLING = [
    'acknowledgement',
    'acknowledgement_out_of_hours',
    'reply',
    'calm',
    'clarify',
    'reconcile',
  ] as const;

  test.each(TELLING)('%s says its number, its status, and how to ask for it by mail', (key) => {
    for (const reader of readersOf(language)) {
      const { text } = letter(key, reader, partsFor(reader, 'full'));
      expect(text).toContain(`T-7K3Q9: ${labelOfWord('status', 'open', language)}.`);
      expect(text).toContain(
        `mailto:pomoc@akademia.example?subject=${language === 'pl' ? 'stan' : 'status'}`,
      );
      expect(letter(key, reader, partsFor(reader, 'bare')).text).not.toContain('mailto:');
    }
  });

  test('is answered with a line for each, or with a word that there is none', () => {
    const reader: Reader = { language, audience: 'any', need: 'any', zone: WARSAW };
    const text = (fullness: Fullness) => letter('status_answer', reader, partsFor(reader, fullness)).text;
    expect(text('full').match(/^- T-\w{5} /gm)).toHaveLength(2);
    expect(text('bare')).not.toContain('T-');
    expect(text('bare').split('\n\n').length).toBeGreaterThan(2);
  });
});

describe.each(LANGUAGES)('a reminder in %s', (language) => {
  const BEFORE = ['reminder_3d', 'reminder_1d', 'reminder_2h', 'reminder_started'] as const;

  test.each(BEFORE)('(%s) has the logistics, whoever reads it', (key) => {
    for (const reader of readersOf(language)) {
      const online = letter(key, reader, partsFor(reader, 'full', true));
      const onSite = letter(key, reader, partsFor(reader, 'full', false));
      for (const { subject, text } of [online, onSite]) {
        expect(subject).toMatch(/Excel|Spreadsheets/);
        for (const fact of ['10:00', '12:30', '2026', 'Tomasz Brzoza']) expect(text).toContain(fact);
      }
      expect(online.text).toContain('https://spotkania.example/excel-1');
      expect(onSite.text).toMatch(/Jasna 4|Ясна, 4/);
    }
  });

  test.each(BEFORE)('(%s) names no day by its distance, because it may be read later or earlier', (key) => {
    const relative =
      /tomorrow|yesterday|in three days|jutro|jutrzejsz|wczoraj|za trzy dni|завтра|вчора|за три дні/i;
    for (const { subject, text } of lettersOf(key, language)) expect(subject + text).not.toMatch(relative);
  });

  test('in another zone names the time there', () => {
    const reader: Reader = { language, audience: 'any', need: 'any', zone: 'Europe/Kyiv' as Reader['zone'] };
    expect(letter('reminder_2h', reader, partsFor(reader, 'full')).subject).toContain('11:00');
  });

  test('afterwards asks for an opinion only where the firm has a survey', () => {
    const reader: Reader = { language, audience: 'any', need: 'any', zone: WARSAW };
    const text = (fullness: Fullness) => letter('reminder_after', reader, partsFor(reader, fullness)).text;
    expect(text('full')).toContain('https://pomoc.akademia.example/ankieta');
    expect(text('bare').split('\n\n')).toHaveLength(text('full').split('\n\n').length - 2);
  });
});

describe.each(LANGUAGES)('plain wordings in %s', (language) => {
  const plain = STARTER_TEMPLATES.filter(({ need }) => need === 'accessible');

  test.each(plain.map(({ key }) => key))('%s has short sentences and one instruction a line', (key) => {
    const reader: Reader = { language, audience: 'any', need: 'accessible', zone: WARSAW };
    const { text } = letter(key, reader, partsFor(reader, 'full'));
    const own = text.split('\n-- \n')[0] ?? '';
    expect(own).not.toMatch(/^(?:[-*•] |\d\. )/m);
    expect(own).not.toMatch(/[;*_|]/);
    for (const sentence of own.split(/[.?!](?=\s)|\n/)) {
      // A line of what changed: as long as the dates in it.
      if (/\((?:was |dotąd: |було: )/.test(sentence)) continue;
      expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(12);
    }
  });

  test('reach beginners and the experienced too', () => {
    for (const reader of readersOf(language).filter(({ need }) => need === 'accessible')) {
      const body = STARTER_TEMPLATES.find(({ key, need }) => key === 'reminder_1d' && need === 'accessible');
      const firstLine = body?.texts[language].body.split('\n').slice(-9)[0] ?? '?';
      expect(letter('reminder_1d', reader, partsFor(reader, 'full')).text).toContain(firstLine);
    }
  });
});

describe('languages', () => {
  /** Words of ours alone: without placeholders, marks of mails and what is a name in every language. */
  const words = (texts: StarterTemplate['texts'], language: Language) =>
    `${texts[language].subject}\n${texts[language].body}`
      .replace(/\{[{%][\s\S]*?[%}]\}/g, ' ')
      .replace(/WebRTC|^Re:|\bT-/gm, ' ');

  test.each(each)('are not mixed: $name in $language', ({ language, texts }) => {
    const text = words(texts, language);
    const foreign = {
      en: /[^\x20-\x7e\n“”’–…]/u,
      // No Cyrillic, no English or straight quotation marks.
      pl: /[\p{Script=Cyrillic}“"«»]|(?<!\p{L})(?:the|please|your)(?!\p{L})/u,
      // No Latin letters, none of the letters that only Russian has, and the quotation marks of Ukrainian print.
      uk: /[\p{Script=Latin}ыэёъЫЭЁЪ"„”“']/u,
    }[language];
    expect(text.match(foreign)?.[0] ?? '').toBe('');
  });

  test('Polish texts guess nobody’s gender', () => {
    // Past tense and conditional of the second and first person singular: -łeś, -łaś, -łbyś, -łem, -łam …
    const gendered = /\p{L}+ł(eś|aś|byś|abyś|em|am|bym|abym)(?!\p{L})/u;
    for (const { texts } of STARTER_TEMPLATES) expect(texts.pl.body).not.toMatch(gendered);
  });

  test('Polish writes to a reader with capitals: Ty, Ci, Twój', () => {
    for (const { texts } of STARTER_TEMPLATES) {
      expect(texts.pl.body).not.toMatch(
        /(?<!\p{L})(?:ty|ci|cię|ciebie|tobie|twój|twoja|twoje|twoją)(?!\p{L})/u,
      );
    }
  });

  test('salutations name nobody, because Polish and Ukrainian names would have to be declined', () => {
    const without: readonly TemplateKey[] = ['support_block', 'reply', 'follow_up_ticket', ...TO_BE_ANSWERED];
    for (const { key, language, texts } of each) {
      if (without.includes(key)) continue;
      const lines = texts[language].body.split('\n');
      const first = ABOUT_MAILS.includes(key) ? lines[2] : lines[0];
      expect(['Hello,', 'Dzień dobry,', 'Добрий день!']).toContain(first);
    }
  });
});

test('a change is told in old and new', () => {
  for (const language of LANGUAGES) {
    for (const reader of readersOf(language)) {
      expect(letter('session_changed', reader, partsFor(reader, 'full')).text).toMatch(
        /10:00.*\((?:was|dotąd:|було:) .*10:00\)/,
      );
    }
  }
});

test('every template exists for anyone in every language, so nobody is left without a mail', () => {
  for (const key of TEMPLATE_KEYS) {
    for (const language of LANGUAGES) {
      expect(
        ROWS.some(
          (row) =>
            row.key === key && row.language === language && row.audience === 'any' && row.need === 'any',
        ),
      ).toBe(true);
    }
  }
  const rows = starterRows('templates', { language: 'pl', now: NOW });
  const names = rows.map((row) => `${row.key} ${row.language} ${row.audience} ${row.need}`);
  expect(new Set(names).size).toBe(names.length);
});
