/** Where the page's parts are, for the build: one HTML file, and one script bundled from its entry point. */

/** Below the project's root. */
export const PAGE_HTML = 'local-sheet/page/client/page.html';
const PAGE_ENTRY = 'local-sheet/page/client/main.ts';

/** Options for esbuild; the result is `client.js` of PageOptions. */
export const PAGE_BUNDLE = {
  entryPoints: [PAGE_ENTRY],
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  write: false,
} as const;
