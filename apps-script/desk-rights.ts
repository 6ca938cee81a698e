/** What the person at the keyboard may do from the menu, by the Team tab. */
import { readTeamTab } from '../core/assignment/colleagues';
import type { Language } from '../core/language';
import type { DeskRight } from '../core/team/roles';
import { mayAtDesk, standingOf } from '../core/team/standing';
import { dayNumber } from '../core/time/civil';
import { zone } from '../core/time/instant';
import { SHEET_ID } from '../core/workbook/columns';
import { readTable } from '../core/workbook/table';
import type { BoundSpreadsheet } from './firm-language';
import { words } from './workbook/read-tables';

export type MayAtDesk = (right: DeskRight) => boolean;

/** A workbook without a Team tab is not set up yet: nobody is locked out of it. */
export function deskRights(spreadsheet: BoundSpreadsheet, userEmail: string, language: Language): MayAtDesk {
  // Days and times of Team are of no matter to rights, and come as Dates here, so any zone will do.
  const context = { zone: zone('UTC'), offset: () => 0, ...words(language) };
  const table = readTable('team', spreadsheet.values(SHEET_ID.team) ?? [], context);
  const team = readTeamTab(table, dayNumber(0), context.wordOf);
  const standing = standingOf(userEmail, team);
  return (right) => mayAtDesk(standing, right, team);
}
