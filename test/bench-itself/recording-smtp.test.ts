import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { type Mishap, type RecordingSmtp, startRecordingSmtp } from '../bench/recording-smtp';
import { until } from '../bench/until';

let smtp: RecordingSmtp;

beforeEach(async () => {
  smtp = await startRecordingSmtp();
});

afterEach(async () => {
  await smtp.stop();
});

async function send(
  raw: string | Buffer,
  to: string[] = ['b@client.test'],
  socketTimeout = 20_000,
): Promise<void> {
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: false,
    ignoreTLS: true,
    auth: { user: 'a', pass: 'b' },
    socketTimeout,
  });
  try {
    await transport.sendMail({ envelope: { from: 'a@firm.test', to }, raw });
  } finally {
    transport.close();
  }
}

describe('The recording SMTP server', () => {
  it('remembers sender, recipients and the very bytes', async () => {
    const raw = Buffer.from('Subject: x\r\n\r\n.dot\r\n..dots\r\n\xff\xfe g\xea\xb6\r\n', 'latin1');
    await send(raw, ['b@client.test', 'c@client.test']);
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ from: 'a@firm.test', to: ['b@client.test', 'c@client.test'] });
    expect(smtp.mails[0]?.raw.toString('latin1')).toBe(raw.toString('latin1'));
  });

  it('takes a mail of 10 MB whole', async () => {
    const raw = `Subject: large\r\n\r\n${`.${'x'.repeat(75)}\r\n`.repeat(130_000)}`;
    await send(raw);
    expect(smtp.mails[0]?.raw.toString('latin1') === raw).toBe(true);
  });

  it.each<[string, Mishap, object, number]>([
    [
      'refuses the connection by a reply',
      { at: 'connect', reply: '421 4.3.2 closing' },
      { responseCode: 421 },
      0,
    ],
    ['hangs up at once', { at: 'connect', hangUp: 'RST' }, { code: 'ESOCKET' }, 0],
    ['refuses the log-in', { at: 'auth', reply: '535 5.7.8 no' }, { code: 'EAUTH', responseCode: 535 }, 0],
    ['puts the sender off', { at: 'mail', reply: '451 4.3.0 later' }, { responseCode: 451 }, 0],
    ['refuses a recipient', { at: 'rcpt', reply: '550 5.1.1 nobody' }, { responseCode: 550 }, 0],
    [
      'is over its daily limit',
      { at: 'mail', reply: '550 5.4.5 daily limit' },
      { response: '550 5.4.5 daily limit' },
      0,
    ],
    ['hangs up at DATA', { at: 'data', hangUp: 'FIN' }, { code: 'ECONNECTION' }, 0],
    ['puts the mail off after the dot', { at: 'dot', reply: '451 4.3.0 later' }, { responseCode: 451 }, 0],
    [
      'hangs up after the dot, mail lost',
      { at: 'dot', hangUp: 'FIN', keeps: false },
      { code: 'ECONNECTION' },
      0,
    ],
    [
      'hangs up after the dot, mail taken',
      { at: 'dot', hangUp: 'FIN', keeps: true },
      { code: 'ECONNECTION' },
      1,
    ],
    [
      'is silent after the dot, mail taken',
      { at: 'dot', hangUp: 'silence', keeps: true },
      { code: 'ETIMEDOUT' },
      1,
    ],
  ])('%s, once, and then accepts', async (_name, mishap, error, taken) => {
    smtp.play(mishap);
    const patience = 'hangUp' in mishap && mishap.hangUp === 'silence' ? 3_000 : 60_000;
    await expect(send('Subject: x\r\n\r\n', undefined, patience)).rejects.toMatchObject(error);
    expect(smtp.mails).toHaveLength(taken);
    await send('Subject: again\r\n\r\n');
    expect(smtp.mails).toHaveLength(taken + 1);
  });

  it('plays several mishaps in their order', async () => {
    smtp.play({ at: 'dot', reply: '451 4.3.0 first' }, { at: 'mail', reply: '452 4.2.2 second' });
    await expect(send('Subject: x\r\n\r\n')).rejects.toMatchObject({ response: '451 4.3.0 first' });
    await expect(send('Subject: x\r\n\r\n')).rejects.toMatchObject({ response: '452 4.2.2 second' });
    await send('Subject: x\r\n\r\n');
    expect(smtp.mails).toHaveLength(1);
  });

  it('forgets mishaps that have not happened', async () => {
    smtp.play({ at: 'mail', reply: '451 4.3.0 later' }, { at: 'dot', hangUp: 'RST', keeps: false });
    expect(smtp.pending()).toBe(2);
    smtp.forgive();
    expect(smtp.pending()).toBe(0);
    await send('Subject: x\r\n\r\n');
    expect(smtp.mails).toHaveLength(1);
  });

  it('breaks a silence when it is told to', async () => {
    smtp.play({ at: 'dot', hangUp: 'silence', keeps: false });
    const sending = expect(send('Subject: x\r\n\r\n')).rejects.toMatchObject({ code: expect.any(String) });
    await until(smtp.pending, (left) => left === 0);
    smtp.breakSilence();
    await sending;
  });

  it('hands over each mail when it is taken', async () => {
    const taken: string[] = [];
    const other = await startRecordingSmtp({ onTaken: ({ raw }) => taken.push(raw.toString()) });
    try {
      other.play({ at: 'dot', hangUp: 'FIN', keeps: true });
      await speak(other, ...MAIL);
      expect(taken).toEqual(['Subject: x\r\n']);
    } finally {
      await other.stop();
    }
  });

  it.each<[string, readonly string[], Mishap | null, boolean]>([
    ['a mail whose sender goes on to speak was told of it', ['NOOP\r\n'], null, false],
    ['a mail whose sender says no more may be one that nobody was told of', [], null, true],
    ['so is one that was taken without an answer', [], { at: 'dot', hangUp: 'FIN', keeps: true }, true],
  ])('%s', async (_name, afterwards, mishap, toldNobody) => {
    if (mishap) smtp.play(mishap);
    await speak(smtp, ...MAIL, ...afterwards);
    await until(
      () => smtp.mails.map((mail) => mail.toldNobody),
      (seen) => seen.length === 1 && seen[0] === toldNobody,
    );
  });
});

const MAIL = [
  'EHLO a.test\r\n',
  'MAIL FROM:<a@firm.test>\r\n',
  'RCPT TO:<b@client.test>\r\n',
  'DATA\r\n',
  'Subject: x\r\n.\r\n',
];

/** Says one thing after each answer, and leaves without a word after the last one. */
function speak({ port }: RecordingSmtp, ...words: readonly string[]): Promise<void> {
  const left = [...words];
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.on('data', () => {
      const next = left.shift();
      if (next === undefined) socket.destroy();
      else socket.write(next);
    });
  });
}
