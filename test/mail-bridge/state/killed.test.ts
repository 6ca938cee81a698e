/**
 * The bridge is killed (SIGKILL, as by a power cut or the kernel) at every moment that the outside can see, and
 * started again. Every mail still has one row, one ticket and one acknowledgement, or the row says that nobody knows.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { FullSheetsService } from '../../../local-sheet/api/service';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { openStateDirectories, stateFiles } from '../../../mail-bridge/state/directories';
import { openSpool } from '../../../mail-bridge/state/spool';
import type { Mishap } from '../../bench/recording-smtp';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { THOROUGH } from '../../support/thorough';
import { startRowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { header, letter } from '../support/letters';

type Moment = 'before a reading' | 'before a write' | 'after a write';

/** Calls back before each call of the Sheet is carried out, and when a write has been but is not yet answered. */
function watched(sheets: LocalSheets, around: (moment: Moment) => void): FullSheetsService {
  const watch = <A extends unknown[], R>(run: (...args: A) => R) => {
    return (...args: A): R => {
      around('before a reading');
      return run(...args);
    };
  };
  return {
    ...sheets,
    get: watch(sheets.get),
    batchUpdate(...args) {
      around('before a write');
      const answer = sheets.batchUpdate(...args);
      around('after a write');
      return answer;
    },
    values: { ...sheets.values, batchGetByDataFilter: watch(sheets.values.batchGetByDataFilter) },
  };
}

/** Around every write; of the readings between two writes the first, and the others in a thorough run. */
function momentsToTry(moments: readonly Moment[]): readonly number[] {
  const all = moments.map((_moment, at) => at);
  if (THOROUGH) return all;
  return all.filter((at) => moments[at] !== 'before a reading' || moments[at - 1] !== 'before a reading');
}

const QUESTION = letter({
  from: 'jan@people.test',
  subject: 'Help',
  text: 'I cannot log in.',
  messageId: '<question@people.test>',
});

