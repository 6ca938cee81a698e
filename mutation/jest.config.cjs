// The project's own Jest, narrowed to the tests that ROWDESK_MUTATION_TESTS names (a JSON list of globs).
const { dirname, resolve } = require('node:path');
const { reporters: _, maxWorkers: __, globalSetup: ___, ...project } = require('../jest.config.cjs');

const tests = JSON.parse(process.env.ROWDESK_MUTATION_TESTS ?? '[]');

module.exports = {
  ...project,
  rootDir: resolve(__dirname, '..'),
  // Jest looks through its roots before every mutant, so they are kept small.
  roots: [...new Set(tests.map((glob) => `<rootDir>/${dirname(glob)}`))],
  testMatch: tests.map((glob) => `<rootDir>/${glob}`),
};
