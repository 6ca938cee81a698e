/** An IMAP server that says only what a test needs, and refuses or keeps silent where it is told to. */
import { createServer, type Socket } from 'node:net';

export interface StubbornServer {
  readonly port: number;
  /** The commands so far, without their tags. */
  readonly heard: readonly string[];
  /** What it answers to a command whose name (after UID) is this. null: nothing, ever. */
  readonly answers: Map<string, ((tag: string, command: string) => string) | null>;
  push(line: string): void;
  stop(): Promise<void>;
}

const ok = (tag: string) => `${tag} OK done\r\n`;

export async function startStubbornServer(): Promise<StubbornServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const answers: StubbornServer['answers'] = new Map([
    ['CAPABILITY', (tag: string) => `* CAPABILITY IMAP4rev1 IDLE SPECIAL-USE\r\n${ok(tag)}`],
    ['LIST', (tag: string) => `* LIST (\\HasNoChildren) "/" INBOX\r\n${ok(tag)}`],
    [
      'SELECT',
      (tag: string) =>
        `* FLAGS (\\Seen)\r\n* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 3] x\r\n${tag} OK [READ-WRITE] done\r\n`,
    ],
    ['LOGOUT', (tag: string) => `* BYE bye\r\n${ok(tag)}`],
  ]);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
    let rest = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [tag = '', ...words] = line.split(' ');
        const command = words.join(' ');
        heard.push(command);
        const name = (words[0] === 'UID' ? words[1] : words[0])?.toUpperCase() ?? '';
        const answer = answers.has(name) ? answers.get(name) : ok;
        if (answer) socket.write(answer(tag, command));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard,
    answers,
    push: (line) => {
      for (const socket of sockets) socket.write(`${line}\r\n`);
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
