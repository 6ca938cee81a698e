/** The Apps Script project as `npm run build` makes it, into a directory of the test's own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptBundle } from '../../../local-sheet/apps-script/project';

const ROOT = join(__dirname, '..', '..', '..');

export interface BuiltProject {
  readonly code: string;
  readonly sidebar: string;
  /** Every page, by the name under which the script finds it. */
  readonly pages: Readonly<Record<string, string>>;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly bundle: ScriptBundle;
}

let built: BuiltProject | null = null;

export function builtProject(): BuiltProject {
  built ??= build();
  return built;
}

function build(): BuiltProject {
  const outdir = mkdtempSync(join(tmpdir(), 'rowdesk-apps-script-'));
  try {
    // In a process of its own: the build is an ES module, and Jest runs CommonJS.
    const script = `import(${JSON.stringify(join(ROOT, 'scripts', 'build.mjs'))}).then((m) => m.buildAppsScript(${JSON.stringify(outdir)}))`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', `await ${script}`], { cwd: ROOT });
    const read = (name: string): string => readFileSync(join(outdir, name), 'utf8');
    const code = read('Code.js');
    const pages = Object.fromEntries(
      readdirSync(outdir).flatMap((file) =>
        file.endsWith('.html') ? [[file.slice(0, -'.html'.length), read(file)]] : [],
      ),
    );
    const manifest = JSON.parse(read('appsscript.json'));
    return {
      code,
      sidebar: pages.Sidebar ?? '',
      pages,
      manifest,
      bundle: { code, htmlFiles: pages, manifest },
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
