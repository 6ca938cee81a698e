// ESM-only packages that Jest's CommonJS mode must transform.
const esmOnly = ['franc-min', 'trigram-utils', 'n-gram', 'collapse-white-space'];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/support/build-once.cjs',
  // Names what was skipped and why; with CI=true a skip is a failure.
  reporters: ['default', '<rootDir>/test/support/reporter.cjs'],
  // A guard against hanging, for all that does not say otherwise; what is slow is for `npm run bench` to find.
  testTimeout: 300_000,
};
