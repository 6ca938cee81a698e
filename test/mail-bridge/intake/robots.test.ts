/** Robots write to us, and our own mail comes back: nobody is answered twice and nothing goes round in circles. */
import type { Row } from '../../../core/workbook/rows';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

needs('dovecot')('mail that nobody should answer', () => {
  const firms = desks();

  /** A ticket whose sender has been told so. */
  async function acknowledged(): Promise<{
    bench: DeskBench;
    ticket: Row<'tickets'>;
    raw: Buffer;
    messageId: string;
  }> {
    const bench = await firms.open();
    await bench.deliver(letter({ from: 'jan@people.test', subject: 'Help', text: 'I cannot log in.' }));
    await bench.once();
    const { row: ticket } = await bench.row('tickets', () => true);
    const { row: told } = await bench.row('outbox', ({ kind }) => kind === 'acknowledgement');
    return { bench, ticket, raw: bench.smtp.mails[0]?.raw ?? Buffer.alloc(0), messageId: told.message_id };
  }
  const outcome = async (bench: DeskBench) => (await bench.rows('intake'))[0];

  it('our own acknowledgement that comes back is stopped', async () => {
    const { bench, raw } = await acknowledged();
    await bench.deliver(raw);
    await bench.once();
    expect(await outcome(bench)).toMatchObject({ mailbox: 2, new_ticket: 1, loop_stopped: 1, difference: 0 });
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('a vacation notice that answers our acknowledgement is kept with its ticket and moves nothing', async () => {
    const { bench, ticket, messageId } = await acknowledged();
    await bench.deliver(
      letter({
        from: 'jan@people.test',
        subject: `Nieobecność: Re: We have received your message [#${ticket.id}]`,
        text: 'Jestem na urlopie do 30 listopada.',
        headers: ['Auto-Submitted: auto-replied', `In-Reply-To: ${messageId}`],
      }),
    );
    await bench.once();
    expect(await outcome(bench)).toMatchObject({ new_ticket: 1, automatic: 1, difference: 0 });
    const messages = await bench.rows('messages');
    expect(messages.map((row) => row.ticket_id)).toEqual([ticket.id, ticket.id]);
    expect(messages[1]?.class).toBe('auto-reply');
    const after = await bench.row('tickets', () => true);
    expect(after.row).toMatchObject({ last_inbound_at: ticket.last_inbound_at, excerpt: ticket.excerpt });
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('a bounce of our acknowledgement is attached to its ticket and answered by nobody', async () => {
    const { bench, ticket, messageId } = await acknowledged();
    await bench.deliver(bounceOf(messageId, bench.address));
    await bench.once();
    expect(await outcome(bench)).toMatchObject({ new_ticket: 1, bounce: 1, difference: 0 });
    const messages = await bench.rows('messages');
    expect(messages[1]).toMatchObject({ class: 'bounce', ticket_id: ticket.id });
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('60 mails of one robot that looks like a person get three acknowledgements at most', async () => {
    const bench = await firms.open();
    for (let count = 0; count < 60; count += 1) {
      await bench.deliver(
        letter({ from: 'monitor@plant.test', subject: `Alarm ${count}`, text: `Sensor ${count} is warm.` }),
      );
    }
    await bench.once();
    expect(await bench.rows('messages')).toHaveLength(60);
    expect(bench.smtp.mails).toHaveLength(3);
  });

  it('two robots that answer each other stop after a few mails', async () => {
    const bench = await firms.open();
    await bench.deliver(letter({ from: 'robot@shop.test', subject: 'Hello', text: 'I am a shop.' }));
    await bench.once();
    for (let turn = 0; turn < 12; turn += 1) {
      // A responder that says nothing about being one, and begins a new thread each time.
      await bench.deliver(
        letter({
          from: 'robot@shop.test',
          subject: `Order ${turn}`,
          text: `We got your mail number ${turn}.`,
        }),
      );
      await bench.once();
    }
    expect(bench.smtp.mails.length).toBeLessThanOrEqual(3);
  });
});

function bounceOf(messageId: string, to: string): Buffer {
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.people.test>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <bounce-1@mx.people.test>',
    'Date: Fri, 20 Nov 2026 10:05:00 +0100',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your message could not be delivered to jan@people.test: user unknown.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.people.test',
    '',
    'Final-Recipient: rfc822; jan@people.test',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${to}`,
    'To: jan@people.test',
    'Subject: We have received your message',
    `Message-ID: ${messageId}`,
    '',
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
