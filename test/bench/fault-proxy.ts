import { connect, createServer, type Socket } from 'node:net';
import { resetNow } from './reset';

/** Which way bytes go: `down` from the server to the client, `up` from the client to the server. */
type Direction = 'down' | 'up';

/**
 * What happens to the bytes of every connection, open and new:
 * `cut` ends it after that many more bytes in one direction, with FIN or with RST; `stall` keeps it open and lets
 * nothing through, as a network that swallows packets does; `refuse` resets each new one at once.
 */
type Fault =
  | { kind: 'none' }
  | { kind: 'cut'; direction: Direction; afterBytes: number; with: 'FIN' | 'RST' }
  | { kind: 'stall' }
  | { kind: 'refuse' };

export interface FaultProxy {
  host: '127.0.0.1';
  port: number;
  set(fault: Fault): void;
  /** Lets everything through again, what was stalled first. */
  heal(): void;
  /** Ends every open connection now. */
  drop(how: 'FIN' | 'RST'): void;
  openConnections(): number;
  stop(): Promise<void>;
}

/** How much of a chunk may pass, when `left` more bytes may pass before the cut. */
export function passable(chunkLength: number, left: number): { pass: number; cutNow: boolean } {
  const pass = Math.min(chunkLength, Math.max(0, left));
  return { pass, cutNow: left <= chunkLength };
}

/** A TCP proxy on loopback that misbehaves on demand. */
export async function startFaultProxy(target: { host: string; port: number }): Promise<FaultProxy> {
  let fault: Fault = { kind: 'none' };
  const links = new Set<Link>();
  const server = createServer((client) => {
    if (fault.kind === 'refuse') {
      client.on('error', () => undefined);
      resetNow(client);
      return;
    }
    const link = new Link(client, connect(target.port, target.host), () => links.delete(link));
    links.add(link);
    link.set(fault);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the proxy got no TCP port'));
      else resolve(address.port);
    });
  });
  const set = (next: Fault): void => {
    fault = next;
    for (const link of links) link.set(next);
  };
  return {
    host: '127.0.0.1',
    port,
    set,
    heal: () => set({ kind: 'none' }),
    drop: (how) => {
      for (const link of links) link.end(how);
    },
    openConnections: () => links.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const link of links) link.end('RST');
      }),
  };
}

const readingTimeMs = 20;

/** One connection through the proxy. */
class Link {
  private fault: Fault = { kind: 'none' };
  private left = 0;
  private ended = false;
  /** The last bytes are on their way; nothing follows them in either direction. */
  private isCut = false;
  private readonly stalled: { direction: Direction; chunk: Buffer }[] = [];

  constructor(
    private readonly client: Socket,
    private readonly upstream: Socket,
    private readonly onEnd: () => void,
  ) {
    for (const [socket, direction] of [
      [client, 'up'],
      [upstream, 'down'],
    ] as const) {
      socket.setNoDelay(true);
      socket.on('data', (chunk) => this.carry(direction, chunk));
      socket.on('error', () => this.end('RST'));
      socket.on('close', () => {
        // A stalled network does not carry the news of the other end's closing either.
        if (this.fault.kind !== 'stall') this.end('FIN');
      });
    }
  }

  set(fault: Fault): void {
    this.fault = fault;
    if (fault.kind === 'cut') this.left = fault.afterBytes;
    if (fault.kind === 'cut' && fault.afterBytes === 0) this.end(fault.with);
    if (fault.kind === 'stall') return;
    for (const { direction, chunk } of this.stalled.splice(0)) this.carry(direction, chunk);
    if (this.client.destroyed || this.upstream.destroyed) this.end('FIN');
  }

  end(how: 'FIN' | 'RST'): void {
    if (this.ended) return;
    this.ended = true;
    this.onEnd();
    for (const socket of [this.client, this.upstream]) {
      if (how === 'RST') resetNow(socket);
      else socket.end(() => socket.destroy());
    }
  }

  private carry(direction: Direction, chunk: Buffer): void {
    if (this.ended || this.isCut) return;
    if (this.fault.kind === 'stall') {
      this.stalled.push({ direction, chunk });
      return;
    }
    const receiver = direction === 'up' ? this.upstream : this.client;
    if (this.fault.kind !== 'cut' || this.fault.direction !== direction) {
      receiver.write(chunk);
      return;
    }
    const { pass, cutNow } = passable(chunk.length, this.left);
    this.left -= pass;
    this.isCut = cutNow;
    const { with: how } = this.fault;
    // The last bytes go out before the end: a reset would throw away what still waits in the socket. And the
    // receiver gets a moment to read them: libuv reports data and RST that arrive together as an orderly end.
    receiver.write(chunk.subarray(0, pass), () => {
      // On a busy machine the moment may be over before anybody has looked: setImmediate lets them look once more.
      if (cutNow && how === 'RST') setTimeout(() => setImmediate(() => this.end(how)), readingTimeMs);
      else if (cutNow) this.end(how);
    });
  }
}
