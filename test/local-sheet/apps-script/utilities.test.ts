import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { formatDate } from '../../../local-sheet/apps-script/services/simple-date-format';
import { attempt, evaluate } from './project';

// Saturday 2026-11-21T09:05:07.042Z
const AT = Date.UTC(2026, 10, 21, 9, 5, 7, 42);

describe('formatDate', () => {
  // The letters of java.text.SimpleDateFormat, with English names.
  test.each([
    ['yyyy-MM-dd HH:mm:ss', 'Europe/Warsaw', '2026-11-21 10:05:07'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'Europe/Warsaw', '2026-11-21T10:05:07.042+01:00'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", 'UTC', '2026-11-21T09:05:07Z'],
    ['Z', 'Europe/Kyiv', '+0200'],
    ['Z', 'America/New_York', '-0500'],
    ['X', 'Asia/Kolkata', '+05'],
    ['XX', 'Asia/Kolkata', '+0530'],
    ['EEE, d MMM yyyy', 'UTC', 'Sat, 21 Nov 2026'],
    ['EEEE, MMMM d', 'UTC', 'Saturday, November 21'],
    ['yy/M/d', 'UTC', '26/11/21'],
    ['h:mm a', 'Asia/Tokyo', '6:05 PM'],
    ['hh K kk', 'UTC', '09 9 09'],
    ['u D w F', 'UTC', '6 325 47 3'],
    ['G', 'UTC', 'AD'],
    ['z', 'UTC', 'GMT'],
    ["'it''s' ''", 'UTC', "it's '"],
    ['HH:mm', 'GMT+5:30', '14:35'],
    ['HH:mm', 'GMT-3', '06:05'],
  ])('%s in %s is %s', (pattern, zone, expected) => {
    expect(formatDate(AT, zone, pattern)).toBe(expected);
  });

  test.each([
    ['2025-12-28T12:00:00Z', '2026 1'],
    ['2025-12-27T12:00:00Z', '2025 52'],
    ['2026-01-04T12:00:00Z', '2026 2'],
  ])('weeks begin on Sunday and week 1 holds New Year, as in Java: %s is in %s', (at, expected) => {
    expect(formatDate(Date.parse(at), 'UTC', 'YYYY w')).toBe(expected);
  });

  test('the Z offset and the wall clock always give the instant back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.constantFrom('Europe/Warsaw', 'Europe/Kyiv', 'America/St_Johns', 'UTC'),
        (at, zone) => {
          expect(Date.parse(formatDate(at, zone, "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"))).toBe(at);
        },
      ),
    );
  });

  test.each([
    ['new Date(), "UTC", "yyyy-jj"', "Exception: Illegal pattern character 'j'"],
    ['new Date(), "UTC", "yyyy \'open"', 'Exception: Unterminated quote'],
    [
      'new Date(), "Europe/Warschau", "yyyy"',
      'Exception: Invalid argument: timeZone. Europe/Warschau is not a time zone.',
    ],
    [
      '"2026-01-01", "UTC", "yyyy"',
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
  ])('refuses (%s)', (args, message) => {
    expect(attempt(`Utilities.formatDate(${args})`)).toBe(message);
  });
});

describe('bytes', () => {
  test('digests are signed, as Java’s bytes are', () => {
    const bytes = evaluate(
      'return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "abc")',
    ) as number[];
    // The test vector of FIPS 180-4 for "abc"
    expect(Buffer.from(Int8Array.from(bytes)).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(bytes.slice(0, 3)).toEqual([-70, 120, 22]);
  });

  test('computeHmacSha256Signature is HMAC-SHA-256 of value under key', () => {
    const expected = [...new Int8Array(createHmac('sha256', 'klucz').update('zażółć').digest())];
    expect(
      evaluate('return Utilities.computeHmacSha256Signature("zażółć", "klucz", Utilities.Charset.UTF_8)'),
    ).toEqual(expected);
  });

  test.each([
    ['Utilities.base64Encode("Tekst+?")', 'VGVrc3QrPw=='],
    ['Utilities.base64EncodeWebSafe([-1, -2, -3, 62])', '__79Pg=='],
    ['Utilities.base64Encode([-1, -2, -3, 62])', '//79Pg=='],
    ['Utilities.base64Decode("/w==")', [-1]],
    ['Utilities.base64DecodeWebSafe("__79Pg==")', [-1, -2, -3, 62]],
    ['Utilities.newBlob(Utilities.base64Decode("xbw=")).getDataAsString()', 'ż'],
    ['Utilities.newBlob("x").getContentType()', 'text/plain'],
    ['Utilities.formatString("%s has %d", "T-1", 3)', 'T-1 has 3'],
  ])('%s', (expression, expected) => {
    expect(evaluate(`return ${expression}`)).toEqual(expected);
  });

  test('what is no base64 is refused', () => {
    expect(attempt('Utilities.base64Decode("a*b")')).toBe('Exception: Could not decode string.');
  });

  test('getUuid gives a new random UUID', () => {
    const [a, b] = evaluate('return [Utilities.getUuid(), Utilities.getUuid()]') as string[];
    expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(a).not.toBe(b);
  });
});
