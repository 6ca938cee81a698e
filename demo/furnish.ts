/** Fills a new workbook with the invented firm's sessions, participants and colleagues. Once: a kept one stays as it is. */
import type { TableKey } from '../core/workbook/columns';
import type { WriteRequest } from '../core/workbook/requests';
import type { RowChange } from '../core/workbook/rows';
import { appendRows, type TableContext, type TableRead } from '../core/workbook/table';
import type { Desk } from '../mail-bridge/sheets/desk';
import type { DemoContent } from '../sheet-templates/demo';

export async function furnish(desk: Desk, content: DemoContent): Promise<void> {
  const tables = await desk.read(['sessions', 'participants', 'team', 'rota']);
  await desk.write([
    ...whereEmpty(tables.sessions, content.sessions, desk.context),
    ...whereEmpty(tables.participants, content.participants, desk.context),
    ...whereEmpty(tables.team, content.team, desk.context),
    ...whereEmpty(tables.rota, content.rota, desk.context),
  ]);
}

function whereEmpty<T extends TableKey>(
  table: TableRead<T>,
  rows: readonly RowChange<T>[],
  context: TableContext,
): WriteRequest[] {
  return table.rows.length > 0 ? [] : appendRows(table.layout, rows, context);
}
