/** What becomes of a mail that has to do with a colleague: each way in which trainers really work. */
import { signReplyAddress } from '../../../core/mail/signed-id';
import { instant } from '../../../core/time/instant';
import type { SpokenOf } from '../../../core/trainer/trainer-mail-input';
import {
  ANNA,
  addressOf,
  gmailQuote,
  idOf,
  KEYS,
  LENA,
  type Letter,
  member,
  NOW,
  OTHER,
  OWN,
  read,
  SARA,
  SERVER,
  type Story,
  T,
  TOM,
} from './desk';

const BASE = { ticket: T, agent: TOM };
const answer = (words: string, more: object = {}) => ({
  kind: 'answer',
  ...BASE,
  words,
  template: '',
  resolve: false,
  orders: [],
  ...more,
});
const ticket = (over: Partial<SpokenOf>): Story => ({ tickets: { [T]: over } });
/** A letter that answers none of ours. */
const UNSIGNED = { to: [OWN] } as const;
const RESOLVED = { cell: 'status', to: 'resolved' };

describe('an answer reaches the participant', () => {
  test.each([
    ['above the quote', { text: `Please restart it.\n${gmailQuote()}` }],
    ['from another address that was confirmed', { from: 'tom.wrona@post.test', text: 'Please restart it.' }],
    [
      'by the Message-ID, where the program ignored Reply-To',
      { to: [OWN], inReplyTo: idOf(T, TOM), text: 'Please restart it.' },
    ],
    [
      'by DKIM of the own domain where there is no DMARC',
      { results: `${SERVER}; dkim=pass header.d=firm.test`, text: 'Please restart it.' },
    ],
    ['with the plain mailbox in Cc', { cc: [OWN], text: 'Please restart it.' }],
    ['with a colleague in Cc', { cc: [SARA.email], text: 'Please restart it.' }],
    ['with a vendor in Cc', { cc: ['help@vendor.test'], text: 'Please restart it.' }],
    ['with a name in capitals', { from: 'TOM <TOM@Firm.Test>', text: 'Please restart it.' }],
  ] satisfies readonly (readonly [string, Letter])[])('%s', (_, letter) => {
    expect(read(letter)).toEqual(answer('Please restart it.'));
  });

  test('who asked by mail is answered however old the ticket is', () => {
    for (const status of [
      'new',
      'open',
      'waiting_participant',
      'waiting_vendor',
      'on_hold',
      'resolved',
      'closed',
    ] as const) {
      expect(read({ text: 'Yes.' }, ticket({ status }))).toEqual(answer('Yes.'));
    }
  });

  test('in a closed ticket, with its orders: that it is settled is known already', () => {
    const closed = ticket({ status: 'closed' });
    expect(read({ text: '#resolved\nYes.' }, closed)).toEqual(answer('Yes.', { resolve: true }));
    expect(read({ text: '#open\nYes.' }, closed)).toEqual(
      answer('Yes.', { orders: [{ cell: 'status', to: 'open' }] }),
    );
    expect(read({ text: '#urgent\nYes.' }, closed)).toEqual(
      answer('Yes.', { orders: [{ cell: 'priority', to: 'urgent' }] }),
    );
    expect(read({ text: '#resolved' }, closed)).toEqual({ kind: 'orders', ...BASE, orders: [RESOLVED] });
  });

  test.each([
    ['#resolved\n\nIt works now.', answer('It works now.', { resolve: true, orders: [RESOLVED] })],
    ['#Rozwiązane\nJuż działa.', answer('Już działa.', { resolve: true, orders: [RESOLVED] })],
    ['#вирішено\nВже працює.', answer('Вже працює.', { resolve: true, orders: [RESOLVED] })],
    [
      '#vendor\nWe have asked them.',
      answer('We have asked them.', { orders: [{ cell: 'status', to: 'waiting_vendor' }] }),
    ],
    [
      '#wait 3d\nI will look on Thursday.',
      answer('I will look on Thursday.', { orders: [{ cell: 'hold_until', to: '2026-11-26' }] }),
    ],
    ['#szablon zoom_link', answer('', { template: 'zoom_link' })],
    ['#template reply\nHere you are.', answer('Here you are.', { template: 'reply' })],
    [
      '#template certificate\n#resolved',
      answer('', { template: 'certificate', resolve: true, orders: [RESOLVED] }),
    ],
  ])('with commands above it: %j', (text, expected) => {
    expect(read({ text: `${text}\n${gmailQuote()}` })).toEqual(expected);
  });

  test('of a ticket that was merged into another of the same person', () => {
    const merged = ticket({ id: OTHER, mergedRequester: 'Anna@Client.test' });
    expect(read({ text: 'Yes.' }, merged)).toEqual({ ...answer('Yes.'), ticket: OTHER });
  });

  test.each([
    ['of the role that may answer every ticket', SARA, { assignee: 'Lena' }],
    ['whose session it is', TOM, { assignee: 'Sara', session: { trainer: 'Tom', substitute: '' } }],
  ] as const)('of a colleague %s', (_, agent, over) => {
    const letter = { from: agent.email, to: [addressOf(T, agent)], text: 'Yes.' };
    expect(read(letter, ticket(over))).toEqual({ ...answer('Yes.'), agent });
  });
});

