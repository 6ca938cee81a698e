/** A connection that breaks over a mail: an outage must not cost a healthy mail its text, nor a bad one the others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { fetchMails } from '../../../mail-bridge/intake/fetch-singly';
import { type Ledger, openLedger } from '../../../mail-bridge/intake/ledger';
import { silentLog } from '../../../mail-bridge/log/log';
import { MailboxError } from '../../../mail-bridge/mailbox/connection';
import type { FetchedMessage } from '../../../mail-bridge/mailbox/mailbox';
import { openJournal } from '../../../mail-bridge/state/journal';
import type { SpoolName } from '../../../mail-bridge/state/spool';
import { ARRIVED, type PaperMailbox, paperMailbox, type Trouble } from './paper-mailbox';

const HERE = 'aaaaaaaaaaaa.7';

let folder: string;
let file: string;
let ledger: Ledger;
let now: Instant;
let givenUp: number[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-lost-'));
  file = join(folder, 'ledger');
  ledger = openLedger(file);
  now = ARRIVED;
  givenUp = [];
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const startAnew = () => {
  ledger.close();
  ledger = openLedger(file);
};
const mail = (uid: number, trouble?: Trouble) => ({
  uid,
  text: `Subject: Mail ${uid}\r\n\r\nText ${uid}\r\n`,
  ...(trouble ? { trouble } : {}),
});
const pass = (seconds: number) => {
  now = instant(now + seconds * 1000);
};

/** One connection. @returns what it brought; null: it broke */
async function look(mailbox: PaperMailbox): Promise<readonly FetchedMessage[] | null> {
  const uids = mailbox.mails.map(({ uid }) => uid).filter((uid) => !ledger.knows(HERE, uid));
  try {
    const fetched = await fetchMails(uids, {
      mailbox,
      ledger,
      signal: new AbortController().signal,
      log: silentLog,
      now: () => now,
      giveUp: (uid, reason) => {
        givenUp.push(uid);
        ledger.giveUp({ epoch: HERE, uid, reason, at: now, day: '2026-11-20' });
      },
    });
    ledger.spooled(
      fetched.map(({ uid, partial }) => ({
        epoch: HERE,
        uid,
        name: String(uid).padEnd(64, '0') as SpoolName,
        at: ARRIVED,
        day: '2026-11-20',
        size: 1,
        partial,
      })),
    );
    return fetched;
  } catch (error) {
    if (error instanceof MailboxError) return null;
    throw error;
  }
}
/** Every FETCH breaks the connection, of the header as well. */
const outage = (uids: readonly number[]): PaperMailbox => {
  const lost = async (): Promise<never> => {
    throw new MailboxError('lost', 'the server closed the connection');
  };
  return {
    ...paperMailbox(
      HERE,
      uids.map((uid) => mail(uid)),
    ),
    fetch: lost,
    fetchHeader: lost,
  };
};
const came = () => ledger.waiting().map(({ uid, partial }) => [uid, partial ? 'header' : 'whole']);

it.each([1, 3])('an outage of 25 minutes costs none of %d mails anything', async (count) => {
  const uids = Array.from({ length: count }, (_, n) => n + 1);
  for (let second = 0; second < 25 * 60; second += 5) {
    expect(await look(outage(uids))).toBeNull();
    if (second % 100 === 0) startAnew();
    pass(5);
  }
  const well = paperMailbox(
    HERE,
    uids.map((uid) => mail(uid)),
  );
  for (let n = 0; n < 2; n += 1) await look(well);
  expect(came().sort()).toEqual(uids.map((uid) => [uid, 'whole']));
  expect(givenUp).toEqual([]);
});

it('a mail over which every connection breaks keeps none of the others back, and comes in from its header', async () => {
  const mailbox = paperMailbox(HERE, [mail(1), mail(2, 'breaks'), mail(3), mail(4, 'breaks')]);
  for (let connection = 0; connection < 8; connection += 1) {
    await look(mailbox);
    pass(5);
  }
  expect(came()).toEqual([
    [1, 'whole'],
    [3, 'whole'],
  ]);
  for (let minute = 0; minute < 60; minute += 1) {
    await look(mailbox);
    startAnew();
    pass(60);
  }
  expect(came().slice(2).sort()).toEqual([
    [2, 'header'],
    [4, 'header'],
  ]);
});

it('new mails come in while one is in such trouble', async () => {
  const mailbox = paperMailbox(HERE, [mail(1, 'breaks')]);
  expect(await look(mailbox)).toBeNull();
  pass(5);
  mailbox.mails.push(mail(2));
  expect((await look(mailbox))?.map(({ uid }) => uid)).toEqual([2]);
});

it('connections lost within ten minutes count as one, over starts as well', async () => {
  for (let minute = 0; minute < 20; minute += 1) {
    expect(ledger.troubles(HERE, 1).alone).toBe(minute === 0 ? 0 : 1 + Math.floor((minute - 1) / 10));
    await look(outage([1]));
    startAnew();
    pass(60);
  }
});

it('a clock that was put back does not keep a mail waiting', async () => {
  await look(outage([1]));
  now = instant(now - 600 * MS_PER_MINUTE);
  await look(outage([1]));
  expect(ledger.troubles(HERE, 1)).toMatchObject({ alone: 2, lostAt: now });
});

it('before the header is taken the whole mail is asked for once more', async () => {
  const refusing = paperMailbox(HERE, [mail(1, 'refused')]);
  for (let n = 0; n < 2; n += 1) expect(await look(refusing)).toEqual([]);
  // As often as was enough for the header.
  expect(ledger.troubles(HERE, 1).alone).toBe(3);
  await look(paperMailbox(HERE, [mail(1)]));
  expect(came()).toEqual([[1, 'whole']]);
});

it('lost connections of an older Rowdesk, which wrote no time, count as they did', async () => {
  ledger.close();
  const journal = openJournal<unknown>(file, (value) => value);
  journal.append(
    Array.from({ length: 3 }, () => ({ t: 'unfetched', epoch: HERE, uids: [1], reason: 'lost' })),
  );
  journal.close();
  ledger = openLedger(file);
  expect(ledger.troubles(HERE, 1)).toMatchObject({ alone: 3, lostAt: null });
  expect(await look(paperMailbox(HERE, [mail(1, 'breaks')]))).toBeNull();
  await look(paperMailbox(HERE, [mail(1, 'breaks')]));
  expect(came()).toEqual([[1, 'header']]);
});
