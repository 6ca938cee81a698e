/**
 * SIGTERM at every phase of the bridge's work: the process ends by itself within ten seconds and with exit code 0, and the
 * next start goes on where it was. The ten seconds are what service managers give before they kill (Docker). They are not
 * measured, for a busy machine takes its time: whatever the bridge may be waiting for lasts longer than the guard that
 * kills it, so a bridge that waits for it fails.
 */
import type { FullSheetsService } from '../../../local-sheet/api/service';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import { type FaultProxy, startFaultProxy } from '../../bench/fault-proxy';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { type Ended, type Running, startRowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const QUESTION = letter({
  from: 'jan@people.test',
  subject: 'Help',
  text: 'I cannot log in.',
  messageId: '<question@people.test>',
});

const GUARD_MS = 30_000;

needs('dovecot')('rowdesk start, told to stop', () => {
  const firms = desks();
  let running: Running | null = null;
  const still: FaultProxy[] = [];
  afterEach(async () => {
    running?.child.kill('SIGKILL');
    running = null;
    for (const proxy of still.splice(0)) await proxy.stop();
  });

  const start = (bench: DeskBench, config: object = {}): Running => {
    writeConfig(bench.folder, { ...bench.configValue, ...config });
    running = startRowdesk(['start'], { cwd: bench.folder });
    return running;
  };
  /** SIGTERM, and SIGKILL for a bridge that waits for what it must not wait for. */
  const stopped = async (process: Running): Promise<Ended> => {
    process.child.kill('SIGTERM');
    const guard = setTimeout(() => process.child.kill('SIGKILL'), GUARD_MS);
    try {
      return await process.ended;
    } finally {
      clearTimeout(guard);
    }
  };
  const expectOrderly = (ended: Ended) => {
    expect({ code: ended.code, signal: ended.signal }).toEqual({ code: 0, signal: null });
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  };
  const expectOneOfEach = async (bench: DeskBench) => {
    await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect(await bench.rows('messages')).toHaveLength(1);
    expect(await bench.rows('intake')).toMatchObject([{ mailbox: 1, new_ticket: 1, difference: 0 }]);
    expect(await bench.rows('outbox')).toMatchObject([{ state: 'sent' }]);
    expect(bench.smtp.mails).toHaveLength(1);
  };

  it('while it idles, and has just sent', async () => {
    const bench = await firms.open();
    const process = start(bench);
    await process.said('Rowdesk is running');
    await bench.deliver(QUESTION);
    await until(
      () => bench.smtp.mails.length,
      (count) => count === 1,
    );
    expectOrderly(await stopped(process));
    await expectOneOfEach(bench);
  });

  it('while it fetches, and the mail server has fallen silent', async () => {
    const bench = await firms.open();
    const proxy = await startFaultProxy({ host: '127.0.0.1', port: firms.dovecot.imapPort });
    still.push(proxy);
    const imap = { ...(bench.configValue.imap as object), port: proxy.port };
    const process = start(bench, { imap });
    await process.said('Rowdesk is running');
    proxy.set({ kind: 'stall' });
    await bench.deliver(QUESTION);
    expectOrderly(await stopped(process));
    await expectOneOfEach(bench);
  });

  it('while it connects to a mail server that does not answer', async () => {
    const bench = await firms.open();
    const proxy = await startFaultProxy({ host: '127.0.0.1', port: firms.dovecot.imapPort });
    still.push(proxy);
    proxy.set({ kind: 'stall' });
    const imap = { ...(bench.configValue.imap as object), port: proxy.port };
    const process = start(bench, { imap });
    await until(
      () => proxy.openConnections(),
      (count) => count > 0,
    );
    expectOrderly(await stopped(process));
  });

  it.each([
    ['answers a read slowly', 'read', 2 * GUARD_MS],
    ['answers a write within the time', 'write', 1_500],
    ['does not answer a write in time', 'write', 2 * GUARD_MS],
  ] as const)('while it writes rows, and the Sheet %s', async (_what, only, milliseconds) => {
    let writing = false;
    const between = (sheets: LocalSheets): FullSheetsService => ({
      ...sheets,
      batchUpdate(...args) {
        writing = true;
        return sheets.batchUpdate(...args);
      },
    });
    const bench = await firms.open({ between });
    const process = start(bench);
    await process.said('Rowdesk is running');
    writing = false;
    bench.api.faults.add({ kind: 'slow', milliseconds }, { only });
    await bench.deliver(QUESTION);
    await until(
      () => (only === 'write' ? writing : bench.api.faults.pending === 0),
      (isThere) => isThere,
    );
    expectOrderly(await stopped(process));
    bench.api.faults.clear();
    await expectOneOfEach(bench);
  });

  it('while it waits because the quota of the Sheet is used up', async () => {
    const bench = await firms.open();
    const process = start(bench);
    await process.said('Rowdesk is running');
    bench.api.faults.add({ kind: 'too-many-requests', retryAfterSeconds: 60 }, { only: 'write' });
    await bench.deliver(QUESTION);
    await until(
      () => bench.api.faults.pending,
      (left) => left === 0,
    );
    expectOrderly(await stopped(process));
    await expectOneOfEach(bench);
  });

  it.each([
    ['before it has agreed to anything', { at: 'mail', hangUp: 'silence' }, 'sent'],
    ['after the final dot', { at: 'dot', hangUp: 'silence', keeps: true }, 'unknown'],
  ] as const)('while it sends, and the server falls silent %s', async (_when, mishap, state) => {
    const bench = await firms.open();
    bench.smtp.play(mishap);
    const process = start(bench);
    await bench.deliver(QUESTION);
    await until(
      () => bench.smtp.pending(),
      (left) => left === 0,
    );
    expectOrderly(await stopped(process));
    bench.clock.advance(10);
    await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect(await bench.rows('outbox')).toMatchObject([{ state }]);
    // The one that the server has taken and told nobody of is not sent again on a guess.
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('a second signal ends it at once', async () => {
    const bench = await firms.open();
    bench.smtp.play({ at: 'dot', hangUp: 'silence', keeps: true });
    const process = start(bench);
    await bench.deliver(QUESTION);
    await until(
      () => bench.smtp.pending(),
      (left) => left === 0,
    );
    process.child.kill('SIGTERM');
    await until(
      () => {
        process.child.kill('SIGTERM');
        return process.child.signalCode;
      },
      (signal) => signal !== null,
    );
    expect((await process.ended).signal).toBe('SIGTERM');
  });
});
