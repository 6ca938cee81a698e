/** Very many mails at once: every one has its row, and no storm of automatic answers follows. */
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { needs } from '../../support/needs';
import { rounds } from '../../support/thorough';
import { type DeskBench, desks } from '../support/desks';
import { header } from '../support/letters';
import { person, sessionFirm } from '../support/session-firm';
import { brakeLines, deleteBrakeLine, flood, mailsTo } from './storm-desk';

/** ROWDESK_FLOOD=5000 plays the whole of it; time and memory are printed by the caller's own means. */
const PEOPLE = Number(process.env.ROWDESK_FLOOD ?? rounds(250, 1_000));
const MOST_AUTOMATIC = 100;
const GUARD_MS = 300_000;
const HOUR = 60;

async function sumOf(bench: DeskBench, column: 'mailbox' | 'new_ticket' | 'bounce' | 'difference') {
  return (await bench.rows('intake')).reduce((sum, row) => sum + (row[column] ?? 0), 0);
}

needs('dovecot')('a flood', () => {
  const firms = desks();

  it(
    `of ${PEOPLE} mails from as many people is taken in whole, and answered by nobody until a person looks`,
    async () => {
      const bench = await firms.open({ config: { sentCopies: 'provider' } });
      await bench.append('team', [
        { name: 'Mia', email: 'mia@managers.test', role: 'manager', active: true },
      ]);
      await flood(bench, PEOPLE);
      await bench.once();
      const messages = await bench.rows('messages');
      expect(messages).toHaveLength(PEOPLE);
      expect(new Set(messages.map(({ from }) => from)).size).toBe(PEOPLE);
      const tickets = await bench.rows('tickets');
      expect(new Set(tickets.map(({ id }) => id)).size).toBe(PEOPLE);
      expect(await sumOf(bench, 'new_ticket')).toBe(PEOPLE);
      expect(await sumOf(bench, 'difference')).toBe(0);
      expect(bench.smtp.mails.map(({ to }) => to)).toEqual([['mia@managers.test']]);
      expect(await brakeLines(bench)).toHaveLength(1);

      await deleteBrakeLine(bench);
      await bench.once();
      await bench.once();
      expect(mailsTo(bench, /@firm-\d+\.test$/)).toHaveLength(MOST_AUTOMATIC);
      expect(new Set(mailsTo(bench, /@firm-\d+\.test$/)).size).toBe(MOST_AUTOMATIC);
    },
    GUARD_MS,
  );

  it(
    'of bounces of a mailing changes the roster and writes to nobody',
    async () => {
      const names = Array.from({ length: rounds(110, 150) }, (_, index) => `p${index}`);
      const firm = await sessionFirm(firms, {
        people: names.map((name) => person(name)),
        config: { sentCopies: 'provider' },
      });
      await firm.once();
      expect(firm.recipients()).toHaveLength(names.length);
      for (const { raw } of firm.smtp.mails.slice(0, names.length))
        await firm.deliver(await bounceOf(raw, firm.address));
      for (let round = 0; round < 3; round += 1) {
        await firm.once();
        firm.clock.advance(HOUR);
      }
      expect(firm.smtp.mails).toHaveLength(names.length);
      expect(await firm.rows('tickets')).toEqual([]);
      expect(await sumOf(firm, 'bounce')).toBe(names.length);
      expect(await sumOf(firm, 'difference')).toBe(0);
      const reminders = (await firm.rows('outbox')).filter(({ kind }) => kind === 'reminder');
      expect(new Set(reminders.map(({ state }) => state))).toEqual(new Set(['bounced']));
      const told = (await firm.rows('problems')).filter(({ key }) => key.startsWith('undelivered-reminder:'));
      expect(new Set(told.map(({ key }) => key)).size).toBe(names.length);
      expect(told).toHaveLength(names.length);
      expect(await brakeLines(firm)).toEqual([]);
    },
    GUARD_MS,
  );
});

/** A delivery report (RFC 3464) on a mail of ours. */
async function bounceOf(raw: Buffer, desk: string): Promise<Buffer> {
  const mail = await readMail(raw);
  const to = mail.to[0]?.address ?? '';
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.people.test>',
    `To: ${desk}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce-of-${to}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `${to}: user unknown.`,
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.people.test',
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--cut',
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${desk}`,
    `To: ${to}`,
    `Message-ID: ${header(mail, 'message-id') ?? ''}`,
    '',
    '--cut--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
