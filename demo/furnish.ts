/** Fills a new workbook with the invented firm's sessions, participants and colleagues. Once: a kept one stays as it is. */
import type { TableKey } from '../core/workbook/columns';
import type { WriteRequest } from '../core/workbook/requests';
import type { RowChange } from '../core/workbook/rows';
import { appendRows, type TableContext, type TableRead } from '../core/workbook/table';
import type { Desk } from '../mail-bridge/sheets/desk';
import type { DemoContent } from '../sheet-templates/demo';
import type { DemoPast } from '../sheet-templates/demo-past';

/** @param past what the firm has behind it; null for one that opens today */
export async function furnish(desk: Desk, content: DemoContent, past: DemoPast | null): Promise<void> {
  const tables = await desk.read([
    'sessions',
    'participants',
    'team',
    'rota',
    'sla',
    'calendar',
    'tickets',
    'intake',
  ]);
  await desk.write([
    ...whereEmpty(tables.sessions, [...(past?.sessions ?? []), ...content.sessions], desk.context),
    ...whereEmpty(
      tables.participants,
      [...(past?.participants ?? []), ...content.participants],
      desk.context,
    ),
    ...whereEmpty(tables.tickets, past?.tickets ?? [], desk.context),
    ...whereEmpty(tables.intake, past?.intake ?? [], desk.context),
    ...whereEmpty(tables.team, content.team, desk.context),
    ...whereEmpty(tables.rota, content.rota, desk.context),
    // Beside the rows that setup wrote.
    ...appendRows(tables.sla.layout, content.sla.filter(isNew(tables.sla, 'name')), desk.context),
    ...appendRows(
      tables.calendar.layout,
      content.calendar.filter(isNew(tables.calendar, 'calendar')),
      desk.context,
    ),
  ]);
}

function whereEmpty<T extends TableKey>(
  table: TableRead<T>,
  rows: readonly RowChange<T>[],
  context: TableContext,
): WriteRequest[] {
  return table.rows.length > 0 ? [] : appendRows(table.layout, rows, context);
}

/** Whose name the tab does not have yet. */
function isNew<K extends string>(
  table: { readonly rows: readonly { readonly row: Readonly<Record<K, unknown>> }[] },
  column: K,
): (row: Readonly<Record<K, unknown>>) => boolean {
  const known = new Set(table.rows.map(({ row }) => row[column]));
  return (row) => !known.has(row[column]);
}
