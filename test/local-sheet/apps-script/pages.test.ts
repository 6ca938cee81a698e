import { attempt, evaluate, MANIFEST, OWNER, project } from './project';

const HERE = { sheetId: 7, row: 2, column: 3 };

describe('functions that a page may call', () => {
  const CODE = `
    function open(a, b) { return [a, b, SpreadsheetApp.getActiveRange().getA1Notation()]; }
    const arrow = () => 'arrow';
    function hidden_() { return 'hidden'; }
    const desk = { inner() { return 'inner'; } };`;

  test('are top-level functions, called with plain values where the person stands', () => {
    const { host } = project(CODE);
    expect(host.runFromPage(OWNER, 'open', [{ n: [1, null] }, 'x'], HERE).returned).toEqual([
      { n: [1, null] },
      'x',
      'C2',
    ]);
    expect(host.runFromPage(OWNER, 'arrow', [], HERE).returned).toBe('arrow');
  });

  // guides/html/communication: "functions whose names end with an underscore" are private, and so are methods
  test.each([
    'hidden_',
    'desk.inner',
    'missing',
    'desk',
    'eval',
    'Array',
    'constructor',
    'SpreadsheetApp',
    'open();open',
    '',
  ])('%j is not one of them', (name) => {
    expect(() => project(CODE).host.runFromPage(OWNER, name, [], HERE)).toThrow(
      `google.script.run.${name} is not a function`,
    );
  });

  // guides/html/reference/run: "requests fail if you attempt to pass a Date, Function, …"
  test.each([
    ['a Date', [new Date(0)], '0'],
    ['a function in an object', [1, { on: () => 1 }], '1.on'],
    ['a Date deep inside', [{ a: [{ b: new Date(0) }] }], '0.a.0.b'],
  ])('cannot be given %s', (_what, args, path) => {
    expect(() => project(CODE).host.runFromPage(OWNER, 'open', args, HERE)).toThrow(
      `Failed due to illegal value in property: ${path}`,
    );
  });

  test('cannot be given what contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => project(CODE).host.runFromPage(OWNER, 'open', [loop], HERE)).toThrow(
      'illegal value in property: 0.self',
    );
  });

  test.each([
    ['a Date', 'new Date(0)', 'returned'],
    ['a Date in a list', '[1, { at: new Date(0) }]', 'returned.1.at'],
    ['a function', '() => 1', 'returned'],
    ['a service object', 'SpreadsheetApp.getActive()', 'returned'],
  ])('cannot return %s', (_what, value, path) => {
    const { host } = project(`function main() { return ${value}; }`);
    expect(() => host.runFromPage(OWNER, 'main', [], HERE)).toThrow(
      `main returned what google.script.run cannot carry, at ${path}`,
    );
  });

  test('tell the page why they failed', () => {
    const { host } = project('function main() { throw new Error("no such ticket"); }');
    expect(() => host.runFromPage(OWNER, 'main', [], HERE)).toThrow('Error: no such ticket');
  });
});

describe('menu items', () => {
  test('may name a method of an object', () => {
    const { host } = project('const menu = { go() { return "gone"; } };');
    expect(host.runMenuItem(OWNER, 'menu.go', HERE).returned).toBe('gone');
  });

  test('show sidebars, dialogs and alerts', () => {
    const { host } = project(
      `function main() {
        const ui = SpreadsheetApp.getUi();
        ui.showSidebar(HtmlService.createHtmlOutputFromFile('side').setTitle('Desk'));
        ui.showModalDialog(HtmlService.createHtmlOutput('<p>hello').setWidth(400).setHeight(250), 'Greeting');
        ui.alert('Saved'); ui.alert('Desk', 'Nothing new', ui.ButtonSet.OK);
        return ui.alert('fine') === ui.Button.OK;
      }`,
      {},
      { 'side.html': '<b>side</b>' },
    );
    expect(host.runMenuItem(OWNER, 'main', HERE)).toMatchObject({
      returned: true,
      sidebar: { title: 'Desk', html: '<b>side</b>', width: 300, height: null },
      dialog: { title: 'Greeting', html: '<p>hello', width: 400, height: 250 },
      alerts: ['Saved', 'Desk: Nothing new', 'fine'],
    });
  });

  test('ask, and get the answers that were handed in', () => {
    const { host } = project(
      `function main() {
        const ui = SpreadsheetApp.getUi();
        const sure = ui.alert('Sure?', ui.ButtonSet.YES_NO) === ui.Button.YES;
        const answer = ui.prompt('Desk', 'Which ticket?', ui.ButtonSet.OK_CANCEL);
        return [sure, answer.getSelectedButton() === ui.Button.OK, answer.getResponseText()];
      }`,
      { answer: ({ kind }) => (kind === 'alert' ? { button: 'YES' } : { button: 'OK', text: 'T-7K3Q9' }) },
    );
    expect(host.runMenuItem(OWNER, 'main', HERE).returned).toEqual([true, true, 'T-7K3Q9']);
  });
});

