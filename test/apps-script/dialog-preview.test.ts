/** A template as a participant will get it: asked of the script. */
import type { PreviewLetter, PreviewWish } from '../../apps-script/dialog/preview-contract';
import { LANGUAGES } from '../../core/language';
import { TEMPLATE_KEYS } from '../../sheet-templates/content/template-keys';
import { templateRows } from '../../sheet-templates/content/templates';
import { type Desk, openDesk } from './support/desk';
import { callDialog } from './support/dialog-call';
import { EXCEL, furnishWeek, REMOTE } from './support/dialog-firm';
import { value } from './support/sidebar-call';

const NOBODY: PreviewWish = { key: '', sessionId: '', email: '', language: '', audience: '', need: '' };

const preview = (desk: Desk, wish: Partial<PreviewWish>): PreviewLetter =>
  value(callDialog(desk, 'previewLetter', { ...NOBODY, ...wish }));

function weekDesk(language: (typeof LANGUAGES)[number] = 'en'): Desk {
  const desk = openDesk({ language });
  furnishWeek(desk, language);
  return desk;
}

describe('the letter', () => {
  const desk = weekDesk();

  test('is worded for the participant: language, audience and need as their row says', () => {
    const { letter, reader, source, why } = preview(desk, {
      key: 'reminder_1d',
      sessionId: EXCEL,
      email: 'OLENA@client.example',
    });
    expect(letter).toMatchObject({ language: 'uk', plainOnly: false, automatic: true });
    expect(letter?.subject).toContain('Excel for beginners');
    expect(letter?.text).toContain('https://meet.example.com/excel');
    expect(letter?.text).toContain('Nordlicht Trainings');
    expect(reader).toBe('Ukrainian, Beginners');
    expect(source).toMatch(/^Row \d+ of the Templates tab \(Ukrainian, Beginners\)\.$/);
    expect(why).toEqual(['It matches the language, audience and need.']);
  });

  test('to somebody with special needs is text alone', () => {
    const { letter, reader } = preview(desk, {
      key: 'reminder_1d',
      sessionId: EXCEL,
      email: 'jan@client.example',
    });
    expect(reader).toContain('Special needs');
    expect(letter).toMatchObject({ plainOnly: true });
  });

  test('follows what is chosen instead', () => {
    const wish = { key: 'reminder_1d', sessionId: REMOTE, email: 'olena@client.example' };
    expect(preview(desk, wish).reader).toBe('Ukrainian, Experienced');
    expect(preview(desk, { ...wish, language: 'pl', audience: 'any' }).reader).toBe('Polish');
    expect(preview(desk, { ...wish, need: 'accessible' }).letter?.plainOnly).toBe(true);
  });

  test.each(TEMPLATE_KEYS)('of the key %s can be looked at without session and participant', (key) => {
    const { letter, problems } = preview(desk, { key });
    expect(letter?.text).toMatch(/\S/);
    expect(letter?.text).not.toMatch(/[⟦⟧]|\{\{/);
    expect(problems).toEqual([]);
  });

  test('shows a placeholder that nothing stands for where it stands, and says so', () => {
    const odd = weekDesk();
    odd.append('templates', [
      {
        key: 'parking',
        language: 'en',
        subject: 'At {{ sesion.place }}',
        body: '{{ parking }} {{ answer.x }}.',
      },
    ]);
    const { letter, problems } = preview(odd, { key: 'parking', sessionId: EXCEL });
    expect(letter?.subject).toBe('At ⟦sesion.place⟧');
    expect(letter?.text).toContain('⟦parking⟧');
    expect(problems.map(({ what }) => what).join('\n')).toMatch(
      /sesion\.place[\s\S]*parking[\s\S]*answer\.x/,
    );
  });

  test('shows what people wrote as they wrote it', () => {
    const hostile = weekDesk();
    hostile.append('participants', [
      {
        session_id: EXCEL,
        name: '<img src=x onerror=alert(1)> {{ firm.name }}',
        email: 'x@client.example',
        language: 'en',
        state: 'active',
      },
    ]);
    hostile.append('templates', [{ key: 'hi', language: 'en', subject: 'Hi {{ person.name }}', body: 'B' }]);
    const { letter } = preview(hostile, { key: 'hi', sessionId: EXCEL, email: 'x@client.example' });
    expect(letter?.subject).toBe('Hi <img src=x onerror=alert(1)> {{ firm.name }}');
  });
});

describe('why this text', () => {
  const rows = [
    { key: 'own', language: 'en', audience: 'any', need: 'any', subject: 'S', body: 'English.' },
    { key: 'own', language: 'en', audience: 'novice', need: 'any', subject: 'S', body: 'Plain English.' },
    { key: 'broken', language: 'en', subject: 'S', body: '{% if session.link %}' },
    { key: 'reply', language: 'uk', subject: 'S', body: '{% if %}' },
  ] as const;
  const desk = weekDesk();
  desk.append('templates', rows);

  test.each([
    [
      { key: 'own', language: 'en', audience: 'novice' },
      'Plain English.',
      ['It matches the language, audience and need.'],
    ],
    [
      { key: 'own', language: 'uk' },
      'English.',
      ['There is no text in Ukrainian, so the one in English is used.', 'That is the firm’s language.'],
    ],
    [
      { key: 'own', language: 'en', audience: 'experienced' },
      'English.',
      ['There is none for “Experienced” in this language: the one for “Anyone” is used.'],
    ],
    [
      { key: 'own', language: 'en', need: 'accessible' },
      'English.',
      ['There is none for “Special needs”: the usual wording goes out, as plain text only.'],
    ],
  ])('%j', (wish, text, why) => {
    const shown = preview(desk, wish);
    expect([shown.letter?.text, shown.why]).toEqual([text, why]);
  });

  test('a key that the tab has not is told apart from one that nobody knows', () => {
    const emptied = weekDesk();
    emptied.emptyTable('templates');
    const starter = preview(emptied, { key: 'reminder_1d' });
    expect(starter).toMatchObject({ source: expect.stringContaining('Rowdesk’s own text'), why: [] });
    expect(starter.letter?.text).toMatch(/\S/);
    expect(preview(emptied, { key: 'nonsense' })).toMatchObject({
      letter: null,
      source: expect.stringContaining('nothing would be sent'),
    });
  });

  test('a text that cannot be read sends nothing, unless Rowdesk has one of its own', () => {
    expect(preview(desk, { key: 'broken' })).toMatchObject({
      letter: null,
      why: [expect.stringContaining('nothing would be sent')],
      problems: [{ what: expect.stringContaining('cannot be read') }],
    });
  });
});

describe('what can be chosen', () => {
  test('templates of Rowdesk come first, sessions to come before those that are over', () => {
    const desk = weekDesk();
    desk.append('templates', [{ key: 'parking', language: 'en', body: 'B', notes: 'Where to park. More.' }]);
    desk.append('sessions', [{ id: 'S-OLD', course: 'Old', starts_at: desk.clock.time, state: 'held' }]);
    desk.clock.time = (desk.clock.time + 24 * 3_600_000) as typeof desk.clock.time;
    const start = value(callDialog(desk, 'previewStart', {}));
    expect(start.templates.slice(0, TEMPLATE_KEYS.length).map(({ key }) => key)).toEqual([...TEMPLATE_KEYS]);
    expect(start.templates[TEMPLATE_KEYS.length]).toEqual({
      key: 'parking',
      label: 'Where to park · parking',
    });
    expect(start.ownKeys).toEqual(['parking']);
    expect(start.sessions.map(({ id }) => id)).toEqual([EXCEL, REMOTE, 'S-OLD']);
    expect(start.sessions[0]?.people.map(({ email }) => email)).not.toContain('ines@client.example');
  });

  test.each(LANGUAGES)('findings of the whole tab are told in the firm’s language: %s', (language) => {
    const desk = weekDesk(language);
    expect(value(callDialog(desk, 'previewStart', {})).findings).toEqual([]);
    desk.emptyTable('templates');
    desk.append(
      'templates',
      templateRows(language).filter(
        ({ key, language: written }) => key !== 'reminder_1d' || written !== 'uk',
      ),
    );
    const { findings } = value(callDialog(desk, 'previewStart', {}));
    expect(findings).toEqual([
      {
        what: expect.stringContaining('reminder_1d'),
        todo: expect.stringContaining({ en: 'Templates', pl: 'Szablony', uk: 'Шаблони' }[language]),
      },
    ]);
  });
});
