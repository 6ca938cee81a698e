import fc from 'fast-check';
import { unzip, zip } from '../../../local-sheet/xlsx/zip';

const part = fc.tuple(fc.string({ minLength: 1, unit: 'grapheme' }), fc.uint8Array({ maxLength: 2000 }));

describe('a ZIP archive in memory', () => {
  it('gives back every part that was put in, in order', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (list) => {
        const parts = new Map(list);
        const read = unzip(zip(parts));
        expect([...read.keys()]).toEqual([...parts.keys()]);
        for (const [name, bytes] of parts) expect(Buffer.from(read.get(name) ?? []).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same parts', () => {
    const parts = new Map([['xl/workbook.xml', Buffer.from('<workbook/>')]]);
    expect(Buffer.from(zip(parts)).equals(zip(new Map(parts)))).toBe(true);
  });

  it('refuses an archive with a damaged part instead of passing it on', () => {
    const bytes = Buffer.from(zip(new Map([['a.xml', Buffer.from('hello hello hello hello')]])));
    bytes.writeUInt32LE(1, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16);
    expect(() => unzip(bytes)).toThrow('The part a.xml of this ZIP archive is damaged.');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('this is not a workbook')],
  ])('says that %s is no archive', (_name, bytes) => {
    expect(() => unzip(bytes)).toThrow('This is not a ZIP archive.');
  });
});
