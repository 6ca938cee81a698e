/**
 * `rowdesk quarantine`: mails that the Sheet refused or that the server does not give out are listed, tried again and
 * dropped, beside a running bridge and without one, and what was reported of them goes when they are settled.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullSheetsService } from '../../../local-sheet/api/service';
import { ApiError } from '../../../local-sheet/contract';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import { openLedger } from '../../../mail-bridge/intake/ledger';
import { ask } from '../../../mail-bridge/quarantine/ask';
import { quarantineOf } from '../../../mail-bridge/quarantine/quarantine';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { withJournalCopies } from '../../../mail-bridge/state/journal-copies';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { rowdesk, startRowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const GOOD = letter({
  from: 'Jan Kowal <jan@people.test>',
  subject: 'Help',
  text: 'I cannot log in.',
  messageId: '<good@people.test>',
});
const ODD = letter({
  from: 'Ewa Lis <ewa@school.test>',
  subject: 'My certificate',
  text: 'It has the wrong name: XYZZY.',
  messageId: '<odd@school.test>',
});

needs('dovecot')('rowdesk quarantine', () => {
  const firms = desks();
  let refuses: boolean;

  /** A Sheet that refuses every write with one word in a new message. */
  function refusing(sheets: LocalSheets): FullSheetsService {
    return {
      ...sheets,
      batchUpdate(...args) {
        if (refuses && /wrong name: XYZZY/.test(JSON.stringify(args))) {
          throw new ApiError(400, 'INVALID_ARGUMENT', 'Invalid value at requests[1].append_cells');
        }
        return sheets.batchUpdate(...args);
      },
    };
  }

  /** A firm that has taken in one mail, and set another aside. */
  async function firm(): Promise<DeskBench> {
    refuses = true;
    const bench = await firms.open({ between: refusing });
    writeConfig(bench.folder, bench.configValue);
    await bench.deliver(GOOD);
    await bench.deliver(ODD);
    await bench.once();
    expect(await bench.rows('messages')).toMatchObject([{ subject: 'Help' }]);
    expect((await bench.rows('problems')).map(({ key }) => key)).toEqual([
      expect.stringMatching(/^quarantined:/),
    ]);
    return bench;
  }
  const run = async (bench: DeskBench, ...args: string[]) => {
    const ended = await rowdesk(['quarantine', ...args], { cwd: bench.folder });
    return { ...ended, said: ended.stdout.trim() };
  };
  const listed = ({ config }: DeskBench) => withJournalCopies(config.stateDir, quarantineOf);
  /** As the command line asks where no bridge runs. */
  const settle = async (bench: DeskBench, what: 'retry' | 'drop') => {
    const mails = (await listed(bench)).map(({ epoch, uid }) => ({ epoch, uid }));
    const asked = ask(bench.config.stateDir, { do: what, mails }, new Date());
    expect(asked).toEqual({ by: 'command', mails: mails.length });
  };
  const quarantineLines = async (bench: DeskBench) =>
    (await bench.rows('problems')).filter(({ key }) => /^(quarantined|unfetchable):/.test(key));

  it('lists since when, from whom, about what and why; shows the mail; and helps with a wrong name', async () => {
    const bench = await firm();
    const mail = JSON.parse((await run(bench, 'list', '--json')).said);
    expect(mail).toMatchObject({
      from: { name: 'Ewa Lis', address: 'ewa@school.test' },
      subject: 'My certificate',
      why: expect.stringContaining('append_cells'),
    });
    expect(Date.parse(mail.since)).toBeGreaterThan(Date.now() - 600_000);
    const inWords = await run(bench, 'list');
    expect(inWords.code).toBe(0);
    expect(inWords.stdout).toMatch(/^[0-9a-f]{12} {2}since \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/);
    expect(inWords.stdout).toContain('From:    Ewa Lis <ewa@school.test>');
    const shown = await run(bench, 'show', `${mail.name}…eml`);
    expect(shown.stdout).toContain('It has the wrong name');
    const wrong = await run(bench, 'drop', 'nosuch');
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('"rowdesk quarantine list"');
    for (const args of [['retry'], ['retry', 'a', '--all']]) {
      expect(await run(bench, ...args)).toMatchObject({ code: 2 });
    }
    expect((await run(bench, '--help')).stdout).toMatch(/list[\s\S]*show[\s\S]*retry[\s\S]*drop/);
  });

  it('retry without a bridge: the next start takes it in, and its line on the Problems tab goes with it', async () => {
    const bench = await firm();
    const [mail] = await listed(bench);
    await settle(bench, 'retry');
    // It fails once more, and is in quarantine as before.
    await bench.once();
    expect(await listed(bench)).toMatchObject([{ original: mail?.original }]);
    expect(await bench.rows('messages')).toHaveLength(1);
    refuses = false;
    const retried = await run(bench, 'retry', '--all');
    expect(retried.said).toContain('when the bridge next runs');
    await bench.once();
    expect(await bench.rows('messages')).toMatchObject([{ subject: 'Help' }, { subject: 'My certificate' }]);
    expect(await bench.rows('tickets')).toHaveLength(2);
    expect(bench.smtp.mails.map(({ to }) => to)).toContainEqual(['ewa@school.test']);
    expect(await bench.rows('intake')).toMatchObject([
      { mailbox: 2, new_ticket: 2, quarantined: 0, duplicate: 0, difference: 0 },
    ]);
    expect(await quarantineLines(bench)).toEqual([]);
    expect(await listed(bench)).toEqual([]);
  });

  it('retry beside a running bridge that had refused it: taken in once, with one acknowledgement', async () => {
    refuses = true;
    const bench = await firms.open({ between: refusing });
    writeConfig(bench.folder, bench.configValue);
    const running = startRowdesk(['start'], { cwd: bench.folder });
    firms.atEnd(async () => {
      running.child.kill('SIGKILL');
      await running.ended;
    });
    await running.said('Rowdesk is running');
    await bench.deliver(GOOD);
    await bench.deliver(ODD);
    await until(
      () => listed(bench),
      ({ length }) => length === 1,
    );
    refuses = false;
    expect((await run(bench, 'retry', '--all')).said).toContain('running bridge');
    await until(
      () => bench.rows('messages'),
      ({ length }) => length === 2,
    );
    await until(
      () => quarantineLines(bench),
      ({ length }) => length === 0,
    );
    await until(
      () => bench.smtp.mails.length,
      (count) => count === 2,
    );
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0 });
    expect(readdirSync(stateFiles(bench.config.stateDir).requests)).toEqual([]);
    await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(2);
    expect(bench.smtp.mails).toHaveLength(2);
  });

  it('drop: listed no more and still counted, its line goes, and the original stays', async () => {
    const bench = await firm();
    const [mail] = await listed(bench);
    await run(bench, 'drop', mail?.original ?? '');
    expect(await listed(bench)).toEqual([]);
    await bench.once();
    expect(await quarantineLines(bench)).toEqual([]);
    expect(await bench.rows('intake')).toMatchObject([{ mailbox: 2, quarantined: 1, difference: 0 }]);
    expect(readdirSync(stateFiles(bench.config.stateDir).spool)).toContain(`${mail?.original}.eml`);
    expect((await run(bench, 'list')).said).toBe('No mail is in quarantine.');
  });

  it('a mail that the server did not give out: retry asks the server again', async () => {
    refuses = false;
    const bench = await firms.open();
    writeConfig(bench.folder, bench.configValue);
    await bench.deliver(GOOD);
    await bench.once();
    await bench.deliver(ODD);
    const bridge = await bench.open();
    const { epoch } = await bridge.connect();
    await bridge.close();
    const ledger = openLedger(stateFiles(bench.config.stateDir).ledger);
    const [{ day, at } = { day: '', at: bench.clock.now() }] = ledger.history().map(({ spooled }) => spooled);
    ledger.giveUp({ epoch, uid: 2, day, at, reason: 'the server lists the mail but does not give its text' });
    ledger.close();
    await bench.once();
    expect(await bench.rows('messages')).toHaveLength(1);
    expect(await quarantineLines(bench)).toMatchObject([{ key: `unfetchable:${epoch}:2` }]);
    const text = (await run(bench, 'show', 'uid-2')).stdout;
    expect(text).toContain('only in the mailbox, as number 2');
    await settle(bench, 'retry');
    await bench.once();
    expect(await bench.rows('messages')).toMatchObject([{ subject: 'Help' }, { subject: 'My certificate' }]);
    expect(await bench.rows('intake')).toMatchObject([{ mailbox: 2, new_ticket: 2, difference: 0 }]);
    await bench.once();
    expect(await quarantineLines(bench)).toEqual([]);
  });

  it('a mail whose original is missing keeps no other back; a request that is none is removed', async () => {
    const bench = await firms.open();
    await bench.deliver(ODD);
    await bench.deliver(GOOD);
    const bridge = await bench.open();
    await bridge.spool(await bridge.connect(), true, () => undefined);
    await bridge.close();
    const { spool, requests, ledger: file } = stateFiles(bench.config.stateDir);
    const ledger = openLedger(file);
    const [odd] = ledger.waiting();
    ledger.close();
    rmSync(join(spool, `${odd?.name}.eml`));
    writeFileSync(join(requests, 'x.json'), '{"do":');
    await bench.once();
    expect(await bench.rows('messages')).toMatchObject([{ subject: 'Help' }]);
    expect(await quarantineLines(bench)).toMatchObject([{ key: `quarantined:${odd?.name}` }]);
    expect(readdirSync(requests)).toEqual([]);
  });
});
