/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Draws a card of the Gmail add-on, as Gmail's side panel does. */
import { el } from '../../../local-sheet/page/client/dom';
import type { ButtonView, CardClick, CardPress, CardRequest, CardView, WidgetView } from '../cards';

export interface CardUse {
  readonly pressed: (click: CardClick) => void;
  readonly openLink: (url: string) => void;
}

/** Fields of a drawn card carry this name. */
const FIELD = 'data-field';

export function cardElement({ header, sections }: CardView, use: CardUse): HTMLElement {
  return el(
    'div',
    { class: 'g-card' },
    el(
      'header',
      {},
      el('h4', { tabindex: -1, dir: 'auto' }, header.title),
      header.subtitle === '' ? null : el('p', {}, header.subtitle),
    ),
    ...sections.map((section) =>
      el(
        'section',
        {},
        section.header === '' ? null : el('h5', {}, section.header),
        ...section.widgets.map((widget) => widgetElement(widget, use)),
      ),
    ),
  );
}

/** What is chosen and typed on the card at this moment. */
export function inputsOf(card: HTMLElement): CardRequest['inputs'] {
  const fields = card.querySelectorAll<HTMLSelectElement | HTMLTextAreaElement | HTMLInputElement>(
    `[${FIELD}]`,
  );
  return Object.fromEntries([...fields].map((field) => [field.getAttribute(FIELD) ?? '', [field.value]]));
}

function widgetElement(widget: WidgetView, use: CardUse): HTMLElement {
  if ('textParagraph' in widget)
    return el('p', { class: 'g-text', dir: 'auto' }, ...inMarkup(widget.textParagraph.text));
  if ('decoratedText' in widget) return decorated(widget.decoratedText, use);
  if ('selectionInput' in widget) return selection(widget.selectionInput, use);
  if ('textInput' in widget) return textField(widget.textInput);
  if ('buttonList' in widget)
    return el(
      'p',
      { class: 'g-buttons' },
      ...widget.buttonList.buttons.map((button) => buttonElement(button, use)),
    );
  return el('hr');
}

type Decorated = Extract<WidgetView, { decoratedText: unknown }>['decoratedText'];

function decorated({ topLabel, text, bottomLabel, onClick, button }: Decorated, use: CardUse): HTMLElement {
  const parts = [
    topLabel === '' ? null : el('span', { class: 'g-label' }, topLabel),
    el('span', { class: 'g-words', dir: 'auto' }, ...inMarkup(text)),
    bottomLabel === '' ? null : el('span', { class: 'g-label' }, bottomLabel),
  ];
  if (onClick === undefined)
    return el('p', { class: 'g-fact' }, ...parts, button === undefined ? null : buttonElement(button, use));
  const line = el('button', { type: 'button', class: 'g-fact' }, ...parts);
  line.addEventListener('click', () => follow(onClick, use));
  return line;
}

type Selection = Extract<WidgetView, { selectionInput: unknown }>['selectionInput'];

function selection({ name, label, items, onChangeAction }: Selection, use: CardUse): HTMLElement {
  const list = el(
    'select',
    { [FIELD]: name },
    ...items.map(({ text, value, selected }) => el('option', { value, selected }, text)),
  );
  if (onChangeAction !== undefined)
    list.addEventListener('change', () => use.pressed({ action: onChangeAction }));
  return el('label', { class: 'g-field' }, label, list);
}

type Input = Extract<WidgetView, { textInput: unknown }>['textInput'];

function textField({ name, label, hintText, value, type }: Input): HTMLElement {
  const attributes = { [FIELD]: name, placeholder: hintText, dir: 'auto' };
  const field =
    type === 'MULTIPLE_LINE' ? el('textarea', { ...attributes, rows: 2 }) : el('input', attributes);
  field.value = value;
  return el('label', { class: 'g-field' }, label || hintText, field);
}

function buttonElement({ text, type, disabled, altText, onClick }: ButtonView, use: CardUse): HTMLElement {
  const button = el(
    'button',
    {
      type: 'button',
      class: type === 'FILLED' ? 'button is-main' : 'button',
      disabled,
      ...(altText !== undefined && { 'aria-label': altText }),
    },
    text,
  );
  if (onClick !== undefined) button.addEventListener('click', () => follow(onClick, use));
  return button;
}

function follow(press: CardPress, use: CardUse): void {
  if ('openLink' in press) use.openLink(press.openLink.url);
  else use.pressed(press);
}

const KEPT: ReadonlySet<string> = new Set(['B', 'I', 'U', 'S', 'BR']);

/**
 * Texts of cards may hold a little HTML. It is read in a document that is never shown and fetches nothing; what comes
 * over from there are texts, line breaks and plain emphasis.
 */
function inMarkup(html: string): Node[] {
  return copied(new DOMParser().parseFromString(html, 'text/html').body);
}

function copied(from: Node): Node[] {
  return [...from.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
    if (!KEPT.has(node.nodeName)) return copied(node);
    const kept = document.createElement(node.nodeName);
    kept.append(...copied(node));
    return [kept];
  });
}
