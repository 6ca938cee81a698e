/** The Apps Script project as `npm run build` makes it, in a directory of the tests' own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptBundle } from '../../../local-sheet/apps-script/project';

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
  const outdir = process.env.ROWDESK_TEST_PROJECT;
  if (outdir === undefined) throw new Error('The project is built by test/support/build-once.cjs.');
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
}
