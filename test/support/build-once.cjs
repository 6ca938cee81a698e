// Jest's globalSetup: builds the Apps Script project once for all suites, from the sources as they are now.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const ROOT = join(__dirname, '..', '..');

module.exports = () => {
  const outdir = mkdtempSync(join(tmpdir(), 'rowdesk-apps-script-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const build = pathToFileURL(join(ROOT, 'scripts', 'build.mjs')).href;
  // In a process of its own: the build is an ES module, and Jest runs CommonJS.
  const script = `await import(${JSON.stringify(build)}).then((m) => m.buildAppsScript(${JSON.stringify(outdir)}))`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT });
  // Workers start after this and inherit it.
  process.env.ROWDESK_TEST_PROJECT = outdir;
};
