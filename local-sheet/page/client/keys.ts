/// <reference lib="dom" />
/** The keys of the grid, as spreadsheets have them. */
import type { Grid } from './grid';

interface KeyActions {
  /** null edits what is there; a text replaces it. */
  edit(typed: string | null): void;
  tick(): void;
  clear(): void;
  undo(): void;
  nextTab(by: 1 | -1): void;
  isCheckbox(): boolean;
}

export function gridKey(event: KeyboardEvent, grid: Grid, actions: KeyActions): void {
  if (event.isComposing) return;
  const control = event.ctrlKey || event.metaKey;
  if (act(event, control, grid, actions)) event.preventDefault();
}

function act(event: KeyboardEvent, control: boolean, grid: Grid, actions: KeyActions): boolean {
  const { row, column } = grid.selected;
  const far = 1_000_000;
  switch (event.key) {
    case 'ArrowDown':
      if (event.altKey) actions.edit(null);
      else if (control) grid.select({ row: far, column });
      else grid.move(1, 0);
      return true;
    case 'ArrowUp':
      if (control) grid.select({ row: 0, column });
      else grid.move(-1, 0);
      return true;
    case 'ArrowRight':
      if (control) grid.select({ row, column: far });
      else grid.move(0, 1);
      return true;
    case 'ArrowLeft':
      if (control) grid.select({ row, column: 0 });
      else grid.move(0, -1);
      return true;
    case 'Home':
      grid.select({ row: control ? 0 : row, column: 0 });
      return true;
    case 'End':
      grid.select({ row: control ? far : row, column: far });
      return true;
    case 'PageDown':
      if (control) actions.nextTab(1);
      else grid.move(grid.pageRows, 0);
      return true;
    case 'PageUp':
      if (control) actions.nextTab(-1);
      else grid.move(-grid.pageRows, 0);
      return true;
    case 'Enter':
    case 'F2':
      actions.edit(null);
      return true;
    case 'Delete':
    case 'Backspace':
      actions.clear();
      return true;
    case ' ':
      if (control || event.altKey) return false;
      if (actions.isCheckbox()) actions.tick();
      else actions.edit(' ');
      return true;
    default:
      break;
  }
  if (control) {
    if (event.key.toLowerCase() !== 'z' || event.shiftKey) return false;
    actions.undo();
    return true;
  }
  // Any letter begins to type over the cell. Tab leaves the grid: the keyboard must not be trapped in it.
  if (event.key.length !== 1 || event.altKey) return false;
  actions.edit(event.key);
  return true;
}
