// `npm test`: installs what is missing, builds, and runs the tests with the arguments that follow.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled('all');
const { buildAll } = await import('./build.mjs');
await buildAll();
mkdirSync('test-output', { recursive: true });
const args = [
  'node_modules/jest/bin/jest.js',
  '--json',
  '--outputFile=test-output/jest.json',
  ...process.argv.slice(2),
];
// Jest reports on standard error; --json would repeat it all on standard output.
const child = spawn(process.execPath, args, { stdio: ['inherit', 'ignore', 'inherit'] });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
