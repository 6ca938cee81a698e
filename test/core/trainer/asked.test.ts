/** Which of our mails to a colleague is answered, and whose an address is. */
import type { Mail } from '../../../core/mail/mail';
import { signReplyAddress } from '../../../core/mail/signed-id';
import { readAgents } from '../../../core/trainer/agents';
import { askedOf } from '../../../core/trainer/asked';
import { addressOf, idOf, KEYS, LENA, mac, member, OLA, OTHER, OWN, SARA, T, TEAM, TOM } from './desk';

const AGENTS = readAgents(TEAM).all;
const FACTS = { agents: AGENTS, keys: KEYS };

const letter = (
  headers: readonly (readonly [string, string])[],
  inReplyTo: string | null = null,
  references: readonly string[] = [],
): Pick<Mail, 'headers' | 'inReplyTo' | 'references'> => ({
  headers: headers.map(([name, value]) => ({ name, value })),
  inReplyTo,
  references,
});

describe('the mail that was answered is told', () => {
  test.each(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'])(
    'by our address in %s',
    (header) => {
      const mail = letter([[header, `"Anna via Firma" <${addressOf(T, TOM)}>, tom@firm.test`]]);
      expect(askedOf(mail, FACTS)).toEqual({ ticket: T, agent: TOM, by: 'reply-address' });
    },
  );

  test('by our Message-ID in In-Reply-To, and in References', () => {
    const own = { ticket: T, agent: TOM, by: 'message-id' };
    expect(askedOf(letter([['to', OWN]], idOf(T, TOM)), FACTS)).toEqual(own);
    expect(askedOf(letter([], '<x@mail.test>', ['<a@mail.test>', idOf(T, TOM)]), FACTS)).toEqual(own);
  });

  test('by the address rather than by the Message-ID', () => {
    const mail = letter([['to', addressOf(T, TOM)]], idOf(OTHER, LENA));
    expect(askedOf(mail, FACTS)).toEqual({ ticket: T, agent: TOM, by: 'reply-address' });
  });

  test('by a letter that went to another address of the colleague', () => {
    const others = [{ address: 'tom@home.test', agent: TOM }];
    const mail = letter([['to', addressOf(T, { ...TOM, email: 'tom@home.test' })]]);
    expect(askedOf(mail, FACTS)).toBeNull();
    expect(askedOf(mail, { ...FACTS, others })).toEqual({ ticket: T, agent: TOM, by: 'reply-address' });
  });

  test('by the nearest ancestor of several', () => {
    expect(askedOf(letter([], null, [idOf(T, TOM), idOf(OTHER, LENA)]), FACTS)?.ticket).toBe(OTHER);
  });

  test('by the true address, whatever forged ones stand before it', () => {
    const forged = Array.from({ length: 5 }, (_, n) => `x${n}+a.t-7k3q9.aaaaaaaaaaaaaaaa@firm.test`);
    expect(askedOf(letter([['to', [...forged, addressOf(T, TOM)].join(', ')]]), FACTS)?.agent).toEqual(TOM);
  });
});

describe('nothing is told', () => {
  test.each([
    ['by the address that a participant answers to', letter([['to', signReplyAddress(OWN, T, KEYS)]])],
    ['by the address of a colleague who has left', letter([['to', addressOf(T, OLA)]])],
    ['by the Message-ID of one who has left', letter([], idOf(T, OLA))],
    ['by an address in another header', letter([['reply-to', addressOf(T, TOM)]])],
    ['by the plain mailbox', letter([['to', OWN]])],
  ])('%s', (_, mail) => {
    expect(askedOf(mail, FACTS)).toBeNull();
  });

  test('with another firm’s key', () => {
    expect(
      askedOf(letter([['to', addressOf(T, TOM)]]), { agents: AGENTS, keys: [mac('another')] }),
    ).toBeNull();
  });

  test('by what stands behind twenty forged addresses: each costs as many MACs as there are colleagues', () => {
    let macs = 0;
    const counting = (text: string) => {
      macs++;
      return (KEYS[0] ?? mac(''))(text);
    };
    const forged = Array.from({ length: 500 }, () => '+a.t-7k3q9.aaaaaaaaaaaaaaaa@firm.test').map(
      (x, n) => `x${n}${x}`,
    );
    const mail = letter([['to', [...forged, addressOf(T, TOM)].join(', ')]]);
    expect(askedOf(mail, { agents: AGENTS, keys: [counting] })).toBeNull();
    expect(macs).toBeLessThanOrEqual(20 * AGENTS.length);
  });
});

describe('whose an address is', () => {
  test.each([
    ['the first one of the row', 'tom@firm.test', TOM],
    ['whatever its case', ' TOM@Firm.Test', TOM],
    ['another one that was confirmed', 'Tom.Wrona@post.test', TOM],
    ['of a colleague who has left', OLA.email, null],
    ['another one of a colleague who has left', 'ola@post.test', null],
    ['nobody’s', 'eve@post.test', null],
    ['none', '', null],
  ])('%s', (_, address, agent) => {
    expect(readAgents(TEAM).at(address)).toEqual(agent);
  });

  test('only those who have left are known as such', () => {
    const agents = readAgents(TEAM);
    expect([OLA.email, 'ola@post.test', TOM.email, 'eve@post.test'].map(agents.hasLeft)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('a second address of two people is nobody’s', () => {
    const shared = { other_emails: ['office@post.test'] };
    const agents = readAgents([member(TOM, 'trainer', shared), member(LENA, 'trainer', shared)]);
    expect(agents.at('office@post.test')).toBeNull();
    expect(
      readAgents([member(TOM, 'trainer', { other_emails: ['a@post.test', 'A@post.test'] })]).at(
        'a@post.test',
      ),
    ).toEqual(TOM);
  });

  test('nobody gets a colleague’s first address by writing it down as a second one', () => {
    const agents = readAgents([
      member(LENA, 'trainer', { other_emails: [TOM.email] }),
      member(TOM, 'trainer'),
    ]);
    expect(agents.at(TOM.email)).toEqual(TOM);
  });

  test('who came back is of the team again, and a row without an address is nobody', () => {
    const agents = readAgents([
      member(SARA, 'support', { active: false }),
      member(SARA, 'support'),
      member({ email: '', name: 'Zoe' }, 'trainer', { other_emails: ['zoe@post.test'] }),
    ]);
    expect(agents.all).toEqual([SARA]);
    expect(agents.hasLeft(SARA.email)).toBe(false);
    expect(agents.at('zoe@post.test')).toBeNull();
  });

  test('a colleague without a name is called by the address', () => {
    expect(readAgents([member({ email: 'x@firm.test', name: '' }, 'support')]).all[0]?.name).toBe(
      'x@firm.test',
    );
  });
});
