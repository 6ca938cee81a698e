/**
 * Keyboard shortcuts. With Alt, so that typing never sets one off (WCAG 2.1.4), and told by the place of the key, so
 * that they are the same on a Ukrainian layout. AltGr writes Polish letters and comes as Ctrl+Alt on Windows: never a
 * shortcut. On a Mac, Option writes them too, so there shortcuts rest while the focus is in a text.
 */
import type { PageWords } from '../../sheet-templates/words/page-words';
import { byIdOf, element } from './dom';
import type { Panel } from './panel';

type Command = 'answer' | 'note' | 'status' | 'article' | 'conversation' | 'more' | 'keys';

const KEYS: Readonly<Record<Command, string>> = {
  answer: 'R',
  note: 'N',
  status: 'S',
  article: 'I',
  conversation: 'L',
  more: 'M',
  keys: 'K',
};

// Object.keys of a constant object: its keys are known.
const COMMANDS = Object.keys(KEYS) as readonly Command[];

export function listenToKeys(run: (command: Command) => void): void {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.getModifierState('AltGraph') || (isMac() && isWritingInto(event.target))) return;
    const command = COMMANDS.find((each) => event.code === `Key${KEYS[each]}`);
    if (command === undefined) return;
    event.preventDefault();
    run(command);
  });
}

export function showKeys(panel: Panel, words: PageWords, cameFrom: HTMLElement): void {
  const ctrl = isMac() ? '⌘' : 'Ctrl';
  const rows: readonly (readonly [string, string])[] = [
    [`${ctrl}+Enter`, words.keyList.send],
    [`${ctrl}+Shift+Enter`, words.keyList.sendResolve],
    ...COMMANDS.map(
      (command) => [`${isMac() ? '⌥' : 'Alt'}+${KEYS[command]}`, words.keyList[command]] as const,
    ),
    ['Esc', words.keyList.escape],
  ];
  const list = element(
    'dl',
    'keys',
    ...rows.flatMap(([key, does]) => [element('dt', '', element('kbd', '', key)), element('dd', '', does)]),
  );
  const close = byIdOf('button', 'panel-cancel');
  panel.open(
    { title: words.keys, help: '', body: [list], first: close, confirm: null, cancel: words.close },
    cameFrom,
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function isWritingInto(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
