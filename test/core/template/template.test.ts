import fc from 'fast-check';
import { chooseTemplate } from '../../../core/template/choose';
import type { Rendered } from '../../../core/template/render';
import { placeholdersOf, renderTemplate } from '../../../core/template/render';
import { templateProblemWords } from '../../../core/template/template-problem';
import type { ViewParts } from '../../../core/template/view';
import { firmView, mailView, sessionView, ticketView } from '../../../core/template/view';
import type { Row } from '../../../core/workbook/rows';
import { offset, sessionRow, WARSAW } from '../sla/sla-rows';

const FIRM: ViewParts = {
  firm: firmView({
    name: 'Szkoła Plus',
    supportHours: 'pon.–pt. 9:00–17:00',
    supportAddress: 'pomoc@example.com',
    portal: 'https://example.com/pomoc',
    survey: '',
  }),
  support: 'Piszcie na pomoc@example.com.',
  personName: 'Anna',
};
const view = (parts: Partial<ViewParts> = {}) => mailView({ ...FIRM, ...parts });

function rendered(
  body: string,
  parts: Partial<ViewParts> = {},
  language: 'en' | 'pl' | 'uk' = 'pl',
  subject = '',
): Extract<Rendered, { kind: 'rendered' }> {
  const result = renderTemplate({ subject, body }, view(parts), { language });
  if (result.kind === 'broken') throw new Error(JSON.stringify(result.problems));
  return result;
}

const broken = (body: string) => renderTemplate({ subject: '', body }, view(), { language: 'en' });

describe('a template of the sheet', () => {
  test('shows ticket, person, firm, session, agent and answer', () => {
    const body = [
      'Dzień dobry, {{ person.name }}!',
      'Zgłoszenie {{ ticket.id }} „{{ ticket.subject }}”: {{ ticket.status }}.',
      '{{ session.course }}: {{ session.starts }}, {{ session.time }}–{{ session.ends }}, {{ session.link }}',
      '{{ session.trainer }} / {{ agent.name }} / {{ firm.name }}, {{ firm.support_hours }}',
      '{{ answer }}',
      '{{ support }}',
    ].join('\n');
    const parts = {
      ticket: ticketView({ id: 'T-7K3Q9', subject: 'Brak dźwięku' }, 'W toku'),
      session: sessionView(sessionRow(), { language: 'pl', zone: WARSAW, offset }),
      agentName: 'Jan',
      answer: 'Proszę odświeżyć stronę.\n\nDrugi akapit.',
    };
    expect(rendered(body, parts)).toEqual({
      kind: 'rendered',
      subject: '',
      text: [
        'Dzień dobry, Anna!',
        'Zgłoszenie T-7K3Q9 „Brak dźwięku”: W toku.',
        'Excel od podstaw: czwartek, 26 listopada 2026, 10:00 (czas warszawski), 10:00–12:00, https://example.com/xl-01',
        'Ewa Nowak / Jan / Szkoła Plus, pon.–pt. 9:00–17:00',
        'Proszę odświeżyć stronę.',
        '',
        'Drugi akapit.',
        // Sets the help off from the letter, in every mail program.
        '-- ',
        'Piszcie na pomoc@example.com.',
      ].join('\n'),
      problems: [],
    });
  });

  test('chooses between texts; an empty value is no value', () => {
    const body =
      '{% if session.link %}Link: {{ session.link }}{% else %}Adres: {{ session.place | default: "podamy" }}{% endif %}';
    expect(rendered(body).text).toBe('Adres: podamy');
    const session = sessionView(sessionRow(), { language: 'pl', zone: WARSAW, offset });
    expect(rendered(body, { session }).text).toBe('Link: https://example.com/xl-01');
  });

  test('leaves no holes where a part is left out', () => {
    expect(rendered('Cześć!\n\n{% if session.link %}\nLink\n{% endif %}\n\nDo zobaczenia').text).toBe(
      'Cześć!\n\nDo zobaczenia',
    );
  });

  test.each([
    ['pl', 5, 'godzin'],
    ['uk', 2, 'години'],
  ] as const)('knows plural forms in %s', (language, n, form) => {
    const forms = language === 'pl' ? '"godzina", "godziny", "godzin"' : '"година", "години", "годин"';
    expect(rendered(`{% assign n = ${n} %}{{ n }} {{ n | plural: ${forms} }}`, {}, language).text).toBe(
      `${n} ${form}`,
    );
  });

  test('case, unless, for over a range, comments and the allowed filters work', () => {
    expect(
      rendered(
        '{% comment %}x{% endcomment %}{% unless answer %}{{ "a" | upcase }}{% endunless %}{% case firm.name %}{% when "Szkoła Plus" %}b{% endcase %}{% for i in (1..3) %}{{ i }}{% endfor %}{{ "<" | escape }}',
      ).text,
    ).toBe('Ab123&lt;');
  });
});

