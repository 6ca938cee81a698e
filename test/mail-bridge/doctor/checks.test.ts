/** What the doctor makes of what it has found: each fact alone, without a server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST_FREE } from '../../../core/health/conditions';
import { checkClock } from '../../../mail-bridge/doctor/check-clock';
import { type ConfigFacts, checkConfig } from '../../../mail-bridge/doctor/check-config';
import {
  checkImap,
  type ImapFacts,
  type ImapSettings,
  type ServerFailure,
} from '../../../mail-bridge/doctor/check-imap';
import { checkScript } from '../../../mail-bridge/doctor/check-script';
import {
  checkAccount,
  checkSheet,
  type FirmFacts,
  type KeyFileFacts,
  type SetUpFacts,
  type SheetFacts,
} from '../../../mail-bridge/doctor/check-sheet';
import { checkSmtp } from '../../../mail-bridge/doctor/check-smtp';
import { checkState, type FolderFacts, type StateFacts } from '../../../mail-bridge/doctor/check-state';
import { type Finding, ok, problem, warning } from '../../../mail-bridge/doctor/finding';
import { countsOf, reportLines } from '../../../mail-bridge/doctor/report';
import { SCRIPT_SCOPES } from '../../../mail-bridge/doctor/script-scopes';
import { SCOPES } from '../../../mail-bridge/sheets/sheets-client';

/** `check: level`, of those that are not ok; each says what happened and what to do. */
function faultsOf(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => {
    expect(finding.what).toMatch(/^\S.*\.$/s);
    if (finding.level === 'ok') return [];
    expect(finding.todo).toMatch(/^\S/);
    return [`${finding.check}: ${finding.level}`];
  });
}
const said = (findings: readonly Finding[]): string =>
  findings.map((finding) => `${finding.what} ${finding.level === 'ok' ? '' : finding.todo}`).join('\n');

describe('the configuration', () => {
  const GOOD: ConfigFacts = {
    file: 'rowdesk.config.json',
    mode: 0o644,
    fault: null,
    passwords: { imap: { from: 'file', path: '/etc/pw' }, smtp: { from: 'variable' } },
    holdsToken: false,
  };
  const FAULT = { what: 'The password file /etc/pw can be read by others.', todo: 'Run: chmod 600 /etc/pw' };
  test.each<[string, Partial<ConfigFacts>, string[]]>([
    ['is in order', {}, []],
    ['for its owner alone', { mode: 0o600 }, []],
    ['may be written by the group', { mode: 0o664 }, ['config.mode: problem']],
    ['may be written by all', { mode: 0o602 }, ['config.mode: problem']],
    ['holds a token that others may read', { holdsToken: true }, ['config.mode: warning']],
    ['holds a token, and nobody else reads it', { holdsToken: true, mode: 0o600 }, []],
    ['on a system without modes', { mode: null, holdsToken: true }, []],
    ['cannot be read', { fault: FAULT, passwords: null }, ['config: problem']],
    [
      'lacks a password',
      { passwords: { imap: { from: 'fault', ...FAULT }, smtp: { from: 'nowhere' } } },
      ['config.imap-password: problem'],
    ],
    [
      'lacks the other password',
      { passwords: { imap: { from: 'variable' }, smtp: { from: 'fault', ...FAULT } } },
      ['config.smtp-password: problem'],
    ],
  ])('%s', (_, change, faults) => {
    expect(faultsOf(checkConfig({ ...GOOD, ...change }))).toEqual(faults);
  });
});

