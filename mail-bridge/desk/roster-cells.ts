/** Lets the Participants tab show what people wrote: no more reminders, the answers of their calendars. */
import { misplacedWrites, type RosterWrite, rosterWrites } from '../../core/intake/roster-note';
import type { PlacedRow } from '../../core/workbook/rows';
import { type TableRead, updateRow } from '../../core/workbook/table';
import type { Log } from '../log/log';
import type { Desk } from '../sheets/desk';
import type { RosterNotes } from '../state/roster-notes';

export interface RosterContext {
  readonly desk: Desk;
  readonly notes: RosterNotes;
  readonly log: Log;
}

/** Rows move while we write, but not for ever. */
const ATTEMPTS = 4;

/** Costs no call when there is nothing new. A note is shown once every row has been read with it. */
export async function showRosterNotes({ desk, notes, log }: RosterContext): Promise<void> {
  const pending = notes.pending();
  if (pending.length === 0) return;
  let before: readonly PlacedRow<'participants'>[] = [];
  let written: readonly RosterWrite[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { participants } = await desk.read(['participants']);
    const back = misplacedWrites(written, before, participants.rows);
    if (back.length > 0) log.warn({ rows: back.length }, 'rows of the roster moved while they were written');
    const writes = rosterWrites(participants.rows, pending);
    if (writes.length === 0 && back.length === 0) {
      notes.markShown(pending);
      return;
    }
    before = participants.rows;
    written = [...writes, ...back];
    await desk.write(requests(participants, written, desk));
  }
}

function requests(participants: TableRead<'participants'>, writes: readonly RosterWrite[], desk: Desk) {
  return writes.flatMap(({ rowIndex, change }) =>
    updateRow(participants.layout, rowIndex, change, desk.context),
  );
}
