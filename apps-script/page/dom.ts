/** Elements of the page by id, and new ones. Text only ever enters as textContent. */

interface Kinds {
  readonly button: HTMLButtonElement;
  readonly select: HTMLSelectElement;
  readonly textarea: HTMLTextAreaElement;
  readonly details: HTMLDetailsElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly iframe: HTMLIFrameElement;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}"`);
  return found;
}

export function byIdOf<K extends keyof Kinds>(tag: K, id: string): Kinds[K] {
  const found = byId(id);
  if (found.localName !== tag) throw new Error(`#${id} is no ${tag}`);
  // localName has just been compared.
  return found as unknown as Kinds[K];
}

export function element(tag: string, className: string, ...inside: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...inside);
  return made;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A button that is no submit button. */
export function button(className: string, text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

export function fillOptions(select: HTMLSelectElement, choices: readonly Option[]): void {
  select.replaceChildren(...choices.map(option));
}

/** An `<optgroup>`, or nothing for no choices. */
export function optionGroup(label: string, choices: readonly Option[]): HTMLElement[] {
  if (choices.length === 0) return [];
  const group = document.createElement('optgroup');
  group.label = label;
  group.append(...choices.map(option));
  return [group];
}

function option({ value, label }: Option): HTMLOptionElement {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = label;
  return made;
}
