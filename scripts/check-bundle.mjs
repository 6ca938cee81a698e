// Checks what the build made, as it is shipped: the bridge alone in an empty folder, and the Apps Script project.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'acorn';
import { buildAll, buildAppsScript, DEVELOPMENT_ONLY } from './build.mjs';

const failures = [];
const check = (what, holds) => {
  console.log(`${holds ? 'ok' : 'FAILED'}  ${what}`);
  if (!holds) failures.push(what);
};

await buildAll();
const bridge = readFileSync('dist/rowdesk.cjs', 'utf8');
const strangers = DEVELOPMENT_ONLY.filter((name) => bridge.includes(`// node_modules/${name}/`));
check(
  `the bridge holds no development server or tool (${strangers.join(', ') || 'none'})`,
  strangers.length === 0,
);
check('the bridge holds the packages it needs', bridge.includes('// node_modules/imapflow/'));

const empty = mkdtempSync(join(tmpdir(), 'rowdesk-bundle-'));
try {
  copyFileSync('dist/rowdesk.cjs', join(empty, 'rowdesk.cjs'));
  const run = (...args) =>
    execFileSync(process.execPath, ['rowdesk.cjs', ...args], {
      cwd: empty,
      encoding: 'utf8',
      env: { PATH: '' },
    });
  check('it answers --help without node_modules', run('--help').includes('explain'));
  writeFileSync(
    join(empty, 'mail.eml'),
    'From: Ola <ola@firma.test>\r\nSubject: =?utf-8?B?xbvDs8WCdw==?=\r\nContent-Type: text/html\r\n\r\n<p>Gdzie jest link?</p>\r\n',
  );
  const reading = JSON.parse(run('explain', '--json', 'mail.eml'));
  check(
    'it reads a mail without node_modules',
    reading.subject === 'Żółw' && reading.text === 'Gdzie jest link?',
  );
} finally {
  rmSync(empty, { recursive: true, force: true });
}

const { outdir, names } = await buildAppsScript();
const files = readdirSync(outdir).sort().join(' ');
check(
  `clasp pushes exactly: ${files}`,
  files === 'Code.js Forecast.html Import.html Preview.html Sidebar.html Stop.html appsscript.json',
);
const program = parse(readFileSync(join(outdir, 'Code.js'), 'utf8'), {
  ecmaVersion: 2020,
  sourceType: 'script',
});
const functions = program.body
  .filter((node) => node.type === 'FunctionDeclaration')
  .map((node) => node.id.name);
check(
  `the script parses as ES2020 and Google may call exactly: ${functions.join(' ')}`,
  functions.length > 0 && functions.sort().join(' ') === [...names].sort().join(' '),
);
process.exit(failures.length > 0 ? 1 : 0);
