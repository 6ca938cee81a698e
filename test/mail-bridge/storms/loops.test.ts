/** Programs that answer our mails, as cleverly disguised as they come: each exchange stops at three mails of ours. */
import { needs } from '../../support/needs';
import { rounds, THOROUGH } from '../../support/thorough';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';
import { type Correspondent, headerOf, postOffice, type Relay, rewritten } from './post-office';

const MOST_OF_OURS = 3;
const HOUR = 60;

/** What names a mail as a program's, or as an answer. */
const TELLTALES = [
  'Auto-Submitted',
  'X-Auto-Response-Suppress',
  'X-Rowdesk-Loop',
  'List-Unsubscribe',
  'Precedence',
];
const THREADING = ['In-Reply-To', 'References', 'Message-ID', 'Subject', 'Reply-To'];

/** A relay that leaves nothing by which a program or a conversation is known. */
const leavesNothing: Relay = (raw, turn) =>
  rewritten(
    raw,
    [...TELLTALES, ...THREADING],
    [`Subject: Message ${turn} of your customer`, `Message-ID: <relay-${turn}@relay.test>`],
  );

needs('dovecot')('two Rowdesks that write to each other', () => {
  const firms = desks();

  async function twoFirms(): Promise<readonly [DeskBench, DeskBench]> {
    const [north, south] = [await firms.open({ language: 'pl' }), await firms.open({ language: 'uk' })];
    // Somebody of the one firm writes to the other by hand, from the shared mailbox.
    await south.deliver(
      letter({ from: `Biuro <${north.address}>`, subject: 'Oferta', text: 'Proszę o ofertę szkolenia.' }),
    );
    return [north, south];
  }

  it.each<readonly [string, Relay, number]>([
    ['stop after one acknowledgement', (raw) => raw, 1],
    [
      'stop after one when a relay takes away all that names a program',
      (raw) => rewritten(raw, TELLTALES),
      1,
    ],
    [
      'stop after three each when a relay takes away what names the conversation as well',
      leavesNothing,
      MOST_OF_OURS,
    ],
  ])('%s, and nobody who writes meanwhile goes without an acknowledgement', async (_name, relay, most) => {
    const [north, south] = await twoFirms();
    const post = postOffice([north, south], { relay });
    await post.untilQuiet(12, 3 * HOUR);
    expect(post.sentBy(south)).toBeGreaterThanOrEqual(1);
    expect(post.sentBy(south)).toBeLessThanOrEqual(most);
    expect(post.sentBy(north)).toBeLessThanOrEqual(most);
    for (const desk of [north, south]) {
      const days = await desk.rows('intake');
      expect(days.map(({ difference }) => difference)).toEqual(days.map(() => 0));
    }
    await south.deliver(letter({ from: 'ola@people.test', subject: 'Hello', text: 'Is there anybody?' }));
    await south.once();
    expect(south.smtp.mails.filter(({ to }) => to.includes('ola@people.test'))).toHaveLength(1);
  });
});

