/** What the demo's mailbox says of who wrote: the rules of trust must be able to rely on it. */
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { judgeTrust } from '../../../core/mail/trust';
import { withResults } from '../../../demo/mail-server/authentication-results';
import { type DemoMail, startDemoMail } from '../../../demo/mail-server/demo-mail';
import { readMail } from '../../../mail-bridge/mime/read-mail';

const SERVER = 'mx.firm.test';
const SUPPORT = { address: 'support@firm.test', name: 'Support', password: 'one' };
const PROVIDER = { login: 'providers', password: 'two' };

const MAIL = 'From: Anna <anna@client.test>\r\nSubject: x\r\n\r\nza\xbf\xf3\xb3\xe6\r\n';

async function verdict(raw: Buffer): Promise<boolean> {
  return judgeTrust(await readMail(raw), { authservIds: [SERVER] }).trusted;
}

const written = (text: string, isVouchedFor: boolean) =>
  withResults({ raw: Buffer.from(text, 'latin1'), isVouchedFor }, SERVER);

describe('a result of the mailbox’s own server', () => {
  it('stands above a mail that keeps its bytes', () => {
    expect(written(MAIL, true).toString('latin1')).toBe(
      `Authentication-Results: ${SERVER}; dmarc=pass header.from=client.test\r\n${MAIL}`,
    );
  });

  it('is believed by the rules of trust, and only when it vouches', async () => {
    expect(await verdict(written(MAIL, true))).toBe(true);
    expect(await verdict(written(MAIL, false))).toBe(false);
    expect(await verdict(Buffer.from(MAIL, 'latin1'))).toBe(false);
  });

  it.each([
    ['as it is', `Authentication-Results: ${SERVER}; dmarc=pass header.from=client.test`],
    ['in another case', `AUTHENTICATION-RESULTS: ${SERVER.toUpperCase()}; dmarc=pass`],
    ['folded', `Authentication-Results:\r\n ${SERVER};\r\n dmarc=pass header.from=client.test`],
    ['behind a comment', `Authentication-Results: (us) ${SERVER}; dmarc=pass`],
  ])('takes off one that the mail brought along in its name: %s', (_how, forged) => {
    const raw = written(`${forged}\r\n${MAIL}`, false).toString('latin1');
    expect(raw).toBe(`Authentication-Results: ${SERVER}; dmarc=fail header.from=client.test\r\n${MAIL}`);
  });

  it('leaves those of other servers', () => {
    const other = 'Authentication-Results: mx.client.test; dmarc=pass\r\n';
    expect(written(other + MAIL, true).toString('latin1')).toContain(other + MAIL);
  });

  it.each([
    ['no From', 'Subject: x\r\n\r\n'],
    ['no body', 'From: anna@client.test'],
    ['nothing at all', ''],
  ])('is written above a mail with %s', (_what, text) => {
    expect(written(text, false).toString('latin1')).toMatch(
      /^Authentication-Results: mx\.firm\.test; dmarc=fail/,
    );
  });
});

describe('mail on its way through the demo', () => {
  let demo: DemoMail;

  beforeAll(async () => {
    demo = await startDemoMail({ users: [SUPPORT], authservId: SERVER, providers: [PROVIDER] });
  });
  afterAll(() => demo.close());

  async function send(to: string, auth: { user: string; pass: string } | null): Promise<string> {
    const transport = createTransport({
      ...demo.smtp,
      secure: false,
      ignoreTLS: true,
      ...(auth && { auth }),
    });
    try {
      await transport.sendMail({ envelope: { from: 'anna@client.test', to }, raw: MAIL });
    } finally {
      transport.close();
    }
    return demo.messages(to).pop()?.raw.toString() ?? '';
  }

  it('is vouched for when the sender’s provider hands it on', async () => {
    const auth = { user: PROVIDER.login, pass: PROVIDER.password };
    expect(await send('support+a.t-7k3q9.x@firm.test', auth)).toContain('dmarc=pass header.from=client.test');
  });

  it('is not when anybody else does, with a log-in of the mailbox or without', async () => {
    expect(await send(SUPPORT.address, null)).toContain('dmarc=fail');
    expect(await send(SUPPORT.address, { user: SUPPORT.address, pass: SUPPORT.password })).toContain(
      'dmarc=fail',
    );
  });

  it('is judged for the users of the mailbox only', async () => {
    expect(await send('olena@elsewhere.test', null)).not.toContain('Authentication-Results');
  });

  it('lies among the sent mails when somebody answers from the mailbox itself', async () => {
    demo.fileSent(SUPPORT.address, Buffer.from(MAIL));
    const auth = { user: SUPPORT.address, pass: SUPPORT.password };
    const client = new ImapFlow({ ...demo.imap, secure: false, doSTARTTLS: false, auth, logger: false });
    await client.connect();
    expect(await client.status('Sent', { messages: true, unseen: true })).toMatchObject({
      messages: 1,
      unseen: 0,
    });
    await client.logout();
    expect(() => demo.fileSent('olena@elsewhere.test', Buffer.from(MAIL))).toThrow('no folder of sent mails');
  });
});
