/** What a person reads who has made a mistake, or whose servers have: what happened, and what to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHEET_ID } from '../../../core/workbook/columns';
import { freePort } from '../../bench/ports';
import { needs } from '../../support/needs';
import { type Ended, type RunOptions, rowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';

function expectPlainWords(ended: Ended, what: RegExp, todo: RegExp, code = 1): void {
  expect(ended.stderr).toMatch(what);
  expect(ended.stderr).toMatch(todo);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  expect(ended.stderr).not.toContain('did not expect');
  expect(ended.code).toBe(code);
}

type Change = (config: Record<string, Record<string, unknown>>, bench: DeskBench) => unknown;

needs('dovecot')('rowdesk start, when something is wrong', () => {
  const firms = desks();

  /** Runs `start --once` with a configuration that was good before `change`. */
  async function startWith(
    change: Change,
    more: Partial<RunOptions> = {},
    args: readonly string[] = [],
  ): Promise<Ended> {
    const bench = await firms.open();
    const config = structuredClone(bench.configValue) as Record<string, Record<string, unknown>>;
    await change(config, bench);
    writeConfig(bench.folder, config);
    return rowdesk(['start', '--once', ...args], { cwd: bench.folder, ...more });
  }
  const set =
    (part: string, key: string, value: unknown): Change =>
    (config) => {
      config[part] = { ...config[part], [key]: value };
    };
  const closedPort: Change = async (config) => {
    config.imap = { ...config.imap, port: await freePort() };
  };

  it.each<[string, Change, RegExp, RegExp]>([
    [
      'a setting is missing',
      (config) => delete config.support,
      /"support" is missing or wrong/,
      /Correct "support"/,
    ],
    [
      'a setting is wrong',
      set('imap', 'port', 'imap'),
      /"imap.port" is missing or wrong/,
      /Correct "imap.port"/,
    ],
    [
      'the mailbox is not reachable',
      closedPort,
      /The IMAP server 127\.0\.0\.1:\d+ cannot be reached/,
      /"imap.host"/,
    ],
    [
      'the folder is not there',
      set('imap', 'folder', 'Posteingang'),
      /has no folder "Posteingang"/,
      /"imap.folder"/,
    ],
    [
      'the spreadsheet is not there',
      (config) => Object.assign(config, { spreadsheetId: 'no-such-sheet' }),
      /There is no spreadsheet no-such-sheet/,
      /"spreadsheetId"/,
    ],
    [
      'the Sheet does not accept the token',
      set('google', 'token', 'another'),
      /Google does not accept the credentials/,
      /"google.keyFile"/,
    ],
    [
      'a tab is not there',
      (_config, bench) =>
        bench.sheets.batchUpdate(bench.spreadsheetId, {
          requests: [{ deleteSheet: { sheetId: SHEET_ID.outbox } }],
        }),
      /tab that Rowdesk needs is missing/,
      /rowdesk setup/,
    ],
  ])('says so in plain words when %s', async (_name, change, what, todo) => {
    expectPlainWords(await startWith(change), what, todo);
  });

  it('says so when the password is wrong', async () => {
    const ended = await startWith(() => undefined, { password: 'guessed' });
    expectPlainWords(ended, /refuses the user \S+ or the password/, /password/);
    expect(ended.stderr).not.toContain('guessed');
  });

  it('asks for a password that was not given, by the name of its variable', async () => {
    const ended = await startWith(() => undefined, { password: null });
    expectPlainWords(ended, /No password is given for/, /ROWDESK_IMAP_PASSWORD/);
  });

  it('says so when it has never run and is asked for its status', async () => {
    const bench = await firms.open();
    writeConfig(bench.folder, bench.configValue);
    expectPlainWords(await rowdesk(['status'], { cwd: bench.folder }), /has not run yet/, /rowdesk start/);
  });

  it('shows the stack only to those who ask for it', async () => {
    const ended = await startWith(closedPort, {}, ['--verbose']);
    expect(ended.stderr).toMatch(/^\s+at /m);
    expect(ended.code).toBe(1);
  });
});

describe('rowdesk, used wrongly', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'rowdesk-cli-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  it('without a configuration says where it looked', async () => {
    expectPlainWords(await rowdesk(['start'], { cwd }), /There is no configuration at/, /--config FILE/);
  });

  it('with a configuration that is no JSON says so', async () => {
    writeConfig(cwd, '{ "spreadsheetId": ');
    expectPlainWords(await rowdesk(['start'], { cwd }), /is not valid JSON/, /Correct it/);
  });

  it.each([
    ['an unknown command', ['begin'], /unknown command 'begin'/],
    ['an unknown option', ['start', '--twice'], /unknown option '--twice'/],
    ['a missing argument', ['explain'], /missing required argument 'file'/],
    ['a missing name', ['show'], /missing required argument 'original'/],
  ])('%s ends with 2 and says where help is', async (_name, args, what) => {
    expectPlainWords(await rowdesk(args, { cwd }), what, /--help/, 2);
  });

  it.each([['demo'], ['setup'], ['start'], ['explain'], ['show'], ['status']])(
    '%s --help tells its options',
    async (command) => {
      const { code, stdout, stderr } = await rowdesk([command, '--help'], { cwd });
      expect(stdout).toMatch(new RegExp(`^Usage: rowdesk ${command} `));
      expect(stdout).toContain('--verbose');
      expect(stderr).toBe('');
      expect(code).toBe(0);
    },
  );

  it('explain reads the files it can, and names the one it cannot', async () => {
    const { code, stdout, stderr } = await rowdesk(['explain', '--json', __filename, join(cwd, 'none.eml')], {
      cwd,
    });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ file: __filename, class: expect.any(String) }]);
    expect(stderr).toMatch(/could not be read: .*none\.eml/);
    expect(code).toBe(1);
  });
});
