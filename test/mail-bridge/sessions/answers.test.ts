/** What comes back to mails about sessions: questions, wishes for no more of them, answers of calendars, bounces. */
import type { Mail } from '../../../core/mail/mail';
import { needs } from '../../support/needs';
import { desks } from '../support/desks';
import { letter } from '../support/letters';
import { person, SESSION, type SessionFirm, sessionFirm } from '../support/session-firm';

/** A report of another server that a mail of ours was given back. */
function bounceOf(mail: Mail, status: string, action = 'failed'): Buffer {
  const to = mail.to[0]?.address ?? '';
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.people.test>',
    'To: support@firm.test',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce-${status}-${action}@mx.people.test>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your message could not be delivered to <${to}>.`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.people.test',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${mail.messageId}`,
    `To: ${to}`,
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

function calendarReply(mail: Mail, from: string, partstat: string, comment = ''): Buffer {
  const uid = /UID:(\S+)/.exec((mail.calendar ?? '').replace(/\r\n[ \t]/g, ''))?.[1] ?? '';
  const lines = [
    `From: ${from}`,
    'To: support@firm.test',
    `Subject: ${partstat === 'DECLINED' ? 'Declined' : 'Accepted'}: Excel`,
    `Message-ID: <${partstat}-${from}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    comment,
    '--b',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    'BEGIN:VCALENDAR',
    'PRODID:-//people.test//Calendar//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261122T100000Z',
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${from}`,
    'SUMMARY:Excel',
    'END:VEVENT',
    'END:VCALENDAR',
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

const answerTo = (mail: Mail): string[] => [
  `In-Reply-To: ${mail.messageId}`,
  `References: ${mail.messageId}`,
];

function tokenOf(mail: Mail): string {
  const header = mail.headers.find(({ name }) => name === 'list-unsubscribe')?.value ?? '';
  return /subject=stop%20([0-9a-f]{32})/.exec(header)?.[1] ?? '';
}

needs('dovecot')('mail that comes back to a mail about a session', () => {
  const firms = desks();

  async function reminded(firm: SessionFirm, name = 'ola'): Promise<Mail> {
    await firm.once();
    const mails = await firm.sentMails();
    const mail = mails.find(({ to }) => to[0]?.address === `${name}@people.test`);
    if (!mail) throw new Error(`${name} was not reminded`);
    return mail;
  }
  const participant = async (firm: SessionFirm, name: string, session = SESSION) =>
    (await firm.row('participants', (row) => row.name === name && row.session_id === session)).row;

  it.each([
    ['the address that was reminded', 'ola@people.test'],
    ['another address of theirs', 'Ola Private <ola.private@home.test>'],
  ])('from %s: a ticket of that session, though the person has another one sooner', async (_name, from) => {
    const firm = await sessionFirm(firms);
    await firm.append('sessions', [
      {
        id: 'S2',
        course: 'Word',
        client: 'School',
        starts_at: firm.inHours(1),
        ends_at: firm.inHours(2),
        state: 'planned',
      },
    ]);
    await firm.append('participants', [person('ola', { session_id: 'S2', reminders: 'no' })]);
    await firm.edit('participants', (row) => row.session_id === SESSION, { reminders: 'yes' });
    const mail = await reminded(firm);
    await firm.deliver(
      letter({ from, subject: `Re: ${mail.subject}`, text: 'Where do I park?', headers: answerTo(mail) }),
    );
    await firm.once();
    expect(await firm.rows('tickets')).toMatchObject([
      { session_id: SESSION, course: 'Excel', client: 'Bank', status: 'new' },
    ]);
  });

  it('a second question to the same reminder goes into the same ticket', async () => {
    const firm = await sessionFirm(firms);
    const mail = await reminded(firm);
    for (const text of ['Where do I park?', 'And is there coffee?']) {
      await firm.deliver(
        letter({ from: 'ola@people.test', subject: `Re: ${mail.subject}`, text, headers: answerTo(mail) }),
      );
      await firm.once();
    }
    expect(await firm.rows('tickets')).toMatchObject([{ session_id: SESSION, message_count: 2 }]);
  });

  it('the stop address: no ticket, the roster says so in every row, what waits is withdrawn, and it is confirmed once', async () => {
    const firm = await sessionFirm(firms, { people: [person('ola'), person('jan')] });
    const mail = await reminded(firm);
    await firm.append('sessions', [
      { id: 'S2', course: 'Word', starts_at: firm.inHours(20), ends_at: firm.inHours(21), state: 'planned' },
    ]);
    await firm.append('participants', [
      person('ola', { session_id: 'S2' }),
      person('jan', { session_id: 'S2' }),
    ]);
    const stop = { from: 'Ola <ola@people.test>', subject: `stop ${tokenOf(mail)}`, text: '' };
    expect(tokenOf(mail)).toHaveLength(32);
    // The wish comes while the reminder of the other session waits for the brake.
    await firm.edit('settings', ({ key }) => key === 'brake', { value: 'Yes' });
    await firm.once();
    expect((await firm.rows('outbox')).filter(({ state }) => state === 'queued')).toHaveLength(2);
    await firm.edit('settings', ({ key }) => key === 'brake', { value: 'No' });
    const before = firm.smtp.mails.length;
    await firm.deliver(letter(stop));
    const bridge = await firm.open();
    const mailbox = await bridge.connect();
    await bridge.spool(mailbox, true, () => undefined);
    await bridge.takeIn(false);
    await bridge.sendAndShow();
    await bridge.close();
    await firm.deliver(letter({ ...stop, text: 'Sent from my phone' }));
    await firm.once();
    await firm.once();
    const later = (await firm.sentMails()).slice(before);
    expect(later.map(({ to, subject }) => [to[0]?.address, subject.includes('Word')])).toEqual(
      expect.arrayContaining([
        ['jan@people.test', true],
        ['ola@people.test', false],
      ]),
    );
    expect(later).toHaveLength(2);
    expect(await participant(firm, 'ola')).toMatchObject({ reminders: 'no' });
    expect(await participant(firm, 'ola', 'S2')).toMatchObject({ reminders: 'no' });
    expect(await participant(firm, 'jan')).toMatchObject({ reminders: '' });
    expect(await firm.rows('tickets')).toEqual([]);
    expect(await firm.rows('messages')).toMatchObject([{ ticket_id: '' }, { ticket_id: '' }]);
    expect(await firm.rows('intake')).toMatchObject([{ automatic: 2, difference: 0 }]);
    // The cell is a person's from now on.
    await firm.edit('participants', (row) => row.name === 'ola' && row.session_id === 'S2', {
      reminders: 'yes',
    });
    await firm.once();
    expect(await participant(firm, 'ola', 'S2')).toMatchObject({ reminders: 'yes' });
  });

  it('a wish in words, in an answer: obeyed, and still a ticket for a person to read', async () => {
    const firm = await sessionFirm(firms);
    const mail = await reminded(firm);
    await firm.deliver(
      letter({
        from: 'ola@people.test',
        subject: `Re: ${mail.subject}`,
        text: 'Please stop sending me reminders. Where do I park?',
        headers: answerTo(mail),
      }),
    );
    await firm.once();
    await firm.once();
    expect(await participant(firm, 'ola')).toMatchObject({ reminders: 'no' });
    expect(await firm.rows('tickets')).toMatchObject([{ session_id: SESSION }]);
    expect((await firm.rows('messages'))[0]?.warnings).toContain('no more reminders');
  });

  it.each<[string, Parameters<typeof letter>[0]]>([
    [
      'of a stranger who writes somebody’s address',
      { from: 'ola@people.test', subject: 'Reminders', text: 'No more reminders, please.' },
    ],
    [
      'with a token that nobody made',
      { from: 'ola@people.test', subject: `stop ${'0'.repeat(32)}`, text: '' },
    ],
  ])('a wish %s is left to people', async (_name, wish) => {
    const firm = await sessionFirm(firms);
    await reminded(firm);
    await firm.deliver(letter(wish));
    await firm.once();
    await firm.once();
    expect(await participant(firm, 'ola')).toMatchObject({ reminders: '' });
    expect(await firm.rows('tickets')).toHaveLength(1);
  });

  it('a robot’s answer with the words of a wish is none', async () => {
    const firm = await sessionFirm(firms);
    const mail = await reminded(firm);
    const headers = [...answerTo(mail), 'Auto-Submitted: auto-replied'];
    await firm.deliver(
      letter({
        from: 'ola@people.test',
        subject: `stop ${tokenOf(mail)}`,
        text: 'No more reminders.',
        headers,
      }),
    );
    await firm.once();
    await firm.once();
    expect(await participant(firm, 'ola')).toMatchObject({ reminders: '' });
    expect(firm.smtp.mails).toHaveLength(1);
  });

  it('a calendar’s answer stands in the roster and opens no ticket; words beside it do', async () => {
    const firm = await sessionFirm(firms, { people: [person('ola'), person('jan')] });
    const mail = await reminded(firm);
    await firm.deliver(calendarReply(mail, 'ola@people.test', 'DECLINED'));
    await firm.deliver(calendarReply(mail, 'jan@people.test', 'ACCEPTED', 'May I bring a colleague?'));
    await firm.once();
    expect(await participant(firm, 'ola')).toMatchObject({ answer: 'declined' });
    expect(await participant(firm, 'jan')).toMatchObject({ answer: 'accepted' });
    expect(await firm.rows('tickets')).toMatchObject([
      { requester_email: 'jan@people.test', session_id: SESSION },
    ]);
  });

  it('given back for good: the row and the Problems tab say so, and no more goes to that address', async () => {
    const firm = await sessionFirm(firms, { people: [person('ola'), person('jan')] });
    const mail = await reminded(firm);
    await firm.deliver(bounceOf(mail, '5.1.1'));
    await firm.once();
    await firm.once();
    const row = (await firm.rows('outbox')).find(({ to }) => to === 'ola@people.test');
    expect(row).toMatchObject({ state: 'bounced' });
    expect(row?.answer).toContain('5.1.1');
    expect(row?.sent_at).not.toBeNull();
    expect(await firm.rows('tickets')).toEqual([]);
    const [problem, ...others] = await firm.rows('problems');
    expect(others).toEqual([]);
    expect(problem?.what).toContain('Excel');
    expect(problem?.what).toContain('ola');
    expect(problem?.what).toContain('ola@people.test');
    const sent = firm.smtp.mails.length;
    await firm.edit('sessions', ({ id }) => id === SESSION, { state: 'cancelled' });
    await firm.settle();
    expect(firm.recipients().slice(sent - 2)).toHaveLength(3);
    expect(firm.recipients().filter((to) => to === 'ola@people.test')).toHaveLength(1);
  });

  it.each([
    ['delayed', '4.4.1', 'delayed'],
    ['failed for now', '4.2.2', 'failed'],
  ])('%s only: it counts as sent', async (_name, status, action) => {
    const firm = await sessionFirm(firms);
    const mail = await reminded(firm);
    await firm.deliver(bounceOf(mail, status, action));
    await firm.once();
    expect(await firm.rows('outbox')).toMatchObject([{ state: 'sent' }]);
    expect(await firm.rows('problems')).toEqual([]);
  });
});
