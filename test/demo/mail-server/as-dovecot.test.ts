import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { type DemoMail, startDemoMail } from '../../../demo/mail-server/demo-mail';
import { type Dovecot, startDovecot } from '../../bench/dovecot';
import { needs } from '../../support/needs';

const lines = (...text: string[]): Buffer => Buffer.from(`${text.join('\r\n')}\r\n`, 'latin1');

const mails: [name: string, raw: Buffer][] = [
  [
    'plain text',
    lines(
      'From: Anna Nowak <anna@client.test>',
      'To: support@firm.test, "Doe, John" <john@client.test>',
      'Cc: =?utf-8?Q?Ol=C3=A9na?= <olena@firm.test>',
      'Date: Wed, 4 Mar 2026 05:06:07 +0100',
      'Subject: =?utf-8?B?xbx1cmVr?= and',
      '  a folded line',
      'Message-ID: <1@client.test>',
      'In-Reply-To: <0@firm.test>',
      '',
      'Hello,',
      '.dot',
    ),
  ],
  [
    'text and page, with an attachment',
    lines(
      'From: a@client.test',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="outer"',
      '',
      'for old programs',
      '--outer',
      'Content-Type: multipart/alternative;',
      '  boundary=inner',
      '',
      '--inner',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      'za\xc5\xbc\xc3\xb3\xc5\x82\xc4\x87',
      '--inner',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>za=C5=BC</p>',
      '',
      '--inner--',
      '',
      '--outer',
      'Content-Type: application/pdf; name="offer.pdf"',
      'Content-Disposition: attachment; filename="offer.pdf"; size=9',
      'Content-Transfer-Encoding: base64',
      'Content-ID: <pdf@client.test>',
      'Content-Description: the offer',
      '',
      'JVBERi0xLjQK',
      '--outer--',
      'after it',
    ),
  ],
  [
    'a mail inside a mail',
    lines(
      'From: robot@client.test',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'It did not arrive.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.client.test',
      '',
      'Final-Recipient: rfc822; nobody@client.test',
      'Status: 5.1.1',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: support@firm.test',
      'To: nobody@client.test',
      'Subject: the original',
      '',
      'inner text',
      '--b--',
    ),
  ],
  [
    'a multipart that is never closed',
    lines('Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'text', '--x', '', 'more'),
  ],
  [
    'a group without members',
    lines('From: a@client.test', 'Sender: b@client.test', 'Subject: quiet', '', 'x'),
  ],
];

const parts = ['1', '2', '1.2', '2.MIME', '1.MIME', '3.HEADER', '3.TEXT', '3.1', 'TEXT', 'HEADER'];

needs('dovecot')('The IMAP server of the demo answers as Dovecot does for', () => {
  let dovecot: Dovecot;
  let demo: DemoMail;
  let clients: readonly [ImapFlow, ImapFlow];

  beforeAll(async () => {
    dovecot = await startDovecot();
    demo = await startDemoMail({ users: [{ address: 'support@firm.test', name: '', password: 'secret' }] });
    const { user, password } = dovecot.user('support');
    const at = (host: string, port: number): ImapFlow =>
      new ImapFlow({
        host,
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user, pass: password },
        logger: false,
      });
    clients = [at(dovecot.host, dovecot.imapPort), at(demo.imap.host, demo.imap.port)];
    for (const client of clients) {
      client.on('error', () => undefined);
      await client.connect();
      for (const [, raw] of mails) await client.append('INBOX', raw);
      await client.mailboxOpen('INBOX');
    }
  });

  afterAll(async () => {
    for (const client of clients) client.close();
    await demo.close();
    await dovecot.stop();
  });

  /** The same question to both, in the order Dovecot, demo. */
  const ask = <T>(question: (client: ImapFlow) => Promise<T>): Promise<T[]> =>
    Promise.all(clients.map(question));

  it.each(mails.map(([name], index) => [name, index + 1] as const))(
    '%s: envelope and structure',
    async (_name, uid) => {
      const query = { envelope: true, bodyStructure: true, size: true } as const;
      const [expected, got] = await ask((client) => client.fetchOne(String(uid), query, { uid: true }));
      const shown = (mail: FetchMessageObject | false | undefined) =>
        mail && { envelope: mail.envelope, structure: mail.bodyStructure, size: mail.size };
      expect(shown(got)).toEqual(shown(expected));
    },
  );

  it.each(mails.map(([name], index) => [name, index + 1] as const))('%s: its parts', async (_name, uid) => {
    const [expected, got] = await ask((client) =>
      client.fetchOne(String(uid), { bodyParts: parts }, { uid: true }),
    );
    const shown = (mail: FetchMessageObject | false | undefined) =>
      mail &&
      Object.fromEntries(
        [...(mail.bodyParts ?? [])].map(([part, bytes]) => [part, bytes?.toString('latin1')]),
      );
    expect(shown(got)).toEqual(shown(expected));
  });

  it('chosen header fields and a piece of a mail', async () => {
    const query = { headers: ['subject', 'message-id', 'X-None'], source: { start: 10, maxLength: 30 } };
    const [expected, got] = await ask((client) => client.fetchOne('1', query, { uid: true }));
    const shown = (mail: FetchMessageObject | false | undefined) =>
      mail && { headers: mail.headers?.toString('latin1'), piece: mail.source?.toString('latin1') };
    expect(shown(got)).toEqual(shown(expected));
  });
});
