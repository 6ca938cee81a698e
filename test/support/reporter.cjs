/**
 * A Jest reporter that closes the run with the list of everything that was skipped and why. Under CI (CI=true) a
 * skip is a failure: CI installs every program that a test may need, so nothing has a reason to be left out there.
 */
const path = require('node:path');

/** What test/support/needs.ts puts at the end of the name of a group that it skips. */
const reasonInName = /^(.*) \[skipped: (.*)\]$/;

class SkipReporter {
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
    // `jest -t name` skips everything else on purpose: only groups that lack a program are worth a word then.
    this.isFiltered = Boolean(globalConfig.testNamePattern);
    this.isCi = process.env.CI === 'true';
    this.skipped = [];
  }

  onRunComplete(_contexts, results) {
    this.skipped = skippedGroups(results, this.rootDir).filter(
      (group) => group.hasReason || !this.isFiltered,
    );
    if (this.skipped.length === 0) return;
    const lines = this.skipped.map(
      ({ file, name, tests, reason }) => `  ${file}: ${name} (${count(tests)}): ${reason}`,
    );
    process.stderr.write(`\nSkipped:\n${lines.join('\n')}\n`);
    if (this.isCi) process.stderr.write('CI=true: a skipped test is a failure here.\n');
  }

  /** Jest exits non-zero when a reporter answers with an error. */
  getLastError() {
    if (!this.isCi || this.skipped.length === 0) return undefined;
    return new Error(
      `${count(this.skipped.reduce((sum, group) => sum + group.tests, 0))} skipped under CI=true`,
    );
  }
}

/** One entry for each group and reason, in the order of the run. */
function skippedGroups(results, rootDir) {
  const groups = new Map();
  for (const { testFilePath, testResults } of results.testResults) {
    const file = path.relative(rootDir, testFilePath);
    for (const { status, ancestorTitles, title } of testResults) {
      if (status === 'passed' || status === 'failed') continue;
      const named = ancestorTitles
        .map((ancestor) => reasonInName.exec(ancestor))
        .find((match) => match !== null);
      const [, name, reason] = named ?? [
        '',
        [...ancestorTitles, title].join(' › '),
        `marked ${status}, no reason given`,
      ];
      const key = `${file}\n${name}\n${reason}`;
      const group = groups.get(key) ?? { file, name, reason, tests: 0, hasReason: named !== undefined };
      group.tests += 1;
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

function count(tests) {
  return tests === 1 ? '1 test' : `${tests} tests`;
}

module.exports = SkipReporter;
