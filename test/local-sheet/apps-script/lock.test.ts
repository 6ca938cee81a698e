import type { ScriptHost } from '../../../local-sheet/contract';
import { COLLEAGUE, type MovableClock, OWNER, project } from './project';

const HERE = { sheetId: 0, row: 1, column: 1 };

/** Runs `second` inside `first`, at the moment when `first` calls the named service. */
function overlap(
  code: string,
  at: string,
  second: (host: ScriptHost) => unknown,
): { first: unknown; second: unknown; clock: MovableClock } {
  let inner: unknown = 'never ran';
  let started = false;
  const made = project(code, {
    onServiceCall: ({ name, functionName }) => {
      if (name !== at || functionName !== 'first' || started) return;
      started = true;
      inner = second(made.host);
    },
  });
  const first = made.host.runMenuItem(OWNER, 'first', HERE).returned;
  return { first, second: inner, clock: made.clock };
}

describe('two executions that overlap', () => {
  const code = (kind: string) => `
    function first() { LockService.get${kind}Lock().waitLock(1000); Utilities.getUuid(); return LockService.get${kind}Lock().hasLock(); }
    function second() { const lock = LockService.get${kind}Lock(); const before = Date.now(); const got = lock.tryLock(1000); return { got, has: lock.hasLock(), waited: Date.now() - before }; }
    function third() { LockService.get${kind}Lock().waitLock(2000); }`;

  test.each(['Script', 'Document', 'User'])(
    'do not both get the %s lock, and the wait takes its time',
    (kind) => {
      const { first, second } = overlap(
        code(kind),
        'Utilities.getUuid',
        (host) => host.runMenuItem(OWNER, 'second', HERE).returned,
      );
      expect(first).toBe(true);
      expect(second).toEqual({ got: false, has: false, waited: 1005 });
    },
  );

  test('of two people both get their user lock', () => {
    const { second } = overlap(
      code('User'),
      'Utilities.getUuid',
      (host) => host.runMenuItem(COLLEAGUE, 'second', HERE).returned,
    );
    expect(second).toMatchObject({ got: true, has: true });
  });

  test('both get the lock when the first has not asked for it yet', () => {
    const { first, second } = overlap(
      code('Script'),
      'LockService.getScriptLock',
      (host) => host.run('second').returned,
    );
    expect(second).toMatchObject({ got: true });
    expect(first).toBe(true);
  });

  test('waitLock throws in the words of Google', () => {
    overlap(code('Script'), 'Utilities.getUuid', (host) => {
      expect(() => host.run('third')).toThrow(
        'Exception: Lock timeout: another process was holding the lock for too long.',
      );
    });
    expect.assertions(1);
  });
});

test.each([
  ['returns', ''],
  ['throws', "throw new Error('on the way');"],
  ['is stopped', 'Utilities.sleep(300000); Utilities.sleep(300000);'],
])('a lock is free again when the execution that held it %s', (_how, end) => {
  const { host } = project(`
    function first() { LockService.getScriptLock().waitLock(10); ${end} }
    function second() { return LockService.getScriptLock().tryLock(10); }`);
  try {
    host.run('first');
  } catch {
    // How it ended is not the question here.
  }
  expect(host.run('second').returned).toBe(true);
});

test('releaseLock frees it at once', () => {
  const { host } = project(
    `function main() { const lock = LockService.getScriptLock(); lock.waitLock(1); lock.releaseLock(); return lock.hasLock(); }`,
  );
  expect(host.run('main').returned).toBe(false);
});

test('a web app has no document lock', () => {
  const { host } = project(
    `function doGet() { return ContentService.createTextOutput(String(LockService.getDocumentLock())); }`,
  );
  expect(host.get({}).content).toBe('null');
});
