import { connect, createServer, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import { type FaultProxy, passable, startFaultProxy } from '../bench/fault-proxy';
import { until } from '../bench/until';

/** Says HELLO, then echoes. */
let echo: Server;
let proxy: FaultProxy;
const sockets: Socket[] = [];

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('HELLO');
    socket.pipe(socket);
  });
  const port = await new Promise<number>((resolve) => {
    echo.listen(0, '127.0.0.1', () => {
      const address = echo.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  proxy = await startFaultProxy({ host: '127.0.0.1', port });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await proxy.stop();
  await new Promise((resolve) => echo.close(resolve));
});

interface Client {
  socket: Socket;
  heard(): string;
  end: Promise<string>;
}

/** `end` tells how the connection went: `FIN`, or the code of its error. */
function client(): Client {
  const socket = connect(proxy.port, proxy.host);
  sockets.push(socket);
  const heard: string[] = [];
  socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  const end = new Promise<string>((resolve) => {
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    socket.once('end', () => resolve('FIN'));
  });
  return { socket, heard: () => heard.join(''), end };
}

const hears = (who: Client, text: string): Promise<string> =>
  until(
    () => who.heard(),
    (heard) => heard === text,
  );

describe('The fault proxy', () => {
  it('passes everything through while nothing is wrong', async () => {
    const one = client();
    await hears(one, 'HELLO');
    one.socket.write(' there');
    await hears(one, 'HELLO there');
    expect(proxy.openConnections()).toBe(1);
  });

  it.each([
    ['FIN', 'FIN'],
    ['RST', 'ECONNRESET'],
  ] as const)('cuts a new connection after a number of bytes, with %s', async (how, end) => {
    proxy.set({ kind: 'cut', direction: 'down', afterBytes: 3, with: how });
    const one = client();
    expect(await one.end).toBe(end);
    expect(one.heard()).toBe('HEL');
  });

  it('counts from the moment it is told, on an open connection and in the direction asked for', async () => {
    const one = client();
    await hears(one, 'HELLO');
    proxy.set({ kind: 'cut', direction: 'up', afterBytes: 4, with: 'FIN' });
    one.socket.write('abcdef');
    await one.end;
    await until(
      () => proxy.openConnections(),
      (open) => open === 0,
    );
  });

  it('stalls: the connection stays, nothing arrives, and all of it comes when healed', async () => {
    const one = client();
    await hears(one, 'HELLO');
    proxy.set({ kind: 'stall' });
    const other = client();
    await until(
      () => proxy.openConnections(),
      (open) => open === 2,
    );
    one.socket.write('!');
    proxy.heal();
    await hears(other, 'HELLO');
    await hears(one, 'HELLO!');
  });

  it('does not tell the client of a server that closes behind a stall', async () => {
    const one = client();
    await hears(one, 'HELLO');
    proxy.set({ kind: 'stall' });
    one.socket.write('?');
    expect(one.heard()).toBe('HELLO');
    expect(one.socket.readyState).toBe('open');
    proxy.heal();
    await hears(one, 'HELLO?');
  });

  it('refuses new connections, and keeps the open ones', async () => {
    const one = client();
    await hears(one, 'HELLO');
    proxy.set({ kind: 'refuse' });
    const other = client();
    expect(await other.end).toBe('ECONNRESET');
    one.socket.write('!');
    await hears(one, 'HELLO!');
  });

  it.each([
    ['FIN', 'FIN'],
    ['RST', 'ECONNRESET'],
  ] as const)('drops every open connection with %s', async (how, end) => {
    const one = client();
    await hears(one, 'HELLO');
    proxy.drop(how);
    expect(await one.end).toBe(end);
    await hears(client(), 'HELLO');
  });

  it('lets pass exactly the bytes before the cut, however they are cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(500), (chunks, afterBytes) => {
        let left = afterBytes;
        let passed = 0;
        let cut = false;
        for (const chunk of chunks) {
          if (cut) break;
          const { pass, cutNow } = passable(chunk, left);
          left -= pass;
          passed += pass;
          cut = cutNow;
        }
        const sent = chunks.reduce((sum, chunk) => sum + chunk, 0);
        expect(passed).toBe(Math.min(sent, afterBytes));
        expect(cut).toBe(sent >= afterBytes);
      }),
    );
  });
});
