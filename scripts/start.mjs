// `npm start`: installs what is missing, builds, and runs the demo with the arguments that follow.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled('run');
const { buildAll } = await import('./build.mjs');
await buildAll();
const child = spawn(process.execPath, ['dist/rowdesk.cjs', 'demo', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
