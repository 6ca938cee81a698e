/** The page on a real server of this machine, with its script bundled as the build does it. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ScriptHost } from '../../../local-sheet/contract';
import { PAGE_BUNDLE, PAGE_HTML } from '../../../local-sheet/page/assets';
import { pageRoutes } from '../../../local-sheet/page/routes';
import type { OpenDesk } from './desk-in-model';

const ROOT = join(__dirname, '../../..');

export async function bundledClient(): Promise<{ html: string; js: string }> {
  const { build } = await import('esbuild');
  const result = await build({
    ...PAGE_BUNDLE,
    entryPoints: [...PAGE_BUNDLE.entryPoints],
    absWorkingDir: ROOT,
  });
  return { html: readFileSync(join(ROOT, PAGE_HTML), 'utf8'), js: result.outputFiles[0]?.text ?? '' };
}

export interface RunningPage {
  readonly url: string;
  close(): Promise<void>;
}

export async function servePage(
  { sheets, spreadsheetId }: OpenDesk,
  host: ScriptHost | null,
  client = { html: '<!doctype html><style nonce="{{nonce}}"></style>', js: '/* page */' },
): Promise<RunningPage> {
  const routes = pageRoutes({
    service: sheets,
    spreadsheetId,
    host: () => host,
    user: () => ({ email: 'kasia@desk.example', locale: 'en' }),
    client,
    now: () => Date.UTC(2026, 10, 21, 12),
  });
  const server: Server = createServer((request, response) => {
    if (routes(request, response)) return;
    response.writeHead(404);
    response.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
