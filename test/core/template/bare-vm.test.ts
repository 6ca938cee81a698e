/** Apps Script has ECMAScript and nothing else: what core/template and the rules bundle to must run there. */
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';

const ROOT = path.resolve(__dirname, '../../..');

const ENTRY = `
  import { renderTemplate } from './core/template/render';
  import { reconcileTicket, TICKET_RULES } from './core/ticket/reconcile';
  import { planReminders } from './core/session/reminders';
  import { parseClockState } from './core/sla/clock-state';
  export function run() {
    const view = { person: { name: 'Anna' }, answer: '' };
    const template = { subject: 'A {{ person.name }}', body: '{% if answer %}x{% else %}{{ 5 | plural: "dzień", "dni", "dni" }}{% endif %}{{ oops }}' };
    return JSON.stringify([
      renderTemplate(template, view, { language: 'pl' }),
      renderTemplate({ subject: '', body: '{% include "x" %}' }, view, { language: 'pl' }).kind,
      renderTemplate({ subject: '', body: '{% for i in (1..100000000) %}x{% endfor %}' }, view, { language: 'pl' }).kind,
      parseClockState('{'),
      typeof reconcileTicket, typeof planReminders, TICKET_RULES.quiet.closeResolvedAfter,
    ]);
  }
`;

test('templates and rules run in a context with no globals but those of ECMAScript', async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bundle',
    platform: 'neutral',
    // liquidjs names its build without Node in "es2015"; everything else is ESM under "module".
    mainFields: ['es2015', 'module', 'main'],
    target: 'es2020',
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  // V8 adds console and WebAssembly to every context; Apps Script has neither.
  const context = vm.createContext({});
  vm.runInContext(
    'delete globalThis.console; delete globalThis.WebAssembly; delete globalThis.Intl;',
    context,
  );
  const answer: unknown = JSON.parse(String(vm.runInContext(`${code}; bundle.run()`, context)));
  expect(answer).toEqual([
    {
      kind: 'rendered',
      subject: 'A Anna',
      text: 'dni',
      problems: [{ kind: 'unknown-placeholder', part: 'body', placeholder: 'oops' }],
    },
    'broken',
    'broken',
    'unreadable',
    'function',
    'function',
    7,
  ]);
});
