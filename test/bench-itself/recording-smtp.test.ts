import { createTransport } from 'nodemailer';
import { type Mishap, type RecordingSmtp, startRecordingSmtp } from '../bench/recording-smtp';

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
    await expect(send('Subject: x\r\n\r\n', undefined, 1_000)).rejects.toMatchObject(error);
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
});