test('whoever stands in for the colleague who has the ticket may answer it', () => {
  const team = [member(TOM, 'trainer', { substitute: 'Lena' }), member(LENA, 'trainer')];
  const letter = { from: LENA.email, to: [addressOf(T, LENA)], text: 'Yes.' };
  expect(read(letter, { team })).toEqual({ ...answer('Yes.'), agent: LENA });
  expect(read(letter)).toMatchObject({ kind: 'misunderstood', faults: [{ kind: 'not-yours', line: '' }] });
});

test('a mail that the participant had handed on stands in our letter, and the answer to it is one', () => {
  const handedOn = [
    '> ---------- Forwarded message ---------',
    '> From: Boss <boss@client.test>',
    '> Date: Mon, 23 Nov 2026 at 9:41',
    '> Subject: Login',
    '>',
    '> Your login failed.',
  ].join('\n');
  const text = `#resolved\nPlease restart it.\n${gmailQuote()}\n${handedOn}`;
  for (const subject of [`Re: [#${T}] Fwd: Login`, `[#${T}] Fwd: Login`, 'Re: Fwd: Login']) {
    expect(read({ text, subject })).toEqual(
      answer('Please restart it.', { resolve: true, orders: [RESOLVED] }),
    );
  }
});

test('what stands below the quote in one piece is an answer too', () => {
  const text = `${gmailQuote().trimStart()}\n\n#resolved\nPlease restart it.\n\n-- \nTom`;
  expect(read({ text })).toEqual(answer('Please restart it.', { resolve: true, orders: [RESOLVED] }));
});

describe('what stays with the team', () => {
  test.each([
    ['#note', '#note\nShe is angry.', []],
    ['#notatka', '#notatka\nShe is angry.', []],
    ['#нотатка and a command', '#нотатка\n#resolved\nShe is angry.', [RESOLVED]],
    ['behind the word', '#note She is angry.', []],
  ])('%s', (_, text, orders) => {
    expect(read({ text: text + gmailQuote() })).toEqual({
      kind: 'note',
      ...BASE,
      why: 'said-so',
      words: 'She is angry.',
      orders,
    });
  });

  test.each([
    ['a new mail with the ticket’s number', UNSIGNED, 'not-signed'],
    [
      'an answer to an alert',
      { ...UNSIGNED, inReplyTo: '<b1_alert@firm.test>', subject: `Re: [#${T}] Overdue` },
      'not-signed',
    ],
    [
      'an answer to the address that participants have',
      { to: [signReplyAddress(OWN, T, KEYS)] },
      'not-signed',
    ],
    [
      'a copy of what went to a vendor',
      { to: ['help@vendor.test'], cc: [addressOf(T, TOM)] },
      'written-to-others',
    ],
    [
      'a copy of what went to a colleague',
      { to: [SARA.email], cc: [addressOf(T, TOM)] },
      'written-to-others',
    ],
  ] satisfies readonly (readonly [string, Letter, string])[])('%s', (_, letter, why) => {
    expect(read({ ...letter, text: '#resolved\nI called her.' })).toMatchObject({
      kind: 'note',
      ...BASE,
      why,
      words: '#resolved\nI called her.',
      orders: [],
    });
  });

  const header = [
    `From: Anna Nowak via Firma <${addressOf(T, TOM)}>`,
    'Date: Mon, 23 Nov 2026 at 10:41',
    `Subject: [#${T}] Login`,
    'To: Tom Wrona <tom@firm.test>',
  ];
  const letter = ['##- Please reply above this line -##', 'I cannot log in.'];
  test.each([
    ['with a marker', ['---------- Forwarded message ---------', ...header, '', ...letter]],
    ['with its header alone', [...header, '', ...letter]],
    ['with nothing that says so but the subject', letter],
  ])('our letter, passed on to us %s', (_, below) => {
    const text = ['Please take this one.', '', ...below].join('\n');
    for (const subject of [`Fwd: [#${T}] Login`, `PD: Odp: [#${T}] Login`]) {
      const passedOn = { to: [OWN], subject, references: [idOf(T, TOM)], text };
      expect(read(passedOn)).toMatchObject({ kind: 'note', ...BASE, why: 'forwarded' });
    }
  });
});

