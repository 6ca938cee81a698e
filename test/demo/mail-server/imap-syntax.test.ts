import fc from 'fast-check';
import {
  ImapSyntaxError,
  isSet,
  parseCommand,
  parseSet,
  quote,
  type Token,
  tokensOf,
} from '../../../demo/mail-server/imap-syntax';

const atom = (text: string): Token => ({ kind: 'atom', text });
const text = (value: string): Token => ({ kind: 'string', text: value });
const list = (...items: Token[]): Token => ({ kind: 'list', items });

describe('An IMAP command', () => {
  it.each<[string, Token[]]>([
    ['LOGIN anna "se cret"', [atom('LOGIN'), atom('anna'), text('se cret')]],
    ['X "a \\"b\\" \\\\ c" ""', [atom('X'), text('a "b" \\ c'), text('')]],
    [
      'STORE 1:* +FLAGS (\\Seen $Done)',
      [atom('STORE'), atom('1:*'), atom('+FLAGS'), list(atom('\\Seen'), atom('$Done'))],
    ],
    ['X (a (b) ())', [atom('X'), list(atom('a'), list(atom('b')), list())]],
    [
      'FETCH 1 BODY.PEEK[HEADER.FIELDS (From To)]<0.9>',
      [atom('FETCH'), atom('1'), atom('BODY.PEEK[HEADER.FIELDS (From To)]<0.9>')],
    ],
    ['FETCH 1 (UID BODY[])', [atom('FETCH'), atom('1'), list(atom('UID'), atom('BODY[]'))]],
  ])('%s is read as it is meant', (sent, tokens) => {
    expect(tokensOf([{ kind: 'line', text: sent }])).toEqual(tokens);
  });

  it('takes a literal where a text may stand', () => {
    const bytes = Buffer.from('se"cret\r\n');
    const segments = [
      { kind: 'line' as const, text: 'a LOGIN anna ' },
      { kind: 'literal' as const, bytes },
    ];
    expect(parseCommand(segments)).toEqual({
      tag: 'a',
      name: 'LOGIN',
      args: [atom('anna'), { kind: 'literal', bytes }],
    });
  });

  it.each(['a', 'a "X"', '(a) X', 'a X (', 'a X )', 'a X "open', 'a X BODY[', 'a X ]'])(
    '%s is refused',
    (sent) => {
      expect(() => parseCommand([{ kind: 'line', text: sent }])).toThrow(ImapSyntaxError);
    },
  );
});

describe('A set of numbers', () => {
  it.each([
    ['3', 9, [3]],
    ['2:4', 9, [2, 3, 4]],
    ['4:2', 9, [2, 3, 4]],
    ['*', 9, [9]],
    ['8:*', 9, [8, 9]],
    // RFC 3501: * is the largest number in use, so this names the last mail even when 12 is past it.
    ['12:*', 9, [9, 10]],
    ['1,3,5:6', 9, [1, 3, 5, 6]],
  ])('%s with %i as the last means %j', (set, last, members) => {
    const inSet = parseSet(set, last);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter(inSet)).toEqual(members);
  });

  it.each(['0', 'x', '1:', '1,', ':3', '1:b'])('%s is refused', (set) => {
    expect(() => parseSet(set, 9)).toThrow(ImapSyntaxError);
  });

  it('is told from a word', () => {
    expect(['1', '1:*', '*', '4,5'].every(isSet)).toBe(true);
    expect(['ALL', 'UID', '$1', ''].some(isSet)).toBe(false);
  });
});

describe('A text that is sent', () => {
  it('is read back as it was, whatever bytes it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const value = Buffer.from(bytes).toString('latin1');
        const sent = quote(value);
        const literal = /^\{(\d+)\}\r\n(.*)$/s.exec(sent);
        if (literal !== null) expect([Number(literal[1]), literal[2]]).toEqual([value.length, value]);
        else expect(tokensOf([{ kind: 'line', text: sent }])).toEqual([text(value)]);
      }),
    );
  });

  it('is NIL when there is none', () => {
    expect(quote(null)).toBe('NIL');
  });
});
