/** Originals are kept as long as the configuration says, and never removed while anything still needs them. */

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageRowId } from '../../../core/intake/message-row-id';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { instant, MS_PER_DAY } from '../../../core/time/instant';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { type Ledger, openLedger } from '../../../mail-bridge/intake/ledger';
import { keeping } from '../../../mail-bridge/keeping';
import { silentLog } from '../../../mail-bridge/log/log';
import { openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import type { Desk } from '../../../mail-bridge/sheets/desk';
import { openStateDirectories } from '../../../mail-bridge/state/directories';
import { removeOldOriginals } from '../../../mail-bridge/state/retention';
import { openSpool, type SpoolName } from '../../../mail-bridge/state/spool';
import { DEFAULT_SETTINGS } from '../../../sheet-templates/settings';
import { needs } from '../../support/needs';
import { rowdesk, writeConfig } from '../support/cli';
import { desks } from '../support/desks';
import { letter } from '../support/letters';
import { outgoing } from '../support/outgoing';

const NOW = instant(Date.UTC(2026, 10, 20, 9));
const RETENTION = {
  now: NOW,
  firstDayKept: '2026-10-21',
  firstMomentKept: instant(NOW - 30 * MS_PER_DAY),
};
const OLD = '2026-10-20';
const NEW = '2026-10-21';

let folder: string;
let spool: string;
let ledger: Ledger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-retention-'));
  spool = join(folder, 'spool');
  mkdirSync(spool);
  ledger = openLedger(join(folder, 'ledger'));
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps the bytes of a mail as if that had been long ago. */
async function keep(text: string): Promise<SpoolName> {
  const [name] = await openSpool(spool).keep([Buffer.from(text)]);
  if (name === undefined) throw new Error('nothing was kept');
  utimesSync(join(spool, `${name}.eml`), new Date(0), new Date(0));
  return name;
}
async function spooled(uid: number, day: string, text = `mail ${uid}`): Promise<SpoolName> {
  const name = await keep(text);
  // The server may have received it long before Rowdesk did: that is not what counts.
  ledger.spooled([{ epoch: 'e.1', uid, name, at: instant(0), day, size: 1, partial: false }]);
  return name;
}
const done = (uid: number, outcome: 'reply' | 'quarantined' | 'duplicate' = 'reply') =>
  ledger.done([{ epoch: 'e.1', uid, outcome, messageId: `<${uid}>`, content: '', ticket: null }]);
const left = (ofFiles: ReadonlySet<string> = new Set()) => {
  removeOldOriginals(spool, ledger, { ...RETENTION, ofFiles });
  return readdirSync(spool).map((file) => file.replace(/\.eml$/, ''));
};

describe('an original', () => {
  it('goes when its mail is finished and was taken in before the first day that is kept', async () => {
    await spooled(1, OLD);
    const young = await spooled(2, NEW);
    done(1);
    done(2);
    expect(left()).toEqual([young]);
  });

  it.each<[string, (uid: number, name: SpoolName) => void]>([
    ['waits for its rows', () => undefined],
    ['is in quarantine', (uid) => done(uid, 'quarantined')],
    [
      'is tried again',
      (uid) => {
        done(uid, 'quarantined');
        ledger.tryAgain('e.1', uid);
      },
    ],
    [
      'has rows of which nobody knows whether they were written',
      (uid, name) => {
        done(uid);
        ledger.writing([messageRowId(name)]);
      },
    ],
  ])('stays, however old, while its mail %s', async (_why, bring) => {
    const name = await spooled(1, OLD);
    bring(1, name);
    expect(left()).toEqual([name]);
  });

  it('goes when somebody has looked at its mail in quarantine', async () => {
    await spooled(1, OLD);
    done(1, 'quarantined');
    ledger.drop('e.1', 1);
    expect(left()).toEqual([]);
  });

  it('stays while another delivery of the same bytes needs it', async () => {
    const name = await spooled(1, OLD, 'the same');
    done(1);
    await spooled(2, NEW, 'the same');
    expect(left()).toEqual([name]);
    done(2, 'duplicate');
    expect(left()).toEqual([name]);
  });

  it('stays, however old, while its files are still to be sent on with another mail', async () => {
    const name = await spooled(1, OLD);
    await spooled(2, OLD);
    const orphan = await keep('an orphan');
    done(1);
    done(2);
    expect(left(new Set([name, orphan])).sort()).toEqual([name, orphan].sort());
    expect(left()).toEqual([]);
  });

  it('stays while a colleague’s answer waits for "#send", but not for ever, and goes once that has come', async () => {
    const waits = { for: 'send', ticketId: 'T-7K3Q9' as TicketId, agent: 'ola@firm.test' } as const;
    const answer = { outcome: 'agent-reply', messageId: '', content: '', ticket: null, waits } as const;
    const name = await spooled(1, OLD);
    await spooled(2, '2026-07-01');
    ledger.done([1, 2].map((uid) => ({ epoch: 'e.1', uid, ...answer })));
    expect(left()).toEqual([name]);
    const send = await spooled(3, NEW);
    ledger.done([{ epoch: 'e.1', uid: 3, ...answer, waits: undefined, released: [messageRowId(name)] }]);
    expect(left()).toEqual([send]);
  });

  it('of which the ledger does not know goes by its own age, and so does half a file', async () => {
    await keep('an orphan');
    const fresh = createHash('sha256').update('x').digest('hex');
    writeFileSync(join(spool, `${fresh}.eml`), 'x');
    writeFileSync(join(spool, `${fresh}.eml.tmp`), 'x');
    utimesSync(join(spool, `${fresh}.eml.tmp`), new Date(0), new Date(0));
    writeFileSync(join(spool, 'notes.txt'), 'a person’s');
    utimesSync(join(spool, `${fresh}.eml`), new Date(NOW), new Date(NOW));
    utimesSync(join(spool, 'notes.txt'), new Date(0), new Date(0));
    expect(left().sort()).toEqual([fresh, 'notes.txt'].sort());
  });
});

it('the daily sweep keeps an original until the mail that takes its files has gone out', async () => {
  const book = openOutboxBook(join(folder, 'outbox'));
  const original = await spooled(1, OLD);
  done(1);
  const plan = { original, sha256: '0'.repeat(64), filename: 'plan.pdf', type: 'application/pdf', size: 1 };
  book.admit(outgoing('relay:1', { createdAt: NOW, files: [{ ...plan, contentId: null }] }));
  const clock = { now: NOW };
  const { afterSending } = keeping({
    config: { keepOriginalsDays: 30 },
    state: { files: { ...openStateDirectories(folder), spool }, ledger, book },
    // Nothing waits to be cleared there.
    desk: new Proxy({} as Desk, {
      get() {
        throw new Error('The Sheet is not needed.');
      },
    }),
    facts: () => ({ settings: DEFAULT_SETTINGS }),
    offset: intlOffset(),
    now: () => clock.now,
    log: silentLog,
  });
  const leftAfterSweep = async () => {
    await afterSending();
    return readdirSync(spool);
  };
  expect(await leftAfterSweep()).toEqual([`${original}.eml`]);
  book.step('relay:1', { kind: 'claimed' }, NOW, '');
  book.step('relay:1', { kind: 'accepted' }, NOW, '250 OK');
  clock.now = instant(NOW + MS_PER_DAY);
  expect(await leftAfterSweep()).toEqual([]);
  book.close();
});

needs('dovecot')('a bridge with "keepOriginalsDays"', () => {
  const firms = desks();

  it('removes what is older, and show says so; the mail is known as before', async () => {
    const bench = await firms.open();
    writeConfig(bench.folder, { ...bench.configValue, keepOriginalsDays: 30 });
    await bench.deliver(letter({ from: 'jan@people.test', subject: 'Help', text: 'I cannot log in.' }));
    await bench.once();
    const [message] = await bench.rows('messages');
    const original = message?.original ?? '';
    const show = () => rowdesk(['show', original], { cwd: bench.folder });
    expect(await show()).toMatchObject({ code: 0 });
    bench.clock.advance(731 * 24 * 60);
    await bench.once();
    expect(readdirSync(join(bench.config.stateDir, 'spool'))).toEqual([]);
    const gone = await show();
    expect(gone.code).toBe(1);
    expect(gone.stderr).toContain('is no longer kept');
    expect(gone.stderr).toContain('after 30 days ("keepOriginalsDays")');
    await bench.once();
    expect(await bench.rows('messages')).toHaveLength(1);
  });
});
