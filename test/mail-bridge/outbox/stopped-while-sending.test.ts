/** A service manager stops the bridge while a mail is being handed over to a server that says nothing any more. */
import { existsSync, readFileSync } from 'node:fs';
import type { OutboxState } from '../../../core/workbook/choices';
import { openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { stateFiles } from '../../../mail-bridge/state/directories';
import type { Mishap } from '../../bench/recording-smtp';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { startRowdesk, writeConfig } from '../support/cli';
import { desks } from '../support/desks';

const REMINDER = {
  key: 'reminder:by-hand',
  kind: 'reminder',
  to: 'jan@people.test',
  subject: 'Tomorrow',
  body: 'See you.',
  language: 'en',
  state: 'queued',
} as const;

needs('dovecot')('a bridge that is stopped while it sends', () => {
  const firms = desks();

  it.each<[string, Mishap, OutboxState]>([
    ['when it connects', { at: 'connect', hangUp: 'silence' }, 'deferred'],
    ['when it names the sender', { at: 'mail', hangUp: 'silence' }, 'deferred'],
    ['when it announces the text', { at: 'data', hangUp: 'silence' }, 'deferred'],
    ['after the text', { at: 'dot', hangUp: 'silence', keeps: false }, 'unknown'],
  ])('to a server that falls silent %s: it ends, and says what is known', async (_, mishap, state) => {
    const bench = await firms.open();
    await bench.append('outbox', [{ ...REMINDER, created_at: bench.clock.now() }]);
    writeConfig(bench.folder, bench.configValue);
    bench.smtp.play(mishap);
    const running = startRowdesk(['start'], { cwd: bench.folder });
    const { outbox } = stateFiles(bench.config.stateDir);
    const said = state === 'unknown' ? '"t":"text"' : '"state":"sending"';
    await until(
      () => existsSync(outbox) && readFileSync(outbox, 'utf8').includes(said),
      (written) => written && bench.smtp.pending() === 0,
    );
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, signal: null });
    const book = openOutboxBook(outbox);
    expect([...book.all()]).toMatchObject([{ state, attempts: 1 }]);
    book.close();
    expect(bench.smtp.mails).toHaveLength(0);
  });
});
