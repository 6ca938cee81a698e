import { LANGUAGES, type Language } from '../../core/language';
import { placeholdersOf, renderTemplate } from '../../core/template/render';
import { mailView, type ViewParts } from '../../core/template/view';
import { STARTER_TEMPLATES, type StarterTemplate } from '../../sheet-templates/content/templates';
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
  alert: {
    promise: 'first answer',
    due: 'Mon 23 Nov 2026, 14:00',
    left: '30 minutes',
    late: '2 hours',
    why: 'Target: 4 hours of working time.',
    requester: 'Zofia Malinka (zofia.malinka@poczta.test)',
    assignee: 'Lena Wrona',
    link: 'https://sheet.test/7101',
    count: '2',
    list: '- T-7K3Q9: the time is up\n- T-8M2P4: 30 minutes left',
  },
  agentName: 'Lena Wrona',
  answer: '(the answer)',
};

const each = STARTER_TEMPLATES.flatMap((template) =>
  LANGUAGES.map((language) => ({ ...template, language, name: `${template.key} (${template.audience})` })),
);

const render = (texts: StarterTemplate['texts'], language: Language, parts: ViewParts) => {
  const rendered = renderTemplate(texts[language], mailView(parts), { language });
  if (rendered.kind !== 'rendered') throw new Error(JSON.stringify(rendered.problems));
  return rendered;
};

const textsOf = (key: string): StarterTemplate['texts'] => {
  const found = STARTER_TEMPLATES.find((template) => template.key === key && template.audience === 'any');
  if (!found) throw new Error(`no template ${key}`);
  return found.texts;
};

describe.each(each)('$name in $language', ({ key, language, texts }) => {
  test('uses only what templates may see', () => {
    expect(render(texts, language, FULL).problems).toEqual([]);
  });

  test('says the same as in the other languages', () => {
    const used = (of: (typeof LANGUAGES)[number]) => {
      const { subject, body } = texts[of];
      return [...placeholdersOf(subject), '|', ...placeholdersOf(body).sort()];
    };
    for (const other of LANGUAGES) expect(used(other)).toEqual(used(language));
  });

  test('reads well when there is no link, place, trainer, material or help page', () => {
    const empty: ViewParts = {
      ...FULL,
      firm: { ...FULL.firm, portal: '' },
      ...(FULL.alert && { alert: { ...FULL.alert, link: '', assignee: '' } }),
      ...(FULL.session
        ? { session: { ...FULL.session, link: '', place: '', materials: '', trainer: '' } }
        : {}),
    };
    const { text } = render(texts, language, empty);
    expect(text).not.toMatch(/\n\n\n/);
    expect(text).not.toMatch(/:[ \t]*\n(?!- |\d\. )/);
    expect(text).not.toMatch(/[{}]/);
  });

  test('ends by telling how to get help', () => {
    const { text } = render(texts, language, FULL);
    if (key === 'support_block') {
      expect(text).toContain(FULL.firm.support_address);
      expect(text).toContain(FULL.firm.support_hours);
      expect(text).toContain(FULL.firm.portal);
    } else if (key.startsWith('alert_')) {
      // To a colleague, who is the help.
      expect(text).not.toContain(FULL.support);
    } else {
      expect(text.endsWith(FULL.support)).toBe(true);
    }
  });
});

describe.each(LANGUAGES)('an acknowledgement in %s', (language) => {
  test.each(['acknowledgement', 'acknowledgement_out_of_hours'] as const)(
    '(%s) repeats nothing that the sender wrote, so it carries no spam',
    (key) => {
      const { subject, text } = render(textsOf(key), language, { ...FULL, personName: 'BUY NOW' });
      expect(subject + text).not.toContain('BUY NOW');
      expect(subject).toContain('T-7K3Q9');
      expect(text).toContain('T-7K3Q9');
      expect(text).toContain(FULL.firm.support_hours);
    },
  );
});

describe.each(LANGUAGES)('a reminder in %s', (language) => {
  test.each(['reminder_3d', 'reminder_1d', 'reminder_2h'] as const)('(%s) has the logistics', (key) => {
    const { subject, text } = render(textsOf(key), language, FULL);
    expect(subject).toContain('Excel bez stresu');
    for (const fact of ['10:00 (czas warszawski)', 'https://spotkania.test/1', 'sala 2', 'Tomasz Brzoza']) {
      expect(text).toContain(fact);
    }
  });
});

test('salutations name nobody, because Polish and Ukrainian names would have to be declined', () => {
  for (const { key, language, texts } of each) {
    if (key === 'support_block' || key === 'reply') continue;
    const first = texts[language].body.split('\n')[0];
    expect(['Hello,', 'Dzień dobry,', 'Вітаємо!', 'Добрий день!']).toContain(first);
  }
});

test('Polish texts guess nobody’s gender', () => {
  // Past tense and conditional of the second and first person singular: -łeś, -łaś, -łbyś, -łem, -łam …
  const gendered = /\p{L}+ł(eś|aś|byś|abyś|em|am|bym|abym)(?!\p{L})/u;
  for (const { texts } of STARTER_TEMPLATES) expect(texts.pl.body).not.toMatch(gendered);
});

test('the three steps of the reminder ladder have their templates', () => {
  const keys = new Set(starterRows('templates', { language: 'pl', now: NOW }).map((row) => row.key));
  const steps = starterRows('reminders', { language: 'pl', now: NOW });
  expect(steps.map((row) => row.offset)).toEqual(['-3 d', '-1 d', '-2 h']);
  for (const { template } of steps) expect(keys).toContain(template);
});

test('every template exists for anyone, so nobody is left without a mail', () => {
  for (const { key } of STARTER_TEMPLATES) expect(() => textsOf(key)).not.toThrow();
  const rows = starterRows('templates', { language: 'pl', now: NOW });
  const names = rows.map((row) => `${row.key} ${row.language} ${row.audience}`);
  expect(new Set(names).size).toBe(names.length);
});