describe('placeholders', () => {
  test('that nobody knows render as nothing and are named once', () => {
    const result = renderTemplate(
      {
        subject: '{{ sesion.link }}',
        body: 'a{{ session.lnik }}b{{ session.lnik }}{{ nme }}{{ person.name.first }}',
      },
      view(),
      { language: 'pl' },
    );
    expect(result).toEqual({
      kind: 'rendered',
      subject: '',
      text: 'ab',
      problems: [
        { kind: 'unknown-placeholder', part: 'subject', placeholder: 'sesion.link' },
        { kind: 'unknown-placeholder', part: 'body', placeholder: 'session.lnik' },
        { kind: 'unknown-placeholder', part: 'body', placeholder: 'nme' },
        { kind: 'unknown-placeholder', part: 'body', placeholder: 'person.name.first' },
      ],
    });
  });

  test('are listed for the editor, without the template’s own variables', () => {
    expect(
      placeholdersOf(
        '{% assign x = ticket.id %}{{ x }}{% if session.link %}{{ session.link }} {{ answer }}{% endif %}{% for i in (1..2) %}{{ i }}{% endfor %}',
      ),
    ).toEqual(['ticket.id', 'session.link', 'answer']);
    expect(placeholdersOf('{% if %')).toEqual([]);
  });

  test('of every view are whole, so a mail without a session asks for nothing unknown', () => {
    const all = [
      'course',
      'starts',
      'date',
      'time',
      'ends',
      'zone',
      'link',
      'place',
      'materials',
      'trainer',
      'deadline',
      'changes',
      'list',
    ].map((name) => `{{ session.${name} }}`);
    all.push('{{ person.needs }}{{ checkpoint.missing }}{{ firm.survey }}{{ stop }}');
    expect(rendered(all.join(''), {})).toMatchObject({ text: '', problems: [] });
    const open = sessionView(sessionRow({ starts_at: null, ends_at: null, substitute: 'Piotr' }), {
      language: 'pl',
      zone: WARSAW,
      offset,
    });
    expect(open).toMatchObject({ starts: '', date: '', time: '', ends: '', zone: '', trainer: 'Piotr' });
  });
});

describe('text from outside', () => {
  test('is never read as template text', () => {
    const ticket = ticketView(
      { id: 'T-7K3Q9', subject: '{{ firm.support_address }}{% for i in (1..9) %}x{% endfor %}' },
      '',
    );
    expect(rendered('{{ ticket.subject }}', { ticket }).text).toBe(
      '{{ firm.support_address }}{% for i in (1..9) %}x{% endfor %}',
    );
  });

  test('cannot add a header or turn the text around', () => {
    const ticket = ticketView(
      { id: 'T-7K3Q9', subject: 'Hi\r\nBcc: all@example.com\u2028x\u0000\u202egnp.exe' },
      '',
    );
    const { subject } = rendered('', { ticket }, 'pl', 'Re: {{ ticket.subject }}\n');
    expect(subject).toBe('Re: Hi Bcc: all@example.com xgnp.exe');
  });

  test('whatever it is, the subject stays one clean line and rendering does not fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
        const ticket = ticketView({ id: 'T-7K3Q9', subject: text }, '');
        const { subject } = rendered(
          '{{ ticket.subject }}',
          { ticket },
          'uk',
          '[{{ ticket.id }}] {{ ticket.subject }}',
        );
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(subject.startsWith('[T-7K3Q9]')).toBe(true);
      }),
    );
  });
});

