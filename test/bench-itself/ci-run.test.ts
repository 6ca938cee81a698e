import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const script = resolve(__dirname, '..', '..', '.ci', 'run');

interface Machine {
  /** What Jest writes, or null when it could not even start. */
  jest: { passed: number; failed?: number; skipped?: number; brokenSuites?: number } | null;
  /** Exit codes of the npm commands, 0 where nothing is said. */
  npm?: Record<string, number>;
  hasCorpora?: boolean;
  missingPackage?: string;
  isRoot?: boolean;
}

/** Runs .ci/run in a folder of its own, on a machine played by small programs that stand first on PATH. */
function runCi(machine: Machine): { exitCode: number | null; last: string; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
  try {
    const project = join(folder, 'project');
    const programs = join(folder, 'programs');
    for (const path of ['project/.ci', 'project/scripts', 'project/test-output', 'programs']) {
      mkdirSync(join(folder, path), { recursive: true });
    }
    if (machine.hasCorpora === true) mkdirSync(join(folder, 'shared/corpora'), { recursive: true });
    copyFileSync(script, join(project, '.ci/run'));
    writeFileSync(join(project, 'scripts/check-bundle.mjs'), '');
    // Left from an earlier run: it must not be counted again.
    writeFileSync(join(project, 'test-output/jest.json'), jestJson({ passed: 999 }));
    writeFileSync(join(folder, 'jest.json'), machine.jest === null ? '' : jestJson(machine.jest));

    const program = (name: string, lines: string[]): void => {
      writeFileSync(join(programs, name), `#!/bin/sh\n${lines.join('\n')}\n`);
      chmodSync(join(programs, name), 0o755);
    };
    const exits = Object.entries(machine.npm ?? {}).map(([name, code]) => `"${name}") exit ${code} ;;`);
    program('npm', [
      machine.jest === null ? '' : `[ "$1" = test ] && cp "${folder}/jest.json" test-output/jest.json`,
      `case "$1\${2:+ $2}" in ${exits.join(' ')} esac`,
      'exit 0',
    ]);
    program('dpkg-query', [
      `case "$*" in *"${machine.missingPackage ?? 'nothing'}") exit 1 ;; esac`,
      'printf installed',
    ]);
    program('id', [machine.isRoot === false ? 'echo 1000' : 'echo 0']);
    program('apt-get', [`echo "apt-get $*" >>"${folder}/apt.log"`]);

    const { status, stdout, stderr } = spawnSync('bash', [join(project, '.ci/run')], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        POLICY_RC_D: join(folder, 'policy-rc.d'),
        PATH: `${programs}:${process.env.PATH ?? ''}`,
      },
    });
    const log =
      machine.missingPackage === undefined || machine.isRoot === false
        ? ''
        : readFileSync(join(folder, 'apt.log'), 'utf8');
    return { exitCode: status, last: stdout.trimEnd().split('\n').at(-1) ?? '', said: stdout + stderr + log };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function jestJson(counts: NonNullable<Machine['jest']>): string {
  return JSON.stringify({
    numPassedTests: counts.passed,
    numFailedTests: counts.failed ?? 0,
    numPendingTests: counts.skipped ?? 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: counts.brokenSuites ?? 0,
  });
}

describe('.ci/run', () => {
  it.each<[string, Machine, string, number]>([
    [
      'counts tests, the packages and eight checks',
      { jest: { passed: 10 } },
      '19 passed, 0 failed, 0 skipped',
      0,
    ],
    [
      'measures where the mails are',
      { jest: { passed: 10 }, hasCorpora: true },
      '20 passed, 0 failed, 0 skipped',
      0,
    ],
    [
      'counts failed tests',
      { jest: { passed: 9, failed: 2 }, npm: { test: 1 } },
      '18 passed, 2 failed, 0 skipped',
      1,
    ],
    [
      'counts a suite that broke',
      { jest: { passed: 9, brokenSuites: 1 }, npm: { test: 1 } },
      '18 passed, 1 failed, 0 skipped',
      1,
    ],
    [
      'fails when a test was skipped',
      { jest: { passed: 9, skipped: 2 } },
      '18 passed, 1 failed, 2 skipped',
      1,
    ],
    ['fails when no test ran', { jest: { passed: 0 } }, '9 passed, 1 failed, 0 skipped', 1],
    ['fails when Jest wrote nothing', { jest: null }, '9 passed, 1 failed, 0 skipped', 1],
    [
      'believes the exit code of npm test',
      { jest: { passed: 10 }, npm: { test: 1 } },
      '19 passed, 1 failed, 0 skipped',
      1,
    ],
    [
      'counts each failed check',
      { jest: { passed: 10 }, npm: { 'run lint': 1, 'run types': 2 } },
      '17 passed, 2 failed, 0 skipped',
      1,
    ],
    [
      'counts a goal that was not held',
      { jest: { passed: 10 }, hasCorpora: true, npm: { 'run measure': 1 } },
      '19 passed, 1 failed, 0 skipped',
      1,
    ],
  ])('%s', (_name, machine, last, exitCode) => {
    const run = runCi(machine);
    expect({ last: run.last, exitCode: run.exitCode }).toEqual({ last, exitCode });
  });

  it('installs only what is missing, after apt-get update', () => {
    const run = runCi({ jest: { passed: 1 }, missingPackage: 'chromium-headless-shell' });
    expect(run.said).toMatch(
      /apt-get update .*\napt-get install .*--no-install-recommends chromium-headless-shell\n/,
    );
    expect(run.exitCode).toBe(0);
  });

  it('says so when it would need root for that', () => {
    const run = runCi({ jest: { passed: 1 }, missingPackage: 'chromium-headless-shell', isRoot: false });
    expect(run.said).toContain('only root can install them: chromium-headless-shell');
    expect(run.exitCode).toBe(1);
  });

  it('names what failed', () => {
    expect(runCi({ jest: { passed: 1 }, npm: { 'run unused': 1 } }).said).toContain('failed: unused');
  });
});
