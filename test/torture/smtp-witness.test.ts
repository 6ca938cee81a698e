/** What the mail server can say for the bridge: what it refused for good, and where nobody heard what it said. */
import { connect, type Socket } from 'node:net';
import { type Mishap, type RecordingSmtp, startRecordingSmtp } from '../bench/recording-smtp';
import { until } from '../bench/until';

let smtp: RecordingSmtp;
let client: Socket;
let heard: string;

beforeEach(async () => {
  smtp = await startRecordingSmtp();
  heard = '';
  client = connect(smtp.port, '127.0.0.1');
  client.on('error', () => undefined);
  client.on('data', (chunk) => {
    heard += chunk.toString();
  });
  await answered('220');
});
afterEach(async () => {
  client.destroy();
  await smtp.stop();
});

const answered = (code: string) =>
  until(
    () => heard.split('\r\n'),
    (lines) => lines.some((line) => line.startsWith(`${code} `)),
  );

/** The server goes along with all but the mishap. */
async function say(...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    heard = '';
    client.write(`${line}\r\n`);
    await until(
      () => heard !== '' || client.destroyed || client.readableEnded,
      (is) => is,
    );
  }
}

const ENVELOPE = ['MAIL FROM:<desk@firm.test>', 'RCPT TO:<jan@people.test>'];
const TEXT = 'Subject: x\r\n\r\nHello\r\n.';

describe('the mail server as a witness', () => {
  it.each<[string, Mishap, readonly string[], string | null]>([
    ['at MAIL, before it knows to whom', { at: 'mail', reply: '550 5.7.1 no' }, ENVELOPE.slice(0, 1), null],
    ['at RCPT', { at: 'rcpt', reply: '550 5.1.1 no' }, ENVELOPE, 'jan@people.test'],
    ['at DATA', { at: 'data', reply: '554 5.3.4 no' }, [...ENVELOPE, 'DATA'], 'jan@people.test'],
    ['after the dot', { at: 'dot', reply: '554 5.7.1 no' }, [...ENVELOPE, 'DATA', TEXT], 'jan@people.test'],
  ])('remembers what it refused for good %s', async (_when, mishap, lines, to) => {
    smtp.play(mishap);
    await say(...lines);
    expect(smtp.refusals).toEqual([
      { at: mishap.at, to, reply: 'reply' in mishap ? mishap.reply : 'nothing' },
    ]);
  });

  it('remembers no refusal for now', async () => {
    smtp.play({ at: 'rcpt', reply: '450 4.2.1 later' });
    await say(...ENVELOPE);
    expect(smtp.refusals).toEqual([]);
  });

  it.each<[string, Mishap | null, readonly string[], readonly string[]]>([
    ['the text never ends', null, [...ENVELOPE, 'DATA'], ['jan@people.test']],
    [
      'the line breaks after the dot',
      { at: 'dot', hangUp: 'FIN', keeps: false },
      [...ENVELOPE, 'DATA', TEXT],
      ['jan@people.test'],
    ],
    [
      'a refusal after the dot may not have been noted',
      { at: 'dot', reply: '451 4.3.0 later' },
      [...ENVELOPE, 'DATA', TEXT, 'RSET'],
      ['jan@people.test'],
    ],
    [
      'a refusal after the dot was read, and the next mail begins',
      { at: 'dot', reply: '451 4.3.0 later' },
      [...ENVELOPE, 'DATA', TEXT, 'RSET', 'MAIL FROM:<desk@firm.test>'],
      [],
    ],
    ['it has taken the mail, and tells by the mail itself', null, [...ENVELOPE, 'DATA', TEXT], []],
    ['it never asked for the text', { at: 'data', reply: '452 4.3.1 no room' }, [...ENVELOPE, 'DATA'], []],
  ])('says who was left open when %s', async (_when, mishap, lines, open) => {
    if (mishap !== null) smtp.play(mishap);
    await say(...lines);
    expect(smtp.leftOpen()).toEqual(open);
  });
});
