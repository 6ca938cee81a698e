// A rehearsal of the deployment: the real clasp pushes the built script to a stand-in of Google's Script API on the
// loopback. What arrives there must be, file by file, what the build made. Needs `npm ci --prefix deploy`.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { buildAppsScript } from './build.mjs';
import { claspProgram } from './clasp/program.mjs';

const run = promisify(execFile);
const SCRIPT_ID = 'rehearsal-rehearsal-rehearsal-rehearsal-rehearsal-rehearsal';
const failures = [];
const check = (what, holds) => {
  console.log(`${holds ? 'ok' : 'FAILED'}  ${what}`);
  if (!holds) failures.push(what);
};

// clasp reads nothing outside its project's folder, so the rehearsal is held inside dist/.
const { outdir } = await buildAppsScript();
const project = mkdtempSync(join(outdir, '..', 'clasp-rehearsal-'));
const files = join(project, 'files');
await buildAppsScript(files);
const asked = [];
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const text = Buffer.concat(parts).toString();
    asked.push({ method: request.method, path: request.url.split('?')[0], text });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.method === 'PUT' ? JSON.parse(text) : { files: [] }));
  });
});
try {
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  writeFileSync(join(project, '.clasp.json'), JSON.stringify({ scriptId: SCRIPT_ID, rootDir: 'files' }));
  const credentials = join(project, 'clasprc.json');
  // Invented: no account of anybody. The stand-in asks for none.
  const token = {
    type: 'authorized_user',
    client_id: 'rehearsal',
    client_secret: 'rehearsal',
    refresh_token: 'rehearsal',
    access_token: 'rehearsal',
    expiry_date: 4_102_444_800_000,
  };
  writeFileSync(credentials, JSON.stringify({ tokens: { default: token } }), { mode: 0o600 });
  const clasp = (...args) =>
    run(
      process.execPath,
      ['--import', new URL('./clasp/only-loopback.mjs', import.meta.url).href, claspProgram, ...args],
      {
        cwd: project,
        env: {
          PATH: process.env.PATH,
          HOME: project,
          CI: 'true',
          ROWDESK_STAND_IN_PORT: String(server.address().port),
        },
        timeout: 60_000,
      },
    );

  const { stdout } = await clasp('show-file-status', '--json');
  const { filesToPush = [] } = JSON.parse(stdout);
  const pushed = filesToPush.map((file) => relative('files', file)).sort();
  check(
    `clasp would push exactly: ${pushed.join(' ')}`,
    pushed.join(' ') === readdirSync(files).sort().join(' '),
  );

  await clasp('-A', credentials, 'push', '-f');
  const puts = asked.filter(({ method }) => method === 'PUT');
  check(
    'it pushes once, to this script',
    puts.length === 1 && puts[0].path === `/v1/projects/${SCRIPT_ID}/content`,
  );
  const TYPES = { js: 'SERVER_JS', html: 'HTML', json: 'JSON' };
  const arrived = JSON.parse(puts[0]?.text ?? '{"files":[]}').files;
  for (const file of readdirSync(files)) {
    const [name, ending] = file.split('.');
    const found = arrived.find((one) => one.name === name && one.type === TYPES[ending]);
    check(`${file} arrives as it was built`, found?.source === readFileSync(join(files, file), 'utf8'));
  }
  check('nothing else arrives', arrived.length === readdirSync(files).length);
} finally {
  server.close();
  rmSync(project, { recursive: true, force: true });
}
process.exit(failures.length > 0 ? 1 : 0);
