import type { Server } from 'node:net';

export const loopback = '127.0.0.1';

/** Listens on the given port of this machine, or on a free one for 0, and gives the port. */
export function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.removeListener('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server got no TCP port'));
      else resolve(address.port);
    });
  });
}