needs('dovecot')('a bridge that is killed and started again', () => {
  const firms = desks();

  async function expectOneOfEach(bench: DeskBench): Promise<void> {
    const [ticket, ...others] = await bench.rows('tickets');
    expect(others).toEqual([]);
    expect(await bench.rows('messages')).toMatchObject([{ ticket_id: ticket?.id, subject: 'Help' }]);
    expect(await bench.rows('outbox')).toMatchObject([
      { key: `ack:${ticket?.id}`, ticket_id: ticket?.id, state: 'sent' },
    ]);
    expect(await bench.rows('intake')).toMatchObject([{ mailbox: 1, new_ticket: 1, difference: 0 }]);
    // A line about a mail of which nobody knew stays until a person deletes it.
    const problems = (await bench.rows('problems')).filter(({ key }) => !key.includes('unknown-send'));
    expect(problems).toEqual([]);
    expect(bench.smtp.mails).toHaveLength(1);
    const acknowledgement = await readMail(bench.smtp.mails[0]?.raw ?? Buffer.alloc(0));
    expect(header(acknowledgement, 'in-reply-to')).toBe('<question@people.test>');
  }

  it('at any call of the Sheet, before or after it was carried out', async () => {
    /** Runs the built bridge and kills it at a moment. @returns the moments that there were */
    const runAndKill = async (bench: DeskBench, at: number | null): Promise<readonly Moment[]> => {
      const moments: Moment[] = [];
      const running = startRowdesk(['start', '--once'], { cwd: bench.folder });
      onMoment = (moment) => {
        if (moments.length === at) running.child.kill('SIGKILL');
        moments.push(moment);
      };
      const { signal } = await running.ended;
      onMoment = () => undefined;
      expect(signal).toBe(at === null ? null : 'SIGKILL');
      return moments;
    };
    let onMoment = (_moment: Moment): void => undefined;
    const open = async (): Promise<DeskBench> => {
      const bench = await firms.open({ between: (sheets) => watched(sheets, (moment) => onMoment(moment)) });
      await bench.deliver(QUESTION);
      writeConfig(bench.folder, bench.configValue);
      return bench;
    };
    const unharmed = await open();
    const moments = await runAndKill(unharmed, null);
    await expectOneOfEach(unharmed);
    for (const moment of momentsToTry(moments)) {
      const bench = await open();
      await runAndKill(bench, moment);
      await bench.once();
      await expectOneOfEach(bench);
    }
    expect(moments.length).toBeGreaterThan(6);
  });

  it('after the bytes were kept and before anything was written down', async () => {
    const bench = await firms.open();
    await bench.deliver(QUESTION);
    const spool = openSpool(openStateDirectories(bench.config.stateDir).spool);
    await spool.keep([QUESTION]);
    await bench.once();
    await expectOneOfEach(bench);
  });

  /** Runs the built bridge and kills it once its journal says so, and the server has what it is to have. */
  async function killWhileSending(bench: DeskBench, mishap: Mishap, record: string, taken: number) {
    writeConfig(bench.folder, bench.configValue);
    bench.smtp.play(mishap);
    const running = startRowdesk(['start', '--once', '--verbose'], { cwd: bench.folder });
    const journal = stateFiles(bench.config.stateDir).outbox;
    await until(
      () => existsSync(journal) && readFileSync(journal, 'utf8').includes(record),
      (written) => written && bench.smtp.pending() === 0 && bench.smtp.mails.length === taken,
    );
    running.child.kill('SIGKILL');
    await running.ended;
  }
  const CLAIMED = '"state":"sending"';
  const TEXT_BEGINS = '"t":"text"';

  it('while it sends, before the server has asked for the text: the mail goes out later, once', async () => {
    const bench = await firms.open();
    await bench.deliver(QUESTION);
    await killWhileSending(bench, { at: 'mail', hangUp: 'silence' }, CLAIMED, 0);
    await bench.once();
    expect(await bench.rows('outbox')).toMatchObject([{ state: 'deferred', attempts: 1 }]);
    bench.clock.advance(2);
    await bench.once();
    await expectOneOfEach(bench);
  });

  it('so does a reminder, which is never sent again on a guess', async () => {
    const bench = await firms.open({ config: { sentCopies: 'provider' } });
    const reminder = { key: 'reminder:by-hand', kind: 'reminder', to: 'jan@people.test' } as const;
    const letterOf = { subject: 'Tomorrow', body: 'See you.', language: 'en', state: 'queued' } as const;
    await bench.append('outbox', [{ ...reminder, ...letterOf, created_at: bench.clock.now() }]);
    await killWhileSending(bench, { at: 'data', hangUp: 'silence' }, CLAIMED, 0);
    await bench.once();
    bench.clock.advance(2);
    await bench.once();
    expect(await bench.rows('outbox')).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it.each([
    ['had it', true],
    ['had it not', false],
  ])(
    'while it sends, after the last dot, and the server %s: the row says that nobody knows',
    async (_, taken) => {
      const bench = await firms.open();
      await bench.deliver(QUESTION);
      const mails = taken ? 1 : 0;
      await killWhileSending(bench, { at: 'dot', hangUp: 'silence', keeps: taken }, TEXT_BEGINS, mails);
      await bench.once();
      bench.clock.advance(10);
      await bench.once();
      expect(await bench.rows('tickets')).toHaveLength(1);
      expect(await bench.rows('outbox')).toMatchObject([{ state: 'unknown', attempts: 1 }]);
      expect(bench.smtp.mails).toHaveLength(mails);
      // What the server had is in Sent one day, and then it is known.
      if (!taken) return;
      await bench.deliver(bench.smtp.mails[0]?.raw ?? Buffer.alloc(0), 'Sent');
      bench.clock.advance(10);
      await bench.once();
      await expectOneOfEach(bench);
    },
  );
});
