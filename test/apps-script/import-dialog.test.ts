/** Importing through the dialogs' door: who may, what is shown before, and what a call writes. */

import type { DialogAnswer } from '../../apps-script/dialog/contract';
import { type ImportCalls, type ImportOutcome, ROWS_A_CALL } from '../../apps-script/dialog/import-contract';
import { callsFor, runImport } from '../../apps-script/page/import-run';
import { readDelimited } from '../../core/import/delimited';
import type { Language } from '../../core/language';
import { SHEET_ID } from '../../core/workbook/columns';
import type { SheetUser } from '../../local-sheet/contract';
import { at, type Desk, openDesk } from './support/desk';
import { callDialog } from './support/dialog-call';

type Preview = ImportCalls['previewImport']['takes'];
type Import = ImportCalls['importRows']['takes'];

const PAVLO: SheetUser = { email: 'pavlo@firma.example', locale: 'en' };
const STRANGER: SheetUser = { email: 'stranger@elsewhere.example', locale: 'en' };
const START = at('2026-11-26T09:00:00Z');
const KEY = '0123456789abcdef0123456789abcdef';
const OTHER_KEY = 'f'.repeat(32);

function firm(language: Language = 'en'): Desk {
  const desk = openDesk({ language });
  desk.append('team', [
    { email: 'anna@firma.example', name: 'Anna Zielińska', role: 'support', active: true },
    { email: 'pavlo@firma.example', name: 'Pavlo Hrytsenko', role: 'trainer', active: true },
  ]);
  desk.append('sessions', [
    { id: 'XL-02', course: 'Excel, later', starts_at: at('2027-03-01T09:00:00Z') },
    { id: 'XL-01', course: 'Excel', starts_at: START },
  ]);
  return desk;
}

const wish = (text: string, more: Partial<Preview> = {}): Preview => ({
  kind: 'participants',
  rows: readDelimited(text).rows,
  session: 'XL-01',
  replace: false,
  dates: 'guess',
  given: [],
  ...more,
});

