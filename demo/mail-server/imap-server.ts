import { createServer, type Socket } from 'node:net';
import { ImapSession } from './imap-session';
import { listenOnLoopback } from './loopback';
import type { PostOffice } from './post-office';

/** An IMAP4rev1 server for development: in memory, on loopback, without TLS. */
export async function startImapServer(
  office: PostOffice,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const session = new ImapSession(office, { write: inBatches(socket), end: () => socket.end() });
    socket.on('data', (chunk) => session.feed(chunk));
    // A client that resets the connection is no news; 'close' follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      session.close();
    });
  });
  return {
    port: await listenOnLoopback(server, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A FETCH makes many small pieces: those of one turn go to the kernel together. */
function inBatches(socket: Socket): (data: string | Buffer) => void {
  let corked = false;
  return (data) => {
    if (!socket.writable) return;
    if (!corked) {
      corked = true;
      socket.cork();
      process.nextTick(() => {
        corked = false;
        socket.uncork();
      });
    }
    socket.write(data);
  };
}