describe('the state folder', () => {
  const WHOLE = { kind: 'whole', waiting: 0, unknown: 0, brakedSince: null } as const;
  const GOOD: FolderFacts = {
    mode: 0o700,
    writable: true,
    open: [],
    version: null,
    lock: { kind: 'free' },
    journals: WHOLE,
  };
  const MB = 1024 * 1024;
  const facts = (change: Partial<FolderFacts>): StateFacts => ({
    folder: '/var/lib/rowdesk',
    found: { ...GOOD, ...change },
    free: 5_000 * MB,
  });
  test.each<[string, Partial<FolderFacts>, string[]]>([
    ['is in order', {}, []],
    ['may be looked into', { mode: 0o750 }, ['state: problem']],
    ['belongs to somebody else', { writable: false }, ['state: problem']],
    ['has open files', { open: ['spool/a.eml'] }, ['state.files: problem']],
    ['is on a system without modes', { mode: null, open: [] }, []],
    ['is newer', { version: { what: 'It is newer.', todo: 'Update.' } }, ['state.version: problem']],
    ['is worked in', { lock: { kind: 'held', pid: 7, host: 'h', runs: true } }, []],
    ['has a lock left over', { lock: { kind: 'held', pid: 7, host: 'h', runs: false } }, []],
    [
      'is locked elsewhere',
      { lock: { kind: 'held', pid: 7, host: 'h', runs: null } },
      ['state.lock: warning'],
    ],
    ['has a lock of nobody', { lock: { kind: 'unreadable' } }, ['state.lock: warning']],
    [
      'has a damaged journal',
      { journals: { kind: 'damaged', what: 'Line 3 is damaged.', todo: 'Restore it.' } },
      ['state.journals: problem'],
    ],
    ['has no journals', { journals: { kind: 'none' } }, []],
    ['has unknown sends', { journals: { ...WHOLE, waiting: 1, unknown: 2 } }, ['state.unknown: warning']],
    ['has a tripped brake', { journals: { ...WHOLE, brakedSince: 'Fri 20 Nov' } }, ['state.brake: warning']],
  ])('%s', (_, change, faults) => {
    expect(faultsOf(checkState(facts(change)))).toEqual(faults);
  });

  test.each<[number | null, string[]]>([
    [null, []],
    [1_024 * MB, []],
    [1_023 * MB, ['state.disk: warning']],
    // Where the bridge alerts people as well.
    [LEAST_FREE, ['state.disk: warning']],
    [LEAST_FREE - 1, ['state.disk: problem']],
  ])('%s bytes are free', (free, faults) => {
    expect(faultsOf(checkState({ ...facts({}), free }))).toEqual(faults);
  });

  test('is not there yet', () => {
    expect(faultsOf(checkState({ folder: '/x', found: null, free: 5_000 * MB }))).toEqual(['state: warning']);
  });

  test('says since when the brake is on, and how a person releases it', () => {
    const text = said(checkState(facts({ journals: { ...WHOLE, brakedSince: 'Fri 20 Nov 2026, 10:15' } })));
    expect(text).toMatch(
      /Automatic answers have been stopped since Fri 20 Nov 2026, 10:15:.* None goes out;/,
    );
    expect(text).toContain('delete the line about this on the Problems tab');
  });

  test('names three of many open files', () => {
    const open = ['a', 'b', 'c', 'd', 'e'];
    expect(said(checkState(facts({ open })))).toContain('a, b, c and 2 more');
    expect(said(checkState(facts({ open: ['a', 'b', 'c'] })))).toContain('a, b, c.');
  });
});

const SERVER = {
  host: 'mail.firm.test',
  port: 993,
  user: 'support@firm.test',
  onThisMachine: false,
  allowSelfSigned: false,
};

