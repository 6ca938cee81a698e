import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { type Dovecot, startDovecot } from '../bench/dovecot';
import type { MaildirMessage } from '../bench/maildir';
import { type Opensmtpd, startOpensmtpd } from '../bench/opensmtpd';
import { until } from '../bench/until';
import { needs } from '../support/needs';

needs('dovecot', 'opensmtpd')('The bench OpenSMTPD', () => {
  let dovecot: Dovecot;
  let opensmtpd: Opensmtpd;

  beforeAll(async () => {
    dovecot = await startDovecot();
    opensmtpd = await startOpensmtpd({ deliverTo: dovecot });
  });

  afterAll(async () => {
    await opensmtpd.stop();
    await dovecot.stop();
  });

  async function send(to: string, raw: string | Buffer): Promise<void> {
    const transport = createTransport({
      host: opensmtpd.host,
      port: opensmtpd.port,
      secure: false,
      ignoreTLS: true,
    });
    await transport.sendMail({ envelope: { from: 'anna@client.test', to: [to] }, raw });
    transport.close();
  }

  const arrived = (name: string): Promise<MaildirMessage[]> =>
    until(
      () => dovecot.mailbox(name),
      (mails) => mails.length > 0,
    );

  it.each([
    ['support@firm.test', 'support'],
    ['Help@Firm.test', 'help@firm.test'],
    ['desk+t-7k3q9.x1@firm.test', 'desk'],
    ['o.levchenko@client.test', 'o.levchenko@client.test'],
  ])('puts mail to %s into the mailbox of %s', async (to, mailbox) => {
    await send(to, 'From: anna@client.test\r\nSubject: Where is the link?\r\n\r\nHello.\r\n');
    const mails = await arrived(mailbox);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.raw.toString()).toContain(
      `Delivered-To: ${to.replace(/@.*/, (domain) => domain.toLowerCase())}`,
    );
  });

  it('keeps 8-bit bytes and leading dots as they were sent', async () => {
    const body = Buffer.from('g\xea\xb6l\xb1\r\n.a line with a dot\r\n..and two\r\n', 'latin1');
    await send('bytes@firm.test', Buffer.concat([Buffer.from('Subject: bytes\r\n\r\n'), body]));
    const [mail] = await arrived('bytes');
    expect(mail?.raw.toString('latin1').replaceAll('\r', '')).toContain(
      body.toString('latin1').replaceAll('\r', ''),
    );
  });

  it('takes a mail of 40 MB', async () => {
    const line = `${'x'.repeat(76)}\r\n`;
    await send('large@firm.test', `Subject: large\r\n\r\n${line.repeat((40 * 1024 * 1024) / line.length)}`);
    const [mail] = await arrived('large');
    expect(mail?.raw.length).toBeGreaterThan(39 * 1024 * 1024);
  });

  it('brings a mail to a participant, who reads it by IMAP', async () => {
    await send('olena@client.test', 'Subject: Your ticket T-7K3Q9\r\n\r\nWe look into it.\r\n');
    await arrived('olena@client.test');
    const { user, password } = dovecot.user('olena@client.test');
    const client = new ImapFlow({
      host: dovecot.host,
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: password },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen('INBOX');
    expect(await client.fetchOne('1', { envelope: true })).toMatchObject({
      envelope: { subject: 'Your ticket T-7K3Q9' },
    });
    client.close();
  });

  it('runs beside another one', async () => {
    const other = await startOpensmtpd({ deliverTo: dovecot });
    expect(other.port).not.toBe(opensmtpd.port);
    await other.stop();
    await send('still@firm.test', 'Subject: still here\r\n\r\n');
    expect(await arrived('still')).toHaveLength(1);
  });
});