describe('commands alone post no answer', () => {
  test.each([
    ['#resolved', [RESOLVED]],
    ['#przydziel Lena', [{ cell: 'assignee', to: LENA.name }]],
    [
      '#пріоритет високий\n#чекати 2 дні',
      [
        { cell: 'priority', to: 'high' },
        { cell: 'hold_until', to: '2026-11-25' },
      ],
    ],
    ['#note\n#resolved', [RESOLVED]],
    ['#vendor\n\nSent from my iPhone', [{ cell: 'status', to: 'waiting_vendor' }]],
  ])('%j', (text, orders) => {
    expect(read({ text: text + gmailQuote() })).toEqual({ kind: 'orders', ...BASE, orders });
  });
});

describe('what cannot be followed comes back with help', () => {
  const NOTHING = { kind: 'nothing-written' };
  test.each([
    ['a quote alone', gmailQuote(), [NOTHING]],
    ['an empty mail', '', [NOTHING]],
    ['a signature alone', `-- \nTom Wrona${gmailQuote()}`, [NOTHING]],
    ['"#note" and nothing', '#note', [NOTHING]],
    ['a frame without words', '#template reply', [NOTHING]],
    ['an unknown command', '#foo\nHi', [{ kind: 'unknown-command', line: '#foo', meant: [] }]],
    ['a slip', '#rozwiązne\nHi', [{ kind: 'unknown-command', line: '#rozwiązne', meant: ['#rozwiązane'] }]],
    ['a command below the words', 'Hi\n#note', [{ kind: 'command-below', line: '#note' }]],
    [
      'two commands that disagree',
      '#open\n#resolved\nHi',
      [{ kind: 'contradiction', line: '#resolved', other: '#open' }],
    ],
    ['"#send" where nothing is held', '#send', [{ kind: 'nothing-held' }]],
  ])('%s', (_, text, faults) => {
    expect(read({ text })).toEqual({ kind: 'misunderstood', ...BASE, faults });
  });

  test('a ticket that is another’s by now', () => {
    const others = ticket({ assignee: 'Lena' });
    expect(read({ text: 'Yes.' }, others)).toMatchObject({ faults: [{ kind: 'not-yours', line: '' }] });
    expect(read({ text: '#resolved' }, others)).toMatchObject({
      faults: [{ kind: 'not-yours', line: '#resolved' }],
    });
    expect(read({ text: '#note\nx' }, others)).toMatchObject({
      faults: [{ kind: 'not-yours', line: '#note' }],
    });
  });

  test('a ticket without an address', () => {
    const nobody = ticket({ requester: '', participants: new Set() });
    expect(read({ text: 'Yes.' }, nobody)).toMatchObject({ faults: [{ kind: 'nobody-to-answer' }] });
    expect(read({ text: '#note\nx' }, nobody).kind).toBe('note');
    expect(read({ text: '#resolved' }, nobody).kind).toBe('orders');
  });

  test('a ticket with something else in the place of the address', () => {
    const unwritable = ticket({ requester: 'anna (see notes)', participants: new Set() });
    expect(read({ text: 'Yes.' }, unwritable)).toMatchObject({ faults: [{ kind: 'nobody-to-answer' }] });
  });

  test('a ticket that is spam, until it is opened', () => {
    const over = ticket({ status: 'spam' });
    const notOpen = { kind: 'misunderstood', faults: [{ kind: 'not-open', status: 'spam' }] };
    expect(read({ text: 'Yes.' }, over)).toMatchObject(notOpen);
    expect(read({ text: '#urgent' }, over)).toMatchObject(notOpen);
    expect(read({ text: '#note\nx' }, over).kind).toBe('note');
    expect(read({ text: '#open' }, over).kind).toBe('orders');
    expect(read({ text: '#otwórz\nYes.' }, over)).toEqual(
      answer('Yes.', { orders: [{ cell: 'status', to: 'open' }] }),
    );
  });

  test('a ticket that was merged into somebody else’s', () => {
    const merged = ticket({ id: OTHER, mergedRequester: ANNA, requester: 'ben@client.test' });
    const refused = { kind: 'misunderstood', ticket: OTHER, faults: [{ kind: 'merged', into: OTHER }] };
    expect(read({ text: 'Yes.' }, merged)).toMatchObject(refused);
    expect(read({ text: '#resolved' }, merged)).toMatchObject(refused);
    expect(read({ text: '#note\nx' }, merged)).toMatchObject({ kind: 'note', ticket: OTHER });
  });
});

