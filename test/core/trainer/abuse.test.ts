/**
 * Mails by which somebody who must not could reach a participant or change a ticket. Each is read as the bridge reads it:
 * From header, authentication, class, trimming and signatures by their own rules, and nothing is handed in as a verdict.
 */
import fc from 'fast-check';
import { signReplyAddress } from '../../../core/mail/signed-id';
import { ATTACK, CASES, EVE, STOLEN } from './abuse-cases';
import {
  ANNA,
  addressOf,
  gmailQuote,
  KEYS,
  LENA,
  OLA,
  OTHER,
  OWN,
  passed,
  read,
  SARA,
  SERVER,
  T,
  TOM,
} from './desk';

const FORBIDDEN = ['answer', 'release', 'orders', 'confirms-address'];

describe('neither reaches a participant nor changes a ticket', () => {
  test.each(CASES)('$what', ({ what, becomes, story, ...letter }) => {
    const result = read({ text: ATTACK, ...letter }, story);
    expect([what, result.kind]).toEqual([what, becomes]);
    expect(FORBIDDEN).not.toContain(result.kind);
    if ('orders' in result) expect(result.orders).toEqual([]);
  });

  test('there are forty of them and more', () => {
    expect(new Set(CASES.map(({ what }) => what)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(40);
  });

  test('while the same mail of the colleague who was asked does both', () => {
    expect(read({ text: ATTACK })).toMatchObject({ kind: 'answer', orders: [{ cell: 'status' }] });
  });
});

describe('whoever writes whatever', () => {
  const froms = fc.constantFrom(
    TOM.email,
    LENA.email,
    SARA.email,
    OLA.email,
    EVE,
    ANNA,
    OWN,
    'tom.wrona@post.test',
  );
  const tos = fc.constantFrom(
    STOLEN,
    addressOf(T, LENA),
    addressOf(OTHER, LENA),
    OWN,
    ANNA,
    signReplyAddress(OWN, T, KEYS),
  );
  const results = fc.constantFrom(
    undefined,
    null,
    `${SERVER}; dmarc=fail header.from=firm.test`,
    passed('bad.test'),
  );
  const texts = fc.constantFrom(ATTACK, 'Yes.', '#send', '#resolved', '#note\nx', gmailQuote(), '', '#foo');

  test('words and orders come only of the colleague who was asked and is vouched for', () => {
    let passedOn = 0;
    fc.assert(
      fc.property(froms, tos, results, texts, fc.constantFrom(T, OTHER), (from, to, said, text, subject) => {
        const letter = { from, to: [to], text, subject: `Re: [#${subject}] Login` };
        const result = read({ ...letter, ...(said === undefined ? {} : { results: said }) });
        if (!FORBIDDEN.includes(result.kind)) return;
        passedOn++;
        expect(said).toBeUndefined();
        const isTom = to === STOLEN && ['tom@firm.test', 'tom.wrona@post.test'].includes(from);
        const isLena = to === addressOf(OTHER, LENA) && from === LENA.email;
        expect(isTom || isLena).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(passedOn).toBeGreaterThan(0);
  });
});
