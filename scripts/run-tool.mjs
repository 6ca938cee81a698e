// Runs a TypeScript tool of scripts/: bundles it into dist/tools and starts it, with the arguments that follow.
import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run-tool.mjs scripts/TOOL.ts [arguments]');
  process.exit(2);
}
await ensureInstalled('all');
const { buildAll, buildTool } = await import('./build.mjs');
await buildAll();
const file = join('dist', 'tools', `${basename(entry, '.ts')}.cjs`);
await buildTool(entry, file);
const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { stdio: 'inherit' });
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