describe('two colleagues within a minute', () => {
  const at = instant(NOW - 20_000);
  const answered = ticket({ given: [{ by: LENA, at }] });

  test('the later answer waits, its orders too', () => {
    expect(read({ text: '#resolved\nYes.' }, answered)).toEqual({ kind: 'held', ...BASE, by: LENA, at });
  });

  test('also behind one that nobody knows the writer of', () => {
    expect(read({ text: 'Yes.' }, ticket({ given: [{ by: null, at }] }))).toMatchObject({
      kind: 'held',
      by: null,
    });
  });

  test.each([
    ['a note', '#note\nx', 'note'],
    ['a command', '#urgent', 'orders'],
  ])('%s does not wait', (_, text, kind) => {
    expect(read({ text }, answered).kind).toBe(kind);
  });

  test('once told, the writer may answer', () => {
    const toldAt = instant(NOW - 10_000);
    expect(read({ text: 'Yes.' }, { ...answered, input: { toldAt } })).toEqual(answer('Yes.'));
    const writtenBefore = { text: 'Yes.', date: NOW - 30_000 };
    expect(read(writtenBefore, { ...answered, input: { toldAt } }).kind).toBe('held');
  });

  test('an answer to a letter of before waits however late it comes', () => {
    const story = ticket({ given: [{ by: LENA, at: instant(NOW - 3_600_000) }] });
    expect(read({ text: 'Yes.' }, { ...story, input: { askedAt: instant(NOW - 7_200_000) } }).kind).toBe(
      'held',
    );
    expect(read({ text: 'Yes.' }, { ...story, input: { askedAt: instant(NOW - 1_800_000) } }).kind).toBe(
      'answer',
    );
  });

  test.each(['#send', '#wyślij', '#надіслати'])('%s lets the latest of one’s own go', (text) => {
    const held = ticket({
      held: [
        { row: 'm-1', agent: TOM.email },
        { row: 'm-2', agent: TOM.email },
        { row: 'm-3', agent: LENA.email },
      ],
      given: [{ by: LENA, at }],
    });
    expect(read({ text: text + gmailQuote() }, held)).toEqual({
      kind: 'release',
      ...BASE,
      held: 'm-2',
      orders: [],
    });
    expect(read({ text: `${text}\n#urgent` }, held)).toMatchObject({
      kind: 'release',
      orders: [{ cell: 'priority', to: 'urgent' }],
    });
  });
});

test('an unsound From header is not believed, whoever says that it may be', () => {
  const trust = { trusted: true, reason: 'dmarc=pass' } as const;
  expect(read({ from: [TOM.email, ANNA], text: 'Yes.' }, { input: { trust } })).toEqual({
    kind: 'disbelieved',
    ...BASE,
    why: { kind: 'not-vouched-for', why: 'the From header is not sound' },
  });
});

test('what is not believed says why', () => {
  expect(read({ text: 'Yes.', results: null })).toMatchObject({
    why: { kind: 'not-vouched-for', why: expect.stringContaining('wrote no Authentication-Results') },
  });
  expect(read({ text: 'Yes.', from: LENA.email })).toEqual({
    kind: 'disbelieved',
    ticket: T,
    agent: LENA,
    why: { kind: 'not-the-one-asked', asked: TOM },
  });
});

test('of two rows with one name only the first has a role', () => {
  const namesake = { email: 'tom2@firm.test', name: TOM.name };
  const letter = { from: namesake.email, to: [addressOf(T, namesake)], text: 'Yes.' };
  expect(read(letter, { team: [member(TOM, 'admin'), member(namesake, 'admin')] })).toMatchObject({
    kind: 'misunderstood',
    faults: [{ kind: 'not-yours', line: '' }],
  });
});

test('a team of one may answer everything', () => {
  const team = [member(TOM, 'admin')];
  expect(read({ text: 'Yes.' }, { team, tickets: { [T]: { assignee: '' } } })).toEqual(answer('Yes.'));
});
