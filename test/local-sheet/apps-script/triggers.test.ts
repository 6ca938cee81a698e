import * as fc from 'fast-check';
import type { ScriptState } from '../../../local-sheet/apps-script/project';
import { firstFiring, nextFiring, type Schedule } from '../../../local-sheet/apps-script/triggers';
import { timeZone } from '../../../local-sheet/apps-script/zone';
import { attempt, COLLEAGUE, OWNER, project, START, STRANGER } from './project';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HERE = { sheetId: 0, row: 1, column: 1 };
const COUNT = `function count(e) {
  const p = PropertiesService.getScriptProperties();
  p.setProperty('n', String(Number(p.getProperty('n') || 0) + 1));
  return e;
}
function counted() { return Number(PropertiesService.getScriptProperties().getProperty('n') || 0); }`;

describe('time triggers', () => {
  const install = (when: string) =>
    `${COUNT} function install() { ScriptApp.newTrigger('count').timeBased().${when}.create(); }`;

  test('fire when the clock has come to them, and not before', () => {
    const { host, clock } = project(install('everyMinutes(10)'));
    host.run('install');
    clock.advance(10 * MINUTE - 1000);
    expect(host.runDueTriggers()).toEqual([]);
    clock.advance(1000);
    expect(host.runDueTriggers()).toHaveLength(1);
    expect(host.runDueTriggers()).toEqual([]);
    clock.advance(10 * MINUTE);
    expect(host.runDueTriggers()).toHaveLength(1);
  });

  test('that were missed many times fire once, and keep their rhythm', () => {
    const { host, clock } = project(install('everyMinutes(10)'));
    host.run('install');
    clock.advance(3 * HOUR + 3 * MINUTE);
    expect(host.runDueTriggers()).toHaveLength(1);
    clock.advance(6 * MINUTE);
    expect(host.runDueTriggers()).toEqual([]);
    clock.advance(MINUTE);
    expect(host.runDueTriggers()).toHaveLength(1);
    expect(host.run('counted').returned).toBe(2);
  });

  test('run as the account that made them, whoever else uses the sheet', () => {
    const { host, clock } = project(`
      function install() { ScriptApp.newTrigger('who').timeBased().everyMinutes(1).create(); }
      function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }`);
    host.runMenuItem(STRANGER, 'install', HERE);
    clock.advance(MINUTE);
    expect(host.runDueTriggers()[0]?.returned).toEqual([STRANGER.email, STRANGER.email]);
  });

  // guides/triggers/events, "Time-driven"
  test('get the time as their event', () => {
    const { host, clock } = project(install('everyHours(1)'));
    host.run('install');
    clock.advance(HOUR);
    expect(host.runDueTriggers()[0]?.returned).toMatchObject({
      authMode: 'FULL',
      triggerUid: '1',
      year: 2026,
      month: 11,
      'day-of-month': 21,
      'day-of-week': 6,
      'week-of-year': 47,
      hour: 10,
      minute: 30,
      timezone: 'UTC',
    });
  });

  test('one that fails does not hold back the others, and is told', () => {
    const { host, clock } = project(`${COUNT}
      function bad() { throw new Error('broken'); }
      function install() { for (const name of ['bad', 'count']) ScriptApp.newTrigger(name).timeBased().everyMinutes(5).create(); }`);
    host.run('install');
    clock.advance(5 * MINUTE);
    expect(() => host.runDueTriggers()).toThrow('Error: broken');
    expect(host.run('counted').returned).toBe(1);
  });

  test('that only come once come once', () => {
    const { host, clock } = project(install('after(90 * 1000)'));
    host.run('install');
    clock.advance(2 * MINUTE);
    expect(host.runDueTriggers()).toHaveLength(1);
    clock.advance(DAY);
    expect(host.runDueTriggers()).toEqual([]);
  });

  test('survive a restart and go on where they were', () => {
    let saved: string | null = null;
    const storage = {
      load: () => (saved === null ? null : (JSON.parse(saved) as ScriptState)),
      save: (state: ScriptState) => {
        saved = JSON.stringify(state);
      },
    };
    const { host, again, clock } = project(install('everyMinutes(10)'), { storage });
    host.run('install');
    clock.advance(10 * MINUTE);
    const restarted = again();
    expect(restarted.runDueTriggers()).toHaveLength(1);
    expect(again().runDueTriggers()).toEqual([]);
  });

  // guides/services/quotas: "Triggers total runtime 90 min / day" for consumer accounts
  test('stop when the runtime of the day is used up, and go on the next day', () => {
    const { host, clock } = project(
      `
      function slow() { Utilities.sleep(60000); }
      function install() { ScriptApp.newTrigger('slow').timeBased().everyMinutes(1).create(); }`,
      { limits: { triggerMsPerDay: 2 * MINUTE } },
    );
    host.run('install');
    for (let i = 0; i < 2; i += 1) {
      clock.advance(MINUTE);
      host.runDueTriggers();
    }
    clock.advance(MINUTE);
    expect(() => host.runDueTriggers()).toThrow('Service using too much computer time for one day.');
    clock.advance(DAY);
    expect(host.runDueTriggers()).toHaveLength(1);
  });
});

