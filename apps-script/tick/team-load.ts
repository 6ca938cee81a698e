/** Who has how many open tickets, for the Team tab. Only numbers that have changed are written. */
import { readTeam } from '../../core/assignment/colleagues';
import { dayNumber } from '../../core/time/civil';
import type { WriteRequest } from '../../core/workbook/requests';
import { updateRow } from '../../core/workbook/table';
import type { OpenWorkbook } from '../workbook/read-tables';

/**
 * Rows of Team have no id to be guarded by. A number that lands beside another colleague, because somebody sorts at
 * that moment, is put right by the next tick.
 */
export function teamLoadRequests(
  { tables, context }: OpenWorkbook<'team'>,
  open: ReadonlyMap<string, number> | null,
): WriteRequest[] {
  const { team } = tables;
  if (open === null) return [];
  const { who } = readTeam(
    team.rows.map(({ row }) => row),
    // Who is absent does not matter to names.
    dayNumber(0),
    context.wordOf,
  );
  return team.rows.flatMap(({ row, rowIndex }) => {
    const reading = who(row.name === '' ? row.email : row.name);
    const load = reading.kind === 'known' ? (open.get(reading.name) ?? 0) : null;
    return load === row.open_tickets ? [] : updateRow(team.layout, rowIndex, { open_tickets: load }, context);
  });
}
