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

  const SILENCES: readonly (readonly [string, Mishap, OutboxState])[] = [
    ['when it connects', { at: 'connect', hangUp: 'silence' }, 'deferred'],
    ['when it names the sender', { at: 'mail', hangUp: 'silence' }, 'deferred'],
    ['when it announces the text', { at: 'data', hangUp: 'silence' }, 'deferred'],
    ['after the text', { at: 'dot', hangUp: 'silence', keeps: false }, 'unknown'],
  ];

  /** A firm of its own for each: they need not wait for one another. */
  async function stopped([when, mishap, state]: (typeof SILENCES)[number]) {
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
    const { code, signal } = await running.ended;
    const book = openOutboxBook(outbox);
    const mails = [...book.all()].map(({ state: known, attempts }) => ({ state: known, attempts }));
    book.close();
    return { when, code, signal, mails, taken: bench.smtp.mails.length };
  }

  it('to a server that falls silent at any step: it ends, and says what is known', async () => {
    expect(await Promise.all(SILENCES.map(stopped))).toEqual(
      SILENCES.map(([when, , state]) => ({
        when,
        code: 0,
        signal: null,
        mails: [{ state, attempts: 1 }],
        taken: 0,
      })),
    );
  });
});