function value<T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string },
): T {
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

const preview = (desk: Desk, takes: Preview) => value(callDialog(desk, 'previewImport', takes));

function importing(desk: Desk, takes: Preview, more: Partial<Import> = {}): DialogAnswer<'importRows'> {
  const { columns, dates } = preview(desk, takes);
  const { kind, rows, session, replace } = takes;
  const chosen = columns.map(({ title, field }) => ({ title, field }));
  return callDialog(desk, 'importRows', {
    kind,
    rows,
    session,
    replace,
    dates,
    columns: chosen,
    key: KEY,
    last: true,
    ...more,
  });
}

const LIST = 'Name;E-mail;Language;Shoe\nŁucja Żak;lucja@client.test;PL;38\nJan;jan(at)client.test;PL;44\n';

describe('the import dialog', () => {
  test.each([
    ['a trainer', PAVLO, 'not-your-role'],
    ['a stranger', STRANGER, 'not-on-team'],
  ] as const)('turns away %s at each of its requests', (_, user, refusal) => {
    const desk = firm();
    const asked = wish(LIST);
    const { dates: _dates, given: _given, ...rows } = asked;
    const import_ = { ...rows, key: KEY, columns: [], dates: 'each', last: true } as const;
    expect(callDialog(desk, 'startImport', {}, user)).toMatchObject({ ok: false, refusal });
    expect(callDialog(desk, 'previewImport', asked, user)).toMatchObject({ ok: false, refusal });
    expect(callDialog(desk, 'importRows', import_, user)).toMatchObject({ ok: false, refusal });
    expect(desk.rows('participants')).toEqual([]);
  });

  test('offers the sessions, those of these days first', () => {
    const { sessions } = value(callDialog(firm(), 'startImport', {}));
    expect(sessions).toEqual([
      { id: 'XL-01', label: 'XL-01 · Excel · 2026-11-26 10:00' },
      { id: 'XL-02', label: 'XL-02 · Excel, later · 2027-03-01 10:00' },
    ]);
  });

  test('shows what would be imported and writes nothing', () => {
    const desk = firm();
    const shown = preview(desk, wish(LIST));
    expect(shown.columns.map(({ title, field, certainty }) => [title, field, certainty])).toEqual([
      ['Name', 'name', 'sure'],
      ['E-mail', 'email', 'sure'],
      ['Language', 'language', 'sure'],
      ['Shoe', '', 'unknown'],
    ]);
    expect(shown.problems).toEqual([
      { number: 3, refused: true, text: '“jan(at)client.test” is not an e-mail address' },
    ]);
    expect(shown.counts[0]).toBe('1 row to add to Participants');
    expect(shown.firstRows).toEqual([
      {
        number: 2,
        cells: [
          { label: 'Session', text: 'XL-01' },
          { label: 'Name', text: 'Łucja Żak' },
          { label: 'E-mail', text: 'lucja@client.test' },
          { label: 'Language', text: 'Polish' },
        ],
      },
    ]);
    expect(shown.toDo).toEqual([[2]]);
    expect(desk.rows('participants')).toEqual([]);
  });

  test('takes the person’s word for what a column means', () => {
    const text = 'A1;B1\nŁucja;lucja@client.test\n';
    const shown = preview(
      firm(),
      wish(text, {
        given: [
          { title: 'A1', field: 'company' },
          { title: 'B1', field: '' },
        ],
      }),
    );
    expect(shown.columns.map(({ field }) => field)).toEqual(['company', '']);
    expect(shown).toMatchObject({ lacking: true, toDo: [] });
    expect(shown.remarks[0]).toBe('No column was recognised as “E-mail”. Choose it by hand.');
  });

  test('asks which comes first, the day or the month, only where nothing else tells', () => {
    const text = 'Course;Start\nExcel;05/06/2027 10:00\n';
    const desk = firm();
    const sessions = { kind: 'sessions', session: '' } as const;
    expect(preview(desk, wish(text, sessions))).toMatchObject({
      asksForDates: true,
      dates: 'each',
      toDo: [],
    });
    expect(preview(desk, wish(text, { ...sessions, dates: 'day-first' }))).toMatchObject({ toDo: [[2]] });
    const told = 'Course;Start\nExcel;05/06/2027 10:00\nWord;25/06/2027 10:00\n';
    expect(preview(desk, wish(told, sessions))).toMatchObject({ asksForDates: false, dates: 'day-first' });
  });

  test('writes texts as texts, and the same rows a second time not at all', () => {
    const desk = firm();
    const takes = wish('Name;E-mail\n=1+1;lucja@client.test\n');
    expect(importing(desk, takes)).toMatchObject({ value: { state: 'written', added: 1, updated: 0 } });
    expect(importing(desk, takes)).toMatchObject({ value: { state: 'written', added: 0, updated: 0 } });
    expect(desk.rows('participants')).toEqual([
      expect.objectContaining({ name: '=1+1', email: 'lucja@client.test', session_id: 'XL-01' }),
    ]);
  });

  test('fills empty cells, and replaces filled ones only when told to; a “no” to reminders stays', () => {
    const desk = firm();
    desk.append('participants', [
      { session_id: 'XL-01', email: 'lucja@client.test', company: 'Old Ltd', reminders: 'no' },
    ]);
    const takes = wish('Name;E-mail;Company;Reminders\nŁucja Żak;LUCJA@client.test;New Ltd;yes\n');
    expect(importing(desk, takes)).toMatchObject({ value: { added: 0, updated: 1 } });
    expect(desk.rows('participants')).toMatchObject([
      { name: 'Łucja Żak', company: 'Old Ltd', reminders: 'no' },
    ]);
    expect(importing(desk, { ...takes, replace: true })).toMatchObject({ value: { updated: 1 } });
    expect(desk.rows('participants')).toMatchObject([
      { company: 'New Ltd', reminders: 'no', email: 'lucja@client.test' },
    ]);
  });

  test('lets one import in at a time, and the next when that one has ended or gone silent', () => {
    const desk = firm();
    const takes = wish('Name;E-mail\nŁucja;lucja@client.test\n');
    expect(importing(desk, takes, { last: false })).toMatchObject({ value: { state: 'written' } });
    expect(importing(desk, takes, { key: OTHER_KEY })).toMatchObject({
      value: { state: 'other', who: 'anna@firma.example' },
    });
    expect(importing(desk, takes, { rows: [], last: true })).toMatchObject({ value: { state: 'written' } });
    expect(importing(desk, takes, { key: OTHER_KEY, last: false })).toMatchObject({
      value: { state: 'written' },
    });
    desk.clock.time = at('2026-11-23T09:05:00Z');
    expect(importing(desk, takes)).toMatchObject({ value: { state: 'written' } });
  });

  test('brings ten thousand rows in, call by call, each once', async () => {
    const desk = firm();
    const people = Array.from({ length: 10_000 }, (_, n) => `Person ${n};p${n}@client.test`);
    const takes = wish(`Name;E-mail\n${people.join('\n')}\n${people[3]}\n`);
    const { columns, dates, toDo } = preview(desk, takes);
    const calls = callsFor(toDo, takes.rows, ROWS_A_CALL);
    expect(calls.map(({ length }) => length)).toEqual([...Array.from({ length: 10 }, () => 1000), 1]);
    const { kind, session, replace } = takes;
    const chosen = columns.map(({ title, field }) => ({ title, field }));
    const progress: number[] = [];
    const end = await runImport(calls, {
      send: async (rows, last) =>
        value(
          callDialog(desk, 'importRows', {
            kind,
            session,
            replace,
            dates,
            rows,
            last,
            key: KEY,
            columns: chosen,
          }),
        ),
      progress: (done) => progress.push(done),
      isStopped: () => false,
      wait: async () => undefined,
    });
    expect(end).toEqual({ end: 'done', done: 10_001, added: 10_000, updated: 0 });
    expect(progress).toHaveLength(12);
    expect(new Set(desk.rows('participants').map(({ email }) => email)).size).toBe(10_000);
    expect(desk.rows('participants')).toHaveLength(10_000);
  });

  test('waits while the workbook is busy, and gives up when Google stays silent', async () => {
    const rows = readDelimited('a\nb').rows;
    const calls = callsFor([[1], [2]], rows, 1);
    const quiet = { progress: () => undefined, isStopped: () => false };
    let waits = 0;
    const wait = async (): Promise<void> => {
      waits += 1;
    };
    const answers = [{ state: 'busy' }, null, { state: 'written', added: 1, updated: 0 }] as const;
    let asked = 0;
    const send = async () => answers[asked++ % 3] ?? null;
    expect(await runImport(calls, { ...quiet, wait, send })).toMatchObject({ end: 'done', added: 2 });
    expect(waits).toBe(4);
    expect(await runImport(calls, { ...quiet, wait, send: async () => null })).toMatchObject({
      end: 'failed',
    });
  });

  describe('while a person sorts the tab', () => {
    const people = ['a', 'b', 'c'].map((name) => ({ session_id: 'XL-01', email: `${name}@client.test` }));
    const ONE = 'E-mail;Company\na@client.test;Client Ltd\nd@client.test;New Ltd\n';

    /** Turns the tab's rows round before each of the first writes. */
    function sortedDesk(times: number): { readonly desk: Desk; readonly sorted: () => number } {
      const desk = firm();
      desk.append('participants', people);
      let sorted = 0;
      desk.onCall = ({ name }) => {
        if (sorted >= times || !name.endsWith('batchUpdate')) return;
        sorted++;
        const rows = sorted % 2 === 0 ? people : [...people].reverse();
        desk.emptyTable('participants');
        desk.append('participants', rows);
      };
      return { desk, sorted: () => sorted };
    }
    const companies = (desk: Desk) => desk.rows('participants').map(({ email, company }) => [email, company]);

    test('the cells of the row that was met are given back, and the row that was meant gets its own', () => {
      const { desk, sorted } = sortedDesk(1);
      expect(importing(desk, wish(ONE))).toMatchObject({ value: { state: 'written', added: 1, updated: 1 } });
      expect(sorted()).toBe(1);
      expect(companies(desk)).toEqual([
        ['c@client.test', ''],
        ['b@client.test', ''],
        ['a@client.test', 'Client Ltd'],
        ['d@client.test', 'New Ltd'],
      ]);
    });

    test('without end, nothing is called written that is not: the page is to try again', () => {
      const { desk, sorted } = sortedDesk(Number.POSITIVE_INFINITY);
      const takes = wish('E-mail;Company\na@client.test;Client Ltd\n');
      expect(importing(desk, takes)).toMatchObject({ value: { state: 'busy' } });
      expect(sorted()).toBe(8);
      expect(companies(desk).map(([, company]) => company)).toEqual(['', '', '']);
      desk.onCall = () => undefined;
      expect(importing(desk, takes)).toMatchObject({ value: { state: 'written', updated: 1 } });
      expect(companies(desk)).toContainEqual(['a@client.test', 'Client Ltd']);
    });
  });

  describe('into a tab that has lost a column without which rows are not found', () => {
    function lose(desk: Desk): void {
      const startIndex = desk.read('participants').layout.columns.get('email') ?? -1;
      desk.service.batchUpdate(desk.spreadsheetId, {
        requests: [
          {
            deleteDimension: {
              range: {
                sheetId: SHEET_ID.participants,
                dimension: 'COLUMNS',
                startIndex,
                endIndex: startIndex + 1,
              },
            },
          },
        ],
      });
    }

    test.each([
      ['en', 'Columns have been deleted from the tab: E-mail.', 'Set up'],
      ['pl', 'Z karty usunięto kolumny: E-mail.', 'Przygotuj arkusz'],
      ['uk', 'З вкладки видалено стовпці: Ел. адреса.', 'Підготувати таблицю'],
    ] as const)('says so before anything else (%s), and offers nothing to import', (language, said, todo) => {
      const desk = firm(language);
      lose(desk);
      const shown = preview(desk, wish(LIST));
      expect(shown).toMatchObject({ lacking: true, toDo: [] });
      expect(shown.remarks[0]).toContain(said);
      expect(shown.remarks[0]).toContain(todo);
    });

    test('writes nothing, and lets the next import in', () => {
      const desk = firm();
      lose(desk);
      const refused = importing(desk, wish(LIST), { last: false });
      expect(refused).toMatchObject({ value: { state: 'refused' } });
      expect(desk.rows('participants')).toEqual([]);
      const sessions = wish('Course;Start\nWord;26.11.2026 10:00\n', { kind: 'sessions', session: '' });
      expect(importing(desk, sessions, { key: OTHER_KEY })).toMatchObject({ value: { state: 'written' } });
    });
  });

  describe('a run that does not get to its end', () => {
    const calls = callsFor([[1], [2], [3]], readDelimited('a\nb\nc').rows, 1);
    const WRITTEN: ImportOutcome = { state: 'written', added: 1, updated: 0 };
    const BUSY: ImportOutcome = { state: 'busy' };

    async function run(answers: (ImportOutcome | null)[], stopAfter = Number.POSITIVE_INFINITY) {
      const sent: (readonly [number, boolean])[] = [];
      const end = await runImport(calls, {
        send: async (rows, last) => {
          sent.push([rows.length, last]);
          return answers.length > 1 ? (answers.shift() ?? null) : (answers[0] ?? null);
        },
        progress: () => undefined,
        isStopped: () => sent.length >= stopAfter,
        wait: async () => undefined,
      });
      return { end, closing: sent[sent.length - 1] };
    }

    test.each<[string, (ImportOutcome | null)[], number | undefined, object]>([
      ['because the workbook stays busy', [WRITTEN, BUSY], undefined, { end: 'busy', done: 1 }],
      ['because it is stopped while busy', [WRITTEN, BUSY], 3, { end: 'stopped', done: 1 }],
      ['because it is stopped between two calls', [WRITTEN], 2, { end: 'stopped', done: 2 }],
      ['because Google stays silent', [WRITTEN, null], undefined, { end: 'failed', done: 1 }],
    ])('%s tells how far it came, and lets the next import in', async (_, answers, stopAfter, expected) => {
      const { end, closing } = await run(answers, stopAfter);
      expect(end).toMatchObject(expected);
      expect(closing).toEqual([0, true]);
    });

    test('because the tab cannot be imported into says why', async () => {
      expect((await run([WRITTEN, { state: 'refused', why: 'Columns' }])).end).toEqual({
        end: 'refused',
        why: 'Columns',
      });
    });
  });

  test.each([
    ['a field that there is not', { columns: [{ title: 'x', field: 'shoe' }] }],
    ['a key of another kind', { key: 'short' }],
    ['rows that are no rows', { rows: [['x']] }],
  ])('refuses %s', (_, wrong) => {
    const { dates: _dates, given: _given, ...rows } = wish(LIST);
    const asked = { ...rows, key: KEY, columns: [], dates: 'each', last: true, ...wrong };
    expect(callDialog(firm(), 'importRows', asked as never)).toMatchObject({
      ok: false,
      refusal: 'unknown-request',
    });
  });
});
