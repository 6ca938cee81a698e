/** The mailbox at a server that refuses, keeps silent, or has less than others. */

import { instant } from '../../../core/time/instant';
import { silentLog } from '../../../mail-bridge/log/log';
import { type MailboxSettings, RefusedCommand } from '../../../mail-bridge/mailbox/connection';
import { findSent } from '../../../mail-bridge/mailbox/find-sent';
import { type Mailbox, openMailbox } from '../../../mail-bridge/mailbox/mailbox';
import { until } from '../../bench/until';
import { type StubbornServer, startStubbornServer } from './stubborn-server';

let server: StubbornServer;
let mailbox: Mailbox | null = null;
beforeEach(async () => {
  server = await startStubbornServer();
});
afterEach(async () => {
  await mailbox?.close();
  mailbox = null;
  await server.stop();
});

const settings = (change: Partial<MailboxSettings> = {}): MailboxSettings => ({
  host: '127.0.0.1',
  port: server.port,
  secure: false,
  user: 'support@firm.test',
  password: 'secret',
  allowSelfSigned: true,
  folder: 'INBOX',
  ...change,
});
const open = async (lookWithoutIdle?: number, change?: Partial<MailboxSettings>): Promise<Mailbox> => {
  mailbox = await openMailbox(settings(change), silentLog, lookWithoutIdle);
  return mailbox;
};
const count = (name: string) => server.heard.filter((command) => command.startsWith(name)).length;
const NO = (tag: string) => `${tag} NO [SERVERBUG] not today\r\n`;

describe('a server that refuses IDLE', () => {
  beforeEach(() => server.answers.set('IDLE', NO));

  it('is asked again only after a while', async () => {
    const box = await open(150);
    const order: string[] = [];
    const looked = box.waitForMail(new AbortController().signal).then(() => order.push('we look'));
    setTimeout(() => order.push('a while'), 20);
    await looked;
    expect(order).toEqual(['a while', 'we look']);
    expect(count('IDLE')).toBe(1);
  });

  it('is left at once when the bridge is told to stop', async () => {
    const box = await open(60_000);
    const ending = new AbortController();
    const waiting = box.waitForMail(ending.signal);
    await until(
      () => count('IDLE'),
      (asked) => asked === 1,
    );
    ending.abort();
    await waiting;
    expect(count('IDLE')).toBe(1);
  });

  it('wakes us all the same when it tells of a mail by itself', async () => {
    const box = await open(60_000);
    const waiting = box.waitForMail(new AbortController().signal);
    await until(
      () => count('IDLE'),
      (asked) => asked === 1,
    );
    server.push('* 3 EXISTS');
    await waiting;
    expect(count('IDLE')).toBe(1);
  });
});

it('a refused FETCH is told from a lost connection, in the server’s words', async () => {
  const box = await open();
  server.answers.set('FETCH', NO);
  const refused = box.info([1, 2]);
  await expect(refused).rejects.toBeInstanceOf(RefusedCommand);
  await expect(refused).rejects.toThrow('not today');
  server.answers.set('SEARCH', (tag) => `* SEARCH 1 2\r\n${tag} OK done\r\n`);
  expect(await box.listFrom(1)).toEqual([1, 2]);
});

it('a server that does not answer LOGOUT is left all the same', async () => {
  const box = await open();
  server.answers.set('LOGOUT', null);
  await box.close();
  mailbox = null;
  expect(count('LOGOUT')).toBe(1);
});

it('a lost connection is closed without a LOGOUT that nobody would answer', async () => {
  const box = await open();
  await server.stop();
  const before = server.heard.length;
  await expect(box.listFrom(1)).rejects.toThrow();
  await box.close();
  mailbox = null;
  expect(server.heard).toHaveLength(before);
});

it('without a folder for sent mail the folders are listed once, not for every mail', async () => {
  const box = await open();
  const before = count('LIST');
  for (let n = 0; n < 3; n += 1) await box.fileSent(Buffer.from('x'), instant(0));
  expect(count('LIST') - before).toBeLessThanOrEqual(2);
  const once = count('LIST');
  await box.fileSent(Buffer.from('x'), instant(0));
  expect(count('LIST')).toBe(once);
});

it('two folders with one UIDVALIDITY, and two accounts, have epochs of their own', async () => {
  const epochs = new Set<string>();
  for (const change of [{}, { folder: 'Help' }, { user: 'other@firm.test' }, {}]) {
    const box = await open(undefined, change);
    expect(box.uidValidity).toBe('7');
    epochs.add(box.epoch);
    await box.close();
  }
  mailbox = null;
  expect(epochs.size).toBe(3);
});

it('a sent mail is found by the Message-ID that Microsoft 365 has put aside', async () => {
  server.answers.set('LIST', (tag) => `* LIST (\\Sent) "/" "Sent Items"\r\n${tag} OK done\r\n`);
  server.answers.set('SEARCH', (tag, command) => {
    const found = /x-microsoft-original-message-id/i.test(command) ? ' 1' : '';
    return `* SEARCH${found}\r\n${tag} OK done\r\n`;
  });
  expect(await findSent(settings(), '<k@firm.test>')).toBe(true);
  server.answers.set('SEARCH', (tag) => `* SEARCH\r\n${tag} OK done\r\n`);
  expect(await findSent(settings(), '<k@firm.test>')).toBe(false);
});