describe('the mailbox', () => {
  const SETTINGS: ImapSettings = {
    server: SERVER,
    folder: 'INBOX',
    filesCopies: true,
    watchesSent: true,
    authservId: 'mx.firm.test',
  };
  const GOOD: Extract<ImapFacts, { kind: 'open' }> = {
    kind: 'open',
    encrypted: true,
    capabilities: new Set(['IDLE', 'UIDPLUS']),
    sentFolder: 'Sent',
    newest: { authservId: 'MX.firm.test' },
  };
  test.each<[string, Partial<typeof GOOD>, Partial<ImapSettings>, string[]]>([
    ['is in order', {}, {}, []],
    ['names no sent folder', { sentFolder: null }, {}, ['imap.sent: warning']],
    ['cannot idle', { capabilities: new Set(['UIDPLUS']) }, {}, ['imap.idle: warning']],
    ['has no UIDPLUS', { capabilities: new Set(['IDLE']) }, {}, ['imap.uidplus: warning']],
    ['is not encrypted', { encrypted: false }, {}, ['imap.encryption: problem']],
    [
      'is not encrypted, on this machine',
      { encrypted: false },
      { server: { ...SERVER, onThisMachine: true } },
      [],
    ],
    [
      'takes any certificate',
      {},
      { server: { ...SERVER, allowSelfSigned: true } },
      ['imap.encryption: warning'],
    ],
    [
      'takes any certificate, on this machine',
      {},
      { server: { ...SERVER, allowSelfSigned: true, onThisMachine: true } },
      [],
    ],
    ['authservId is not set', {}, { authservId: undefined }, ['imap.authserv: warning']],
    ['authservId is empty', {}, { authservId: '' }, ['imap.authserv: warning']],
    ['has no mail to compare with', { newest: null }, {}, []],
    ['checks no senders', { newest: { authservId: null } }, {}, ['imap.authserv: warning']],
    ['is another server', { newest: { authservId: 'mx.other.test' } }, {}, ['imap.authserv: warning']],
  ])('%s', (_, facts, settings, faults) => {
    expect(faultsOf(checkImap({ ...GOOD, ...facts }, { ...SETTINGS, ...settings }))).toEqual(faults);
  });

  test('what the newest mail names is offered, not taken', () => {
    const named = checkImap({ ...GOOD }, { ...SETTINGS, authservId: undefined });
    expect(said(named)).toContain('MX.firm.test: if that is your provider');
    const none = checkImap({ ...GOOD, newest: null }, { ...SETTINGS, authservId: undefined });
    expect(said(none)).toContain('topmost Authentication-Results');
  });

  test('answers past Rowdesk are missed only where they are looked for', () => {
    const missed = 'answers that people send from the mailbox itself are not seen';
    const without = { ...GOOD, sentFolder: null };
    expect(said(checkImap(without, SETTINGS))).toContain(missed);
    expect(said(checkImap(without, { ...SETTINGS, watchesSent: false }))).not.toContain(missed);
  });

  test('copies are lost only where we file them', () => {
    const lost = 'no copies of answers are kept';
    expect(said(checkImap({ ...GOOD, sentFolder: null }, SETTINGS))).toContain(lost);
    expect(said(checkImap({ ...GOOD, sentFolder: null }, { ...SETTINGS, filesCopies: false }))).not.toContain(
      lost,
    );
  });

  test('a folder that is not there is told with those that are', () => {
    const findings = checkImap({ kind: 'no-folder', folders: ['INBOX', 'Help'] }, SETTINGS);
    expect(faultsOf(findings)).toEqual(['imap.folder: problem']);
    expect(said(findings)).toContain('INBOX, Help');
  });
});

describe.each(['imap', 'smtp'] as const)('a server of %s that fails', (name) => {
  test.each<[ServerFailure, string]>([
    ['silent', name],
    ['unreachable', name],
    ['encryption', `${name}.encryption`],
    ['refused-login', `${name}.login`],
  ])('%s', (failure, check) => {
    const facts = { kind: 'failed', failure, reason: 'because of that' } as const;
    const findings =
      name === 'smtp'
        ? checkSmtp(facts, SERVER)
        : checkImap(facts, {
            server: SERVER,
            folder: 'INBOX',
            filesCopies: true,
            watchesSent: true,
            authservId: undefined,
          });
    expect(faultsOf(findings)).toEqual([`${check}: problem`]);
    expect(said(findings)).toContain('mail.firm.test:993');
    expect(said(findings)).toContain('because of that');
    expect(said(findings)).toContain(`"${name}.`);
  });
});

describe('the mail server', () => {
  const nobody = { ...SERVER, user: '' };
  test.each<[string, boolean, boolean, typeof SERVER, string[]]>([
    ['takes our user', true, true, SERVER, []],
    ['offers no login', true, false, SERVER, ['smtp.login: problem']],
    ['wants a login that is not set', true, true, nobody, ['smtp.login: problem']],
    ['on this machine, may be used without', true, true, { ...nobody, onThisMachine: true }, []],
    ['needs no login', true, false, nobody, []],
    ['is not encrypted', false, true, SERVER, ['smtp.encryption: problem']],
  ])('%s', (_, encrypted, offersLogin, server, faults) => {
    expect(faultsOf(checkSmtp({ kind: 'open', encrypted, offersLogin }, server))).toEqual(faults);
  });
});

