/** The doctor at a firm with a real mailbox: what is broken is found, and nothing else is said to be. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant } from '../../../core/time/instant';
import { SHEET_ID } from '../../../core/workbook/columns';
import { ApiError } from '../../../local-sheet/contract';
import { openBrake } from '../../../mail-bridge/state/brake';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { startOpensmtpd } from '../../bench/opensmtpd';
import { freePort } from '../../bench/ports';
import { needs } from '../../support/needs';
import { rowdesk } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { examined, faultsOf, firmInOrder, startBlackHole, told, type Visit, writtenConfig } from './support';

const LOGIN = { environment: { ROWDESK_IMAP_PASSWORD: 'secret', ROWDESK_SMTP_PASSWORD: 'secret' } };
const withSmtpUser = (user = 'support@firm.test'): Visit => ({ ...LOGIN, change: { smtp: { user } } });

needs('dovecot')('the doctor', () => {
  const firms = desks();
  const firm = (): Promise<DeskBench> => firmInOrder(firms);

  it('finds a firm in order, and has sent and changed nothing', async () => {
    const bench = await firm();
    const before = {
      mails: bench.smtp.mails.length,
      sheet: JSON.stringify(bench.sheets.get(bench.spreadsheetId)),
    };
    const findings = await examined(bench);
    expect(faultsOf(findings)).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      'config',
      'config.mode',
      'config.imap-password',
      'config.smtp-password',
      'state',
      'state.files',
      'state.version',
      'state.lock',
      'state.journals',
      'state.disk',
      'imap',
      'imap.login',
      'imap.encryption',
      'imap.folder',
      'imap.sent',
      'imap.idle',
      'imap.uidplus',
      'imap.authserv',
      'smtp',
      'smtp.encryption',
      'smtp.login',
      'google.scopes',
      'clock',
      'sheet',
      'sheet.edit',
      'sheet.setup',
      'firm.brake',
      'firm.support-address',
      'firm.alerts',
      'firm.answers-by-mail',
      'script.scopes',
    ]);
    expect(bench.smtp.mails).toHaveLength(before.mails);
    expect(JSON.stringify(bench.sheets.get(bench.spreadsheetId))).toBe(before.sheet);
  });

  it('sees that the bridge is running', async () => {
    const bench = await firm();
    await bench.open();
    expect(told(await examined(bench), 'state.lock')).toBe(`The bridge is running (process ${process.pid}).`);
  });

  it('finds what is wrong in the configuration, and nothing besides', async () => {
    const bench = await firm();
    const cases: readonly (readonly [string, Visit, string, string])[] = [
      [
        'a wrong password',
        { environment: { ROWDESK_IMAP_PASSWORD: 'no' } },
        'imap.login: problem',
        'refuses',
      ],
      ['no such folder', { change: { imap: { folder: 'Help' } } }, 'imap.folder: problem', 'INBOX'],
      ['nobody vouches', { change: { authservId: undefined } }, 'imap.authserv: warning', 'mx.firm.test'],
      ['another voucher', { change: { authservId: 'mx.b.test' } }, 'imap.authserv: warning', 'mx.firm.test'],
      ['no password', { environment: {} }, 'config.imap-password: problem', 'ROWDESK_IMAP_PASSWORD'],
      ['another Sheet', { change: { spreadsheetId: 'none' } }, 'sheet: problem', 'no spreadsheet none'],
      ['a wrong token', { change: { google: { token: 'no' } } }, 'sheet: problem', 'credentials'],
    ];
    for (const [name, visit, fault, words] of cases) {
      const findings = await examined(bench, visit);
      expect({ name, faults: faultsOf(findings) }).toEqual({ name, faults: [fault] });
      expect(told(findings, fault.split(':')[0] ?? '')).toContain(words);
    }
  });

  it('finds servers that are not there', async () => {
    const bench = await firm();
    const port = await freePort();
    // Another port for the Sheet too: the old one has connections that are kept open for the next question.
    const google = { url: `http://127.0.0.1:${port}/` };
    const findings = await examined(bench, { change: { imap: { port }, smtp: { port }, google } });
    expect(faultsOf(findings)).toEqual(['imap: problem', 'smtp: problem', 'sheet: problem']);
    for (const check of ['imap', 'smtp', 'sheet']) expect(told(findings, check)).toContain('ECONNREFUSED');
  });

  it('gives up on servers that are silent', async () => {
    const bench = await firm();
    const hole = await startBlackHole();
    firms.atEnd(hole.stop);
    const { port } = hole;
    const findings = await examined(bench, {
      change: { imap: { port }, smtp: { port }, google: { url: `http://127.0.0.1:${port}/` } },
      patience: 500,
    });
    expect(faultsOf(findings)).toEqual(['imap: problem', 'smtp: problem', 'sheet: problem']);
    expect(told(findings, 'imap')).toContain('does not answer');
    expect(told(findings, 'smtp')).toContain('does not answer');
  });

  it('finds a certificate that nobody vouches for', async () => {
    const bench = await firm();
    const secure = { port: firms.dovecot.imapsPort, secure: true };
    const refused = await examined(bench, { change: { imap: { ...secure, allowSelfSigned: false } } });
    expect(faultsOf(refused)).toEqual(['imap.encryption: problem']);
    expect(told(refused, 'imap.encryption')).toContain('certificate');
    const taken = await examined(bench, { change: { imap: { ...secure, allowSelfSigned: true } } });
    expect(faultsOf(taken)).toEqual([]);
    expect(told(taken, 'imap.encryption')).toBe('The connection is encrypted.');
  });

  it('finds that TLS is asked of a server without', async () => {
    const bench = await firm();
    const findings = await examined(bench, { change: { smtp: { secure: true } }, patience: 10_000 });
    expect(faultsOf(findings)).toEqual([expect.stringMatching(/^smtp(?:\.encryption)?: problem$/)]);
    expect(told(findings, 'smtp') + told(findings, 'smtp.encryption')).toContain('"smtp.secure"');
  });

  it('logs in to the mail server and sends nothing', async () => {
    const bench = await firm();
    const sent = bench.smtp.mails.length;
    expect(told(await examined(bench, withSmtpUser()), 'smtp.login')).toBe('It takes support@firm.test.');
    bench.smtp.play({ at: 'auth', reply: '535 5.7.8 not you' });
    const findings = await examined(bench, withSmtpUser());
    expect(faultsOf(findings)).toEqual(['smtp.login: problem']);
    expect(told(findings, 'smtp.login')).toContain('not you');
    expect(bench.smtp.mails).toHaveLength(sent);
  });

  it('finds a mail server that turns everybody away', async () => {
    const bench = await firm();
    bench.smtp.play({ at: 'connect', reply: '554 5.3.2 no service here' });
    const findings = await examined(bench);
    expect(faultsOf(findings)).toEqual(['smtp: problem']);
    expect(told(findings, 'smtp')).toContain('no service here');
  });

  it('finds a state folder that others may read, a damaged journal and a newer form', async () => {
    const bench = await firm();
    const state = bench.config.stateDir;
    chmodSync(state, 0o755);
    chmodSync(join(state, 'ledger.jsonl'), 0o644);
    const outbox = join(state, 'outbox.jsonl');
    writeFileSync(outbox, `torn\n${readFileSync(outbox, 'utf8')}`);
    const damaged = await examined(bench);
    expect(faultsOf(damaged)).toEqual(['state: problem', 'state.files: problem', 'state.journals: problem']);
    expect(told(damaged, 'state.files')).toContain('ledger.jsonl');
    chmodSync(state, 0o700);
    chmodSync(join(state, 'ledger.jsonl'), 0o600);
    writeFileSync(join(state, 'version'), '999\n', { mode: 0o600 });
    expect(faultsOf(await examined(bench))).toEqual(['state.version: problem']);
  });

  it('finds that automatic answers are stopped, in a running bridge as well', async () => {
    const bench = await firm();
    const brake = openBrake(stateFiles(bench.config.stateDir).brake);
    brake.take('cap-reached', instant(Date.UTC(2026, 10, 20, 9, 15)));
    const findings = await examined(bench);
    brake.close();
    expect(faultsOf(findings)).toEqual(['state.brake: warning']);
    expect(told(findings, 'state.brake')).toMatch(/since Fri 20 Nov 2026, \d\d:15: .* on the Problems tab/s);
  });

  it('finds a password file that others may read, and looks at everything else all the same', async () => {
    const bench = await firm();
    const file = join(bench.folder, 'imap-password');
    writeFileSync(file, 'secret\n', { mode: 0o644 });
    const visit: Visit = { environment: {}, change: { imap: { passwordFile: 'imap-password' } } };
    const findings = await examined(bench, visit);
    expect(faultsOf(findings)).toEqual(['config.imap-password: problem']);
    expect(told(findings, 'config.imap-password')).toContain(`chmod 600 ${file}`);
    expect(findings.map(({ check }) => check)).not.toContain('imap');
    expect(told(findings, 'sheet.edit')).toBe('It can be written.');
    chmodSync(file, 0o600);
    expect(faultsOf(await examined(bench, visit))).toEqual([]);
  });

  it('finds a clock that is wrong', async () => {
    const bench = await firm();
    bench.clock.advance(5);
    const findings = await examined(bench);
    expect(faultsOf(findings)).toEqual(['clock: problem']);
    expect(told(findings, 'clock')).toContain('5 minutes fast');
  });

  it('finds a column and a tab that somebody deleted', async () => {
    const bench = await firm();
    const sheetId = SHEET_ID.knowledge;
    bench.sheets.batchUpdate(bench.spreadsheetId, {
      requests: [
        { deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
      ],
    });
    const column = await examined(bench);
    expect(faultsOf(column)).toEqual(['sheet.setup: problem']);
    expect(told(column, 'sheet.setup')).toMatch(/columns: \w+ in Knowledge.*rowdesk setup/);
    bench.sheets.batchUpdate(bench.spreadsheetId, {
      requests: [{ deleteSheet: { sheetId: SHEET_ID.team } }],
    });
    const tab = await examined(bench);
    expect(faultsOf(tab)).toEqual(['sheet.setup: problem']);
    expect(told(tab, 'sheet.setup')).toContain('tabs: team');
  });

  it('finds settings that stop work', async () => {
    const bench = await firm();
    const set = (key: string, value: string) => bench.edit('settings', (row) => row.key === key, { value });
    await set('brake', 'yes');
    await set('support_address', '');
    await set('mails_per_day', 'plenty');
    await bench.edit('team', () => true, { active: false });
    const findings = await examined(bench);
    expect(faultsOf(findings)).toEqual([
      'firm.brake: warning',
      'firm.support-address: warning',
      'firm.alerts: warning',
      'firm.settings: warning',
    ]);
    expect(told(findings, 'firm.settings')).toContain('mails_per_day ("plenty")');
    await set('schema_version', '999');
    expect(faultsOf(await examined(bench))).toContain('sheet.setup: problem');
  });

  it('finds that trainers are asked for answers by mail which nobody would believe', async () => {
    const bench = await firm();
    await bench.append('team', [
      { name: 'Tom', email: 'tom@firm.test', role: 'trainer', active: true },
      { name: 'Ola', email: 'ola@firm.test', role: 'trainer', active: false },
    ]);
    const nobodyVouches = { change: { authservId: undefined } };
    expect(told(await examined(bench), 'firm.answers-by-mail')).toBe(
      'One person of the Team tab may answer tickets by mail.',
    );
    const findings = await examined(bench, nobodyVouches);
    expect(faultsOf(findings)).toEqual(['imap.authserv: warning', 'firm.answers-by-mail: problem']);
    expect(told(findings, 'firm.answers-by-mail')).toContain('"authservId"');
    await bench.edit('settings', (row) => row.key === 'mail_tickets_to', { value: 'nobody' });
    expect(faultsOf(await examined(bench, nobodyVouches))).toEqual(['imap.authserv: warning']);
  });

  it('finds a Sheet that may only be read', async () => {
    const forbidden = new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission');
    let mayWrite = true;
    const bench = await firmInOrder(firms, {
      between: (sheets) => ({
        ...sheets,
        batchUpdate: (id, body) => {
          if (!mayWrite) throw forbidden;
          return sheets.batchUpdate(id, body);
        },
      }),
    });
    mayWrite = false;
    const findings = await examined(bench);
    expect(faultsOf(findings)).toEqual(['sheet.edit: problem']);
    expect(told(findings, 'sheet.edit')).toContain('as an editor');
  });

  it('says all that on the command line, and ends with 1 when something does not work', async () => {
    const bench = await firm();
    writtenConfig(bench);
    const well = await rowdesk(['doctor'], { cwd: bench.folder });
    expect(well).toMatchObject({ code: 0, stderr: '' });
    expect(well.stdout).toMatch(/^ok {7}config .*\n[\s\S]*\nEverything is in order\.\n$/);
    writtenConfig(bench, { imap: { folder: 'Help' } });
    const ill = await rowdesk(['doctor', '--json'], { cwd: bench.folder });
    expect(ill.code).toBe(1);
    expect(JSON.parse(ill.stdout)).toMatchObject({
      problems: 1,
      warnings: 0,
      checks: expect.arrayContaining([
        { check: 'smtp', level: 'ok', what: expect.stringContaining('answers') },
        { check: 'imap.folder', level: 'problem', what: expect.any(String), todo: expect.any(String) },
      ]),
    });
    expect(ill.stdout).not.toContain('secret');
  });

  needs('opensmtpd')('with OpenSMTPD', () => {
    it('finds that a server between servers offers no login', async () => {
      const bench = await firm();
      const opensmtpd = await startOpensmtpd({ deliverTo: firms.dovecot });
      firms.atEnd(opensmtpd.stop);
      const { port } = opensmtpd;
      expect(faultsOf(await examined(bench, { change: { smtp: { port } } }))).toEqual([]);
      const findings = await examined(bench, {
        ...LOGIN,
        change: { smtp: { port, user: 'support@firm.test' } },
      });
      expect(faultsOf(findings)).toEqual(['smtp.login: problem']);
      expect(told(findings, 'smtp.login')).toContain('offers no login');
    });
  });
});
