import type { Language } from '../../../core/language';
import { type TemplateCheckInput, templateFindings } from '../../../core/template-check/template-findings';
import type { Row } from '../../../core/workbook/rows';
import { TEMPLATE_KEYS } from '../../../sheet-templates/content/template-keys';
import { templateRows } from '../../../sheet-templates/content/templates';

const text = (key: string, language: string, more: Partial<Row<'templates'>> = {}): Row<'templates'> => ({
  key,
  language,
  audience: 'any',
  need: 'any',
  subject: 'Subject',
  body: 'Hello {{ person.name }}',
  notes: '',
  ...more,
});

const step = (template: string, more: Partial<Row<'reminders'>> = {}): Row<'reminders'> => ({
  step: '1d',
  offset: '-1 d',
  anchor: 'start',
  audience: 'any',
  condition: '',
  template,
  at_night: false,
  enabled: true,
  ...more,
});

const checkpoint = (template: string): Row<'checkpoints'> => ({
  id: 'login',
  moment: '-1 d',
  condition: 'logged in',
  template,
  follow_up: '',
  follow_after: '',
  enabled: true,
});

function findings(templates: readonly Row<'templates'>[], more: Partial<TemplateCheckInput> = {}) {
  return templateFindings({
    templates,
    steps: [],
    checkpoints: [],
    ownKeys: [],
    isSound: () => false,
    spoken: new Set<Language>(),
    ...more,
  });
}

const missing = (
  key: string,
  has: readonly Language[],
  lacks: readonly Language[],
  variant: unknown = null,
) => ({
  kind: 'missing-languages',
  key,
  variant,
  has,
  lacks,
});

describe('the texts', () => {
  test('that ask for what no letter has are named with the part and the placeholder', () => {
    const row = text('welcome', 'en', {
      subject: '{{ sesion.course }}',
      body: '{{ person.nmae }} {{ answer }}',
    });
    expect(findings([row])).toEqual([
      {
        kind: 'text',
        row,
        problem: { kind: 'unknown-placeholder', part: 'subject', placeholder: 'sesion.course' },
      },
      {
        kind: 'text',
        row,
        problem: { kind: 'unknown-placeholder', part: 'body', placeholder: 'person.nmae' },
      },
    ]);
  });

  test('that cannot be read are named with the line', () => {
    const row = text('welcome', 'en', { body: 'Hello\n{% if session.link %}\nthere' });
    expect(findings([row])).toEqual([
      { kind: 'text', row, problem: expect.objectContaining({ kind: 'broken', part: 'body', line: 2 }) },
    ]);
  });

  test('that are known to be sound are not read again', () => {
    const row = text('welcome', 'en', { body: '{{ person.nmae }}' });
    expect(findings([row], { isSound: ({ body }) => body === row.body })).toEqual([]);
  });

  test('of the branch that is not taken are looked at too', () => {
    const row = text('welcome', 'en', { body: '{% if session.link %}{{ sesion.link }}{% endif %}' });
    expect(findings([row])).toMatchObject([{ problem: { placeholder: 'sesion.link' } }]);
  });

  test.each(
    Array.from(templateRows('en'), (row) => [row.key, row.language, row.audience, row.need, row] as const),
  )('of the starter set are sound: %s %s %s %s', (_key, _language, _audience, _need, row) => {
    expect(findings([text(row.key ?? '', row.language ?? '', row)])).toEqual([]);
  });
});

describe('translations', () => {
  test('of the starter set are complete', () => {
    const rows = (['en', 'pl', 'uk'] as const).flatMap((language) =>
      templateRows('en')
        .filter((row) => row.language === language)
        .map((row) => text(row.key ?? '', language, row)),
    );
    expect(new Set(rows.map(({ language }) => language)).size).toBe(3);
    expect(findings(rows, { ownKeys: TEMPLATE_KEYS, spoken: new Set<Language>(['en', 'pl', 'uk']) })).toEqual(
      [],
    );
  });

  test.each([
    ['a step of the ladder', { steps: [step('own')] }],
    ['a checkpoint', { checkpoints: [checkpoint('own')] }],
    ['Rowdesk itself', { ownKeys: ['own'] }],
  ])('are missed of what %s sends', (_, used) => {
    const rows = [text('own', 'pl'), text('other', 'en')];
    expect(findings(rows, used)).toEqual([missing('own', ['pl'], ['en'])]);
  });

  test('are missed in a language that participants speak, though no text is in it', () => {
    expect(findings([text('own', 'pl')], { ownKeys: ['own'], spoken: new Set(['uk'] as const) })).toEqual([
      missing('own', ['pl'], ['uk']),
    ]);
  });

  test('are not missed in a language that nobody speaks and nothing is written in', () => {
    expect(findings([text('own', 'pl')], { ownKeys: ['own'], spoken: new Set(['pl'] as const) })).toEqual([]);
  });

  test('are not missed of texts that nothing sends by itself', () => {
    expect(findings([text('parking', 'pl'), text('parking2', 'en')])).toEqual([]);
  });

  test('count only rows with a text', () => {
    const rows = [text('own', 'pl'), text('own', 'en', { body: ' ' }), text('other', 'en')];
    expect(findings(rows, { ownKeys: ['own'] })).toEqual([missing('own', ['pl'], ['en'])]);
  });

  test('of a variant are missed beside a complete text for anyone', () => {
    const rows = [text('own', 'pl'), text('own', 'en'), text('own', 'pl', { audience: 'novice' })];
    expect(findings(rows, { ownKeys: ['own'] })).toEqual([
      missing('own', ['pl'], ['en'], { audience: 'novice', need: 'any' }),
    ]);
  });

  test('of a whole language are missed once, not again for each variant', () => {
    const rows = [text('own', 'pl'), text('own', 'pl', { need: 'accessible' }), text('other', 'en')];
    expect(findings(rows, { ownKeys: ['own'] })).toEqual([missing('own', ['pl'], ['en'])]);
  });

  test('cannot be told of a text without a language', () => {
    const rows = [text('own', 'pl'), text('own', '')];
    expect(findings(rows, { ownKeys: ['own'] })).toEqual([{ kind: 'no-language', key: 'own' }]);
  });
});

describe('a template that the ladder names', () => {
  test('and that is not there is named with its nearest', () => {
    expect(findings([text('reminder_1d', 'en')], { steps: [step('remindr_1d')] })).toEqual([
      {
        kind: 'no-template',
        key: 'remindr_1d',
        user: { tab: 'reminders', name: '1d' },
        nearest: 'reminder_1d',
      },
    ]);
  });

  test('is not missed where Rowdesk has a text of its own, nor by a step that is switched off', () => {
    const steps = [step('reminder_1d'), step('gone', { enabled: false })];
    expect(findings([text('other', 'en')], { steps, ownKeys: ['reminder_1d'] })).toEqual([]);
  });

  test('without anything alike has no nearest', () => {
    expect(findings([text('other', 'en')], { checkpoints: [checkpoint('parking')] })).toMatchObject([
      { kind: 'no-template', user: { tab: 'checkpoints', name: 'login' }, nearest: null },
    ]);
  });
});