describe('HtmlService', () => {
  const files = { page: '<h1>file</h1>' };
  const rendered = (template: string, set = '') =>
    evaluate(
      `const t = HtmlService.createTemplate(${JSON.stringify(template)}); ${set} return t.evaluate().getContent();`,
    );

  test.each(['page', 'page.html'])('finds the file %s with and without its ending', (name) => {
    const { host } = project(
      `function main() { return HtmlService.createHtmlOutputFromFile('${name}').getContent(); }`,
      {},
      files,
    );
    expect(host.run('main').returned).toBe('<h1>file</h1>');
  });

  test('names a file that is missing', () => {
    expect(attempt("HtmlService.createHtmlOutputFromFile('none')")).toBe(
      'Exception: No HTML file named none was found.',
    );
  });

  // guides/html/templates
  test.each([
    ['no scriptlet', '<p>plain</p>', '', '<p>plain</p>'],
    [
      'a printing scriptlet escapes',
      '<p><?= name ?></p>',
      "t.name = '<b>&\"';",
      '<p>&lt;b&gt;&amp;&quot;</p>',
    ],
    ['a force-printing scriptlet does not', '<p><?!= name; ?></p>', "t.name = '<b>';", '<p><b></p>'],
    [
      'a standard scriptlet runs',
      '<? for (const n of list) { ?><i><?= n ?></i><? } ?>',
      't.list = [1, 2];',
      '<i>1</i><i>2</i>',
    ],
    ['output may be written to', '<? output.append("x") ?>y', '', 'xy'],
  ])('%s', (_what, template, set, expected) => {
    expect(rendered(template, set)).toBe(expected);
  });

  test('an error in a scriptlet is the script’s own', () => {
    expect(attempt('HtmlService.createTemplate("<?= missing ?>").evaluate()')).toBe(
      'ReferenceError: missing is not defined',
    );
  });

  test('escaping for JavaScript is not emulated, and says so', () => {
    const { host } = project(
      `function main() { HtmlService.createTemplate('<script>var a = <?= 1 ?>;</' + 'script>').evaluate(); }`,
    );
    expect(() => host.run('main')).toThrow('NotEmulated: HtmlTemplate: <?= ?> inside <script>');
  });

  test('only the meta tags of Google’s list are taken', () => {
    expect(attempt("HtmlService.createHtmlOutput('').addMetaTag('robots', 'none')")).toBe(
      'Exception: The specified meta tag cannot be used in this context.',
    );
  });
});

describe('the web app', () => {
  test('answers with a page, its title and its meta tags', () => {
    const { host } = project(`function doGet(e) {
      return HtmlService.createHtmlOutput('<html><head></head><p>' + e.parameter.q + '</p></html>').setTitle('Help & more').addMetaTag('viewport', 'width=device-width');
    }`);
    expect(host.get({ q: 'zoom' })).toEqual({
      mimeType: 'text/html',
      content:
        '<html><head><title>Help &amp; more</title><meta name="viewport" content="width=device-width"></head><p>zoom</p></html>',
    });
  });

  test.each([
    ['JSON', 'application/json'],
    ['ICAL', 'text/calendar'],
    ['TEXT', 'text/plain'],
  ])('answers with a text as %s', (type, mimeType) => {
    const { host } = project(
      `function doGet() { return ContentService.createTextOutput('x').setMimeType(ContentService.MimeType.${type}); }`,
    );
    expect(host.get({})).toEqual({ mimeType, content: 'x' });
  });

  // guides/web: "Request parameters"
  test('hands over the parameters of the request', () => {
    const { host } = project(
      'function doGet(e) { return ContentService.createTextOutput(JSON.stringify(e)); }',
    );
    expect(JSON.parse(host.get({ q: 'a b', n: '1' }).content)).toEqual({
      parameter: { q: 'a b', n: '1' },
      parameters: { q: ['a b'], n: ['1'] },
      queryString: 'q=a+b&n=1',
      contextPath: '',
      contentLength: -1,
    });
  });

  test('says when doGet gives nothing to show', () => {
    expect(() => project('function doGet() { return "text"; }').host.get({})).toThrow(
      'did not return anything that a web app can show',
    );
  });

  test('that would run as the visitor is not emulated', () => {
    const { again } = project('');
    const manifest = { ...MANIFEST, webapp: { access: 'ANYONE', executeAs: 'USER_ACCESSING' } };
    expect(() => again({ bundle: { code: 'function doGet() {}', htmlFiles: {}, manifest } }).get({})).toThrow(
      'webapp.executeAs USER_ACCESSING',
    );
  });

  test('knows its address when it has one', () => {
    expect(evaluate('return ScriptApp.getService().getUrl()')).toBe(null);
    expect(
      evaluate('return ScriptApp.getService().getUrl()', { webAppUrl: 'http://127.0.0.1:8080/portal' }),
    ).toBe('http://127.0.0.1:8080/portal');
  });
});
