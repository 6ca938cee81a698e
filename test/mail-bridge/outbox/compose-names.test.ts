/** In whose name a mail goes out, and who gets a copy. */
import fc from 'fast-check';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { composeMail, copiesTo } from '../../../mail-bridge/outbox/compose';
import { displayName } from '../../../mail-bridge/outbox/display-name';
import { outgoing } from '../support/outgoing';
import { SUPPORT, sender } from './letter-firm';

const FIRM = 'Akademia Jasna';
const bytes = (more: Partial<OutgoingMail>) => composeMail(outgoing('reply:1', more), sender);
const parsed = async (more: Partial<OutgoingMail>): Promise<ParsedMail> => simpleParser(await bytes(more));
const listed = (field: AddressObject | AddressObject[] | undefined) =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ name, address }) => [name, address]));

describe('the name of a mail', () => {
  test.each([
    ['Zofia Malinka via Akademia Jasna', 'Zofia Malinka via Akademia Jasna'],
    ['Żaneta Łoś przez Akademię', 'Żaneta Łoś przez Akademię'],
    ['Оксана Гай через «Школу»', 'Оксана Гай через «Школу»'],
    ['Malinka, Zofia "Zo" (sales) via Firm', 'Malinka, Zofia "Zo" (sales) via Firm'],
    ['J. R. O’Neil Jr.', 'J. R. O’Neil Jr.'],
    ['', FIRM],
    ['   ', FIRM],
    // None of these may look like an address of somebody else.
    ['security@bank.test', FIRM],
    ['security@bank.test via Firm', 'via Firm'],
    ['Bank <security@bank.test> via Firm', 'Bank via Firm'],
    ['Bank (security@bank.test) via Firm', 'Bank via Firm'],
    ['"security@bank.test" via Firm', 'via Firm'],
    ['security＠bank.test via Firm', 'via Firm'],
    ['=?utf-8?Q?security=40bank.test?= via Firm', 'via Firm'],
    ['=?=?utf-8?B?c2Vj?=utf-8?Q?security=40bank.test?= via Firm', 'utf-8?Q?security=40bank.test via Firm'],
    ['secu\u200brity@\u200bbank.test via Firm', 'via Firm'],
    ['Anna\u202e\u0000\r\nBcc: x', 'Anna Bcc: x'],
    ['Anna <', 'Anna'],
    ['@', FIRM],
  ])('%j is %j to its reader', async (fromName, name) => {
    const mail = await parsed({ fromName });
    expect(listed(mail.from)).toEqual([[name, SUPPORT]]);
    expect((await readMail(await bytes({ fromName }))).from).toEqual({ name, address: SUPPORT });
  });

  test('leaves the address to answer to as it was', async () => {
    expect(listed((await parsed({ fromName: 'Zofia via Firm' })).replyTo)).toEqual([[FIRM, SUPPORT]]);
  });

  test('is never believed to be another address, whatever was written', async () => {
    const unit = fc.constantFrom(...'ab@.＠<>"(),;: \u202e\n=?'.split(''));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 40 }), async (fromName) => {
        const name = displayName(fromName, FIRM);
        expect(name).not.toMatch(/[@＠<>\n\u202e]/);
        const { from, fromProblems } = await readMail(await bytes({ fromName }));
        expect([from?.address, fromProblems]).toEqual([SUPPORT, []]);
      }),
      { numRuns: 100 },
    );
  });

  test('is no longer than a line of a list shows', () => {
    expect(displayName('Zofia '.repeat(100), FIRM).length).toBeLessThanOrEqual(100);
  });
});

describe('copies', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['to nobody', [], []],
    ['to two people', ['anna@x.test', 'Jan.Kos@y.test'], ['anna@x.test', 'Jan.Kos@y.test']],
    ['once to each', ['anna@x.test', 'ANNA@x.test'], ['ANNA@x.test']],
    ['not to the reader as well', ['JAN@people.test', 'anna@x.test'], ['anna@x.test']],
    [
      'only to addresses that every program reads alike',
      ['anna', 'a b@x.test', '<x@y.test>', 'a@x.test'],
      ['a@x.test'],
    ],
  ])('go %s', async (_name, cc, copies) => {
    expect(copiesTo({ to: 'jan@people.test', cc })).toEqual(copies);
    const mail = await parsed({ to: 'jan@people.test', cc });
    expect(listed(mail.cc)).toEqual(copies.map((address) => ['', address]));
    expect(listed(mail.to)).toEqual([['', 'jan@people.test']]);
  });

  test('to nobody leave no header', async () => {
    expect((await bytes({ cc: [] })).toString('latin1')).not.toMatch(/^cc:/im);
  });
});
