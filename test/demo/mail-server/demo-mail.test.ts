import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { createTransport } from 'nodemailer';
import type { Instant } from '../../../core/time/instant';
import { type DemoMail, startDemoMail } from '../../../demo/mail-server/demo-mail';
import { rounds } from '../../support/thorough';

const MANY = rounds(500, 2_000);
const support = { address: 'support@firm.test', name: 'Support', password: 'one' };
const trainer = { address: 'olena@firm.test', name: 'Olena', password: 'two' };

const hostileBytes = Buffer.concat([
  Buffer.from('From: a@client.test\r\nSubject: za\xbf\xf3\xb3\xe6\r\n\r\n', 'latin1'),
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  Buffer.from('\n.\nbare LF\rbare CR\r\n\r\n)\r\n* 1 FETCH {3}\r\n'),
]);

let now = 1_790_000_000_000;
let demo: DemoMail;
const clients: ImapFlow[] = [];

beforeAll(async () => {
  demo = await startDemoMail({ users: [support, trainer], clock: { now: () => now as Instant } });
});

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

afterAll(async () => {
  await demo.close();
});

async function logIn(who = support, more: Partial<ImapFlowOptions> = {}): Promise<ImapFlow> {
  const client = new ImapFlow({
    ...demo.imap,
    secure: false,
    doSTARTTLS: false,
    auth: { user: who.address, pass: who.password },
    logger: false,
    disableAutoIdle: true,
    ...more,
  });
  client.on('error', () => undefined);
  clients.push(client);
  await client.connect();
  return client;
}

/** A folder of its own for each test, selected. */
async function inFolder(name: string): Promise<ImapFlow> {
  const client = await logIn();
  await client.mailboxCreate(name);
  await client.mailboxOpen(name);
  return client;
}

async function send(
  to: string | string[],
  raw: string | Buffer,
  auth?: { user: string; pass: string },
): Promise<void> {
  const transport = createTransport({ ...demo.smtp, secure: false, ignoreTLS: true, ...(auth && { auth }) });
  try {
    await transport.sendMail({ envelope: { from: 'anna@client.test', to }, raw });
  } finally {
    transport.close();
  }
}

const texts = (address: string): string[] =>
  demo.messages(address).map((mail) => mail.raw.toString('latin1'));

describe('Mail submitted to the demo', () => {
  it('lands in the INBOX of a user, in any spelling of the address and with a +tag', async () => {
    await send(['Olena@Firm.test', 'olena+t-7k3q9.abc@firm.test'], 'Subject: for Olena\r\n\r\n');
    expect(texts(trainer.address)).toEqual(['Subject: for Olena\r\n\r\n', 'Subject: for Olena\r\n\r\n']);
    const client = await logIn(trainer);
    expect(await client.mailboxOpen('INBOX')).toMatchObject({ exists: 2 });
  });

  it('is kept for an address of the outside world, tag and all, and goes nowhere', async () => {
    await send('anna+news@client.test', 'Subject: to Anna\r\n\r\n');
    expect(texts('ANNA+news@client.test')).toEqual(['Subject: to Anna\r\n\r\n']);
    expect(texts('anna@client.test')).toEqual([]);
  });

  it('keeps its bytes, leading dots and 8-bit letters included', async () => {
    const raw = Buffer.from('Subject: dots\r\n\r\n.one\r\n..two\r\n.\r\ng\xea\xb6l\xb1\r\n', 'latin1');
    await send('dots@client.test', raw);
    expect(texts('dots@client.test')).toEqual([raw.toString('latin1')]);
  });

  it('carries the time of the clock that was handed in', async () => {
    now += 60_000;
    await send('late@client.test', 'Subject: late\r\n\r\n');
    expect(demo.messages('late@client.test').map((mail) => mail.at)).toEqual([now]);
  });

  it('is taken from a user who logs in, and refused with a wrong password', async () => {
    await send('in@client.test', 'Subject: x\r\n\r\n', { user: support.address, pass: support.password });
    expect(texts('in@client.test')).toHaveLength(1);
    const wrong = send('in@client.test', 'Subject: x\r\n\r\n', { user: support.address, pass: 'guess' });
    await expect(wrong).rejects.toMatchObject({ code: 'EAUTH' });
  });

  it('is announced to those who listen, until they stop', async () => {
    const heard: string[] = [];
    const stop = demo.onMessage((address, mail) => heard.push(`${address}: ${mail.raw.toString()}`));
    await send('Heard@client.test', 'Subject: 1\r\n\r\n');
    demo.deliver('support+tag@firm.test', Buffer.from('Subject: 2\r\n\r\n'));
    stop();
    demo.deliver('heard@client.test', Buffer.from('Subject: 3\r\n\r\n'));
    expect(heard).toEqual(['heard@client.test: Subject: 1\r\n\r\n', 'support@firm.test: Subject: 2\r\n\r\n']);
  });
});

