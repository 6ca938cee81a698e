/** Clicks on invitations and words in a hurry, from the mailbox to what a person sees in the Sheet. */
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { type Letter, letter } from '../support/letters';

interface Answer {
  readonly status: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
  readonly body?: string;
  readonly from?: string;
  readonly headers?: readonly string[];
}

let count = 0;

/** As calendar programs send it: the answer is one more form of the text. */
function answer({ status, body = '', from = 'ola@people.test', headers = [] }: Answer): Buffer {
  count += 1;
  const lines = [
    `From: Ola Lis <${from}>`,
    'To: support@firm.test',
    'Subject: =?utf-8?Q?Zaakceptowano:_Excel,_cz=C4=99=C5=9B=C4=87_1?=',
    `Message-ID: <answer-${count}@people.test>`,
    'Date: Fri, 20 Nov 2026 10:00:00 +0100',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    body,
    '--x',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    'Content-Transfer-Encoding: 8bit',
    '',
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `ATTENDEE;PARTSTAT=${status};CN="Lis, Ola":MAILTO:ola@people.test`,
    `UID:session-${count}@firm.test`,
    'SUMMARY;LANGUAGE=pl-PL:Excel\\, część 1',
    'END:VEVENT',
    'END:VCALENDAR',
    '--x--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

needs('dovecot')('an answer to an invitation', () => {
  const firms = desks();

  it('is told in the firm’s words, opens no ticket and is answered by nobody', async () => {
    const bench = await firms.open({ language: 'pl' });
    await bench.deliver(
      answer({ status: 'ACCEPTED', body: 'Użytkownik Ola Lis zaakceptował(a) to zaproszenie.' }),
    );
    await bench.deliver(answer({ status: 'DECLINED' }));
    await bench.once();
    const [accepted, declined] = await bench.rows('messages');
    expect(accepted).toMatchObject({
      text: 'Zaproszenie przyjęte: Excel, część 1',
      full_text: 'Użytkownik Ola Lis zaakceptował(a) to zaproszenie.',
      class: 'auto-reply',
      ticket_id: '',
      warnings: '',
    });
    expect(declined).toMatchObject({ text: 'Zaproszenie odrzucone: Excel, część 1' });
    expect(declined?.warnings).toContain('ola@people.test: zaproszenie odrzucone');
    expect(await bench.rows('tickets')).toEqual([]);
    expect((await bench.rows('intake'))[0]).toMatchObject({ mailbox: 2, automatic: 2, difference: 0 });
    expect(bench.smtp.mails).toHaveLength(0);
  });

  it('with a comment is a person’s mail', async () => {
    const bench = await firms.open();
    await bench.deliver(answer({ status: 'DECLINED', body: 'Jestem chora, proszę o nagranie.' }));
    await bench.once();
    const [message] = await bench.rows('messages');
    expect(message?.text).toBe('Declined: Excel, część 1\n\nJestem chora, proszę o nagranie.');
    expect(await bench.rows('tickets')).toMatchObject([
      { requester_email: 'ola@people.test', status: 'new' },
    ]);
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('that belongs to a ticket is kept with it and moves nothing', async () => {
    const bench = await firms.open();
    await bench.deliver(
      letter({
        from: 'ola@people.test',
        subject: 'Help',
        text: 'I cannot log in.',
        messageId: '<q@people.test>',
      }),
    );
    await bench.once();
    const [before] = await bench.rows('tickets');
    await bench.deliver(answer({ status: 'ACCEPTED', headers: ['In-Reply-To: <q@people.test>'] }));
    await bench.once();
    const messages = await bench.rows('messages');
    expect(messages[1]).toMatchObject({ ticket_id: before?.id, text: 'Accepted: Excel, część 1' });
    expect(await bench.rows('tickets')).toMatchObject([
      { last_inbound_at: before?.last_inbound_at, excerpt: before?.excerpt, status: before?.status },
    ]);
  });
});

needs('dovecot')('words of a hurry and of anger', () => {
  const firms = desks();

  async function ticketOf(bench: DeskBench, more: Partial<Letter>) {
    await bench.deliver(letter({ from: 'jan@people.test', subject: 'Link', text: 'Dzień dobry', ...more }));
    await bench.once();
    const tickets = await bench.rows('tickets');
    return tickets[tickets.length - 1];
  }

  it('give a new ticket high priority and are shown in the firm’s language', async () => {
    const bench = await firms.open({ language: 'uk' });
    const ticket = await ticketOf(bench, { subject: 'PILNE: link', text: 'Składam reklamację.' });
    expect(ticket).toMatchObject({
      priority: 'high',
      signals: ['терміново (pilne)', 'конфлікт (reklamację)'],
    });
    expect((await bench.rows('messages'))[0]?.warnings).toBe('Терміново (pilne), конфлікт (reklamację).');
  });

  it('of a later answer join those of the ticket, and change nothing else', async () => {
    const bench = await firms.open();
    const opened = await ticketOf(bench, { messageId: '<first@people.test>', text: 'Pilne!' });
    const later = await ticketOf(bench, {
      subject: 'Re: Link',
      text: 'Składam reklamację.',
      headers: ['In-Reply-To: <first@people.test>'],
    });
    expect(opened?.signals).toHaveLength(1);
    expect(later).toMatchObject({ id: opened?.id, priority: 'high' });
    expect(later?.signals).toEqual([...(opened?.signals ?? []), expect.stringContaining('reklamację')]);
  });

  it.each<[string, Partial<Letter>]>([
    ['denied', { text: 'To nie jest pilne.' }],
    ['quoted', { subject: 'Re: Link', text: 'Dziękuję!\n\n> To jest pilne\n> naprawdę' }],
    ['a robot’s', { text: 'Pilne: serwer stoi', headers: ['Auto-Submitted: auto-generated'] }],
  ])('mean nothing when they are %s', async (_how, more) => {
    const bench = await firms.open();
    const ticket = await ticketOf(bench, more);
    expect({ priority: ticket?.priority ?? 'normal', signals: ticket?.signals ?? [] }).toEqual({
      priority: 'normal',
      signals: [],
    });
  });

  it('are those that stand on the Settings tab now', async () => {
    const bench = await firms.open();
    await bench.edit('settings', ({ key }) => key === 'urgent_words_pl', { value: 'rzutnik, projektor' });
    expect(await ticketOf(bench, { text: 'Pilne: link' })).toMatchObject({ priority: 'normal', signals: [] });
    expect(await ticketOf(bench, { text: 'Rzutniki dymią', from: 'ola@people.test' })).toMatchObject({
      priority: 'high',
      signals: ['urgent (rzutniki)'],
    });
  });

  it('that make no list are told on the Problems tab, and the starting words hold', async () => {
    const bench = await firms.open();
    await bench.edit('settings', ({ key }) => key === 'urgent_words_pl', { value: 'a' });
    expect(await ticketOf(bench, { text: 'Pilne: link' })).toMatchObject({ priority: 'high' });
    expect((await bench.rows('problems')).map(({ what }) => what)).toEqual([
      'The setting urgent_words_pl cannot be “a”.',
    ]);
  });
});
