import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** Runs Jest on one small test file with our reporter, in a folder of its own. */
function runJest(test: string, ci: boolean, more: string[] = []): { exitCode: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'reporter-'));
  try {
    writeFileSync(join(folder, 'sample.test.js'), test);
    const config = { rootDir: folder, transform: {}, reporters: [join(root, 'test/support/reporter.cjs')] };
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/jest/bin/jest.js'), '--config', JSON.stringify(config), ...more],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, CI: ci ? 'true' : 'false' } },
    );
    return { exitCode: status, said: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lacking = `
  describe.skip('The workbook [skipped: LibreOffice is not installed]', () => { it('opens', () => {}); it('prints', () => {}); });
  it('is here', () => {});
`;

describe('The reporter of skipped tests', () => {
  it('names each skipped group with its reason, and lets a developer pass', () => {
    const { exitCode, said } = runJest(lacking, false);
    expect(said).toContain('sample.test.js: The workbook (2 tests): LibreOffice is not installed');
    expect(exitCode).toBe(0);
  });

  it('fails the run under CI', () => {
    const { exitCode, said } = runJest(lacking, true);
    expect(said).toContain('CI=true: a skipped test is a failure here.');
    expect(exitCode).toBe(1);
  });

  it('names a test that somebody skipped without a reason', () => {
    const { said } = runJest(`describe('A', () => { it.skip('b', () => {}); it('c', () => {}); });`, false);
    expect(said).toContain('sample.test.js: A › b (1 test): marked pending, no reason given');
  });

  it('says nothing when nothing was skipped, under CI too', () => {
    expect(runJest(`it('is here', () => {});`, true)).toEqual({ exitCode: 0, said: '' });
  });

  it('does not take the tests that -t leaves out for skipped', () => {
    const { said } = runJest(`it('one', () => {}); it('two', () => {});`, false, ['-t', 'one']);
    expect(said).toBe('');
  });
});
