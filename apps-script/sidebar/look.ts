/**
 * The ticket of the row in which the person stands (on Tickets, and on every tab whose rows name a ticket), whether
 * the shown one has changed, and who else has it open.
 */
import { readTeamTab } from '../../core/assignment/colleagues';
import type { Language } from '../../core/language';
import { standingOf } from '../../core/team/standing';
import { dayAt } from '../../core/time/zoned';
import { fingerprint } from '../../core/words/fingerprint';
import { COLUMNS, FIRST_DATA_ROW, KEY_ROW, SHEET_ID, TABLES } from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import { readTable } from '../../core/workbook/table';
import { settingsIn } from '../firm-language';
import type { GridRead, Services } from '../ports';
import { cellText } from '../workbook/cell-text';
import { words } from '../workbook/read-tables';
import type { SidebarCalls } from './contract';
import { companions } from './presence';
import { Refused } from './refused';

type Looked = SidebarCalls['look']['gives'] & { readonly language: Language };

/** One read of two rows, the Settings and the Team tab, and two looks into the cache: asked every few seconds. */
export function look(services: Services, { shown, does }: SidebarCalls['look']['takes']): Looked {
  const { screen, workbook, clock, offset, shortMemory } = services;
  const selection = screen.selection();
  const table = TABLES.find((name) => SHEET_ID[name] === selection?.sheetId);
  const column = table === 'tickets' ? 'id' : table && 'ticket_id' in COLUMNS[table] ? 'ticket_id' : null;
  const isOnRow = table && column !== null && selection && selection.rowIndex >= FIRST_DATA_ROW;
  const rows = isOnRow ? [rowOf(table, KEY_ROW), rowOf(table, selection.rowIndex)] : [];
  const grids = workbook.read([{ sheetId: SHEET_ID.settings }, { sheetId: SHEET_ID.team }, ...rows]);
  const { language, zone: firmZone } = settingsIn(valuesOf(grids, SHEET_ID.settings));
  const zone = workbook.zone();
  const context = { zone, offset, ...words(language) };
  const team = readTeamTab(
    readTable('team', valuesOf(grids, SHEET_ID.team), context),
    dayAt(clock.now(), firmZone, offset),
    context.wordOf,
  );
  const email = services.userEmail();
  const standing = standingOf(email, team);
  if (standing.kind === 'stranger') throw new Refused('not-on-team', standing.address, language);
  const others = shown === null ? [] : companions(shortMemory, shown, { email, does }, team.colleagues);
  if (!isOnRow) return { ticketId: null, stamp: null, others, language };
  const cells = (rowIndex: number): readonly unknown[] =>
    valuesOf(
      grids.filter(({ startRow }) => startRow === rowIndex),
      SHEET_ID[table],
    )[0] ?? [];
  const place = cells(KEY_ROW).findIndex((key) => cellText(key).trim() === column);
  const id = place < 0 ? '' : cellText(cells(selection.rowIndex)[place]);
  const isShown = table === 'tickets' && id !== '' && id === shown;
  return {
    ticketId: id === '' ? null : id,
    stamp: isShown ? fingerprint(JSON.stringify(cells(selection.rowIndex))) : null,
    others,
    language,
  };
}

function valuesOf(grids: readonly GridRead[], sheetId: number): GridRead['values'] {
  return grids.find((grid) => grid.sheetId === sheetId)?.values ?? [];
}

function rowOf(table: keyof typeof SHEET_ID, rowIndex: number): GridRange {
  return { sheetId: SHEET_ID[table], startRowIndex: rowIndex, endRowIndex: rowIndex + 1 };
}
