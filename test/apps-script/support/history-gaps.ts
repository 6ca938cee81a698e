/** Reads the History tab as a person would: from how a ticket began, through every line, to what stands there now. */

import { cellText } from '../../../apps-script/workbook/cell-text';
import { TABS } from '../../../sheet-templates/tabs';
import type { Desk } from './desk';
import { gridOf } from './simulated-person';

const TOLD = ['status', 'assignee', 'priority', 'category', 'tags', 'language', 'hold_until'] as const;

const LABELS = new Map(TOLD.map((key) => [TABS.tickets.columns[key].words.en[0], key]));
const NUMBER_LABEL = TABS.tickets.columns.id.words.en[0];

/** Changes of these tickets that no line of History tells. */
export function historyGaps(desk: Desk, ids: ReadonlySet<string>): readonly string[] {
  const states = new Map<string, Map<string, string>>();
  const gaps: string[] = [];
  const told = new Set<string>();
  for (const line of desk.rows('history')) {
    const { ticket_id: id, what, from, to } = line;
    if (!ids.has(id)) continue;
    // A row deleted in the very moment in which its move was written, and brought back as it was: the same move of the
    // same moment is told again.
    const event = JSON.stringify(line);
    if (told.has(event)) continue;
    told.add(event);
    if (what === NUMBER_LABEL) {
      if (from === '' && to.includes(': ')) states.set(id, begun(to));
      continue;
    }
    const key = LABELS.get(what);
    if (key === undefined) continue;
    const state = states.get(id);
    if (!state) gaps.push(`${id}: ${what} changed before the ticket began`);
    else if ((state.get(key) ?? '') !== from) {
      gaps.push(
        `${id}: ${what} was “${state.get(key) ?? ''}” and a line says it changed from “${from}” to “${to}”`,
      );
    }
    state?.set(key, to);
  }
  const { layout, rows, problems } = desk.read('tickets');
  const grid = gridOf(desk, 'tickets');
  for (const { row, rowIndex } of rows) {
    if (!ids.has(row.id)) continue;
    const state = states.get(row.id);
    if (!state) {
      gaps.push(`${row.id}: no line says how it began`);
      continue;
    }
    for (const key of TOLD) {
      // A word nobody understands counts as empty and is told on Problems.
      if (problems.some((problem) => problem.rowIndex === rowIndex && problem.column === key)) continue;
      const shown = cellText(grid[rowIndex]?.[layout.columns.get(key) ?? -1]);
      if ((state.get(key) ?? '') !== shown) {
        gaps.push(`${row.id}: ${key} is “${shown}” and History ends with “${state.get(key) ?? ''}”`);
      }
    }
  }
  return gaps;
}

/** `Status: New; Priority: Normal`. */
function begun(text: string): Map<string, string> {
  return new Map(
    text.split('; ').flatMap((part) => {
      const [label = '', ...value] = part.split(': ');
      const key = LABELS.get(label);
      return key === undefined ? [] : [[key, value.join(': ')] as const];
    }),
  );
}
