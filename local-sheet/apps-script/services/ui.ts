import type { ShownHtml } from '../../contract';
import type { Execution } from '../execution';
import { NotEmulated, ServiceException } from '../failure';
import type { Answer, Question } from '../project';
import { enumeration, remote, serviceObject } from '../service-object';
import { isRecord, refuseArguments, text } from './arguments';
import { pageOf } from './html';

const UI_SCOPE = 'script.container.ui';
const BUTTON_SETS = ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'] as const;
type ButtonSet = (typeof BUTTON_SETS)[number];

type Item = { readonly caption: string; readonly functionName: string };
const menuItems = new WeakMap<object, { readonly caption: string; readonly items: Item[] }>();

export type Asking = ((question: Question) => Answer) | undefined;

/** Ui (developers.google.com/apps-script/reference/base/ui). */
export function uiService(run: Execution, asking: Asking): object {
  const buttons = enumeration(run, 'Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
  const buttonSets = enumeration(run, 'ButtonSet', BUTTON_SETS);

  const question = (kind: Question['kind'], args: readonly unknown[]): Question => {
    const method = `Ui.${kind}`;
    const [first, second, third] = args;
    const setName = (value: unknown): ButtonSet =>
      BUTTON_SETS.find((name) => buttonSets[name] === value) ?? refuseArguments(method, args);
    if (args.length === 3) {
      return { kind, title: text(first, method), text: text(second, method), buttons: setName(third) };
    }
    const set = args.length === 2 ? setName(second) : 'OK';
    return { kind, title: null, text: text(first, method), buttons: set };
  };
  const answerTo = (asked: Question): Answer => {
    if (asking !== undefined) return asking(asked);
    if (asked.kind === 'alert' && asked.buttons === 'OK') return { button: 'OK' };
    throw new NotEmulated(`Ui.${asked.kind} with a choice ("${asked.text}"): nobody is there to answer it`);
  };
  const shown = (output: unknown, method: string, title?: unknown): ShownHtml => {
    run.requireAuthorization(method, [UI_SCOPE]);
    const page = pageOf(output);
    if (page === null) return refuseArguments(method, [output, ...(title === undefined ? [] : [title])]);
    const { content: html, width, height } = page;
    return { title: title === undefined ? page.title : text(title, method), html, width, height };
  };

  return serviceObject(run, 'Ui', {
    Button: buttons,
    ButtonSet: buttonSets,
    createMenu: (caption: unknown) => menu(run, text(caption, 'Ui.createMenu')),
    alert: remote((...args: readonly unknown[]) => {
      const asked = question('alert', args);
      run.screen.alerts.push(asked.title === null ? asked.text : `${asked.title}: ${asked.text}`);
      return buttons[answerTo(asked).button];
    }),
    prompt: remote((...args: readonly unknown[]) => {
      const { button, text: typed = '' } = answerTo(question('prompt', args));
      return serviceObject(run, 'PromptResponse', {
        getSelectedButton: () => buttons[button],
        getResponseText: () => typed,
      });
    }),
    showSidebar: remote((output: unknown) => {
      // "The sidebar's width is always 300 pixels."
      run.screen.sidebar = { ...shown(output, 'Ui.showSidebar'), width: 300 };
    }),
    showModalDialog: remote((output: unknown, title: unknown = null) => {
      run.screen.dialog = shown(output, 'Ui.showModalDialog', title);
    }),
    showModelessDialog: remote((output: unknown, title: unknown = null) => {
      run.screen.dialog = shown(output, 'Ui.showModelessDialog', title);
    }),
  });
}

/** A sub-menu's items are listed with its caption before theirs: a menu here has one level. */
function menu(run: Execution, caption: string): object {
  const items: Item[] = [];
  const self: object = serviceObject(run, 'Menu', {
    addItem: (label: unknown, functionName: unknown) => {
      const method = 'Menu.addItem';
      items.push({ caption: text(label, method), functionName: text(functionName, method) });
      return self;
    },
    addSeparator: () => self,
    addSubMenu: (sub: unknown) => {
      const inner = isRecord(sub) ? menuItems.get(sub) : undefined;
      if (inner === undefined) return refuseArguments('Menu.addSubMenu', [sub]);
      for (const item of inner.items) items.push({ ...item, caption: `${inner.caption} › ${item.caption}` });
      return self;
    },
    addToUi: remote(() => {
      run.screen.menus.push({ caption, items: [...items] });
    }),
  });
  menuItems.set(self, { caption, items });
  return self;
}

export function requireUi(run: Execution): void {
  if (!run.rights.ui) throw new ServiceException('Cannot call SpreadsheetApp.getUi() from this context.');
}
