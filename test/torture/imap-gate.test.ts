/** The gate before an IMAP server: it passes everything on but what it was told to refuse. */
import { connect, type Socket } from 'node:net';
import { type ImapGate, startImapGate } from '../../scripts/torture/imap-gate';
import { until } from '../bench/until';
import { type StubbornServer, startStubbornServer } from '../mail-bridge/mailbox/stubborn-server';

let server: StubbornServer;
let gate: ImapGate;
let client: Socket;
let heard: string;
beforeEach(async () => {
  server = await startStubbornServer();
  gate = await startImapGate(server);
  heard = '';
  client = connect(gate.port, '127.0.0.1');
  client.setEncoding('latin1').on('data', (text: string) => {
    heard += text;
  });
  await until(
    () => heard,
    (text) => text.includes('* OK ready'),
  );
});
afterEach(async () => {
  client.destroy();
  await gate.stop();
  await server.stop();
});

async function answerTo(tag: string, command: string): Promise<string> {
  client.write(`${tag} ${command}\r\n`);
  const whole = await until(
    () => heard,
    (text) => new RegExp(`(^|\n)${tag} [^\n]*\n`).test(text),
  );
  return whole.slice(whole.lastIndexOf(`${tag} `)).trim();
}

it('passes commands and answers on', async () => {
  expect(await answerTo('A1', 'NOOP')).toBe('A1 OK done');
  expect(server.heard).toEqual(['NOOP']);
});

it.each([
  ['NO', 'A1 NO [UNAVAILABLE] not now'],
  ['BAD', 'A1 BAD what?'],
] as const)('answers %s in the place of the server, as often as it was told to', async (answer, said) => {
  gate.refuse({ command: 'FETCH', answer, times: 1 });
  expect(await answerTo('A1', 'UID FETCH 1 (UID)')).toBe(said);
  expect(gate.pending()).toBe(0);
  expect(await answerTo('A2', 'UID FETCH 1 (UID)')).toBe('A2 OK done');
  expect(server.heard).toEqual(['UID FETCH 1 (UID)']);
});

it('refuses everything but what a connection needs to live', async () => {
  gate.refuse({ command: null, answer: 'NO', times: 9 });
  expect(await answerTo('A1', 'NOOP')).toBe('A1 OK done');
  expect(await answerTo('A2', 'SELECT INBOX')).toContain('A2 NO');
  gate.heal();
  expect(await answerTo('A3', 'SELECT INBOX')).toContain('A3 OK');
});

it('does not take the text of a mail for commands', async () => {
  gate.refuse({ command: 'FETCH', answer: 'NO', times: 1 });
  const text = 'A9 FETCH 1\r\n';
  client.write(`A1 APPEND Sent {${text.length}}\r\n${text}\r\n`);
  await until(
    () => server.heard,
    (commands) => commands.some((command) => command.startsWith('FETCH')),
  );
  expect(gate.pending()).toBe(1);
});

it('takes STARTTLS from what the server offers', async () => {
  server.answers.set('CAPABILITY', (tag) => `* CAPABILITY IMAP4rev1 STARTTLS IDLE\r\n${tag} OK done\r\n`);
  await answerTo('A1', 'CAPABILITY');
  expect(heard).toContain('* CAPABILITY IMAP4rev1 IDLE\r\n');
});
