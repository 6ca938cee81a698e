/** `rowdesk show`: a mail as it came, found again by the name that a row of Messages has of it. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSpool } from '../../../mail-bridge/state/spool';
import { type Ended, rowdesk, writeConfig } from '../support/cli';

const CONFIG = {
  spreadsheetId: 'sheet',
  google: { kind: 'local', url: 'http://127.0.0.1:9/', token: 'x' },
  imap: { host: '127.0.0.1', port: 9, user: 'support@firm.test', secure: false },
  smtp: { host: '127.0.0.1', port: 9, secure: false },
  support: { address: 'support@firm.test' },
  stateDir: 'state',
};
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const MAIL = [
  'From: =?utf-8?Q?Jan_=C5=BB=C3=B3=C5=82w?= <jan@people.test>',
  'To: support@firm.test',
  'Reply-To: jan.private@people.test',
  'Subject: =?utf-8?Q?Link_=E2=80=AEdoes_not_work?=',
  'Message-ID: <m1@people.test>',
  'Date: Fri, 20 Nov 2026 10:00:00 +0100',
  'X-Odd: a\u001b[31mb',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: multipart/related; boundary=r',
  '',
  '--r',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><body><p onclick="steal()">The link <b>does not</b> work.</p>',
  '<script>steal()</script><img src="https://spy.example/pixel.gif"><img src="cid:logo@x" alt="logo">',
  '<div style="background:url(https://spy.example/a.png)">x</div>',
  '<form action="https://spy.example/"><input name="password"></form><iframe src="https://spy.example/"></iframe>',
  '<a href="https://firm.test/">our page</a></body></html>',
  '--r',
  'Content-Type: image/png',
  'Content-ID: <logo@x>',
  'Content-Transfer-Encoding: base64',
  '',
  PIXEL,
  '--r--',
  '--x',
  'Content-Type: text/plain; name="notes.txt"',
  'Content-Disposition: attachment; filename="../../notes.txt"',
  '',
  'first notes',
  '--x',
  'Content-Type: text/plain; name="notes.txt"',
  'Content-Disposition: attachment; filename="notes.txt"',
  '',
  'second notes',
  '--x',
  'Content-Type: application/octet-stream',
  'Content-Disposition: attachment; filename="CON.txt"',
  '',
  'device',
  '--x--',
  '',
].join('\r\n');

describe('rowdesk show', () => {
  let folderOfTest: string;
  /** In a folder of its own: what a hostile name writes outside is seen, and nothing else is. */
  let cwd: string;
  let name: string;
  beforeEach(async () => {
    folderOfTest = mkdtempSync(join(tmpdir(), 'rowdesk-show-'));
    cwd = join(folderOfTest, 'here');
    mkdirSync(cwd);
    writeConfig(cwd, CONFIG);
    const spool = join(cwd, 'state', 'spool');
    mkdirSync(spool, { recursive: true });
    const [kept] = await openSpool(spool).keep([Buffer.from(MAIL)]);
    name = kept ?? '';
  });
  afterEach(() => rmSync(folderOfTest, { recursive: true, force: true }));

  const run = (...args: string[]): Promise<Ended> => rowdesk(['show', ...args], { cwd });

  it('prints header, words and attachments, with nothing that a terminal would obey', async () => {
    const { code, stdout, stderr } = await run(name);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('From:     Jan Żółw <jan@people.test>');
    expect(stdout).toContain('Reply-To: jan.private@people.test');
    expect(stdout).toContain('Subject:  Link does not work');
    expect(stdout).toMatch(/Own words:\n {4}The link does not work\./);
    expect(stdout).toContain('notes.txt (text/plain, 11 bytes)');
    expect(stdout).toContain('message-id: <m1@people.test>');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('--json prints the fields of explain and all of the header, one object a line', async () => {
    const { stdout } = await run(name, '--json');
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      original: name,
      from: { address: 'jan@people.test' },
      replyTo: [{ address: 'jan.private@people.test' }],
      class: 'human',
      headers: expect.arrayContaining([{ name: 'to', value: 'support@firm.test' }]),
      html: null,
      saved: [],
    });
  });

  it.each<[string, (whole: string) => string]>([
    ['a beginning of the name', (whole) => whole.slice(0, 8)],
    ['the name of the file', (whole) => `${whole}.eml`],
    ['what the Problems tab says', (whole) => `${whole.slice(0, 12)}…eml`],
    ['the id of the row', (whole) => `in:${whole.slice(0, 24)}`],
    ['capital letters', (whole) => whole.toUpperCase()],
  ])('finds the mail by %s', async (_what, written) => {
    const { code, stdout } = await run(written(name));
    expect(code).toBe(0);
    expect(stdout).toContain(`Original: ${name}`);
  });

  it('--html writes a page that loads nothing, holds its pictures and tells what was blocked', async () => {
    const { code, stdout, stderr } = await run(name, '--html', 'page.html');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Blocked: 2 remote images and styles, 2 scripts, 1 form, 1 frame.');
    const page = readFileSync(join(cwd, 'page.html'), 'utf8');
    expect(page).toContain('Blocked: 2 remote images and styles, 2 scripts, 1 form, 1 frame.');
    expect(page).toMatch(
      /<head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">/,
    );
    expect(page).not.toContain('spy.example');
    expect(page).not.toMatch(/steal|<form|<iframe|<script|onclick|src="(?!data:)/);
    expect(page).toContain(`<img alt="logo" src="data:image/png;base64,${PIXEL}" />`);
    expect(page).toContain('<b>does not</b>');
    expect(page).toContain('href="https://firm.test/"');
    expect(statSync(join(cwd, 'page.html')).mode & 0o777).toBe(0o600);
  });

  it('--html of a mail without HTML shows its text', async () => {
    const raw = Buffer.from('From: a@people.test\r\nSubject: <b>x</b>\r\n\r\n1 < 2 <script>x</script>\r\n');
    const [plain = ''] = await openSpool(join(cwd, 'state', 'spool')).keep([raw]);
    await run(plain, '--html', 'page.html');
    const page = readFileSync(join(cwd, 'page.html'), 'utf8');
    expect(page).toContain('<pre>1 &lt; 2 &lt;script&gt;x&lt;/script&gt;</pre>');
    expect(page).toContain('<title>&lt;b&gt;x&lt;/b&gt;</title>');
    expect(page).toContain('Nothing had to be blocked.');
  });

  it('--html writes over nothing', async () => {
    writeFileSync(join(cwd, 'page.html'), 'mine');
    const { code, stderr } = await run(name, '--html', 'page.html');
    expect(stderr).toMatch(/There is a file page\.html already\.\nGive another name/);
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toBe('mine');
  });

  it('--save keeps every attachment in the folder, under a name of its own, for its owner alone', async () => {
    const { code, stdout } = await run(name, '--save', 'files', '--json');
    expect(code).toBe(0);
    const folder = join(cwd, 'files');
    expect(readdirSync(folder).sort()).toEqual([
      '_CON.txt',
      'attachment-1.png',
      'notes (2).txt',
      'notes.txt',
    ]);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('first notes');
    expect(readFileSync(join(folder, 'notes (2).txt'), 'utf8')).toBe('second notes');
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, 'attachment-1.png')))
        .digest('hex'),
    ).toBe(createHash('sha256').update(Buffer.from(PIXEL, 'base64')).digest('hex'));
    expect(statSync(join(folder, 'notes.txt')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(existsSync(join(cwd, '..', 'notes.txt'))).toBe(false);
    const { saved, unsaved } = JSON.parse(stdout) as { saved: string[]; unsaved: string[] };
    expect(saved).toHaveLength(4);
    expect(unsaved).toEqual([]);
  });

  it('--save neither writes over a file nor follows a link', async () => {
    const folder = join(cwd, 'files');
    mkdirSync(folder);
    writeFileSync(join(cwd, 'secret'), 'mine');
    symlinkSync(join(cwd, 'secret'), join(folder, 'notes.txt'));
    writeFileSync(join(folder, 'notes (2).txt'), 'mine');
    await run(name, '--save', 'files');
    expect(readFileSync(join(cwd, 'secret'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'notes (2).txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'notes (3).txt'), 'utf8')).toBe('first notes');
    expect(readFileSync(join(folder, 'notes (4).txt'), 'utf8')).toBe('second notes');
  });

  it.each<[string, string, RegExp, RegExp]>([
    ['no name of a mail', 'T-7K3Q9', /"T-7K3Q9" is not the name of an original mail/, /column Original/],
    ['a path', '../../keys', /is not the name of an original mail/, /column Original/],
    ['too short', '3f2a', /is not the name of an original mail/, /first 8 signs/],
    ['not there', '0123456789ab', /The mail 0123456789ab is not in the spool/, /"stateDir"/],
  ])('says what is wrong and what to do when the name is %s', async (_why, wanted, what, todo) => {
    const { code, stdout, stderr } = await run(wanted);
    expect(stderr).toMatch(what);
    expect(stderr).toMatch(todo);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  it('names the mails when several begin alike', async () => {
    const twin = `${name.slice(0, 10)}${'0'.repeat(54)}`;
    writeFileSync(join(cwd, 'state', 'spool', `${twin}.eml`), MAIL);
    const { code, stderr } = await run(name.slice(0, 10));
    expect(stderr).toMatch(/2 mails in the spool begin with/);
    expect(stderr).toContain(name);
    expect(stderr).toContain('Give more of the name.');
    expect(code).toBe(1);
  });

  it('says so when there is no spool', async () => {
    rmSync(join(cwd, 'state'), { recursive: true });
    const { code, stderr } = await run(name);
    expect(stderr).toMatch(/The spool .* cannot be read\.\nCheck "stateDir"/);
    expect(code).toBe(1);
  });
});
