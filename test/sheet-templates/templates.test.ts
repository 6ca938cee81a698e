import { LANGUAGES } from '../../core/language';
import { placeholdersOf, renderTemplate } from '../../core/template/render';
import { mailView, type ViewParts } from '../../core/template/view';
import { TEMPLATE_KEYS } from '../../sheet-templates/content/template-keys';
import { STARTER_TEMPLATES } from '../../sheet-templates/content/templates';
import { starterRows } from '../../sheet-templates/starter';
import { NOW } from './workbook';

const FULL: ViewParts = {
  firm: {
    name: 'Akademia Jasna',
    support_hours: 'Mon–Fri 9:00–17:00',
    support_address: 'pomoc@akademia-jasna.test',
    portal: 'https://pomoc.akademia-jasna.test',
  },
  support: '(support block)',
  personName: 'Zofia Malinka',
  ticket: { id: 'T-7K3Q9', subject: 'BUY NOW', status: 'Open' },
  session: {
    course: 'Excel bez stresu',
    starts: 'czwartek, 26 listopada 2026, 10:00 (czas warszawski)',
    date: 'czwartek, 26 listopada 2026',
    time: '10:00',
    ends: '12:00',
    zone: 'czas warszawski',
    link: 'https://spotkania.test/1',
    place: 'sala 2',
    materials: 'https://materialy.test/1',
    trainer: 'Tomasz Brzoza',
  },
  agentName: 'Lena Wrona',
  answer: '(the answer)',
};

const each = TEMPLATE_KEYS.flatMap((key) => LANGUAGES.map((language) => [key, language] as const));

const render = (
  key: (typeof TEMPLATE_KEYS)[number],
  language: (typeof LANGUAGES)[number],
  parts: ViewParts,
) => {
  const rendered = renderTemplate(STARTER_TEMPLATES[language][key], mailView(parts), { language });
  if (rendered.kind !== 'rendered') throw new Error(JSON.stringify(rendered.problems));
  return rendered;
};

describe.each(each)('%s in %s', (key, language) => {
  test('uses only what templates may see', () => {
    expect(render(key, language, FULL).problems).toEqual([]);
  });

  test('says the same as in the other languages', () => {
    const used = (of: (typeof LANGUAGES)[number]) => {
      const { subject, body } = STARTER_TEMPLATES[of][key];
      return [...placeholdersOf(subject), '|', ...placeholdersOf(body).sort()];
    };
    for (const other of LANGUAGES) expect(used(other)).toEqual(used(language));
  });

  test('reads well when there is no link, place, trainer, material or help page', () => {
    const empty: ViewParts = {
      ...FULL,
      firm: { ...FULL.firm, portal: '' },
      ...(FULL.session
        ? { session: { ...FULL.session, link: '', place: '', materials: '', trainer: '' } }
        : {}),
    };
    const { text } = render(key, language, empty);
    expect(text).not.toMatch(/\n\n\n/);
    expect(text).not.toMatch(/:[ \t]*\n(?!- |\d\. )/);
    expect(text).not.toMatch(/[{}]/);
  });

  test('ends by telling how to get help', () => {
    const { text } = render(key, language, FULL);
    if (key === 'support_block') {
      expect(text).toContain(FULL.firm.support_address);
      expect(text).toContain(FULL.firm.support_hours);
      expect(text).toContain(FULL.firm.portal);
    } else {
      expect(text.endsWith(FULL.support)).toBe(true);
    }
  });
});

describe.each(LANGUAGES)('an acknowledgement in %s', (language) => {
  test.each(['acknowledgement', 'acknowledgement_out_of_hours'] as const)(
    '(%s) repeats nothing that the sender wrote, so it carries no spam',
    (key) => {
      const { subject, text } = render(key, language, { ...FULL, personName: 'BUY NOW' });
      expect(subject + text).not.toContain('BUY NOW');
      expect(subject).toContain('T-7K3Q9');
      expect(text).toContain('T-7K3Q9');
      expect(text).toContain(FULL.firm.support_hours);
    },
  );
});

describe.each(LANGUAGES)('a reminder in %s', (language) => {
  test.each(['reminder_3d', 'reminder_1d', 'reminder_2h'] as const)('(%s) has the logistics', (key) => {
    const { subject, text } = render(key, language, FULL);
    expect(subject).toContain('Excel bez stresu');
    for (const fact of ['10:00 (czas warszawski)', 'https://spotkania.test/1', 'sala 2', 'Tomasz Brzoza']) {
      expect(text).toContain(fact);
    }
  });
});

test('salutations name nobody, because Polish and Ukrainian names would have to be declined', () => {
  for (const [key, language] of each) {
    if (key === 'support_block' || key === 'reply') continue;
    const first = STARTER_TEMPLATES[language][key].body.split('\n')[0];
    expect(['Hello,', 'Dzień dobry,', 'Вітаємо!', 'Добрий день!']).toContain(first);
  }
});

test('Polish texts guess nobody’s gender', () => {
  // Past tense and conditional of the second and first person singular: -łeś, -łaś, -łbyś, -łem, -łam …
  const gendered = /\p{L}+ł(eś|aś|byś|abyś|em|am|bym|abym)(?!\p{L})/u;
  for (const key of TEMPLATE_KEYS) expect(STARTER_TEMPLATES.pl[key].body).not.toMatch(gendered);
});

test('the three steps of the reminder ladder have their templates', () => {
  const keys = new Set(starterRows('templates', { language: 'pl', now: NOW }).map((row) => row.key));
  const steps = starterRows('reminders', { language: 'pl', now: NOW });
  expect(steps.map((row) => row.offset)).toEqual(['-3 d', '-1 d', '-2 h']);
  for (const { template } of steps) expect(keys).toContain(template);
});
