/** Every mail becomes one row, however often and wherever it is seen. */
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const question = (number: number) =>
  letter({
    from: `p${number}@people.test`,
    subject: `Question ${number}`,
    text: `I have the question number ${number}.`,
    messageId: `<question-${number}@people.test>`,
  });

needs('dovecot')('the same mailbox, read again', () => {
  const firms = desks();
  const everything = (bench: DeskBench) =>
    Promise.all(
      (['tickets', 'messages', 'outbox', 'problems'] as const).map(async (table) => [
        table,
        await bench.rows<'tickets' | 'messages' | 'outbox' | 'problems'>(table),
      ]),
    );
  const outcomes = async (bench: DeskBench) => (await bench.rows('messages')).length;

  it('by the same bridge: nothing changes in the Sheet, and nothing is sent', async () => {
    const bench = await firms.open();
    for (let n = 0; n < 5; n += 1) await bench.deliver(question(n));
    await bench.once();
    const before = await everything(bench);
    const written = bench.api.counts.write;
    await bench.once();
    expect(await everything(bench)).toEqual(before);
    expect(bench.api.counts.write).toBe(written);
    expect(bench.smtp.mails).toHaveLength(5);
  });

  it('by a bridge with a new state folder: nothing is there twice, now or at its next start', async () => {
    const bench = await firms.open();
    for (let n = 0; n < 5; n += 1) await bench.deliver(question(n));
    await bench.once();
    const before = await everything(bench);
    const stateDir = join(bench.folder, 'another-state');
    await bench.once({ stateDir });
    expect(await everything(bench)).toEqual(before);
    await bench.once({ stateDir });
    expect(await everything(bench)).toEqual(before);
    expect(bench.smtp.mails).toHaveLength(5);
  });

  it('by a bridge with a new state folder: an answer finds its old ticket, also after another start', async () => {
    const bench = await firms.open();
    await bench.deliver(question(1));
    await bench.once();
    const [ticket] = await bench.rows('tickets');
    const stateDir = join(bench.folder, 'another-state');
    await bench.once({ stateDir });
    await bench.once({ stateDir });
    await bench.deliver(
      letter({
        from: 'p1@people.test',
        subject: 'Re: Question 1',
        text: 'Is anybody there?',
        headers: ['In-Reply-To: <question-1@people.test>'],
      }),
    );
    await bench.once({ stateDir });
    expect(await bench.rows('tickets')).toMatchObject([{ id: ticket?.id, message_count: 2 }]);
  });

  it('after the server numbered it anew: 20 old mails stay one each, and the new one comes in', async () => {
    const bench = await firms.open();
    for (let n = 0; n < 20; n += 1) await bench.deliver(question(n));
    await bench.once();
    await bench.dovecot.changeUidValidity(bench.address);
    await bench.deliver(question(20));
    await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(21);
    expect(await outcomes(bench)).toBe(21);
    expect(bench.smtp.mails).toHaveLength(21);
    expect(await bench.rows('intake')).toMatchObject([
      { mailbox: 41, new_ticket: 21, duplicate: 20, difference: 0 },
    ]);
  });

  it('with a mail delivered twice, by two roads: it is one', async () => {
    const bench = await firms.open();
    const mail = question(1);
    await bench.deliver(mail);
    await bench.deliver(
      Buffer.concat([
        Buffer.from('Received: from elsewhere by mx; Fri, 20 Nov 2026 10:00:01 +0100\r\n'),
        mail,
      ]),
    );
    await bench.deliver(mail);
    await bench.once();
    expect(await bench.rows('messages')).toHaveLength(1);
    expect(await bench.rows('intake')).toMatchObject([
      { mailbox: 3, new_ticket: 1, duplicate: 2, difference: 0 },
    ]);
  });

  it('with two mails of one Message-ID but different words: both come in', async () => {
    const bench = await firms.open();
    const twice = {
      from: 'robot@shop.test',
      subject: 'Your order',
      messageId: '<always-the-same@shop.test>',
    };
    await bench.deliver(letter({ ...twice, text: 'It is on its way.' }));
    await bench.deliver(letter({ ...twice, text: 'It has arrived.' }));
    await bench.once();
    expect(await bench.rows('messages')).toHaveLength(2);
  });

  it('with mails that have no Message-ID: each comes in, the same one once', async () => {
    const bench = await firms.open();
    const bare = { from: 'jan@people.test', subject: 'Help', messageId: null };
    const first = letter({ ...bare, text: 'One.' });
    await bench.deliver(first);
    await bench.deliver(letter({ ...bare, text: 'Two.' }));
    await bench.deliver(first);
    await bench.once();
    expect(await bench.rows('messages')).toHaveLength(2);
    expect(await bench.rows('tickets')).toHaveLength(2);
  });

  it('with a mail that was moved out and back by a person: it is one', async () => {
    const bench = await firms.open();
    await bench.deliver(question(1));
    await bench.once();
    const client = await imapOf(bench);
    await client.mailboxOpen('INBOX');
    await client.messageMove('1:*', 'Archive', { uid: true });
    await client.mailboxOpen('Archive');
    await client.messageMove('1:*', 'INBOX', { uid: true });
    await client.logout();
    await bench.once();
    expect(await bench.rows('messages')).toHaveLength(1);
    expect(await bench.rows('tickets')).toHaveLength(1);
  });

  it('with a mail that a person has read first: it comes in all the same', async () => {
    const bench = await firms.open();
    await bench.deliver(question(1));
    const client = await imapOf(bench);
    await client.mailboxOpen('INBOX');
    await client.messageFlagsAdd('1:*', ['\\Seen'], { uid: true });
    await client.logout();
    await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(1);
  });

  it('leaves \\Seen to people, and marks what it has taken in with a keyword of its own', async () => {
    const bench = await firms.open();
    await bench.deliver(question(1));
    await bench.once();
    const client = await imapOf(bench);
    await client.mailboxOpen('INBOX');
    const [mail] = await client.fetchAll('1:*', { flags: true });
    await client.logout();
    expect([...(mail?.flags ?? [])].filter((flag) => flag !== '\\Recent')).toEqual(['$RowdeskDone']);
  });

  it('that was full before the first start leaves old mail alone when the firm wants it so', async () => {
    const bench = await firms.open({ config: { startFrom: 'now' } });
    await bench.deliver(question(1));
    await bench.once();
    await bench.deliver(question(2));
    await bench.once();
    expect(await bench.rows('tickets')).toMatchObject([{ subject: 'Question 2' }]);
  });
});

async function imapOf(bench: DeskBench): Promise<ImapFlow> {
  const { user, password } = bench.dovecot.user(bench.address);
  const client = new ImapFlow({
    host: bench.dovecot.host,
    port: bench.dovecot.imapPort,
    secure: false,
    tls: { rejectUnauthorized: false },
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
  });
  await client.connect();
  return client;
}
