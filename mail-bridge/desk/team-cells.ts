/** Lets the Team tab show which other addresses colleagues have confirmed. */
import { misplacedTeamWrites, type TeamWrite, teamWrites } from '../../core/trainer/team-note';
import type { PlacedRow } from '../../core/workbook/rows';
import { updateRow } from '../../core/workbook/table';
import type { RosterContext } from './roster-cells';

/** Rows move while we write, but not for ever. */
const ATTEMPTS = 4;

/** Costs no call when there is nothing new. A note is shown once the row has been read with it. */
export async function showTeamNotes({ desk, notes, log }: RosterContext): Promise<void> {
  const pending = notes.pendingOfTeam();
  if (pending.length === 0) return;
  let before: readonly PlacedRow<'team'>[] = [];
  let written: readonly TeamWrite[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { team } = await desk.read(['team']);
    const back = misplacedTeamWrites(written, before, team.rows);
    if (back.length > 0) log.warn({ rows: back.length }, 'rows of the team moved while they were written');
    const writes = teamWrites(team.rows, pending);
    if (writes.length === 0 && back.length === 0) {
      notes.markShown(pending);
      return;
    }
    before = team.rows;
    written = [...writes, ...back];
    await desk.write(
      written.flatMap(({ rowIndex, other_emails }) =>
        updateRow(team.layout, rowIndex, { other_emails }, desk.context),
      ),
    );
  }
}
