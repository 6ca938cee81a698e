/** From the mailbox to the spool: which mails are new, and what becomes of those that the server does not give. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, MS_PER_DAY } from '../../../core/time/instant';
import { type Ledger, openLedger } from '../../../mail-bridge/intake/ledger';
import { enterMailbox, spoolNewMail } from '../../../mail-bridge/intake/spool-new-mail';
import { silentLog } from '../../../mail-bridge/log/log';
import { openSpool, type Spool } from '../../../mail-bridge/state/spool';
import { ARRIVED, type PaperMail, type PaperMailbox, paperMailbox, type Trouble } from './paper-mailbox';

const LATER = instant(ARRIVED + 60_000);
const HERE = 'aaaaaaaaaaaa.7';

let folder: string;
let ledger: Ledger;
let spool: Spool;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-spooling-'));
  mkdirSync(join(folder, 'spool'));
  spool = openSpool(join(folder, 'spool'));
  ledger = openLedger(join(folder, 'ledger'));
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const mail = (uid: number, more: Partial<PaperMail> = {}): PaperMail => ({
  uid,
  text: `Subject: Mail ${uid}\r\n\r\nText ${uid}\r\n`,
  ...more,
});
const startAnew = () => {
  ledger.close();
  ledger = openLedger(join(folder, 'ledger'));
};
const look = (mailbox: PaperMailbox, sweep = false, signal = new AbortController().signal) =>
  spoolNewMail(
    mailbox,
    {
      ledger,
      spool,
      now: () => LATER,
      dayOf: () => '2026-11-20',
      log: silentLog,
      onSpooled: () => undefined,
    },
    sweep,
    signal,
  );
const enter = (mailbox: PaperMailbox, startFrom: 'now' | 'all' = 'now') =>
  enterMailbox(mailbox, ledger, { startFrom, now: LATER });
const spooled = () => ledger.waiting().map(({ uid }) => uid);

describe('which mails are new', () => {
  it('all of another folder with an equal UIDVALIDITY', async () => {
    await look(paperMailbox(HERE, [mail(1), mail(2)]));
    await look(paperMailbox('bbbbbbbbbbbb.7', [mail(1), mail(2), mail(3)]));
    expect(spooled()).toEqual([1, 2, 1, 2, 3]);
  });

  it('none that was there before the first start, when the firm starts from now', async () => {
    const mailbox = paperMailbox(HERE, [mail(1), mail(2)]);
    expect(await enter(mailbox)).toBe(2);
    mailbox.mails.push(mail(3));
    await look(mailbox, true);
    expect(spooled()).toEqual([3]);
  });

  it('none that was old before the server numbered the folder anew, but all that came since', async () => {
    await enter(paperMailbox(HERE, [mail(1), mail(2)]));
    startAnew();
    const since = { arrived: instant(LATER + 1000) };
    const mailbox = paperMailbox('aaaaaaaaaaaa.8', [mail(10), mail(11, since), mail(12), mail(13, since)]);
    expect(await enter(mailbox)).toBe(2);
    await look(mailbox, true);
    startAnew();
    await look(mailbox, true);
    expect(spooled()).toEqual([11, 13]);
  });

  it('all of a mailbox that was entered with an empty ledger, when the Sheet has mails whose beginning nobody knows', async () => {
    ledger.noteYoungerThanSheet(null);
    const mailbox = paperMailbox(HERE, [mail(1), mail(2)]);
    await enter(mailbox);
    await look(mailbox);
    expect(spooled()).toEqual([1, 2]);
  });

  it('all since the first mail of the Sheet, when the state folder was lost', async () => {
    ledger.noteYoungerThanSheet(ARRIVED);
    const longAgo = { arrived: instant(ARRIVED - 30 * MS_PER_DAY) };
    const mailbox = paperMailbox(HERE, [mail(1, longAgo), mail(2), mail(3)]);
    await enter(mailbox);
    await look(mailbox);
    expect(spooled()).toEqual([2, 3]);
  });

  it('none that an older Rowdesk knew by its UIDVALIDITY alone, and all of the next folder with the same', async () => {
    await look(paperMailbox('7', [mail(1)]));
    ledger.ignore('7', { upTo: 0, uids: [2] }, LATER);
    startAnew();
    const same = paperMailbox(HERE, [mail(1), mail(2), mail(3)]);
    await enter(same);
    await look(same);
    startAnew();
    const other = paperMailbox('bbbbbbbbbbbb.7', [mail(1, { arrived: instant(LATER + 1000) })]);
    await enter(other);
    await look(other);
    expect(ledger.waiting().map(({ epoch, uid }) => [epoch, uid])).toEqual([
      ['7', 1],
      [HERE, 3],
      ['bbbbbbbbbbbb.7', 1],
    ]);
  });
});

describe('a mail that the server does not give', () => {
  const box = (trouble: Trouble) => paperMailbox(HERE, [mail(1), mail(2, { trouble }), mail(3)]);

  it.each(['refused', 'missing', 'refused-wholly'] as const)('keeps nothing back: %s', async (trouble) => {
    await look(box(trouble));
    expect(spooled()).toEqual([1, 3]);
  });

  it.each(['refused', 'missing'] as const)(
    'comes in from its header after three looks: %s',
    async (trouble) => {
      for (let n = 0; n < 4; n += 1) {
        await look(box(trouble));
        startAnew();
      }
      const [record] = ledger.waiting().filter(({ uid }) => uid === 2);
      expect(record).toMatchObject({ uid: 2, partial: true, at: ARRIVED });
      expect(record && spool.read(record.name).toString()).toBe('Subject: Mail 2\r\n\r\n');
      expect(await look(box(trouble), true)).toBe(0);
    },
  );

  it('and no header either is given up where people see it, and counted', async () => {
    for (let n = 0; n < 5; n += 1) {
      await look(box('refused-wholly'));
      startAnew();
    }
    expect(ledger.unfetchable()).toMatchObject([
      { epoch: HERE, uid: 2, reason: expect.stringContaining('NO') },
    ]);
    expect(ledger.days().get('2026-11-20')).toEqual({ found: 3, outcomes: { quarantined: 1 } });
    expect(await look(box('refused-wholly'), true)).toBe(0);
    expect(ledger.unfetchable()).toHaveLength(1);
  });

  it('but gets over it is taken in whole', async () => {
    await look(box('refused'));
    await look(paperMailbox(HERE, [mail(1), mail(2), mail(3)]));
    expect(ledger.waiting().map(({ uid, partial }) => [uid, partial])).toEqual([
      [1, false],
      [3, false],
      [2, false],
    ]);
  });

  it('and is deleted meanwhile is forgotten', async () => {
    await look(box('refused'));
    await look(paperMailbox(HERE, [mail(1), mail(3)]));
    expect(ledger.troubled(HERE)).toEqual([]);
    expect(ledger.cursor(HERE)).toBe(3);
  });

  it('is not blamed when we hung up ourselves', async () => {
    const ending = new AbortController();
    const mailbox = box('breaks');
    const { fetch } = mailbox;
    const hungUp = {
      ...mailbox,
      fetch: (...args: Parameters<typeof fetch>) => {
        ending.abort();
        return fetch(...args);
      },
    };
    await expect(look(hungUp, false, ending.signal)).rejects.toThrow('closed');
    expect(ledger.troubled(HERE)).toEqual([]);
  });
});
