/** What an import does with the Sheet: rows added, cells filled, repeated rows merged, bad rows told by number. */
import fc from 'fast-check';
import { IMPORT_KINDS, type ImportKind } from '../../../core/import/fields';
import type { ImportPlan } from '../../../core/import/plan-import';
import { LANGUAGES, type Language } from '../../../core/language';
import { type Instant, instant } from '../../../core/time/instant';
import { civilAt } from '../../../core/time/zoned';
import { CHOICES, type ChoiceKey } from '../../../core/workbook/choices';
import { CHOICE_OF, COLUMNS } from '../../../core/workbook/columns';
import type { RowChange } from '../../../core/workbook/rows';
import { columnLabel } from '../../../sheet-templates/import-labels';
import { labelOfWord } from '../../../sheet-templates/labels';
import { at, CONTEXT, fullRow, type Given, planRows, planText } from './support';

const XL: RowChange<'sessions'> = {
  id: 'XL-01',
  course: 'Excel od podstaw',
  starts_at: at('2026-11-26T09:00:00Z'),
};
const JAN: RowChange<'participants'> = { session_id: 'XL-01', name: 'Jan Wąs', email: 'jan@x.test' };
const FIRM: Given = { sheet: { sessions: [XL], participants: [JAN] }, options: { sessionId: 'XL-01' } };

const problems = ({ bad }: ImportPlan<ImportKind>): string[] =>
  bad.map(({ number, problems: found }) => `${number}: ${found.map(({ code }) => code).join()}`);
const rowsOf = <K extends ImportKind>({ added }: ImportPlan<K>): RowChange<K>[] =>
  added.map(({ row }) => row);

describe('sessions', () => {
  test('start and end from whatever cells tell them', () => {
    const plan = planText(
      'sessions',
      [
        'Kurs;Data;Godzina;Koniec;Czas trwania',
        'a;26.11.2026;10:00;12:00;',
        'b;26 listopada 2026 r.;godz. 10.00;;90 min',
        'c;26.11.2026;10:00–12:00;;',
        'd;26.11.2026;22:00;27.11.2026 1:00;',
        'e;2026-11-26T10:00:00+01:00;;;2 godz.',
        'f;46352;0.416666667;0.5;',
      ].join('\n'),
    );
    expect(problems(plan)).toEqual([]);
    const end = (iso: string) => ({ starts_at: at('2026-11-26T09:00:00Z'), ends_at: at(iso) });
    expect(rowsOf(plan)).toMatchObject([
      end('2026-11-26T11:00:00Z'),
      end('2026-11-26T10:30:00Z'),
      end('2026-11-26T11:00:00Z'),
      { starts_at: at('2026-11-26T21:00:00Z'), ends_at: at('2026-11-27T00:00:00Z') },
      end('2026-11-26T11:00:00Z'),
      end('2026-11-26T11:00:00Z'),
    ]);
  });

  test('what is wrong is told by row and reason, and keeps no other row back', () => {
    const plan = planText(
      'sessions',
      [
        'Course;Start;End;Status;Time zone',
        ';26.11.2026 10:00;;;',
        'a;;;;',
        'b;26.11.2026;;;',
        'c;soon;;;',
        'd;26.11.2026 10:00;26.11.2026 9:00;;',
        'e;26.11.2026 10:00;;perhaps;',
        'f;26.11.2026 10:00;;planned;Mars/North',
        'g;05/06/2026 10:00;;;',
      ].join('\n'),
    );
    expect(problems(plan)).toEqual([
      '2: missing',
      '3: missing',
      '4: missing',
      '5: unreadable-date',
      '6: ends-before-start',
      '7: unknown-word',
      '9: ambiguous-date',
    ]);
    expect(plan.notes).toMatchObject([
      { number: 8, problems: [{ code: 'unknown-zone', found: 'Mars/North' }] },
    ]);
    expect(rowsOf(plan)).toEqual([
      { id: 'F-261126', course: 'f', starts_at: at('2026-11-26T09:00:00Z'), state: 'planned' },
    ]);
  });

  test('without an id are found by course and start, and get one that stays the same', () => {
    const text =
      'Course;Start\nExcel od podstaw;26.11.2026 10:00\nExcel od podstaw;27.11.2026 10:00\nEn oaza prawda;27.11.2026 10:00\n';
    const plan = planText('sessions', text, { sheet: { sessions: [XL] } });
    expect(plan.unchanged).toEqual([2]);
    expect(rowsOf(plan).map(({ id }) => id)).toEqual(['EOP-261127', 'EOP-261127-2']);
    const again = planText('sessions', text, { sheet: { sessions: [XL, ...rowsOf(plan)] } });
    expect([again.added, again.updated, again.unchanged]).toEqual([[], [], [2, 3, 4]]);
  });

  test('with an id are that session though they moved: its filled cells stay unless they are to be replaced', () => {
    const text = 'Id;Course;Start;Trainer\nxl-01;Excel od podstaw;27.11.2026 10:00;Anna Kot\n';
    const kept = planText('sessions', text, { sheet: { sessions: [XL] } });
    expect(kept.updated.map(({ row }) => row)).toEqual([{ trainer: 'Anna Kot' }]);
    expect(kept.kept).toEqual([{ number: 2, columns: ['id', 'starts_at'] }]);
    const replaced = planText('sessions', text, { sheet: { sessions: [XL] }, options: { replace: true } });
    expect(replaced.updated[0]?.row).toMatchObject({
      starts_at: at('2026-11-27T09:00:00Z'),
      trainer: 'Anna Kot',
    });
  });
});

