/** A row of the file that meets a row of the Sheet: what belongs together stays together, and a promise is kept. */
import type { ImportPlan } from '../../../core/import/plan-import';
import { LANGUAGES } from '../../../core/language';
import type { Instant } from '../../../core/time/instant';
import { fromSerial, toSerial } from '../../../core/time/serial';
import type { RowChange } from '../../../core/workbook/rows';
import { cutForCell } from '../../../core/workbook/table';
import { problemText } from '../../../sheet-templates/words/import-sentences';
import { at, CONTEXT, planText } from './support';

type Session = RowChange<'sessions'>;

const nine = at('2026-11-26T09:00:00Z');
const eleven = at('2026-11-26T11:00:00Z');
const XL: Session = { id: 'XL-01', course: 'Excel', starts_at: nine, ends_at: eleven };

function planSession(text: string, sessions: readonly Session[], replace: boolean): ImportPlan<'sessions'> {
  return planText('sessions', text, { sheet: { sessions }, options: { replace } });
}

describe('start and end of a session are one', () => {
  const moved = at('2026-11-27T13:00:00Z');
  const open: Session = { id: 'XL-01', course: 'Excel', starts_at: nine };
  const blank: Session = { id: 'XL-01', course: 'Excel' };
  const other = 'XL-01;27.11.2026 14:00;27.11.2026 15:00';
  test.each<[string, Session, string, boolean, Session | null, readonly string[]]>([
    ['a start that is kept keeps its end', XL, other, false, null, ['starts_at', 'ends_at']],
    [
      'a start that is kept takes no end of another day, though it has none',
      open,
      other,
      false,
      null,
      ['starts_at', 'ends_at'],
    ],
    [
      'a start that is replaced takes the end of the file with it',
      XL,
      other,
      true,
      { starts_at: moved, ends_at: at('2026-11-27T14:00:00Z') },
      [],
    ],
    [
      'a start that is replaced by a file without ends moves its end by the same length',
      XL,
      'XL-01;27.11.2026 14:00;',
      true,
      { starts_at: moved, ends_at: at('2026-11-27T15:00:00Z') },
      [],
    ],
    [
      'a session without an end is moved without one',
      open,
      'XL-01;27.11.2026 14:00;',
      true,
      { starts_at: moved },
      [],
    ],
    [
      'the same start takes the end that was missing',
      open,
      'XL-01;26.11.2026 10:00;26.11.2026 12:00',
      false,
      { ends_at: eleven },
      [],
    ],
    [
      'a session without times takes both',
      blank,
      other,
      false,
      { starts_at: moved, ends_at: at('2026-11-27T14:00:00Z') },
      [],
    ],
  ])('%s', (_, standing, row, replace, change, kept) => {
    const plan = planSession(`Id;Start;End\n${row}\n`, [standing], replace);
    expect(plan.bad).toEqual([]);
    expect(plan.updated.map(({ row: cells }) => cells)).toEqual(change === null ? [] : [change]);
    expect(plan.kept).toEqual(kept.length === 0 ? [] : [{ number: 2, columns: kept }]);
    const after = planSession(`Id;Start;End\n${row}\n`, [{ ...standing, ...change }], replace);
    expect(after.updated).toEqual([]);
  });

  test.each<[string, Session, string, boolean]>([
    [
      'an end of the file before the start of the Sheet',
      { ...XL, ends_at: null },
      'XL-01;;26.11.2026 9:00',
      false,
    ],
    ['an end of the file that replaces a later one', XL, 'XL-01;;26.11.2026 10:00', true],
    [
      'a start of the file after the end of the Sheet',
      { ...XL, starts_at: null },
      'XL-01;26.11.2026 13:00;',
      false,
    ],
  ])('refuses by number %s', (_, standing, row, replace) => {
    const plan = planSession(`Id;Start;End\nXL-01;;\n${row}\n`, [standing], replace);
    expect(plan.updated).toEqual([]);
    expect(plan.bad).toMatchObject([{ number: 3, problems: [{ code: 'merged-ends-before-start' }] }]);
  });

  test('says in each language which times do not fit', () => {
    const plan = planSession('Id;Start;End\nXL-01;;26.11.2026 9:00\n', [XL], true);
    const [problem] = plan.bad[0]?.problems ?? [];
    if (problem === undefined) throw new Error('the row was taken');
    const texts = LANGUAGES.map((language) => problemText('sessions', problem, language));
    for (const text of texts) expect(text).toContain('(2026-11-26 10:00 – 2026-11-26 09:00)');
    expect(new Set(texts).size).toBe(LANGUAGES.length);
  });

  test('a standing fault that the file does not touch refuses nothing', () => {
    const plan = planSession('Id;Trainer\nXL-01;Anna Kot\n', [{ ...XL, ends_at: nine }], true);
    expect(plan.updated.map(({ row }) => row)).toEqual([{ trainer: 'Anna Kot' }]);
  });
});