needs('dovecot')('programs that answer whatever they get', () => {
  const firms = desks();

  /** They begin; then desk and program write to each other every three hours until nobody has a reason to. */
  async function exchangeWith(
    address: string,
    program: Correspondent,
    first: Buffer = letter({ from: address, subject: 'Hello', text: 'Please call me back.' }),
  ): Promise<DeskBench> {
    const bench = await firms.open();
    await bench.deliver(first);
    const post = postOffice([bench], {
      correspondents: { [address]: program, [`*@${domain(address)}`]: program },
    });
    await post.untilQuiet(12, 3 * HOUR);
    return bench;
  }

  const away = {
    en: ['Out of office', 'I am on annual leave until 30 November and will answer when I am back.'],
    pl: ['Nieobecność', 'Jestem na urlopie do 30 listopada. W pilnych sprawach proszę dzwonić do biura.'],
    uk: ['Відсутність', 'Я у відпустці до 30 листопада. У термінових справах телефонуйте в офіс.'],
  } as const;
  const ways = {
    'as RFC 3834 wishes': (ours: Buffer) => [
      'Auto-Submitted: auto-replied (vacation)',
      `In-Reply-To: ${headerOf(ours, 'Message-ID')}`,
      `References: ${headerOf(ours, 'Message-ID')}`,
    ],
    'with nothing but an In-Reply-To': (ours: Buffer) => [`In-Reply-To: ${headerOf(ours, 'Message-ID')}`],
    'with no header at all': () => [],
  } as const;

  /** What names the program in a header does so in any language: then one of them is enough. */
  const responders = (['en', 'pl', 'uk'] as const).flatMap((language) =>
    (Object.keys(ways) as (keyof typeof ways)[]).map((way) => [language, way] as const),
  );
  const oneOfEach = responders.filter(
    ([language, way]) =>
      way === 'with no header at all' ||
      (way === 'as RFC 3834 wishes' ? language === 'pl' : language === 'uk'),
  );

  it.each(THOROUGH ? responders : oneOfEach)(
    'a vacation responder in %s that answers every mail, %s',
    async (language, way) => {
      const address = 'jan@people.test';
      const [subject, text] = away[language];
      const bench = await exchangeWith(address, (ours) => [
        letter({ from: `Jan <${address}>`, subject, text, headers: ways[way](ours) }),
      ]);
      expect(bench.smtp.mails.length).toBeGreaterThanOrEqual(1);
      expect(bench.smtp.mails.length).toBeLessThanOrEqual(MOST_OF_OURS);
    },
  );

  it.each<readonly [string, string, Correspondent]>([
    [
      'under one address',
      'service@tickets.test',
      (_ours, turn) => [
        letter({
          from: 'Service <service@tickets.test>',
          subject: `[CASE-${1000 + turn}] Your request was registered`,
          text: `Thank you for contacting us. Your request has the number CASE-${1000 + turn}.`,
        }),
      ],
    ],
    [
      'under an address for each ticket',
      'case-1000@tickets.test',
      (ours, turn) => [
        letter({
          from: `Service <case-${1000 + seriesOf(ours) + turn}@tickets.test>`,
          subject: `Your request ${1000 + seriesOf(ours) + turn} was registered`,
          text: 'Thank you for contacting us.',
        }),
      ],
    ],
    [
      'and quotes our ticket’s number',
      'service@tickets.test',
      (ours, turn) => [
        letter({
          from: 'Service <service@tickets.test>',
          subject: `[CASE-${1000 + turn}] ${headerOf(ours, 'Subject')}`,
          text: 'Thank you for contacting us.',
        }),
      ],
    ],
    [
      'and writes three mails to each of ours',
      'service@tickets.test',
      (_ours, turn) =>
        ['registered', 'assigned', 'escalated'].map((what) =>
          letter({
            from: 'Service <service@tickets.test>',
            subject: `[CASE-${1000 + turn}] ${what}`,
            text: `Your request was ${what}.`,
          }),
        ),
    ],
  ])(
    'a ticket system that opens a ticket for each mail, strips Auto-Submitted, %s',
    async (_name, address, program) => {
      const bench = await exchangeWith(address, program);
      expect(bench.smtp.mails.length).toBeGreaterThanOrEqual(1);
      expect(bench.smtp.mails.length).toBeLessThanOrEqual(MOST_OF_OURS);
    },
  );

  it.each<readonly [string, (ours: Buffer) => Buffer]>([
    ['as it came', (ours) => ours],
    [
      'with the headers of a list',
      (ours) =>
        rewritten(ours, TELLTALES, [
          'List-Id: <people.lists.test>',
          'From: Firm via People <people@lists.test>',
        ]),
    ],
    [
      'under its own name, with all that names a program or a list gone',
      (ours) =>
        rewritten(ours, [...TELLTALES, ...THREADING], ['From: people@lists.test', 'Subject: [People] News']),
    ],
  ])('a mailing list that reflects our mail, %s', async (_name, reflected) => {
    const bench = await exchangeWith('people@lists.test', (ours) => [reflected(ours)]);
    expect(bench.smtp.mails.length).toBeGreaterThanOrEqual(1);
    expect(bench.smtp.mails.length).toBeLessThanOrEqual(MOST_OF_OURS);
  });

  it.each<readonly [string, (ours: Buffer, turn: number) => Buffer]>([
    ['with a delivery report', (ours, turn) => returned(ours, turn, 'MAILER-DAEMON@mx.people.test')],
    [
      'in plain words, from an address like a person’s',
      (ours, turn) =>
        letter({
          from: 'Mail Service <mail@mx.people.test>',
          subject: `Problem ${turn}`,
          text: `Your message to ${headerOf(ours, 'To')} was not delivered. The mailbox is full.`,
        }),
    ],
  ])('an acknowledgement that comes back %s', async (_name, bounce) => {
    const bench = await exchangeWith('jan@people.test', (ours, turn) => [bounce(ours, turn)]);
    expect(bench.smtp.mails.length).toBeGreaterThanOrEqual(1);
    expect(bench.smtp.mails.length).toBeLessThanOrEqual(MOST_OF_OURS);
  });

  it('a bounce of a bounce: nobody is written to', async () => {
    const bench = await firms.open();
    const lost = letter({
      from: bench.address,
      to: 'jan@people.test',
      subject: 'Hello',
      text: 'Are you there?',
    });
    const bounce = returned(lost, 1, 'MAILER-DAEMON@mx.people.test');
    await bench.deliver(bounce);
    await bench.deliver(returned(bounce, 2, 'postmaster@mx.people.test'));
    await bench.deliver(rewritten(returned(bounce, 3, 'postmaster@mx.people.test'), TELLTALES));
    await bench.once();
    expect(bench.smtp.mails).toHaveLength(0);
    expect((await bench.rows('intake'))[0]).toMatchObject({ mailbox: 3, bounce: 3, difference: 0 });
  });

  it('a person who was acknowledged three times is so again once somebody has answered', async () => {
    const bench = await firms.open();
    const asks = async (subject: string) => {
      const mail = letter({ from: 'ola@people.test', subject, text: `About ${subject}: what am I to do?` });
      await bench.dovecot.deliver(bench.address, mail, 'INBOX', new Date(bench.clock.now()));
      await bench.once();
      bench.clock.advance(5 * HOUR);
    };
    for (const subject of ['sound', 'picture', 'login', 'invoice']) await asks(subject);
    expect(bench.smtp.mails).toHaveLength(MOST_OF_OURS);
    const { row: ticket } = await bench.row('tickets', ({ subject }) => subject === 'login');
    await bench.append('outbox', [
      {
        key: 'reply:by-hand',
        kind: 'reply',
        ticket_id: ticket.id,
        to: 'ola@people.test',
        subject: 'Re: login',
        body: 'Here is a new password.',
        language: 'en',
        created_by: 'Sam',
        state: 'queued',
      },
    ]);
    await bench.once();
    await asks('printer');
    const kinds = (await bench.rows('outbox'))
      .filter(({ state }) => state === 'sent')
      .map(({ kind }) => kind);
    expect(kinds).toEqual([
      'acknowledgement',
      'acknowledgement',
      'acknowledgement',
      'reply',
      'acknowledgement',
    ]);
  });

  it('a slow trickle, a mail every five hours for days whatever we do, gets three acknowledgements in all', async () => {
    const bench = await firms.open();
    const mails = rounds(10, 16);
    for (let count = 0; count < mails; count += 1) {
      await bench.dovecot.deliver(
        bench.address,
        letter({
          from: 'Pump house <pump@plant.test>',
          subject: `Reading of ${count}`,
          text: `Pressure ${40 + count} bar, temperature ${count} degrees.`,
        }),
        'INBOX',
        new Date(bench.clock.now()),
      );
      await bench.once();
      bench.clock.advance(5 * HOUR);
    }
    expect(await bench.rows('tickets')).toHaveLength(mails);
    expect(bench.smtp.mails).toHaveLength(MOST_OF_OURS);
  });
});

function domain(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

/** The number in the address that our mail went to. */
function seriesOf(ours: Buffer): number {
  return Number(/\d+/.exec(headerOf(ours, 'To').split('@')[0] ?? '')?.[0] ?? 0);
}

/** A delivery report (RFC 3464) on a mail. */
function returned(mail: Buffer, turn: number, from: string): Buffer {
  const failed = /[^\s<>]+@[^\s<>]+/.exec(headerOf(mail, 'To'))?.[0] ?? '';
  const lines = [
    `From: Mail Delivery System <${from}>`,
    `To: ${headerOf(mail, 'From')}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce-${turn}@mx.people.test>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `Your message could not be delivered to ${failed}: user unknown.`,
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.people.test',
    '',
    `Final-Recipient: rfc822; ${failed}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--cut',
    'Content-Type: message/rfc822',
    '',
    mail.toString('latin1'),
    '--cut--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}
