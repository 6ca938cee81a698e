/** Tells open pages the whole state after each change (server-sent events): a page that missed some is right again. */
import type { ServerResponse } from 'node:http';
import { debounce } from '../stage/debounce';

const TOGETHER_MS = 60;
const SIGN_OF_LIFE_MS = 20_000;

export class StateFeed {
  private readonly pages = new Set<ServerResponse>();
  private readonly soon = debounce(TOGETHER_MS, () => this.tell());
  private readonly alive = setInterval(() => this.write(':\n\n'), SIGN_OF_LIFE_MS).unref();

  constructor(private readonly state: () => unknown) {}

  join(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(`retry: 1000\n\n${this.event()}`);
    this.pages.add(response);
    response.on('close', () => this.pages.delete(response));
  }

  changed(): void {
    if (this.pages.size > 0) this.soon.ask();
  }

  close(): void {
    clearInterval(this.alive);
    this.soon.cancel();
    for (const page of this.pages) page.end();
  }

  private tell(): void {
    this.write(this.event());
  }

  private event(): string {
    return `event: state\ndata: ${JSON.stringify(this.state())}\n\n`;
  }

  private write(text: string): void {
    for (const page of this.pages) page.write(text);
  }
}
