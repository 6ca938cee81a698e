/**
 * The backup of docs/backup.md, made while a bridge works and restored into a new folder: nothing is lost, nothing is there
 * twice, and what was sent after the backup is not sent again.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openLedger } from '../../../mail-bridge/intake/ledger';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { isCopy, markAsOriginal } from '../../../mail-bridge/state/lineage';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { startRowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { header, letter, lettersOf } from '../support/letters';

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'backup.md'), 'utf8');

/** Carries out the commands of the page that begin with this word. */
async function carryOut(word: 'backup' | 'restore', STATE: string, BACKUP: string): Promise<void> {
  const script = new RegExp(`\`\`\`sh\\n(# ${word}:[\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];
  if (script === undefined) throw new Error(`docs/backup.md has no commands for ${word}`);
  await promisify(execFile)('/bin/sh', ['-e', '-c', script], { env: { ...process.env, STATE, BACKUP } });
}

// Each from a domain of its own: the caps on acknowledgements are not what is tested.
const question = (n: number) =>
  letter({
    from: `p${n}@people${n}.test`,
    subject: `Question ${n}`,
    text: `I have the question number ${n}.`,
    messageId: `<question-${n}@people${n}.test>`,
  });
const queued = (key: string, to: string, more: object = {}) => ({
  key,
  kind: 'reply' as const,
  to,
  subject: `About ${key}`,
  body: `This is ${key}.`,
  state: 'queued' as const,
  ...more,
});

needs('dovecot')('a backup that is restored', () => {
  const firms = desks();
  const backupOf = ({ folder }: DeskBench) => join(folder, 'backup');
  const restoredOf = ({ folder }: DeskBench) => join(folder, 'restored');
  const sentIds = async ({ smtp }: DeskBench) =>
    (await Promise.all(smtp.mails.map(({ raw }) => readMail(raw)))).map(({ messageId }) => messageId);
  const states = async (bench: DeskBench) =>
    Object.fromEntries((await bench.rows('outbox')).map(({ key, state }) => [key, state]));

  it('of a bridge at work: every mail has one row and one acknowledgement', async () => {
    const bench = await firms.open();
    writeConfig(bench.folder, bench.configValue);
    for (let n = 0; n < 4; n += 1) await bench.deliver(question(n));
    const running = startRowdesk(['start'], { cwd: bench.folder });
    firms.atEnd(async () => {
      running.child.kill('SIGKILL');
      await running.ended;
    });
    await until(
      () => existsSync(join(bench.config.stateDir, 'ledger.jsonl')) && bench.smtp.mails.length,
      (count) => count !== false && count > 0,
    );
    // Mail goes on coming in while it is copied.
    const delivering = (async () => {
      for (let n = 4; n < 12; n += 1) await bench.deliver(question(n));
    })();
    await carryOut('backup', bench.config.stateDir, backupOf(bench));
    await delivering;
    const ledger = openLedger(join(backupOf(bench), 'ledger.jsonl'));
    const named = [...ledger.waiting(), ...ledger.history().map(({ spooled }) => spooled)];
    ledger.close();
    expect(named.length).toBeGreaterThan(0);
    for (const { name } of named)
      expect(existsSync(join(backupOf(bench), 'spool', `${name}.eml`))).toBe(true);
    await until(
      () => bench.smtp.mails.length,
      (count) => count === 12,
    );
    running.child.kill('SIGTERM');
    await running.ended;
    await bench.once();
    rmSync(bench.config.stateDir, { recursive: true });
    await carryOut('restore', restoredOf(bench), backupOf(bench));
    const before = { tickets: await bench.rows('tickets'), outbox: await states(bench) };
    for (let start = 0; start < 2; start += 1) {
      await bench.once({ stateDir: restoredOf(bench) });
      expect(await bench.rows('tickets')).toEqual(before.tickets);
      expect(await bench.rows('messages')).toHaveLength(12);
      expect(await states(bench)).toEqual(before.outbox);
      expect(bench.smtp.mails).toHaveLength(12);
      expect((await bench.rows('intake')).reduce((sum, { difference }) => sum + (difference ?? 0), 0)).toBe(
        0,
      );
    }
  });

  it('older than what was sent: as the Sheet shows it, or the folder of sent mails', async () => {
    const bench = await firms.open();
    await bench.deliver(question(1));
    await bench.once();
    const [ticket] = await bench.rows('tickets');
    // Deferred in the journal of the backup; each has another fate after it.
    const kept = ['sent', 'copied', 'cancelled', 'waits', 'unknown'];
    await bench.append(
      'outbox',
      kept.map((key) => queued(key, `${key}@people.test`, key === 'sent' ? { ticket_id: ticket?.id } : {})),
    );
    bench.smtp.play(...kept.map(() => ({ at: 'rcpt', reply: '451 4.3.0 try later' }) as const));
    await bench.once();
    expect(await states(bench)).toMatchObject(Object.fromEntries(kept.map((key) => [key, 'deferred'])));
    await carryOut('backup', bench.config.stateDir, backupOf(bench));

    await bench.edit('outbox', ({ key }) => key === 'cancelled', { state: 'cancelled' });
    await bench.edit('outbox', ({ key }) => key === 'waits', {
      state: 'cancelled',
    });
    await bench.append('outbox', [queued('new', 'new@people.test')]);
    await bench.deliver(question(2));
    bench.clock.advance(10);
    await bench.once();
    expect(await states(bench)).toMatchObject({
      sent: 'sent',
      copied: 'sent',
      cancelled: 'cancelled',
      new: 'sent',
    });
    // The moment before the loss: the server and the folder of sent mails had it, the Sheet had not.
    await bench.edit('outbox', ({ key }) => key === 'copied', {
      state: 'deferred',
      sent_at: null,
      answer: '451',
    });
    // Nobody knew of this one when the folder was lost.
    await bench.edit('outbox', ({ key }) => key === 'unknown', {
      state: 'unknown',
      sent_at: null,
      answer: 'lost',
    });
    const tickets = await bench.rows('tickets');
    const conversation = await bench.rows('messages');
    const ids = await sentIds(bench);
    expect(new Set(ids).size).toBe(ids.length);
    rmSync(bench.config.stateDir, { recursive: true });
    await carryOut('restore', restoredOf(bench), backupOf(bench));

    bench.clock.advance(10);
    await bench.once({ stateDir: restoredOf(bench) });
    expect(await sentIds(bench)).toEqual(ids);
    expect(await states(bench)).toMatchObject({
      sent: 'sent',
      copied: 'sent',
      cancelled: 'cancelled',
      waits: 'cancelled',
      // Settled as always: its copy is among the sent mails.
      unknown: 'sent',
      new: 'sent',
    });
    expect(await bench.rows('tickets')).toEqual(tickets);
    expect((await bench.rows('messages')).map(({ id }) => id).sort()).toEqual(
      conversation.map(({ id }) => id).sort(),
    );

    // What grew after the backup goes on growing: the answer finds the ticket that the ledger never saw.
    const asked = await bench.row('tickets', ({ subject }) => subject === 'Question 2');
    const [acknowledgement] = (await lettersOf(bench.dovecot, bench.address, 'Sent')).filter(
      (mail) => header(mail, 'in-reply-to') === '<question-2@people2.test>',
    );
    await bench.deliver(
      letter({
        from: 'p2@people2.test',
        subject: 'Re: Question 2',
        text: 'I have found it.',
        headers: [`In-Reply-To: ${acknowledgement?.messageId ?? ''}`],
      }),
    );
    await bench.once({ stateDir: restoredOf(bench) });
    const [last] = (await bench.rows('messages')).slice(-1);
    expect(last).toMatchObject({ ticket_id: asked.row.id, text: 'I have found it.' });
    expect(await sentIds(bench)).toEqual(ids);
  });

  it('in place, as by a snapshot of the whole machine: the Outbox tells that it is older', async () => {
    // Nobody files copies here: the folder of sent mails says nothing.
    const bench = await firms.open({ config: { sentCopies: 'provider' } });
    await bench.append('outbox', [queued('answer', 'answer@people.test')]);
    bench.smtp.play({ at: 'rcpt', reply: '451 4.3.0 try later' });
    await bench.once();
    const { outbox } = stateFiles(bench.config.stateDir);
    const snapshot = readFileSync(outbox);
    bench.clock.advance(10);
    await bench.once();
    expect(bench.smtp.mails).toHaveLength(1);
    writeFileSync(outbox, snapshot);
    bench.clock.advance(10);
    await bench.once();
    expect(await states(bench)).toEqual({ answer: 'sent' });
    expect(bench.smtp.mails).toHaveLength(1);
  });
});

describe('a state folder knows that it is', () => {
  it('a copy, until it has caught up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rowdesk-lineage-'));
    try {
      const file = join(folder, 'lineage');
      expect(isCopy(file)).toBe(true);
      markAsOriginal(file);
      expect(isCopy(file)).toBe(false);
      await promisify(execFile)('cp', ['-p', file, `${file}.copy`]);
      expect(isCopy(`${file}.copy`)).toBe(true);
      markAsOriginal(`${file}.copy`);
      expect(isCopy(`${file}.copy`)).toBe(false);
      expect(isCopy(file)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
