/** Message-IDs as careless programs write them. */
import { messageIdKey, readMessageIds } from '../../../core/mail/message-id';

describe('the ids of a header', () => {
  test.each([
    ['<a@x> <b@y>', ['<a@x>', '<b@y>']],
    ['<a@x><b@y>', ['<a@x>', '<b@y>']],
    ['a@x', ['<a@x>']],
    ['a@x, b@y', ['<a@x>', '<b@y>']],
    ['a@x;b@y', ['<a@x>', '<b@y>']],
    ['"Anna" (of Monday) a@x', ['<a@x>']],
    ['<a@x> mail of b@y', ['<a@x>']],
    ['<folded. part@x>', ['<folded.part@x>']],
    ['< a@x >', ['<a@x>']],
    ['<a@x b@y>', ['<a@x>', '<b@y>']],
    ['<a@x@y>', ['<a@x@y>']],
    ['<no at sign>', ['<noatsign>']],
    ['< >', []],
    ['nothing', []],
    ['@', []],
  ])('%j', (value, ids) => {
    expect(readMessageIds(value)).toEqual(ids);
  });

  test('no id is longer than a header line may be', () => {
    const longest = `${'a'.repeat(996)}@x`;
    expect(readMessageIds(`<${longest}>`)).toEqual([`<${longest}>`]);
    expect(readMessageIds(`<a${longest}>`)).toEqual([]);
  });

  test('of a hostile header the end is read: the nearest ancestors stand there', () => {
    const many = Array.from({ length: 9_000 }, (_, at) => `<r${at}@x.example>`).join(' ');
    expect(many.length).toBeGreaterThan(65_536);
    const ids = readMessageIds(many);
    expect(ids.at(-1)).toBe('<r8999@x.example>');
    expect(ids).not.toContain('<r0@x.example>');
    const short = Array.from({ length: 100 }, (_, at) => `<r${at}@x.example>`);
    expect(readMessageIds(short.join(' '))).toEqual(short);
  });
});

test.each([
  ['<Aa@Mail.Client.EXAMPLE>', '<Aa@mail.client.example>'],
  ['<A@b@C.example>', '<A@b@c.example>'],
  ['<NoDomain>', '<NoDomain>'],
])('%s is looked up as %s', (id, key) => {
  expect(messageIdKey(id)).toBe(key);
});
