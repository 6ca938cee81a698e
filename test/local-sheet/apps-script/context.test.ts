import { evaluate, project, START } from './project';

describe('the global scope of an execution', () => {
  // developers.google.com/apps-script/guides/v8-runtime: "the following are not available"
  test.each([
    'setTimeout',
    'setInterval',
    'clearTimeout',
    'queueMicrotask',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
    'crypto',
    'performance',
    'process',
    'require',
    'module',
    'Buffer',
    'global',
    'window',
    'structuredClone',
  ])('has no %s', (name) => {
    expect(evaluate(`return typeof ${name}`)).toBe('undefined');
  });

  test.each(['Math', 'JSON', 'Map', 'Promise', 'Intl', 'Reflect', 'Symbol'])('has %s', (name) => {
    expect(evaluate(`return typeof ${name}`)).not.toBe('undefined');
  });

  test('is fresh for every execution', () => {
    const { host } = project(
      'let count = 0; function next() { count += 1; globalThis.kept = true; return count; }',
    );
    expect(host.run('next').returned).toBe(1);
    expect(host.run('next').returned).toBe(1);
  });
});

describe('values that cross into the script', () => {
  test.each([
    ['an argument array', 'args instanceof Array && Array.isArray(args)'],
    ['an object in it', 'args[0] instanceof Object'],
    ['a date in it', 'args[0].when instanceof Date'],
    ['the prototype of a nested array', 'Object.getPrototypeOf(args[0].list) === Array.prototype'],
  ])('%s is of its own realm', (_what, check) => {
    const { host } = project(`function main(args) { return ${check}; }`);
    expect(host.run('main', [{ when: new Date(0), list: [1] }]).returned).toBe(true);
  });

  test.each([
    ['Range.getValues', 'SpreadsheetApp.getActiveRange().getValues() instanceof Array'],
    ['its rows', 'SpreadsheetApp.getActiveRange().getValues()[0] instanceof Array'],
    [
      'Range.getValue of a date',
      '(SpreadsheetApp.getActiveRange().setValue(new Date()), SpreadsheetApp.getActiveRange().getValue() instanceof Date)',
    ],
    ['an answer of the API', 'Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId()) instanceof Object'],
    [
      'PropertiesService.getProperties',
      'PropertiesService.getScriptProperties().getProperties() instanceof Object',
    ],
    ['bytes of Utilities', 'Utilities.base64Decode("AA==") instanceof Array'],
    [
      'an exception of a service',
      '(() => { try { SpreadsheetApp.getUi(); } catch (error) { return error instanceof Error; } })()',
    ],
    [
      'an exception of the API',
      '(() => { try { Sheets.Spreadsheets.get("none"); } catch (error) { return error instanceof Error; } })()',
    ],
  ])('what %s gives is of the realm of the script', (_what, check) => {
    expect(evaluate(`return ${check}`)).toBe(true);
  });

  test('an event object and its service objects arrive', () => {
    const { host } = project(
      'function onEdit(e) { return [e instanceof Object, e.range.getA1Notation(), e.value]; }',
    );
    const result = host.edited(
      { email: 'a@kursy.example', locale: 'pl' },
      { sheetId: 7, row: 2, column: 3 },
      { oldValue: null, value: 'x' },
    );
    expect(result?.returned).toEqual([true, 'C2', 'x']);
  });
});

describe('async functions', () => {
  test('run to their end, and their value is unwrapped', () => {
    const { host } = project(
      'async function main() { const a = await 1; const b = await Promise.resolve(2); return a + b; }',
    );
    expect(host.run('main').returned).toBe(3);
  });

  test('fail with the reason of the promise', () => {
    const { host } = project('async function main() { await null; throw new RangeError("too far"); }');
    expect(() => host.run('main')).toThrow('RangeError: too far');
  });

  test('that wait for what nothing settles are an error, not a silence', () => {
    const { host } = project('async function main() { await new Promise(() => {}); }');
    expect(() => host.run('main')).toThrow('promise that nothing can settle');
  });
});

describe('Date', () => {
  test('runs on the virtual clock', () => {
    const { host, clock } = project(
      'function main() { return [Date.now(), new Date().getTime(), new Date() instanceof Date]; }',
    );
    expect(host.run('main').returned).toEqual([START, START, true]);
    clock.advance(86_400_000);
    expect(host.run('main').returned).toEqual([START + 86_400_000, START + 86_400_000, true]);
  });

  test('goes on while the script sleeps', () => {
    expect(evaluate('const from = Date.now(); Utilities.sleep(1500); return Date.now() - from')).toBe(1500);
  });

  // The zone of the script is Europe/Warsaw, whatever the zone of this process.
  test.each([
    ['new Date(2026, 6, 1, 12).toISOString()', '2026-07-01T10:00:00.000Z'],
    ['new Date(2026, 0, 1).toISOString()', '2025-12-31T23:00:00.000Z'],
    ['new Date("2026-07-01T12:00:00").toISOString()', '2026-07-01T10:00:00.000Z'],
    ['new Date("2026-07-01").toISOString()', '2026-07-01T00:00:00.000Z'],
    ['new Date("2026-07-01T12:00:00Z").getHours()', 14],
    ['new Date("July 1, 2026 12:00:00").toISOString()', '2026-07-01T10:00:00.000Z'],
    ['new Date("Wed, 01 Jul 2026 12:00:00 +0000").getHours()', 14],
    ['new Date(0).getTimezoneOffset()', -60],
    ['new Date(2026, 2, 29, 2, 30).toISOString()', '2026-03-29T01:30:00.000Z'],
    ['new Date(2026, 9, 25, 2, 30).toISOString()', '2026-10-25T00:30:00.000Z'],
    [
      '(() => { const d = new Date(2026, 2, 28, 12); d.setDate(29); return d.toISOString(); })()',
      '2026-03-29T10:00:00.000Z',
    ],
    [
      'String(new Date(Date.UTC(2026, 6, 1)))',
      'Wed Jul 01 2026 02:00:00 GMT+0200 (Central European Summer Time)',
    ],
    ['new Date(Date.UTC(2026, 6, 1)).toLocaleString("en-GB")', '01/07/2026, 02:00:00'],
    [
      'new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(new Date(Date.UTC(2026, 6, 1)))',
      '02:00',
    ],
    ['Intl.DateTimeFormat().resolvedOptions().timeZone', 'Europe/Warsaw'],
    ['new Date("no date").getTime()', Number.NaN],
    ['String(new Date(Number.NaN))', 'Invalid Date'],
  ])('%s', (expression, expected) => {
    expect(evaluate(`return ${expression}`)).toEqual(expected);
  });

  test('can be subclassed', () => {
    expect(
      evaluate(
        'class Day extends Date { week() { return 7; } } const d = new Day(); return [d.week(), d instanceof Day, d.getTime() === Date.now()]',
      ),
    ).toEqual([7, true, true]);
  });
});

describe('console and Logger', () => {
  test('write to the log of the execution', () => {
    const { host } = project(
      'function main() { console.log("seen %s", 3, { a: [1] }); Logger.log("then %s", "this"); console.error(new Error("oh").message); console.log(SpreadsheetApp.getActive()); }',
    );
    expect(host.run('main').log).toEqual(['seen 3 { a: [ 1 ] }', 'then this', 'oh', 'Spreadsheet']);
  });
});
