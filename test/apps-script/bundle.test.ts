/** What is uploaded: what Google would refuse or miss is found here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { addOnFirm } from './support/add-on-desk';
import { builtProject } from './support/bundle';
import { ANNA, at, setUpDesk } from './support/desk';

const { code, pages, manifest } = builtProject();

const entry = readFileSync(join(__dirname, '..', '..', 'apps-script', 'entry.ts'), 'utf8');
const exported = Array.from(
  entry.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm),
  ([, name]) => name ?? '',
);

function globalFunctions(): string[] {
  return parse(code, { ecmaVersion: 2020 }).body.flatMap((statement) =>
    statement.type === 'FunctionDeclaration' ? [statement.id.name] : [],
  );
}

function inlineScript(page: string): string {
  const [, script] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
  return script ?? '';
}

describe('the uploaded script', () => {
  test('is ES2020', () => {
    expect(() => parse(code, { ecmaVersion: 2020 })).not.toThrow();
  });

  test('has a global function for each export of the entry file and no other', () => {
    expect(globalFunctions().sort()).toEqual([...exported].sort());
    expect(globalFunctions().filter((name) => name.endsWith('_'))).toEqual([]);
  });

  test('offers every function that menus, triggers and the page name, and none that nothing names', () => {
    const desk = setUpDesk();
    const inMenus = desk.host
      .open(ANNA)
      .flatMap(({ items }) => items.map(({ functionName }) => functionName));
    const started: string[] = [];
    desk.onCall = ({ functionName }) => started.push(functionName);
    desk.clock.time = at('2026-11-23T09:06:00Z');
    desk.host.runDueTriggers();
    const onPages = Object.values(pages).flatMap((page) =>
      Array.from(inlineScript(page).matchAll(/\b(sidebar|dialog|portal)Call\b/g), ([name]) => name),
    );
    const { desk: firm, question } = addOnFirm();
    const { cards } = firm.host.runAddOnTrigger(ANNA, 'gmail', question);
    const inGmail = Array.from(
      JSON.stringify([manifest.addOns, cards]).matchAll(/"(?:\w*F|f)unction":"(\w+)"/g),
      ([, name]) => name ?? '',
    );
    const named = new Set(['onOpen', 'onEdit', 'doGet', ...inMenus, ...started, ...onPages, ...inGmail]);
    expect(Array.from(named).sort()).toEqual(globalFunctions().sort());
  });

  test('does nothing when it is loaded, and needs no global that Apps Script lacks', () => {
    const context = createContext({});
    expect(() => runInContext(code, context)).not.toThrow();
    expect(
      Object.keys(context)
        .filter((name) => name !== 'Rowdesk')
        .sort(),
    ).toEqual(globalFunctions().sort());
  });
});

describe('the manifest', () => {
  test('asks for no more than the script uses', () => {
    expect(manifest).toMatchObject({
      runtimeVersion: 'V8',
      // For the page on which participants end the reminders: they have no account, so it runs with the publisher's.
      webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' },
      dependencies: {
        enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }],
      },
    });
    expect(manifest.oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.scriptapp',
      'https://www.googleapis.com/auth/userinfo.email',
      // Each of these holds for the one mail beside which the add-on runs.
      'https://www.googleapis.com/auth/gmail.addons.execute',
      'https://www.googleapis.com/auth/gmail.addons.current.message.metadata',
      'https://www.googleapis.com/auth/gmail.addons.current.message.action',
      'https://www.googleapis.com/auth/gmail.addons.current.action.compose',
    ]);
    expect(manifest.addOns).toEqual({
      common: {
        name: 'Rowdesk',
        logoUrl: expect.stringMatching(/^https:/),
        homepageTrigger: { runFunction: 'addOnHome' },
        openLinkUrlPrefixes: ['https://docs.google.com/spreadsheets/'],
      },
      gmail: { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'addOnMail' }] },
    });
    for (const service of ['MailApp', 'DriveApp', 'UrlFetchApp']) expect(code).not.toContain(service);
  });
});

describe.each(Object.entries(pages))('the page %s', (_, page) => {
  test('is one file: nothing is fetched from anywhere', () => {
    const markup = page.replace(/<script>[\s\S]*?<\/script>/g, '');
    expect(markup).not.toMatch(/\b(?:src|href)\s*=/i);
    expect(markup).not.toMatch(/@import|url\(/i);
    expect(page).not.toMatch(/<!-- (?:script|style) -->/);
  });

  test('has a script that the HTML cannot end early, in ES2020', () => {
    expect(page.match(/<\/script/gi)).toHaveLength(1);
    expect(() => parse(inlineScript(page), { ecmaVersion: 2020 })).not.toThrow();
  });

  test('never turns text into markup', () => {
    expect(inlineScript(page)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
  });
});

test('pages are those that the script shows', () => {
  expect(Object.keys(pages).sort()).toEqual(['Forecast', 'Import', 'Preview', 'Sidebar', 'Stop']);
});
