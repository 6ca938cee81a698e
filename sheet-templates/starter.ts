/** What a new workbook starts with. Every row is a person's to change or delete. */
import type { Language } from '../core/language';
import type { Instant } from '../core/time/instant';
import type { TableKey } from '../core/workbook/columns';
import type { RowChange } from '../core/workbook/rows';
import { officeHours } from './content/calendars';
import { knowledgeRows } from './content/knowledge';
import { checkpointRows, reminderRows } from './content/ladder';
import { escalationRows, slaRows } from './content/policies';
import { templateRows } from './content/templates';

export interface StarterContext {
  readonly language: Language;
  readonly now: Instant;
}

const STARTERS: { readonly [T in TableKey]?: (context: StarterContext) => readonly RowChange<T>[] } = {
  sla: ({ language }) => slaRows(language),
  escalations: ({ language }) => escalationRows(language),
  // Holidays are added year by year (setup.ts).
  calendar: officeHours,
  reminders: ({ language }) => reminderRows(language),
  checkpoints: ({ language }) => checkpointRows(language),
  templates: ({ language }) => templateRows(language),
  knowledge: ({ now }) => knowledgeRows(now),
};

export function starterRows<T extends TableKey>(tab: T, context: StarterContext): readonly RowChange<T>[] {
  return STARTERS[tab]?.(context) ?? [];
}
