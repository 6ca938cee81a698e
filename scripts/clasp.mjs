// Runs clasp (Google's tool that uploads the tracker) with the arguments given: `npm run clasp -- push`. It is larger
// than all the rest, so it has a folder and a lock file of its own and is installed when it is first needed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { claspProgram, deployFolder } from './clasp/program.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled('run');
if (!existsSync(claspProgram)) {
  console.error('Installing clasp …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: deployFolder,
    stdio: ['ignore', 2, 2],
    shell,
  });
  if (done.status !== 0) {
    console.error(
      'npm could not install clasp (its message is above). Check the network and run this again.',
    );
    process.exit(1);
  }
}
// Not earlier: esbuild may have been installed a moment ago.
const { buildAppsScript } = await import('./build.mjs');
await buildAppsScript();
const { status } = spawnSync(process.execPath, [claspProgram, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
