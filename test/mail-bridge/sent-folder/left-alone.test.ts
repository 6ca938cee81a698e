/** What lies among the sent mails and is no answer to a ticket: it is not fetched, not shown, and counted nowhere. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { needs } from '../../support/needs';
import { share } from '../../support/thorough';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';
import { conversation, counts, inSent, JAN, NO_COUNTS, QUESTION, theTicket, webMail } from './support';

needs('dovecot')('a mail in the folder of sent mails', () => {
  const firms = desks();

  async function asked(options: Parameters<typeof firms.open>[0] = {}): Promise<DeskBench> {
    const bench = await firms.open(options);
    await bench.deliver(QUESTION);
    await bench.once();
    return bench;
  }
  const ONLY_THE_QUESTION = [{ ...NO_COUNTS, mailbox: 1, new_ticket: 1 }];
  /** What the bridge has kept of all mails. */
  const kept = ({ config }: DeskBench) => readdirSync(stateFiles(config.stateDir).spool);

  async function expectUntouched(bench: DeskBench): Promise<void> {
    await bench.once();
    await bench.once();
    expect(await conversation(bench)).toHaveLength(1);
    expect(await counts(bench)).toEqual(ONLY_THE_QUESTION);
    expect(await theTicket(bench)).toMatchObject({ first_answer_at: null, message_count: 1 });
    expect(kept(bench)).toHaveLength(1);
    expect(await bench.rows('problems')).toEqual([]);
  }

  it.each<[string, (bench: DeskBench) => Buffer]>(
    share(
      [
        [
          'to somebody who has no ticket',
          (bench) => webMail(bench, { to: 'aunt@people.test', answers: null, subject: 'Sunday' }),
        ],
        [
          'to the participant, about another matter',
          (bench) => webMail(bench, { answers: null, subject: 'Invoice 7' }),
        ],
        [
          'that passes the question on to somebody else',
          (bench) => webMail(bench, { to: 'vendor@other.test', subject: 'Fwd: Cannot log in' }),
        ],
        ['to the mailbox itself', (bench) => webMail(bench, { to: bench.address })],
        [
          'of the mailbox’s responder',
          (bench) => webMail(bench, { headers: ['Auto-Submitted: auto-replied (vacation)'] }),
        ],
        [
          'that a participant has sent, and somebody moved there',
          (bench) => webMail(bench, { from: JAN, to: bench.address }),
        ],
      ],
      4,
    ),
  )('%s', async (_what, mail) => {
    const bench = await asked();
    await inSent(bench, mail(bench));
    await expectUntouched(bench);
  });

  it.each(['now', 'all'] as const)(
    'that was there before Rowdesk, which starts from %s',
    async (startFrom) => {
      const bench = await firms.open({ config: { startFrom } });
      await inSent(bench, webMail(bench));
      await bench.once();
      await bench.deliver(QUESTION);
      await expectUntouched(bench);
    },
  );

  it('that we have sent, whoever files the copy, and whatever Message-ID it gets', async () => {
    const bench = await asked({ config: { sentCopies: 'provider' } });
    const raw = bench.smtp.mails[0]?.raw ?? Buffer.alloc(0);
    await inSent(bench, raw);
    const renamed = raw
      .toString()
      .replace(/^Message-ID: (.*)$/m, 'Message-ID: <AM0@prod.test>\r\nX-Microsoft-Original-Message-ID: $1')
      .replace(/^X-Rowdesk-Loop: .*\r\n/m, '');
    expect(renamed).not.toContain('X-Rowdesk-Loop');
    await inSent(bench, Buffer.from(renamed));
    await expectUntouched(bench);
  });

  it('that we have sent and filed ourselves as an answer: it has one row, of the Outbox', async () => {
    const bench = await asked();
    const { id } = await theTicket(bench);
    await bench.append('outbox', [
      {
        key: 'reply:1',
        kind: 'reply',
        ticket_id: id,
        to: JAN,
        subject: 'Re: Cannot log in',
        body: 'Here it is.',
        language: 'en',
        state: 'queued',
        created_at: bench.clock.now(),
      },
    ]);
    await bench.once();
    await bench.once();
    expect((await bench.rows('messages')).map(({ id: row }) => row.replace(/:.*/, ''))).toEqual([
      'in',
      'out',
    ]);
    expect(await counts(bench)).toEqual(ONLY_THE_QUESTION);
  });

  it('that was sent before the folder was numbered anew is no second answer; one since is the next', async () => {
    const bench = await asked();
    await inSent(bench, webMail(bench, { text: 'First.' }));
    await bench.once();
    await bench.dovecot.changeUidValidity(bench.address);
    await inSent(bench, webMail(bench, { text: 'Second.' }));
    await bench.once();
    await bench.once();
    const answers = (await conversation(bench)).filter(({ direction }) => direction === 'out');
    expect(answers.map(({ text }) => text)).toEqual(['First.', 'Second.']);
    expect((await counts(bench)).map(({ difference }) => difference)).toEqual([0]);
    expect(await theTicket(bench)).toMatchObject({ message_count: 3 });
  });

  it('that the Sheet has already is no second answer for a state folder out of a backup', async () => {
    const bench = await asked();
    const backup = join(bench.folder, 'backup');
    cpSync(bench.config.stateDir, backup, { recursive: true });
    await inSent(bench, webMail(bench));
    await bench.once();
    await bench.once({ stateDir: backup });
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(await theTicket(bench)).toMatchObject({ message_count: 2, first_answer_at: expect.any(Number) });
  });

  it('is not told of in the log beyond its number', async () => {
    const bench = await asked();
    await inSent(bench, webMail(bench, { to: 'aunt@people.test', answers: null, subject: 'Sunday lunch' }));
    await bench.once();
    expect(bench.logged.join('\n')).not.toMatch(/aunt@people|Sunday lunch/);
    expect(readFileSync(stateFiles(bench.config.stateDir).ledger, 'utf8')).not.toMatch(/aunt|Sunday/);
  });

  it('to one whose own ticket is somebody else’s conversation leaves both alone', async () => {
    const bench = await asked();
    await bench.deliver(
      letter({ from: 'ewa@people.test', subject: 'Zoom', text: 'Where?', messageId: '<ewa@people.test>' }),
    );
    await bench.once();
    // Jan's question is answered, to Ewa only.
    await inSent(bench, webMail(bench, { to: 'ewa@people.test' }));
    await bench.once();
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in', 'in']);
  });
});