describe('The IMAP server of the demo, asked by imapflow', () => {
  it('gives every byte as it came, whatever it is', async () => {
    const client = await inFolder('Bytes');
    await client.append('Bytes', hostileBytes);
    const [mail] = await client.fetchAll('1:*', { source: true, size: true });
    expect(mail?.source?.toString('latin1')).toBe(hostileBytes.toString('latin1'));
    expect(mail?.size).toBe(hostileBytes.length);
  });

  it('keeps a mail of 40 MB', async () => {
    const line = `${'x'.repeat(74)}\r\n`;
    const raw = Buffer.from(`Subject: large\r\n\r\n${line.repeat((40 * 1024 * 1024) / line.length)}`);
    const client = await inFolder('Large');
    await client.append('Large', raw);
    const mail = await client.fetchOne('1', { source: true });
    expect(found(mail).source?.equals(raw)).toBe(true);
  });

  it('pushes a new mail to a client that idles', async () => {
    const client = await logIn();
    const { exists } = await client.mailboxOpen('INBOX');
    const idle = client.idle();
    const told = new Promise((resolve) => client.once('exists', resolve));
    await send(support.address, 'Subject: push\r\n\r\n');
    expect(await told).toMatchObject({ path: 'INBOX', count: exists + 1 });
    await client.noop();
    await idle;
  });

  it('tells a client that works about arrivals and removals when its command ends', async () => {
    const reader = await inFolder('News');
    const writer = await logIn();
    for (const subject of ['one', 'two', 'three']) await writer.append('News', `Subject: ${subject}\r\n\r\n`);
    await reader.noop();
    expect(await reader.fetchAll('1:*', { uid: true })).toHaveLength(3);
    await writer.mailboxOpen('News');
    await writer.messageDelete('2', { uid: true });
    const gone = new Promise((resolve) => reader.once('expunge', resolve));
    await reader.noop();
    expect(await gone).toMatchObject({ seq: 2 });
    expect((await reader.fetchAll('1:*', { uid: true })).map((mail) => mail.uid)).toEqual([1, 3]);
  });

  it('names folders with their roles, and finds a created one', async () => {
    const client = await logIn();
    await client.mailboxCreate('Courses/2026 & more');
    const folders = (await client.list()).map((folder) => [folder.path, folder.specialUse]);
    expect(folders).toEqual(
      expect.arrayContaining([
        ['INBOX', '\\Inbox'],
        ['Sent', '\\Sent'],
        ['Drafts', '\\Drafts'],
        ['Junk', '\\Junk'],
        ['Trash', '\\Trash'],
        ['Archive', '\\Archive'],
        ['Courses/2026 & more', undefined],
      ]),
    );
  });

  it('appends with flags and a date, and says under which UID', async () => {
    const client = await logIn();
    const at = new Date('2026-03-04T05:06:07Z');
    const appended = await client.append('Sent', 'Subject: sent\r\n\r\n', ['\\Seen'], at);
    const { uidValidity } = await client.mailboxOpen('Sent');
    expect(appended).toMatchObject({ uidValidity });
    const mail = await client.fetchOne(
      String(found(appended).uid),
      { flags: true, internalDate: true },
      { uid: true },
    );
    expect(mail).toMatchObject({ internalDate: at, flags: new Set(['\\Seen']) });
  });

  it('keeps keywords, and gives them to the next connection', async () => {
    const client = await inFolder('Keywords');
    await client.append('Keywords', 'Subject: x\r\n\r\n');
    await client.append('Keywords', 'Subject: y\r\n\r\n');
    await client.noop();
    expect(await client.messageFlagsAdd([1], ['$RowdeskDone'], { uid: true, silent: true })).toBe(true);
    const next = await logIn();
    await next.mailboxOpen('Keywords');
    expect(await next.search({ unKeyword: '$RowdeskDone' }, { uid: true })).toEqual([2]);
    await next.messageFlagsRemove([1], ['$RowdeskDone'], { uid: true });
    expect(await next.search({ keyword: '$RowdeskDone' }, { uid: true })).toEqual([]);
  });

  it('never marks a mail as read by fetching it with PEEK', async () => {
    const client = await inFolder('Peek');
    await client.append('Peek', 'Subject: x\r\n\r\nbody');
    await client.noop();
    await client.fetchAll('1:*', { source: true, envelope: true, bodyStructure: true, headers: true });
    expect(await client.search({ seen: false })).toEqual([1]);
  });

  it('moves a mail and says where it went', async () => {
    const client = await inFolder('Move');
    await client.append('Move', 'Subject: moved\r\n\r\n');
    await client.noop();
    const moved = await client.messageMove([1], 'Trash', { uid: true });
    expect(found(moved).uidMap?.size).toBe(1);
    expect(await client.fetchAll('1:*', { uid: true })).toEqual([]);
    await client.mailboxOpen('Trash');
    expect(await client.search({ subject: 'moved' })).toHaveLength(1);
  });

  it('keeps its UIDVALIDITY, and gives each folder another', async () => {
    const [one, other] = [await logIn(), await logIn()];
    const first = await one.mailboxOpen('INBOX');
    const again = await other.mailboxOpen('INBOX');
    const sent = await other.mailboxOpen('Sent');
    expect(again.uidValidity).toBe(first.uidValidity);
    expect(sent.uidValidity).not.toBe(first.uidValidity);
  });

  it('refuses a wrong password, and keeps users apart', async () => {
    await expect(logIn({ ...support, password: 'guess' })).rejects.toMatchObject({
      authenticationFailed: true,
    });
    demo.deliver(trainer.address, Buffer.from('Subject: only Olena\r\n\r\n'));
    const client = await logIn();
    await client.mailboxOpen('INBOX');
    expect(await client.search({ subject: 'only Olena' })).toEqual([]);
  });

  it.each([
    [{ subject: 'welcome' }, [1]],
    [{ from: 'anna@client.test' }, [1, 2]],
    [{ header: { 'Message-ID': '<2@client.test>' } }, [2]],
    [{ body: 'password' }, [2]],
    [{ not: { subject: 'welcome' } }, [2, 3]],
    [{ or: [{ subject: 'welcome' }, { body: 'password' }] }, [1, 2]],
    [{ uid: '2:*' }, [2, 3]],
    [{ uid: '9:*' }, [3]],
    [{ since: new Date('2026-02-01') }, [2, 3]],
    [{ before: new Date('2026-02-01') }, [1]],
    [{ larger: 150 }, [3]],
    [{ seen: true }, [3]],
    [{ flagged: true }, []],
  ])('searches by %j', async (query, uids) => {
    const client = await inFolder(`Search ${JSON.stringify(query)}`);
    const folder = client.mailbox ? client.mailbox.path : '';
    await client.append(folder, mail('1', 'Welcome to the course', 'Hello'), [], new Date('2026-01-15'));
    await client.append(folder, mail('2', 'Help', 'My password is gone'), [], new Date('2026-02-15'));
    await client.append(folder, 'Subject: large\r\n\r\n'.padEnd(200), ['\\Seen'], new Date('2026-03-15'));
    await client.noop();
    expect(await client.search(query, { uid: true })).toEqual(uids);
  });

  it(`keeps ${MANY} mails, and gives them in batches`, async () => {
    const client = await inFolder('Many');
    const raw = mail('many', 'Many', 'x'.repeat(10_000));
    for (let index = 0; index < MANY; index += 1) await client.append('Many', raw);
    const all = await client.fetchAll('1:*', { uid: true });
    const sizes: number[] = [];
    for (let from = 0; from < all.length; from += 50) {
      const uids = all.slice(from, from + 50).map((item) => item.uid);
      const batch = await client.fetchAll(uids, { source: true }, { uid: true });
      sizes.push(...batch.map((item) => item.source?.length ?? 0));
    }
    expect(sizes).toEqual(Array.from({ length: MANY }, () => raw.length));
  });
});

function mail(id: string, subject: string, body: string): string {
  return `From: Anna <anna@client.test>\r\nMessage-ID: <${id}@client.test>\r\nSubject: ${subject}\r\n\r\n${body}\r\n`;
}

/** imapflow answers false where there is nothing. */
function found<T>(answer: T | false | undefined): T {
  if (answer === false || answer === undefined) throw new Error('imapflow found nothing');
  return answer;
}
