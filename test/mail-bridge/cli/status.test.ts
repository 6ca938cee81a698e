/** `rowdesk status`: how the bridge is, told from its state folder alone, while it runs, rests or fails. */

import { statusText } from '../../../mail-bridge/cli/status-text';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { openBrake } from '../../../mail-bridge/state/brake';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { readWholeStatus, type Status } from '../../../mail-bridge/status';
import { startFaultProxy } from '../../bench/fault-proxy';
import { needs } from '../../support/needs';
import { deleteBrakeLine } from '../storms/storm-desk';
import { rowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const QUESTION = letter({ from: 'jan@people.test', subject: 'Help', text: 'I cannot log in.' });

needs('dovecot')('rowdesk status', () => {
  const firms = desks();

  const statusOf = (bench: DeskBench): Promise<Status> =>
    readWholeStatus(bench.config.stateDir, {
      now: bench.clock.now(),
      offset: intlOffset(),
      mailbox: bench.config.support.address,
    });
  const textOf = async (bench: DeskBench) => statusText(await statusOf(bench)).join('\n');

  it('of a bridge that is well says so, with its last contacts and the days', async () => {
    const bench = await firms.open();
    await bench.deliver(QUESTION);
    await bench.once();
    bench.clock.advance(125);
    const status = await statusOf(bench);
    expect(status).toMatchObject({ conditions: [], unknown: [], failed: [], quarantine: 0, waiting: 0 });
    for (const contact of Object.values(status.contacts)) {
      expect(contact).toMatchObject({ secondsAgo: expect.any(Number), failing: null });
      expect(contact.secondsAgo).toBeGreaterThanOrEqual(125 * 60);
    }
    const text = await textOf(bench);
    expect(text).toMatch(/^Nothing is known to be wrong\./);
    expect(text).toMatch(/mailbox looked at +2 hours \d+ minutes ago/);
    expect(text).toMatch(/\d{4}-\d\d-\d\d +1 +1 +0 +0 +0 +0 +0\n/);
    expect(text).toContain('Outbox: 1 sent.');
  });

  it('says what is wrong since when, what to do, and what was said', async () => {
    const imap = await startFaultProxy({ host: '127.0.0.1', port: firms.dovecot.imapPort });
    firms.atEnd(() => imap.stop());
    const bench = await firms.open({ imap: { port: imap.port } });
    await bench.once();
    imap.set({ kind: 'refuse' });
    for (let start = 0; start < 5; start++) {
      bench.clock.advance(5);
      await expect(bench.once()).rejects.toThrow('cannot be reached');
    }
    const status = await statusOf(bench);
    expect(status.conditions).toMatchObject([
      {
        condition: 'mailbox-silent',
        since: status.contacts.mailbox.failing?.since,
        what: expect.stringContaining(`The mailbox ${bench.address} has been out of reach since`),
        todo: expect.stringContaining('in the browser'),
      },
    ]);
    expect(status.contacts.mailbox).toMatchObject({
      secondsAgo: expect.any(Number),
      failing: { times: 5, refused: false },
    });
    const text = await textOf(bench);
    expect(text).toMatch(/^! The mailbox .* has been out of reach since .*\n {2}Check whether/);
    expect(text).toMatch(/has failed since \d{4}-\d\d-\d\d \d\d:\d\d UTC, 5 times: .*cannot be reached/);
  });

  it('lists mails in doubt and mails that failed, each with what to do', async () => {
    const bench = await firms.open();
    const row = {
      kind: 'reply',
      subject: 'Re: Help',
      body: 'Try again.',
      language: 'en',
      state: 'queued',
    } as const;
    await bench.append('outbox', [
      { ...row, key: 'reply:1', to: 'jan@people.test', created_at: bench.clock.now() },
    ]);
    bench.smtp.play({ at: 'rcpt', reply: '550 5.1.1 no such user' });
    await bench.once();
    await bench.append('outbox', [
      { ...row, key: 'reply:2', to: 'ewa@people.test', created_at: bench.clock.now() },
    ]);
    bench.smtp.play({ at: 'dot', hangUp: 'FIN', keeps: true });
    await bench.once();
    expect(await statusOf(bench)).toMatchObject({
      outbox: { failed: 1, unknown: 1 },
      unknown: [
        {
          key: 'reply:2',
          to: 'ewa@people.test',
          subject: 'Re: Help',
          todo: expect.stringContaining('Sent folder'),
        },
      ],
      failed: [{ key: 'reply:1', to: 'jan@people.test', what: expect.stringContaining('no such user') }],
    });
    const text = await textOf(bench);
    expect(text).toMatch(
      /\? Nobody knows whether the mail “Re: Help” to ewa@people\.test went out.*\n.*\(reply:2\)/,
    );
    expect(text).toMatch(/\? The mail “Re: Help” to jan@people\.test could not be sent.*\n.*\(reply:1\)/);
    // Whoever removes the line on the Problems tab has dealt with it.
    await bench.edit('problems', ({ key }) => key === 'failed-send:reply:1', { what: '', todo: '' });
    await bench.once();
    expect((await statusOf(bench)).failed).toEqual([]);
  });

  it('says that automatic answers are stopped, since when, and how to release them, until a person does', async () => {
    const bench = await firms.open();
    await bench.once();
    const brake = openBrake(stateFiles(bench.config.stateDir).brake);
    const tripped = bench.clock.now();
    brake.take('cap-reached', tripped);
    brake.close();
    const told = {
      since: new Date(tripped).toISOString(),
      what: expect.stringMatching(/^Automatic answers have been stopped since .*\. None goes out;/),
      todo: expect.stringContaining('delete the line about this on the Problems tab'),
    };
    expect((await statusOf(bench)).brake).toEqual(told);
    bench.clock.advance(5);
    await bench.once();
    expect((await statusOf(bench)).brake).toEqual(told);
    expect(await textOf(bench)).toMatch(/^! Automatic answers have been stopped since .*\n {2}Look at/);
    await deleteBrakeLine(bench);
    await bench.once();
    expect((await statusOf(bench)).brake).toBeNull();
    expect(await textOf(bench)).toMatch(/^Nothing is known to be wrong\./);
  });

  it('prints the same as JSON, and exits with 0', async () => {
    const bench = await firms.open();
    writeConfig(bench.folder, bench.configValue);
    await bench.once();
    const { code, stdout } = await rowdesk(['status', '--json'], { cwd: bench.folder });
    expect(code).toBe(0);
    const { contacts, ...rest } = JSON.parse(stdout) as Status;
    const { contacts: now, ...status } = await statusOf(bench);
    expect(rest).toEqual(status);
    expect(contacts.mailbox.lastSuccess).toBe(now.mailbox.lastSuccess);
    const inWords = await rowdesk(['status'], { cwd: bench.folder });
    expect(inWords).toMatchObject({ code: 0, stdout: expect.stringContaining('Last contacts') });
  });
});
