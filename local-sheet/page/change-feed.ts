/** Tells open pages that the workbook changed (server-sent events, HTML Living Standard 9.2). */
import type { ServerResponse } from 'node:http';

/** A batch of the bridge is several changes; pages read once for all of them. */
const TOGETHER_MS = 80;
/** A comment now and then, so that nothing on the way takes the stream for dead. */
const SIGN_OF_LIFE_MS = 20_000;

export class ChangeFeed {
  private readonly pages = new Set<ServerResponse>();
  private soon: NodeJS.Timeout | null = null;
  private alive: NodeJS.Timeout | null = null;

  join(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies of hosted editors hold streams back without this.
      'x-accel-buffering': 'no',
    });
    response.write('retry: 1000\n\nevent: hello\ndata: \n\n');
    this.pages.add(response);
    response.on('close', () => {
      this.pages.delete(response);
      if (this.pages.size === 0) this.rest();
    });
    if (this.alive === null) {
      // An open page must not keep a finished program alive.
      this.alive = setInterval(() => this.tell(':\n\n'), SIGN_OF_LIFE_MS).unref();
    }
  }

  changed(): void {
    if (this.pages.size === 0 || this.soon !== null) return;
    this.soon = setTimeout(() => {
      this.soon = null;
      this.tell('event: changed\ndata: \n\n');
    }, TOGETHER_MS).unref();
  }

  private tell(text: string): void {
    for (const page of this.pages) page.write(text);
  }

  private rest(): void {
    if (this.alive !== null) clearInterval(this.alive);
    if (this.soon !== null) clearTimeout(this.soon);
    this.alive = null;
    this.soon = null;
  }
}
