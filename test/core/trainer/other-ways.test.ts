/** The other ways in which trainers really work: beside us, away, from another address, or asking for help themselves. */
import { signReplyAddress } from '../../../core/mail/signed-id';
import type { SpokenOf } from '../../../core/trainer/trainer-mail-input';
import {
  ANNA,
  addressOf,
  gmailQuote,
  idOf,
  KEYS,
  LENA,
  type Letter,
  OWN,
  read,
  SARA,
  type Story,
  T,
  TOM,
} from './desk';

const BASE = { ticket: T, agent: TOM };
const NONE = { kind: 'none' };
const ticket = (over: Partial<SpokenOf>): Story => ({ tickets: { [T]: over } });
/** A letter that answers none of ours. */
const UNSIGNED = { to: [OWN] } as const;

describe('written to the participant without us', () => {
  const direct = { kind: 'direct', ...BASE, to: ANNA };
  test.each([
    ['with us in Cc', { to: [ANNA], cc: [OWN] }],
    ['with our signed address in Cc', { to: [ANNA], cc: [addressOf(T, TOM)] }],
    ['and to us', { to: [addressOf(T, TOM), ANNA] }],
    ['with the participant in Cc', { to: [addressOf(T, TOM)], cc: ['Anna@Client.test'] }],
    ['with the address of the ticket in Cc', { to: [ANNA], cc: [signReplyAddress(OWN, T, KEYS)] }],
    ['with the mail of another in it', { to: [ANNA], cc: [OWN], subject: `Fwd: [#${T}] From the vendor` }],
  ] satisfies readonly (readonly [string, Letter])[])('%s: it does not go out once more', (_, letter) => {
    expect(read({ ...letter, text: '#note\nPlease restart it.' })).toEqual(direct);
  });

  test('another person of the ticket counts as well', () => {
    expect(read({ to: ['boss@client.test'], cc: [OWN], text: 'x' })).toEqual({
      ...direct,
      to: 'boss@client.test',
    });
  });

  test('by the mail that it answers, whatever its subject', () => {
    const letter = { to: [ANNA], cc: [OWN], subject: 'Re: Hello', inReplyTo: '<q@client.test>', text: 'x' };
    expect(read(letter, { mails: { '<q@client.test>': T } })).toEqual(direct);
  });

  test('in a ticket that the rule for such mails does not know, too', () => {
    const none = { kind: 'none', why: 'no-ticket' } as const;
    const letter = { to: [addressOf(T, TOM)], cc: [ANNA], text: 'Please restart it.' };
    expect(read(letter, { input: { direct: none } })).toEqual(direct);
  });

  test('we ourselves are nobody who has got it', () => {
    const story = ticket({ participants: new Set([ANNA, OWN]) });
    expect(read({ cc: [OWN], text: 'Please restart it.' }, story).kind).toBe('answer');
  });

  test('nobody vouches for it: nothing is counted as answered', () => {
    const letter = { to: [ANNA], cc: [OWN], text: 'x', results: null };
    expect(read(letter)).toEqual(NONE);
    expect(read({ ...letter, cc: [addressOf(T, TOM)] }).kind).toBe('disbelieved');
  });
});

describe('written to somebody who has no ticket yet', () => {
  const zoe = 'zoe@client.test';
  const letter = { to: [zoe], cc: [OWN], subject: 'Login', text: 'Please restart it.' };
  const opens = { kind: 'direct', ticket: null, agent: TOM, to: zoe };
  const story = { input: { direct: { kind: 'none', why: 'no-ticket' } } } satisfies Story;

  test.each([
    ['with us in Cc', {}],
    ['as an answer', { subject: 'Re: Login', inReplyTo: '<mine@client.test>' }],
    ['as an answer that is addressed to us as well', { to: [zoe, OWN], cc: [], subject: 'Re: Login' }],
    ['and to a colleague', { to: [SARA.email, zoe] }],
    ['from another address that was confirmed', { from: 'tom.wrona@post.test' }],
  ] satisfies readonly (readonly [string, Letter])[])('%s: the ticket is theirs', (_, over) => {
    expect(read({ ...letter, ...over })).toEqual(opens);
  });

  test.each([
    ['to us, with them in Cc', { to: [OWN], cc: [zoe] }],
    ['to them and to us, as a wish to the desk', { to: [zoe, OWN], cc: [] }],
    ['to a colleague', { to: [SARA.email] }],
    ['to a group', { to: Array.from({ length: 6 }, (_, n) => `p${n}@client.test`) }],
    ['to an address that is none', { to: ['zoe'] }],
    ['by a program', { headers: [['auto-submitted', 'auto-replied']] }],
    ['by somebody whom nobody vouches for', { results: null }],
    ['by somebody else', { from: 'eve@bad.test' }],
    ['about a ticket that nobody knows', { cc: [addressOf('T-99999' as typeof T, TOM)] }],
  ] satisfies readonly (readonly [string, Letter])[])('%s: it is a mail like any other', (_, over) => {
    expect(read({ ...letter, ...over })).toEqual(NONE);
  });

  test('unless their answer to it has come in before it', () => {
    const overtaken = { ...letter, mail: { messageId: '<sent@firm.test>' } };
    const tickets = { [T]: { requester: zoe, participants: new Set([zoe]) } };
    expect(read(overtaken, { awaited: { '<sent@firm.test>': T }, tickets })).toEqual({ ...opens, ticket: T });
  });

  test('nor what the rule for such mails calls automatic', () => {
    expect(read(letter, story)).toEqual(opens);
    expect(read(letter, { input: { direct: { kind: 'none', why: 'automatic' } } })).toEqual(NONE);
  });
});

