/** An answer that was sent from the mailbox itself is seen, logged as a colleague's, and sent by nobody a second time. */
import { formatSeen } from '../../../core/ticket/seen';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';
import {
  conversation,
  counts,
  emptySent,
  inSent,
  JAN,
  NO_COUNTS,
  QUESTION,
  theTicket,
  webMail,
} from './support';

const NOTHING_SEEN = {
  assignee: '',
  priority: '',
  category: '',
  tags: '',
  language: '',
  hold_until: '',
  parent: '',
  merged_into: '',
};

needs('dovecot')('an answer in the folder of sent mails', () => {
  const firms = desks();

  /** A firm that has taken in the question and acknowledged it. */
  async function asked(options: Parameters<typeof firms.open>[0] = {}): Promise<DeskBench> {
    const bench = await firms.open(options);
    await bench.deliver(QUESTION);
    await bench.once();
    return bench;
  }

  it('is in the conversation as an answer, moves the ticket, and nothing goes out', async () => {
    const bench = await firms.open();
    await bench.dovecot.deliver(bench.address, QUESTION, 'INBOX', new Date(Date.now() - 60 * 60_000));
    await bench.once();
    const sentAt = new Date(Date.now() - 20 * 60_000);
    await inSent(bench, webMail(bench), sentAt);
    await bench.once();
    expect(await conversation(bench)).toEqual([
      expect.objectContaining({ direction: 'in' }),
      {
        direction: 'out',
        from: `Support <${bench.address}>`,
        subject: 'Re: Cannot log in',
        text: 'Please try the new password.',
      },
    ]);
    const [, row] = await bench.rows('messages');
    expect(row).toMatchObject({
      ticket_id: (await theTicket(bench)).id,
      to: JAN,
      class: 'human',
      warnings: 'Sent from the mailbox itself; Rowdesk sent nothing.',
    });
    expect(row?.id).toMatch(/^sent:[0-9a-f]{24}$/);
    const { first_answer_at, last_outbound_at, message_count } = await theTicket(bench);
    expect(message_count).toBe(2);
    for (const at of [first_answer_at, last_outbound_at]) {
      // IMAP tells it to the second.
      expect(Math.abs((at ?? 0) - sentAt.getTime())).toBeLessThan(2_000);
    }
    // The acknowledgement of the question is all that was ever sent.
    expect(bench.smtp.mails.map(({ to }) => to)).toEqual([[JAN]]);
    expect((await bench.rows('outbox')).map(({ kind }) => kind)).toEqual(['acknowledgement']);
  });

  it('counts among the mails of the day, with one outcome', async () => {
    const bench = await asked();
    await inSent(bench, webMail(bench));
    await bench.once();
    await bench.once();
    expect(await counts(bench)).toEqual([{ ...NO_COUNTS, mailbox: 2, new_ticket: 1, agent_reply: 1 }]);
  });

  it('lets the participant answer it', async () => {
    const bench = await asked();
    await inSent(bench, webMail(bench, { messageId: '<web@mail.firm.test>' }));
    await bench.once();
    const back = ['In-Reply-To: <web@mail.firm.test>'];
    await bench.deliver(letter({ from: JAN, subject: 'thanks, but no', text: 'Still not.', headers: back }));
    await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in', 'out', 'in']);
  });

  it('is found in the same run as the question, in whatever order they are looked at', async () => {
    const bench = await firms.open();
    await bench.once();
    await bench.deliver(QUESTION);
    await inSent(bench, webMail(bench));
    await bench.once();
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in', 'out']);
  });

  it('is known as the one answer when the mailbox itself gets a copy', async () => {
    const bench = await asked();
    const answer = webMail(bench, { headers: [`Cc: ${bench.address}`] });
    await bench.deliver(answer);
    await inSent(bench, answer);
    await bench.once();
    expect((await bench.rows('messages')).map(({ direction, class: kind }) => [direction, kind])).toEqual(
      expect.arrayContaining([
        ['in', 'human'],
        ['in', 'loop'],
        ['out', 'human'],
      ]),
    );
    expect((await theTicket(bench)).first_answer_at).not.toBeNull();
    expect(await counts(bench)).toEqual([
      { ...NO_COUNTS, mailbox: 3, new_ticket: 1, agent_reply: 1, loop_stopped: 1 },
    ]);
  });

  it('filed twice, by the program and by the provider, is one answer', async () => {
    const bench = await asked();
    const answer = { messageId: '<twice@mail.firm.test>' };
    await inSent(bench, webMail(bench, { ...answer, headers: ['X-Mailer: Web'] }));
    await inSent(bench, webMail(bench, { ...answer, headers: ['Received: by smtp.firm.test'] }));
    await bench.once();
    expect((await theTicket(bench)).message_count).toBe(2);
    expect(await counts(bench)).toEqual([
      { ...NO_COUNTS, mailbox: 3, new_ticket: 1, agent_reply: 1, duplicate: 1 },
    ]);
  });

  it('whose text alone says that the mailbox’s responder wrote it is counted, and shown nowhere', async () => {
    const bench = await asked();
    const away = 'I am out of the office until Monday and have no access to my mail.';
    await inSent(bench, webMail(bench, { subject: 'Out of office: Cannot log in', text: away }));
    await bench.once();
    await bench.once();
    expect(await conversation(bench)).toHaveLength(1);
    expect((await theTicket(bench)).first_answer_at).toBeNull();
    expect(await counts(bench)).toEqual([{ ...NO_COUNTS, mailbox: 2, new_ticket: 1, automatic: 1 }]);
  });

  it('goes to the ticket into which people merged that of the question', async () => {
    const bench = await asked();
    const from = (await theTicket(bench)).id;
    await bench.deliver(letter({ from: 'ewa@people.test', subject: 'Zoom', text: 'Where?' }));
    await bench.once();
    const into = (await bench.row('tickets', ({ subject }) => subject === 'Zoom')).row.id;
    await bench.edit('tickets', ({ id }) => id === from, {
      merged_into: into,
      // As the tracker notes that it has accepted it.
      seen: formatSeen({ ...NOTHING_SEEN, merged_into: into }),
    });
    await inSent(bench, webMail(bench));
    await bench.once();
    const { row } = await bench.row('messages', ({ direction }) => direction === 'out');
    expect(row.ticket_id).toBe(into);
    const target = (await bench.row('tickets', ({ id }) => id === into)).row;
    expect(target).toMatchObject({ message_count: 3, first_answer_at: expect.any(Number) });
  });

  it('names the colleague who wrote in the mailbox’s name', async () => {
    const bench = await asked();
    await bench.append('team', [{ name: 'Ola', email: 'ola@firm.test', role: 'support', active: true }]);
    await inSent(bench, webMail(bench, { headers: ['Sender: Ola <ola@firm.test>'] }));
    await bench.once();
    expect((await conversation(bench))[1]).toMatchObject({ direction: 'out', from: 'ola@firm.test' });
  });

  it('stays found when it is deleted or moved away before its row is written', async () => {
    const bench = await asked();
    await inSent(bench, webMail(bench));
    const bridge = await bench.open();
    await bridge.connect();
    await bridge.lookAtSent(() => undefined);
    await emptySent(bench);
    await bridge.takeIn(false);
    await bridge.close();
    await bench.once();
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in', 'out']);
  });

  it('is not looked for where the configuration says so', async () => {
    const bench = await asked({ config: { sent: 'ignore' } });
    await inSent(bench, webMail(bench));
    await bench.once();
    expect(await conversation(bench)).toHaveLength(1);
  });

  it('keeps its place after a restart: References of the next answer, first answer, people', async () => {
    const bench = await asked();
    await inSent(
      bench,
      webMail(bench, { to: `${JAN}, boss@people.test`, messageId: '<web@mail.firm.test>' }),
    );
    await bench.once();
    const bridge = await bench.open();
    const ticket = [...bridge.state.tickets.all()][0];
    await bridge.close();
    expect(ticket?.messageIds).toContain('<web@mail.firm.test>');
    expect([...(ticket?.participants ?? [])]).toEqual(expect.arrayContaining([JAN, 'boss@people.test']));
    expect(ticket).toMatchObject({ messageCount: 2, firstAnswerAt: expect.any(Number) });
  });
});