describe('participants', () => {
  test('repeated rows of a file are one, and an empty cell erases nothing', () => {
    const plan = planText(
      'participants',
      'E-mail;Imię;Nazwisko;Firma;Język\nanna@x.test;Anna;Kot;;pl\nJAN@x.test;;;Klient;\nAnna@X.test;;;Firma;ukraiński\n',
      FIRM,
    );
    expect(rowsOf(plan)).toEqual([
      { session_id: 'XL-01', name: 'Anna Kot', email: 'anna@x.test', language: 'pl', company: 'Firma' },
    ]);
    expect(plan.duplicates).toEqual([{ number: 4, of: 2 }]);
    expect(plan.kept).toEqual([{ number: 4, columns: ['language'] }]);
    expect(plan.updated.map(({ numbers, row }) => ({ numbers, row }))).toEqual([
      { numbers: [3], row: { company: 'Klient' } },
    ]);
  });

  test('find their session by id, by the name of the course, or by course and day', () => {
    const other = { id: 'XL-02', course: 'Excel od podstaw', starts_at: at('2026-12-03T09:00:00Z') };
    const word = { id: 'WD-01', course: 'Word', starts_at: at('2026-12-04T09:00:00Z') };
    const plan = planText(
      'participants',
      [
        'E-mail;Sesja;Szkolenie;Data szkolenia',
        'a@x.test;xl-02;;',
        'b@x.test;word;;',
        'c@x.test;;excel od PODSTAW;3.12.2026',
        'd@x.test;;Excel od podstaw;',
        'e@x.test;;Access;',
        'f@x.test;XL-99;;',
        'g@x.test;;;',
      ].join('\n'),
      { sheet: { sessions: [XL, other, word] } },
    );
    expect(rowsOf(plan).map(({ email, session_id }) => `${email} ${session_id}`)).toEqual([
      'a@x.test XL-02',
      'b@x.test WD-01',
      'c@x.test XL-02',
    ]);
    expect(problems(plan)).toEqual([
      '5: several-sessions',
      '6: unknown-session',
      '7: unknown-session',
      '8: no-session',
    ]);
  });

  test('addresses are checked, and whoever has two is not guessed about', () => {
    const plan = planText(
      'participants',
      'E-mail;Name\nAnna Kot <anna@x.test>;\nmailto:b@x.test;B\nc@x;C\nd(at)x.test;D\n;E\n"f@x.test, g@x.test";F\n"h@x.test; i@x.test";\n',
      FIRM,
    );
    expect(problems(plan)).toEqual(['4: bad-email', '5: bad-email', '6: missing', '7: several-emails']);
    expect(rowsOf(plan).map(({ email }) => email)).toEqual([
      'anna@x.test',
      'b@x.test',
      'h@x.test',
      'i@x.test',
    ]);
  });

  test('who has left by the shop’s words has left, and a state that nobody knows is not guessed', () => {
    const plan = planText(
      'participants',
      'E-mail;Status\na@x.test;Refunded\nb@x.test;Attending\nc@x.test;Hm\n',
      FIRM,
    );
    expect(rowsOf(plan).map(({ state }) => state)).toEqual(['left', 'active']);
    expect(problems(plan)).toEqual(['4: unknown-word']);
  });
});

