import { ImapFlow } from 'imapflow';
import { type Dovecot, startDovecot } from '../bench/dovecot';
import { until } from '../bench/until';
import { needs } from '../support/needs';

const eightBitMail = Buffer.from(
  'From: a@client.test\r\nSubject: za\xbf\xf3\xb3\xe6\r\n\r\ng\xea\xb6l\xb1 \x80\xff\r\n',
  'latin1',
);

needs('dovecot')('The bench Dovecot', () => {
  let dovecot: Dovecot;
  const clients: ImapFlow[] = [];

  beforeAll(async () => {
    dovecot = await startDovecot({ users: ['support'] });
  });

  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });

  afterAll(async () => {
    await dovecot.stop();
  });

  async function logIn(name: string, over: 'plain' | 'tls' = 'plain'): Promise<ImapFlow> {
    const { user, password } = dovecot.user(name);
    const client = new ImapFlow({
      host: dovecot.host,
      port: over === 'tls' ? dovecot.imapsPort : dovecot.imapPort,
      secure: over === 'tls',
      doSTARTTLS: false,
      tls: { rejectUnauthorized: false },
      auth: { user, pass: password },
      logger: false,
      disableAutoIdle: true,
    });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  }

  async function uidValidityOf(name: string): Promise<bigint> {
    const client = await logIn(name);
    const mailbox = await client.mailboxOpen('INBOX');
    client.close();
    return mailbox.uidValidity;
  }

  it('gives back by IMAP the very bytes that were delivered to the Maildir, with the date of delivery', async () => {
    const at = new Date('2026-03-04T05:06:07Z');
    await dovecot.deliver('bytes', eightBitMail, 'INBOX', at);
    const client = await logIn('bytes');
    await client.mailboxOpen('INBOX');
    const fetched = await client.fetchOne('1', { source: true, internalDate: true });
    expect(fetched).toMatchObject({ source: eightBitMail, internalDate: at });
  });

  it('answers over TLS with the certificate of this start', async () => {
    await dovecot.deliver('tls', eightBitMail);
    const client = await logIn('tls', 'tls');
    expect(await client.mailboxOpen('INBOX')).toMatchObject({ exists: 1 });
  });

  it('shows on the disk what a client appended, with its flags', async () => {
    const client = await logIn('append');
    await client.append('Sent', eightBitMail, ['\\Seen']);
    expect(await dovecot.mailbox('append')).toMatchObject([
      { folder: 'Sent', flags: ['\\Seen'], raw: eightBitMail },
    ]);
  });

  it('names the usual folders by their special use', async () => {
    const client = await logIn('folders');
    const roles = (await client.list()).map((folder) => folder.specialUse);
    expect(roles).toEqual(
      expect.arrayContaining(['\\Inbox', '\\Sent', '\\Drafts', '\\Junk', '\\Trash', '\\Archive']),
    );
  });

  it('keeps mailboxes by full address, and takes a bare name for an address of the firm', async () => {
    await dovecot.deliver('anna@client.test', eightBitMail);
    await dovecot.deliver('anna', Buffer.from('Subject: the other Anna\r\n\r\n'));
    const client = await logIn('Anna@Client.test');
    await client.mailboxOpen('INBOX');
    expect(await client.fetchOne('1', { source: true })).toMatchObject({ source: eightBitMail });
    expect(dovecot.user('anna').user).toBe('anna@firm.test');
    expect((await dovecot.mailbox('anna@firm.test')).map((mail) => mail.raw.toString())).toEqual([
      'Subject: the other Anna\r\n\r\n',
    ]);
  });

  it('refuses a wrong password, and lets the right one in straight after', async () => {
    const wrong = new ImapFlow({
      host: dovecot.host,
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: dovecot.user('support').user, pass: 'guess' },
      logger: false,
    });
    await expect(wrong.connect()).rejects.toMatchObject({ authenticationFailed: true });
    const client = await logIn('support');
    expect(client.usable).toBe(true);
  });

  it('gives a new UIDVALIDITY each time it is told to, twice within a second too, and keeps the mail', async () => {
    await dovecot.deliver('epochs', eightBitMail);
    const seen = [await uidValidityOf('epochs')];
    for (let round = 0; round < 2; round += 1) {
      await dovecot.changeUidValidity('epochs');
      seen.push(await uidValidityOf('epochs'));
    }
    expect(new Set(seen).size).toBe(3);
    expect(await dovecot.mailbox('epochs')).toHaveLength(1);
  });

  it.each(['plain', 'tls'] as const)('cuts open %s connections, and takes new ones at once', async (over) => {
    const client = await logIn('cut', over);
    const closed = new Promise((resolve) => client.once('close', resolve));
    await dovecot.cut();
    await closed;
    expect((await logIn('cut', over)).usable).toBe(true);
  });

  it('comes back on the same ports with the same mail and UIDVALIDITY after a restart', async () => {
    await dovecot.deliver('restart', eightBitMail);
    const before = await uidValidityOf('restart');
    await dovecot.restart();
    expect(await uidValidityOf('restart')).toBe(before);
    expect(await dovecot.mailbox('restart')).toHaveLength(1);
  });

  it('writes a log that a failing test can show', async () => {
    expect(await dovecot.log()).toContain('starting up for imap');
  });
});

needs('dovecot')('Two bench Dovecots', () => {
  it('run beside each other without sharing mail, and are gone when stopped', async () => {
    const [one, other] = await Promise.all([startDovecot(), startDovecot()]);
    await one.deliver('support', eightBitMail);
    expect(await other.mailbox('support')).toEqual([]);
    await Promise.all([one.stop(), other.stop()]);
    const connecting = async (): Promise<unknown> => {
      const { host, imapPort: port } = one;
      const auth = { user: 'a', pass: 'b' };
      return new ImapFlow({ host, port, secure: false, logger: false, auth })
        .connect()
        .catch(({ code }) => code);
    };
    // A login process that was about to wait for its next client leaves a moment later (ECONNRESET).
    await until(connecting, (said) => said === 'ECONNREFUSED');
  });
});
