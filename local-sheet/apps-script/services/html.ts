import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import type { Sandbox } from '../sandbox';
import { enumeration, serviceObject } from '../service-object';
import { isRecord, refuseArguments, text, whole } from './arguments';
import { templateCode } from './html-template';

/** What a page is made of, behind the HtmlOutput that the script holds. */
export interface Page {
  content: string;
  title: string;
  width: number | null;
  height: number | null;
  readonly meta: { readonly name: string; readonly content: string }[];
}

const pages = new WeakMap<object, Page>();

export function pageOf(value: unknown): Page | null {
  return isRecord(value) ? (pages.get(value) ?? null) : null;
}

/** developers.google.com/apps-script/reference/html/html-output#addmetatagname,-content */
const META_TAGS = new Set([
  'apple-mobile-web-app-capable',
  'apple-mobile-web-app-status-bar-style',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
]);

/** HtmlService (developers.google.com/apps-script/reference/html). Its files travel with the script. */
export function htmlService(
  run: Execution,
  sandbox: Sandbox,
  files: Readonly<Record<string, string>>,
): object {
  const file = (name: unknown): string => {
    const wanted = text(name, 'HtmlService.createHtmlOutputFromFile');
    const found = files[wanted] ?? files[`${wanted}.html`] ?? files[wanted.replace(/\.html$/, '')];
    if (found === undefined) throw new ServiceException(`No HTML file named ${wanted} was found.`);
    return found;
  };
  return serviceObject(run, 'HtmlService', {
    XFrameOptionsMode: enumeration(run, 'XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']),
    SandboxMode: enumeration(run, 'SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']),
    createHtmlOutput: (html: unknown = '') =>
      htmlOutput(run, sandbox, text(html, 'HtmlService.createHtmlOutput')),
    createHtmlOutputFromFile: (name: unknown) => htmlOutput(run, sandbox, file(name)),
    createTemplate: (html: unknown) => htmlTemplate(run, sandbox, text(html, 'HtmlService.createTemplate')),
    createTemplateFromFile: (name: unknown) => htmlTemplate(run, sandbox, file(name)),
  });
}

function htmlOutput(run: Execution, sandbox: Sandbox, html: string): object {
  const page: Page = { content: html, title: '', width: null, height: null, meta: [] };
  const put = (change: () => void): object => {
    change();
    return self;
  };
  const self: object = serviceObject(run, 'HtmlOutput', {
    getContent: () => page.content,
    setContent: (next: unknown) => put(() => (page.content = text(next, 'HtmlOutput.setContent'))),
    append: (more: unknown) => put(() => (page.content += text(more, 'HtmlOutput.append'))),
    appendUntrusted: (more: unknown) =>
      put(() => (page.content += escapeHtml(text(more, 'HtmlOutput.appendUntrusted')))),
    clear: () => put(() => (page.content = '')),
    getTitle: () => page.title,
    setTitle: (title: unknown) => put(() => (page.title = text(title, 'HtmlOutput.setTitle'))),
    getWidth: () => page.width,
    setWidth: (width: unknown) => put(() => (page.width = size(width, 'HtmlOutput.setWidth'))),
    getHeight: () => page.height,
    setHeight: (height: unknown) => put(() => (page.height = size(height, 'HtmlOutput.setHeight'))),
    addMetaTag: (name: unknown, content: unknown) =>
      put(() => {
        const tag = text(name, 'HtmlOutput.addMetaTag');
        if (!META_TAGS.has(tag)) {
          throw new ServiceException('The specified meta tag cannot be used in this context.');
        }
        page.meta.push({ name: tag, content: text(content, 'HtmlOutput.addMetaTag') });
      }),
    // Pages run in an iframe here as well, and no other site frames them.
    setXFrameOptionsMode: (mode: unknown) => put(() => required(mode, 'HtmlOutput.setXFrameOptionsMode')),
    // "This method now has no effect — previously it set the sandbox mode used for client-side scripts."
    setSandboxMode: (mode: unknown) => put(() => required(mode, 'HtmlOutput.setSandboxMode')),
    asTemplate: () => htmlTemplate(run, sandbox, page.content),
  });
  pages.set(self, page);
  return self;
}

/**
 * A template is an open object: the script sets properties on it, which its scriptlets read as variables. So
 * it is made of the script's own Object and has only its methods from here.
 */
function htmlTemplate(run: Execution, sandbox: Sandbox, source: string): object {
  const template = new sandbox.globals.Object();
  const method = (name: string, act: () => unknown): void => {
    Object.defineProperty(template, name, {
      value: () => {
        try {
          run.enter(`HtmlTemplate.${name}`, false);
          return act();
        } catch (failure) {
          throw run.asScriptError(failure, `HtmlTemplate.${name}`);
        }
      },
    });
  };
  method('getRawContent', () => source);
  method('getCode', () => templateCode(source));
  method('evaluate', () => {
    const names = Object.keys(template);
    const ScriptFunction = sandbox.globals.Function as FunctionConstructor;
    const render = new ScriptFunction('$escape', ...names, templateCode(source));
    const values = names.map((name) => (template as Record<string, unknown>)[name]);
    return htmlOutput(run, sandbox, String(render((value: unknown) => escapeHtml(String(value)), ...values)));
  });
  return template;
}

/** The page as a document of its own, with what Google puts around it. */
export function documentOf(page: Page): string {
  const title = page.title === '' ? '' : `<title>${escapeHtml(page.title)}</title>`;
  const meta = page.meta
    .map(({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`)
    .join('');
  const head = /<head[^>]*>/i.exec(page.content);
  if (head === null) return `${title}${meta}${page.content}`;
  const at = head.index + head[0].length;
  return `${page.content.slice(0, at)}${title}${meta}${page.content.slice(at)}`;
}

function escapeHtml(value: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function size(value: unknown, method: string): number | null {
  return value === null ? null : whole(value, method);
}

function required(value: unknown, method: string): void {
  if (value === null || typeof value !== 'object') refuseArguments(method, [value]);
}
