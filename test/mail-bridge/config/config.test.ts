import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../mail-bridge/config/config';
import { UserError } from '../../../mail-bridge/user-error';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = {
  spreadsheetId: 'sheet-1',
  google: { kind: 'service-account', keyFile: 'key.json' },
  support: { address: 'help@firm.test' },
  imap: { host: '127.0.0.1', port: 993, user: 'help@firm.test' },
  smtp: { host: '127.0.0.1', port: 465, user: 'help@firm.test' },
};
const PASSWORDS = { ROWDESK_IMAP_PASSWORD: 'i', ROWDESK_SMTP_PASSWORD: 's' };

function write(value: unknown): string {
  const file = join(folder, 'rowdesk.config.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

function failure(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('the configuration', () => {
  it('fills in what is usual and resolves paths beside the file', () => {
    const config = loadConfig(write(GOOD), PASSWORDS);
    expect(config).toMatchObject({
      imap: { folder: 'INBOX', sent: 'watch', secure: true, allowSelfSigned: false },
      smtp: { sentCopies: 'append' },
      startFrom: 'now',
      pollSeconds: 20,
      stateDir: join(folder, '.rowdesk'),
      google: { keyFile: join(folder, 'key.json') },
      imapPassword: 'i',
      smtpPassword: 's',
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no spreadsheet', { ...GOOD, spreadsheetId: undefined }, /"spreadsheetId" is missing or wrong/],
    [
      'a port that is a text',
      { ...GOOD, imap: { ...GOOD.imap, port: '993' } },
      /"imap.port" is missing or wrong/,
    ],
    ['an address that is none', { ...GOOD, support: { address: 'help' } }, /"support.address"/],
    ['a misspelt setting', { ...GOOD, pollSecond: 5 }, /"pollSecond"/],
    ['no JSON', '{ "spreadsheetId": ', /is not valid JSON/],
  ])('refuses %s, naming the field and what to do', (_name, value, what) => {
    const error = failure(() => loadConfig(write(value), PASSWORDS));
    expect(error.what).toMatch(what);
    expect(error.todo).not.toBe('');
  });

  it('says where it looked when there is no file', () => {
    expect(failure(() => loadConfig(join(folder, 'none.json'), {})).what).toContain(
      join(folder, 'none.json'),
    );
  });

  it('asks for a password by the name of its variable', () => {
    expect(failure(() => loadConfig(write(GOOD), { ROWDESK_IMAP_PASSWORD: 'i' })).todo).toContain(
      'ROWDESK_SMTP_PASSWORD',
    );
  });

  it('reads a password from a file of its own, and refuses one that others can read', () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'tajne hasło\n', { mode: 0o600 });
    const file = write({ ...GOOD, imap: { ...GOOD.imap, passwordFile: 'secret' } });
    expect(loadConfig(file, PASSWORDS).imapPassword).toBe('tajne hasło');
    chmodSync(secret, 0o644);
    expect(failure(() => loadConfig(file, PASSWORDS)).todo).toBe(`Run: chmod 600 ${secret}`);
  });
});
