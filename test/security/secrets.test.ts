/**
 * No password, token or key in what the bridge says, whatever goes wrong. The servers of this test are spiteful: they say
 * back, in plain text and as it came, what they were told in confidence. Run as people run it, as loud as it can be.
 */
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { rowdesk, writeConfig } from '../mail-bridge/support/cli';
import { type DeskBench, desks } from '../mail-bridge/support/desks';
import { letter } from '../mail-bridge/support/letters';
import { needs } from '../support/needs';

const PASSWORD = 'correct-horse-battery-9';
const TOKEN = 'ya29.very-secret-token';

interface Spiteful {
  readonly port: number;
  /** What it was told. */
  readonly heard: string[];
  stop(): Promise<void>;
}

async function listening(server: Server, heard: string[]): Promise<Spiteful> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    heard,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Says `greeting`, then answers each line by `answer`. */
function talker(greeting: string, answer: (line: string) => string): Promise<Spiteful> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.setEncoding('latin1');
    socket.write(greeting);
    let rest = '';
    socket.on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        heard.push(line);
        socket.write(answer(line));
      }
    });
  });
  return listening(server, heard);
}

/** @param says to LOGIN and to what follows AUTHENTICATE */
const imap = (says: (told: string) => string): Promise<Spiteful> => {
  let tag = '*';
  return talker('* OK ready\r\n', (line) => {
    const [first = '*', command = ''] = line.split(' ');
    if (/^(?:capability|id|noop)$/i.test(command)) {
      return `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${first} OK done\r\n`;
    }
    if (/^logout$/i.test(command)) return `* BYE\r\n${first} OK done\r\n`;
    if (/^authenticate$/i.test(command) && line.split(' ').length === 3) {
      tag = first;
      return '+ \r\n';
    }
    return `${/^(?:login|authenticate)$/i.test(command) ? first : tag} ${says(line)}\r\n`;
  });
};

async function sheets(status: number): Promise<Spiteful> {
  const heard: string[] = [];
  const server = createHttpServer((request, response) => {
    const told = request.headers.authorization ?? '';
    heard.push(told);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ error: { code: status, message: `Bad credentials: ${told}`, status: told } }),
    );
  });
  return listening(server, heard);
}

async function smtp(): Promise<Spiteful> {
  return talker('220 ready\r\n', (line) => {
    if (/^ehlo/i.test(line)) return '250-spiteful\r\n250 AUTH PLAIN LOGIN\r\n';
    if (/^quit/i.test(line)) return '221 bye\r\n';
    if (/^rset/i.test(line)) return '250 ok\r\n';
    return `535 5.7.8 I do not know ${line} and you said ${PASSWORD}\r\n`;
  });
}

/** A secret as it is, and as it travels (RFC 4616, RFC 4648). */
const forms = (secret: string, user: string): string[] => [
  secret,
  ...[secret, `\u0000${user}\u0000${secret}`].map((text) =>
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  ),
];

needs('dovecot')('whatever goes wrong, no secret is said', () => {
  const firms = desks();
  const servers: Spiteful[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });

  type Wrong = (config: Record<string, Record<string, unknown>>, bench: DeskBench) => Promise<Spiteful>;
  const wrongImap =
    (says: (told: string) => string): Wrong =>
    async (config) => {
      const server = await imap(says);
      config.imap = { ...config.imap, port: server.port };
      return server;
    };
  const wrongSheets =
    (status: number): Wrong =>
    async (config) => {
      const server = await sheets(status);
      config.google = { kind: 'local', url: `http://127.0.0.1:${server.port}/`, token: TOKEN };
      return server;
    };
  const wrongSmtp: Wrong = async (config, bench) => {
    const server = await smtp();
    config.smtp = { ...config.smtp, port: server.port, user: bench.address };
    await bench.deliver(letter({ from: 'jan@people.test', subject: 'A question', text: 'Where is it?' }));
    return server;
  };

  it.each<[string, Wrong, 0 | 1]>([
    ['IMAP says NO and the password', wrongImap((told) => `NO I know no ${told} ${PASSWORD}`), 1],
    ['IMAP says BAD and the password', wrongImap((told) => `BAD what is ${told} ${PASSWORD}`), 1],
    ['SMTP says 535 and the password', wrongSmtp, 0],
    ['the Sheet says 401 and the token', wrongSheets(401), 1],
    ['the Sheet says 403 and the token', wrongSheets(403), 1],
    ['the Sheet says 400 and the token', wrongSheets(400), 1],
  ])('%s', async (_what, wrong, code) => {
    const bench = await firms.open();
    const config = structuredClone(bench.configValue) as Record<string, Record<string, unknown>>;
    const server = await wrong(config, bench);
    servers.push(server);
    writeConfig(bench.folder, config);
    const said = await rowdesk(['start', '--once', '--verbose', '--json'], {
      cwd: bench.folder,
      password: wrong === wrongSmtp ? 'secret' : PASSWORD,
      ...(wrong === wrongSmtp ? { smtpPassword: PASSWORD } : {}),
    });
    expect({ code: said.code, stderr: said.stderr }).toMatchObject({ code });
    // It was really told, and so could be said back.
    const heard = server.heard.join('\n');
    expect([...forms(PASSWORD, bench.address), TOKEN].some((form) => heard.includes(form))).toBe(true);
    const rows = JSON.stringify([await bench.rows('outbox'), await bench.rows('problems')]);
    for (const form of [...forms(PASSWORD, bench.address), TOKEN])
      expect(`${said.stdout}\n${said.stderr}\n${rows}`).not.toContain(form);
  });
});
