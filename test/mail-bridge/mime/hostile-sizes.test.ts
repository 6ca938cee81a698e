/** Mails made to hurt: each must be read in bounds, cut with a warning, and still make a ticket. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { explain } from '../../../mail-bridge/mime/explain';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { compiledOnce } from '../support/compiled';
import { HOSTILE, HOSTILE_SENDERS, hostile } from './hostile-mails';
import type { Reading } from './read-hostile';

/** Far beyond what any of them takes; only a hang reaches it. */
const HANG = 240_000;

describe('a mail made to hurt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const program = join(folder, 'read-hostile.cjs');
  beforeAll(() =>
    build({
      entryPoints: [join(__dirname, 'read-hostile.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    }),
  );
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const compiled = compiledOnce();
  /** In a process of its own, whose heap is small and whose peak of memory is known. */
  const readApart = (name: string): Reading =>
    JSON.parse(
      execFileSync(process.execPath, [...compiled.nodeArgs, '--max-old-space-size=256', program, name], {
        encoding: 'utf8',
        env: { ...process.env, ...compiled.environment },
        timeout: HANG,
      }),
    ) as Reading;

  /** What of them cannot be shown, and in which words that is said. */
  const CUT: Readonly<Record<string, string>> = {
    '4 MB of header in one line': 'the fields that matter were read',
    '100,000 parts': 'could not be read to its end',
    '20 MB of quoted-printable': 'longer than can be shown',
    '20 MB of quoted-printable in a file': 'longer than can be shown',
    '900 files with names in 50 pieces': 'more files than can be listed',
    'a winmail.dat of 100,000 files': 'more files than can be listed',
  };
  test('those that are cut are among them', () => {
    expect(Object.keys(HOSTILE)).toEqual(expect.arrayContaining(Object.keys(CUT)));
  });

  test.each(Object.keys(HOSTILE))(
    '%s: sender and subject are read, in bounds, and what was cut is said in a warning',
    (name) => {
      const ours = readApart(name);
      expect(ours.from).toBe('a@example.org');
      expect(ours.subject).toBe('hostile');
      expect(ours.textLength).toBeLessThanOrEqual(2 * 1024 * 1024);
      expect(ours.files).toBeLessThanOrEqual(520);
      // What reading takes beside the bytes of the mail themselves, which the parts of it may double.
      expect(ours.peakMb - ours.startMb).toBeLessThan(200);
      expect(ours.warnings.join(' ')).toContain(CUT[name] ?? '');
    },
  );

  test.each(Object.keys(HOSTILE_SENDERS))(
    'a sender of %s: the rest is read, nobody is believed',
    async (name) => {
      const from = HOSTILE_SENDERS[name] ?? '';
      const read = await readMail(Buffer.from(`From: ${from}\r\nSubject: hostile\r\n\r\ntext`));
      expect(read.subject).toBe('hostile');
      expect(read.text).toBe('text');
      expect(read.fromProblems).not.toEqual([]);
      expect((read.from?.address ?? '').length).toBeLessThanOrEqual(1_000);
    },
  );

  test('text beyond the limit is cut, with a warning', async () => {
    const read = await readMail(hostile(`Content-Type: text/plain\r\n\r\n${'word '.repeat(100_000)}`), {
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
    const ours = await explain(hostile(`Content-Type: text/plain\r\n\r\n${text}`), 'bomb.eml');
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