describe('ScriptApp', () => {
  test('lists and deletes the triggers of the account that asks', () => {
    const { host } = project(`
      function install() { ScriptApp.newTrigger('f').timeBased().everyHours(1).create(); ScriptApp.newTrigger('g').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
      function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType()), t.getEventType() === ScriptApp.EventType.CLOCK]); }
      function remove() { ScriptApp.deleteTrigger(ScriptApp.getProjectTriggers()[0]); }`);
    host.run('install');
    expect(host.run('list').returned).toEqual([
      ['f', 'CLOCK', true],
      ['g', 'ON_EDIT', false],
    ]);
    expect(host.runMenuItem(COLLEAGUE, 'list', HERE).returned).toEqual([]);
    host.run('remove');
    expect(host.run('list').returned).toEqual([['g', 'ON_EDIT', false]]);
  });

  // guides/services/quotas: "Triggers 20 / user / script"
  test('refuses the twenty-first trigger of a user', () => {
    expect(
      attempt(
        "for (let i = 0; i < 21; i += 1) ScriptApp.newTrigger('f').timeBased().everyHours(1).create();",
      ),
    ).toMatch(/^Exception: This script has too many triggers/);
  });

  test.each([
    [
      'everyMinutes(7)',
      'Exception: The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    ],
    [
      'everyHours(5)',
      'Exception: The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.',
    ],
    ['atHour(24)', 'Exception: The value you passed to atHour was invalid. It must be between 0 and 23.'],
    [
      'everyDays(1).inTimezone("Mars/Base")',
      'Exception: Invalid argument: timezone. Mars/Base is not a time zone.',
    ],
  ])('refuses %s', (call, message) => {
    expect(attempt(`ScriptApp.newTrigger('f').timeBased().${call}.create()`)).toBe(message);
  });
});

describe('edits', () => {
  const change = { oldValue: 'old', value: 'new' };

  test('run onEdit with what was edited', () => {
    const { host } = project(`function onEdit(e) {
      return [e.range.getA1Notation(), e.range.getSheet().getName(), e.value, e.oldValue, e.source.getName(), e.user.getEmail(), e.authMode];
    }`);
    expect(host.edited(COLLEAGUE, { sheetId: 7, row: 2, column: 3 }, change)?.returned).toEqual([
      'C2',
      'Other',
      'new',
      'old',
      'Courses',
      COLLEAGUE.email,
      'LIMITED',
    ]);
  });

  test('of an empty cell have no old value, and a cleared cell no value', () => {
    const { host } = project("function onEdit(e) { return ['value' in e, 'oldValue' in e]; }");
    expect(host.edited(OWNER, HERE, { oldValue: null, value: 'x' })?.returned).toEqual([true, false]);
    expect(host.edited(OWNER, HERE, { oldValue: 'x', value: null })?.returned).toEqual([false, true]);
  });

  test('run nothing in a project without handlers', () => {
    expect(project('').host.edited(OWNER, HERE, change)).toBe(null);
  });

  test('run installed triggers as well, as the account that installed them and with all rights', () => {
    const { host } = project(`
      function install() {
        ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();
        ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create();
      }
      function edited(e) { console.log('edited', Session.getEffectiveUser().getEmail(), e.triggerUid, e.value); }
      function changed(e) { console.log('changed', e.changeType); }`);
    host.run('install');
    expect(host.edited(STRANGER, HERE, change)?.log).toEqual([`edited ${OWNER.email} 1 new`, 'changed EDIT']);
  });

  // guides/triggers: "Script executions and API requests don't cause triggers to run"
  test('by the script itself run no trigger', () => {
    const { host } = project(
      `${COUNT} function onEdit() { count(); } function write() { SpreadsheetApp.getActiveRange().setValue('x'); return counted(); }`,
    );
    expect(host.run('write').returned).toBe(0);
  });
});

describe('opening the spreadsheet', () => {
  test('gives the menus of onOpen and of installed triggers', () => {
    const { host } = project(`
      function onOpen(e) { SpreadsheetApp.getUi().createMenu('Desk').addItem('Sync', 'sync').addSeparator()
        .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Check', 'check')).addToUi(); }
      function install() { ScriptApp.newTrigger('second').forSpreadsheet(SpreadsheetApp.getActive().getId()).onOpen().create(); }
      function second() { SpreadsheetApp.getUi().createMenu('Second').addItem('Go', 'go').addToUi(); }`);
    host.run('install');
    expect(host.open(COLLEAGUE)).toEqual([
      {
        caption: 'Desk',
        items: [
          { caption: 'Sync', functionName: 'sync' },
          { caption: 'More › Check', functionName: 'check' },
        ],
      },
      { caption: 'Second', items: [{ caption: 'Go', functionName: 'go' }] },
    ]);
  });

  test('gives none without onOpen', () => {
    expect(project('').host.open(OWNER)).toEqual([]);
  });
});

describe('the arithmetic of schedules', () => {
  const at = (hour: number, minute = 0, zone = 'Europe/Warsaw') => ({ hour, minute, zone });
  // START is a Saturday, 10:30 in Warsaw.
  test.each<[string, Schedule, string]>([
    ['every day at a later hour', { every: 'days', n: 1, at: at(18) }, '2026-11-21T17:00:00.000Z'],
    ['every day at an earlier hour', { every: 'days', n: 1, at: at(6, 15) }, '2026-11-22T05:15:00.000Z'],
    ['every Monday', { every: 'weeks', n: 1, weekday: 1, at: at(9) }, '2026-11-23T08:00:00.000Z'],
    ['on the 31st', { every: 'month', day: 31, at: at(0) }, '2026-12-30T23:00:00.000Z'],
    ['once', { once: START + 5 }, '2026-11-21T09:30:00.005Z'],
  ])('%s', (_what, schedule, expected) => {
    expect(new Date(firstFiring(schedule, START)).toISOString()).toBe(expected);
  });

  test('a daily trigger keeps its wall-clock hour over a clock change', () => {
    const schedule: Schedule = { every: 'days', n: 1, at: at(8) };
    const due = Date.UTC(2026, 2, 28, 7);
    expect(new Date(nextFiring(schedule, due, due) ?? 0).toISOString()).toBe('2026-03-29T06:00:00.000Z');
  });

  const schedules = fc.oneof(
    fc.record({ every: fc.constant('minutes' as const), n: fc.constantFrom(1, 5, 10, 15, 30) }),
    fc.record({ every: fc.constant('hours' as const), n: fc.constantFrom(1, 2, 4, 6, 8, 12) }),
    fc.record({
      every: fc.constant('days' as const),
      n: fc.integer({ min: 1, max: 10 }),
      at: fc.record({
        hour: fc.integer({ min: 0, max: 23 }),
        minute: fc.integer({ min: 0, max: 59 }),
        zone: fc.constantFrom('Europe/Kyiv', 'UTC', 'America/New_York'),
      }),
    }),
  );

  test('the next firing lies ahead, and never more than one interval from now', () => {
    fc.assert(
      fc.property(
        schedules,
        fc.integer({ min: START, max: START + 400 * DAY }),
        fc.integer({ min: 0, max: 90 * DAY }),
        (schedule, created, late) => {
          const due = firstFiring(schedule, created);
          const now = due + late;
          const next = nextFiring(schedule, due, now) ?? Number.NaN;
          const unit = schedule.every === 'minutes' ? MINUTE : schedule.every === 'hours' ? HOUR : DAY;
          expect(next).toBeGreaterThan(now);
          // A day in which clocks go back is an hour longer.
          expect(next - now).toBeLessThanOrEqual(schedule.n * unit + HOUR);
        },
      ),
    );
  });

  test('a wall-clock time and its instant belong together wherever the clock shows that time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Warsaw',
          'Europe/Kyiv',
          'America/New_York',
          'Australia/Lord_Howe',
          'Asia/Kolkata',
        ),
        fc.integer({ min: 0, max: 2_500_000_000 }),
        (name, second) => {
          const zone = timeZone(name);
          const shown = second * 1000 + zone.offset(second * 1000);
          const found = zone.instant(shown);
          expect(found + zone.offset(found)).toBe(shown);
        },
      ),
    );
  });
});
