/** Lets a person at a dialog, or says why not. Every handler gets the workbook from here. */
import { readTeamTab, type TeamReading } from '../../core/assignment/colleagues';
import type { DeskRight } from '../../core/team/roles';
import { mayAtDesk, standingOf } from '../../core/team/standing';
import { dayAt } from '../../core/time/zoned';
import type { TableKey } from '../../core/workbook/columns';
import { TurnedAway } from '../door/turned-away';
import type { Services } from '../ports';
import { type OpenWorkbook, openWorkbook } from '../workbook/read-tables';

export interface DialogDesk<T extends TableKey, H extends TableKey = never> {
  readonly workbook: OpenWorkbook<T | 'team', H>;
  readonly team: TeamReading;
  /** Address of the person who asks. */
  readonly userEmail: string;
}

/**
 * One read of the Sheet, whatever the dialog needs.
 *
 * @param headersOf tabs to be written to, whose rows are not needed
 * @throws TurnedAway when the person is not of the team, or not in a role that may
 */
export function admittedToDialog<T extends TableKey, H extends TableKey = never>(
  services: Services,
  right: DeskRight,
  tables: readonly T[],
  headersOf: readonly H[] = [],
): DialogDesk<T, H> {
  const workbook = openWorkbook<T | 'team', H>(services, [...tables, 'team'], headersOf);
  const { context, settings, language } = workbook;
  const today = dayAt(services.clock.now(), settings.zone, context.offset);
  const team = readTeamTab(workbook.tables.team, today, context.wordOf);
  const userEmail = services.userEmail();
  const standing = standingOf(userEmail, team);
  if (mayAtDesk(standing, right, team)) return { workbook, team, userEmail };
  if (standing.kind === 'stranger') throw new TurnedAway('not-on-team', standing.address, language);
  throw new TurnedAway('not-your-role', '', language);
}