describe('Google', () => {
  const KEY: KeyFileFacts = { path: '/etc/key.json', mode: 0o600, account: 'a@b.iam.test', fault: null };
  test.each<[string, KeyFileFacts | null, readonly string[], string[]]>([
    ['all is in order', KEY, SCOPES, []],
    ['no key file is needed', null, SCOPES, []],
    ['others may read the key', { ...KEY, mode: 0o640 }, SCOPES, ['google.key: problem']],
    ['no modes', { ...KEY, mode: null }, SCOPES, []],
    [
      'the key is none',
      { ...KEY, account: null, fault: { what: 'It is no key.', todo: 'Make one.' } },
      SCOPES,
      ['google.key: problem'],
    ],
    [
      'more is asked for',
      KEY,
      [...SCOPES, 'https://www.googleapis.com/auth/drive'],
      ['google.scopes: problem'],
    ],
  ])('%s', (_, key, scopes, faults) => {
    expect(faultsOf(checkAccount(key, scopes))).toEqual(faults);
  });

  test('the bridge asks for spreadsheets and for nothing else', () => {
    expect(SCOPES).toEqual(['https://www.googleapis.com/auth/spreadsheets']);
  });
});

describe('the Sheet', () => {
  const SET_UP: Extract<SetUpFacts, { kind: 'known' }> = {
    kind: 'known',
    missingTabs: [],
    missingColumns: [],
    toDo: 0,
    version: 2,
    ownVersion: 2,
  };
  const FIRM: FirmFacts = {
    brake: false,
    supportAddress: 'support@firm.test',
    configuredAddress: 'Support@firm.test',
    unreadable: [],
    alerted: 1,
    answersByMail: { asked: 2, canBeBelieved: true },
  };
  const GOOD: Extract<SheetFacts, { kind: 'read' }> = {
    kind: 'read',
    title: 'Desk',
    readOnly: null,
    setUp: SET_UP,
    firm: FIRM,
  };
  test.each<[string, SheetFacts, string[]]>([
    ['is in order', GOOD, []],
    ['cannot be had', { kind: 'failed', what: 'There is none.', todo: 'Copy the id.' }, ['sheet: problem']],
    ['may only be read', { ...GOOD, readOnly: { what: 'No.', todo: 'Share it.' } }, ['sheet.edit: problem']],
    [
      'lacks a tab',
      { ...GOOD, setUp: { ...SET_UP, missingTabs: ['rota'], toDo: 9 } },
      ['sheet.setup: problem'],
    ],
    [
      'lacks a column',
      { ...GOOD, setUp: { ...SET_UP, missingColumns: [{ tab: 'Tickets', columns: ['id'] }], toDo: 9 } },
      ['sheet.setup: problem'],
    ],
    ['is older', { ...GOOD, setUp: { ...SET_UP, version: 1, toDo: 1 } }, ['sheet.setup: problem']],
    ['lacks little', { ...GOOD, setUp: { ...SET_UP, toDo: 1 } }, ['sheet.setup: warning']],
    ['is newer', { ...GOOD, setUp: { kind: 'newer', reason: 'It is newer.' } }, ['sheet.setup: problem']],
    ['brakes', { ...GOOD, firm: { ...FIRM, brake: true } }, ['firm.brake: warning']],
    [
      'names no address',
      { ...GOOD, firm: { ...FIRM, supportAddress: '' } },
      ['firm.support-address: warning'],
    ],
    [
      'names another address',
      { ...GOOD, firm: { ...FIRM, supportAddress: 'help@firm.test' } },
      ['firm.support-address: warning'],
    ],
    ['has nobody to alert', { ...GOOD, firm: { ...FIRM, alerted: 0 } }, ['firm.alerts: warning']],
    [
      'asks trainers for answers that nobody would believe',
      { ...GOOD, firm: { ...FIRM, answersByMail: { asked: 1, canBeBelieved: false } } },
      ['firm.answers-by-mail: problem'],
    ],
    [
      'asks nobody for answers by mail',
      { ...GOOD, firm: { ...FIRM, answersByMail: { asked: 0, canBeBelieved: false } } },
      [],
    ],
    [
      'has a setting of nonsense',
      { ...GOOD, firm: { ...FIRM, unreadable: [{ key: 'brake', value: 'perhaps' }] } },
      ['firm.settings: warning'],
    ],
    ['has no tab of settings', { ...GOOD, firm: null }, []],
  ])('%s', (_, facts, faults) => {
    expect(faultsOf(checkSheet(facts))).toEqual(faults);
  });
});

