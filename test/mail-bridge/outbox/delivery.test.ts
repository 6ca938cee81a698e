/** What becomes of a mail that the server takes, refuses, or falls silent about. */
import type { RowChange } from '../../../core/workbook/rows';
import { startFaultProxy } from '../../bench/fault-proxy';
import type { Mishap } from '../../bench/recording-smtp';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter, lettersOf } from '../support/letters';

const REPLY: RowChange<'outbox'> = {
  key: 'reply:1',
  kind: 'reply',
  to: 'jan@people.test',
  subject: 'Re: Help',
  body: 'Please try again.',
  language: 'en',
  state: 'queued',
};

needs('dovecot')('a mail of ours and the server’s answer', () => {
  const firms = desks();

  async function firmWithReply(change: RowChange<'outbox'> = {}, options = {}): Promise<DeskBench> {
    const bench = await firms.open(options);
    await bench.append('outbox', [{ ...REPLY, created_at: bench.clock.now(), ...change }]);
    return bench;
  }
  const shown = async (bench: DeskBench) => (await bench.rows('outbox'))[0];

  it.each<[string, Mishap, string]>([
    ['says 451 to the sender', { at: 'mail', reply: '451 4.3.0 busy' }, '451'],
    ['says 450 to the recipient', { at: 'rcpt', reply: '450 4.2.0 greylisted' }, '450'],
    ['says 452 after the text', { at: 'dot', reply: '452 4.3.1 no room' }, '452'],
    ['says 421 and goes', { at: 'mail', reply: '421 4.3.2 closing' }, '421'],
    ['hangs up before it asks for the text', { at: 'data', hangUp: 'FIN' }, ''],
    ['resets the line before it asks for the text', { at: 'data', hangUp: 'RST' }, ''],
    ['hangs up at once', { at: 'connect', hangUp: 'FIN' }, ''],
  ])('when the server %s: it waits, says so, and goes out later, once', async (_name, mishap, answer) => {
    const bench = await firmWithReply();
    bench.smtp.play(mishap);
    await bench.once();
    expect(await shown(bench)).toMatchObject({ state: 'deferred', attempts: 1 });
    expect((await shown(bench))?.answer).toContain(answer);
    expect(bench.smtp.mails).toHaveLength(0);
    bench.clock.advance(2);
    await bench.once();
    await bench.once();
    expect(await shown(bench)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it.each<[string, Mishap]>([
    ['the recipient', { at: 'rcpt', reply: '550 5.1.1 no such user' }],
    ['the text', { at: 'dot', reply: '554 5.7.1 looks like spam' }],
  ])('when the server refuses %s for good: it has failed, and the row says why', async (_name, mishap) => {
    const bench = await firmWithReply();
    bench.smtp.play(mishap);
    await bench.once();
    bench.clock.advance(120);
    await bench.once();
    expect(await shown(bench)).toMatchObject({ state: 'failed', attempts: 1, sent_at: null });
    expect((await shown(bench))?.answer).toContain('reply' in mishap ? mishap.reply.slice(4) : '');
    expect(bench.smtp.mails).toHaveLength(0);
  });

  it('waits for hours when the provider’s daily limit is reached', async () => {
    const bench = await firmWithReply();
    bench.smtp.play({ at: 'rcpt', reply: '550 5.4.5 Daily user sending limit exceeded' });
    await bench.once();
    bench.clock.advance(180);
    await bench.once();
    expect(await shown(bench)).toMatchObject({ state: 'deferred', attempts: 1 });
    bench.clock.advance(61);
    await bench.once();
    expect(await shown(bench)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it.each<[string, Mishap]>([
    ['hangs up', { at: 'dot', hangUp: 'FIN', keeps: true }],
    ['resets the line', { at: 'dot', hangUp: 'RST', keeps: true }],
  ])(
    'when the server %s after the last dot: nobody knows, until the mail is found among the sent ones',
    async (_name, mishap) => {
      const bench = await firmWithReply();
      bench.smtp.play(mishap);
      await bench.once();
      expect(await shown(bench)).toMatchObject({ state: 'unknown', attempts: 1 });
      bench.clock.advance(10);
      await bench.once();
      expect(await shown(bench)).toMatchObject({ state: 'unknown' });
      // The provider files its copy.
      await bench.deliver(bench.smtp.mails[0]?.raw ?? Buffer.alloc(0), 'Sent');
      bench.clock.advance(10);
      await bench.once();
      expect(await shown(bench)).toMatchObject({ state: 'sent', attempts: 1 });
      expect(bench.smtp.mails).toHaveLength(1);
    },
  );

  const byProvider = { config: { sentCopies: 'provider' as const } };

  it('sends again what a provider that files every copy has not filed, after time for filing', async () => {
    const bench = await firmWithReply({}, byProvider);
    bench.smtp.play({ at: 'dot', hangUp: 'FIN', keeps: false });
    await bench.once();
    await bench.once();
    expect(await shown(bench)).toMatchObject({ state: 'unknown' });
    bench.clock.advance(10);
    await bench.once();
    bench.clock.advance(2);
    await bench.once();
    expect(await shown(bench)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('never sends a reminder again on a guess', async () => {
    const bench = await firmWithReply({ kind: 'reminder', key: 'reminder:by-hand' }, byProvider);
    bench.smtp.play({ at: 'dot', hangUp: 'RST', keeps: false });
    await bench.once();
    for (let hour = 0; hour < 3; hour += 1) {
      bench.clock.advance(60);
      await bench.once();
    }
    expect(await shown(bench)).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(bench.smtp.mails).toHaveLength(0);
  });

  it('says the same bytes in the second attempt as in the first', async () => {
    const bench = await firmWithReply({}, byProvider);
    bench.smtp.play({ at: 'dot', hangUp: 'FIN', keeps: true });
    await bench.once();
    bench.clock.advance(10);
    await bench.once();
    bench.clock.advance(2);
    await bench.once();
    const [first, second] = bench.smtp.mails;
    expect(second?.raw.equals(first?.raw ?? Buffer.alloc(0))).toBe(true);
  });

  it('keeps one copy of a reply in Sent, and none of one that failed', async () => {
    const bench = await firmWithReply();
    await bench.append('outbox', [{ ...REPLY, key: 'reply:2', to: 'ola@people.test' }]);
    bench.smtp.play({ at: 'rcpt', reply: '550 5.1.1 no such user' });
    await bench.once();
    await bench.once();
    expect((await bench.rows('outbox')).map(({ state }) => state).sort()).toEqual(['failed', 'sent']);
    const copies = await lettersOf(bench.dovecot, bench.address, 'Sent');
    expect(copies.map(({ to }) => to[0]?.address)).toEqual(['ola@people.test']);
  });

  it('does not send a row that says too little, and says why in it', async () => {
    const wrong: readonly (readonly [string, RowChange<'outbox'>, RegExp])[] = [
      ['no address', { to: '' }, /No address/],
      ['an address that is none', { to: 'jan at people' }, /not an address/],
      ['an empty text', { body: '  ' }, /text is empty/],
      ['no subject', { subject: '' }, /subject is empty/],
      ['a ticket number that is none', { ticket_id: 'T-?' }, /no ticket number/],
    ];
    const bench = await firms.open();
    await bench.append(
      'outbox',
      wrong.map(([name, change]) => ({
        ...REPLY,
        key: `reply:${name}`,
        created_at: bench.clock.now(),
        ...change,
      })),
    );
    await bench.once();
    const rows = await bench.rows('outbox');
    expect(rows).toMatchObject(
      wrong.map(([name, , why]) => ({
        key: `reply:${name}`,
        state: 'failed',
        attempts: 0,
        answer: expect.stringMatching(why),
      })),
    );
    expect(bench.smtp.mails).toHaveLength(0);
  });

  it('sends answers to people while a mail server is slow to come back, each once', async () => {
    const bench = await firmWithReply();
    const proxy = await startFaultProxy(bench.smtp);
    await proxy.stop();
    const away = await firms.open({ smtp: proxy });
    await away.append('outbox', [{ ...REPLY, created_at: away.clock.now() }]);
    await away.deliver(letter({ from: 'ola@people.test', subject: 'Hello', text: 'Is anybody there?' }));
    await away.once();
    expect((await away.rows('outbox')).map(({ state }) => state)).toEqual([
      'deferred',
      // One failure of the connection is enough: the others wait with it.
      'queued',
    ]);
    expect(await away.rows('tickets')).toHaveLength(1);
  });
});
