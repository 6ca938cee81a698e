/** Mails made to hurt: each must be read in bounds, cut with a warning, and still make a ticket. */
import { explain } from '../../../mail-bridge/mime/explain';
import { readMail } from '../../../mail-bridge/mime/read-mail';

const HEAD = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: hostile\r\nMIME-Version: 1.0\r\n';
const mail = (rest: string): Buffer => Buffer.from(HEAD + rest);

const nested = (depth: number): string => {
  let open = '';
  for (let level = 0; level < depth; level++) {
    open += `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`;
  }
  return `${open}Content-Type: text/plain\r\n\r\ndeep\r\n`;
};

const CASES: readonly (readonly [string, () => Buffer])[] = [
  [
    '100,000 parts',
    () =>
      mail(
        `Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: text/plain\r\n\r\na\r\n'.repeat(100_000)}--x--\r\n`,
      ),
  ],
  ['5,000 multiparts within each other', () => mail(nested(5_000))],
  ['4 MB of header', () => mail(`X-Long: ${'a'.repeat(4 * 1024 * 1024)}\r\n\r\ntext`)],
  ['200,000 recipients', () => mail(`Cc: ${'x@example.org, '.repeat(200_000)}\r\n\r\ntext`)],
  ['100,000 references', () => mail(`References: ${'<a@b> '.repeat(100_000)}\r\n\r\ntext`)],
  [
    '100,000 divs within each other',
    () => mail(`Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}text${'</div>'.repeat(100_000)}`),
  ],
  [
    '20 MB of quoted-printable',
    () =>
      mail(
        `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'=D0=B0=D0=B1 text line=\r\n'.repeat(830_000)}`,
      ),
  ],
  ['a base64 attachment of 30 MB', () => mail(attachment(30))],
  ['unclosed comments', () => mail(`Content-Type: text/html\r\n\r\n${'<!--'.repeat(200_000)}`)],
  ['unclosed tags', () => mail(`Content-Type: text/html\r\n\r\n${'<a href="'.repeat(100_000)}`)],
  ['3,000 mails within each other', () => mail('Content-Type: message/rfc822\r\n\r\n'.repeat(3_000))],
];

function attachment(megabytes: number): string {
  const line = `${'QUJD'.repeat(19)}\r\n`;
  const lines = Math.floor((megabytes * 1024 * 1024) / line.length);
  return `Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nsee file\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(lines)}--x--\r\n`;
}

describe('a mail made to hurt', () => {
  test.each(CASES)('%s: its sender and subject are read', async (_name, make) => {
    const ours = await explain(make(), 'hostile.eml');
    expect(ours.from?.address).toBe('a@example.org');
    expect(ours.subject).toBe('hostile');
    expect(ours.text.length).toBeLessThanOrEqual(2 * 1024 * 1024);
  });

  test('what was cut is said in a warning', async () => {
    const [, make] = CASES[0] ?? ['', () => Buffer.alloc(0)];
    const read = await readMail(make());
    expect(read.warnings.map((warning) => warning.code)).toContain('unreadable');
  });

  test('text beyond the limit is cut, with a warning', async () => {
    const read = await readMail(mail(`Content-Type: text/plain\r\n\r\n${'word '.repeat(100_000)}`), {
      limits: { textBytes: 10_000 },
    });
    expect(read.text.length).toBeLessThanOrEqual(10_000);
    expect(read.warnings.map((warning) => warning.code)).toContain('text-cut');
  });

  const BOMBS: readonly (readonly [string, string])[] = [
    ['spaces before an attribution', `On ${' '.repeat(200_000)} wrote`],
    ['one line of colons', ':'.repeat(500_000)],
    ['quote signs', '> '.repeat(300_000)],
    ['lines of quote signs', '>\n'.repeat(19_000)],
    ['labels without end', 'From: a\nTo: b\n'.repeat(9_000)],
    ['addresses', 'a@b.cd '.repeat(80_000)],
    ['dashes', '-'.repeat(500_000)],
    ['encoded words', '=?utf-8?Q?a?= '.repeat(30_000)],
    ['attributions', 'On 1.1.2025 a@b.cd wrote:\n'.repeat(8_000)],
    ['angle brackets', '<'.repeat(300_000)],
  ];
  test.each(BOMBS)('text of %s is read to its end', async (_name, text) => {
    const ours = await explain(mail(`Content-Type: text/plain\r\n\r\n${text}`), 'bomb.eml');
    expect(ours.warnings.join(' ')).not.toContain('could not be explained');
    const inHeader = await explain(
      Buffer.from(`From: ${text.replace(/\n/g, ' ')}\r\nSubject: ${text.replace(/\n/g, ' ')}\r\n\r\nx`),
      'bomb.eml',
    );
    expect(inHeader.warnings.join(' ')).not.toContain('could not be explained');
  });

  test.each([
    ['nothing at all', ''],
    ['bytes without sense', '\u0000\u0001\u00ff\u00fe\u0000'],
    ['only a body', '\r\n\r\nhello'],
    ['only blanks', '   \r\n  '],
    ['a header without its end', 'Subject: x'],
  ])('%s is still a mail', async (_name, raw) => {
    const read = await readMail(Buffer.from(raw, 'latin1'));
    expect(read.messageId).toMatch(/^<[0-9a-f]{64}@missing\.invalid>$/);
    expect(read.messageIdMissing).toBe(true);
  });
});
