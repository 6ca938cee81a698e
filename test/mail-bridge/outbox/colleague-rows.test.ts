/** Rows of the Outbox tab about colleagues, through the whole bridge: what goes out, and what it does to the ticket. */
import { rmSync } from 'node:fs';
import { readAgentAddress } from '../../../core/mail/signed-id';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { minutes, plus } from '../../../core/time/instant';
import type { RowChange } from '../../../core/workbook/rows';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { needs } from '../../support/needs';
import { file, mailOf, multipart, text } from '../mime/picture-mails';
import { type DeskBench, desks } from '../support/desks';

const OLA = 'ola@team.test';
const ASKER = 'lena@trainers.test';

needs('dovecot')('a row about a colleague', () => {
  const firms = desks();

  /** A firm with one ticket, whose participant has attached a file. */
  async function firm(): Promise<{ bench: DeskBench; ticket: TicketId }> {
    const bench = await firms.open({
      config: { plusAddressing: true },
      settings: { acknowledgements: 'no' },
    });
    const raw = mailOf(
      multipart(
        'mixed',
        text('plain', 'See the plan.'),
        file('plan.pdf', 'application/pdf', Buffer.from('%PDF')),
      ),
    );
    await bench.deliver(
      Buffer.from(
        raw
          .toString()
          .replace(/^(?:In-Reply-To|Subject): .*\r\n/gm, '')
          .replace('To:', 'Subject: The plan\r\nTo:'),
      ),
    );
    await bench.once();
    const [row] = await bench.rows('tickets');
    if (row === undefined) throw new Error('no ticket was opened');
    return { bench, ticket: row.id as TicketId };
  }
  const letter = (ticket: string, change: RowChange<'outbox'> = {}): RowChange<'outbox'> => ({
    key: `turn:${ticket}:abc:${OLA}`,
    kind: 'assignment',
    ticket_id: ticket,
    to: OLA,
    subject: `[#${ticket}] The plan`,
    body: 'See the plan.',
    language: 'en',
    template: 'assignment',
    created_by: 'Rowdesk',
    state: 'queued',
    ...change,
  });
  const sentMails = (bench: DeskBench) => Promise.all(bench.smtp.mails.map(({ raw }) => readMail(raw)));

  it('goes to the colleague alone, in the participant’s name, with the file, and is answered at a signed address', async () => {
    const { bench, ticket } = await firm();
    await bench.append('outbox', [letter(ticket, { created_at: bench.clock.now() })]);
    await bench.once();
    expect(bench.smtp.mails.map(({ to }) => to)).toEqual([[OLA]]);
    const [mail] = await sentMails(bench);
    expect(mail?.from).toEqual({ name: 'Lena Wrona via Firm', address: bench.address });
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['plan.pdf']);
    const answered = mail?.replyTo[0]?.address ?? '';
    const bridge = await bench.open();
    expect(readAgentAddress(answered, [OLA], bridge.state.keys)).toEqual({ ticket, agent: OLA });
    expect((await bench.rows('outbox'))[0]).toMatchObject({ state: 'sent', attachments: ['plan.pdf'] });
  });

  it('leaves the conversation as it was, after a restart as well', async () => {
    const { bench, ticket } = await firm();
    const before = (await bench.rows('tickets'))[0];
    await bench.append('outbox', [letter(ticket, { created_at: bench.clock.now() })]);
    await bench.once();
    expect((await bench.rows('tickets'))[0]).toEqual(before);
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in']);
    const bridge = await bench.open();
    const known = bridge.state.tickets.get(ticket);
    expect(known?.participants.has(ASKER)).toBe(true);
    expect(known?.participants.has(OLA)).toBe(false);
    expect(known?.messageIds).toEqual(['<answer@trainers.test>']);
  });

  it('says what it could not bring, and nobody seems to have edited that away', async () => {
    const { bench, ticket } = await firm();
    const bridge = await bench.open();
    const { state } = bridge;
    await bench.append('outbox', [
      letter(ticket, { created_at: bench.clock.now(), not_before: plus(bench.clock.now(), minutes(60)) }),
    ]);
    const [only] = state.ledger.history();
    if (only === undefined) throw new Error('no mail was taken in');
    rmSync(`${state.files.spool}/${only.spooled.name}.eml`);
    await bridge.round();
    await bridge.round();
    bench.clock.advance(61);
    await bridge.round();
    await bridge.close();
    const [mail] = await sentMails(bench);
    expect(mail?.text).toContain('can no longer be read');
    expect((await bench.rows('outbox'))[0]?.body).toContain('can no longer be read');
  });

  it('is signed for whoever it is sent to in the end', async () => {
    const { bench, ticket } = await firm();
    const bridge = await bench.open();
    await bench.append('outbox', [
      letter(ticket, { created_at: bench.clock.now(), not_before: plus(bench.clock.now(), minutes(60)) }),
    ]);
    await bridge.round();
    await bench.edit('outbox', () => true, { to: 'jan@team.test' });
    bench.clock.advance(61);
    await bridge.round();
    const [mail] = await sentMails(bench);
    expect(bench.smtp.mails.map(({ to }) => to)).toEqual([['jan@team.test']]);
    const address = mail?.replyTo[0]?.address ?? '';
    expect(readAgentAddress(address, [OLA, 'jan@team.test'], bridge.state.keys)?.agent).toBe('jan@team.test');
  });

  it('moves the ticket when it passes an answer on, and writes its words down no second time', async () => {
    const { bench, ticket } = await firm();
    await bench.append('outbox', [
      letter(ticket, {
        key: 'relay:in:0123456789abcdef01234567',
        kind: 'reply',
        to: ASKER,
        template: 'reply',
        created_by: OLA,
        created_at: bench.clock.now(),
        cc: ['anna@trainers.test'],
      }),
    ]);
    await bench.once();
    expect(bench.smtp.mails.map(({ to }) => to)).toEqual([[ASKER, 'anna@trainers.test']]);
    expect((await bench.rows('outbox'))[0]).toMatchObject({ state: 'sent' });
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in']);
    expect((await bench.rows('tickets'))[0]?.first_answer_at).not.toBeNull();
  });
});
