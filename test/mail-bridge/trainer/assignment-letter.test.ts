/** The letter by which a colleague learns of a ticket, as it lies in their own mailbox. */
import { minutes, plus } from '../../../core/time/instant';
import { needs } from '../../support/needs';
import type { Person } from './programs/answering';
import { type Received, type TrainerFirm, trainerFirms } from './support/firm';

const JAN = { name: 'Jan Kos', address: 'jan@client.test' };
const EWA = { name: 'Ewa Lis', address: 'ewa@client.test' };
const OLEH = { name: 'Олег Гай', address: 'oleh@client.test' };

needs('dovecot', 'opensmtpd')('the letter to the colleague whose ticket it is', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;
  let tom: Person;
  let id: string;
  let ofEwa: string;
  let ofOleh: string;
  let letter: Received;

  beforeAll(async () => {
    firm = await firms.open();
    ({ tom } = firm.people);
    const startsAt = plus(firm.clock.now(), minutes(3 * 24 * 60));
    await firm.append('sessions', [
      {
        id: 'S-1',
        course: 'Excel without stress',
        starts_at: startsAt,
        state: 'planned',
        zone: 'Europe/Warsaw',
      },
    ]);
    await firm.append('participants', [
      { session_id: 'S-1', name: JAN.name, email: JAN.address, state: 'active' },
    ]);
    [id = '', ofEwa = '', ofOleh = ''] = await firm.open(
      {
        question: {
          from: JAN,
          subject: 'Re: Fwd: Cannot log in [#T-99999]',
          text: 'Hello,\n\nI cannot log in since Monday.\n\nJan',
        },
        colleague: tom,
      },
      {
        question: { from: EWA, subject: 'Nagranie', text: 'Dzień dobry,\n\ngdzie znajdę nagranie?' },
        colleague: firm.people.lena,
      },
      { question: { from: OLEH, subject: 'Рахунок', text: 'Де рахунок?' }, colleague: firm.people.sara },
    );
    letter = await firm.letterTo(tom, id);
  });

  it('comes once, however often bridge and tracker run', async () => {
    await firm.round();
    expect(await firm.inbox(tom)).toHaveLength(1);
  });

  it('comes from the participant by way of the firm, and asks to be answered at an address for this colleague alone', () => {
    expect(letter.from).toEqual({ name: 'Jan Kos via Firm', address: firm.support });
    expect(letter.replyTo).toMatch(new RegExp(`^support\\+a\\.${id.toLowerCase()}\\.[a-z2-7]{16}@`));
    expect(letter.messageId).toMatch(new RegExp(`^<b1a_${id}\\.`));
    expect(letter.mail.headers.get('reply-to')).toBeDefined();
  });

  it('has the ticket’s number and the plain subject, so that all letters of a ticket stand together', () => {
    expect(letter.subject).toBe(`[#${id}] Cannot log in`);
    expect(letter.mail.inReplyTo).toBeUndefined();
  });

  it('forbids no responder to answer: an out-of-office says whom else to ask', () => {
    expect(letter.automatic).toBe(false);
    expect(letter.mail.headers.has('x-auto-response-suppress')).toBe(false);
  });

  it('begins with the line above which to write, and then the participant’s words', () => {
    const [first = '', ...rest] = letter.text.split('\n');
    expect(first).toMatch(/^##-/);
    expect(rest.join('\n')).toContain('Hello,\n\nI cannot log in since Monday.\n\nJan');
    expect(letter.html).toContain('I cannot log in since Monday.');
  });

  it('says what is due when and why, the next session, where the row is, and how to do more than answer', () => {
    expect(letter.text).toMatch(/^Due: .*\d{1,2}:\d\d/m);
    expect(letter.text).toMatch(/^Why this deadline: .*4 hours/m);
    expect(letter.text).toMatch(/^Next session: Excel without stress, /m);
    expect(letter.text).toContain(`${firm.spreadsheetId}/edit`);
    expect(letter.text).toContain('#resolved');
    expect(letter.text).toContain('#note');
  });

  it('is in the colleague’s language, whatever the participant’s', async () => {
    const polish = await firm.letterTo(firm.people.lena, ofEwa);
    expect(polish.from.name).toBe('Ewa Lis via Firm');
    expect(polish.text).toMatch(/^##- Odpowiedz powyżej tej linii -##/);
    expect(polish.text).toContain('#rozwiązane');
    expect(polish.mail.headers.get('content-language')).toBe('pl');
  });

  it('goes to trainers only, unless the firm says otherwise', async () => {
    expect((await firm.ticketOf(OLEH)).id).toBe(ofOleh);
    expect(await firm.inbox(firm.people.sara)).toEqual([]);
  });

  it('goes to whoever gets the ticket next', async () => {
    await firm.assign(ofOleh, tom);
    await firm.round();
    expect((await firm.letterTo(tom, ofOleh)).text).toContain('Де рахунок?');
  });

  it('keeps the team’s notes to itself', async () => {
    await firm.append('messages', [
      {
        id: 'note-1',
        ticket_id: ofEwa,
        at: firm.clock.now(),
        direction: 'note',
        from: 'sara@firm1.test',
        text: 'She owes us money.',
      },
    ]);
    await firm.aSecondLater();
    await firm.ask({
      from: EWA,
      subject: `Re: Nagranie [#${ofEwa}]`,
      text: 'Już nie trzeba, znalazłam, ale które?',
    });
    await firm.round();
    const again = await firm.letterTo(firm.people.lena, ofEwa);
    expect(again.text).toContain('Już nie trzeba');
    expect(again.everything).not.toContain('owes us money');
    expect(again.references).toContain((await firm.inbox(firm.people.lena))[0]?.messageId);
  });

  it('brings the files of the participant', async () => {
    const from = { name: 'Iga Mak', address: 'iga@client.test' };
    const boundary = ['Content-Type: multipart/mixed; boundary="part"'];
    const raw = [
      `From: ${from.name} <${from.address}>`,
      `To: ${firm.support}`,
      'Subject: This is what I see',
      'Date: Fri, 20 Nov 2026 10:00:00 +0100',
      'Message-ID: <with-file@client.test>',
      'MIME-Version: 1.0',
      ...boundary,
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'See the file.',
      '--part',
      'Content-Type: application/pdf; name="seen.pdf"',
      'Content-Disposition: attachment; filename="seen.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('%PDF-1.7 what I see').toString('base64'),
      '--part--',
      '',
    ].join('\r\n');
    await firm.post(Buffer.from(raw), { from: from.address, to: [firm.support], results: null });
    await firm.round();
    const ticket = await firm.ticketOf(from);
    await firm.assign(ticket.id, tom);
    await firm.round();
    const { mail } = await firm.letterTo(tom, ticket.id);
    expect(mail.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
      ['seen.pdf', '%PDF-1.7 what I see'],
    ]);
  });
});
