// Installs what is missing, and nothing when all is there. Needs only Node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.rowdesk-installed.json');

/** `run` is enough to build and to run the demo; `all` adds what tests and checks need. */
const FLAGS = { run: ['--omit=dev'], all: [] };

/** @param {'run' | 'all'} what */
export async function ensureInstalled(what) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major === undefined || major < 20) {
    console.error(
      `Rowdesk needs Node 20 or newer; this is ${process.version}. Install a newer Node and run this again.`,
    );
    process.exit(1);
  }
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const installed = readStamp();
  if (installed.lock === lock && (installed.what === 'all' || installed.what === what)) return;

  console.error(`Installing packages (${what === 'run' ? 'for running' : 'all'}) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not "npm ci": it refuses a lock file that lacks a build for some other system, which a registry may not have.
  const done = spawnSync(
    npm,
    ['install', '--no-save', ...FLAGS[what], '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (done.status !== 0) {
    console.error(
      'npm could not install the packages (its message is above). Check the network and run this again.',
    );
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ lock, what }));
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return {};
  }
}