describe('no more reminders', () => {
  const text = 'Session;E-mail;Reminders\nXL-02;JAN@x.test;yes\nXL-02;ola@x.test;yes\n';
  const sessions = [XL, { ...XL, id: 'XL-02' }];
  const no = { session_id: 'XL-01', email: 'jan@x.test', reminders: 'no' };

  test('said on one row is not undone by a new row of the file', () => {
    const plan = planText('participants', text, { sheet: { sessions, participants: [no] } });
    expect(plan.added.map(({ row }) => row)).toEqual([
      { session_id: 'XL-02', email: 'JAN@x.test' },
      { session_id: 'XL-02', email: 'ola@x.test', reminders: 'yes' },
    ]);
    expect(plan.kept).toEqual([{ number: 2, columns: ['reminders'] }]);
  });

  test.each([false, true])('said on one row is not undone on another row (replace: %s)', (replace) => {
    const empty = { session_id: 'XL-02', email: 'jan@x.test' };
    const plan = planText('participants', text, {
      sheet: { sessions, participants: [empty, no] },
      options: { replace },
    });
    expect(plan.updated.filter(({ row }) => 'reminders' in row)).toEqual([]);
    expect(plan.kept).toMatchObject([{ number: 2, columns: expect.arrayContaining(['reminders']) }]);
  });

  test('said by an earlier row of the file holds for the later ones', () => {
    const file = 'Session;E-mail;Reminders\nXL-01;jan@x.test;no\nXL-02;jan@x.test;yes\n';
    const plan = planText('participants', file, { sheet: { sessions } });
    expect(plan.added.map(({ row }) => row.reminders)).toEqual(['no', undefined]);
  });
});

describe('the hour that an autumn night shows twice', () => {
  const [earlier, later] = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'];
  const readBack = (when: Instant): Instant =>
    fromSerial(toSerial(when, CONTEXT.zone, CONTEXT.offset), CONTEXT.zone, CONTEXT.offset);

  test.each([earlier, later])('an activity row at %s is added once', (when) => {
    const text = `E-mail;What;When\njan@x.test;logged in;${when}\n`;
    const first = planText('activity', text);
    expect(first.added.map(({ row }) => row.at)).toEqual([at(when)]);
    const activity = first.added.map(({ row }) => ({ ...row, at: readBack(at(when)) }));
    const again = planText('activity', text, { sheet: { activity } });
    expect([again.added, again.updated, again.unchanged]).toEqual([[], [], [2]]);
  });

  test.each([true, false])(
    'a session that starts in it is found and left as it is (replace: %s)',
    (replace) => {
      const text = `Course;Start\nNight shift;${later}\n`;
      const standing = { id: 'NS-1', course: 'Night shift', starts_at: readBack(at(later)) };
      const plan = planSession(text, [standing], replace);
      expect([plan.added, plan.updated, plan.kept, plan.unchanged]).toEqual([[], [], [], [2]]);
    },
  );
});

describe('sessions without ids at the same hour', () => {
  const acme = { ...XL, client: 'Acme' };
  test.each<[string, Session, string, 'same' | 'new']>([
    ['another client', acme, 'Nordlicht;;;', 'new'],
    ['the same client in other letters', acme, 'ACME;;;', 'same'],
    ['no client', acme, ';;;', 'same'],
    ['another trainer', { ...acme, trainer: 'Anna Kot' }, 'Acme;Jan Wąs;;', 'new'],
    ['another room', { ...acme, place: 'Room 1' }, 'Acme;;Room 2;', 'new'],
    [
      'another link',
      { ...acme, link: 'https://meet.example.test/a' },
      'Acme;;;https://meet.example.test/b',
      'new',
    ],
  ])('%s', (_, standing, cells, expected) => {
    const text = `Course;Start;Client;Trainer;Place;Link\nExcel;26.11.2026 10:00;${cells}\n`;
    const plan = planSession(text, [standing], false);
    expect(plan.bad).toEqual([]);
    expect(plan.added).toHaveLength(expected === 'new' ? 1 : 0);
    expect(plan.unchanged).toEqual(expected === 'same' ? [2] : []);
  });

  test('two clients of one file are two sessions, and the same two at the next run', () => {
    const text = 'Course;Start;Client\nExcel;26.11.2026 10:00;Acme\nExcel;26.11.2026 10:00;Nordlicht\n';
    const rows = planSession(text, [], false).added.map(({ row }) => row);
    expect(rows.map(({ id, client }) => [id, client])).toEqual([
      ['EXC-261126', 'Acme'],
      ['EXC-261126-2', 'Nordlicht'],
    ]);
    const again = planSession(text, rows, false);
    expect([again.added, again.updated, again.bad, again.unchanged]).toEqual([[], [], [], [2, 3]]);
  });

  test('a row without a client that could be either is not guessed about', () => {
    const standing = [acme, { ...acme, id: 'XL-02', client: 'Nordlicht' }];
    const plan = planSession('Course;Start\nExcel;26.11.2026 10:00\n', standing, false);
    expect(plan.bad).toMatchObject([{ number: 2, problems: [{ code: 'several-sessions' }] }]);
  });
});

test.each([
  ['26.11.2026', '2026-11-26T22:59:00Z'],
  ['46352', '2026-11-26T22:59:00Z'],
  ['26.11.2026 0:00', '2026-11-25T23:00:00Z'],
  ['26.11.2026 12:00', '2026-11-26T11:00:00Z'],
])('a deadline of %s is %s: a day alone lasts until its end', (written, expected) => {
  const plan = planSession(`Id;Course;Start;Deadline\nA;Excel;27.11.2026 10:00;${written}\n`, [], false);
  expect(plan.added.map(({ row }) => row.deadline)).toEqual([at(expected)]);
});

test('a text longer than a cell can hold is the same text at the next run', () => {
  const text = `Id;Notes\nXL-01;${'word '.repeat(9_850)}\n`;
  const [update] = planSession(text, [XL], true).updated;
  const notes = update?.row.notes ?? '';
  expect(notes.length).toBeGreaterThan(48_000);
  // As the Sheet keeps it.
  const standing = { ...XL, notes: cutForCell(notes) };
  expect(planSession(text, [standing], true).updated).toEqual([]);
});
