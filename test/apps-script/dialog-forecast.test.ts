/** What will be sent, told in the Sheet: the same list as the bridge's planner has, in words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Forecast } from '../../apps-script/dialog/forecast-contract';
import { type MailForecastInput, mailForecast } from '../../core/forecast/mail-forecast';
import { LANGUAGES } from '../../core/language';
import { planNudges } from '../../core/session/checkpoints';
import { reminderKey } from '../../core/session/reminder-key';
import { planReminders, type ReminderPlan } from '../../core/session/reminders';
import { type Instant, instant, MS_PER_DAY } from '../../core/time/instant';
import { SHEET_ID } from '../../core/workbook/columns';
import { planningInput } from '../../mail-bridge/desk/session-mails';
import { deskFacts, FACT_TABLES } from '../../mail-bridge/desk-facts';
import { openOutboxBook } from '../../mail-bridge/outbox/outbox-book';
import { sessionMemory } from '../../mail-bridge/outbox/session-memory';
import { at, type Desk, offset, openDesk } from './support/desk';
import { callDialog } from './support/dialog-call';
import { EXCEL, furnishWeek, REMOTE } from './support/dialog-firm';
import { value } from './support/sidebar-call';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-forecast-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const forecastOf = (desk: Desk, days: 1 | 3 | 7 | 14 = 7): Forecast =>
  value(callDialog(desk, 'forecast', { days }));

const flat = ({ sessions }: Forecast) =>
  sessions.flatMap(({ id, lines }) => lines.map((line) => ({ session: id, ...line })));

function weekDesk(language: (typeof LANGUAGES)[number] = 'en'): Desk {
  const desk = openDesk({ language });
  furnishWeek(desk, language);
  return desk;
}

/** The bridge's own input, from the same rows, with an outbox book that knows no more than the Sheet. */
function bridgeInput(desk: Desk): MailForecastInput {
  const tables = Object.fromEntries(FACT_TABLES.map((table) => [table, desk.read(table)]));
  // One entry for each key, each read as its own table, which fromEntries cannot tell.
  const facts = deskFacts(tables as unknown as Parameters<typeof deskFacts>[0], offset);
  const memory = sessionMemory(openOutboxBook(join(mkdtempSync(join(folder, 'book-')), 'outbox.jsonl')));
  memory.learn(desk.rows('outbox'));
  return planningInput(facts, memory, desk.clock.time, offset);
}

describe('the list', () => {
  test('has every mail that the bridge’s dry run forecasts from the same rows, and no other', () => {
    const desk = weekDesk();
    const expected = mailForecast(bridgeInput(desk), instant(desk.clock.time + 7 * MS_PER_DAY)).map(
      ({ sessionId, email, template, verdict, condition }) =>
        [sessionId, email, template, verdict.kind === 'not' ? 'not' : condition === '' ? 'goes' : 'if'].join(
          ' ',
        ),
    );
    const shown = flat(forecastOf(desk))
      .filter(({ verdict }) => verdict !== 'queued')
      .map(({ session, email, template, verdict }) => [session, email, template, verdict].join(' '));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.sort()).toEqual(expected.sort());
  });

  test('holds what the planner sends when the time comes, at each moment of the week', () => {
    const desk = weekDesk();
    const input = bridgeInput(desk);
    const until = instant(desk.clock.time + 7 * MS_PER_DAY);
    const sent: string[] = [];
    const done = new Set<string>();
    for (let now: Instant | null = desk.clock.time; now !== null && now <= until; ) {
      const then: MailForecastInput = {
        ...input,
        now,
        alreadyPlanned: (key: string) => done.has(key) || input.alreadyPlanned(key),
      };
      const plans: readonly Pick<ReminderPlan, 'due' | 'next'>[] = [planReminders(then), planNudges(then)];
      for (const { key, email, template, session } of plans.flatMap(({ due }) => due)) {
        done.add(key);
        sent.push(`${session.id} ${email} ${template}`);
      }
      const moments: readonly Instant[] = plans.flatMap(({ next }) => (next === null ? [] : [next]));
      now = moments.length === 0 ? null : instant(Math.min(...moments));
    }
    const forecast = flat(forecastOf(desk))
      .filter(({ verdict }) => verdict === 'goes' || verdict === 'if')
      .map(({ session, email, template }) => `${session} ${email} ${template}`);
    expect(forecast.sort()).toEqual(sent.sort());
  });

  test('names each mail with its moment, step, template and subject', () => {
    const lines = flat(forecastOf(weekDesk()));
    expect(lines).toContainEqual({
      session: EXCEL,
      day: 'Tue 24 Nov 2026',
      time: '10:00',
      name: 'Priya Natarajan',
      email: 'priya@client.example',
      step: '1d',
      template: 'reminder_1d',
      subject: expect.stringContaining('Excel for beginners'),
      verdict: 'goes',
      why: '',
    });
  });

  test.each([
    ['wants none', 'tom@client.example', 'Wants no reminders.'],
    ['cannot be reached any more', 'ines@client.example', 'The last mail to this address came back.'],
  ])('says of a person who %s why not', (_, email, why) => {
    const lines = flat(forecastOf(weekDesk())).filter((line) => line.email === email);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ verdict, subject }) => verdict === 'not' && subject === '')).toBe(true);
    expect(new Set(lines.map((line) => line.why))).toContain(why);
  });

  test('has what waits in the Outbox as it was written, once', () => {
    const lines = flat(forecastOf(weekDesk())).filter(
      ({ email, step }) => email === 'samuel@client.example' && step === '1d',
    );
    expect(lines.map(({ session, verdict, subject }) => [session, verdict, subject])).toEqual([
      [EXCEL, 'queued', '* Excel for beginners'],
      [REMOTE, 'goes', expect.stringContaining('Leading remote meetings')],
    ]);
  });

  test('writes to each in their own language', () => {
    const [line] = flat(forecastOf(weekDesk())).filter(
      ({ email, verdict }) => email === 'olena@client.example' && verdict === 'goes',
    );
    expect(line?.subject).toMatch(/[а-яіїєґ]/);
  });

  test('asks checkpoints only of those who have not done it', () => {
    const nudges = flat(forecastOf(weekDesk())).filter(
      ({ session, template }) => session === EXCEL && template === 'checkpoint_login',
    );
    expect(nudges.find(({ email }) => email === 'priya@client.example')).toMatchObject({ verdict: 'not' });
    expect(nudges.find(({ email }) => email === 'jan@client.example')).toMatchObject({
      verdict: 'if',
      why: 'Unless it is done by then: logged in.',
    });
  });

  test('reaches as far as asked', () => {
    const desk = weekDesk();
    const counts = ([1, 3, 7, 14] as const).map((days) => flat(forecastOf(desk, days)).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBeGreaterThan(2);
    const last = flat(forecastOf(desk, 1)).map(({ day }) => day);
    // The step of Sunday is Samuel’s: his next one waits in the Outbox already, so it is left out, and that is said.
    expect(new Set(last)).toEqual(new Set(['Sun 22 Nov 2026', 'Mon 23 Nov 2026', 'Tue 24 Nov 2026']));
  });

  test('of a session that was moved has the notice of change for those who were told', () => {
    const desk = weekDesk();
    desk.append('outbox', [
      {
        key: reminderKey({
          sessionId: REMOTE,
          email: 'jan@client.example',
          step: '3d',
          startsAt: at('2026-11-26T12:00:00Z'),
        }),
        kind: 'reminder',
        session_id: REMOTE,
        to: 'jan@client.example',
        state: 'sent',
        created_at: at('2026-11-23T07:00:00Z'),
        sent_at: at('2026-11-23T07:00:00Z'),
      },
    ]);
    const notices = flat(forecastOf(desk)).filter(({ template }) => template === 'session_changed');
    expect(notices).toMatchObject([
      { email: 'jan@client.example', step: 'Notice of change', verdict: 'goes' },
    ]);
  });
});