describe('activity', () => {
  test('a column for each deed: a moment, yes, or nothing done', () => {
    const plan = planText(
      'activity',
      'E-mail;Last access;Materials opened\njan@x.test;26.11.2026 9:58;yes\nanna@x.test;Never;no\n',
      FIRM,
    );
    expect(rowsOf(plan)).toEqual([
      { at: at('2026-11-26T08:58:00Z'), email: 'jan@x.test', session_id: 'XL-01', what: 'logged in' },
      { email: 'jan@x.test', session_id: 'XL-01', what: 'opened materials' },
    ]);
    expect(plan.idle).toEqual([3]);
  });

  test('a report without addresses: by the name of one participant', () => {
    const anna = [1, 2].map((n) => ({ session_id: 'XL-01', name: 'Anna Kot', email: `anna${n}@x.test` }));
    const plan = planText(
      'activity',
      'Name;What;When\nWąs Jan;logged in;2026-11-26 9:58\nAnna Kot;logged in;2026-11-26 9:58\nEwa;logged in;2026-11-26 9:58\n',
      {
        ...FIRM,
        sheet: { sessions: [XL], participants: [JAN, ...anna] },
      },
    );
    expect(rowsOf(plan).map(({ email }) => email)).toEqual(['jan@x.test']);
    expect(problems(plan)).toEqual(['3: several-people', '4: unknown-name']);
  });

  test('is the same deed in other words, and needs a time or a session', () => {
    const sheet = {
      sessions: [XL],
      activity: [
        { at: at('2026-11-26T08:58:00Z'), email: 'jan@x.test', session_id: 'XL-01', what: 'zalogował się' },
      ],
    };
    const text = 'E-mail;What;When\njan@x.test;User has logged in;2026-11-26 9:58\n';
    expect(planText('activity', text, { sheet, options: { sessionId: 'XL-01' } }).unchanged).toEqual([2]);
    expect(problems(planText('activity', 'E-mail;What\njan@x.test;login\n', { sheet }))).toEqual([
      '2: no-time',
    ]);
  });
});

/**
 * Wall-clock minutes of Warsaw without the hour that an autumn night shows twice, and without midnight: a serial of it
 * is a day alone.
 */
const moment = fc
  .integer({
    min: Date.parse('2026-11-01T00:00:00Z') / 60_000,
    max: Date.parse('2027-10-01T00:00:00Z') / 60_000,
  })
  .map((minutes) => instant(minutes * 60_000))
  .filter((when) => {
    const { hour, minute } = civilAt(when, CONTEXT.zone, CONTEXT.offset);
    return hour + minute > 0;
  });
const word = fc.constantFrom(
  'Excel',
  'Łąka; "cudzysłów"',
  'a,b',
  'Їжак',
  '=SUM(A1)',
  "'",
  'x\ty',
  '- -',
  '0012',
  'Zoë',
);
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 });
const choice = (key: ChoiceKey) => optional(fc.constantFrom<string>(...CHOICES[key]));

const sessions = fc.uniqueArray(
  fc.record({
    number: fc.nat({ max: 999 }),
    course: word,
    starts_at: moment,
    minutes: optional(fc.integer({ min: 15, max: 3000 })),
    trainer: optional(word),
    notes: optional(word),
    deadline: optional(moment),
    language: choice('language'),
    audience: choice('audience'),
    state: choice('session_state'),
    confirmed: choice('yes_no'),
    zone: optional(fc.constantFrom('Europe/Kyiv', 'Europe/London')),
  }),
  { selector: ({ number }) => number, maxLength: 12 },
);

const participants = fc.uniqueArray(
  fc.record({
    number: fc.nat({ max: 99 }),
    name: optional(word),
    company: optional(word),
    needs: optional(word),
    language: choice('language'),
    audience: choice('audience'),
    state: choice('participant_state'),
    reminders: choice('yes_no'),
  }),
  { selector: ({ number }) => number, maxLength: 12 },
);

const activity = fc.uniqueArray(
  fc.record({
    number: fc.nat({ max: 99 }),
    at: moment,
    what: fc.constantFrom('logged in', 'joined', 'ukończył', 'Їжак'),
  }),
  { selector: ({ number }) => number, maxLength: 12 },
);

type Dialect = (at: Instant) => string;
const pad = (n: number): string => String(n).padStart(2, '0');
const civil = (when: Instant) => civilAt(when, CONTEXT.zone, CONTEXT.offset);
const DIALECTS: readonly Dialect[] = [
  (when) => {
    const { year, month, day, hour, minute } = civil(when);
    return `${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}`;
  },
  (when) => {
    const { year, month, day, hour, minute } = civil(when);
    return `${day}.${pad(month)}.${year}, ${hour}:${pad(minute)}`;
  },
  (when) => new Date(when).toISOString(),
  (when) => {
    const { year, month, day, hour, minute } = civil(when);
    const half = hour < 12 ? 'AM' : 'PM';
    return `${pad(day)} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]} ${year} ${hour % 12 || 12}:${pad(minute)} ${half}`;
  },
  (when) => {
    const { year, month, day, hour, minute } = civil(when);
    return String(Date.UTC(year, month - 1, day, hour, minute) / 86_400_000 + 25_569);
  },
];

