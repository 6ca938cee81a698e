/** A state folder of an older Rowdesk is opened, brought up to date and worked with; nothing in it is lost. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBridgeState } from '../../../mail-bridge/bridge-state';
import { quarantineOf } from '../../../mail-bridge/quarantine/quarantine';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { withJournalCopies } from '../../../mail-bridge/state/journal-copies';
import { migrateState, STATE_VERSION } from '../../../mail-bridge/state/migrations';
import { needs } from '../../support/needs';
import { desks } from '../support/desks';

/** Written by the Rowdesk that knew no versions: one mail of each kind, one answer in each state. */
const FIRST = join(__dirname, 'version-1');

let folder: string;
let state: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-migration-'));
  state = join(folder, 'state');
  cpSync(FIRST, state, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const everything = (directory: string) => {
  const opened = openBridgeState(directory);
  try {
    const { ledger, book, notes, tickets } = opened;
    return {
      history: ledger.history().map(({ spooled, done }) => [spooled.uid, done.outcome]),
      waiting: ledger.waiting().map(({ uid }) => uid),
      quarantine: quarantineOf(ledger).map(({ uid }) => uid),
      days: [...ledger.days()],
      mails: [...book.all()].map(({ mail, state: is, attempts }) => [mail.key, is, attempts]),
      notes: notes.pending().map(({ email, what }) => [email, what]),
      tickets: [...tickets.all()].map(({ id, requesterEmail, messageIds }) => [
        id,
        requesterEmail,
        messageIds.length,
      ]),
    };
  } finally {
    opened.close();
  }
};

describe('a state folder of version 1', () => {
  it('is opened with all that is in it, and again after that', () => {
    const originals = readdirSync(stateFiles(state).spool);
    const first = everything(state);
    expect(first).toEqual({
      history: [
        [1, 'new-ticket'],
        [3, 'quarantined'],
      ],
      waiting: [2],
      quarantine: [3, 4],
      days: [['2026-11-22', { found: 4, outcomes: { 'new-ticket': 1, quarantined: 2 } }]],
      mails: [
        ['ack:T-9BZZQ', 'sent', 1],
        ['reply:sent', 'sent', 1],
        ['notice:unknown', 'unknown', 1],
        ['reply:deferred', 'deferred', 1],
      ],
      notes: [['ola@people.test', 'declined']],
      tickets: [['T-9BZZQ', 'jan@people.test', 4]],
    });
    expect(everything(state)).toEqual(first);
    expect(readdirSync(stateFiles(state).spool)).toEqual(originals);
    expect(readFileSync(stateFiles(state).version, 'utf8')).toBe(`${STATE_VERSION}\n`);
    expect(statSync(stateFiles(state).requests).mode & 0o777).toBe(0o700);
  });

  it('is brought up to date after a crash in the middle of that, as often as it takes', () => {
    const { version, requests } = stateFiles(state);
    migrateState(state);
    // The step was done, and the number was not written down.
    rmSync(version);
    writeFileSync(`${version}.tmp`, '');
    migrateState(state);
    expect(readFileSync(version, 'utf8')).toBe(`${STATE_VERSION}\n`);
    expect(readdirSync(requests)).toEqual([]);
  });

  it('can be looked at before it is brought up to date', async () => {
    expect(
      await withJournalCopies(state, (ledger, book) => [ledger.waiting().length, book.waiting().length]),
    ).toEqual([1, 1]);
    expect(readdirSync(state)).not.toContain('version');
  });
});

describe('a state folder that this Rowdesk does not know', () => {
  it.each([
    ['of a newer one', `${STATE_VERSION + 1}\n`, 'newer Rowdesk'],
    ['with a version that is no number', 'two\n', 'does not hold a number'],
    ['with an empty version', '', 'does not hold a number'],
  ])('%s is refused, and nothing in it is touched', async (_what, written, said) => {
    const before = readdirSync(state);
    writeFileSync(stateFiles(state).version, written);
    expect(() => openBridgeState(state)).toThrow(said);
    await expect(withJournalCopies(state, () => null)).rejects.toThrow(said);
    expect(readdirSync(state)).toEqual([...before, 'version'].sort());
  });
});

needs('dovecot')('a bridge with a state folder of version 1', () => {
  const firms = desks();

  it('goes on with it: what waited is taken in and goes out, and what had gone out does not go again', async () => {
    const bench = await firms.open();
    cpSync(FIRST, bench.config.stateDir, { recursive: true });
    const shown = { ticket_id: 'T-9BZZQ', to: 'jan@people.test', subject: 'x', body: 'x' };
    await bench.append('outbox', [
      { key: 'reply:sent', kind: 'reply', state: 'sent', ...shown },
      { key: 'reply:deferred', kind: 'reply', state: 'deferred', ...shown },
    ]);
    bench.clock.advance(60);
    await bench.once();
    expect(await bench.rows('messages')).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ subject: 'Which room?' })]),
    );
    const sent = bench.smtp.mails.map(({ to, raw }) => [to[0], /^Subject: (.*)$/m.exec(raw.toString())?.[1]]);
    expect(sent.sort()).toEqual([
      ['jan@people.test', expect.stringContaining('I cannot log in')],
      ['ola@people.test', expect.stringContaining('We have received')],
    ]);
    expect((await bench.rows('outbox')).map(({ key, state: is }) => [key, is])).toEqual(
      expect.arrayContaining([['reply:deferred', 'sent']]),
    );
  });
});
