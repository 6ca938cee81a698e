/** Names of attachments that mean more than a name, saved as `rowdesk show --save` saves them; and the spool's own. */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveFiles } from '../../mail-bridge/cli/new-file';
import { readFiles } from '../../mail-bridge/mime/attachment-bytes';
import { readMail } from '../../mail-bridge/mime/read-mail';
import { findOriginal } from '../../mail-bridge/state/find-original';
import { openSpool } from '../../mail-bridge/state/spool';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rowdesk-names-'));
  folder = join(root, 'a', 'b', 'files');
  mkdirSync(join(root, 'a', 'b'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** As programs write any name: RFC 2231. */
const mailWith = (names: readonly string[]): Buffer =>
  Buffer.from(
    [
      'From: Eve <eve@evil.test>',
      'Subject: files',
      'Content-Type: multipart/mixed; boundary=m',
      '',
      ...names.flatMap((name, at) => [
        '--m',
        'Content-Type: application/octet-stream',
        `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
        '',
        `bytes of ${at}`,
      ]),
      '--m--',
      '',
    ].join('\r\n'),
  );

async function saved(names: readonly string[]): Promise<string[]> {
  const raw = mailWith(names);
  const { attachments } = await readMail(raw);
  const { byDigest } = await readFiles(raw);
  saveFiles(
    folder,
    attachments.map(({ filename, sha256 }) => ({ filename, bytes: byDigest.get(sha256) ?? Buffer.alloc(0) })),
  );
  return readdirSync(folder);
}

test.each<[string, string]>([
  ['a way up', '../../../../evil'],
  ['a way up by backslashes', '..\\..\\..\\evil'],
  ['a way up, doubled', '....//....//evil'],
  ['a way up as URLs write it', '%2e%2e%2f%2e%2e%2fevil'],
  ['an absolute path', '/etc/cron.d/evil'],
  ['a drive', 'C:\\Windows\\evil.dll'],
  ['a share', '\\\\evil.test\\share\\x'],
  ['nothing but dots', '..'],
  ['one dot', '.'],
  ['a hidden file', '.bashrc'],
  ['an option of a command', '-rf'],
  ['a home', '~/.ssh/authorized_keys'],
  ['a stream of another file', 'invoice.pdf::$DATA'],
  ['a device', 'NUL.txt'],
  ['a NUL before the ending', 'invoice.exe\u0000.pdf'],
  ['line ends', 'a\r\nb\nc.txt'],
  ['a terminal’s escape', '\u001b[2Jx.txt'],
  ['a turned direction', 'invoice\u202efdp.exe'],
  ['signs without width', 'a\u200b\u2060b.txt'],
  ['division for a slash', '..\u2215..\u2215evil'],
  ['full-width slashes', '..\uff0f..\uff0fevil'],
  ['half a character', 'a\ud83d.txt'.replace('\ud83d', '')],
  ['blanks', '   '],
  ['nothing', ''],
  ['a command', '$(touch evil)`touch evil`;.txt'],
  ['a formula', '=cmd|x!A1.csv'],
  ['a prototype', '__proto__'],
  ['a thousand letters', `${'a'.repeat(1_000)}.pdf`],
  ['four thousand bytes of Cyrillic', `${'ї'.repeat(2_000)}.pdf`],
  ['four thousand bytes of emoji', `${'🙂'.repeat(1_000)}.pdf`],
  ['many endings', `x${'.pdf'.repeat(200)}`],
])('%s: one plain file in the folder and nothing anywhere else', async (_what, name) => {
  const names = await saved([name]);
  expect(names).toHaveLength(1);
  const [only = ''] = names;
  expect(lstatSync(join(folder, only)).isFile()).toBe(true);
  expect(readFileSync(join(folder, only), 'utf8')).toBe('bytes of 0');
  expect(lstatSync(join(folder, only)).mode & 0o777).toBe(0o600);
  expect(Buffer.byteLength(only)).toBeLessThanOrEqual(255);
  expect(only).not.toMatch(
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u2060/\\:*?"<>|]|^\./,
  );
  expect(readdirSync(root)).toEqual(['a']);
  expect(readdirSync(join(root, 'a'))).toEqual(['b']);
  expect(readdirSync(join(root, 'a', 'b'))).toEqual(['files']);
});

test('names that were made to look different are one name to everybody who looks', async () => {
  const raw = mailWith(['x.txt', '../x.txt', 'x\u200b.txt', '/x.txt', '..\\x.txt']);
  const { attachments } = await readMail(raw);
  expect(attachments.map(({ filename }) => filename)).toEqual(Array.from({ length: 5 }, () => 'x.txt'));
});

describe('the spool', () => {
  test('names a mail by its bytes, not by anything that stands in it', async () => {
    const spool = join(root, 'spool');
    mkdirSync(spool);
    const raw = Buffer.from('Message-ID: <../../../etc/evil>\r\nSubject: ../../evil\r\n\r\nx');
    const [name = ''] = await openSpool(spool).keep([raw]);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(spool)).toEqual([`${name}.eml`]);
  });

  test.each([
    '../../etc/passwd',
    '..',
    '/etc/passwd',
    '*',
    `${'0'.repeat(64)}/../../x`,
    '%2e%2e',
    '__proto__',
  ])('is asked for %s, and gives nothing', (wanted) => {
    const spool = join(root, 'spool');
    mkdirSync(spool);
    writeFileSync(join(root, 'x.eml'), 'mine');
    expect(() => findOriginal(spool, wanted)).toThrow();
  });
});