describe('the lock', () => {
  test.each([
    '{% include "x" %}',
    '{% render "x" %}',
    '{% layout "x" %}',
    '{% raw %}{{ x }}{% endraw %}',
    '{% capture x %}y{% endcapture %}',
    '{% liquid assign x = 1 %}',
    '{% increment x %}',
    '{{ "x" | append: "y" }}',
    '{{ "now" | date: "%Y" }}',
    '{{ "a" | strip_html }}',
    '{{ x | no_such_filter }}',
  ])('%s is refused', (body) => {
    expect(broken(body).kind).toBe('broken');
  });

  test.each([
    '{{ person.constructor.name }}',
    '{{ answer.constructor }}',
    '{{ firm.__proto__ }}',
    '{{ constructor }}',
    '{{ firm.toString }}',
    '{{ person }}',
  ])('%s shows nothing and is named as unknown', (body) => {
    expect(rendered(body)).toMatchObject({ text: '', problems: [{ kind: 'unknown-placeholder' }] });
  });

  test.each([
    '{% for i in (1..100000000) %}x{% endfor %}',
    '{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}',
    '{% for i in (1..300) %}{{ i }}{{ support }}{{ support }}{% endfor %}{% for i in (1..3000) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}',
    'x'.repeat(50_001),
  ])('a template that runs wild is stopped', (body) => {
    expect(broken(body).kind).toBe('broken');
  });

  test('any text at all either renders or is broken; it never throws', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' if ',
      'endif',
      'for i in (1..3)',
      ' ticket.id ',
      '|',
      ' default: ',
      '"',
      "'",
      'x',
      '\n',
      '-',
      '[',
      '.',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        expect(['rendered', 'broken']).toContain(broken(parts.join('')).kind);
      }),
    );
  });
});

describe('problems in words', () => {
  test('of a broken template say where, what and that nothing is sent', () => {
    const result = broken('Hello\n{% if answer %}x');
    const [problem] = result.problems;
    if (!problem) throw new Error('no problem');
    expect(result).toEqual({
      kind: 'broken',
      problems: [{ kind: 'broken', part: 'body', line: 2, detail: expect.stringContaining('not closed') }],
    });
    const { what, todo } = templateProblemWords(problem, 'welcome', 'en');
    expect(what).toMatch(
      /^Template “welcome” cannot be read \(the text, line 2\): tag .* not closed\. Nothing is sent with it\.$/,
    );
    expect(todo).toBe(
      'Correct it on the Templates tab: each {{ needs its }}, each {% if %} its {% endif %}.',
    );
  });

  test.each([
    ['en', 'Template “welcome”: nothing is called {{nme}} in the text, so that place stays empty.'],
    [
      'pl',
      'Szablon „welcome”: w treści jest {{nme}}, a niczego takiego nie znamy. To miejsce zostaje puste.',
    ],
    ['uk', 'Шаблон «welcome»: у тексті є {{nme}}, але такого поля немає. Це місце лишається порожнім.'],
  ] as const)('of an unknown placeholder, in %s', (language, what) => {
    expect(
      templateProblemWords(
        { kind: 'unknown-placeholder', part: 'body', placeholder: 'nme' },
        'welcome',
        language,
      ).what,
    ).toBe(what);
  });
});

