import fc from 'fast-check';
import { bodyStructureOf, envelopeOf } from '../../../demo/mail-server/imap-structure';
import { tokensOf } from '../../../demo/mail-server/imap-syntax';
import { type MimePart, parseMime } from '../../../demo/mail-server/mime-tree';

const parse = (text: string): MimePart => parseMime(Buffer.from(text, 'latin1'));

/** Type and body of each part, as a tree. */
function shape(part: MimePart): unknown {
  if (part.children.length > 0) return [part.subtype, ...part.children.map(shape)];
  if (part.embedded !== null) return ['mail', shape(part.embedded)];
  return `${part.type}/${part.subtype} ${part.raw.toString('latin1', part.bodyStart, part.end)}`;
}

describe('A mail is taken apart', () => {
  it.each<[string, string, unknown]>([
    ['plain', 'Subject: x\r\n\r\nbody', 'text/plain body'],
    ['with bare line feeds', 'Subject: x\n\nbody\n', 'text/plain body\n'],
    ['empty', '', 'text/plain '],
    ['a header only', 'Subject: x', 'text/plain '],
    ['a body only', '\r\nbody', 'text/plain body'],
    ['a type that is none', 'Content-Type: nonsense\r\n\r\nbody', 'text/plain body'],
    [
      'two parts',
      'Content-Type: multipart/mixed; boundary="b;=c"\n\n--b;=c\n\none\n--b;=c\n\ntwo\n--b;=c--',
      ['mixed', 'text/plain one', 'text/plain two'],
    ],
    [
      'a longer boundary of another',
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--bc\nmore\n--b--',
      ['mixed', 'text/plain one\n--bc\nmore'],
    ],
    [
      'a boundary in mid-line',
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n\none --b\n--b--',
      ['mixed', 'text/plain one --b'],
    ],
    [
      'a multipart without parts',
      'Content-Type: multipart/mixed; boundary=b\n\nnothing',
      'text/plain nothing',
    ],
    [
      'a multipart without a boundary',
      'Content-Type: multipart/mixed\n\n--b\n\none',
      'text/plain --b\n\none',
    ],
    ['a mail in a mail', 'Content-Type: message/rfc822\n\nSubject: y\n\ninner', ['mail', 'text/plain inner']],
  ])('%s', (_name, text, expected) => {
    expect(shape(parse(text))).toEqual(expected);
  });

  it('stays shallow for a mail nested without end', () => {
    const nested = `${'Content-Type: message/rfc822\r\n\r\n'.repeat(5_000)}Subject: x\r\n\r\n`;
    expect(bodyStructureOf(parse(nested)).length).toBeLessThan(20_000);
  });

  it('stays small for a mail with parts without end', () => {
    const many = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(100_000)}`;
    expect(parse(many).children.length).toBeLessThanOrEqual(2_000);
  });

  it('gives an envelope and a structure that are well formed, for any bytes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Content-Type: ',
        'multipart/mixed; boundary=b',
        'message/rfc822',
        '\r\n',
        '\n',
        '--b',
        '--b--',
        ': ',
        ' ',
      ),
      fc.constantFrom(
        'From: ',
        '"',
        '\\',
        '<a@b>',
        '(',
        ')',
        '=?utf-8?Q?=41?=',
        ';',
        '=',
        'Content-Disposition: ',
        '\0',
        '\xff',
      ),
      fc.string({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const part = parse(pieces.join(''));
        for (const rendered of [envelopeOf(part), bodyStructureOf(part)]) {
          // Literals out of the way, what is left are atoms, quoted texts and lists that close.
          const plain = withoutLiterals(rendered);
          expect(tokensOf([{ kind: 'line', text: plain }])).toHaveLength(1);
        }
      }),
    );
  });
});

function withoutLiterals(rendered: string): string {
  let left = rendered;
  let plain = '';
  for (;;) {
    const literal = /\{(\d+)\}\r\n/.exec(left);
    if (literal === null) return plain + left;
    plain += `${left.slice(0, literal.index)}"literal"`;
    left = left.slice(literal.index + literal[0].length + Number(literal[1]));
  }
}