describe('what stands in the way', () => {
  test.each(LANGUAGES)('is said first when reminders are switched off, in %s', (language) => {
    const desk = weekDesk(language);
    expect(forecastOf(desk).stopped).toBeNull();
    setting(desk, 'reminders', 'no');
    expect(forecastOf(desk).stopped).toBe('reminders-off');
    setting(desk, 'brake', 'yes');
    expect(forecastOf(desk).stopped).toBe('brake');
  });

  test('is named: times and conditions that cannot be read, unknown zones', () => {
    const desk = weekDesk();
    desk.append('reminders', [
      { step: 'odd', offset: 'soonish', anchor: 'start', template: 'reminder_1d', enabled: true },
      {
        step: 'odd if',
        offset: '-1 d',
        anchor: 'start',
        condition: 'maybe',
        template: 'reminder_1d',
        enabled: true,
      },
    ]);
    desk.append('checkpoints', [{ id: 'cp', moment: 'soonish', condition: 'logged in', enabled: true }]);
    desk.append('sessions', [
      {
        id: 'S-MARS',
        course: 'Far away',
        starts_at: at('2026-11-27T12:00:00Z'),
        zone: 'Mars/Base',
        state: 'planned',
      },
    ]);
    desk.append('participants', [
      { session_id: 'S-MARS', name: 'Mark', email: 'mark@client.example', state: 'active' },
    ]);
    expect(forecastOf(desk).obstacles).toEqual([
      'The time of these reminders cannot be read: odd.',
      'The condition of these reminders cannot be read: odd if.',
      'These checkpoints cannot be read: cp.',
      'The time zone of these sessions is not known: S-MARS.',
    ]);
  });
});

test('costs one read of the Sheet, and writes nothing', () => {
  const desk = weekDesk();
  const calls: string[] = [];
  desk.onCall = ({ name }) => calls.push(name);
  forecastOf(desk, 14);
  expect(calls.filter((name) => name.startsWith('Sheets.'))).toEqual([
    'Sheets.Spreadsheets.Values.batchGetByDataFilter',
  ]);
});

function setting(desk: Desk, key: string, text: string): void {
  const { layout, rows } = desk.read('settings');
  const place = layout.columns.get('value') ?? 0;
  const rowIndex = rows.find(({ row }) => row.key === key)?.rowIndex ?? 0;
  desk.service.batchUpdate(desk.spreadsheetId, {
    requests: [
      {
        updateCells: {
          range: {
            sheetId: SHEET_ID.settings,
            startRowIndex: rowIndex,
            endRowIndex: rowIndex + 1,
            startColumnIndex: place,
            endColumnIndex: place + 1,
          },
          rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
  });
}
