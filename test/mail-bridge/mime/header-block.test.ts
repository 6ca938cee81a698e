import { readMail } from '../../../mail-bridge/mime/read-mail';

const FROM = 'From: a@client.example\r\n';
const read = (raw: string) => readMail(Buffer.from(raw, 'latin1'));

describe('a header that is not as it should be', () => {
  test.each([
    ['ends with an empty line', `${FROM}Subject: x\r\n\r\ntext`, 'text'],
    ['ends with a line of blanks', `${FROM}Subject: x\r\n \r\ntext\r\n \r\nmore`, 'text\n \nmore'],
    [
      'is followed by the text at once',
      `${FROM}Subject: x\r\nGood morning,\r\nit rains.`,
      'Good morning,\nit rains.',
    ],
    [
      'is followed at once by a text that has an empty line',
      `${FROM}Subject: x\r\nGood morning,\r\nPlace: room 3\r\n\r\nit rains.`,
      'Good morning,\nPlace: room 3\n\nit rains.',
    ],
    ['has a stray line within', `${FROM}some stray line\r\nSubject: x\r\n\r\ntext`, 'text'],
    ['has a line of blanks within', `${FROM} \r\nSubject: x\r\n\r\ntext`, 'text'],
    ['ends its lines with CR alone', `From: a@client.example\rSubject: x\r\rtext\rmore`, 'text\nmore'],
    ['ends its lines now so, now so', `${FROM}Subject: x\n\r\ntext\nmore\r\n`, 'text\nmore'],
    ['comes after lines that are none', `\r\n\r\nFrom x Mon Nov 3\r\n${FROM}Subject: x\r\n\r\ntext`, 'text'],
  ])('%s', async (_name, raw, text) => {
    const mail = await read(raw);
    expect(mail.from?.address).toBe('a@client.example');
    expect(mail.subject).toBe('x');
    expect(mail.text.trim()).toBe(text);
  });

  test('a text without any header is a text', async () => {
    const mail = await read('Good morning,\r\nwhen is the lesson?\r\n\r\nAnna');
    expect(mail.text.trim()).toBe('Good morning,\nwhen is the lesson?\n\nAnna');
    expect(mail.from).toBeNull();
  });

  test('a CR alone within a line that LF ends is no end of a line', async () => {
    const mail = await read(`Subject: x\rFrom: evil@evil.example\r\n${FROM}\r\ntext`);
    expect(mail.from?.address).toBe('a@client.example');
    expect(mail.subject).toBe('x From: evil@evil.example');
  });

  test('of a header too large the fields that matter are kept, in their order', async () => {
    const filler = `X-Filler: ${'a'.repeat(100_000)}\r\n`.repeat(5);
    const mail = await read(`Received: first\r\n${filler}Received: second\r\n${FROM}Subject: x\r\n\r\ntext`);
    const names = mail.headers.map((field) => field.name);
    expect(names.filter((name) => name !== 'x-filler')).toEqual(['received', 'received', 'from', 'subject']);
    expect(names.indexOf('x-filler')).toBe(1);
    expect(mail.text.trim()).toBe('text');
    expect(mail.warnings.map((warning) => warning.code)).toContain('headers-cut');
  });

  test('of endless recipients the first are kept', async () => {
    const many = Array.from({ length: 40_000 }, (_, index) => `x${index}@example.org`).join(', ');
    const mail = await read(`To: ${many}\r\n${FROM}Subject: x\r\n\r\ntext`);
    expect(mail.to.length).toBeGreaterThan(100);
    expect(mail.to[0]?.address).toBe('x0@example.org');
    expect(mail.subject).toBe('x');
  });
});
