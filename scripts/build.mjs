// Builds everything into dist/: the bridge as one file, the demo, the Apps Script project as clasp pushes it, and
// the pages. Run alone: `npm run build`.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const path = (...parts) => join(root, ...parts);
const version = JSON.parse(readFileSync(path('package.json'), 'utf8')).version;

const NODE = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  logLevel: 'warning',
  define: { ROWDESK_VERSION: JSON.stringify(version) },
  absWorkingDir: root,
};

/** Packages that only the demo and the tools load, from node_modules: never a part of the bridge's one file. */
export const DEVELOPMENT_ONLY = ['@cj-tech-master/excelts', 'ajv', 'smtp-server', 'playwright-core'];

/** Pages of the tracker: the name by which the script finds each, and that of its parts in apps-script/page/. */
const TRACKER_PAGES = [
  ['Sidebar', 'sidebar'],
  ['Import', 'import'],
  ['Forecast', 'forecast'],
  ['Preview', 'preview'],
];

export async function buildAll() {
  await Promise.all([buildBridge(), buildDemo(), buildAppsScript(), buildPages()]);
}

/**
 * The bridge: one file that runs without node_modules. It is written in ASCII alone, so that V8 keeps its source in one
 * byte a sign and reads it twice as fast. esbuild escapes strings but not regular expressions; there `\uXXXX` means the same.
 */
async function buildBridge() {
  const outfile = path('dist', 'rowdesk.cjs');
  const { outputFiles } = await build({
    ...NODE,
    entryPoints: [path('mail-bridge', 'cli', 'main.ts')],
    outfile,
    charset: 'ascii',
    write: false,
    banner: { js: '#!/usr/bin/env node' },
    legalComments: 'eof',
  });
  const escaped = outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  mkdirSync(path('dist'), { recursive: true });
  writeFileSync(outfile, escaped);
  chmodSync(outfile, 0o755);
}

async function buildDemo() {
  await build({
    ...NODE,
    entryPoints: [path('demo', 'main.ts')],
    outfile: path('dist', 'demo.cjs'),
    external: DEVELOPMENT_ONLY,
    legalComments: 'none',
  });
}

/** A tool of scripts/, to be run from the checkout. */
export async function buildTool(entry, outfile) {
  await build({
    ...NODE,
    entryPoints: [entry],
    outfile,
    external: DEVELOPMENT_ONLY,
    sourcemap: 'inline',
    legalComments: 'none',
  });
}

/**
 * The Apps Script project. Google calls global functions only, so a footer makes one for every export of entry.ts;
 * the entry file is thereby the list of what Google may call.
 */
export async function buildAppsScript(outdir = path('dist', 'apps-script')) {
  const options = {
    entryPoints: [path('apps-script', 'entry.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'Rowdesk',
    platform: 'neutral',
    // liquidjs names its build without Node in "es2015".
    mainFields: ['es2015', 'module', 'main'],
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
    absWorkingDir: root,
    outdir,
  };
  const names = await exportsOf(options);
  const { outputFiles } = await build({
    ...options,
    footer: {
      js: names
        .map((name) => `function ${name}() { return Rowdesk.${name}.apply(this, arguments); }`)
        .join('\n'),
    },
  });
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, 'Code.js'), outputFiles[0].contents);
  writeFileSync(join(outdir, 'appsscript.json'), readFileSync(path('apps-script', 'appsscript.json')));
  for (const [file, name] of TRACKER_PAGES) {
    const part = (kind) => path('apps-script', 'page', `${name}.${kind}`);
    if (!existsSync(part('html'))) continue;
    writeFileSync(join(outdir, `${file}.html`), await inlinePage(part('html'), part('ts'), part('css')));
  }
  // A template of HtmlService with its style and script in it: Google fills in the data.
  writeFileSync(join(outdir, 'Stop.html'), readFileSync(path('apps-script', 'portal', 'stop.html')));
  return { outdir, names };
}

/** Names that a module exports, as the bundler sees them. */
async function exportsOf(options) {
  const { metafile } = await build({ ...options, format: 'esm', globalName: undefined });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** Pages of the local sheet and of the demo: a document and its script. */
async function buildPages() {
  const outdir = path('dist', 'pages');
  mkdirSync(outdir, { recursive: true });
  const pages = [
    ['sheet', 'local-sheet/page/client/page.html', 'local-sheet/page/client/main.ts'],
    ['demo', 'demo/page/client/page.html', 'demo/page/client/main.ts'],
  ];
  for (const [name, html, script] of pages) {
    if (!existsSync(path(html))) continue;
    writeFileSync(join(outdir, `${name}.html`), readFileSync(path(html)));
    writeFileSync(join(outdir, `${name}.js`), await bundlePage(path(script)));
  }
}

/** One self-contained HTML file: the script and the style stand where the placeholders are. */
async function inlinePage(html, script, style) {
  // "</script" inside a string would end the element.
  const code = (await bundlePage(script)).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const css = await bundleStyle(style);
  return readFileSync(html, 'utf8')
    .replace('<!-- style -->', () => `<style>\n${css}</style>`)
    .replace('<!-- script -->', () => `<script>\n${code}</script>`);
}

/** A style sheet with the ones that it imports. */
async function bundleStyle(style) {
  const { outputFiles } = await build({
    entryPoints: [style],
    bundle: true,
    charset: 'utf8',
    logLevel: 'warning',
    write: false,
    absWorkingDir: root,
  });
  return outputFiles[0].text;
}

async function bundlePage(script) {
  const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    absWorkingDir: root,
  });
  return outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
