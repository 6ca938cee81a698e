import { COLLEAGUE, MANIFEST, OWNER, type Project, project, STRANGER } from './project';

const HERE = { sheetId: 0, row: 1, column: 1 };
const EDIT = { oldValue: null, value: 'x' };

/** Ways in which `probe` comes to run; each gives what it returned. */
const WAYS: Record<string, (made: Project, user?: typeof OWNER) => unknown> = {
  'simple trigger': ({ host }, user = OWNER) => host.edited(user, HERE, EDIT)?.returned,
  'menu item': ({ host }, user = OWNER) => host.runMenuItem(user, 'probe', HERE).returned,
  page: ({ host }, user = OWNER) => host.runFromPage(user, 'probe', [], HERE).returned,
  editor: ({ host }) => host.run('probe').returned,
  'time trigger': ({ host, clock }) => {
    host.run('install');
    clock.advance(60_000);
    return host.runDueTriggers()[0]?.returned;
  },
  'web app': ({ host }) => host.get({}).content,
};

const probing = (expression: string, options = {}): Project =>
  project(
    `function probe() { try { return String(${expression}); } catch (error) { return String(error); } }
     function onEdit() { return probe(); }
     function doGet() { return ContentService.createTextOutput(probe()); }
     function install() { ScriptApp.newTrigger('probe').timeBased().everyMinutes(1).create(); }`,
    options,
  );

const way = (name: string, made: Project, user?: typeof OWNER): unknown => WAYS[name]?.(made, user);

describe('getUi', () => {
  // reference/spreadsheet/spreadsheet-app#getui: only for the current instance of an open editor
  test.each([
    ['simple trigger', 'Ui'],
    ['menu item', 'Ui'],
    ['page', 'Ui'],
    ['editor', 'Exception: Cannot call SpreadsheetApp.getUi() from this context.'],
    ['time trigger', 'Exception: Cannot call SpreadsheetApp.getUi() from this context.'],
    ['web app', 'Exception: Cannot call SpreadsheetApp.getUi() from this context.'],
  ])('from a %s: %s', (name, expected) => {
    expect(way(name, probing('SpreadsheetApp.getUi()'))).toBe(expected);
  });
});

describe('a simple trigger may not use what needs authorisation', () => {
  // guides/triggers: "They cannot access services that require authorization."
  const scope = (name: string) => `Required permissions: https://www.googleapis.com/auth/${name}`;
  test.each([
    [
      'the advanced service',
      'Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId())',
      `sheets.spreadsheets.get. ${scope('spreadsheets')}`,
    ],
    [
      'MailApp',
      'MailApp.sendEmail("a@b.example", "s", "b")',
      `MailApp.sendEmail. ${scope('script.send_mail')}`,
    ],
    [
      'triggers',
      'ScriptApp.getProjectTriggers()',
      `ScriptApp.getProjectTriggers. ${scope('script.scriptapp')}`,
    ],
    [
      'sidebars',
      'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"))',
      `Ui.showSidebar. ${scope('script.container.ui')}`,
    ],
    [
      'dialogs',
      'SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput("x"), "t")',
      `Ui.showModalDialog. ${scope('script.container.ui')}`,
    ],
    ['other files', 'SpreadsheetApp.openById("other")', `SpreadsheetApp.openById. ${scope('spreadsheets')}`],
  ])('%s', (_what, expression, message) => {
    expect(way('simple trigger', probing(expression))).toBe(
      `Exception: You do not have permission to call ${message}`,
    );
  });

  test.each([
    ['its own spreadsheet', 'SpreadsheetApp.getActiveRange().setValue("y").getValue()', 'y'],
    ['properties', 'PropertiesService.getDocumentProperties().setProperty("k", "v").getProperty("k")', 'v'],
    ['the cache', 'CacheService.getScriptCache().get("k")', 'null'],
    ['locks', 'LockService.getDocumentLock().tryLock(1)', 'true'],
    ['toasts', 'SpreadsheetApp.getActive().toast("hello")', 'undefined'],
  ])('but may use %s', (_what, expression, expected) => {
    expect(way('simple trigger', probing(expression))).toBe(expected);
  });
});

describe('scopes of the manifest', () => {
  const withScopes = (...scopes: string[]) => ({
    ...MANIFEST,
    oauthScopes: scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
  });
  const made = (expression: string, manifest: object) => {
    const { again } = project('');
    const bundle = {
      code: `function probe() { try { return String(${expression}); } catch (error) { return String(error); } }`,
      htmlFiles: {},
      manifest,
    };
    return again({ bundle, mail: () => undefined }).runMenuItem(OWNER, 'probe', HERE).returned;
  };
  // concepts/scopes: a manifest that lists scopes gets those and no others.
  test('what they leave out is refused', () => {
    expect(made('MailApp.getRemainingDailyQuota()', withScopes('spreadsheets'))).toBe(
      'Exception: Specified permissions are not sufficient to call MailApp.getRemainingDailyQuota. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    );
    expect(made('SpreadsheetApp.getActive()', withScopes())).toMatch(
      /Specified permissions are not sufficient to call SpreadsheetApp.getActive\. /,
    );
  });

  test.each(['spreadsheets', 'spreadsheets.currentonly'])(
    '%s is enough for the script’s own spreadsheet',
    (scope) => {
      expect(made('SpreadsheetApp.getActive()', withScopes(scope))).toBe('Spreadsheet');
    },
  );
});

describe('who is at the keyboard', () => {
  const active = 'Session.getActiveUser().getEmail()';
  // reference/base/session#getactiveuser
  test.each<[string, string, typeof OWNER, string]>([
    ['the developer in a simple trigger', 'simple trigger', OWNER, OWNER.email],
    ['a colleague of the same domain in a simple trigger', 'simple trigger', COLLEAGUE, COLLEAGUE.email],
    ['a stranger in a simple trigger', 'simple trigger', STRANGER, ''],
    ['a stranger who chose a menu item', 'menu item', STRANGER, STRANGER.email],
  ])('%s', (_what, name, user, expected) => {
    expect(way(name, probing(active), user)).toBe(expected);
  });

  test('two consumer accounts are not of one domain', () => {
    const made = probing(active, { owner: { email: 'me@gmail.com', locale: 'en' } });
    expect(way('simple trigger', made, STRANGER)).toBe('');
  });

  test('a visitor of the web app is nobody, and the script runs as its owner', () => {
    expect(
      way('web app', probing('[Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]')),
    ).toBe(`,${OWNER.email}`);
  });

  test('the locale is of the person, the zone of the script', () => {
    expect(
      way('menu item', probing('[Session.getActiveUserLocale(), Session.getScriptTimeZone()]'), COLLEAGUE),
    ).toBe('uk,Europe/Warsaw');
  });
});
