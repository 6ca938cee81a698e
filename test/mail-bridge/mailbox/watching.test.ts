/** The bridge at the mailbox: it waits with IDLE, and comes back whatever breaks the line. */
import { existsSync } from 'node:fs';
import { silentLog } from '../../../mail-bridge/log/log';
import { runUntilStopped } from '../../../mail-bridge/run';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { type FaultProxy, startFaultProxy } from '../../bench/fault-proxy';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { rowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

needs('dovecot')('a bridge that watches its mailbox', () => {
  const firms = desks();
  let proxy: FaultProxy | null = null;
  let stop = async (): Promise<void> => undefined;

  async function watching(behindProxy = false): Promise<DeskBench> {
    proxy = null;
    if (behindProxy) {
      const started = await startFaultProxy({ host: '127.0.0.1', port: firms.dovecot.imapPort });
      firms.atEnd(() => started.stop());
      proxy = started;
    }
    // One connection through the proxy: the sent mails have theirs, and tests of their own.
    const config = { sent: 'ignore' } as const;
    const bench = await firms.open(proxy ? { imap: { port: proxy.port }, config } : { config });
    const ending = new AbortController();
    const bridge = await bench.open({ signal: ending.signal });
    const ready = new Promise<void>((onReady) => {
      const running = runUntilStopped(bridge, {
        pollSeconds: 2,
        signal: ending.signal,
        log: silentLog,
        onReady,
      });
      stop = async () => {
        ending.abort();
        await running.stopped;
        await bridge.close();
      };
      firms.atEnd(() => stop());
    });
    await ready;
    return bench;
  }
  const tickets = (bench: DeskBench, count: number) =>
    until(
      async () => (await bench.rows('tickets')).map(({ subject }) => subject),
      (subjects) => subjects.length === count,
    );
  const mail = (subject: string) => letter({ from: 'jan@people.test', subject, text: 'Please help.' });

  it('has the row of a mail that arrives while it waits', async () => {
    const bench = await watching();
    const took: number[] = [];
    for (let count = 1; count <= 3; count += 1) {
      const delivered = performance.now();
      await bench.deliver(mail(`Mail ${count}`));
      await tickets(bench, count);
      took.push(Math.round(performance.now() - delivered));
    }
    process.stderr.write(`from delivery to the row: ${took.join(', ')} ms\n`);
    expect((await bench.rows('messages')).length).toBe(3);
  });

  it('comes back after the line was cut, once and again, and leaves no connection behind', async () => {
    const bench = await watching(true);
    await bench.deliver(mail('Before'));
    await tickets(bench, 1);
    for (const how of ['FIN', 'RST'] as const) {
      const before = (await bench.rows('tickets')).map(({ subject }) => subject);
      proxy?.drop(how);
      await bench.deliver(mail(`After ${how}`));
      expect(await tickets(bench, before.length + 1)).toEqual([...before, `After ${how}`]);
      expect(proxy?.openConnections()).toBe(1);
    }
  });

  it('comes back after the line was cut in the middle of a mail', async () => {
    const bench = await watching(true);
    await bench.deliver(mail('Small'));
    await tickets(bench, 1);
    proxy?.set({ kind: 'cut', direction: 'down', afterBytes: 40_000, with: 'RST' });
    await bench.deliver(letter({ from: 'jan@people.test', subject: 'Large', text: 'word '.repeat(40_000) }));
    await until(
      () => proxy?.openConnections(),
      (open) => open === 0,
    );
    proxy?.heal();
    expect(await tickets(bench, 2)).toEqual(['Small', 'Large']);
    expect((await bench.rows('messages'))[1]?.text).toContain('word word');
  });

  it('comes back after the server was started anew', async () => {
    const bench = await watching();
    await bench.deliver(mail('Before'));
    await tickets(bench, 1);
    await bench.dovecot.restart();
    await bench.deliver(mail('After'));
    expect(await tickets(bench, 2)).toEqual(['Before', 'After']);
  });

  it('stops when it is told to, in the middle of its waiting', async () => {
    const bench = await watching();
    await stop();
    expect(existsSync(stateFiles(bench.config.stateDir).lock)).toBe(false);
  });

  it('lets no second bridge work with its state folder, and says so in words', async () => {
    const bench = await watching();
    await expect(bench.open()).rejects.toThrow(/Another bridge/);
    writeConfig(bench.folder, bench.configValue);
    const second = await rowdesk(['start', '--once'], { cwd: bench.folder });
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^Another bridge \(process \d+\) is running with this state folder\./);
    expect(second.stderr).toContain('Stop it first.');
  });
});
