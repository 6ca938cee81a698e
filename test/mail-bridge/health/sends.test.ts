/** Mails of which nobody knows, and mails that failed: a person is told of each, once, until the matter is settled. */
import type { RowChange } from '../../../core/workbook/rows';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';

const MANAGER = { email: 'ola@firm.test', name: 'Ola', role: 'manager', active: true };

function reply(to: string, subject: string): RowChange<'outbox'> {
  return {
    key: `reply:${to}`,
    kind: 'reply',
    to,
    subject,
    body: 'Please try again.',
    language: 'en',
    state: 'queued',
  };
}

needs('dovecot')('mails that did not go out as they should', () => {
  const firms = desks();

  async function firm(...replies: readonly RowChange<'outbox'>[]): Promise<DeskBench> {
    const bench = await firms.open();
    await bench.append('team', [MANAGER]);
    await bench.append(
      'outbox',
      replies.map((row) => ({ ...row, created_at: bench.clock.now() })),
    );
    return bench;
  }
  const alerts = async (bench: DeskBench) => {
    const mails = bench.smtp.mails.filter(({ to }) => to.includes(MANAGER.email));
    return Promise.all(mails.map(({ raw }) => readMail(raw)));
  };
  const subjects = async (bench: DeskBench) => (await alerts(bench)).map(({ subject }) => subject);
  const lines = async (bench: DeskBench) =>
    (await bench.rows('problems'))
      .filter(({ what }) => what !== '')
      .map(({ key, what, todo }) => ({ key, what, todo }));
  /** As a person empties a line: the key's column is hidden. */
  const empty = (bench: DeskBench, key: string) =>
    bench.edit('problems', (row) => row.key === key, { at: null, tab: '', row: '', what: '', todo: '' });
  const later = async (bench: DeskBench, ...minutes: readonly number[]) => {
    for (const some of minutes) {
      bench.clock.advance(some);
      await bench.once();
    }
  };

  it('have a line each with recipient, subject and reason, and one mail tells of all', async () => {
    const bench = await firm(reply('jan@people.test', 'Re: Help'), reply('ewa@people.test', 'Re: Link'));
    bench.smtp.play(
      { at: 'rcpt', reply: '550 5.1.1 no such user' },
      { at: 'rcpt', reply: '550 5.1.1 nobody of that name' },
    );
    await later(bench, 0, 1, 1);
    expect((await lines(bench)).filter(({ key }) => key.startsWith('failed-send:'))).toEqual([
      {
        key: 'failed-send:reply:jan@people.test',
        what: expect.stringMatching(/“Re: Help” to jan@people\.test could not be sent: .*no such user/),
        todo: expect.stringContaining('write again'),
      },
      {
        key: 'failed-send:reply:ewa@people.test',
        what: expect.stringMatching(
          /“Re: Link” to ewa@people\.test could not be sent: .*nobody of that name/,
        ),
        todo: expect.stringContaining('write again'),
      },
    ]);
    expect((await lines(bench)).map(({ key }) => key)).toContain('health:failed-sends');
    expect(await subjects(bench)).toEqual(['Some mails could not be sent']);
    expect((await alerts(bench))[0]?.text).toContain('2 mails could not be sent');
  });

  it('are settled when a person removes their lines: those do not come back, and one word says that it is over', async () => {
    const bench = await firm(reply('jan@people.test', 'Re: Help'));
    bench.smtp.play({ at: 'rcpt', reply: '550 5.1.1 no such user' });
    await later(bench, 0, 1);
    await empty(bench, 'failed-send:reply:jan@people.test');
    await later(bench, 1, 4, 4, 70, 70);
    expect(await subjects(bench)).toEqual([
      'Some mails could not be sent',
      'The mails that failed have been dealt with',
    ]);
    expect((await lines(bench)).map(({ key }) => key)).toEqual(['health:failed-sends']);
    expect((await lines(bench))[0]?.todo).toBe('Nothing is left to do: delete this line.');
  });

  it('are told when they stay in doubt, and settled when the copy turns up among the sent mails', async () => {
    const bench = await firm(reply('jan@people.test', 'Re: Help'));
    bench.smtp.play({ at: 'dot', hangUp: 'FIN', keeps: true });
    await later(bench, 0, 5);
    expect(await lines(bench)).toEqual([]);
    await later(bench, 6, 1);
    expect((await lines(bench)).map(({ key }) => key)).toEqual([
      'health:unknown-sends',
      'unknown-send:reply:jan@people.test',
    ]);
    expect((await lines(bench))[1]).toMatchObject({
      what: expect.stringContaining('“Re: Help” to jan@people.test'),
      todo: expect.stringContaining('Sent folder'),
    });
    expect(await subjects(bench)).toEqual(['It is not known whether some mails went out']);
    // The provider files its copy.
    await bench.deliver(bench.smtp.mails[0]?.raw ?? Buffer.alloc(0), 'Sent');
    await later(bench, 6, 1, 4, 1);
    expect(await subjects(bench)).toEqual([
      'It is not known whether some mails went out',
      'The mails in doubt are settled',
    ]);
    expect((await lines(bench)).map(({ todo }) => todo)).toEqual([
      'Nothing is left to do: delete this line.',
      'Nothing is left to do: delete this line.',
    ]);
  });

  it('give no alert about alerts: who cannot be reached is not written to about that', async () => {
    const bench = await firm(reply('jan@people.test', 'Re: Help'));
    const no = { at: 'rcpt', reply: '550 5.1.1 no such user' } as const;
    bench.smtp.play(no, no, no, no);
    await later(bench, 0, 1, 1);
    await empty(bench, 'failed-send:reply:jan@people.test');
    await later(bench, 1, 70, 4, 70);
    const failed = (await bench.rows('outbox')).filter(({ key }) => key.startsWith('health:'));
    expect(failed).toHaveLength(2);
    expect(
      (await lines(bench)).map(({ key }) => key).filter((key) => key.startsWith('failed-send:health:')),
    ).toHaveLength(2);
    expect((await bench.rows('problems')).filter(({ key }) => key === 'health:failed-sends')).toHaveLength(1);
  });
});
