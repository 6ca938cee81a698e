/** Pages that the script shows (sidebars, dialogs): kept under an unguessable name and served into a sandbox. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ExecutionResult, ShownHtml } from '../contract';
import type { PaneView, ScreenView } from './protocol';
import { inSandbox } from './sandbox-transport';

/** People have a sidebar and perhaps a dialog open; older ones are of no use to anybody. */
const KEPT = 30;

export class ShownPages {
  private readonly pages = new Map<string, string>();

  screen(result: ExecutionResult): ScreenView {
    return {
      sidebar: this.pane(result.sidebar),
      dialog: this.pane(result.dialog),
      alerts: result.alerts,
      toasts: result.toasts,
    };
  }

  send(response: ServerResponse, name: string): void {
    const html = this.pages.get(name);
    if (html === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This pane was closed. Open it again from the menu.');
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // As in Google's own panes the script's page stands in an origin of its own: it reaches neither the
      // workbook's page nor its server, only google.script.run through messages.
      'content-security-policy':
        "sandbox allow-scripts allow-forms allow-modals allow-popups; default-src 'none'; " +
        "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
    });
    response.end(inSandbox(html));
  }

  private pane(shown: ShownHtml | null): PaneView | null {
    if (shown === null) return null;
    const name = randomBytes(12).toString('hex');
    this.pages.set(name, shown.html);
    const oldest = this.pages.keys().next().value;
    if (this.pages.size > KEPT && oldest !== undefined) this.pages.delete(oldest);
    return { title: shown.title, url: `shown/${name}`, width: shown.width, height: shown.height };
  }
}
