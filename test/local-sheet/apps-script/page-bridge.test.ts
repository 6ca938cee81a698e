import vm from 'node:vm';
import { type PageAnswer, pageBridge, withPageBridge } from '../../../local-sheet/apps-script/page-bridge';

interface Browser {
  readonly run: (code: string) => unknown;
  readonly posted: { readonly url: string; readonly body: unknown; readonly type: unknown }[];
  readonly asked: unknown[];
  /** Lets the answers arrive. */
  readonly settle: () => Promise<void>;
}

/** As much of a browser as the bridge touches. */
function browser(
  answer: (call: { functionName: string; args: unknown[] }) => PageAnswer | Error,
  url = '/script',
): Browser {
  const posted: Browser['posted'] = [];
  const asked: unknown[] = [];
  const window = {
    location: { origin: 'http://127.0.0.1' },
    parent: { postMessage: (message: unknown) => asked.push(message) },
  };
  class Node {}
  class HTMLFormElement extends Node {
    constructor(readonly fields: [string, string][]) {
      super();
    }
  }
  const context = vm.createContext({
    window,
    Node,
    HTMLFormElement,
    FormData: class {
      constructor(readonly form: HTMLFormElement) {}
      forEach(each: (value: string, name: string) => void) {
        for (const [name, value] of this.form.fields) each(value, name);
      }
    },
    console: { error: (...args: unknown[]) => asked.push(['console', ...args.map(String)]) },
    fetch: async (to: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
      posted.push({ url: to, body: JSON.parse(body), type: headers['content-type'] });
      const reply = answer(JSON.parse(body));
      if (reply instanceof Error) throw reply;
      return { json: async () => reply };
    },
    seen: [],
  });
  vm.runInContext(pageBridge(url), context);
  vm.runInContext('var google = window.google;', context);
  return {
    run: (code) => vm.runInContext(code, context),
    posted,
    asked,
    settle: async () => {
      for (let i = 0; i < 20; i += 1) await Promise.resolve();
    },
  };
}

const echo = ({ functionName, args }: { functionName: string; args: unknown[] }): PageAnswer =>
  functionName === 'bad' ? { error: 'Error: broken' } : { returned: args.length === 0 ? undefined : args };

test('a call goes to the server and its answer to the success handler, with the user object', async () => {
  const page = browser(echo);
  page.run(
    "google.script.run.withSuccessHandler((value, user) => seen.push(value, user)).withUserObject('me').search('zoom', { n: 1 })",
  );
  await page.settle();
  expect(page.posted).toEqual([
    { url: '/script', body: { functionName: 'search', args: ['zoom', { n: 1 }] }, type: 'application/json' },
  ]);
  expect(page.run('seen')).toEqual([['zoom', { n: 1 }], 'me']);
});

test('an error goes to the failure handler as an Error', async () => {
  const page = browser(echo);
  page.run(
    'google.script.run.withFailureHandler((error, user) => seen.push(error instanceof Error, error.message, user)).withUserObject(7).bad()',
  );
  await page.settle();
  expect(page.run('seen')).toEqual([true, 'Error: broken', 7]);
});

test('an error without a handler is told to the console', async () => {
  const page = browser(echo);
  page.run('google.script.run.bad()');
  await page.settle();
  expect(page.asked).toEqual([['console', 'Uncaught', 'Error: Error: broken']]);
});

test('a server that cannot be reached is a failure too', async () => {
  const page = browser(() => new Error('offline'));
  page.run('google.script.run.withFailureHandler((error) => seen.push(error.message)).search()');
  await page.settle();
  expect(page.run('seen')).toEqual(['NetworkError: Connection failure due to offline']);
});

test('nothing returned arrives as null', async () => {
  const page = browser(echo);
  page.run('google.script.run.withSuccessHandler((value) => seen.push(value)).nothing()');
  await page.settle();
  expect(page.run('seen')).toEqual([null]);
});

test('handlers of one call do not reach another', async () => {
  const page = browser(echo);
  page.run("const run = google.script.run; run.withSuccessHandler(() => seen.push('first')).a(); run.b(1);");
  await page.settle();
  expect(page.run('seen')).toEqual(['first']);
});

test('a form goes as its fields, several of one name as a list', async () => {
  const page = browser(echo);
  page.run("google.script.run.save(new HTMLFormElement([['name', 'Anna'], ['day', 'Mon'], ['day', 'Tue']]))");
  await page.settle();
  expect(page.posted[0]?.body).toEqual({
    functionName: 'save',
    args: [{ name: 'Anna', day: ['Mon', 'Tue'] }],
  });
});

test.each([
  ['a Date', 'new Date()', '0'],
  ['a function inside', '({ a: [() => 1] })', '0.a.0'],
  ['an element', 'new Node()', '0'],
])('%s is refused at once', (_what, value, path) => {
  const page = browser(echo);
  expect(() => page.run(`google.script.run.save(${value})`)).toThrow(
    `Failed due to illegal value in property: ${path}`,
  );
  expect(page.posted).toEqual([]);
});

test('google.script.host asks the window that holds the page', () => {
  const page = browser(echo);
  page.run(
    'google.script.host.close(); google.script.host.setHeight(240); google.script.host.setWidth("300"); google.script.host.editor.focus()',
  );
  const from = 'google.script.host';
  expect(page.asked).toEqual([
    { from, action: 'close' },
    { from, action: 'height', pixels: 240 },
    { from, action: 'width', pixels: 300 },
    { from, action: 'focus' },
  ]);
});

test('what is not there says so', () => {
  expect(() => browser(echo).run('google.script.history.push({})')).toThrow(
    'NotEmulated: google.script.history.push',
  );
});

test('an address cannot break out of the script', () => {
  const url = "/run?x='</script><script>alert(1)</script>\u2028$&";
  expect(pageBridge(url)).not.toContain('</script');
  expect(pageBridge(url)).not.toContain('\u2028');
  const page = browser(echo, url);
  page.run('google.script.run.a()');
  expect(page.posted[0]?.url).toBe(url);
});

test.each([
  ['<html><head><title>x</title></head></html>', '<html><head>|<title>x</title></head></html>'],
  ['<!doctype html><p>x', '<!doctype html>|<p>x'],
  ['<p>x', '|<p>x'],
  ['<html lang="pl"><body>', '<html lang="pl">|<body>'],
])('stands before everything else in %s', (html, expected) => {
  expect(withPageBridge(html, '/u').replace(/<script>[\s\S]*<\/script>/, '|')).toBe(expected);
});
