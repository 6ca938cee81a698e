/** Mails made to hurt, by name: each is made where it is read, so that a list of them costs nothing. */

export const HEAD = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: hostile\r\nMIME-Version: 1.0\r\n';
/** Each character one byte. */
export const hostile = (rest: string): Buffer => Buffer.from(HEAD + rest, 'latin1');

const MEGABYTE = 1024 * 1024;

function multiparts(depth: number, between = ''): string {
  let open = '';
  for (let level = 0; level < depth; level++) {
    open += `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${between}`;
  }
  return `${open}Content-Type: text/plain\r\n\r\ndeep\r\n`;
}

function parts(count: number, part: string): string {
  return `Content-Type: multipart/mixed; boundary=x\r\n\r\n${part.repeat(count)}--x--\r\n`;
}

function file(type: string, encoding: string, content: string): string {
  const head = `Content-Type: ${type}\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${encoding}`;
  return parts(1, `--x\r\n\r\nsee file\r\n--x\r\n${head}\r\n\r\n${content}\r\n`);
}

const body = (type: string, encoding: string, content: string): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}`;
const html = (content: string): string => body('text/html', '8bit', content);
const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** [MS-OXTNEF]: an attribute of an attachment, its checksum left out. */
function tnefAttribute(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head[0] = 2;
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
}

function winmail(): string {
  const one = Buffer.concat([
    tnefAttribute(0x69002, Buffer.alloc(14)),
    tnefAttribute(0x18010, Buffer.from('a.txt\0')),
  ]);
  const bytes = Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
    ...Array.from({ length: 100_000 }, () => one),
  ]);
  return file('application/ms-tnef; name=winmail.dat', 'base64', folded(bytes.toString('base64')));
}

const folded = (text: string): string => text.replace(/.{76}/g, '$&\r\n');
const QUOTED = '=D0=B0=D0=B1 text line=\r\n'.repeat(830_000);
const GARBAGE = '@#$%^&*()!QUJD==QQ\r\n'.repeat(1_000_000);

/** The sender and the subject of HEAD are read from each of these. */
export const HOSTILE: Readonly<Record<string, () => Buffer>> = {
  '100,000 parts': () => hostile(parts(100_000, '--x\r\nContent-Type: text/plain\r\n\r\na\r\n')),
  '5,000 multiparts within each other': () => hostile(multiparts(5_000)),
  '1,000 mails within each other, in multiparts': () =>
    hostile(multiparts(1_000, 'Content-Type: message/rfc822\r\n\r\n')),
  '3,000 mails within each other': () => hostile('Content-Type: message/rfc822\r\n\r\n'.repeat(3_000)),
  '900 mails beside each other': () =>
    hostile(parts(900, '--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: i\r\n\r\nbody\r\n')),
  '4 MB of header in one line': () => hostile(`X-Long: ${'a'.repeat(4 * MEGABYTE)}\r\n\r\ntext`),
  '4 MB of header in 100,000 lines': () => hostile(`${'X-Long: aaaaaaaaaaaa\r\n'.repeat(200_000)}\r\ntext`),
  '10 MB of header before all others': () =>
    Buffer.from(`X-Long: ${'a'.repeat(10 * MEGABYTE)}\r\n${HEAD}\r\ntext`),
  '5,000 small fields before all others': () => Buffer.from(`${'X-A: b\r\n'.repeat(5_000)}${HEAD}\r\ntext`),
  '200,000 recipients': () =>
    hostile(`Cc: ${numbered(200_000, (n) => `N ${n} <x${n}@example.org>,\r\n `)}\r\n\r\ntext`),
  '100,000 references': () => hostile(`References: ${'<a@b> '.repeat(100_000)}\r\n\r\ntext`),
  '50,000 pieces of one file name': () =>
    hostile(
      `Content-Type: application/pdf;\r\n${numbered(50_000, (n) => ` name*${n}*=a%C4%85;\r\n`)} x=y\r\n\r\nx`,
    ),
  '900 files with names in 50 pieces': () =>
    hostile(
      parts(
        900,
        `--x\r\nContent-Type: application/pdf;\r\n${numbered(50, (n) => ` name*${n}*=a%C4%85;\r\n`)} x=y\r\n\r\nx\r\n`,
      ),
    ),
  '100,000 divs within each other': () =>
    hostile(html(`${'<div>'.repeat(100_000)}text${'</div>'.repeat(100_000)}`)),
  '300,000 tables within each other': () => hostile(html('<table><tr><td>'.repeat(300_000))),
  '600,000 paragraphs': () => hostile(html('<p>a</p>'.repeat(600_000))),
  'unclosed comments': () => hostile(html('<!--'.repeat(200_000))),
  'unclosed tags': () => hostile(html('<a href="'.repeat(100_000))),
  'a million angle brackets': () => hostile(html('<'.repeat(1_000_000))),
  '20 MB of quoted-printable': () => hostile(body('text/plain; charset=utf-8', 'quoted-printable', QUOTED)),
  '20 MB of quoted-printable in a file': () =>
    hostile(file('application/pdf; name=a.pdf', 'quoted-printable', QUOTED)),
  '20 MB of base64 that is none': () => hostile(body('text/plain', 'base64', GARBAGE)),
  '20 MB of base64 that is none, in a file': () =>
    hostile(file('application/pdf; name=a.pdf', 'base64', GARBAGE)),
  'a file of 30 MB': () =>
    hostile(file('application/pdf; name=a.pdf', 'base64', `${'QUJD'.repeat(19)}\r\n`.repeat(400_000))),
  '20 MB of text in one line': () =>
    hostile(body('text/plain; charset=utf-8', '8bit', 'ab'.repeat(10_000_000))),
  '20 MB of line ends': () => hostile(`\r\n${'\n'.repeat(20 * MEGABYTE)}`),
  '20 MB of lines that CR ends': () =>
    Buffer.from(`${HEAD.replace(/\r\n/g, '\r')}\r${'line of text\r'.repeat(1_600_000)}`),
  '20 MB of zeros': () => Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(20 * MEGABYTE)]),
  '20 MB of what looks like delimiters': () => hostile(parts(7_000_000, '\n--')),
  '30 MB of empty lines before the header': () =>
    Buffer.concat([Buffer.alloc(30 * MEGABYTE, 10), Buffer.from(`${HEAD}\r\ntext`)]),
  'a winmail.dat of 100,000 files': () => hostile(winmail()),
  'a boundary of 1 MB': () =>
    hostile(`Content-Type: multipart/mixed; boundary="${'b'.repeat(MEGABYTE)}"\r\n\r\n--b\r\ntext`),
};

/** From headers that hide their address so deep that none is found: the rest of the mail is read. */
export const HOSTILE_SENDERS: Readonly<Record<string, string>> = {
  '10 MB of quoted words': `${'"x" '.repeat(2_600_000)}<a@example.org>`,
  '100,000 comments within each other': `${'('.repeat(100_000)}x${')'.repeat(100_000)} <a@example.org>`,
  '60,000 unclosed comments': `${'(a '.repeat(60_000)}<a@example.org>`,
  '40,000 unclosed quotes': `${'"a <'.repeat(40_000)}a@example.org>`,
  '90,000 commas in angles': '<,'.repeat(90_000),
  '50,000 groups': 'a:b;'.repeat(50_000),
};
