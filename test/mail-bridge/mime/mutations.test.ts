/** Mails of the fixtures with bytes turned, cut, doubled and moved: what comes out can always be a ticket. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Explanation } from '../../../mail-bridge/mime/explain';
import { explain } from '../../../mail-bridge/mime/explain';

const FIXTURES = join(__dirname, '..', '..', 'core', 'mail', 'fixtures');
const MAILS = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => readFileSync(join(FIXTURES, file)));

/** A place in a mail, as a share of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (mail: Buffer, share: number): number => Math.min(mail.length, Math.floor(share * mail.length));

type Mutation = (mail: Buffer) => Buffer;

const flip = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(
  ([share, mask]): Mutation =>
    (mail) => {
      const out = Buffer.from(mail);
      const index = at(mail, share);
      if (index < out.length) out[index] = (out[index] ?? 0) ^ mask;
      return out;
    },
);
const cut = fc.tuple(place, fc.integer({ min: 1, max: 400 })).map(
  ([share, length]): Mutation =>
    (mail) =>
      Buffer.concat([mail.subarray(0, at(mail, share)), mail.subarray(at(mail, share) + length)]),
);
const put = fc
  .tuple(
    place,
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n\r\n',
      '\0',
      '\u202e',
      '\u200b',
      '\u001b[31m',
      '\u0085',
      '\u2028',
      '"',
      '<',
      '=?utf-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=',
      '=?utf-8?Q?=E2=80=AE=00=0D=0A?=',
      '\r\nBcc: evil@evil.example\r\n',
      '=0D=0A=1B',
      '--x\r\n',
      '\u00ff\u00fe',
    ),
  )
  .map(
    ([share, text]): Mutation =>
      (mail) => {
        const index = at(mail, share);
        return Buffer.concat([mail.subarray(0, index), Buffer.from(text), mail.subarray(index)]);
      },
  );
/** A line once more, somewhere else: two From headers, a header within the text, a delimiter too many. */
const repeat = fc.tuple(place, place).map(
  ([from, to]): Mutation =>
    (mail) => {
      const start = mail.lastIndexOf('\n', at(mail, from)) + 1;
      const end = mail.indexOf('\n', start) + 1 || mail.length;
      const target = mail.lastIndexOf('\n', at(mail, to)) + 1;
      return Buffer.concat([mail.subarray(0, target), mail.subarray(start, end), mail.subarray(target)]);
    },
);
const renameBoundaries = fc.constantFrom('', 'x', 'y y', 'x--', '.*', '\u0105').map(
  (name): Mutation =>
    (mail) =>
      Buffer.from(mail.toString('latin1').replace(/boundary="?[^"\r\n;]*"?/g, `boundary="${name}"`)),
);
const endLines = fc.constantFrom('\n', '\r', '\r\r\n').map(
  (end): Mutation =>
    (mail) =>
      Buffer.from(mail.toString('latin1').replace(/\r?\n/g, end), 'latin1'),
);

const mutated = fc
  .tuple(
    fc.constantFrom(...MAILS),
    fc.array(fc.oneof(flip, cut, put, put, repeat, renameBoundaries, endLines), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([mail, mutations]) => mutations.reduce<Buffer>((raw, mutate) => mutate(raw), mail));

const UNSAFE_IN_LINE =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const UNSAFE_IN_TEXT =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

function lines(ours: Explanation): string[] {
  const people = [ours.from, ...ours.to, ...ours.cc, ours.forwarded?.from ?? null];
  return [
    ours.messageId,
    ours.subject,
    ours.forwarded?.subject ?? '',
    ours.bounce?.originalMessageId ?? '',
    ...people.flatMap((person) => (person === null ? [] : [person.address, person.name])),
    ...(ours.bounce?.recipients ?? []).flatMap((one) => [one.address, one.status ?? '']),
    ...ours.attachments.flatMap((file) => [file.filename, file.type]),
    ...ours.warnings,
  ];
}

async function expectSound(raw: Buffer): Promise<void> {
  const ours = await explain(raw, 'any.eml');
  expect(ours.warnings.join(' ')).not.toContain('could not be explained');
  expect(ours.messageId).toMatch(/^<[^<>\s]+>$/);
  // A ticket needs somebody, or the plain word that nobody is known.
  if ((ours.from?.address ?? '') === '') expect(ours.warnings.join(' ')).toContain('From header');
  expect(lines(ours).filter((line) => UNSAFE_IN_LINE.test(line))).toEqual([]);
  const texts = [ours.text, ours.reply, ours.forwarded?.text ?? ''];
  expect(texts.filter((text) => UNSAFE_IN_TEXT.test(text))).toEqual([]);
  expect(ours.attachments.filter((file) => /[/\\]/.test(file.filename) || file.filename === '')).toEqual([]);
  expect(JSON.stringify(ours)).not.toContain('\n');
}

describe('a damaged mail is still a ticket, free of controls and header breaks', () => {
  test('the same damages every time', async () => {
    await fc.assert(fc.asyncProperty(mutated, expectSound), { seed: 20_251_103, numRuns: 300 });
  });

  test('other damages every time', async () => {
    await fc.assert(fc.asyncProperty(mutated, expectSound), { numRuns: 100 });
  });
});