describe('out of office', () => {
  const absence: Letter = {
    subject: `Automatic reply: [#${T}] Login`,
    headers: [['auto-submitted', 'auto-replied (vacation)']],
    text: 'I am out of the office until Monday.',
  };

  test('of the colleague whom we had asked: somebody else is', () => {
    expect(read(absence)).toEqual({ kind: 'away', ...BASE });
    expect(read({ ...absence, to: [OWN], inReplyTo: idOf(T, TOM) })).toEqual({ kind: 'away', ...BASE });
  });

  test.each([
    ['of another colleague', { from: LENA.email }],
    ['of a stranger', { from: 'eve@bad.test' }],
    ['that nobody vouches for', { results: null }],
    ['to a mail that we did not sign', { to: [OWN] }],
    [
      'that is no absence',
      { headers: [['auto-submitted', 'auto-replied']], text: 'Got it.', subject: 'Got it' },
    ],
  ] satisfies readonly (readonly [string, Letter])[])('%s: nothing', (_, over) => {
    expect(read({ ...absence, ...over })).toEqual(NONE);
  });
});

describe('from an address that is nobody’s', () => {
  const private_ = 'tom.phone@post.test';

  test('whoever answers the colleague’s own mail, with us in copy, is not asked for: their words are no colleague’s', () => {
    const answered = { from: private_, to: [TOM.email], cc: [addressOf(T, TOM)], text: 'Still no sound.' };
    expect(read(answered)).toEqual(NONE);
  });

  test('the colleague whom we had asked is asked whether it is theirs', () => {
    expect(read({ from: private_, text: 'Yes.' })).toEqual({
      kind: 'other-address',
      ...BASE,
      from: private_,
    });
    expect(read({ from: private_, to: [OWN], inReplyTo: idOf(T, TOM), text: 'Yes.' })).toMatchObject({
      kind: 'other-address',
    });
  });

  const question: Story = { input: { question: { agent: TOM, address: private_ } } };
  test.each([
    'Yes',
    'yes!',
    'Yes, it’s me.',
    'OK',
    'Tak',
    'tak, to ja',
    'Potwierdzam.',
    'Так',
    'Так, це моя адреса',
    '#tak',
    'Yes.\n\nTom Wrona',
  ])('%s confirms it', (text) => {
    expect(read({ text: text + gmailQuote() }, question)).toEqual({
      kind: 'confirms-address',
      agent: TOM,
      address: private_,
    });
  });

  test.each([
    ['no', { text: 'No' }],
    ['nie', { text: 'Nie, to nie ja' }],
    ['ні', { text: 'Ні' }],
    ['a sentence that begins with yes', { text: 'Yes, but who is that?' }],
    ['an answer to the participant', { text: 'Please restart it.' }],
    ['a command', { text: '#resolved' }],
    ['nothing', { text: gmailQuote() }],
    ['yes of another colleague', { text: 'Yes', from: LENA.email, to: [addressOf(T, LENA)] }],
    ['yes from another address of the same colleague', { text: 'Yes', from: 'tom.wrona@post.test' }],
  ] satisfies readonly (readonly [string, Letter])[])('%s does not, and goes to nobody', (_, letter) => {
    expect(read(letter, question)).toMatchObject({ kind: 'note', why: 'answers-our-question', orders: [] });
  });

  test('a yes that nobody vouches for is not believed', () => {
    expect(read({ text: 'Yes', results: null }, question).kind).toBe('disbelieved');
    expect(read({ text: 'Yes', from: private_ }, question).kind).toBe('other-address');
  });
});

describe('a mail like any other', () => {
  test.each([
    ['a participant’s', { from: `Anna <${ANNA}>`, to: [signReplyAddress(OWN, T, KEYS)], text: '#resolved' }],
    ['a participant’s to a colleague’s address', { from: `Anna <${ANNA}>`, text: 'Hello' }],
    ['a colleague’s without a ticket', { to: [OWN], subject: 'Projector', text: 'It is broken.' }],
    ['of a ticket that nobody knows', { to: [addressOf('T-99999' as typeof T, TOM)], text: 'x' }],
  ] satisfies readonly (readonly [string, Letter])[])('%s', (_, letter) => {
    expect(read(letter)).toEqual(NONE);
  });

  test('a colleague’s who asks for help: the one who asks stays the one who asks', () => {
    const own = ticket({ requester: 'Tom@Firm.test', participants: new Set([TOM.email]) });
    expect(read({ text: 'It still does not work.' }, own)).toEqual(NONE);
    expect(read({ from: 'tom.wrona@post.test', text: 'x' }, own)).toEqual(NONE);
    expect(read({ ...UNSIGNED, text: 'x' }, own)).toEqual(NONE);
    expect(read({ from: 'tom@firm.test', text: 'x' }, ticket({ requester: 'tom.wrona@post.test' }))).toEqual(
      NONE,
    );
  });

  test('a participant’s that a colleague hands on: the person inside asks', () => {
    const text = [
      'For you.',
      '',
      '---------- Forwarded message ---------',
      'From: Zoe New <zoe@client.test>',
      'Date: Mon, 23 Nov 2026 at 10:41',
      'Subject: Sound',
      'To: Tom Wrona <tom@firm.test>',
      '',
      'I hear nothing.',
    ].join('\n');
    expect(read({ to: [OWN], subject: 'Fwd: Sound', text })).toEqual(NONE);
    expect(read({ subject: 'Fwd: Sound', text })).toEqual(NONE);
  });
});