describe('which template', () => {
  const row = (language: string, audience: string, key = 'ack', need = 'any'): Row<'templates'> => ({
    key,
    language,
    audience,
    need,
    subject: '',
    body: [language, audience, ...(need === 'any' ? [] : [need])].join(' '),
    notes: '',
  });
  const all = [
    row('en', 'any'),
    row('pl', 'any'),
    row('pl', 'novice'),
    row('uk', 'experienced'),
    row('uk', '', 'other'),
  ];
  test.each([
    ['pl', 'novice', 'pl novice'],
    ['pl', 'experienced', 'pl any'],
    ['pl', 'any', 'pl any'],
    ['uk', 'novice', 'uk experienced'],
    ['en', 'novice', 'en any'],
  ] as const)('%s, %s: %s', (language, audience, body) => {
    expect(chooseTemplate(all, 'ack', { language, audience, firmLanguage: 'pl' })?.body).toBe(body);
  });

  test('falls back to the firm’s language, then to English, then to whatever there is', () => {
    const wish = { language: 'uk', audience: 'any', firmLanguage: 'pl' } as const;
    expect(chooseTemplate([row('en', 'any'), row('pl', 'novice')], 'ack', wish)?.body).toBe('pl novice');
    expect(chooseTemplate([row('', 'any'), row('en', 'any')], 'ack', wish)?.body).toBe('en any');
    expect(chooseTemplate([row('', 'any')], 'ack', wish)?.body).toBe(' any');
    expect(chooseTemplate([], 'ack', wish)).toBeNull();
  });

  const variants = [
    row('pl', 'novice'),
    row('pl', 'any'),
    row('pl', 'any', 'ack', 'accessible'),
    row('en', 'experienced', 'ack', 'accessible'),
    row('en', 'experienced', 'ack', ''),
    row('uk', 'any', 'ack', 'accessible'),
  ];
  test.each([
    ['pl', 'any', 'accessible', 'pl any accessible'],
    ['pl', 'any', undefined, 'pl any'],
    // The words for a beginner matter more than the form.
    ['pl', 'novice', 'accessible', 'pl novice'],
    ['pl', 'experienced', 'accessible', 'pl any accessible'],
    // An empty cell is for everybody.
    ['en', 'experienced', 'any', 'en experienced '],
    ['en', 'experienced', 'accessible', 'en experienced accessible'],
    // A special form is better than none.
    ['uk', 'any', 'any', 'uk any accessible'],
  ] as const)('%s, %s, need %s: %s', (language, audience, need, body) => {
    const wish = { language, audience, firmLanguage: 'pl', ...(need && { need }) } as const;
    expect(chooseTemplate(variants, 'ack', wish)?.body).toBe(body);
  });

  test('a better rung always wins over all lower ones, whatever the order of the rows', () => {
    const languages = ['pl', 'en', 'uk', ''];
    const audiences = ['any', 'novice', 'experienced', 'mixed', ''];
    const needs = ['any', 'accessible', ''];
    const rows = fc.array(
      fc
        .tuple(fc.constantFrom(...languages), fc.constantFrom(...audiences), fc.constantFrom(...needs))
        .map(([language, audience, need]) => ({ ...row(language, audience, 'ack', need), body: 'text' })),
      { minLength: 1 },
    );
    const wish = { language: 'pl', audience: 'novice', need: 'accessible', firmLanguage: 'pl' } as const;
    fc.assert(
      fc.property(rows, (given) => {
        const chosen = chooseTemplate(given, 'ack', wish);
        const inPolish = given.filter(({ language }) => language === 'pl');
        if (inPolish.length === 0) return chosen !== null;
        const forNovices = inPolish.filter(({ audience }) => audience === 'novice');
        const candidates = forNovices.length > 0 ? forNovices : inPolish;
        const accessible = candidates.filter(({ need }) => need === 'accessible');
        expect(chosen?.language).toBe('pl');
        if (forNovices.length > 0) {
          expect(chosen?.audience).toBe('novice');
          expect(chosen?.need === 'accessible').toBe(accessible.length > 0);
        }
        return true;
      }),
    );
  });

  test('a row without a text is none', () => {
    expect(
      chooseTemplate([{ ...row('pl', 'any'), body: ' ' }, row('en', 'any')], 'ack', {
        language: 'pl',
        audience: 'any',
        firmLanguage: 'pl',
      })?.body,
    ).toBe('en any');
  });
});