describe('the script', () => {
  const manifest = JSON.parse(
    readFileSync(join(__dirname, '..', '..', '..', 'apps-script', 'appsscript.json'), 'utf8'),
  ) as { oauthScopes: string[] };

  test('its manifest asks for what the list gives a reason for, and for nothing else', () => {
    expect([...manifest.oauthScopes].sort()).toEqual(Object.keys(SCRIPT_SCOPES).sort());
    for (const reason of Object.values(SCRIPT_SCOPES)) expect(reason.length).toBeGreaterThan(20);
  });

  const scopes = Object.keys(SCRIPT_SCOPES);
  test.each<[string, Parameters<typeof checkScript>[0], string[]]>([
    ['as it should be', { kind: 'read', scopes }, []],
    ['not beside the program', { kind: 'not-here' }, []],
    ['unreadable', { kind: 'unreadable', path: '/x' }, ['script.scopes: problem']],
    ['asks for more', { kind: 'read', scopes: [...scopes, 'mail'] }, ['script.scopes: problem']],
    ['asks for less', { kind: 'read', scopes: scopes.slice(1) }, ['script.scopes: problem']],
  ])('%s', (_, facts, faults) => {
    expect(faultsOf(checkScript(facts))).toEqual(faults);
  });
});

describe('the clock', () => {
  test.each<[number | null, string[]]>([
    [null, []],
    [0, []],
    [120_000, []],
    [-120_000, []],
    [121_000, ['clock: problem']],
    [-121_000, ['clock: problem']],
  ])('the server is %s ms ahead', (ahead, faults) => {
    expect(faultsOf(checkClock({ kind: 'told', ahead }))).toEqual(faults);
  });

  test('is said to be slow when the server is ahead, and fast when behind', () => {
    expect(said(checkClock({ kind: 'told', ahead: 300_000 }))).toContain('5 minutes slow');
    expect(said(checkClock({ kind: 'told', ahead: -300_000 }))).toContain('5 minutes fast');
  });

  test('of a server that is not there is not told', () => {
    const findings = checkClock({ kind: 'unreachable', reason: 'refused' });
    expect(faultsOf(findings)).toEqual(['sheet: problem']);
    expect(said(findings)).toContain('refused');
  });
});

describe('the report', () => {
  const IMAP = ok('imap', 'It answers.');
  const FOLDER = problem('imap.folder', 'It has no folder.', 'Write one.');
  const SENT = warning('imap.sent', 'It names no folder.', 'Ask.');

  test('has a line for each check and one for all', () => {
    expect(reportLines([IMAP, FOLDER, SENT])).toEqual([
      'ok       imap         It answers.',
      'problem  imap.folder  It has no folder. → Write one.',
      'warning  imap.sent    It names no folder. → Ask.',
      '1 problem, 1 warning.',
    ]);
    expect(countsOf([IMAP, FOLDER, SENT])).toEqual({ problems: 1, warnings: 1 });
  });

  test.each<[string, readonly Finding[], string]>([
    ['nothing', [IMAP], 'Everything is in order.'],
    ['a warning', [IMAP, SENT], 'No problems, 1 warning.'],
    ['two problems', [FOLDER, FOLDER], '2 problems, no warnings.'],
  ])('sums up %s', (_, findings, line) => {
    expect(reportLines(findings).slice(-1)).toEqual([line]);
  });
});
