import type { ScriptState } from '../../../local-sheet/apps-script/project';
import { attempt, COLLEAGUE, evaluate, OWNER, project } from './project';

const HERE = { sheetId: 0, row: 1, column: 1 };

describe('PropertiesService', () => {
  test.each([
    ['a property that was never set', 'p.getProperty("none")', null],
    ['one that was', 'p.setProperty("a", "1").getProperty("a")', '1'],
    ['a number becomes text', 'p.setProperty("a", 1).getProperty("a")', '1'],
    ['several at once', '(p.setProperties({ a: "1", b: "2" }), p.getProperties())', { a: '1', b: '2' }],
    [
      'several that replace all',
      '(p.setProperty("old", "x"), p.setProperties({ a: "1" }, true), p.getKeys())',
      ['a'],
    ],
    ['one that was deleted', 'p.setProperty("a", "1").deleteProperty("a").getProperty("a")', null],
    ['after all were deleted', 'p.setProperty("a", "1").deleteAllProperties().getKeys()', []],
    ['a name of Object.prototype', 'p.getProperty("constructor")', null],
  ])('%s', (_what, expression, expected) => {
    expect(evaluate(`const p = PropertiesService.getScriptProperties(); return ${expression}`)).toEqual(
      expected,
    );
  });

  // guides/services/quotas: "Properties value size 9 KB / val", "Properties total storage 500 KB / property store"
  test('a value beyond 9 KB is refused, counted in bytes', () => {
    const set = (value: string) =>
      attempt(`PropertiesService.getScriptProperties().setProperty("a", ${value}); return "kept"`);
    expect(set('"x".repeat(9216)')).toBe('kept');
    expect(set('"x".repeat(9217)')).toBe('Exception: Argument too large: value');
    expect(set('"ż".repeat(4609)')).toBe('Exception: Argument too large: value');
  });

  test('a store beyond 500 KB is refused and stays as it was', () => {
    expect(
      evaluate(`const p = PropertiesService.getScriptProperties(); let count = 0;
        try { for (;;) { p.setProperty("k" + count, "x".repeat(9000)); count += 1; } }
        catch (error) { return [count, p.getKeys().length, String(error)]; }`),
    ).toEqual([56, 56, expect.stringContaining('exceeded the property storage quota')]);
  });

  test('script, document and user have stores of their own, and every user their own', () => {
    const { host } = project(`
      function set() {
        PropertiesService.getScriptProperties().setProperty('k', 'script');
        PropertiesService.getDocumentProperties().setProperty('k', 'document');
        PropertiesService.getUserProperties().setProperty('k', Session.getActiveUser().getEmail());
      }
      function get() {
        const { getScriptProperties, getDocumentProperties, getUserProperties } = PropertiesService;
        return [getScriptProperties, getDocumentProperties, getUserProperties].map((of) => of().getProperty('k'));
      }`);
    host.runMenuItem(OWNER, 'set', HERE);
    expect(host.runMenuItem(OWNER, 'get', HERE).returned).toEqual(['script', 'document', OWNER.email]);
    expect(host.runMenuItem(COLLEAGUE, 'get', HERE).returned).toEqual(['script', 'document', null]);
  });

  test('outlive the host, also when the execution failed after writing', () => {
    let saved: string | null = null;
    const storage = {
      load: () => (saved === null ? null : (JSON.parse(saved) as ScriptState)),
      save: (state: ScriptState) => {
        saved = JSON.stringify(state);
      },
    };
    const { host, again } = project(
      `function write() { PropertiesService.getScriptProperties().setProperty('k', 'v'); throw new Error('late'); }
       function read() { return PropertiesService.getScriptProperties().getProperty('k'); }`,
      { storage },
    );
    expect(() => host.run('write')).toThrow('late');
    expect(again().run('read').returned).toBe('v');
  });
});

describe('CacheService', () => {
  const SEEN = `const seen = (s) => { Utilities.sleep(s * 1000); return CacheService.getScriptCache().get('k'); };`;
  // reference/cache/cache: default 600 s, 1 to 21,600 s
  test.each([
    ['just before its 600 seconds', "c.put('k', 'v'); return seen(100)", 'v'],
    ['after a time of its own', "c.put('k', 'v', 60); return seen(61)", null],
    ['before a time of its own', "c.put('k', 'v', 60); return seen(59)", 'v'],
    ['when it was removed', "c.put('k', 'v'); c.remove('k'); return seen(0)", null],
    ['several at once', "c.putAll({ a: '1', b: '2' }); return c.getAll(['a', 'b', 'x'])", { a: '1', b: '2' }],
  ])('an entry %s', (_what, body, expected) => {
    expect(evaluate(`${SEEN} const c = CacheService.getScriptCache(); ${body}`)).toEqual(expected);
  });

  test('is shared by executions and forgets by the virtual clock', () => {
    const { host, clock } = project(`
      function put() { CacheService.getScriptCache().put('k', 'v'); }
      function get() { return CacheService.getScriptCache().get('k'); }`);
    host.run('put');
    clock.advance(599_000);
    expect(host.run('get').returned).toBe('v');
    clock.advance(2_000);
    expect(host.run('get').returned).toBe(null);
  });

  test.each([
    ['a key of more than 250 characters', "put('k'.repeat(251), 'v')", 'Exception: Argument too large: key'],
    ['a value of more than 100 KB', "put('k', 'v'.repeat(102401))", 'Exception: Argument too large: value'],
    [
      'a time of more than six hours',
      "put('k', 'v', 21601)",
      'Exception: Argument must be between 1 and 21600: expirationInSeconds',
    ],
  ])('refuses %s', (_what, call, message) => {
    expect(attempt(`CacheService.getScriptCache().${call}`)).toBe(message);
  });

  test('beyond 1000 entries it keeps the 900 that expire last', () => {
    expect(
      evaluate(
        `const c = CacheService.getScriptCache();
         for (let i = 0; i <= 1000; i += 1) c.put('k' + i, 'v', 1000 + i);
         const kept = Object.keys(c.getAll(Array.from({ length: 1001 }, (_, i) => 'k' + i)));
         return [kept.length, kept[0], kept[899]];`,
        { limits: { serviceCallMs: 0 } },
      ),
    ).toEqual([900, 'k101', 'k1000']);
  });
});
