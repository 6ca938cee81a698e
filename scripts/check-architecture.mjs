// Holds the rule of who imports whom (.dependency-cruiser.cjs), and fails when it read fewer modules than there
// are source files: a cruiser that cannot read TypeScript reports "0 modules, no violations".
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.cjs';

const PARTS = ['core', 'sheet-templates', 'apps-script', 'mail-bridge', 'local-sheet', 'demo'];
const present = readdirSync('.').filter((name) => PARTS.includes(name));
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...present], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));

const { output } = await cruise(present, {
  ...config.options,
  validate: true,
  ruleSet: { forbidden: config.forbidden },
});
const read = new Set(output.modules.map((module) => module.source));
const unread = sources.filter((path) => !read.has(path));
for (const { from, to, rule } of output.summary.violations) {
  console.error(`${rule.name}: ${from} → ${to}`);
}
if (unread.length > 0)
  console.error(`The architecture check did not read: ${unread.slice(0, 10).join(', ')}`);
const failed = output.summary.violations.length > 0 || unread.length > 0 || sources.length === 0;
console.log(
  `architecture: ${read.size} modules, ${sources.length} sources, ${output.summary.violations.length} violations`,
);
process.exit(failed ? 1 : 0);