const quoted = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;

/** A tab of ours as a person saves it: labels of one language, dates of one dialect. */
function exported<K extends ImportKind>(
  kind: K,
  rows: readonly RowChange<K>[],
  language: Language,
  dialect: Dialect,
): string {
  const choices: Readonly<Record<string, ChoiceKey>> = CHOICE_OF[kind as keyof typeof CHOICE_OF] ?? {};
  const columns = Object.keys(COLUMNS[kind]).filter((column) => column !== 'answer');
  const cell = (row: object, column: string): string => {
    const value = (row as Readonly<Record<string, unknown>>)[column];
    if (value === undefined || value === null) return '';
    if (typeof value === 'number') return dialect(value as Instant);
    return choices[column] ? labelOfWord(choices[column], String(value), language) : String(value);
  };
  const heading = columns.map((column) => columnLabel(kind, column as never, language) ?? column);
  return [heading, ...rows.map((row) => columns.map((column) => cell(row, column)))]
    .map((cells) => cells.map(quoted).join(';'))
    .join('\n');
}

describe('what was exported comes back as it was, and a second time changes nothing', () => {
  const cases = fc.record({
    kind: fc.constantFrom(...IMPORT_KINDS),
    language: fc.constantFrom(...LANGUAGES),
    dialect: fc.constantFrom(...DIALECTS),
    replace: fc.boolean(),
    sessions,
    participants,
    activity,
  });
  const defined = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

  test('for every kind, language and dialect', () => {
    fc.assert(
      fc.property(cases, ({ kind, language, dialect, replace, ...generated }) => {
        const rows: { readonly [K in ImportKind]: readonly RowChange<K>[] } = {
          sessions: generated.sessions.map(({ number, minutes, ...row }) => ({
            ...defined(row),
            id: `S-${number}`,
            ...(minutes === undefined ? {} : { ends_at: instant(row.starts_at + minutes * 60_000) }),
          })),
          participants: generated.participants.map(({ number, ...row }) => ({
            ...defined(row),
            session_id: 'XL-01',
            email: `p${number}@x.test`,
          })),
          activity: generated.activity.map(({ number, ...row }) => ({
            ...row,
            session_id: 'XL-01',
            email: `p${number}@x.test`,
          })),
        };
        const text = exported(kind, rows[kind] as readonly RowChange<typeof kind>[], language, dialect);
        const known = kind === 'sessions' ? {} : { sessions: [XL] };
        const first = planText(kind, text, { sheet: known, options: { replace } });
        const clean = (row: object) => fullRow(kind, spaceless(row) as never);
        expect(first.bad).toEqual([]);
        expect(first.added.map(({ row }) => clean(row))).toEqual(rows[kind].map((row) => clean(row)));
        const standing = { ...known, [kind]: first.added.map(({ row }) => row) };
        const second = planText(kind, text, { sheet: standing, options: { replace } });
        expect([second.added, second.updated, second.bad, second.kept]).toEqual([[], [], [], []]);
        expect(second.unchanged).toHaveLength(rows[kind].length);
      }),
      { numRuns: 150 },
    );
  });

  /** A tab inside a cell of one line becomes a space, and signs that stand for nothing are nothing. */
  function spaceless(row: object): object {
    return Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replace(/\s+/g, ' ') : value,
      ]),
    );
  }
});

test('a file of any texts is planned without a fault, and every row of it is accounted for', () => {
  const cell = fc.oneof(
    word,
    fc.string(),
    fc.constantFrom('2026-11-26 10:00', '05/06/2026', 'x@x.test', 'yes', ''),
  );
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...IMPORT_KINDS), table, (kind, cells) => {
      const rows = cells.map((line, index) => ({ number: index + 1, cells: line }));
      const plan = planRows(kind, rows, FIRM);
      const told = new Set([
        ...plan.added.flatMap(({ numbers }) => numbers),
        ...plan.updated.flatMap(({ numbers }) => numbers),
        ...plan.unchanged,
        ...plan.idle,
        ...plan.bad.map(({ number }) => number),
        ...plan.duplicates.map(({ number }) => number),
        ...plan.kept.map(({ number }) => number),
      ]);
      const last = Math.max(0, ...told);
      const blank = rows
        .filter((row) => row.cells.every((text) => text.trim() === ''))
        .map(({ number }) => number);
      for (const { number } of rows) {
        const isAbove = told.size === 0 || number < Math.min(...told);
        const isBelow = number > last;
        expect(told.has(number) || blank.includes(number) || isAbove || isBelow).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
