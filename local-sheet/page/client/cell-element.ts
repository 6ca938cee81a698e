/// <reference lib="dom" />
/** One cell as an element. */
import type { CellRule, CellView, Look } from '../protocol';
import { paint } from './colors';
import { el } from './dom';
import { lineHeight } from './layout';
import { fontPixels } from './text-width';

interface CellPlace {
  readonly id: string;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  /** Distance from the left edge at which a frozen cell stays; null scrolls. */
  readonly stickAt: number | null;
  readonly lastFrozen: boolean;
  /** Room to the right into which a long text may run, because nothing stands there. */
  readonly room: number;
}

export function cellElement(
  cell: CellView | undefined,
  look: Look,
  rule: CellRule | null,
  place: CellPlace,
  dark: boolean,
  openLabel: string,
): HTMLElement {
  const text = cell?.t ?? '';
  const element = el('div', {
    class: 'cell',
    role: 'gridcell',
    id: place.id,
    'aria-colindex': place.column + 1,
  });
  element.dataset.column = String(place.column);
  element.style.width = `${place.width}px`;
  element.style.height = `${place.height}px`;
  if (place.stickAt !== null) {
    element.classList.add('is-frozen');
    element.style.left = `${place.stickAt}px`;
    if (place.lastFrozen) element.classList.add('is-edge');
  }
  if (cell?.n) element.classList.add('has-note');
  const painted = paint(look.background, look.color, dark);
  if (rule?.kind === 'checkbox') {
    element.classList.add('to-center');
    element.append(checkbox(text));
    element.setAttribute('aria-checked', text === 'TRUE' ? 'true' : 'false');
    return element;
  }
  if (rule?.kind === 'list') {
    const caret = el('button', { class: 'caret', type: 'button', tabindex: -1, 'aria-label': openLabel });
    if (text === '') {
      element.append(caret);
    } else {
      const chip = el('span', { class: 'chip' }, el('b', {}, text), caret);
      if (painted.fill !== null) chip.style.background = painted.fill;
      if (painted.text !== null) chip.style.color = painted.text;
      dress(chip, look);
      element.append(chip);
    }
    return element;
  }
  if (painted.fill !== null) element.style.backgroundColor = painted.fill;
  if (painted.text !== null) element.style.color = painted.text;
  if (text === '') return element;
  const shown = el('span', {}, text);
  dress(shown, look);
  const aligned = look.align === 'right' || look.align === 'center';
  if (aligned) element.classList.add(look.align === 'right' ? 'to-right' : 'to-center');
  if (look.wrap) wrap(element, shown, place.height, look);
  else if (place.room > 0 && !aligned) {
    element.classList.add('runs-over');
    shown.style.maxWidth = `${place.width + place.room - 16}px`;
  }
  element.append(shown);
  return element;
}

/** As many whole lines as the row has room for, then an ellipsis. */
function wrap(element: HTMLElement, shown: HTMLElement, height: number, look: Look): void {
  const lines = Math.floor((height - 6) / lineHeight(fontPixels(look)));
  if (lines < 2) return;
  element.classList.add('wraps');
  shown.style.setProperty('-webkit-line-clamp', String(lines));
}

function dress(element: HTMLElement, look: Look): void {
  if (look.bold) element.style.fontWeight = '600';
  if (look.italic) element.style.fontStyle = 'italic';
  const lines = [look.strike ? 'line-through' : '', look.underline ? 'underline' : ''].join(' ').trim();
  if (lines !== '') element.style.textDecoration = lines;
  if (look.size !== undefined) element.style.fontSize = `${fontPixels(look)}px`;
}

function checkbox(text: string): HTMLElement {
  return el('span', { class: text === 'TRUE' ? 'check is-on' : 'check', 'aria-hidden': 'true' });
}
