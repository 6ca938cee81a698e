import fc from 'fast-check';
import { ImapInput, type Segment } from '../../../demo/mail-server/imap-input';

interface Heard {
  commands: Segment[][];
  goOns: number;
  tooLong: number;
}

function hear(chunks: readonly Buffer[]): Heard {
  const heard: Heard = { commands: [], goOns: 0, tooLong: 0 };
  const input = new ImapInput({
    onContinue: () => {
      heard.goOns += 1;
    },
    onCommand: (segments) => heard.commands.push(segments),
    onTooLong: () => {
      heard.tooLong += 1;
    },
  });
  for (const chunk of chunks) input.feed(chunk);
  return heard;
}

const line = (text: string): Segment => ({ kind: 'line', text });
const literal = (bytes: string): Segment => ({ kind: 'literal', bytes: Buffer.from(bytes, 'latin1') });

describe('What an IMAP client sends is cut into commands', () => {
  it.each<[string, string, Segment[][], number]>([
    ['one line', 'a NOOP\r\n', [[line('a NOOP')]], 0],
    ['two at once', 'a NOOP\r\nb NOOP\r\n', [[line('a NOOP')], [line('b NOOP')]], 0],
    ['not before the line ends', 'a NO', [], 0],
    ['a literal that waits for leave', 'a X {3}\r\nabc)\r\n', [[line('a X '), literal('abc'), line(')')]], 1],
    ['a literal that does not', 'a X {3+}\r\nabc\r\n', [[line('a X '), literal('abc'), line('')]], 0],
    ['an empty literal', 'a X {0+}\r\n\r\n', [[line('a X '), literal(''), line('')]], 0],
    [
      'line breaks and braces in a literal',
      'a {9+}\r\n\r\nb {2}\r\n\r\n',
      [[line('a '), literal('\r\nb {2}\r\n'), line('')]],
      0,
    ],
    [
      'two literals',
      'a {1+}\r\nx {1+}\r\ny\r\n',
      [[line('a '), literal('x'), line(' '), literal('y'), line('')]],
      0,
    ],
    ['braces that are no literal', 'a SUBJECT {x}\r\n', [[line('a SUBJECT {x}')]], 0],
  ])('%s', (_name, sent, commands, goOns) => {
    expect(hear([Buffer.from(sent, 'latin1')])).toEqual({ commands, goOns, tooLong: 0 });
  });

  it('in the same way, however the network cuts it', () => {
    const piece = fc.oneof(
      fc.constantFrom('a NOOP\r\n', 'b X {5+}\r\n\r\n{1}\r\n', 'c {0+}\r\n\r\n', 'd {4}\r\nab\r\n)\r\n'),
      fc
        .uint8Array({ maxLength: 30 })
        .map((bytes) => `e {${bytes.length}+}\r\n${Buffer.from(bytes).toString('latin1')}\r\n`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.nat(20)), (pieces, cuts) => {
        const whole = Buffer.from(pieces.join(''), 'latin1');
        const chunks: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(whole.subarray(at, at + cut));
          at += cut;
        }
        chunks.push(whole.subarray(at));
        expect(hear(chunks)).toEqual(hear([whole]));
        expect(hear([whole]).commands).toHaveLength(pieces.length);
      }),
    );
  });

  it('refuses a literal larger than any mail', () => {
    expect(hear([Buffer.from('a {999999999999}\r\n')])).toMatchObject({ commands: [], goOns: 0, tooLong: 1 });
  });
});
